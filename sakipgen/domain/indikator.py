"""The kamus indikator: what is measured, how, by whom. It holds a baseline and no target."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, StringConstraints, model_validator

from sakipgen.domain.angka import Angka, Bilangan, Bobot
from sakipgen.domain.base import Kode, Model, Tautan, Teks, TeksPanjang, YaTidak, refuse
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.skala_baku import PeringkatPilihan, SkalaPilihan
from sakipgen.domain.tertulis import ISIAN, NilaiTertulis
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
    RUPIAH = "rupiah"
    RASIO = "rasio"
    """One to so many: `32` stands for 1:32."""
    PREDIKAT = "predikat"
    """A rank without a score; its number is the rank's."""
    TANGGAL = "tanggal"
    """A day; its number is the day's of the year."""
    YA_TIDAK = "ya_tidak"
    """Whether something is there; 1 or 0."""


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
    """Jenis satuan: `angka`, `persen`, `indeks`, `rupiah`, `rasio` (1 : n), `predikat`, `tanggal`, atau `ya_tidak`."""


class Baseline(NilaiTertulis):
    """Kondisi awal sebelum periode Renstra, ditulis dalam bentuk realisasinya: angka, predikat, hari, atau tahapan."""

    tahun: Tahun
    """Tahun kondisi awal."""
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


class StandarNasional(NilaiTertulis):
    """Pembanding nasional atau standar, ditulis dalam bentuk realisasi indikatornya."""

    tahun: Tahun
    """Tahun standar."""
    sumber: Teks
    """Sumber standar."""


class Tahapan(Model):
    """Satu tahapan pekerjaan yang diukur dengan selesainya tahapan."""

    uraian: Teks
    """Apa yang selesai pada tahapan ini."""
    bobot: Bobot
    """Bobotnya dalam persen; jumlah semua tahapan 100."""


class CaraGabungan(StrEnum):
    JUMLAH = "jumlah"
    RERATA = "rerata"


