"""Charts as inline SVG, made at build time: text in, Markup out; colours and fonts are classes of the style sheet.

They have no viewBox: positions across are percentages, so that a chart fills a phone and a desktop while its text
keeps its size. What is missing is a gap with a mark, never joined.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from sakipgen.measuring.hitung import NOL, SERATUS, bagi, round_half_up
from sakipgen.rendering.cetak import aman
from sakipgen.rendering.charts_sumbu import Sumbu

BATAS_SUMBU_CAPAIAN: Final = Decimal(120)
"""Where the axis of capaian ends; what lies beyond is drawn at its end with an arrow."""
SEL_TERBANYAK: Final = 40
"""Up to so many indikator the stacked bar shows each as a cell of its own."""
LABEL_TERBANYAK: Final = 6
"""Up to so many points of a chart over time all carry their value; beyond that, only the last."""

BENTUK: Final = (
    '<circle class="p0" r="5"/>',
    '<path class="p1" d="M0-7 7 0 0 7-7 0z"/>',
    '<path class="p2" d="M0-6.5 6.8 5.5H-6.8z"/>',
    '<path class="p3" d="M-5.5-5.5h11v11h-11z"/>',
    '<path class="p4" d="M0 6.5 6.8-5.5H-6.8z"/>',
    '<path class="p5" d="M-6-3.6-3.6-6 0-2.4 3.6-6 6-3.6 2.4 0 6 3.6 3.6 6 0 2.4-3.6 6-6 3.6-2.4 0z"/>',
    '<circle class="p6" r="5.5"/>',
)
"""The mark of each band of the palette, highest first, after the mark of «no data»; last that of a figure without a
kategori. Centred on 0, 0."""
TANPA_KATEGORI: Final = 6


@dataclass(frozen=True, slots=True)
class Judul:
    """What a chart is called: the id it owns on its page, its name, and what it shows in sentences."""

    id: str
    nama: str
    uraian: str


def bentuk(pita: int) -> Markup:
    """Returns the mark of a band as a small picture beside its word."""
    return Markup(f'<svg class="sk-b" viewBox="-8 -8 16 16" aria-hidden="true">{BENTUK[pita]}</svg>')  # noqa: S704


@lru_cache(maxsize=8192)
def bulat(nilai: Decimal) -> str:
    """Returns a length or place on a drawing, with at most two decimals."""
    return format(round_half_up(nilai, 2).normalize(), "f")


def bingkai(judul: Judul, tinggi: int, isi: Iterable[str], kelas: str = "") -> Markup:
    """Returns the chart's outermost element, with its text alternative."""
    return Markup(  # noqa: S704 - every text in the parts was escaped where it was put in
        f'<svg class="sk-g{kelas}" width="100%" height="{tinggi}" role="img" '
        f'aria-labelledby="{judul.id}-j {judul.id}-u">'
        f'<title id="{judul.id}-j">{aman(judul.nama)}</title><desc id="{judul.id}-u">{aman(judul.uraian)}</desc>'
        f"{''.join(isi)}</svg>"
    )


def _arsir(judul: Judul) -> str:
    """The hatching of targets, as a pattern of this chart."""
    return (
        f'<defs><pattern id="{judul.id}-a" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="arsir" d="M0 0v6"/></pattern></defs>'
    )


def tulis(x: str, y: int, teks: str, kelas: str = "") -> str:
    """Returns a text with its start (or middle or end, by class) at a place."""
    classes = f' class="{kelas}"' if kelas else ""
    return f'<text x="{x}" y="{y}"{classes}>{aman(teks)}</text>'


def tanda(x: str, y: str | int, pita: int) -> str:
    """Returns the mark of a band at a place."""
    return f'<svg x="{x}" y="{y}" overflow="visible">{BENTUK[pita]}</svg>'


# ── Counts by kategori ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Ruas:
    """A part of the stacked bar."""

    label: str
    jumlah: int
    pita: int


def batang_hitungan(judul: Judul, ruas: Sequence[Ruas]) -> Markup:
    """Returns one bar of counts; while they are few, every indikator is a cell of it."""
    total = sum(r.jumlah for r in ruas)
    unit = bagi(SERATUS, Decimal(max(total, 1)))
    parts: list[str] = []
    at = NOL
    for r in (r for r in ruas if r.jumlah):
        width = unit * r.jumlah
        x = bulat(at)
        parts.append(f'<rect class="p{r.pita}" x="{x}%" y="22" width="{bulat(width)}%" height="38"/>')
        if width >= 4:
            parts.append(tulis(f"{x}%", 15, str(r.jumlah), "tebal"))
        at += width
    if total <= SEL_TERBANYAK:
        parts += [_sela(unit * n) for n in range(1, total)]
    return bingkai(judul, 62, parts, " sk-g--hitungan")


