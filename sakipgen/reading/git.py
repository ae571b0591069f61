"""Asks Git; without Git, or outside a repository, there is no answer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

_BATAS_DETIK: Final = 60


def git(
    folder: Path,
    *arguments: str,
    masukan: bytes | None = None,
    lingkungan: Mapping[str, str] | None = None,
    batas_detik: int = _BATAS_DETIK,
) -> bytes | None:
    """Returns what Git prints about the repository that holds a folder; None where it cannot answer.

    `lingkungan` is laid over the environment of the process.
    """
    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments, no shell
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - git is found on the PATH, as everywhere
            input=masukan,
            stdin=subprocess.DEVNULL if masukan is None else None,
            capture_output=True,
            check=True,
            timeout=batas_detik,
            env=None if lingkungan is None else {**os.environ, **lingkungan},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def isi_objek(folder: Path, nama: Collection[str]) -> dict[str, bytes]:
    """Returns the bytes of objects by their name, fetched in one go, without those that Git cannot hand over."""
    told = git(folder, "cat-file", "--batch", masukan="".join(f"{name}\n" for name in nama).encode()) if nama else b""
    return dict(_batch(told or b""))


def _batch(told: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and content of each object that `cat-file --batch` prints."""
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        name, kind, *size = told[at:end].decode().split()
        at = end + 1
        if kind == "missing" or not size:
            continue
        length = int(size[0])
        yield name, told[at : at + length]
        at += length + 1
