"""The roll-up: sasaran, tujuan, program and the perangkat daerah from the capaian of their own indikator.

Averages take `capaian.agregat`; what is not measured is left out of a mean and counted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sakipgen.domain.anggaran import Kegiatan, Program, ProgramTahunan, SubKegiatan
from sakipgen.domain.dataset import UNIT_KEPALA
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran, Metode
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Anggota, Capaian, HasilIndikator, HasilKelompok, Jenjang, Terukur
from sakipgen.measuring.hitung import persen, rerata, rerata_berbobot, rerata_geometrik
from sakipgen.measuring.skala import kelas

Baris = Mapping[tuple[str, Periode], HasilIndikator]
Terhitung = Mapping[str, Capaian]
"""The capaian of one period, by indikator."""
Kelompok = Mapping[tuple[str, Periode], HasilKelompok]


@dataclass(frozen=True, slots=True)
class HasilGabungan:
    """All groups of one year, by kode and period, and who belongs to them."""

    sasaran: Kelompok
    tujuan: Kelompok
    program: Kelompok
    """Program, kegiatan and sub kegiatan: each the mean of its own indikator, never of what lies below."""
    perangkat_daerah: Mapping[Periode, HasilKelompok]
    anggota: tuple[Anggota, ...]


def ukur_kelompok(
    rows: Baris,
    periode: Sequence[Periode],
    metode: Metode,
    indikator: Mapping[str, Indikator],
    renstra: Renstra | None,
    program: ProgramTahunan | None,
    tahun: int,
    belum: Collection[tuple[str, Periode]],
) -> HasilGabungan:
    """Returns the groups of a year; `indikator` are those that a PK of the year promises, `belum` those not owed yet.

    What a later PK adds changes nothing that was closed before it.
    """
    planned = {kode for kode, targets in renstra.target.items() if tahun in targets} if renstra else set()

    def due(members: Sequence[str], bobot: Mapping[str, Decimal]) -> dict[str, Decimal | None]:
        """Those that the year owes: promised by a PK or, should the PK forget one, by the Renstra."""
        return {k: bobot.get(k) for k in members if k in indikator or k in planned}

    plan = renstra.sasaran if renstra else {}
    sasaran = {kode: due(row.indikator, row.bobot_indikator) for kode, row in plan.items()}
    goals = renstra.tujuan if renstra else {}
    tujuan = {kode: due(row.indikator, row.bobot_indikator) for kode, row in goals.items()}
    levels: tuple[tuple[Jenjang, Mapping[str, Program | Kegiatan | SubKegiatan]], ...] = (
        (
            (Jenjang.PROGRAM, program.program),
            (Jenjang.KEGIATAN, program.kegiatan),
            (Jenjang.SUB_KEGIATAN, program.sub_kegiatan),
        )
        if program
        else ()
    )
    own = {
        jenjang: {kode: dict.fromkeys(k for k in row.indikator if k in indikator) for kode, row in level.items()}
        for jenjang, level in levels
    }
    iku = dict.fromkeys(kode for kode, row in indikator.items() if row.iku and renstra)
    weights = {kode: row.bobot for kode, row in plan.items()}
    how = metode.agregasi_sasaran
    counted = _terhitung(rows, periode)
    measured = _measure(counted, metode, how, sasaran, belum)
    plain = AgregasiSasaran.RERATA
    return HasilGabungan(
        sasaran=measured,
        tujuan=_measure(counted, metode, how, tujuan, belum),
        program={
            key: row for level in own.values() for key, row in _measure(counted, metode, plain, level, belum).items()
        },
        perangkat_daerah={
            p: _whole(
                found,
                p,
                metode,
                {kode: measured[kode, p] for kode in sasaran},
                weights,
                [kode for kode in iku if (kode, p) not in belum],
            )
            for p, found in counted.items()
        },
        anggota=(
            *_members(Jenjang.TUJUAN, tujuan),
            *_members(Jenjang.SASARAN, sasaran),
            *(row for jenjang, level in own.items() for row in _members(jenjang, level)),
            *_members(Jenjang.IKU, {UNIT_KEPALA: iku}),
            *_members(Jenjang.PERANGKAT_DAERAH, {UNIT_KEPALA: weights}),
        ),
    )


def _members(jenjang: Jenjang, groups: Mapping[str, Mapping[str, Decimal | None]]) -> Iterator[Anggota]:
    for kode, members in groups.items():
        for member, weight in members.items():
            yield Anggota(jenjang, kode, member, weight)


def _terhitung(rows: Baris, periode: Sequence[Periode]) -> Mapping[Periode, Terhitung]:
    found: dict[Periode, dict[str, Capaian]] = {p: {} for p in periode}
    for (kode, p), row in rows.items():
        if row.capaian:
            found[p][kode] = row.capaian
    return found


def _measure(
    counted: Mapping[Periode, Terhitung],
    metode: Metode,
    cara: AgregasiSasaran,
    groups: Mapping[str, Mapping[str, Decimal | None]],
    belum: Collection[tuple[str, Periode]],
) -> dict[tuple[str, Periode], HasilKelompok]:
    return {
        (kode, p): _group(found, metode, cara, kode, p, _owed(members, p, belum))
        for p, found in counted.items()
        for kode, members in groups.items()
    }


def _owed(
    members: Mapping[str, Decimal | None], periode: Periode, belum: Collection[tuple[str, Periode]]
) -> Mapping[str, Decimal | None]:
    """The members that a period owes."""
    return {k: w for k, w in members.items() if (k, periode) not in belum} if belum else members


def _group(
    found: Terhitung,
    metode: Metode,
    cara: AgregasiSasaran,
    kode: str,
    periode: Periode,
    members: Mapping[str, Decimal | None],
) -> HasilKelompok:
    """A group has a capaian only if all its indikator are measured."""
    values = [(capaian, weight) for k, weight in members.items() if (capaian := found.get(k))]
    reached = sum(capaian.tercapai for capaian, _ in values)
    measured = Terukur(len(values), len(members))
    mean = _mean(cara, [(capaian.agregat, weight) for capaian, weight in values])
    return _kelompok(metode, kode, periode, measured, reached, mean, enough=measured.lengkap)


def _whole(
    counted: Terhitung,
    periode: Periode,
    metode: Metode,
    sasaran: Mapping[str, HasilKelompok],
    bobot: Mapping[str, Decimal | None],
    iku: Sequence[str],
) -> HasilKelompok:
    """The perangkat daerah has a capaian if enough is measured: of its IKU, or of the indikator of its sasaran."""
    if metode.agregasi_perangkat_daerah is AgregasiPerangkatDaerah.RERATA_IKU:
        found = [counted[kode] for kode in iku if kode in counted]
        measured, reached = Terukur(len(found), len(iku)), sum(capaian.tercapai for capaian in found)
        mean = rerata([capaian.agregat for capaian in found])
    else:
        groups = sasaran.values()
        measured = Terukur(sum(g.terukur.ada for g in groups), sum(g.terukur.dari for g in groups))
        reached = sum(g.tercapai for g in groups)
        values = [(g.rerata, bobot[kode]) for kode, g in sasaran.items() if g.rerata is not None]
        mean = _mean(CARA[metode.agregasi_perangkat_daerah], values)
    share = persen(Decimal(measured.ada), Decimal(measured.dari))
    enough = share is not None and share >= metode.ambang_kelengkapan
    return _kelompok(metode, UNIT_KEPALA, periode, measured, reached, mean, enough=enough)


CARA: Final[Mapping[AgregasiPerangkatDaerah, AgregasiSasaran]] = {
    AgregasiPerangkatDaerah.RERATA_SASARAN: AgregasiSasaran.RERATA,
    AgregasiPerangkatDaerah.BERBOBOT: AgregasiSasaran.BERBOBOT,
    AgregasiPerangkatDaerah.GEOMETRIK: AgregasiSasaran.GEOMETRIK,
    AgregasiPerangkatDaerah.RERATA_IKU: AgregasiSasaran.RERATA,
}
"""How the parts of the perangkat daerah are joined: sasaran, or all IKU."""


def _mean(cara: AgregasiSasaran, values: Sequence[tuple[Decimal, Decimal | None]]) -> Decimal | None:
    """The mean of values with their weights; one without a weight counts only where weights do not."""
    match cara:
        case AgregasiSasaran.RERATA:
            return rerata([value for value, _ in values])
        case AgregasiSasaran.BERBOBOT:
            return rerata_berbobot((value, weight) for value, weight in values if weight is not None)
        case AgregasiSasaran.GEOMETRIK:  # pragma: no branch - there is no other
            return rerata_geometrik([value for value, _ in values])


def _kelompok(
    metode: Metode, kode: str, periode: Periode, measured: Terukur, reached: int, mean: Decimal | None, *, enough: bool
) -> HasilKelompok:
    shown = mean if enough else None
    found = kelas(metode.skala, shown) if shown is not None else None
    return HasilKelompok(kode, periode, measured, reached, mean, shown, found)
