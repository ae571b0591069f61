"""`{tabel}.csv-metadata.json`: one table for programs that read CSV on the Web."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.kolom import Kolom, Tipe
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis
from sakipgen.rendering.tabel import Tabel

AKHIRAN: Final = "-metadata.json"
"""Stands behind the name of the table it describes, where readers look for it."""
_TIPE: Final[Mapping[Tipe, object]] = {
    "teks": "string",
    "angka": "decimal",
    "bilangan": "integer",
    "tanggal": {"base": "date", "format": "yyyy-MM-dd"},
    "ya_tidak": {"base": "boolean", "format": "ya|tidak"},
}


def render(rilis: Rilis, tabel: Tabel) -> Iterator[bytes]:
    """Yields the description of one table."""
    content = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "id"}],
        "url": f"{tabel.nama}.csv",
        "dc:title": tabel.judul,
        "dc:description": tabel.uraian,
        "dc:publisher": rilis.penerbit,
        "dc:license": {"@id": ALAMAT_LISENSI},
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ",", "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": [_kolom(column) for column in tabel.kolom], "primaryKey": "id"},
    }
    yield dumps(content).encode()


def _kolom(kolom: Kolom) -> dict[str, Any]:
    found: dict[str, Any] = {
        "name": kolom.nama,
        "titles": kolom.nama,
        "dc:description": kolom.uraian,
        "datatype": _TIPE[kolom.tipe],
        "null": "",
    }
    return {**found, "required": True} if kolom.nama == "id" else found
