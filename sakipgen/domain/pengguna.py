"""Who may propose what: the accounts of the forge, each with its unit and its role. Never a name, never an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Final, Self

from pydantic import Field, StringConstraints, model_validator

from sakipgen.domain.base import Kode, Model, Teks, refuse
from sakipgen.domain.waktu import Tanggal

POLA_AKUN: Final = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,62}(\[bot\])?$"

NamaAkun = Annotated[str, StringConstraints(pattern=POLA_AKUN)]
"""An account as the forge writes it, without `@`; upper and lower case are the same."""


class Peran(StrEnum):
    """What an account may do beyond its unit."""

    BIDANG = "bidang"
    TIM_SAKIP = "tim_sakip"
    SEKRETARIS = "sekretaris"
    KEPALA = "kepala"
    INSPEKTORAT = "inspektorat"
    ADMINISTRATOR = "administrator"
    ROBOT = "robot"
    """A program's account: it hands in what people filled in, and merges in a queue."""


class Pelaksana(Model):
    """Penunjukan pelaksana harian (Plh.) atau pelaksana tugas (Plt.) untuk satu jangka waktu."""

    sebagai: Peran
    """Peran yang dijalankan: `sekretaris` atau `kepala`."""
    sejak: Tanggal
    """Hari pertama."""
    sampai: Tanggal
    """Hari terakhir."""
    nomor: Teks | None = None
    """Nomor surat penunjukan."""

    @model_validator(mode="after")
    def _wajar(self) -> Self:
        if self.sebagai not in {Peran.SEKRETARIS, Peran.KEPALA}:
            raise refuse("S008", f"`sebagai: {self.sebagai}` tidak dapat diwakili; isi `sekretaris` atau `kepala`.")
        if self.sampai < self.sejak:
            raise refuse("T008", f"`sampai` {self.sampai} mendahului `sejak` {self.sejak}; betulkan tanggalnya.")
        return self


class Akun(Model):
    """Satu akun pada repositori, menurut jabatannya. Nama orang dan alamat surel tidak ditulis."""

    peran: Peran
    """`bidang`, `tim_sakip`, `sekretaris`, `kepala`, `inspektorat`, `administrator`, atau `robot`."""
    unit: Kode | None = None
    """Kode unit yang datanya boleh ia usulkan; wajib untuk `peran: bidang`."""
    jabatan: Kode | None = None
    """Kode jabatan pemegang akun."""
    aktif_sejak: Tanggal | None = None
    """Hari pertama akun ini berlaku; kosong bila sejak awal."""
    aktif_sampai: Tanggal | None = None
    """Hari terakhir akun ini berlaku; isi begitu pemegangnya pindah."""
    plh: tuple[Pelaksana, ...] = ()
    """Jangka waktu ia menjadi pelaksana harian, menurut urutan waktu."""

    @model_validator(mode="after")
    def _lengkap(self) -> Self:
        if self.peran is Peran.BIDANG and self.unit is None:
            raise refuse("S008", "`peran: bidang` tanpa `unit`; isi kode unitnya.")
        if self.peran in {Peran.INSPEKTORAT, Peran.ROBOT} and self.unit is not None:
            raise refuse("S008", f"`peran: {self.peran}` tidak punya unit; hapus `unit`.")
        if self.aktif_sejak and self.aktif_sampai and self.aktif_sampai < self.aktif_sejak:
            raise refuse("T008", "`aktif_sampai` mendahului `aktif_sejak`; betulkan salah satu tanggalnya.")
        if any(after.sejak <= before.sampai for before, after in pairwise(self.plh)):
            raise refuse("T008", "jangka waktu `plh` bertumpang tindih atau tidak berurutan; betulkan tanggalnya.")
        return self

    def aktif(self, hari: date) -> bool:
        """Whether the account counts on a day."""
        begun = self.aktif_sejak is None or self.aktif_sejak <= hari
        return begun and (self.aktif_sampai is None or hari <= self.aktif_sampai)

    def berperan(self, hari: date) -> frozenset[Peran]:
        """Returns what an account is on a day: its own role, and that of whom it stands in for."""
        if not self.aktif(hari):
            return frozenset()
        return frozenset({self.peran, *(row.sebagai for row in self.plh if row.sejak <= hari <= row.sampai)})


class Pengguna(Model):
    """Akun repositori beserta unit dan perannya. Hanya versi pada data utama yang dipakai memeriksa usulan."""

    akun: Mapping[NamaAkun, Akun] = Field(min_length=1)
    """Akun menurut namanya pada halaman repositori, tanpa `@`."""

    @model_validator(mode="after")
    def _tunggal(self) -> Self:
        seen: dict[str, str] = {}
        for name in self.akun:
            first = seen.setdefault(name.lower(), name)
            if first != name:
                raise refuse(
                    "S008", f"akun `{name}` hanya berbeda huruf besar dan kecil dari `{first}`; hapus salah satu."
                )
        return self

    def cari(self, nama: str) -> Akun | None:
        """Returns an account whatever the case of its letters; `@` before it is no part of it."""
        wanted = nama.strip().removeprefix("@").lower()
        return next((akun for name, akun in self.akun.items() if name.lower() == wanted), None)
