"""One proposal as three forges tell it: drafted, sent, failed, returned, mended, approved, merged, published."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.catatan_usulan import CatatanUsulan, Forge, JenisUsulan
from sakipgen.domain.siklus import AlasanKembali
from sakipgen.forges import ALAMAT, BACA, PILIHAN, Jawaban, susun
from sakipgen.forges.alasan import baca_alasan

JAWABAN = Path(__file__).parent / "jawaban"
A, B, C = "a" * 40, "b" * 40, "c" * 40
ARAHAN = "Mohon dilengkapi. bukti kurang Lampirkan rekap absensi."

KISAH = [
    ("draf", "07-08T09:00:00", "bk-mutasi", None),
    ("diajukan", "07-09T10:00:00", "bk-mutasi", A),
    ("gagal_periksa", "07-09T10:02:00", None, A),
    ("dikembalikan", "07-09T14:00:00", "bk-sekretaris", A),
    ("diajukan", "07-10T08:00:00", "bk-mutasi", B),
    ("lulus_periksa", "07-10T08:02:00", None, B),
    ("dicabut", "07-10T09:59:00", "bk-sekretaris", None),
    ("disetujui", "07-10T10:00:00", "bk-sekretaris", B),
    ("digabungkan", "07-10T11:00:00", "bk-sekretaris", C),
    ("terbit", "07-10T11:10:00", None, C),
]
TAK_DIKETAHUI = {
    Forge.GITHUB: set(),
    Forge.GITLAB: {"dicabut"},
    Forge.FORGEJO: {"gagal_periksa"},
}
"""GitLab lets an approval take the place of a return; Forgejo is asked for the checks of the newest revision."""


def answers(forge: Forge) -> dict[str, Any]:
    names = set(ALAMAT[forge]) - {"formulir"}
    return {name: json.loads((JAWABAN / forge / f"{name}.json").read_text("utf-8")) for name in names}


def record(
    forge: Forge,
    isi: Mapping[str, Any],
    robot: Callable[[str], bool] = lambda _: False,
    penyatuan: Callable[[str], bool] = lambda _: False,
) -> CatatanUsulan:
    return susun(BACA[forge](Jawaban(isi)), "data", robot, penyatuan)


@pytest.mark.parametrize("forge", Forge)
def test_three_forges_tell_the_same(forge: Forge) -> None:
    made = record(forge, answers(forge))
    told = [(row.keadaan, row.waktu.isoformat()[5:19], row.oleh, row.revisi) for row in made.peristiwa]
    known = [row for row in KISAH if row[0] not in TAK_DIKETAHUI[forge]]
    first = next(n for n, row in enumerate(known) if row[0] == "diajukan")
    if forge is Forge.FORGEJO:  # of the first revision it says nothing before somebody reviews it
        known[first] = (*known[first][:3], None)
    assert told == known
    (back,) = (row for row in made.peristiwa if row.alasan)
    assert (back.alasan, back.teks) == (AlasanKembali.BUKTI_KURANG, ARAHAN)
    assert (made.nama, made.jenis, made.pengirim, made.pembuat) == (
        "2024/128.json",
        JenisUsulan.DATA,
        "bk-mutasi",
        "bk-mutasi",
    )
    assert (made.penulis, made.tanpa_akun, made.revisi, made.gabungan) == (("bk-mutasi",), 0, B, C)
    assert [(row.periode, row.unit) for row in made.laporan] == [("2024-TW2", "mutasi")]
    assert made.dikirim is not None
    assert made.dikirim.isoformat() == "2024-07-09T10:00:00+07:00"


@pytest.mark.parametrize("forge", Forge)
def test_nothing_of_a_person_is_kept(forge: Forge) -> None:
    text = record(forge, answers(forge)).model_dump_json()
    assert "noreply" not in text
    assert "Realisasi Triwulan II" not in text


@pytest.mark.parametrize("forge", Forge)
def test_pages_of_a_list_may_be_kept_apart(forge: Forge) -> None:
    whole = answers(forge)
    paged = {name: [value[:1], value[1:]] if isinstance(value, list) else value for name, value in whole.items()}
    assert record(forge, paged) == record(forge, whole)


@pytest.mark.parametrize(
    ("forge", "name", "path"),
    [
        (Forge.GITHUB, "usulan", "head.sha"),
        (Forge.GITHUB, "tinjauan", "submitted_at"),
        (Forge.GITLAB, "usulan", "iid"),
        (Forge.GITLAB, "versi", "head_commit_sha"),
        (Forge.FORGEJO, "usulan", "created_at"),
        (Forge.FORGEJO, "berkas", "filename"),
    ],
)
def test_what_is_missing_is_named(forge: Forge, name: str, path: str) -> None:
    isi = answers(forge)
    row = isi[name][0] if isinstance(isi[name], list) else isi[name]
    *above, last = path.split(".")
    for part in above:
        row = row[part]
    del row[last]
    with pytest.raises(PemakaianError, match=rf"`{name}.json`: isian `{path}` tidak ada"):
        record(forge, isi)


def test_a_page_of_revisions_that_was_not_fetched_is_named() -> None:
    isi = answers(Forge.GITHUB)
    isi["revisi"].pop()
    with pytest.raises(PemakaianError, match="memuat 1 dari 2 revisi; ambil semua halamannya"):
        record(Forge.GITHUB, isi)


@pytest.mark.parametrize("forge", Forge)
def test_a_wrong_shape_is_named(forge: Forge) -> None:
    isi = answers(forge)
    with pytest.raises(PemakaianError, match="seharusnya daftar"):
        record(forge, isi | {"berkas": ["x"]})
    with pytest.raises(PemakaianError, match="seharusnya satu jawaban"):
        record(forge, isi | {"usulan": []})
    assert frozenset({"penerbitan", "formulir"}) == PILIHAN


# ── Who sent it ──────────────────────────────────────────────────────────────────────────────────────────────────


AKHIR = "Dikirim-oleh: bk-mutasi\nFormulir: #12"
ISU = {
    Forge.GITHUB: {"number": 12, "user": {"login": "bk-mutasi"}, "labels": [{"name": "formulir/angka"}]},
    Forge.GITLAB: {"iid": 12, "author": {"username": "bk-mutasi"}, "labels": ["formulir/angka"]},
    Forge.FORGEJO: {"number": 12, "user": {"login": "bk-mutasi"}, "labels": [{"name": "formulir/angka"}]},
}
DIBUAT = {"created_at": "2024-07-08T01:59:00Z", "pull_request": None}


def dari_formulir(forge: Forge, pesan: list[str], isu: Mapping[str, Any] | None) -> CatatanUsulan:
    """The record of a proposal that a program made of a form."""
    isi = answers(forge)
    maker = isi["usulan"].get("user") or isi["usulan"]["author"]
    maker |= {name: "bk-formulir" for name in maker if name in {"login", "username"}}
    for row, text in zip(isi["revisi"], pesan, strict=True):
        row.get("commit", row)["message"] = text
    return record(forge, isi | ({"formulir": isu} if isu else {}), lambda name: name == "bk-formulir")


@pytest.mark.parametrize("forge", Forge)
def test_of_a_programs_proposal_the_sender_is_who_filled_the_form(forge: Forge) -> None:
    made = dari_formulir(forge, [f"Isian\n\n{AKHIR}\n"] * 2, ISU[forge] | DIBUAT)
    assert (made.pembuat, made.pengirim) == ("bk-formulir", "bk-mutasi")


@pytest.mark.parametrize(
    ("pesan", "pengirim"),
    [
        ([f"Isian\n\n{AKHIR.replace('bk-m', '@BK-M')}", f"Isian\n\n{AKHIR}"], "bk-mutasi"),
        (["Merge branch 'main'", f"Isian\n\n{AKHIR}"], "bk-mutasi"),
        ([f"Isian\n\n{AKHIR}", f"Isian\n\n{AKHIR.replace('mutasi', 'tim')}"], "bk-formulir"),
        ([f"Isian\n\n{AKHIR}", f"Isian\n\n{AKHIR.replace('12', '13')}"], "bk-formulir"),
        ([f"{AKHIR}\n\nIsian", "Isian"], "bk-formulir"),
        (["Isian\n\nDikirim-oleh: bk-mutasi"] * 2, "bk-formulir"),
    ],
)
def test_all_revisions_name_the_same_sender_and_form(pesan: list[str], pengirim: str) -> None:
    assert dari_formulir(Forge.GITHUB, pesan, ISU[Forge.GITHUB] | DIBUAT).pengirim == pengirim


@pytest.mark.parametrize(
    "isu",
    [
        None,
        ISU[Forge.GITHUB] | DIBUAT | {"number": 13},
        ISU[Forge.GITHUB] | DIBUAT | {"user": {"login": "bk-sekretaris"}},
        ISU[Forge.GITHUB] | DIBUAT | {"user": None},
        ISU[Forge.GITHUB] | DIBUAT | {"labels": [{"name": "bug"}]},
        ISU[Forge.GITHUB] | DIBUAT | {"pull_request": {"url": "x"}},
        ISU[Forge.GITHUB] | DIBUAT | {"created_at": "2024-07-08T02:00:01Z"},
    ],
    ids=["none", "another", "another's", "nobody's", "label", "proposal", "later"],
)
def test_what_a_program_says_of_a_sender_is_nothing_without_the_form(isu: Mapping[str, Any] | None) -> None:
    """Whoever can write makes a program propose what it likes; the form is what the sender sent."""
    assert dari_formulir(Forge.GITHUB, [f"Isian\n\n{AKHIR}"] * 2, isu).pengirim == "bk-formulir"


def test_the_words_of_who_is_no_program_are_nobodys() -> None:
    isi = answers(Forge.GITHUB) | {"formulir": ISU[Forge.GITHUB] | DIBUAT}
    isi["usulan"]["user"]["login"] = "bk-tim"
    for row in isi["revisi"]:
        row["commit"]["message"] = f"Isian\n\n{AKHIR}"
    assert record(Forge.GITHUB, isi).pengirim == "bk-tim"


def test_who_wrote_without_an_account_is_counted() -> None:
    isi = answers(Forge.GITHUB)
    isi["revisi"][0]["author"] = None
    isi["revisi"][1]["committer"] = {"login": "bk-tim"}
    made = record(Forge.GITHUB, isi)
    assert (made.penulis, made.tanpa_akun) == (("bk-mutasi", "bk-tim"), 1)


def test_an_address_alone_proves_no_account() -> None:
    """Whoever writes a revision chooses the address in it; the program's own revisions are bound by their form."""
    isi = answers(Forge.GITHUB)
    isi["revisi"][0]["commit"]["verification"] = {"verified": True}
    isi["revisi"][1]["commit"]["verification"] = {"verified": False}
    made = record(Forge.GITHUB, isi)
    assert (made.penulis, made.tanpa_akun) == (("bk-mutasi",), 1)
    assert record(Forge.GITHUB, isi, lambda name: name == "bk-mutasi").tanpa_akun == 0


