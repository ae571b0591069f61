"""Rekapitulasi: the one frozen view-model that every back end takes slices of.

Raw typed values in display order, all totals present, the source line of every figure; nothing is formatted and
nothing is left for a template to compute. It covers every year and period in the data, and it is the publication
boundary: what is not here is not published.
"""

from __future__ import annotations

from sakipgen.rekap.nilai import (
    BarisAnggaran,
    BarisIndikator,
    BarisKelompok,
    BarisTarget,
    BuktiTerbit,
    HitunganKelas,
    Laporan,
    RekapAnggaran,
    Rekapitulasi,
    RekapPeriode,
    RekapTahun,
    RingkasanUnit,
    Rujukan,
)
from sakipgen.rekap.susun import summarise

__all__ = [
    "BarisAnggaran",
    "BarisIndikator",
    "BarisKelompok",
    "BarisTarget",
    "BuktiTerbit",
    "HitunganKelas",
    "Laporan",
    "RekapAnggaran",
    "RekapPeriode",
    "RekapTahun",
    "Rekapitulasi",
    "RingkasanUnit",
    "Rujukan",
    "summarise",
]
