"""What a result says beside its figure: what it is of, by which formula, and where target and komponen stand."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Status
from sakipgen.domain.target import TandaTarget
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.measuring.hasil import Terukur
from sakipgen.measuring.rumus import parse_rumus
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from tests.measuring.builder import UNIT, Susunan, isi, metode, satu
from tests.measuring.test_anggaran import susun as susun_anggaran
from tests.measuring.test_anggaran import ukur
from tests.measuring.test_bentuk import OPINI, bentuk
from tests.measuring.test_kelompok import group
from tests.measuring.test_kelompok import susun as susun_kelompok
from tests.measuring.test_terlihat import dikirim, dikoreksi, koreksi

TW1 = Periode(2024, "TW1")
KOMPONEN: Mapping[str, Any] = {"komponen": {"a": "Pembilang", "b": "Penyebut"}, "rumus": "a / b * 100"}


# ── What it is of ────────────────────────────────────────────────────────────────────────────────────────────────


def test_results_name_their_posisi_and_year() -> None:
    found = satu().hasil(sampai="2024-TW2", per_tanggal="2024-08-01")
    assert found.posisi == Posisi.pada(date(2024, 8, 1), Periode(2024, "TW2"))
    assert [(tahun, year.tahun) for tahun, year in found.tahun.items()] == [(2024, 2024)]


def test_a_group_names_its_kode_and_period() -> None:
    found = group(susun_kelompok(), "5.1.1")
    assert (found.kode, found.periode) == ("5.1.1", TW1)


def test_money_names_its_level() -> None:
    levels = [(row.kode, row.tingkat) for row in ukur(susun_anggaran(), "2024-TW1").baris]
    program, kegiatan, sub = TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN, TingkatAnggaran.SUB_KEGIATAN
    assert levels == [
        ("5.1", program),
        ("5.1.1", kegiatan),
        ("5.1.1.1", sub),
        ("5.1.1.2", sub),
        ("5.1.2", kegiatan),
        ("5.1.2.1", sub),
    ]


# ── How it was measured ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("polaritas", "formula"), [("naik", FormulaCapaian.NAIK), ("turun", FormulaCapaian.TURUN_SELISIH)]
)
def test_a_row_names_its_formula(polaritas: str, formula: FormulaCapaian) -> None:
    assert satu("10", {"TW1": "12"}, polaritas=polaritas).baris("A", "2024-TW1").formula is formula


@pytest.mark.parametrize(("realisasi", "expected"), [("9", 100), ("10", 100), ("11", 0)])
def test_a_promise_of_less_is_kept_by_less(realisasi: str, expected: int) -> None:
    capaian = satu("10", {"TW1": realisasi}, polaritas="turun", formula_capaian="biner").baris("A", "2024-TW1").capaian
    assert capaian is not None
    assert capaian.mentah == expected


@pytest.mark.parametrize(("realisasi", "expected"), [("9", 100), ("10", 0), ("11", 0)])
def test_the_year_is_a_promise_of_its_own(realisasi: str, expected: int) -> None:
    """The quarter may reach what is less, the year what is less than ten; lower is better in both."""
    data = Susunan().ukur("A", polaritas="turun", formula_capaian="biner").janji("A", {"kurang_dari": "10"})
    row = data.rencanakan("A", TW1="20").lapor("A", "TW1", realisasi).baris("A", "2024-TW1")
    assert (row.capaian and row.capaian.mentah, row.capaian_tahun) == isi(100, expected)


def test_a_row_names_how_its_target_is_meant() -> None:
    data = satu("10", {"TW1": "9"}, polaritas="turun").rencanakan("A", TW1={"kurang_dari": "10"}, TW2="10")
    assert [data.baris("A", f"2024-{segmen}").tanda_target.target for segmen in ("TW1", "TW2")] == [
        TandaTarget.KURANG_DARI,
        None,
    ]


@pytest.mark.parametrize(("batas", "expected"), [({"min": "0", "maks": "5"}, 100), ({"min": "-5", "maks": "0"}, 100)])
def test_a_bound_of_zero_is_within_its_band(batas: dict[str, str], expected: int) -> None:
    data = Susunan().ukur("A", polaritas="rentang").janji("A", batas).rencanakan("A", TW1=batas).lapor("A", "TW1", "0")
    capaian = data.baris("A", "2024-TW1").capaian
    assert capaian is not None
    assert capaian.mentah == expected


def test_case_6_a_result_too_good_for_a_ratio_has_the_class_of_the_cap() -> None:
    data = satu("10", {"TW1": "0"}, polaritas="turun")
    data.metode = metode(formula={"turun": "turun_rasio"})
    capaian = data.baris("A", "2024-TW1").capaian
    assert capaian is not None
    assert (capaian.mentah, capaian.capaian, capaian.kelas.label) == isi(None, 120, "Sangat Tinggi")


@pytest.mark.parametrize("agregasi", ["terakhir", "maks", "min"])
def test_one_figure_of_several_keeps_its_komponen(agregasi: str) -> None:
    data = satu("50", agregasi=agregasi, **KOMPONEN)
    data.lapor("A", "TW1", komponen={"a": "3", "b": "4"})
    row = data.baris("A", "2024-TW1")
    assert (row.realisasi, row.komponen) == isi(75, {"a": 3, "b": 4})


@pytest.mark.parametrize(("agregasi", "terukur"), [("terakhir", Terukur(1, 1)), ("jumlah", Terukur(1, 2))])
def test_only_a_sum_rests_on_the_quarters_before(agregasi: str, terukur: Terukur) -> None:
    assert satu("60", {"TW2": "60"}, agregasi=agregasi).baris("A", "2024-TW2").terukur == terukur


def test_a_rumus_keeps_its_text_and_its_tree() -> None:
    found = parse_rumus("a / b * 100")
    assert (found.teks, ast.unparse(found.pohon)) == ("a / b * 100", "a / b * 100")


# ── Where the target stands ──────────────────────────────────────────────────────────────────────────────────────


def test_the_target_of_a_complete_year_stands_in_the_pk() -> None:
    source = satu("60", dict.fromkeys(("TW1", "TW2", "TW3", "TW4"), "60")).baris("A", "2024").sumber_target
    assert source is not None
    assert (str(source.path), source.loc) == (
        "data/perjanjian-kinerja/2024/kepala/murni.yaml",
        ("butir", "A", "target"),
    )


def test_of_several_targets_the_last_one_is_named() -> None:
    source = satu("60", {"TW4": "60"}).baris("A", "2024-TW4").sumber_target
    assert source is not None
    assert source.loc == ("butir", "A", "target", "TW4")


def test_what_the_renstra_does_not_plan_has_no_last_target() -> None:
    data = satu("60", {"TW1": "60"})
    data.target_renstra = {"B": {"2024": "1", "2026": "2"}}
    row = data.baris("A", "2024-TW1")
    assert (row.target_renstra, row.kemajuan_renstra) == (None, None)


# ── What there is instead of a figure ────────────────────────────────────────────────────────────────────────────


def test_a_year_for_which_nothing_was_promised_is_not_late() -> None:
    row = satu("0").baris("A", "2024")
    assert (row.status, row.hari_terlambat) == (Status.TIDAK_DITARGETKAN, 0)


def test_a_declared_status_says_more_than_a_target_of_zero() -> None:
    data = satu("0").lapor("A", "TW1", status="tidak_tersedia", alasan="Alasan.", bukti=())
    row = data.baris("A", "2024-TW1")
    assert (row.status, row.alasan) == (Status.TIDAK_TERSEDIA, "Alasan.")


def test_a_declared_status_is_of_its_own_quarter() -> None:
    row = satu().lapor("A", "TW2", status="tidak_tersedia", alasan="Alasan.", bukti=()).baris("A", "2024-TW2")
    assert (row.status, row.alasan) == (Status.TIDAK_TERSEDIA, "Alasan.")


def test_a_running_year_has_the_status_that_was_declared_so_far() -> None:
    data = satu().lapor("A", "TW1", status="menunggu_rilis", alasan="Alasan.", bukti=())
    row = data.baris("A", "2024", per_tanggal="2024-05-01")
    assert (row.status, row.alasan, row.hari_terlambat) == (Status.MENUNGGU_RILIS, "Alasan.", 0)


def test_a_report_that_waits_is_not_late_however_long() -> None:
    row = dikirim({"dikirim": "2024-04-03"}).baris("A", "2024-TW1", per_tanggal="2024-05-31")
    assert (row.status, row.hari_terlambat) == (Status.MENUNGGU_PERSETUJUAN, 0)


def test_what_was_sent_after_the_posisi_answers_nothing_before_it() -> None:
    data = satu()
    data.siklus[2024, "TW2"] = {"pengiriman": {UNIT: [{"dikirim": "2024-07-03"}]}}
    row = data.baris("A", "2024", sampai="2024-TW1", per_tanggal="2024-07-04")
    assert (row.status, row.hari_terlambat) == (Status.TERLAMBAT, 80)


def test_a_year_owes_nothing_of_a_quarter_with_a_target_of_zero() -> None:
    data = satu().rencanakan("A", TW1="0", TW2="10")
    before, after = (data.baris("A", "2024", per_tanggal=day) for day in ("2024-05-01", "2024-07-16"))
    assert (before.status, before.hari_terlambat) == (Status.BELUM_JATUH_TEMPO, 0)
    assert (after.status, after.hari_terlambat) == (Status.TERLAMBAT, 1)


# ── Before a correction ──────────────────────────────────────────────────────────────────────────────────────────


def sebelum(*rows: dict[str, Any]) -> Dataset:
    return terlihat(dikoreksi(*rows).dataset(), Posisi.pada(date(2024, 5, 19)))


def test_a_report_before_its_correction_is_the_same_file() -> None:
    path = sebelum(koreksi("55", "60", "2024-05-20")).realisasi[TW1, UNIT].path
    assert str(path) == "data/realisasi/2024/TW1/mutasi.yaml"


def test_a_correction_of_an_indikator_that_is_not_in_the_report_stops_no_other() -> None:
    report = sebelum(koreksi("55", "60", "2024-05-20"), koreksi("1", "2", "2024-06-20", indikator="B"))
    assert isi(report.realisasi[TW1, UNIT].isi.butir["A"].nilai) == isi(55)


# ── What a sasaran owes ──────────────────────────────────────────────────────────────────────────────────────────


def lupa(target: dict[str, dict[str, str]]) -> Susunan:
    """A sasaran of A and B, of which the PK promises only A, on target; what the Renstra plans."""
    data = satu("60", {"TW1": "60"}).ukur("B")
    data.sasaran = {"S1": ["A", "B"]}
    data.target_renstra = target
    return data


@pytest.mark.parametrize(
    ("target", "terukur", "capaian"),
    [
        ({"A": {"2024": "60"}, "B": {"2024": "5"}}, Terukur(1, 2), None),
        ({"A": {"2024": "60"}, "B": {"2025": "5"}}, Terukur(1, 1), 100),
        ({"A": {"2024": "60"}}, Terukur(1, 1), 100),
        ({"A": {"2025": "60"}, "B": {"2025": "5"}}, Terukur(1, 1), 100),
    ],
)
def test_a_sasaran_owes_what_a_pk_promises_or_the_renstra_plans(
    target: dict[str, dict[str, str]], terukur: Terukur, capaian: int | None
) -> None:
    found = lupa(target).kelompok("2024-TW1", "S1")
    assert (found.terukur, found.capaian) == isi(terukur, capaian)


def test_without_a_renstra_of_the_year_its_iku_have_no_mean_either() -> None:
    data = satu("60", {"TW1": "60"})
    data.metode = metode(agregasi_perangkat_daerah="rerata_iku")
    posisi = Posisi.pada(date(2025, 2, 14))
    with_plan, without = (measure(d, posisi).tahun[2024] for d in (data.dataset(), replace(data.dataset(), renstra={})))
    assert [year.perangkat_daerah[TW1].rerata for year in (with_plan, without)] == [*isi(100, None)]


# ── Before the promise, and before the first report ──────────────────────────────────────────────────────────────


def test_before_its_pk_a_quarter_has_no_promise() -> None:
    data = satu("60", {"TW1": "60", "TW2": "60"})
    data.pk[2024, "kepala", "murni"]["tanggal"] = "2024-04-01"
    before, after = (data.baris("A", f"2024-{segmen}") for segmen in ("TW1", "TW2"))
    assert (before.versi_pk, before.target_tahun, before.target) == isi(None, None, 60)
    assert (after.versi_pk, after.target_tahun, after.target) == isi("murni", 60, 60)


@pytest.mark.parametrize(
    ("hari", "segmen", "target"),
    [
        ("2025-01-14", "TW1 TW2 TW3", 45),
        ("2025-01-15", "TW1 TW2 TW3", 45),
        ("2025-01-16", "TW1 TW2 TW3", 60),
        ("2025-01-14", "TW1 TW2 TW3 TW4", 60),
        ("2025-01-14", "TW1 TW2 TW4", 60),
    ],
)
def test_a_year_that_has_ended_awaits_its_last_report_until_it_is_due(hari: str, segmen: str, target: int) -> None:
    data = Susunan().ukur("A").janji("A", "60").rencanakan("A", TW1="15", TW2="30", TW3="45", TW4="55")
    for segment in segmen.split():
        data.lapor("A", segment, "40")
    assert data.baris("A", "2024", per_tanggal=hari).target == target


def test_a_year_that_has_just_begun_has_all_its_targets_to_sum() -> None:
    row = satu("10", agregasi="jumlah").baris("A", "2024", per_tanggal="2024-02-15")
    assert (row.status, row.target) == isi(Status.BELUM_JATUH_TEMPO, 40)
    assert row.sumber_target is not None
    assert (str(row.sumber_target.path), row.sumber_target.loc) == (
        "data/rencana-aksi/2024/mutasi.yaml",
        ("butir", "A", "target"),
    )


def test_a_longer_period_names_the_last_target_that_was_planned() -> None:
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", "40").rencanakan("A", TW1="10").lapor("A", "TW1", "9")
    row = data.ukur("B", frekuensi="semesteran").janji("B", "1").baris("A", "2024-S1")
    assert (row.target, row.realisasi) == isi(10, 9)
    assert row.sumber_target is not None
    assert row.sumber_target.loc == ("butir", "A", "target", "TW1")


def test_a_capaian_that_was_stated_is_the_capaian() -> None:
    stated = {"nilai": "87.5", "alasan": "Alasan.", "disetujui_oleh": "kepala"}
    data = satu("60", {"TW1": "1"}, formula_capaian="manual").lapor("A", "TW2", "1", capaian_dinyatakan=stated)
    without, with_it = (data.baris("A", f"2024-{segmen}") for segmen in ("TW1", "TW2"))
    assert (without.capaian, without.dinyatakan) == (None, None)
    assert with_it.capaian is not None
    assert isi(with_it.capaian.mentah, with_it.capaian.capaian, with_it.dinyatakan) == isi(
        *(Decimal("87.5") for _ in range(3))
    )


# ── Which reports a figure is made of ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("agregasi", "segmen", "dari"),
    [
        ("jumlah", "TW2", "TW1 TW2"),
        ("rerata", "TW2", "TW2"),
        ("terakhir", "TW2", "TW2"),
        ("maks", "TW2", "TW1"),
        ("maks", "TW3", "TW3"),
        ("min", "TW3", "TW2"),
        ("rasio", "TW2", "TW2"),
    ],
)
def test_a_row_names_the_reports_that_made_it(agregasi: str, segmen: str, dari: str) -> None:
    data = satu("50", agregasi=agregasi, **KOMPONEN)
    for segment, a in (("TW1", "5"), ("TW2", "3"), ("TW3", "6")):
        data.lapor("A", segment, komponen={"a": a, "b": "10"})
    row = data.baris("A", f"2024-{segmen}")
    assert [report.periode.segmen for report in row.dari] == dari.split()
    assert [source.path.parent.name for source in row.sumber] == dari.split()


def test_what_was_not_reported_is_made_of_nothing() -> None:
    row = satu().baris("A", "2024-TW1")
    assert (row.dari, row.sumber) == ((), ())


# ── Files whose forms were given their numbers ───────────────────────────────────────────────────────────────────


def test_a_file_keeps_its_path_when_its_forms_get_numbers() -> None:
    wtp = {"predikat": "WTP"}
    data = bentuk(wtp, wtp, **OPINI, baseline={"tahun": "2023", **wtp}).rencanakan("A", tahunan=wtp)
    data.koreksi[2024, "tahunan", "KOR-1"] = koreksi(
        "", "", "2025-02-01", nilai_lama={"predikat": "WDP"}, nilai_baru=wtp
    )
    found = data.dataset()
    files = (found.renstra, found.perjanjian_kinerja, found.rencana_aksi, found.realisasi)
    paths = [[str(berkas.path) for berkas in by_key.values()] for by_key in (found.indikator, found.koreksi, *files)]
    assert paths == [
        ["data/indikator/A.yaml"],
        ["data/koreksi/2024/tahunan/KOR-1.yaml"],
        ["data/renstra/2021-2026.yaml"],
        ["data/perjanjian-kinerja/2024/kepala/murni.yaml"],
        ["data/rencana-aksi/2024/mutasi.yaml"],
        ["data/realisasi/2024/tahunan/mutasi.yaml"],
    ]
    assert found.renstra["2021-2026"].isi.target["A"][2024].angka == 4


# ── What no PK promises yet ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("renstra", "terukur", "belum"),
    [
        ({"A": {"2024": "60"}}, [Terukur(1, 1), Terukur(1, 2)], {"TW1", "TW2"}),
        ({"A": {"2024": "60"}, "B": {"2024": "5"}}, [Terukur(1, 2), Terukur(1, 2)], set()),
    ],
)
def test_what_a_later_pk_adds_is_owed_from_then_on_or_by_the_renstra(
    renstra: dict[str, dict[str, str]], terukur: list[Terukur], belum: set[str]
) -> None:
    data = satu("60", {"TW2": "60", "TW3": "60"}).ukur("B")
    data.janji("A", "60", versi="perubahan-1", tanggal="2024-08-01")
    data.janji("B", "5", versi="perubahan-1", tanggal="2024-08-01")
    data.sasaran, data.tujuan, data.target_renstra = {"S1": ["A", "B"]}, ["A", "B"], renstra
    year = data.setahun()
    periods = [Periode(2024, segmen) for segmen in ("TW2", "TW3")]
    assert [year.sasaran["S1", p].terukur for p in periods] == terukur
    assert [year.tujuan["T1", p].terukur for p in periods] == terukur
    assert [year.perangkat_daerah[p].terukur for p in periods] == terukur
    assert set(year.belum_dijanjikan) == {("B", Periode(2024, segmen)) for segmen in belum}
