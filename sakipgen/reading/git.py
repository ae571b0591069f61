"""Asks Git; without Git, or outside a repository, there is no answer."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Final

_BATAS_DETIK: Final = 60


def git(folder: Path, *arguments: str, masukan: bytes | None = None) -> bytes | None:
    """Returns what Git prints about the repository that holds a folder; None where it cannot answer."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is found on the PATH, as everywhere
            input=masukan,
            stdin=subprocess.DEVNULL if masukan is None else None,
            capture_output=True,
            check=True,
            timeout=_BATAS_DETIK,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
