"""DuckDB computes the published tables again, in whole numbers: no figure differs in its last digit."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.oracle.conftest import pada
from tests.oracle.duck import jalankan
from tests.oracle.terbitan import Angka, Kunci, Terbitan, perbedaan

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: no figure was computed again in SQL")


def hitung(terbitan: Terbitan) -> Angka:
    with duckdb.connect() as database:
        return jalankan(database, terbitan)


def test_the_whole_history_of_the_example(contoh: Terbitan) -> None:
    printed = contoh.tercetak()
    assert len(printed) > 30_000
    assert not perbedaan(printed, hitung(contoh))


@pytest.mark.parametrize(
    ("sampai", "hari"),
    [
        ("2024-TW1", date(2024, 4, 2)),
        ("2024-11", date(2024, 12, 3)),
        ("2024", date(2025, 1, 5)),
        ("2025-S1", date(2025, 7, 9)),
        ("2025", date(2026, 2, 2)),
    ],
)
def test_the_example_as_earlier_days_saw_it(tmp_path: Path, sampai: str, hari: date) -> None:
    terbitan = pada(tmp_path, sampai, hari)
    assert not perbedaan(terbitan.tercetak(), hitung(terbitan))


def test_ten_thousand_indikator(sampel: Terbitan) -> None:
    printed = sampel.tercetak()
    assert len(printed) > 190_000
    assert not perbedaan(printed, hitung(sampel))


def test_one_wrong_digit_is_found(contoh: Terbitan, tmp_path: Path) -> None:
    wrong = replace(contoh, folder=shutil.copytree(contoh.folder, tmp_path / "salah"))
    table = wrong.folder / "sasaran.csv"
    row = next(row for row in wrong.baca("sasaran") if row["capaian"])
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace(row["capaian"], "90.495", 1), encoding="utf-8")
    key = Kunci("sasaran", row["id"], "capaian")
    answer = hitung(wrong)
    assert perbedaan(wrong.tercetak(), answer).splitlines()[:2] == [
        "1 angka berbeda",
        f"{':'.join(key)}: terbit 90.50, dihitung ulang {answer[key]}",
    ]
