"""Capaian against money by four methods: case 23, the example of 2024, and what nothing can be divided by."""

from __future__ import annotations

from datetime import date
from decimal import Context, Decimal, localcontext
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.metode import CaraEfisiensi, Efisiensi
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.efisiensi import HasilEfisiensi, SimpulanEfisiensi, dibandingkan, nilai_pmk, ukur_efisiensi
from sakipgen.measuring.hitung import bagi, rerata, round_half_up
from tests.measuring.builder import isi

persen = st.decimals(min_value=0, max_value=200, places=4)
rupiah = st.integers(0, 10**12).map(Decimal)


def ukur(capaian: str, pagu: str, realisasi: str, **kebijakan: Any) -> HasilEfisiensi:
    found = ukur_efisiensi(Decimal(capaian), Decimal(pagu), Decimal(realisasi), Efisiensi.model_validate(kebijakan))
    assert found is not None
    return found


def cetak(value: Decimal | None) -> str | None:
    return None if value is None else str(round_half_up(value, 2))


# ── Case 23 ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("capaian", "pagu", "realisasi", "hemat", "nilai"),
    [
        ("100", "1000", "700", "30", "100"),
        ("80", "1000", "950", "-18.75", "3.125"),
        ("0", "1000", "0", None, None),
        ("0", "1000", "500", None, None),
        ("100", "0", "0", None, None),
        ("100", "1000", "800", "20", "100"),
        ("100", "1000", "799", "20.1", "100"),
        ("100", "1000", "801", "19.9", "99.75"),
        ("100", "1000", "1200", "-20", "0"),
        ("100", "1000", "1201", "-20.1", "0"),
        ("100", "1000", "1199", "-19.9", "0.25"),
        ("100", "1000", "1000", "0", "50"),
        ("120", "1000", "0", "100", "100"),
        ("-10", "1000", "500", None, None),
    ],
)
def test_case_23_the_saving_is_cut_and_the_score_stays_within_100(
    capaian: str, pagu: str, realisasi: str, hemat: str | None, nilai: str | None
) -> None:
    found = ukur(capaian, pagu, realisasi)
    assert found.pmk == (None if hemat is None else Decimal(hemat))
    assert found.nilai_pmk == (None if nilai is None else Decimal(nilai))


def test_case_23_the_score_that_is_printed() -> None:
    assert cetak(ukur("80", "1000", "950").nilai_pmk) == "3.13"


def test_the_score_that_a_ministry_published_is_none() -> None:
    """A sum of percentages, 74,03, was taken for the saving and published as 235; it is cut to 100."""
    assert isi(nilai_pmk(Decimal("74.03")), nilai_pmk(Decimal("-74.03")), nilai_pmk(None)) == isi(100, 0, None)


@pytest.mark.parametrize(
    ("periode", "sampai", "expected"),
    [
        ("2024", "2024", True),
        ("2024", "2024-12", True),
        ("2024", "2025-TW1", True),
        ("2024", "2024-11", False),
        ("2024-TW4", "2024", False),
        ("2024-S2", "2024", False),
        ("2024-12", "2024", False),
    ],
)
def test_only_a_whole_year_that_has_ended_is_compared(periode: str, sampai: str, expected: bool) -> None:
    posisi = Posisi(Periode.parse(sampai), date(2026, 1, 15))
    assert dibandingkan(Periode.parse(periode), posisi) is expected


@pytest.mark.parametrize("realisasi", ["0", "30", "500"])
@pytest.mark.parametrize("cara", list(CaraEfisiensi))
def test_what_reached_nothing_is_neither_efficient_nor_enough(cara: str, realisasi: str) -> None:
    found = {ukur(capaian, "1000", realisasi, cara=cara).simpulan for capaian in ("0", "-10")}
    assert found == {None}, "domain.md § 2.8: without a capaian there is no verdict"


@pytest.mark.parametrize(
    ("cara", "capaian", "pagu", "realisasi"),
    [
        ("selisih", bagi(Decimal(30200), Decimal(300)), "300", "287"),
        ("pmk", bagi(Decimal(100), Decimal(3)), "3", "1"),
        ("sisa_anggaran", Decimal("99.99999999999999999999999999"), "1", "1"),
        ("rasio", Decimal("99.99999999999999999999999999"), "1", "1"),
    ],
)
def test_the_bound_itself_is_enough_whatever_the_last_digit(
    cara: str, capaian: Decimal, pagu: str, realisasi: str
) -> None:
    found = ukur(str(capaian), pagu, realisasi, cara=cara)
    assert found.simpulan is SimpulanEfisiensi.CUKUP_EFISIEN


