"""What fifteen binary digits can tell, and what they cannot."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import Final

from tests.oracle.terbitan import Baris

_LUAS: Final = Context(prec=60)
_SETENGAH: Final = Decimal("0.005")
"""Halves of the last printed digit, and every bound of a scale, a floor or a cap, are multiples of this."""
_PERSIS: Final = Decimal("1e-23")
_DEKAT: Final = Decimal("1e-9")
TERBESAR: Final = Decimal(10_000)
_LIPAT: Final = 100
"""How much larger than their difference two numbers may be that are subtracted."""


def terbaca(teks: str) -> bool:
    """Whether a spreadsheet can tell how a percentage is rounded: exactly half, or not close to it."""
    value = Decimal(teks)
    away = _LUAS.remainder_near(value, _SETENGAH).copy_abs()
    return abs(value) < TERBESAR and (away < _PERSIS or away > _DEKAT)


def baris_terbaca(row: Baris) -> bool:
    """Whether it can tell the figures of a row of `capaian`."""
    target, realisasi = Decimal(row["target"]), Decimal(row["realisasi"])
    maks, baseline = (Decimal(row[name]) if row[name] else None for name in ("target_maks", "baseline"))
    told = all(terbaca(row[name]) for name in ("capaian_mentah", "capaian") if row[name])
    if not told or not _terpisah(target, realisasi) or not _terpisah(maks, realisasi):
        return False
    if baseline is None:
        return True
    largest = max(abs(target), abs(realisasi), abs(baseline))
    return target == baseline or largest < _LIPAT * abs(target - baseline)


def _terpisah(one: Decimal | None, other: Decimal) -> bool:
    """Whether two numbers are the same or clearly not."""
    return one is None or one == other or abs(one - other) > _DEKAT * max(abs(one), abs(other))
