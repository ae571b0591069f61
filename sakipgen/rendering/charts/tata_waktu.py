"""Layouts over time: columns of the periods of a year, and the line of years. What is missing is a gap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sakipgen.measuring.hitung import SERATUS, bagi
from sakipgen.rendering.charts import spek
from sakipgen.rendering.charts.spek import KOSONG, Kelas, Nilai, Titik
from sakipgen.rendering.charts.sumbu import Sumbu
from sakipgen.rendering.charts.unsur import (
    KIRI,
    PENUH,
    Batang,
    Gambaran,
    Garis,
    Tanda,
    Tulisan,
    Unsur,
    berkunci,
    tanda,
)

LABEL_TERBANYAK: Final = 6
"""Up to so many columns all carry their value; beyond that, only the last."""
TAHUN_TERBANYAK: Final = 8
"""Up to so many years all carry their values and say «belum ada data»; beyond that, the first and the last."""

_ALAS: Final = 190
_PUNCAK: Final = 40
_TEPI: Final = Decimal(10)
"""The part of the width, on the left, that belongs to the numbers of the axis."""
_BARIS: Final = 14


def _pita(banyak: int) -> Decimal:
    """The width of one column."""
    return bagi(SERATUS - _TEPI, Decimal(banyak))


def _tengah(band: Decimal, nomor: int) -> Decimal:
    return _TEPI + band * nomor + bagi(band, Decimal(2))


def _y(axis: Sumbu, nilai: Decimal) -> int:
    """The height of a value in pixels from the top."""
    return int(_ALAS - bagi(axis.posisi(nilai) * (_ALAS - _PUNCAK), SERATUS))


def _tiang(axis: Sumbu, low: Decimal, high: Decimal, x: Decimal, lebar: Decimal, kelas: str) -> Batang:
    top, bottom = sorted((_y(axis, low), _y(axis, high)))
    return Batang(x, top, lebar, bottom - top, kelas, arsir=kelas == "target")


@lru_cache(maxsize=512)
def _kisi(axis: Sumbu) -> tuple[Unsur, ...]:
    """Grid lines, each with its mark above its left end; zero is known by its line."""
    parts: list[Unsur] = []
    for tick, text in axis.tanda:
        y = _y(axis, tick)
        parts.append(Garis(KIRI, PENUH, y, y, "nol" if tick == axis.dasar else "kisi"))
        if tick or axis.bernama:
            parts.append(Tulisan(KIRI, y - 4, text, "sumbu"))
    return tuple(parts)


def _label(titik: Sequence[Titik], terbanyak: int) -> Iterator[Unsur]:
    """The names of the columns; where they are many, every other one stands a line lower, so that none touch."""
    band = _pita(len(titik))
    for number, t in enumerate(titik):
        lower = _BARIS if len(titik) > terbanyak and number % 2 else 0
        yield Tulisan(_tengah(band, number), _ALAS + 18 + lower, t.label, "tengah sumbu")


# ── Periods of a year ────────────────────────────────────────────────────────────────────────────────────────────


def kolom(isi: spek.Kolom) -> Gambaran:
    """Returns the columns, below each its name and the mark of its kategori, and the key of the marks."""
    titik, axis = isi.titik, isi.sumbu
    band = _pita(len(titik))
    marks = _ALAS + 34 + (_BARIS if len(titik) > LABEL_TERBANYAK else 0)
    parts: list[Unsur] = list(_kisi(axis))
    for number, t in enumerate(titik):
        middle = _tengah(band, number)
        if t.target:
            low = axis.dasar if t.target.maks is None else t.target.nilai
            parts.append(_tiang(axis, low, t.target.atas, middle - band * 3 / 8, band * 3 / 4, "target"))
        if t.realisasi:
            value, kelas = t.realisasi.nilai, f"p{t.kelas.pita}"
            parts.append(_tiang(axis, axis.dasar, value, middle - band / 4, band / 2, kelas))
            parts.append(tanda(middle, marks, t.kelas))
        else:
            parts.append(tanda(middle, _y(axis, axis.dasar) - 9, KOSONG))
        if t.realisasi and (len(titik) <= LABEL_TERBANYAK or number == len(titik) - 1):
            top = max(n.atas for n in (t.target, t.realisasi) if n)
            parts.append(Tulisan(middle, _y(axis, top) - 7, t.realisasi.teks, "tengah tebal"))
    parts += _label(titik, LABEL_TERBANYAK)
    return berkunci(parts, marks + 14, [t.kelas if t.realisasi else KOSONG for t in titik])


# ── Years ────────────────────────────────────────────────────────────────────────────────────────────────────────


def garis(isi: spek.Garis) -> Gambaran:
    """Returns the years with their marks, the steps of their targets, and the key of the marks."""
    titik, axis = isi.titik, isi.sumbu
    band = _pita(len(titik))
    many = len(titik) > TAHUN_TERBANYAK
    places = [(_tengah(band, number), t) for number, t in enumerate(titik)]
    parts: list[Unsur] = list(_kisi(axis))
    parts += [_langkah(axis, x, band, t.target) for x, t in places if t.target]
    for (x1, one), (x2, other) in pairwise(places):
        if one.realisasi and other.realisasi and not (other.berjalan or other.putus):
            parts.append(Garis(x1, x2, _y(axis, one.realisasi.nilai), _y(axis, other.realisasi.nilai), "alur"))
    told = _bertulisan(titik) if many else set(range(len(titik)))
    for number, (x, t) in enumerate(places):
        if t.putus:
            edge = x - band / 2
            parts.append(Garis(edge, edge, 0, _ALAS, "batas"))
            parts.append(Tulisan(edge, 12, "seri baru", "sumbu", geser=4))
        parts += _tahun(axis, x, t, bertulisan=number in told, sempit=many)
    parts += _label(titik, TAHUN_TERBANYAK)
    lower = _ALAS + 33 + (_BARIS if many else 0)
    parts += [Tulisan(x, lower, "berjalan", "tengah sumbu") for x, t in places if t.berjalan]
    bottom = lower + 7 if any(t.berjalan for t in titik) else lower - 7
    return berkunci(parts, bottom, _kelas(titik, many=many))


def _bertulisan(titik: Sequence[Titik]) -> set[int]:
    """Which of many years carry their values: the first and the last that have one."""
    known = [n for n, t in enumerate(titik) if t.realisasi] or [0]
    return {known[0], known[-1], len(titik) - 1}


def _kelas(titik: Sequence[Titik], *, many: bool) -> list[Kelas]:
    """The kategori that the key explains; a baseline has none, and among few years the gaps say their words."""
    return [t.kelas for t in titik if t.realisasi and not t.awal] + [
        KOSONG for t in titik if many and not t.realisasi and not t.nanti
    ]


def _langkah(axis: Sumbu, x: Decimal, band: Decimal, target: Nilai) -> Unsur:
    left, width = x - band * 2 / 5, band * 4 / 5
    if target.maks is not None:
        return _tiang(axis, target.nilai, target.maks, left, width, "target")
    y = _y(axis, target.nilai)
    return Garis(left, left + width, y, y, "tangga")


def _tinggi_target(axis: Sumbu, target: Nilai, realisasi: Nilai | None, *, below: bool) -> int:
    """Where the text of a target stands: over or under it, on the side away from the realisasi, clear of its mark."""
    mark = _y(axis, realisasi.nilai) if realisasi else _ALAS
    if below or not realisasi:
        return min(_y(axis, target.atas) - 8, mark - 11)
    return max(_y(axis, target.nilai) + 17, mark + 20)


def _tahun(axis: Sumbu, x: Decimal, t: Titik, *, bertulisan: bool, sempit: bool) -> Iterator[Unsur]:
    below = bool(t.target and t.realisasi and t.realisasi.nilai <= t.target.atas)
    if t.target and bertulisan:
        yield Tulisan(x, _tinggi_target(axis, t.target, t.realisasi, below=below), t.target.teks, "tengah redup")
    if t.realisasi:
        y = _y(axis, t.realisasi.nilai)
        yield Tanda(x, y, "awal") if t.awal else tanda(x, y, t.kelas)
        if bertulisan:
            low = y + 22 if below and y + 22 <= _ALAS else y - 12
            yield Tulisan(x, low, t.realisasi.teks, "tengah tebal tepi")
    elif not t.nanti:
        yield tanda(x, _ALAS - 46, KOSONG)
        for line, word in enumerate(() if sempit else ("belum", "ada", "data")):  # six years share a phone's width
            yield Tulisan(x, _ALAS - 28 + 12 * line, word, "tengah sumbu")
