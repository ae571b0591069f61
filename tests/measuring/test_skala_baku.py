"""The shipped scales at every bound and just beside it, by every reading of their gaps: golden, and for any value."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from sakipgen.domain.skala import Celah, Skala
from sakipgen.domain.skala_baku import SKALA, SkalaPilihan
from sakipgen.measuring.bentuk import terendah
from sakipgen.measuring.skala import kelas

PILIHAN: Final[TypeAdapter[Skala]] = TypeAdapter(SkalaPilihan)
semua = st.decimals(allow_nan=False, allow_infinity=False) | st.decimals(min_value=-50, max_value=450, places=6)

BATAS: Final[Mapping[str, Mapping[str, str]]] = {
    "permendagri86": {
        "bulatkan": """
            sangat-tinggi 90.5 | 90.499999 tinggi
            tinggi 75.5 | 75.499999 sedang
            sedang 65.5 | 65.499999 rendah
            rendah 50.5 | 50.499999 sangat-rendah
        """,
        "batas_bawah": """
            sangat-tinggi 91 | 90.999999 tinggi
            tinggi 76 | 75.999999 sedang
            sedang 66 | 65.999999 rendah
            rendah 51 | 50.999999 sangat-rendah
        """,
        "batas_atas": """
            sangat-tinggi 90.000001 | 90 tinggi
            tinggi 75.000001 | 75 sedang
            sedang 65.000001 | 65 rendah
            rendah 50.000001 | 50 sangat-rendah
        """,
    },
    "sampang": {
        "bulatkan": """
            sangat-baik 90.5 | 90.499999 baik
            baik 75.5 | 75.499999 cukup
            cukup 65.5 | 65.499999 kurang
            kurang 50.5 | 50.499999 sangat-kurang
        """,
        "batas_bawah": """
            sangat-baik 91 | 90.999999 baik
            baik 76 | 75.999999 cukup
            cukup 66 | 65.999999 kurang
            kurang 51 | 50.999999 sangat-kurang
        """,
        "batas_atas": """
            sangat-baik 90.000001 | 90 baik
            baik 75.000001 | 75 cukup
            cukup 65.000001 | 65 kurang
            kurang 50.000001 | 50 sangat-kurang
        """,
    },
    "akip88": {
        "bulatkan": """
            AA 90.005 | 90.004999 A
            A 80.005 | 80.004999 BB
            BB 70.005 | 70.004999 B
            B 60.005 | 60.004999 CC
            CC 50.005 | 50.004999 C
            C 30.005 | 30.004999 D
        """,
        "batas_bawah": """
            AA 90.000001 | 90 A
            A 80.000001 | 80 BB
            BB 70.000001 | 70 B
            B 60.000001 | 60 CC
            CC 50.000001 | 50 C
            C 30.000001 | 30 D
        """,
        "batas_atas": """
            AA 90.000001 | 90 A
            A 80.000001 | 80 BB
            BB 70.000001 | 70 B
            B 60.000001 | 60 CC
            CC 50.000001 | 50 C
            C 30.000001 | 30 D
        """,
    },
    "ipasn": {
        "bulatkan": """
            sangat-tinggi 90.5 | 90.499999 tinggi
            tinggi 80.5 | 80.499999 sedang
            sedang 70.5 | 70.499999 rendah
            rendah 60.5 | 60.499999 sangat-rendah
        """,
        "batas_bawah": """
            sangat-tinggi 91 | 90.999999 tinggi
            tinggi 81 | 80.999999 sedang
            sedang 71 | 70.999999 rendah
            rendah 61 | 60.999999 sangat-rendah
        """,
        "batas_atas": """
            sangat-tinggi 90.000001 | 90 tinggi
            tinggi 80.000001 | 80 sedang
            sedang 70.000001 | 70 rendah
            rendah 60.000001 | 60 sangat-rendah
        """,
    },
    "merit": {
        "bulatkan": """
            sangat-baik 324.5 | 324.499999 baik
            baik 249.5 | 249.499999 kurang
            kurang 174.5 | 174.499999 buruk
        """,
        "batas_bawah": """
            sangat-baik 325 | 324.999999 baik
            baik 250 | 249.999999 kurang
            kurang 175 | 174.999999 buruk
        """,
        "batas_atas": """
            sangat-baik 324.000001 | 324 baik
            baik 249.000001 | 249 kurang
            kurang 174.000001 | 174 buruk
        """,
    },
    "ikm14": {
        "bulatkan": """
            A 88.305 | 88.304999 B
            B 76.605 | 76.604999 C
            C 64.995 | 64.994999 D
        """,
        "batas_bawah": """
            A 88.31 | 88.309999 B
            B 76.61 | 76.609999 C
            C 65 | 64.999999 D
        """,
        "batas_atas": """
            A 88.300001 | 88.3 B
            B 76.600001 | 76.6 C
            C 64.990001 | 64.99 D
        """,
    },
    "ikpa": {
        "bulatkan": """
            sangat-baik 94.5 | 94.499999 baik
            baik 88.5 | 88.499999 cukup
            cukup 69.5 | 69.499999 kurang
        """,
        "batas_bawah": """
            sangat-baik 95 | 94.999999 baik
            baik 89 | 88.999999 cukup
            cukup 70 | 69.999999 kurang
        """,
        "batas_atas": """
            sangat-baik 95 | 94.999999 baik
            baik 89 | 88.999999 cukup
            cukup 70 | 69.999999 kurang
        """,
    },
    "lan4": {
        "bulatkan": """
            sangat-berhasil 84.5 | 84.499999 berhasil
            berhasil 69.5 | 69.499999 cukup-berhasil
            cukup-berhasil 54.5 | 54.499999 tidak-berhasil
        """,
        "batas_bawah": """
            sangat-berhasil 85 | 84.999999 berhasil
            berhasil 70 | 69.999999 cukup-berhasil
            cukup-berhasil 55 | 54.999999 tidak-berhasil
        """,
        "batas_atas": """
            sangat-berhasil 85 | 84.999999 berhasil
            berhasil 70 | 69.999999 cukup-berhasil
            cukup-berhasil 55 | 54.999999 tidak-berhasil
        """,
    },
    "bkdsumbar2016": {
        "bulatkan": """
            di-atas-100 100.5 | 100.499999 75-100
            75-100 74.5 | 74.499999 55-75
            55-75 54.5 | 54.499999 di-bawah-55
        """,
        "batas_bawah": """
            di-atas-100 100.000001 | 100 75-100
            75-100 75 | 74.999999 55-75
            55-75 55 | 54.999999 di-bawah-55
        """,
        "batas_atas": """
            di-atas-100 100.000001 | 100 75-100
            75-100 75 | 74.999999 55-75
            55-75 55 | 54.999999 di-bawah-55
        """,
    },
    "malteng2021": {
        "bulatkan": """
            memuaskan 85.5 | 85.499999 sangat-baik
            sangat-baik 75.5 | 75.499999 baik
            baik 65.5 | 65.499999 cukup-baik
            cukup-baik 50.5 | 50.499999 agak-kurang
            agak-kurang 30.5 | 30.499999 kurang
        """,
        "batas_bawah": """
            memuaskan 85.000001 | 85 sangat-baik
            sangat-baik 75.000001 | 75 baik
            baik 65.000001 | 65 cukup-baik
            cukup-baik 50.000001 | 50 agak-kurang
            agak-kurang 30.000001 | 30 kurang
        """,
        "batas_atas": """
            memuaskan 85.000001 | 85 sangat-baik
            sangat-baik 75.000001 | 75 baik
            baik 65.000001 | 65 cukup-baik
            cukup-baik 50.000001 | 50 agak-kurang
            agak-kurang 30.000001 | 30 kurang
        """,
    },
    "sukabumi2016": {
        "bulatkan": """
            sangat-baik 79.995 | 79.994999 baik
            baik 59.995 | 59.994999 cukup
            cukup 49.995 | 49.994999 kurang
        """,
        "batas_bawah": """
            sangat-baik 80 | 79.999999 baik
            baik 60 | 59.999999 cukup
            cukup 50 | 49.999999 kurang
        """,
        "batas_atas": """
            sangat-baik 79.990001 | 79.99 baik
            baik 59.990001 | 59.99 cukup
            cukup 49.990001 | 49.99 kurang
        """,
    },
    "lampu": {
        "bulatkan": """
            hijau 90.5 | 90.499999 kuning
            kuning 69.5 | 69.499999 merah
        """,
        "batas_bawah": """
            hijau 90.000001 | 90 kuning
            kuning 70 | 69.999999 merah
        """,
        "batas_atas": """
            hijau 90.000001 | 90 kuning
            kuning 70 | 69.999999 merah
        """,
    },
}
"""By scale and reading: the higher class with its lowest value, the next lower value with its class."""


def baca(name: str, celah: Celah) -> Skala:
    return PILIHAN.validate_python({"baku": name, "celah": celah.value})


def kode(scale: Skala, value: Decimal | str) -> str:
    return kelas(scale, Decimal(value)).kode


def test_every_scale_is_in_the_table() -> None:
    assert {name: set(readings) for name, readings in BATAS.items()} == {name: set(Celah) for name in SKALA}


@pytest.mark.parametrize("celah", Celah)
@pytest.mark.parametrize("name", SKALA)
def test_the_class_at_each_bound_and_just_below_it(name: str, celah: Celah) -> None:
    scale = baca(name, celah)
    lines = BATAS[name][celah].strip().splitlines()
    found, order = [], []
    for line in lines:
        upper, low, _, high, lower = line.split()
        found += [(low, kode(scale, low)), (high, kode(scale, high))]
        order += [(low, upper), (high, lower)]
    assert found == order
    assert len(lines) == len(scale.kelas) - 1


@pytest.mark.parametrize("celah", Celah)
@pytest.mark.parametrize("name", SKALA)
def test_far_above_it_is_the_highest_and_far_below_the_lowest(name: str, celah: Celah) -> None:
    scale = baca(name, celah)
    assert [kode(scale, v) for v in ("401", "1E+60")] == [scale.kelas[0].kode] * 2
    assert [kode(scale, v) for v in ("0", "-0.000001", "-1E+60")] == [scale.kelas[-1].kode] * 3


@given(semua, semua, st.sampled_from(list(SKALA)), st.sampled_from(Celah))
def test_total_and_monotone(a: Decimal, b: Decimal, name: str, celah: Celah) -> None:
    scale = baca(name, celah)
    order = [k.kode for k in scale.kelas]
    low, high = sorted([a, b])
    assert order.index(kode(scale, high)) <= order.index(kode(scale, low))


@pytest.mark.parametrize("name", SKALA)
def test_the_lowest_score_of_a_class_is_of_that_class(name: str) -> None:
    scale = SKALA[name]
    lowest = {k.kode: terendah(scale, k) for k in scale.kelas}
    assert lowest.pop(scale.kelas[-1].kode) is None
    assert {k: kode(scale, value) for k, value in lowest.items() if value is not None} == {k: k for k in lowest}


@pytest.mark.parametrize(
    ("name", "nilai", "celah", "label"),
    [
        ("merit", "265.5", "bulatkan", "Baik"),
        ("merit", "353.5", "bulatkan", "Sangat Baik"),
        ("merit", "324.5", "bulatkan", "Sangat Baik"),
        ("merit", "324.5", "batas_bawah", "Baik"),
        ("ipasn", "80.81", "bulatkan", "Tinggi"),
        ("ikm14", "88.305", "bulatkan", "Sangat Baik (A)"),
        ("akip88", "80.00", "bulatkan", "Sangat Baik (BB)"),
        ("akip88", "80.01", "bulatkan", "Memuaskan (A)"),
        ("akip88", "80.02", "bulatkan", "Memuaskan (A)"),
        ("akip88", "80.004", "bulatkan", "Sangat Baik (BB)"),
        ("malteng2021", "85", "batas_bawah", "Sangat Baik"),
        ("bkdsumbar2016", "75", "batas_bawah", "75 sampai 100"),
        ("sukabumi2016", "0", "bulatkan", "Kurang"),
        ("permendagri86", "90.495", "bulatkan", "Tinggi"),
        ("permendagri86", "90.99", "batas_bawah", "Tinggi"),
    ],
)
def test_values_that_the_domain_speaks_of(name: str, nilai: str, celah: str, label: str) -> None:
    assert kelas(baca(name, Celah(celah)), Decimal(nilai)).label == label
