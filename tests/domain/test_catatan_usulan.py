"""The record of a proposal: what it refuses, and that it only grows."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from sakipgen.domain.catatan_usulan import CatatanUsulan, KeadaanUsulan, berubah, gabungkan, susulkan
from tests.jejak import DIGABUNGKAN, DISETUJUI, catatan

A = "a" * 40


def made(**isi: Any) -> CatatanUsulan:
    return CatatanUsulan.model_validate_json(json.dumps(catatan(1) | isi), strict=True)


def test_times_are_those_of_the_office() -> None:
    found = made(dikirim="2024-04-09T18:00:00Z")
    assert found.dikirim is not None
    assert found.dikirim.isoformat() == "2024-04-10T01:00:00+07:00"
    assert found.nama == "2024/1.json"


def test_the_year_is_that_of_the_office() -> None:
    row = {"keadaan": "draf", "waktu": "2023-12-31T20:00:00Z"}
    assert made(peristiwa=[row]).nama == "2024/1.json"


@pytest.mark.parametrize(
    "isi",
    [
        {"versi": 2},
        {"lain": 1},
        {"nomor": 0},
        {"nomor": "1"},
        {"pengirim": "a b"},
        {"pengirim": "x\nbk-sekretaris"},
        {"revisi": "main"},
        {"dikirim": "2024-04-09T10:00:00"},
        {"gabungan": None},
        {"peristiwa": []},
        {"penulis": ["a"] * 201},
        {"laporan": [{"periode": "2024-tahunan", "unit": "x"}]},
        {"laporan_sha256": "x"},
        {"peristiwa": [{"keadaan": "dikembalikan", "waktu": DISETUJUI, "oleh": "a"}]},
        {"peristiwa": [{"keadaan": "disetujui", "waktu": DISETUJUI, "oleh": "a", "alasan": "bukti_kurang"}]},
        {"peristiwa": [{"keadaan": "disetujui", "waktu": DISETUJUI}]},
        {"peristiwa": [{"keadaan": "dicabut", "waktu": DISETUJUI, "oleh": "a"}]},
        {"peristiwa": [{"keadaan": "terbit", "waktu": DISETUJUI, "teks": "x" * 1001}]},
        {"peristiwa": [{"keadaan": "terbit", "waktu": DISETUJUI}] * 2},
        {"peristiwa": list(reversed(catatan(1)["peristiwa"]))},
    ],
    ids=str,
)
def test_what_no_record_says(isi: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        made(**isi)


OPEN = made(gabungan=None, digabung_oleh=None, digabung_pada=None, peristiwa=catatan(1)["peristiwa"][:1])
DONE = made()


@pytest.mark.parametrize(
    ("lama", "baru", "said"),
    [
        (OPEN, DONE, None),
        (DONE, DONE, None),
        (OPEN, made(revisi="c" * 40, penulis=["a", "b"]), None),
        (OPEN, made(pembuat="a", pengirim="a"), None),
        (DONE, made(revisi="c" * 40), "isian `revisi` berubah"),
        (DONE, made(penulis=[]), "isian `penulis` berubah"),
        (DONE, made(pengirim="a"), "isian `pengirim` berubah"),
        (DONE, made(digabung_oleh="a"), "isian `digabung_oleh` berubah"),
        (DONE, OPEN, "isian `gabungan` berubah"),
        (OPEN, made(peristiwa=catatan(1)["peristiwa"][1:]), "peristiwa `diajukan` hilang atau berubah"),
        (DONE, made(laporan_sha256="0" * 64), None),
        (made(laporan_sha256="1" * 64), made(laporan_sha256="0" * 64), "isian `laporan_sha256` berubah"),
    ],
)
def test_a_record_only_grows(lama: CatatanUsulan, baru: CatatanUsulan, said: str | None) -> None:
    assert berubah(lama, baru) == said


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"keadaan": "terbit", "waktu": "2024-04-10T12:00:00+07:00"}, None),
        ({"keadaan": "lulus_periksa", "waktu": DISETUJUI}, None),
        ({"keadaan": "disetujui", "waktu": "2024-04-10T12:00:00+07:00", "oleh": "a"}, None),
        (
            {"keadaan": "disetujui", "waktu": DIGABUNGKAN, "oleh": "a"},
            "peristiwa `disetujui` bertanggal sebelum penggabungan ditambahkan sesudahnya",
        ),
    ],
)
def test_after_the_merge_no_verdict_before_it_is_added(row: dict[str, Any], said: str | None) -> None:
    states = list(KeadaanUsulan)
    rows = sorted([*catatan(1)["peristiwa"], row], key=lambda one: (one["waktu"], states.index(one["keadaan"])))
    assert berubah(DONE, made(peristiwa=rows)) == said


def test_what_a_forge_forgot_stays_told() -> None:
    both = gabungkan(DONE, made(peristiwa=catatan(1)["peristiwa"][1:], laporan_sha256=None))
    assert both == DONE
    known = made(laporan_sha256="0" * 64)
    assert gabungkan(known, DONE).laporan_sha256 == "0" * 64
    assert berubah(known, gabungkan(known, DONE)) is None


def test_what_was_inferred_or_published_first_holds() -> None:
    sent = {"keadaan": "diajukan", "oleh": "bk-mutasi"}
    out = {"keadaan": "terbit", "waktu": "2024-04-10T12:00:00+07:00"}
    before = made(peristiwa=[*catatan(1)["peristiwa"], out])
    rows = [
        sent | {"waktu": catatan(1)["dikirim"], "revisi": A},
        *catatan(1)["peristiwa"][1:],
        out | {"waktu": "2024-04-11T12:00:00+07:00"},
    ]
    assert gabungkan(before, made(peristiwa=rows)) == before
    again = sent | {"waktu": "2024-04-10T10:30:00+07:00", "revisi": "c" * 40}
    rows = [*catatan(1)["peristiwa"][:2], again, catatan(1)["peristiwa"][2]]
    assert len(gabungkan(before, made(peristiwa=rows)).peristiwa) == 5


def test_when_it_was_handed_in_first_holds() -> None:
    assert gabungkan(DONE, made(dikirim="2024-04-09T11:00:00+07:00")) == DONE


def test_a_draft_that_somebody_renamed_began_is_one_draft() -> None:
    rows = [{"keadaan": "draf", "waktu": "2024-04-08T09:00:00+07:00", "oleh": name} for name in ("a", "b")]
    before, after = (made(peristiwa=[row, *catatan(1)["peristiwa"]]) for row in rows)
    assert gabungkan(before, after).peristiwa == before.peristiwa


@pytest.mark.parametrize(
    "isi",
    [{"revisi": "c" * 40}, {"gabungan": "c" * 40}, {"digabung_pada": "2024-04-10T11:00:01+07:00"}, {"nomor": 2}],
    ids=str,
)
def test_another_proposal_adds_nothing_to_a_merged_one(isi: dict[str, Any]) -> None:
    assert susulkan(DONE, made(**isi)) is None
    assert susulkan(OPEN, made(**isi)) is None


def test_of_a_merged_proposal_only_what_came_later_is_added() -> None:
    """Who approved it has another name now, or says so: neither adds an approval from before the merge."""
    out = {"keadaan": "terbit", "waktu": "2024-04-10T12:00:00+07:00"}
    renamed = [row | {"oleh": f"{row['oleh']}-baru"} for row in catatan(1)["peristiwa"]]
    held = susulkan(DONE, made(pengirim="bk-baru", penulis=[], tanpa_akun=1, peristiwa=[*renamed, out]))
    assert held == made(peristiwa=[*catatan(1)["peristiwa"], out])
    assert berubah(DONE, held) is None
