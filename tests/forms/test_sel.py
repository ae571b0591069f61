"""What one cell may say: I-03 and I-06, and how numbers, days and choices come out of a spreadsheet."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from sakipgen.forms.baca import Sel, lolos
from sakipgen.forms.isian import Isian, JenisIsian, Kolom, daftar_isian
from sakipgen.forms.sel import Keliru, baca_sel, rapi, sama
from tests.conftest import Indonesian
from tests.measuring.builder import indikator

AWAL = "sel F9 berisi teks "
PANJANG = "sel F9 berisi angka lebih dari 15 digit, bukan angka yang diminta; hapus lalu ketik angkanya saja."


def cell(jenis: JenisIsian, pilihan: dict[str, str] | None = None) -> Isian:
    return Isian("IKU-01", "nilai", "IKU-01:utama", Kolom.ISIAN, jenis, "realisasi", pilihan or {})


def baca(
    jenis: JenisIsian, value: Any, fmt: str = "General", *, rumus: bool = False, pilihan: dict[str, str] | None = None
) -> Any:
    return baca_sel(cell(jenis, pilihan), Sel("F9", value, fmt, rumus))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (85.5, "85.5"), (85, "85"), (85.0, "85"), (0, "0"), (-0.0, "0"), (-2.5, "-2.5"), (0.1 + 0.2, "0.3"),
        (1e14, "100000000000000"), (0.000001, "0.000001"), (1234567.891, "1234567.891"), (31.400000000000002, "31.4"),
        (None, None), ("", None), ("   ", None),
    ],
)  # fmt: skip
def test_numbers_are_read_as_numbers(value: object, text: str | None) -> None:
    assert baca(JenisIsian.ANGKA, value) == text


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("85,5", "sel F9 berisi teks “85,5”, bukan angka; hapus lalu ketik sebagai angka, mungkin 85,5."),
        ("80,5 %", "sel F9 berisi teks “80,5 %”, bukan angka; hapus lalu ketik sebagai angka, mungkin 80,5."),
        ("85.5", "sel F9 berisi teks “85.5”, bukan angka; hapus lalu ketik sebagai angka, mungkin 85,5."),
        ("85", "sel F9 berisi teks “85”, bukan angka; hapus lalu ketik sebagai angka, mungkin 85."),
        (
            "1.234",
            AWAL + "“1.234”, bukan angka; hapus lalu ketik sebagai angka, mungkin 1.234 (atau 1,234 bila itu pecahan).",
        ),
        ("1.234,5", "sel F9 berisi teks “1.234,5”, bukan angka; hapus lalu ketik sebagai angka, mungkin 1.234,5."),
        ("Rp1.500.000", AWAL + "“Rp1.500.000”, bukan angka; hapus lalu ketik sebagai angka, mungkin 1.500.000."),
        ("belum ada", "sel F9 berisi teks “belum ada”, bukan angka; hapus lalu ketik angkanya saja."),
        (True, "sel F9 berisi BENAR atau SALAH, bukan angka yang diminta; hapus lalu ketik angkanya saja."),
        (
            datetime(2026, 1, 5),  # noqa: DTZ001
            "sel F9 terbaca sebagai tanggal atau jam, bukan angka yang diminta; hapus lalu ketik angkanya saja.",
        ),
        (87.1234567, "sel F9 punya lebih dari 6 angka di belakang koma; bulatkan, misalnya 87,123457."),
        (1e15, PANJANG),
        (float("inf"), PANJANG),
    ],
)  # fmt: skip
def test_i_06_what_is_no_number_is_refused_with_its_cure(value: object, told: str, indonesian: Indonesian) -> None:
    found = baca(JenisIsian.ANGKA, value)
    assert found == Keliru("X005", told)
    indonesian(told)


def test_a_percent_format_is_told_from_its_number() -> None:
    found = baca(JenisIsian.ANGKA, 0.855, "0.00%")
    assert found.kode == "X005"
    assert "berformat persen (85,5%)" in found.pesan


def test_a_number_of_a_person_is_not_repeated() -> None:
    found = baca(JenisIsian.ANGKA, "198501012010011001")
    assert found.kode == "D002"
    assert "1985" not in found.pesan


@pytest.mark.parametrize("jenis", list(JenisIsian))
def test_i_03_a_formula_is_no_value(jenis: JenisIsian, indonesian: Indonesian) -> None:
    told = "sel F9 berisi rumus; salin selnya, lalu tempel sebagai nilai."
    assert baca(jenis, 5, rumus=True) == Keliru("X002", told)
    assert baca(jenis, None, rumus=True) == Keliru("X002", told)
    indonesian(told)


def test_days() -> None:
    assert baca(JenisIsian.TANGGAL, datetime(2026, 3, 31)) == "2026-03-31"  # noqa: DTZ001
    assert baca(JenisIsian.TANGGAL, date(2026, 3, 31)) == "2026-03-31"
    for value in ("31/03/2026", 46112, time(8), datetime(2026, 3, 31, 8), date(1999, 1, 1)):  # noqa: DTZ001
        assert baca(JenisIsian.TANGGAL, value).kode == "X005"


def test_choices_are_read_however_they_are_written() -> None:
    words = {"menunggu_rilis": "menunggu rilis", "tidak_berlaku": "tidak berlaku"}
    for said in ("menunggu rilis", "Menunggu Rilis ", "menunggu_rilis"):
        assert baca(JenisIsian.PILIHAN, said, pilihan=words) == "menunggu_rilis"
    found = baca(JenisIsian.PILIHAN, "nanti", pilihan=words)
    assert found.kode == "X005"
    assert "menunggu rilis, tidak berlaku" in found.pesan


def test_text_is_cleaned_of_what_editors_leave_and_a_number_in_it_stays_a_text() -> None:
    assert baca(JenisIsian.KATA, 800) == "800"
    assert baca(JenisIsian.KATA, 800.0) == "800"
    for value, fmt in ((800.5, "General"), (198501012010011001, "General"), (-3, "General"), (1, "0%"), (True, "")):
        assert baca(JenisIsian.KATA, value, fmt).kode == "X005"
    assert baca(JenisIsian.KATA, date(2026, 1, 2)).kode == "X005"
    assert baca(JenisIsian.KALIMAT, "a_x000D_\nb\t \n") == "a\n\nb"
    assert rapi("cafe\u0301\r\nx") == "caf\u00e9\nx"
    assert lolos("_x005F_x0041_") == "_x0041_"


def test_texts_that_say_the_same() -> None:
    number, words = cell(JenisIsian.ANGKA), cell(JenisIsian.KALIMAT)
    assert sama(number, "87.50", "87.5")
    assert sama(number, "123456789012.123456", f"{float('123456789012.123456'):.15g}")
    assert not sama(number, "0", None)
    assert not sama(number, "87.5", "87.51")
    assert sama(words, "a \nb", "a\nb")
    assert sama(words, None, None)


def test_every_cell_of_a_card_has_a_place_of_its_own() -> None:
    cells = daftar_isian("A", indikator(agregasi="rasio", komponen={"a": "A", "b": "B"}, rumus="a / b"))
    places = [(c.baris, c.kolom) for c in cells]
    assert len(set(places)) == len(places)
    assert len({c.medan for c in cells}) == len(cells)


@pytest.mark.parametrize("fmt", ['0.0"%"', "0.0\\%", '#,##0" persen (%)"', "_%0"])
def test_a_percent_sign_that_is_only_printed_multiplies_nothing(fmt: str) -> None:
    assert baca(JenisIsian.ANGKA, 85.5, fmt) == "85.5"


def test_an_endless_number_in_a_percent_format_is_refused() -> None:
    assert baca(JenisIsian.ANGKA, float("inf"), "0%") == Keliru("X005", PANJANG)


@pytest.mark.parametrize("jenis", list(JenisIsian))
def test_an_error_of_the_spreadsheet_is_no_value(jenis: JenisIsian, indonesian: Indonesian) -> None:
    found = baca_sel(cell(jenis), Sel("F9", "#N/A", "General", galat=True))
    assert found == Keliru("X005", indonesian("sel F9 berisi galat #N/A; hapus lalu ketik isinya."))


@pytest.mark.parametrize(
    ("text", "code"), [("a\u200bb", "U002"), ("a\u202eb", "U001"), ("a\u0007b", "U002"), ("nil\u0430i", "U003")]
)
def test_what_nobody_sees_is_told_at_its_cell(text: str, code: str) -> None:
    found = baca(JenisIsian.KALIMAT, text)
    assert (found.kode, found.pesan[:8]) == (code, "sel F9: ")


def test_spaces_of_a_word_processor_are_spaces_and_a_word_has_an_end(indonesian: Indonesian) -> None:
    assert baca(JenisIsian.KALIMAT, "a\u00a0b\u2009c\u00a0") == "a b c"
    found = baca(JenisIsian.KALIMAT, "x" * 2500)
    assert indonesian(found.pesan).startswith("sel F9 memuat 2500 karakter tanpa spasi, paling panjang 1900;")
