"""The calendars: a day for every deadline, the same event in every build."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar

from tests.measuring.builder import UNIT
from tests.rendering.berkas.terbit import contoh, semua
from tests.rendering.test_opendata import rekap_of, small


def acara(content: bytes) -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = {}
    for event in Calendar.from_ical(content).walk("VEVENT"):
        uid = str(event["uid"])
        assert uid not in found
        found[uid] = {name.lower(): event.decoded(name) for name in event}
    return found


def test_a_unit_has_its_deadlines() -> None:
    files = semua(rekap_of(small()))
    events = acara(files[f"kalender/{UNIT}.ics"])
    host = "kinerja-bk-kabupaten-contoh"
    one = events[next(uid for uid in events if uid.startswith(f"tenggat-{UNIT}-2024-tw2@"))]
    assert one["dtstart"] == date(2024, 7, 15)
    assert one["dtend"] == date(2024, 7, 16)
    assert one["summary"] == "Batas laporan Triwulan II 2024"
    assert one["description"] == "Realisasi yang disampaikan: IKU-03."
    assert one["dtstamp"] == datetime(2025, 2, 14, tzinfo=UTC)
    assert [uid.split("@")[0] for uid in events] == [
        *(f"tenggat-{UNIT}-2024-{segment}" for segment in ("tw1", "tw2", "tw3", "tw4")),
        f"tenggat-{UNIT}-2024",
    ]
    assert {uid.split("@")[1] for uid in events} == {host}


def test_the_days_are_those_of_the_year_and_all_units_owe_what_each_owes(berkas: Mapping[str, bytes]) -> None:
    rekap = contoh()
    days = {str(p): day for year in rekap.tahun for p, day in year.jatuh_tempo.items()}
    whole = acara(berkas["kalender/tenggat.ics"])
    for kode in rekap.instansi.unit_kerja:
        for uid, event in acara(berkas[f"kalender/{kode}.ics"]).items():
            slug = uid.split("@")[0].removeprefix(f"tenggat-{kode}-")
            start = event["dtstart"]
            assert isinstance(start, date)
            assert start == days[slug.upper()], uid
            assert event["dtend"] == start + timedelta(days=1)
            other = whole[uid.replace(f"-{kode}-", "-semua-", 1)]
            assert other["dtstart"] == start
            told = other["description"]
            assert isinstance(told, str)
            assert rekap.instansi.unit_kerja[kode].nama in told


def test_an_event_stays_the_same_event(berkas: Mapping[str, bytes]) -> None:
    earlier = acara(semua(contoh(date(2025, 2, 14)))["kalender/tenggat.ics"])
    assert set(earlier) <= set(acara(berkas["kalender/tenggat.ics"]))
    assert earlier


def test_lines_are_folded_and_end_as_the_standard_says(berkas: Mapping[str, bytes]) -> None:
    for name, content in berkas.items():
        if name.endswith(".ics"):
            lines = content.split(b"\r\n")
            assert max(map(len, lines)) <= 75
            assert b"\n" not in b"".join(lines)
            assert b"DATA CONTOH" in content.replace(b"\r\n ", b"")
