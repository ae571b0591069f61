"""schema.org `Dataset` within a page, for search engines: data, which no browser runs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from markupsafe import Markup

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.datajson import dumps_padat
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis

_AMAN: Final = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})
"""Characters that might end the element or a line of it; JSON reads their numbers as the same."""


def skrip(value: object) -> Markup:
    """Returns a value as a block of JSON-LD that text from data cannot leave."""
    return Markup(  # noqa: S704 - nothing in it can end the element
        f'<script type="application/ld+json">{dumps_padat(value).rstrip().translate(_AMAN)}</script>'
    )


def dataset(
    rekap: Rekapitulasi, rilis: Rilis, path: str, nama: str, uraian: str, sebaran: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """Returns the description of a set of data.

    `path` is its page below the site's root, `sebaran` its files there with their media types.
    """
    root = rilis.alamat or ""
    instansi = rekap.instansi
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": nama,
        "description": uraian,
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": ALAMAT_LISENSI,
        "version": rilis.versi,
        "dateModified": rekap.posisi.per_tanggal,
        "creator": {"@type": "GovernmentOrganization", "name": rilis.penerbit},
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": instansi.daerah,
            "identifier": instansi.kode_wilayah,
        },
        "distribution": [
            {"@type": "DataDownload", "contentUrl": f"{root}{address}", "encodingFormat": kind}
            for address, kind in sebaran
        ],
    }
    if rilis.awal:
        found["temporalCoverage"] = f"{rilis.awal}/{rilis.akhir}"
    return {**found, "url": f"{root}{path}"} if root else found


def indikator(rekap: Rekapitulasi, rilis: Rilis, kode: str) -> Markup:
    """Returns the block of the page of one indikator."""
    row = rekap.indikator[kode]
    files = [(alamat.api_indikator(kode), "application/json")]
    name = f"{kode} {row.nama}, {rekap.instansi.perangkat_daerah.singkatan} {rekap.instansi.daerah}"
    found = dataset(rekap, rilis, alamat.indikator(kode), name, row.definisi_operasional, files)
    measured = {"@type": "PropertyValue", "name": row.nama, "unitText": row.satuan.nama}
    whole = {"@type": "Dataset", "name": rilis.judul, "description": rilis.uraian, "license": ALAMAT_LISENSI}
    if rilis.alamat:
        whole["url"] = f"{rilis.alamat}{alamat.DATA}"
    return skrip(found | {"identifier": kode, "variableMeasured": measured, "isPartOf": whole})
