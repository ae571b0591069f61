"""What an audit found, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sakipgen.diagnostics import Diagnostic, Severity


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step of the main history, and what is wrong with it."""

    revisi: str
    waktu: datetime
    nomor: int | None
    """Number of the proposal; None where no record tells it."""
    masalah: tuple[Diagnostic, ...]

    @property
    def ditahan(self) -> bool:
        return _galat(self.masalah)


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit found."""

    sejak: str
    """The revision that is trusted."""
    penanda: str | None
    """The tag that names it, if one does."""
    sampai: str
    langkah: tuple[Langkah, ...]
    """All steps after it, the oldest first."""
    catatan: tuple[Diagnostic, ...]
    """What is wrong with the trail itself."""
    beriwayat: bool
    """Whether the history of the trail was looked at."""

    @property
    def ditahan(self) -> tuple[Langkah, ...]:
        return tuple(row for row in self.langkah if row.ditahan)

    @property
    def lulus(self) -> bool:
        return not self.ditahan and not _galat(self.catatan)


def _galat(rows: tuple[Diagnostic, ...]) -> bool:
    return any(row.severity is Severity.ERROR for row in rows)
