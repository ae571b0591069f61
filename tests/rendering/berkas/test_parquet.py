"""Parquet where it is asked for: the figures of the tables, the same bytes again, a cure where DuckDB is missing."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from importlib.machinery import ModuleSpec
from pathlib import Path, PurePosixPath

import duckdb
import pytest

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.berkas import PARQUET, parquet
from sakipgen.rendering.opendata import tables
from tests.conftest import Indonesian
from tests.rendering.berkas.terbit import contoh, gudang


def test_only_where_it_is_asked_for() -> None:
    assert not [path for path in gudang(contoh()).paths if path.suffix == ".parquet"]
    asked = [path for path in gudang(contoh(), parquet=True).paths if path.suffix == ".parquet"]
    assert asked == [PARQUET / f"{t.nama}.parquet" for t in tables(contoh())]


def test_the_sums_name_them() -> None:
    store = gudang(contoh(), parquet=True)
    sums = b"".join(store.isi(PurePosixPath("data/v1/SHA256SUMS"))).decode()
    assert f"{store.sidik(PARQUET / 'skala.parquet').sha256}  parquet/skala.parquet\n" in sums


@pytest.mark.parametrize("name", ["capaian", "indikator", "pengiriman", "dokumen"])
def test_rows_types_and_bytes(name: str, tmp_path: Path) -> None:
    table = next(t for t in tables(contoh()) if t.nama == name)
    content = b"".join(parquet.render(table))
    assert b"".join(parquet.render(table)) == content
    path = tmp_path / f"{name}.parquet"
    path.write_bytes(content)
    with duckdb.connect() as database:
        rows = database.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchall()
    assert len(rows) == len(table.baris)
    for told, raw in zip(rows, table.baris, strict=True):
        for column, cell, value in zip(table.kolom, told, raw, strict=True):
            wanted = float(value) if isinstance(value, Decimal) else value
            assert cell == (str(wanted) if isinstance(wanted, str) else wanted), column.nama


def test_without_duckdb_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, indonesian: Indonesian) -> None:
    parquet.pastikan_ada()
    missing: Callable[[str], ModuleSpec | None] = lambda _: None  # noqa: E731
    monkeypatch.setattr(parquet, "find_spec", missing)
    with pytest.raises(SakipgenError, match=r"pip install 'sakipgen\[data\]'") as raised:
        parquet.pastikan_ada()
    indonesian(str(raised.value))
