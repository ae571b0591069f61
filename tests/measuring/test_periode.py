"""Reported periods make longer ones: decision 25 for each agregasi, months to quarter to semester to year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Dilaporkan
from sakipgen.measuring.periode import nilai_komponen, susun_rencana, target_periode
from tests.measuring.builder import gabung, indikator, isi

RASIO = {"agregasi": "rasio", "komponen": {"a": "Pembilang", "b": "Penyebut"}, "rumus": "a / b * 100"}
AKHIR_TAHUN = dt.date(2024, 12, 31)


def laporan(**nilai: str) -> list[Dilaporkan]:
    """Figures by segment (months as `b01`), in order of time."""
    rows = [Dilaporkan(Periode(2024, k.removeprefix("b")), Decimal(v), None) for k, v in nilai.items()]
    return sorted(rows, key=lambda row: row.periode)


def angka(kamus: Indikator, periode: str, rows: Sequence[Dilaporkan]) -> tuple[Decimal, Decimal]:
    found = gabung(kamus, periode, rows)
    assert found is not None
    return found.realisasi, found.periode_ini


def target(
    kamus: Indikator, periode: str, dilaporkan: str = "", sampai: dt.date = AKHIR_TAHUN, /, **targets: str
) -> Decimal | None:
    when, base = Periode.parse(periode), kamus.frekuensi.periode(2024)
    numbers = [targets.get(s, targets.get(f"b{s}")) for s in kamus.frekuensi.segmen]
    figures = [None if n is None else Decimal(n) for n in numbers]
    return target_periode(
        kamus.agregasi,
        susun_rencana(kamus, figures),
        [n for n, p in enumerate(base) if p.segmen in dilaporkan.split() and p.akhir <= when.akhir],
        next(n for n, p in enumerate(base) if when.memuat(p)),
        sum(p.akhir <= min(when.akhir, sampai) for p in base),
    )


# ── Realisasi ────────────────────────────────────────────────────────────────────────────────────────────────────

BULANAN = laporan(b01="1", b02="2", b03="6", b04="8", b06="4", b07="3")


@pytest.mark.parametrize(
    ("agregasi", "periode", "realisasi", "periode_ini"),
    [
        ("jumlah", "2024-02", "3", "2"),
        ("jumlah", "2024-TW1", "9", "9"),
        ("jumlah", "2024-TW2", "21", "12"),
        ("jumlah", "2024-TW3", "24", "3"),
        ("jumlah", "2024-S1", "21", "21"),
        ("jumlah", "2024-S2", "24", "3"),
        ("jumlah", "2024", "24", "24"),
        ("rerata", "2024-TW1", "3", "3"),
        ("rerata", "2024-TW2", "6", "6"),
        ("rerata", "2024-S1", "4.2", "4.2"),
        ("rerata", "2024", "4", "4"),
        ("terakhir", "2024-TW1", "6", "6"),
        ("terakhir", "2024-TW2", "4", "4"),
        ("terakhir", "2024-S1", "4", "4"),
        ("terakhir", "2024", "3", "3"),
        ("maks", "2024-TW1", "6", "6"),
        ("maks", "2024-TW2", "8", "8"),
        ("maks", "2024-TW3", "8", "3"),
        ("maks", "2024", "8", "8"),
        ("min", "2024-TW1", "1", "1"),
        ("min", "2024-TW2", "1", "4"),
        ("min", "2024-06", "1", "4"),
        ("min", "2024", "1", "1"),
    ],
)
def test_months_make_quarter_semester_and_year(agregasi: str, periode: str, realisasi: str, periode_ini: str) -> None:
    kamus = indikator(agregasi=agregasi, frekuensi="bulanan")
    assert angka(kamus, periode, BULANAN) == (Decimal(realisasi), Decimal(periode_ini))


@pytest.mark.parametrize("agregasi", Agregasi)
def test_a_period_without_a_report_has_no_figure(agregasi: Agregasi) -> None:
    fields = RASIO if agregasi is Agregasi.RASIO else {"agregasi": agregasi}
    kamus = indikator(frekuensi="bulanan", **fields)
    rows = [Dilaporkan(Periode(2024, "01"), Decimal(5), {"a": Decimal(1), "b": Decimal(20)})]
    assert gabung(kamus, "2024-05", rows) is None
    assert gabung(kamus, "2024-TW2", rows) is None
    assert gabung(kamus, "2024-TW1", rows) is not None
    assert gabung(kamus, "2024", []) is None


def test_a_longer_period_rests_on_the_reported_ones_and_not_on_computed_ones() -> None:
    kamus = indikator(agregasi="rerata", frekuensi="bulanan")
    rows = laporan(b01="10", b02="20", b03="30", b04="100")
    assert angka(kamus, "2024", rows) == isi(40, 40)  # the mean of quarterly means would be 60


def test_case_17_a_ratio_is_made_of_sums() -> None:
    kamus = indikator(**RASIO)
    pairs = {"TW1": (12, 20), "TW2": (30, 40), "TW3": (5, 10), "TW4": (80, 200)}
    rows = [
        Dilaporkan(Periode(2024, s), Decimal(a * 100) / b, {"a": Decimal(a), "b": Decimal(b)})
        for s, (a, b) in pairs.items()
    ]
    found = gabung(kamus, "2024", rows)
    assert found is not None
    assert found.realisasi == Decimal("47.03703703703703703703703704")
    assert found.komponen == {"a": Decimal(127), "b": Decimal(270)}
    assert [row.periode.segmen for row in rows[found.dari]] == ["TW1", "TW2", "TW3", "TW4"]
    assert angka(kamus, "2024-S1", rows) == isi(70, 70)
    assert angka(kamus, "2024-TW3", rows) == isi(50, 50)


def test_a_ratio_of_zero_by_zero_has_no_figure() -> None:
    rows = [Dilaporkan(Periode(2024, "TW1"), Decimal(0), {"a": Decimal(0), "b": Decimal(0)})]
    assert gabung(indikator(**RASIO), "2024-TW1", rows) is None


def test_case_18_the_last_known_figure() -> None:
    kamus = indikator(agregasi="terakhir")
    rows = laporan(TW1="70", TW3="72")
    assert angka(kamus, "2024-TW3", rows) == isi(72, 72)
    assert gabung(kamus, "2024-TW2", rows) is None
    found = gabung(kamus, "2024", rows)
    assert found is not None
    assert found.realisasi == 72
    assert [row.periode.segmen for row in rows[found.dari]] == ["TW3"]


def test_zero_is_a_figure_and_not_a_gap() -> None:
    rows = laporan(TW1="0", TW2="4")
    assert angka(indikator(agregasi="rerata"), "2024", rows) == isi(2, 2)
    assert angka(indikator(agregasi="min"), "2024", rows) == isi(0, 0)
    assert angka(indikator(agregasi="jumlah"), "2024-TW1", rows) == isi(0, 0)


def test_sources_name_what_made_the_figure() -> None:
    rows = laporan(TW1="9", TW2="4", TW3="4")
    dari = {
        agregasi: [row.periode.segmen for row in rows[found.dari]]
        for agregasi in ("jumlah", "rerata", "terakhir", "maks", "min")
        if (found := gabung(indikator(agregasi=agregasi), "2024-TW3", rows))
    }
    assert dari == {
        "jumlah": ["TW1", "TW2", "TW3"],
        "rerata": ["TW3"],
        "terakhir": ["TW3"],
        "maks": ["TW1"],
        "min": ["TW3"],
    }


def test_nilai_komponen_is_the_rumus() -> None:
    kamus = indikator(komponen={"jp20": "a", "total": "b"}, rumus="jp20 / total * 100")
    assert nilai_komponen(kamus, {"jp20": Decimal(3), "total": Decimal(4)}) == 75
    assert nilai_komponen(kamus, {"jp20": Decimal(3), "total": Decimal(0)}) is None


# ── Target ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_case_16_cumulative_targets_are_not_summed() -> None:
    kamus = indikator(agregasi="jumlah", mode_target="kumulatif")
    goals = {"TW1": "15", "TW2": "30", "TW3": "45", "TW4": "60"}
    assert target(kamus, "2024-TW3", "TW1 TW2 TW3", **goals) == 45
    assert angka(kamus, "2024-TW3", laporan(TW1="12", TW2="14", TW3="13")) == isi(39, 13)
    assert target(kamus, "2024-TW3", "TW1 TW3", **goals) == 30
    assert target(kamus, "2024", "TW4", **goals) == 15
    assert target(kamus, "2024-TW1", "TW1", **goals) == 15


def test_jumlah_takes_the_targets_of_the_reported_periods() -> None:
    kamus = indikator(agregasi="jumlah")
    goals = {"TW1": "10", "TW2": "20", "TW3": "30", "TW4": "40"}
    assert target(kamus, "2024-TW3", "TW1 TW2 TW3", **goals) == 60
    assert target(kamus, "2024-TW3", "TW1 TW3", **goals) == 40
    assert target(kamus, "2024-TW3", "", **goals) is None
    assert target(kamus, "2024-TW2", "TW1 TW2", TW1="10") is None
    assert target(kamus, "2024-TW2", "TW1 TW2", TW1="0", TW2="0") == 0


def test_an_increment_needs_both_its_ends() -> None:
    kamus = indikator(agregasi="jumlah", mode_target="kumulatif")
    assert target(kamus, "2024-TW3", "TW3", TW1="10", TW3="45") is None
    assert target(kamus, "2024-TW3", "TW3", TW2="30", TW3="45") == 15
    assert target(kamus, "2024-TW3", "TW2 TW3", TW1="10", TW3="45") == 35, "over both of them it grows so far"


def test_a_cumulative_plan_counts_from_its_first_target() -> None:
    kamus = indikator(agregasi="jumlah", mode_target="kumulatif")
    assert target(kamus, "2024", "TW4", TW4="5") == 5
    assert target(kamus, "2024", "TW3 TW4", TW3="2", TW4="5") == 5
    assert target(kamus, "2024-TW2", "TW1 TW2", TW2="30", TW4="60") == 30
    assert target(kamus, "2024", "TW1 TW2 TW3 TW4", TW2="30", TW4="60") == 60
    assert target(kamus, "2024", "TW1 TW4", TW1="10", TW2="20", TW3="30", TW4="45") == 25
    assert target(kamus, "2024", "TW1 TW4", TW2="30", TW4="60") is None
    assert target(kamus, "2024", "TW1 TW4") is None


def test_rerata_takes_the_mean_of_the_reported_periods() -> None:
    kamus = indikator(agregasi="rerata")
    goals = {"TW1": "80", "TW2": "82", "TW3": "84", "TW4": "90"}
    assert target(kamus, "2024-TW2", "TW1 TW2", **goals) == 82
    assert target(kamus, "2024-S1", "TW1 TW2", **goals) == 81
    assert target(kamus, "2024", "TW1 TW2 TW4", **goals) == 84
    assert target(kamus, "2024-S1", "TW1 TW2", TW1="80") is None


@pytest.mark.parametrize("agregasi", ["terakhir", "maks", "min", "rasio"])
def test_positions_and_ratios_take_the_target_at_the_end(agregasi: str) -> None:
    fields = RASIO if agregasi == "rasio" else {"agregasi": agregasi}
    kamus = indikator(**fields)
    goals = {"TW1": "10", "TW2": "20", "TW3": "30", "TW4": "40"}
    assert target(kamus, "2024-TW2", "TW1", **goals) == 20
    assert target(kamus, "2024-S2", "TW3", **goals) == 40
    assert target(kamus, "2024", "", dt.date(2024, 6, 30), **goals) == 20
    assert target(kamus, "2024", "", dt.date(2024, 2, 29), **goals) is None
    assert target(kamus, "2024-TW3", "TW3", TW1="10") is None


def test_a_quarter_of_monthly_reports_takes_its_months() -> None:
    goals = {f"b{m:02}": str(m) for m in range(1, 13)}
    assert target(indikator(agregasi="jumlah", frekuensi="bulanan"), "2024-TW2", "01 02 04", **goals) == 7
    assert target(indikator(agregasi="rerata", frekuensi="bulanan"), "2024-TW2", "01 02 04 06", **goals) == 5
    assert target(indikator(agregasi="terakhir", frekuensi="bulanan"), "2024-TW2", "04", **goals) == 6


segmen = st.sampled_from(["TW1", "TW2", "TW3", "TW4"])
nilai = st.decimals(min_value=-1000, max_value=1000, places=3)


@given(st.dictionaries(segmen, nilai, min_size=1), st.sampled_from(["jumlah", "rerata", "terakhir", "maks", "min"]))
def test_the_year_is_made_of_all_that_was_reported(nilai_tw: dict[str, Decimal], agregasi: str) -> None:
    kamus = indikator(agregasi=agregasi)
    rows = sorted((Dilaporkan(Periode(2024, s), v, None) for s, v in nilai_tw.items()), key=lambda r: r.periode)
    realisasi, periode_ini = angka(kamus, "2024", rows)
    values = [row.nilai for row in rows]
    assert realisasi == periode_ini
    if agregasi == "jumlah":
        assert realisasi == sum(values)
    elif agregasi == "terakhir":
        assert realisasi == values[-1]
    else:
        assert min(values) <= realisasi <= max(values)


@given(st.dictionaries(segmen, nilai, min_size=1, max_size=4))
def test_both_ways_to_write_a_target_say_the_same(increments: dict[str, Decimal]) -> None:
    total, per_periode, kumulatif = Decimal(0), {}, {}
    for segment in ("TW1", "TW2", "TW3", "TW4"):
        step = increments.get(segment, Decimal(0))
        total += step
        per_periode[segment], kumulatif[segment] = str(step), str(total)
    reported = " ".join(sorted(increments))
    assert target(indikator(agregasi="jumlah"), "2024", reported, **per_periode) == target(
        indikator(agregasi="jumlah", mode_target="kumulatif"), "2024", reported, **kumulatif
    )
