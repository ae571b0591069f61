"""Floor, cap and kelas of the year upon a formula's answer, and when a target is reached."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.capaian import ukur_capaian
from sakipgen.measuring.rumus import Masukan
from tests.measuring.builder import isi, metode

angka = st.decimals(min_value=-(10**9), max_value=10**9, places=6)


def masukan(target: str, realisasi: str, **fields: Any) -> Masukan:
    return Masukan(Decimal(target), Decimal(realisasi), **fields)


def test_case_5_the_floor_keeps_the_raw_value() -> None:
    found = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", "25"), metode())
    assert found is not None
    assert (found.mentah, found.capaian, found.agregat) == isi(-50, 0, 0)
    assert found.kelas.label == "Sangat Rendah"
    without_floor = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", "25"), metode(lantai=None))
    assert without_floor is not None
    assert (without_floor.mentah, without_floor.capaian, without_floor.agregat) == isi(-50, -50, -50)
    assert without_floor.kelas.label == "Sangat Rendah"


def test_case_6_a_perfect_result_is_neither_zero_nor_an_error() -> None:
    selisih = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", "0"), metode())
    assert selisih is not None
    assert (selisih.mentah, selisih.capaian, selisih.agregat) == isi(200, 200, 120)
    assert selisih.kelas.label == "Sangat Tinggi"


@pytest.mark.parametrize(("cap", "top"), [("120", 120), ("100", 100), (None, 200)])
def test_case_6_without_a_finite_ratio_the_capaian_is_the_cap_else_200(cap: str | None, top: int) -> None:
    found = ukur_capaian(FormulaCapaian.TURUN_RASIO, masukan("10", "0"), metode(batas_agregat=cap))
    assert found is not None
    assert found.mentah is None
    assert (found.capaian, found.agregat, found.tercapai) == isi(top, top, True)


def test_a_mean_that_is_the_number_itself_is_not_less_than_it() -> None:
    figure = Decimal("99.99999999999999999999999999")
    row = Masukan(Decimal(100), figure, turun=True, tegas=True)
    found = ukur_capaian(FormulaCapaian.TURUN_SELISIH, row, metode())
    assert found is not None
    assert not found.tercapai


def test_case_9_zero_is_a_result() -> None:
    found = ukur_capaian(FormulaCapaian.NAIK, masukan("60", "0"), metode())
    assert found is not None
    assert (found.mentah, found.capaian, found.tercapai) == isi(0, 0, False)
    assert found.kelas.label == "Sangat Rendah"


@pytest.mark.parametrize(
    ("formula", "realisasi", "tercapai", "tercapai_tegas"),
    [
        ("naik", "49", True, False),
        ("naik", "49.01", True, True),
        ("naik", "48.99", False, False),
        ("turun_selisih", "49", True, False),
        ("turun_selisih", "48.99", True, True),
        ("turun_selisih", "49.01", False, False),
        ("turun_rasio", "0", True, True),
    ],
)
def test_the_number_of_less_than_is_not_enough(
    formula: str, realisasi: str, tercapai: bool, tercapai_tegas: bool
) -> None:
    plain, strict = (
        ukur_capaian(FormulaCapaian(formula), masukan("49", realisasi, tegas=tegas), metode())
        for tegas in (False, True)
    )
    assert plain is not None
    assert strict is not None
    assert (plain.tercapai, strict.tercapai) == (tercapai, tercapai_tegas)
    assert strict[:3] == plain[:3], "the figure is the same"


@given(angka, angka, st.sampled_from(FormulaCapaian), st.sampled_from([None, "100", "120"]))
def test_the_three_numbers_are_in_order(
    target: Decimal, realisasi: Decimal, formula: FormulaCapaian, cap: str | None
) -> None:
    found = ukur_capaian(formula, Masukan(target, realisasi), metode(batas_agregat=cap))
    if found is not None:
        assert found.capaian >= 0
        assert 0 <= found.agregat <= found.capaian
        assert cap is None or found.agregat <= Decimal(cap)
        assert found.tercapai is (found.mentah is None or found.mentah >= 100)
