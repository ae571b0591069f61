"""What changed after a period was closed: one record for one figure, with old and new value and who allowed it."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from sakipgen.domain.angka import Angka
from sakipgen.domain.base import Kode, Model, TeksPanjang
from sakipgen.domain.bukti import Bukti
from sakipgen.domain.indikator import NamaKomponen
from sakipgen.domain.waktu import Tanggal

NILAI = "nilai"
"""The field of a realisasi without komponen."""


class JenisKoreksi(StrEnum):
    """A mistake mended, better data that was planned, or a figure that came after closing."""

    KOREKSI_KESALAHAN = "koreksi_kesalahan"
    REVISI_TERENCANA = "revisi_terencana"
    ISIAN_TERLAMBAT = "isian_terlambat"


class TingkatKoreksi(StrEnum):
    KECIL = "kecil"
    SEDANG = "sedang"
    SERIUS = "serius"


class Koreksi(Model):
    """Perubahan satu angka sesudah periodenya ditutup. Folder menyebut tahun dan periode; nama berkas kodenya."""

    jenis: JenisKoreksi
    """`koreksi_kesalahan`, `revisi_terencana`, atau `isian_terlambat`."""
    indikator: Kode
    """Kode indikator yang angkanya berubah."""
    isian: NamaKomponen = NILAI
    """Isian yang berubah: `nilai`, atau nama komponen. Bawaan: `nilai`."""
    nilai_lama: Angka | None = None
    """Angka sebelum dikoreksi; kosong hanya untuk `isian_terlambat`."""
    nilai_baru: Angka
    """Angka sesudah dikoreksi, sama dengan yang sekarang tertulis dalam berkas realisasi."""
    alasan: TeksPanjang
    """Mengapa angkanya berubah, sekurang-kurangnya sepuluh kata."""
    tingkat: TingkatKoreksi
    """Seberapa besar akibatnya: `kecil`, `sedang`, atau `serius`."""
    tanggal: Tanggal
    """Tanggal koreksi disetujui."""
    diminta_oleh: Kode
    """Kode jabatan yang meminta."""
    disetujui_oleh: tuple[Kode, ...] = Field(min_length=1)
    """Kode jabatan yang menyetujui."""
    bukti: tuple[Bukti, ...] = Field(min_length=1)
    """Bukti dukung angka yang baru."""
