"""Days as numbers of a year, and days of two years beside one another."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.hari import hari_ke, nomor_hari, pada_tahun, sebanding
from tests.measuring.builder import indikator, isi

HARI: dict[str, Any] = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(2001, 2059))
def test_a_number_is_the_day_it_was_made_of(day: date, tahun: int) -> None:
    assert hari_ke(nomor_hari(day, tahun), tahun) == day


@pytest.mark.parametrize(
    ("lama", "hari", "baru", "same"),
    [
        (2023, "2023-03-30", 2024, "2024-03-30"),
        (2024, "2024-03-30", 2025, "2025-03-30"),
        (2023, "2023-01-31", 2024, "2024-01-31"),
        (2024, "2024-02-29", 2025, "2025-02-28"),
        (2024, "2024-02-29", 2028, "2028-02-29"),
        (2023, "2024-03-30", 2024, "2025-03-30"),
        (2023, "2022-12-31", 2025, "2024-12-31"),
    ],
)
def test_a_day_keeps_its_month_and_day(lama: int, hari: str, baru: int, same: str) -> None:
    number = nomor_hari(date.fromisoformat(hari), lama)
    assert pada_tahun(indikator(**HARI), number, lama, baru) == nomor_hari(date.fromisoformat(same), baru)


def test_other_figures_are_the_same_in_every_year() -> None:
    assert pada_tahun(indikator(), Decimal("71.4"), 2023, 2024) == Decimal("71.4")


def test_across_a_break_there_is_nothing_to_compare() -> None:
    kamus = indikator(putus_seri={"2024": "Instrumen baru."})
    assert sebanding(kamus, Decimal(1), 2023, 2024) is None
    assert sebanding(kamus, Decimal(1), 2024, 2025) == 1


@pytest.mark.parametrize(
    ("nomor", "expected"),
    [
        ("87", date(2024, 3, 27)),
        ("87.5", date(2024, 3, 27)),
        ("0", date(2023, 12, 31)),
        ("-0.5", date(2023, 12, 30)),
        ("20240327", None),
        ("-999999999999999", None),
    ],
)
def test_the_day_of_a_number_in_a_year(nomor: str, expected: date | None) -> None:
    assert hari_ke(Decimal(nomor), 2024) == expected


@pytest.mark.parametrize(
    ("hari", "nomor"),
    [
        (date(2026, 1, 1), 1),
        (date(2026, 3, 31), 90),
        (date(2026, 12, 31), 365),
        (date(2027, 1, 1), 366),
        (date(2025, 12, 31), 0),
    ],
)
def test_the_number_of_a_day(hari: date, nomor: int) -> None:
    assert isi(nomor_hari(hari, 2026)) == isi(nomor)


def test_a_leap_year_has_a_day_more() -> None:
    assert isi(nomor_hari(date(2024, 12, 31), 2024), nomor_hari(date(2025, 1, 1), 2024)) == isi(366, 367)
