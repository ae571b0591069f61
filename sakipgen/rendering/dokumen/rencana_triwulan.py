"""What a rencana aksi plans for the quarters of a year, as narrow columns say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from sakipgen.domain.indikator import Agregasi, ModeTarget
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.pages import sel

_MODE: Final = {
    ModeTarget.PER_PERIODE: "target setiap periode berlaku untuk periode itu sendiri; target setahun adalah jumlahnya.",
    ModeTarget.KUMULATIF: "target setiap periode dihitung sejak awal tahun.",
}
TRIWULAN: Final = ("TW1", "TW2", "TW3", "TW4")


def direncanakan(year: RekapTahun, kode: str) -> Mapping[Periode, BarisTarget]:
    """Returns the targets that the plan has for an indikator, by period."""
    return {t.periode: t for t in year.target if t.jenis == "rencana_aksi" and t.kode == kode}


def berakhir(periode: Periode, triwulan: Periode) -> bool:
    """Returns whether a period ends within a quarter."""
    return triwulan.awal <= periode.akhir <= triwulan.akhir


def janji(row: BarisIndikator, target: BarisTarget) -> str:
    """Returns a target for a narrow column: of milestones the share of the work, which a note below spells out."""
    if target.bentuk.tahapan:
        return sel_teks.nilai(row.indikator, target.nilai, target.tahun)
    return sel_teks.janji(row.indikator, target)


def ringkas(segmen: Sequence[str]) -> str:
    """Returns when something is done: quarters as `TW I–IV` or `TW I, III`, other periods by their names."""
    if not segmen or not set(segmen) <= set(TRIWULAN):
        return ", ".join(map(sel.segmen, segmen))
    quarters = sorted(map(TRIWULAN.index, set(segmen)))
    runs = [[n for _, n in run] for _, run in groupby(enumerate(quarters), lambda pair: pair[1] - pair[0])]
    return "TW\N{NO-BREAK SPACE}" + ", ".join(map(_berturut, runs))


def _berturut(triwulan: Sequence[int]) -> str:
    names = [sel.segmen(TRIWULAN[n]).removeprefix("TW\N{NO-BREAK SPACE}") for n in triwulan]
    return f"{names[0]}–{names[-1]}" if len(names) > 2 else ", ".join(names)


def penjumlahan(year: RekapTahun, rows: Sequence[BarisIndikator]) -> Iterator[str]:
    """Yields of which indikator that are counted up a target speaks of its period alone, of which since January."""
    counted = [
        row for row in rows if row.indikator.agregasi is Agregasi.JUMLAH and len(direncanakan(year, row.kode)) > 1
    ]
    for mode, words in _MODE.items():
        if named := [row.kode for row in counted if row.indikator.mode_target is mode]:
            yield f"{', '.join(named)}: {words}"


def tahapan(year: RekapTahun, rows: Sequence[BarisIndikator]) -> Iterator[str]:
    """Yields which milestones the shares of the work stand for."""
    known = {row.kode: row for row in rows}
    for target in sorted(year.target, key=lambda t: (t.kode, t.periode)):
        row = known.get(target.kode)
        if row and target.jenis == "rencana_aksi" and target.bentuk.tahapan:
            share, named = janji(row, target), sel_teks.janji(row.indikator, target)
            yield f"{row.kode} {target.periode.label_pendek}, {share}: {named}."
