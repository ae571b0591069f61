"""`data/v1/parquet/*.parquet`: the tables for analysts, written by DuckDB, which not everybody installs.

Numbers are DOUBLE, as analysts expect; the CSV files have all digits.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import SakipgenError
from sakipgen.rendering.kolom import Kolom, Tipe
from sakipgen.rendering.opendata import render_csv
from sakipgen.rendering.tabel import Tabel

_TIPE: Final[Mapping[Tipe, str]] = {
    "teks": "VARCHAR",
    "angka": "DOUBLE",
    "bilangan": "BIGINT",
    "tanggal": "DATE",
    "ya_tidak": "VARCHAR",
}


def pastikan_ada() -> None:
    """Raises SakipgenError, with the cure, where DuckDB is not installed."""
    if find_spec("duckdb") is None:
        raise SakipgenError(
            "`mkdocs.yml` meminta berkas Parquet (`parquet: true`), tetapi DuckDB belum terpasang; "
            "jalankan `pip install 'sakipgen[data]'`, atau hapus `parquet: true`."
        )


def render(tabel: Tabel) -> Iterator[bytes]:
    """Yields one table."""
    import duckdb  # noqa: PLC0415 - not installed everywhere

    with tempfile.TemporaryDirectory(prefix="sakipgen-parquet-") as folder:
        source, made = Path(folder, "t.csv"), Path(folder, "t.parquet")
        with source.open("w", encoding="utf-8", newline="") as file:
            file.writelines(render_csv(tabel.kolom, tabel.isi()))
        with duckdb.connect(config={"threads": 1}) as database:
            database.read_csv(
                str(source), header=True, delimiter=",", quotechar='"', escapechar='"', columns=_kolom(tabel.kolom)
            ).select(_pilih(tabel.kolom)).write_parquet(str(made), compression="zstd")
        yield made.read_bytes()


def _kolom(kolom: tuple[Kolom, ...]) -> dict[str, str]:
    return {column.nama: _TIPE[column.tipe] for column in kolom}


def _pilih(kolom: tuple[Kolom, ...]) -> str:
    """Every column by its name, the words ya and tidak as truth values."""
    return ", ".join(f'"{k.nama}" = \'ya\' AS "{k.nama}"' if k.tipe == "ya_tidak" else f'"{k.nama}"' for k in kolom)
