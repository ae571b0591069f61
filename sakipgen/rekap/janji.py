"""The values of the Rekapitulasi that were promised: every target as its document states it, and every signed PK."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakipgen.domain.dataset import MURNI, UNIT_KEPALA
from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.perencanaan import PerjanjianKinerja
from sakipgen.domain.target import Target
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap.catatan import Rujukan


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """A target as one document states it."""

    kode: str
    tahun: int
    periode: Periode
    jenis: str
    """`renstra`, `perjanjian_kinerja` or `rencana_aksi`."""
    versi: str
    """Kode of the Renstra, version of the PK, empty for the rencana aksi."""
    nilai: Decimal
    """Of a band the lower bound."""
    bentuk: Target
    """As it was written."""
    alasan: str | None
    rujukan: Rujukan
    tanggal: date | None = None
    """On which day a PK was signed; None of the other documents."""


@dataclass(frozen=True, slots=True)
class BarisPk:
    """What a PK promises of one indikator, beside what the PK before it promised."""

    target: BarisTarget
    sebelum: BarisTarget | None
    """None in the first PK, and of an indikator that the one before did not have."""

    @property
    def berubah(self) -> bool:
        """Whether the PK before promised something else, or nothing."""
        return self.sebelum is None or self.target.bentuk.berbeda(self.sebelum.bentuk)


@dataclass(frozen=True, slots=True)
class KelompokPk:
    """The promises on one sasaran, program, kegiatan or sub kegiatan."""

    tingkat: Tingkat
    kode: str
    """Empty, and without uraian, where the plan of the year does not say what an indikator measures."""
    uraian: str
    butir: tuple[BarisPk, ...]


@dataclass(frozen=True, slots=True)
class AnggaranPk:
    """Money of one program, kegiatan or sub kegiatan of a PK, in whole rupiah."""

    kode: str
    nama: str
    tingkat: TingkatAnggaran
    nilai: Decimal
    sumber_dana: tuple[str, ...]
    sebelum: Decimal | None
    """In the PK before; None in the first."""
    selisih: Decimal | None
    """Since the PK before."""


@dataclass(frozen=True, slots=True)
class RekapPk:
    """One signed Perjanjian Kinerja, ready to be printed."""

    tahun: int
    pemilik: str
    """`kepala`, or kode of a unit kerja."""
    versi: str
    """`murni`, `perubahan-1`."""
    isi: PerjanjianKinerja
    sebelum: PerjanjianKinerja | None
    """The one it changes; None of the first."""
    versi_sebelum: str | None
    kelompok: tuple[KelompokPk, ...]
    """In the order of the plan: sasaran of the Kepala; program, kegiatan and sub kegiatan of a unit."""
    dicabut: tuple[BarisTarget, ...]
    """What the PK before promised and this one no longer does."""
    anggaran: tuple[AnggaranPk, ...]
    """Programs as the PK states them; without that the ceilings of its day: of the Kepala by program, of a unit its
    own sub kegiatan with the kegiatan and program above them."""
    jumlah: Decimal | None
    """All of the money; None without any."""
    jumlah_sebelum: Decimal | None
    jumlah_selisih: Decimal | None
    sumber: str | None
    """Which paper says the money; None where the PK itself does."""
    rujukan: Rujukan

    @property
    def butir(self) -> Iterator[BarisPk]:
        """All promises in order."""
        return (row for group in self.kelompok for row in group.butir)

    @property
    def kepala(self) -> bool:
        """Whether it is the PK of the head of the office."""
        return self.pemilik == UNIT_KEPALA

    @property
    def perubahan(self) -> bool:
        return self.versi != MURNI
