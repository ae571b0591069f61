"""Which Git revision the data is, and of which day. Works without Git: then nothing is known."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

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
    head = _git(data_dir, "log", "-1", "--format=%H %ct")
    if not head:
        return None
    sha, _, seconds = head.strip().partition(" ")
    status = _git(data_dir, "status", "--porcelain", "--", ".")
    return Revisi(sha, datetime.fromtimestamp(int(seconds), ZONA).date(), bersih=status == "")


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is found on the PATH, as everywhere
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