class Gabungan(Model):
    """Indikator lain yang membentuk nilai indikator ini; dipakai memeriksa, bukan menghitung."""

    cara: CaraGabungan
    """`jumlah` atau `rerata` dari nilai indikator di bawah ini."""
    indikator: tuple[Kode, ...] = Field(min_length=2)
    """Kode indikator pembentuknya."""


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
    nilai_resmi: YaTidak = False
    """Apakah nilainya ditetapkan pemilik indeks; hitungan dari komponen hanya pembanding. Bawaan: `tidak`."""
    gabungan: Gabungan | None = None
    """Indikator pembentuk nilai ini, bila ada."""
    tahapan: Mapping[Kode, Tahapan] = Field(default_factory=dict)
    """Tahapan dengan bobotnya menurut kode, untuk `formula_capaian: tahapan`."""
    skala: SkalaPilihan | None = None
    """Skala predikat nilainya, misalnya `akip88`: nama skala baku, atau tabelnya."""
    peringkat: PeringkatPilihan | None = None
    """Daftar peringkat untuk satuan `predikat`, misalnya `opini-bpk`: nama daftar baku, atau tabelnya."""

    polaritas: Polaritas
    """`naik` makin tinggi makin baik, `turun` makin rendah makin baik, `stabil` makin dekat target makin baik,
    `rentang` baik di antara dua batas."""
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
    putus_seri: Mapping[Tahun, TeksPanjang] = Field(default_factory=dict)
    """Tahun sejak nilainya tidak dapat dibandingkan dengan sebelumnya, dan sebabnya."""
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
    konsep: TeksPanjang | None = None
    """Gagasan yang diukur, dalam satu atau dua kalimat; isian `konsep` pada metadata indikator BPS."""
    interpretasi: TeksPanjang | None = None
    """Cara membaca angkanya: apa artinya bila naik, turun, atau mencapai nilai tertentu."""
    klasifikasi_penyajian: Teks | None = None
    """Menurut apa angkanya dirinci saat disajikan, misalnya `menurut jenis kelamin dan golongan`."""
    level_estimasi: Teks | None = None
    """Sampai tingkat apa angkanya berlaku, misalnya `kabupaten` atau `perangkat daerah`."""
    publikasi: Teks | None = None
    """Di mana selain di situs ini angkanya terbit, dan seberapa sering."""

    @property
    def formula_sendiri(self) -> FormulaCapaian | None:
        """The formula that the indikator's own form asks for; None where the year's policy decides."""
        if self.formula_capaian is not None:
            return self.formula_capaian
        return FormulaCapaian.TAHAPAN if self.tahapan else _FORMULA_SATUAN.get(self.satuan.tipe)

    def putus_antara(self, lama: int, baru: int) -> int | None:
        """Returns the year in which the series broke after the one year and by the other; None of a whole series."""
        return max((tahun for tahun in self.putus_seri if lama < tahun <= baru), default=None)

    @model_validator(mode="after")
    def _selaras(self) -> Self:
        for message in (*self._komponen_keliru(), *self._formula_keliru(), *self._satuan_keliru()):
            raise refuse("S008", message)
        return self

    def _komponen_keliru(self) -> Iterator[str]:
        if bool(self.komponen) != (self.rumus is not None):
            yield "`komponen` dan `rumus` harus ada bersama-sama; isi keduanya atau hapus keduanya."
        if self.agregasi is Agregasi.RASIO and not self.komponen:
            yield "`agregasi: rasio` memerlukan `komponen` dan `rumus`; isi keduanya atau ganti agregasinya."
        if self.agregasi in {Agregasi.RERATA, Agregasi.RASIO} and self.mode_target is ModeTarget.KUMULATIF:
            yield f"`agregasi: {self.agregasi}` tidak dapat memakai target kumulatif; isi `mode_target: per_periode`."
        for name in sorted(self.komponen.keys() & {*ISIAN, "capaian_dinyatakan", "status", "sementara"}):
            yield f"komponen `{name}` bernama seperti isian laporan; beri nama lain."
        if self.nilai_resmi and not self.komponen:
            yield "`nilai_resmi: ya` memerlukan `komponen` sebagai pembanding; isi keduanya, atau hapus `nilai_resmi`."
        if self.nilai_resmi and self.agregasi is Agregasi.RASIO:
            yield "`nilai_resmi: ya` tidak dapat memakai `agregasi: rasio`; nilai resmi tidak dihitung ulang; ganti."

    def _formula_keliru(self) -> Iterator[str]:
        formula = self.formula_sendiri
        if formula and not formula.cocok(self.polaritas):
            yield f"`formula_capaian: {formula}` tidak cocok dengan `polaritas: {self.polaritas}`; ubah salah satunya."
        if formula is FormulaCapaian.LINTASAN and self.baseline is None:
            yield "`formula_capaian: lintasan` mengukur dari kondisi awal; isi `baseline`."
        if formula is FormulaCapaian.LINTASAN and self.agregasi is Agregasi.JUMLAH:
            yield "`formula_capaian: lintasan` mengukur kedudukan, bukan tambahan; isi `agregasi: terakhir`."
        if bool(self.tahapan) != (formula is FormulaCapaian.TAHAPAN):
            yield "`tahapan` dan `formula_capaian: tahapan` harus ada bersama-sama; isi keduanya atau hapus keduanya."
        if formula is FormulaCapaian.MANUAL and self.agregasi not in {Agregasi.TERAKHIR, Agregasi.JUMLAH}:
            yield "capaian yang ditetapkan tidak dapat digabung begitu; isi `agregasi: terakhir` atau `jumlah`."
        yield from self._tahapan_keliru()

    def _tahapan_keliru(self) -> Iterator[str]:
        if not self.tahapan:
            return
        total = sum(row.bobot for row in self.tahapan.values())
        if total != 100:
            yield f"bobot tahapan berjumlah {total}, seharusnya 100; betulkan bobotnya."
        if self.satuan.tipe is not TipeSatuan.PERSEN:
            yield "tahapan diukur dengan persen pekerjaan yang selesai; isi `satuan: tipe: persen`."
        if self.agregasi is not Agregasi.TERAKHIR:
            yield "tahapan yang selesai tetap selesai, jadi tidak dijumlahkan; isi `agregasi: terakhir`."
        if self.komponen:
            yield "tahapan tidak dihitung dari komponen; hapus `komponen` dan `rumus`, atau hapus `tahapan`."

    def _satuan_keliru(self) -> Iterator[str]:
        tipe = self.satuan.tipe
        if (tipe is TipeSatuan.PREDIKAT) != (self.peringkat is not None):
            yield "`satuan: tipe: predikat` dan `peringkat` harus ada bersama-sama; isi keduanya atau hapus keduanya."
        if tipe in _TAK_TERJUMLAH and self.agregasi in {Agregasi.JUMLAH, Agregasi.RERATA, Agregasi.RASIO}:
            yield f"satuan `{tipe}` tidak dapat dijumlahkan atau dirata-ratakan; isi `agregasi: terakhir`."
        polaritas, formulas = _COCOK.get(tipe, (self.polaritas, frozenset(FormulaCapaian)))
        if self.polaritas is not polaritas:
            yield f"satuan `{tipe}` hanya untuk `polaritas: {polaritas}`; betulkan salah satunya."
        if self.formula_sendiri and self.formula_sendiri not in formulas:
            yield f"`formula_capaian: {self.formula_sendiri}` tidak berarti apa-apa bagi satuan `{tipe}`; hapus."
        if tipe in _TAK_TERJUMLAH and self.komponen:
            yield f"satuan `{tipe}` tidak dihitung dari komponen; hapus `komponen` dan `rumus`, atau ganti satuannya."


_FORMULA_SATUAN: Final[Mapping[TipeSatuan, FormulaCapaian]] = {
    TipeSatuan.PREDIKAT: FormulaCapaian.PREDIKAT,
    TipeSatuan.TANGGAL: FormulaCapaian.TANGGAL,
    TipeSatuan.YA_TIDAK: FormulaCapaian.BINER,
}
_COCOK: Final[Mapping[TipeSatuan, tuple[Polaritas, frozenset[FormulaCapaian]]]] = {
    TipeSatuan.PREDIKAT: (
        Polaritas.NAIK,
        frozenset({FormulaCapaian.PREDIKAT, FormulaCapaian.BINER, FormulaCapaian.MANUAL}),
    ),
    TipeSatuan.TANGGAL: (
        Polaritas.TURUN,
        frozenset(
            {
                FormulaCapaian.TANGGAL,
                FormulaCapaian.TURUN_SELISIH,
                FormulaCapaian.TURUN_RASIO,
                FormulaCapaian.BINER,
                FormulaCapaian.MANUAL,
            }
        ),
    ),
    TipeSatuan.YA_TIDAK: (Polaritas.NAIK, frozenset({FormulaCapaian.BINER, FormulaCapaian.MANUAL})),
}
"""Which way is better, and what can be computed, of figures that are no amounts."""
_TAK_TERJUMLAH: Final = frozenset(_FORMULA_SATUAN)
"""What is no amount: it has a latest value and no sum."""
