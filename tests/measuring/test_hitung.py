"""Rounding and dividing: half up, once, and whatever the caller's context says."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.measuring.hitung import bagi, jumlah, persen, rerata, round_half_up

angka = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


@pytest.mark.parametrize(
    ("text", "decimals", "expected"),
    [
        ("90.5", 0, "91"),
        ("90.49", 0, "90"),
        ("90.495", 0, "90"),
        ("90.495", 2, "90.50"),
        ("90.985", 2, "90.99"),
        ("2.675", 2, "2.68"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("-2.345", 2, "-2.35"),
        ("80", 2, "80.00"),
        ("88.305", 2, "88.31"),
        ("0", 2, "0.00"),
    ],
)
def test_half_goes_away_from_zero(text: str, decimals: int, expected: str) -> None:
    assert str(round_half_up(Decimal(text), decimals)) == expected


@pytest.mark.parametrize("text", ["-0.001", "-0.004999", "-0", "-0.00"])
def test_a_rounded_zero_has_no_sign(text: str) -> None:
    assert str(round_half_up(Decimal(text), 2)) == "0.00"


@pytest.mark.parametrize("text", ["1E+75", "-1E+75", "9.995E+90", "1E-400"])
def test_any_finite_value_can_be_rounded(text: str) -> None:
    value = Decimal(text)
    assert abs(round_half_up(value, 2) - value) <= Decimal("0.005")


@given(angka, st.integers(0, 6))
def test_rounding_moves_a_value_by_half_a_step_at_most(value: Decimal, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    assert abs(rounded - value) * 2 <= Decimal(1).scaleb(-decimals)
    assert rounded == round_half_up(rounded, decimals)
    assert rounded == -round_half_up(-value, decimals)


@given(angka, angka)
def test_rounding_is_monotone(a: Decimal, b: Decimal) -> None:
    low, high = sorted([a, b])
    assert round_half_up(low, 2) <= round_half_up(high, 2)


def test_percent_multiplies_first_and_divides_last() -> None:
    assert persen(Decimal(1), Decimal(3)) == Decimal("33.33333333333333333333333333")
    assert persen(Decimal(3), Decimal(3)) == 100
    assert persen(Decimal(0), Decimal(3)) == 0


def test_percent_of_nothing_is_unknown() -> None:
    assert persen(Decimal(0), Decimal(0)) is None
    assert persen(Decimal(5), Decimal(0)) is None


def test_mean_of_nothing_is_unknown_and_sum_of_nothing_is_zero() -> None:
    assert rerata([]) is None
    assert jumlah([]) == 0


def test_mean_is_plain() -> None:
    assert rerata([Decimal(180), Decimal(60)]) == 120
    assert rerata([Decimal(0)]) == 0


def test_the_callers_context_changes_nothing() -> None:
    with localcontext(Context(prec=3, rounding=ROUND_FLOOR)):
        assert str(bagi(Decimal(2), Decimal(3))) == "0.6666666666666666666666666667"
        assert jumlah([Decimal("1000.5"), Decimal("0.25")]) == Decimal("1000.75")
        assert rerata([Decimal("123456.5"), Decimal("123456.7")]) == Decimal("123456.6")
        assert persen(Decimal(12345), Decimal(10000)) == Decimal("123.45")
        assert str(round_half_up(Decimal("123456.785"), 2)) == "123456.79"
