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

_SEBARIS: Final = 2
_TINGGI_KUNCI: Final = 20


def kunci(dipakai: Iterable[Kelas], y: int) -> Iterator[Unsur]:
    """Yields the word of every kategori of a drawing beside its mark, highest first, from the line `y` down.

    Two to a line, so that long names fit a phone.
    """
    for number, kelas in enumerate(_urut(dipakai)):
        x = Decimal(number % _SEBARIS * 50)
        at = y + number // _SEBARIS * _TINGGI_KUNCI
        yield tanda(x, at - 4, kelas, 8)
        yield Tulisan(x, at, kelas.label, "redup", geser=20)


def tinggi_kunci(dipakai: Iterable[Kelas]) -> int:
    """Returns how high the key is, in pixels."""
    return -(-len(_urut(dipakai)) // _SEBARIS) * _TINGGI_KUNCI


def _urut(dipakai: Iterable[Kelas]) -> list[Kelas]:
    """Each once, no data last."""
    return sorted(dict.fromkeys(dipakai), key=lambda kelas: (not kelas.pita, kelas.pita))


def berkunci(unsur: Iterable[Unsur], tinggi: int, dipakai: Iterable[Kelas]) -> Gambaran:
    """Returns a drawing of that height with its key below."""
    used = _urut(dipakai)
    return Gambaran(tinggi + tinggi_kunci(used), (*unsur, *kunci(used, tinggi + 14)))


PENUH: Final = Decimal(100)
KIRI: Final = NOL
