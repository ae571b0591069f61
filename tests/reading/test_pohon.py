"""Trees of Git as data folders: the same as on disk, nothing checked out, nothing followed."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.usulan import JenisUbahan, ubahan
from sakipgen.reading import load, load_simpanan
from sakipgen.reading.pohon import DataPohon, Gudang, baca_dua_pohon
from tests.repo import Repo
from tests.salinan import CONTOH, copy_repository
from tests.usulan import RENCANA, WAKTU, Kantor

ROOT = PurePosixPath("data")


def test_a_tree_reads_as_the_folder_does(tmp_path: Path) -> None:
    copy_repository(tmp_path, CONTOH)
    Repo(tmp_path).catat({}, WAKTU)
    trees = baca_dua_pohon(tmp_path, "HEAD", "HEAD")
    found = load_simpanan(DataPohon(tmp_path, trees.dasar, "data", Gudang()), ROOT)
    on_disk = load(tmp_path / "data")
    assert found.dataset == on_disk.dataset
    assert found.diagnostics == on_disk.diagnostics == ()
    assert found.berkas == on_disk.berkas


def test_what_is_no_plain_file_is_refused_as_on_disk(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    (tmp_path / "data/indikator/IKU-09.yaml").symlink_to("/etc/passwd")
    kantor.tulis("data/metode/2024.yaml", "#" * 300_000)
    kantor.tulis("data/bukti/2024/TW1/besar.csv", "x" * 300_000)
    kantor.simpan()
    trees = baca_dua_pohon(tmp_path, "main", "main")
    found = load_simpanan(DataPohon(tmp_path, trees.dasar, "data", Gudang()), ROOT)
    assert sorted(d.code for d in found.diagnostics) == ["Y008", "Y012"]
    on_disk = load(tmp_path / "data")
    assert found.diagnostics == on_disk.diagnostics
    assert found.dataset is not None
    assert on_disk.dataset is not None
    assert found.dataset.bukti == on_disk.dataset.bukti


def test_every_kind_of_change_is_seen(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.simpan()
    (tmp_path / "data/libur/2024.yaml").rename(tmp_path / "data/libur/2025.yaml")
    (tmp_path / RENCANA).chmod(0o755)
    kantor.tulis("baru é\n.txt", "x")
    trees = baca_dua_pohon(tmp_path, "main", None)
    changed = ubahan(trees.dasar.berkas, trees.usulan.berkas)
    found = {str(row.path): (row.jenis, row.baru and row.baru.mode) for row in changed}
    assert found == {
        "baru é\n.txt": (JenisUbahan.DITAMBAH, "100644"),
        "data/libur/2024.yaml": (JenisUbahan.DIHAPUS, None),
        "data/libur/2025.yaml": (JenisUbahan.DITAMBAH, "100644"),
        RENCANA: (JenisUbahan.DIUBAH, "100755"),
    }


def test_looking_at_the_working_tree_leaves_it_alone(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    head = kantor.simpan()
    kantor.tulis("data/catatan.txt", "x")
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    kantor.repo.git("add", RENCANA)
    before = kantor.repo.git("status", "--porcelain")
    trees = baca_dua_pohon(tmp_path, "main", None)
    assert kantor.repo.git("status", "--porcelain") == before
    assert kantor.repo.git("rev-parse", "HEAD") == trees.usulan.revisi.sha == head
    assert not trees.usulan.revisi.bersih


def test_ignored_files_are_no_part_of_a_proposal(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.tulis(".gitignore", "*.tmp\n")
    kantor.simpan()
    kantor.tulis("data/a.tmp", "x")
    trees = baca_dua_pohon(tmp_path, "main", None)
    assert trees.dasar.berkas == trees.usulan.berkas


def test_a_proposal_that_cannot_be_merged_is_refused(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.simpan()
    kantor.repo.git("switch", "-q", "-c", "usulan")
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    kantor.simpan()
    kantor.repo.git("switch", "-q", "main")
    kantor.ganti(RENCANA, "40 pegawai", "50 pegawai")
    kantor.simpan()
    with pytest.raises(PemakaianError, match="perbarui usulannya dari data utama"):
        baca_dua_pohon(tmp_path, "main", "usulan")


def test_outside_a_repository_the_answer_says_so(tmp_path: Path) -> None:
    with pytest.raises(PemakaianError):
        baca_dua_pohon(tmp_path, "main", None)
