"""The data folder as a whole: what is claimed, what is refused, and that nothing stops the reading."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from sakipgen.diagnostics import START, Issue
from sakipgen.domain.base import Model
from sakipgen.domain.dataset import LAYOUT
from sakipgen.domain.waktu import Periode
from sakipgen.reading import Loaded, load
from sakipgen.reading import simpanan as module
from sakipgen.reading.loader import _KUNCI as KEYS
from tests.conftest import Tree

BASE = Path(__file__).parent.parent / "cases" / "_dasar" / "data"
ROOT = PurePosixPath("data")
REALISASI = "realisasi/2024/TW1/mutasi.yaml"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path / "data")
    return tmp_path / "data"


def codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(str(d.path), d.code) for d in loaded.diagnostics]


def test_dataset_is_keyed_by_the_path(data: Path) -> None:
    (data / "bukti/2024").mkdir(parents=True)
    (data / "bukti/2024/rekap é.csv").write_bytes(b"a,b\n")
    loaded = load(data)
    dataset = loaded.dataset
    assert dataset is not None
    assert loaded.diagnostics == ()
    assert loaded.berkas == 8
    assert dataset.root == ROOT
    assert dataset.instansi.path == ROOT / "instansi.yaml"
    assert list(dataset.metode) == [2024]
    assert list(dataset.renstra) == ["2021-2026"]
    assert list(dataset.indikator) == ["IKU-01"]
    assert list(dataset.perjanjian_kinerja) == [(2024, "kepala", "murni")]
    assert list(dataset.rencana_aksi) == [(2024, "mutasi")]
    assert list(dataset.realisasi) == [(Periode(2024, "TW1"), "mutasi")]
    assert dataset.tahun == (2024,)
    assert dataset.perjanjian_kinerja[2024, "kepala", "murni"].isi.tanggal == date(2024, 1, 15)
    evidence = dataset.bukti[PurePosixPath("bukti/2024/rekap é.csv")]
    assert (evidence.ukuran, evidence.sha256) == (4, hashlib.sha256(b"a,b\n").hexdigest())
    assert dataset.tak_terbaca == frozenset()


def test_what_would_be_saved_is_read_as_if_it_were(data: Path) -> None:
    """A file that is there is read from what stands in for it, one that is not joins the others."""
    new, old = "siklus/2024/TW1.yaml", "realisasi/2024/TW1/mutasi.yaml"
    before = load(data)
    loaded = load(data, None, {new: b"pengukuran: []\n", old: b"butir: [\n"})
    assert loaded.dataset is not None
    assert loaded.berkas == before.berkas + 1
    assert list(loaded.dataset.siklus) == [Periode(2024, "TW1")]
    assert codes(loaded) == [(f"data/{old}", "Y010")]
    assert load(data, None, {new: b"\xff"}).diagnostics[0].code == "Y009"
    assert codes(load(data)) == codes(before)


def test_money_files(data: Path) -> None:
    (data / "anggaran/2024").mkdir(parents=True)
    (data / "anggaran/2024/TW1.yaml").write_text(
        "sumber: LRA\ntanggal_data: 2024-04-05\nbutir:\n  5.03.01:\n    realisasi: 1500000\n", "utf-8"
    )
    loaded = load(data)
    assert loaded.dataset is not None
    assert list(loaded.dataset.anggaran) == [Periode(2024, "TW1")]


def test_every_kind_of_file_has_its_key() -> None:
    models: set[type[Model]] = {jenis.model for jenis in LAYOUT}
    assert set(KEYS) == models


def test_sources_find_lines(data: Path) -> None:
    sources = load(data).sources
    path = ROOT / REALISASI
    assert sources.position(path, ("butir", "IKU-01", "nilai")) == (3, 12)
    assert sources.resolve(Issue(path, ("butir", "IKU-01"), "R001", "x", at_key=True)).position == (2, 3)
    nowhere = PurePosixPath("data/x.yaml")
    assert sources.position(nowhere, ("a",)) == START
    assert sources.resolve(Issue(nowhere, ("a",), "R001", "x")).position == START


def test_refused_files_are_named(data: Path) -> None:
    (data / REALISASI).write_text("butir:\n  IKU-01:\n    nilai: 1,5\n", "utf-8")
    (data / "metode/2024.yaml").write_text("a: [\n", "utf-8")
    loaded = load(data)
    assert loaded.dataset is not None
    assert loaded.dataset.tak_terbaca == {ROOT / REALISASI, ROOT / "metode/2024.yaml"}
    assert loaded.dataset.realisasi == {}
    assert codes(loaded) == [("data/metode/2024.yaml", "Y010"), (f"data/{REALISASI}", "N001")]
    assert loaded.sources.position(ROOT / REALISASI, ("butir", "IKU-01", "nilai")) == (3, 12)


def test_all_problems_of_a_file_at_once(data: Path) -> None:
    (data / REALISASI).write_text(
        "butir:\n  IKU-01:\n    nilai: 1,5\n    catatan: se\u200bmua\n"
        "    nilai: 2\n    status: x\n    kendala: K\u0456ta\n",
        "utf-8",
    )
    loaded = load(data)
    assert sorted(d.position[0] for d in loaded.diagnostics) == [3, 4, 5, 6, 7]
    assert {d.code for d in loaded.diagnostics} == {"N001", "U002", "Y003", "S004", "U003"}


def test_a_refused_line_is_not_judged_twice(data: Path) -> None:
    (data / REALISASI).write_text("butir:\n  IKU-01:\n    nilai: 1\u200b,5\n", "utf-8")
    assert codes(load(data)) == [(f"data/{REALISASI}", "U002")]


def test_without_instansi(data: Path) -> None:
    (data / "instansi.yaml").write_text("nama: x\n", "utf-8")
    loaded = load(data)
    assert loaded.dataset is None
    assert {code for _, code in codes(loaded)} == {"S002"}
    (data / "instansi.yaml").unlink()
    loaded = load(data)
    assert loaded.dataset is None
    assert codes(loaded) == [("data/instansi.yaml", "R016")]


def test_no_data_folder(tmp_path: Path) -> None:
    loaded = load(tmp_path / "data")
    assert loaded.dataset is None
    assert codes(loaded) == [("data/instansi.yaml", "R016")]


def test_empty_folders_and_a_relative_path(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "bukti/2024").mkdir(parents=True)
    monkeypatch.chdir(data)
    loaded = load(Path())
    assert loaded.diagnostics == ()
    assert loaded.dataset is not None
    assert loaded.dataset.root == ROOT


def test_links_folders_and_special_files(data: Path, tmp_path: Path) -> None:
    outside = tmp_path / "luar"
    outside.mkdir()
    (outside / "rahasia.yaml").write_text("a: 1", "utf-8")
    (data / "bukti").mkdir()
    (data / "bukti/luar").symlink_to(outside)
    (data / "bukti/putus.csv").symlink_to("tidak-ada")
    (data / "realisasi/2024/TW2").mkdir()
    (data / "realisasi/2024/TW2/mutasi.yaml").mkdir()
    (data / "realisasi/2024/TW2/mutasi.yaml/a.yaml").write_text("x", "utf-8")
    os.mkfifo(data / "bukti/pipa.csv")
    loaded = load(data)
    assert codes(loaded) == [
        ("data/bukti/luar", "B003"),
        ("data/bukti/pipa.csv", "Y012"),
        ("data/bukti/putus.csv", "B003"),
        ("data/realisasi/2024/TW2/mutasi.yaml", "Y012"),
    ]
    assert loaded.dataset is not None
    refused = {"bukti/luar", "bukti/pipa.csv", "bukti/putus.csv", "realisasi/2024/TW2/mutasi.yaml"}
    assert loaded.dataset.tak_terbaca == {ROOT / path for path in refused}


def test_files_that_vanish(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [*module.telusuri(data), module.Entri("indikator/IKU-09.yaml"), module.Entri("bukti/a.csv")]
    monkeypatch.setattr(module, "telusuri", lambda _: iter(entries))
    loaded = load(data)
    assert sorted(codes(loaded)) == [("data/bukti/a.csv", "Y012"), ("data/indikator/IKU-09.yaml", "Y012")]
    assert loaded.dataset is not None
    assert loaded.dataset.tak_terbaca == {ROOT / "indikator/IKU-09.yaml"}


def test_a_folder_that_cannot_be_opened(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "TW1":
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    loaded = load(data)
    assert codes(loaded) == [("data/realisasi/2024/TW1", "Y012")]


def test_odd_names_do_not_crash(data: Path) -> None:
    names = [
        b"\xff.yaml",
        b"a\nb.yaml",
        b"indikator/\xff.yaml",
        b"bukti-\xe2\x80\xae.csv",
        "📊.yaml".encode(),
        b"%0A::error.yaml",
    ]
    for name in names:
        Path(os.fsdecode(os.path.join(os.fsencode(data), name))).write_bytes(b"")  # noqa: PTH118
    loaded = load(data)
    assert [d.code for d in loaded.diagnostics] == ["R010"] * len(names)
    for diagnostic in loaded.diagnostics:
        assert diagnostic.as_text().isprintable()
        diagnostic.as_text().encode()


def test_unicode_digits_are_no_year(data: Path) -> None:
    (data / "metode/20٢٤.yaml").write_bytes(b"")
    assert codes(load(data)) == [("data/metode/20٢٤.yaml", "R010")]


def test_deep_folders(data: Path) -> None:
    path = data / "bukti"
    for _ in range(300):
        path /= "d"
    path.mkdir(parents=True)
    (path / "x.csv").write_bytes(b"a")
    loaded = load(data)
    assert loaded.diagnostics == ()
    assert loaded.berkas == 8


def test_names_that_fold_alike(tree: Tree) -> None:
    loaded = load(
        tree({"data/bukti/Bukti.PDF": b"", "data/bukti/bukti.pdf": b"", "data/bukti/a": b"", "data/A": b""}) / "data"
    )
    assert ("data/bukti/bukti.pdf", "B005") in codes(loaded)
    assert sum(code in {"B005", "R015"} for _, code in codes(loaded)) == 1


def test_order_does_not_depend_on_the_disk(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(data / "indikator/IKU-01.yaml", data / "indikator/IKU-00.yaml")
    entries = list(module.telusuri(data))
    monkeypatch.setattr(module, "telusuri", lambda _: reversed(entries))
    dataset = load(data).dataset
    assert dataset is not None
    assert list(dataset.indikator) == ["IKU-00", "IKU-01"]


def test_folders_of_evidence_that_fold_alike_are_told_once(tree: Tree) -> None:
    names = ("bukti/2024/TW1/a.csv", "bukti/2024/TW1/b.csv", "bukti/2024/tw1/a.csv", "bukti/2024/tw1/c.csv")
    loaded = load(tree({f"data/{name}": b"x" for name in names}) / "data")
    assert [row for row in codes(loaded) if row[1] != "R016"] == [("data/bukti/2024/tw1", "B005")]


def test_a_name_with_personal_data_is_never_shown(tree: Tree) -> None:
    nik = "1301156503850001"
    names = (f"bukti/ktp {nik}.csv", f"bukti/KTP {nik}.csv", f"bukti/{nik}/a.csv", f"bukti/~{nik}.csv")
    loaded = load(tree({f"data/{name}": b"x" for name in names}) / "data")
    assert {code for _, code in codes(loaded)} == {"B005", "D001", "R010", "R016"}
    assert nik not in "".join(d.as_text() for d in loaded.diagnostics)
