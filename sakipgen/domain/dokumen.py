"""The register of documents that have no data file of their own: LKjIP, hasil evaluasi, Renja, DPA, SOP."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from sakipgen.domain.base import Kode, Model, Teks
from sakipgen.domain.bukti import Tempat
from sakipgen.domain.waktu import Tahun, Tanggal


class JenisDokumen(StrEnum):
    """Kinds of document; Renstra, Perjanjian Kinerja and rencana aksi are data files and are not registered again."""

    RENJA = "renja"
    SK_IKU = "sk_iku"
    DPA = "dpa"
    LKJIP = "lkjip"
    REVIU_LKJIP = "reviu_lkjip"
    HASIL_EVALUASI = "hasil_evaluasi"
    SOP = "sop"
    LAINNYA = "lainnya"


class KeadaanDokumen(StrEnum):
    FINAL = "final"
    RANCANGAN = "rancangan"


class Dokumen(Tempat):
    """Satu dokumen pendukung: apa, untuk tahun berapa, dan di mana naskahnya."""

    jenis: JenisDokumen
    """Jenis dokumen."""
    judul: Teks
    """Judul dokumen."""
    tahun: Tahun
    """Tahun kinerja yang dibahas; untuk LKjIP dan hasil evaluasi, tahun yang dilaporkan atau dievaluasi."""
    nomor: Teks | None = None
    """Nomor dokumen."""
    tanggal: Tanggal
    """Tanggal ditetapkan."""
    keadaan: KeadaanDokumen = KeadaanDokumen.FINAL
    """`final`, atau `rancangan` bila belum ditetapkan. Bawaan: `final`."""
    menggantikan: Kode | None = None
    """Kode dokumen yang digantikan, bila ini versi berikutnya."""


class RegisterDokumen(Model):
    """Register dokumen pendukung. Renstra, Perjanjian Kinerja, dan rencana aksi dibaca dari berkasnya sendiri."""

    dokumen: Mapping[Kode, Dokumen] = Field(min_length=1)
    """Dokumen menurut kodenya, misalnya `lkjip-2024`."""
