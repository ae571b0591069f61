"""Who: the instansi, its perangkat daerah, unit kerja, jabatan and Tim SAKIP."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from sakipgen.domain.base import Kode, Model, Tautan, Teks, TeksPanjang, YaTidak, refuse
from sakipgen.domain.waktu import Tanggal


class StatusData(StrEnum):
    """Whether the figures are official."""

    CONTOH = "contoh"
    RESMI = "resmi"


class JenisInstansi(StrEnum):
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    PROVINSI = "provinsi"
    KEMENTERIAN_LEMBAGA = "kementerian_lembaga"


class JenisUnit(StrEnum):
    SEKRETARIAT = "sekretariat"
    BIDANG = "bidang"
    SUBBAGIAN = "subbagian"
    KELOMPOK_JF = "kelompok_jf"
    UPTD = "uptd"


class Kertas(StrEnum):
    """On which paper an office prints."""

    F4 = "F4"
    A4 = "A4"

    @property
    def ukuran(self) -> tuple[int, int]:
        """Width and height of an upright page in millimetres."""
        return (215, 330) if self is Kertas.F4 else (210, 297)


class PerangkatDaerah(Model):
    """Perangkat daerah yang kinerjanya diukur."""

    nama: Teks
    """Nama lengkap perangkat daerah, tanpa nama daerah."""
    singkatan: Teks
    """Singkatan resmi, misalnya `BKPSDM`."""
    jenis: Teks
    """Bentuk organisasi: badan, dinas, inspektorat, sekretariat, kecamatan, atau lainnya."""
    urusan: tuple[Kode, ...] = Field(min_length=1)
    """Kode bidang urusan yang diselenggarakan, misalnya `"5.03"`. Pakai tanda kutip."""
    tugas: TeksPanjang
    """Tugas perangkat daerah dalam satu atau dua kalimat yang dipahami warga."""
    dasar_hukum: Teks | None = None
    """Peraturan yang membentuk dan mengatur susunan organisasinya."""
    alamat: Teks | None = None
    """Alamat kantor."""
    kota: Teks | None = None
    """Kota tempat naskah ditandatangani, misalnya `Painan`."""
    kertas: Kertas = Kertas.F4
    """Ukuran kertas naskah: `F4` (215 × 330 mm) atau `A4`. Bawaan: `F4`."""
    situs: Tautan | None = None
    """Alamat situs resmi kantor."""
    pengaduan: Tautan | None = None
    """Alamat kanal pengaduan atau PPID tempat warga melaporkan kesalahan."""


class UnitKerja(Model):
    """Sekretariat, bidang, atau unit lain yang menyampaikan data."""

    nama: Teks
    """Nama unit kerja, misalnya `Bidang Mutasi dan Promosi`."""
    jenis: JenisUnit
    """Jenis unit kerja."""
    tugas: Teks
    """Tugas unit dalam satu baris."""
    kepala: Kode
    """Kode jabatan yang memimpin unit, seperti tertulis pada `jabatan`."""
    induk: Kode | None = None
    """Kode unit di atasnya, bila ada."""
    aktif_sejak: Tanggal | None = None
    """Tanggal unit mulai ada, bila sesudah awal Renstra."""
    aktif_sampai: Tanggal | None = None
    """Tanggal unit dihapus, bila sudah tidak ada."""


class Jabatan(Model):
    """Jabatan yang menandatangani, memimpin unit, atau duduk dalam Tim SAKIP."""

    nama: Teks
    """Nama jabatan, misalnya `Sekretaris`."""
    pejabat: Teks | None = None
    """Nama pejabat, hanya untuk penanda tangan dokumen yang diterbitkan. NIP tidak ditulis di sini."""


class AnggotaTim(Model):
    """Anggota Tim SAKIP, disebut menurut jabatan."""

    jabatan: Kode
    """Kode jabatan anggota."""
    peran: Teks
    """Peran dalam tim, misalnya `anggota, rekapitulasi data`."""


class TimSakip(Model):
    """Tim SAKIP menurut surat keputusannya."""

    nomor_sk: Teks
    """Nomor surat keputusan pembentukan tim."""
    tanggal: Tanggal
    """Tanggal surat keputusan."""
    ketua: Kode
    """Kode jabatan ketua tim."""
    anggota: tuple[AnggotaTim, ...] = Field(min_length=1)
    """Anggota tim selain ketua."""


class Repositori(Model):
    """Alamat repositori Git yang memuat data ini; dipakai untuk tautan ke baris sumber."""

    alamat: Tautan
    """Alamat halaman repositori, misalnya `https://github.com/pemda/sakip`."""
    cabang: Teks = "main"
    """Cabang yang diterbitkan."""


class Instansi(Model):
    """Instansi pemerintah beserta perangkat daerah, unit kerja, jabatan, dan Tim SAKIP-nya."""

    nama: Teks
    """Nama pemerintah daerah, misalnya `Pemerintah Kabupaten Pesisir Selatan`."""
    daerah: Teks
    """Nama daerah untuk judul halaman, misalnya `Kabupaten Pesisir Selatan`."""
    jenis: JenisInstansi
    """Jenis instansi."""
    kode_wilayah: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}(\.[0-9]{2})?$")]
    """Kode wilayah Kementerian Dalam Negeri, misalnya `"13.01"`. Pakai tanda kutip."""
    kode_bps: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}([0-9]{2})?$")] | None = None
    """Kode wilayah BPS, misalnya `"1302"`; tidak selalu sama dengan kode Kementerian Dalam Negeri."""
    provinsi: Teks
    """Nama provinsi."""
    kepala_daerah: Teks
    """Jabatan kepala daerah, misalnya `Bupati Pesisir Selatan`; ia pihak kedua dalam PK Kepala."""
    status_data: StatusData
    """`resmi`, atau `contoh` bila angkanya bukan data resmi; `contoh` mencetak DATA CONTOH di mana-mana."""
    posisi_contoh: Tanggal | None = None
    """Hari yang dianggap hari ini untuk data contoh, agar contoh tidak menua."""
    tampilkan_proses: YaTidak = False
    """Apakah situs menyebut laporan yang menunggu persetujuan atau dikembalikan. Bawaan: `tidak`, yaitu cukup disebut
    belum dilaporkan."""
    alamat_situs: Tautan | None = None
    """Alamat situs kinerja ini setelah diterbitkan."""
    repositori: Repositori | None = None
    """Repositori Git tempat data ini disimpan, bila dapat dibuka umum."""
    perangkat_daerah: PerangkatDaerah
    """Perangkat daerah yang diukur."""
    unit_kerja: Mapping[Kode, UnitKerja] = Field(min_length=1)
    """Unit kerja menurut kodenya, dalam urutan tampil. Kode ini menjadi nama berkas unit."""
    jabatan: Mapping[Kode, Jabatan] = Field(min_length=1)
    """Jabatan menurut kodenya. Jabatan `kepala` wajib ada."""
    tim_sakip: TimSakip
    """Ketua dan anggota Tim SAKIP."""

    def nama_jabatan(self, kode: str) -> str:
        """Returns the name of a position; its kode where it is not listed."""
        found = self.jabatan.get(kode)
        return found.nama if found else kode

    @model_validator(mode="after")
    def _posisi_hanya_untuk_contoh(self) -> Self:
        if self.posisi_contoh and self.status_data is not StatusData.CONTOH:
            raise refuse(
                "S008",
                "`posisi_contoh` hanya untuk data contoh; data resmi dilihat dari tanggal sebenarnya; "
                "hapus `posisi_contoh` atau isi `status_data: contoh`.",
            )
        return self
