"""The direction of a change is not its size, and not its kategori."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.metode import Polaritas
from sakipgen.measuring.arah import Arah, Jarak, Perubahan, jarak, perubahan

angka = st.decimals(min_value=-(10**6), max_value=10**6, places=4)


@pytest.mark.parametrize(
    ("polaritas", "kini", "dulu", "ambang", "arah"),
    [
        ("naik", "83.61", "80.81", None, "membaik"),
        ("naik", "80.81", "83.61", None, "memburuk"),
        ("turun", "12", "14", None, "membaik"),
        ("turun", "14", "12", None, "memburuk"),
        ("naik", "70", "70.00", None, "tetap"),
        ("naik", "70", "70", "0", "tetap"),
        ("naik", "70.9", "70", "1", "tetap"),
        ("naik", "69.1", "70", "1", "tetap"),
        ("naik", "71", "70", "1", "membaik"),
        ("turun", "71", "70", "1", "memburuk"),
        ("naik", "-1", "-2", None, "membaik"),
    ],
)
def test_direction(polaritas: str, kini: str, dulu: str, ambang: str | None, arah: str) -> None:
    threshold = None if ambang is None else Decimal(ambang)
    found = perubahan(Polaritas(polaritas), Decimal(kini), Decimal(dulu), threshold)
    assert found == Perubahan(Decimal(dulu), Decimal(kini) - Decimal(dulu), Arah(arah))


NYARIS: Final = Decimal("99.99999999999999999999999999")
"""100, but for the last digit of a mean of quotients."""


def test_dust_is_no_direction() -> None:
    assert perubahan(Polaritas.NAIK, NYARIS, Decimal(100), None) == Perubahan(Decimal(100), Decimal(0), Arah.TETAP)
    assert perubahan(Polaritas.NAIK, NYARIS + 1, Decimal(100), Decimal(1)).arah is Arah.MEMBAIK
    assert perubahan(Polaritas.NAIK, Decimal(101), NYARIS, Decimal("1.000000000001")).arah is Arah.TETAP
    assert jarak(NYARIS, Decimal(100), None) == jarak(NYARIS, Decimal(90), Decimal(100)) == 0
    assert jarak(Decimal(100), NYARIS, None) == jarak(Decimal(100), Decimal(1), NYARIS) == 0


@given(angka, angka)
def test_what_is_better_for_one_polarity_is_worse_for_the_other(kini: Decimal, dulu: Decimal) -> None:
    naik, turun = (perubahan(p, kini, dulu, None) for p in (Polaritas.NAIK, Polaritas.TURUN))
    assert naik.selisih == turun.selisih
    assert {naik.arah, turun.arah} in ({Arah.MEMBAIK, Arah.MEMBURUK}, {Arah.TETAP})


def test_the_callers_context_changes_no_direction() -> None:
    with localcontext(Context(prec=3)):
        found = perubahan(Polaritas.NAIK, Decimal("70.9996"), Decimal(70), Decimal(1))
    assert found == Perubahan(Decimal(70), Decimal("0.9996"), Arah.TETAP)


# ── Where neither up nor down is better ──────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("realisasi", "maks", "expected"),
    [
        ("20", None, "0"),
        ("25", None, "5"),
        ("15", None, "5"),
        ("20", "30", "0"),
        ("25", "30", "0"),
        ("30", "30", "0"),
        ("30.5", "30", "0.5"),
        ("19.5", "30", "0.5"),
    ],
)
def test_the_distance_to_a_target_or_a_band(realisasi: str, maks: str | None, expected: str) -> None:
    found = jarak(Decimal(realisasi), Decimal(20), None if maks is None else Decimal(maks))
    assert found == Decimal(expected)


@pytest.mark.parametrize("polaritas", [Polaritas.STABIL, Polaritas.RENTANG])
@pytest.mark.parametrize(
    ("kini", "dulu", "jarak_kini", "jarak_dulu", "arah"),
    [
        ("22", "25", "2", "5", "membaik"),
        ("18", "25", "2", "5", "membaik"),
        ("26", "25", "6", "5", "memburuk"),
        ("15", "25", "5", "5", "tetap"),
        ("85", "82", "0", "0", "tetap"),
        ("25", "25", "1", "5", "tetap"),
    ],
)
def test_the_nearer_is_the_better(
    polaritas: Polaritas, kini: str, dulu: str, jarak_kini: str, jarak_dulu: str, arah: str
) -> None:
    away = Jarak(Decimal(jarak_kini), Decimal(jarak_dulu))
    found = perubahan(polaritas, Decimal(kini), Decimal(dulu), None, away)
    assert found == Perubahan(Decimal(dulu), Decimal(kini) - Decimal(dulu), Arah(arah))


@pytest.mark.parametrize("polaritas", [Polaritas.STABIL, Polaritas.RENTANG])
def test_without_a_target_nothing_is_nearer(polaritas: Polaritas) -> None:
    found = perubahan(polaritas, Decimal(25), Decimal(20), None)
    assert (found.arah, found.selisih) == (Arah.TETAP, Decimal(5))


def test_the_threshold_comes_before_the_distance() -> None:
    away = Jarak(Decimal("0.5"), Decimal(1))
    assert perubahan(Polaritas.STABIL, Decimal("19.5"), Decimal(19), Decimal(1), away).arah is Arah.TETAP
    assert perubahan(Polaritas.STABIL, Decimal("19.5"), Decimal(19), Decimal("0.5"), away).arah is Arah.MEMBAIK


def test_a_distance_says_nothing_where_a_way_is_better() -> None:
    away = Jarak(Decimal(9), Decimal(1))
    assert perubahan(Polaritas.NAIK, Decimal(9), Decimal(1), None, away).arah is Arah.MEMBAIK
    assert perubahan(Polaritas.TURUN, Decimal(9), Decimal(1), None, away).arah is Arah.MEMBURUK


@given(angka, angka, angka)
def test_a_distance_is_never_negative_and_the_same_from_both_sides(
    target: Decimal, realisasi: Decimal, lebar: Decimal
) -> None:
    high = target + abs(lebar)
    found = jarak(realisasi, target, high)
    assert found >= 0
    assert found == jarak(target + high - realisasi, target, high)
    assert (found == 0) == (target <= realisasi <= high)
