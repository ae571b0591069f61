"""Printed means: exact where every component is printed, listed with the reason where one is not."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from types import MappingProxyType
from typing import Final

import pytest

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.hitung import bagi, jumlah, persen, rerata
from tests.vektor.baca import baca, cetak, desimal, polos, ukur
from tests.vektor.test_capaian import BY_ID as CAPAIAN
from tests.vektor.test_capaian import mentah as capaian

ROWS: Final = baca("agregat")
BY_ID: Final = MappingProxyType({row["id"]: row for row in ROWS})

EFISIENSI_DANA: Final = ("108.92", "108.78", "104.74", "107.91", "180.03", "124.25")
EFISIENSI_SDM: Final = ("116.93", "112.37", "109.36", "108.09", "109.36", "116.05")

YA: Final[Mapping[str, tuple[tuple[str, ...], str]]] = MappingProxyType(
    {
        "G06": (("98.06", "94.79"), "96.425"),
        "G08": (("100",), "100"),
    }
)
"""Components as printed, and their exact mean."""
LAIN_DENGAN_ANGKA: Final[Mapping[str, tuple[tuple[str, ...], str, str]]] = MappingProxyType(
    {
        "G03": (("121.32", "100"), "110.66", "110: the decimals are cut off"),
        "G13": (EFISIENSI_DANA, "122.4383333333333333333333333", "122,50: not the mean of its six rows"),
        "G14": (EFISIENSI_SDM, "112.0266666666666666666666667", "112,51: not the mean of its six rows"),
        "G15": (("98.40", "98.80", "98.91"), "98.70333333333333333333333333", "74,03: three percentages by four"),
    }
)
"""All components are printed and the mean is another: components, exact mean, and what was printed."""
LAIN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "G01": "the first component is not printed; see below",
        "G02": "the components are not printed, their targets and realisasi are; see below",
        "G04": "two of fifteen rows are out of sight; see test_bogor.py",
        "G05": "three of eleven sasaran are in sight",
        "G07": "two of seven indikator are in sight",
        "G09": "shares of the indikator by class, no mean; see below",
        "G10": "some rows are out of sight",
        "G11": "some rows are out of sight, and one of them is printed twice, 73,30 and 70,30",
        "G12": "no row is in sight",
        "G16": "one figure: the money left over, counted as efficiency where the target was met",
        "G17": "one figure: the money left over, counted as efficiency where the target was met",
        "G18": "one figure: the money left over, counted as efficiency where the target was met",
        "G19": "one figure: the money left over, counted as efficiency where the target was met",
    }
)


def mean(components: tuple[str, ...]) -> Decimal:
    found = rerata([Decimal(text) for text in components])
    assert found is not None
    return found


def printed(kode: str) -> list[str]:
    """The components as the page prints them."""
    return [polos(text) for text in BY_ID[kode]["komponen_tercetak"].split("; ")]


def test_every_row_is_reproduced_or_listed() -> None:
    assert list(BY_ID) == sorted([*YA, *LAIN_DENGAN_ANGKA, *LAIN])
    assert len(BY_ID) == len(YA) + len(LAIN_DENGAN_ANGKA) + len(LAIN) == 19


@pytest.mark.parametrize("kode", YA)
def test_a_printed_mean_is_the_engine_s(kode: str) -> None:
    components, exact = YA[kode]
    row = BY_ID[kode]
    assert printed(kode) == [text.replace(".", ",") for text in components]
    assert str(mean(components)) == exact
    assert cetak(mean(components), desimal(row["agregat_tercetak"])) == polos(row["agregat_tercetak"])


def test_half_goes_up_in_a_mean_too() -> None:
    """96,425: half to even would print 96,42, which the same report's table does print, from another component."""
    found = mean(YA["G06"][0])
    assert cetak(found, 2) == "96,43"
    assert found.quantize(Decimal("0.01"), ROUND_HALF_EVEN) == Decimal("96.42")
    assert str(mean(("98.05", "94.79"))) == "96.42"


@pytest.mark.parametrize("kode", LAIN_DENGAN_ANGKA)
def test_the_engine_s_own_mean_where_the_print_is_another(kode: str) -> None:
    components, exact, _ = LAIN_DENGAN_ANGKA[kode]
    row = BY_ID[kode]
    assert printed(kode) == [text.replace(".", ",") for text in components]
    assert str(mean(components)) == exact
    assert cetak(mean(components), desimal(row["agregat_tercetak"])) != polos(row["agregat_tercetak"])


def test_a_sum_by_the_wrong_number_becomes_an_efficiency_of_235() -> None:
    """Three percentages divided by four, put into the formula of the ministry as a gain of 74,03 of at most 20."""
    total = jumlah(Decimal(text) for text in LAIN_DENGAN_ANGKA["G15"][0])
    wrong = bagi(total, Decimal(4))
    assert str(wrong) == "74.0275"
    assert cetak(wrong, 2) == polos(BY_ID["G15"]["agregat_tercetak"]) == "74,03"
    nilai = Decimal(50) + bagi(wrong, Decimal(20)) * 50
    assert cetak(nilai, 0) == "235"
    assert Decimal(50) + bagi(min(wrong, Decimal(20)), Decimal(20)) * 50 == 100


def test_a_mean_of_what_the_engine_measures() -> None:
    """G02 prints targets and realisasi only: the mean of the two capaian is the printed one."""
    found = rerata([capaian(CAPAIAN["V066"]), capaian(CAPAIAN["V067"])])
    assert str(found) == "100.1186868686868686868686869"
    assert found is not None
    assert cetak(found, 2) == polos(BY_ID["G02"]["agregat_tercetak"]) == "100,12"


def test_a_mean_of_raw_and_of_printed_values() -> None:
    """G01 needs a first component of 100 that is out of sight; then raw and rounded components print the same."""
    raw = rerata([Decimal(100), capaian(CAPAIAN["V064"]), capaian(CAPAIAN["V065"])])
    rounded = mean(("100", "111.11", "77.78"))
    assert (str(raw), str(rounded)) == ("96.29843623776889702066648477", "96.29666666666666666666666667")
    assert raw is not None
    assert cetak(raw, 2) == cetak(rounded, 2) == polos(BY_ID["G01"]["agregat_tercetak"])


def test_shares_by_class() -> None:
    """G09: 12 and 2 of 15 indikator."""
    shares = [persen(Decimal(n), Decimal(15)) for n in (12, 2)]
    assert [cetak(share, 2) + "%" for share in shares if share is not None] == printed_aggregates("G09")


def printed_aggregates(kode: str) -> list[str]:
    return BY_ID[kode]["agregat_tercetak"].split("; ")


def test_a_mean_of_two_hides_one_that_failed() -> None:
    """G11 is called «sangat baik» although one of the two rows in sight is 11 of 15."""
    row = BY_ID["G11"]
    assert row["kategori_tercetak"] == "sangat baik"
    assert cetak(ukur(FormulaCapaian.NAIK, Decimal(15), Decimal(11)), 2) == "73,33"
