"""Every printed capaian is what the engine says at the printed decimals, or is listed with the reason why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, Decimal
from enum import Enum
from itertools import product
from types import MappingProxyType
from typing import Final

import pytest
from pydantic import ValidationError

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.hitung import CONTEXT, round_half_up
from tests.measuring.builder import indikator, metode
from tests.vektor.baca import RASIO, Baris, baca, bilangan, cetak, polos, ukur

ROWS: Final = baca("capaian")
BY_ID: Final = MappingProxyType({row["id"]: row for row in ROWS})
FORMULA: Final[Mapping[str, FormulaCapaian]] = MappingProxyType(
    {
        "R/T": FormulaCapaian.NAIK,
        "(2T-R)/T": FormulaCapaian.TURUN_SELISIH,
        "T/R": FormulaCapaian.TURUN_RASIO,
    }
)
YA: Final = tuple(row for row in ROWS if row["cocok"] == "ya")
SAMA: Final = tuple(row for row in YA if row["rumus"].startswith("R/T (T=R"))
"""Target and realisasi are equal: no evidence for a formula."""
SELISIH: Final = "V127"
"""The one row whose column «Capaian» is a difference and no percentage."""


class Sebab(Enum):
    """Why a row is not what the engine prints."""

    DIPOTONG = "cut off after the printed decimals, not rounded"
    SATU_DESIMAL = "rounded to one decimal and printed with a zero behind it"
    DIBULATKAN_DULU = "computed from a target or realisasi that was not rounded yet, as only its author knew it"
    SALAH_CETAK = "no formula gives it: a misprint or a wrong sum"
    TIDAK_DICETAK = "target and realisasi are printed, the capaian is not"
    TANPA_ANGKA = "target or realisasi is missing or no single number, so the engine has nothing to measure"


@dataclass(frozen=True, slots=True)
class Lain:
    sebab: Sebab
    mentah: str | None
    """What the engine says by R/T, to the last digit."""
    catatan: str = ""


LAIN: Final[Mapping[str, Lain]] = MappingProxyType(
    {
        "V004": Lain(Sebab.SALAH_CETAK, "-3333.333333333333333333333333", "printed −33,33: a hundredth of it"),
        "V005": Lain(Sebab.DIPOTONG, "139.7384615384615384615384615"),
        "V015": Lain(Sebab.SALAH_CETAK, "103.7368421052631578947368421", "printed 102,17 in table and text"),
        "V020": Lain(Sebab.DIBULATKAN_DULU, "100.6842105263157894736842105"),
        "V022": Lain(Sebab.DIBULATKAN_DULU, "90.0"),
        "V026": Lain(Sebab.TIDAK_DICETAK, "100", "the column «Capaian» repeats the realisasi"),
        "V027": Lain(Sebab.TIDAK_DICETAK, "50", "the column «Capaian» repeats the realisasi"),
        "V028": Lain(Sebab.TANPA_ANGKA, None, "realisasi not known yet, printed n/a"),
        "V041": Lain(Sebab.DIBULATKAN_DULU, "121.4765100671140939597315436", "25,478 km of 21 km gives the 121,32"),
        "V044": Lain(Sebab.SATU_DESIMAL, "73.33333333333333333333333333"),
        "V045": Lain(Sebab.SALAH_CETAK, "73.33333333333333333333333333", "the page prints 11/15 x 100 = 70,30"),
        "V066": Lain(Sebab.TIDAK_DICETAK, "94.68181818181818181818181818", "only the mean of two is printed"),
        "V067": Lain(Sebab.TIDAK_DICETAK, "105.5555555555555555555555556", "only the mean of two is printed"),
        "V079": Lain(Sebab.DIPOTONG, "21.73913043478260869565217391"),
        "V080": Lain(Sebab.TIDAK_DICETAK, "38.46153846153846153846153846"),
        "V082": Lain(Sebab.DIPOTONG, "666.6666666666666666666666667"),
        "V087": Lain(Sebab.TANPA_ANGKA, None, "target out of sight; 80 would give the 125"),
        "V088": Lain(Sebab.TANPA_ANGKA, None, "target out of sight; 67 would give the 149,25"),
        "V089": Lain(Sebab.TANPA_ANGKA, None, "nobody to serve, 0 of 0, printed as a realisasi of 0%"),
        "V092": Lain(Sebab.SALAH_CETAK, "102.2222222222222222222222222", "the regulation's own example, printed 113"),
        "V096": Lain(Sebab.TANPA_ANGKA, None, "target out of sight; 115 by T/R would give the 198,2, cut off"),
        "V097": Lain(Sebab.TANPA_ANGKA, None, "target out of sight; 110 by T/R would give the 66,27"),
        "V098": Lain(Sebab.TANPA_ANGKA, None, "target out of sight; 105 by T/R would give the 177,97"),
        "V101": Lain(Sebab.TANPA_ANGKA, None, "a target of the form 1:32"),
        "V102": Lain(Sebab.TANPA_ANGKA, None, "a target of the form 1:34"),
        "V103": Lain(Sebab.TANPA_ANGKA, None, "a band that is out of sight"),
        "V104": Lain(Sebab.TANPA_ANGKA, None, "a band that is out of sight"),
        "V125": Lain(Sebab.DIBULATKAN_DULU, "98.05", "the table prints 98,05, the text 98,06"),
        "V172": Lain(Sebab.DIPOTONG, "119.1688311688311688311688312"),
    }
)


def of_kind(sebab: Sebab) -> list[Baris]:
    return [BY_ID[kode] for kode, lain in LAIN.items() if lain.sebab is sebab]


def pair(row: Baris) -> tuple[Decimal, Decimal]:
    target, realisasi = bilangan(row, "target"), bilangan(row, "realisasi")
    assert target is not None
    assert realisasi is not None
    return target, realisasi


def mentah(row: Baris, formula: FormulaCapaian = FormulaCapaian.NAIK) -> Decimal:
    return ukur(formula, *pair(row))


def ids(rows: object) -> list[str]:
    assert isinstance(rows, tuple | list)
    return [row["id"] for row in rows]


def step(tercetak: str) -> Decimal:
    """Half a unit of the last printed place."""
    digits = len(tercetak.strip(" %").replace(",", ".").partition(".")[2])
    return Decimal((0, (5,), -digits - 1))


# ── Rows that agree ──────────────────────────────────────────────────────────────────────────────────────────────


def test_every_row_is_reproduced_or_listed() -> None:
    assert len(BY_ID) == len(ROWS) == 159
    assert set(ids(YA)) | set(LAIN) == set(BY_ID)
    assert set(ids(YA)) & set(LAIN) == set()
    assert Counter(row["rumus"].partition(" ")[0] for row in YA if row not in SAMA) == {
        "R/T": 93,
        "(2T-R)/T": 4,
        "T/R": 1,
        "R-T": 1,
    }
    assert (len(SAMA), len(LAIN)) == (31, 29)


@pytest.mark.parametrize("row", [row for row in YA if row["rumus"] in FORMULA], ids=lambda row: row["id"])
def test_the_printed_capaian_is_the_engine_s(row: Baris) -> None:
    assert cetak(mentah(row, FORMULA[row["rumus"]]), int(row["desimal_tercetak"])) == polos(row["capaian_tercetak"])


@pytest.mark.parametrize("row", SAMA, ids=lambda row: row["id"])
def test_on_target_every_formula_gives_100(row: Baris) -> None:
    assert [mentah(row, formula) for formula in RASIO] == [100, 100, 100]
    assert cetak(mentah(row), int(row["desimal_tercetak"])) == polos(row["capaian_tercetak"])


def test_a_difference_is_no_capaian() -> None:
    """R−T in the units of the indikator under the heading «Capaian»: the engine has no such formula, and needs none."""
    row = BY_ID[SELISIH]
    target, realisasi = pair(row)
    assert cetak(CONTEXT.subtract(realisasi, target), 2) == polos(row["capaian_tercetak"]) == "0,11"
    assert {cetak(mentah(row, formula), 2) for formula in RASIO} == {"100,11", "99,89"}


def test_half_goes_up() -> None:
    """A tie in a printed table: half to even, and Python's own `round`, would print 540,62."""
    row = BY_ID["V148"]
    found = mentah(row)
    assert found == Decimal("540.625")
    assert cetak(found, 2) == polos(row["capaian_tercetak"]) == "540,63"
    assert found.quantize(Decimal("0.01"), ROUND_HALF_EVEN) == Decimal("540.62")
    assert round(float(found), 2) != float(polos(row["capaian_tercetak"]).replace(",", "."))