@pytest.mark.parametrize("forge", [Forge.GITHUB, Forge.FORGEJO])
def test_who_only_brings_it_up_to_date_writes_nothing(forge: Forge) -> None:
    isi = answers(forge)
    isi["revisi"][1] |= {"author": {"login": "bk-sekretaris"}, "committer": {"login": "bk-sekretaris"}}
    for row in isi["peristiwa"]:
        if row.get("type") == "pull_push":
            row["user"] = {"login": "bk-sekretaris"}
    assert record(forge, isi, penyatuan=lambda sha: sha == B).penulis == ("bk-mutasi",)
    assert record(forge, isi).penulis == ("bk-mutasi", "bk-sekretaris")


@pytest.mark.parametrize("forge", Forge)
def test_a_publication_before_the_merge_is_another_ones(forge: Forge) -> None:
    isi = answers(forge)
    for row in isi["penerbitan"]:
        row["created_at"] = row["updated_at"] = "2024-07-10T03:00:00Z"
    assert record(forge, isi).peristiwa[-1].keadaan == "digabungkan"


def test_a_deleted_account_has_a_name() -> None:
    isi = answers(Forge.GITHUB)
    isi["usulan"]["user"] = None
    assert record(Forge.GITHUB, isi).pengirim == "ghost"


# ── What it touches, and how it ends ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("paths", "jenis"),
    [
        ([], JenisUsulan.SISTEM),
        (["mkdocs.yml", "database/x.yaml"], JenisUsulan.SISTEM),
        (["data/koreksi/2024/TW1/KOR-2024-01.yaml", "data/sop.yaml"], JenisUsulan.KOREKSI),
        (["data/sop.yaml"], JenisUsulan.DATA),
    ],
)
def test_the_kind_follows_the_files(paths: list[str], jenis: JenisUsulan) -> None:
    isi = answers(Forge.GITHUB) | {"berkas": [{"filename": path} for path in paths]}
    assert record(Forge.GITHUB, isi).jenis is jenis


