"""Axes of charts: how far they reach, and what their marks are called: numbers, days, ranks, yes and no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from sakipgen.domain.hari import hari_ke, nomor_hari
from sakipgen.measuring.hitung import NOL, SERATUS, bagi
from sakipgen.rendering.cetak import hari_bulan, ringkas

_LANGKAH_TERBANYAK: Final = 5
_BULAN_SETAHUN: Final = 12


@dataclass(frozen=True, slots=True)
class Sumbu:
    """A linear axis."""

    awal: Decimal
    akhir: Decimal
    tanda: tuple[tuple[Decimal, str], ...] = ()
    """Its marks with what stands beside them, in order."""
    bernama: bool = False
    """Whether the marks name what a number only stands for: then nothing is at zero, and every mark is shown."""

    @property
    def dasar(self) -> Decimal:
        """Where bars begin."""
        return self.awal if self.bernama else NOL

    def posisi(self, nilai: Decimal) -> Decimal:
        """Returns where a value stands on the axis, 0 to 100."""
        return _bagian(nilai, self.awal, self.akhir)


@lru_cache(maxsize=8192)
def _bagian(nilai: Decimal, awal: Decimal, akhir: Decimal) -> Decimal:
    return min(max(bagi((nilai - awal) * SERATUS, akhir - awal), NOL), SERATUS)


def bilangan(
    values: Sequence[Decimal], maks: Decimal | None = None, *, nol: bool = True, terkecil: Decimal = NOL
) -> Sumbu:
    """Returns an axis around numbers with at most five round steps.

    `maks` is the largest value that can be, `terkecil` the smallest step: there is no half of a document.
    """
    low, high = min(values), max(values)
    if nol:
        low, high = min(low, NOL), max(high, NOL)
    step = max(langkah((high - low) or abs(high) or Decimal(1)), terkecil)
    start = (low // step) * step - (step if low < 0 and low % step else NOL)
    if not nol and low > 0:
        start = max(start - step, NOL) if (low - start) * 2 < step else start
    end = -((-high // step) * step)
    end += step if end < high else NOL
    end = end if end > start else start + step * _LANGKAH_TERBANYAK
    last = end if maks is None or high > maks else min(end, max(maks, start + step))
    return Sumbu(start, last, tuple((tick, ringkas(tick, 6)) for tick in _bulat(start, last, step)))


@lru_cache(maxsize=512)
def langkah(rentang: Decimal) -> Decimal:
    """Returns the step, of 1, 2 or 5 and tens, that parts a range into at most five."""
    step = Decimal(1).scaleb(rentang.adjusted() - 1)
    for factor in (1, 2, 5, 10, 20, 50):
        if step * factor * _LANGKAH_TERBANYAK >= rentang:
            return step * factor
    return step * 100  # pragma: no cover - 50 steps of a tenth always reach


def _bulat(start: Decimal, end: Decimal, step: Decimal) -> Iterator[Decimal]:
    tick = start
    while tick <= end:
        yield tick
        tick += step


def hari(values: Sequence[Decimal], tahun: int, *, nol: bool = True) -> Sumbu:
    """Returns an axis around days of a year, marked at first days of months; with `nol` from the 1st of January."""
    found = [day for value in values if (day := hari_ke(value, tahun))] or [date(tahun, 1, 1)]
    first, last = min(found), max(found)
    start = first.year * _BULAN_SETAHUN + (0 if nol else first.month - 1)
    end = last.year * _BULAN_SETAHUN + last.month
    step = next((n for n in (1, 2, 3, 6) if end - start <= n * _LANGKAH_TERBANYAK), _BULAN_SETAHUN)
    months = range(start - start % step, end + -end % step + 1, step)
    days = [date(n // _BULAN_SETAHUN, n % _BULAN_SETAHUN + 1, 1) for n in months]
    marks = tuple((nomor_hari(day, tahun), hari_bulan(day)) for day in days)
    return Sumbu(marks[0][0], marks[-1][0], marks, bernama=True)


def tingkat(nama: Sequence[tuple[Decimal, str]]) -> Sumbu:
    """Returns an axis of named steps, lowest first; it begins a step below, so that the lowest is seen."""
    (lowest, _), (second, _), *_ = nama
    return Sumbu(lowest * 2 - second, nama[-1][0], tuple(nama), bernama=True)
