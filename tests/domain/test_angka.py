"""What a number's text means, and the exact words for what it does not mean."""

from __future__ import annotations

import re
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from sakipgen.domain.angka import Bilangan, Rupiah, parse_angka
from sakipgen.domain.base import quote
from tests.conftest import Indonesian
from tests.domain.helpers import refusal

RUPIAH: TypeAdapter[Any] = TypeAdapter(Rupiah)
BILANGAN: TypeAdapter[Any] = TypeAdapter(Bilangan)

PERSEN = "memakai tanda persen; satuan sudah tertulis pada kamus indikator"
KATA = "memuat kata di belakang angka; angka ditulis polos tanpa satuan"
PANJANG = "terlalu panjang; paling banyak 15 angka di depan titik dan 6 di belakangnya; bulatkan angkanya."


def refused_angka(value: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        parse_angka(value)
    return f"{caught.value.type} {caught.value.message()}"


@pytest.mark.parametrize(
    "text",
    [
        "0",
        "7",
        "87.5",
        "-2",
        "-0.5",
        "0.000001",
        "1.234",
        "1.2340",
        "31.40",
        "999999999999999",
        "-999999999999999.999999",
    ],
)
def test_plain_numbers_are_taken_exactly(text: str) -> None:
    assert str(parse_angka(text)) == text


def test_a_number_keeps_its_decimals_and_zero_loses_its_sign() -> None:
    assert str(parse_angka("1.500")) == "1.500"
    assert str(parse_angka("-0")) == "0"
    assert str(parse_angka("-0.00")) == "0.00"
    with localcontext(Context(prec=3)):
        assert str(parse_angka("123456.789")) == "123456.789"
    assert parse_angka(Decimal("1.5")) == Decimal("1.5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("85,5", 'N001 "85,5" memakai koma; pecahan ditulis dengan titik; tulis `85.5`.'),
        ("-0,25", 'N001 "-0,25" memakai koma; pecahan ditulis dengan titik; tulis `-0.25`.'),
        ("012,5", 'N001 "012,5" memakai koma; pecahan ditulis dengan titik; tulis `12.5`.'),
        (
            "1,2345678",
            'N001 "1,2345678" memakai koma; pecahan ditulis dengan titik; tulis angka polos, misalnya `87.5`.',
        ),
        ("1.234.567", 'N003 "1.234.567" memakai pemisah ribuan; angka ditulis polos; tulis `1234567`.'),
        ("1.234,56", 'N003 "1.234,56" memakai pemisah ribuan; angka ditulis polos; tulis `1234.56`.'),
        ("-1,234.56", 'N003 "-1,234.56" memakai pemisah ribuan; angka ditulis polos; tulis `-1234.56`.'),
        ("1,234,567", 'N003 "1,234,567" memakai pemisah ribuan; angka ditulis polos; tulis `1234567`.'),
        (
            "95%",
            f'N004 "95%" {PERSEN}; tulis `95`.',
        ),
        (
            " 95,5 % ",
            f'N004 " 95,5 % " {PERSEN}; tulis `95.5`.',
        ),
        (
            "1.234%",
            f'N004 "1.234%" {PERSEN}; tulis `1.234`.',
        ),
        (
            "%",
            f'N004 "%" {PERSEN}; tulis angka polos, misalnya `87.5`.',
        ),
        (
            ".nan",
            'N005 ".nan" bukan angka; jika datanya belum ada, hapus isian ini dan tulis `status:` dengan `alasan:`.',
        ),
        (
            "-.INF",
            'N005 "-.INF" bukan angka; jika datanya belum ada, hapus isian ini dan tulis `status:` dengan `alasan:`.',
        ),
        ("012", 'N006 "012" diawali angka 0; angka ditulis tanpa 0 di depan; tulis `12`.'),
        ("-007.5", 'N006 "-007.5" diawali angka 0; angka ditulis tanpa 0 di depan; tulis `-7.5`.'),
        ("00", 'N006 "00" diawali angka 0; angka ditulis tanpa 0 di depan; tulis `0`.'),
        ("00.500", 'N006 "00.500" diawali angka 0; angka ditulis tanpa 0 di depan; tulis `0.500`.'),
        ("1e6", 'N008 "1e6" bukan penulisan angka biasa; tulis semua angkanya, misalnya `1000000`.'),
        ("+1.5E-3", 'N008 "+1.5E-3" bukan penulisan angka biasa; tulis semua angkanya, misalnya `1000000`.'),
        ("0x1F", 'N008 "0x1F" bukan penulisan angka biasa; tulis semua angkanya, misalnya `1000000`.'),
        ("0o17", 'N008 "0o17" bukan penulisan angka biasa; tulis semua angkanya, misalnya `1000000`.'),
        ("1_000", 'N008 "1_000" bukan penulisan angka biasa; tulis semua angkanya, misalnya `1000000`.'),
        ("Rp 1.500.000,50", 'N012 "Rp 1.500.000,50" memakai `Rp`; satuan sudah diketahui; tulis `1500000.50`.'),
        ("rp. 250000", 'N012 "rp. 250000" memakai `Rp`; satuan sudah diketahui; tulis `250000`.'),
        (
            "Rp 1,595,757,500,00",
            'N012 "Rp 1,595,757,500,00" memakai `Rp`; satuan sudah diketahui; tulis angka polos, misalnya `1500000`.',
        ),
        (" 87.5", 'N013 " 87.5" memuat spasi atau baris baru; angka ditulis polos; tulis `87.5`.'),
        (".5", 'N013 ".5" belum lengkap; harus ada angka di kedua sisi titik; tulis `0.5`.'),
        ("5.", 'N013 "5." belum lengkap; harus ada angka di kedua sisi titik; tulis `5`.'),
        ("-.5", 'N013 "-.5" belum lengkap; harus ada angka di kedua sisi titik; tulis `-0.5`.'),
        ("+5", 'N013 "+5" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        ("", 'N013 "" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        (".", 'N013 "." bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        ("-", 'N013 "-" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        ("1.2.3", 'N013 "1.2.3" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        ("１２", 'N013 "１２" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        ("−5", 'N013 "−5" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        (
            "198501012010011001",
            (
                "D002 isian ini diduga NIP (nomornya tidak ditampilkan); data pribadi tidak ditulis dalam data; "
                "hapus nomor itu, sebut jabatannya bila perlu."
            ),
        ),
        ("1.877.248.000,-", 'N013 "1.877.248.000,-" diakhiri `,-`; angka ditulis polos; tulis `1877248000`.'),
        ("1500000,--", 'N013 "1500000,--" diakhiri `,--`; angka ditulis polos; tulis `1500000`.'),
        ("250.000.–", 'N013 "250.000.–" diakhiri `.–`; angka ditulis polos; tulis `250000`.'),
        ("Rp1.877.248.000,-", 'N012 "Rp1.877.248.000,-" memakai `Rp`; satuan sudah diketahui; tulis `1877248000`.'),
        ("Rp2,5 miliar", 'N012 "Rp2,5 miliar" memakai `Rp`; satuan sudah diketahui; tulis `2500000000`.'),
        ("2 dok", f'N013 "2 dok" {KATA}; tulis `2`.'),
        ("2 Dok.", f'N013 "2 Dok." {KATA}; tulis `2`.'),
        ("12,5 hari kerja", f'N013 "12,5 hari kerja" {KATA}; tulis `12.5`.'),
        ("1.234 orang/bulan", f'N013 "1.234 orang/bulan" {KATA}; tulis `1234`.'),
        ("007 unit", f'N013 "007 unit" {KATA}; tulis `7`.'),
        ("2 juta", f'N013 "2 juta" {KATA}; tulis `2000000`.'),
        ("1,25 jt", f'N013 "1,25 jt" {KATA}; tulis `1250000`.'),
        ("3 M", f'N013 "3 M" {KATA}; tulis angka polos, misalnya `87.5`.'),
        ("9999 triliun", f'N013 "9999 triliun" {KATA}; tulis angka polos, misalnya `87.5`.'),
        ("1.2.3 dok", f'N013 "1.2.3 dok" {KATA}; tulis angka polos, misalnya `87.5`.'),
        ("2 x 3", 'N013 "2 x 3" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        (",-", 'N013 ",-" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        ("tujuh", 'N013 "tujuh" bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.'),
        (
            "1000000000000000",
            f'N014 "1000000000000000" {PANJANG}',
        ),
        (
            "0.1234567",
            f'N014 "0.1234567" {PANJANG}',
        ),
        (None, "S005 isian kosong bukan angka; tulis satu angka, misalnya `87.5`."),
        ([], "S005 daftar bukan angka; tulis satu angka, misalnya `87.5`."),
        ({}, "S005 susunan kunci dan isi bukan angka; tulis satu angka, misalnya `87.5`."),
    ],
)
def test_wrong_numbers(text: object, expected: str, indonesian: Indonesian) -> None:
    assert indonesian(refused_angka(text)) == expected


@given(st.text(alphabet="0123456789.,-%_ eExRp", max_size=24) | st.text(max_size=24))
def test_every_text_is_a_number_or_refused_and_a_cure_is_a_number(text: str) -> None:
    try:
        assert str(parse_angka(text)).lstrip("-") == text.lstrip("-")
    except PydanticCustomError as error:
        offered = re.findall(r"(?<!\w)tulis `([^`]*)`", error.message().replace(quote(text), ""))
        assert [str(parse_angka(cure)) for cure in offered if cure != "status:"] == [
            cure for cure in offered if cure != "status:"
        ]


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("1500000", 1500000), ("1500.00", 1500), ("1.0", 1)])
def test_rupiah_is_whole(text: str, value: int) -> None:
    found = RUPIAH.validate_python(text)
    assert (found, str(found)) == (value, str(value))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.500", 'N003 "1.500" memakai pemisah ribuan; rupiah ditulis bulat dan polos; tulis `1500`.'),
        ("12.345", 'N003 "12.345" memakai pemisah ribuan; rupiah ditulis bulat dan polos; tulis `12345`.'),
        ("1.500.000", 'N003 "1.500.000" memakai pemisah ribuan; angka ditulis polos; tulis `1500000`.'),
        ("1500.5", 'N015 "1500.5" memuat pecahan; rupiah ditulis bulat tanpa sen; tulis `1500`.'),
        ("-5", 'N016 "-5" kurang dari nol; jumlah rupiah tidak boleh negatif; tulis `5`.'),
        ("Rp5", 'N012 "Rp5" memakai `Rp`; satuan sudah diketahui; tulis `5`.'),
    ],
)
def test_wrong_rupiah(text: str, expected: str) -> None:
    assert refusal(RUPIAH, text) == expected


def test_bilangan() -> None:
    assert [BILANGAN.validate_python(text) for text in ("0", "12", "3.0")] == [0, 12, 3]
    cure = "bukan bilangan bulat; tulis bilangan bulat mulai dari 0, misalnya `2`."
    assert refusal(BILANGAN, "1.5") == f'N015 "1.5" {cure}'
    assert refusal(BILANGAN, "-1") == f'N015 "-1" {cure}'
    assert refusal(BILANGAN, "dua").startswith("N013 ")


def test_braces_in_a_refused_value_are_only_text() -> None:
    assert '"{pesan}"' in refused_angka("{pesan}")
