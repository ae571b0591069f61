"""A value as its satuan says it: in a table, in a sentence, on an axis, and as a difference."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import pytest

from sakipgen.domain.indikator import TipeSatuan
from sakipgen.domain.target import KATA_TANDA, TandaTarget, Target
from sakipgen.measuring.arah import Arah, Perubahan
from sakipgen.rendering.cetak import Angka
from sakipgen.rendering.nilai import (
    LAMBANG,
    NBSP,
    akhiran,
    desimal_pembeda,
    di_kalimat,
    di_tabel,
    patokan,
    patokan_prosa,
    perubahan,
    selisih,
    tanpa_satuan,
    tertulis,
)
from tests.measuring.builder import indikator
from tests.rendering.test_environment import D


def satuan(tipe: str, nama: str = "hari kerja", **fields: Any) -> dict[str, Any]:
    return {"satuan": {"nama": nama, "tipe": tipe}, **fields}


SATUAN: Final[Mapping[str, Mapping[str, Any]]] = {
    "angka": satuan("angka"),
    "persen": satuan("persen", "persen"),
    "indeks": satuan("indeks", "indeks"),
    "rupiah": satuan("rupiah", "rupiah", desimal="0"),
    "rasio": satuan("rasio", "rasio", desimal="1"),
    "predikat": satuan("predikat", "opini", peringkat="opini-bpk", desimal="0"),
    "tanggal": satuan("tanggal", "tanggal", polaritas="turun", desimal="0"),
    "ya_tidak": satuan("ya_tidak", "keadaan", desimal="0"),
}


def test_every_satuan_is_in_the_table() -> None:
    assert set(SATUAN) == set(TipeSatuan)


@pytest.mark.parametrize(
    ("tipe", "value", "tabel", "kalimat", "sumbu"),
    [
        ("angka", "12", "12,00", f"12{NBSP}hari kerja", "12"),
        ("angka", "1234.5", "1.234,50", f"1.234,5{NBSP}hari kerja", "1.234,5"),
        ("persen", "52.368740", "52,37%", "52,37%", "52,37"),
        ("persen", "60", "60,00%", "60%", "60"),
        ("persen", "-2.5", "−2,50%", "−2,5%", "−2,5"),
        ("indeks", "71.4", "71,40", "71,4", "71,4"),
        ("rupiah", "1595757500", "Rp1.595.757.500", "Rp1.595.757.500", "1.595.757.500"),
        ("rupiah", "-5000000", "−Rp5.000.000", "−Rp5.000.000", "−5.000.000"),
        ("rupiah", "-0.4", "Rp0", "Rp0", "0"),
        ("rasio", "32", f"1{NBSP}:{NBSP}32,0", f"1{NBSP}:{NBSP}32", "32"),
        ("rasio", "32.54", f"1{NBSP}:{NBSP}32,5", f"1{NBSP}:{NBSP}32,5", "32,5"),
        ("predikat", "4", "WTP", "WTP", "WTP"),
        ("predikat", "1", "TMP", "TMP", "TMP"),
        ("predikat", "9", "9", "9", "9"),
        ("tanggal", "1", "1 Januari 2026", "1 Januari 2026", "1 Jan"),
        ("tanggal", "90", "31 Maret 2026", "31 Maret 2026", "31 Mar"),
        ("tanggal", "366", "1 Januari 2027", "1 Januari 2027", "1 Jan"),
        ("tanggal", "0", "31 Desember 2025", "31 Desember 2025", "31 Des"),
        ("ya_tidak", "1", "ya", "ya", "ya"),
        ("ya_tidak", "0", "tidak", "tidak", "tidak"),
    ],
)
def test_a_value_in_a_table_in_a_sentence_and_on_an_axis(
    tipe: str, value: str, tabel: str, kalimat: str, sumbu: str
) -> None:
    kamus = indikator(**SATUAN[tipe])
    assert str(di_tabel(kamus, D(value), 2026)) == tabel
    assert str(di_kalimat(kamus, D(value), 2026)) == kalimat
    assert str(tanpa_satuan(kamus, D(value), 2026)) == sumbu


def test_a_day_of_a_leap_year() -> None:
    kamus = indikator(**SATUAN["tanggal"])
    assert [str(di_tabel(kamus, D("60"), year)) for year in (2024, 2025)] == ["29 Februari 2024", "1 Maret 2025"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20240327", "20.240.327"),
        ("-999999999999999", "−999.999.999.999.999"),
        ("87.5", "27 Maret 2024"),
        ("0.5", "31 Desember 2023"),
    ],
)
def test_a_number_that_no_calendar_has_is_printed_as_it_is(value: str, expected: str) -> None:
    assert str(di_tabel(indikator(**SATUAN["tanggal"]), D(value), 2024)) == expected


def test_what_stands_behind_a_number() -> None:
    found = {tipe: akhiran(indikator(**fields)) for tipe, fields in SATUAN.items()}
    assert {tipe: text for tipe, text in found.items() if text} == {"angka": f"{NBSP}hari kerja", "persen": "%"}


@pytest.mark.parametrize(
    ("tipe", "value", "expected"),
    [
        ("angka", "2", f"2{NBSP}hari kerja"),
        ("persen", "7.63126", f"7,63{NBSP}poin persen"),
        ("indeks", "1.42", f"1,42{NBSP}poin"),
        ("rupiah", "2500", "Rp2.500"),
        ("rasio", "0.5", "0,5"),
        ("predikat", "1", f"1{NBSP}peringkat"),
        ("tanggal", "10", f"10{NBSP}hari"),
        ("ya_tidak", "1", "1"),
        ("persen", "0.004", f"0,004{NBSP}poin persen"),
        ("persen", "0.000001", f"0,000001{NBSP}poin persen"),
        ("persen", "0.0000001", f"0{NBSP}poin persen"),
        ("persen", "0", f"0{NBSP}poin persen"),
        ("persen", "0.005", f"0,01{NBSP}poin persen"),
        ("rupiah", "0.4", "Rp0,4"),
        ("rupiah", "-2500", "−Rp2.500"),
        ("angka", "100", f"100{NBSP}hari kerja"),
    ],
)
def test_a_difference_is_no_zero_unless_six_decimals_are(tipe: str, value: str, expected: str) -> None:
    assert selisih(indikator(**SATUAN[tipe]), D(value)) == expected


@pytest.mark.parametrize(
    ("tipe", "lama", "baru", "expected"),
    [
        ("angka", "10", "8.5", "−1,50"),
        ("persen", "50", "52.5", "+2,50"),
        ("indeks", "70", "70", "0,00"),
        ("rupiah", "1000", "2500", "+Rp1.500"),
        ("rupiah", "2500", "1000", "−Rp1.500"),
        ("predikat", "3", "4", f"+1{NBSP}peringkat"),
        ("predikat", "4", "1", f"−3{NBSP}peringkat"),
        ("predikat", "4", "4", f"0{NBSP}peringkat"),
        ("predikat", "9", "4", "−5"),
        ("tanggal", "90", "91", f"+1{NBSP}hari"),
        ("tanggal", "90", "90", f"0{NBSP}hari"),
        ("ya_tidak", "0", "1", None),
    ],
)
def test_a_change_in_a_table(tipe: str, lama: str, baru: str, expected: str | None) -> None:
    found = perubahan(indikator(**SATUAN[tipe]), Perubahan(D(lama), D(baru) - D(lama), Arah.TETAP))
    assert (None if found is None else str(found)) == expected


def test_ranks_are_counted_whatever_their_scores_are() -> None:
    scores = {"A": "100", "B": "75", "C": "10"}
    ranks = {
        "nama": "Peringkat",
        "dasar": "Peraturan",
        "kelas": [{"kode": kode, "label": kode, "skor": skor} for kode, skor in scores.items()],
    }
    kamus = indikator(**satuan("predikat", "peringkat", peringkat=ranks, desimal="0"))
    assert str(perubahan(kamus, Perubahan(D("10"), D("90"), Arah.MEMBAIK))) == f"+2{NBSP}peringkat"


TAHAPAN: Final = {
    "tahapan": {
        "siap": {"uraian": "Persiapan", "bobot": "15"},
        "susun": {"uraian": "Penyusunan", "bobot": "85"},
    }
}


@pytest.mark.parametrize(
    ("fields", "target", "value", "expected"),
    [
        ({}, "72", "72", "72,00"),
        (satuan("persen", "persen"), {"lebih_dari": "95"}, "95", "95,00%"),
        ({"skala": "akip88"}, {"predikat": "BB"}, "70.01", "BB"),
        ({"skala": "akip88"}, {"predikat": "BB", "nilai": "72"}, "72", "72,00 (BB)"),
        ({"skala": "akip88"}, {"predikat": "D", "nilai": "25"}, "25", "25,00 (D)"),
        (SATUAN["predikat"], {"predikat": "WTP"}, "4", "WTP"),
        (SATUAN["tanggal"], {"tanggal": "2026-03-31"}, "90", "31 Maret 2026"),
        (SATUAN["ya_tidak"], {"terpenuhi": "ya"}, "1", "ya"),
        (satuan("persen", "persen", **TAHAPAN), {"tahapan": ["siap"]}, "15", "Persiapan"),
        (satuan("persen", "persen", **TAHAPAN), {"tahapan": ["siap", "susun"]}, "100", "Persiapan, Penyusunan"),
    ],
)
def test_a_target_as_its_document_writes_it(fields: Mapping[str, Any], target: Any, value: str, expected: str) -> None:
    assert str(tertulis(indikator(**fields), Target.model_validate(target), D(value), 2026)) == expected


@pytest.mark.parametrize(
    ("tanda", "maks", "tabel", "prosa"),
    [
        (None, None, "80", "80"),
        (TandaTarget.PALING_SEDIKIT, None, "≥ 80", "paling sedikit 80"),
        (TandaTarget.LEBIH_DARI, None, "> 80", "lebih dari 80"),
        (TandaTarget.PALING_BANYAK, None, "≤ 80", "paling banyak 80"),
        (TandaTarget.KURANG_DARI, None, "< 80", "kurang dari 80"),
        (TandaTarget.RENTANG, "90", "80–90", "80 sampai 90"),
    ],
)
def test_a_target_with_its_sign_or_both_bounds(
    tanda: TandaTarget | None, maks: str | None, tabel: str, prosa: str
) -> None:
    assert (str(patokan("80", maks, tanda)), str(patokan_prosa("80", maks, tanda))) == (tabel, prosa)


def test_a_target_is_words_in_a_description_and_figures_on_a_page() -> None:
    found = patokan_prosa(Angka(D("80"), "t/k/c", "80"), None, TandaTarget.PALING_SEDIKIT)
    assert str(found) == "paling sedikit 80"
    assert str(found.__html__()) == 'paling sedikit <data value="80" data-ref="t/k/c">80</data>'


def test_a_figure_keeps_its_raw_value_and_its_cell() -> None:
    kamus = indikator(**SATUAN["rasio"])
    found = di_tabel(kamus, D("32.54"), 2026).angka(D("32.54"), "capaian/IKU-01:2026/target")
    assert (found.nilai, found.rujukan, found.awalan, found.teks, found.akhiran) == (
        Decimal("32.54"),
        "capaian/IKU-01:2026/target",
        f"1{NBSP}:{NBSP}",
        "32,5",
        "",
    )
    assert str(found.__html__()) == (
        f'1{NBSP}:{NBSP}<data value="32.54" data-ref="capaian/IKU-01:2026/target">32,5</data>'
    )
    day = di_tabel(indikator(**SATUAN["tanggal"]), D("90"), 2026).angka(D("90"), "t/k/c")
    assert str(day.__html__()) == '<data value="90" data-ref="t/k/c">31 Maret 2026</data>'


def test_every_bound_has_a_sign_and_words() -> None:
    assert LAMBANG == {
        TandaTarget.PALING_SEDIKIT: "≥",
        TandaTarget.LEBIH_DARI: ">",
        TandaTarget.PALING_BANYAK: "≤",
        TandaTarget.KURANG_DARI: "<",
    }
    assert set(LAMBANG) == set(KATA_TANDA)


@pytest.mark.parametrize(
    ("value", "others", "places"),
    [
        ("80.004", ["80"], 3),
        ("80.004", ["70", "80.0041"], 4),
        ("80.5", ["80"], 2),
        ("80", ["80", None], 2),
        ("80.00000001", ["80"], 2),
    ],
)
def test_as_many_decimals_as_tell_a_value_from_others(value: str, others: list[str | None], places: int) -> None:
    found = [None if other is None else D(other) for other in others]
    assert desimal_pembeda(indikator(), D(value), *found) == places
