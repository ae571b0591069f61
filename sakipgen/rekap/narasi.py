"""The prose of a year's LKjIP as the Rekapitulasi hands it on, and what a final report still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from sakipgen.domain.narasi import NarasiLaporan, NarasiSasaran
from sakipgen.rekap.catatan import Rujukan

N_co = TypeVar("N_co", NarasiLaporan, NarasiSasaran, covariant=True)


@dataclass(frozen=True, slots=True)
class Narasi(Generic[N_co]):
    """What one file says; of a file that is not there yet, a text without any field."""

    isi: N_co
    berkas: PurePosixPath
    """Where it stands or should stand: the path from the project's root."""
    rujukan: Mapping[str, Rujukan]
    """Where each field that is written stands."""


@dataclass(frozen=True, slots=True)
class Kekurangan:
    """One text that is not written and without which the report is not final."""

    sasaran: str | None
    """Kode of the sasaran it belongs to; None of a text of the whole report."""
    isian: tuple[str, ...]
    """The fields that would say it; one of them is enough."""
    bagian: str
    """Where it would be printed, such as `Bab III.A, analisis 5`."""
    apa: str
    """What is missing, such as `penyebab keberhasilan atau kegagalan`."""
    penanggung_jawab: str
    """Who writes it: the name of a unit, or of a position where there is no such unit."""
    berkas: PurePosixPath
    """Where to write it."""


@dataclass(frozen=True, slots=True)
class RekapNarasi:
    """The prose of one year."""

    laporan: Narasi[NarasiLaporan]
    sasaran: Mapping[str, Narasi[NarasiSasaran]]
    """Of every sasaran of the year, in the order of the Renstra."""
    kurang: tuple[Kekurangan, ...]
    """What a final report lacks, in the order of the report."""

    def kurang_pada(self, sasaran: str | None, *isian: str) -> tuple[Kekurangan, ...]:
        """Returns what is missing of a sasaran, or of the report itself; of the named fields only, if any is named."""
        return tuple(
            row for row in self.kurang if row.sasaran == sasaran and (not isian or set(isian) & set(row.isian))
        )
