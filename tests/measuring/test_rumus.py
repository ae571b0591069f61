"""The formulas of capaian, against the tables of the field, and the arithmetic over komponen against attacks."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.capaian import ukur_capaian
from sakipgen.measuring.hitung import CONTEXT, jumlah, rerata, round_half_up
from sakipgen.measuring.rumus import (
    RUMUS,
    Masukan,
    Mentah,
    RumusError,
    biner,
    lintasan,
    manual,
    naik,
    parse_rumus,
    rentang,
    rentang_turun,
    stabil_rasio,
    stabil_selisih,
    tanggal,
    turun_rasio,
    turun_selisih,
)
from tests.measuring.builder import isi, metode

positif = st.decimals(min_value="0.000001", max_value=10**9, places=6)
angka = st.decimals(min_value=-(10**9), max_value=10**9, places=6)
SEJENGKAL = Decimal("1e-12")


def masukan(target: str, realisasi: str) -> Masukan:
    return Masukan(Decimal(target), Decimal(realisasi))


# ── Formulas: field-defects.md § 3.1, domain.md § 2.1, § 2.2 and § 7 ─────────────────────────────────────────────


@pytest.mark.parametrize(
    ("realisasi", "mentah", "capaian"),
    [
        ("10", "100", "100"),
        ("8", "120", "120"),
        ("5", "150", "150"),
        ("0.1", "199", "199"),
        ("0", "200", "200"),
        ("25", "-50", "0"),
        ("20", "0", "0"),
        ("12", "80", "80"),
    ],
)
def test_turun_selisih_is_the_formula_of_the_regulation_with_a_floor(realisasi: str, mentah: str, capaian: str) -> None:
    found = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", realisasi), metode())
    assert found is not None
    assert found.mentah == Decimal(mentah)
    assert found.capaian == Decimal(capaian)
    assert found.agregat == min(Decimal(capaian), Decimal(120))
    assert found.tercapai is (Decimal(mentah) >= 100)


@pytest.mark.parametrize(
    ("realisasi", "mentah"),
    [("10", "100"), ("8", "125"), ("5", "200"), ("0.1", "10000"), ("25", "40"), ("20", "50")],
)
def test_turun_rasio_divides_by_the_realisasi(realisasi: str, mentah: str) -> None:
    assert turun_rasio(masukan("10", realisasi)) == Decimal(mentah)


def test_case_4_the_variants_differ() -> None:
    assert turun_selisih(masukan("10", "12")) == 80
    assert turun_selisih(masukan("10", "8")) == 120
    assert turun_rasio(masukan("10", "12")) == Decimal("83.33333333333333333333333333")
    assert turun_rasio(masukan("10", "8")) == 125


@pytest.mark.parametrize("formula", [FormulaCapaian.TURUN_SELISIH, FormulaCapaian.TURUN_RASIO])
def test_case_7_a_target_of_zero_tolerates_nothing(formula: FormulaCapaian) -> None:
    assert RUMUS[formula](masukan("0", "0")) == 100
    assert RUMUS[formula](masukan("0", "3")) == 0
    assert RUMUS[formula](masukan("0", "0.01")) == 0
    assert RUMUS[formula](masukan("0.00", "-1")) == 100


@pytest.mark.parametrize("realisasi", ["0", "2", "-2"])
def test_case_8_higher_is_better_has_no_answer_at_target_zero(realisasi: str) -> None:
    assert naik(masukan("0", realisasi)) is None
    assert ukur_capaian(FormulaCapaian.NAIK, masukan("0", realisasi), metode()) is None


@pytest.mark.parametrize(("realisasi", "expected"), [("-1", 150), ("-2", 100), ("-3", 50), ("0", 200), ("-6", -100)])
def test_case_10_a_negative_target_is_not_reversed(realisasi: str, expected: int) -> None:
    assert naik(masukan("-2", realisasi)) == expected
    assert turun_selisih(masukan("-2", realisasi)) == 200 - expected
    assert turun_rasio(masukan("-2", realisasi)) == 200 - expected


def test_case_21_is_computed_from_unrounded_components() -> None:
    found = naik(Masukan(Decimal("10.83"), Decimal("6.1223")))
    assert isinstance(found, Decimal)
    assert found.quantize(Decimal("0.01")) == Decimal("56.53")


@given(positif, st.sampled_from(FormulaCapaian))
def test_on_target_is_exactly_100(target: Decimal, formula: FormulaCapaian) -> None:
    assert RUMUS[formula](Masukan(target, target, baseline=-target, dinyatakan=Decimal(100))) == 100


@given(angka.filter(bool), st.sampled_from([FormulaCapaian.NAIK, FormulaCapaian.TURUN_SELISIH]))
def test_on_target_is_100_below_zero_too(target: Decimal, formula: FormulaCapaian) -> None:
    assert RUMUS[formula](Masukan(target, target)) == 100


@given(angka.filter(bool), angka)
def test_naik_and_turun_selisih_mirror_each_other(target: Decimal, realisasi: Decimal) -> None:
    up, down = naik(Masukan(target, realisasi)), turun_selisih(Masukan(target, realisasi))
    assert isinstance(up, Decimal)
    assert isinstance(down, Decimal)
    assert abs(up + down - 200) <= SEJENGKAL * (abs(up) + 1)


@given(angka.filter(bool), angka, angka)
def test_more_is_better_or_worse_all_the_way(target: Decimal, a: Decimal, b: Decimal) -> None:
    low, high = sorted([a, b])
    up = [naik(Masukan(target, r)) for r in (low, high)]
    down = [turun_selisih(Masukan(target, r)) for r in (low, high)]
    assert isinstance(up[0], Decimal)
    assert isinstance(up[1], Decimal)
    assert isinstance(down[0], Decimal)
    assert isinstance(down[1], Decimal)
    assert up[0] <= up[1]
    assert down[0] >= down[1]


@given(positif, positif, positif)
def test_turun_rasio_falls_as_the_realisasi_grows(target: Decimal, a: Decimal, b: Decimal) -> None:
    low, high = sorted([a, b])
    worse, better = turun_rasio(Masukan(target, high)), turun_rasio(Masukan(target, low))
    assert isinstance(worse, Decimal)
    assert isinstance(better, Decimal)
    assert worse <= better


@given(positif, positif, st.sampled_from(FormulaCapaian))
def test_a_change_of_unit_changes_no_capaian(target: Decimal, realisasi: Decimal, formula: FormulaCapaian) -> None:
    plain = RUMUS[formula](Masukan(target, realisasi))
    thousand = RUMUS[formula](Masukan(target * 1000, realisasi * 1000))
    assert plain == thousand


def test_the_callers_context_changes_no_formula() -> None:
    target, realisasi = "70.555", "71.4237"
    expected = [RUMUS[f](masukan(target, realisasi)) for f in FormulaCapaian]
    negative = [RUMUS[f](masukan("-70.555", realisasi)) for f in FormulaCapaian]
    with localcontext(Context(prec=3)):
        assert [RUMUS[f](masukan(target, realisasi)) for f in FormulaCapaian] == expected
        assert [RUMUS[f](masukan("-70.555", realisasi)) for f in FormulaCapaian] == negative


# ── Further formulas: domain.md § 2.1 and cases 11–14 ────────────────────────────────────────────────────────────


def isian(target: str, realisasi: str, **fields: Any) -> Masukan:
    """The input of a formula; a bound or a baseline is given as a text."""
    numbers: dict[str, Any] = {k: Decimal(v) if isinstance(v, str) else v for k, v in fields.items()}
    return Masukan(Decimal(target), Decimal(realisasi), **numbers)


def cetak(value: Mentah) -> str:
    """The value as it would be printed, with two decimals."""
    assert isinstance(value, Decimal)
    return str(round_half_up(value, 2))


def test_case_11_the_way_from_the_baseline_and_the_level_say_different_things() -> None:
    poverty = isian("5.00", "6.90", baseline="7.49")
    assert cetak(lintasan(poverty)) == "23.69"
    assert cetak(turun_selisih(poverty)) == "62.00"
    assert cetak(turun_rasio(poverty)) == "72.46"


@pytest.mark.parametrize(
    ("target", "baseline", "realisasi", "expected"),
    [
        ("80", "60", "70", "50"),
        ("80", "60", "60", "0"),
        ("80", "60", "80", "100"),
        ("80", "60", "90", "150"),
        ("80", "60", "50", "-50"),
        ("5", "10", "5", "100"),
        ("5", "10", "12.5", "-50"),
        ("0", "10", "4", "60"),
        ("-2", "-6", "-3", "75"),
    ],
)
def test_lintasan_is_the_part_of_the_way(target: str, baseline: str, realisasi: str, expected: str) -> None:
    assert lintasan(isian(target, realisasi, baseline=baseline)) == Decimal(expected)


@pytest.mark.parametrize("realisasi", ["5", "7", "3"])
def test_a_way_of_no_length_has_no_answer(realisasi: str) -> None:
    assert lintasan(isian("5", realisasi, baseline="5.00")) is None
    assert lintasan(isian("5", realisasi)) is None


@pytest.mark.parametrize(
    ("realisasi", "naik_baik", "turun_baik"),
    [
        ("85", "100.00", "100.00"),
        ("80", "100.00", "100.00"),
        ("90", "100.00", "100.00"),
        ("92", "102.22", "97.78"),
        ("70", "87.50", "112.50"),
        ("90.01", "100.01", "99.99"),
        ("79.99", "99.99", "100.01"),
        ("0", "0.00", "200.00"),
    ],
)
def test_case_12_a_band_of_80_to_90(realisasi: str, naik_baik: str, turun_baik: str) -> None:
    band = isian("80", realisasi, maks="90")
    assert (cetak(rentang(band)), cetak(rentang_turun(band))) == (naik_baik, turun_baik)


def test_case_12_the_printed_example_of_the_regulation_is_a_misprint() -> None:
    """PermenPAN-RB 8/2021 prints 113 % for 92 in 80–90; by its own rule, R/U, it is 102,22 %."""
    assert cetak(rentang(isian("80", "92", maks="90"))) == "102.22"  # and not 113


def test_a_band_without_an_upper_bound_is_a_point() -> None:
    assert [rentang(isian("80", r)) for r in ("80", "100", "40")] == [100, 125, 50]
    assert [rentang_turun(isian("80", r)) for r in ("80", "100", "40")] == [100, 75, 150]


def test_a_band_at_and_below_zero() -> None:
    assert rentang(isian("0", "0", maks="5")) == rentang(isian("-5", "0", maks="0")) == 100
    assert rentang(isian("0", "-1", maks="5")) is None
    assert rentang_turun(isian("0", "-1", maks="5")) == 100
    assert rentang(isian("-5", "1", maks="0")) is None
    assert rentang_turun(isian("-5", "1", maks="0")) == 0
    assert rentang(isian("-4", "-6", maks="-2")) == 50
    assert rentang(isian("-4", "-1", maks="-2")) == 150


@pytest.mark.parametrize(
    ("target", "realisasi", "selisih", "rasio"),
    [
        ("20", "25", "75", "80"),
        ("20", "15", "75", "75"),
        ("20", "20", "100", "100"),
        ("20", "40", "0", "50"),
        ("20", "0", "0", "0"),
        ("20", "50", "-50", "40"),
        ("20", "-5", "-25", "-25"),
        ("-20", "-25", "75", "75"),
        ("-20", "-15", "75", "75"),
        ("0", "0", "100", "100"),
        ("0", "3", "0", "0"),
        ("0", "-3", "0", "0"),
    ],
)
def test_case_13_the_nearer_the_better(target: str, realisasi: str, selisih: str, rasio: str) -> None:
    found = isian(target, realisasi)
    assert (stabil_selisih(found), stabil_rasio(found)) == (Decimal(selisih), Decimal(rasio))


def test_case_14_a_predikat_by_score_by_rank_and_as_yes_or_no() -> None:
    """Target A (80,01), result BB (75,20): rank 6 and rank 5."""
    score, rank = isian("80.01", "75.20"), isian("6", "5")
    assert cetak(RUMUS[FormulaCapaian.PREDIKAT](score)) == "93.99"
    assert cetak(RUMUS[FormulaCapaian.PREDIKAT](rank)) == "83.33"
    assert (biner(score), biner(rank)) == isi(0, 0)


SEPERTIGA = {"jumlah": [Fraction(1, 3)] * 3, "rerata": [Fraction(299, 3), Fraction(301, 3)] * 2}


@pytest.mark.parametrize("cara", sorted(SEPERTIGA))
def test_what_is_the_target_by_all_digits_that_decide_is_the_target(cara: str) -> None:
    """Quotients are off by one in the last digit: three thirds are 1 and no less."""
    values = [CONTEXT.divide(Decimal(f.numerator), Decimal(f.denominator)) for f in SEPERTIGA[cara]]
    figure = jumlah(values) if cara == "jumlah" else rerata(values)
    target = Decimal(1 if cara == "jumlah" else 100)
    assert figure is not None
    assert figure != target
    assert biner(Masukan(target, figure)) == 100
    assert biner(Masukan(target, figure, turun=True)) == 100
    assert biner(Masukan(target, figure, tegas=True)) == biner(Masukan(target, figure, turun=True, tegas=True)) == 0
    for rumus in (rentang, rentang_turun):
        assert rumus(Masukan(target, figure, target + 1)) == 100
        assert rumus(Masukan(target - 1, figure, target)) == 100


@pytest.mark.parametrize(
    ("teks", "expected"), [("a / b * b - a", 0), ("a / b - a / b", 0), ("a / b / b / b", "1e-18"), ("a - a", 0)]
)
def test_quotients_that_cancel_leave_nothing(teks: str, expected: Any) -> None:
    found = parse_rumus(teks).hitung({"a": Decimal(1), "b": Decimal(1000000 if "/ b / b" in teks else 3)})
    assert found == Decimal(expected)


def test_what_is_smaller_than_any_figure_is_nothing() -> None:
    smallest = {0: Decimal("1E-49"), 1: Decimal(0)}
    for more, expected in smallest.items():
        assert parse_rumus(f"a / 1{'0' * (49 + more)}").hitung({"a": Decimal(1)}) == expected


@pytest.mark.parametrize(
    ("realisasi", "naik_", "naik_tegas", "turun_", "turun_tegas"),
    [("50", 100, 0, 100, 0), ("50.01", 100, 100, 0, 0), ("49.99", 0, 0, 100, 100)],
)
def test_biner_is_met_or_not(realisasi: str, naik_: int, naik_tegas: int, turun_: int, turun_tegas: int) -> None:
    found = [
        biner(isian("50", realisasi, turun=turun, tegas=tegas)) for turun in (False, True) for tegas in (False, True)
    ]
    assert found == [naik_, naik_tegas, turun_, turun_tegas]


@pytest.mark.parametrize(("hari", "expected"), [("90", 100), ("89", 100), ("91", 0), ("366", 0), ("-3", 100)])
def test_a_day_is_kept_or_missed(hari: str, expected: int) -> None:
    assert tanggal(isian("90", hari)) == expected


@pytest.mark.parametrize(("selesai", "expected"), [("40", "40"), ("100", "100"), ("0", "0")])
def test_milestones_are_the_sum_of_their_weights(selesai: str, expected: str) -> None:
    assert RUMUS[FormulaCapaian.TAHAPAN](isian("100", selesai)) == Decimal(expected)
    assert RUMUS[FormulaCapaian.TAHAPAN](isian("40", selesai)) == Decimal(expected) * Decimal("2.5")


def test_a_stated_capaian_is_taken_as_it_is() -> None:
    assert manual(isian("100", "1", dinyatakan="87.5")) == Decimal("87.5")
    assert manual(isian("100", "1", dinyatakan="0")) == 0
    assert manual(isian("100", "100")) is None


# ── Properties of quality.md § 5.3 ───────────────────────────────────────────────────────────────────────────────

NAIK: Final = (FormulaCapaian.NAIK, FormulaCapaian.RENTANG, FormulaCapaian.TAHAPAN, FormulaCapaian.PREDIKAT)
TURUN: Final = (
    FormulaCapaian.TURUN_SELISIH,
    FormulaCapaian.TURUN_RASIO,
    FormulaCapaian.RENTANG_TURUN,
    FormulaCapaian.TANGGAL,
)


def urut(formula: FormulaCapaian, target: Decimal, a: Decimal, b: Decimal, **fields: Any) -> tuple[Mentah, Mentah]:
    """The answers for the lower and for the higher realisasi."""
    low, high = sorted([a, b])
    one, other = (RUMUS[formula](Masukan(target, r, **fields)) for r in (low, high))
    return one, other


@given(positif, positif, positif, positif, st.sampled_from(NAIK))
def test_more_is_never_worse(target: Decimal, lebar: Decimal, a: Decimal, b: Decimal, formula: FormulaCapaian) -> None:
    low, high = urut(formula, target, a, b, maks=target + lebar)
    assert isinstance(low, Decimal)
    assert isinstance(high, Decimal)
    assert low <= high


@given(positif, positif, positif, positif, st.sampled_from(TURUN))
def test_more_is_never_better(target: Decimal, lebar: Decimal, a: Decimal, b: Decimal, formula: FormulaCapaian) -> None:
    low, high = urut(formula, target, a, b, maks=target + lebar)
    assert isinstance(low, Decimal)
    assert isinstance(high, Decimal)
    assert low >= high


@given(angka, angka, angka, angka)
def test_the_way_grows_towards_the_target(target: Decimal, baseline: Decimal, a: Decimal, b: Decimal) -> None:
    low, high = urut(FormulaCapaian.LINTASAN, target, a, b, baseline=baseline)
    if target == baseline:
        assert (low, high) == (None, None)
    else:
        assert isinstance(low, Decimal)
        assert isinstance(high, Decimal)
        assert (low <= high) if target > baseline else (low >= high)


def test_biner_of_a_band_is_met_within_it_only() -> None:
    found = [biner(Masukan(Decimal("1.5"), Decimal(r), Decimal("3.5"))) for r in ("1.4", "1.5", "2", "3.5", "3.6")]
    assert found == [0, 100, 100, 100, 0]
    third = CONTEXT.divide(Decimal(1), Decimal(3))
    assert biner(Masukan(Decimal(0), CONTEXT.add(third, Decimal("1E-28")), third)) == 100, "digits that do not decide"


@given(angka.filter(bool), angka, st.booleans(), st.booleans())
def test_biner_is_monotone(target: Decimal, a: Decimal, turun: bool, tegas: bool) -> None:
    low, high = urut(FormulaCapaian.BINER, target, a, target, turun=turun, tegas=tegas)
    assert isinstance(low, Decimal)
    assert isinstance(high, Decimal)
    assert (low >= high) if turun else (low <= high)


@given(positif, positif, st.sampled_from([FormulaCapaian.STABIL_SELISIH, FormulaCapaian.STABIL_RASIO]))
def test_the_nearer_is_never_worse(target: Decimal, jarak: Decimal, formula: FormulaCapaian) -> None:
    for sign in (1, -1):
        near, far = (RUMUS[formula](Masukan(target, target + sign * jarak * n)) for n in (1, 2))
        assert isinstance(near, Decimal)
        assert isinstance(far, Decimal)
        assert 100 > near > far or abs(near - far) <= SEJENGKAL


@given(angka.filter(bool), positif)
def test_the_same_distance_costs_the_same_on_either_side(target: Decimal, jarak: Decimal) -> None:
    above, below = (stabil_selisih(Masukan(target, target + sign * jarak)) for sign in (1, -1))
    assert above == below


@given(positif, positif, st.fractions(min_value=0, max_value=1))
def test_within_a_band_it_is_100_and_just_beside_it_nearly(low: Decimal, lebar: Decimal, bagian: Fraction) -> None:
    high = low + lebar
    inside = low + lebar * bagian.numerator / bagian.denominator
    for formula in (rentang, rentang_turun):
        assert [formula(Masukan(low, r, high)) for r in (low, min(inside, high), high)] == [100] * 3
        for bound, step in ((low, -low), (high, high)):
            beside = formula(Masukan(low, bound + step * Decimal("1e-9"), high))
            assert isinstance(beside, Decimal)
            assert 0 < abs(beside - 100) < Decimal("1e-6")


@given(
    angka,
    angka,
    angka,
    st.integers(1, 1000).map(Decimal),
    st.sampled_from([Decimal(1), Decimal(-1), Decimal("0.01")]),
    angka,
)
def test_the_way_knows_neither_unit_nor_origin(
    target: Decimal, baseline: Decimal, realisasi: Decimal, kali: Decimal, arah: Decimal, tambah: Decimal
) -> None:
    def geser(value: Decimal) -> Decimal:
        return value * kali * arah + tambah

    plain = lintasan(Masukan(target, realisasi, baseline=baseline))
    assert lintasan(Masukan(geser(target), geser(realisasi), baseline=geser(baseline))) == plain


@given(angka, angka, positif, angka, st.sampled_from(FormulaCapaian), st.sampled_from([1000, 1000000]))
def test_a_change_of_unit_changes_neither_band_nor_way(
    target: Decimal, realisasi: Decimal, lebar: Decimal, baseline: Decimal, formula: FormulaCapaian, kali: int
) -> None:
    plain = Masukan(target, realisasi, target + lebar, baseline)
    other = Masukan(target * kali, realisasi * kali, (target + lebar) * kali, baseline * kali)
    assert RUMUS[formula](plain) == RUMUS[formula](other)


# ── Expressions over komponen ────────────────────────────────────────────────────────────────────────────────────

KOMPONEN: Mapping[str, Decimal] = {"a": Decimal(7), "b": Decimal(2), "nol": Decimal(0)}


@pytest.mark.parametrize(
    ("teks", "expected"),
    [
        ("a / b * 100", "350"),
        ("a * 100 / b", "350"),
        ("a - b - 1", "4"),
        ("a - (b - 1)", "6"),
        ("a + b * 2", "11"),
        ("(a + b) * 2", "18"),
        ("-a + b", "-5"),
        ("--a", "7"),
        ("a", "7"),
        ("a * 0.1", "0.7"),
        ("a * .5", "3.5"),
        ("  a", None),
    ],
)
def test_arithmetic(teks: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(RumusError):
            parse_rumus(teks)
    else:
        assert parse_rumus(teks).hitung(KOMPONEN) == Decimal(expected)


def test_numbers_are_read_from_the_text_and_never_through_binary() -> None:
    assert parse_rumus("a * 0.1 + 0.2").hitung({"a": Decimal(1)}) == Decimal("0.3")
    assert parse_rumus("a * 1.000000000000000000001").hitung({"a": Decimal(1)}) == Decimal("1.000000000000000000001")
    assert parse_rumus("a + 12345678901234567890").hitung({"a": Decimal(1)}) == 12345678901234567891


@pytest.mark.parametrize("teks", ["a / nol", "nol / nol", "a / (b - 2)", "1 / (nol * a)"])
def test_a_division_by_zero_has_no_value(teks: str) -> None:
    assert parse_rumus(teks).hitung(KOMPONEN) is None


def test_zero_has_no_sign_and_a_result_has_28_digits() -> None:
    assert str(parse_rumus("-nol").hitung(KOMPONEN)) == "0"
    assert str(parse_rumus("nol * -1").hitung(KOMPONEN)) == "0"
    assert parse_rumus("1" * 40).hitung({}) == Decimal("1111111111111111111111111111e12")


def test_the_names_of_a_rumus() -> None:
    assert parse_rumus("(jp20 + tambahan_1) / total * 100").nama == {"jp20", "tambahan_1", "total"}


@pytest.mark.parametrize(
    "teks",
    [
        "__import__('os').system('ls')",
        "a**b",
        "a//b",
        "a % b",
        "a @ b",
        "1e9",
        "1E9",
        "0x10",
        "0b1",
        "1_000",
        "1j",
        "a.b",
        "a[0]",
        "a(b)",
        "max(a, b)",
        "a, b",
        "()",
        "",
        " ",
        "True",
        "None",
        "not a",
        "+a",
        "~a",
        "a if b else a",
        "a < b",
        "a and b",
        "1or a",
        "1.or a",
        "1in a",
        "lambda: a",
        "a := 1",
        "[a]",
        "{a}",
        "{a: b}",
        "'a'",
        '"\\d"',
        "f'{a}'",
        "a;b",
        "a = b",
        "(a",
        "a)",
        "a b",
        "a -",
        "* a",
        "007",
        "1.5.2",
        "jumlah × 100",
        "a÷b",
        "а / b",
        "a\xa0/ b",
        "a # b",
        "a\\\n/b",
        "a\t/ b",
        "yield",
        "await a",
        "*a",
        "1" * 251,
        "(" * 240 + "a",
    ],
)
def test_everything_else_is_refused_in_indonesian_and_without_a_warning(teks: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(RumusError, match=r"^rumus "):
            parse_rumus(teks)


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(teks: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            found = parse_rumus(teks)
        except RumusError:
            return
    value = found.hitung(dict.fromkeys(found.nama, Decimal(1)))
    assert value is None or value.is_finite()


@given(st.text(alphabet="ab01.+-*/() ", max_size=30))
def test_any_expression_ends_in_a_number_or_in_nothing(teks: str) -> None:
    try:
        found = parse_rumus(teks)
    except RumusError:
        return
    values = {"a": Decimal(7), "b": Decimal("0.5")}
    result = found.hitung(values | dict.fromkeys(found.nama - set(values), Decimal(0)))
    assert result is None or result.is_finite()


def test_a_name_is_only_a_name() -> None:
    rumus = parse_rumus("__import__")  # that no komponen has it is the business of R022
    assert rumus.nama == {"__import__"}
    with pytest.raises(KeyError):
        rumus.hitung({})


def test_deep_brackets_and_signs_do_not_end_the_interpreter() -> None:
    assert parse_rumus("(" * 100 + "a" + ")" * 100).hitung({"a": Decimal(1)}) == 1
    assert parse_rumus("-" * 249 + "a").hitung({"a": Decimal(1)}) == -1


def test_the_callers_context_changes_no_rumus() -> None:
    rumus = parse_rumus("jp20 / total * 100")
    values = {"jp20": Decimal(3880), "total": Decimal(7409)}
    expected = rumus.hitung(values)
    with localcontext(Context(prec=3)):
        assert rumus.hitung(values) == expected
    assert str(expected) == "52.36874072074503981643946551"
