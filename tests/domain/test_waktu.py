"""What years, days and periods mean, and the exact words for what they do not mean."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from sakipgen.domain.waktu import SEGMEN, Frekuensi, JenisPeriode, Periode, Posisi, Tahun, parse_tanggal
from tests.conftest import Indonesian
from tests.domain.helpers import refusal

TAHUN: TypeAdapter[Any] = TypeAdapter(Tahun)


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