def _sela(x: Decimal) -> str:
    return f'<line class="sela" x1="{bulat(x)}%" x2="{bulat(x)}%" y1="21" y2="61"/>'


# ── Target against realisasi ─────────────────────────────────────────────────────────────────────────────────────


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
        return (self.nilai,) if self.maks is None else (self.nilai, self.maks)

    @property
    def atas(self) -> Decimal:
        return self.batas[-1]


def peluru(judul: Judul, target: Nilai | None, realisasi: Nilai | None, pita: int, sumbu: Sumbu) -> Markup:
    """Returns a bullet: the target outlined and hatched, the realisasi solid before it, from where bars begin."""
    parts = [_arsir(judul), '<rect class="alas" x="0" y="26" width="100%" height="40"/>']
    if target:
        parts += [*_palang(judul, sumbu, target), _label(sumbu, target.atas, 17, f"Target {target.teks}", "redup")]
    if realisasi:
        x, width = _rentang(sumbu, sumbu.dasar, realisasi.nilai)
        parts.append(f'<rect class="p{pita}" x="{x}%" y="35" width="{width}%" height="22"/>')
        parts.append(_label(sumbu, realisasi.nilai, 85, f"Realisasi {realisasi.teks}", "tebal"))
    else:
        parts.append(tulis("0", 85, "Belum ada realisasi", "tebal"))
    parts += _tanda_sumbu(sumbu, 106)
    return bingkai(judul, 112, parts)


def _palang(judul: Judul, axis: Sumbu, target: Nilai) -> Iterator[str]:
    x, width = _rentang(axis, axis.dasar if target.maks is None else target.nilai, target.atas)
    yield f'<rect class="target" fill="url(#{judul.id}-a)" x="{x}%" y="26" width="{width}%" height="40"/>'
    for bound in target.batas:
        at = bulat(axis.posisi(bound))
        yield f'<line class="batas" x1="{at}%" x2="{at}%" y1="22" y2="70"/>'


def _rentang(axis: Sumbu, one: Decimal, other: Decimal) -> tuple[str, str]:
    start, end = sorted((axis.posisi(one), axis.posisi(other)))
    return bulat(start), bulat(end - start)


def _label(axis: Sumbu, nilai: Decimal, y: int, teks: str, kelas: str) -> str:
    """A text at a value's place, turned inwards on the right half."""
    at = axis.posisi(nilai)
    anchor = "kanan" if at > 55 else "kiri" if at < 20 else "tengah"
    x = NOL if anchor == "kiri" and at < 5 else at
    return tulis(f"{bulat(x)}%", y, teks, f"{anchor} {kelas}")


def _tanda_sumbu(axis: Sumbu, y: int) -> Iterator[str]:
    """Every mark that is a name; of numbers the two ends."""
    for value, text in axis.tanda if axis.bernama else (axis.tanda[0], axis.tanda[-1]):
        at = axis.posisi(value)
        yield tulis(f"{bulat(at)}%", y, text, "sumbu" if not at else "sumbu kanan" if at == SERATUS else "sumbu tengah")


def peluru_mini(capaian: Decimal, pita: int) -> Markup:
    """Returns the bar of a table row: capaian from 0 to 120 with a mark at 100; the number stands beside it."""
    axis = Sumbu(NOL, BATAS_SUMBU_CAPAIAN)
    beyond = '<path class="lewat" d="M-7-4 0 0-7 4z"/>' if capaian > BATAS_SUMBU_CAPAIAN else ""
    arrow = f'<svg x="100%" y="6" overflow="visible">{beyond}</svg>' if beyond else ""
    return Markup(  # noqa: S704 - numbers only
        '<svg class="sk-m" aria-hidden="true"><rect class="alas" width="100%" height="12"/>'
        f'<rect class="p{pita}" y="2" width="{bulat(axis.posisi(capaian))}%" height="8"/>'
        f'<line class="batas" x1="83.33%" x2="83.33%" y1="0" y2="12"/>{arrow}</svg>'
    )


