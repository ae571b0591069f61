"""What the kamus says of an indikator, in words: which way is better, what kind of result it measures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.domain.indikator import CaraGabungan, Indikator, TipeHasil, TipeSatuan
from sakipgen.domain.metode import FormulaCapaian, Polaritas

HASIL: Final[Mapping[TipeHasil, str]] = {
    TipeHasil.INPUT: "masukan (input)",
    TipeHasil.OUTPUT: "keluaran (output)",
    TipeHasil.OUTCOME: "hasil (outcome)",
    TipeHasil.IMPACT: "dampak (impact)",
}
GABUNGAN: Final[Mapping[CaraGabungan, str]] = {
    CaraGabungan.JUMLAH: "jumlah",
    CaraGabungan.RERATA: "rata-rata",
}
_MAKIN: Final = {
    Polaritas.NAIK: "Makin tinggi makin baik",
    Polaritas.TURUN: "Makin rendah makin baik",
    Polaritas.STABIL: "Makin dekat target makin baik",
    Polaritas.RENTANG: "Baik bila di dalam rentang target",
}
_LEWAT_RENTANG: Final = {
    FormulaCapaian.RENTANG: "Baik bila di dalam rentang target; di atasnya lebih baik lagi",
    FormulaCapaian.RENTANG_TURUN: "Baik bila di dalam rentang target; di bawahnya lebih baik lagi",
}
_MAKIN_SATUAN: Final = {
    TipeSatuan.TANGGAL: "Makin awal makin baik",
    TipeSatuan.YA_TIDAK: "Baik bila terpenuhi",
    TipeSatuan.PREDIKAT: "Makin tinggi peringkatnya makin baik",
}


def makin(indikator: Indikator, formula: FormulaCapaian | None) -> str:
    """Returns which way is better; of a band also beyond it, by the formula of the year."""
    beyond = _LEWAT_RENTANG.get(formula) if formula else None
    return _MAKIN_SATUAN.get(indikator.satuan.tipe) or beyond or _MAKIN[indikator.polaritas]
