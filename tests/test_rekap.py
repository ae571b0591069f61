"""The Rekapitulasi: the figures of the shipped example to the last digit, each with the line that says it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sakipgen.diagnostics import START
from sakipgen.domain.dataset import BerkasBukti
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.arah import Arah
from sakipgen.measuring.hasil import Terukur
from sakipgen.measuring.hitung import round_half_up
from sakipgen.measuring.ukur import measure
from sakipgen.project import Project
from sakipgen.rekap import (
    BarisIndikator,
    BarisKelompok,
    HitunganKelas,
    Rekapitulasi,
    RekapPeriode,
    RekapTahun,
    Rujukan,
    summarise,
)
from tests.measuring.builder import UNIT, Susunan, isi, metode
from tests.measuring.test_anggaran import program, uang

ROOT = Path(__file__).parent.parent


def cetak(value: Decimal | None, decimals: int = 2) -> str:
    assert value is not None
    return str(round_half_up(value, decimals))


def year_of(project: Project, tahun: int) -> RekapTahun:
    found = project.build().rekap
    assert found is not None
    return next(year for year in found.tahun if year.tahun == tahun)


@pytest.fixture(scope="module")
def rekap() -> Rekapitulasi:
    found = Project(ROOT).build().rekap
    assert found is not None
    return found


@pytest.fixture(scope="module")
def setahun(rekap: Rekapitulasi) -> RekapPeriode:
    year = next(year for year in rekap.tahun if year.tahun == 2024)
    return year.setahun


def all_periods(rekap: Rekapitulasi) -> Iterator[RekapPeriode]:
    for year in rekap.tahun:
        yield from year.periode


# ── The figures of domain.md § 5.3 and § 5.4 ─────────────────────────────────────────────────────────────────────


def test_capaian_of_the_iku(setahun: RekapPeriode) -> None:
    found = {}
    for row in setahun.iku:
        assert row.hasil.capaian is not None
        found[row.kode] = (cetak(row.hasil.capaian.capaian), row.hasil.capaian.kelas.label)
    assert found == {
        "IKU-02": ("106.20", "Sangat Tinggi"),
        "IKU-01": ("102.03", "Sangat Tinggi"),
        "IKU-03": ("87.28", "Tinggi"),
        "IKU-04": ("102.21", "Sangat Tinggi"),
        "IKU-05": ("97.76", "Sangat Tinggi"),
        "IKU-06": ("101.69", "Sangat Tinggi"),
        "IKU-07": ("80.00", "Tinggi"),
    }


def test_target_and_realisasi_of_the_iku(setahun: RekapPeriode) -> None:
    rows = {row.kode: (row.hasil.target, row.hasil.realisasi) for row in setahun.iku}
    assert {kode: (str(target), cetak(realisasi)) for kode, (target, realisasi) in rows.items()} == {
        "IKU-01": ("70", "71.42"),
        "IKU-02": ("250", "265.50"),
        "IKU-03": ("60", "52.37"),
        "IKU-04": ("95", "97.10"),
        "IKU-05": ("70.5", "68.92"),
        "IKU-06": ("85", "86.44"),
        "IKU-07": ("10", "12.00"),
    }


def test_progress_to_the_end_of_the_renstra(setahun: RekapPeriode) -> None:
    assert cetak(setahun.menurut_kode["IKU-01"].hasil.kemajuan_renstra) == "96.51"
    assert cetak(setahun.menurut_kode["IKU-03"].hasil.kemajuan_renstra) == "65.46"
    assert setahun.menurut_kode["IKU-02"].hasil.kemajuan_renstra is None, "its series breaks before the last year"


def test_sasaran_and_perangkat_daerah(setahun: RekapPeriode) -> None:
    found = {row.kode: cetak(row.hasil.capaian) for row in setahun.sasaran}
    assert found == {"S1": "106.20", "S2": "97.17", "S3": "93.15"}
    labels = [row.hasil.kelas.label for row in setahun.sasaran if row.hasil.kelas]
    assert labels == ["Sangat Tinggi"] * 3
    whole = setahun.perangkat_daerah
    assert (cetak(whole.capaian), whole.terukur, whole.tercapai) == ("98.84", Terukur(7, 7), 4)


def test_the_mean_of_iku_by_one_line_of_policy(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    policy = tmp_path / "data/metode/2024.yaml"
    text = policy.read_text("utf-8")
    changed = text.replace("agregasi_perangkat_daerah: rerata_sasaran", "agregasi_perangkat_daerah: rerata_iku")
    assert changed != text
    policy.write_text(changed, encoding="utf-8")
    found = year_of(Project(tmp_path), 2024).setahun
    assert cetak(found.perangkat_daerah.capaian) == "96.74"
    assert [cetak(row.hasil.capaian) for row in found.sasaran] == ["106.20", "97.17", "93.15"]


def test_turun_rasio_by_one_line_of_policy(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    policy = tmp_path / "data/metode/2024.yaml"
    text = policy.read_text("utf-8")
    policy.write_text(text.replace("turun: turun_selisih", "turun: turun_rasio"), encoding="utf-8")
    row = year_of(Project(tmp_path), 2024).setahun.menurut_kode["IKU-07"]
    assert row.hasil.capaian is not None
    assert cetak(row.hasil.capaian.capaian) == "83.33"


def test_money_of_the_programmes(setahun: RekapPeriode) -> None:
    assert setahun.anggaran is not None
    rows = {row.kode: row for row in setahun.anggaran.baris if row.induk is None}
    assert {
        kode: (" ".join(row.porsi), str(row.hasil.pagu), str(row.hasil.realisasi), cetak(row.hasil.serapan))
        for kode, row in rows.items()
    } == {
        "5.03.01": ("S3", "5412350000", "5198774120", "96.05"),
        "5.03.02": ("S1", "1286400000", "1171905300", "91.10"),
        "5.04.02": ("S2", "2145000000", "1832450750", "85.43"),
    }
    whole = setahun.anggaran.hasil.jumlah
    assert (str(whole.pagu), str(whole.realisasi), cetak(whole.serapan)) == ("8843750000", "8203130170", "92.76")


def test_efficiency_of_the_sasaran(setahun: RekapPeriode) -> None:
    """From komponen; from the realisasi as printed, 52,37 and 97,10, S2 would be 11,75 and 80,22."""
    found = {}
    for row in setahun.sasaran:
        assert row.efisiensi is not None
        assert row.uang is not None
        figures = (row.efisiensi.selisih, row.efisiensi.pmk, row.efisiensi.nilai_pmk)
        found[row.kode] = (*map(cetak, figures), row.efisiensi.sisa_anggaran is not None, row.efisiensi.simpulan)
    assert found == {
        "S1": ("15.10", "14.22", "85.55", True, "efisien"),
        "S2": ("11.74", "12.09", "80.21", False, "efisien"),
        "S3": ("-2.90", "-3.12", "42.21", False, "cukup_efisien"),
    }


def test_money_of_the_sasaran_is_that_of_their_programmes(setahun: RekapPeriode) -> None:
    assert {row.kode: (str(row.uang.pagu), cetak(row.uang.serapan)) for row in setahun.sasaran if row.uang} == {
        "S1": ("1286400000", "91.10"),
        "S2": ("2145000000", "85.43"),
        "S3": ("5412350000", "96.05"),
    }
    assert all(row.uang is None and row.efisiensi is None for row in setahun.tujuan)


def test_efficiency_of_the_whole(setahun: RekapPeriode) -> None:
    assert setahun.anggaran is not None
    found = setahun.anggaran.efisiensi
    assert found is not None
    assert (cetak(found.selisih), cetak(found.pmk), found.sisa_anggaran) == ("6.09", "6.16", None)


def test_the_example_by_the_formula_of_the_ministry(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    policy = tmp_path / "data/metode/2024.yaml"
    policy.write_text(policy.read_text("utf-8") + "\nefisiensi: {cara: sisa_anggaran}\n", encoding="utf-8")
    found = year_of(Project(tmp_path), 2024).setahun.sasaran
    assert [row.efisiensi.simpulan for row in found if row.efisiensi] == ["efisien", "tidak_dihitung", "tidak_dihitung"]


def test_the_front_page_tells_the_latest_year_with_figures(rekap: Rekapitulasi) -> None:
    assert rekap.utama is not None
    assert rekap.utama.tahun == 2026
    assert [year.tahun for year in rekap.tahun] == [2024, 2025, 2026]


# ── Every figure has its line ────────────────────────────────────────────────────────────────────────────────────


def line(at: Rujukan) -> str:
    return (ROOT / at.berkas).read_text("utf-8").splitlines()[at.baris - 1]


def says(at: Rujukan, values: Iterable[Decimal | None]) -> bool:
    """Whether the line holds one of the values as a whole word."""
    words = {Decimal(word) for word in re.findall(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])", line(at).split("#")[0])}
    return bool(words & {value for value in values if value is not None})


def test_every_report_names_its_line(rekap: Rekapitulasi) -> None:
    reports = [row for year in rekap.tahun for row in year.laporan]
    assert len(reports) > 200
    wrong = [
        f"{row.rujukan.berkas}:{row.rujukan.baris} {line(row.rujukan)}"
        for row in reports
        if row.nilai is not None
        and row.butir.tahapan is None
        and not says(row.rujukan, [row.butir.nilai, *(row.butir.komponen or {}).values()])
    ]
    assert wrong == []
    staged = [line(row.rujukan) for row in reports if row.butir.tahapan is not None]
    assert staged == [
        "    tahapan: [kebutuhan]",
        "    tahapan: [kebutuhan, rancangan]",
        "    tahapan: [kebutuhan, rancangan]",
    ]


def test_every_realisasi_names_the_lines_that_made_it(rekap: Rekapitulasi) -> None:
    known = {row.rujukan: row for year in rekap.tahun for row in year.laporan}
    rows = [row for period in all_periods(rekap) for row in period.indikator]
    for row in rows:
        assert bool(row.rujukan) == (row.hasil.realisasi is not None)
        assert {known[at].kode for at in row.rujukan} <= {row.kode}
        if len(row.rujukan) == 1:
            assert known[row.rujukan[0]].nilai == row.hasil.realisasi


def test_every_target_names_its_line(rekap: Rekapitulasi) -> None:
    targets = [row for year in rekap.tahun for row in year.target]
    assert {row.jenis for row in targets} == {"renstra", "perjanjian_kinerja", "rencana_aksi"}
    assert [row for row in targets if not row.bentuk.tahapan and not says(row.rujukan, [row.nilai])] == []
    staged = [line(row.rujukan).strip() for row in targets if row.bentuk.tahapan]
    assert staged == [
        "tahapan: [kebutuhan, rancangan, data, uji, operasi]",
        "TW1: {tahapan: [kebutuhan]}",
        "TW2: {tahapan: [kebutuhan, rancangan]}",
        "TW3: {tahapan: [kebutuhan, rancangan, data]}",
        "TW4: {tahapan: [kebutuhan, rancangan, data, uji, operasi]}",
    ]


def test_every_compared_target_names_a_line_of_its_indikator(rekap: Rekapitulasi) -> None:
    stated = {(row.rujukan, row.kode) for year in rekap.tahun for row in year.target}
    rows = [row for period in all_periods(rekap) for row in period.indikator if row.hasil.target is not None]
    assert [row.kode for row in rows if (row.rujukan_target, row.kode) not in stated] == []


def test_every_pagu_and_spending_names_its_line(rekap: Rekapitulasi) -> None:
    rows = [row for period in all_periods(rekap) if period.anggaran for row in period.anggaran.baris]
    leaves = [row for row in rows if row.rujukan_pagu]
    assert leaves
    for row in leaves:
        assert row.rujukan_pagu is not None
        assert says(row.rujukan_pagu, [row.hasil.pagu])
        assert bool(row.rujukan_realisasi) == (row.hasil.realisasi is not None)
        if row.rujukan_realisasi:
            assert says(row.rujukan_realisasi, [row.hasil.realisasi])


# ── Totals are there and add up ──────────────────────────────────────────────────────────────────────────────────


def test_counts_of_kategori_and_of_no_data_make_all(rekap: Rekapitulasi) -> None:
    for period in all_periods(rekap):
        assert sum(row.jumlah for row in period.kelas_iku) == len(period.iku)
        assert [row.kelas for row in period.kelas_iku].index(None) == len(period.kelas_iku) - 1
        for unit in period.unit:
            assert sum(row.jumlah for row in unit.kelas) == len(unit.indikator) == unit.terukur.dari
            assert unit.tercapai <= unit.terukur.ada == unit.terukur.dari - unit.kelas[-1].jumlah


def test_every_period_lists_every_indikator_of_the_year(rekap: Rekapitulasi) -> None:
    for year in rekap.tahun:
        kode = [row.kode for row in year.setahun.indikator]
        assert len(kode) == len(set(kode))
        for period in year.periode:
            assert [row.kode for row in period.indikator] == kode
            assert sorted(row.kode for unit in period.unit for row in unit.indikator) == sorted(kode)


def test_a_figure_or_a_status_with_words(rekap: Rekapitulasi) -> None:
    for period in all_periods(rekap):
        for row in period.indikator:
            assert (row.hasil.status is Status.ADA) == (row.hasil.capaian is not None)


def test_sums_of_money(rekap: Rekapitulasi) -> None:
    for period in all_periods(rekap):
        assert period.anggaran is not None
        by_parent: dict[str | None, Decimal] = {}
        for row in period.anggaran.baris:
            by_parent[row.induk] = by_parent.get(row.induk, Decimal(0)) + row.hasil.pagu
        assert by_parent.pop(None) == period.anggaran.hasil.jumlah.pagu
        pagu = {row.kode: row.hasil.pagu for row in period.anggaran.baris}
        assert by_parent == {kode: pagu[kode] for kode in by_parent if kode is not None}


def test_sasaran_rows_are_the_rows_of_the_period(setahun: RekapPeriode) -> None:
    def kode(groups: Iterable[BarisKelompok]) -> list[str]:
        return [row.kode for group in groups for row in group.indikator]

    assert kode(setahun.sasaran) == [row.kode for row in setahun.iku]
    assert kode(setahun.tujuan) == ["IKU-01"]
    assert [row.induk for row in setahun.iku] == ["S1", "S2", "S2", "S2", "S3", "S3", "S3"]
    assert all(row.induk for row in setahun.indikator)


# ── Small years in code ──────────────────────────────────────────────────────────────────────────────────────────


def ringkas(data: Susunan, sampai: str | None = None, per_tanggal: str = "2025-02-14") -> Rekapitulasi:
    dataset = data.dataset()
    posisi = Posisi.pada(parse_tanggal(per_tanggal), Periode.parse(sampai) if sampai else None)
    return summarise(dataset, measure(dataset, posisi), lambda _path, _loc: START, "0123456789ab")


def dua_tahun(kini: str = "12") -> Rekapitulasi:
    """The same indikator in 2023 and in 2024."""
    old = Susunan(tahun=2023).ukur("A").janji("A", "10", tanggal="2023-01-15").rencanakan("A", TW1="10", TW4="10")
    old.lapor("A", "TW1", "8").lapor("A", "TW4", "10")
    new = Susunan().ukur("A").janji("A", "10").rencanakan("A", TW1="10", TW4="10")
    new.lapor("A", "TW1", kini).lapor("A", "TW2", "9")
    before, after = old.dataset(), new.dataset()
    both = replace(
        after,
        metode={**before.metode, **after.metode},
        perjanjian_kinerja={**before.perjanjian_kinerja, **after.perjanjian_kinerja},
        rencana_aksi={**before.rencana_aksi, **after.rencana_aksi},
        realisasi={**before.realisasi, **after.realisasi},
    )
    posisi = Posisi.pada(date(2024, 7, 5))
    return summarise(both, measure(both, posisi), lambda _path, _loc: START)


def baris(rekap: Rekapitulasi, tahun: int, periode: str, kode: str = "A") -> BarisIndikator:
    year = next(year for year in rekap.tahun if year.tahun == tahun)
    period = year.pada(Periode.parse(periode))
    assert period is not None
    return period.menurut_kode[kode]


def test_a_change_is_against_the_same_period_a_year_before() -> None:
    found = baris(dua_tahun(), 2024, "2024-TW1").perubahan
    assert found is not None
    assert isi(found.sebelumnya, found.selisih, found.arah) == isi(8, 4, Arah.MEMBAIK)
    assert baris(dua_tahun(), 2024, "2024-TW2").perubahan is None
    assert baris(dua_tahun(), 2023, "2023-TW1").perubahan is None


def deret(kini: str, dulu: str, **fields: Any) -> BarisIndikator:
    """The first quarter of 2024 of an indikator of target 20, with the same quarter of 2023 behind it."""
    old = Susunan(tahun=2023).ukur("A", **fields).janji("A", "20", tanggal="2023-01-15").rencanakan("A", TW1="20")
    new = Susunan().ukur("A", **fields).janji("A", "20").rencanakan("A", TW1="20").lapor("A", "TW1", kini)
    before, after = old.lapor("A", "TW1", dulu).dataset(), new.dataset()
    both = replace(
        after,
        metode={**before.metode, **after.metode},
        perjanjian_kinerja={**before.perjanjian_kinerja, **after.perjanjian_kinerja},
        rencana_aksi={**before.rencana_aksi, **after.rencana_aksi},
        realisasi={**before.realisasi, **after.realisasi},
    )
    found = summarise(both, measure(both, Posisi.pada(date(2024, 7, 5))), lambda _path, _loc: START)
    return baris(found, 2024, "2024-TW1")


@pytest.mark.parametrize(
    ("polaritas", "kini", "dulu", "arah"),
    [
        ("stabil", "18", "25", Arah.MEMBAIK),
        ("stabil", "26", "15", Arah.MEMBURUK),
        ("stabil", "15", "25", Arah.TETAP),
        ("turun", "18", "25", Arah.MEMBAIK),
        ("naik", "18", "25", Arah.MEMBURUK),
    ],
)
def test_a_change_is_judged_by_the_polarity(polaritas: str, kini: str, dulu: str, arah: Arah) -> None:
    found = deret(kini, dulu, polaritas=polaritas)
    assert found.perubahan is not None
    assert isi(found.perubahan.arah, found.perubahan.selisih) == isi(arah, Decimal(kini) - Decimal(dulu))
    assert found.putus is None


@pytest.mark.parametrize(
    ("kini", "dulu", "selisih", "arah"),
    [
        ("90", "89", 0, Arah.TETAP),  # 30 March of a leap year and of the year before
        ("91", "89", 1, Arah.MEMBURUK),
        ("89", "89", -1, Arah.MEMBAIK),
        ("60", "60", -1, Arah.MEMBAIK),  # 29 February, and 1 March before
    ],
)
def test_days_are_compared_by_month_and_day(kini: str, dulu: str, selisih: int, arah: Arah) -> None:
    found = deret(kini, dulu, satuan={"nama": "tanggal", "tipe": "tanggal"}, polaritas="turun").perubahan
    assert found is not None
    assert isi(found.sebelumnya, found.selisih, found.arah) == isi(Decimal(dulu), selisih, arah)


@pytest.mark.parametrize(("putus", "broken"), [("2024", True), ("2023", False), ("2025", False)])
def test_across_a_break_there_is_no_change(putus: str, broken: bool) -> None:
    found = deret("25", "20", putus_seri={putus: "Instrumen penilaian berganti."})
    assert (found.perubahan is None, found.putus) == (broken, 2024 if broken else None)


def test_a_break_is_told_only_where_there_was_something_before() -> None:
    data = Susunan().ukur("A", putus_seri={"2024": "Baru."}).janji("A", "20").rencanakan("A", TW1="20")
    found = baris(ringkas(data.lapor("A", "TW1", "25")), 2024, "2024-TW1")
    assert (found.perubahan, found.putus) == (None, None)


@pytest.mark.parametrize(
    ("hasil", "predikat"),
    [
        ({"nilai": "75.20"}, "BB"),
        ({"nilai": "80.00"}, "BB"),
        ({"nilai": "80.01"}, "A"),
        ({"nilai": "75.20", "predikat": "B"}, "B"),
    ],
)
def test_the_predikat_is_what_its_owner_said_else_what_the_scale_says(hasil: Any, predikat: str) -> None:
    data = Susunan().ukur("A", skala="akip88").janji("A", {"predikat": "A"}).rencanakan("A", TW1={"predikat": "A"})
    found = baris(ringkas(data.lapor("A", "TW1", **hasil)), 2024, "2024-TW1")
    assert (found.predikat, found.predikat_target) == (predikat, "A")


def test_the_mean_of_two_scores_has_the_predikat_of_the_mean() -> None:
    data = Susunan().ukur("A", skala="akip88", agregasi="rerata").janji("A", "75").rencanakan("A", TW1="75", TW2="75")
    data.lapor("A", "TW1", "69", predikat="B").lapor("A", "TW2", "75", predikat="BB")
    found = baris(ringkas(data), 2024, "2024")
    assert (found.hasil.realisasi, found.predikat) == isi(72, "BB")


def test_without_a_scale_there_is_no_predikat() -> None:
    data = Susunan().ukur("A").janji("A", "75").rencanakan("A", TW1="75").lapor("A", "TW1", "69")
    found = baris(ringkas(data), 2024, "2024-TW1")
    assert (found.predikat, found.predikat_target) == (None, None)


def test_a_sasaran_has_its_share_of_the_money() -> None:
    data = Susunan(sasaran={"S1": ["A"], "S2": ["B"], "S3": ["C"]})
    for kode, value in (("A", "100"), ("B", "50"), ("C", "90")):
        data.ukur(kode).janji(kode, "100").rencanakan(kode, TW4="100").lapor(kode, "TW4", value)
    data.program[2024] = program({"5.1.1.1": ("1000", None)})
    data.program[2024]["program"]["5.1"]["sasaran"] = {"S1": "75", "S2": "25"}
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1="400")
    period = ringkas(data).tahun[0].setahun
    assert {row.kode: isi(row.uang.pagu, row.uang.realisasi) for row in period.sasaran if row.uang} == {
        "S1": isi(750, 300),
        "S2": isi(250, 100),
    }
    assert {row.kode: row.efisiensi.selisih for row in period.sasaran if row.efisiensi} == {"S1": 60, "S2": 10}
    assert period.anggaran is not None
    assert period.anggaran.baris[0].porsi == {"S1": 75, "S2": 25}


def test_an_unfinished_year_is_not_compared_with_a_whole_one() -> None:
    row = baris(dua_tahun(), 2024, "2024")
    assert row.hasil.realisasi == 9
    assert row.perubahan is None


def test_years_are_in_order_and_the_latest_with_figures_leads() -> None:
    found = dua_tahun()
    assert [year.tahun for year in found.tahun] == [2023, 2024]
    assert found.utama is found.tahun[1]
    assert (found.tahun[0].setahun.selesai, found.tahun[1].setahun.selesai) == (True, False)


def test_without_figures_the_latest_year_leads_and_without_years_none() -> None:
    data = Susunan().ukur("A").janji("A", "10")
    found = ringkas(data)
    assert [year.tahun for year in found.tahun] == [2024]
    assert found.utama is found.tahun[0]
    assert ringkas(Susunan()).utama is None


@pytest.mark.parametrize(
    ("frekuensi", "words"),
    [
        ("triwulanan", "Diukur setiap triwulan."),
        ("semesteran", "Diukur setiap semester."),
        ("tahunan", "Diukur setiap akhir tahun."),
    ],
)
def test_an_indikator_that_is_measured_less_often_says_so(frekuensi: str, words: str) -> None:
    data = Susunan().ukur("A", frekuensi=frekuensi).janji("A", "10").ukur("B", frekuensi="bulanan").janji("B", "1")
    row = baris(ringkas(data), 2024, "2024-01")
    assert (row.hasil.status, row.hasil.alasan, row.hasil.capaian) == (Status.TIDAK_BERLAKU, words, None)
    assert row.hasil.target_tahun == 10


def test_reports_beyond_the_posisi_are_not_published() -> None:
    data = Susunan().ukur("A").janji("A", "10").rencanakan("A", TW1="10", TW2="10")
    data.lapor("A", "TW1", "9").lapor("A", "TW2", "11")
    data.program[2024] = program({"5.1.1.1": ("600", None)})
    data.anggaran[2024, "TW1"], data.anggaran[2024, "TW2"] = uang(k5_1_1_1="100"), uang(k5_1_1_1="400")
    (year,) = ringkas(data, "2024-TW1", "2024-04-10").tahun
    assert [str(row.periode) for row in year.laporan] == ["2024-TW1"]
    assert [str(row.periode) for row in year.setahun.menurut_kode["A"].laporan] == ["2024-TW1"]
    assert year.setahun.anggaran is not None
    assert year.setahun.anggaran.hasil.jumlah.realisasi == 100


def test_targets_of_every_paper() -> None:
    data = Susunan(target_renstra={"A": {"2024": "12", "2025": "13"}}).ukur("A").janji("A", "10")
    data.janji("A", "11", versi="perubahan-1", tanggal="2024-10-01").rencanakan("A", TW1="3", TW4="11")
    (year,) = ringkas(data).tahun
    assert [(row.jenis, row.versi, str(row.periode), str(row.nilai)) for row in year.target] == [
        ("renstra", "2021-2026", "2024", "12"),
        ("perjanjian_kinerja", "murni", "2024", "10"),
        ("perjanjian_kinerja", "perubahan-1", "2024", "11"),
        ("rencana_aksi", "", "2024-TW1", "3"),
        ("rencana_aksi", "", "2024-TW4", "11"),
    ]


def test_evidence_carries_size_and_hash_where_the_file_is_here() -> None:
    data = Susunan().ukur("A").janji("A", "10").rencanakan("A", TW1="10")
    here = {"judul": "L", "jenis": "laporan", "berkas": "bukti/a.csv"}
    data.lapor("A", "TW1", "9", bukti=[here, {"judul": "S", "jenis": "surat", "nomor_arsip": "1"}])
    data.bukti["bukti/a.csv"] = BerkasBukti(5, "0" * 64)
    (report,) = ringkas(data).tahun[0].laporan
    assert [row.berkas for row in report.bukti] == [BerkasBukti(5, "0" * 64), None]
    assert (report.unit, report.nilai) == (UNIT, Decimal(9))


def test_the_value_of_komponen_is_the_rumus() -> None:
    data = Susunan().ukur("A", komponen={"a": "A", "b": "B"}, rumus="a / b * 100").janji("A", "60")
    data.rencanakan("A", TW1="60").lapor("A", "TW1", komponen={"a": "1", "b": "2"})
    (report,) = ringkas(data).tahun[0].laporan
    assert report.nilai == 50


def test_indikator_are_in_the_order_of_the_plan_then_by_level_and_kode() -> None:
    data = Susunan(sasaran={"S2": ["C"], "S1": ["B", "A"]}, tujuan=["A", "T"])
    for kode, tingkat, unit in (
        ("A", "sasaran", "kepala"),
        ("B", "sasaran", "kepala"),
        ("C", "sasaran", "kepala"),
        ("T", "tujuan", "kepala"),
        ("AS", "sub_kegiatan", UNIT),
        ("Z", "program", UNIT),
        ("Y", "program", UNIT),
    ):
        data.ukur(kode, tingkat=tingkat, iku="tidak").janji(kode, "1", unit=unit)
    assert [row.kode for row in ringkas(data).tahun[0].setahun.indikator] == ["C", "B", "A", "T", "Y", "Z", "AS"]


def test_missing_is_counted_and_never_zero() -> None:
    data = Susunan().ukur("A").janji("A", "10").ukur("B").janji("B", "10")
    for kode in "AB":
        data.rencanakan(kode, TW1="10")
    data.lapor("A", "TW1", "0")
    (year,) = ringkas(data).tahun
    period = year.pada(Periode(2024, "TW1"))
    assert period is not None
    assert [(row.kelas.label if row.kelas else None, row.jumlah) for row in period.kelas_iku if row.jumlah] == [
        ("Sangat Rendah", 1),
        (None, 1),
    ]
    assert period.kelas_iku[-1] == HitunganKelas(None, 1)
    assert (period.unit[0].terukur, period.unit[0].tercapai) == (Terukur(1, 2), 0)


def test_policy_and_revision_travel_along() -> None:
    data = Susunan(metode=metode(nama="Metode khusus")).ukur("A").janji("A", "10")
    found = ringkas(data)
    assert (found.revisi, found.tahun[0].metode.nama) == ("0123456789ab", "Metode khusus")
    assert found.tahun[0].kode_renstra == "2021-2026"
