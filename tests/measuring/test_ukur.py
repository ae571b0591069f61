"""From promises and reports to results: the cases of domain.md § 7, statuses, the posisi, and the roll-up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal, localcontext
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.target import TandaTarget
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.hasil import TANPA, HasilIndikator, HasilKelompok, PerTarget, Terukur
from sakipgen.measuring.ukur import measure
from tests.measuring.builder import (
    RASIO,
    TW,
    UNIT,
    Susunan,
    bulanan,
    cetak,
    isi,
    metode,
    satu,
    tanpa_target_awal,
)


def capaian(row: HasilIndikator) -> str:
    assert row.capaian is not None
    return cetak(row.capaian.capaian)


# ── Cases of domain.md § 7 ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("realisasi", "mentah", "agregat", "kategori"),
    [
        ("12", "80", "80", "Tinggi"),
        ("8", "120", "120", "Sangat Tinggi"),
        ("25", "-50", "0", "Sangat Rendah"),
        ("0", "200", "120", "Sangat Tinggi"),
    ],
)
def test_cases_4_5_and_6(realisasi: str, mentah: str, agregat: str, kategori: str) -> None:
    row = satu("10", {"TW1": realisasi}, polaritas="turun").baris("A", "2024-TW1")
    assert row.capaian is not None
    assert row.capaian.mentah == Decimal(mentah)
    assert row.capaian.agregat == Decimal(agregat)
    assert row.capaian.kelas.label == kategori
    assert row.status is Status.ADA


def test_the_formula_is_the_indikators_own_else_the_years() -> None:
    rasio = metode(formula={"turun": "turun_rasio"})
    data = satu("10", {"TW1": "12"}, polaritas="turun")
    assert capaian(data.baris("A", "2024-TW1")) == "80.00"
    data.metode = rasio
    assert capaian(data.baris("A", "2024-TW1")) == "83.33"
    own = satu("10", {"TW1": "12"}, polaritas="turun", formula_capaian="turun_selisih")
    own.metode = rasio
    assert capaian(own.baris("A", "2024-TW1")) == "80.00"


def test_case_7_zero_tolerance() -> None:
    data = satu("0", {"TW1": "0", "TW2": "3"}, polaritas="turun")
    assert capaian(data.baris("A", "2024-TW1")) == "100.00"
    assert capaian(data.baris("A", "2024-TW2")) == "0.00"
    assert data.baris("A", "2024-TW2").tanda == ()


def test_case_8_nothing_promised_and_nothing_reported() -> None:
    row = tanpa_target_awal().baris("A", "2024-TW1")
    assert row.status is Status.TIDAK_DITARGETKAN
    assert (row.capaian, row.hari_terlambat, row.tanda) == (None, 0, ())


@pytest.mark.parametrize("agregasi", ["terakhir", "rerata", "maks", "min"])
def test_case_8_for_every_agregasi(agregasi: str) -> None:
    data = Susunan().ukur("A", agregasi=agregasi).janji("A", "30").rencanakan("A", TW1="0", TW2="10")
    assert data.baris("A", "2024-TW1").status is Status.TIDAK_DITARGETKAN
    assert data.baris("A", "2024-TW2").status is Status.TERLAMBAT


def test_case_8_reported_without_a_target() -> None:
    data = tanpa_target_awal().lapor("A", "TW1", "2").lapor("A", "TW2", "8")
    row = data.baris("A", "2024-TW1")
    assert row.status is Status.TIDAK_DITARGETKAN
    assert row.capaian is None
    assert row.tanda == (Tanda.REALISASI_TANPA_TARGET,)
    later = data.baris("A", "2024-TW2")
    assert (later.realisasi, later.target) == isi(10, 10)  # it still counts to the year's sum
    assert data.kelompok("2024-TW1", "S1").terukur == Terukur(0, 1)


def test_case_8_any_result_above_zero_is_marked() -> None:
    row = tanpa_target_awal().lapor("A", "TW1", "0.01").baris("A", "2024-TW1")
    assert row.tanda == (Tanda.REALISASI_TANPA_TARGET,)


def test_case_8_zero_reported_where_nothing_was_promised() -> None:
    row = tanpa_target_awal().lapor("A", "TW1", "0").baris("A", "2024-TW1")
    assert (row.status, row.capaian, row.tanda) == (Status.TIDAK_DITARGETKAN, None, ())


def test_case_8_is_only_for_higher_is_better() -> None:
    row = satu("0", polaritas="turun").baris("A", "2024-TW1")
    assert row.status is Status.TERLAMBAT


def test_case_8_is_only_for_formulas_without_an_answer_at_zero() -> None:
    """A way from 8 to 0 is a promise, whichever way is better; a quarter that lacks is late."""
    way = satu("0", formula_capaian="lintasan", baseline={"tahun": "2021", "nilai": "8"})
    assert way.baris("A", "2024-TW1").status is Status.TERLAMBAT
    assert satu("0").baris("A", "2024-TW1").status is Status.TIDAK_DITARGETKAN


def test_case_8_a_quarter_without_an_increment_of_its_own() -> None:
    data = Susunan().ukur("A", agregasi="jumlah", mode_target="kumulatif").janji("A", "30")
    data.rencanakan("A", TW1="10", TW2="10", TW3="20", TW4="30").lapor("A", "TW1", "9")
    assert data.baris("A", "2024-TW2").status is Status.TIDAK_DITARGETKAN
    assert data.baris("A", "2024-TW3").status is Status.TERLAMBAT


def test_case_9_missing_is_not_zero() -> None:
    zero, missing = satu("60", {"TW1": "0"}), satu("60")
    assert capaian(zero.baris("A", "2024-TW1")) == "0.00"
    assert zero.kelompok("2024-TW1", "S1").capaian == 0
    row = missing.baris("A", "2024-TW1")
    assert (row.status, row.realisasi, row.capaian) == (Status.TERLAMBAT, None, None)
    assert missing.kelompok("2024-TW1", "S1").capaian is None


def test_case_10_negative_targets() -> None:
    data = satu("-2", {"TW1": "-1", "TW2": "-3"})
    assert capaian(data.baris("A", "2024-TW1")) == "150.00"
    assert capaian(data.baris("A", "2024-TW2")) == "50.00"


def test_case_15_a_result_that_is_published_late_is_excluded_and_counted() -> None:
    data = satu("70", {"TW1": "70"})
    data.ukur("B", frekuensi="tahunan").janji("B", "4")
    data.lapor("B", "tahunan", status="menunggu_rilis", alasan="LHP terbit Mei 2025.", bukti=())
    row = data.baris("B", "2024")
    assert (row.status, row.alasan, row.capaian) == (Status.MENUNGGU_RILIS, "LHP terbit Mei 2025.", None)
    group = data.kelompok("2024", "S1")
    assert (group.terukur, group.rerata, group.capaian, group.kelas) == isi(Terukur(1, 2), 100, None, None)


def test_case_16_cumulative_targets() -> None:
    data = Susunan().ukur("A", agregasi="jumlah", mode_target="kumulatif").janji("A", "60")
    data.rencanakan("A", TW1="15", TW2="30", TW3="45", TW4="60")
    for segment, value in (("TW1", "12"), ("TW2", "14"), ("TW3", "13")):
        data.lapor("A", segment, value)
    row = data.baris("A", "2024-TW3")
    assert (row.realisasi, row.realisasi_periode, row.target, row.terukur) == isi(39, 13, 45, Terukur(3, 3))
    assert capaian(row) == "86.67"
    assert cetak(row.capaian_tahun) == "65.00"


def test_case_17_ratio() -> None:
    data = satu("47.037037", **RASIO)
    for segment, a, b in (("TW1", 12, 20), ("TW2", 30, 40), ("TW3", 5, 10), ("TW4", 80, 200)):
        data.lapor("A", segment, komponen={"a": str(a), "b": str(b)})
    row = data.baris("A", "2024")
    assert cetak(row.realisasi) == "47.04"
    assert row.komponen == {"a": Decimal(127), "b": Decimal(270)}
    assert row.target == Decimal("47.037037")


def test_case_18_last_known() -> None:
    data = satu("75", {"TW1": "70", "TW3": "72"})
    assert data.baris("A", "2024-TW2").status is Status.TERLAMBAT
    quarter = data.baris("A", "2024-TW3")
    assert (quarter.realisasi, capaian(quarter), quarter.tanda) == isi(72, "96.00", ())
    year = data.baris("A", "2024")
    assert (year.realisasi, capaian(year)) == isi(72, "96.00")
    assert year.tanda == (Tanda.DATA_TERDAHULU,)
    assert year.terukur == Terukur(2, 4)


@pytest.mark.parametrize(("cap", "expected"), [("120", "90.00"), ("100", "80.00"), (None, "120.00")])
def test_case_19_the_cap_comes_before_the_mean(cap: str | None, expected: str) -> None:
    data = Susunan(metode=metode(batas_agregat=cap))
    for kode, value in (("A", "180"), ("B", "60")):
        data.ukur(kode).janji(kode, "100").rencanakan(kode, TW1="100").lapor(kode, "TW1", value)
    assert cetak(data.kelompok("2024-TW1", "S1").capaian) == expected
    assert capaian(data.baris("A", "2024-TW1")) == "180.00"


def contoh_5_3(**policy: Any) -> Susunan:
    """The seven IKU of domain.md § 5.3 as one yearly figure each."""
    data = Susunan(metode=metode(**policy))
    data.sasaran = {"S1": ["IKU-02"], "S2": ["IKU-01", "IKU-03", "IKU-04"], "S3": ["IKU-05", "IKU-06", "IKU-07"]}
    for kode, target, realisasi, polaritas in (
        ("IKU-01", "70", "71.42", "naik"),
        ("IKU-02", "250", "265.5", "naik"),
        ("IKU-05", "70.5", "68.92", "naik"),
        ("IKU-06", "85", "86.44", "naik"),
        ("IKU-07", "10", "12", "turun"),
    ):
        data.ukur(kode, polaritas=polaritas, frekuensi="tahunan").janji(kode, target).lapor(kode, "tahunan", realisasi)
    for kode, target, a in (("IKU-03", "60", "3880"), ("IKU-04", "95", "7194")):
        data.ukur(kode, frekuensi="tahunan", **RASIO).janji(kode, target)
        data.lapor(kode, "tahunan", komponen={"a": a, "b": "7409"})
    return data


def test_case_20_mean_of_sasaran_or_mean_of_iku() -> None:
    data = contoh_5_3()
    assert [cetak(data.kelompok("2024", s).capaian) for s in ("S1", "S2", "S3")] == ["106.20", "97.17", "93.15"]
    assert cetak(data.kelompok("2024").capaian) == "98.84"
    other = contoh_5_3(agregasi_perangkat_daerah="rerata_iku")
    assert cetak(other.kelompok("2024").capaian) == "96.74"
    assert other.setahun().cara == "rerata_iku"
    assert other.kelompok("2024", "S2") == data.kelompok("2024", "S2")


def test_the_mean_of_iku_takes_every_iku_and_nothing_else() -> None:
    data = Susunan(metode=metode(agregasi_perangkat_daerah="rerata_iku"), sasaran={"S1": ["A", "B"]}, tujuan=["T"])
    for kode, value, fields in (
        ("A", "50", {}),
        ("B", "10", {"iku": "tidak"}),
        ("T", "100", {"tingkat": "tujuan"}),
    ):
        data.ukur(kode, **fields).janji(kode, "100").rencanakan(kode, TW1="100").lapor(kode, "TW1", value)
    assert data.kelompok("2024-TW1").capaian == 75


def test_expected_output_of_5_3() -> None:
    data = contoh_5_3()
    rows = {kode: data.baris(kode, "2024") for kode in data.indikator}
    assert {kode: capaian(row) for kode, row in rows.items()} == {
        "IKU-01": "102.03",
        "IKU-02": "106.20",
        "IKU-03": "87.28",
        "IKU-04": "102.21",
        "IKU-05": "97.76",
        "IKU-06": "101.69",
        "IKU-07": "80.00",
    }


def pk_perubahan() -> Susunan:
    data = Susunan().ukur("A").janji("A", "60", tanggal="2024-01-12")
    data.janji("A", "50", versi="perubahan-1", tanggal="2024-10-07")
    data.rencanakan("A", TW1="30", TW2="40", TW3="55", TW4="50")
    for segment, value in (("TW1", "31"), ("TW2", "38"), ("TW3", "44"), ("TW4", "52.37")):
        data.lapor("A", segment, value)
    return data


def test_case_24_the_pk_in_force_at_the_end_of_the_year_governs_it() -> None:
    year = pk_perubahan().baris("A", "2024")
    assert (year.versi_pk, year.target, capaian(year)) == isi("perubahan-1", 50, "104.74")


def test_case_24_earlier_quarters_stay_on_the_pk_of_their_last_day() -> None:
    data = pk_perubahan()
    rows = [data.baris("A", f"2024-{segment}") for segment in TW]
    assert [row.versi_pk for row in rows] == ["murni", "murni", "murni", "perubahan-1"]
    assert [row.target_tahun for row in rows] == [60, 60, 60, 50]
    assert [row.target for row in rows] == [30, 40, 55, 50]
    assert cetak(rows[2].capaian_tahun) == "73.33"


@pytest.mark.parametrize(
    ("tanggal", "versi"), [("2024-09-30", "perubahan-1"), ("2024-10-01", "murni"), ("2024-10-31", "murni")]
)
def test_a_pk_is_in_force_from_the_day_of_its_signature(tanggal: str, versi: str) -> None:
    data = Susunan().ukur("A").janji("A", "60").janji("A", "50", versi="perubahan-1", tanggal=tanggal)
    data.rencanakan("A", TW3="40").lapor("A", "TW3", "30")
    assert data.baris("A", "2024-TW3").versi_pk == versi


def test_a_posisi_before_the_pk_perubahan_does_not_know_it() -> None:
    year = pk_perubahan().baris("A", "2024", sampai="2024-TW3")
    assert (year.versi_pk, year.target_tahun, year.target, year.realisasi) == isi("murni", 60, 55, 44)
    assert capaian(year) == "80.00"


def test_an_indikator_that_the_pk_perubahan_drops_has_no_promise_left() -> None:
    data = pk_perubahan()
    data.ukur("B").janji("B", "10").rencanakan("B", TW3="10", TW4="10").lapor("B", "TW3", "10").lapor("B", "TW4", "9")
    assert data.baris("B", "2024-TW3").versi_pk == "murni"
    year = data.baris("B", "2024")
    assert (year.versi_pk, year.target, year.status) == (None, None, Status.TIDAK_DITARGETKAN)


# ── Decision 25: frequencies and periods ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("agregasi", "tw2", "s1", "tahun"),
    [
        ("jumlah", ("21", "15", "21"), ("21", "21", "21"), ("78", "78", "12")),
        ("rerata", ("5", "5", "5"), ("3.5", "3.5", "3.5"), ("6.5", "6.5", "12")),
        ("terakhir", ("6", "6", "6"), ("6", "6", "6"), ("12", "12", "12")),
        ("maks", ("6", "6", "6"), ("6", "6", "6"), ("12", "12", "12")),
        ("min", ("1", "4", "6"), ("1", "1", "6"), ("1", "1", "12")),
        ("rasio", ("5", "5", "6"), ("3.5", "3.5", "6"), ("6.5", "6.5", "12")),
    ],
)
def test_months_to_quarter_to_semester_to_year(
    agregasi: str, tw2: tuple[str, str, str], s1: tuple[str, str, str], tahun: tuple[str, str, str]
) -> None:
    data = bulanan(agregasi)
    data.ukur("B", frekuensi="semesteran").janji("B", "1")  # so that the year has semesters
    for periode, (realisasi, own, target) in (("2024-TW2", tw2), ("2024-S1", s1), ("2024", tahun)):
        row = data.baris("A", periode)
        assert (row.realisasi, row.realisasi_periode, row.target) == (Decimal(realisasi), Decimal(own), Decimal(target))


def test_jumlah_with_a_missing_quarter_says_3_of_4() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "100")
    data.rencanakan("A", TW1="10", TW2="20", TW3="30", TW4="40")
    for segment, value in (("TW1", "10"), ("TW3", "30"), ("TW4", "40")):
        data.lapor("A", segment, value)
    year = data.baris("A", "2024")
    assert (year.realisasi, year.target, year.target_tahun, year.terukur) == isi(80, 80, 100, Terukur(3, 4))
    assert capaian(year) == "100.00"
    assert cetak(year.capaian_tahun) == "80.00"
    quarter = data.baris("A", "2024-TW3")
    assert (quarter.realisasi, quarter.target, quarter.terukur) == isi(40, 40, Terukur(2, 3))


def test_jumlah_with_one_quarter_is_compared_with_its_target_and_with_none_with_the_pk() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "100")
    data.rencanakan("A", TW1="10", TW2="20", TW3="30", TW4="40")
    assert data.baris("A", "2024").target == 100
    assert data.lapor("A", "TW1", "5").baris("A", "2024").target == 10


def test_a_complete_year_is_measured_by_the_pk() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "100")
    data.rencanakan("A", TW1="10", TW2="20", TW3="30", TW4="39")
    for segment in TW:
        data.lapor("A", segment, "25")
    year = data.baris("A", "2024")
    assert (year.target, year.terukur) == isi(100, Terukur(4, 4))
    assert year.sumber_target is not None
    assert str(year.sumber_target.path) == "data/perjanjian-kinerja/2024/kepala/murni.yaml"


def test_an_indikator_stands_only_in_periods_as_long_as_its_own() -> None:
    data = bulanan("terakhir")
    for kode, frekuensi in (("TW", "triwulanan"), ("S", "semesteran"), ("T", "tahunan")):
        data.ukur(kode, frekuensi=frekuensi).janji(kode, "1")
    year = data.setahun()
    lengths = {kode: sum(k == kode for k, _ in year.indikator) for kode in data.indikator}
    assert lengths == {"A": 19, "TW": 7, "S": 3, "T": 1}
    assert [str(p) for p in year.periode[-3:]] == ["2024-TW4", "2024-S2", "2024"]


# ── Posisi ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_in_mid_year_later_reports_are_not_seen() -> None:
    data = satu("60", {"TW1": "10", "TW2": "20", "TW3": "30", "TW4": "60"})
    year = data.setahun("2024-TW2", "2024-07-05")
    assert [str(p) for p in year.periode] == ["2024-TW1", "2024-TW2", "2024"]
    row = year.indikator["A", Periode(2024, "tahunan")]
    assert (row.realisasi, row.target, row.terukur, row.tanda) == isi(20, 60, Terukur(2, 2), ())


def test_an_unfinished_year_is_measured_by_the_targets_so_far() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "100")
    data.rencanakan("A", TW1="10", TW2="20", TW3="30", TW4="40").lapor("A", "TW1", "10").lapor("A", "TW2", "20")
    row = data.baris("A", "2024", sampai="2024-06")
    assert (row.realisasi, row.target, capaian(row), cetak(row.capaian_tahun)) == isi(30, 30, "100.00", "30.00")


def test_years_beyond_the_posisi_are_not_measured() -> None:
    assert satu().hasil("2023").tahun == {}
    assert list(satu().hasil("2024-01").tahun) == [2024]


def test_a_year_without_metode_is_not_measured() -> None:
    data = satu()
    data.metode = None
    assert data.hasil().tahun == {}


def test_an_indikator_that_no_pk_promises_is_not_measured() -> None:
    data = satu()
    data.ukur("B").rencanakan("B", TW1="1").lapor("B", "TW1", "1")
    assert data.setahun().kode == ("A",)
    data.janji("B", "1", unit=UNIT)  # an indikator of a sasaran is promised in the PK of the Kepala
    assert data.setahun().kode == ("A",)


def test_targets_of_program_and_below_stand_in_the_pk_of_the_unit() -> None:
    data = Susunan().ukur("A", tingkat="program", iku="tidak").janji("A", "10", unit=UNIT)
    data.rencanakan("A", TW1="10").lapor("A", "TW1", "9")
    row = data.baris("A", "2024-TW1")
    assert (row.target_tahun, capaian(row)) == isi(10, "90.00")


def test_without_a_renstra_of_the_year_nothing_is_rolled_up() -> None:
    data = satu("60", {"TW1": "60"})
    dataset = replace(data.dataset(), renstra={})
    year = measure(dataset, Posisi.pada(date(2025, 2, 14))).tahun[2024]
    key = Periode(2024, "TW1")
    assert year.sasaran == {}
    assert year.perangkat_daerah[key] == HasilKelompok("kepala", key, Terukur(0, 0), 0, None, None, None)
    assert year.indikator["A", key].target_renstra is None


# ── Against what ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_three_comparisons_are_kept_apart() -> None:
    data = satu("40", {"TW4": "36"})
    data.janji("A", "60")
    data.target_renstra = {"A": {"2024": "60", "2026": "80"}}
    row = data.baris("A", "2024-TW4")
    assert (capaian(row), cetak(row.capaian_tahun), cetak(row.kemajuan_renstra)) == ("90.00", "60.00", "45.00")
    assert (row.target, row.target_tahun, row.target_renstra) == isi(40, 60, 80)


def test_comparisons_are_floored_like_the_capaian() -> None:
    data = satu("10", {"TW1": "25"}, polaritas="turun")
    data.target_renstra = {"A": {"2024": "10", "2026": "8"}}
    row = data.baris("A", "2024-TW1")
    assert (row.capaian_tahun, row.kemajuan_renstra) == isi(0, 0)


def test_reached_is_asked_of_the_raw_value() -> None:
    row = satu("1000000", {"TW1": "999999.999999"}).baris("A", "2024-TW1")
    assert row.capaian is not None
    assert cetak(row.capaian.capaian) == "100.00"
    assert row.capaian.tercapai is False


def test_sources_point_at_the_reported_figures() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "40").rencanakan("A", **dict.fromkeys(TW, "10"))
    data.lapor("A", "TW1", "9").lapor("A", "TW2", "9")
    row = data.baris("A", "2024-TW2")
    assert [(str(s.path), s.loc) for s in row.sumber] == [
        ("data/realisasi/2024/TW1/mutasi.yaml", ("butir", "A", "nilai")),
        ("data/realisasi/2024/TW2/mutasi.yaml", ("butir", "A", "nilai")),
    ]
    assert row.sumber_target is not None
    assert (str(row.sumber_target.path), row.sumber_target.loc) == (
        "data/rencana-aksi/2024/mutasi.yaml",
        ("butir", "A", "target", "TW2"),
    )


# ── The last report of a year is still to come ───────────────────────────────────────────────────────────────────


def menanti(**fields: Any) -> Susunan:
    """70, 72, 74 of 70, 72, 74 after three quarters; 80 is promised for the year and its last quarter."""
    data = Susunan().ukur("A", **fields).janji("A", "80").rencanakan("A", TW1="70", TW2="72", TW3="74", TW4="80")
    return data.lapor("A", "TW1", "70").lapor("A", "TW2", "72").lapor("A", "TW3", "74")


@pytest.mark.parametrize(
    ("hari", "target", "expected", "sumber"),
    [
        ("2024-12-30", 74, "100.00", "TW3"),
        ("2024-12-31", 74, "100.00", "TW3"),
        ("2025-01-01", 74, "100.00", "TW3"),
        ("2025-01-15", 74, "100.00", "TW3"),
        ("2025-01-16", 80, "92.50", None),
        ("2025-02-14", 80, "92.50", None),
    ],
)
@pytest.mark.parametrize("agregasi", ["terakhir", "maks"])
def test_until_its_last_deadline_a_year_meets_the_target_of_its_last_figure(
    agregasi: str, hari: str, target: int, expected: str, sumber: str | None
) -> None:
    row = menanti(agregasi=agregasi).baris("A", "2024", per_tanggal=hari)
    assert (row.realisasi, row.target, capaian(row), row.status) == (*isi(74, target), expected, Status.ADA)
    assert row.sumber_target is not None
    assert row.sumber_target.loc == ("butir", "A", "target", *([sumber] if sumber else []))
    assert (row.target_tahun, cetak(row.capaian_tahun)) == isi(80, "92.50")


def test_a_mean_waits_for_its_last_report_too() -> None:
    data = menanti(agregasi="rerata")
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2025-01-15", "2025-01-16"))
    assert (before.realisasi, before.target, after.realisasi, after.target) == isi(72, 72, 72, 80)


def test_an_earlier_figure_meets_its_own_target() -> None:
    data = menanti()
    del data.laporan[2024, "TW3", UNIT]
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2025-01-15", "2025-01-16"))
    assert (before.realisasi, before.target, after.target) == isi(72, 72, 80)
    assert before.tanda == after.tanda == (Tanda.DATA_TERDAHULU,)


@pytest.mark.parametrize("last", [{"nilai": "76"}, {"status": "tidak_tersedia", "alasan": "Rusak.", "bukti": ()}])
def test_a_last_report_that_came_is_not_awaited(last: dict[str, Any]) -> None:
    row = menanti().lapor("A", "TW4", **last).baris("A", "2024", per_tanggal="2025-01-01")
    assert (row.target, row.realisasi) == isi(80, 76 if "nilai" in last else 74)


def test_a_last_report_that_waits_for_its_answer_is_awaited() -> None:
    data = menanti().lapor("A", "TW4", "76")
    data.siklus[2024, "TW4"] = {"pengiriman": {UNIT: [{"dikirim": "2025-01-03"}]}}
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2025-01-15", "2025-01-16"))
    assert (before.realisasi, before.target, after.realisasi, after.target) == isi(74, 74, 74, 80)


def test_without_any_figure_the_year_is_compared_with_its_end() -> None:
    data = Susunan().ukur("A").janji("A", "80").rencanakan("A", TW1="70", TW2="72", TW3="74", TW4="79")
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2025-01-15", "2025-01-16"))
    assert (before.target, before.status, after.target, after.status) == isi(79, Status.TERLAMBAT, 80, Status.TERLAMBAT)


def test_a_month_has_its_own_last_deadline() -> None:
    data = bulanan("terakhir", bulan=11)
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2025-01-10", "2025-01-11"))
    assert (before.realisasi, before.target, after.target) == isi(11, 11, 12)


@pytest.mark.parametrize(("hari", "target"), [("2025-01-05", 11), ("2025-01-10", 11), ("2025-01-11", 12)])
def test_a_quarter_of_months_waits_for_its_last_one_until_it_is_late(hari: str, target: int) -> None:
    row = bulanan("terakhir", bulan=11).baris("A", "2024-TW4", per_tanggal=hari)
    assert (row.realisasi, row.target) == isi(11, target)
    alone = bulanan("terakhir", bulan=9).baris("A", "2024-TW4", per_tanggal=hari)
    assert (alone.realisasi, alone.target) == isi(None, 12), "nothing of it is told yet"


LIMIT: Final[dict[str, str]] = {"agregasi": "jumlah", "polaritas": "turun", "desimal": "0"}


@pytest.mark.parametrize(
    ("fields", "capaian_tahun", "kemajuan", "murni"),
    [
        (LIMIT, None, None, None),
        (LIMIT | {"formula_capaian": "biner"}, None, None, None),
        (LIMIT | {"polaritas": "naik"}, 20, 24, 25),
        (LIMIT | {"agregasi": "terakhir"}, 180, 176, 175),
    ],
)
def test_a_limit_for_a_sum_is_kept_or_not_only_when_all_of_it_is_told(
    fields: dict[str, str], capaian_tahun: int | None, kemajuan: int | None, murni: int | None
) -> None:
    data = Susunan(target_renstra={"A": {"2024": "50", "2026": "50"}}).ukur("A", **fields)
    data.janji("A", "48").janji("A", "60", versi="perubahan-1", tanggal="2024-02-02")
    data.rencanakan("A", **dict.fromkeys(TW, "15")).lapor("A", "TW1", "12")
    row = data.baris("A", "2024-TW1")
    assert (row.capaian_tahun, row.kemajuan_renstra, row.capaian_murni) == isi(capaian_tahun, kemajuan, murni)
    for segmen in TW[1:]:
        data.lapor("A", segmen, "12")
    whole = data.baris("A", "2024")
    assert None not in {whole.capaian_tahun, whole.kemajuan_renstra, whole.capaian_murni}


def test_a_limit_that_lacks_a_quarter_is_not_known_to_be_kept() -> None:
    data = Susunan().ukur("A", **LIMIT).janji("A", "60").rencanakan("A", **dict.fromkeys(TW, "15"))
    for segmen in TW[:3]:
        data.lapor("A", segmen, "12")
    assert data.baris("A", "2024").capaian_tahun is None
    assert data.lapor("A", "TW4", "12").baris("A", "2024").capaian_tahun == 120


@pytest.mark.parametrize(("formula", "capaian"), [("rentang_turun", None), ("rentang", 25)])
def test_a_band_that_may_be_undershot_is_a_limit_for_a_sum_too(formula: str, capaian: int | None) -> None:
    data = Susunan().ukur("A", agregasi="jumlah", polaritas="rentang", formula_capaian=formula)
    quarters = {segmen: {"min": "10", "maks": "15"} for segmen in TW}
    data.janji("A", {"min": "40", "maks": "60"}).rencanakan("A", UNIT, **quarters).lapor("A", "TW1", "10")
    assert data.baris("A", "2024-TW1").capaian_tahun == capaian


def test_a_yearly_figure_is_always_compared_with_the_pk() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan").janji("A", "80").lapor("A", "tahunan", "60")
    for day in ("2025-01-01", "2025-01-31", "2025-02-01"):
        assert data.baris("A", "2024", per_tanggal=day).target == 80


@pytest.mark.parametrize("hari", ["2024-06-30", "2025-01-15", "2025-02-14"])
def test_a_yearly_figure_that_is_still_to_come_has_the_target_of_the_pk(hari: str) -> None:
    row = Susunan().ukur("A", frekuensi="tahunan").janji("A", "80").baris("A", "2024", per_tanggal=hari)
    assert (row.target, row.realisasi, row.capaian) == isi(80, None, None)
    assert row.sumber_target is not None
    assert str(row.sumber_target.path) == "data/perjanjian-kinerja/2024/kepala/murni.yaml"


def test_a_half_year_has_the_target_of_the_rencana_aksi() -> None:
    data = Susunan().ukur("A", frekuensi="semesteran").janji("A", "80").rencanakan("A", S1="40", S2="80")
    row = data.lapor("A", "S1", "30").baris("A", "2024-S1")
    assert (row.target, capaian(row)) == (Decimal(40), "75.00")


# ── Targets and results in other forms ───────────────────────────────────────────────────────────────────────────


def rentang(agregasi: str = "terakhir", **fields: Any) -> Susunan:
    """A band that moves up by ten in every quarter, from 10–20 to 40–50."""
    data = Susunan(target_renstra={"A": {"2024": "1", "2026": {"min": "60", "maks": "70"}}})
    data.ukur("A", polaritas="rentang", agregasi=agregasi, **fields).janji("A", {"min": "40", "maks": "50"})
    targets: dict[str, Any] = {s: {"min": str(10 * n), "maks": str(10 * n + 10)} for n, s in enumerate(TW, start=1)}
    return data.rencanakan("A", **targets)


def test_a_band_has_two_bounds_against_every_target() -> None:
    data = rentang().janji("A", {"min": "30", "maks": "35"}, versi="perubahan-1", tanggal="2024-12-02")
    row = data.lapor("A", "TW4", "42").baris("A", "2024-TW4")
    assert (row.target, row.target_tahun, row.target_renstra, row.target_murni) == isi(40, 30, 60, 40)
    assert row.maks == PerTarget(*isi(50, 35, 70, 50))
    assert row.tanda_target == PerTarget(*[TandaTarget.RENTANG] * 4)
    assert (capaian(row), cetak(row.capaian_tahun), cetak(row.kemajuan_renstra), cetak(row.capaian_murni)) == (
        "100.00",
        "120.00",
        "70.00",
        "100.00",
    )


@pytest.mark.parametrize(
    ("agregasi", "realisasi", "batas"),
    [("terakhir", 30, (30, 40)), ("rerata", 25, (25, 35)), ("jumlah", 50, (50, 70)), ("maks", 30, (30, 40))],
)
def test_a_band_of_a_longer_period(agregasi: str, realisasi: int, batas: tuple[int, int]) -> None:
    data = rentang(agregasi, frekuensi="triwulanan").lapor("A", "TW2", "20").lapor("A", "TW3", "30")
    row = data.baris("A", "2024", sampai="2024-TW3", per_tanggal="2024-10-10")
    assert (row.realisasi, row.target, row.maks.target) == isi(realisasi, *batas)


def test_without_a_band_there_are_no_upper_bounds() -> None:
    row = satu("60", {"TW1": "54"}).baris("A", "2024-TW1")
    assert (row.maks, row.tanda_target) == (TANPA, TANPA)


def test_a_plan_may_go_from_a_number_to_a_band() -> None:
    data = Susunan().ukur("A", polaritas="rentang").janji("A", {"min": "80", "maks": "90"})
    data.rencanakan("A", TW1="80", TW2={"min": "80", "maks": "90"}).lapor("A", "TW1", "85").lapor("A", "TW2", "85")
    one, other = data.baris("A", "2024-TW1"), data.baris("A", "2024-TW2")
    assert (one.target, one.maks, capaian(one)) == (Decimal(80), PerTarget(tahun=Decimal(90)), "106.25")
    assert (other.target, other.maks.target, capaian(other)) == (*isi(80, 90), "100.00")


def test_the_word_of_a_target_is_that_of_its_period_else_the_years() -> None:
    """A plain 49 in the rencana aksi of a year that promises less than 49 means less than 49."""
    data = Susunan().ukur("A", polaritas="turun").janji("A", {"kurang_dari": "49"})
    data.rencanakan("A", TW1={"paling_banyak": "50"}, TW2="49").lapor("A", "TW1", "50").lapor("A", "TW2", "49")
    rows = [data.baris("A", f"2024-{s}") for s in ("TW1", "TW2", "TW3")]
    assert [(row.tanda_target.target, row.tanda_target.tahun) for row in rows] == [("<=", "<"), ("<", "<"), (None, "<")]
    assert [(capaian(row), row.capaian and row.capaian.tercapai) for row in rows[:2]] == [
        ("100.00", True),
        ("100.00", False),
    ]
    year = data.baris("A", "2024")
    assert year.capaian is not None
    assert (year.tanda_target.target, capaian(year), year.capaian.tercapai) == ("<", "100.00", False)


def test_before_the_first_period_a_sum_is_compared_with_all_that_was_planned() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", {"paling_sedikit": "100"})
    data.rencanakan("A", TW1="10", TW2="20", TW3="30", TW4="40")
    row = data.baris("A", "2024", per_tanggal="2024-02-15")
    assert (row.target, row.tanda_target.target, row.realisasi) == isi(100, ">=", None)
    assert row.sumber_target is not None
    assert row.sumber_target.loc == ("butir", "A", "target")


@pytest.mark.parametrize(
    ("agregasi", "segmen"), [("jumlah", "05"), ("rerata", "05"), ("terakhir", "06"), ("maks", "06")]
)
def test_a_sum_or_mean_of_targets_stands_where_the_last_of_them_does(agregasi: str, segmen: str) -> None:
    data = Susunan().ukur("A", agregasi=agregasi, frekuensi="bulanan").janji("A", "60")
    data.rencanakan("A", b04="4", b05="5", b06="6").lapor("A", "04", "1").lapor("A", "05", "2")
    row = data.baris("A", "2024-TW2")
    assert row.sumber_target is not None
    assert row.sumber_target.loc == ("butir", "A", "target", segmen)


def test_the_way_from_the_baseline() -> None:
    data = Susunan(target_renstra={"A": {"2024": "5", "2026": "2.49"}})
    data.ukur("A", polaritas="turun", formula_capaian="lintasan", baseline={"tahun": "2021", "nilai": "7.49"})
    row = data.janji("A", "5.00").rencanakan("A", TW4="5.00").lapor("A", "TW4", "6.90").baris("A", "2024")
    assert (row.formula, row.baseline, capaian(row)) == isi("lintasan", Decimal("7.49"), "23.69")
    assert cetak(row.kemajuan_renstra) == "11.80"
    level = satu("5", {"TW4": "6.9"}, polaritas="turun", baseline={"tahun": "2021", "nilai": "7.49"})
    assert level.baris("A", "2024").baseline is None, "only a way has a beginning"


# ── A capaian that is stated ─────────────────────────────────────────────────────────────────────────────────────


def ditetapkan(**capaian: str) -> Susunan:
    """The capaian that was stated in each quarter, beside the same realisasi."""
    data = satu("60", formula_capaian="manual")
    for segment, value in capaian.items():
        stated = {"nilai": value, "alasan": "Ditetapkan rapat pimpinan.", "disetujui_oleh": "kepala"}
        data.lapor("A", segment, "30", capaian_dinyatakan=stated)
    return data


def test_a_stated_capaian_is_that_of_its_period_and_the_last_one_the_years() -> None:
    data = ditetapkan(TW1="70", TW3="90", TW4="88.5")
    rows = [data.baris("A", p) for p in ("2024-TW1", "2024-TW3", "2024-TW4", "2024")]
    assert [row.dinyatakan for row in rows] == isi_list("70", "90", "88.5", "88.5")
    assert [capaian(row) for row in rows] == ["70.00", "90.00", "88.50", "88.50"]
    assert (rows[3].realisasi, cetak(rows[3].capaian_tahun)) == isi(30, "88.50")
    assert {row.kemajuan_renstra for row in rows} == {None}, "it was stated of no other target"
    missing = data.baris("A", "2024-TW2")
    assert (missing.dinyatakan, missing.capaian, missing.status) == (None, None, Status.TERLAMBAT)


def isi_list(*values: str) -> list[Decimal]:
    return [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("value", "kelas", "tercapai"), [("100", "Sangat Tinggi", True), ("0", "Sangat Rendah", False)]
)
def test_a_stated_capaian_has_a_kategori_like_any_other(value: str, kelas: str, tercapai: bool) -> None:
    found = ditetapkan(TW1=value).baris("A", "2024-TW1").capaian
    assert found is not None
    assert (found.kelas.label, found.tercapai, found.agregat) == isi(kelas, tercapai, Decimal(value))


def test_a_stated_capaian_is_capped_in_a_mean() -> None:
    found = ditetapkan(TW1="180").baris("A", "2024-TW1").capaian
    assert found is not None
    assert (found.capaian, found.agregat) == isi(180, 120)


def test_a_stated_capaian_says_nothing_of_another_target() -> None:
    data = ditetapkan(TW1="90").janji("A", "100")
    data.janji("A", "110", versi="perubahan-1", tanggal="2024-03-01").rencanakan("A", TW1="20", TW4="110")
    data.target_renstra = {"A": {"2024": "100", "2026": "200"}}
    row = data.baris("A", "2024-TW1")
    assert (capaian(row), row.target, row.target_tahun, row.target_renstra, row.target_murni) == isi(
        "90.00", 20, 110, 200, 100
    )
    assert (row.capaian_tahun, row.kemajuan_renstra, row.capaian_murni) == (None, None, None)


def test_a_series_that_breaks_is_not_on_its_way_to_the_target_of_the_new_one() -> None:
    data = satu("60", {"TW4": "30"}, putus_seri={"2026": "Kuesioner baru."})
    data.target_renstra = {"A": {"2024": "60", "2026": "300"}}
    assert (data.baris("A", "2024").target_renstra, data.baris("A", "2024").kemajuan_renstra) == (None, None)
    data.ukur("A", putus_seri={"2024": "Kuesioner baru."})
    assert (data.baris("A", "2024").target_renstra, data.baris("A", "2024").kemajuan_renstra) == isi(300, 10)


def test_every_target_has_its_own_word() -> None:
    """The first PK says at least 95, the amended one more than 95, the plan of a quarter at least 90."""
    data = satu("95", {"TW4": "95"}).janji("A", {"paling_sedikit": "95"})
    data.janji("A", {"lebih_dari": "95"}, versi="perubahan-1", tanggal="2024-08-01")
    data.rencanakan("A", TW3={"paling_sedikit": "90"}, TW4="95")
    data.target_renstra = {"A": {"2024": "95", "2026": "99"}}
    assert data.baris("A", "2024").tanda_target == PerTarget(">", ">", None, ">=")
    assert data.baris("A", "2024-TW3").tanda_target == PerTarget(">=", ">", None, ">=")


def test_without_a_statement_there_is_no_capaian() -> None:
    data = satu("60", {"TW1": "60"}, formula_capaian="manual")
    row = data.baris("A", "2024-TW1")
    assert (row.realisasi, row.capaian, row.dinyatakan) == isi(60, None, None)


def test_a_statement_beside_a_formula_changes_nothing() -> None:
    stated = {"nilai": "100", "alasan": "Alasan.", "disetujui_oleh": "kepala"}
    row = satu("60").lapor("A", "TW1", "30", capaian_dinyatakan=stated).baris("A", "2024-TW1")
    assert (capaian(row), row.dinyatakan) == ("50.00", None)


# ── Every year by its own policy ─────────────────────────────────────────────────────────────────────────────────


def test_a_closed_year_is_measured_by_its_own_policy_whatever_the_next_year_says() -> None:
    reports = dict.fromkeys(TW, "12")
    data = satu("10", reports, polaritas="turun")
    before = data.hasil(per_tanggal="2025-02-14")
    data.metode_lain[2025] = metode(
        nama="Metode 2025",
        formula={"turun": "turun_rasio"},
        lantai=None,
        batas_agregat="100",
        skala="lampu",
        agregasi_perangkat_daerah="rerata_iku",
    )
    data.tahun, data.metode_lain[2024] = 2025, metode()
    data.metode = data.metode_lain[2025]
    data.janji("A", "10", tanggal="2025-01-15").rencanakan("A", **dict.fromkeys(TW, "10")).lapor("A", "TW4", "12")
    found = data.hasil(per_tanggal="2026-02-14")
    assert found.tahun[2024].indikator == before.tahun[2024].indikator
    assert found.tahun[2024].sasaran == before.tahun[2024].sasaran
    assert found.tahun[2024].perangkat_daerah == before.tahun[2024].perangkat_daerah
    old, new = (found.tahun[year].indikator["A", Periode(year, "tahunan")] for year in (2024, 2025))
    assert (old.formula, capaian(old), new.formula, capaian(new)) == ("turun_selisih", "80.00", "turun_rasio", "83.33")
    assert [row.capaian.kelas.label for row in (old, new) if row.capaian] == ["Tinggi", "Kuning"]
    assert (found.tahun[2024].cara, found.tahun[2025].cara) == ("rerata_sasaran", "rerata_iku")


def test_a_year_without_a_policy_is_not_measured() -> None:
    data = satu("60", {"TW1": "60"})
    data.metode = None
    assert data.hasil().tahun == {}


# ── Roll-up ──────────────────────────────────────────────────────────────────────────────────────────────────────


def sepuluh(terukur: int, **policy: Any) -> Susunan:
    """Ten sasaran of one indikator each, of which some are measured, on target."""
    data = Susunan(metode=metode(**policy), sasaran={f"S{n}": [f"A{n}"] for n in range(10)})
    for n in range(10):
        data.ukur(f"A{n}").janji(f"A{n}", "10").rencanakan(f"A{n}", TW1="10")
        if n < terukur:
            data.lapor(f"A{n}", "TW1", "10")
    return data


@pytest.mark.parametrize(("terukur", "shown"), [(10, True), (8, True), (7, False), (0, False)])
def test_the_perangkat_daerah_needs_80_percent(terukur: int, shown: bool) -> None:
    whole = sepuluh(terukur).kelompok("2024-TW1")
    assert whole.terukur == Terukur(terukur, 10)
    assert (whole.capaian is not None) is shown
    assert (whole.kelas is not None) is shown
    assert whole.rerata == (100 if terukur else None)
    assert whole.tercapai == terukur


def test_the_threshold_is_policy() -> None:
    assert sepuluh(7, ambang_kelengkapan="70").kelompok("2024-TW1").capaian == 100
    assert sepuluh(9, ambang_kelengkapan="100").kelompok("2024-TW1").capaian is None
    assert sepuluh(0, ambang_kelengkapan="0").kelompok("2024-TW1").capaian is None


def test_a_sasaran_without_a_figure_is_left_out_of_the_mean_and_counted() -> None:
    data = sepuluh(8)
    data.lapor("A0", "TW1", "5")
    whole = data.kelompok("2024-TW1")
    assert whole.rerata == Decimal("93.75")
    assert whole.terukur == Terukur(8, 10)


@pytest.mark.parametrize(("reported", "shown"), [("AB", True), ("A", False), ("", False)])
def test_a_sasaran_needs_all_its_indikator(reported: str, shown: bool) -> None:
    data = Susunan()
    for kode in "AB":
        data.ukur(kode).janji(kode, "10").rencanakan(kode, TW1="10")
    for kode in reported:
        data.lapor(kode, "TW1", "9")
    group = data.kelompok("2024-TW1", "S1")
    assert group.terukur == Terukur(len(reported), 2)
    assert (group.capaian, group.kelas is not None) == ((90, True) if shown else (None, False))
    assert group.rerata == (90 if reported else None)


def test_a_tujuan_may_borrow_an_indikator_of_a_sasaran() -> None:
    data = satu("60", {"TW1": "54"})
    data.tujuan = ["A"]
    year = data.setahun()
    group = year.tujuan["T1", Periode(2024, "TW1")]
    assert (group.capaian, group.terukur) == isi(90, Terukur(1, 1))


def test_means_are_made_of_unrounded_values() -> None:
    data = Susunan(sasaran={"S1": ["A", "B"]})
    for kode, value in (("A", "90.494"), ("B", "90.496")):
        data.ukur(kode).janji(kode, "100").rencanakan(kode, TW1="100").lapor(kode, "TW1", value)
    group = data.kelompok("2024-TW1", "S1")
    assert group.capaian == Decimal("90.495")
    assert group.kelas is not None
    assert group.kelas.label == "Tinggi"


# ── Properties of quality.md § 5.3 ───────────────────────────────────────────────────────────────────────────────

angka = st.decimals(min_value=0, max_value=10**6, places=2)
reports = st.dictionaries(st.sampled_from(TW), angka)


@given(reports, reports, angka, st.sampled_from(["jumlah", "rerata", "terakhir", "maks", "min"]))
def test_neither_the_order_of_files_nor_of_rows_matters(
    first: dict[str, Decimal], second: dict[str, Decimal], target: Decimal, agregasi: str
) -> None:
    data = contoh_5_3()
    for kode, values in (("A", first), ("B", second)):
        data.ukur(kode, agregasi=agregasi).janji(kode, str(target)).rencanakan(kode, **dict.fromkeys(TW, str(target)))
        for segment, value in values.items():
            data.lapor(kode, segment, str(value))
    plain = data.setahun()
    shuffled = contoh_5_3()
    rng = random.Random(len(first))  # noqa: S311 - an order, not a secret
    for name in ("indikator", "laporan", "pk", "rencana"):
        rows = list(getattr(data, name).items())
        rng.shuffle(rows)
        setattr(shuffled, name, dict(rows))
    for report in (*shuffled.laporan.values(), *shuffled.pk.values()):
        report["butir"] = dict(reversed(report["butir"].items()))
    other = shuffled.setahun()
    assert other.indikator == plain.indikator
    assert other.sasaran == plain.sasaran
    assert other.perangkat_daerah == plain.perangkat_daerah
    assert sorted(other.kode) == sorted(plain.kode)


@given(
    st.sampled_from(TW), st.sampled_from(["jumlah", "rerata", "terakhir", "maks", "min"]), angka.filter(bool), reports
)
def test_zero_in_place_of_nothing_changes_the_result(
    segment: str, agregasi: str, target: Decimal, values: dict[str, Decimal]
) -> None:
    present = {s: str(v) for s, v in values.items() if s != segment}
    without = satu(str(target), present, agregasi=agregasi).setahun()
    zero = satu(str(target), present | {segment: "0"}, agregasi=agregasi).setahun()
    key = ("A", Periode(2024, segment))
    assert without.indikator[key] != zero.indikator[key]
    assert without.indikator[key].capaian is None
    assert zero.indikator[key].status is Status.ADA


@given(reports, angka, st.sampled_from(["jumlah", "rerata", "terakhir", "maks", "min"]), st.sampled_from(TW))
def test_a_change_of_unit_changes_no_result(
    values: dict[str, Decimal], target: Decimal, agregasi: str, segment: str
) -> None:
    plain = satu(str(target), {s: str(v) for s, v in values.items()}, agregasi=agregasi)
    thousand = satu(str(target * 1000), {s: str(v * 1000) for s, v in values.items()}, agregasi=agregasi)
    for periode in (f"2024-{segment}", "2024"):
        a, b = plain.baris("A", periode), thousand.baris("A", periode)
        assert (a.capaian, a.status, a.terukur, a.tanda) == (b.capaian, b.status, b.terukur, b.tanda)


@given(reports, st.sampled_from([*(f"2024-{s}" for s in TW), "2024"]), st.sampled_from(["turun", "naik"]), angka)
def test_what_has_a_figure_or_a_reason_is_everything(
    values: dict[str, Decimal], periode: str, polaritas: str, target: Decimal
) -> None:
    data = satu(str(target), {s: str(v) for s, v in values.items()}, polaritas=polaritas)
    row = data.baris("A", periode)
    assert (row.status is Status.ADA) == (row.capaian is not None)
    assert (row.hari_terlambat > 0) == (row.status is Status.TERLAMBAT)
    assert row.terukur.ada <= row.terukur.dari
    group = data.kelompok(periode, "S1")
    assert group.terukur.ada == (1 if row.capaian else 0)
    assert (group.kelas is None) == (group.capaian is None)


def test_the_callers_context_changes_no_result() -> None:
    expected = contoh_5_3().setahun()
    data = contoh_5_3()
    with localcontext(Context(prec=3)):
        assert data.setahun() == expected