@pytest.mark.parametrize(
    ("kode", "tercetak", "selisih", "rasio"),
    [
        ("V048", "74,5", "65,8", "74,5"),
        ("V094", "107", "107", "108"),
        ("V095", "87,5", "87,5", "88,9"),
        ("V143", "64,76", "135,24", "154,41"),
        ("V153", "90,59", "90,59", "91,40"),
        ("V154", "98,29", "98,29", "98,31"),
    ],
)
def test_lower_is_better_by_both_formulas(kode: str, tercetak: str, selisih: str, rasio: str) -> None:
    """V143 is R/T where lower is better: unemployment far below its target is printed as a failure.

    The same table measures disputes (V153) by (2T−R)/T. An indikator of the engine has one polaritas and can have
    neither mistake.
    """
    row = BY_ID[kode]
    places = int(row["desimal_tercetak"])
    assert polos(row["capaian_tercetak"]) == tercetak
    assert cetak(mentah(row, FormulaCapaian.TURUN_SELISIH), places) == selisih
    assert cetak(mentah(row, FormulaCapaian.TURUN_RASIO), places) == rasio


def test_no_indikator_of_the_engine_can_be_measured_in_the_wrong_direction() -> None:
    assert [r["id"] for r in ROWS if r["polaritas"] == "turun" and r["rumus"] == "R/T"] == ["V143"]
    with pytest.raises(ValidationError, match="tidak cocok dengan `polaritas: turun`"):
        indikator(polaritas="turun", formula_capaian="naik")


