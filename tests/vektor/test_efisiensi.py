"""A printed table of efficiency: the capaian of six sasaran in percent of what was spent, in money and in people."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest

from sakipgen.measuring.efisiensi import rasio
from sakipgen.measuring.hitung import CONTEXT, SERATUS
from tests.vektor.baca import Baris, baca, cetak

ROWS: Final = baca("efisiensi")


def angka_cetak(row: Baris, kolom: str) -> Decimal:
    return Decimal(row[kolom].replace(",", "."))


def dalam_persen(capaian: Decimal, serapan: Decimal) -> Decimal:
    """Capaian by serapan, in percent: above 100 more was reached than was spent."""
    found = rasio(capaian, serapan)
    assert found is not None
    return CONTEXT.multiply(found, SERATUS)


@pytest.mark.parametrize("masukan", ["dana", "sdm"])
@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_the_printed_ratio_is_output_by_input(row: Baris, masukan: str) -> None:
    found = dalam_persen(angka_cetak(row, "capaian_output"), angka_cetak(row, f"capaian_{masukan}"))
    assert cetak(found, 2) == row[f"ef_{masukan}_tercetak"]


def test_little_money_makes_a_high_ratio() -> None:
    """Sasaran 5 spent 57,43% of its money: its capaian of 103,39 becomes 180,03, the highest of the table."""
    found = {
        row["id"]: dalam_persen(angka_cetak(row, "capaian_output"), angka_cetak(row, "capaian_dana")) for row in ROWS
    }
    assert len(found) == 6
    assert max(found, key=lambda kode: found[kode]) == "E05"
    assert str(found["E05"]) == "180.0278600034825004353125544"


def test_nothing_spent_has_no_ratio() -> None:
    assert rasio(Decimal("103.39"), Decimal(0)) is None