def test_one_that_was_closed_and_opened_again() -> None:
    isi = answers(Forge.GITHUB)
    isi["usulan"] |= {"merged": False, "merged_at": None, "state": "open"}
    isi["tinjauan"] = isi["status"] = []
    actor = {"login": "bk-mutasi"}
    isi["peristiwa"] = [
        {"event": "closed", "actor": actor, "created_at": "2024-07-08T03:00:00Z"},
        {"event": "reopened", "actor": actor, "created_at": "2024-07-08T04:00:00Z"},
    ]
    made = record(Forge.GITHUB, isi)
    assert [row.keadaan for row in made.peristiwa] == ["diajukan", "dibatalkan", "diajukan"]
    assert (made.gabungan, made.digabung_oleh) == (None, None), "an open proposal has a test merge that is none"


def test_a_push_before_any_answer_is_the_same_sending() -> None:
    isi = answers(Forge.GITLAB)
    isi["peristiwa"] = [row for row in isi["peristiwa"] if row["body"] != "requested changes"]
    sent = [row for row in record(Forge.GITLAB, isi).peristiwa if row.keadaan == "diajukan"]
    assert len(sent) == 1


@pytest.mark.parametrize(
    "body",
    ["unapproved this merge request", "reset approvals from @bk-sekretaris and @bk-tim by pushing to the branch"],
)
def test_gitlab_approvals_that_were_taken_back(body: str) -> None:
    isi = answers(Forge.GITLAB)
    note = copy.deepcopy(isi["peristiwa"][0]) | {"body": body, "created_at": "2024-07-10T03:30:00.000Z"}
    made = record(Forge.GITLAB, isi | {"peristiwa": [note, *isi["peristiwa"]]})
    (gone,) = (row for row in made.peristiwa if row.keadaan == "dicabut")
    assert (gone.atas, gone.waktu.isoformat()) == ("bk-sekretaris", "2024-07-10T10:30:00+07:00")


