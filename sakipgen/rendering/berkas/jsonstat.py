"""`jsonstat/capaian.json`: target, realisasi and capaian as one JSON-stat 2.0 cube for programs of statistics.

Its dimensions are called as SDMX calls them, so that a mapping is trivial; the cells that are empty are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sakipgen.domain.realisasi import Status
from sakipgen.rekap import BarisIndikator, Rekapitulasi, RekapPeriode
from sakipgen.rendering.datajson import dumps_padat
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis

UKURAN: Final = {"target": "Target", "realisasi": "Realisasi", "capaian": "Capaian (persen)"}
_BATAS: Final = "}\n"


def render(rekap: Rekapitulasi, rilis: Rilis) -> Iterator[bytes]:
    """Yields the cube in parts: the head, then the cells of one indikator after another."""
    periods = [p for year in rekap.tahun for p in year.periode]
    yield dumps_padat(_kepala(rekap, rilis, periods)).removesuffix(_BATAS).encode()
    for name, cells in (("value", _nilai), ("status", _status)):
        yield f',"{name}":{{'.encode()
        opening = ""
        for n, kode in enumerate(rekap.indikator):
            found: dict[str, object] = {}
            for m, p in enumerate(periods):
                row = p.menurut_kode.get(kode)
                first = (n * len(periods) + m) * len(UKURAN)
                found |= {str(first + k): v for k, v in cells(row) if v is not None} if row else {}
            if found:
                yield f"{opening}{dumps_padat(found).removesuffix(_BATAS)[1:]}".encode()
                opening = ","
        yield b"}"
    yield _BATAS.encode()


def _nilai(row: BarisIndikator) -> Iterator[tuple[int, object]]:
    hasil = row.hasil
    yield 0, hasil.target
    yield 1, hasil.realisasi
    yield 2, hasil.capaian.capaian if hasil.capaian else None


def _status(row: BarisIndikator) -> Iterator[tuple[int, object]]:
    """Why the realisasi is missing, or what stands beside it; nothing where an indikator is not measured at all."""
    hasil = row.hasil
    if hasil.status not in {Status.ADA, Status.TIDAK_BERLAKU}:
        yield 1, hasil.status
    elif hasil.tanda:
        yield 1, " ".join(hasil.tanda)


def _kepala(rekap: Rekapitulasi, rilis: Rilis, periods: list[RekapPeriode]) -> dict[str, Any]:
    kodes = list(rekap.indikator)
    return {
        "version": "2.0",
        "class": "dataset",
        "label": rilis.judul,
        "source": rilis.kutipan,
        "updated": rekap.posisi.per_tanggal,
        "link": {"license": [{"type": "text/html", "href": ALAMAT_LISENSI}]},
        "id": ["INDICATOR", "TIME_PERIOD", "UKURAN"],
        "size": [len(kodes), len(periods), len(UKURAN)],
        "role": {"time": ["TIME_PERIOD"], "metric": ["UKURAN"]},
        "dimension": {
            "INDICATOR": {
                "label": "Indikator",
                "category": {"index": kodes, "label": {k: row.nama for k, row in rekap.indikator.items()}},
            },
            "TIME_PERIOD": {
                "label": "Periode",
                "category": {
                    "index": [str(p.periode) for p in periods],
                    "label": {str(p.periode): p.periode.label for p in periods},
                },
            },
            "UKURAN": {"label": "Ukuran", "category": {"index": list(UKURAN), "label": UKURAN}},
        },
        "extension": {
            "REF_AREA": rekap.instansi.kode_wilayah,
            "revisi": rekap.revisi,
            "status_data": rekap.instansi.status_data,
            "versi": rilis.versi,
        },
    }
