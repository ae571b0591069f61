"""How a year is measured: formula variants, floor, cap, scale, aggregation, deadlines. Policy is data."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator

from sakipgen.domain.angka import Angka, Bilangan
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, YaTidak, refuse
from sakipgen.domain.waktu import BulanHari, Frekuensi


class Polaritas(StrEnum):
    """Which way is better."""

    NAIK = "naik"
    TURUN = "turun"


class FormulaCapaian(StrEnum):
    """The formulas from target and realisasi to capaian, by the id of the method."""

    NAIK = "naik"
    TURUN_SELISIH = "turun_selisih"
    TURUN_RASIO = "turun_rasio"

    @property
    def polaritas(self) -> Polaritas:
        return Polaritas.NAIK if self is FormulaCapaian.NAIK else Polaritas.TURUN


class Celah(StrEnum):
    """How a value between two classes of a whole-number table is read."""

    BULATKAN = "bulatkan"
    BATAS_BAWAH = "batas_bawah"
    BATAS_ATAS = "batas_atas"


class AgregasiSasaran(StrEnum):
    RERATA = "rerata"


class AgregasiPerangkatDaerah(StrEnum):
    RERATA_SASARAN = "rerata_sasaran"
    RERATA_IKU = "rerata_iku"


class KelasSkala(Model):
    """Satu kelas kategori."""

    kode: Kode
    """Kode kelas, misalnya `sangat-tinggi`."""
    label: Teks
    """Nama kelas seperti tercetak, misalnya `Sangat Tinggi`."""
    min: Angka | None = None
    """Batas bawah; kosong pada kelas terendah bila tidak ada batasnya."""
    maks: Angka | None = None
    """Batas atas; kosong pada kelas tertinggi bila tidak ada batasnya."""
    min_termasuk: YaTidak = True
    """Apakah batas bawah termasuk kelas ini. Bawaan: `ya`."""
    maks_termasuk: YaTidak = True
    """Apakah batas atas termasuk kelas ini. Bawaan: `ya`."""


class Skala(Model):
    """Skala kategori: daftar kelas dari yang tertinggi, tanpa celah dan tanpa tumpang tindih."""

    nama: Teks
    """Nama skala, misalnya `Skala nilai peringkat kinerja`."""
    dasar: Teks
    """Peraturan atau dokumen yang memuat tabelnya."""
    presisi_tabel: Bilangan = Field(default=0, le=6)
    """Banyaknya angka desimal pada batas kelas seperti tercetak pada tabel."""
    celah: Celah
    """Cara membaca nilai di antara dua kelas: `bulatkan`, `batas_bawah`, atau `batas_atas`."""
    kelas: tuple[KelasSkala, ...] = Field(min_length=2)
    """Kelas dari yang tertinggi ke yang terendah. Nilai di luar tabel masuk kelas ujung terdekat."""

    @model_validator(mode="after")
    def _menutup_semua_nilai(self) -> Self:
        if len({k.kode for k in self.kelas}) < len(self.kelas):
            raise refuse("S009", "ada dua kelas berkode sama; setiap kelas punya kode sendiri; ganti salah satunya.")
        for kelas in self.kelas:
            self._periksa_batas(kelas)
        step = Decimal((0, (1,), -self.presisi_tabel))
        for upper, lower in pairwise(self.kelas):
            if upper.min is None or lower.maks is None:
                raise refuse(
                    "S009",
                    f"batas antara {upper.label} dan {lower.label} tidak lengkap; "
                    "isi `min` kelas atas dan `maks` kelas bawah.",
                )
            gap = upper.min - lower.maks
            closed = upper.min_termasuk + lower.maks_termasuk
            if not (gap == step and closed == 2) and not (gap == 0 and closed == 1):
                word = "bercelah" if gap > 0 or closed == 0 else "bertumpang tindih"
                raise refuse(
                    "S009",
                    f"kelas {upper.label} dan {lower.label} {word} pada {lower.maks}–{upper.min}; "
                    "setiap nilai harus masuk tepat satu kelas; "
                    f"buat selisih batasnya {step}, atau batas yang sama dengan hanya satu yang termasuk.",
                )
        return self

    def _periksa_batas(self, kelas: KelasSkala) -> None:
        for bound in (kelas.min, kelas.maks):
            decimals = format(bound or 0, "f").partition(".")[2].rstrip("0")
            if len(decimals) > self.presisi_tabel:
                raise refuse(
                    "S009",
                    f"batas {bound} pada kelas {kelas.label} punya desimal lebih banyak daripada `presisi_tabel` "
                    f"{self.presisi_tabel}; samakan `presisi_tabel` dengan banyaknya desimal pada tabel.",
                )
        if kelas.min is None or kelas.maks is None:
            return
        both = kelas.min_termasuk and kelas.maks_termasuk
        if kelas.min > kelas.maks or (kelas.min == kelas.maks and not both):
            raise refuse(
                "S009",
                f"batas bawah kelas {kelas.label} ({kelas.min}) tidak di bawah batas atasnya ({kelas.maks}); "
                "tidak ada nilai yang masuk kelas ini; betulkan batasnya.",
            )


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
    skala: Skala
    """Skala kategori capaian."""
    agregasi_sasaran: AgregasiSasaran
    """Cara capaian sasaran dihitung dari indikatornya."""
    agregasi_perangkat_daerah: AgregasiPerangkatDaerah
    """Cara capaian perangkat daerah dihitung: rata-rata sasaran atau rata-rata IKU."""
    ambang_kelengkapan: Angka = Field(default=Decimal(80), ge=0, le=100)
    """Persentase indikator terukur yang diperlukan agar perangkat daerah punya kategori. Bawaan: 80."""
    ambang_periksa_ulang: Angka = Decimal(150)
    """Capaian di atas nilai ini ditandai perlu diperiksa ulang. Bawaan: 150."""
    ambang_lonjakan: Angka = Field(default=Decimal(50), gt=0)
    """Perubahan antarperiode di atas persentase ini diminta penjelasannya. Bawaan: 50."""
    tenggat: Tenggat
    """Tenggat penyampaian data."""
