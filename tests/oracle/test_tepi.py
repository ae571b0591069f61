"""Edges: where half of the last digit, the completeness of a whole, or the sign of a target decides."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sakipgen.rekap import Rekapitulasi
from tests.oracle import tepi
from tests.oracle.duck import jalankan
from tests.oracle.terbitan import perbedaan, terbitkan

duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed: no figure was computed again in SQL")


@pytest.mark.parametrize(
    "buat",
    [
        pytest.param(lambda: tepi.rerata(60), id="rerata"),
        pytest.param(lambda: tepi.sepertiga(60), id="sepertiga"),
        pytest.param(tepi.ambang, id="ambang"),
        pytest.param(tepi.tanda, id="tanda"),
        pytest.param(tepi.belum, id="belum"),
    ],
)
def test_edges(buat: Callable[[], Rekapitulasi], tmp_path: Path) -> None:
    terbitan = terbitkan(buat(), tmp_path)
    with duckdb.connect() as database:
        assert not perbedaan(terbitan.tercetak(), jalankan(database, terbitan))


def test_a_published_sign_is_the_one_that_was_measured(tmp_path: Path) -> None:
    terbitan = terbitkan(tepi.tanda(), tmp_path)
    row = next(row for row in terbitan.baca("capaian") if row["periode"] == "2024-TW1")
    assert row["target"] == row["realisasi"]
    assert (row["target_tanda"], row["tercapai"]) in {("", "ya"), ("<", "tidak")}
