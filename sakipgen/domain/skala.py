"""A scale: from a value to its class, total over all numbers, with its reading of the gaps of a printed table."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Final, Self

from pydantic import Field, model_validator

from sakipgen.domain.angka import Angka, Bilangan
from sakipgen.domain.base import Kode, Model, Teks, TeksPanjang, YaTidak, refuse

_PERSIS: Final = Context(prec=50)
"""Exact, whatever the caller's context says."""
_SETENGAH: Final = Decimal("0.5")


class Celah(StrEnum):
    """How a value between two classes of a whole-number table is read."""

    BULATKAN = "bulatkan"
    BATAS_BAWAH = "batas_bawah"
    BATAS_ATAS = "batas_atas"


class KelasSkala(Model):
    """Satu kelas kategori."""

    kode: Kode
    """Kode kelas, misalnya `sangat-tinggi`."""
    label: Teks
    """Nama kelas seperti tercetak, misalnya `Sangat Tinggi`."""
    min: Angka | None = None
    """Batas bawah; kosong pada kelas terendah bila tidak ada batasnya."""
    maks: Angka | None = None
    """Batas atas; kosong pada kelas tertinggi bila tidak ada batasnya."""
    min_termasuk: YaTidak = True
    """Apakah batas bawah termasuk kelas ini. Bawaan: `ya`."""
    maks_termasuk: YaTidak = True
    """Apakah batas atas termasuk kelas ini. Bawaan: `ya`."""


class Skala(Model):
    """Skala kategori: daftar kelas dari yang tertinggi, tanpa celah dan tanpa tumpang tindih."""

    nama: Teks
    """Nama skala, misalnya `Skala nilai peringkat kinerja`."""
    dasar: Teks
    """Peraturan atau dokumen yang memuat tabelnya."""
    presisi_tabel: Bilangan = Field(default=0, le=6)
    """Banyaknya angka desimal pada batas kelas seperti tercetak pada tabel."""
    celah: Celah
    """Cara membaca nilai di antara dua kelas: `bulatkan`, `batas_bawah`, atau `batas_atas`."""
    catatan: TeksPanjang | None = None
    """Bagaimana tabel yang tidak lengkap atau bertentangan dibaca di sini."""
    kelas: tuple[KelasSkala, ...] = Field(min_length=2)
    """Kelas dari yang tertinggi ke yang terendah. Nilai di luar tabel masuk kelas ujung terdekat."""

    @model_validator(mode="after")
    def _menutup_semua_nilai(self) -> Self:
        if len({k.kode for k in self.kelas}) < len(self.kelas):
            raise refuse("S009", "ada dua kelas berkode sama; setiap kelas punya kode sendiri; ganti salah satunya.")
        for kelas in self.kelas:
            self._periksa_batas(kelas)
        for upper, lower in pairwise(self.kelas):
            if upper.min is None or lower.maks is None:
                raise refuse(
                    "S009",
                    f"batas antara {upper.label} dan {lower.label} tidak lengkap; "
                    "isi `min` kelas atas dan `maks` kelas bawah.",
                )
            gap = upper.min - lower.maks
            closed = upper.min_termasuk + lower.maks_termasuk
            if not (gap == self.langkah and closed == 2) and not (gap == 0 and closed == 1):
                word = "bercelah" if gap > 0 or closed == 0 else "bertumpang tindih"
                raise refuse(
                    "S009",
                    f"kelas {upper.label} dan {lower.label} {word} pada {lower.maks}–{upper.min}; "
                    "setiap nilai harus masuk tepat satu kelas; "
                    f"buat selisih batasnya {self.langkah}, atau batas yang sama dengan hanya satu yang termasuk.",
                )
        return self

    def _periksa_batas(self, kelas: KelasSkala) -> None:
        for bound in (kelas.min, kelas.maks):
            decimals = format(bound or 0, "f").partition(".")[2].rstrip("0")
            if len(decimals) > self.presisi_tabel:
                raise refuse(
                    "S009",
                    f"batas {bound} pada kelas {kelas.label} punya desimal lebih banyak daripada `presisi_tabel` "
                    f"{self.presisi_tabel}; samakan `presisi_tabel` dengan banyaknya desimal pada tabel.",
                )
        if kelas.min is None or kelas.maks is None:
            return
        both = kelas.min_termasuk and kelas.maks_termasuk
        if kelas.min > kelas.maks or (kelas.min == kelas.maks and not both):
            raise refuse(
                "S009",
                f"batas bawah kelas {kelas.label} ({kelas.min}) tidak di bawah batas atasnya ({kelas.maks}); "
                "tidak ada nilai yang masuk kelas ini; betulkan batasnya.",
            )

    @cached_property
    def tangga(self) -> tuple[tuple[Decimal, bool, KelasSkala], ...]:
        """From which value on each class but the lowest begins, highest first, and whether that value is in it.

        With `bulatkan` this is half a step below the table's bound, since a half goes away from zero: rounding once
        and looking up the table is the same as looking up here.
        """
        return tuple(self._anak_tangga(upper, lower) for upper, lower in pairwise(self.kelas))

    def _anak_tangga(self, upper: KelasSkala, lower: KelasSkala) -> tuple[Decimal, bool, KelasSkala]:
        bound, closed = upper.min, upper.min_termasuk
        if self.celah is Celah.BATAS_ATAS:
            bound, closed = lower.maks, not lower.maks_termasuk
        if bound is None:  # pragma: no cover - the model refuses a scale without its inner bounds
            raise AssertionError(self.nama)
        if self.celah is not Celah.BULATKAN:
            return bound, closed, upper
        first = bound if closed else _PERSIS.add(bound, self.langkah)
        start = _PERSIS.subtract(first, _PERSIS.multiply(self.langkah, _SETENGAH))
        return start, start > 0, upper

    @property
    def langkah(self) -> Decimal:
        """The smallest step that the table's decimals can say."""
        return Decimal((0, (1,), -self.presisi_tabel))

    def menurut_kode(self, kode: str) -> KelasSkala | None:
        return next((kelas for kelas in self.kelas if kelas.kode == kode), None)
