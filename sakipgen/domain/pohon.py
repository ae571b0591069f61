"""Pohon kinerja: what must come true for a tujuan, from the tujuan down to the sub kegiatan, and who is needed for it.

The tree adds what neither the Renstra nor the lists of programs say: conditions between them (kondisi antara), critical
success factors (CSF), and others that a node depends on (crosscutting). What has a kode there keeps its words there.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, refuse
from sakipgen.domain.waktu import Tanggal


class TingkatSimpul(StrEnum):
    """The levels of the tree, the highest first. A kondisi antara stands anywhere between tujuan and kegiatan."""

    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    KONDISI = "kondisi"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"

    @property
    def kata(self) -> str:
        """How the level is called."""
        return "kondisi antara" if self is TingkatSimpul.KONDISI else self.value.replace("_", " ")


class Crosscutting(Model):
    """Unit lain, atau perangkat daerah lain, yang ikut menentukan sebuah simpul."""

    unit: Kode | None = None
    """Kode unit kerja dalam kantor ini; isi `unit` atau `perangkat_daerah`, jangan keduanya."""
    perangkat_daerah: Teks | None = None
    """Nama perangkat daerah atau lembaga lain."""
    peran: Teks
    """Apa yang diperlukan darinya."""

    @model_validator(mode="after")
    def _satu_mitra(self) -> Self:
        if (self.unit is None) == (self.perangkat_daerah is None):
            raise refuse(
                "S008",
                "crosscutting menyebut satu pihak; isi `unit` untuk unit kerja kantor ini, atau `perangkat_daerah` "
                "untuk pihak luar.",
            )
        return self


class Simpul(Model):
    """Simpul pohon kinerja untuk tujuan Renstra. Bunyi dan indikatornya dibaca dari Renstra."""

    csf: tuple[Teks, ...] = ()
    """Faktor keberhasilan kritis: apa yang harus ada agar simpul ini tercapai, satu butir satu faktor."""
    crosscutting: tuple[Crosscutting, ...] = ()
    """Unit atau perangkat daerah lain yang ikut menentukan."""


class SimpulBerinduk(Simpul):
    """Simpul pohon kinerja untuk sasaran, program, kegiatan, atau sub kegiatan yang sudah tertulis di tempat lain.

    Nama, penanggung jawab, dan indikatornya dibaca dari Renstra dan daftar program.
    """

    induk: Kode | None = None
    """Kode simpul di atasnya, bila bukan induk menurut Renstra atau kode programnya."""
    alasan: TeksPanjang | None = None
    """Mengapa cabangnya berbeda dari Renstra atau susunan program, bila berbeda."""


class KondisiAntara(Simpul):
    """Kondisi antara: keadaan yang harus terjadi lebih dahulu, di antara sasaran dan program atau kegiatannya."""

    uraian: TeksPanjang
    """Bunyi kondisi, ditulis sebagai keadaan yang sudah terjadi."""
    induk: Kode
    """Kode simpul di atasnya: tujuan, sasaran, kondisi antara lain, atau program."""
    penanggung_jawab: Kode
    """Kode unit yang menjaga agar kondisi ini terjadi."""
    indikator: tuple[Kode, ...] = ()
    """Kode indikator dalam kamus yang menunjukkannya, bila ada."""


class PohonKinerja(Model):
    """Pohon kinerja satu Renstra. Nama berkas adalah kode Renstranya, misalnya `2021-2026`.

    Kegiatan dan sub kegiatan di bawah program yang tertulis di sini ikut dengan sendirinya; tulis hanya yang punya
    faktor keberhasilan kritis, crosscutting, atau induk lain.
    """

    nomor: Teks | None = None
    """Nomor naskah penetapan, bila ada."""
    tanggal: Tanggal | None = None
    """Tanggal ditetapkan."""
    tujuan: Mapping[Kode, Simpul] = Field(min_length=1)
    """Tujuan menurut kodenya dalam Renstra."""
    sasaran: Mapping[Kode, SimpulBerinduk] = Field(min_length=1)
    """Sasaran menurut kodenya dalam Renstra."""
    kondisi: Mapping[Kode, KondisiAntara] = Field(default_factory=dict)
    """Kondisi antara menurut kodenya; kode ini baru, misalnya `KA-01`."""
    program: Mapping[Kode, SimpulBerinduk] = Field(default_factory=dict)
    """Program menurut kodenya dalam daftar program."""
    kegiatan: Mapping[Kode, SimpulBerinduk] = Field(default_factory=dict)
    """Kegiatan yang punya isian sendiri dalam pohon, menurut kodenya."""
    sub_kegiatan: Mapping[Kode, SimpulBerinduk] = Field(default_factory=dict)
    """Sub kegiatan yang punya isian sendiri dalam pohon, menurut kodenya."""

    def tertulis(self, tingkat: TingkatSimpul) -> Mapping[str, Simpul]:
        """Returns the nodes of a level that the file names, by kode."""
        match tingkat:
            case TingkatSimpul.TUJUAN:
                return self.tujuan
            case TingkatSimpul.SASARAN:
                return self.sasaran
            case TingkatSimpul.KONDISI:
                return self.kondisi
            case TingkatSimpul.PROGRAM:
                return self.program
            case TingkatSimpul.KEGIATAN:
                return self.kegiatan
            case TingkatSimpul.SUB_KEGIATAN:
                return self.sub_kegiatan
