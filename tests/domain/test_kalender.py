"""Working days and due dates, over weekends, long holidays and the end of the year; and how long work takes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sakipgen.domain.kalender import HariLibur, Kalender
from sakipgen.domain.lama import Lama, LamaTeks, SatuanLama, parse_lama
from sakipgen.domain.metode import Tenggat
from sakipgen.domain.waktu import Periode
from tests.conftest import Indonesian
from tests.measuring.builder import Susunan

LEBARAN = Kalender(frozenset(date(2024, 4, day) for day in range(8, 16)))
"""A long holiday from Monday 8 to Monday 15 April 2024, with its weekend."""
TAHUN_BARU = Kalender(frozenset({date(2024, 12, 25), date(2024, 12, 26), date(2025, 1, 1)}))
KOSONG = Kalender(frozenset())


@pytest.mark.parametrize(
    ("kalender", "hari", "kerja"),
    [
        (KOSONG, date(2024, 4, 5), True),
        (KOSONG, date(2024, 4, 6), False),
        (KOSONG, date(2024, 4, 7), False),
        (KOSONG, date(2024, 4, 8), True),
        (LEBARAN, date(2024, 4, 8), False),
        (LEBARAN, date(2024, 4, 13), False),
        (LEBARAN, date(2024, 4, 16), True),
        (TAHUN_BARU, date(2025, 1, 1), False),
    ],
)
def test_working_days(kalender: Kalender, hari: date, kerja: bool) -> None:
    assert kalender.hari_kerja(hari) is kerja


@pytest.mark.parametrize(
    ("kalender", "hari", "banyak", "expected"),
    [
        (KOSONG, date(2024, 3, 31), 0, date(2024, 3, 31)),
        (KOSONG, date(2024, 3, 31), 1, date(2024, 4, 1)),
        (KOSONG, date(2024, 3, 31), 5, date(2024, 4, 5)),
        (KOSONG, date(2024, 3, 31), 6, date(2024, 4, 8)),
        (LEBARAN, date(2024, 3, 31), 5, date(2024, 4, 5)),
        (LEBARAN, date(2024, 3, 31), 6, date(2024, 4, 16)),
        (LEBARAN, date(2024, 4, 12), 1, date(2024, 4, 16)),
        (TAHUN_BARU, date(2024, 12, 24), 1, date(2024, 12, 27)),
        (TAHUN_BARU, date(2024, 12, 31), 1, date(2025, 1, 2)),
        (TAHUN_BARU, date(2024, 12, 31), 3, date(2025, 1, 6)),
    ],
)
def test_the_n_th_working_day_after_a_day(kalender: Kalender, hari: date, banyak: int, expected: date) -> None:
    assert kalender.sesudah(hari, banyak) == expected


@given(
    st.frozensets(st.dates(date(2024, 1, 1), date(2024, 3, 31)), max_size=40),
    st.dates(date(2024, 1, 1), date(2024, 3, 1)),
    st.integers(1, 30),
)
def test_between_a_day_and_its_due_day_lie_so_many_working_days(
    libur: frozenset[date], hari: date, banyak: int
) -> None:
    kalender = Kalender(libur)
    due = kalender.sesudah(hari, banyak)
    between = [hari + timedelta(days=n) for n in range(1, (due - hari).days + 1)]
    assert sum(map(kalender.hari_kerja, between)) == banyak
    assert kalender.hari_kerja(due)


def tenggat(satuan: str | None = None) -> Tenggat:
    days = {"bulanan": "5", "triwulanan": "10", "semesteran": "15", "tahunan": "20"}
    return Tenggat.model_validate(days | ({"satuan": satuan} if satuan else {}))


@pytest.mark.parametrize(
    ("periode", "satuan", "expected"),
    [
        ("2024-03", "kalender", date(2024, 4, 5)),
        ("2024-TW1", None, date(2024, 4, 10)),
        ("2024-S1", "kalender", date(2024, 7, 15)),
        ("2024", "kalender", date(2025, 1, 20)),
        ("2024-03", "kerja", date(2024, 4, 5)),
        ("2024-TW1", "kerja", date(2024, 4, 22)),
        ("2024-S1", "kerja", date(2024, 7, 19)),
        ("2024", "kerja", date(2025, 1, 28)),
        ("2024-02", "kerja", date(2024, 3, 7)),
    ],
)
def test_when_a_report_is_due(periode: str, satuan: str | None, expected: date) -> None:
    assert LEBARAN.jatuh_tempo(tenggat(satuan), Periode.parse(periode)) == expected


def test_a_year_s_last_report_is_due_by_the_holidays_of_the_next() -> None:
    assert TAHUN_BARU.jatuh_tempo(tenggat("kerja"), Periode.parse("2024-12")) == date(2025, 1, 8)


def test_the_calendar_of_a_dataset_joins_its_years() -> None:
    data = Susunan()
    data.libur = {2024: {"2024-12-25": "Natal"}, 2025: {"2025-01-01": "Tahun Baru"}}
    assert data.dataset().kalender.libur == {date(2024, 12, 25), date(2025, 1, 1)}
    assert Susunan().dataset().kalender == KOSONG


def test_a_list_of_holidays_names_each_day_and_is_not_empty() -> None:
    assert HariLibur.model_validate({"dasar": "SKB", "hari": {"2024-02-29": "Hari kabisat"}}).hari == {
        date(2024, 2, 29): "Hari kabisat"
    }
    for hari in ({}, {"2023-02-29": "Tidak ada"}, {"2024-01-01": ""}):
        with pytest.raises(ValidationError):
            HariLibur.model_validate({"dasar": "SKB", "hari": hari})


# ── How long ─────────────────────────────────────────────────────────────────────────────────────────────────────

LAMA: TypeAdapter[Lama] = TypeAdapter(LamaTeks)


@pytest.mark.parametrize(
    ("text", "lama", "menit"),
    [
        ("1 menit", Lama(1, SatuanLama.MENIT), 1),
        ("90 menit", Lama(90, SatuanLama.MENIT), 90),
        ("2 jam", Lama(2, SatuanLama.JAM), 120),
        ("1 hari", Lama(1, SatuanLama.HARI), 450),
        ("9999 hari", Lama(9999, SatuanLama.HARI), 4499550),
    ],
)
def test_a_duration_is_read_and_written_alike(text: str, lama: Lama, menit: int) -> None:
    assert LAMA.validate_python(text) == lama
    assert str(lama) == text
    assert lama.menit(450) == menit
    assert parse_lama(lama) is lama


@pytest.mark.parametrize(
    "text", ["90", "menit", "0 menit", "090 menit", "1,5 jam", "1.5 jam", "90  menit", "90menit", "90 Menit",
             "2 minggu", "10000 hari", "-1 hari", "٩ hari", " 1 hari", "1 hari\n", ""]
)  # fmt: skip
def test_no_duration(text: str, indonesian: Indonesian) -> None:
    with pytest.raises(ValidationError) as caught:
        LAMA.validate_python(text)
    (error,) = caught.value.errors()
    assert error["type"] == "T007"
    assert indonesian(error["msg"]) == (
        f'"{text}" bukan lama waktu; lama ditulis bilangan bulat dan satuannya (menit, jam, atau hari); '
        "tulis misalnya `90 menit` atau `1 hari`."
    )


@pytest.mark.parametrize(("value", "shown"), [(None, "isian kosong"), ([], "daftar"), ({}, "susunan kunci dan isi")])
def test_what_is_no_text_is_no_duration(value: object, shown: str) -> None:
    with pytest.raises(ValidationError) as caught:
        LAMA.validate_python(value)
    assert caught.value.errors()[0]["msg"].startswith(f"{shown} bukan lama waktu;")


def test_the_schema_for_editors_asks_for_the_same_spelling() -> None:
    assert LAMA.json_schema() == {"type": "string", "pattern": "^[1-9][0-9]{0,3} (menit|jam|hari)$"}
