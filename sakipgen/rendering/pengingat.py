"""What to tell a unit whose report is due, late or returned: one value, worded for WhatsApp, e-mail and the forge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Final

from sakipgen.domain.organisasi import Instansi, StatusData, UnitKerja
from sakipgen.domain.realisasi import Status
from sakipgen.domain.siklus import AlasanKembali
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, KeadaanPengiriman, Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.berkas import kalender
from sakipgen.rendering.cetak import hari_tanggal, tanggal
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.kata_pengiriman import ALASAN
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.rilis import rilis

INDEKS: Final = "pengingat.json"
VERSI: Final = 1
JENJANG: Final = (0, 3, 7)
"""So many days before the deadline a reminder says something new."""
_KURANG: Final = frozenset({Status.TERLAMBAT, Status.BELUM_JATUH_TEMPO, Status.DIKEMBALIKAN})
"""What a unit still has to do something about; a report that waits for its answer is not among it."""
_TIDAK_DIMINTA: Final = frozenset({Status.TIDAK_DITARGETKAN, Status.BELUM_DITETAPKAN})
_CONTOH: Final = "DATA CONTOH, bukan data resmi."


@dataclass(frozen=True, slots=True)
class Kembali:
    """Why a report that had been handed in was returned, and when."""

    tanggal: date
    alasan: AlasanKembali
    catatan: str | None


@dataclass(frozen=True, slots=True)
class Pengingat:
    """What one unit still owes of one period. It names positions and units, never people."""

    kode: str
    unit: UnitKerja
    periode: Periode
    jatuh_tempo: date
    hari: int
    """Days past the deadline, negative before it; of a report that was returned the days since then."""
    indikator: tuple[BarisIndikator, ...]
    """Whose report is not complete."""
    kembali: Kembali | None = None
    """Of a report that was returned; it is not late, for the first hand-in says whether it was in time."""

    @property
    def kunci(self) -> str:
        """The same on every day: by it one finds again what was opened for this reminder."""
        return kunci(self.kode, self.periode)

    @property
    def label(self) -> str:
        """Changes when there is something new to say."""
        if self.kembali:
            return "tenggat/dikembalikan"
        if self.hari > 0:
            return "tenggat/terlambat"
        return f"tenggat/H-{next(days for days in JENJANG if -self.hari <= days)}"

    @property
    def kapan(self) -> str:
        """How far the deadline is, or when the report was returned, in words."""
        if self.kembali:
            return f"dikembalikan {tanggal(self.kembali.tanggal)}"
        if self.hari > 0:
            return f"terlambat {self.hari} hari"
        return f"{-self.hari} hari lagi" if self.hari else "hari ini"


@dataclass(frozen=True, slots=True)
class Selesai:
    """A report of which nobody needs to be reminded any more."""

    kode: str
    periode: Periode
    sebab: str
    """`disampaikan`, or `ditutup` where the period was closed without it."""

    @property
    def kunci(self) -> str:
        return kunci(self.kode, self.periode)


@dataclass(frozen=True, slots=True)
class Daftar:
    """All reminders of a day, the most urgent first, and what is done."""

    pengingat: tuple[Pengingat, ...]
    selesai: tuple[Selesai, ...]


def kunci(unit: str, periode: Periode) -> str:
    """Returns what a reminder is called on every day."""
    return f"pengingat-{unit.lower()}-{periode.slug}"


def susun_pengingat(rekap: Rekapitulasi) -> Daftar:
    """Returns who is to be reminded as of the posisi, by the office's own Rekapitulasi: it knows what was returned."""
    due: list[Pengingat] = []
    done: list[Selesai] = []
    for year in rekap.tahun:
        recent = year.tahun >= rekap.posisi.per_tanggal.year - 1
        returned = _dikembalikan(year)
        for prd in year.periode:
            for kode, rows in _laporan(rekap.instansi, prd):
                back = returned.get((kode, prd.periode))
                late = (rekap.posisi.per_tanggal - (back.tanggal if back else rows[0].hasil.jatuh_tempo)).days
                owed = tuple(row for row in rows if row.hasil.status in _KURANG)
                closed = prd.siklus is not None and prd.siklus.penutupan is not None
                if -late > JENJANG[-1]:
                    continue
                if owed and not closed:
                    unit = rekap.instansi.unit_kerja[kode]
                    due.append(Pengingat(kode, unit, prd.periode, rows[0].hasil.jatuh_tempo, late, owed, back))
                elif recent:
                    done.append(Selesai(kode, prd.periode, "ditutup" if owed else "disampaikan"))
    return Daftar(tuple(sorted(due, key=lambda one: (-one.hari, one.periode, one.kode))), tuple(done))


