"""Problems as notes at the lines of a proposal, worst first."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Diagnostic, Position, Severity, anotasi_github
from sakipgen.reviewing.laporan import BarisMasalah, LaporanTinjauan

_LENGKAP: Final = "daftar lengkap di ringkasan."


def render_github(laporan: LaporanTinjauan) -> str:
    """Returns workflow commands: as many as GitHub shows, the last of each kind saying how many there are."""
    must = [_masalah(row) for row in laporan.masalah if row.wajib]
    may = [_masalah(row) for row in laporan.masalah if row.baru and not row.wajib]
    lines = [
        *anotasi_github("error", must, _LENGKAP),
        *anotasi_github("warning", may, _LENGKAP),
        f"{len(must)} galat, {len(may)} peringatan dalam {laporan.berkas_diperiksa} berkas",
    ]
    return "".join(f"{line}\n" for line in lines)


def _masalah(row: BarisMasalah) -> Diagnostic:
    position = Position(row.baris, row.kolom)
    return Diagnostic(PurePosixPath(row.berkas), position, row.kode, row.pesan, Severity(row.tingkat), row.di)
