"""What a rencana aksi plans for the quarters of a year, as narrow columns say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapTahun
from sakipgen.rendering import sel_teks

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


def tahapan(year: RekapTahun, rows: Sequence[BarisIndikator]) -> Iterator[str]:
    """Yields which milestones the shares of the work stand for."""
    known = {row.kode: row for row in rows}
    for target in sorted(year.target, key=lambda t: (t.kode, t.periode)):
        row = known.get(target.kode)
        if row and target.jenis == "rencana_aksi" and target.bentuk.tahapan:
            share, named = janji(row, target), sel_teks.janji(row.indikator, target)
            yield f"{row.kode} {target.periode.label_pendek}, {share}: {named}."
