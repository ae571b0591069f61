"""Records what happened to a proposal: the forge's answers, saved as files, become its record, which only grows."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from sakipgen.diagnostics import PemakaianError, printable
from sakipgen.domain.catatan_usulan import CatatanUsulan, Forge, berubah, gabungkan, susulkan
from sakipgen.domain.pengguna import Pengguna, Peran
from sakipgen.forges import ALAMAT, BACA, PILIHAN, Jawaban, susun
from sakipgen.project import Project
from sakipgen.reading.catatan_usulan import Cacat, baca_catatan
from sakipgen.reading.git import git
from sakipgen.reading.loader import judge
from sakipgen.reading.pohon import penyatuan
from sakipgen.writing.berkas import tulis_aman

LAPORAN: Final = "laporan.json"
"""The review that whoever approved has read; it need not be there."""
_PENGGUNA: Final = "pengguna.yaml"
_BATAS_BITA: Final = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rekaman:
    """The record of a proposal as it is to be kept."""

    path: Path
    catatan: CatatanUsulan
    berbeda: str | None = None
    """What the forge says otherwise now of a merged proposal; what was recorded of it holds."""

    def simpan(self) -> None:
        tulis_aman(self.path, teks(self.catatan))


def teks(catatan: CatatanUsulan) -> str:
    """Returns a record as its file holds it: the same bytes for the same record."""
    return json.dumps(catatan.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def rekam(project: Project, forge: Forge, dari: Path, ke: Path) -> Rekaman:
    """Returns the record that the answers in a folder make, with what is kept of it already; writes nothing.

    Raises for answers that are missing or not whole, and where they take back what was recorded; of who took part in a
    merged proposal the first record holds.
    """
    source = BACA[forge](_jawaban(forge, dari))
    accounts = _pengguna(project, source.dasar)
    prefix = git(project.root, "rev-parse", "--show-prefix") or b""
    report = dari / LAPORAN
    made = susun(
        source,
        f"{os.fsdecode(prefix.strip())}{project.data_dir.name}",
        lambda name: _robot(accounts, name),
        lambda sha: penyatuan(project.root, sha),
        hashlib.sha256(report.read_bytes()).hexdigest() if report.is_file() else None,
    )
    path = ke / made.nama
    if not path.is_file():
        return Rekaman(path, made)
    before = baca_catatan(made.nama, path.read_bytes())
    if isinstance(before, Cacat):
        raise PemakaianError(f"`{path}`: {before.pesan}; pulihkan isinya lebih dahulu. Tidak ada yang ditulis.")
    both = gabungkan(before, made)
    if said := berubah(before, both):
        if held := susulkan(before, both):
            return Rekaman(path, held, said)
        raise PemakaianError(f"`{path}`: {said}; catatan usulan hanya boleh bertambah. Tidak ada yang ditulis.")
    return Rekaman(path, both)


def _jawaban(forge: Forge, folder: Path) -> Jawaban:
    found: dict[str, Any] = {}
    for name, address in ALAMAT[forge].items():
        path = folder / f"{name}.json"
        if not path.is_file():
            if name in PILIHAN:
                continue
            raise PemakaianError(f"`{path}` tidak ada; simpan ke sana jawaban `{address}`.")
        if path.stat().st_size > _BATAS_BITA:
            raise PemakaianError(f"`{path}` terlalu besar untuk sebuah jawaban; ambil ulang.")
        try:
            found[name] = json.loads(path.read_bytes())
        except (ValueError, RecursionError) as error:
            raise PemakaianError(f"`{path}` bukan JSON; ambil ulang jawaban `{address}`.") from error
    return Jawaban(found)


def _pengguna(project: Project, dasar: str) -> Pengguna | None:
    """The accounts of the revision that a proposal was compared with; None where it had none."""
    base = git(project.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{dasar}^{{commit}}")
    if base is None:
        raise PemakaianError(
            f"revisi dasar `{printable(dasar[:7])}` tidak ada dalam repositori ini; ambil dahulu riwayat selengkapnya."
        )
    path = PurePosixPath(project.data_dir.name, _PENGGUNA)
    content = git(project.root, "show", f"{base.decode().strip()}:./{path}")
    read = judge(path, content, Pengguna, {}) if content is not None else None
    return read.value if read and isinstance(read.value, Pengguna) else None


def _robot(pengguna: Pengguna | None, nama: str) -> bool:
    account = pengguna.cari(nama) if pengguna else None
    return account is not None and account.peran is Peran.ROBOT
