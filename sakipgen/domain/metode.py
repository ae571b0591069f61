"""How a year is measured: formula variants, floor, cap, scale, aggregation, deadlines. Policy is data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from sakipgen.domain.angka import Angka, Bilangan
from sakipgen.domain.base import Model, Teks, TeksPanjang, refuse
from sakipgen.domain.skala_baku import SkalaPilihan
from sakipgen.domain.waktu import BulanHari, Frekuensi


class Polaritas(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"
    STABIL = "stabil"
    """The nearer to the target the better."""
    RENTANG = "rentang"
    """Anywhere between two bounds is good."""


class FormulaCapaian(StrEnum):
    """The formulas from target and realisasi to capaian, by the id of the method (domain.md § 2.1)."""

    NAIK = "naik"
    TURUN_SELISIH = "turun_selisih"
    TURUN_RASIO = "turun_rasio"
    RENTANG = "rentang"
    RENTANG_TURUN = "rentang_turun"
    STABIL_SELISIH = "stabil_selisih"
    STABIL_RASIO = "stabil_rasio"
    LINTASAN = "lintasan"
    BINER = "biner"
    TAHAPAN = "tahapan"
    PREDIKAT = "predikat"
    TANGGAL = "tanggal"
    MANUAL = "manual"

    def cocok(self, polaritas: Polaritas) -> bool:
        """Whether an indikator with this polaritas may be measured so."""
        return polaritas in _POLARITAS.get(self, (Polaritas.NAIK, Polaritas.TURUN))


_POLARITAS: Final[Mapping[FormulaCapaian, tuple[Polaritas, ...]]] = {
    FormulaCapaian.NAIK: (Polaritas.NAIK,),
    FormulaCapaian.TURUN_SELISIH: (Polaritas.TURUN,),
    FormulaCapaian.TURUN_RASIO: (Polaritas.TURUN,),
    FormulaCapaian.RENTANG: (Polaritas.RENTANG,),
    FormulaCapaian.RENTANG_TURUN: (Polaritas.RENTANG,),
    FormulaCapaian.STABIL_SELISIH: (Polaritas.STABIL,),
    FormulaCapaian.STABIL_RASIO: (Polaritas.STABIL,),
    FormulaCapaian.BINER: (Polaritas.NAIK, Polaritas.TURUN, Polaritas.RENTANG),
    FormulaCapaian.TAHAPAN: (Polaritas.NAIK,),
    FormulaCapaian.PREDIKAT: (Polaritas.NAIK,),
    FormulaCapaian.TANGGAL: (Polaritas.TURUN,),
    FormulaCapaian.MANUAL: tuple(Polaritas),
}


class AgregasiSasaran(StrEnum):
    """How the capaian of its indikator make that of a sasaran or tujuan."""

    RERATA = "rerata"
    BERBOBOT = "berbobot"
    GEOMETRIK = "geometrik"


class AgregasiPerangkatDaerah(StrEnum):
    """How the sasaran, or all IKU, make the capaian of the perangkat daerah."""

    RERATA_SASARAN = "rerata_sasaran"
    BERBOBOT = "berbobot"
    GEOMETRIK = "geometrik"
    RERATA_IKU = "rerata_iku"


class CaraEfisiensi(StrEnum):
    """How capaian and money are compared (domain.md § 2.8)."""

    SELISIH = "selisih"
    SISA_ANGGARAN = "sisa_anggaran"
    RASIO = "rasio"
    PMK = "pmk"


class Pembulatan(StrEnum):
    SETENGAH_KE_ATAS = "setengah_ke_atas"
    """A half goes away from zero, as spreadsheets do it."""


class Efisiensi(Model):
    """Cara menilai penggunaan anggaran."""

    cara: CaraEfisiensi = CaraEfisiensi.SELISIH
    """Cara yang disebut lebih dulu: `selisih`, `sisa_anggaran`, `rasio`, atau `pmk`. Bawaan: `selisih`."""
    ambang: Angka = Field(default=Decimal(5), ge=0)
    """Selisih capaian dan serapan di dalam ambang ini disebut cukup efisien. Bawaan: 5 poin."""


class SatuanHari(StrEnum):
    """Which days a deadline counts; working days are those of `libur/`."""

    KALENDER = "kalender"
    KERJA = "kerja"


class Tenggat(Model):
    """Tenggat penyampaian data, dalam hari sesudah periode berakhir, dan tenggat dokumen tahunan."""

    satuan: SatuanHari = SatuanHari.KALENDER
    """Hari yang dihitung: `kalender`, atau `kerja` (tanpa Sabtu, Minggu, dan `libur/`). Bawaan: `kalender`."""

    bulanan: Bilangan = Field(le=366)
    """Hari sesudah akhir bulan."""
    triwulanan: Bilangan = Field(le=366)
    """Hari sesudah akhir triwulan."""
    semesteran: Bilangan = Field(le=366)
    """Hari sesudah akhir semester."""
    tahunan: Bilangan = Field(le=366)
    """Hari sesudah akhir tahun."""
    lkjip: BulanHari = "02-28"
    """Bulan dan tanggal LKjIP harus terbit pada tahun berikutnya. Bawaan: `02-28`."""
    hasil_evaluasi: BulanHari = "09-30"
    """Bulan dan tanggal hasil evaluasi SAKIP diharapkan terbit pada tahun berikutnya. Bawaan: `09-30`."""

    def hari(self, frekuensi: Frekuensi) -> int:
        """Days after the end of a period of this frequency."""
        days: Mapping[Frekuensi, int] = {
            Frekuensi.BULANAN: self.bulanan,
            Frekuensi.TRIWULANAN: self.triwulanan,
            Frekuensi.SEMESTERAN: self.semesteran,
            Frekuensi.TAHUNAN: self.tahunan,
        }
        return days[frekuensi]


class VarianFormula(Model):
    """Formula yang dipakai tahun ini untuk setiap polaritas."""

    naik: Literal[FormulaCapaian.NAIK] = FormulaCapaian.NAIK
    """Formula indikator yang makin tinggi makin baik."""
    turun: Literal[FormulaCapaian.TURUN_SELISIH, FormulaCapaian.TURUN_RASIO]
    """Formula indikator yang makin rendah makin baik: `turun_selisih` atau `turun_rasio`."""
    stabil: Literal[FormulaCapaian.STABIL_SELISIH, FormulaCapaian.STABIL_RASIO] = FormulaCapaian.STABIL_SELISIH
    """Formula indikator yang makin dekat target makin baik: `stabil_selisih` (bawaan) atau `stabil_rasio`."""
    rentang: Literal[FormulaCapaian.RENTANG, FormulaCapaian.RENTANG_TURUN] = FormulaCapaian.RENTANG
    """Formula target rentang: `rentang` (di atas rentang lebih baik; bawaan) atau `rentang_turun`."""

    def untuk(self, polaritas: Polaritas) -> FormulaCapaian:
        """The year's formula of a polaritas."""
        variants: Mapping[Polaritas, FormulaCapaian] = {
            Polaritas.NAIK: self.naik,
            Polaritas.TURUN: self.turun,
            Polaritas.STABIL: self.stabil,
            Polaritas.RENTANG: self.rentang,
        }
        return variants[polaritas]


