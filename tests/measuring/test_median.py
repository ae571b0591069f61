"""The middle of some values, the digits that decide, and the rounding of a number longer than the context."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.measuring.hitung import median, putus, round_half_up


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("7", "7"),
        ("3 1", "2"),
        ("9 1 4", "4"),
        ("1 10 2 5", "3.5"),
        ("5 -2 11 0 3", "3"),
        ("6 1 8 2 9 4", "5"),
        ("0 0 100", "0"),
    ],
)
def test_the_middle_of_values_in_any_order(values: str, expected: str) -> None:
    assert median([Decimal(value) for value in values.split()]) == Decimal(expected)


def test_nothing_has_no_middle() -> None:
    assert median([]) is None


@given(st.lists(st.decimals(min_value=-1000, max_value=1000, places=3), min_size=1))
def test_as_many_values_lie_below_the_middle_as_above(values: list[Decimal]) -> None:
    middle = median(values)
    assert middle is not None
    assert sum(value < middle for value in values) <= len(values) / 2
    assert sum(value > middle for value in values) <= len(values) / 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [("1000000000000000000000000000.125", "1000000000000000000000000000.13"), ("1e30", "1" + "0" * 30 + ".00")],
)
def test_a_long_number_is_rounded_half_up_too(text: str, expected: str) -> None:
    assert str(round_half_up(Decimal(text), 2)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("79.99999999999999999999999999", "80"),
        ("79.99999999999999999999994", "79.9999999999999999999999"),
        ("79.99999999999999999999995", "80"),
        ("123456789012345678901.23456", "123456789012345678901.235"),
        ("1234567890123456789012.3456", "1234567890123456789012.3456"),
    ],
)
def test_the_last_four_of_28_digits_decide_nothing(text: str, expected: str) -> None:
    assert putus(Decimal(text)) == Decimal(expected)


def test_a_half_that_lost_its_last_digit_is_a_half() -> None:
    assert str(round_half_up(Decimal("90.49999999999999999999999999"), 0)) == "91"
    assert str(round_half_up(Decimal("90.4999999999"), 0)) == "90"
