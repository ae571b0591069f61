"""Capaian against money: a row for each sasaran with money and one for the whole, each cell that of the open data."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.domain.metode import CaraEfisiensi, Efisiensi
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.efisiensi import SimpulanEfisiensi
from sakipgen.rekap import Rekapitulasi, RekapPeriode
from sakipgen.rendering.cetak import Angka
from sakipgen.rendering.pages.efisiensi import CARA, SIMPULAN, EfisiensiTampil, cara, ditunda, sasaran, tabel
from tests.conftest import Indonesian
from tests.measuring.builder import Susunan, metode
from tests.measuring.test_anggaran import program, uang
from tests.rendering.test_jejak import cells
from tests.test_rekap import ringkas

SEL = ("capaian", "pagu", "serapan", "selisih", "sisa", "rasio", "nilai")


def susun(capaian: str = "90", realisasi: str = "850", pagu: str = "1000", **kebijakan: Any) -> Susunan:
    """One sasaran with all the money and one with none; both measured by the end of the year."""
    data = Susunan(metode=metode(**kebijakan), sasaran={"S1": ["A"], "S2": ["B"]})
    for kode, value in (("A", capaian), ("B", "100")):
        data.ukur(kode).janji(kode, "100").rencanakan(kode, TW4="100").lapor(kode, "TW4", value)
    data.program[2024] = program({"5.1.1.1": (pagu, None)})
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1=realisasi)
    return data


def periode(data: Susunan, segmen: str = "tahunan", sampai: str | None = None) -> tuple[Rekapitulasi, RekapPeriode]:
    rekap = ringkas(data, sampai)
    found = rekap.tahun[0].pada(Periode(2024, segmen))
    assert found is not None
    return rekap, found


def baris(data: Susunan) -> EfisiensiTampil:
    """The row of S1, after every figure of the table was found in the open data."""
    rekap, prd = periode(data)
    known = cells(rekap)
    for row in tabel(prd):
        for name in SEL:
            figure = getattr(row, name)
            if isinstance(figure, Angka):
                table, key, column = figure.rujukan.split("/")
                assert (table, known[table][key][column]) == ("efisiensi", figure.nilai)
                assert key.endswith(":2024")
            else:
                assert figure == '<span class="sk-kosong">–<span class="sk-sr"> tidak dihitung</span></span>'
    found = sasaran(prd, "S1")
    assert found is not None
    return found


def shown(row: EfisiensiTampil) -> dict[str, str]:
    return {name: str(getattr(row, name)) for name in SEL if isinstance(getattr(row, name), Angka)}


def test_a_row_for_each_sasaran_with_money_then_the_whole() -> None:
    _, prd = periode(susun())
    assert [(row.nama, row.alamat) for row in tabel(prd)] == [
        ("Sasaran S1", "sasaran/s1/"),
        ("Perangkat daerah", None),
    ]
    assert sasaran(prd, "S1") == tabel(prd)[0]
    assert sasaran(prd, "S2") is None
    assert sasaran(prd, "X") is None


@pytest.mark.parametrize(
    ("segmen", "sampai", "ada", "words"),
    [
        ("tahunan", None, True, None),
        ("tahunan", "2024-11", False, "Capaian dan anggaran dibandingkan sesudah tahun berakhir."),
        ("TW4", None, False, "Capaian dan anggaran dibandingkan sesudah tahun berakhir."),
        ("S2", None, False, "Capaian dan anggaran dibandingkan sesudah tahun berakhir."),
        ("12", None, False, None),
    ],
)
def test_only_a_year_that_has_ended_is_compared(segmen: str, sampai: str | None, ada: bool, words: str | None) -> None:
    data = susun()
    data.ukur("M", frekuensi="bulanan").janji("M", "1")
    data.ukur("N", frekuensi="semesteran").janji("N", "1")
    data.anggaran[2024, "TW1"] = uang(k5_1_1_1="100")
    _, prd = periode(data, segmen, sampai)
    assert (bool(tabel(prd)), sasaran(prd, "S1") is not None, ditunda(prd)) == (ada, ada, words)
    assert prd.anggaran is not None
    assert prd.anggaran.hasil.jumlah.serapan is not None
    found = [s.efisiensi for s in prd.sasaran if s.uang] + [row.efisiensi for row in prd.anggaran.baris]
    assert any((prd.anggaran.efisiensi, *found)) == ada


def test_money_that_stops_before_the_year_does_is_not_compared() -> None:
    data = susun()
    data.anggaran = {(2024, "TW3"): uang(k5_1_1_1="850")}
    row = baris(data)
    assert shown(row) == {"capaian": "90,00%", "pagu": "Rp1.000", "serapan": "85,00%"}
    _, prd = periode(data)
    assert not any(s.efisiensi for s in prd.sasaran)


def test_without_money_there_is_no_table() -> None:
    data = susun()
    data.program, data.anggaran = {}, {}
    _, prd = periode(data)
    assert tabel(prd) == ()
    assert sasaran(prd, "S1") is None


def test_the_four_figures() -> None:
    row = baris(susun())
    assert shown(row) == {
        "capaian": "90,00%",
        "pagu": "Rp1.000",
        "serapan": "85,00%",
        "selisih": "+5,00",
        "rasio": "1,06",
        "nilai": "63,89",
    }
    assert (row.simpulan, row.dihitung) == ("cukup efisien", True)
    met = baris(susun("110", "1000"))
    left = Angka(Decimal(0), "efisiensi/sasaran:S1:2024/sisa_anggaran", "0,00", akhiran="%")
    assert (met.sisa, str(met.selisih)) == (left, "+10,00")
    worse = baris(susun("90", "990"))
    assert (str(worse.selisih), worse.simpulan) == ("−9,00", "tidak efisien")


def test_a_difference_that_prints_as_nothing_has_no_sign() -> None:
    assert str(baris(susun("85.001")).selisih) == "0,00"
    assert str(baris(susun("84.999")).selisih) == "0,00"
    assert str(baris(susun("85.005")).selisih) == "+0,01"
    assert str(baris(susun("85")).selisih) == "0,00"


@pytest.mark.parametrize(
    ("cara", "capaian", "realisasi", "expected"),
    [
        ("selisih", "95.1", "900", "efisien"),
        ("selisih", "95", "900", "cukup efisien"),
        ("selisih", "84.9", "900", "tidak efisien"),
        ("sisa_anggaran", "100", "900", "efisien"),
        ("sisa_anggaran", "99", "900", "tidak dihitung, target belum tercapai"),
        ("rasio", "90", "900", "cukup efisien"),
        ("rasio", "91", "900", "efisien"),
        ("pmk", "89", "900", "tidak efisien"),
    ],
)
def test_the_year_concludes_by_its_own_method(cara: str, capaian: str, realisasi: str, expected: str) -> None:
    row = baris(susun(capaian, realisasi, efisiensi={"cara": cara}))
    assert (row.simpulan, row.dihitung) == (expected, True)


def test_what_cannot_be_computed_is_said() -> None:
    data = susun()
    del data.anggaran[2024, "TW4"]
    row = baris(data)
    assert (shown(row), row.simpulan, row.dihitung) == (
        {"capaian": "90,00%", "pagu": "Rp1.000"},
        "belum dapat disimpulkan",
        False,
    )
    unspent = baris(susun(realisasi="0"))
    assert shown(unspent) == {
        "capaian": "90,00%",
        "pagu": "Rp1.000",
        "serapan": "0,00%",
        "selisih": "+90,00",
        "nilai": "100,00",
    }
    poor = baris(susun(pagu="0", realisasi="0"))
    assert shown(poor) == {"capaian": "90,00%", "pagu": "Rp0"}
    assert (poor.simpulan, poor.dihitung) == ("belum dapat disimpulkan", True)


def test_without_a_capaian_only_the_money_is_told() -> None:
    data = susun()
    del data.laporan[2024, "TW4", "mutasi"]["butir"]["A"]
    row = baris(data)
    assert shown(row) == {"pagu": "Rp1.000", "serapan": "85,00%"}
    assert (row.simpulan, row.dihitung) == ("belum dapat disimpulkan", False)


@settings(max_examples=40)
@given(capaian=st.integers(0, 11000), realisasi=st.integers(0, 200000), pagu=st.integers(1, 100000))
def test_the_methods_in_symbols_come_to_the_figures(capaian: int, realisasi: int, pagu: int) -> None:
    """As written in `CARA`, with fractions."""
    row = baris(susun(str(Decimal(capaian) / 100), str(realisasi), str(pagu), batas_agregat=None))
    c, s = Fraction(capaian, 100), Fraction(100 * realisasi, pagu)
    want: dict[str, Fraction] = {"selisih": c - s}
    if c >= 100:
        want["sisa"] = 100 - s
    if s:
        want["rasio"] = c / s
    if c:
        saving = min(max((1 - Fraction(realisasi) / (pagu * c / 100)) * 100, Fraction(-20)), Fraction(20))
        want["nilai"] = 50 + saving / 20 * 50
    for name in ("selisih", "sisa", "rasio", "nilai"):
        figure = getattr(row, name)
        assert isinstance(figure, Angka) == (name in want)
        if isinstance(figure, Angka):
            assert abs(Fraction(figure.nilai) - want[name]) < Fraction(1, 10**18)


def test_the_threshold_of_the_year_is_told_with_its_method(indonesian: Indonesian) -> None:
    told = {name: said for name, said, _ in cara(Efisiensi(ambang=Decimal("2.5")))}
    assert told["Selisih"] == (
        "capaian − serapan, dalam poin; di atas 2,5 berarti efisien, dari −2,5 sampai 2,5 cukup efisien"
    )
    assert [own for *_, own in cara(Efisiensi(cara=CaraEfisiensi.RASIO))] == [False, False, True, False]
    assert next(cara(Efisiensi(ambang=Decimal(0))))[1] == "capaian − serapan, dalam poin; di atas 0 berarti efisien"
    for _, said, _ in cara(Efisiensi()):
        indonesian(said)


def test_every_conclusion_and_method_has_words(indonesian: Indonesian) -> None:
    assert set(SIMPULAN) == set(SimpulanEfisiensi)
    assert set(CARA) == set(CaraEfisiensi)
    for text in (*SIMPULAN.values(), *(part for words in CARA.values() for part in words)):
        indonesian(text)
