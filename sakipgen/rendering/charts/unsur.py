"""What a drawing is made of, before any back end writes it: bars, lines, words and marks.

Places across are percentages of the width, so that one drawing fills a phone, a desktop and a page of a paper; places
down are pixels. `kelas` holds the classes, by which the style sheet and `palet.GAYA` know how a thing looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sakipgen.measuring.hitung import NOL, round_half_up
from sakipgen.rendering.charts.spek import Kelas


@dataclass(frozen=True, slots=True)
class Batang:
    """A bar or box; hatched where it is a target."""

    x: Decimal
    y: int
    lebar: Decimal
    tinggi: int
    kelas: str
    arsir: bool = False


@dataclass(frozen=True, slots=True)
class Garis:
    x1: Decimal
    x2: Decimal
    y1: int
    y2: int
    kelas: str


@dataclass(frozen=True, slots=True)
class Tulisan:
    """Words with their start, middle or end, by class, at a place; `geser` moves them by pixels."""

    x: Decimal
    y: int
    teks: str
    kelas: str = ""
    kepala: str = ""
    """What stands before them in bold."""
    geser: int = 0


@dataclass(frozen=True, slots=True)
class Tanda:
    """One of the marks of `palet.BENTUK` at a place."""

    x: Decimal
    y: int
    bentuk: str
    geser: int = 0


PENUH: Final = Decimal(100)
KIRI: Final = NOL
"""The two ends of the width."""

Unsur = Batang | Garis | Tulisan | Tanda


@dataclass(frozen=True, slots=True)
class Gambaran:
    """A finished drawing: its height in pixels and what it is made of, in the order of painting."""

    tinggi: int
    unsur: tuple[Unsur, ...]


@lru_cache(maxsize=8192)
def bulat(nilai: Decimal) -> str:
    """Returns a length or place on a drawing, with at most two decimals."""
    return format(round_half_up(nilai, 2).normalize(), "f")


def tanda(x: Decimal, y: int, kelas: Kelas, geser: int = 0) -> Tanda:
    """Returns the mark of a kategori at a place."""
    return Tanda(x, y, f"p{kelas.pita}", geser)


# ── The key ──────────────────────────────────────────────────────────────────────────────────────────────────────

_LEBAR_KUNCI: Final = 290
"""So many pixels of a line fit the narrowest phone."""
_TINGGI_KUNCI: Final = 20
_HURUF: Final = 7
"""So many pixels a letter of 12 pixels takes, rather more than less."""


def kunci(dipakai: Iterable[Kelas], y: int) -> Iterator[Unsur]:
    """Yields the word of every kategori of a drawing beside its mark, highest first, from the line `y` down."""
    for kelas, line, place in _letak(dipakai):
        at = y + line * _TINGGI_KUNCI
        yield tanda(KIRI, at - 4, kelas, place + 8)
        yield Tulisan(KIRI, at, kelas.label, "redup", geser=place + 20)


def _letak(dipakai: Iterable[Kelas]) -> Iterator[tuple[Kelas, int, int]]:
    """Every kategori with its line from 0 and its place on it in pixels: as many to a line as a phone takes."""
    line = place = 0
    for kelas in _urut(dipakai):
        width = 36 + _HURUF * len(kelas.label)
        if place and place + width > _LEBAR_KUNCI:
            line, place = line + 1, 0
        yield kelas, line, place
        place += width


def _urut(dipakai: Iterable[Kelas]) -> list[Kelas]:
    """Each once, no data last."""
    return sorted(dict.fromkeys(dipakai), key=lambda kelas: (not kelas.pita, kelas.pita))


def berkunci(unsur: Iterable[Unsur], tinggi: int, dipakai: Iterable[Kelas]) -> Gambaran:
    """Returns a drawing of that height with its key below."""
    used = _urut(dipakai)
    lines = max((line + 1 for _, line, _ in _letak(used)), default=0)
    return Gambaran(tinggi + lines * _TINGGI_KUNCI, (*unsur, *kunci(used, tinggi + 14)))
