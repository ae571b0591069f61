"""K101…K104 and W003: the papers agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.keselarasan import (
    pk_punya_rencana_aksi,
    pk_sama_dengan_renstra,
    realisasi_punya_pk,
    rencana_aksi_sampai_pk,
)
from sakipgen.checking.kewajaran import realisasi_dalam_pagu
from tests.checking.helpers import places, said
from tests.measuring.builder import UNIT, Susunan

PK = "perjanjian-kinerja/2024/kepala/murni.yaml"
PLAN = "rencana-aksi/2024/mutasi.yaml"


@pytest.mark.parametrize(
    ("target", "alasan", "wrong"),
    [("60", None, False), ("60.00", None, False), ("61", None, True), ("61", "Pagu naik.", False), ("0", None, True)],
)
def test_k101_a_target_equals_the_renstra_or_says_why(target: str, alasan: str | None, wrong: bool) -> None:
    data = Susunan(target_renstra={"A": {"2024": "60", "2025": "61"}}).ukur("A").janji("A", target)
    data.pk[2024, "kepala", "murni"]["butir"]["A"]["alasan"] = alasan
    assert places(pk_sama_dengan_renstra, data.dataset()) == ([f"{PK} butir.A.target"] if wrong else [])


def test_k101_asks_every_version_and_only_what_the_renstra_says() -> None:
    data = Susunan(target_renstra={"A": {"2024": "60"}}).ukur("A").ukur("B").janji("A", "60").janji("B", "1")
    data.janji("A", "50.5", versi="perubahan-1", tanggal="2024-10-01")
    assert said(pk_sama_dengan_renstra, data.dataset()) == [
        (
            "perjanjian-kinerja/2024/kepala/perubahan-1.yaml butir.A.target value K101: "
            "target PK 50,5 berbeda dari target Renstra 60; samakan, atau tulis `alasan:`."
        )
    ]
    assert said(pk_sama_dengan_renstra, replace(data.dataset(), renstra={})) == []


@pytest.mark.parametrize(
    ("fields", "targets", "wrong"),
    [
        ({}, {"TW1": "10", "TW4": "60"}, False),
        ({}, {"TW1": "10", "TW4": "59"}, True),
        ({}, {"TW1": "10"}, False),
        ({"agregasi": "rerata"}, {"TW1": "10", "TW4": "60"}, False),
        ({"agregasi": "jumlah"}, {"TW1": "15", "TW2": "15", "TW3": "15", "TW4": "15"}, False),
        ({"agregasi": "jumlah"}, {"TW1": "15", "TW2": "15", "TW3": "15", "TW4": "60"}, True),
        ({"agregasi": "jumlah", "mode_target": "kumulatif"}, {"TW1": "15", "TW4": "60"}, False),
        ({"agregasi": "jumlah", "mode_target": "kumulatif"}, {"TW1": "15", "TW4": "15"}, True),
        ({"frekuensi": "bulanan"}, {"b12": "60"}, False),
        ({"frekuensi": "bulanan"}, {"b12": "61"}, True),
    ],
)
def test_k102_the_plan_reaches_the_promise(fields: dict[str, Any], targets: dict[str, str], wrong: bool) -> None:
    data = Susunan().ukur("A", **fields).janji("A", "60").rencanakan("A", **targets)
    last = max(targets).removeprefix("b")
    assert places(rencana_aksi_sampai_pk, data.dataset()) == ([f"{PLAN} butir.A.target.{last}"] if wrong else [])


def test_k102_compares_with_the_pk_in_force_at_the_end_of_the_year() -> None:
    data = Susunan().ukur("A").janji("A", "60").janji("A", "50", versi="perubahan-1", tanggal="2024-10-07")
    assert said(rencana_aksi_sampai_pk, data.rencanakan("A", TW3="45", TW4="50").dataset()) == []
    assert said(rencana_aksi_sampai_pk, data.rencanakan("A", TW3="45", TW4="60").dataset()) == [
        (
            f"{PLAN} butir.A.target.TW4 value K102: target `TW4` 60 tidak sama dengan target setahun 50 dalam "
            "`data/perjanjian-kinerja/2024/kepala/perubahan-1.yaml`; samakan keduanya."
        )
    ]


def test_k102_says_what_it_added_up() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "3").rencanakan("A", TW1="1.5", TW4="1")
    assert said(rencana_aksi_sampai_pk, data.dataset()) == [
        (
            f"{PLAN} butir.A.target.TW4 value K102: jumlah target periode 2,5 tidak sama dengan target setahun 3 dalam "
            f"`data/{PK}`; samakan keduanya."
        )
    ]


def test_k102_without_promise_plan_or_kamus_nothing_is_compared() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A").rencanakan("A", TW4="1").rencanakan("X", TW4="1")
    assert said(rencana_aksi_sampai_pk, data.dataset()) == []
    data.janji("B", "1")
    assert said(rencana_aksi_sampai_pk, data.dataset()) == []
    assert said(rencana_aksi_sampai_pk, Susunan().ukur("A").janji("A", "1").rencanakan("A").dataset()) == []


@pytest.mark.parametrize(
    ("tanggal", "segmen", "wrong"),
    [("2024-03-31", "TW1", False), ("2024-04-01", "TW1", True), ("2024-04-01", "TW2", False)],
)
def test_k103_a_report_needs_a_pk_signed_by_the_last_day(tanggal: str, segmen: str, wrong: bool) -> None:
    data = Susunan().ukur("A").janji("A", "1", tanggal=tanggal).lapor("A", segmen, "1")
    expected = [f"realisasi/2024/{segmen}/mutasi.yaml butir.A"] if wrong else []
    assert places(realisasi_punya_pk, data.dataset()) == expected


def test_k103_the_pk_in_force_must_name_the_indikator() -> None:
    data = Susunan().ukur("A").ukur("B").janji("A", "1").janji("B", "1", versi="perubahan-1", tanggal="2024-05-01")
    data.lapor("A", "TW1", "1").lapor("A", "TW2", "1")
    assert places(realisasi_punya_pk, data.dataset()) == ["realisasi/2024/TW2/mutasi.yaml butir.A"]


def test_k103_the_pk_of_the_unit_for_what_the_unit_promises() -> None:
    data = Susunan().ukur("P", tingkat="program").janji("P", "1").lapor("P", "TW1", "1")
    assert said(realisasi_punya_pk, data.dataset()) == [
        (
            "realisasi/2024/TW1/mutasi.yaml butir.P key K103: belum ada PK `mutasi` yang berlaku pada "
            "Triwulan I 2024; tambahkan ke `data/perjanjian-kinerja/2024/mutasi/` atau betulkan tanggal PK-nya."
        )
    ]
    assert said(realisasi_punya_pk, data.janji("P", "1", unit=UNIT).dataset()) == []


def test_k103_a_missing_pk_is_told_once_a_period() -> None:
    data = Susunan().ukur("A").ukur("B").lapor("A", "TW1", "1").lapor("B", "TW1", "1").lapor("A", "TW2", "1")
    found = places(realisasi_punya_pk, data.dataset())
    assert found == ["realisasi/2024/TW1/mutasi.yaml butir.A", "realisasi/2024/TW2/mutasi.yaml butir.A"]


def test_k103_is_silent_where_another_rule_speaks() -> None:
    data = Susunan().ukur("P", tingkat="program", penanggung_jawab="x").lapor("X", "TW1", "1").lapor("P", "TW1", "1")
    assert said(realisasi_punya_pk, data.dataset()) == []
    unread = Susunan().ukur("A").lapor("A", "TW1", "1")
    assert len(said(realisasi_punya_pk, unread.dataset())) == 1
    unread.tak_terbaca = {"perjanjian-kinerja/2024/kepala/murni.yaml"}
    assert said(realisasi_punya_pk, unread.dataset()) == []
    unread.tak_terbaca = {"perjanjian-kinerja/2023/kepala/murni.yaml"}
    assert len(said(realisasi_punya_pk, unread.dataset())) == 1


def test_k104_every_promise_has_a_plan() -> None:
    data = Susunan().ukur("A").ukur("B").janji("A", "1").janji("B", "1").janji("X", "1").rencanakan("A", TW1="1")
    assert places(pk_punya_rencana_aksi, data.dataset()) == [f"{PK} butir.B"]
    assert said(pk_punya_rencana_aksi, data.rencanakan("B", TW1="1").dataset()) == []


def test_k104_a_plan_has_targets_unless_the_pk_says_all() -> None:
    data = Susunan().ukur("A").ukur("B", frekuensi="tahunan").janji("A", "1").janji("B", "1")
    data.rencanakan("A").rencanakan("B")
    assert said(pk_punya_rencana_aksi, data.dataset()) == [
        f"{PLAN} butir.A key K104: rencana aksi `A` belum punya target periode; tambahkan `target:`."
    ]


def test_k104_is_silent_where_another_rule_speaks() -> None:
    data = Susunan().ukur("A").ukur("P", tingkat="program", penanggung_jawab="x").janji("A", "1")
    data.janji("P", "1", unit=UNIT)
    assert places(pk_punya_rencana_aksi, data.dataset()) == [f"{PK} butir.A"]
    data.tak_terbaca = {PLAN}
    assert said(pk_punya_rencana_aksi, data.dataset()) == []


@pytest.mark.parametrize(
    ("realisasi", "perubahan", "wrong"),
    [("1000", None, False), ("1001", None, True), ("1001", "1500", False), ("900", "800", True), ("0", "0", False)],
)
def test_w003_spending_stays_within_the_pagu_in_force(realisasi: str, perubahan: str | None, wrong: bool) -> None:
    data = Susunan()
    row: dict[str, Any] = {"nama": "N", "penanggung_jawab": UNIT}
    data.program[2024] = {
        "versi_nomenklatur": "1",
        "sumber": "DPA",
        "program": {"5": row | {"sasaran": "S1"}},
        "kegiatan": {"5.1": row},
        "sub_kegiatan": {"5.1.1": row | {"pagu": {"murni": "1000", "perubahan": perubahan}, "sumber_dana": "DAU"}},
    }
    butir = {"5.1.1": {"realisasi": realisasi}, "9.9.9": {"realisasi": "5"}}
    data.anggaran[2024, "TW1"] = {"sumber": "LRA", "tanggal_data": "2024-04-01", "butir": butir}
    data.anggaran[2023, "TW1"] = {"sumber": "LRA", "tanggal_data": "2023-04-01", "butir": butir}
    where = "anggaran/2024/TW1.yaml butir.5.1.1.realisasi"
    assert places(realisasi_dalam_pagu, data.dataset()) == ([where] if wrong else [])
