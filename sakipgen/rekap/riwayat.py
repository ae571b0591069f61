"""The values of what changed over time: who changed which figure, when and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import PurePosixPath

from sakipgen.domain.isian import Dokumen, Kunci


class JenisPerubahan(StrEnum):
    """What kind of change it was; the order is that in which pages name them."""

    ISIAN_BARU = "isian_baru"
    PERBAIKAN = "perbaikan"
    """Before the period was closed."""
    REVISI_TERENCANA = "revisi_terencana"
    """Better data that was announced: a koreksi of that kind, or a provisional figure made final."""
    KOREKSI_KESALAHAN = "koreksi_kesalahan"
    ISIAN_TERLAMBAT = "isian_terlambat"
    """A figure that came after closing, with its koreksi."""
    TANPA_KOREKSI = "tanpa_koreksi"
    """After the period was closed, and no koreksi says why."""
    PERUBAHAN_TARGET = "perubahan_target"
    PERUBAHAN_PAGU = "perubahan_pagu"
    PERUBAHAN_CARA = "perubahan_cara"
    """Kamus or metode: how a figure is measured."""
    PENGHAPUSAN = "penghapusan"


@dataclass(frozen=True, slots=True)
class NilaiTercatat:
    """A figure as one version stated it: a number, else how it is written."""

    angka: Decimal | None
    tertulis: str | None


@dataclass(frozen=True, slots=True)
class BarisPerubahan:
    """One figure that changed."""

    id: str
    revisi: str
    waktu: datetime
    usulan: int | None
    kunci: Kunci
    lama: NilaiTercatat | None
    baru: NilaiTercatat | None
    jenis: JenisPerubahan
    alasan: str | None
    unit: str | None
    """Kode of the unit that handed it in, `kepala` of a PK of the Kepala; None of what belongs to no unit."""
    disetujui_oleh: tuple[str, ...]
    """Kode of positions."""
    koreksi: str | None
    """Kode of the record that explains it."""
    berkas: PurePosixPath

    @property
    def indikator(self) -> str | None:
        """Kode of the indikator, unless it is money or a metode."""
        money = self.kunci.dokumen in {Dokumen.PAGU, Dokumen.ANGGARAN}
        return self.kunci.kode if self.kunci.kode and not money else None


@dataclass(frozen=True, slots=True)
class PerubahanBerkas:
    """The latest change that touched a file."""

    revisi: str
    waktu: datetime
    usulan: int | None


@dataclass(frozen=True)
class RekapRiwayat:
    """All that is published of the history."""

    baris: tuple[BarisPerubahan, ...]
    """The oldest first."""
    lengkap: bool
    """False where the history before the first row is not known."""
    peragaan: bool
    """Whether it is the history of how an example was made, which lives on another day than its data."""
    terakhir: Mapping[PurePosixPath, PerubahanBerkas]
    """By path from the project's root."""

    @cached_property
    def menurut_indikator(self) -> Mapping[str, Sequence[BarisPerubahan]]:
        """The changes of each indikator, the oldest first."""
        found: dict[str, list[BarisPerubahan]] = {}
        for row in self.baris:
            if row.indikator is not None:
                found.setdefault(row.indikator, []).append(row)
        return found

    @cached_property
    def menurut_unit(self) -> Mapping[str, Sequence[BarisPerubahan]]:
        """The changes that each unit handed in, the oldest first."""
        found: dict[str, list[BarisPerubahan]] = {}
        for row in self.baris:
            if row.unit is not None:
                found.setdefault(row.unit, []).append(row)
        return found

    def hitungan(self, sejak: date) -> Mapping[JenisPerubahan, int]:
        """Returns how many changes of each kind there are since a day; kinds without any are left out."""
        found = Counter(row.jenis for row in self.baris if row.waktu.date() >= sejak)
        return {jenis: found[jenis] for jenis in JenisPerubahan if found[jenis]}

    def diubah(self, berkas: Sequence[PurePosixPath]) -> PerubahanBerkas | None:
        """Returns the latest change of any of these files."""
        known = [self.terakhir[path] for path in berkas if path in self.terakhir]
        return max(known, key=lambda change: change.waktu, default=None)