# ── Over time ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Titik:
    """What a chart over time knows of one period or year."""

    label: str
    """Short: `TW I`, `Jan`, `2024`."""
    target: Nilai | None
    realisasi: Nilai | None
    pita: int
    awal: bool = False
    """Whether this is where the plan starts from (baseline), drawn hollow."""
    nanti: bool = False
    """Whether it is still to come."""
    berjalan: bool = False
    """Whether it has not ended: its figure stands apart, not joined to the years before."""
    putus: bool = False
    """Whether it cannot be compared with what came before: no line leads to it."""


_ALAS: Final = 190
_PUNCAK: Final = 40
_TEPI: Final = Decimal(10)
"""The part of the width, on the left, that belongs to the numbers of the axis."""


def kolom_periode(judul: Judul, titik: Sequence[Titik], sumbu: Sumbu) -> Markup:
    """Returns columns of realisasi before outlined columns of target, one pair for each period."""
    band = bagi(SERATUS - _TEPI, Decimal(len(titik)))
    parts = [_arsir(judul), _kisi(sumbu)]
    for number, t in enumerate(titik):
        left = _TEPI + band * number
        middle = left + band / 2
        if t.target:
            low = sumbu.dasar if t.target.maks is None else t.target.nilai
            attributes = f'class="target" fill="url(#{judul.id}-a)"'
            parts.append(_kolom(sumbu, low, t.target.atas, left + band / 8, band * 3 / 4, attributes))
        if t.realisasi:
            value = t.realisasi.nilai
            parts.append(_kolom(sumbu, sumbu.dasar, value, left + band / 4, band / 2, f'class="p{t.pita}"'))
        else:
            parts.append(tanda(f"{bulat(middle)}%", _y(sumbu, sumbu.dasar) - 9, 0))
        if t.realisasi and (len(titik) <= LABEL_TERBANYAK or number == len(titik) - 1):
            top = max(n.atas for n in (t.target, t.realisasi) if n)
            parts.append(tulis(f"{bulat(middle)}%", _y(sumbu, top) - 7, t.realisasi.teks, "tengah tebal"))
        parts.append(tulis(f"{bulat(middle)}%", _ALAS + 18, t.label, "tengah sumbu"))
    return bingkai(judul, _ALAS + 26, parts)


def _y(axis: Sumbu, nilai: Decimal) -> int:
    """The height of a value in pixels from the top."""
    return int(_ALAS - bagi(axis.posisi(nilai) * (_ALAS - _PUNCAK), SERATUS))


def _kolom(axis: Sumbu, low: Decimal, high: Decimal, x: Decimal, width: Decimal, attributes: str) -> str:
    top, bottom = sorted((_y(axis, low), _y(axis, high)))
    return f'<rect {attributes} x="{bulat(x)}%" y="{top}" width="{bulat(width)}%" height="{bottom - top}"/>'


@lru_cache(maxsize=512)
def _kisi(axis: Sumbu) -> str:
    """Grid lines, each with its mark above its left end; zero is known by its line."""
    parts: list[str] = []
    for tick, text in axis.tanda:
        y = _y(axis, tick)
        kelas = "nol" if tick == axis.dasar else "kisi"
        parts.append(f'<line class="{kelas}" x1="0" x2="100%" y1="{y}" y2="{y}"/>')
        if tick or axis.bernama:
            parts.append(tulis("0", y - 4, text, "sumbu"))
    return "".join(parts)


def garis_tahun(judul: Judul, titik: Sequence[Titik], sumbu: Sumbu) -> Markup:
    """Returns realisasi over years as marks joined from year to year, with each year's target as a dashed step.

    A target that is a band is a hatched box between its bounds.
    """
    band = bagi(SERATUS - _TEPI, Decimal(len(titik)))
    places = [_TEPI + band * number + band / 2 for number in range(len(titik))]
    parts = [_arsir(judul), _kisi(sumbu)]
    parts += [_langkah(judul, sumbu, x, band, t.target) for x, t in zip(places, titik, strict=True) if t.target]
    for (x1, one), (x2, other) in pairwise(zip(places, titik, strict=True)):
        if one.realisasi and other.realisasi and not (other.berjalan or other.putus):
            parts.append(
                f'<line class="alur" x1="{bulat(x1)}%" x2="{bulat(x2)}%" '
                f'y1="{_y(sumbu, one.realisasi.nilai)}" y2="{_y(sumbu, other.realisasi.nilai)}"/>'
            )
    for x, t in zip(places, titik, strict=True):
        if t.putus:
            edge = bulat(x - band / 2)
            parts.append(f'<line class="batas" x1="{edge}%" x2="{edge}%" y1="0" y2="{_ALAS}"/>')
            parts.append(tulis(f"{edge}%", 12, "seri baru", "sumbu"))
        parts += _tahun(sumbu, x, t)
    return bingkai(judul, _ALAS + (40 if any(t.berjalan for t in titik) else 26), parts)


