"""What a chart is before anything is drawn: its titles, its axis, its marks with their categories, and its words.

A `ChartSpec` is a frozen value. The layouts (`tata`) place its marks on a drawing, and each back end writes the same
drawing in its own way: inline SVG of the site (`situs`), SVG with colours of its own for papers (`naskah`), PNG
(`png`).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sakipgen.rendering.charts.sumbu import Sumbu


@dataclass(frozen=True, slots=True)
class Kelas:
    """A kategori as charts show it: its band of the palette (1 is highest, 5 lowest), which gives colour and shape,
    and its word.
    """

    pita: int
    label: str


KOSONG = Kelas(0, "Belum ada data")
TANPA_KATEGORI = Kelas(6, "Tanpa kategori")
"""Of a figure that has no kategori."""


@dataclass(frozen=True, slots=True)
class Nilai:
    """A number and how it is printed."""

    nilai: Decimal
    teks: str
    ucap: str
    """The same in a sentence."""
    maks: Decimal | None = None
    """The upper bound of a target that is a band."""

    @property
    def batas(self) -> tuple[Decimal, ...]:
        """One number, or both bounds of a band."""
        return (self.nilai,) if self.maks is None else (self.nilai, self.maks)

    @property
    def atas(self) -> Decimal:
        """The upper bound."""
        return self.batas[-1]


@dataclass(frozen=True, slots=True)
class Ruas:
    """A part of the stacked bar."""

    kelas: Kelas
    jumlah: int


@dataclass(frozen=True, slots=True)
class Titik:
    """What a chart over time knows of one period or year."""

    label: str
    """Short: `TW I`, `Jan`, `2024`."""
    target: Nilai | None
    realisasi: Nilai | None
    kelas: Kelas
    awal: bool = False
    """Whether this is where the plan starts from (baseline), drawn hollow."""
    nanti: bool = False
    """Whether it is still to come."""
    berjalan: bool = False
    """Whether it has not ended: its figure stands apart, not joined to the years before."""
    putus: bool = False
    """Whether it cannot be compared with what came before: no line leads to it."""


@dataclass(frozen=True, slots=True)
class TitikCapaian:
    """An indikator on the common axis of capaian."""

    kode: str
    nama: str
    capaian: Decimal | None
    teks: str
    """The capaian as printed, or the state in words."""
    kelas: Kelas


@dataclass(frozen=True, slots=True)
class TitikSebaran:
    """A program with both figures, raw, in percent."""

    kode: str
    serapan: Decimal
    capaian: Decimal


@dataclass(frozen=True, slots=True)
class KotakLaporan:
    """A box of the strip of timeliness: its month, and what became of the reports that end with it, all in words."""

    label: str
    isi: tuple[str, ...]
    """In the fewest words: `tepat`, `TW III: terlambat 3 hari`."""
    lambat: bool
    nanti: bool = False
    """Whether nothing of it was due yet."""


# ── The kinds of charts ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Hitungan:
    """One stacked bar of counts by kategori; while they are few, every indikator is a cell of it."""

    ruas: tuple[Ruas, ...]


@dataclass(frozen=True, slots=True)
class Peluru:
    """A bullet: realisasi solid before the hatched target, from where bars begin; either may be missing."""

    target: Nilai | None
    realisasi: Nilai | None
    kelas: Kelas
    sumbu: Sumbu


@dataclass(frozen=True, slots=True)
class Kolom:
    """Columns of realisasi before hatched columns of target, one pair for each period of a year."""

    titik: tuple[Titik, ...]
    sumbu: Sumbu


@dataclass(frozen=True, slots=True)
class Garis:
    """Realisasi over years as marks joined from year to year, with each year's target as a dashed step.

    A target that is a band is a hatched box between its bounds.
    """

    titik: tuple[Titik, ...]
    sumbu: Sumbu


@dataclass(frozen=True, slots=True)
class Capaian:
    """One dot for each indikator on an axis from 0 to 120 per cent, with the line of the target at 100."""

    titik: tuple[TitikCapaian, ...]


@dataclass(frozen=True, slots=True)
class Sebaran:
    """One labelled mark for each program; the field is parted at `seluruhnya` and at a capaian of 100."""

    titik: tuple[TitikSebaran, ...]
    seluruhnya: Decimal
    """The serapan of all programs together, in percent."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Boxes with words, one for each month of a year."""

    kotak: tuple[KotakLaporan, ...]


Isi = Hitungan | Peluru | Kolom | Garis | Capaian | Sebaran | Strip


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart with all that is said and shown of it; the kind is the type of `isi`."""

    id: str
    """Which it owns on its page: lower case letters, digits and hyphens."""
    judul: str
    """The headline: what it shows, as a conclusion. It stands above the drawing, never in it."""
    sub: str
    """The subtitle: what is measured, its satuan and its time."""
    nama: str
    """What it is called by whoever does not see it."""
    uraian: str
    """What it shows, for whoever does not see it: the sentences of the page, then lowest, highest and last."""
    isi: Isi
