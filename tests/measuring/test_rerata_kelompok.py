"""The means of the roll-up, plain, by weight and geometric: of indikator in a sasaran, of sasaran in the whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sakipgen.measuring.hasil import Terukur
from tests.measuring.builder import Susunan, isi, metode


def susun(**policy: str) -> Susunan:
    """S1 with A at 100 and B at 64, S2 with C at 25."""
    data = Susunan(metode=metode(**policy), sasaran={"S1": ["A", "B"], "S2": ["C"]})
    for kode, nilai in (("A", "100"), ("B", "64"), ("C", "25")):
        data.ukur(kode).janji(kode, "100").rencanakan(kode, TW1="100").lapor(kode, "TW1", nilai)
    data.bobot_indikator = {"S1": {"A": "25", "B": "75"}, "S2": {"C": "100"}}
    data.bobot = {"S1": "60", "S2": "40"}
    return data


@pytest.mark.parametrize(("cara", "expected"), [("rerata", "82"), ("berbobot", "73"), ("geometrik", "80")])
def test_the_indikator_of_a_sasaran(cara: str, expected: str) -> None:
    assert susun(agregasi_sasaran=cara).kelompok("2024-TW1", "S1").capaian == Decimal(expected)


@pytest.mark.parametrize(
    ("cara", "expected"),
    [("rerata_sasaran", "53.5"), ("berbobot", "59.2"), ("rerata_iku", "63")],
)
def test_the_sasaran_of_the_perangkat_daerah(cara: str, expected: str) -> None:
    assert susun(agregasi_perangkat_daerah=cara).kelompok("2024-TW1").capaian == Decimal(expected)


def test_the_whole_may_be_geometric_too() -> None:
    data = susun(agregasi_sasaran="geometrik", agregasi_perangkat_daerah="geometrik")
    assert data.kelompok("2024-TW1").capaian == Decimal("44.72135954999579392818347337")  # the root of 80 × 25


def test_what_has_no_weight_is_left_out_of_the_mean_and_counted() -> None:
    data = susun(agregasi_sasaran="berbobot")
    del data.bobot_indikator["S1"]["B"]
    found = data.kelompok("2024-TW1", "S1")
    assert (found.capaian, found.terukur) == isi(100, Terukur(2, 2))


def test_weights_count_for_no_mean_that_is_plain() -> None:
    data = susun()
    data.bobot, data.bobot_indikator = {}, {}
    assert [data.kelompok("2024-TW1", "S1").capaian, data.kelompok("2024-TW1").capaian] == [*isi(82, Decimal("53.5"))]