# ── The four figures ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_four_methods() -> None:
    found = ukur("110", "1000", "880")
    figures = isi(found.selisih, found.sisa_anggaran, found.rasio, found.pmk, found.nilai_pmk)
    assert figures == isi(22, 12, Decimal("1.25"), 20, 100)


@pytest.mark.parametrize(("capaian", "sisa"), [("100", "10"), ("99.9999", None), ("100.0001", "10"), ("0", None)])
def test_what_was_not_spent_counts_only_where_the_target_was_met(capaian: str, sisa: str | None) -> None:
    assert ukur(capaian, "1000", "900").sisa_anggaran == (None if sisa is None else Decimal(sisa))


def test_more_spent_than_there_was() -> None:
    found = ukur("100", "1000", "1050")
    assert isi(found.selisih, found.sisa_anggaran, found.pmk, found.nilai_pmk) == isi(-5, -5, -5, Decimal("37.5"))
    assert cetak(found.rasio) == "0.95"


def test_nothing_spent_has_no_ratio_and_no_pagu_nothing_at_all() -> None:
    nothing = ukur("50", "1000", "0")
    assert isi(nothing.selisih, nothing.rasio, nothing.pmk) == isi(50, None, 100)
    for cara in CaraEfisiensi:
        assert ukur("50", "0", "0", cara=cara) == HasilEfisiensi(None, None, None, None, None, None)
        assert ukur("50", "0", "10", cara=cara) == HasilEfisiensi(None, None, None, None, None, None)


@pytest.mark.parametrize("missing", [0, 1, 2])
def test_without_one_of_the_three_there_is_no_efficiency(missing: int) -> None:
    known: list[Decimal | None] = [Decimal(100), Decimal(1000), Decimal(900)]
    known[missing] = None
    assert ukur_efisiensi(known[0], known[1], known[2], Efisiensi()) is None


# ── The verdict ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cara", "capaian", "realisasi", "simpulan"),
    [
        ("selisih", "95.01", "900", "efisien"),
        ("selisih", "95", "900", "cukup_efisien"),
        ("selisih", "90", "900", "cukup_efisien"),
        ("selisih", "85", "900", "cukup_efisien"),
        ("selisih", "84.99", "900", "tidak_efisien"),
        ("sisa_anggaran", "100", "999", "efisien"),
        ("sisa_anggaran", "100", "1000", "cukup_efisien"),
        ("sisa_anggaran", "100", "1001", "tidak_efisien"),
        ("sisa_anggaran", "99.99", "1", "tidak_dihitung"),
        ("rasio", "90.01", "900", "efisien"),
        ("rasio", "90", "900", "cukup_efisien"),
        ("rasio", "89.99", "900", "tidak_efisien"),
        ("rasio", "90", "0", None),
        ("pmk", "100", "999", "efisien"),
        ("pmk", "100", "1000", "cukup_efisien"),
        ("pmk", "100", "1001", "tidak_efisien"),
        ("pmk", "0", "0", None),
    ],
)
def test_the_verdict_is_by_the_years_method(cara: str, capaian: str, realisasi: str, simpulan: str | None) -> None:
    assert ukur(capaian, "1000", realisasi, cara=cara).simpulan == simpulan


@pytest.mark.parametrize(
    ("ambang", "capaian", "simpulan"),
    [
        ("0", "90", "cukup_efisien"),
        ("0", "90.01", "efisien"),
        ("10", "100", "cukup_efisien"),
        ("10", "100.01", "efisien"),
    ],
)
def test_the_threshold_is_policy(ambang: str, capaian: str, simpulan: str) -> None:
    assert ukur(capaian, "1000", "900", ambang=ambang).simpulan == simpulan


def test_the_threshold_is_in_points_and_for_differences_only() -> None:
    assert ukur("100", "1000", "999", cara="pmk", ambang="100").simpulan is SimpulanEfisiensi.EFISIEN
    assert ukur("91", "1000", "900", cara="rasio", ambang="100").simpulan is SimpulanEfisiensi.EFISIEN