def test_a_gitlab_approval_that_is_not_listed_does_not_count() -> None:
    isi = answers(Forge.GITLAB)
    isi["persetujuan"]["approved_by"] = []
    assert [row.atas for row in record(Forge.GITLAB, isi).peristiwa if row.keadaan == "dicabut"] == ["bk-sekretaris"]


def test_who_says_that_it_was_approved_approves_nothing() -> None:
    """A note that people write is no note of GitLab's own."""
    isi = answers(Forge.GITLAB)
    isi["peristiwa"][0]["system"] = False
    assert "disetujui" not in [row.keadaan for row in record(Forge.GITLAB, isi).peristiwa]


# ── Why it was returned ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("teks", "alasan", "arahan"),
    [
        ("alasan: bukti kurang", AlasanKembali.BUKTI_KURANG, "alasan: bukti kurang"),
        (
            "**Alasan:** Angka tidak cocok bukti.",
            AlasanKembali.ANGKA_TIDAK_COCOK,
            "**Alasan:** Angka tidak cocok bukti.",
        ),
        ("x\r\n- [ ] bukti kurang\r\n- [X] Satuan salah", AlasanKembali.SATUAN_SALAH, "x Satuan salah"),
        ("- [x] lain-lain: nama salah", AlasanKembali.LAIN_LAIN, "lain-lain: nama salah"),
        ("alasan: kurang rapi", AlasanKembali.LAIN_LAIN, "alasan: kurang rapi"),
        ("bukti kurang", AlasanKembali.LAIN_LAIN, "bukti kurang"),
        ("", AlasanKembali.LAIN_LAIN, None),
        ("\u202e\x00a\u200bb", AlasanKembali.LAIN_LAIN, "a b"),
        ("x" * 5000, AlasanKembali.LAIN_LAIN, "x" * 1000),
    ],
)
def test_a_reason_is_one_of_the_list(teks: str, alasan: AlasanKembali, arahan: str | None) -> None:
    assert baca_alasan(teks) == (alasan, arahan)
