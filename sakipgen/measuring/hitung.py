"""The one place that divides, and the one that rounds: exact Decimal arithmetic in a context of our own.

28 significant digits, whatever the caller's context says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache, reduce
from typing import Final

CONTEXT: Final = Context(prec=28, rounding=ROUND_HALF_UP)
LUAS: Final = Context(prec=80, rounding=ROUND_HALF_UP)
"""Room for the steps of one figure, which is then rounded to 28 digits once: the order of its parts never shows."""
_TERPANJANG: Final = 21
"""Digits before the point that no figure has: it would leave fewer than three behind it."""
_PUTUS: Final = Context(prec=24, rounding=ROUND_HALF_UP)
SERATUS: Final = Decimal(100)
NOL: Final = Decimal(0)


def bagi(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Returns the quotient; the caller has made sure that the denominator is not zero."""
    return CONTEXT.divide(numerator, denominator)


def persen(part: Decimal, whole: Decimal) -> Decimal | None:
    """Returns the part in percent of the whole, multiplied first and divided last; None of a whole of zero."""
    return bagi(CONTEXT.multiply(part, SERATUS), whole) if whole else None


def jumlah(values: Iterable[Decimal]) -> Decimal:
    """Returns the sum; zero of no values."""
    return CONTEXT.plus(_jumlah(values))


def rerata(values: Collection[Decimal]) -> Decimal | None:
    """Returns the plain mean; None of no values."""
    return bagi(_jumlah(values), Decimal(len(values))) if values else None


def rerata_berbobot(rows: Iterable[tuple[Decimal, Decimal]]) -> Decimal | None:
    """Returns the mean of values with their weights, Σwc/Σw; None where the weights sum to zero."""
    total, weights = NOL, NOL
    for value, weight in rows:
        total = LUAS.add(total, LUAS.multiply(value, weight))
        weights = LUAS.add(weights, weight)
    return bagi(total, weights) if weights else None


def rerata_geometrik(values: Collection[Decimal]) -> Decimal | None:
    """Returns the n-th root of the product; zero if one is zero, None of no values and of a value below zero."""
    if not values or min(values) < 0:
        return None
    if NOL in values:
        return NOL
    mean = _AKAR.divide(_jumlah(_AKAR.ln(value) for value in values), Decimal(len(values)))
    return CONTEXT.plus(_AKAR.exp(mean))


def _jumlah(values: Iterable[Decimal]) -> Decimal:
    return reduce(LUAS.add, values, NOL)


_AKAR: Final = Context(prec=40, rounding=ROUND_HALF_UP)
"""Twelve digits to spare for logarithms, so that the root is right to the last digit that is kept."""


def median(values: Collection[Decimal]) -> Decimal | None:
    """Returns the middle value, of an even number the mean of the two in the middle; None of no values."""
    ordered = sorted(values)
    half, odd = divmod(len(ordered), 2)
    return rerata(ordered[half : half + 1] if odd else ordered[half - 1 : half + 1])


def putus(value: Decimal) -> Decimal:
    """Returns what decides and is printed: the figure without the last four of its 28 digits.

    Each division may be off by one in the last digit; a mean of quotients that is exactly a half would else fall
    below itself. A number too long to have come from one is left as it is.
    """
    return _PUTUS.plus(value) if value.adjusted() < _TERPANJANG else value


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Returns the value rounded once, a half away from zero, as spreadsheets do and Python's `round` does not.

    Any finite value can be rounded, and none becomes a zero with a minus sign.
    """
    value = putus(value)
    digits = value.adjusted() + decimals + 2
    context = CONTEXT if digits <= CONTEXT.prec else Context(prec=digits, rounding=ROUND_HALF_UP)
    rounded = value.quantize(_step(decimals), context=context)
    return rounded or rounded.copy_abs()


@cache
def _step(decimals: int) -> Decimal:
    return Decimal((0, (1,), -decimals))
