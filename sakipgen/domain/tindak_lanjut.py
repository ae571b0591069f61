"""What an evaluation led to: an action with an owner and a day, open until it is closed with evidence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from sakipgen.domain.angka import Angka
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, refuse
from sakipgen.domain.bukti import Bukti
from sakipgen.domain.perencanaan import Segmen
from sakipgen.domain.waktu import Tanggal


class AsalTindakLanjut(StrEnum):
    """What led to the action."""

    ANALISIS_PERIODE = "analisis_periode"
    REKOMENDASI_LHE = "rekomendasi_lhe"
    ARAHAN_KEPALA = "arahan_kepala"


class StatusTindakLanjut(StrEnum):
    """Where an action stands on a day."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    TERLAMBAT = "terlambat"
    BELUM_MULAI = "belum_mulai"


class Kemajuan(Model):
    """Kemajuan tindak lanjut pada satu tanggal."""

    tanggal: Tanggal
    """Tanggal keadaan ini."""
    persen: Angka = Field(ge=0, le=100)
    """Kemajuan dalam persen."""
    uraian: Teks
    """Apa yang sudah dilakukan."""


class TindakLanjut(Model):
    """Satu tindak lanjut: tindakan, penanggung jawab, batas waktu, kemajuan, dan bukti selesainya."""

    asal: AsalTindakLanjut
    """`analisis_periode`, `rekomendasi_lhe`, atau `arahan_kepala`."""
    periode: Segmen
    """Periode yang dievaluasi, misalnya `TW1`. Tindakannya masuk rencana aksi periode sesudahnya sampai selesai."""
    indikator: tuple[Kode, ...] = ()
    """Kode indikator yang hendak diperbaiki. Wajib bila asalnya analisis periode."""
    tindakan: TeksPanjang
    """Apa yang akan dilakukan."""
    penanggung_jawab: Kode
    """Kode unit kerja penanggung jawab."""
    ditetapkan: Tanggal
    """Tanggal tindak lanjut ditetapkan."""
    batas: Tanggal
    """Tanggal harus selesai."""
    kemajuan: tuple[Kemajuan, ...] = ()
    """Kemajuan, menurut urutan waktu."""
    selesai: Tanggal | None = None
    """Tanggal selesai; `bukti` wajib diisi."""
    bukti: tuple[Bukti, ...] = ()
    """Bukti bahwa tindak lanjut sudah selesai."""

    @model_validator(mode="after")
    def _selaras(self) -> Self:
        if self.asal is AsalTindakLanjut.ANALISIS_PERIODE and not self.indikator:
            raise refuse("S008", "`asal: analisis_periode` tanpa `indikator`; sebutkan indikatornya.")
        for name in ("batas", "selesai"):
            hari = getattr(self, name)
            if hari is not None and hari < self.ditetapkan:
                raise refuse(
                    "T008",
                    f"`{name}` {hari} mendahului `ditetapkan` {self.ditetapkan}; betulkan salah satu tanggalnya.",
                )
        for before, after in pairwise(self.kemajuan):
            if after.tanggal < before.tanggal:
                raise refuse(
                    "T008",
                    f"`kemajuan` {after.tanggal} ditulis sesudah {before.tanggal}; urutkan menurut tanggalnya.",
                )
        return self

    def pada(self, hari: date) -> TindakLanjut:
        """Returns what was known of this action by the end of a day."""
        done = self.selesai is not None and self.selesai <= hari
        return self.model_copy(
            update={
                "kemajuan": tuple(row for row in self.kemajuan if row.tanggal <= hari),
                "selesai": self.selesai if done else None,
                "bukti": self.bukti if done else (),
            }
        )

    def status(self, hari: date) -> StatusTindakLanjut:
        """Returns where the action stands on a day."""
        if self.selesai is not None and self.selesai <= hari:
            return StatusTindakLanjut.SELESAI
        if self.batas < hari:
            return StatusTindakLanjut.TERLAMBAT
        begun = any(row.tanggal <= hari and row.persen > 0 for row in self.kemajuan)
        return StatusTindakLanjut.BERJALAN if begun else StatusTindakLanjut.BELUM_MULAI


class TindakLanjutTahunan(Model):
    """Tindak lanjut atas evaluasi satu tahun. Nama berkas adalah tahun periode yang dievaluasi."""

    butir: Mapping[Kode, TindakLanjut] = Field(min_length=1)
    """Tindak lanjut menurut kodenya, misalnya `TL-2026-01`."""
