"""Which report the pencil of a page opens: that of the unit and period which the page is about."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator
from sakipgen.rendering.pages.konteks import berkas_laporan


def laporan_terbaru(rows: Iterable[BarisIndikator]) -> tuple[PurePosixPath, ...]:
    """Returns the reports of the latest period among those that say the figures of these rows."""
    reports = {path: periode for path in berkas_laporan(rows) if (periode := _periode_laporan(path))}
    latest = max(reports.values(), key=lambda periode: (periode.akhir, periode.awal), default=None)
    return tuple(path for path, periode in reports.items() if periode == latest)


def laporan_periode(rows: Iterable[BarisIndikator], periode: Periode) -> tuple[PurePosixPath, ...]:
    """Returns the reports of a period among those that say the figures of these rows."""
    return tuple(path for path in berkas_laporan(rows) if _periode_laporan(path) == periode)


def _periode_laporan(path: PurePosixPath) -> Periode | None:
    """Of which period a file is the report; None of another kind of file."""
    match path.parts:
        case _, "realisasi", year, segment, _:
            return Periode(int(year), segment)
    return None
