"""J-03, D-08, D-10 and all ways around an approval: every step of the main history is verified again."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sakipgen.auditing import audit
from sakipgen.diagnostics import PemakaianError
from sakipgen.project import Project
from tests.jejak import DIGABUNGKAN, DIKIRIM, DISETUJUI, KantorBercatatan, catatan, simpan_jejak
from tests.usulan import REALISASI, RENCANA, WAKTU, koreksi


@pytest.fixture
def kantor(tmp_path: Path) -> KantorBercatatan:
    return KantorBercatatan(tmp_path / "kantor")


def only(said: list[str], code: str, text: str) -> None:
    assert [row[:4] for row in said] == [code], said
    assert text in said[0]


# ── What passes ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_approved_and_recorded_passes(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    kantor.usul(2)
    found = kantor.audit()
    assert (found.lulus, found.beriwayat, found.sejak, found.penanda) == (True, True, kantor.awal, None)
    assert [(row.nomor, row.masalah) for row in found.langkah] == [(1, ()), (2, ())]


def test_a_revert_is_a_proposal_like_any_other(kantor: KantorBercatatan) -> None:
    before = kantor.teks(RENCANA)
    kantor.usul(1)
    kantor.usul(2, {RENCANA: before})
    assert kantor.audit().lulus


def test_a_squash_passes_where_its_record_says_so(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    kantor.repo.git("merge", "-q", "--squash", head)
    merge = kantor.repo.catat({}, DIGABUNGKAN, "Usulan (#1)")
    kantor.rekam(1, revisi=head, gabungan=merge)
    assert kantor.pesan() == []


def test_a_proposal_that_began_before_another_was_merged_passes(kantor: KantorBercatatan) -> None:
    early = kantor.cabang({"docs.md": "a\n"})
    kantor.usul(1)
    merge = kantor.gabung(early)
    kantor.rekam(2, revisi=early, gabungan=merge, pengirim="bk-admin", jenis="sistem")
    assert kantor.pesan() == []


def test_an_audit_begins_at_the_newest_tag(kantor: KantorBercatatan) -> None:
    kantor.repo.catat(kantor.rencana(), WAKTU, "Langsung")
    kantor.repo.git("tag", "periode/2024-tw1")
    kantor.usul(1)
    found = kantor.audit()
    assert (found.penanda, len(found.langkah), found.lulus) == ("periode/2024-tw1", 1, True)
    kantor.repo.git("tag", "-a", "-m", "Sesudah diperiksa", "audit/1")
    assert (kantor.audit().penanda, kantor.audit().langkah) == ("audit/1", ())
    assert not kantor.audit(kantor.awal).lulus


def test_a_tag_beside_the_main_history_is_no_start(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    kantor.repo.git("tag", "periode/palsu", head)
    merge = kantor.gabung(head)
    kantor.rekam(1, revisi=head, gabungan=merge)
    assert (kantor.audit().penanda, len(kantor.audit().langkah)) == (None, 1)


def test_a_history_that_was_written_anew_is_no_history(kantor: KantorBercatatan) -> None:
    """All of it in one first commit, which would be trusted; the tags still stand on what it was."""
    kantor.usul(1)
    kantor.repo.git("tag", "-a", "-m", "Ditutup", "periode/2024-TW1")
    known = kantor.repo.git("rev-parse", "HEAD")
    made = kantor.repo.git("commit-tree", "HEAD^{tree}", "-m", "Awal baru")
    kantor.repo.git("reset", "-q", "--hard", made)
    with pytest.raises(PemakaianError, match="penanda `periode/2024-TW1` tidak termuat dalam riwayat data utama"):
        kantor.audit()
    assert kantor.audit(made).lulus, "whoever looked into it names the start"
    kantor.repo.git("reset", "-q", "--hard", f"{known}^1")
    assert kantor.audit().penanda is None, "an earlier state of the same line"


def test_records_may_lie_in_a_folder(kantor: KantorBercatatan, tmp_path: Path) -> None:
    kantor.usul(1)
    folder = tmp_path / "catatan"
    (folder / "2024").mkdir(parents=True)
    (folder / "2024" / "1.json").write_text(kantor.berkas["2024/1.json"])
    found = kantor.audit(catatan=str(folder))
    assert (found.lulus, found.beriwayat) == (True, False)


def test_a_clone_knows_the_trail_of_its_origin(kantor: KantorBercatatan, tmp_path: Path) -> None:
    kantor.usul(1)
    bare, clone = tmp_path / "pusat.git", tmp_path / "salinan"
    kantor.repo.git("clone", "-q", "--bare", str(kantor.folder), str(bare))
    kantor.repo.git("clone", "-q", "-b", "main", str(bare), str(clone))
    assert audit(Project(clone), None, "HEAD", None).lulus
    shallow = tmp_path / "dangkal"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{bare}", str(shallow)], check=True)
    with pytest.raises(PemakaianError, match="fetch-depth: 0"):
        audit(Project(shallow), None, "HEAD", None)


# ── Around the approval ──────────────────────────────────────────────────────────────────────────────────────────


def test_j03_a_step_without_a_record(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    sha = kantor.repo.catat(kantor.rencana(), WAKTU, "Langsung")
    only(kantor.pesan(), "K007", f"gabungan {sha[:7]} tanpa persetujuan Sekretaris; ")


def test_j03_a_bypass_merge_without_a_record(kantor: KantorBercatatan) -> None:
    kantor.rekam(9)
    sha = kantor.gabung(kantor.cabang(kantor.rencana()))
    only(kantor.pesan(), "K007", f"gabungan {sha[:7]} tanpa")


def test_d08_who_sends_does_not_approve(kantor: KantorBercatatan) -> None:
    kantor.usul(1, pengirim="bk-sekretaris", penyetuju="bk-sekretaris")
    own, missing = kantor.pesan()
    assert own.startswith("K002 pengirim (`bk-sekretaris`) tidak boleh menyetujui usulannya sendiri")
    assert missing.startswith("K002 usulan ini belum disetujui Sekretaris")


def test_who_wrote_part_of_it_does_not_approve(kantor: KantorBercatatan) -> None:
    kantor.usul(1, penulis=["bk-mutasi", "BK-Sekretaris"])
    assert [row[:4] for row in kantor.pesan()] == ["K002", "K002"]


@pytest.mark.parametrize(
    "peristiwa",
    [
        pytest.param([], id="none"),
        pytest.param([("disetujui", DISETUJUI, "c" * 40)], id="of an earlier revision"),
        pytest.param([("disetujui", "2024-04-10T12:00:00+07:00", None)], id="after the merge"),
        pytest.param([("disetujui", DIKIRIM, None), ("dikembalikan", DISETUJUI, None)], id="then returned"),
        pytest.param([("disetujui", DIKIRIM, None), ("dicabut", DISETUJUI, None)], id="dismissed"),
    ],
)
def test_an_approval_that_does_not_count(kantor: KantorBercatatan, peristiwa: list[tuple[Any, ...]]) -> None:
    head = kantor.cabang(kantor.rencana())
    merge = kantor.gabung(head)
    more = {"dikembalikan": {"alasan": "bukti_kurang"}, "dicabut": {"atas": "bk-sekretaris"}, "disetujui": {}}
    rows = [
        {"keadaan": k, "waktu": when, "oleh": "bk-sekretaris", "revisi": sha or head, **more[k]}
        for k, when, sha in peristiwa
    ]
    merged = {"keadaan": "digabungkan", "waktu": DIGABUNGKAN, "oleh": "bk-sekretaris", "revisi": merge}
    kantor.rekam(1, revisi=head, gabungan=merge, peristiwa=sorted([*rows, merged], key=lambda row: str(row["waktu"])))
    only(kantor.pesan(), "K002", "belum disetujui Sekretaris")


@pytest.mark.parametrize(
    ("sejak", "sampai", "counts"),
    [("2024-04-01", "2024-04-10", True), ("2024-04-01", "2024-04-09", False), ("2024-04-11", "2024-04-30", False)],
)
def test_a_stand_in_approves_within_its_days(tmp_path: Path, sejak: str, sampai: str, counts: bool) -> None:
    """The Sekretaris merges a day later; what counts is the day of the approval."""
    kantor = KantorBercatatan(tmp_path / "kantor")
    plh = f"{{peran: tim_sakip, plh: [{{sebagai: sekretaris, sejak: {sejak}, sampai: {sampai}}}]}}"
    kantor.ganti("data/pengguna.yaml", "{peran: tim_sakip}", plh)
    start = kantor.simpan()
    later = "2024-04-11T11:00:00+07:00"
    head = kantor.cabang(kantor.rencana())
    merge = kantor.gabung(head)
    rows = catatan(1, revisi=head, gabungan=merge, penyetuju="bk-tim")["peristiwa"]
    rows[-1]["waktu"] = later
    kantor.rekam(1, revisi=head, gabungan=merge, peristiwa=rows, digabung_pada=later)
    assert [row[:4] for row in kantor.pesan(start)] == ([] if counts else ["K002"])


def test_who_merges_is_the_sekretaris_or_a_program(kantor: KantorBercatatan) -> None:
    kantor.usul(1, digabung_oleh="bk-tim")
    only(kantor.pesan(), "K002", "digabungkan oleh `bk-tim`")


def test_roles_are_those_of_the_base(kantor: KantorBercatatan) -> None:
    """A proposal that makes its sender the Sekretaris is judged by who was before."""
    text = kantor.teks("data/pengguna.yaml").replace("bk-tim: {peran: tim_sakip}", "bk-tim: {peran: sekretaris}")
    kantor.usul(1, {"data/pengguna.yaml": text}, pengirim="bk-admin", penyetuju="bk-tim")
    only(kantor.pesan(), "K002", "belum disetujui Sekretaris")


def test_the_rules_of_the_review_hold_again(kantor: KantorBercatatan) -> None:
    kantor.usul(1, pengirim="bk-diklat")
    kantor.usul(2, {REALISASI: kantor.teks(REALISASI).replace("77.5", "78")}, pengirim="bk-mutasi")
    kantor.usul(3, {RENCANA: "rusak"})
    codes = [{row.code for row in step.masalah} for step in kantor.audit().langkah]
    assert codes[0] == {"K001"}
    assert "P001" in codes[1]
    assert codes[2]
    assert not codes[2] & {"K001", "P001"}


def test_d10_the_day_of_sending_is_the_servers(kantor: KantorBercatatan) -> None:
    """The account ended in March; a commit that says so was made in March does not help."""
    head = kantor.cabang(kantor.rencana())
    kantor.repo.git("switch", "-q", "usulan")
    kantor.repo.git("commit", "-q", "--amend", "--no-edit", "--date", "2024-03-01", waktu="2024-03-01T08:00:00+07:00")
    head = kantor.repo.git("rev-parse", "HEAD")
    kantor.repo.git("switch", "-q", "main")
    merge = kantor.gabung(head)
    kantor.rekam(1, revisi=head, gabungan=merge, pengirim="bk-lama")
    only(kantor.pesan(), "K006", "tidak berlaku pada 2024-04-09")


@pytest.mark.parametrize("ff", [True, False])
@pytest.mark.parametrize("hari", ["2023-01-01T08:00:00+07:00", DIKIRIM])
def test_d10_a_step_is_measured_on_the_day_the_forge_merged_it(tmp_path: Path, hari: str, *, ff: bool) -> None:
    """A commit dated before the koreksi that it brings does not hide from the Kepala what the koreksi changes."""
    kantor = KantorBercatatan(tmp_path / "kantor")
    kantor.ganti("data/instansi.yaml", "status_data: contoh\nposisi_contoh: 2024-04-10\n", "status_data: resmi\n")
    start = kantor.simpan()
    kantor.repo.git("switch", "-q", "-C", "usulan", "main")
    kantor.ganti(REALISASI, "nilai: 77.5\n", "nilai: 40\n    kendala: Pelatihan ditunda.\n    solusi: Dijadwalkan.\n")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-02.yaml", koreksi("77.5", "40"))
    head = kantor.repo.catat({}, hari, "Koreksi")
    kantor.repo.git("switch", "-q", "main")
    kantor.repo.git("merge", "-q", "--ff-only" if ff else "--no-ff", head, waktu=hari)
    kantor.rekam(1, revisi=head, gabungan=kantor.repo.git("rev-parse", "HEAD"), jenis="koreksi")
    only(kantor.pesan(start), "K002", "belum disetujui Kepala")


# ── Another content ──────────────────────────────────────────────────────────────────────────────────────────────


def test_an_evil_merge_adds_what_nobody_approved(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    kantor.repo.git("merge", "-q", "--no-ff", "--no-commit", head)
    text = kantor.teks(RENCANA).replace("40 pegawai", "45 pegawai")
    merge = kantor.repo.catat({RENCANA: text}, DIGABUNGKAN, "Penggabungan")
    kantor.rekam(1, revisi=head, gabungan=merge)
    only(kantor.pesan(), "K010", f"tidak ada dalam revisi yang disetujui: `{RENCANA}`")


def test_a_squash_of_something_else(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    merge = kantor.repo.catat(kantor.rencana(), DIGABUNGKAN, "Usulan (#1)")
    kantor.rekam(1, revisi=head, gabungan=merge)
    only(kantor.pesan(), "K010", RENCANA)


def test_a_record_of_another_revision(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    merge = kantor.gabung(head)
    kantor.rekam(1, revisi="c" * 40, gabungan=merge)
    first, second = kantor.pesan()
    assert first.startswith("K008 yang digabungkan bukan revisi ccccccc")
    assert second.startswith("K008 revisi ccccccc yang disetujui tidak ada dalam repositori ini")


def test_a_record_without_its_merge(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    kantor.gabung(head)
    kantor.rekam(1, revisi=head, gabungan=None, digabung_oleh=None, digabung_pada=None)
    only(kantor.pesan(), "K008", "belum memuat penggabungannya")


def test_two_records_of_one_merge(kantor: KantorBercatatan) -> None:
    head = kantor.cabang(kantor.rencana())
    merge = kantor.gabung(head)
    kantor.rekam(1, revisi=head, gabungan=merge)
    kantor.rekam(2, revisi=head, gabungan=merge)
    only([row for row in kantor.pesan() if "lebih dari satu" in row], "K008", "2024/1.json, 2024/2.json")


@pytest.mark.parametrize(
    ("pembuat", "pesan", "said"),
    [
        ("bk-formulir", "Isian\n\nDikirim-oleh: bk-mutasi", None),
        ("bk-formulir", "Isian\n\nDikirim-oleh: @BK-Mutasi", None),
        ("bk-formulir", "Isian\n\nDikirim-oleh: bk-tim", "usulannya tidak menyebut akun itu saja"),
        ("bk-formulir", "Isian", "usulannya tidak menyebut akun itu saja"),
        ("bk-tim", "Isian\n\nDikirim-oleh: bk-mutasi", "pembuat usulannya bukan program"),
    ],
)
def test_a_sender_behind_a_program(kantor: KantorBercatatan, pembuat: str, pesan: str, said: str | None) -> None:
    head = kantor.cabang(kantor.rencana(), pesan)
    merge = kantor.gabung(head)
    kantor.rekam(1, revisi=head, gabungan=merge, pembuat=pembuat, penulis=[pembuat])
    if said is None:
        assert kantor.pesan() == []
    else:
        only(kantor.pesan(), "K008", said)


def test_a_program_is_no_sender(kantor: KantorBercatatan) -> None:
    kantor.usul(1, pengirim="bk-formulir")
    only(kantor.pesan(), "K006", "milik program")


def test_a_writer_without_account_is_told(kantor: KantorBercatatan) -> None:
    kantor.usul(1, tanpa_akun=2)
    only(kantor.pesan(), "K011", "2 revisi usulan ini ditulis tanpa akun yang terbukti")
    assert kantor.audit().lulus


# ── The trail itself ─────────────────────────────────────────────────────────────────────────────────────────────


def _ubah(kantor: KantorBercatatan, **isi: Any) -> None:
    record = json.loads(kantor.berkas["2024/1.json"]) | isi
    kantor.berkas["2024/1.json"] = json.dumps(record)
    simpan_jejak(kantor.repo, kantor.berkas)


def test_a_record_may_grow(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    rows = json.loads(kantor.berkas["2024/1.json"])["peristiwa"]
    _ubah(kantor, peristiwa=[*rows, {"keadaan": "terbit", "waktu": "2024-04-10T11:30:00+07:00"}])
    assert kantor.audit().lulus


def test_a_record_that_was_edited_later(kantor: KantorBercatatan) -> None:
    kantor.usul(1, penyetuju="bk-tim")
    rows = json.loads(kantor.berkas["2024/1.json"])["peristiwa"]
    rows[1]["oleh"] = "bk-sekretaris"
    _ubah(kantor, peristiwa=rows)
    only(kantor.pesan(), "K009", "peristiwa `disetujui` hilang atau berubah")


def test_an_approval_that_was_added_later(kantor: KantorBercatatan) -> None:
    kantor.usul(1, penyetuju="bk-tim")
    record = json.loads(kantor.berkas["2024/1.json"])
    late = {"keadaan": "disetujui", "waktu": "2024-04-10T10:30:00+07:00", "oleh": "bk-sekretaris"}
    rows = sorted([*record["peristiwa"], late | {"revisi": record["revisi"]}], key=lambda row: row["waktu"])
    _ubah(kantor, peristiwa=rows)
    only(kantor.pesan(), "K009", "bertanggal sebelum penggabungan ditambahkan sesudahnya")


def test_a_record_that_was_deleted_and_made_anew(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    kept = kantor.berkas.pop("2024/1.json")
    kantor.rekam(2)
    kantor.berkas["2024/1.json"] = kept
    simpan_jejak(kantor.repo, kantor.berkas)
    only(kantor.pesan(), "K009", "dihapus")


def test_a_new_start_forgets_records_of_what_was_before(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    _ubah(kantor, tanpa_akun=1)
    assert not kantor.audit().lulus
    kantor.repo.git("tag", "audit/1")
    kantor.usul(2)
    found = kantor.audit()
    assert (found.lulus, [row.code for row in found.catatan]) == (True, ["K009"])


def test_an_edit_behind_a_join_is_seen(kantor: KantorBercatatan) -> None:
    """A branch that begins anew, with the real one as second parent: the first parents alone would hide the edit."""
    kantor.usul(1, penyetuju="bk-tim")
    real = kantor.repo.git("rev-parse", "tinjauan")
    forged = kantor.berkas["2024/1.json"].replace("bk-tim", "bk-sekretaris")
    begun = simpan_jejak(kantor.repo, {"2024/1.json": forged}, "lain")
    tree = kantor.repo.git("rev-parse", f"{begun}^{{tree}}")
    joined = kantor.repo.git("commit-tree", tree, "-p", begun, "-p", real, "-m", "Catatan")
    kantor.repo.git("update-ref", "refs/heads/tinjauan", joined)
    only(kantor.pesan(), "K009", "peristiwa `disetujui` hilang atau berubah")


def test_two_jobs_may_write_the_trail_at_once(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    one = kantor.repo.git("rev-parse", "tinjauan")
    kantor.usul(2)
    two = kantor.repo.git("rev-parse", "tinjauan")
    tree = kantor.repo.git("rev-parse", f"{two}^{{tree}}")
    joined = kantor.repo.git("commit-tree", tree, "-p", one, "-p", two, "-m", "Catatan")
    kantor.repo.git("update-ref", "refs/heads/tinjauan", joined)
    assert kantor.pesan() == []


@pytest.mark.parametrize("isi", ["{}", "x", '{"versi": 2}'])
def test_a_forged_record_is_none(kantor: KantorBercatatan, isi: str) -> None:
    kantor.usul(1)
    kantor.berkas["2024/2.json"] = isi
    simpan_jejak(kantor.repo, kantor.berkas)
    only(kantor.pesan(), "K008", "tidak sah menurut skemanya")


def test_a_record_under_another_name(kantor: KantorBercatatan) -> None:
    kantor.usul(1)
    kantor.berkas["2024/2.json"] = kantor.berkas["2024/1.json"]
    simpan_jejak(kantor.repo, kantor.berkas)
    only(kantor.pesan(), "K008", "catatan ini milik `2024/1.json`")


@pytest.mark.parametrize(
    ("sejak", "catatan", "said"),
    [
        ("tidak-ada", None, "tidak ada dalam repositori"),
        ("tinjauan", None, "tidak berada pada riwayat data utama"),
        (None, "tidak-ada", "bukan folder dan bukan revisi"),
    ],
)
def test_wrong_usage_names_the_way_out(
    kantor: KantorBercatatan, sejak: str | None, catatan: str | None, said: str
) -> None:
    kantor.usul(1)
    with pytest.raises(PemakaianError, match=said):
        kantor.audit(sejak, catatan)


def test_without_a_trail_the_way_out_is_named(kantor: KantorBercatatan) -> None:
    for name in (None, "tinjauan", "origin/tinjauan"):
        assert kantor.audit(catatan=name).lulus, "an office that just begins"
    kantor.repo.catat(kantor.rencana(), WAKTU)
    for name in (None, "origin/tinjauan"):
        with pytest.raises(PemakaianError) as caught:
            kantor.audit(catatan=name)
        assert str(caught.value) == (
            "catatan usulan belum ada di sini. Cabang `tinjauan`, yang memuatnya, baru ada sesudah alur kerja `terbit` "
            "pertama kali berjalan pada halaman repositori. Bila di sana sudah ada, ambil dengan "
            "`git fetch origin tinjauan:tinjauan`; bila tersimpan di tempat lain, sebut dengan `--catatan`."
        )
    shutil.rmtree(kantor.folder / ".git")
    with pytest.raises(PemakaianError):
        kantor.audit()
