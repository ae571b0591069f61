"""The formulas of capaian, against the tables of the field, and the arithmetic over komponen against attacks."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.capaian import ukur_capaian
from sakipgen.measuring.rumus import RUMUS, Masukan, RumusError, Tanpa, naik, parse_rumus, turun_rasio, turun_selisih
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


def test_case_5_the_floor_keeps_the_raw_value() -> None:
    found = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", "25"), metode())
    assert found is not None
    assert (found.mentah, found.capaian, found.agregat) == isi(-50, 0, 0)
    assert found.kelas.label == "Sangat Rendah"
    without_floor = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", "25"), metode(lantai=None))
    assert without_floor is not None
    assert (without_floor.mentah, without_floor.capaian, without_floor.agregat) == isi(-50, -50, -50)
    assert without_floor.kelas.label == "Sangat Rendah"


def test_case_6_a_perfect_result_is_neither_zero_nor_an_error() -> None:
    selisih = ukur_capaian(FormulaCapaian.TURUN_SELISIH, masukan("10", "0"), metode())
    assert selisih is not None
    assert (selisih.mentah, selisih.capaian, selisih.agregat) == isi(200, 200, 120)
    assert selisih.kelas.label == "Sangat Tinggi"


@pytest.mark.parametrize(("cap", "top"), [("120", 120), ("100", 100), (None, 200)])
def test_case_6_without_a_finite_ratio_the_capaian_is_the_cap_else_200(cap: str | None, top: int) -> None:
    found = ukur_capaian(FormulaCapaian.TURUN_RASIO, masukan("10", "0"), metode(batas_agregat=cap))
    assert turun_rasio(masukan("10", "0")) is Tanpa.TERBATAS
    assert found is not None
    assert found.mentah is None
    assert (found.capaian, found.agregat, found.tercapai) == isi(top, top, True)


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


def test_case_9_zero_is_a_result() -> None:
    found = ukur_capaian(FormulaCapaian.NAIK, masukan("60", "0"), metode())
    assert found is not None
    assert (found.mentah, found.capaian, found.tercapai) == isi(0, 0, False)
    assert found.kelas.label == "Sangat Rendah"


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


@given(angka, angka, st.sampled_from(FormulaCapaian), st.sampled_from([None, "100", "120"]))
def test_the_three_numbers_are_in_order(
    target: Decimal, realisasi: Decimal, formula: FormulaCapaian, cap: str | None
) -> None:
    found = ukur_capaian(formula, Masukan(target, realisasi), metode(batas_agregat=cap))
    if found is not None:
        assert found.capaian >= 0
        assert 0 <= found.agregat <= found.capaian
        assert cap is None or found.agregat <= Decimal(cap)
        assert found.tercapai is (found.mentah is None or found.mentah >= 100)


def test_the_callers_context_changes_no_formula() -> None:
    target, realisasi = "70.555", "71.4237"
    expected = [RUMUS[f](masukan(target, realisasi)) for f in FormulaCapaian]
    negative = [RUMUS[f](masukan("-70.555", realisasi)) for f in FormulaCapaian]
    with localcontext(Context(prec=3)):
        assert [RUMUS[f](masukan(target, realisasi)) for f in FormulaCapaian] == expected
        assert [RUMUS[f](masukan("-70.555", realisasi)) for f in FormulaCapaian] == negative


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
