"""From a value to its kelas: the year's scale with its reading of the gaps of a whole-number table."""

from __future__ import annotations

from decimal import Decimal

from sakipgen.domain.skala import KelasSkala, Skala


def kelas(skala: Skala, nilai: Decimal) -> KelasSkala:
    """Returns the one class of a raw value; above the table it is the highest, below it the lowest.

    `bulatkan` rounds once, half up, to the table's decimals and looks up; `batas_bawah` reads each class from its
    lower bound on; `batas_atas` reads each class down to the upper bound of the next. Source: domain.md § 2.9.
    """
    for start, closed, found in skala.tangga:
        if nilai > start or (closed and nilai == start):
            return found
    return skala.kelas[-1]
