"""The open data of a Rekapitulasi, written into a folder or held by name."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import berkas
from sakipgen.rendering.berkas.gudang import Gudang
from sakipgen.rendering.opendata import tables
from sakipgen.rendering.rilis import rilis

ROOT = Path(__file__).parents[3]


@cache
def contoh(per_tanggal: date | None = None) -> Rekapitulasi:
    """The Rekapitulasi of the example."""
    found = Project(ROOT).build(per_tanggal).rekap
    assert found is not None
    return found


def gudang(rekap: Rekapitulasi, *, parquet: bool = False) -> Gudang:
    return berkas.gudang(rekap, rilis(rekap), tables(rekap), "1.2.3", {}, dengan_parquet=parquet)


def semua(rekap: Rekapitulasi) -> Mapping[str, bytes]:
    """Every file by its path."""
    store = gudang(rekap)
    return {str(path): b"".join(store.isi(path)) for path in store.paths}


def tulis(files: Mapping[str, bytes], to: Path) -> Path:
    for name, content in files.items():
        path = to / PurePosixPath(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return to


def baca(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    """The CSV tables of a folder by name and key."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for path in sorted((folder / "data" / "v1").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = {row["id"]: row for row in csv.DictReader(file)}
    return found
