"""`versi.json`: which data, seen from where and made by what, a site shows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.rilis import Rilis

VERSI: Final = PurePosixPath("versi.json")
"""Its presence also says that sakipgen made the folder."""
PEMBUAT: Final = "sakipgen"


def render(rekap: Rekapitulasi, rilis: Rilis, versi: str) -> Iterator[bytes]:
    """Yields the file; `versi` is the program's version."""
    repo = rekap.instansi.repositori
    content = {
        "pembuat": PEMBUAT,
        "versi_pembuat": versi,
        "versi_data": opendata.VERSI,
        "versi_rilis": rilis.versi,
        "status_data": rekap.instansi.status_data,
        "posisi": {"sampai": rekap.posisi.sampai, "per_tanggal": rekap.posisi.per_tanggal},
        "revisi": rekap.revisi,
        "masukan": {
            "repositori": repo.alamat if repo else None,
            "cabang": repo.cabang if repo else None,
            "tahun": [year.tahun for year in rekap.tahun],
            "indikator": len(rekap.indikator),
            "laporan": sum(len(year.laporan) for year in rekap.tahun),
            "koreksi": len(rekap.koreksi),
        },
        "skema": {
            "tabel": f"{opendata.FOLDER}/datapackage.json",
            "katalog": "katalog.jsonld",
            "api": "api/v1/index.json",
        },
        "jumlah_uji": ["SHA256SUMS", f"{opendata.FOLDER}/{opendata.JUMLAH_UJI}"],
    }
    yield dumps(content).encode()
