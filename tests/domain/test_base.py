"""What a scalar's text means, and the exact words for what it does not mean."""

from __future__ import annotations

import re
from datetime import date
from decimal import Context, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from sakipgen.domain.base import (
    SEGMEN,
    Bilangan,
    Frekuensi,
    JenisPeriode,
    Kode,
    Periode,
    Posisi,
    Rupiah,
    Sha256,
    Tahun,
    Tautan,
    Teks,
    TeksPanjang,
    YaTidak,
    parse_angka,
    parse_tanggal,
    quote,
)
from tests.conftest import Indonesian

RUPIAH: TypeAdapter[Any] = TypeAdapter(Rupiah)
BILANGAN: TypeAdapter[Any] = TypeAdapter(Bilangan)
TAHUN: TypeAdapter[Any] = TypeAdapter(Tahun)
YA_TIDAK: TypeAdapter[Any] = TypeAdapter(YaTidak)

PERSEN = "memakai tanda persen; satuan sudah tertulis pada kamus indikator"
PANJANG = "terlalu panjang; paling banyak 15 angka di depan titik dan 6 di belakangnya; bulatkan angkanya."


def refusal(kind: TypeAdapter[Any], value: object) -> str:
    """The code and message with which a type refuses a value."""
    with pytest.raises(ValidationError) as caught:
        kind.validate_python(value)
    (error,) = caught.value.errors()
    return f"{error['type']} {error['msg']}"


def refused_angka(value: object) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        parse_angka(value)
    return f"{caught.value.type} {caught.value.message()}"


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────


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


def test_ya_tidak() -> None:
    assert [YA_TIDAK.validate_python(text) for text in ("ya", "tidak", True)] == [True, False, True]
    for text in ("Ya", "yes", "true", "1", "", "NO"):
        assert refusal(YA_TIDAK, text) == f'S004 "{text}" tidak dikenal; isi `ya` atau `tidak`.'
    assert refusal(YA_TIDAK, None) == "S004 isian kosong tidak dikenal; isi `ya` atau `tidak`."


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("text", ["a", "IKU-03", "5.03.02.2.01.0003", "5.10", "NO", "A" * 40, "0", "2021-2026"])
def test_kode(text: str) -> None:
    assert TypeAdapter(Kode).validate_python(text) == text


@pytest.mark.parametrize("text", ["", "-a", ".a", "a b", "a/b", "..", "a_b", "é", "а", "A" * 41, "a\n", "a:b"])
def test_no_kode(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Kode).validate_python(text)


def test_text_of_one_line() -> None:
    assert TypeAdapter(Teks).validate_python("  Bupati's S.Si., M.T. — ≥ 20 JP ") == "Bupati's S.Si., M.T. — ≥ 20 JP"
    for text in ("", "  ", "a\nb", "a" * 251):
        with pytest.raises(ValidationError):
            TypeAdapter(Teks).validate_python(text)


def test_text_of_several_lines() -> None:
    assert TypeAdapter(TeksPanjang).validate_python("a\n\nb\n") == "a\n\nb"
    for text in ("", " \n ", "a" * 5001):
        with pytest.raises(ValidationError):
            TypeAdapter(TeksPanjang).validate_python(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("https://contoh.go.id/a?b=c#d", True),
        ("http://contoh.go.id/", False),
        ("javascript:alert(1)", False),
        ('https://contoh.go.id/"onclick', False),
        ("https://contoh.go.id/<script>", False),
        ("https://contoh.go.id/a b", False),
        (" https://contoh.go.id/", False),
        ("https://contoh.go.id/\n", False),
        ("https://", False),
        ("HTTPS://contoh.go.id", False),
    ],
)
def test_tautan(text: str, good: bool) -> None:
    if good:
        assert TypeAdapter(Tautan).validate_python(text) == text
    else:
        with pytest.raises(ValidationError):
            TypeAdapter(Tautan).validate_python(text)


@pytest.mark.parametrize("text", ["a" * 63, "A" * 64, "g" * 64, "a" * 65, ""])
def test_no_sha256(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Sha256).validate_python(text)


