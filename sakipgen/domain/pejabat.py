"""Who holds which position while papers are signed: a private file of the office, never part of the data.

NIP are personal data (decision 11): they are asked for where a paper is made, and are in no file of the repository.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from sakipgen.domain.base import Kode, Model, Teks


class Sebutan(StrEnum):
    """In whose place somebody signs."""

    PLT = "Plt."
    PLH = "Plh."
    PJ = "Pj."


Nip = Annotated[str, StringConstraints(pattern=r"^[0-9]{18}$")]
"""Eighteen digits."""


class Pejabat(Model):
    """Pejabat yang menandatangani."""

    nama: Teks
    """Nama lengkap dengan gelarnya."""
    pangkat: Teks | None = None
    """Pangkat dan golongan, misalnya `Pembina Utama Muda (IV/c)`."""
    nip: Nip | None = None
    """NIP, 18 angka tanpa spasi."""
    sebutan: Sebutan | None = None
    """`Plt.`, `Plh.`, atau `Pj.` bila bukan pejabat tetap."""


class DaftarPejabat(Model):
    """Pejabat penanda tangan menurut jabatannya. Berkas ini disimpan di luar repositori."""

    kepala_daerah: Pejabat | None = None
    """Kepala daerah, pihak kedua dalam Perjanjian Kinerja Kepala."""
    jabatan: Mapping[Kode, Pejabat] = Field(default_factory=dict)
    """Pejabat menurut kode jabatan seperti tertulis pada `instansi.yaml`."""
