"""K101…K105 and K110…K112: the papers agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.keselarasan import (
    pk_perubahan_beralasan,
    pk_perubahan_lengkap,
    pk_punya_rencana_aksi,
    pk_sama_dengan_renstra,
    realisasi_punya_pk,
    rencana_aksi_punya_pk,
    rencana_aksi_sampai_pk,
    renstra_dijanjikan_pk,
    target_melewati_kondisi_awal,
)
from tests.checking.helpers import places, program, said
from tests.measuring.builder import RASIO, TW, UNIT, Susunan, renstra

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


def test_k101_asks_the_renstra_that_was_in_force_at_the_signing() -> None:
    """A PK of January promises what the old plan said; the new one comes in September."""
    data = Susunan(target_renstra={"A": {"2024": "60"}}).ukur("A").janji("A", "60", tanggal="2024-01-15")
    data.renstra_lain["2024-2028"] = renstra(
        {"S1": ["A"]}, {"A": {"2024": "70"}}, tahun_awal="2024", tahun_akhir="2028", tanggal="2024-09-20"
    )
    assert said(pk_sama_dengan_renstra, data.dataset()) == []
    data.janji("A", "60", versi="perubahan-1", tanggal="2024-09-20")
    assert len(said(pk_sama_dengan_renstra, data.dataset())) == 1


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
        ({"agregasi": "rerata"}, {"TW1": "75", "TW2": "65", "TW3": "55", "TW4": "45"}, False),
        ({"agregasi": "rerata"}, {"TW1": "75", "TW2": "65", "TW3": "55", "TW4": "60"}, True),
        ({"agregasi": "rerata"}, {"TW1": "60", "TW2": "60", "TW3": "60", "TW4": "60.99"}, False),
        ({"agregasi": "rerata"}, {"TW1": "60", "TW2": "60", "TW3": "60", "TW4": "62"}, True),
        ({"agregasi": "maks"}, {"TW1": "30", "TW2": "60", "TW3": "20", "TW4": "10"}, False),
        ({"agregasi": "min"}, {"TW1": "90", "TW2": "60", "TW3": "70", "TW4": "80"}, False),
        ({"agregasi": "maks", "mode_target": "kumulatif"}, {"TW1": "30", "TW4": "60"}, False),
        (RASIO, {"TW1": "35", "TW2": "45", "TW3": "55", "TW4": "65"}, False),
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


@pytest.mark.parametrize(
    ("agregasi", "targets", "place"),
    [
        (
            "maks",
            {"TW1": "30", "TW2": "61", "TW3": "20", "TW4": "60"},
            "TW2 value K102: target periode yang tertinggi 61",
        ),
        (
            "min",
            {"TW1": "90", "TW2": "59", "TW3": "70", "TW4": "60"},
            "TW2 value K102: target periode yang terendah 59",
        ),
    ],
)
def test_k102_the_highest_or_lowest_target_is_told_where_it_stands(
    agregasi: str, targets: dict[str, str], place: str
) -> None:
    data = Susunan().ukur("A", agregasi=agregasi).janji("A", "60").rencanakan("A", **targets)
    (found,) = said(rencana_aksi_sampai_pk, data.dataset())
    assert found.startswith(f"{PLAN} butir.A.target.{place} tidak sama dengan target setahun 60 dalam")


def test_k102_a_rank_is_told_by_its_name() -> None:
    data = Susunan().ukur("A", agregasi="maks", satuan={"nama": "opini", "tipe": "predikat"}, peringkat="opini-bpk")
    data.janji("A", {"predikat": "WTP"}).rencanakan("A", UNIT, **{one: {"predikat": "WDP"} for one in TW})
    (found,) = said(rencana_aksi_sampai_pk, data.dataset())
    assert "target periode yang tertinggi WDP tidak sama dengan target setahun WTP dalam" in found


@pytest.mark.parametrize(
    ("planned", "promised", "wrong"),
    [
        ({"paling_sedikit": "60"}, "60", False),
        ("60", {"lebih_dari": "60"}, False),
        ({"lebih_dari": "60"}, {"lebih_dari": "60"}, False),
        ({"lebih_dari": "60"}, "60", True),
        ({"paling_sedikit": "60"}, {"lebih_dari": "60"}, True),
    ],
)
def test_k102_a_plan_says_the_word_of_its_pk_or_none(planned: Any, promised: Any, *, wrong: bool) -> None:
    data = Susunan().ukur("A").janji("A", promised).rencanakan("A", TW4=planned)
    assert bool(said(rencana_aksi_sampai_pk, data.dataset())) == wrong


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


def test_k102_while_a_pk_is_unread_nobody_knows_the_promise() -> None:
    data = Susunan().ukur("A").janji("A", "60").rencanakan("A", TW4="50")
    data.tak_terbaca = {"perjanjian-kinerja/2024/kepala/perubahan-1.yaml"}
    assert said(rencana_aksi_sampai_pk, data.dataset()) == []


@pytest.mark.parametrize(
    ("tanggal", "segmen", "wrong"),
    [
        ("2024-03-31", "TW1", False),
        ("2024-04-15", "TW1", False),
        ("2024-04-16", "TW1", True),
        ("2024-04-16", "TW2", False),
    ],
)
def test_k103_a_report_needs_a_pk_signed_by_the_day_it_is_due(tanggal: str, segmen: str, wrong: bool) -> None:
    data = Susunan().ukur("A").janji("A", "1", tanggal=tanggal).lapor("A", segmen, "1")
    expected = [f"realisasi/2024/{segmen}/mutasi.yaml butir.A"] if wrong else []
    assert places(realisasi_punya_pk, data.dataset()) == expected


def test_k103_only_the_first_pk_may_come_later() -> None:
    data = Susunan().ukur("A").ukur("B").janji("A", "1").janji("B", "1", versi="perubahan-1", tanggal="2024-04-02")
    assert places(realisasi_punya_pk, data.lapor("B", "TW1", "1").dataset()) == [
        "realisasi/2024/TW1/mutasi.yaml butir.B"
    ]
    data = Susunan(metode=None).ukur("A").janji("A", "1", tanggal="2024-04-02").lapor("A", "TW1", "1")
    assert places(realisasi_punya_pk, data.dataset()) == ["realisasi/2024/TW1/mutasi.yaml butir.A"], "no day is due"


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


def test_k103_and_k104_leave_a_misspelt_kode_to_r001() -> None:
    data = Susunan().ukur("A").janji("A-1", "1").lapor("A", "TW1", "1")
    assert said(realisasi_punya_pk, data.dataset()) == []
    data = Susunan().ukur("A").janji("A", "1").rencanakan("A-1", TW1="1")
    assert said(pk_punya_rencana_aksi, data.dataset()) == []


def test_k104_is_silent_where_another_rule_speaks() -> None:
    data = Susunan().ukur("A").ukur("P", tingkat="program", penanggung_jawab="x").janji("A", "1")
    data.janji("P", "1", unit=UNIT)
    assert places(pk_punya_rencana_aksi, data.dataset()) == [f"{PK} butir.A"]
    data.tak_terbaca = {PLAN}
    assert said(pk_punya_rencana_aksi, data.dataset()) == []


def test_k105_a_target_of_the_renstra_is_promised() -> None:
    data = Susunan(target_renstra={"A": {"2024": "1", "2025": "1"}, "X": {"2024": "1"}})
    data.ukur("A").ukur("B").janji("B", "1")
    assert said(renstra_dijanjikan_pk, data.dataset()) == [
        (
            "renstra/2021-2026.yaml target.A.2024 key K105: `A` punya target Renstra 2024, tetapi tidak ada dalam PK "
            "Kepala; tambahkan ke `data/perjanjian-kinerja/2024/kepala/`."
        )
    ]
    data.tak_terbaca = {"perjanjian-kinerja/2024/kepala/perubahan-1.yaml"}
    assert said(renstra_dijanjikan_pk, data.dataset()) == []
    data.tak_terbaca = set()
    assert said(renstra_dijanjikan_pk, data.janji("A-1", "1").dataset()) == [], "R001 says it"


def test_k105_any_version_is_enough_and_a_year_without_pk_is_left_alone() -> None:
    data = Susunan(target_renstra={"A": {"2024": "1"}}).ukur("A").janji("B", "1").janji("A", "1", versi="perubahan-1")
    assert said(renstra_dijanjikan_pk, data.dataset()) == []
    data.pk.clear()
    assert said(renstra_dijanjikan_pk, data.rencanakan("A", TW1="1").dataset()) == []


def berubah(*butir: str, alasan: str | None = "Pagu berubah.", versi: str = "perubahan-1") -> Susunan:
    """A PK that promises A and B, and an amended one that promises these."""
    data = Susunan().ukur("A").ukur("B").janji("A", "1").janji("B", "1")
    for kode in butir:
        data.janji(kode, "1", versi=versi, tanggal="2024-10-07")
    data.pk[2024, "kepala", versi]["alasan_perubahan"] = alasan
    return data


PERUBAHAN = "perjanjian-kinerja/2024/kepala/perubahan-1.yaml"


def test_k110_an_amended_pk_says_why() -> None:
    assert said(pk_perubahan_beralasan, berubah("A", "B", alasan=None).dataset()) == [
        f"{PERUBAHAN} tanggal key K110: PK perubahan ini belum punya `alasan_perubahan`; tulis mengapa PK diubah."
    ]
    assert said(pk_perubahan_beralasan, berubah("A", "B").dataset()) == []


def test_k111_an_amended_pk_repeats_every_promise() -> None:
    assert said(pk_perubahan_lengkap, berubah("A").dataset()) == [
        f"{PERUBAHAN} butir key K111: `B` ada dalam PK murni, tetapi tidak dalam PK ini; tulis lagi beserta targetnya."
    ]
    assert said(pk_perubahan_lengkap, berubah("A", "B", "C").dataset()) == []


def test_k111_compares_with_the_one_signed_before_and_not_with_other_units_or_years() -> None:
    data = berubah("A").janji("A", "1", versi="perubahan-2", tanggal="2024-11-04")
    assert places(pk_perubahan_lengkap, data.dataset()) == [f"{PERUBAHAN} butir"]
    data.janji("P", "1", unit=UNIT)
    data.pk[2025, "kepala", "murni"] = {
        "tanggal": "2025-01-15",
        "pihak_pertama": "kepala",
        "butir": {"A": {"target": "1"}},
    }
    assert places(pk_perubahan_lengkap, data.dataset()) == [f"{PERUBAHAN} butir"]


def terencana(**fields: Any) -> Susunan:
    """A plan for an indikator that the signed PK does not name and the Renstra does not aim at yet."""
    data = Susunan(target_renstra={"A": {"2025": "1"}}).ukur("A", **fields).ukur("B").janji("B", "1")
    return data.rencanakan("A", TW1="1").rencanakan("X", TW1="1")


def test_k112_a_plan_serves_a_promise() -> None:
    assert said(rencana_aksi_punya_pk, terencana().dataset()) == [
        (
            f"{PLAN} butir.A key K112: `A` tidak ada dalam PK `kepala` tahun 2024; "
            "tambahkan ke PK, atau hapus dari rencana aksi."
        )
    ]
    assert said(rencana_aksi_punya_pk, terencana().janji("A", "1").dataset()) == []
    assert said(rencana_aksi_punya_pk, terencana().janji("A", "1", versi="perubahan-1").dataset()) == []


def test_k112_without_a_signed_pk_nothing_is_promised_yet() -> None:
    assert said(rencana_aksi_punya_pk, terencana(tingkat="program").dataset()) == []
    data = terencana(tingkat="program").janji("B", "1", unit=UNIT)
    assert places(rencana_aksi_punya_pk, data.dataset()) == [f"{PLAN} butir.A"]


def test_k112_is_silent_where_another_rule_speaks() -> None:
    data = terencana()
    data.target_renstra["A"]["2024"] = "1"
    assert (len(said(rencana_aksi_punya_pk, data.dataset())), len(said(renstra_dijanjikan_pk, data.dataset()))) == (
        0,
        1,
    )
    data = terencana(tingkat="kegiatan").janji("B", "1", unit=UNIT)
    data.program[2024] = program()
    data.program[2024]["kegiatan"]["5.1"]["indikator"] = ["A"]
    assert said(rencana_aksi_punya_pk, data.dataset()) == [], "K108 says it"
    assert said(rencana_aksi_punya_pk, terencana().janji("A-1", "1").dataset()) == [], "R001 says it"
    data = terencana()
    data.tak_terbaca = {"perjanjian-kinerja/2024/kepala/perubahan-1.yaml"}
    assert said(rencana_aksi_punya_pk, data.dataset()) == []


# ── Other forms of target ────────────────────────────────────────────────────────────────────────────────────────

RENTANG = {"polaritas": "rentang"}
AKIP = {"skala": "akip88"}
OPINI: dict[str, Any] = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}


@pytest.mark.parametrize(
    ("kamus", "renstra", "pk", "words"),
    [
        ({}, "60", {"paling_sedikit": "60"}, None),
        ({"polaritas": "turun"}, {"paling_banyak": "5"}, "5", None),
        ({}, "60", {"lebih_dari": "60"}, ("lebih dari 60", "60")),
        (RENTANG, {"min": "80", "maks": "90"}, {"min": "80", "maks": "90.0"}, None),
        (RENTANG, {"min": "80", "maks": "90"}, {"min": "80", "maks": "95"}, ("80 sampai 95", "80 sampai 90")),
        (AKIP, {"predikat": "BB"}, {"predikat": "A"}, ("A", "BB")),
        (AKIP, {"predikat": "BB"}, "70.01", None),
        (AKIP, {"predikat": "BB"}, {"predikat": "BB", "nilai": "72"}, ("BB (72)", "BB (70,01)")),
        (OPINI, {"predikat": "WTP"}, {"predikat": "WDP"}, ("WDP", "WTP")),
        (OPINI, {"predikat": "WTP"}, {"predikat": "wtp"}, None),
        ({}, "60", {"min": "60", "maks": "70"}, None),
        ({}, {"paling_banyak": "60"}, "61", None),
    ],
)
def test_k101_other_forms(kamus: dict[str, Any], renstra: Any, pk: Any, words: tuple[str, str] | None) -> None:
    """Of a form that the kamus cannot read N019 or R030 speaks."""
    data = Susunan(target_renstra={"A": {"2024": renstra}}).ukur("A", **kamus).janji("A", pk)
    expected = (
        f"{PK} butir.A.target value K101: target PK {words[0]} berbeda dari target Renstra {words[1]}; samakan, "
        "atau tulis `alasan:`."
        if words
        else None
    )
    assert said(pk_sama_dengan_renstra, data.dataset()) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("kamus", "last", "pk", "words"),
    [
        ({}, "60", {"paling_sedikit": "60"}, None),
        (RENTANG, {"min": "80", "maks": "90"}, {"min": "80", "maks": "90"}, None),
        (RENTANG, {"min": "80", "maks": "85"}, {"min": "80", "maks": "90"}, "80 sampai 85"),
        (AKIP, {"predikat": "B"}, {"predikat": "BB"}, "B"),
        (OPINI, {"predikat": "TMT"}, {"predikat": "WTP"}, None),
        (RENTANG, "85", {"min": "80", "maks": "90"}, None),
        ({}, {"lebih_dari": "95"}, {"paling_sedikit": "95"}, "lebih dari 95"),
        ({}, "95", {"lebih_dari": "95"}, None),
    ],
)
def test_k102_other_forms(kamus: dict[str, Any], last: Any, pk: Any, words: str | None) -> None:
    data = Susunan().ukur("A", **kamus).janji("A", pk).rencanakan("A", TW4=last)
    found = said(rencana_aksi_sampai_pk, data.dataset())
    assert len(found) == bool(words)
    assert all(f"target `TW4` {words} tidak sama dengan target setahun" in text for text in found)


@pytest.mark.parametrize(("maks", "words"), [("96", None), ("97", "83 sampai 93,3")])
def test_k102_a_mean_of_bands_has_both_its_bounds(maks: str, words: str | None) -> None:
    data = Susunan().ukur("A", agregasi="rerata", **RENTANG).janji("A", {"min": "83", "maks": "93.0"})
    plan: dict[str, Any] = {s: {"min": "82", "maks": "92"} for s in TW} | {"TW4": {"min": "86", "maks": maks}}
    found = said(rencana_aksi_sampai_pk, data.rencanakan("A", **plan).dataset())
    assert len(found) == bool(words)
    assert all(f"rata-rata target periode {words} tidak sama dengan" in text for text in found)


# ── K117 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def lintasan(awal: str, tahunan: Any, triwulan: str | None = None, **fields: Any) -> Susunan:
    """A way from a baseline of 2020 to the target of a year, and to one of a quarter."""
    data = Susunan(target_renstra={"A": {"2024": tahunan}})
    data.ukur("A", formula_capaian="lintasan", baseline={"tahun": "2020", "nilai": awal}, **fields)
    return data.rencanakan("A", TW1=triwulan) if triwulan else data


TURUN = {"polaritas": "turun"}


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (lintasan("70", "70.01"), ()),
        (lintasan("70", "70"), ("target.A.2024",)),
        (lintasan("90", "85"), ("target.A.2024",)),
        (lintasan("5", "4.99", **TURUN), ()),
        (lintasan("5", "5", **TURUN), ("target.A.2024",)),
        (lintasan("5", "7", **TURUN), ("target.A.2024",)),
        (lintasan("70", "80", "70"), ()),
        (lintasan("70", "80", "69"), ("butir.A.target.TW1",)),
        (lintasan("90", {"tanggal": "2024-01-01"}), ()),
        (lintasan("70", "80", putus_seri={"2020": "Dari awal seri."}), ()),
        (lintasan("70", "80", putus_seri={"2025": "Sesudahnya."}), ()),
        (lintasan("70", "80", putus_seri={"2023": "Kuesioner baru."}), ("target.A.2024",)),
    ],
)
def test_k117_a_way_leads_from_the_baseline_to_something_better(data: Susunan, found: tuple[str, ...]) -> None:
    assert [place.partition(" ")[2] for place in places(target_melewati_kondisi_awal, data.dataset())] == list(found)


def test_k117_says_which_way_and_what_broke() -> None:
    (text,) = said(target_melewati_kondisi_awal, lintasan("5", "7", **TURUN).dataset())
    assert text == (
        "renstra/2021-2026.yaml target.A.2024 value K117: target 7 tidak di bawah kondisi awal 5 (tahun 2020), jadi "
        "tidak ada lintasan yang diukur; betulkan setiap target seperti itu dalam berkas ini, atau `baseline` atau "
        "`formula_capaian` dalam `data/indikator/A.yaml`."
    )
    (text,) = said(target_melewati_kondisi_awal, lintasan("70", "80", putus_seri={"2023": "Kuesioner baru."}).dataset())
    assert "kondisi awal tahun 2020 berasal dari sebelum putus seri 2023, jadi target 2024 tidak dapat diukur" in text
    cure = "buat indikator baru untuk seri baru, atau ganti `formula_capaian`."
    assert text.endswith(cure)


def test_k117_tells_a_kode_once_in_a_file() -> None:
    data = lintasan("90", "85", "80").rencanakan("A", TW1="80", TW2="81")
    data.target_renstra["A"]["2025"] = "86"
    assert places(target_melewati_kondisi_awal, data.dataset()) == [
        "renstra/2021-2026.yaml target.A.2024",
        "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1",
    ]


def test_k117_asks_only_for_ways() -> None:
    data = Susunan(target_renstra={"A": {"2024": "1"}}).ukur("A", baseline={"tahun": "2020", "nilai": "70"})
    assert said(target_melewati_kondisi_awal, data.dataset()) == []
    data.target_renstra["X"] = {"2024": "1"}
    assert said(target_melewati_kondisi_awal, data.dataset()) == [], "R001 says it"
