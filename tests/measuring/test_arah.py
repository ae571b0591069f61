"""The direction of a change is not its size, and not its kategori."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.metode import Polaritas
from sakipgen.measuring.arah import Arah, Perubahan, perubahan

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


@given(angka, angka)
def test_what_is_better_for_one_polarity_is_worse_for_the_other(kini: Decimal, dulu: Decimal) -> None:
    naik, turun = (perubahan(p, kini, dulu, None) for p in (Polaritas.NAIK, Polaritas.TURUN))
    assert naik.selisih == turun.selisih
    assert {naik.arah, turun.arah} in ({Arah.MEMBAIK, Arah.MEMBURUK}, {Arah.TETAP})


def test_the_callers_context_changes_no_direction() -> None:
    with localcontext(Context(prec=3)):
        found = perubahan(Polaritas.NAIK, Decimal("70.9996"), Decimal(70), Decimal(1))
    assert found == Perubahan(Decimal(70), Decimal("0.9996"), Arah.TETAP)
