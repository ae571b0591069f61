"""Axes: round numbers, first days of months, ranks, yes and no; every value stands between their ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.hari import nomor_hari
from sakipgen.rendering.charts.sumbu import bilangan, hari, tingkat
from tests.measuring.builder import isi

D = Decimal


@pytest.mark.parametrize(
    ("values", "maks", "axis"),
    [
        (["52.37", "60"], None, (0, 60, 20)),
        (["0"], None, (0, 1, 1)),
        (["-2", "-3"], None, (-3, 0, 1)),
        (["97.1", "95"], "100", (0, 100, 20)),
        (["1000", "913"], None, (0, 1000, 200)),
    ],
)
def test_axes_are_round(values: list[str], maks: str | None, axis: tuple[int, int, int]) -> None:
    found = bilangan([D(v) for v in values], D(maks) if maks else None)
    assert [found.awal, found.akhir] == [D(axis[0]), D(axis[1])]
    assert len(found.tanda) <= 7
    assert found.posisi(found.awal) == 0
    assert found.posisi(found.akhir + 1) == 100


@pytest.mark.parametrize(
    ("values", "terkecil", "tanda"),
    [
        (["1", "0"], "1", ["0", "1"]),
        (["1", "0"], "0.01", ["0", "0,2", "0,4", "0,6", "0,8", "1"]),
        (["3"], "1", ["0", "1", "2", "3"]),
    ],
)
def test_no_step_is_smaller_than_what_is_printed(values: list[str], terkecil: str, tanda: list[str]) -> None:
    found = bilangan([D(v) for v in values], terkecil=D(terkecil))
    assert [text for _, text in found.tanda] == tanda


def test_a_line_may_begin_above_zero() -> None:
    found = bilangan([D("97"), D("95")], D(100), nol=False)
    assert [text for _, text in found.tanda] == ["94,5", "95", "95,5", "96", "96,5", "97"]


@pytest.mark.parametrize(
    ("days", "nol", "tanda"),
    [
        (["2024-03-30", "2024-04-05"], True, ["1 Jan", "1 Feb", "1 Mar", "1 Apr", "1 Mei"]),
        (["2024-03-30", "2024-04-05"], False, ["1 Mar", "1 Apr", "1 Mei"]),
        (["2024-12-31"], False, ["1 Des", "1 Jan"]),
        (["2024-06-15"], True, ["1 Jan", "1 Mar", "1 Mei", "1 Jul"]),
        (["2024-12-31", "2025-01-10"], True, ["1 Jan", "1 Apr", "1 Jul", "1 Okt", "1 Jan", "1 Apr"]),
        (["2025-03-31"], True, ["1 Jan", "1 Feb", "1 Mar", "1 Apr"]),
        (["2024-10-20", "2025-11-10"], False, ["1 Okt", "1 Jan", "1 Apr", "1 Jul", "1 Okt", "1 Jan"]),
    ],
)
def test_days_are_marked_by_months(days: list[str], nol: bool, tanda: list[str]) -> None:
    numbers = [nomor_hari(date.fromisoformat(day), 2024) for day in days]
    assert [text for _, text in hari(numbers, 2024, nol=nol).tanda] == tanda


@given(
    st.lists(st.dates(date(2023, 1, 1), date(2026, 12, 31)), min_size=1, max_size=6),
    st.booleans(),
)
def test_every_day_stands_on_its_axis(days: list[date], nol: bool) -> None:
    numbers = [nomor_hari(day, 2024) for day in days]
    axis = hari(numbers, 2024, nol=nol)
    assert axis.awal <= min(numbers) <= max(numbers) <= axis.akhir
    assert 2 <= len(axis.tanda) <= 7
    assert axis.dasar == axis.awal


def test_named_steps_leave_room_below_the_lowest() -> None:
    axis = tingkat([(D(60), "C"), (D(70), "B"), (D(100), "A")])
    assert isi(axis.awal, axis.akhir, axis.dasar) == (50, 100, 50)
    assert [axis.posisi(value) for value, _ in axis.tanda] == [20, 40, 100]
