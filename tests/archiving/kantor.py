"""A small office whose periods were closed, and a site that takes no time to build."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from sakipgen import mkdocs_plugin, pengarsipan
from sakipgen.archiving.jumlah import sidik
from sakipgen.domain.waktu import Periode
from sakipgen.keamanan import KEBIJAKAN
from sakipgen.pengarsipan import Arsip, Permintaan, arsipkan
from sakipgen.project import Build, Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.berkas import versi
from sakipgen.rendering.rilis import rilis
from tests.salinan import ROOT
from tests.usulan import WAKTU, Kantor

TUTUP: Final = "penutupan:\n  tanggal: {}\n  oleh: kepala\n"
PERIODE: Final = ("2024-TW1", "2024-TW2", "2024-TW3")
HARI: Final = date(2024, 11, 1)


def kantor_tertutup(folder: Path) -> Kantor:
    """Returns an office of three closed quarters, with what frames a site."""
    made = Kantor(folder)
    shutil.copytree(ROOT / "site_templates", folder / "site_templates")
    for segment, day in (("TW2", "2024-07-20"), ("TW3", "2024-10-20")):
        made.tulis(f"data/siklus/2024/{segment}.yaml", TUTUP.format(day))
    made.simpan()
    return made


def catatan_usulan(kantor: Kantor, isi: str = '{"versi": 1}\n', cabang: str = "refs/heads/tinjauan") -> str:
    """Puts one record of a review on a branch of its own and returns the commit."""
    record = kantor.repo.git("hash-object", "-w", "--stdin", masukan=isi.encode())
    tree = kantor.repo.git("mktree", masukan=f"100644 blob {record}\t128.json\n".encode())
    year = kantor.repo.git("mktree", masukan=f"040000 tree {tree}\t2024\n".encode())
    commit = kantor.repo.git("commit-tree", year, "-m", "Catatan", waktu=WAKTU)
    kantor.repo.git("update-ref", cabang, commit)
    return commit


def situs_kecil(project: Project, build: Build, to: Path) -> int:
    """Writes a page, a table and who made them."""
    assert build.rekap is not None
    (to / "data" / "v1").mkdir(parents=True)
    (to / "index.html").write_text(
        f'<head><meta http-equiv="Content-Security-Policy" content="{KEBIJAKAN}"></head><h1>Kinerja</h1>', "utf-8"
    )
    (to / "data" / "v1" / "capaian.csv").write_text(f"id,nilai\nIKU-01,{len(build.rekap.tahun)}\n", "utf-8")
    (to / "versi.json").write_bytes(b"".join(versi.render(build.rekap, rilis(build.rekap), "0")))
    return len([*project.data_dir.rglob("*.yaml")])


def naskah_kecil(project: Project, rekap: Rekapitulasi, periode: Periode) -> Iterator[tuple[str, bytes]]:
    yield f"naskah-{periode.slug}.pdf", f"{rekap.posisi.per_tanggal}{project.root.is_dir()}".encode()


@pytest.fixture
def cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts a small site and a small paper in the place of those that take their time."""
    percepat(monkeypatch)


def percepat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_plugin, "build_site", situs_kecil)
    monkeypatch.setattr(pengarsipan, "susun_periode", naskah_kecil)


def buat(kantor: Kantor, periode: str, ke: Path, **lain: object) -> Arsip:
    """Archives a period as the office sees it on a day when all three were closed."""
    return arsipkan(
        Project(kantor.folder),
        Permintaan(periode=Periode.parse(periode), ke=ke, **{"per_tanggal": HARI, **lain}),  # type: ignore[arg-type]
    )


def jumlah_ulang(folder: Path) -> None:
    """Writes the list of sums anew, as somebody would who hides what was changed."""
    names = sorted(path.name for path in folder.iterdir() if path.name != "SHA256SUMS")
    (folder / "SHA256SUMS").write_text("".join(f"{sidik(folder / name)}  {name}\n" for name in names), "utf-8")


def isi_folder(folder: Path) -> dict[str, str]:
    """The sums of all files below a folder, those of Git left out."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and ".git" not in path.parts)
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in found}
