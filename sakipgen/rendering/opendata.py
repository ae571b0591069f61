"""Open data: the tables of the contract in `kolom.py` filled with raw values, as CSV and as one JSON file.

Nothing is rounded here and nothing is formatted for people; the same Rekapitulasi gives the same bytes.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from sakipgen.rekap import (
    Rekapitulasi,
)
from sakipgen.rendering import opendata_catatan, opendata_kebijakan, opendata_kinerja, opendata_pohon, opendata_riwayat
from sakipgen.rendering.datajson import berkelompok, dump_tables, plain
from sakipgen.rendering.kolom import Kolom, Tipe
from sakipgen.rendering.tabel import Baris, Sel, Tabel, fill

VERSI: Final = 1
"""Version of the contract; columns may be added under it, never changed or removed."""
FOLDER: Final = PurePosixPath("data/v1")
SEMUA: Final = "sakip.json"
"""The file that holds every table."""
JUMLAH_UJI: Final = "SHA256SUMS"
LISENSI: Final = "CC-BY-4.0"


def tables(rekap: Rekapitulasi) -> tuple[Tabel, ...]:
    """Returns all tables, rows in order of the Rekapitulasi: year by year, period by period."""
    return tuple(
        fill(definisi, rows, rekap)
        for definisi, rows in (
            *opendata_kinerja.ISI,
            *opendata_catatan.ISI,
            *opendata_kebijakan.ISI,
            *opendata_pohon.ISI,
            *opendata_riwayat.ISI,
        )
    )


def render_tables(rekap: Rekapitulasi) -> Mapping[PurePosixPath, Callable[[], Iterator[bytes]]]:
    """Returns the published tables by their path below the site's root, each as bytes in parts when asked for."""
    found = tables(rekap)
    files: dict[PurePosixPath, Callable[[], Iterator[bytes]]] = {
        FOLDER / f"{t.nama}.csv": partial(_csv, t) for t in found
    }
    files[FOLDER / SEMUA] = partial(_json, rekap, found)
    return files


def _csv(tabel: Tabel) -> Iterator[bytes]:
    return (part.encode() for part in render_csv(tabel.kolom, tabel.isi()))


def _json(rekap: Rekapitulasi, tabel: Sequence[Tabel]) -> Iterator[bytes]:
    return (part.encode() for part in _render_json(rekap, tabel))


def render_sums(digests: Mapping[PurePosixPath, str]) -> bytes:
    """Returns the list of SHA-256 that `sha256sum --check` reads, by paths below its own folder."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items())).encode()


# ── Formats ──


def render_csv(columns: Sequence[Kolom], rows: Iterable[Baris]) -> Iterator[str]:
    """Yields CSV by RFC 4180: comma, CRLF, header row, decimal point, an empty cell for a missing value."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.nama for column in columns])
    for part in berkelompok(rows):
        written = [
            list(map(_CELLS.get(column.tipe, _as_is), cells))
            for column, cells in zip(columns, zip(*part, strict=True), strict=True)
        ]
        writer.writerows(zip(*written, strict=True))
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _as_is(value: Sel) -> Sel:
    """Whole numbers, days and nothing are written right by `csv` itself."""
    return value


def _text(value: Sel) -> Sel:
    """Second line of defence: a spreadsheet must not take text for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _number(value: Sel) -> Sel:
    return plain(value) if isinstance(value, Decimal) else value


def _yes_no(value: Sel) -> Sel:
    return value if value is None else "ya" if value else "tidak"


_CELLS: Final[Mapping[Tipe, Callable[[Sel], Sel]]] = {"teks": _text, "angka": _number, "ya_tidak": _yes_no}


def _render_json(rekap: Rekapitulasi, tabel: Sequence[Tabel]) -> Iterator[str]:
    instansi = rekap.instansi
    head = {
        "versi": VERSI,
        "instansi": {
            "nama": instansi.nama,
            "daerah": instansi.daerah,
            "provinsi": instansi.provinsi,
            "kode_wilayah": instansi.kode_wilayah,
            "perangkat_daerah": instansi.perangkat_daerah.nama,
            "singkatan": instansi.perangkat_daerah.singkatan,
            "unit_kerja": {kode: unit.nama for kode, unit in instansi.unit_kerja.items()},
            "alamat_situs": instansi.alamat_situs,
        },
        "status_data": instansi.status_data,
        "lisensi": LISENSI,
        "posisi": {"sampai": rekap.posisi.sampai, "per_tanggal": rekap.posisi.per_tanggal},
        "revisi": rekap.revisi,
        "metode": {str(year.tahun): year.metode.model_dump() for year in rekap.tahun},
    }
    return dump_tables(head, "tabel", ((t.nama, [k.nama for k in t.kolom], t.isi()) for t in tabel))
