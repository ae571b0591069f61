"""`datapackage.json`: the tables for programs, by Data Package version 2."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.berkas.gudang import Sidik
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.kaitan import KAITAN, PILIHAN
from sakipgen.rendering.kolom import Kolom, Tipe
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis
from sakipgen.rendering.tabel import Tabel

_PROFIL: Final = "https://datapackage.org/profiles/2.0/"
_KOSONG: Final = [{"value": "", "label": "tidak ada angka; sebabnya pada kolom status bila tabel itu memilikinya"}]
_PERIODE: Final = r"20\d\d(-(TW[1-4]|S[12]|0[1-9]|1[0-2]))?"
_TIPE: Final[Mapping[Tipe, Mapping[str, Any]]] = {
    "teks": {"type": "string"},
    "angka": {"type": "number"},
    "bilangan": {"type": "integer"},
    "tanggal": {"type": "date"},
    "ya_tidak": {"type": "boolean", "trueValues": ["ya"], "falseValues": ["tidak"]},
}


def render(rekap: Rekapitulasi, rilis: Rilis, tabel: Iterable[Tabel], sidik: Callable[[str], Sidik]) -> Iterator[bytes]:
    """Yields the descriptor; `sidik` knows size and hash of a file by its name beside it."""
    yield dumps(_paket(rekap, rilis, [_sumber(t, sidik(f"{t.nama}.csv")) for t in tabel])).encode()


def _paket(rekap: Rekapitulasi, rilis: Rilis, resources: list[dict[str, Any]]) -> dict[str, Any]:
    instansi, repo = rekap.instansi, rekap.instansi.repositori
    publisher: dict[str, Any] = {"title": rilis.penerbit, "roles": ["publisher"]}
    if instansi.perangkat_daerah.situs:
        publisher["path"] = instansi.perangkat_daerah.situs
    sources = {"sources": [{"title": "Repositori data", "path": repo.alamat}]} if repo else {}
    return {
        "$schema": f"{_PROFIL}datapackage.json",
        "name": rilis.nama,
        "title": rilis.judul,
        "description": rilis.uraian,
        **({"id": rilis.alamat, "homepage": rilis.alamat} if rilis.alamat else {}),
        "version": rilis.versi,
        "created": f"{rekap.posisi.per_tanggal.isoformat()}T00:00:00Z",
        "keywords": ["SAKIP", "kinerja", "anggaran", instansi.daerah],
        "licenses": [
            {"name": opendata.LISENSI, "path": ALAMAT_LISENSI, "title": "Creative Commons Atribusi 4.0 Internasional"}
        ],
        "contributors": [publisher],
        **sources,
        "kontrak": opendata.VERSI,
        "status_data": instansi.status_data,
        "revisi": rekap.revisi,
        "posisi": {"sampai": rekap.posisi.sampai, "per_tanggal": rekap.posisi.per_tanggal},
        "temporal": {"awal": rilis.awal, "akhir": rilis.akhir},
        "wilayah": {"kode": instansi.kode_wilayah, "nama": instansi.daerah, "provinsi": instansi.provinsi},
        "resources": resources,
    }


def _sumber(tabel: Tabel, sidik: Sidik) -> dict[str, Any]:
    return {
        "name": tabel.nama,
        "type": "table",
        "path": f"{tabel.nama}.csv",
        "title": tabel.judul,
        "description": tabel.uraian,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": sidik.ukuran,
        "hash": f"sha256:{sidik.sha256}",
        "schema": skema(tabel),
    }


def skema(tabel: Tabel) -> dict[str, Any]:
    """Returns the Table Schema of a table."""
    found: dict[str, Any] = {
        "$schema": f"{_PROFIL}tableschema.json",
        "fields": [_isian(tabel.nama, column) for column in tabel.kolom],
        "fieldsMatch": "equal",
        "missingValues": _KOSONG,
        "primaryKey": ["id"],
    }
    if links := KAITAN.get(tabel.nama):
        found["foreignKeys"] = [
            {
                "fields": list(link.kolom),
                "reference": {"resource": "" if link.tabel == tabel.nama else link.tabel, "fields": list(link.kunci)},
            }
            for link in links
        ]
    return found


def _isian(tabel: str, kolom: Kolom) -> dict[str, Any]:
    found: dict[str, Any] = {"name": kolom.nama, **_TIPE[kolom.tipe], "description": kolom.uraian}
    if rules := _batasan(tabel, kolom):
        found["constraints"] = rules
    return found


def _batasan(tabel: str, kolom: Kolom) -> dict[str, Any]:
    if words := PILIHAN.get((tabel, kolom.nama)):
        return {"enum": [word.value for word in words]}
    filled = {} if "kosong" in kolom.uraian else {"required": True}
    match kolom.nama:
        case "id":
            return {"required": True, "unique": True}
        case "periode":
            return {**filled, "pattern": _PERIODE}
        case "tahun":
            return {**filled, "minimum": 2000, "maximum": 2099}
        case "baris":
            return {"minimum": 1}
        case _:
            return {}
