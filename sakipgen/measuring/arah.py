"""Direction: whether a figure moved to the better since a year ago, apart from whether it is good."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sakipgen.domain.metode import Polaritas
from sakipgen.measuring.hitung import CONTEXT


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


def perubahan(polaritas: Polaritas, kini: Decimal, sebelumnya: Decimal, ambang: Decimal | None) -> Perubahan:
    """Returns the change; a change smaller than the indikator's threshold is `tetap`."""
    step = CONTEXT.subtract(kini, sebelumnya)
    if not step or (ambang is not None and step.copy_abs() < ambang):
        return Perubahan(sebelumnya, step, Arah.TETAP)
    better = (step > 0) == (polaritas is Polaritas.NAIK)
    return Perubahan(sebelumnya, step, Arah.MEMBAIK if better else Arah.MEMBURUK)
