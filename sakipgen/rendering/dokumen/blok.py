"""What a paper is made of: frozen blocks that say what is there, never how a format writes it.

A paper's wording lies in a template, its tables and charts are values; both become blocks (`templat`). Numbers of
headings, tables and pictures are given out once (`penomoran`), so that DOCX and PDF say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sakipgen.domain.organisasi import Kertas as Kertas
from sakipgen.rendering.charts.spek import ChartSpec


@dataclass(frozen=True, slots=True)
class Lari:
    """A run of text in one look."""

    teks: str
    tebal: bool = False
    miring: bool = False
    belum: bool = False
    """Whether it stands for something that is missing: printed red."""


Kalimat = tuple[Lari, ...]
"""A line of text: a heading, a paragraph, a line of a cell."""


class Rata(StrEnum):
    """To which side text is set."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"
    PENUH = "penuh"


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading; level 1 is a Bab or the title of a lampiran."""

    tingkat: int
    isi: Kalimat
    nomor: str = ""
    """As printed before it: `BAB I`, `3.1`, `A.`; empty of one without a number."""
    id: str = ""
    """Which the table of contents leads to; empty of one that is not in it."""
    bernomor: bool = True
    """Whether it counts; kata pengantar and ikhtisar do not."""


class Gaya(StrEnum):
    """The look of a paragraph."""

    BIASA = "biasa"
    KECIL = "kecil"
    """A note below a table, the colophon."""
    NASKAH = "naskah"
    """The title of a letter, set in the middle in capitals: NOTA DINAS."""
    SUBNASKAH = "subnaskah"
    """What stands below it: its number, its year."""


@dataclass(frozen=True, slots=True)
class Paragraf:
    isi: Kalimat
    rata: Rata = Rata.PENUH
    gaya: Gaya = Gaya.BIASA


class Butir(StrEnum):
    """What stands before each entry of a list."""

    TITIK = "titik"
    ANGKA = "angka"
    HURUF = "huruf"


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list; each entry is one line of text."""

    isi: tuple[Kalimat, ...]
    butir: Butir = Butir.TITIK


@dataclass(frozen=True, slots=True)
class Medan:
    """Names with a colon and what they say, aligned: `Yth. : Sekretaris`."""

    baris: tuple[tuple[str, Kalimat], ...]
    bergaris: bool = False
    """Whether a rule closes it, as it does the head of a nota dinas."""


@dataclass(frozen=True, slots=True)
class Belum:
    """Something that must be written before the paper is final, printed red where it will stand."""

    apa: str
    siapa: str
    """Who has to write it: a unit or a position, as printed."""
    tempat: str = ""
    """In which file it is written; told to whoever makes the paper, not printed."""

    def __str__(self) -> str:
        return f"BELUM DIISI: {self.apa}, penanggung jawab {self.siapa}"


# ── Tables and pictures ──────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell; each line of text is a paragraph of its own."""

    isi: tuple[Kalimat, ...]
    rata: Rata | None = None
    """None for that of its column."""
    lebar: int = 1
    """So many columns wide."""
    tinggi: int = 1
    """So many rows high; the rows below leave it out."""


class JenisBaris(StrEnum):
    ISI = "isi"
    KELOMPOK = "kelompok"
    """Names the group of the rows below."""
    JUMLAH = "jumlah"
    """Sums up what is above."""


@dataclass(frozen=True, slots=True)
class Baris:
    sel: tuple[Sel, ...]
    jenis: JenisBaris = JenisBaris.ISI


@dataclass(frozen=True, slots=True)
class Kolom:
    lebar: int
    """Its part of the width, against the other columns."""
    rata: Rata = Rata.KIRI


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a head that is repeated on every page."""

    kolom: tuple[Kolom, ...]
    kepala: tuple[tuple[Sel, ...], ...]
    """The rows of the head; empty of a form without one."""
    baris: tuple[Baris, ...]
    judul: str = ""
    """Above it; a table without one has no number and is in no list."""
    nomor: str = ""
    """`Tabel 3.1`."""
    id: str = ""
    catatan: tuple[Kalimat, ...] = ()
    """Below it."""
    nomor_kolom: bool = False
    """Whether a row with the numbers of the columns stands below the head."""
    kecil: bool = False
    """Whether it is wide enough to be set in smaller type."""
    bergaris: bool = True
    """Whether its cells have borders; a form of two columns may have none."""


@dataclass(frozen=True, slots=True)
class Gambar:
    """A chart."""

    spek: ChartSpec
    judul: str
    nomor: str = ""
    """`Gambar 3.1`."""
    id: str = ""
    lebar: int = 100
    """Percent of the text's width."""
    catatan: Kalimat = ()
    """Between the picture and its name: what it measures, how it is to be read."""