def test_quote() -> None:
    assert list(map(quote, [None, {}, [], (), 5, "a" * 40])) == [
        "isian kosong",
        "susunan kunci dan isi",
        "daftar",
        "daftar",
        '"5"',
        f'"{"a" * 40}"',
    ]
    assert quote("a" * 41) == f'"{"a" * 37}…"'


def test_braces_in_a_refused_value_are_only_text() -> None:
    assert '"{pesan}"' in refused_angka("{pesan}")


# ── Years and days ───────────────────────────────────────────────────────────────────────────────────────────────


def test_tahun() -> None:
    assert [TAHUN.validate_python(text) for text in ("2000", "2099", 2024)] == [2000, 2099, 2024]
    for text in ("1999", "2100", "24", "2024.0", " 2024", "２０２４", ""):
        expected = f'T004 "{text}" bukan tahun; tulis empat angka antara 2000 dan 2099, misalnya `2024`.'
        assert refusal(TAHUN, text) == expected
    assert refusal(TAHUN, None).startswith("T004 isian kosong bukan tahun")


def test_tanggal() -> None:
    assert parse_tanggal("2024-02-29") == date(2024, 2, 29)
    assert parse_tanggal("2024-12-31") == date(2024, 12, 31)
    assert parse_tanggal(date(2024, 1, 2)) == date(2024, 1, 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "2023-02-29",
            "T001 tanggal 29 Februari 2023 tidak ada; Februari 2023 berakhir tanggal 28; perbaiki tanggalnya.",
        ),
        (
            "2024-02-30",
            "T001 tanggal 30 Februari 2024 tidak ada; Februari 2024 berakhir tanggal 29; perbaiki tanggalnya.",
        ),
        (
            "2024-04-00",
            "T001 tanggal 0 April 2024 tidak ada; April 2024 berakhir tanggal 30; perbaiki tanggalnya.",
        ),
        ("2024-13-01", 'T001 bulan 13 tidak ada; bulan ditulis `01` sampai `12`; perbaiki "2024-13-01".'),
        ("2024-00-01", 'T001 bulan 0 tidak ada; bulan ditulis `01` sampai `12`; perbaiki "2024-00-01".'),
        ("31-01-2024", 'T003 "31-01-2024" bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`.'),
        ("2024-1-5", 'T003 "2024-1-5" bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`.'),
        ("1999-01-05", 'T003 "1999-01-05" bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`.'),
        ("2024-01-05T00:00", 'T003 "2024-01-05T00:00" bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`.'),
        (None, "T003 isian kosong bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`."),
    ],
)
def test_wrong_days(text: object, expected: str, indonesian: Indonesian) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        parse_tanggal(text)
    assert indonesian(f"{caught.value.type} {caught.value.message()}") == expected


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_tanggal(str(day)) == day


# ── Periods ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "segmen", "label"),
    [
        ("2024", "tahunan", "Tahun 2024"),
        ("2024-TW3", "TW3", "Triwulan III 2024"),
        ("2024-tw3", "TW3", "Triwulan III 2024"),
        ("2024-TW4", "TW4", "Triwulan IV 2024"),
        ("2024-09", "09", "September 2024"),
        ("2024-S1", "S1", "Semester I 2024"),
        ("2024-s2", "S2", "Semester II 2024"),
    ],
)
def test_periode(text: str, segmen: str, label: str) -> None:
    periode = Periode.parse(text)
    assert (periode.tahun, periode.segmen, periode.label) == (2024, segmen, label)
    assert str(periode) == text.upper()
    assert periode.slug == text.lower()


