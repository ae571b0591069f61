"""From reported periods to longer ones: realisasi and target of a month, quarter, semester or year.

Longer periods are computed from the reported ones, never from computed ones (decision 25). Nothing here knows capaian.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hitung import CONTEXT, jumlah, rerata
from sakipgen.measuring.rumus import parse_rumus


@dataclass(frozen=True, slots=True)
class Dilaporkan:
    """One reported figure, in the indikator's satuan, with the komponen it was computed from."""

    periode: Periode
    nilai: Decimal
    komponen: Mapping[str, Decimal] | None


@dataclass(frozen=True, slots=True)
class Gabungan:
    """What the reported figures say of a period.

    `realisasi` is what is compared with the target: the running sum for `jumlah`, the position at the end for
    `terakhir`, `maks` and `min`, the period's own figure for `rerata` and `rasio`. `periode_ini` is the period's own
    figure for all of them. `dari` are the reported figures that made `realisasi`.
    """

    realisasi: Decimal
    periode_ini: Decimal
    komponen: Mapping[str, Decimal] | None
    dari: tuple[Dilaporkan, ...]


def nilai_komponen(indikator: Indikator, komponen: Mapping[str, Decimal]) -> Decimal | None:
    """Returns the rumus of the indikator over its komponen; None where it divides by zero."""
    return parse_rumus(indikator.rumus or "").hitung(komponen)


def gabungkan(  # noqa: PLR0911 - one return for each agregasi
    indikator: Indikator, periode: Periode, laporan: Sequence[Dilaporkan]
) -> Gabungan | None:
    """Returns the figure of a period from the reported ones of its year in order of time; None if it has none."""
    within = tuple(row for row in laporan if periode.memuat(row.periode))
    if not within:
        return None
    so_far = tuple(row for row in laporan if row.periode.akhir <= periode.akhir)
    match indikator.agregasi:
        case Agregasi.JUMLAH:
            return Gabungan(_sum(so_far), _sum(within), None, so_far)
        case Agregasi.RERATA:
            mean = rerata([row.nilai for row in within])
            return None if mean is None else Gabungan(mean, mean, None, within)
        case Agregasi.RASIO:
            return _ratio(indikator, within)
        case Agregasi.TERAKHIR:
            last = within[-1]
            return Gabungan(last.nilai, last.nilai, last.komponen, (last,))
        case Agregasi.MAKS:
            best = max(reversed(so_far), key=lambda row: row.nilai)  # of equal ones the latest
            return Gabungan(best.nilai, max(row.nilai for row in within), best.komponen, (best,))
        case Agregasi.MIN:  # pragma: no branch - there is no other
            best = min(reversed(so_far), key=lambda row: row.nilai)
            return Gabungan(best.nilai, min(row.nilai for row in within), best.komponen, (best,))


def _sum(rows: Sequence[Dilaporkan]) -> Decimal:
    return jumlah(row.nilai for row in rows)


def _ratio(indikator: Indikator, rows: tuple[Dilaporkan, ...]) -> Gabungan | None:
    """The rumus over the sums of each komponen: never a mean of percentages (case 17)."""
    totals = {name: jumlah((row.komponen or {})[name] for row in rows) for name in indikator.komponen}
    value = nilai_komponen(indikator, totals)
    return None if value is None else Gabungan(value, value, totals, rows)


def target_periode(
    indikator: Indikator,
    periode: Periode,
    sampai: date,
    targets: Mapping[str, Decimal],
    dilaporkan: Sequence[Periode],
) -> Decimal | None:
    """Returns the target that a period's realisasi is compared with; None if the rencana aksi does not say it.

    `jumlah` takes the targets of the same periods that were reported (increments of a cumulative series); `rerata`
    the mean of those within the period; the others the target at the period's end, of an unfinished period at
    `sampai`.
    """
    if indikator.agregasi is Agregasi.JUMLAH:
        return _sum_targets(indikator, [p.segmen for p in dilaporkan], targets)
    if indikator.agregasi is Agregasi.RERATA:
        within = [p.segmen for p in dilaporkan if periode.memuat(p)]
        found = [targets[s] for s in within if s in targets]
        return rerata(found) if found and len(found) == len(within) else None
    end = min(periode.akhir, sampai)
    ended = [p.segmen for p in indikator.frekuensi.periode(periode.tahun) if p.akhir <= end]
    return targets.get(ended[-1]) if ended else None


def _sum_targets(indikator: Indikator, segments: Sequence[str], targets: Mapping[str, Decimal]) -> Decimal | None:
    order = indikator.frekuensi.segmen
    increments: list[Decimal] = []
    for segment in segments:
        target = targets.get(segment)
        before: Decimal | None = Decimal(0)
        if indikator.mode_target is ModeTarget.KUMULATIF and segment != order[0]:
            before = targets.get(order[order.index(segment) - 1])
        if target is None or before is None:
            return None
        increments.append(CONTEXT.subtract(target, before))
    return jumlah(increments) if increments else None
