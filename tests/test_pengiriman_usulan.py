"""The record of a period is filled from the trail; what people recorded is never changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sakipgen.domain.catatan_usulan import CatatanUsulan
from sakipgen.domain.waktu import Periode
from sakipgen.pengiriman_usulan import Isian, isi_siklus
from sakipgen.project import Project
from tests.jejak import catatan
from tests.usulan import Kantor

TW2 = Periode(2024, "TW2")
BERKAS = "data/siklus/2024/TW2.yaml"
HEAD, MERGE = "a" * 40, "b" * 40
KEMBALI = {"alasan": "bukti_kurang", "oleh": "bk-sekretaris", "teks": "Lampirkan rekap absensi."}


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    made = Kantor(tmp_path / "kantor")
    made.simpan()
    return made


def proposal(nomor: int, *rows: tuple[Any, ...], unit: str = "mutasi", **isi: Any) -> CatatanUsulan:
    """A proposal that hands in one report of TW2; events by their day of July 2024."""
    events = [
        {"keadaan": state, "waktu": f"2024-07-{day}T10:00:00+07:00", **(more[0] if more else {})}
        for state, day, *more in rows
    ]
    at = next((row["waktu"] for row in events if row["keadaan"] == "digabungkan"), None)
    open_ = {"gabungan": None, "digabung_oleh": None, "digabung_pada": None} if at is None else {"digabung_pada": at}
    reports = [{"periode": "2024-TW2", "unit": unit}]
    whole = catatan(nomor, laporan=reports) | {"peristiwa": events} | open_ | isi
    return CatatanUsulan.model_validate_json(json.dumps(whole))


def accepted(nomor: int, sent: str, by: str, **isi: Any) -> CatatanUsulan:
    approval = {"oleh": "bk-sekretaris", "revisi": HEAD}
    return proposal(nomor, ("diajukan", sent), ("disetujui", by, approval), ("digabungkan", by), **isi)


RETURNED = proposal(
    1,
    ("diajukan", "09"),
    ("dikembalikan", "10", KEMBALI),
    ("diajukan", "12"),
    ("disetujui", "15", {"oleh": "bk-sekretaris", "revisi": HEAD}),
    ("digabungkan", "16"),
)


def filled(kantor: Kantor, *rows: CatatanUsulan) -> Isian:
    made = isi_siklus(Project(kantor.folder), rows, TW2)
    assert not made.usulan.ditolak, made.usulan.report.diagnostics
    return made


def test_rounds_become_submissions(kantor: Kantor) -> None:
    made = filled(kantor, RETURNED)
    made.usulan.simpan()
    assert made.dilewati == ()
    assert kantor.teks(BERKAS) == (
        "# yaml-language-server: $schema=../../../schemas/siklus.schema.json\n\n"
        "pengiriman:\n"
        "  mutasi:\n"
        "    - dikirim: 2024-07-09\n"
        "      diputus: 2024-07-10\n"
        "      hasil: dikembalikan\n"
        "      alasan: bukti_kurang\n"
        "      catatan: Lampirkan rekap absensi.\n"
        "    - dikirim: 2024-07-12\n"
        "      diputus: 2024-07-15\n"
        "      hasil: disetujui\n"
    )
    again = filled(kantor, RETURNED)
    assert (again.usulan.selisih, again.dilewati) == ("", ())


def test_what_waited_is_answered_and_the_rest_stays(kantor: Kantor) -> None:
    text = "# Triwulan II\n\npengiriman:\n  mutasi:\n    - dikirim: 2024-07-09  # lewat formulir\n"
    kantor.tulis(BERKAS, text)
    made = filled(kantor, RETURNED)
    assert made.usulan.sesudah.startswith(text)
    assert made.usulan.sesudah.count("dikirim:") == 2


def test_a_report_that_waits_is_told(kantor: Kantor) -> None:
    made = filled(kantor, proposal(1, ("diajukan", "09"), ("disetujui", "10", {"oleh": "bk-sekretaris"})))
    assert made.usulan.sesudah.endswith("    - dikirim: 2024-07-09\n")


@pytest.mark.parametrize(
    ("tertulis", "said"),
    [
        (
            "    - {dikirim: 2024-07-08}\n",
            "08, belum dijawab, sedangkan menurut usulan #1 dikirim 2024-07-09, dikembalikan 2024-07-10; pengiriman",
        ),
        (
            "    - {dikirim: 2024-07-09, diputus: 2024-07-11, hasil: disetujui}\n",
            "tertulis dikirim 2024-07-09, disetujui 2024-07-11, sedangkan menurut usulan #1",
        ),
    ],
)
def test_what_people_recorded_otherwise_stays(kantor: Kantor, tertulis: str, said: str) -> None:
    kantor.tulis(BERKAS, f"pengiriman:\n  mutasi:\n{tertulis}")
    made = filled(kantor, RETURNED, accepted(2, "09", "10", unit="diklat"))
    (line,) = made.dilewati
    assert line.startswith(f"{BERKAS}:3: pengiriman `mutasi` ke-1 ")
    assert said in line
    assert "diklat:\n    - dikirim: 2024-07-09\n" in made.usulan.sesudah, "the other unit is recorded"


def test_what_came_on_paper_stays(kantor: Kantor) -> None:
    kantor.tulis(
        BERKAS,
        "pengiriman:\n  mutasi:\n"
        "    - {dikirim: 2024-07-09, diputus: 2024-07-10, hasil: dikembalikan, alasan: bukti_kurang}\n"
        "    - {dikirim: 2024-07-12, diputus: 2024-07-15, hasil: dikembalikan, alasan: bukti_kurang}\n"
        "    - {dikirim: 2024-07-16}\n",
    )
    made = filled(kantor, proposal(1, ("diajukan", "09"), ("dikembalikan", "10", KEMBALI)))
    (line,) = made.dilewati
    assert line.startswith(f"{BERKAS}:4: pengiriman `mutasi` ke-2 tidak berasal dari usulan yang tercatat; ")
    assert made.usulan.selisih == ""


def test_a_report_after_an_accepted_one_is_a_correction(kantor: Kantor) -> None:
    made = filled(kantor, accepted(1, "09", "10"), accepted(2, "11", "12"), accepted(3, "09", "11"))
    assert made.dilewati == (
        "mutasi: usulan #3 dikirim sebelum usulan #1 dijawab; tidak dicatat.",
        "mutasi: usulan #2 dikirim sesudah usulan #1 disetujui; tidak dicatat.",
    )


def test_corrections_and_other_periods_hand_nothing_in(kantor: Kantor) -> None:
    other = accepted(2, "09", "10", laporan=[{"periode": "2024-TW1", "unit": "mutasi"}])
    assert filled(kantor, accepted(1, "09", "10", jenis="koreksi"), other).usulan.selisih == ""


def test_a_return_without_words_names_the_proposal(kantor: Kantor) -> None:
    words = {"alasan": "lain_lain", "oleh": "bk-sekretaris"}
    made = filled(kantor, proposal(7, ("diajukan", "09"), ("dikembalikan", "10", words)))
    assert 'catatan: "Arahan pada usulan #7."' in made.usulan.sesudah


def test_what_the_data_refuses_is_not_written(kantor: Kantor) -> None:
    words = KEMBALI | {"teks": "<script>alert(1)</script>"}
    made = isi_siklus(Project(kantor.folder), [proposal(1, ("diajukan", "09"), ("dikembalikan", "10", words))], TW2)
    bad = isi_siklus(Project(kantor.folder), [accepted(1, "09", "10", unit="tidak-ada")], TW2)
    assert bad.usulan.ditolak
    assert {d.code for d in bad.usulan.report.errors} == {"R011"}
    assert "script" in made.usulan.sesudah


def test_a_record_that_is_broken_is_left_alone(kantor: Kantor) -> None:
    kantor.tulis(BERKAS, "pengiriman: [")
    made = isi_siklus(Project(kantor.folder), [RETURNED], TW2)
    assert made.usulan.ditolak
    assert made.usulan.selisih == ""
