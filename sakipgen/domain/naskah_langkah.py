"""What the paper of one step says beyond its date and number, so that it can be printed from the record alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, Field, WithJsonSchema, model_validator

from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, quote, refuse
from sakipgen.domain.waktu import Tanggal

_POLA_JAM: Final = r"^([01][0-9]|2[0-3])\.[0-5][0-9]$"


def parse_jam(value: object) -> time:
    """Returns the time of day that `09.00` says; code T013 for another spelling."""
    if isinstance(value, time):
        return value
    if not isinstance(value, str) or not re.fullmatch(_POLA_JAM, value, re.ASCII):
        raise refuse(
            "T013",
            f"{quote(value)} bukan jam; jam ditulis dua angka, titik, dua angka, dari 00.00 sampai 23.59; "
            "tulis misalnya `09.00` atau `13.30`.",
        )
    hour, minute = value.split(".")
    return time(int(hour), int(minute))


Jam = Annotated[
    time,
    BeforeValidator(parse_jam),
    WithJsonSchema(
        {"anyOf": [{"type": "number", "minimum": 0, "exclusiveMaximum": 24}, {"type": "string", "pattern": _POLA_JAM}]}
    ),
]
"""A time of day, written `09.00`; an editor takes that for a number, we do not."""


class SifatNaskah(StrEnum):
    """How urgent or how open a paper is."""

    BIASA = "biasa"
    SEGERA = "segera"
    SANGAT_SEGERA = "sangat_segera"
    RAHASIA = "rahasia"


class HarapDisposisi(StrEnum):
    """What who gets a disposisi is asked to do."""

    TANGGAPAN = "tanggapan"
    PROSES_LANJUT = "proses_lanjut"
    KOORDINASI = "koordinasi"
    UNTUK_DIKETAHUI = "untuk_diketahui"
    ARSIPKAN = "arsipkan"


class CaraTerima(StrEnum):
    """How a form reached its unit."""

    LANGSUNG = "langsung"
    SUREL = "surel"
    APLIKASI = "aplikasi"


class NotaDinas(Model):
    """Isi nota dinas selain nomor, tanggal, dan pengirimnya."""

    sifat: SifatNaskah = SifatNaskah.BIASA
    """`biasa`, `segera`, `sangat_segera`, atau `rahasia`. Bawaan: `biasa`."""
    arahan: TeksPanjang | None = None
    """Arahan tambahan sesudah kalimat perintah atau penyampaian, misalnya batas waktu dan hal yang diutamakan."""
    lampiran: tuple[Teks, ...] = ()
    """Nama setiap lampiran."""
    tembusan: tuple[Kode, ...] = ()
    """Kode jabatan yang mendapat tembusan."""

    @model_validator(mode="after")
    def _tidak_membuka_rahasia(self) -> Self:
        if self.sifat is SifatNaskah.RAHASIA and self.arahan is not None:
            raise _rahasia("arahan")
        return self


class KeputusanRapat(Model):
    """Satu keputusan rapat."""

    isi: TeksPanjang
    """Apa yang diputuskan."""
    penanggung_jawab: Kode | None = None
    """Kode jabatan yang mengerjakannya."""
    batas: Tanggal | None = None
    """Kapan harus selesai."""


class Rapat(Model):
    """Satu rapat: undangan, daftar hadir, dan notulennya. Hari rapat adalah `tanggal` langkahnya."""

    nomor_undangan: Teks | None = None
    """Nomor surat undangan."""
    tanggal_undangan: Tanggal | None = None
    """Tanggal surat undangan."""
    mulai: Jam
    """Jam mulai, misalnya `09.00`."""
    selesai: Jam | None = None
    """Jam selesai, misalnya `10.15`."""
    tempat: Teks
    """Tempat rapat."""
    agenda: tuple[Teks, ...] = ()
    """Acara rapat, satu baris satu acara."""
    pimpinan: Kode
    """Kode jabatan yang memimpin."""
    notulis: Kode | None = None
    """Kode jabatan yang menulis notulen."""
    peserta: tuple[Kode, ...] = Field(min_length=1)
    """Kode jabatan yang diundang, menurut urutan daftar hadir."""
    tidak_hadir: tuple[Kode, ...] = ()
    """Kode jabatan yang diundang tetapi tidak hadir."""
    pembahasan: tuple[TeksPanjang, ...] = ()
    """Jalannya pembicaraan, satu paragraf satu butir."""
    keputusan: tuple[KeputusanRapat, ...] = ()
    """Keputusan rapat dengan penanggung jawab dan batas waktunya."""

    @model_validator(mode="after")
    def _mungkin_terjadi(self) -> Self:
        if self.selesai is not None and self.selesai <= self.mulai:
            raise refuse(
                "T008",
                f"`selesai` {self.selesai:%H.%M} tidak sesudah `mulai` {self.mulai:%H.%M}; betulkan salah satu jamnya.",
            )
        if twice := next((kode for kode in self.peserta if self.peserta.count(kode) > 1), None):
            raise refuse("S008", f"`peserta` menyebut `{twice}` dua kali; hapus salah satunya.")
        if strange := next((kode for kode in self.tidak_hadir if kode not in self.peserta), None):
            raise refuse(
                "S008",
                f"`tidak_hadir` menyebut `{strange}`, yang tidak ada dalam `peserta`; tambahkan pada `peserta`, "
                "atau hapus dari `tidak_hadir`.",
            )
        return self


class KegiatanKerja(Model):
    """Satu baris program kerja."""

    uraian: Teks
    """Apa yang dikerjakan."""
    pelaksana: tuple[Kode, ...] = Field(min_length=1)
    """Kode jabatan yang mengerjakan."""
    mulai: Tanggal
    """Tanggal mulai."""
    selesai: Tanggal
    """Tanggal selesai."""
    keluaran: Teks
    """Hasilnya, misalnya `rekapitulasi data capaian`."""

    @model_validator(mode="after")
    def _selesai_sesudah_mulai(self) -> Self:
        if self.selesai < self.mulai:
            raise refuse(
                "T008", f"`selesai` {self.selesai} mendahului `mulai` {self.mulai}; betulkan salah satu tanggalnya."
            )
        return self


class TandaTerima(Model):
    """Kapan dan dengan cara apa satu unit menerima formulirnya."""

    tanggal: Tanggal
    """Tanggal formulir diterima."""
    cara: CaraTerima
    """`langsung`, `surel`, atau `aplikasi` (aplikasi persuratan atau pesan)."""


class Disposisi(Model):
    """Isi satu lembar disposisi."""

    tanggal: Tanggal | None = None
    """Tanggal disposisi, bila bukan tanggal langkahnya."""
    oleh: Kode | None = None
    """Kode jabatan yang memberi disposisi, bila bukan yang mengerjakan langkahnya."""
    sifat: SifatNaskah = SifatNaskah.BIASA
    """`biasa`, `segera`, `sangat_segera`, atau `rahasia`. Bawaan: `biasa`."""
    diteruskan: tuple[Kode, ...] = Field(min_length=1)
    """Kode jabatan yang menerima disposisi."""
    harap: tuple[HarapDisposisi, ...] = ()
    """Yang diminta: `tanggapan`, `proses_lanjut`, `koordinasi`, `untuk_diketahui`, `arsipkan`."""
    isi: TeksPanjang | None = None
    """Isi disposisi; bila kosong, isinya adalah `catatan` langkah ini."""

    @model_validator(mode="after")
    def _tidak_membuka_rahasia(self) -> Self:
        if self.sifat is SifatNaskah.RAHASIA and self.isi is not None:
            raise _rahasia("isi")
        return self


def _rahasia(isian: str) -> Exception:
    return refuse(
        "S008",
        f"`{isian}` naskah rahasia tidak ditulis dalam data yang terbuka; hapus `{isian}` dan catat `naskah` dengan "
        "`nomor_arsip`, atau betulkan `sifat`.",
    )


class NaskahLangkah(Model):
    """Isi naskah satu langkah; setiap jenis hanya pada langkah yang menghasilkannya."""

    nota_dinas: NotaDinas | None = None
    """Isi nota dinas. Pada langkah dengan keluaran `nota_dinas`, atau `laporan` yang diantar dengan nota dinas."""
    rapat: Rapat | None = None
    """Undangan, daftar hadir, dan notulen rapat. Pada langkah dengan keluaran `notulen`."""
    program_kerja: tuple[KegiatanKerja, ...] = ()
    """Rencana kegiatan, jadwal, dan pembagian tugas. Pada langkah dengan keluaran `program_kerja`."""
    tanda_terima: Mapping[Kode, TandaTerima] = Field(default_factory=dict)
    """Penerimaan formulir menurut unit kerja. Pada langkah dengan keluaran `tanda_terima`."""
    disposisi: Disposisi | None = None
    """Isi disposisi. Pada langkah dengan keluaran `disposisi`, atau `laporan` yang dijawab dengan disposisi."""

    def naskah_terisi(self) -> tuple[str, ...]:
        """Returns the names of the papers of which something is recorded."""
        return tuple(name for name in NaskahLangkah.model_fields if getattr(self, name))

    def naskah_pada(self, hari: date, tanggal: date) -> dict[str, object]:
        """Returns what changes in a record of a step of `tanggal` that is seen on a day: what came later is gone."""
        later = self.disposisi and (self.disposisi.tanggal or tanggal) > hari
        received = {unit: row for unit, row in self.tanda_terima.items() if row.tanggal <= hari}
        return {"tanda_terima": received} | ({"disposisi": None} if later else {})
