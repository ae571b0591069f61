"""Rounding and dividing: half up, once, and whatever the caller's context says."""

from __future__ import annotations

from decimal import ROUND_FLOOR, Context, Decimal, localcontext
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.measuring.hitung import (
    bagi,
    jumlah,
    median,
    persen,
    rerata,
    rerata_berbobot,
    rerata_geometrik,
    round_half_up,
)

angka = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)
cacah = st.integers(1, 9999)
hasil = st.builds(lambda part, whole: bagi(Decimal(100 * part), Decimal(whole)), cacah, cacah)
"""A capaian as a formula gives it: a quotient of all 28 digits."""
bobot = st.integers(1, 100).map(Decimal)


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


# ── Weighted and geometric means ─────────────────────────────────────────────────────────────────────────────────


def desimal(*values: str) -> list[Decimal]:
    return [Decimal(value) for value in values]


def dua(value: Decimal | None) -> str:
    assert value is not None
    return str(round_half_up(value, 2))


def test_weights_are_relative() -> None:
    assert rerata_berbobot([(Decimal(100), Decimal(60)), (Decimal(50), Decimal(40))]) == 80
    assert rerata_berbobot([(Decimal(100), Decimal(3)), (Decimal(50), Decimal(2))]) == 80
    assert rerata_berbobot([(Decimal(100), Decimal(60))]) == 100
    assert rerata_berbobot([(Decimal(0), Decimal(60))]) == 0


@pytest.mark.parametrize(
    "rows", [[], [(Decimal(100), Decimal(0))], [(Decimal(9), Decimal(1)), (Decimal(9), -Decimal(1))]]
)
def test_without_weight_there_is_no_mean(rows: list[tuple[Decimal, Decimal]]) -> None:
    assert rerata_berbobot(rows) is None


def test_the_worked_example_of_pmk_22() -> None:
    """Two indikator make an output, two outputs a program, two programs a unit; of 76,31 and 100 no parts are known."""
    output = rerata_geometrik(desimal("100", "90"))
    assert str(output) == "94.86832980505137995996680633"
    program = rerata_geometrik(desimal("94.87", "76.31"))
    assert (dua(output), dua(program)) == ("94.87", "85.09")
    assert dua(rerata_geometrik(desimal("85.09", "100"))) == "92.24"
    raw = rerata_geometrik([output or Decimal(0), Decimal("76.31")])
    assert dua(raw) == "85.08"  # the annex goes on with printed figures


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["4", "9"], "6"),
        (["8"], "8"),
        (["1", "10", "100"], "10"),
        (["0", "120"], "0"),
        (["0"], "0"),
        (["0.0001", "10000"], "1"),
    ],
)
def test_the_geometric_mean(values: list[str], expected: str) -> None:
    assert rerata_geometrik(desimal(*values)) == Decimal(expected)


@pytest.mark.parametrize("values", [[], ["-1"], ["100", "-0.01"], ["0", "-1"]])
def test_no_root_of_nothing_and_none_below_zero(values: list[str]) -> None:
    assert rerata_geometrik(desimal(*values)) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], None), (["7"], "7"), (["9", "1"], "5"), (["9", "1", "2"], "2"), (["4", "1", "3", "100"], "3.5")],
)
def test_the_median(values: list[str], expected: str | None) -> None:
    assert median(desimal(*values)) == (None if expected is None else Decimal(expected))


@given(hasil, st.integers(1, 12), bobot)
def test_the_mean_of_equal_values_is_that_value(value: Decimal, count: int, weight: Decimal) -> None:
    values = [value] * count
    assert rerata(values) == value
    assert rerata_geometrik(values) == value
    assert rerata_berbobot((value, weight) for _ in values) == value


@given(st.lists(hasil, min_size=1, max_size=8).flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_members_never_matters(rows: tuple[list[Decimal], list[Decimal]]) -> None:
    plain, other = rows
    assert jumlah(plain) == jumlah(other)
    assert rerata(plain) == rerata(other)
    assert rerata_geometrik(plain) == rerata_geometrik(other)
    assert median(plain) == median(other)
    weights = {value: Decimal(n) for n, value in enumerate(sorted(set(plain)), start=1)}
    assert rerata_berbobot((v, weights[v]) for v in plain) == rerata_berbobot((v, weights[v]) for v in other)


def test_the_order_of_members_does_not_matter_in_the_last_digit() -> None:
    """Added one by one at 28 digits, these three would end in 13 or in 17, as they come."""
    values = [bagi(Decimal(100 * a), Decimal(b)) for a, b in ((1, 7), (3, 9), (9, 11))]
    assert {str(rerata(order)) for order in permutations(values)} == {"43.14574314574314574314574315"}


@given(st.lists(st.tuples(hasil, bobot), min_size=1, max_size=8), st.sampled_from(desimal("0.01", "3", "7", "1000")))
def test_weights_scaled_by_a_factor_change_nothing(rows: list[tuple[Decimal, Decimal]], factor: Decimal) -> None:
    assert rerata_berbobot(rows) == rerata_berbobot((value, weight * factor) for value, weight in rows)


@given(st.lists(hasil, min_size=1, max_size=8), bobot)
def test_with_equal_weights_it_is_the_plain_mean(values: list[Decimal], weight: Decimal) -> None:
    assert rerata_berbobot((value, weight) for value in values) == rerata(values)


@given(st.lists(hasil | st.just(Decimal(0)), min_size=1, max_size=8))
def test_means_lie_between_the_least_and_the_most_and_the_geometric_is_the_lower(values: list[Decimal]) -> None:
    plain, geometric = rerata(values), rerata_geometrik(values)
    assert plain is not None
    assert geometric is not None
    assert min(values) <= geometric <= plain <= max(values)


@given(st.lists(hasil, max_size=8))
def test_zero_in_a_mean_is_not_a_missing_value(values: list[Decimal]) -> None:
    zero = [*values, Decimal(0)]
    assert rerata(zero) != rerata(values)
    assert rerata_geometrik(zero) == 0 != rerata_geometrik(values)


def test_the_callers_context_changes_nothing() -> None:
    with localcontext(Context(prec=3, rounding=ROUND_FLOOR)):
        assert str(bagi(Decimal(2), Decimal(3))) == "0.6666666666666666666666666667"
        assert jumlah([Decimal("1000.5"), Decimal("0.25")]) == Decimal("1000.75")
        assert rerata([Decimal("123456.5"), Decimal("123456.7")]) == Decimal("123456.6")
        assert persen(Decimal(12345), Decimal(10000)) == Decimal("123.45")
        assert str(round_half_up(Decimal("123456.785"), 2)) == "123456.79"
        assert rerata_berbobot([(Decimal("123456.5"), Decimal(1)), (Decimal("123456.7"), Decimal(3))]) == Decimal(
            "123456.65"
        )
        assert str(rerata_geometrik(desimal("100", "90"))) == "94.86832980505137995996680633"
