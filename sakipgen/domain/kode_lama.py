"""Retired kode: they keep their meaning for ever and are never used again."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang
from sakipgen.domain.waktu import Tahun


class IndikatorLama(Model):
    """Satu indikator yang tidak dipakai lagi."""

    nama: Teks
    """Nama indikator saat dihentikan."""
    tahun_terakhir: Tahun
    """Tahun terakhir indikator ini dipakai."""
    alasan: TeksPanjang
    """Mengapa dihentikan."""
    pengganti: Kode | None = None
    """Kode indikator penggantinya, bila ada."""
    dasar: Teks | None = None
    """Dokumen yang menghentikannya."""


class KodeLama(Model):
    """Register kode yang sudah tidak dipakai. Kode lama tidak pernah dipakai lagi untuk hal lain."""

    indikator: Mapping[Kode, IndikatorLama] = Field(min_length=1)
    """Indikator lama menurut kodenya."""
