"""Series of quarters and months: the year's figure is what the stated way of adding up gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from types import MappingProxyType
from typing import Final

import pytest

from sakipgen.domain.indikator import Indikator
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Dilaporkan
from sakipgen.measuring.hitung import persen
from sakipgen.measuring.periode import Gabungan
from tests.measuring import builder
from tests.measuring.builder import Susunan, indikator, isi
from tests.vektor.baca import Baris, baca, bilangan, cetak, polos, ukur

ROWS: Final = baca("triwulan")
BY_ID: Final = MappingProxyType({row["id"]: row for row in ROWS})
TW: Final = ("TW1", "TW2", "TW3", "TW4")
JUMLAH: Final = tuple(row for row in ROWS if "rumus sel" in row["tipe_asal"])
"""The working form: its cells say that the year is the sum of the quarters."""
JUMLAH_LAIN: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "T029": ("99.999999", "sevenths of 100 were rounded before they were added"),
        "T097": ("35", "the printed total is 0: its cell leaves out the fourth quarter"),
        "T107": ("100.000001", "sevenths of 100 were rounded before they were added"),
        "T177": ("81.666666", "thirds of 100 were rounded before they were added"),
    }
)
"""The engine's sum where the printed total is another."""
DITIMPA: Final = "ditimpa manual"
"""The cell of a quarter was written over by hand, so quarters and cumulative percentages are two stories."""
LAIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "T001": "targets only: the last of a rising series is the year's",
        "T002": "targets only, without the quarter they belong to",
        "T003": "targets only, without the quarter they belong to",
        "T005": "one quarter, measured by the year's target",
        "T010": "measured at the end of the year; the first quarter is printed «-»",
        "T011": "measured at the end of the year, said in words",
        "T012": "measured at the end of the year, said in words",
        "T013": "one quarter",
        "T014": "measured at the end of the year, said in words; target «≥95»",
        "T015": "one quarter",
    }
)
"""No year's figure, or no way of adding up: nothing to compute."""
SENDIRI: Final = ("T004", "T006", "T016", "T017", "T024", "T025", "T026")
"""Tested one by one below."""


def reports(nilai: Mapping[str, Decimal | None]) -> list[Dilaporkan]:
    """What was reported; an empty cell is no report."""
    return [Dilaporkan(Periode(2024, s), v, None) for s, v in nilai.items() if v is not None]


def gabung(kamus: Indikator, periode: str, rows: list[Dilaporkan]) -> Gabungan:
    found = builder.gabung(kamus, periode, rows)
    assert found is not None
    return found


def quarters(row: Baris) -> list[Dilaporkan]:
    return reports({s: bilangan(row, f"r{n}") for n, s in enumerate(TW, 1)})


def months(row: Baris) -> list[Dilaporkan]:
    """The months stand in the name of the row."""
    match = re.search(r"JAN-MEI: ([\d ]+)\)", row["indikator"])
    assert match
    return reports({f"{n:02}": Decimal(text) for n, text in enumerate(match[1].split(), 1)})


def test_every_series_is_reproduced_or_listed() -> None:
    assert sorted([*(row["id"] for row in JUMLAH), *LAIN, *SENDIRI]) == list(BY_ID)
    assert (len(JUMLAH), len(JUMLAH_LAIN), len(LAIN), len(SENDIRI)) == (166, 4, 10, 7)
    assert Counter(row["jenis"] for row in JUMLAH) == {"keuangan": 83, "kinerja": 83}


@pytest.mark.parametrize("row", JUMLAH, ids=lambda row: row["id"])
def test_the_year_is_the_sum_of_its_quarters(row: Baris) -> None:
    found = gabung(indikator(agregasi="jumlah"), "2024", quarters(row))
    printed = bilangan(row, "total_tercetak")
    if row["id"] in JUMLAH_LAIN:
        assert str(found.realisasi) == JUMLAH_LAIN[row["id"]][0]
        assert found.realisasi != printed
    else:
        assert found.realisasi == printed


def test_an_empty_quarter_is_no_zero() -> None:
    """T160: nothing in the third quarter. The sum is the same, and says that it rests on three of four."""
    row = BY_ID["T160"]
    assert row["r3"] == ""
    reports = quarters(row)
    found = gabung(indikator(agregasi="jumlah"), "2024", reports)
    assert (found.realisasi, [r.periode.segmen for r in reports[found.dari]]) == isi(19935000, ["TW1", "TW2", "TW4"])
    assert builder.gabung(indikator(agregasi="jumlah"), "2024-TW3", quarters(row)) is None
    assert gabung(indikator(agregasi="rerata"), "2024", quarters(row)).realisasi == 6645000  # not a fourth: 4983750


