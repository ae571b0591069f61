"""Money: the pagu in force, sums of sub kegiatan, and serapan that never divides by zero."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest

from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.anggaran import AnggaranPeriode, HasilAnggaran, ukur_anggaran
from sakipgen.measuring.hitung import round_half_up
from tests.measuring.builder import UNIT, Susunan, isi


def program(pagu: Mapping[str, tuple[str, str | None]]) -> dict[str, Any]:
    """A program file with these sub kegiatan: kode to pagu murni and perubahan."""
    common = {"nama": "Nama", "penanggung_jawab": UNIT}
    subs = {
        kode: common | {"sumber_dana": "DAU", "pagu": {"murni": murni} | ({"perubahan": amended} if amended else {})}
        for kode, (murni, amended) in pagu.items()
    }
    kegiatan = sorted({kode.rpartition(".")[0] for kode in pagu})
    return {
        "versi_nomenklatur": "900.1.15.5-1317/2023",
        "sumber": "DPA",
        "perubahan": {"sumber": "DPPA", "tanggal": "2024-02-01"},
        "program": {k: common | {"sasaran": "S1"} for k in sorted({k.rpartition(".")[0] for k in kegiatan})},
        "kegiatan": {k: dict(common) for k in kegiatan},
        "sub_kegiatan": subs,
    }


def uang(**realisasi: str) -> dict[str, Any]:
    """A report of money; kode are written with underscores for dots and a leading `k`."""
    butir = {k.removeprefix("k").replace("_", "."): {"realisasi": v} for k, v in realisasi.items()}
    return {"sumber": "LRA", "tanggal_data": "2024-04-01", "butir": butir}


def susun() -> Susunan:
    data = Susunan()
    data.program[2024] = program({"5.1.1.1": ("600", None), "5.1.1.2": ("300", "400"), "5.1.2.1": ("0", None)})
    data.anggaran[2024, "TW1"] = uang(k5_1_1_1="150", k5_1_1_2="0")
    data.anggaran[2024, "TW3"] = uang(k5_1_1_1="450", k5_1_1_2="400", k5_1_2_1="0")
    return data


def ukur(data: Susunan, periode: str, sampai: str = "2024") -> AnggaranPeriode:
    posisi = Posisi.pada(parse_tanggal("2025-02-14"), Periode.parse(sampai))
    found = ukur_anggaran(data.dataset(), Periode.parse(periode), posisi)
    assert found is not None
    return found


def baris(found: AnggaranPeriode, kode: str) -> HasilAnggaran:
    return next(row for row in found.baris if row.kode == kode)


def test_a_year_without_a_program_file_has_no_money() -> None:
    posisi = Posisi.pada(parse_tanggal("2025-02-14"))
    assert ukur_anggaran(Susunan().dataset(), Periode(2024, "TW1"), posisi) is None


def test_rows_are_in_order_of_kode_with_parents_before_children() -> None:
    assert [row.kode for row in ukur(susun(), "2024-TW1").baris] == [
        "5.1",
        "5.1.1",
        "5.1.1.1",
        "5.1.1.2",
        "5.1.2",
        "5.1.2.1",
    ]


def test_the_amended_pagu_is_in_force_and_the_first_one_is_kept() -> None:
    row = baris(ukur(susun(), "2024-TW3"), "5.1.1.2")
    assert (row.pagu_murni, row.pagu, row.realisasi, row.serapan, row.sisa) == isi(300, 400, 400, 100, 0)


@pytest.mark.parametrize(
    ("tanggal", "pagu", "sumber"),
    [("2024-06-30", 400, "perubahan"), ("2024-07-01", 300, "murni")],
)
def test_a_quarter_keeps_the_pagu_of_its_last_day(tanggal: str, pagu: int, sumber: str) -> None:
    data = susun()
    data.program[2024]["perubahan"]["tanggal"] = tanggal
    row = baris(ukur(data, "2024-TW2"), "5.1.1.2")
    assert row.sumber_pagu is not None
    assert (row.pagu, row.sumber_pagu.loc[-1]) == isi(pagu, sumber)
    assert baris(ukur(data, "2024"), "5.1.1.2").pagu == 400


def test_a_running_year_has_the_pagu_of_the_last_day_it_sees() -> None:
    data = susun()
    data.program[2024]["perubahan"]["tanggal"] = "2024-10-01"
    assert baris(ukur(data, "2024", sampai="2024-TW3"), "5.1.1.2").pagu == 300


def test_sums_are_sums_of_sub_kegiatan() -> None:
    found = ukur(susun(), "2024-TW3")
    row = baris(found, "5.1")
    assert (row.pagu_murni, row.pagu, row.realisasi, row.sisa, row.serapan) == isi(900, 1000, 850, 150, 85)
    assert (found.jumlah.pagu, found.jumlah.realisasi, found.jumlah.serapan) == isi(1000, 850, 85)
    assert (row.sumber_pagu, row.sumber_realisasi) == (None, None)


def test_the_latest_figures_by_the_end_of_the_period_count() -> None:
    assert ukur(susun(), "2024-TW2").data_sampai == Periode(2024, "TW1")
    assert ukur(susun(), "2024-TW2").jumlah.realisasi == 150
    assert ukur(susun(), "2024").data_sampai == Periode(2024, "TW3")


def test_figures_after_the_posisi_are_not_seen() -> None:
    found = ukur(susun(), "2024", sampai="2024-TW2")
    assert (found.data_sampai, found.jumlah.realisasi) == isi(Periode(2024, "TW1"), 150)


def test_before_the_first_report_nothing_is_known() -> None:
    found = ukur(susun(), "2024-02")
    assert (found.data_sampai, found.jumlah.realisasi, found.jumlah.serapan) == (None, None, None)
    assert {row.realisasi for row in found.baris} == {None}
    assert {row.sisa for row in found.baris} == {None}
    assert found.jumlah.pagu == 1000


def test_zero_spent_is_a_figure_and_no_report_is_not() -> None:
    found = ukur(susun(), "2024-TW1")
    spent_nothing, unreported = baris(found, "5.1.1.2"), baris(found, "5.1.2.1")
    assert (spent_nothing.realisasi, spent_nothing.serapan) == isi(0, 0)
    assert (unreported.realisasi, unreported.serapan, unreported.sisa) == (None, None, None)
    assert unreported.sumber_realisasi is None


def test_a_pagu_of_zero_has_no_serapan() -> None:
    row = baris(ukur(susun(), "2024-TW3"), "5.1.2.1")
    assert (row.pagu, row.realisasi, row.serapan, row.sisa) == isi(0, 0, None, 0)


def test_a_kode_that_begins_like_another_is_not_its_child() -> None:
    data = Susunan()
    data.program[2024] = program({"5.1.1.1": ("600", None), "5.1.10.1": ("7", None)})
    found = ukur(data, "2024-TW1")
    assert (baris(found, "5.1.1").pagu, baris(found, "5.1.10").pagu, found.jumlah.pagu) == isi(600, 7, 607)


def test_sources_point_at_the_element() -> None:
    row = baris(ukur(susun(), "2024-TW1"), "5.1.1.1")
    assert row.sumber_pagu is not None
    assert row.sumber_realisasi is not None
    assert (str(row.sumber_pagu.path), row.sumber_pagu.loc) == (
        "data/program/2024.yaml",
        ("sub_kegiatan", "5.1.1.1", "pagu", "murni"),
    )
    amended = baris(ukur(susun(), "2024-TW1"), "5.1.1.2").sumber_pagu
    assert amended is not None
    assert amended.loc[-1] == "perubahan"
    assert (str(row.sumber_realisasi.path), row.sumber_realisasi.loc) == (
        "data/anggaran/2024/TW1.yaml",
        ("butir", "5.1.1.1", "realisasi"),
    )


@pytest.mark.parametrize(
    ("pagu", "realisasi", "serapan"),
    [
        ("5412350000", "5198774120", "96.05"),
        ("1286400000", "1171905300", "91.10"),
        ("2145000000", "1832450750", "85.43"),
        ("8843750000", "8203130170", "92.76"),
    ],
)
def test_serapan_of_the_example(pagu: str, realisasi: str, serapan: str) -> None:
    data = Susunan()
    data.program[2024] = program({"5.1.1.1": (pagu, None)})
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1=realisasi)
    with localcontext(Context(prec=3)):
        found = ukur(data, "2024").jumlah.serapan
    assert found is not None
    assert round_half_up(found, 2) == Decimal(serapan)


# ── Money of the sasaran ─────────────────────────────────────────────────────────────────────────────────────────


def berbagi(*porsi: Any) -> AnggaranPeriode:
    """Programs 5.1, 5.2 … of 1000 each, of which 300, 600 … are spent, with these sasaran."""
    data = Susunan()
    data.program[2024] = program({f"5.{n}.1.1": ("800", "1000") for n in range(1, len(porsi) + 1)})
    for n, shares in enumerate(porsi, start=1):
        data.program[2024]["program"][f"5.{n}"]["sasaran"] = shares
    data.anggaran[2024, "TW4"] = uang(**{f"k5_{n}_1_1": str(300 * n) for n in range(1, len(porsi) + 1)})
    return ukur(data, "2024")


def test_a_program_gives_all_to_its_only_sasaran() -> None:
    found = berbagi("S1").sasaran
    assert list(found) == ["S1"]
    row = found["S1"]
    assert (row.kode, row.tingkat.value) == ("S1", "sasaran")
    assert (row.pagu_murni, row.pagu, row.realisasi, row.serapan, row.serapan_murni, row.sisa) == isi(
        800, 1000, 300, 30, Decimal("37.5"), 700
    )
    assert (row.sumber_pagu, row.sumber_realisasi) == (None, None)


def test_a_program_of_two_sasaran_is_divided_by_its_declared_shares() -> None:
    found = berbagi({"S1": "60", "S2": "40"}, "S2").sasaran
    assert {k: isi(row.pagu_murni, row.pagu, row.realisasi) for k, row in found.items()} == {
        "S1": isi(480, 600, 180),
        "S2": isi(320 + 800, 400 + 1000, 120 + 600),
    }
    assert found["S1"].serapan == 30
    assert found["S2"].serapan is not None
    assert round_half_up(found["S2"].serapan, 2) == Decimal("51.43")


def test_a_share_is_not_rounded_to_whole_rupiah() -> None:
    found = berbagi({"S1": "33.3333", "S2": "66.6667"})
    assert found.sasaran["S1"].pagu == Decimal("333.333")
    assert found.sasaran["S1"].pagu + found.sasaran["S2"].pagu == found.jumlah.pagu == 1000


def test_shares_of_nothing_reported_are_nothing() -> None:
    data = Susunan()
    data.program[2024] = program({"5.1.1.1": ("600", None), "5.2.1.1": ("400", None)})
    data.program[2024]["program"]["5.1"]["sasaran"] = {"S1": "50", "S2": "50"}
    data.program[2024]["program"]["5.2"]["sasaran"] = "S2"
    found = ukur(data, "2024")
    assert {k: (row.pagu, row.realisasi, row.serapan, row.sisa) for k, row in found.sasaran.items()} == {
        "S1": (Decimal(300), None, None, None),
        "S2": (Decimal(700), None, None, None),
    }
    data.anggaran[2024, "TW4"] = uang(k5_2_1_1="100")
    found = ukur(data, "2024")
    assert {k: row.realisasi for k, row in found.sasaran.items()} == {"S1": None, "S2": None}, "5.1 is not known"
    assert (found.jumlah.realisasi, found.jumlah.serapan, found.jumlah.sisa) == (None, None, None)
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1="60", k5_2_1_1="100")
    assert {k: row.realisasi for k, row in ukur(data, "2024").sasaran.items()} == {"S1": 30, "S2": 130}


def test_what_has_no_pagu_may_be_missing_from_the_sum() -> None:
    data = Susunan()
    data.program[2024] = program({"5.1.1.1": ("600", None), "5.1.1.2": ("0", None)})
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1="300")
    found = ukur(data, "2024")
    assert (found.jumlah.realisasi, found.jumlah.serapan) == isi(300, 50)


def test_the_sasaran_together_have_what_the_programs_have() -> None:
    found = berbagi({"S1": "12.5", "S2": "87.5"}, {"S2": "1", "S3": "99"}, "S1")
    assert sum(row.pagu for row in found.sasaran.values()) == found.jumlah.pagu == 3000
    assert sum(row.realisasi or 0 for row in found.sasaran.values()) == found.jumlah.realisasi == 1800
    assert {row.kode for row in found.baris}.isdisjoint(found.sasaran)
