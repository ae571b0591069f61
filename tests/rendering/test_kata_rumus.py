"""Formulas in words: what is printed with numbers put in comes to the figure, whatever the signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from sakipgen.domain.metode import AgregasiSasaran, FormulaCapaian
from sakipgen.domain.target import TandaTarget
from sakipgen.measuring import hitung as rata
from sakipgen.measuring.capaian import ukur_capaian
from sakipgen.measuring.hasil import PerTarget
from sakipgen.measuring.rumus import Masukan, parse_rumus
from sakipgen.rekap import BarisIndikator
from sakipgen.rendering.cetak import Angka, ringkas
from sakipgen.rendering.jejak import hitungan
from sakipgen.rendering.kata_rumus import _NEGATIF, KATA, kata, rerata, tulis
from sakipgen.rendering.ucap import Ucap, teks
from tests.measuring.builder import Susunan, metode
from tests.rendering.hitungan import cocok, hitung, mentah, persamaan, sama
from tests.test_rekap import baris
from tests.test_rekap import ringkas as rekapitulasi

F = FormulaCapaian
TETAP = (F.BINER, F.TANGGAL, F.MANUAL)
NAIK = (F.NAIK, F.TAHAPAN, F.PREDIKAT)
TURUN = (F.TURUN_SELISIH, F.TURUN_RASIO)
STABIL = (F.STABIL_SELISIH, F.STABIL_RASIO)
RENTANG = (F.RENTANG, F.RENTANG_TURUN)
angka = st.one_of(
    st.integers(-20, 20).map(Decimal),
    st.decimals(min_value=-(10**9), max_value=10**9, places=6),
    st.decimals(min_value=0, max_value=200, places=2),
)


@cache
def dasar() -> BarisIndikator:
    data = Susunan().ukur("A", frekuensi="tahunan", desimal="6").janji("A", "60").lapor("A", "tahunan", "45")
    return baris(rekapitulasi(data), 2024, "2024")


def row(
    formula: FormulaCapaian,
    target: Decimal,
    realisasi: Decimal,
    maks: Decimal | None = None,
    baseline: Decimal | None = None,
    **fields: Any,
) -> BarisIndikator:
    """A row that was measured so, without any floor."""
    found = dasar()
    stated = Decimal(90) if formula is F.MANUAL else None
    masukan = Masukan(target, realisasi, maks, baseline, dinyatakan=stated)
    hasil = found.hasil._replace(
        formula=formula,
        target=target,
        realisasi=realisasi,
        maks=PerTarget(target=maks),
        baseline=baseline,
        dinyatakan=stated,
        capaian=ukur_capaian(formula, masukan, metode(lantai=None, batas_agregat=None)),
        **fields,
    )
    return replace(found, hasil=hasil)


def printed(formula: FormulaCapaian, target: str, realisasi: str, **more: str | None) -> str | None:
    numbers = {name: None if value is None else Decimal(value) for name, value in more.items()}
    line = hitungan(row(formula, Decimal(target), Decimal(realisasi), **numbers))
    return None if line is None else teks(line)


# ── The thirteen formulas ────────────────────────────────────────────────────────────────────────────────────────


def test_every_formula_has_words_and_symbols() -> None:
    assert set(KATA) == set(FormulaCapaian)
    for words, symbols in (*KATA.values(), *_NEGATIF.values()):
        assert re.fullmatch(r"[A-Z][^:]*[:,] .*\.", words)
        assert symbols
        assert "{" not in symbols


@pytest.mark.parametrize(
    ("formula", "target", "maks", "symbols"),
    [
        (F.NAIK, "-2", None, "(1 + (realisasi − target) ÷ |target|) × 100"),
        (F.NAIK, "2", None, "(realisasi ÷ target) × 100"),
        (F.TURUN_SELISIH, "-2", None, "(1 − (realisasi − target) ÷ |target|) × 100"),
        (F.TURUN_RASIO, "-2", None, "(1 − (realisasi − target) ÷ |target|) × 100"),
        (F.STABIL_SELISIH, "-2", None, "(1 − |realisasi − target| ÷ |target|) × 100"),
        (F.STABIL_RASIO, "-2", None, "(1 − |realisasi − target| ÷ |target|) × 100"),
        (F.RENTANG, "-9", "-5", "(1 + (realisasi − batas) ÷ |batas|) × 100"),
        (F.RENTANG, "-9", "-2", "(1 + (realisasi − batas) ÷ |batas|) × 100"),
        (F.RENTANG_TURUN, "-9", "-5", "(1 − (realisasi − batas) ÷ |batas|) × 100"),
        (F.RENTANG, "1", "2", "(realisasi ÷ batas) × 100"),
        (F.LINTASAN, "-2", None, "((realisasi − kondisi awal) ÷ (target − kondisi awal)) × 100"),
    ],
)
def test_a_negative_target_has_its_own_words(formula: F, target: str, maks: str | None, symbols: str) -> None:
    upper = None if maks is None else Decimal(maks)
    words, found = kata(row(formula, Decimal(target), Decimal(-3), upper, Decimal(1)).hasil)
    assert found == symbols
    assert ("tanpa minusnya" in words) == ("|" in symbols)


def test_a_band_that_passes_zero_is_told_by_the_bound_that_was_passed() -> None:
    above = row(F.RENTANG, Decimal(-9), Decimal(7), Decimal(5))
    assert kata(above.hasil)[1] == "(realisasi ÷ batas) × 100"


def test_a_row_without_a_target_has_the_words_of_its_formula() -> None:
    found = row(F.NAIK, Decimal(-2), Decimal(-3)).hasil._replace(target=None)
    assert kata(found) == KATA[F.NAIK]


@pytest.mark.parametrize("formula", [f for f in FormulaCapaian if f not in TETAP])
@given(target=angka, realisasi=angka, more=angka)
@example(target=Decimal(0), realisasi=Decimal(0), more=Decimal(0))
@example(target=Decimal(-5), realisasi=Decimal(-3), more=Decimal(2))
@example(target=Decimal(-5), realisasi=Decimal(0), more=Decimal(-9))
@example(target=Decimal(10), realisasi=Decimal(-3), more=Decimal(-3))
@example(target=Decimal(80), realisasi=Decimal(95), more=Decimal(90))
@example(target=Decimal(0), realisasi=Decimal(7), more=Decimal(5))
def test_what_is_printed_comes_to_the_raw_capaian(
    formula: FormulaCapaian, target: Decimal, realisasi: Decimal, more: Decimal
) -> None:
    maks = max(target, more) if formula in RENTANG else None
    baseline = more if formula is F.LINTASAN else None
    found = row(formula, target, realisasi, maks, baseline)
    line = hitungan(found)
    if line is None:
        assert found.hasil.capaian is None
        return
    assert found.hasil.capaian is not None
    raw, answer = found.hasil.capaian.mentah, line[-1]
    assert isinstance(answer, Angka)
    assert answer.nilai == found.hasil.capaian.capaian
    equation = persamaan(line)
    if equation is None:  # words: nothing was divided
        assert raw in {None, Decimal(0), Decimal(100)}
        assert not re.search("[÷×|]", teks(line))
        bound = maks if maks is not None and realisasi > maks else target
        if maks is not None and target <= realisasi <= maks:
            reason = "di dalam rentang" if target < maks else "sama dengan target"
        else:
            reason = "berarti tanpa toleransi" if bound == 0 else "dinyatakan dengan pembagian"
            assert bound == 0 or (realisasi == 0 and formula is F.TURUN_RASIO)
        assert reason in teks(line)
        return
    value, figure = equation
    assert raw is not None
    assert (figure.nilai, figure.rujukan) == (raw, "capaian/A:2024/capaian")
    assert sama(value, raw, Fraction(1, 10**26)), teks(line)
    assert cocok(line), teks(line)


@given(
    formula=st.sampled_from([f for f in FormulaCapaian if f is not F.MANUAL]), target=angka, realisasi=angka, more=angka
)
def test_every_figure_of_a_calculation_names_the_cell_that_holds_it(
    formula: FormulaCapaian, target: Decimal, realisasi: Decimal, more: Decimal
) -> None:
    if formula is F.TANGGAL:
        target, realisasi = Decimal(abs(int(target)) % 366 + 1), Decimal(abs(int(realisasi)) % 366 + 1)
    for maks in (None, max(target, more)):
        found = row(formula, target, realisasi, maks if formula in RENTANG else None, more)
        hasil = found.hasil
        cells = {"target": target, "realisasi": realisasi, "target_maks": hasil.maks.target, "baseline": more} | {
            "capaian": hasil.capaian and hasil.capaian.capaian
        }
        for part in hitungan(found) or ():
            if isinstance(part, Angka):
                table, key, column = part.rujukan.split("/")
                assert (table, key, cells[column]) == ("capaian", "A:2024", part.nilai)


@pytest.mark.parametrize(
    ("formula", "target", "realisasi", "more", "expected"),
    [
        (F.NAIK, "60", "45", {}, "(45 ÷ 60) × 100 = 75,00%"),
        (F.NAIK, "60", "-3", {}, "(−3 ÷ 60) × 100 = −5,00%"),
        (F.NAIK, "-5", "-4", {}, "(1 + (−4 − (−5)) ÷ |−5|) × 100 = 120,00%"),
        (F.NAIK, "0", "4", {}, None),
        (F.TAHAPAN, "50", "20", {}, "(20 ÷ 50) × 100 = 40,00%"),
        (F.PREDIKAT, "4", "3", {}, "(3 ÷ 4) × 100 = 75,00%"),
        (F.TURUN_SELISIH, "10", "12", {}, "((2 × 10 − 12) ÷ 10) × 100 = 80,00%"),
        (F.TURUN_SELISIH, "10", "-3", {}, "((2 × 10 − (−3)) ÷ 10) × 100 = 230,00%"),
        (F.TURUN_SELISIH, "-5", "-4", {}, "(1 − (−4 − (−5)) ÷ |−5|) × 100 = 80,00%"),
        (F.TURUN_SELISIH, "0", "0", {}, "target 0 berarti tanpa toleransi, realisasi 0, jadi 100,00%"),
        (F.TURUN_SELISIH, "0", "3", {}, "target 0 berarti tanpa toleransi, realisasi 3, jadi 0,00%"),
        (F.TURUN_RASIO, "10", "12.5", {}, "(10 ÷ 12,5) × 100 = 80,00%"),
        (F.TURUN_RASIO, "10", "-3", {}, "((2 × 10 − (−3)) ÷ 10) × 100 = 230,00%"),
        (
            F.TURUN_RASIO,
            "10",
            "0",
            {},
            "realisasi 0 lebih baik daripada yang dapat dinyatakan dengan pembagian, ditulis 200,00%",
        ),
        (F.RENTANG, "80", "85", {"maks": "90"}, "85 di dalam rentang 80 sampai 90, jadi 100,00%"),
        (F.RENTANG, "80", "99", {"maks": "90"}, "(99 ÷ 90) × 100 = 110,00%"),
        (F.RENTANG, "80", "72", {"maks": "90"}, "(72 ÷ 80) × 100 = 90,00%"),
        (F.RENTANG, "80", "80", {"maks": None}, "realisasi 80 sama dengan target 80, jadi 100,00%"),
        (F.RENTANG, "80", "88", {"maks": None}, "(88 ÷ 80) × 100 = 110,00%"),
        (F.RENTANG_TURUN, "80", "99", {"maks": "90"}, "((2 × 90 − 99) ÷ 90) × 100 = 90,00%"),
        (F.RENTANG_TURUN, "80", "72", {"maks": "90"}, "((2 × 80 − 72) ÷ 80) × 100 = 110,00%"),
        (F.RENTANG_TURUN, "-5", "3", {"maks": "0"}, "batas 0 berarti tanpa toleransi, realisasi 3, jadi 0,00%"),
        (F.STABIL_SELISIH, "50", "40", {}, "(40 ÷ 50) × 100 = 80,00%"),
        (F.STABIL_SELISIH, "50", "60", {}, "((2 × 50 − 60) ÷ 50) × 100 = 80,00%"),
        (F.STABIL_SELISIH, "-5", "-4", {}, "(1 − |−4 − (−5)| ÷ |−5|) × 100 = 80,00%"),
        (
            F.STABIL_SELISIH,
            "0",
            "-3",
            {},
            "target 0 berarti tanpa toleransi ke atas maupun ke bawah, realisasi −3, jadi 0,00%",
        ),
        (F.STABIL_RASIO, "50", "40", {}, "(40 ÷ 50) × 100 = 80,00%"),
        (F.STABIL_RASIO, "50", "62.5", {}, "(50 ÷ 62,5) × 100 = 80,00%"),
        (F.LINTASAN, "60", "45", {"baseline": "40"}, "((45 − 40) ÷ (60 − 40)) × 100 = 25,00%"),
        (F.LINTASAN, "0", "5", {"baseline": "-5"}, "((5 − (−5)) ÷ (0 − (−5))) × 100 = 200,00%"),
        (F.LINTASAN, "60", "45", {"baseline": "60"}, None),
        (F.BINER, "5", "5", {}, "realisasi 5,000000, target 5, jadi 100,00%"),
        (F.TANGGAL, "91", "92", {}, "selesai 92,000000, paling lambat 91,000000, jadi 0,00%"),
        (F.MANUAL, "5", "5", {}, "ditetapkan 90,00%"),
    ],
)
def test_how_it_reads(
    formula: FormulaCapaian, target: str, realisasi: str, more: dict[str, str | None], expected: str | None
) -> None:
    assert printed(formula, target, realisasi, **more) == expected


def test_a_binary_target_says_its_sign() -> None:
    found = row(F.BINER, Decimal(5), Decimal(4), tanda_target=PerTarget(target=TandaTarget.LEBIH_DARI))
    assert teks(hitungan(found) or ()) == "realisasi 4,000000, target lebih dari 5, jadi 0,00%"


def test_the_floor_is_told_where_it_lifted_the_answer() -> None:
    found = row(F.TURUN_SELISIH, Decimal(10), Decimal(25))
    assert found.hasil.capaian is not None
    lifted = replace(found, hasil=found.hasil._replace(capaian=found.hasil.capaian._replace(capaian=Decimal(0))))
    line = hitungan(lifted) or ()
    assert teks(line) == "((2 × 10 − 25) ÷ 10) × 100 = −50,00%, ditulis 0,00%"
    assert [p.rujukan for p in line if isinstance(p, Angka)][-2:] == [
        "capaian/A:2024/capaian_mentah",
        "capaian/A:2024/capaian",
    ]


# ── A rumus over komponen ────────────────────────────────────────────────────────────────────────────────────────

NAMA = ("a", "b", "c")
bilangan = st.one_of(st.integers(0, 1000).map(str), st.decimals(0, 99, places=9).map(lambda d: format(d, "f")))


def lebih_panjang(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pair = st.tuples(inner, st.sampled_from("+-*/"), inner)
    return st.one_of(
        pair.map(lambda p: f"({p[0]}) {p[1]} ({p[2]})"),
        pair.map(lambda p: f"{p[0]} {p[1]} {p[2]}"),
        inner.map(lambda x: f"-({x})"),
        inner.map(lambda x: f"-{x}"),
    )


rumus = st.recursive(st.one_of(st.sampled_from(NAMA), bilangan), lebih_panjang, max_leaves=8)
komponen = st.fixed_dictionaries({name: st.decimals(-999, 99999, places=3) for name in NAMA})


@given(text=rumus, values=komponen)
@example(text="a / b * 100", values={"a": Decimal(3880), "b": Decimal(7409), "c": Decimal(0)})
@example(text="a - (b - c)", values={"a": Decimal(1), "b": Decimal(-2), "c": Decimal(-3)})
@example(text="a + (-b + c) - -b", values={"a": Decimal(-1), "b": Decimal(-2), "c": Decimal(-3)})
@example(text="a * 0.123456789", values={"a": Decimal(1), "b": Decimal(0), "c": Decimal(0)})
def test_a_rumus_as_written_comes_to_the_reported_value(text: str, values: dict[str, Decimal]) -> None:
    assume(len(text) <= 250)
    want = parse_rumus(text).hitung(values)
    names: dict[str, Ucap] = {k: (Angka(v, f"komponen/A:2024:{k}/nilai", ringkas(v, 6)),) for k, v in values.items()}
    written = tulis(text, names)
    if want is None:
        with pytest.raises(ZeroDivisionError):
            hitung("".join(map(mentah, written)))
        return
    assert sama(hitung("".join(map(mentah, written))), want), teks(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", "a"),
        ("a / b * 100", "(a ÷ b) × 100"),
        ("a + b + c", "a + b + c"),
        ("a - b - c", "(a − b) − c"),
        ("a - (b + c)", "a − (b + c)"),
        ("a / (b / c)", "a ÷ (b ÷ c)"),
        ("a*b + c", "(a × b) + c"),
        ("(a * b) * c", "a × b × c"),
        ("(a - b) / b * 100", "((a − b) ÷ b) × 100"),
        ("-a + b", "(−a) + b"),
        ("-(a + b)", "−(a + b)"),
        ("a * -1", "a × (−1)"),
        ("1000 * a / 2.50", "(1.000 × a) ÷ 2,5"),
        ("a * 0.00000012", "a × 0,00000012"),
    ],
)
def test_a_rumus_reads_as_by_hand(text: str, expected: str) -> None:
    assert teks(tulis(text, {name: (name,) for name in NAMA})) == expected


# ── Means ────────────────────────────────────────────────────────────────────────────────────────────────────────

capaian = st.decimals(min_value=0, max_value=120, places=6)
bobot = st.decimals(min_value="0.01", max_value=100, places=2)


def parts(rows: Sequence[tuple[Decimal, Decimal | None]]) -> list[tuple[Angka, Angka | None]]:
    return [
        (
            Angka(value, f"capaian/{n}:2024/capaian_agregat", ringkas(value, 2), akhiran="%"),
            None if weight is None else Angka(weight, f"anggota/2024:sasaran:S1:{n}/bobot", ringkas(weight, 6)),
        )
        for n, (value, weight) in enumerate(rows)
    ]


@given(rows=st.lists(st.tuples(capaian, bobot), min_size=2, max_size=6), cara=st.sampled_from(AgregasiSasaran))
def test_a_mean_as_written_comes_to_the_capaian(rows: list[tuple[Decimal, Decimal]], cara: AgregasiSasaran) -> None:
    match cara:
        case AgregasiSasaran.RERATA:
            want = rata.rerata([value for value, _ in rows])
        case AgregasiSasaran.BERBOBOT:
            want = rata.rerata_berbobot(rows)
        case AgregasiSasaran.GEOMETRIK:
            want = rata.rerata_geometrik([value for value, _ in rows])
    assert want is not None
    equation = persamaan((*rerata(cara, parts(rows)), " = ", Angka(want, "x/y/z", "")))
    assert equation is not None
    assert sama(equation[0], want)


@pytest.mark.parametrize(
    ("cara", "rows", "expected"),
    [
        (AgregasiSasaran.RERATA, [("80", None), ("90.5", None)], "(80% + 90,5%) ÷ 2"),
        (AgregasiSasaran.RERATA, [("80", "40")], "80%"),
        (AgregasiSasaran.RERATA, [], ""),
        (AgregasiSasaran.GEOMETRIK, [("80", None), ("90", None)], "akar pangkat 2 dari (80% × 90%)"),
        (AgregasiSasaran.GEOMETRIK, [], ""),
        (AgregasiSasaran.BERBOBOT, [("80", "40"), ("90", "60")], "(80% × 40 + 90% × 60) ÷ 100"),
        (AgregasiSasaran.BERBOBOT, [("80", "33.333"), ("90", "66.667")], "(80% × 33,333 + 90% × 66,667) ÷ 100"),
        (AgregasiSasaran.BERBOBOT, [("80", "40"), ("90", None)], "(80% × 40) ÷ 40"),
        (AgregasiSasaran.BERBOBOT, [], ""),
    ],
)
def test_how_a_mean_reads(cara: AgregasiSasaran, rows: list[tuple[str, str | None]], expected: str) -> None:
    numbers = [(Decimal(value), None if weight is None else Decimal(weight)) for value, weight in rows]
    assert teks(rerata(cara, parts(numbers))) == expected
