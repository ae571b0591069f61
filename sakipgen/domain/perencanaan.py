"""What was promised: Renstra (tujuan, sasaran, yearly targets), Perjanjian Kinerja, Rencana Aksi."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from sakipgen.domain.angka import Bobot, Rupiah
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, quote, refuse
from sakipgen.domain.bukti import Tempat
from sakipgen.domain.target import Target
from sakipgen.domain.waktu import SEGMEN, Tahun, Tanggal


def _parse_segmen(value: object) -> object:
    if value in SEGMEN:
        return value
    raise refuse(
        "T002", f"periode {quote(value)} tidak dikenal; tulis `01` sampai `12`, `TW1` sampai `TW4`, `S1`, atau `S2`."
    )


Segmen = Annotated[str, BeforeValidator(_parse_segmen), WithJsonSchema({"type": "string", "enum": list(SEGMEN)})]
"""Part of a year: `01` … `12`, `TW1` … `TW4`, `S1`, `S2`, `tahunan`."""


class Tujuan(Model):
    """Tujuan dalam Renstra."""

    uraian: TeksPanjang
    """Bunyi tujuan."""
    misi: Kode | None = None
    """Kode misi RPJMD yang didukung."""
    indikator: tuple[Kode, ...] = ()
    """Kode indikator tujuan, dalam urutan tampil. Boleh sama dengan indikator sasaran."""
    bobot_indikator: Mapping[Kode, Bobot] = Field(default_factory=dict)
    """Bobot setiap indikator dalam persen, bila metode tahunnya `agregasi_sasaran: berbobot`."""


class Sasaran(Model):
    """Sasaran strategis dalam Renstra."""

    uraian: TeksPanjang
    """Bunyi sasaran."""
    tujuan: Kode
    """Kode tujuan yang didukung."""
    indikator: tuple[Kode, ...] = Field(min_length=1)
    """Kode indikator sasaran, dalam urutan tampil."""
    bobot: Bobot | None = None
    """Bobot sasaran dalam persen, bila metode tahunnya `agregasi_perangkat_daerah: berbobot`."""
    bobot_indikator: Mapping[Kode, Bobot] = Field(default_factory=dict)
    """Bobot setiap indikator dalam persen, bila metode tahunnya `agregasi_sasaran: berbobot`."""
    penanggung_jawab: Kode | None = None
    """Kode unit yang mengoordinasikan, bila ada."""


class Renstra(Model):
    """Rencana strategis satu periode. Nama berkas adalah kodenya, misalnya `2021-2026`."""

    nama: Teks
    """Nama dokumen."""
    nomor: Teks | None = None
    """Nomor penetapan."""
    tanggal: Tanggal | None = None
    """Tanggal penetapan."""
    tahun_awal: Tahun
    """Tahun pertama."""
    tahun_akhir: Tahun
    """Tahun terakhir."""
    dokumen_induk: Teks
    """RPJMD atau dokumen induk lain."""
    visi: TeksPanjang | None = None
    """Visi kepala daerah yang dikutip dari RPJMD."""
    misi: Mapping[Kode, TeksPanjang] = Field(default_factory=dict)
    """Misi kepala daerah yang dikutip dari RPJMD."""
    tujuan: Mapping[Kode, Tujuan] = Field(min_length=1)
    """Tujuan menurut kodenya."""
    sasaran: Mapping[Kode, Sasaran] = Field(min_length=1)
    """Sasaran strategis menurut kodenya."""
    target: Mapping[Kode, Mapping[Tahun, Target]] = Field(min_length=1)
    """Target setiap tahun menurut kode indikator tujuan dan sasaran."""
    naskah: Tempat | None = None
    """Tempat naskah Renstra yang ditetapkan."""

    @model_validator(mode="after")
    def _tahun_berurutan(self) -> Self:
        if self.tahun_akhir < self.tahun_awal:
            raise refuse(
                "T004",
                f"`tahun_akhir` {self.tahun_akhir} mendahului `tahun_awal` {self.tahun_awal}; perbaiki salah satunya.",
            )
        return self


class ButirPk(Model):
    """Janji atas satu indikator."""

    target: Target
    """Target setahun."""
    alasan: TeksPanjang | None = None
    """Alasan bila target berbeda dari Renstra."""


class PerjanjianKinerja(Model):
    """Perjanjian Kinerja satu tahun. Folder menyebut tahun dan unit; nama berkas menyebut versinya."""

    nomor: Teks | None = None
    """Nomor dokumen."""
    tanggal: Tanggal
    """Tanggal ditandatangani; PK berlaku sejak tanggal ini."""
    pihak_pertama: Kode
    """Kode jabatan yang berjanji."""
    pihak_kedua: Kode | None = None
    """Kode jabatan atasan yang menerima janji; kosong bila atasannya kepala daerah."""
    alasan_perubahan: TeksPanjang | None = None
    """Alasan PK diubah; wajib pada PK perubahan."""
    butir: Mapping[Kode, ButirPk] = Field(min_length=1)
    """Target menurut kode indikator."""
    anggaran: Mapping[Kode, Rupiah] = Field(default_factory=dict)
    """Anggaran yang tercetak pada lampiran PK menurut kode program, dalam rupiah."""
    naskah: Tempat | None = None
    """Tempat naskah PK yang sudah ditandatangani."""


class Aksi(Model):
    """Satu kegiatan dalam rencana aksi."""

    uraian: Teks
    """Apa yang akan dilakukan."""
    keluaran: Teks
    """Hasil yang dapat dilihat."""
    jadwal: tuple[Segmen, ...] = Field(min_length=1)
    """Bulan atau triwulan pelaksanaan, misalnya `[TW1, TW2]`."""
    pelaksana: Kode
    """Kode jabatan pelaksana."""
    sub_kegiatan: Kode | None = None
    """Kode sub kegiatan yang membiayai, bila ada."""


class ButirRencanaAksi(Model):
    """Target periode dan rencana aksi satu indikator."""

    target: Mapping[Segmen, Target] = Field(default_factory=dict)
    """Target setiap periode pelaporan. Kosong untuk indikator tahunan: targetnya ada pada PK."""
    aksi: tuple[Aksi, ...] = ()
    """Kegiatan untuk mencapainya."""


class RencanaAksi(Model):
    """Rencana aksi satu unit untuk satu tahun. Folder dan nama berkas menyebut tahun dan unit."""

    butir: Mapping[Kode, ButirRencanaAksi] = Field(min_length=1)
    """Rencana menurut kode indikator."""