# ── Parts of official papers ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Kop:
    """The letterhead: who issues the paper."""

    baris: tuple[str, ...]
    """From the government down to the office, in capitals."""
    alamat: str = ""


@dataclass(frozen=True, slots=True)
class Penanda:
    """Who signs, as printed; what is not known is a dotted line."""

    jabatan: str
    """With `Plt.` or `Plh.` before it where so."""
    pengantar: str = ""
    """Above it: `Pihak Pertama,`, `Mengetahui,`."""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    ber_nip: bool = True
    """Whether rank and NIP are asked for; a Bupati has none."""


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """Signatures side by side, the first on the left; a single one stands on the right."""

    penanda: tuple[Penanda, ...]
    waktu: str = ""
    """Place and day, above the last: `Painan, 2 Januari 2026`."""


@dataclass(frozen=True, slots=True)
class Sampul:
    """A cover of its own."""

    judul: tuple[str, ...]
    sub: tuple[str, ...]
    penerbit: tuple[str, ...]


class JenisDaftarIsi(StrEnum):
    ISI = "isi"
    TABEL = "tabel"
    GAMBAR = "gambar"


@dataclass(frozen=True, slots=True)
class Entri:
    """A line of a table of contents."""

    tingkat: int
    nomor: str
    teks: str
    id: str


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """The table of contents, or the list of tables or pictures; `penomoran` fills it."""

    jenis: JenisDaftarIsi
    judul: str
    entri: tuple[Entri, ...] = ()


@dataclass(frozen=True, slots=True)
class HalamanBaru:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Ruang:
    """Empty space, to be written in by hand or to set things apart, in lines."""

    baris: int = 1


@dataclass(frozen=True, slots=True)
class Kolofon:
    """From which data the paper was made, and what it lacks."""

    medan: Medan
    belum: tuple[Belum, ...] = ()
    """Everything that is missing; none of a paper that could be final."""


Blok = (
    Judul
    | Paragraf
    | Daftar
    | Medan
    | Belum
    | Tabel
    | Gambar
    | TandaTangan
    | Sampul
    | DaftarIsi
    | HalamanBaru
    | Ruang
    | Kolofon
)


# ── The paper ────────────────────────────────────────────────────────────────────────────────────────────────────


class NomorHalaman(StrEnum):
    TANPA = "tanpa"
    ROMAWI = "romawi"
    ARAB = "arab"


@dataclass(frozen=True, slots=True)
class Bagian:
    """Pages of one orientation and one way of counting; each begins on a new page."""

    isi: tuple[Blok, ...]
    melintang: bool = False
    nomor: NomorHalaman = NomorHalaman.ARAB
    mulai: int | None = None
    """The number of its first page; None to go on counting."""


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A paper, ready to be written in any format."""

    nama: str
    """The stem of its files: `lkjip-2025`."""
    judul: str
    subjek: str
    """One sentence on what it is."""
    penerbit: str
    tanggal: date
    """Of its data: the day it is stamped with."""
    bagian: tuple[Bagian, ...]
    kop: Kop | None = None
    """At the top of its first page."""
    cap: tuple[str, ...] = ()
    """What every page says of the whole: `DATA CONTOH`, `RANCANGAN – belum ditetapkan`."""
    kaki: str = ""
    """What the foot of every page says beside its number."""
    kertas: Kertas = Kertas.F4

    @property
    def blok(self) -> tuple[Blok, ...]:
        """All of its blocks in order."""
        return tuple(blok for bagian in self.bagian for blok in bagian.isi)

    @property
    def belum(self) -> tuple[Belum, ...]:
        """What keeps it from being final."""
        return tuple(blok for blok in self.blok if isinstance(blok, Belum))
