"""Trees of Git as data folders: the same as on disk, nothing checked out, nothing followed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.isi_bukti import IsiBukti
from sakipgen.domain.pribadi import Pribadi
from sakipgen.domain.usulan import JenisUbahan, ubahan
from sakipgen.inspecting.isi import periksa_isi
from sakipgen.reading import Cache, load, load_simpanan, simpanan
from sakipgen.reading.pohon import DataPohon, Gudang, baca_dua_pohon
from tests import berkas_bukti
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


def test_evidence_of_a_tree_is_looked_into_as_on_disk(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    folder = tmp_path / "data/bukti/2024/TW1"
    folder.mkdir(parents=True)
    (folder / "tautan.pdf").symlink_to("/etc/passwd")
    (folder / "web.pdf").write_bytes(b"<html></html>")
    (folder / "aksi.pdf").write_bytes(berkas_bukti.pdf_dengan("/JavaScript"))
    (folder / "rekap.xlsx").write_bytes(berkas_bukti.xlsx(berkas_bukti.NIK, penulis=berkas_bukti.NAMA))
    (folder / "besar.pdf").write_bytes(b"%PDF-1.7\n" + bytes(10 * 1024 * 1024))
    (folder / f"{berkas_bukti.NIK}.csv").write_bytes(b"a,b\n")
    kantor.simpan()
    trees = baca_dua_pohon(tmp_path, "main", "main")
    found = load_simpanan(DataPohon(tmp_path, trees.dasar, "data", Gudang()), ROOT)
    on_disk = load(tmp_path / "data")
    assert [(d.path.name, d.code) for d in sorted(found.diagnostics, key=lambda d: d.code)] == [
        ("tautan.pdf", "B003"),
        ("web.pdf", "B006"),
        ("besar.pdf", "B007"),
        ("aksi.pdf", "B012"),
        ("….csv", "D001"),
    ]
    assert found.diagnostics == on_disk.diagnostics
    assert found.dataset == on_disk.dataset
    assert found.dataset is not None
    isi = found.dataset.bukti[PurePosixPath("bukti/2024/TW1/rekap.xlsx")].isi
    assert isi is not None
    assert (isi.pribadi, isi.jejak.nama) == ({Pribadi.NIK: 1}, (berkas_bukti.NAMA,))


def test_what_two_trees_and_two_names_share_is_looked_into_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bytes] = []

    def periksa(isi: Sequence[bytes]) -> list[IsiBukti]:
        looked.extend(isi)
        return periksa_isi(isi)

    monkeypatch.setattr(simpanan, "periksa_isi", periksa)
    kantor = Kantor(tmp_path)
    kantor.tulis("data/bukti/2024/TW1/a.csv", "a,b\n")
    kantor.tulis("data/bukti/2024/TW1/b.csv", "a,b\n")
    kantor.simpan()
    kantor.tulis("data/bukti/2024/TW1/c.csv", "c,d\n")
    trees = baca_dua_pohon(tmp_path, "main", None)
    store = Gudang()
    for tree in (trees.dasar, trees.usulan):
        load_simpanan(DataPohon(tmp_path, tree, "data", store), ROOT)
    assert sorted(looked) == [b"a,b\n", b"c,d\n"]
    looked.clear()
    cache = Cache()
    for _ in range(2):
        load(tmp_path / "data", cache)
    assert sorted(looked) == [b"a,b\n", b"c,d\n"]


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
