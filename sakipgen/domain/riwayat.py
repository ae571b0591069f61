"""The history of the data as values: every accepted change, what it changed, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

from sakipgen.domain.isian import Beda


@dataclass(frozen=True, slots=True)
class BedaBerkas:
    """One figure that changed, and the file that states or stated it, from the project's root."""

    beda: Beda
    berkas: PurePosixPath


@dataclass(frozen=True, slots=True)
class Catatan:
    """One change that was accepted: a commit, or a merge of several."""

    revisi: str
    """The commit's full hash."""
    waktu: datetime
    """When it was accepted, in Asia/Jakarta."""
    usulan: int | None
    """Number of the proposal on the forge."""
    alasan: str | None
    """From the trailer `Alasan:`."""
    disetujui_oleh: tuple[str, ...]
    """From the trailers `Disetujui-oleh:`; whether they are kode jabatan is not known here."""
    berkas: tuple[PurePosixPath, ...]
    """All files that it touched, from the project's root."""
    beda: tuple[BedaBerkas, ...]


@dataclass(frozen=True)
class Riwayat:
    """All changes, the oldest first."""

    catatan: tuple[Catatan, ...]
    lengkap: bool
    """False of a shallow clone: what lies before the first change is not known."""
