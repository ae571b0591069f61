"""N, S and T across files: what a number means once the kamus is known."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking.isian import (
    angka_tidak_ambigu,
    dalam_batas,
    nilai_atau_status,
    nilai_dan_status,
    penyebut_bukan_nol,
    status_beralasan,
    tahun_renstra,
    tanggal_masuk_akal,
)
from tests.checking.helpers import places, said
from tests.measuring.builder import Susunan

LAPORAN = "realisasi/2024/TW1/mutasi.yaml"
KOMPONEN: dict[str, Any] = {"komponen": {"a": "Pembilang", "b": "Penyebut"}, "rumus": "a / b * 100"}


# ── N002 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "desimal", "ambiguous"),
    [
        ("1.234", "0", True),
        ("1.234", "2", True),
        ("-12.500", "2", True),
        ("999.000", "2", True),
        ("1.234", "3", False),
        ("1.234", "6", False),
        ("1.2340", "2", False),
        ("1.23", "2", False),
        ("1234", "2", False),
        ("1234.567", "2", False),
        ("0.123", "2", False),
        ("1.2345", "2", False),
    ],
)
def test_n002_asks_which_is_meant_where_the_kamus_leaves_it_open(text: str, desimal: str, ambiguous: bool) -> None:
    data = Susunan().ukur("A", desimal=desimal).lapor("A", "TW1", text)
    assert places(angka_tidak_ambigu, data.dataset()) == ([f"{LAPORAN} butir.A.nilai"] if ambiguous else [])


@pytest.mark.parametrize(
    ("text", "whole", "comma", "part"),
    [
        ("-1.234", "-1234", "-1,234", "-1.2340"),
        ("1.200", "1200", "1,200", "1.2"),
        ("12.050", "12050", "12,050", "12.05"),
        ("70.000", "70000", "70,000", "70"),
    ],
)
def test_n002_offers_both_spellings(text: str, whole: str, comma: str, part: str) -> None:
    data = Susunan().ukur("A").lapor("A", "TW1", text)
    assert said(angka_tidak_ambigu, data.dataset()) == [
        (
            f'{LAPORAN} butir.A.nilai value N002: "{text}" ambigu: {whole} atau {comma}? '
            f"tulis `{whole}` bila ribuan, `{part}` bila pecahan."
        )
    ]
    assert places(angka_tidak_ambigu, Susunan().ukur("A").lapor("A", "TW1", part).dataset()) == []


def test_n002_looks_at_every_number_of_an_indikator() -> None:
    fields = {
        "baseline": {"tahun": "2020", "nilai": "1.111"},
        "standar_nasional": {"tahun": "2024", "nilai": "2.222", "sumber": "BKN"},
        "batas": {"min": "1.000", "maks": "9.000"},
        **KOMPONEN,
    }
    data = Susunan(target_renstra={"A": {"2024": "3.333"}}).ukur("A", **fields).janji("A", "4.444")
    data.rencanakan("A", TW1="5.555").lapor("A", "TW1", komponen={"a": "6.666", "b": "7"})
    assert places(angka_tidak_ambigu, data.dataset()) == [
        "indikator/A.yaml baseline.nilai",
        "indikator/A.yaml standar_nasional.nilai",
        "indikator/A.yaml batas.min",
        "indikator/A.yaml batas.maks",
        "renstra/2021-2026.yaml target.A.2024",
        "perjanjian-kinerja/2024/kepala/murni.yaml butir.A.target",
        "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1",
        f"{LAPORAN} butir.A.komponen.a",
    ]


def test_n002_without_the_kamus_nothing_can_be_said() -> None:
    data = Susunan(sasaran={"S1": ["B"]}).lapor("A", "TW1", "1.234")
    assert said(angka_tidak_ambigu, data.dataset()) == []


# ── N009, N010, S010 ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"nilai": "0"}, ""),
        ({"komponen": {"a": "0"}}, ""),
        ({"status": "tidak_tersedia", "alasan": "A."}, ""),
        ({}, "N009"),
        ({"catatan": "A."}, "N009"),
        ({"komponen": {}}, "N009"),
        ({"nilai": "0", "status": "menunggu_rilis", "alasan": "A."}, "N010"),
        ({"komponen": {"a": "0"}, "status": "menunggu_rilis", "alasan": "A."}, "N010"),
        ({"nilai": "1", "komponen": {"a": "0"}}, "N010"),
        ({"status": "tidak_berlaku"}, "S010"),
        ({"nilai": "1", "alasan": "A."}, "S010"),
    ],
)
def test_a_figure_or_a_status_with_its_reason(fields: dict[str, Any], codes: str) -> None:
    dataset = Susunan().ukur("A", **KOMPONEN).lapor("A", "TW1", **fields).dataset()
    rules = (nilai_atau_status, nilai_dan_status, status_beralasan)
    assert " ".join(issue.code for rule in rules for issue in rule(dataset)) == codes


@pytest.mark.parametrize(
    ("kamus", "field"),
    [
        ({}, "nilai"),
        (KOMPONEN, "komponen"),
        ({"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}, "predikat"),
    ],
)
def test_n009_a_stated_capaian_does_not_say_the_figure(kamus: dict[str, Any], field: str) -> None:
    stated = {"nilai": "90", "alasan": "A.", "disetujui_oleh": "kepala"}
    data = Susunan().ukur("A", formula_capaian="manual", **kamus).lapor("A", "TW1", capaian_dinyatakan=stated)
    (text,) = said(nilai_atau_status, data.dataset())
    assert text.partition("N009: ")[2] == f"`capaian_dinyatakan` sudah ada, realisasi `A` belum; tambahkan `{field}`."


def test_n010_says_which_of_two_figures_goes() -> None:
    data = Susunan().ukur("A", **KOMPONEN).lapor("A", "TW1", "1", komponen={"a": "1"})
    assert said(nilai_dan_status, data.dataset()) == [
        (
            f"{LAPORAN} butir.A.nilai key N010: ada `nilai` dan `komponen` sekaligus; "
            "nilai dihitung dari komponen; hapus `nilai`."
        )
    ]


# ── N011, N017 ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("nilai", "batas", "outside"),
    [
        ("100", {"min": "0", "maks": "100"}, False),
        ("0", {"min": "0", "maks": "100"}, False),
        ("100.000001", {"maks": "100"}, True),
        ("-0.000001", {"min": "0"}, True),
        ("1000", {"min": "0"}, False),
        ("-1000", {"maks": "1"}, False),
        ("-1000", {}, False),
    ],
)
def test_n011_the_bounds_belong_to_the_range(nilai: str, batas: dict[str, str], outside: bool) -> None:
    data = Susunan().ukur("A", batas=batas).lapor("A", "TW1", nilai)
    assert places(dalam_batas, data.dataset()) == ([f"{LAPORAN} butir.A.nilai"] if outside else [])


def test_n011_bounds_targets_too() -> None:
    data = Susunan(target_renstra={"A": {"2024": "101"}}).ukur("A", batas={"maks": "100"}).janji("A", "102")
    data.rencanakan("A", TW1="103", TW2="99")
    assert said(dalam_batas, data.dataset()) == [
        "renstra/2021-2026.yaml target.A.2024 value N011: 101 melebihi batas atas `A` (100 indeks); periksa angkanya.",
        (
            "perjanjian-kinerja/2024/kepala/murni.yaml butir.A.target value N011: "
            "102 melebihi batas atas `A` (100 indeks); periksa angkanya."
        ),
        (
            "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1 value N011: "
            "103 melebihi batas atas `A` (100 indeks); periksa angkanya."
        ),
    ]


def test_n011_bounds_what_the_komponen_make_and_shows_it_shortly() -> None:
    data = Susunan().ukur("A", batas={"maks": "100"}, **KOMPONEN)
    data.lapor("A", "TW1", komponen={"a": "210", "b": "208"})
    assert said(dalam_batas, data.dataset()) == [
        f"{LAPORAN} butir.A.komponen value N011: 100,961538 melebihi batas atas `A` (100 indeks); periksa angkanya."
    ]


@pytest.mark.parametrize(
    "komponen", [{"a": "210"}, {"a": "210", "c": "1"}, {"a": "210", "b": "1", "c": "1"}, {"a": "210", "b": "0"}]
)
def test_n011_leaves_wrong_komponen_to_the_other_rules(komponen: dict[str, str]) -> None:
    data = Susunan().ukur("A", batas={"maks": "100"}, **KOMPONEN).lapor("A", "TW1", komponen=komponen)
    data.lapor("X", "TW1", komponen=komponen)
    assert said(dalam_batas, data.dataset()) == []


@pytest.mark.parametrize(
    ("komponen", "wrong"),
    [
        ({"a": "0", "b": "0"}, True),
        ({"a": "5", "b": "0"}, True),
        ({"a": "0", "b": "5"}, False),
        ({"a": "5"}, False),
        ({"a": "5", "b": "0", "c": "1"}, False),
    ],
)
def test_n017_zero_below_the_line(komponen: dict[str, str], wrong: bool) -> None:
    data = Susunan().ukur("A", **KOMPONEN).lapor("A", "TW1", komponen=komponen)
    assert places(penyebut_bukan_nol, data.dataset()) == ([f"{LAPORAN} butir.A.komponen"] if wrong else [])


def test_n017_leaves_an_official_value_alone() -> None:
    data = Susunan().ukur("A", nilai_resmi="ya", **KOMPONEN).lapor("A", "TW1", "9", komponen={"a": "0", "b": "0"})
    assert said(penyebut_bukan_nol, data.dataset()) == []


@pytest.mark.parametrize("rumus", ["a ** b", "a / c * 100", "import os"])
def test_an_unreadable_rumus_is_left_to_r022(rumus: str) -> None:
    data = Susunan().ukur("A", batas={"maks": "1"}, komponen={"a": "A", "b": "B"}, rumus=rumus)
    dataset = data.lapor("A", "TW1", komponen={"a": "5", "b": "0"}).dataset()
    assert said(dalam_batas, dataset) + said(penyebut_bukan_nol, dataset) == []


# ── Numbers of other forms ───────────────────────────────────────────────────────────────────────────────────────

LANGKAH = {"T1": {"uraian": "Rancangan.", "bobot": "12.500"}, "T2": {"uraian": "Penetapan.", "bobot": "87.5"}}


@pytest.mark.parametrize(
    ("polaritas", "target", "where"),
    [
        ("naik", {"paling_sedikit": "1.234"}, ["paling_sedikit"]),
        ("turun", {"kurang_dari": "1.234"}, ["kurang_dari"]),
        ("rentang", {"min": "1.234", "maks": "2.345"}, ["min", "maks"]),
        ("rentang", {"min": "1.23", "maks": "2.345"}, ["maks"]),
        ("naik", {"min": "1.234", "maks": "2.345"}, []),
        ("naik", {"predikat": "BB", "nilai": "70.125"}, ["nilai"]),
        ("naik", {"predikat": "BB"}, []),
    ],
)
def test_n002_points_into_a_target(polaritas: str, target: Any, where: list[str]) -> None:
    data = Susunan().ukur("A", polaritas=polaritas, skala="akip88").janji("A", target)
    found = [f"perjanjian-kinerja/2024/kepala/murni.yaml butir.A.target.{name}" for name in where]
    assert places(angka_tidak_ambigu, data.dataset()) == found


@pytest.mark.parametrize(
    ("target", "where"),
    [({"min": "-1", "maks": "90"}, ["min"]), ({"min": "80", "maks": "101"}, ["maks"]), ({"min": "0", "maks": "9"}, [])],
)
def test_n011_bounds_both_ends_of_a_band(target: Any, where: list[str]) -> None:
    data = Susunan().ukur("A", polaritas="rentang", batas={"min": "0", "maks": "100"}).janji("A", target)
    found = [f"perjanjian-kinerja/2024/kepala/murni.yaml butir.A.target.{name}" for name in where]
    assert places(dalam_batas, data.dataset()) == found


@pytest.mark.parametrize(
    ("fields", "form"),
    [
        ({"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}, {"tanggal": "2024-12-31"}),
        ({"satuan": {"nama": "persen", "tipe": "persen"}, "tahapan": LANGKAH}, {"tahapan": ["T1"]}),
        ({}, {"tanggal": "2024-12-31"}),
    ],
)
def test_n002_and_n011_speak_of_no_number_that_nobody_wrote(fields: dict[str, Any], form: Any) -> None:
    data = Susunan(target_renstra={"A": {"2024": form}}).ukur("A", batas={"maks": "1"}, **fields)
    dataset = data.janji("A", form).lapor("A", "TW1", **form).dataset()
    assert said(angka_tidak_ambigu, dataset) + said(dalam_batas, dataset) == []


def test_n010_leaves_komponen_that_the_kamus_does_not_have_to_r018() -> None:
    data = Susunan().ukur("A").lapor("A", "TW1", "1", komponen={"a": "1"})
    assert said(nilai_dan_status, data.dataset()) == []


def test_n010_an_official_value_stands_beside_its_komponen() -> None:
    data = Susunan().ukur("A", nilai_resmi="ya", **KOMPONEN).lapor("A", "TW1", "50", komponen={"a": "1", "b": "2"})
    assert said(nilai_dan_status, data.dataset()) == []


# ── T005, T006 ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("tanggal", "wrong"),
    [
        ("2023-10-31", True),
        ("2023-11-01", False),
        ("2024-01-15", False),
        ("2024-12-31", False),
        ("2025-01-01", True),
    ],
)
def test_t005_a_pk_is_signed_about_its_year(tanggal: str, wrong: bool) -> None:
    data = Susunan().ukur("A").janji("A", "1", tanggal=tanggal)
    where = "perjanjian-kinerja/2024/kepala/murni.yaml tanggal"
    assert places(tanggal_masuk_akal, data.dataset()) == ([where] if wrong else [])


@pytest.mark.parametrize(("tahun", "wrong"), [("2023", False), ("2024", False), ("2025", True)])
def test_t005_data_is_not_from_the_future(tahun: str, wrong: bool) -> None:
    data = Susunan().ukur("A").lapor("A", "TW1", "1", tahun_data=tahun)
    assert places(tanggal_masuk_akal, data.dataset()) == ([f"{LAPORAN} butir.A.tahun_data"] if wrong else [])


def test_t006_both_ends_belong_to_the_renstra() -> None:
    years = {str(tahun): "1" for tahun in (2020, 2021, 2026, 2027)}
    data = Susunan(target_renstra={"A": years}).ukur("A")
    assert places(tahun_renstra, data.dataset()) == [
        "renstra/2021-2026.yaml target.A.2020",
        "renstra/2021-2026.yaml target.A.2027",
    ]