def _dikembalikan(year: RekapTahun) -> Mapping[tuple[str, Periode], Kembali]:
    """The reports of a year that were returned and not handed in again."""
    return {
        (row.unit, row.periode): Kembali(row.dikembalikan, row.alasan, row.catatan)
        for row in year.pengiriman
        if row.keadaan is KeadaanPengiriman.DIKEMBALIKAN and row.dikembalikan and row.alasan
    }


def _laporan(instansi: Instansi, prd: RekapPeriode) -> Iterator[tuple[str, Sequence[BarisIndikator]]]:
    """The rows that each unit reports in this very period, in order of units."""
    own = [
        row
        for row in prd.indikator
        if prd.selesai
        and row.indikator.frekuensi is prd.periode.jenis.frekuensi
        and row.hasil.status not in _TIDAK_DIMINTA
    ]
    for kode in instansi.unit_kerja:
        if rows := [row for row in own if row.indikator.penanggung_jawab == kode]:
            yield kode, rows


# ── In words ─────────────────────────────────────────────────────────────────────────────────────────────────────


def berkas_pengingat(rekap: Rekapitulasi, daftar: Daftar) -> Mapping[str, bytes]:
    """Returns every file by its name: the texts of each reminder, the calendar of each unit reminded, and the index."""
    issue = rilis(rekap)
    calendars = kalender.berkas(rekap, issue)
    files: dict[str, bytes] = {}
    for one in daftar.pengingat:
        names = _nama(one)
        files[names["whatsapp"]] = whatsapp(rekap.instansi, one, issue.alamat).encode()
        files[names["surel"]] = surel(rekap.instansi, one, issue.alamat).encode()
        files[names["isu"]] = isu(rekap.instansi, one, issue.alamat).encode()
        files[names["kalender"]] = b"".join(calendars[PurePosixPath(names["kalender"])]())
    files[INDEKS] = indeks(rekap, daftar).encode()
    return files


def indeks(rekap: Rekapitulasi, daftar: Daftar) -> str:
    """Returns the index for programs."""
    return dumps(
        {
            "versi": VERSI,
            "pembuat": "sakipgen",
            "per_tanggal": rekap.posisi.per_tanggal,
            "pengingat": [
                {
                    "kunci": one.kunci,
                    "unit": one.kode,
                    "nama_unit": one.unit.nama,
                    "periode": one.periode,
                    "judul": judul(rekap.instansi, one),
                    "jatuh_tempo": one.jatuh_tempo,
                    "hari": one.hari,
                    "label": one.label,
                    "dikembalikan": one.kembali
                    and {
                        "tanggal": one.kembali.tanggal,
                        "alasan": one.kembali.alasan,
                        "catatan": one.kembali.catatan,
                    },
                    "indikator": [row.kode for row in one.indikator],
                    "berkas": _nama(one),
                }
                for one in daftar.pengingat
            ],
            "selesai": [
                {"kunci": one.kunci, "unit": one.kode, "periode": one.periode, "sebab": one.sebab}
                for one in daftar.selesai
            ],
        }
    )


def judul(instansi: Instansi, one: Pengingat) -> str:
    """Returns the title of a reminder, which stays the same from day to day."""
    example = "[DATA CONTOH] " if instansi.status_data is StatusData.CONTOH else ""
    return f"{example}Pengingat laporan kinerja {one.periode.label}: {one.unit.nama}"


def whatsapp(instansi: Instansi, one: Pengingat, situs: str | None) -> str:
    """Returns the text as WhatsApp shows it: short, bold between asterisks."""
    return _teks(instansi, one, situs, tebal="*", judul=f"*Pengingat laporan kinerja {one.periode.label}*")


