"""Capaian by the policy of a year: what a formula answers, with floor, cap and kelas."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from sakipgen.domain.metode import FormulaCapaian, Metode
from sakipgen.measuring.hasil import Capaian
from sakipgen.measuring.hitung import SERATUS, putus
from sakipgen.measuring.rumus import RUMUS, Masukan, Mentah, Tanpa
from sakipgen.measuring.skala import kelas

PUNCAK_TANPA_BATAS: Final = Decimal(200)
"""The capaian of a result too good for a ratio where the year has no cap (case 6)."""


def ukur_capaian(formula: FormulaCapaian, masukan: Masukan, metode: Metode) -> Capaian | None:
    """Returns capaian and its kelas by the year's policy; None where the formula has no answer (target 0)."""
    return nilai_capaian(RUMUS[formula](masukan), masukan, metode)


def nilai_capaian(mentah: Mentah, masukan: Masukan, metode: Metode) -> Capaian | None:
    """Returns what the year's policy makes of a formula's answer; None of none."""
    value = dibatasi(mentah, metode)
    if mentah is None or value is None:
        return None
    if isinstance(mentah, Tanpa):
        return Capaian(None, value, value, tercapai=True, kelas=kelas(metode.skala, value))
    cap = metode.batas_agregat
    reached = putus(mentah) >= SERATUS and not (masukan.tegas and putus(masukan.realisasi) == putus(masukan.target))
    counted = cap if cap is not None and value > cap else value
    return Capaian(mentah, value, counted, reached, kelas(metode.skala, value))


def dibatasi(mentah: Mentah, metode: Metode) -> Decimal | None:
    """Returns the capaian that is printed: the formula's answer with the year's floor."""
    if mentah is None:
        return None
    if isinstance(mentah, Tanpa):
        return PUNCAK_TANPA_BATAS if metode.batas_agregat is None else metode.batas_agregat
    return metode.lantai if metode.lantai is not None and mentah < metode.lantai else mentah
