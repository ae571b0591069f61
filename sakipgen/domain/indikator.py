"""The kamus indikator: what is measured, how, by whom. It holds a baseline and no target."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from sakipgen.domain.angka import Angka, Bilangan
from sakipgen.domain.base import Kode, Model, Tautan, Teks, TeksPanjang, YaTidak, refuse
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.waktu import Frekuensi, Tahun

NamaKomponen = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
"""Name of a komponen in a rumus: lower-case letters, digits, underscore."""


class Tingkat(StrEnum):
    """At which level of the plan an indikator measures."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"


class TipeSatuan(StrEnum):
    ANGKA = "angka"
    PERSEN = "persen"
    INDEKS = "indeks"


class Agregasi(StrEnum):
    """How reported periods make a longer one."""

    JUMLAH = "jumlah"
    RERATA = "rerata"
    TERAKHIR = "terakhir"
    RASIO = "rasio"
    MAKS = "maks"
    MIN = "min"


class ModeTarget(StrEnum):
    KUMULATIF = "kumulatif"
    PER_PERIODE = "per_periode"


class TipeHasil(StrEnum):
    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"
    IMPACT = "impact"


class Satuan(Model):
    """Satuan indikator."""

    nama: Teks
    """Nama satuan seperti tercetak, misalnya `persen`, `dokumen`, `hari kerja`."""
    tipe: TipeSatuan
    """Jenis satuan: `angka`, `persen`, atau `indeks`."""


class Baseline(Model):
    """Kondisi awal sebelum periode Renstra."""

    tahun: Tahun
    """Tahun kondisi awal."""
    nilai: Angka
    """Nilai kondisi awal."""
    sumber: Teks | None = None
    """Sumber nilainya."""


class Batas(Model):
    """Batas alamiah nilai indikator."""

    min: Angka | None = None
    """Nilai terkecil yang mungkin."""
    maks: Angka | None = None
    """Nilai terbesar yang mungkin, misalnya 100 untuk bagian dari keseluruhan."""

    @model_validator(mode="after")
    def _min_di_bawah_maks(self) -> Self:
        if self.min is not None and self.maks is not None and self.min > self.maks:
            raise refuse("S008", f"`min` {self.min} melebihi `maks` {self.maks}; tukar atau betulkan salah satunya.")
        return self


class StandarNasional(Model):
    """Pembanding nasional atau standar."""

    nilai: Angka
    """Nilai standar."""
    tahun: Tahun
    """Tahun standar."""
    sumber: Teks
    """Sumber standar."""


class Indikator(Model):
    """Satu indikator dalam kamus. Nama berkas adalah kodenya; kode tidak pernah berganti makna."""

    nama: Teks
    """Nama indikator."""
    tingkat: Tingkat
    """Tingkat perencanaan yang diukur: tujuan, sasaran, program, kegiatan, atau sub kegiatan."""
    iku: YaTidak = False
    """Apakah indikator ini Indikator Kinerja Utama (IKU). Bawaan: `tidak`."""
    tipe_hasil: TipeHasil
    """Apa yang diukur: `input`, `output`, `outcome`, atau `impact`."""
    satuan: Satuan
    """Satuan."""
    desimal: Bilangan = Field(le=6)
    """Banyaknya angka di belakang koma saat dicetak."""
    definisi_operasional: TeksPanjang
    """Apa persisnya yang dihitung dan apa yang tidak."""
    alasan_pemilihan: TeksPanjang | None = None
    """Mengapa indikator ini penting bagi warga dan pegawai."""
    formula_teks: TeksPanjang
    """Cara menghitung dalam kata-kata."""
    komponen: Mapping[NamaKomponen, Teks] = Field(default_factory=dict)
    """Angka yang dikumpulkan dan arti masing-masing, bila nilai indikator dihitung dari komponen."""
    rumus: Teks | None = None
    """Rumus atas komponen dengan `+ - * /` dan kurung, misalnya `jp20 / total * 100`."""
    polaritas: Polaritas
    """`naik` bila makin tinggi makin baik, `turun` bila makin rendah makin baik."""
    formula_capaian: FormulaCapaian | None = None
    """Formula capaian khusus indikator ini; bila kosong dipakai varian pada metode tahunnya."""
    agregasi: Agregasi
    """Cara nilai periode digabung menjadi nilai periode yang lebih panjang."""
    mode_target: ModeTarget
    """Apakah target periode dalam rencana aksi tertulis kumulatif atau per periode."""
    frekuensi: Frekuensi
    """Seberapa sering dilaporkan."""
    batas: Batas = Batas()
    """Batas alamiah nilai."""
    baseline: Baseline | None = None
    """Kondisi awal."""
    ambang_arah: Angka | None = Field(default=None, ge=0)
    """Perubahan yang lebih kecil dari ini disebut relatif tetap."""
    sumber_data: Teks
    """Dari mana datanya."""
    metode_pengumpulan: Teks | None = None
    """Cara data dikumpulkan."""
    penanggung_jawab: Kode
    """Kode unit kerja yang menyampaikan datanya."""
    standar_nasional: StandarNasional | None = None
    """Standar nasional atau pembanding, bila ada."""
    rujukan: Tautan | None = None
    """Tautan ke pedoman penghitungan."""
    catatan_kualitas: TeksPanjang | None = None
    """Catatan tentang mutu data."""

    @model_validator(mode="after")
    def _selaras(self) -> Self:
        if bool(self.komponen) != (self.rumus is not None):
            raise refuse(
                "S008",
                "`komponen` dan `rumus` harus ada bersama-sama; isi keduanya atau hapus keduanya.",
            )
        if self.formula_capaian and self.formula_capaian.polaritas is not self.polaritas:
            raise refuse(
                "S008",
                f"`formula_capaian: {self.formula_capaian}` tidak cocok dengan `polaritas: {self.polaritas}`; "
                "ubah salah satunya.",
            )
        if self.agregasi is Agregasi.RASIO and not self.komponen:
            raise refuse(
                "S008", "`agregasi: rasio` memerlukan `komponen` dan `rumus`; isi keduanya atau ganti agregasinya."
            )
        if self.agregasi in {Agregasi.RERATA, Agregasi.RASIO} and self.mode_target is ModeTarget.KUMULATIF:
            raise refuse(
                "S008",
                f"`agregasi: {self.agregasi}` tidak dapat memakai target kumulatif; isi `mode_target: per_periode`.",
            )
        return self
