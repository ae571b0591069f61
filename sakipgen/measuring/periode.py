"""From reported periods to longer ones: realisasi and target of a month, quarter, semester or year.

Longer periods are computed from the reported ones, never from computed ones (decision 25). Nothing here knows capaian.
The reported periods of a year are counted from 0 in order of time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.measuring.hasil import Dilaporkan
from sakipgen.measuring.hitung import CONTEXT, NOL, jumlah, rerata
from sakipgen.measuring.rumus import parse_rumus


class Gabungan(NamedTuple):
    """What the reported figures say of a period.

    `realisasi` is what is compared with the target: the running sum for `jumlah`, the position at the end for
    `terakhir`, `maks` and `min`, the period's own figure for `rerata` and `rasio`. `periode_ini` is the period's own
    figure for all of them. `dari` says which of the reports made `realisasi`.
    """

    realisasi: Decimal
    periode_ini: Decimal
    komponen: Mapping[str, Decimal] | None
    dari: slice


def nilai_komponen(indikator: Indikator, komponen: Mapping[str, Decimal]) -> Decimal | None:
    """Returns the rumus of the indikator over its komponen; None where it divides by zero."""
    return parse_rumus(indikator.rumus or "").hitung(komponen)


def nilai_laporan(indikator: Indikator, butir: ButirRealisasi) -> Decimal | None:
    """Returns the figure that a unit reported, or that its komponen make; None of a row without a figure."""
    if butir.nilai is not None or not butir.komponen:
        return butir.nilai
    return nilai_komponen(indikator, butir.komponen)


# ── Realisasi: the reports of a year in order of time, the first one within the period and the first one after it ──


def _jumlah(_: Indikator, laporan: Sequence[Dilaporkan], awal: int, akhir: int) -> Gabungan:
    own = jumlah(row.nilai for row in laporan[awal:akhir])
    return Gabungan(jumlah(row.nilai for row in laporan[:akhir]) if awal else own, own, None, slice(akhir))


def _rerata(_: Indikator, laporan: Sequence[Dilaporkan], awal: int, akhir: int) -> Gabungan | None:
    mean = rerata([row.nilai for row in laporan[awal:akhir]])
    return None if mean is None else Gabungan(mean, mean, None, slice(awal, akhir))


def _rasio(indikator: Indikator, laporan: Sequence[Dilaporkan], awal: int, akhir: int) -> Gabungan | None:
    """The rumus over the sums of each komponen: never a mean of percentages (case 17)."""
    rows = laporan[awal:akhir]
    totals = {name: jumlah((row.komponen or {})[name] for row in rows) for name in indikator.komponen}
    value = nilai_komponen(indikator, totals)
    return None if value is None else Gabungan(value, value, totals, slice(awal, akhir))


def _terakhir(_: Indikator, laporan: Sequence[Dilaporkan], __: int, akhir: int) -> Gabungan:
    last = laporan[akhir - 1]
    return Gabungan(last.nilai, last.nilai, last.komponen, slice(akhir - 1, akhir))


def _maks(_: Indikator, laporan: Sequence[Dilaporkan], awal: int, akhir: int) -> Gabungan:
    best = max(range(akhir), key=lambda n: (laporan[n].nilai, n))  # of equal ones the latest
    own = max(row.nilai for row in laporan[awal:akhir])
    return Gabungan(laporan[best].nilai, own, laporan[best].komponen, slice(best, best + 1))


def _min(_: Indikator, laporan: Sequence[Dilaporkan], awal: int, akhir: int) -> Gabungan:
    best = min(range(akhir), key=lambda n: (laporan[n].nilai, -n))
    own = min(row.nilai for row in laporan[awal:akhir])
    return Gabungan(laporan[best].nilai, own, laporan[best].komponen, slice(best, best + 1))


Penggabung = Callable[[Indikator, Sequence[Dilaporkan], int, int], Gabungan | None]
PENGGABUNG: Final[Mapping[Agregasi, Penggabung]] = MappingProxyType(
    {
        Agregasi.JUMLAH: _jumlah,
        Agregasi.RERATA: _rerata,
        Agregasi.RASIO: _rasio,
        Agregasi.TERAKHIR: _terakhir,
        Agregasi.MAKS: _maks,
        Agregasi.MIN: _min,
    }
)
"""How the reports within a period, of which there is at least one, make its figure."""


def target_periode(
    indikator: Indikator, targets: Sequence[Decimal | None], dilaporkan: Sequence[int], dari: int, sampai: int
) -> Decimal | None:
    """Returns the target that a period's realisasi is compared with; None if the rencana aksi does not say it.

    `targets` are those of the year's reported periods in order, `dilaporkan` the positions of those that were
    reported, `dari` the position at which the period begins, `sampai` the first one that the figure is not of.
    `jumlah` takes the targets of the same periods that were reported (increments of a cumulative series); `rerata`
    the mean of those within the period; the others the target at `sampai`.
    """
    if indikator.agregasi is Agregasi.JUMLAH:
        return _sum_targets(indikator, targets, dilaporkan)
    if indikator.agregasi is Agregasi.RERATA:
        within = [targets[n] for n in dilaporkan if n >= dari]
        found = [target for target in within if target is not None]
        return rerata(found) if len(found) == len(within) else None
    return targets[sampai - 1] if sampai else None


def _sum_targets(indikator: Indikator, targets: Sequence[Decimal | None], dilaporkan: Sequence[int]) -> Decimal | None:
    total: Decimal | None = None
    for n in dilaporkan:
        target = targets[n]
        before = targets[n - 1] if n and indikator.mode_target is ModeTarget.KUMULATIF else NOL
        if target is None or before is None:
            return None
        total = CONTEXT.add(NOL if total is None else total, CONTEXT.subtract(target, before))
    return total
