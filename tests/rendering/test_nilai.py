"""A value as its satuan says it: in a table, in a sentence, on an axis, and as a difference."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import pytest

from sakipgen.domain.indikator import TipeSatuan
from sakipgen.domain.target import KATA_TANDA, TandaTarget
from sakipgen.rendering.nilai import LAMBANG, NBSP, akhiran, di_kalimat, di_tabel, selisih, tanpa_satuan
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
        ("rupiah", "-1500", "−Rp1.500", "−Rp1.500", "−1.500"),
        ("rupiah", "-0.4", "Rp0", "Rp0", "0"),
        ("rasio", "32", f"1{NBSP}:{NBSP}32,0", f"1{NBSP}:{NBSP}32", "32"),
        ("rasio", "32.54", f"1{NBSP}:{NBSP}32,5", f"1{NBSP}:{NBSP}32,5", "32,5"),
        ("predikat", "4", "WTP", "WTP", "WTP"),
        ("predikat", "1", "TMP", "TMP", "TMP"),
        ("predikat", "9", "9", "9", "9"),
        ("tanggal", "1", "1 Januari 2026", "1 Januari 2026", "1 Januari 2026"),
        ("tanggal", "90", "31 Maret 2026", "31 Maret 2026", "31 Maret 2026"),
        ("tanggal", "366", "1 Januari 2027", "1 Januari 2027", "1 Januari 2027"),
        ("tanggal", "0", "31 Desember 2025", "31 Desember 2025", "31 Desember 2025"),
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
    assert tanpa_satuan(kamus, D(value), 2026) == sumbu


def test_a_day_of_a_leap_year() -> None:
    kamus = indikator(**SATUAN["tanggal"])
    assert [str(di_tabel(kamus, D("60"), year)) for year in (2024, 2025)] == ["29 Februari 2024", "1 Maret 2025"]


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
        ("angka", "100", f"100{NBSP}hari kerja"),
    ],
)
def test_a_difference_is_no_zero_unless_six_decimals_are(tipe: str, value: str, expected: str) -> None:
    assert selisih(indikator(**SATUAN[tipe]), D(value)) == expected


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