def test_which_rows_would_be_asked_about() -> None:
    """Far above its target: usually a target that was set badly (V003, V082), or a wrong sum over years (the form)."""
    threshold = metode().ambang_periksa_ulang
    asked = [row for row in ROWS if row["target"] and row["realisasi"] and mentah(row) > threshold]
    assert [row["id"] for row in asked if row["url"]] == ["V003", "V082", "V136", "V148"]
    assert sum(1 for row in asked if not row["url"]) == 42
    assert max(mentah(row) for row in asked) == 3750


# ── Rows that do not ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kode", LAIN)
def test_the_engine_s_own_figure_where_the_print_is_another(kode: str) -> None:
    row, lain = BY_ID[kode], LAIN[kode]
    assert (lain.mentah is None) == (lain.sebab is Sebab.TANPA_ANGKA)
    if lain.mentah is None:
        assert not (row["target"] and row["realisasi"])
        return
    found = mentah(row)
    assert str(found) == lain.mentah
    if lain.sebab is Sebab.TIDAK_DICETAK:
        assert row["capaian_tercetak"] == ""
    else:
        assert cetak(found, int(row["desimal_tercetak"])) != polos(row["capaian_tercetak"])


@pytest.mark.parametrize("row", of_kind(Sebab.DIPOTONG), ids=lambda row: row["id"])
def test_cut_off_rows_are_one_step_lower(row: Baris) -> None:
    found, printed = mentah(row), bilangan(row, "capaian")
    assert found.quantize(Decimal("0.01"), ROUND_DOWN) == printed
    assert round_half_up(found, 2) - Decimal("0.01") == printed


def test_a_row_of_one_decimal() -> None:
    (row,) = of_kind(Sebab.SATU_DESIMAL)
    assert cetak(mentah(row), 1) + "0" == polos(row["capaian_tercetak"]) == "73,30"
    assert cetak(mentah(row), 2) == "73,33"


@pytest.mark.parametrize("row", of_kind(Sebab.DIBULATKAN_DULU), ids=lambda row: row["id"])
def test_unrounded_inputs_can_explain_the_print(row: Baris) -> None:
    """The printed capaian lies between what the ends of the printed target and realisasi give, before rounding."""
    (target, realisasi), printed = pair(row), bilangan(row, "capaian")
    t, r = step(row["target_tercetak"]), step(row["realisasi_tercetak"])
    ends = [
        ukur(FormulaCapaian.NAIK, target + sign * t, realisasi + other * r) for sign, other in product((1, -1), (1, -1))
    ]
    assert printed is not None
    assert min(ends) < printed < max(ends)


@pytest.mark.parametrize("row", of_kind(Sebab.SALAH_CETAK), ids=lambda row: row["id"])
def test_no_formula_explains_a_misprint(row: Baris) -> None:
    places = int(row["desimal_tercetak"])
    assert polos(row["capaian_tercetak"]) not in {cetak(mentah(row, formula), places) for formula in RASIO}


@pytest.mark.parametrize(
    ("kode", "formula", "target", "expected"),
    [
        ("V087", FormulaCapaian.NAIK, "80", "125"),
        ("V088", FormulaCapaian.NAIK, "67", "149,25"),
        ("V096", FormulaCapaian.TURUN_RASIO, "115", "198,28"),
        ("V097", FormulaCapaian.TURUN_RASIO, "110", "66,27"),
        ("V098", FormulaCapaian.TURUN_RASIO, "105", "177,97"),
    ],
)
def test_targets_that_would_explain_the_print(kode: str, formula: FormulaCapaian, target: str, expected: str) -> None:
    """Inferred, not printed. V096 shows 198,2 where half up is 198,3."""
    row = BY_ID[kode]
    realisasi = bilangan(row, "realisasi") or Decimal(100)
    assert cetak(ukur(formula, Decimal(target), realisasi), len(expected.partition(",")[2])) == expected
    assert expected.startswith(polos(row["capaian_tercetak"]))


@pytest.mark.parametrize(
    ("kode", "target", "realisasi", "capaian"),
    [("V101", "32", "17.9", ("55,94", "144,06", "178,77")), ("V102", "34", "17.5", ("51,47", "148,53", "194,29"))],
)
def test_no_formula_explains_a_ratio_of_one_to_n(
    kode: str, target: str, realisasi: str, capaian: tuple[str, str, str]
) -> None:
    """Pupils per teacher, printed 83,86 and 82: neither number of the ratio gives it."""
    row = BY_ID[kode]
    found = tuple(cetak(ukur(formula, Decimal(target), Decimal(realisasi)), 2) for formula in RASIO)
    assert found == capaian
    assert polos(row["capaian_tercetak"]) not in found
