"""The commit that is archived: what must be true of the repository before anything is made of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import PemakaianError, SakipgenError, printable
from sakipgen.reading.git import git

_CABANG_TINJAUAN: Final = ("refs/heads/tinjauan", "refs/remotes/origin/tinjauan")
_TAMPIL: Final = 5


@dataclass(frozen=True, slots=True)
class Sumber:
    """The commit that is archived."""

    revisi: str
    detik: int
    """When it was committed, since 1970."""
    awalan: str
    """The folder of the project within its repository; empty, or with a slash at its end."""
    tinjauan: str | None
    """The commit that holds the records of reviews."""
    git: str
    """The version of Git."""


def baca_sumber(root: Path, data: str, catatan: str | None) -> Sumber:
    """Returns the commit that is checked out; refuses where it is not all there is, or not all of it is there.

    `data` is the name of the data folder, `catatan` the revision of the records of reviews where it is named.
    """
    head = git(root, "log", "-1", "--no-show-signature", "--format=%H %ct")
    if not head:
        raise PemakaianError("folder ini bukan repositori Git yang berisi data; jalankan di dalam repositorinya.")
    if (git(root, "rev-parse", "--is-shallow-repository") or b"").strip() != b"false":
        raise PemakaianError("salinan repositori ini tidak lengkap; ambil dahulu seluruh riwayatnya.")
    prefix = os.fsdecode((git(root, "rev-parse", "--show-prefix") or b"").rstrip(b"\n"))
    changed = [row for row in _berubah(root) if row[:2] != "??" or row[3:].startswith(f"{prefix}{data}/")]
    if changed:
        told = ", ".join(f"`{printable(row[3:])}`" for row in changed[:_TAMPIL])
        rest = f" dan {len(changed) - _TAMPIL} lagi" if len(changed) > _TAMPIL else ""
        raise PemakaianError(
            f"ada perubahan yang belum dicatat ({told}{rest}); arsip hanya memuat data yang sudah dicatat; catat atau "
            "batalkan dahulu perubahannya."
        )
    sha, _, seconds = head.decode().strip().partition(" ")
    version = (git(root, "version") or b"").decode().strip().removeprefix("git version ")
    return Sumber(sha, int(seconds), prefix, _tinjauan(root, catatan), version)


def _berubah(root: Path) -> list[str]:
    """What differs from the commit: two letters of its state, a space, its path from the root of the repository."""
    told = git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
    if told is None:
        raise SakipgenError("Git tidak dapat membandingkan folder ini dengan riwayatnya; periksa dengan `git status`.")
    return os.fsdecode(told).split("\0")[:-1]


def _tinjauan(root: Path, wanted: str | None) -> str | None:
    for name in (wanted,) if wanted else _CABANG_TINJAUAN:
        found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if found:
            return found.decode().strip()
    if wanted:
        raise PemakaianError(f"revisi `{printable(wanted)}` tidak ada dalam repositori ini; periksa ejaannya.")
    return None
