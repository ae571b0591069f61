"""From reported periods to longer ones: realisasi and target of a month, quarter, semester or year.

Longer periods are computed from the reported ones, never from computed ones (decision 25). Nothing here knows capaian.
The reported periods of a year are counted from 0 in order of time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.measuring.hasil import Dilaporkan
from sakipgen.measuring.hitung import CONTEXT, NOL, jumlah, rerata
from sakipgen.measuring.rumus import parse_rumus

GABUNGAN: Final = frozenset({Agregasi.JUMLAH, Agregasi.RERATA})
"""What joins several reported periods, and their targets."""


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


class Rencana(NamedTuple):
    """The targets of the year's reported periods in order of time."""

    nilai: Sequence[Decimal | None]
    awal: Sequence[Decimal | None] | None = None
    """Of a cumulative sum, what was planned before each of them: 0 until something is; None of any other plan."""


def susun_rencana(indikator: Indikator, nilai: Sequence[Decimal | None]) -> Rencana:
    """Returns a plan of these targets."""
    if indikator.agregasi is not Agregasi.JUMLAH or indikator.mode_target is not ModeTarget.KUMULATIF:
        return Rencana(nilai)
    first = next((n for n, target in enumerate(nilai) if target is not None), 0)
    return Rencana(nilai, [NOL if n <= first else nilai[n - 1] for n in range(len(nilai))])


def target_periode(
    agregasi: Agregasi, rencana: Rencana, dilaporkan: Sequence[int], dari: int, sampai: int
) -> Decimal | None:
    """Returns the target that a period's realisasi is compared with; None if the rencana aksi does not say it.

    `dilaporkan` are the positions of those that were reported, `dari` is the position at which the period begins,
    `sampai` the first one that the figure is not of. `jumlah` takes the sum of the periods that were reported (of a
    cumulative plan what it grows by over them), `rerata` the mean of those within the period, the others the target
    at `sampai`.
    """
    if agregasi not in GABUNGAN:
        return rencana.nilai[sampai - 1] if sampai else None
    found = (
        list(_bertambah(rencana, dilaporkan))
        if agregasi is Agregasi.JUMLAH
        else [rencana.nilai[n] for n in dilaporkan if n >= dari]
    )
    known = [target for target in found if target is not None]
    if not known or len(known) < len(found):
        return None
    return rerata(known) if agregasi is Agregasi.RERATA else jumlah(known)


def _bertambah(rencana: Rencana, dilaporkan: Sequence[int]) -> Iterator[Decimal | None]:
    """What adds up to the target of these periods: where a run of them ends, less where it began."""
    if rencana.awal is None:
        yield from (rencana.nilai[n] for n in dilaporkan)
        return
    for n in dilaporkan:
        if n + 1 not in dilaporkan:
            yield rencana.nilai[n]
        if n - 1 not in dilaporkan:
            before = rencana.awal[n]
            yield before if before is None else CONTEXT.minus(before)
