"""Rekapitulasi: the one frozen view-model that every back end takes slices of.

Raw typed values in display order, all totals present, the source line of every figure; nothing is formatted and
nothing is left for a template to compute. It covers every year and period in the data, and it is the publication
boundary: what is not here is not published.
"""

from __future__ import annotations

from sakipgen.rekap.catatan import (
    BarisAksi,
    BarisDokumen,
    BarisKoreksi,
    BarisLangkah,
    BarisPengiriman,
    BarisProsedur,
    BarisSiklus,
    BarisTindakLanjut,
    BuktiTerbit,
    DokumenWajib,
    KeadaanPengiriman,
    MedianLangkah,
    ProsesTahun,
    Rujukan,
)
from sakipgen.rekap.janji import AnggaranPk, BarisPk, BarisTarget, KelompokPk, RekapPk
from sakipgen.rekap.narasi import Kekurangan, Narasi, RekapNarasi
from sakipgen.rekap.nilai import (
    BarisAnggaran,
    BarisIndikator,
    BarisKelompok,
    HitunganKelas,
    Laporan,
    Pemeriksaan,
    RekapAnggaran,
    Rekapitulasi,
    RekapPeriode,
    RekapTahun,
    RingkasanUnit,
)
from sakipgen.rekap.pohon import RekapPohon, SimpulPohon
from sakipgen.rekap.riwayat import BarisPerubahan, JenisPerubahan, NilaiTercatat, PerubahanBerkas, RekapRiwayat
from sakipgen.rekap.susun import summarise
from sakipgen.rekap.susun_riwayat import susun_riwayat

__all__ = [
    "AnggaranPk",
    "BarisAksi",
    "BarisAnggaran",
    "BarisDokumen",
    "BarisIndikator",
    "BarisKelompok",
    "BarisKoreksi",
    "BarisLangkah",
    "BarisPengiriman",
    "BarisPerubahan",
    "BarisPk",
    "BarisProsedur",
    "BarisSiklus",
    "BarisTarget",
    "BarisTindakLanjut",
    "BuktiTerbit",
    "DokumenWajib",
    "HitunganKelas",
    "JenisPerubahan",
    "KeadaanPengiriman",
    "Kekurangan",
    "KelompokPk",
    "Laporan",
    "MedianLangkah",
    "Narasi",
    "NilaiTercatat",
    "Pemeriksaan",
    "PerubahanBerkas",
    "ProsesTahun",
    "RekapAnggaran",
    "RekapNarasi",
    "RekapPeriode",
    "RekapPk",
    "RekapPohon",
    "RekapRiwayat",
    "RekapTahun",
    "Rekapitulasi",
    "RingkasanUnit",
    "Rujukan",
    "SimpulPohon",
    "summarise",
    "susun_riwayat",
]
