"""The second implementation: the files in `sql/`, one after another, over the published CSV."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.oracle.terbitan import Angka, Kunci, Terbitan

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LANGKAH = sorted((Path(__file__).parent / "sql").glob("*.sql"))


def jalankan(database: DuckDBPyConnection, terbitan: Terbitan) -> Angka:
    """Runs every step and returns the figures that come out, as printed."""
    database.execute("SET VARIABLE folder = ?", [str(terbitan.folder)])
    database.execute("SET VARIABLE per_tanggal = ?", [terbitan.per_tanggal.isoformat()])
    for step in LANGKAH:
        database.execute(step.read_text(encoding="utf-8"))
    rows = database.execute("SELECT tabel, id, kolom, teks FROM hasil").fetchall()
    return {Kunci(tabel, key, kolom): teks for tabel, key, kolom, teks in rows}
