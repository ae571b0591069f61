"""Git's history as values: which figure changed and when, whatever its file was called and however it was written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath

import pytest

from sakipgen.domain.isian import Dokumen, Kunci
from sakipgen.domain.riwayat import Catatan, Riwayat
from sakipgen.domain.waktu import Periode
from sakipgen.reading.revisi import ZONA
from sakipgen.reading.riwayat import read_riwayat
from tests.repo import Repo

TW1 = "data/realisasi/2026/TW1/pka.yaml"
KUNCI = Kunci(Dokumen.REALISASI, "A", Periode(2026, "TW1"), "", "nilai")


def nilai(teks: str, kode: str = "A") -> str:
    return f"butir:\n  {kode}:\n    nilai: {teks}\n"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return Repo(tmp_path / "kantor")


def baca(repo: Repo) -> Riwayat:
    found = read_riwayat(repo.folder / "data")
    assert found is not None
    return found


def beda(catatan: Catatan) -> list[tuple[str, str | None, str | None]]:
    return [(b.beda.kunci.kode, b.beda.lama, b.beda.baru) for b in catatan.beda]


def test_each_commit_says_what_it_changed(repo: Repo) -> None:
    first = repo.catat({TW1: nilai("10")}, "2026-04-10T23:30:00+00:00")
    second = repo.catat({TW1: nilai("12")}, "2026-04-12T10:00:00+07:00", "Betulkan\n\nAlasan: Salah ketik.\n")
    found = baca(repo)
    assert found.lengkap
    assert [c.revisi for c in found.catatan] == [first, second]
    assert [b.beda for b in found.catatan[0].beda] == [(KUNCI, None, "10")]
    assert beda(found.catatan[1]) == [("A", "10", "12")]
    assert found.catatan[0].waktu == datetime(2026, 4, 11, 6, 30, tzinfo=ZONA)
    assert [c.alasan for c in found.catatan] == [None, "Salah ketik."]
    assert found.catatan[1].berkas == (PurePosixPath(TW1),)


def test_a_clone_that_cannot_hand_over_old_files_has_no_history(repo: Repo) -> None:
    first = repo.catat({TW1: nilai("10")}, "2026-04-10T10:00:00+07:00")
    blob = repo.git("rev-parse", f"{first}:{TW1}")
    repo.catat({TW1: nilai("12")}, "2026-04-12T10:00:00+07:00")
    (repo.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    assert read_riwayat(repo.folder / "data") is None


def test_spelling_order_and_comments_change_nothing(repo: Repo) -> None:
    repo.catat({TW1: "butir:\n  A:\n    nilai: 10\n  B:\n    nilai: 2\n"}, "2026-04-10T10:00:00+07:00")
    repo.catat(
        {TW1: '# rapi\nbutir:\n  B: {nilai: "2"}\n\n  A:\n    nilai: "10" # sepuluh\n'}, "2026-04-11T10:00:00+07:00"
    )
    assert [len(c.beda) for c in baca(repo).catatan] == [2, 0]


def test_a_figure_that_moved_to_another_file_did_not_change(repo: Repo) -> None:
    repo.catat({TW1: nilai("10")}, "2026-04-10T10:00:00+07:00")
    repo.catat(
        {TW1: None, "data/realisasi/2026/TW1/set.yaml": nilai("10") + "  B:\n    nilai: 1\n"},
        "2026-04-11T10:00:00+07:00",
    )
    assert beda(baca(repo).catatan[1]) == [("B", None, "1")]


def test_a_deleted_file_takes_its_figures_with_it(repo: Repo) -> None:
    repo.catat({TW1: nilai("10"), "data/instansi.yaml": "nama: x\n"}, "2026-04-10T10:00:00+07:00")
    repo.catat({TW1: None}, "2026-04-11T10:00:00+07:00")
    assert beda(baca(repo).catatan[1]) == [("A", "10", None)]


@pytest.mark.parametrize("rusak", ["butir: [\n", "butir:\n  A:\n    nilai: 1\n  A:\n    nilai: 2\n", "\x00"])
def test_a_version_that_cannot_be_read_changes_nothing(repo: Repo, rusak: str) -> None:
    repo.catat({TW1: nilai("10")}, "2026-04-10T10:00:00+07:00")
    repo.catat({TW1: rusak}, "2026-04-11T10:00:00+07:00")
    repo.catat({TW1: nilai("12")}, "2026-04-12T10:00:00+07:00")
    assert [beda(c) for c in baca(repo).catatan] == [[("A", None, "10")], [], [("A", "10", "12")]]


def test_a_merge_is_one_change_at_its_own_time(repo: Repo) -> None:
    repo.catat({"data/instansi.yaml": "nama: x\n"}, "2026-04-01T10:00:00+07:00")
    repo.usul(
        {"Isi": {TW1: nilai("10")}, "Betulkan sebelum disetujui": {TW1: nilai("12")}},
        "2026-04-15T09:00:00+07:00",
        "Merge pull request #128 from pka/tw1\n\nDisetujui-oleh: sekretaris\n",
    )
    found = baca(repo)
    assert [beda(c) for c in found.catatan] == [[], [("A", None, "12")]]
    assert found.catatan[1].usulan == 128
    assert found.catatan[1].disetujui_oleh == ("sekretaris",)
    assert found.catatan[1].waktu == datetime(2026, 4, 15, 9, 0, tzinfo=ZONA)


@pytest.mark.parametrize(
    ("pesan", "usulan"),
    [
        ("Merge pull request #7 from x/y", 7),
        ("Merge pull request 'Laporan TW I (revisi)' (#12) from pka into main", 12),
        ("Merge branch 'tw1' into 'main'\n\nLaporan\n\nSee merge request bkpsdm/kinerja!34", 34),
        ("Laporan TW I (#56)", 56),
        ("Laporan TW I\n\nSee merge request bkpsdm/kinerja!78", 78),
        ("Menutup #9 dan lainnya", None),
        ("Laporan\n\nMerge pull request #3 disebut di sini", None),
        ("Laporan (#5) lanjutan", None),
    ],
)
def test_the_number_of_the_proposal_as_the_forges_write_it(repo: Repo, pesan: str, usulan: int | None) -> None:
    repo.catat({TW1: nilai("10")}, "2026-04-10T10:00:00+07:00", pesan)
    assert baca(repo).catatan[0].usulan == usulan


def test_a_shallow_clone_begins_somewhere_and_says_so(repo: Repo, tmp_path: Path) -> None:
    repo.catat({TW1: nilai("10")}, "2026-04-10T10:00:00+07:00")
    repo.catat({TW1: nilai("11")}, "2026-04-11T10:00:00+07:00")
    repo.catat({TW1: nilai("12")}, "2026-04-12T10:00:00+07:00")
    repo.git("clone", "-q", "--depth", "2", f"file://{repo.folder}", str(tmp_path / "dangkal"))
    found = read_riwayat(tmp_path / "dangkal" / "data")
    assert found is not None
    assert not found.lengkap
    assert [beda(c) for c in found.catatan] == [[("A", "11", "12")]]


def test_without_git_or_data_there_is_no_history(repo: Repo, tmp_path: Path) -> None:
    bare = tmp_path / "tanpa-git"
    bare.mkdir()
    assert read_riwayat(bare) is None
    repo.catat({"README": "x\n"}, "2026-04-10T10:00:00+07:00")
    (repo.folder / "data").mkdir()
    assert read_riwayat(repo.folder / "data") is None
    assert read_riwayat(repo.folder / "lain") is None


def test_only_the_data_folder_counts_wherever_it_lies(repo: Repo) -> None:
    repo.catat({"docs/a.md": "x\n", f"kantor/{TW1}": nilai("10")}, "2026-04-10T10:00:00+07:00")
    repo.catat({"docs/a.md": "y\n"}, "2026-04-11T10:00:00+07:00")
    found = read_riwayat(repo.folder / "kantor" / "data")
    assert found is not None
    assert [(c.berkas, beda(c)) for c in found.catatan] == [((PurePosixPath(TW1),), [("A", None, "10")])]


def test_names_and_messages_of_any_kind_are_taken_as_they_are(repo: Repo) -> None:
    odd = "data/bukti/2026/TW1/laporan «I»\n akhir.csv"
    repo.catat({TW1: nilai("10"), odd: "x"}, "2026-04-10T10:00:00+07:00", "\x01 aneh\n\n:100644 100644 a b M\n")
    assert set(baca(repo).catatan[0].berkas) == {PurePosixPath(TW1), PurePosixPath(odd)}
