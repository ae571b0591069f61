"""Direction: whether a figure moved to the better since a year ago, apart from whether it is good."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from sakipgen.domain.metode import Polaritas
from sakipgen.measuring.hitung import CONTEXT, NOL, putus


class Arah(StrEnum):
    MEMBAIK = "membaik"
    MEMBURUK = "memburuk"
    TETAP = "tetap"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """Change of realisasi against the same period a year before, in the indikator's satuan."""

    sebelumnya: Decimal
    selisih: Decimal
    arah: Arah


def perubahan(
    polaritas: Polaritas, kini: Decimal, sebelumnya: Decimal, ambang: Decimal | None, jarak: Jarak | None = None
) -> Perubahan:
    """Returns the change; one that no digit that decides shows, or smaller than the indikator's threshold, is `tetap`.

    Where neither up nor down is better, the distance to each year's own target decides.
    """
    step = CONTEXT.subtract(kini, sebelumnya) if putus(kini) != putus(sebelumnya) else NOL
    if not step or (ambang is not None and putus(step).copy_abs() < ambang):
        return Perubahan(sebelumnya, step, Arah.TETAP)
    match polaritas:
        case Polaritas.NAIK:
            gain = step
        case Polaritas.TURUN:
            gain = CONTEXT.minus(step)
        case _:
            gain = CONTEXT.subtract(jarak.sebelumnya, jarak.kini) if jarak else NOL
    return Perubahan(sebelumnya, step, Arah.MEMBAIK if gain > 0 else Arah.MEMBURUK if gain else Arah.TETAP)


class Jarak(NamedTuple):
    """How far a figure was from its target, now and a year before."""

    kini: Decimal
    sebelumnya: Decimal


def jarak(realisasi: Decimal, target: Decimal, maks: Decimal | None) -> Decimal:
    """Returns the distance to a target; 0 within a band."""
    low, high = putus(target), putus(target if maks is None else maks)
    figure = putus(realisasi)
    if figure < low:
        return CONTEXT.subtract(low, figure)
    return CONTEXT.subtract(figure, high) if figure > high else NOL
