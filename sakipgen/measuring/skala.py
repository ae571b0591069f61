"""From a value to its kelas: the year's scale with its reading of the gaps of a whole-number table."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from sakipgen.domain.metode import Celah, KelasSkala, Skala
from sakipgen.measuring.hitung import round_half_up


def kelas(skala: Skala, nilai: Decimal) -> KelasSkala:
    """Returns the one class of a raw value; above the table it is the highest, below it the lowest.

    `bulatkan` rounds once, half up, to the table's decimals and looks up; `batas_bawah` reads each class from its
    lower bound on; `batas_atas` reads each class down to the upper bound of the next. Source: domain.md § 2.9.
    """
    if skala.celah is Celah.BULATKAN:
        nilai = round_half_up(nilai, skala.presisi_tabel)
    for upper, lower in pairwise(skala.kelas):
        if _above(skala, upper, lower, nilai):
            return upper
    return skala.kelas[-1]


def _above(skala: Skala, upper: KelasSkala, lower: KelasSkala, nilai: Decimal) -> bool:
    if skala.celah is Celah.BATAS_ATAS:
        bound, closed = lower.maks, not lower.maks_termasuk
    else:
        bound, closed = upper.min, upper.min_termasuk
    if bound is None:  # pragma: no cover - the model refuses a scale without its inner bounds
        raise AssertionError(skala.nama)
    return nilai > bound or (closed and nilai == bound)
