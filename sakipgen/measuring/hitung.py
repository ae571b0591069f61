"""The one place that divides, and the one that rounds: exact Decimal arithmetic in a context of our own.

28 significant digits, whatever the caller's context says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache
from typing import Final

CONTEXT: Final = Context(prec=28, rounding=ROUND_HALF_UP)
SERATUS: Final = Decimal(100)


def bagi(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Returns the quotient; the caller has made sure that the denominator is not zero."""
    return CONTEXT.divide(numerator, denominator)


def persen(part: Decimal, whole: Decimal) -> Decimal | None:
    """Returns the part in percent of the whole, multiplied first and divided last; None of a whole of zero."""
    return bagi(CONTEXT.multiply(part, SERATUS), whole) if whole else None


def jumlah(values: Iterable[Decimal]) -> Decimal:
    """Returns the sum; zero of no values."""
    total = Decimal(0)
    for value in values:
        total = CONTEXT.add(total, value)
    return total


def rerata(values: Collection[Decimal]) -> Decimal | None:
    """Returns the plain mean; None of no values."""
    return bagi(jumlah(values), Decimal(len(values))) if values else None


def median(values: Collection[Decimal]) -> Decimal | None:
    """Returns the middle value, of an even number the mean of the two in the middle; None of no values."""
    ordered = sorted(values)
    half, odd = divmod(len(ordered), 2)
    return rerata(ordered[half : half + 1] if odd else ordered[half - 1 : half + 1])


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Returns the value rounded once, a half away from zero, as spreadsheets do and Python's `round` does not.

    Any finite value can be rounded, and none becomes a zero with a minus sign.
    """
    digits = value.adjusted() + decimals + 2
    context = CONTEXT if digits <= CONTEXT.prec else Context(prec=digits, rounding=ROUND_HALF_UP)
    rounded = value.quantize(_step(decimals), context=context)
    return rounded or rounded.copy_abs()


@cache
def _step(decimals: int) -> Decimal:
    return Decimal((0, (1,), -decimals))
