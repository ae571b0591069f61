"""The SOP as an office configures it, and what was done of it in one period: steps, submissions, closing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Self

from pydantic import AfterValidator, Field, StringConstraints, WithJsonSchema, model_validator

from sakipgen.domain.angka import Bilangan
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, YaTidak, refuse
from sakipgen.domain.bukti import Bukti
from sakipgen.domain.lama import LamaTeks
from sakipgen.domain.naskah_langkah import NaskahLangkah
from sakipgen.domain.waktu import Tahun, Tanggal

PROSEDUR: Final = ("pengumpulan", "pengukuran")
"""The procedures of the SOP, as its file and that of a period name them."""
POLA_LANGKAH = r"^[1-9][0-9]?$"

NomorLangkah = Annotated[
    str,
    StringConstraints(pattern=POLA_LANGKAH),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": POLA_LANGKAH}]}),
]
"""Number of a step within its procedure: `1` to `99`."""


class PeranSop(StrEnum):
    """Who acts in a step."""

    KEPALA = "kepala"
    SEKRETARIS = "sekretaris"
    TIM_SAKIP = "tim_sakip"
    UNIT_KERJA = "unit_kerja"


class JenisNaskah(StrEnum):
    """The paper that a step makes."""

    NOTA_DINAS = "nota_dinas"
    NOTULEN = "notulen"
    PROGRAM_KERJA = "program_kerja"
    DAFTAR_DOKUMEN = "daftar_dokumen"
    FORMULIR = "formulir"
    TANDA_TERIMA = "tanda_terima"
    FORMULIR_TERISI = "formulir_terisi"
    KERTAS_KERJA = "kertas_kerja"
    REKAPITULASI = "rekapitulasi"
    LAPORAN = "laporan"
    DISPOSISI = "disposisi"
    ARSIP = "arsip"


class KeadaanSiklus(StrEnum):
    """Where a procedure stands; the order is that of the SOP."""

    DIBUKA = "dibuka"
    PENGUMPULAN = "pengumpulan"
    REKAP = "rekap"
    ANALISIS_SEKRETARIS = "analisis_sekretaris"
    DIKEMBALIKAN = "dikembalikan"
    DISETUJUI = "disetujui"
    DILAPORKAN = "dilaporkan"
    DIARSIPKAN = "diarsipkan"


class HasilReviu(StrEnum):
    DISETUJUI = "disetujui"
    DIKEMBALIKAN = "dikembalikan"


class AlasanKembali(StrEnum):
    """Why something was returned to be completed."""

    BUKTI_KURANG = "bukti_kurang"
    ANGKA_TIDAK_COCOK = "angka_tidak_cocok"
    ANALISIS_KOSONG = "analisis_kosong"
    SATUAN_SALAH = "satuan_salah"
    LAIN_LAIN = "lain_lain"


# ── The SOP ──────────────────────────────────────────────────────────────────────────────────────────────────────


class LangkahSop(Model):
    """Satu langkah prosedur menurut SOP."""

    uraian: TeksPanjang
    """Apa yang dilakukan."""
    pelaksana: PeranSop
    """Siapa yang melakukan: `kepala`, `sekretaris`, `tim_sakip`, atau `unit_kerja`."""
    kepada: PeranSop | None = None
    """Kepada siapa hasilnya disampaikan, bila ada."""
    kelengkapan: tuple[Teks, ...] = ()
    """Dokumen yang harus ada sebelum langkah ini dikerjakan."""
    keluaran: JenisNaskah
    """Naskah yang dihasilkan."""
    waktu_baku: LamaTeks | None = None
    """Mutu baku waktu, misalnya `90 menit` atau `1 hari`; kosong bila SOP tidak menetapkannya."""
    keadaan: KeadaanSiklus
    """Keadaan siklus setelah langkah ini selesai."""
    keputusan: YaTidak = False
    """Apakah pada langkah ini hasil disetujui atau dikembalikan. Bawaan: `tidak`."""


class Prosedur(Model):
    """Satu prosedur dalam SOP."""

    nama: Teks
    """Nama prosedur."""
    bagian: Teks | None = None
    """Nomor bagian dalam naskah SOP, misalnya `9.1`."""
    langkah: Mapping[NomorLangkah, LangkahSop] = Field(min_length=1)
    """Langkah menurut nomornya."""


class Sop(Model):
    """SOP pengumpulan data dan pengukuran kinerja yang dijalankan kantor ini."""

    nama: Teks
    """Nama SOP."""
    tahun: Tahun
    """Tahun penetapan."""
    nomor: Teks | None = None
    """Nomor SOP."""
    tujuan: tuple[TeksPanjang, ...] = ()
    """Tujuan SOP."""
    persyaratan: TeksPanjang | None = None
    """Syarat sebelum prosedur dijalankan."""
    kriteria_keberhasilan: TeksPanjang | None = None
    """Kapan kinerja disebut berhasil."""
    catatan: TeksPanjang | None = None
    """Penjelasan atas perbedaan antara naskah SOP dan konfigurasi ini."""
    menit_sehari: Bilangan = Field(default=450, ge=1, le=1440)
    """Banyaknya menit kerja sehari, untuk membandingkan `1 hari` dengan menit. Bawaan: 450."""
    istilah_ikk: Teks = "Indikator Kinerja Kegiatan"
    """Kepanjangan IKK di kantor ini. Bawaan: Indikator Kinerja Kegiatan."""
    lapor_kepada: Kode = "kepala"
    """Kode jabatan yang menerima laporan hasil pengukuran. Bawaan: `kepala`."""
    diteruskan_ke: Teks | None = None
    """Instansi perencana yang menerima terusan laporan, bila ada."""
    pengumpulan: Prosedur
    """Prosedur pengumpulan data kinerja."""
    pengukuran: Prosedur
    """Prosedur pengukuran kinerja."""


# ── One period ───────────────────────────────────────────────────────────────────────────────────────────────────


class _Keputusan(Model):
    """What a review answers; shared by steps and submissions."""

    hasil: HasilReviu | None = None
    """`disetujui` atau `dikembalikan`."""
    alasan: AlasanKembali | None = None
    """Alasan pengembalian: `bukti_kurang`, `angka_tidak_cocok`, `analisis_kosong`, `satuan_salah`, `lain_lain`."""
    catatan: TeksPanjang | None = None
    """Arahan atau catatan. Wajib bila `alasan: lain_lain`."""

    @model_validator(mode="after")
    def _alasan_hanya_bila_kembali(self) -> Self:
        if (self.hasil is HasilReviu.DIKEMBALIKAN) != (self.alasan is not None):
            raise refuse(
                "S008",
                "`alasan` dan `hasil: dikembalikan` harus ada bersama-sama; isi keduanya atau hapus `alasan`.",
            )
        if self.alasan is AlasanKembali.LAIN_LAIN and self.catatan is None:
            raise refuse("S008", "`alasan: lain_lain` memerlukan `catatan`; tulis alasannya dalam satu kalimat.")
        return self


class CatatanLangkah(NaskahLangkah, _Keputusan):
    """Catatan bahwa satu langkah SOP telah dikerjakan. Langkah yang diulang dicatat sekali lagi."""

    langkah: NomorLangkah
    """Nomor langkah dalam prosedurnya."""
    tanggal: Tanggal
    """Tanggal langkah selesai."""
    oleh: Kode
    """Kode jabatan yang mengerjakan."""
    waktu: LamaTeks | None = None
    """Waktu yang dipakai, misalnya `75 menit` atau `2 hari`."""
    nomor: Teks | None = None
    """Nomor naskah yang dihasilkan."""
    naskah: Bukti | None = None
    """Naskah yang dihasilkan, misalnya disposisi Kepala yang sudah ditandatangani, dengan `sha256`-nya."""
    dicatat_oleh: Kode | None = None
    """Kode jabatan yang mencatat, bila bukan yang mengerjakan."""

    @model_validator(mode="after")
    def _naskah_pada_waktunya(self) -> Self:
        if self.rapat:
            sent = self.rapat.tanggal_undangan
            if sent and sent > self.tanggal:
                raise refuse(
                    "T008",
                    f"`tanggal_undangan` {sent} sesudah rapat {self.tanggal}; betulkan salah satu tanggalnya.",
                )
            due = next((d.batas for d in self.rapat.keputusan if d.batas and d.batas < self.tanggal), None)
            if due:
                raise refuse(
                    "T008", f"`batas` keputusan {due} mendahului rapat {self.tanggal}; betulkan salah satu tanggalnya."
                )
        late = next((u for u, row in self.tanda_terima.items() if row.tanggal > self.tanggal), None)
        if late:
            raise refuse(
                "T008",
                f"tanda terima `{late}` {self.tanda_terima[late].tanggal} sesudah langkah selesai {self.tanggal}; "
                "betulkan salah satu tanggalnya.",
            )
        return self

    def pada(self, hari: date) -> CatatanLangkah:
        """Returns what was known of this step by the end of a day on or after its own."""
        return self.model_copy(update=self.naskah_pada(hari, self.tanggal))


class Pengiriman(_Keputusan):
    """Satu kali penyampaian data oleh unit kerja, beserta jawabannya."""

    dikirim: Tanggal
    """Tanggal data disampaikan."""
    diputus: Tanggal | None = None
    """Tanggal disetujui atau dikembalikan; kosong selama menunggu."""

    @model_validator(mode="after")
    def _diputus_berhasil(self) -> Self:
        if (self.diputus is None) != (self.hasil is None):
            raise refuse("S008", "`diputus` dan `hasil` harus ada bersama-sama; isi keduanya atau hapus keduanya.")
        if self.diputus and self.diputus < self.dikirim:
            raise refuse(
                "T008",
                f"`diputus` {self.diputus} mendahului `dikirim` {self.dikirim}; betulkan salah satu tanggalnya.",
            )
        return self


def _berurutan(rows: tuple[Pengiriman, ...]) -> tuple[Pengiriman, ...]:
    for before, after in pairwise(rows):
        if before.diputus is None or after.dikirim < before.diputus:
            raise refuse(
                "T008",
                f"pengiriman tidak berurutan: pengiriman {after.dikirim} mendahului jawaban atas pengiriman "
                f"{before.dikirim}; urutkan dan lengkapi tanggalnya.",
            )
        if before.hasil is HasilReviu.DISETUJUI:
            raise refuse(
                "S008",
                f"pengiriman berlanjut sesudah disetujui pada {before.diputus}; perubahan sesudah disetujui dicatat "
                "sebagai koreksi; hapus pengiriman sesudahnya.",
            )
    return rows


RangkaianPengiriman = Annotated[tuple[Pengiriman, ...], Field(min_length=1), AfterValidator(_berurutan)]
"""The submissions of one unit in order of time: each but the last was returned."""


class Penutupan(Model):
    """Penutupan satu periode: sesudahnya angka hanya boleh diubah lewat koreksi."""

    tanggal: Tanggal
    """Tanggal ditutup."""
    oleh: Kode
    """Kode jabatan yang menutup."""


class Siklus(Model):
    """Catatan pelaksanaan SOP satu periode. Folder dan nama berkas menyebut tahun dan periode."""

    pengumpulan: tuple[CatatanLangkah, ...] = ()
    """Langkah pengumpulan data yang sudah dikerjakan, menurut urutan waktu."""
    pengukuran: tuple[CatatanLangkah, ...] = ()
    """Langkah pengukuran yang sudah dikerjakan, menurut urutan waktu."""
    pengiriman: Mapping[Kode, RangkaianPengiriman] = Field(default_factory=dict)
    """Penyampaian data setiap unit kerja, menurut urutan waktu."""
    penutupan: Penutupan | None = None
    """Penutupan periode, bila sudah ditutup."""

    def pada(self, hari: date) -> Siklus:
        """Returns what was known of this period by the end of a day."""
        sent = {
            unit: tuple(_terlihat(row, hari) for row in rows if row.dikirim <= hari)
            for unit, rows in self.pengiriman.items()
        }
        return self.model_copy(
            update={
                "pengumpulan": tuple(row.pada(hari) for row in self.pengumpulan if row.tanggal <= hari),
                "pengukuran": tuple(row.pada(hari) for row in self.pengukuran if row.tanggal <= hari),
                "pengiriman": sent,
                "penutupan": self.penutupan if self.penutupan and self.penutupan.tanggal <= hari else None,
            }
        )


def _terlihat(row: Pengiriman, hari: date) -> Pengiriman:
    if row.diputus is None or row.diputus <= hari:
        return row
    return row.model_copy(update={"diputus": None, "hasil": None, "alasan": None, "catatan": None})