class Metode(Model):
    """Aturan pengukuran satu tahun. Tahun itu selamanya diukur dengan aturan ini."""

    nama: Teks
    """Nama aturan, misalnya `Metode pengukuran kinerja tahun 2024`."""
    dasar_hukum: tuple[Teks, ...] = Field(min_length=1)
    """Peraturan atau keputusan yang menjadi dasar."""
    catatan: TeksPanjang | None = None
    """Penjelasan tambahan bagi pembaca."""
    formula: VarianFormula
    """Varian formula untuk setiap polaritas."""
    lantai: Angka | None = Field(default=Decimal(0), le=100)
    """Nilai terendah `capaian`; nilai mentahnya tetap disimpan. Bawaan: 0."""
    batas_agregat: Angka | None = Field(default=None, ge=100)
    """Batas atas capaian sebelum dirata-ratakan, misalnya 120. Kosong berarti tanpa batas."""
    skala: SkalaPilihan
    """Skala kategori capaian: nama skala baku, misalnya `permendagri86`, atau tabelnya."""
    pembulatan: Pembulatan = Pembulatan.SETENGAH_KE_ATAS
    """Cara angka dibulatkan saat dicetak, sekali dari angka lengkapnya. Bawaan: `setengah_ke_atas`."""
    agregasi_sasaran: AgregasiSasaran
    """Cara capaian sasaran dan tujuan dihitung dari indikatornya: `rerata`, `berbobot`, atau `geometrik`."""
    agregasi_perangkat_daerah: AgregasiPerangkatDaerah
    """Cara capaian perangkat daerah dihitung: `rerata_sasaran`, `berbobot`, `geometrik`, atau `rerata_iku`."""
    efisiensi: Efisiensi = Efisiensi()
    """Cara membandingkan capaian dengan anggarannya."""
    ambang_kelengkapan: Angka = Field(default=Decimal(80), ge=0, le=100)
    """Persentase indikator terukur yang diperlukan agar perangkat daerah punya kategori. Bawaan: 80."""
    ambang_periksa_ulang: Angka = Decimal(150)
    """Capaian di atas nilai ini ditandai perlu diperiksa ulang. Bawaan: 150."""
    ambang_lonjakan: Angka = Field(default=Decimal(50), gt=0)
    """Perubahan antarperiode di atas persentase ini diminta penjelasannya. Bawaan: 50."""
    tenggat: Tenggat
    """Tenggat penyampaian data."""

    @model_validator(mode="after")
    def _rerata_geometrik_berlantai(self) -> Self:
        geometrik = (
            self.agregasi_sasaran is AgregasiSasaran.GEOMETRIK
            or self.agregasi_perangkat_daerah is AgregasiPerangkatDaerah.GEOMETRIK
        )
        if geometrik and (self.lantai is None or self.lantai < 0):
            raise refuse("S008", "rata-rata geometrik tidak ada bagi angka negatif; isi `lantai: 0` atau lebih.")
        return self
