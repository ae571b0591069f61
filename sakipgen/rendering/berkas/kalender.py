"""`kalender/*.ics`: the days by which units owe their reports, for the calendar programs that offices use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sakipgen.domain.organisasi import StatusData
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.berkas.gudang import Isi
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.rilis import Rilis

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True)
class Tenggat:
    """A day by which reports of a period are due, with the kode of the indikator that each unit owes then."""

    periode: Periode
    hari: date
    unit: Mapping[str, Sequence[str]]


def berkas(rekap: Rekapitulasi, rilis: Rilis) -> Mapping[PurePosixPath, Isi]:
    """Returns the calendar of every unit, and that of all, which wins should a unit be called so."""
    own: dict[PurePosixPath, Isi] = {
        PurePosixPath(alamat.kalender(kode)): partial(_render, rekap, rilis, kode) for kode in rekap.instansi.unit_kerja
    }
    return {**own, PurePosixPath(alamat.KALENDER): partial(_render, rekap, rilis, None)}


def tenggat(rekap: Rekapitulasi) -> Iterator[Tenggat]:
    """Yields every deadline of the years in the data, in order of time."""
    for year in rekap.tahun:
        owed: dict[Periode, dict[str, list[str]]] = {}
        for row in year.setahun.indikator:
            for periode in row.indikator.frekuensi.periode(year.tahun):
                owed.setdefault(periode, {}).setdefault(row.indikator.penanggung_jawab, []).append(row.kode)
        for periode in sorted(owed):
            yield Tenggat(periode, year.jatuh_tempo[periode], owed[periode])


def _render(rekap: Rekapitulasi, rilis: Rilis, unit: str | None) -> Iterator[bytes]:
    from icalendar import Calendar  # noqa: PLC0415 - slow to import; only the process that writes calendars needs it

    pd = rekap.instansi.perangkat_daerah
    owner = rekap.instansi.unit_kerja[unit].nama if unit else pd.singkatan
    example = " (DATA CONTOH)" if rekap.instansi.status_data is StatusData.CONTOH else ""
    calendar = Calendar()
    calendar.add("prodid", "-//sakipgen//tenggat laporan kinerja//ID")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, f"Tenggat laporan kinerja {owner}{example}")
    for due in tenggat(rekap):
        if unit is None or unit in due.unit:
            calendar.add_component(_acara(rekap, rilis, due, unit))
    yield calendar.to_ical()


def _acara(rekap: Rekapitulasi, rilis: Rilis, due: Tenggat, unit: str | None) -> Event:
    from icalendar import Event  # noqa: PLC0415 - as above

    host = urlsplit(rilis.alamat).hostname if rilis.alamat else rilis.nama
    event = Event()
    event.add("uid", f"tenggat-{(unit or 'semua').lower()}-{due.periode.slug}@{host}")
    event.add("dtstamp", datetime.combine(rekap.posisi.per_tanggal, time(), UTC))
    event.add("dtstart", due.hari)
    event.add("dtend", due.hari + timedelta(days=1))
    event.add("summary", f"Batas laporan {due.periode.label}")
    event.add("description", _uraian(rekap, due, unit))
    event.add("transp", "TRANSPARENT")
    if rilis.alamat and due.periode in {prd.periode for year in rekap.tahun for prd in year.periode}:
        event.add("url", f"{rilis.alamat}periode/{due.periode.slug}/")
    return event


def _uraian(rekap: Rekapitulasi, due: Tenggat, unit: str | None) -> str:
    """Which indikator a unit owes, or which units owe how many."""
    if unit:
        return f"Realisasi yang disampaikan: {', '.join(due.unit[unit])}."
    names = {kode: row.nama for kode, row in rekap.instansi.unit_kerja.items()}
    return "\n".join(f"{names[kode]}: {len(owed)} indikator" for kode, owed in due.unit.items())
