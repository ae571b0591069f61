"""The roll-up: sasaran, tujuan, program and the perangkat daerah from the capaian of their own indikator.

Averages take `capaian.agregat`; what is not measured is left out of a mean and counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakipgen.domain.anggaran import ProgramTahunan
from sakipgen.domain.dataset import UNIT_KEPALA
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.metode import AgregasiPerangkatDaerah, Metode
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import HasilIndikator, HasilKelompok, Terukur
from sakipgen.measuring.hitung import persen, rerata
from sakipgen.measuring.skala import kelas

Baris = Mapping[tuple[str, Periode], HasilIndikator]
Kelompok = Mapping[tuple[str, Periode], HasilKelompok]


@dataclass(frozen=True, slots=True)
class HasilGabungan:
    """All groups of one year, by kode and period."""

    sasaran: Kelompok
    tujuan: Kelompok
    program: Kelompok
    """Program, kegiatan and sub kegiatan: each the mean of its own indikator, never of what lies below."""
    perangkat_daerah: Mapping[Periode, HasilKelompok]


def ukur_kelompok(
    rows: Baris,
    periode: Sequence[Periode],
    metode: Metode,
    indikator: Mapping[str, Indikator],
    renstra: Renstra | None,
    program: ProgramTahunan | None,
    tahun: int,
) -> HasilGabungan:
    """Returns the groups of a year; `indikator` are those that a PK of the year promises."""

    def due(members: Sequence[str]) -> list[str]:
        """Those that the year owes: promised by a PK or, should the PK forget one, by the Renstra."""
        planned = renstra.target if renstra else {}
        return [k for k in members if k in indikator or tahun in planned.get(k, {})]

    sasaran = {kode: due(row.indikator) for kode, row in renstra.sasaran.items()} if renstra else {}
    tujuan = {kode: due(row.indikator) for kode, row in renstra.tujuan.items()} if renstra else {}
    levels = (program.program, program.kegiatan, program.sub_kegiatan) if program else ()
    kegiatan = {kode: [k for k in row.indikator if k in indikator] for level in levels for kode, row in level.items()}
    measured = _measure(rows, periode, metode, sasaran)
    iku = [kode for kode, row in indikator.items() if row.iku]
    return HasilGabungan(
        sasaran=measured,
        tujuan=_measure(rows, periode, metode, tujuan),
        program=_measure(rows, periode, metode, kegiatan),
        perangkat_daerah={
            p: _whole(rows, p, metode, [measured[kode, p] for kode in sasaran], iku if renstra else ()) for p in periode
        },
    )


def _measure(
    rows: Baris, periode: Sequence[Periode], metode: Metode, groups: Mapping[str, Sequence[str]]
) -> dict[tuple[str, Periode], HasilKelompok]:
    return {(kode, p): _group(rows, metode, kode, p, members) for p in periode for kode, members in groups.items()}


def _group(rows: Baris, metode: Metode, kode: str, periode: Periode, members: Sequence[str]) -> HasilKelompok:
    """A group has a capaian only if all its indikator are measured."""
    values = _agregat(rows, members, periode)
    reached = sum(1 for k in members if (row := rows.get((k, periode))) and row.capaian and row.capaian.tercapai)
    measured = Terukur(len(values), len(members))
    enough = measured.dari > 0 and measured.lengkap
    return _kelompok(metode, kode, periode, measured, reached, rerata(values), enough=enough)


def _whole(
    rows: Baris, periode: Periode, metode: Metode, sasaran: Sequence[HasilKelompok], iku: Sequence[str]
) -> HasilKelompok:
    """The perangkat daerah has a capaian if enough of the indikator of its sasaran are measured."""
    measured = Terukur(sum(g.terukur.ada for g in sasaran), sum(g.terukur.dari for g in sasaran))
    if metode.agregasi_perangkat_daerah is AgregasiPerangkatDaerah.RERATA_IKU:
        mean = rerata(_agregat(rows, iku, periode))
    else:
        mean = rerata([g.rerata for g in sasaran if g.rerata is not None])
    share = persen(Decimal(measured.ada), Decimal(measured.dari))
    enough = share is not None and share >= metode.ambang_kelengkapan
    reached = sum(g.tercapai for g in sasaran)
    return _kelompok(metode, UNIT_KEPALA, periode, measured, reached, mean, enough=enough)


def _kelompok(
    metode: Metode, kode: str, periode: Periode, measured: Terukur, reached: int, mean: Decimal | None, *, enough: bool
) -> HasilKelompok:
    shown = mean if enough else None
    found = kelas(metode.skala, shown) if shown is not None else None
    return HasilKelompok(kode, periode, measured, reached, mean, shown, found)


def _agregat(rows: Baris, members: Sequence[str], periode: Periode) -> list[Decimal]:
    found = (rows.get((kode, periode)) for kode in members)
    return [row.capaian.agregat for row in found if row and row.capaian]