@pytest.mark.parametrize(
    "text",
    ["TW3-26", "2024-TW5", "2024-TW0", "2024-9", "2024-13", "2024-S3", "2024-b09", "24-TW1", "1999", "", "2024-"],
)
def test_no_periode(text: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        Periode.parse(text)
    assert f"{caught.value.type} {caught.value.message()}" == (
        f'T002 periode "{text}" tidak dikenal; tulis `2024-TW3`, `2024-09`, `2024-S1` atau `2024`.'
    )


def test_an_unknown_segment_is_no_periode() -> None:
    with pytest.raises(ValueError, match="TW5"):
        Periode(2024, "TW5")


periode = st.builds(Periode, st.integers(2000, 2099), st.sampled_from(SEGMEN))


@given(periode)
def test_a_periode_is_read_as_it_is_written(one: Periode) -> None:
    assert Periode.parse(str(one)) == one
    assert Periode.parse(one.slug) == one
    assert one.awal <= one.akhir
    assert one.memuat(one)


@given(periode, periode)
def test_order_is_by_end_and_then_by_length(a: Periode, b: Periode) -> None:
    assert (a < b) + (a == b) + (a > b) == 1
    if a.akhir < b.akhir:
        assert a < b
    if a.akhir == b.akhir and a.awal > b.awal:
        assert a < b
    if a != b and a.memuat(b):
        assert not b.memuat(a)
        assert a.awal <= b.awal <= b.akhir <= a.akhir


def test_a_year_in_order() -> None:
    year = sorted(Periode(2024, segmen) for segmen in SEGMEN)
    assert " ".join(p.segmen for p in year) == ("01 02 03 TW1 04 05 06 TW2 S1 07 08 09 TW3 10 11 12 TW4 S2 tahunan")
    assert Periode(2023, "tahunan") < Periode(2024, "01")


def test_the_segments_of_a_frequency_are_in_order_and_share_nothing() -> None:
    assert [len(f.segmen) for f in Frekuensi] == [12, 4, 2, 1]
    assert sorted(s for f in Frekuensi for s in f.segmen) == sorted(SEGMEN)
    for frekuensi in Frekuensi:
        rows = [Periode(2024, s) for s in frekuensi.segmen]
        assert rows == sorted(rows)
        assert {row.jenis.frekuensi for row in rows} == {frekuensi}
        assert frekuensi.periode(2024) == tuple(rows)
    assert [j.frekuensi for j in JenisPeriode] == list(Frekuensi)


def test_bounds_of_periods() -> None:
    assert (Periode(2024, "02").awal, Periode(2024, "02").akhir) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (Periode(2024, "TW4").awal, Periode(2024, "TW4").akhir) == (date(2024, 10, 1), date(2024, 12, 31))
    assert (Periode(2024, "S2").awal, Periode(2024, "S1").akhir) == (date(2024, 7, 1), date(2024, 6, 30))


# ── Posisi ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "sampai"),
    [
        ("2025-02-14", "2025-01"),
        ("2025-01-31", "2025-01"),
        ("2025-01-30", "2024"),
        ("2025-01-01", "2024"),
        ("2024-12-31", "2024"),
        ("2024-12-30", "2024-11"),
        ("2024-02-28", "2024-01"),
        ("2024-02-29", "2024-02"),
        ("2024-10-01", "2024-09"),
    ],
)
def test_without_sampai_the_posisi_reaches_to_the_last_month_that_ended(day: str, sampai: str) -> None:
    posisi = Posisi.pada(parse_tanggal(day))
    assert str(posisi.sampai) == sampai
    assert posisi.per_tanggal == parse_tanggal(day)


def test_sampai_may_be_named() -> None:
    posisi = Posisi.pada(date(2025, 2, 14), Periode(2024, "TW3"))
    seen = [segmen for segmen in SEGMEN if posisi.memuat(Periode(2024, segmen))]
    assert seen == ["01", "02", "03", "04", "05", "06", "07", "08", "09", "TW1", "TW2", "TW3", "S1"]
    assert posisi.memuat(Periode(2023, "tahunan"))


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), periode)
def test_a_posisi_sees_exactly_what_had_ended(day: date, one: Periode) -> None:
    posisi = Posisi.pada(day)
    assert posisi.sampai.akhir <= day
    assert posisi.memuat(one) == (one.akhir <= day)