KUMULATIF: Final = tuple(row for row in JUMLAH if row["kumulatif"])


def percentages(row: Baris) -> list[Decimal]:
    """Percent of the year's target up to each quarter: a capaian_tahun."""
    target = bilangan(row, "target_tahunan")
    assert target is not None
    sums = [gabung(indikator(agregasi="jumlah"), f"2024-{s}", quarters(row)).realisasi for s in TW]
    return [ukur(FormulaCapaian.NAIK, target, value) for value in sums]


def test_cumulative_percentages_up_to_each_quarter() -> None:
    plain = [row for row in KUMULATIF if DITIMPA not in row["catatan"]]
    differing = [r["id"] for r in plain if [cetak(p, 2) for p in percentages(r)] != printed(r)]
    assert (len(KUMULATIF), len(plain), differing) == (83, 50, ["T061"])
    assert percentages(BY_ID["T061"]) == [Decimal(t) for t in ("15.625", "31.25", "59.375", "100")]
    assert printed(BY_ID["T061"])[0] == "15,62"  # half to even; 59,38 beside it is both
    assert Decimal("15.625").quantize(Decimal("0.01"), ROUND_HALF_EVEN) == Decimal("15.62")


def printed(row: Baris) -> list[str]:
    return [polos(text) for text in row["kumulatif"].split(" / ")]


def test_quarters_that_were_written_over_tell_another_story() -> None:
    """33 rows: the cumulative percentages climb by quarters, the figures come all at once. None of them agrees."""
    over = [row for row in KUMULATIF if DITIMPA in row["catatan"]]
    assert len(over) == 33
    assert [r["id"] for r in over if [cetak(p, 2) for p in percentages(r)] == printed(r)] == []
    (row,) = (r for r in over if r["id"] == "T033")
    assert [cetak(p, 2) for p in percentages(row)] == ["0,00", "0,00", "0,00", "100,00"]
    assert printed(row) == ["25,00", "50,00", "75,00", "100,00"]


# ── One by one ───────────────────────────────────────────────────────────────────────────────────────────────────

RASIO: Final = {
    "agregasi": "rasio",
    "komponen": {"aman": "Obat yang aman dan bermutu", "diperiksa": "Obat yang diperiksa"},
    "rumus": "aman / diperiksa * 100",
}


def test_a_ratio_of_sums() -> None:
    """T004: 23 of 36 up to TW1, 174 of 264 up to TW4, printed with both capaian against the year's 80%."""
    row = BY_ID["T004"]
    data = Susunan().ukur("A", **RASIO).janji("A", "80").rencanakan("A", **dict.fromkeys(TW, "80"))
    data.lapor("A", "TW1", komponen={"aman": "23", "diperiksa": "36"})
    data.lapor("A", "TW4", komponen={"aman": str(174 - 23), "diperiksa": str(264 - 36)})
    for periode, realisasi, capaian in (("2024-TW1", "63,89", "79,86"), ("2024", "65,91", "82,39")):
        result = data.baris("A", periode)
        assert result.realisasi is not None
        assert result.capaian is not None
        assert cetak(result.realisasi, 2) == realisasi
        assert cetak(result.capaian.capaian, 2) == capaian
        assert capaian in polos(row["capaian_tercetak"])
    assert (polos(row["r1"]), polos(row["r4"])) == ("63,89", "65,91")


def test_a_mean_of_percentages_would_be_another() -> None:
    """Of T004: the later part of the year alone is 151 of 228; its mean with 23 of 36 is no share of anything."""
    first, later = persen(Decimal(23), Decimal(36)), persen(Decimal(151), Decimal(228))
    assert first is not None
    assert later is not None
    found = gabung(indikator(agregasi="rerata"), "2024", reports({"TW1": first, "TW4": later}))
    assert cetak(found.realisasi, 2) == "65,06"


