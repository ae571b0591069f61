"""Traps of the domain that concern measuring and stand nowhere else: cases 21, 22 and 25, and the one-line traps."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

import pytest

from sakipgen.checking.kewajaran import capaian_tidak_lazim, tanpa_lonjakan
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Tanda
from sakipgen.domain.waktu import Periode, Posisi, parse_tanggal
from sakipgen.measuring.hasil import HasilIndikator, Terukur
from sakipgen.measuring.hitung import CONTEXT, bagi, jumlah, rerata, round_half_up
from sakipgen.measuring.ukur import measure
from sakipgen.rendering.cetak import angka, rupiah_ringkas
from tests.checking.helpers import places, said_hasil
from tests.measuring.builder import ROOT, Susunan, isi, metode, renstra
from tests.vektor.baca import ukur

TW: Final = ("TW1", "TW2", "TW3", "TW4")


def dua_desimal(nilai: Decimal | None) -> str:
    assert nilai is not None
    return angka(nilai, 2)


# ── Case 21: from unrounded components ───────────────────────────────────────────────────────────────────────────

DIMENSI: Final = {
    "komponen": {
        "klasikal": "Peserta pelatihan manajerial",
        "jft": "Peserta pelatihan fungsional",
        "teknis": "Peserta pelatihan teknis",
        "pelaksana": "Peserta pelatihan pelaksana",
    },
    "rumus": "(klasikal / 4395 + (jft / 195 + teknis / 7221 + pelaksana / 3212) / 3) / 2 * 100",
}


def dimensi() -> HasilIndikator:
    """The mean of 524 of 4.395 and of the mean of three ratios, against 10,83."""
    data = Susunan().ukur("A", **DIMENSI).janji("A", "10.83").rencanakan("A", **dict.fromkeys(TW, "10.83"))
    data.lapor("A", "TW1", komponen={"klasikal": "524", "jft": "0", "teknis": "63", "pelaksana": "3"})
    return data.baris("A", "2024-TW1")


def test_case_21_a_printed_realisasi_is_no_input() -> None:
    row = dimensi()
    assert row.capaian is not None
    assert row.realisasi is not None
    assert str(round_half_up(row.realisasi, 4)) == "6.1223"
    assert (dua_desimal(row.realisasi), dua_desimal(row.capaian.capaian)) == ("6,12", "56,53")
    assert dua_desimal(ukur(FormulaCapaian.NAIK, Decimal("10.83"), Decimal("6.12"))) == "56,51"


# ── Case 22: an index that belongs to someone else ───────────────────────────────────────────────────────────────


def test_case_22_which_mean_the_owner_of_the_index_takes() -> None:
    """The published 83,61 is the plain mean of two groups; weighted by heads it would be 84,13."""
    pns, pppk = Decimal("84.42"), Decimal("82.80")
    assert rerata([pns, pppk]) == Decimal("83.61")
    heads = (Decimal(14901), Decimal(3205))
    weighted = bagi(CONTEXT.add(pns * heads[0], pppk * heads[1]), jumlah(heads))
    assert dua_desimal(weighted) == "84,13"


def test_case_22_the_published_figure_is_measured_as_it_was_published() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan").janji("A", "83").lapor("A", "tahunan", "83.61")
    assert data.baris("A", "2024").realisasi == Decimal("83.61")


# ── Case 25: the spelling of numbers, through the whole of measuring ─────────────────────────────────────────────


@pytest.mark.parametrize(
    ("teks", "code"),
    [
        ("1.234,56", "N003"),
        ("83,61", "N001"),
        ("Rp 1,595,757,500,00", "N012"),
        ("199001012020121001", "D002"),
    ],
)
def test_case_25_what_could_mean_two_numbers_is_measured_as_neither(teks: str, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        Susunan().ukur("A").janji("A", "60").lapor("A", "TW1", teks).dataset()


def test_case_25_a_kode_keeps_its_zero() -> None:
    data = Susunan().ukur("5.10").ukur("5.1")
    assert list(data.dataset().indikator) == ["5.10", "5.1"]


# ── A Renstra that is replaced ───────────────────────────────────────────────────────────────────────────────────


def diganti() -> Dataset:
    """2024 and 2025 with the same PK and result; from 2025 on another Renstra with another last target."""
    data = Susunan()
    data.ukur("A", frekuensi="tahunan").janji("A", "70").lapor("A", "tahunan", "60")
    before = data.dataset()
    data.tahun = 2025
    data.pk[2025, "kepala", "murni"] = {"tanggal": "2025-01-15", "pihak_pertama": "kepala", "butir": {}}
    data.janji("A", "70").lapor("A", "tahunan", "60")
    old = renstra({"S1": ["A"]}, {"A": {"2024": "70", "2026": "80"}})
    new = renstra(
        {"S9": ["A"]}, {"A": {"2025": "70", "2029": "120"}}, nama="Renstra baru", tahun_awal="2025", tahun_akhir="2029"
    )
    return replace(
        data.dataset(),
        metode={**before.metode, 2025: Berkas(ROOT / "metode/2025.yaml", metode())},
        renstra={
            "2021-2026": Berkas(ROOT / "renstra/2021-2026.yaml", old),
            "2025-2029": Berkas(ROOT / "renstra/2025-2029.yaml", new),
        },
    )


def test_a_year_is_compared_with_the_renstra_that_owns_it() -> None:
    hasil = measure(diganti(), Posisi.pada(parse_tanggal("2026-02-14")))
    rows = {tahun: year.indikator["A", Periode.parse(str(tahun))] for tahun, year in hasil.tahun.items()}
    assert [rows[t].target_renstra for t in (2024, 2025)] == [80, 120]
    assert [rows[t].kemajuan_renstra for t in (2024, 2025)] == [75, 50]
    assert [r.capaian.capaian for r in rows.values() if r.capaian] == [rows[2024].capaian_tahun] * 2
    groups = {tahun: {kode for kode, _ in year.sasaran} for tahun, year in hasil.tahun.items()}
    assert groups == {2024: {"S1"}, 2025: {"S9"}}


# ── Means ────────────────────────────────────────────────────────────────────────────────────────────────────────


def tiga_sasaran(ambang: str) -> Susunan:
    """100, 50, and one sasaran of which nothing is known."""
    data = Susunan(metode=metode(ambang_kelengkapan=ambang), sasaran={"S1": ["A"], "S2": ["B"], "S3": ["C"]})
    for kode in "ABC":
        data.ukur(kode).janji(kode, "10").rencanakan(kode, TW1="10")
    return data.lapor("A", "TW1", "10").lapor("B", "TW1", "5")


def test_a_sasaran_of_which_nothing_is_known_is_left_out_and_counted() -> None:
    whole = tiga_sasaran("60").kelompok("2024-TW1")
    assert (whole.capaian, whole.terukur) == isi(75, Terukur(2, 3))  # as zero it would be 50
    hidden = tiga_sasaran("80").kelompok("2024-TW1")
    assert (hidden.capaian, hidden.kelas, hidden.terukur) == isi(None, None, Terukur(2, 3))


def test_totals_are_made_of_what_is_not_rounded() -> None:
    """Three times 1,49 juta is printed as 4,48, the total of the rupiah, and not as the 4,47 of the column."""
    rows = [Decimal(1494999)] * 3
    assert [rupiah_ringkas(row) for row in rows] == ["Rp1,49 juta"] * 3
    assert rupiah_ringkas(jumlah(rows)) == "Rp4,48 juta"


def test_a_mean_of_printed_figures_is_another() -> None:
    """90,494 and 90,495 are printed 90,49 and 90,50; their mean is 90,49, that of the printed 90,50."""
    pair = [Decimal("90.494"), Decimal("90.495")]
    assert dua_desimal(rerata(pair)) == "90,49"
    assert dua_desimal(rerata([round_half_up(value, 2) for value in pair])) == "90,50"


# ── Leaps ────────────────────────────────────────────────────────────────────────────────────────────────────────


def melompat(target: tuple[str, str], nilai: tuple[str, str], **fields: Any) -> Susunan:
    data = Susunan().ukur("A").janji("A", target[1])
    data.rencanakan("A", TW1=target[0], **dict.fromkeys(TW[1:], target[1]))
    return data.lapor("A", "TW1", nilai[0], kendala="K.", solusi="S.").lapor("A", "TW2", nilai[1], **fields)


@pytest.mark.parametrize(
    ("target", "nilai", "leaps"),
    [
        (("100", "100"), ("40", "180"), True),
        (("100", "22.222222"), ("40", "40"), False),
    ],
)
def test_a_leap_from_40_to_180_is_asked_about(target: tuple[str, str], nilai: tuple[str, str], leaps: bool) -> None:
    """Where the figure leapt by W007 too; where only the target fell, W006 and the mark still speak."""
    data = melompat(target, nilai)
    rows = [data.baris("A", f"2024-{s}", per_tanggal="2024-07-20") for s in TW[:2]]
    assert [dua_desimal(r.capaian.capaian) for r in rows if r.capaian] == ["40,00", "180,00"]
    assert [r.tanda for r in rows] == [(), (Tanda.PERLU_DIPERIKSA_ULANG,)]
    assert len(said_hasil(capaian_tidak_lazim, data, "2024-07-20")) == 1
    assert places(tanpa_lonjakan, data.dataset()) == (["realisasi/2024/TW2/mutasi.yaml butir.A.nilai"] if leaps else [])
