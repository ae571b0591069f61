"""Ranks: results that are named and ordered but have no score of their own, such as an opini."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Self

from pydantic import Field, model_validator

from sakipgen.domain.angka import Angka
from sakipgen.domain.base import Kode, Model, Teks, refuse


class KelasPeringkat(Model):
    """Satu peringkat."""

    kode: Kode
    """Kode peringkat, misalnya `WTP`."""
    label: Teks
    """Nama peringkat seperti tercetak."""
    skor: Angka = Field(gt=0)
    """Skor untuk menghitung capaian, lebih dari 0; makin baik makin besar."""


class Peringkat(Model):
    """Daftar peringkat dari yang tertinggi, untuk hasil yang hanya berupa predikat."""

    nama: Teks
    """Nama daftar, misalnya `Opini atas laporan keuangan`."""
    dasar: Teks
    """Peraturan atau dokumen yang memuatnya."""
    kelas: tuple[KelasPeringkat, ...] = Field(min_length=2)
    """Peringkat dari yang tertinggi ke yang terendah, dengan skor yang menurun."""

    @model_validator(mode="after")
    def _menurun(self) -> Self:
        if len({k.kode for k in self.kelas}) < len(self.kelas):
            raise refuse("S009", "ada dua peringkat berkode sama; setiap peringkat punya kode sendiri; ganti satu.")
        for upper, lower in pairwise(self.kelas):
            if upper.skor <= lower.skor:
                raise refuse(
                    "S009",
                    f"skor {upper.label} ({upper.skor}) tidak di atas skor {lower.label} ({lower.skor}); "
                    "tulis peringkat dari yang tertinggi dengan skor yang menurun.",
                )
        return self

    def menurut_kode(self, kode: str) -> KelasPeringkat | None:
        return next((kelas for kelas in self.kelas if kelas.kode == kode), None)

    def menurut_skor(self, skor: Decimal) -> KelasPeringkat | None:
        return next((kelas for kelas in self.kelas if kelas.skor == skor), None)
