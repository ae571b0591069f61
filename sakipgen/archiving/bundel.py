"""The history of an archive: one file that Git alone can open again, the same bytes for the same history."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.archiving.jumlah import tentang
from sakipgen.diagnostics import Diagnostic, SakipgenError
from sakipgen.reading.git import git

UTAMA: Final = "refs/heads/main"
TINJAUAN: Final = "refs/heads/tinjauan"
_BATAS_DETIK: Final = 3600
_TERPENCIL: Final = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
"""Nobody's settings decide how something is packed or unpacked."""
_TETAP: Final = (
    *("-c", "pack.threads=1", "-c", "repack.writeBitmaps=false", "-c", "pack.writeReverseIndex=false"),
    *("-c", "core.compression=6"),
)


def buat_bundel(root: Path, ke: Path, revisi: str, tinjauan: str | None, tanpa_tanda: str) -> None:
    """Writes the history of a commit, the tags on it except one, and the branch of reviews, into one file.

    Everything is packed anew from a repository of its own, so neither names of branches nor how objects lie in this
    one matter.
    """
    with _gudang(root) as store:
        tags = git(root, "for-each-ref", f"--merged={revisi}", "--format=%(objectname) %(refname)", "refs/tags") or b""
        named = (line.partition(" ") for line in tags.decode().splitlines())
        refs = [(UTAMA, revisi), *((ref, oid) for oid, _, ref in named if ref != tanpa_tanda)]
        refs += [(TINJAUAN, tinjauan)] if tinjauan else []
        orders = "".join(f"create {ref} {oid}\n" for ref, oid in refs).encode()
        _perlu(store, "update-ref", "--stdin", masukan=orders)
        _perlu(store, *_TETAP, "repack", "-a", "-d", "-F", "-q")
        (store / "objects" / "info" / "alternates").unlink()
        _perlu(store, *_TETAP, "bundle", "create", "-q", str(ke.resolve()), "HEAD", "--all")


def klon(bundel: Path, ke: Path, revisi: str) -> Iterator[Diagnostic]:
    """A004 Riwayat dalam arsip tidak dapat dipakai.

    `riwayat.bundle` memuat seluruh riwayat data. Berkas itu rusak, memerlukan riwayat lain yang tidak ada di dalamnya,
    atau data utamanya bukan revisi yang disebut arsip.

    Cara memperbaiki: ambil arsip yang sama dari salinan lain.
    """
    place = PurePosixPath(bundel.parent.name) / bundel.name
    with tempfile.TemporaryDirectory() as folder:
        _perlu(Path(folder), "init", "-q", "--bare", "--template=")
        if git(Path(folder), "bundle", "verify", "-q", str(bundel.resolve()), lingkungan=_TERPENCIL) is None:
            yield tentang(place, "A004", "riwayat rusak atau tidak lengkap; ambil arsip dari salinan lain.")
            return
    options = ("-c", "core.symlinks=false", "-c", "core.autocrlf=false", "-c", f"core.hooksPath={os.devnull}")
    made = git(
        bundel.parent,
        *("clone", "-q", "--template=", "--branch", "main", *options, str(bundel.resolve()), str(ke.resolve())),
        lingkungan=_TERPENCIL,
        batas_detik=_BATAS_DETIK,
    )
    head = git(ke, "rev-parse", "HEAD") if made is not None else None
    if head is None or head.decode().strip() != revisi:
        yield tentang(
            place, "A004", f"data utama di dalamnya bukan revisi {revisi[:12]}; ambil arsip dari salinan lain."
        )
        return
    if git(ke, "rev-parse", "--verify", "--quiet", "refs/remotes/origin/tinjauan"):
        _perlu(ke, "branch", "-q", "--no-track", "tinjauan", "refs/remotes/origin/tinjauan")
    _perlu(ke, "remote", "remove", "origin")


def tulis_pohon(repositori: Path, revisi: str, ke: Path) -> bool:
    """Writes the files of a commit into a new folder; whether there is such a commit.

    The repository and what it has checked out stay as they are.
    """
    ke.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        command = ("-c", "core.symlinks=false", "--work-tree", str(ke.resolve()), "checkout", "-q", revisi, "--", ".")
        return git(repositori, *command, lingkungan=index) is not None


@contextmanager
def _gudang(root: Path) -> Iterator[Path]:
    """An empty repository that sees the objects of another."""
    objects = git(root, "rev-parse", "--path-format=absolute", "--git-path", "objects")
    kind = git(root, "rev-parse", "--show-object-format")
    if objects is None or kind is None:
        raise SakipgenError("Git tidak dapat membaca repositori ini; pakai Git 2.31 atau yang lebih baru.")
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        _perlu(store, "init", "-q", "--bare", "--template=", "-b", "main", f"--object-format={kind.decode().strip()}")
        info = store / "objects" / "info"
        info.mkdir(exist_ok=True)
        (info / "alternates").write_bytes(objects)
        yield store


def _perlu(folder: Path, *arguments: str, masukan: bytes | None = None) -> bytes:
    """What Git prints; it must."""
    told = git(folder, *arguments, masukan=masukan, lingkungan=_TERPENCIL, batas_detik=_BATAS_DETIK)
    if told is None:
        words = " ".join(word for word in arguments if not word.startswith("-"))
        raise SakipgenError(
            f"Git gagal mengerjakan `git {words[:80]}`; periksa pemasangannya dan sisa ruang penyimpanan."
        )
    return told
