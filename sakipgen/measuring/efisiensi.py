"""Capaian against the money it took, by the four methods of the field, each with its guards.

None where a method has no answer: no capaian, no money, or nothing to divide by. Source: domain.md § 2.8, case 23.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from sakipgen.domain.metode import CaraEfisiensi, Efisiensi
from sakipgen.domain.waktu import JenisPeriode, Periode, Posisi
from sakipgen.measuring.hitung import CONTEXT, NOL, SERATUS, bagi, persen, putus

_LIMA_PULUH: Final = Decimal(50)
_BATAS_PMK: Final = Decimal(20)
_SATU: Final = Decimal(1)


class SimpulanEfisiensi(StrEnum):
    """What the year's method says of the use of money."""

    EFISIEN = "efisien"
    CUKUP_EFISIEN = "cukup_efisien"
    TIDAK_EFISIEN = "tidak_efisien"
    TIDAK_DIHITUNG = "tidak_dihitung"
    """Savings count only where the target was met."""


@dataclass(frozen=True, slots=True)
class HasilEfisiensi:
    """The four figures, all raw; `selisih` in points, the others in percent but for `rasio`, a plain quotient."""

    selisih: Decimal | None
    sisa_anggaran: Decimal | None
    rasio: Decimal | None
    pmk: Decimal | None
    """The saving of PMK 22/2021, before it is cut to ±20."""
    nilai_pmk: Decimal | None
    """The score from 0 to 100 that follows from it."""
    simpulan: SimpulanEfisiensi | None
    """By the method and the threshold of the year."""


def dibandingkan(periode: Periode, posisi: Posisi) -> bool:
    """Whether capaian and money are of one span: only of a whole year that the posisi sees the end of.

    Before, capaian is against the target to date and serapan against the pagu of the year.
    """
    return periode.jenis is JenisPeriode.TAHUN and posisi.memuat(periode)


def ukur_efisiensi(
    capaian: Decimal | None, pagu: Decimal | None, realisasi: Decimal | None, kebijakan: Efisiensi
) -> HasilEfisiensi | None:
    """Returns how capaian (percent) and money (rupiah) stand to each other; None unless all three are known."""
    if capaian is None or pagu is None or realisasi is None:
        return None
    serapan = persen(realisasi, pagu)
    saving = pmk(capaian, pagu, realisasi)
    found = HasilEfisiensi(
        selisih=selisih(capaian, serapan),
        sisa_anggaran=sisa_anggaran(capaian, serapan),
        rasio=rasio(capaian, serapan),
        pmk=saving,
        nilai_pmk=nilai_pmk(saving),
        simpulan=None,
    )
    return replace(found, simpulan=_simpulan(found, capaian, serapan, kebijakan))


def selisih(capaian: Decimal, serapan: Decimal | None) -> Decimal | None:
    """Capaian less serapan, in points; above zero is efficient."""
    return None if serapan is None else CONTEXT.subtract(capaian, serapan)


def sisa_anggaran(capaian: Decimal, serapan: Decimal | None) -> Decimal | None:
    """What was not spent, in percent of the pagu; only where the target was met."""
    return None if serapan is None or putus(capaian) < SERATUS else CONTEXT.subtract(SERATUS, serapan)


def rasio(capaian: Decimal, serapan: Decimal | None) -> Decimal | None:
    """Capaian by serapan; above 1 is efficient. None where nothing was spent."""
    return bagi(capaian, serapan) if serapan else None


def pmk(capaian: Decimal, pagu: Decimal, realisasi: Decimal) -> Decimal | None:
    """The share of the money that this capaian should have taken and that was not spent, in percent.

    None of a pagu or a capaian of zero: 0/0 is not efficient.
    """
    due = CONTEXT.multiply(pagu, capaian)
    if due <= 0:
        return None
    return persen(CONTEXT.subtract(due, CONTEXT.multiply(realisasi, SERATUS)), due)


def nilai_pmk(penghematan: Decimal | None) -> Decimal | None:
    """50 + E/20 × 50, with E cut to ±20: from 0 to 100, whatever the saving."""
    if penghematan is None:
        return None
    cut = max(min(penghematan, _BATAS_PMK), -_BATAS_PMK)
    return CONTEXT.add(_LIMA_PULUH, bagi(CONTEXT.multiply(cut, _LIMA_PULUH), _BATAS_PMK))


def _simpulan(
    found: HasilEfisiensi, capaian: Decimal, serapan: Decimal | None, kebijakan: Efisiensi
) -> SimpulanEfisiensi | None:
    if serapan is None or capaian <= 0:  # what reached nothing is neither efficient nor enough
        return None
    match kebijakan.cara:
        case CaraEfisiensi.SELISIH:
            return _band(found.selisih, NOL, kebijakan.ambang)
        case CaraEfisiensi.SISA_ANGGARAN:
            if putus(capaian) < SERATUS:
                return SimpulanEfisiensi.TIDAK_DIHITUNG
            return _band(found.sisa_anggaran, NOL, NOL)
        case CaraEfisiensi.RASIO:
            return _band(found.rasio, _SATU, NOL)
        case CaraEfisiensi.PMK:  # pragma: no branch - there is no other
            return _band(found.nilai_pmk, _LIMA_PULUH, NOL)


def _band(value: Decimal | None, tengah: Decimal, ambang: Decimal) -> SimpulanEfisiensi | None:
    """Above the middle efficient, below it not; within the threshold of it, enough."""
    if value is None:
        return None
    away = CONTEXT.subtract(putus(value), tengah)
    if away.copy_abs() <= ambang:
        return SimpulanEfisiensi.CUKUP_EFISIEN
    return SimpulanEfisiensi.EFISIEN if away > 0 else SimpulanEfisiensi.TIDAK_EFISIEN
