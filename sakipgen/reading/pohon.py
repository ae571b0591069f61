"""Two trees of a repository, read from Git's objects: what the base holds and what a proposal would leave.

The proposal's files are only bytes here: nothing of it is checked out, run or followed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import START, PemakaianError, printable
from sakipgen.domain.dataset import BATAS_BUKTI, FOLDER_BUKTI, BerkasBukti
from sakipgen.domain.isi_bukti import IsiBukti
from sakipgen.domain.usulan import MODE_BERKAS, MODE_MODUL, MODE_TAUTAN, Objek
from sakipgen.reading.git import git, isi_objek
from sakipgen.reading.naskah import BATAS_BITA, Finding, check_size
from sakipgen.reading.revisi import ZONA, Revisi
from sakipgen.reading.simpanan import PESAN_KHUSUS, PESAN_TAK_TERBUKA, PESAN_TAUTAN, SEKALI, Entri, nilai_bukti

_PENCATAT: Final = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "sakipgen"), ("EMAIL", "sakipgen@example.invalid"), ("DATE", "2000-01-01T00:00:00Z"))
}
"""Who writes the commit that holds a working tree; it never leaves this repository."""


@dataclass(frozen=True)
class Pohon:
    """All files of one revision, by path from the root of the project; what lies outside begins with `../`."""

    revisi: Revisi
    """The commit; of a working tree the one that it began with."""
    berkas: Mapping[str, Objek]


@dataclass(frozen=True)
class DuaPohon:
    """What a proposal is compared with, and what would stand once it is merged."""

    dasar: Pohon
    usulan: Pohon


def baca_dua_pohon(root: Path, dasar: str, usulan: str | None) -> DuaPohon:
    """Returns both trees; a proposal of None is the working tree.

    A proposal that began before the base is merged with it in memory first: what others changed since is not its doing.
    Raises for a revision that Git does not know, and for a proposal that cannot be merged.
    """
    base = _commit(root, dasar)
    head = _folder_kerja(root) if usulan is None else _commit(root, usulan)
    named = _commit(root, "HEAD") if usulan is None else head
    first, then = _revisi(root, base, bersih=True), _revisi(root, named, bersih=usulan is not None)
    then = replace(then, tanggal=max(first.tanggal, then.tanggal))  # a commit bears whatever day its author says
    return DuaPohon(_pohon(root, first, base), _pohon(root, then, _gabung(root, base, head)))


def baca_pohon(root: Path, revisi: str) -> Pohon:
    """Returns the tree of one revision; raises for one that Git does not know."""
    commit = _commit(root, revisi)
    return _pohon(root, _revisi(root, commit, bersih=True), commit)


def isi_gabungan(root: Path, dasar: str, usulan: str) -> str | None:
    """Returns the name of the tree that merging a proposal gives; None where it cannot be merged or is not there."""
    try:
        merged = _gabung(root, dasar, usulan)
    except PemakaianError:
        return None
    tree = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{merged}^{{tree}}")
    return tree.decode().strip() if tree else None


def penyatuan(root: Path, revisi: str) -> bool:
    """Whether a revision only joins two others, and holds nothing that either has not."""
    told = git(root, "rev-list", "--parents", "--max-count=1", "--end-of-options", revisi)
    parents = told.decode().split()[1:] if told else []
    if len(parents) != 2:
        return False
    tree = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revisi}^{{tree}}")
    return tree is not None and isi_gabungan(root, *parents) == tree.decode().strip()


def _commit(root: Path, revisi: str) -> str:
    found = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revisi}^{{commit}}")
    if not found:
        raise PemakaianError(
            f"revisi `{printable(revisi)}` tidak ada dalam repositori ini; periksa ejaannya, "
            "atau ambil dahulu riwayatnya."
        )
    return found.decode().strip()


def _revisi(root: Path, commit: str, *, bersih: bool) -> Revisi:
    seconds = git(root, "log", "-1", "--no-show-signature", "--format=%ct", commit) or b"0"
    return Revisi(commit, datetime.fromtimestamp(int(seconds), ZONA).date(), bersih)


def _folder_kerja(root: Path) -> str:
    """A commit of the working tree as it lies there, ignored files left out; the index stays as it is."""
    top = git(root, "rev-parse", "--show-toplevel")
    index = git(root, "rev-parse", "--path-format=absolute", "--git-path", "index")
    if top is None or index is None:
        raise PemakaianError("folder ini bukan repositori Git; jalankan di dalam repositori.")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "index"
        if Path(own := os.fsdecode(index.rstrip(b"\n"))).is_file():
            shutil.copy2(own, copy)  # with its time: by it Git knows which files it must look into again
        environment = {"GIT_INDEX_FILE": str(copy)}
        above = Path(os.fsdecode(top.rstrip(b"\n")))
        added = git(above, "add", "-A", lingkungan=environment)
        tree = None if added is None else git(above, "write-tree", lingkungan=environment)
    if tree is None:
        raise PemakaianError("isi folder kerja tidak dapat dibaca oleh Git; periksa hak akses berkasnya.")
    made = git(root, "commit-tree", tree.decode().strip(), "-p", "HEAD", "-m", "usulan", lingkungan=_PENCATAT)
    if made is None:
        raise PemakaianError("repositori ini belum punya satu pun catatan; simpan dahulu data utamanya.")
    return made.decode().strip()


def _gabung(root: Path, base: str, head: str) -> str:
    """The tree of a proposal once merged; its own where it began at the base, or where no common start is known."""
    start = (git(root, "merge-base", base, head) or b"").decode().strip()
    if start in {"", base}:
        return head
    merged = git(root, "merge-tree", "--write-tree", base, head)
    if merged is None:
        raise PemakaianError(
            "usulan ini mengubah bagian yang sementara itu sudah diubah pada data utama; "
            "perbarui usulannya dari data utama, lalu ulangi perubahannya."
        )
    return merged.decode().split()[0]


def _pohon(root: Path, revisi: Revisi, tree: str) -> Pohon:
    told = git(root, "ls-tree", "-r", "-z", "-l", "--full-tree", tree)
    prefix = git(root, "rev-parse", "--show-prefix")
    if told is None or prefix is None:
        raise PemakaianError("isi revisi tidak dapat dibaca dari Git; ambil dahulu riwayat selengkapnya.")
    return Pohon(revisi, dict(_objek(told, os.fsdecode(prefix.rstrip(b"\n")))))


def _objek(told: bytes, prefix: str) -> Iterator[tuple[str, Objek]]:
    up = "../" * prefix.count("/")
    for row in told.split(b"\0")[:-1]:
        about, _, name = row.partition(b"\t")
        mode, _, sha, size = about.decode().split()
        path = os.fsdecode(name)
        inside = path.removeprefix(prefix) if path.startswith(prefix) else f"{up}{path}"
        yield inside, Objek(mode, sha, 0 if size == "-" else int(size))


# ── A tree as a data folder ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Gudang:
    """What was fetched from Git already, by the name of the object; the trees of one review share it."""

    teks: dict[str, bytes] = field(default_factory=dict)
    bukti: dict[str, BerkasBukti] = field(default_factory=dict)
    kenal: dict[str, IsiBukti] = field(default_factory=dict)

    def ambil(self, root: Path, berkas: Mapping[str, Objek]) -> None:
        """Fetches what a data folder of these files needs: texts whole, of evidence size, sum and content."""
        plain = {path: o for path, o in berkas.items() if o.mode in MODE_BERKAS}
        texts = {o.sidik: None for path, o in plain.items() if not _bukti(path) and o.ukuran <= BATAS_BITA}
        self.teks.update(isi_objek(root, texts.keys() - self.teks.keys()))
        evidence = {o.sidik: o for path, o in plain.items() if _bukti(path) and o.sidik not in self.bukti}
        self.bukti.update((sha, BerkasBukti(o.ukuran, "")) for sha, o in evidence.items() if o.ukuran > BATAS_BUKTI)
        for part in _bagian(o for o in evidence.values() if o.ukuran <= BATAS_BUKTI):
            self.bukti.update(nilai_bukti(isi_objek(root, part), self.kenal))


class DataPohon:
    """The data folder of a tree."""

    def __init__(self, root: Path, pohon: Pohon, nama: str, gudang: Gudang) -> None:
        self.revisi = pohon.revisi
        self._gudang = gudang
        self._berkas = {
            path.removeprefix(f"{nama}/"): o for path, o in pohon.berkas.items() if path.startswith(f"{nama}/")
        }
        gudang.ambil(root, self._berkas)

    def entri(self) -> Iterator[Entri]:
        for path, objek in self._berkas.items():
            yield Entri(path, _MASALAH.get(objek.mode))

    def baca(self, path: str) -> bytes | Finding:
        objek = self._berkas[path]
        content = self._gudang.teks.get(objek.sidik)
        if content is None:
            return check_size(objek.ukuran) or Finding(START, "Y012", PESAN_TAK_TERBUKA)
        return content

    def bukti(self, paths: Sequence[str]) -> Mapping[str, BerkasBukti]:
        named = {path: self._berkas[path].sidik for path in paths}
        return {path: self._gudang.bukti[sha] for path, sha in named.items() if sha in self._gudang.bukti}


_MASALAH: Final = {MODE_TAUTAN: PESAN_TAUTAN, MODE_MODUL: PESAN_KHUSUS}


def _bukti(path: str) -> bool:
    return path.startswith(f"{FOLDER_BUKTI}/")


def _bagian(objek: Iterable[Objek]) -> Iterator[list[str]]:
    """Names of objects in groups that fit into memory."""
    group: list[str] = []
    held = 0
    for one in objek:
        if group and held + one.ukuran > SEKALI:
            yield group
            group, held = [], 0
        group.append(one.sidik)
        held += one.ukuran
    if group:
        yield group