def surel(instansi: Instansi, one: Pengingat, situs: str | None) -> str:
    """Returns subject and body of an e-mail."""
    subject = f"Perihal: Laporan kinerja {one.periode.label}, {one.unit.nama}, {one.kapan}"
    return f"{subject}\n\n{_teks(instansi, one, situs, tebal='', judul=None)}"


def isu(instansi: Instansi, one: Pengingat, situs: str | None) -> str:
    """Returns what the forge shows: both texts to be copied, where nothing in them means anything to it."""
    report = f"Laporan {_rata(one.unit.nama)} untuk {one.periode.label}"
    if one.kembali:
        state = f"{report} {one.kapan} untuk dilengkapi; alasannya {ALASAN[one.kembali.alasan]}."
        done = "disampaikan lagi"
    else:
        state = f"{report} belum lengkap; batasnya {tanggal(one.jatuh_tempo)}."
        done = "masuk"
    return f"""{state}
Catatan ini diperbarui setiap hari kerja dan ditutup sendiri sesudah laporannya {done}.

**Untuk WhatsApp**

{_pagar(whatsapp(instansi, one, situs))}

**Untuk surel**

{_pagar(surel(instansi, one, situs))}
"""


def _teks(instansi: Instansi, one: Pengingat, situs: str | None, *, tebal: str, judul: str | None) -> str:
    listed, again = ("Indikator dalam laporan itu", " lagi") if one.kembali else ("Yang belum lengkap", "")
    closing = (
        f"Formulir dan bantuan: Tim SAKIP, melalui {_penghubung(instansi, one.unit)}. Bila data ini sudah "
        f"dikirim{again}, abaikan pengingat ini."
    )
    parts = [
        _CONTOH if instansi.status_data is StatusData.CONTOH else "",
        judul or "",
        f"Yth. {instansi.nama_jabatan(one.unit.kepala)},",
        *_pembuka(one, tebal),
        "\n".join(
            [
                f"{listed}:",
                *(f"- {row.kode} {row.indikator.nama}" for row in one.indikator),
            ]
        ),
        f"Keadaan laporan: {situs}{alamat.bidang(one.kode)}" if situs else "",
        closing,
        "Terima kasih.",
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _pembuka(one: Pengingat, tebal: str) -> Iterator[str]:
    """What is wanted of the unit, and why."""
    about = f"kinerja {one.unit.nama} untuk {one.periode.label}"
    if one.kembali:
        day = f"{tebal}{hari_tanggal(one.kembali.tanggal)}{tebal}"
        yield f"Data {about} dikembalikan pada {day} untuk dilengkapi."
        note = f"\nCatatan: {one.kembali.catatan}" if one.kembali.catatan else ""
        yield f"Alasan: {ALASAN[one.kembali.alasan]}.{note}"
        yield "Mohon dilengkapi, lalu disampaikan lagi."
        return
    day = f"{tebal}{hari_tanggal(one.jatuh_tempo)}{tebal}"
    if one.hari > 0:
        yield (
            f"Batas penyampaian data {about}, yaitu {day}, sudah lewat {tebal}{one.hari} hari{tebal}. Mohon segera "
            "disampaikan, atau beri tahukan kendalanya."
        )
    else:
        yield f"Batas penyampaian data {about}: {day} ({one.kapan})."


def _penghubung(instansi: Instansi, unit: UnitKerja) -> str:
    """Whom to ask: the first of the Tim SAKIP who does not lead the unit."""
    team = (*(row.jabatan for row in instansi.tim_sakip.anggota), instansi.tim_sakip.ketua)
    return instansi.nama_jabatan(next((kode for kode in team if kode != unit.kepala), team[-1]))


def _pagar(teks: str) -> str:
    """A text as code, behind a longer fence than any in it."""
    fence = "`" * 3
    while fence in teks:
        fence += "`"
    return f"{fence}text\n{teks}{fence}"


def _rata(teks: str) -> str:
    """A name of the data within Markdown, where only its letters are read."""
    return "".join(c if c.isalnum() or c in " ,.-()/" else f"&#{ord(c)};" for c in teks)


def _nama(one: Pengingat) -> Mapping[str, str]:
    """The files of a reminder."""
    return {
        "whatsapp": f"{one.kunci}.txt",
        "surel": f"{one.kunci}.surel.txt",
        "isu": f"{one.kunci}.md",
        "kalender": alamat.kalender(one.kode),
    }