def test_spending_as_a_position() -> None:
    """T006: planned and spent up to TW2, both in percent of the year's pagu. Against the plan: 56,53%."""
    row = BY_ID["T006"]
    spent = persen(Decimal(23906077655), Decimal(103826538000))
    assert spent is not None
    assert cetak(spent, 2) == polos(row["r2"]) == "23,03"
    found = gabung(indikator(agregasi="terakhir"), "2024-S1", reports({"TW2": spent}))
    assert found.realisasi == spent
    assert cetak(ukur(FormulaCapaian.NAIK, Decimal("40.73"), spent), 2) == "56,53"
    assert cetak(ukur(FormulaCapaian.NAIK, Decimal("40.73"), Decimal("23.03")), 2) == "56,54"  # from the print


@pytest.mark.parametrize(("kode", "jumlah", "rerata"), [("T016", 5, 1), ("T017", 10, 2)])
def test_months_with_their_sum_and_their_mean(kode: str, jumlah: int, rerata: int) -> None:
    """Zero months count: 10 in five months is 2, not 5 in each of the two that had any."""
    rows = months(BY_ID[kode])
    assert len(rows) == 5
    assert str(jumlah) in BY_ID[kode]["catatan"]
    for agregasi, expected in (("jumlah", jumlah), ("rerata", rerata)):
        assert gabung(indikator(agregasi=agregasi, frekuensi="bulanan"), "2024", rows).realisasi == expected


@pytest.mark.parametrize(
    ("kode", "target", "realisasi", "capaian", "tercetak"),
    [("T024", "80", "0", "0", "0"), ("T025", "77", "91.76", "119,17", "119,16"), ("T026", "80", "0", "0", "0")],
)
def test_half_a_year_against_the_year_s_target(
    kode: str, target: str, realisasi: str, capaian: str, tercetak: str
) -> None:
    """A capaian_tahun of the first semester: zero is a result, and 119,16 is cut off."""
    row = BY_ID[kode]
    found = gabung(indikator(agregasi="terakhir"), "2024-S1", reports({"TW2": Decimal(realisasi)}))
    assert (polos(row["target_tahunan"]), polos(row["r2"])) == (target, realisasi.replace(".", ","))
    printed_places = len(tercetak.partition(",")[2])
    assert cetak(ukur(FormulaCapaian.NAIK, Decimal(target), found.realisasi), printed_places) == capaian
    assert polos(row["capaian_tercetak"]) == tercetak


def test_one_quarter_against_the_year_s_target() -> None:
    """T005 and T013: the capaian of one position; the first is printed, the second is not."""
    fifth, thirteenth = BY_ID["T005"], BY_ID["T013"]
    assert cetak(ukur(FormulaCapaian.NAIK, Decimal("102.75"), Decimal("101.8")), 2) == fifth["capaian_tercetak"]
    assert thirteenth["capaian_tercetak"] == ""
    assert cetak(ukur(FormulaCapaian.NAIK, Decimal(93), Decimal("90.82")), 2) == "97,66"


def test_a_rising_series_of_targets_ends_at_the_year_s() -> None:
    """T001: cumulative targets 25, 50, 75, 100 are not added up to 250."""
    row = BY_ID["T001"]
    data = Susunan().ukur("A", agregasi="terakhir", mode_target="kumulatif").janji("A", row["target_tahunan"])
    data.rencanakan("A", **{s: row[f"t{n}"] for n, s in enumerate(TW, 1)})
    for segment in TW:
        data.lapor("A", segment, row[f"t{TW.index(segment) + 1}"])
    assert [data.baris("A", f"2024-{s}").target for s in TW] == [25, 50, 75, 100]
    assert data.baris("A", "2024").target == 100
    assert [data.baris("A", f"2024-{s}").capaian_tahun for s in TW] == [25, 50, 75, 100]


def test_two_capaian_side_by_side() -> None:
    """A quarter against its own target and against the year's. The quarterly targets are ours: 2 of 8 reports each."""
    row = BY_ID["T043"]
    data = Susunan().ukur("A", agregasi="jumlah").janji("A", row["target_tahunan"])
    data.rencanakan("A", **dict.fromkeys(TW, "2"))
    for n, segment in enumerate(TW, 1):
        data.lapor("A", segment, row[f"r{n}"])
    found = [data.baris("A", f"2024-{s}") for s in TW]
    assert [r.realisasi for r in found] == [Decimal(t) for t in ("2.4", "4.0", "6.0", "8.0")]
    assert [r.capaian_tahun for r in found] == [30, 50, 75, 100]
    assert [cetak(r.capaian_tahun or Decimal(0), 2) for r in found] == printed(row)
    assert [r.capaian.capaian for r in found if r.capaian] == [120, 100, 100, 100]
