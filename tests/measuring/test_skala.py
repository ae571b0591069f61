"""Every value has exactly one kelas, on every scale and by every reading of its gaps."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.skala import Celah
from sakipgen.measuring.skala import kelas
from tests.measuring.builder import AKIP88, PERMENDAGRI86, skala

semua = st.decimals(allow_nan=False, allow_infinity=False)
sekitar = st.decimals(min_value=-50, max_value=250, places=6)

MERIT: Mapping[str, Any] = {
    "nama": "Kategori sistem merit",
    "dasar": "Permen PANRB 40 Tahun 2018",
    "celah": "bulatkan",
    "kelas": [
        {"kode": "sangat-baik", "label": "Sangat Baik", "min": "325", "maks": "400"},
        {"kode": "baik", "label": "Baik", "min": "250", "maks": "324"},
        {"kode": "kurang", "label": "Kurang", "min": "175", "maks": "249"},
        {"kode": "buruk", "label": "Buruk", "maks": "174"},
    ],
}
IKM14: Mapping[str, Any] = {
    "nama": "Mutu pelayanan",
    "dasar": "Permen PANRB 14 Tahun 2017",
    "presisi_tabel": "2",
    "celah": "bulatkan",
    "kelas": [
        {"kode": "A", "label": "A", "min": "88.31", "maks": "100"},
        {"kode": "B", "label": "B", "min": "76.61", "maks": "88.30"},
        {"kode": "C", "label": "C", "min": "65.00", "maks": "76.60"},
        {"kode": "D", "label": "D", "min": "25.00", "maks": "64.99"},
    ],
}


def label(base: Mapping[str, Any], nilai: str, celah: str = "bulatkan") -> str:
    return kelas(skala(base, celah=celah), Decimal(nilai)).label


@pytest.mark.parametrize(
    ("nilai", "bulatkan", "batas_bawah", "batas_atas"),
    [
        ("91", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        ("90.50", "Sangat Tinggi", "Tinggi", "Sangat Tinggi"),
        ("90.495", "Tinggi", "Tinggi", "Sangat Tinggi"),
        ("90.49", "Tinggi", "Tinggi", "Sangat Tinggi"),
        ("90.0000001", "Tinggi", "Tinggi", "Sangat Tinggi"),
        ("90.01", "Tinggi", "Tinggi", "Sangat Tinggi"),
        ("90", "Tinggi", "Tinggi", "Tinggi"),
        ("90.99", "Sangat Tinggi", "Tinggi", "Sangat Tinggi"),
        ("75.5", "Tinggi", "Sedang", "Tinggi"),
        ("75.49999", "Sedang", "Sedang", "Tinggi"),
        ("75", "Sedang", "Sedang", "Sedang"),
        ("65.5", "Sedang", "Rendah", "Sedang"),
        ("65.2", "Rendah", "Rendah", "Sedang"),
        ("50.5", "Rendah", "Sangat Rendah", "Rendah"),
        ("50.4", "Sangat Rendah", "Sangat Rendah", "Rendah"),
        ("50", "Sangat Rendah", "Sangat Rendah", "Sangat Rendah"),
        ("100.01", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        ("1000000", "Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi"),
        ("0", "Sangat Rendah", "Sangat Rendah", "Sangat Rendah"),
        ("-149", "Sangat Rendah", "Sangat Rendah", "Sangat Rendah"),
    ],
)
def test_cases_1_and_2_on_the_whole_number_table(nilai: str, bulatkan: str, batas_bawah: str, batas_atas: str) -> None:
    found = {celah: label(PERMENDAGRI86, nilai, celah) for celah in Celah}
    assert found == {"bulatkan": bulatkan, "batas_bawah": batas_bawah, "batas_atas": batas_atas}


@pytest.mark.parametrize(
    ("nilai", "expected"),
    [
        ("80.00", "BB"),
        ("80.01", "A"),
        ("80.004", "BB"),
        ("80.005", "A"),
        ("90", "A"),
        ("90.01", "AA"),
        ("68.92", "B"),
        ("30", "D"),
        ("30.01", "C"),
        ("100", "AA"),
        ("0", "D"),
        ("-1", "D"),
    ],
)
def test_case_3_a_score_has_two_decimals(nilai: str, expected: str) -> None:
    assert label(AKIP88, nilai) == expected


def test_case_3_by_the_other_readings_nothing_is_rounded() -> None:
    assert label(AKIP88, "80.004", "batas_bawah") == "A"
    assert label(AKIP88, "80.004", "batas_atas") == "A"
    assert label(AKIP88, "80.00", "batas_bawah") == "BB"
    assert label(AKIP88, "80.00", "batas_atas") == "BB"


def test_further_traps_of_the_domain() -> None:
    assert label(MERIT, "265.5") == "Baik"
    assert label(MERIT, "324.5") == "Sangat Baik"
    assert label(MERIT, "324.5", "batas_bawah") == "Baik"
    assert label(IKM14, "88.305") == "A"
    assert label(IKM14, "88.304") == "B"
    assert label(IKM14, "10") == "D"
    assert label(IKM14, "104") == "A"


@given(semua | sekitar, semua | sekitar, st.sampled_from(Celah), st.sampled_from([PERMENDAGRI86, AKIP88, MERIT, IKM14]))
def test_total_and_monotone(a: Decimal, b: Decimal, celah: Celah, base: Mapping[str, Any]) -> None:
    scale = skala(base, celah=celah)
    low, high = sorted([a, b])
    order = {k.kode: n for n, k in enumerate(scale.kelas)}
    assert order[kelas(scale, high).kode] <= order[kelas(scale, low).kode]


@given(sekitar, st.sampled_from(Celah), st.sampled_from([PERMENDAGRI86, MERIT, IKM14]))
def test_a_value_within_a_class_of_the_printed_table_is_of_that_class(
    nilai: Decimal, celah: Celah, base: Mapping[str, Any]
) -> None:
    scale = skala(base, celah=celah)
    inside = [k for k in scale.kelas if (k.min is None or k.min <= nilai) and (k.maks is None or nilai <= k.maks)]
    assert len(inside) <= 1
    if inside:
        assert kelas(scale, nilai) == inside[0]


def test_the_callers_context_changes_no_class() -> None:
    scale = skala(AKIP88)
    with localcontext(Context(prec=3)):
        assert kelas(scale, Decimal("80.0049")).label == "BB"
        assert kelas(scale, Decimal("80.005")).label == "A"
