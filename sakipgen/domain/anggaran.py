"""Money: program, kegiatan and sub kegiatan of a year with their pagu, and what was spent by the end of a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from sakipgen.domain.angka import SKEMA_ANGKA, Angka, Rupiah
from sakipgen.domain.base import POLA_KODE, Kode, Model, Teks, refuse
from sakipgen.domain.waktu import Tanggal


def _parse_porsi(value: object) -> object:
    return {value: Decimal(100)} if isinstance(value, str) else value


def _seratus(porsi: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    total = sum(porsi.values())
    if total != 100:
        raise refuse("S008", f"porsi sasaran berjumlah {total} persen, seharusnya 100; betulkan porsinya.")
    return porsi


Porsi = Annotated[
    Mapping[Kode, Annotated[Angka, Field(gt=0)]],
    BeforeValidator(_parse_porsi),
    AfterValidator(_seratus),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": POLA_KODE},
                {"type": "object", "additionalProperties": SKEMA_ANGKA, "minProperties": 2},
            ]
        }
    ),
]
"""Shares in percent by kode of the sasaran; one kode alone has all."""


class Program(Model):
    """Program menurut nomenklatur."""

    nama: Teks
    """Nama program."""
    sasaran: Porsi
    """Kode sasaran yang didukung; bila lebih dari satu, kode dan porsi anggarannya dalam persen."""
    penanggung_jawab: Kode
    """Kode unit penanggung jawab."""
    indikator: tuple[Kode, ...] = ()
    """Kode indikator program."""


class Kegiatan(Model):
    """Kegiatan menurut nomenklatur; kodenya diawali kode program."""

    nama: Teks
    """Nama kegiatan."""
    penanggung_jawab: Kode
    """Kode unit penanggung jawab."""
    indikator: tuple[Kode, ...] = ()
    """Kode indikator kegiatan."""


class Pagu(Model):
    """Pagu anggaran sub kegiatan, atau jumlah semuanya."""

    murni: Rupiah
    """Pagu menurut DPA awal, dalam rupiah."""
    perubahan: Rupiah | None = None
    """Pagu menurut DPA perubahan, dalam rupiah; kosong bila tidak diubah."""


class SubKegiatan(Model):
    """Sub kegiatan menurut nomenklatur; kodenya diawali kode kegiatan."""

    nama: Teks
    """Nama sub kegiatan."""
    penanggung_jawab: Kode
    """Kode unit penanggung jawab."""
    indikator: tuple[Kode, ...] = ()
    """Kode indikator sub kegiatan."""
    pagu: Pagu
    """Pagu anggaran."""
    sumber_dana: Teks
    """Sumber dana, misalnya `PAD`, `DAU`."""


class PerubahanPagu(Model):
    """Perubahan pagu di tengah tahun."""

    sumber: Teks
    """Dokumen perubahan, misalnya `DPPA-SKPD 2026`."""
    tanggal: Tanggal
    """Tanggal dokumen itu disahkan; pagu perubahan berlaku sejak tanggal ini."""


class ProgramTahunan(Model):
    """Program, kegiatan, dan sub kegiatan satu tahun. Nama berkas adalah tahunnya."""

    versi_nomenklatur: Teks
    """Keputusan yang memuat kode dan nomenklaturnya."""
    sumber: Teks
    """Dokumen anggaran sumber pagu, misalnya `DPA-SKPD 2024`."""
    perubahan: PerubahanPagu | None = None
    """Perubahan pagu; wajib bila ada sub kegiatan yang punya pagu perubahan."""
    jumlah_pagu: Pagu | None = None
    """Jumlah pagu seperti tercetak pada sumbernya; dicocokkan dengan jumlah sub kegiatan."""
    program: Mapping[Kode, Program] = Field(min_length=1)
    """Program menurut kodenya."""
    kegiatan: Mapping[Kode, Kegiatan] = Field(min_length=1)
    """Kegiatan menurut kodenya."""
    sub_kegiatan: Mapping[Kode, SubKegiatan] = Field(min_length=1)
    """Sub kegiatan menurut kodenya."""

    @model_validator(mode="after")
    def _perubahan_bertanggal(self) -> Self:
        if self.perubahan is None:
            for kode, sub in self.sub_kegiatan.items():
                if sub.pagu.perubahan is not None:
                    raise refuse(
                        "S008",
                        f"`sub_kegiatan` {kode} punya pagu perubahan, tetapi `perubahan` belum diisi; "
                        "tulis `perubahan:` dengan `sumber` dan `tanggal` DPPA.",
                    )
        return self

    def pagu_pada(self, kode: str, hari: date) -> tuple[Rupiah, str]:
        """Returns the ceiling of a sub kegiatan in force on a day, whole rupiah, and the field that says it."""
        pagu = self.sub_kegiatan[kode].pagu
        changed = self.perubahan is not None and self.perubahan.tanggal <= hari
        if changed and pagu.perubahan is not None:
            return pagu.perubahan, "perubahan"
        return pagu.murni, "murni"


class ButirAnggaran(Model):
    """Realisasi satu sub kegiatan."""

    realisasi: Rupiah
    """Realisasi anggaran dari awal tahun sampai akhir periode, dalam rupiah."""
    fisik: Angka | None = Field(default=None, ge=0, le=100)
    """Kemajuan fisik, persen."""


class RealisasiAnggaran(Model):
    """Realisasi anggaran sampai akhir satu periode. Folder dan nama berkas menyebut tahun dan periode."""

    sumber: Teks
    """Sumber angka, misalnya `LRA SIPD`."""
    tanggal_data: Tanggal
    """Tanggal angka diambil."""
    jumlah: Rupiah | None = None
    """Jumlah realisasi seperti tercetak pada sumbernya, dalam rupiah; dicocokkan dengan jumlah butirnya."""
    butir: Mapping[Kode, ButirAnggaran] = Field(min_length=1)
    """Realisasi menurut kode sub kegiatan."""


def kode_di_atas(kode: str) -> Iterator[str]:
    """Yields the kode of every level above, the nearest first: `5.03.01` and `5.03` and `5` of `5.03.01.2`."""
    while "." in kode:
        kode = kode.rpartition(".")[0]
        yield kode
