"""Which Git revision the data is, and of which day. Works without Git: then nothing is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from sakipgen.reading.git import git

ZONA: Final = ZoneInfo("Asia/Jakarta")


@dataclass(frozen=True, slots=True)
class Revisi:
    """The commit that is checked out."""

    sha: str
    tanggal: date
    """Committer date in Asia/Jakarta."""
    bersih: bool
    """Whether the data is as committed."""

    @property
    def label(self) -> str:
        """For the provenance line: twelve digits, and a word where the data differs from the commit."""
        return self.sha[:12] if self.bersih else f"{self.sha[:12]} dengan perubahan yang belum dicatat"


def read_revisi(data_dir: Path) -> Revisi | None:
    """Returns the revision of the repository that holds the data folder; None without Git or without a commit."""
    head = git(data_dir, "log", "-1", "--format=%H %ct")
    if not head:
        return None
    sha, _, seconds = head.decode().strip().partition(" ")
    status = git(data_dir, "status", "--porcelain", "--", ".")
    return Revisi(sha, datetime.fromtimestamp(int(seconds), ZONA).date(), bersih=status == b"")
