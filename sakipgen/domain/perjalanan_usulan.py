"""What follows from the trail of a proposal: where it stands, its rounds, who approved it, how long each state took."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from sakipgen.domain.catatan_usulan import CatatanUsulan, KeadaanUsulan, Peristiwa
from sakipgen.domain.kalender import Kalender
from sakipgen.domain.siklus import PeranSop, Sop

Berwenang = Callable[[str, date], bool]
"""Whether an account may decide on a proposal on a day."""

_MASUK: Final = time(8)
"""When an office's day begins; it lasts as many minutes as the SOP says."""
_MENIT: Final = timedelta(minutes=1)
_PEMERIKSAAN: Final = frozenset({KeadaanUsulan.GAGAL_PERIKSA, KeadaanUsulan.LULUS_PERIKSA})
_AKHIR: Final = frozenset({KeadaanUsulan.DIGABUNGKAN, KeadaanUsulan.TERBIT})


def keadaan_kini(catatan: CatatanUsulan) -> KeadaanUsulan:
    """Returns where a proposal stands: a check does not undo a decision, and nothing undoes a merge."""
    return _jejak(catatan)[-1][0]


def _jejak(catatan: CatatanUsulan) -> list[tuple[KeadaanUsulan, datetime]]:
    """The states that a proposal went through, each with its beginning."""
    found: list[tuple[KeadaanUsulan, datetime]] = []
    for row in catatan.peristiwa:
        now = found[-1][0] if found else None
        decided = now in {KeadaanUsulan.DIKEMBALIKAN, KeadaanUsulan.DISETUJUI, KeadaanUsulan.DIBATALKAN}
        if (row.keadaan in _PEMERIKSAAN and decided) or (now in _AKHIR and row.keadaan not in _AKHIR):
            continue
        state = KeadaanUsulan.DIAJUKAN if row.keadaan is KeadaanUsulan.DICABUT else row.keadaan
        if state is not now:
            found.append((state, row.waktu))
    return found


# ── Approvals ────────────────────────────────────────────────────────────────────────────────────────────────────


def persetujuan_sah(catatan: CatatanUsulan) -> tuple[Peristiwa, ...]:
    """Returns the approvals that count: of the very revision, the last word of their account, before the merge."""
    last: dict[str, Peristiwa] = {}
    for row in catatan.peristiwa:
        if catatan.digabung_pada and row.waktu > catatan.digabung_pada:
            break
        if row.keadaan is KeadaanUsulan.DICABUT:
            last.pop((row.atas or "").lower(), None)
        elif row.keadaan in {KeadaanUsulan.DISETUJUI, KeadaanUsulan.DIKEMBALIKAN}:
            last[(row.oleh or "").lower()] = row
    approved = (row for row in last.values() if row.keadaan is KeadaanUsulan.DISETUJUI)
    return tuple(row for row in approved if row.revisi == catatan.revisi)


# ── Rounds ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Putaran:
    """One time that a proposal was sent, and what was answered."""

    dikirim: datetime
    jawaban: Peristiwa | None = None
    """The return, or the approval with which it was merged; None while it waits."""


def putaran(catatan: CatatanUsulan, berwenang: Berwenang) -> tuple[Putaran, ...]:
    """Returns the rounds of a proposal; one that was withdrawn while it waited has none of that round.

    The first sending after an answer begins the next round. An approval answers once it is merged, for until then the
    same person may still return it.
    """
    found: list[Putaran] = []
    for row in catatan.peristiwa:
        open_ = bool(found) and found[-1].jawaban is None
        match row.keadaan:
            case KeadaanUsulan.DIAJUKAN if not open_:
                found.append(Putaran(row.waktu))
            case KeadaanUsulan.DIKEMBALIKAN if open_ and row.oleh and berwenang(row.oleh, row.waktu.date()):
                found[-1] = replace(found[-1], jawaban=row)
            case KeadaanUsulan.DICABUT if found and _dijawab(found[-1], row.atas):
                found[-1] = replace(found[-1], jawaban=None)
            case KeadaanUsulan.DIBATALKAN if open_:
                found.pop()
            case _:
                pass
    if found and found[-1].jawaban is None and catatan.gabungan:
        by = [row for row in persetujuan_sah(catatan) if row.oleh and berwenang(row.oleh, row.waktu.date())]
        found[-1] = replace(found[-1], jawaban=max(by, key=lambda row: row.waktu, default=None))
    return tuple(found)


def _dijawab(putaran: Putaran, oleh: str | None) -> bool:
    answer = putaran.jawaban
    return answer is not None and (answer.oleh or "").lower() == (oleh or "").lower()


# ── How long ─────────────────────────────────────────────────────────────────────────────────────────────────────


def menit_kerja(mulai: datetime, selesai: datetime, kalender: Kalender, menit_sehari: int) -> int:
    """Returns the minutes between two moments in which the office works."""
    total = timedelta()
    day = mulai.date()
    while day <= selesai.date():
        if kalender.hari_kerja(day):
            begin = datetime.combine(day, _MASUK, mulai.tzinfo)
            end = begin + timedelta(minutes=menit_sehari)
            total += max(min(end, selesai) - max(begin, mulai), timedelta())
        day += timedelta(days=1)
    return total // _MENIT


def lama_keadaan(
    catatan: CatatanUsulan, kalender: Kalender, menit_sehari: int, sampai: datetime | None = None
) -> Mapping[KeadaanUsulan, int]:
    """Returns the working minutes that each state took; the one that lasts counts until a moment, if there is one."""
    trail = _jejak(catatan)
    ends = [moment for _, moment in trail[1:]]
    last = trail[-1]
    if sampai and sampai > last[1] and last[0] not in {*_AKHIR, KeadaanUsulan.DIBATALKAN}:
        ends.append(sampai)
    taken: dict[KeadaanUsulan, int] = {}
    for (state, begin), end in zip(trail, ends, strict=False):
        taken[state] = taken.get(state, 0) + menit_kerja(begin, end, kalender, menit_sehari)
    return taken


def baku_keputusan(sop: Sop) -> int | None:
    """Returns the minutes in which what a unit handed in is to be decided: its steps of the SOP up to the decision."""
    minutes: int | None = None
    for nomor in sorted(sop.pengumpulan.langkah, key=int):
        step = sop.pengumpulan.langkah[nomor]
        if step.pelaksana is PeranSop.UNIT_KERJA:
            minutes = 0
        elif minutes is not None and step.waktu_baku:
            minutes += step.waktu_baku.menit(sop.menit_sehari)
        if step.keputusan and minutes is not None:
            return minutes or None
    return None
