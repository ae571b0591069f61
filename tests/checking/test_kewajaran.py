"""W001, W003…W008: what is unlikely is asked about once, at the figure, unless it is explained or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.kewajaran import (
    anggaran_tidak_turun,
    capaian_tidak_lazim,
    kumulatif_tidak_turun,
    pembilang_dalam_penyebut,
    persen_dalam_seratus,
    realisasi_dalam_pagu,
    rencana_kumulatif_tidak_mundur,
    tanpa_lonjakan,
)
from sakipgen.diagnostics import Severity
from sakipgen.domain.dataset import Berkas, Dataset
from tests.checking.helpers import places, program, said, said_hasil
from tests.measuring.builder import ROOT, Susunan, metode

PK = "perjanjian-kinerja/2024/kepala/murni.yaml"
PERSEN = {"nama": "persen", "tipe": "persen"}
BAGIAN: dict[str, Any] = {"komponen": {"a": "Pembilang", "b": "Penyebut"}, "rumus": "a / b * 100", "satuan": PERSEN}


def laporan(segmen: str) -> str:
    return f"realisasi/2024/{segmen}/mutasi.yaml"


def berturut(*nilai: str | None, **fields: Any) -> Susunan:
    """One indikator `A` with a figure for each quarter that has one."""
    data = Susunan().ukur("A", **fields)
    for number, value in enumerate(nilai, start=1):
        if value is not None:
            data.lapor("A", f"TW{number}", value)
    return data


def tahun_lain(data: Susunan, tahun: int, segmen: str, nilai: str) -> Susunan:
    data.laporan[tahun, segmen, "mutasi"] = {"butir": {"A": {"nilai": nilai}}}
    return data


# ── W001 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

KUMULATIF = {"mode_target": "kumulatif"}


def test_w001_points_at_the_figure_that_fell() -> None:
    (issue,) = kumulatif_tidak_turun(berturut("70", "62", **KUMULATIF).dataset())
    assert issue.severity is Severity.WARNING
    assert said(kumulatif_tidak_turun, berturut("70", "62", **KUMULATIF).dataset()) == [
        (
            f"{laporan('TW2')} butir.A.nilai value W001: nilai kumulatif `A` turun dari 70 (Triwulan I) "
            "menjadi 62; periksa angkanya, atau jelaskan pada `catatan`."
        )
    ]


def test_w001_compares_with_the_last_figure_before_a_gap() -> None:
    assert places(kumulatif_tidak_turun, berturut("70", None, "69", **KUMULATIF).dataset()) == [
        f"{laporan('TW3')} butir.A.nilai"
    ]


@pytest.mark.parametrize(
    ("nilai", "fields"),
    [
        (("70", "70"), KUMULATIF),
        (("62", "70"), KUMULATIF),
        (("70", "62"), {}),
        (("70", "62"), KUMULATIF | {"agregasi": "jumlah"}),
        (("70", "62"), KUMULATIF | {"agregasi": "maks"}),
        (("170", "62"), KUMULATIF | {"batas": {"maks": "100"}}),
        (("70", "-1"), KUMULATIF | {"batas": {"min": "0"}}),
    ],
)
def test_w001_is_silent(nilai: tuple[str, ...], fields: dict[str, Any]) -> None:
    assert said(kumulatif_tidak_turun, berturut(*nilai, **fields).dataset()) == []


def test_w001_a_new_year_begins_anew() -> None:
    assert said(kumulatif_tidak_turun, tahun_lain(berturut("10", **KUMULATIF), 2023, "TW4", "90").dataset()) == []


def test_w001_only_a_note_explains() -> None:
    data = berturut("70", **KUMULATIF).lapor("A", "TW2", "62", kendala="K.", solusi="S.")
    assert len(said(kumulatif_tidak_turun, data.dataset())) == 1
    data.lapor("A", "TW2", "62", catatan="Dua usul dicabut.")
    assert said(kumulatif_tidak_turun, data.dataset()) == []


def test_w001_what_stands_in_a_wrong_file_is_not_compared() -> None:
    data = berturut("70", "71", **KUMULATIF).lapor("A", "TW2", "62", unit="lain").lapor("A", "02", "5")
    assert said(kumulatif_tidak_turun, data.dataset()) == []


# ── W022: a plan that goes back ──────────────────────────────────────────────────────────────────────────────────

PLAN = "rencana-aksi/2024/mutasi.yaml"
TURUN = KUMULATIF | {"polaritas": "turun"}
TANGGAL = TURUN | {"satuan": {"nama": "hari", "tipe": "tanggal"}}
OPINI = KUMULATIF | {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}


def rencana(targets: Mapping[str, Any], fields: Mapping[str, Any]) -> Susunan:
    return Susunan().ukur("A", **fields).rencanakan("A", **targets)


def test_w022_points_at_the_target_that_goes_back() -> None:
    assert said(rencana_kumulatif_tidak_mundur, rencana({"TW2": "60", "TW3": "52.5"}, KUMULATIF).dataset()) == [
        (
            f"{PLAN} butir.A.target.TW3 value W022: target kumulatif `A` mundur dari 60 (`TW2`) menjadi 52,5; "
            "periksa apakah tertukar dengan realisasi, atau isi `mode_target: per_periode` dalam kamus."
        )
    ]


@pytest.mark.parametrize(
    ("targets", "fields", "wrong"),
    [
        ({"TW1": "60", "TW2": "60"}, KUMULATIF, ()),
        ({"TW1": "60", "TW2": "59.99", "TW4": "59.98"}, KUMULATIF, ("TW2", "TW4")),
        ({"TW2": "60", "TW1": "61"}, KUMULATIF, ("TW2",)),
        ({"TW1": "60", "TW2": "52"}, KUMULATIF | {"agregasi": "jumlah"}, ("TW2",)),
        ({"TW1": "60", "TW2": "52"}, {}, ()),
        ({"TW1": "60", "b02": "52"}, KUMULATIF, ()),
        ({"TW1": "9", "TW2": "9"}, TURUN, ()),
        ({"TW1": "9", "TW2": "9.01"}, TURUN, ("TW2",)),
        ({"TW1": "9", "TW2": "8"}, TURUN, ()),
        ({"TW1": "2", "TW2": "5"}, TURUN | {"agregasi": "jumlah"}, ()),
        ({"TW1": "2", "TW2": "1"}, KUMULATIF | {"polaritas": "stabil"}, ()),
        ({"TW1": {"predikat": "WTP"}, "TW2": {"predikat": "WDP"}}, OPINI, ("TW2",)),
        ({"TW1": {"predikat": "WTP"}, "TW2": {"predikat": "X"}}, OPINI, ()),
        ({"TW1": {"tanggal": "2024-03-31"}, "TW2": {"tanggal": "2024-06-30"}}, TANGGAL, ()),
    ],
)
def test_w022_compares_each_target_with_the_one_before(
    targets: Mapping[str, Any], fields: Mapping[str, Any], wrong: tuple[str, ...]
) -> None:
    found = places(rencana_kumulatif_tidak_mundur, rencana(targets, fields).dataset())
    assert found == [f"{PLAN} butir.A.target.{segment}" for segment in wrong]


@pytest.mark.parametrize(("tanggal", "count"), [("2024-09-30", 0), ("2024-10-01", 1)])
def test_w022_a_pk_perubahan_begins_anew(tanggal: str, count: int) -> None:
    data = rencana({"TW2": "60", "TW3": "52"}, KUMULATIF).janji("A", "80")
    data.janji("A", "55", versi="perubahan-1", tanggal=tanggal)
    assert len(said(rencana_kumulatif_tidak_mundur, data.dataset())) == count


def test_w022_without_the_kamus_nothing_can_be_said() -> None:
    data = Susunan(sasaran={"S1": ["B"]}).rencanakan("A", TW1="2", TW2="1")
    assert said(rencana_kumulatif_tidak_mundur, data.dataset()) == []


# ── W003, W008: money ────────────────────────────────────────────────────────────────────────────────────────────


def belanja(*realisasi: str | None, tahun: int = 2024, **pagu: str) -> Susunan:
    """Spending on `5.1.1` by the end of each quarter; the ceiling is 1000 if nothing else is said."""
    data = Susunan()
    data.program[2024] = program()
    data.program[2024]["sub_kegiatan"]["5.1.1"]["pagu"] |= pagu
    for number, value in enumerate(realisasi, start=1):
        butir = {"5.1.1": {"realisasi": value}} if value is not None else {"5.1.2": {"realisasi": "1"}}
        data.anggaran[tahun, f"TW{number}"] = {"sumber": "LRA", "tanggal_data": "2024-04-01", "butir": butir}
    return data


@pytest.mark.parametrize(
    ("realisasi", "perubahan", "wrong"),
    [("1000", None, False), ("1001", None, True), ("1001", "1500", False), ("900", "800", True), ("0", "0", False)],
)
def test_w003_spending_stays_within_the_pagu_in_force(realisasi: str, perubahan: str | None, wrong: bool) -> None:
    data = belanja(realisasi)
    data.program[2024]["perubahan"] = {"sumber": "DPPA", "tanggal": "2024-02-01"}
    data.program[2024]["sub_kegiatan"]["5.1.1"]["pagu"]["perubahan"] = perubahan
    where = "anggaran/2024/TW1.yaml butir.5.1.1.realisasi"
    assert places(realisasi_dalam_pagu, data.dataset()) == ([where] if wrong else [])


@pytest.mark.parametrize(("tanggal", "wrong"), [("2024-03-31", False), ("2024-04-01", True)])
def test_w003_the_pagu_is_that_of_the_last_day_of_the_period(tanggal: str, wrong: bool) -> None:
    data = belanja("1200", perubahan="1500")
    data.program[2024]["perubahan"] = {"sumber": "DPPA", "tanggal": tanggal}
    expected = [
        (
            "anggaran/2024/TW1.yaml butir.5.1.1.realisasi value W003: "
            "realisasi Rp1.200 melebihi pagu Rp1.000; periksa angkanya."
        )
    ]
    assert said(realisasi_dalam_pagu, data.dataset()) == (expected if wrong else [])


def test_w003_leaves_what_the_program_does_not_know_to_r013() -> None:
    assert said(realisasi_dalam_pagu, belanja(None).dataset()) == []
    assert said(realisasi_dalam_pagu, belanja("5000", tahun=2023).dataset()) == []


def test_w008_spending_since_january_does_not_fall() -> None:
    assert said(anggaran_tidak_turun, belanja("500", "400").dataset()) == [
        (
            "anggaran/2024/TW2.yaml butir.5.1.1.realisasi value W008: realisasi turun dari Rp500 (Triwulan I 2024) "
            "menjadi Rp400; tulis realisasi sejak awal tahun."
        )
    ]


@pytest.mark.parametrize("realisasi", [("500",), ("500", "500"), ("0", "1"), (None, "1")])
def test_w008_is_silent(realisasi: tuple[str | None, ...]) -> None:
    assert said(anggaran_tidak_turun, belanja(*realisasi).dataset()) == []


def test_w008_looks_past_a_period_without_the_row_and_says_each_fall_once() -> None:
    assert places(anggaran_tidak_turun, belanja("500", None, "400", "400").dataset()) == [
        "anggaran/2024/TW3.yaml butir.5.1.1.realisasi"
    ]


def test_w008_a_new_year_begins_anew() -> None:
    data = belanja("10")
    data.anggaran[2023, "TW4"] = {
        "sumber": "LRA",
        "tanggal_data": "2023-12-31",
        "butir": {"5.1.1": {"realisasi": "900"}},
    }
    assert said(anggaran_tidak_turun, data.dataset()) == []


# ── W004, W005: parts of a whole ─────────────────────────────────────────────────────────────────────────────────


def bagian(a: str, b: str, catatan: str | None = None, **fields: Any) -> Dataset:
    data = Susunan().ukur("A", **BAGIAN | fields)
    return data.lapor("A", "TW1", komponen={"a": a, "b": b}, catatan=catatan).dataset()


def test_w004_points_at_the_numerator() -> None:
    assert said(pembilang_dalam_penyebut, bagian("210", "208")) == [
        (
            f"{laporan('TW1')} butir.A.komponen.a value W004: pembilang `a` (210) lebih besar daripada "
            "penyebut `b` (208); periksa keduanya, atau jelaskan pada `catatan`."
        )
    ]


@pytest.mark.parametrize("rumus", ["a / b * 100", "100 * (a / b)", "a * 100 / b", "100 * a / b", "(a / b) * 100"])
def test_w004_knows_a_share_in_every_spelling(rumus: str) -> None:
    assert places(pembilang_dalam_penyebut, bagian("210", "208", rumus=rumus)) == [
        f"{laporan('TW1')} butir.A.komponen.a"
    ]
    assert said(persen_dalam_seratus, bagian("210", "208", rumus=rumus)) == [], "one mistake, one message"


@pytest.mark.parametrize(
    ("a", "b", "fields"),
    [
        ("208", "208", {}),
        ("0", "208", {}),
        ("0", "0", {}),
        ("210", "208", {"catatan": "Lulusan tahun lalu ikut dihitung."}),
        ("210", "208", {"batas": {"maks": "100"}}),
        ("210", "208", {"satuan": {"nama": "kali", "tipe": "angka"}}),
        ("210", "208", {"rumus": "(a - b) / b * 100"}),
        ("210", "208", {"rumus": "a ** b"}),
    ],
)
def test_w004_is_silent(a: str, b: str, fields: dict[str, Any]) -> None:
    assert said(pembilang_dalam_penyebut, bagian(a, b, **fields)) == []


def test_w004_leaves_wrong_komponen_to_r018() -> None:
    data = Susunan().ukur("A", **BAGIAN).lapor("A", "TW1", komponen={"a": "5", "c": "1"}).lapor("A", "TW2", "200")
    assert said(pembilang_dalam_penyebut, data.dataset()) == []


def test_w005_points_at_value_and_target() -> None:
    data = Susunan().ukur("A", satuan=PERSEN).janji("A", "100.5").lapor("A", "TW1", "101")
    assert said(persen_dalam_seratus, data.dataset()) == [
        (
            f"{laporan('TW1')} butir.A.nilai value W005: 101 persen melebihi 100; periksa angkanya, "
            "atau isi `batas: maks` dalam kamus `A`."
        ),
        (
            f"{PK} butir.A.target value W005: 100,5 persen melebihi 100; periksa angkanya, "
            "atau isi `batas: maks` dalam kamus `A`."
        ),
    ]


@pytest.mark.parametrize(
    ("nilai", "fields"),
    [
        ("100", {}),
        ("-5", {}),
        ("250", {"satuan": {"nama": "orang", "tipe": "angka"}}),
        ("130", {"batas": {"maks": "200"}}),
        ("230", {"batas": {"maks": "200"}}),
    ],
)
def test_w005_is_silent(nilai: str, fields: dict[str, Any]) -> None:
    data = Susunan().ukur("A", **{"satuan": PERSEN} | fields).janji("A", "100").janji("X", "500")
    assert said(persen_dalam_seratus, data.lapor("A", "TW1", nilai).dataset()) == []


@pytest.mark.parametrize(
    ("polaritas", "target", "wrong"),
    [
        ("rentang", {"min": "90", "maks": "110"}, True),
        ("rentang", {"min": "90", "maks": "100"}, False),
        ("naik", {"lebih_dari": "100.5"}, True),
        ("naik", {"paling_banyak": "110"}, False),
        ("naik", {"tanggal": "2024-12-31"}, False),
    ],
)
def test_w005_other_forms_of_target(polaritas: str, target: Any, wrong: bool) -> None:
    data = Susunan().ukur("A", satuan=PERSEN, polaritas=polaritas).janji("A", target)
    assert places(persen_dalam_seratus, data.dataset()) == ([f"{PK} butir.A.target"] if wrong else [])


def test_w004_of_an_official_value_with_its_komponen() -> None:
    data = Susunan().ukur("A", nilai_resmi="ya", **BAGIAN)
    data.lapor("A", "TW1", "90", komponen={"a": "210", "b": "208"}).lapor("A", "TW2", "90", komponen={"a": "210"})
    assert places(pembilang_dalam_penyebut, data.dataset()) == [f"{laporan('TW1')} butir.A.komponen.a"]


def test_w005_speaks_of_a_percentage_that_is_no_share() -> None:
    dataset = bagian("420", "208", rumus="(a - b) / b * 100")
    assert places(persen_dalam_seratus, dataset) == [f"{laporan('TW1')} butir.A.komponen"]


# ── W006 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def diukur(nilai: str, **fields: Any) -> Susunan:
    data = Susunan().ukur("A").janji("A", "100").rencanakan("A", TW1="100", TW2="100", TW3="100", TW4="100")
    return data.lapor("A", "TW1", nilai, **fields)


def test_w006_a_result_far_above_its_target_is_asked_about() -> None:
    assert said_hasil(capaian_tidak_lazim, diukur("150.01"), "2024-04-10") == [
        (
            f"{laporan('TW1')} butir.A.nilai value W006: capaian `A` di atas 150%; periksa angka dan targetnya, "
            "atau jelaskan pada `faktor_pendorong`."
        )
    ]


@pytest.mark.parametrize("field", ["catatan", "faktor_pendorong", "kendala"])
def test_w006_what_is_explained_is_not_asked_again(field: str) -> None:
    assert said_hasil(capaian_tidak_lazim, diukur("200", **{field: "Alasan."}), "2024-04-10") == []


def test_w006_exactly_at_the_threshold_and_before_the_period_ended_nothing_is_asked() -> None:
    assert said_hasil(capaian_tidak_lazim, diukur("150"), "2024-04-10") == []
    assert said_hasil(capaian_tidak_lazim, diukur("200"), "2024-03-30") == []


def test_w006_a_day_far_ahead_is_not_asked_about() -> None:
    hari = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun", "formula_capaian": "turun_selisih"}
    data = Susunan().ukur("A", **hari).janji("A", "91").rencanakan("A", TW1="91", TW2="91", TW3="91", TW4="91")
    assert said_hasil(capaian_tidak_lazim, data.lapor("A", "TW1", "2"), "2024-04-10") == []


def test_w006_the_threshold_is_the_year_s() -> None:
    data = diukur("120.5")
    data.metode = metode(ambang_periksa_ulang="120")
    (text,) = said_hasil(capaian_tidak_lazim, data, "2024-04-10")
    assert "di atas 120%" in text


# ── W007 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_w007_a_leap_is_asked_about_at_the_later_figure() -> None:
    assert said(tanpa_lonjakan, berturut("80", "39.9").dataset()) == [
        (
            f"{laporan('TW2')} butir.A.nilai value W007: nilai `A` berubah dari 80 (Triwulan I 2024) menjadi 39,9, "
            "lebih dari 50%; periksa angkanya, atau jelaskan pada `catatan`."
        )
    ]


@pytest.mark.parametrize(
    ("nilai", "fields"),
    [
        (("80", "40"), {}),
        (("80", "120"), {}),
        (("-80", "-40"), {}),
        (("0", "40"), {}),
        (("80", "20"), {"mode_target": "kumulatif"}),
        (("80", "20"), {"agregasi": "jumlah"}),
        (("80", "20"), {"agregasi": "min"}),
        (("80", "20"), {"batas": {"min": "30"}}),
        (("80", "40.001"), {}),
    ],
)
def test_w007_is_silent(nilai: tuple[str, ...], fields: dict[str, Any]) -> None:
    assert said(tanpa_lonjakan, berturut(*nilai, **fields).dataset()) == []


@pytest.mark.parametrize("field", ["catatan", "faktor_pendorong", "kendala"])
def test_w007_what_is_explained_is_not_asked_again(field: str) -> None:
    data = berturut("80").lapor("A", "TW2", "20", **{field: "Alasan."})
    assert said(tanpa_lonjakan, data.dataset()) == []


def test_w007_looks_over_the_end_of_the_year_by_the_rule_of_the_later_year() -> None:
    dataset = tahun_lain(berturut("80"), 2023, "TW4", "30").dataset()
    assert places(tanpa_lonjakan, dataset) == [f"{laporan('TW1')} butir.A.nilai"]
    assert said(tanpa_lonjakan, replace(dataset, metode={})) == []
    lenient = Berkas(ROOT / "metode/2024.yaml", metode(ambang_lonjakan="200"))
    assert said(tanpa_lonjakan, replace(dataset, metode={2024: lenient})) == []


def test_w007_not_across_a_break_of_the_series() -> None:
    broken = {"putus_seri": {"2024": "Instrumen baru."}}
    assert said(tanpa_lonjakan, tahun_lain(berturut("80", **broken), 2023, "TW4", "30").dataset()) == []
    assert len(said(tanpa_lonjakan, tahun_lain(berturut("80", "20", **broken), 2023, "TW4", "30").dataset())) == 1
    other = {"putus_seri": {"2023": "Instrumen baru."}}
    assert len(said(tanpa_lonjakan, tahun_lain(berturut("80", **other), 2023, "TW4", "30").dataset())) == 1


LAIN: list[tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = [
    (
        {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"},
        {"predikat": "WTP"},
        {"predikat": "TMP"},
    ),
    (
        {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"},
        {"tanggal": "2024-03-30"},
        {"tanggal": "2024-01-03"},
    ),
    ({"satuan": {"nama": "status", "tipe": "ya_tidak"}}, {"terpenuhi": "ya"}, {"terpenuhi": "tidak"}),
]
"""A satuan whose numbers have no steps, and two figures of it that fall and leap as numbers."""


@pytest.mark.parametrize(("kamus", "before", "after"), LAIN)
def test_w001_and_w007_where_a_number_stands_for_something_else(
    kamus: dict[str, Any], before: dict[str, Any], after: dict[str, Any]
) -> None:
    for mode in ("kumulatif", "per_periode"):
        data = Susunan().ukur("A", mode_target=mode, **kamus).lapor("A", "TW1", **before).lapor("A", "TW2", **after)
        assert said(kumulatif_tidak_turun, data.dataset()) + said(tanpa_lonjakan, data.dataset()) == []


def test_w001_a_finished_milestone_does_not_vanish_and_w007_lets_them_leap() -> None:
    steps = {kode: {"uraian": "Selesai.", "bobot": bobot} for kode, bobot in (("T1", "10"), ("T2", "90"))}
    kamus: dict[str, Any] = {"satuan": {"nama": "persen", "tipe": "persen"}, "tahapan": steps}
    data = Susunan().ukur("A", **kamus)
    data.lapor("A", "TW1", tahapan=["T1", "T2"]).lapor("A", "TW2", tahapan=["T1"])
    assert places(kumulatif_tidak_turun, data.dataset()) == [f"{laporan('TW2')} butir.A.tahapan"]
    data = Susunan().ukur("A", **kamus)
    data.lapor("A", "TW1", tahapan=["T1"]).lapor("A", "TW2", tahapan=["T1", "T2"])
    assert said(tanpa_lonjakan, data.dataset()) == []


def test_w007_points_at_the_score_and_not_at_its_predikat() -> None:
    data = Susunan().ukur("A", skala="akip88")
    data.lapor("A", "TW1", "90.5", predikat="AA").lapor("A", "TW2", "20", predikat="D")
    assert places(tanpa_lonjakan, data.dataset()) == [f"{laporan('TW2')} butir.A.nilai"]


def test_a_figure_in_a_wrong_form_is_left_to_n019() -> None:
    data = berturut("80", mode_target="kumulatif").lapor("A", "TW2", tanggal="2024-01-02")
    assert said(kumulatif_tidak_turun, data.dataset()) == []


def test_w007_compares_the_value_that_the_komponen_make() -> None:
    data = Susunan().ukur("A", **BAGIAN)
    data.lapor("A", "TW1", komponen={"a": "80", "b": "100"}).lapor("A", "TW2", komponen={"a": "3", "b": "10"})
    assert places(tanpa_lonjakan, data.dataset()) == [f"{laporan('TW2')} butir.A.komponen"]
    data.lapor("A", "TW2", komponen={"a": "8", "b": "10"})
    assert said(tanpa_lonjakan, data.dataset()) == []
