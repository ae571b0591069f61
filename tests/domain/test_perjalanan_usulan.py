"""Where a proposal stands, its rounds, the approvals that count, and working time."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sakipgen.domain.catatan_usulan import CatatanUsulan, KeadaanUsulan
from sakipgen.domain.kalender import Kalender
from sakipgen.domain.perjalanan_usulan import (
    baku_keputusan,
    keadaan_kini,
    lama_keadaan,
    menit_kerja,
    persetujuan_sah,
    putaran,
)
from sakipgen.reading import load
from tests.jejak import catatan

A, B = "a" * 40, "b" * 40
SEK = {"oleh": "sek"}
KALENDER = Kalender(frozenset({date(2024, 4, 10)}))
"""A Wednesday on which nobody works."""


def trail(*rows: tuple[Any, ...], **isi: Any) -> CatatanUsulan:
    """A record of events: what, the day and hour of April 2024, and more."""
    events = [
        {"keadaan": state, "waktu": f"2024-04-{when}:00+07:00", **(more[0] if more else {})}
        for state, when, *more in rows
    ]
    merged = any(state == "digabungkan" for state, *_ in rows)
    nothing = {} if merged else {"gabungan": None, "digabung_oleh": None, "digabung_pada": None}
    at = next((row["waktu"] for row in events if row["keadaan"] == "digabungkan"), None)
    some = {"digabung_pada": at} if merged else {}
    return CatatanUsulan.model_validate_json(json.dumps(catatan(1) | {"peristiwa": events} | nothing | some | isi))


KEMBALI = SEK | {"alasan": "bukti_kurang", "revisi": A}
SETUJU = SEK | {"revisi": A}


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ([("draf", "01T08:00")], "draf"),
        ([("draf", "01T08:00"), ("diajukan", "01T09:00"), ("gagal_periksa", "01T09:02")], "gagal_periksa"),
        ([("diajukan", "01T09:00"), ("dikembalikan", "01T10:00", KEMBALI)], "dikembalikan"),
        ([("dikembalikan", "01T10:00", KEMBALI), ("lulus_periksa", "01T10:01")], "dikembalikan"),
        (
            [("dikembalikan", "01T10:00", KEMBALI), ("diajukan", "01T11:00"), ("lulus_periksa", "01T12:00")],
            "lulus_periksa",
        ),
        ([("disetujui", "01T10:00", SETUJU), ("dicabut", "01T11:00", SEK | {"atas": "sek"})], "diajukan"),
        ([("diajukan", "01T09:00"), ("dibatalkan", "01T10:00")], "dibatalkan"),
        ([("digabungkan", "01T10:00"), ("lulus_periksa", "01T11:00")], "digabungkan"),
        ([("digabungkan", "01T10:00"), ("terbit", "01T11:00")], "terbit"),
    ],
)
def test_where_it_stands(rows: list[tuple[Any, ...]], state: str) -> None:
    assert keadaan_kini(trail(*rows)) == state


@pytest.mark.parametrize(
    ("rows", "counts"),
    [
        ([("disetujui", "01T10:00", SETUJU), ("digabungkan", "01T11:00")], ["sek"]),
        ([("disetujui", "01T10:00", SETUJU), ("digabungkan", "01T10:00")], ["sek"]),
        ([("disetujui", "01T10:00", SEK | {"revisi": B}), ("digabungkan", "01T11:00")], []),
        ([("disetujui", "01T10:00", SEK), ("digabungkan", "01T11:00")], []),
        ([("digabungkan", "01T10:00"), ("disetujui", "01T11:00", SETUJU)], []),
        ([("dikembalikan", "01T09:00", KEMBALI), ("disetujui", "01T10:00", SETUJU | {"oleh": "SEK"})], ["SEK"]),
        ([("disetujui", "01T09:00", SETUJU), ("dikembalikan", "01T10:00", KEMBALI)], []),
        ([("disetujui", "01T09:00", SETUJU), ("dicabut", "01T10:00", {"oleh": "x", "atas": "SEK"})], []),
        ([("disetujui", "01T09:00", SETUJU), ("disetujui", "01T10:00", SETUJU | {"oleh": "kep"})], ["sek", "kep"]),
    ],
)
def test_an_approval_counts_for_its_revision_before_the_merge(rows: list[tuple[Any, ...]], counts: list[str]) -> None:
    assert [row.oleh for row in persetujuan_sah(trail(*rows))] == counts


def rounds(catatan: CatatanUsulan) -> list[tuple[str, str | None]]:
    found = putaran(catatan, lambda name, _: name.lower() == "sek")
    return [(f"{row.dikirim:%dT%H}", row.jawaban.keadaan if row.jawaban else None) for row in found]


def test_a_round_ends_with_an_answer_of_who_may_give_one() -> None:
    told = [("diajukan", "01T09:00"), ("dikembalikan", "01T10:00", KEMBALI | {"oleh": "tim"})]
    assert rounds(trail(*told)) == [("01T09", None)]
    told += [("dikembalikan", "02T10:00", KEMBALI), ("diajukan", "03T09:00"), ("diajukan", "03T10:00")]
    assert rounds(trail(*told)) == [("01T09", "dikembalikan"), ("03T09", None)]
    told.append(("disetujui", "04T09:00", SETUJU))
    assert rounds(trail(*told))[1] == ("03T09", None), "until it is merged the answer may change"
    told.append(("digabungkan", "05T09:00"))
    assert rounds(trail(*told)) == [("01T09", "dikembalikan"), ("03T09", "disetujui")]


def test_a_return_that_was_taken_back_ends_no_round() -> None:
    told = [("diajukan", "01T09:00"), ("dikembalikan", "02T09:00", KEMBALI)]
    gone = ("dicabut", "03T09:00", {"oleh": "admin", "atas": "Sek"})
    assert rounds(trail(*told, gone)) == [("01T09", None)]
    other = ("dicabut", "03T09:00", {"oleh": "admin", "atas": "tim"})
    assert rounds(trail(*told, other)) == [("01T09", "dikembalikan")]


def test_what_was_withdrawn_has_no_round() -> None:
    assert rounds(trail(("diajukan", "01T09:00"), ("dibatalkan", "02T09:00"))) == []
    told = [("diajukan", "01T09:00"), ("dikembalikan", "02T09:00", KEMBALI), ("dibatalkan", "03T09:00")]
    assert rounds(trail(*told)) == [("01T09", "dikembalikan")]


def test_one_merged_without_an_approval_that_counts_waits() -> None:
    assert rounds(trail(("diajukan", "01T09:00"), ("digabungkan", "02T09:00"))) == [("01T09", None)]


@pytest.mark.parametrize(
    ("mulai", "selesai", "menit"),
    [
        ("09T09:00", "09T10:30", 90),
        ("09T06:00", "09T08:10", 10),
        ("09T15:00", "09T23:00", 30),
        ("09T15:00", "11T08:30", 60),  # a day on which nobody works between
        ("12T15:00", "15T08:30", 60),  # a weekend between
        ("13T09:00", "13T10:00", 0),
        ("08T08:00", "09T15:30", 900),
    ],
)
def test_minutes_of_work(mulai: str, selesai: str, menit: int) -> None:
    begin, end = (datetime.fromisoformat(f"2024-04-{when}:00+07:00") for when in (mulai, selesai))
    assert menit_kerja(begin, end, KALENDER, 450) == menit


def test_how_long_each_state_took() -> None:
    told = trail(
        ("diajukan", "09T09:00"),
        ("lulus_periksa", "09T09:02"),
        ("dikembalikan", "09T10:00", KEMBALI),
        ("diajukan", "11T09:00"),
    )
    assert lama_keadaan(told, KALENDER, 450) == {"diajukan": 2, "lulus_periksa": 58, "dikembalikan": 390}
    until = datetime.fromisoformat("2024-04-11T09:30:00+07:00")
    assert lama_keadaan(told, KALENDER, 450, until)[KeadaanUsulan.DIAJUKAN] == 32
    done = trail(("diajukan", "09T09:00"), ("digabungkan", "09T10:00"))
    assert lama_keadaan(done, KALENDER, 450, until) == {"diajukan": 60}


def test_the_standard_is_the_sum_of_the_steps_up_to_the_decision() -> None:
    """Recap, report and analysis of the example's SOP: 120, 30 and 90 minutes."""
    dataset = load(Path(__file__).parent.parent.parent / "data").dataset
    assert dataset is not None
    assert dataset.sop is not None
    sop = dataset.sop.isi
    assert baku_keputusan(sop) == 240
    steps = {nomor: step.model_copy(update={"keputusan": False}) for nomor, step in sop.pengumpulan.langkah.items()}
    without = sop.pengumpulan.model_copy(update={"langkah": steps})
    assert baku_keputusan(sop.model_copy(update={"pengumpulan": without})) is None
