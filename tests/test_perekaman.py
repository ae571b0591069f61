"""Answers of a forge in a folder become a record that only grows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sakipgen.cli import cli
from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.catatan_usulan import Forge
from sakipgen.perekaman import rekam
from sakipgen.project import Project
from tests.jejak import KantorBercatatan, simpan_jejak

JAWABAN = Path(__file__).parent / "forges" / "jawaban"


class Meja:
    """An office, the answers about one proposal, and a folder of records."""

    def __init__(self, folder: Path, forge: Forge) -> None:
        self.kantor = KantorBercatatan(folder / "kantor")
        self.forge = forge
        self.dari, self.ke = folder / "jawaban", folder / "catatan"
        self.dari.mkdir()
        for path in (JAWABAN / forge).glob("*.json"):
            text = path.read_text("utf-8").replace("DASAR", self.kantor.awal)
            (self.dari / path.name).write_text(text, "utf-8")

    def ubah(self, nama: str, **isi: Any) -> None:
        path = self.dari / f"{nama}.json"
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | isi), "utf-8")

    def rekam(self) -> str:
        made = rekam(Project(self.kantor.folder), self.forge, self.dari, self.ke)
        made.simpan()
        assert made.path == self.ke / "2024" / "128.json"
        return made.path.read_text("utf-8")


@pytest.mark.parametrize("forge", Forge)
def test_a_record_is_written_once_and_again_alike(tmp_path: Path, forge: Forge) -> None:
    meja = Meja(tmp_path, forge)
    first = meja.rekam()
    assert json.loads(first)["laporan"] == [{"periode": "2024-TW2", "unit": "mutasi"}]
    assert meja.rekam() == first


def test_events_are_added_and_kept(tmp_path: Path) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    (meja.dari / "penerbitan.json").rename(tmp_path / "penerbitan.json")
    before = json.loads(meja.rekam())["peristiwa"]
    (tmp_path / "penerbitan.json").rename(meja.dari / "penerbitan.json")
    (meja.dari / "status.json").write_text("[]")
    after = json.loads(meja.rekam())["peristiwa"]
    assert [row for row in after if row not in before] == [after[-1]]
    assert after[-1]["keadaan"] == "terbit"
    assert [row for row in before if row not in after] == []


@pytest.mark.parametrize(
    ("isi", "said"),
    [
        ({"merge_commit_sha": "e" * 40}, "isian `gabungan` berubah"),
        ({"merged": False, "merged_at": None, "head": {"sha": "e" * 40}}, "isian `revisi` berubah"),
    ],
)
def test_what_was_recorded_is_not_taken_back(tmp_path: Path, isi: dict[str, Any], said: str) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    before = meja.rekam()
    meja.ubah("usulan", **isi)
    with pytest.raises(PemakaianError, match=said):
        meja.rekam()
    assert (meja.ke / "2024" / "128.json").read_text("utf-8") == before


@pytest.mark.parametrize(
    ("nama", "lama", "baru", "said"),
    [
        ("usulan", "bk-mutasi", "bk-ganti", "isian `pembuat` berubah"),
        ("usulan", "bk-sekretaris", "bk-ganti", "isian `digabung_oleh` berubah"),
        ("tinjauan", "bk-sekretaris", "bk-ganti", "peristiwa `dikembalikan` bertanggal sebelum penggabungan"),
        ("revisi", '"login": "bk-mutasi"', '"email": "lepas"', "isian `penulis` berubah"),
    ],
)
def test_an_account_that_changed_after_the_merge_changes_no_record(
    tmp_path: Path, nama: str, lama: str, baru: str, said: str
) -> None:
    """A name that changed and an address that left its account look like forgery: the record stays, and it is told."""
    meja = Meja(tmp_path, Forge.GITHUB)
    (meja.dari / "penerbitan.json").rename(tmp_path / "penerbitan.json")
    before = json.loads(meja.rekam())
    (tmp_path / "penerbitan.json").rename(meja.dari / "penerbitan.json")
    path = meja.dari / f"{nama}.json"
    path.write_text(path.read_text("utf-8").replace(lama, baru), "utf-8")
    made = rekam(Project(meja.kantor.folder), meja.forge, meja.dari, meja.ke)
    assert made.berbeda is not None
    assert made.berbeda.startswith(said)
    after = json.loads(meja.rekam())
    assert after == before | {"peristiwa": [*before["peristiwa"], after["peristiwa"][-1]]}
    assert after["peristiwa"][-1]["keadaan"] == "terbit"


def test_rekam_says_what_the_forge_tells_otherwise(tmp_path: Path) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    meja.rekam()
    meja.ubah("usulan", user={"login": "bk-ganti"})
    words = ["usulan", "rekam", "--forge", "github", "--dari", str(meja.dari), "--ke", str(meja.ke)]
    done = CliRunner().invoke(cli, [*words, "--akar", str(meja.kantor.folder)], standalone_mode=False)
    assert done.return_value == 1
    assert "isian `pembuat` berubah pada halaman repositori; catatan yang pertama tetap berlaku." in done.output


def test_a_broken_record_is_not_written_over(tmp_path: Path) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    meja.rekam()
    (meja.ke / "2024" / "128.json").write_text("{}")
    with pytest.raises(PemakaianError, match="tidak sah menurut skemanya"):
        meja.rekam()


def test_a_program_is_one_by_the_accounts_of_the_base(tmp_path: Path) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    meja.ubah("usulan", user={"login": "bk-formulir"})
    path = meja.dari / "revisi.json"
    rows = json.loads(path.read_text("utf-8"))
    for row in rows:
        row["commit"]["message"] = "Isian formulir\n\nDikirim-oleh: bk-mutasi\nFormulir: #12"
    path.write_text(json.dumps(rows))
    form = {"number": 12, "user": {"login": "bk-mutasi"}, "labels": [{"name": "formulir/angka"}]}
    form |= {"created_at": "2024-07-08T01:00:00Z"}
    (meja.dari / "formulir.json").write_text(json.dumps(form))
    assert json.loads(meja.rekam())["pengirim"] == "bk-mutasi"
    accounts = meja.kantor.teks("data/pengguna.yaml").replace("{peran: robot}", "{peran: tim_sakip}")
    later = meja.kantor.repo.catat({"data/pengguna.yaml": accounts}, "2024-04-09T09:00:00+07:00")
    base = json.loads((meja.dari / "usulan.json").read_text())["base"] | {"sha": later}
    meja.ubah("usulan", base=base)
    shutil.rmtree(meja.ke)
    assert json.loads(meja.rekam())["pengirim"] == "bk-formulir"


def test_the_review_that_was_read_is_bound_by_its_sum(tmp_path: Path) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    (meja.dari / "laporan.json").write_bytes(b"{}")
    told = json.loads(meja.rekam())["laporan_sha256"]
    assert told == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_an_office_below_the_root_of_its_repository(tmp_path: Path) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    inner = meja.kantor.folder / "kantor"
    inner.mkdir()
    (meja.kantor.folder / "data").rename(inner / "data")
    base = meja.kantor.simpan()
    meja.ubah("usulan", base={"sha": base})
    path = meja.dari / "berkas.json"
    path.write_text(path.read_text("utf-8").replace('"data/', '"kantor/data/'), "utf-8")
    made = rekam(Project(inner), meja.forge, meja.dari, meja.ke).catatan
    assert [row.unit for row in made.laporan] == ["mutasi"]


@pytest.mark.parametrize(
    ("nama", "isi", "said"),
    [
        ("tinjauan", None, r"tinjauan.json` tidak ada; simpan ke sana jawaban `GET /repos/.*/reviews`"),
        ("tinjauan", "<html>", "bukan JSON"),
        ("usulan", '{"base": {"sha": "--help"}}', "isian `number` tidak ada"),
    ],
)
def test_answers_that_are_not_there(tmp_path: Path, nama: str, isi: str | None, said: str) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    path = meja.dari / f"{nama}.json"
    path.unlink() if isi is None else path.write_text(isi)
    with pytest.raises(PemakaianError, match=said):
        meja.rekam()


@pytest.mark.parametrize("sha", ["--help", "f" * 40, ""])
def test_a_base_that_is_not_there(tmp_path: Path, sha: str) -> None:
    meja = Meja(tmp_path, Forge.GITHUB)
    meja.ubah("usulan", base={"sha": sha})
    with pytest.raises(PemakaianError, match="ambil dahulu riwayat selengkapnya"):
        meja.rekam()


def test_who_only_brings_a_proposal_up_to_date_wrote_nothing(tmp_path: Path) -> None:
    """The button of the forge joins the proposal with the official data; more than that is writing."""
    meja = Meja(tmp_path, Forge.GITHUB)
    kantor = meja.kantor
    head = kantor.cabang({"data/catatan-a.txt": "a"})
    kantor.repo.catat({"data/catatan-b.txt": "b"}, "2024-04-09T09:00:00+07:00")
    kantor.repo.git("switch", "-q", "usulan")
    kantor.repo.git("merge", "-q", "-m", "Perbarui", "main")
    joined = kantor.repo.git("rev-parse", "HEAD")
    path = meja.dari / "revisi.json"
    rows = json.loads(path.read_text("utf-8"))
    rows[1] |= {"sha": joined, "author": {"login": "bk-sekretaris"}}
    path.write_text(json.dumps(rows))
    assert json.loads(meja.rekam())["penulis"] == ["bk-mutasi"]
    kantor.repo.git("reset", "-q", "--hard", head)
    kantor.repo.git("merge", "-q", "--no-commit", "main")
    evil = kantor.repo.catat({"data/catatan-c.txt": "c"}, "2024-04-09T09:00:00+07:00")
    rows[1]["sha"] = evil
    path.write_text(json.dumps(rows))
    shutil.rmtree(meja.ke)
    assert json.loads(meja.rekam())["penulis"] == ["bk-mutasi", "bk-sekretaris"]


@pytest.mark.parametrize("forge", Forge)
def test_what_a_forge_tells_passes_the_audit(tmp_path: Path, forge: Forge) -> None:
    """From the answers of a forge about commits that are there, over the trail, to what may be published."""
    meja = Meja(tmp_path, forge)
    kantor = meja.kantor
    first = kantor.cabang(kantor.rencana())
    kantor.repo.git("switch", "-q", "usulan")
    head = kantor.repo.catat(kantor.rencana(), "2024-07-01T09:00:00+07:00", "Perbaikan")
    kantor.repo.git("switch", "-q", "main")
    merge = kantor.gabung(head)
    for path in meja.dari.glob("*.json"):
        text = path.read_text("utf-8").replace("a" * 40, first).replace("b" * 40, head).replace("c" * 40, merge)
        path.write_text(text, "utf-8")
    kantor.berkas["2024/128.json"] = meja.rekam()
    simpan_jejak(kantor.repo, kantor.berkas)
    found = kantor.audit()
    assert (found.lulus, [(row.nomor, row.masalah) for row in found.langkah]) == (True, [(128, ())])
