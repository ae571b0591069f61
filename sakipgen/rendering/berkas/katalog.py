"""`katalog.jsonld`: the open data for portals of data, by DCAT 3; its words are explained in the file itself.

A Dataset a year in one series: a portal that harvests keeps what it knows, as no Dataset ever goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from sakipgen.domain.waktu import Frekuensi
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering.berkas import api
from sakipgen.rendering.berkas.gudang import Sidik
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis

KATALOG: Final = PurePosixPath("katalog.jsonld")
_JENIS: Final = "https://www.iana.org/assignments/media-types/"
_FREKUENSI: Final[Mapping[Frekuensi, str]] = {
    Frekuensi.BULANAN: "MONTHLY",
    Frekuensi.TRIWULANAN: "QUARTERLY",
    Frekuensi.SEMESTERAN: "ANNUAL_2",
    Frekuensi.TAHUNAN: "ANNUAL",
}
_OTORITAS: Final = "http://publications.europa.eu/resource/authority/"
_KONTEKS: Final = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True)
class Sebaran:
    """A file that a portal offers."""

    path: PurePosixPath
    judul: str
    uraian: str
    jenis: str
    """Media type."""
    patuh: str | None
    """What describes its form: an address, or a path of this site."""


def render(
    rekap: Rekapitulasi, rilis: Rilis, sebaran: Iterable[Sebaran], sidik: Callable[[PurePosixPath], Sidik]
) -> Iterator[bytes]:
    """Yields the catalogue; `sidik` knows size and hash of a file."""
    yield dumps({"@context": _KONTEKS, "@graph": list(_simpul(rekap, rilis, tuple(sebaran), sidik))}).encode()


def _simpul(
    rekap: Rekapitulasi, rilis: Rilis, sebaran: tuple[Sebaran, ...], sidik: Callable[[PurePosixPath], Sidik]
) -> Iterator[dict[str, Any]]:
    day = _hari(rekap.posisi.per_tanggal.isoformat())
    common = {
        "dct:publisher": _id(_alamat(rilis, "#penerbit")),
        "dcat:contactPoint": _id(_alamat(rilis, "#kontak")),
        "dct:license": _id(ALAMAT_LISENSI),
        "dct:language": _id(f"{_OTORITAS}language/IND"),
        "dct:modified": day,
        "dcat:version": rilis.versi,
    }
    series = _id(_alamat(rilis, "#seri"))
    datasets = [_alamat(rilis, f"#{year.tahun}") for year in rekap.tahun]
    files = [_alamat(rilis, str(one.path)) for one in sebaran]
    yield {
        "@id": _alamat(rilis, str(KATALOG)),
        "@type": "dcat:Catalog",
        "dct:title": _kata(f"Katalog: {rilis.judul}"),
        "dct:description": _kata(rilis.uraian),
        **({"foaf:homepage": _id(rilis.alamat)} if rilis.alamat else {}),
        "dcat:dataset": [series, *map(_id, datasets)],
        **common,
    }
    yield {
        **series,
        "@type": "dcat:DatasetSeries",
        "dct:identifier": rilis.nama,
        "dct:title": _kata(rilis.judul),
        "dct:description": _kata(rilis.uraian),
        **common,
    }
    years = [
        Sebaran(
            api.FOLDER / "periode" / f"{year.tahun}.json",
            f"Hasil {year.tahun} (JSON)",
            f"Capaian perangkat daerah, sasaran, dan indikator tahun {year.tahun}.",
            "application/json",
            None,
        )
        for year in rekap.tahun
    ]
    for year, own, at in zip(rekap.tahun, years, datasets, strict=True):
        yield {
            "@id": at,
            "@type": "dcat:Dataset",
            **_tahun(rekap, rilis, year),
            "dct:issued": day,
            "dcat:inSeries": series,
            "dcat:distribution": [_id(_alamat(rilis, str(own.path))), *map(_id, files)],
            **common,
        }
    for one in (*years, *sebaran):
        yield _sebaran(rilis, one, sidik(one.path))
    yield from _orang(rekap, rilis)


def _tahun(rekap: Rekapitulasi, rilis: Rilis, year: RekapTahun) -> dict[str, Any]:
    instansi, name = rekap.instansi, year.tahun
    often = _FREKUENSI[rilis.frekuensi] if rilis.frekuensi else "IRREG"
    made: dict[str, Any] = {"@type": "prov:Activity", "rdfs:label": _kata("Penyusunan situs dari data dalam Git")}
    if instansi.repositori:
        made["prov:used"] = _id(instansi.repositori.alamat)
    last = min(rilis.akhir, year.setahun.periode.akhir)
    return {
        "dct:identifier": f"{rilis.nama}-{name}",
        "dct:title": _kata(f"{rilis.judul} tahun {name}"),
        "dct:description": _kata(f"{rilis.uraian} Berkas tabel memuat semua tahun; saring kolom tahun = {name}."),
        "dcat:keyword": [_kata(word) for word in ("SAKIP", "kinerja", "anggaran", instansi.daerah)],
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _hari(f"{name}-01-01"),
            "dcat:endDate": _hari(last.isoformat()),
        },
        "dct:spatial": {
            "@type": "dct:Location",
            "dct:identifier": instansi.kode_wilayah,
            "skos:prefLabel": _kata(instansi.daerah),
        },
        "dct:accrualPeriodicity": _id(f"{_OTORITAS}frequency/{often}"),
        "dct:provenance": {"@type": "dct:ProvenanceStatement", "rdfs:label": _kata(_asal(rekap))},
        "prov:wasGeneratedBy": made,
    }


def _asal(rekap: Rekapitulasi) -> str:
    revision = f"revisi {rekap.revisi}" if rekap.revisi else "revisi tidak tercatat"
    return f"Disusun otomatis dari data pada {revision}, dilihat per {rekap.posisi.per_tanggal}."


def _sebaran(rilis: Rilis, one: Sebaran, sidik: Sidik) -> dict[str, Any]:
    address = _alamat(rilis, str(one.path))
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": _kata(one.judul),
        "dct:description": _kata(one.uraian),
        "dcat:accessURL": _id(address),
        "dcat:downloadURL": _id(address),
        "dcat:mediaType": _id(f"{_JENIS}{one.jenis}"),
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(sidik.ukuran)},
        "dct:license": _id(ALAMAT_LISENSI),
        **({"dct:conformsTo": _id(_alamat(rilis, one.patuh))} if one.patuh else {}),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _id("spdx:checksumAlgorithm_sha256"),
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": sidik.sha256},
        },
    }


def _orang(rekap: Rekapitulasi, rilis: Rilis) -> Iterator[dict[str, Any]]:
    pd = rekap.instansi.perangkat_daerah
    yield {
        "@id": _alamat(rilis, "#penerbit"),
        "@type": "foaf:Organization",
        "foaf:name": _kata(rilis.penerbit),
        **({"foaf:homepage": _id(pd.situs)} if pd.situs else {}),
    }
    contact = pd.pengaduan or pd.situs or rilis.alamat
    yield {
        "@id": _alamat(rilis, "#kontak"),
        "@type": "vcard:Organization",
        "vcard:fn": rilis.penerbit,
        **({"vcard:hasURL": _id(contact)} if contact else {}),
        **({"vcard:note": _kata(pd.alamat)} if pd.alamat else {}),
    }


def _alamat(rilis: Rilis, path: str) -> str:
    """An address of this site; relative to the catalogue where the site's own is not known."""
    return path if path.startswith("https:") or rilis.alamat is None else f"{rilis.alamat}{path}"


def _id(address: str) -> dict[str, str]:
    return {"@id": address}


def _kata(text: str) -> dict[str, str]:
    return {"@language": "id", "@value": text}


def _hari(day: str) -> dict[str, str]:
    return {"@type": "xsd:date", "@value": day}