# ── The example of 2024, domain.md § 5.4 ─────────────────────────────────────────────────────────────────────────

S2_TERCETAK: Final = rerata([Decimal("71.42") / 70 * 100, Decimal("52.37") / 60 * 100, Decimal("97.10") / 95 * 100])
S2: Final = rerata([Decimal("71.42") / 70 * 100, Decimal(3880) / 7409 / 60 * 10000, Decimal(7194) / 7409 / 95 * 10000])
S3: Final = rerata([Decimal("68.92") / Decimal("70.5") * 100, Decimal("86.44") / 85 * 100, Decimal(80)])


@pytest.mark.parametrize(
    ("capaian", "pagu", "realisasi", "expected"),
    [
        (Decimal("106.2"), "1286400000", "1171905300", ("15.10", "8.90", "14.22", "85.55")),
        (S2_TERCETAK, "2145000000", "1832450750", ("11.75", None, "12.09", "80.22")),
        (S3, "5412350000", "5198774120", ("-2.90", None, "-3.12", "42.21")),
    ],
)
def test_the_sasaran_of_the_example(
    capaian: Decimal, pagu: str, realisasi: str, expected: tuple[str, str | None, str, str]
) -> None:
    found = ukur(str(capaian), pagu, realisasi)
    assert tuple(map(cetak, (found.selisih, found.sisa_anggaran, found.pmk, found.nilai_pmk))) == expected


def test_a_printed_realisasi_is_no_input() -> None:
    """From 52,37 and 97,10 as printed S2 is 11,75 and 80,22; from their komponen it is 11,74 and 80,21."""
    found = ukur(str(S2), "2145000000", "1832450750")
    assert (cetak(found.selisih), cetak(found.pmk), cetak(found.nilai_pmk)) == ("11.74", "12.09", "80.21")
    assert (cetak(S2), cetak(S2_TERCETAK)) == ("97.17", "97.17")


# ── Properties ───────────────────────────────────────────────────────────────────────────────────────────────────


@given(persen, rupiah, rupiah, st.sampled_from(CaraEfisiensi))
def test_never_an_error_and_a_score_within_its_bounds(
    capaian: Decimal, pagu: Decimal, realisasi: Decimal, cara: CaraEfisiensi
) -> None:
    found = ukur_efisiensi(capaian, pagu, realisasi, Efisiensi(cara=cara))
    assert found is not None
    assert found.nilai_pmk is None or 0 <= found.nilai_pmk <= 100
    assert (found.pmk is None) == (found.nilai_pmk is None) == (not pagu or not capaian)
    assert (found.selisih is None) == (not pagu)
    assert found.sisa_anggaran is None or capaian >= 100
    if not pagu:
        assert found.simpulan is None


@given(persen, rupiah, rupiah, rupiah)
def test_spending_less_for_the_same_is_never_less_efficient(
    capaian: Decimal, pagu: Decimal, a: Decimal, b: Decimal
) -> None:
    less, more = (ukur_efisiensi(capaian, pagu, spent, Efisiensi()) for spent in sorted([a, b]))
    assert less is not None
    assert more is not None
    for name in ("selisih", "sisa_anggaran", "pmk", "nilai_pmk"):
        low, high = getattr(less, name), getattr(more, name)
        assert low is None or low >= high


@given(persen, rupiah, rupiah)
def test_money_in_thousands_changes_no_efficiency(capaian: Decimal, pagu: Decimal, realisasi: Decimal) -> None:
    plain = ukur_efisiensi(capaian, pagu, realisasi, Efisiensi())
    assert plain == ukur_efisiensi(capaian, pagu * 1000, realisasi * 1000, Efisiensi())


def test_the_callers_context_changes_no_efficiency() -> None:
    expected = ukur("97.172785", "2145000000", "1832450750")
    with localcontext(Context(prec=3)):
        assert ukur("97.172785", "2145000000", "1832450750") == expected


@pytest.mark.parametrize("cara", ["selisih", "rasio", "pmk"])
def test_the_least_result_has_a_verdict(cara: str) -> None:
    assert ukur("0.5", "1000", "500", cara=cara).simpulan is SimpulanEfisiensi.TIDAK_EFISIEN