def _langkah(judul: Judul, axis: Sumbu, x: Decimal, band: Decimal, target: Nilai) -> str:
    left, width = x - band * 2 / 5, band * 4 / 5
    if target.maks is not None:
        attributes = f'class="target" fill="url(#{judul.id}-a)"'
        return _kolom(axis, target.nilai, target.maks, left, width, attributes)
    y = _y(axis, target.nilai)
    return f'<line class="tangga" x1="{bulat(left)}%" x2="{bulat(left + width)}%" y1="{y}" y2="{y}"/>'


def _tahun(axis: Sumbu, x: Decimal, t: Titik) -> Iterator[str]:
    middle = f"{bulat(x)}%"
    below = bool(t.target and t.realisasi and t.realisasi.nilai <= t.target.atas)
    if t.target:
        y = _y(axis, t.target.atas) - 8 if below or not t.realisasi else _y(axis, t.target.nilai) + 17
        yield tulis(middle, y, t.target.teks, "tengah redup")
    if t.realisasi:
        y = _y(axis, t.realisasi.nilai)
        mark = '<circle class="awal" r="5"/>' if t.awal else BENTUK[t.pita]
        yield f'<svg x="{middle}" y="{y}" overflow="visible">{mark}</svg>'
        yield tulis(middle, y + 22 if below and y + 22 <= _ALAS else y - 12, t.realisasi.teks, "tengah tebal tepi")
    elif not t.nanti:
        yield tanda(middle, _ALAS - 46, 0)
        for line, word in enumerate(("belum", "ada", "data")):  # narrow: six years share a phone's width
            yield tulis(middle, _ALAS - 28 + 12 * line, word, "tengah sumbu")
    yield tulis(middle, _ALAS + 18, t.label, "tengah sumbu")
    if t.berjalan:
        yield tulis(middle, _ALAS + 33, "berjalan", "tengah sumbu")


# ── Several indikator on one axis ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TitikCapaian:
    """An indikator on the common axis of capaian."""

    kode: str
    nama: str
    capaian: Decimal | None
    teks: str
    """The capaian as printed, or the state in words."""
    pita: int


_BARIS: Final = 46
_NAMA: Final = 32
"""So many letters of a name fit beside its kode on the narrowest phone."""


def _pendek(nama: str) -> str:
    """The name, cut between words where it is too long for a phone."""
    return nama if len(nama) <= _NAMA else f"{nama[: _NAMA - 1].rpartition(' ')[0] or nama[: _NAMA - 1]}…"


def titik_capaian(judul: Judul, titik: Sequence[TitikCapaian]) -> Markup:
    """Returns one dot for each indikator on an axis from 0 to 120 per cent, with the line of the target at 100."""
    axis = Sumbu(NOL, BATAS_SUMBU_CAPAIAN)
    height = 22 + _BARIS * len(titik)
    goal = f"{bulat(axis.posisi(SERATUS))}%"
    parts = [
        tulis(goal, 14, "target 100%", "tengah redup"),
        tulis("0", 14, "0%", "sumbu"),
    ]
    for number, t in enumerate(titik):
        y = 22 + _BARIS * number
        name = _pendek(t.nama)
        parts.append(f'<line class="batas" x1="{goal}" x2="{goal}" y1="{y + 21}" y2="{y + 39}"/>')
        parts.append(f'<text x="0" y="{y + 16}"><tspan class="tebal">{aman(t.kode)}</tspan> {aman(name)}</text>')
        parts.append(f'<line class="kisi" x1="0" x2="100%" y1="{y + 30}" y2="{y + 30}"/>')
        if t.capaian is None:
            parts.append(tulis("0", y + 34, f"○ {t.teks}", "sumbu"))
            continue
        at = axis.posisi(t.capaian)
        parts.append(f'<line class="tangkai" x1="0" x2="{bulat(at)}%" y1="{y + 30}" y2="{y + 30}"/>')
        parts.append(tanda(f"{bulat(at)}%", y + 30, t.pita))
        beyond = " ▸" if t.capaian > BATAS_SUMBU_CAPAIAN else ""
        parts.append(tulis("100%", y + 16, f"{t.teks}{beyond}", "kanan tebal"))
    return bingkai(judul, height + 4, parts)
