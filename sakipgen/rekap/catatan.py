"""The values of the Rekapitulasi that tell how the work was done: cycle, submissions, corrections, actions, papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePosixPath

from sakipgen.domain.bukti import Bukti, Tempat
from sakipgen.domain.dataset import BerkasBukti
from sakipgen.domain.dokumen import KeadaanDokumen
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.organisasi import UnitKerja
from sakipgen.domain.perencanaan import Aksi
from sakipgen.domain.siklus import AlasanKembali, CatatanLangkah, KeadaanSiklus, LangkahSop, Penutupan, Prosedur
from sakipgen.domain.tindak_lanjut import StatusTindakLanjut, TindakLanjut
from sakipgen.domain.waktu import Periode


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Where a figure stands: the file from the project's root, and the line from 1."""

    berkas: PurePosixPath
    baris: int


@dataclass(frozen=True, slots=True)
class BuktiTerbit:
    """One piece of evidence as the public sees it; size and hash where the file is in the repository."""

    bukti: Bukti
    periode: Periode
    berkas: BerkasBukti | None


# ── Follow-up ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class BarisTindakLanjut:
    """One action that an evaluation led to, as the posisi sees it."""

    kode: str
    periode: Periode
    """The period that was evaluated."""
    isi: TindakLanjut
    unit: UnitKerja
    status: StatusTindakLanjut
    kemajuan: Decimal
    """Percent; 100 of one that is closed."""
    hari_terlambat: int
    """Days past its deadline; 0 unless it is open."""
    bukti: tuple[BuktiTerbit, ...]
    rujukan: Rujukan

    @property
    def terbuka(self) -> bool:
        return self.status is not StatusTindakLanjut.SELESAI


@dataclass(frozen=True, slots=True)
class BarisAksi:
    """One action of the rencana aksi that is planned for a period."""

    kode: str
    """Kode of the indikator it serves."""
    aksi: Aksi


@dataclass(frozen=True, slots=True)
class BarisKoreksi:
    """One figure that changed after its period was closed."""

    kode: str
    periode: Periode
    isi: Koreksi
    unit: str
    realisasi_lama: Decimal | None
    """The indikator's figure before, in its satuan; None of a late entry."""
    realisasi_baru: Decimal | None
    """None of one withdrawn."""
    bukti: tuple[BuktiTerbit, ...]
    rujukan: Rujukan


# ── The SOP ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class BarisLangkah:
    """One step of the SOP in one period."""

    nomor: str
    langkah: LangkahSop
    catatan: tuple[CatatanLangkah, ...]
    """Each time it was done, in order; empty of a step to come."""
    menit: int | None
    """Minutes of work it took in all, as far as recorded."""


@dataclass(frozen=True, slots=True)
class BarisProsedur:
    """One procedure of the SOP in one period."""

    nama: str
    """`pengumpulan` or `pengukuran`."""
    prosedur: Prosedur
    langkah: tuple[BarisLangkah, ...]
    keadaan: KeadaanSiklus | None
    """After its last recorded step; None before the first."""
    sejak: date | None
    """Day of that step."""


@dataclass(frozen=True, slots=True)
class BarisSiklus:
    """What was done of the SOP in one period."""

    periode: Periode
    pengumpulan: BarisProsedur
    pengukuran: BarisProsedur
    keadaan: KeadaanSiklus | None
    """Of measuring once it began, else of collecting."""
    penutupan: Penutupan | None
    rujukan: Rujukan

    @property
    def dijalankan(self) -> bool:
        """Whether any step is recorded; a period may keep submissions only."""
        return self.keadaan is not None


@dataclass(frozen=True, slots=True)
class MedianLangkah:
    """How long a step takes: the standard of the SOP against the middle of what was recorded in a year."""

    nomor: str
    langkah: LangkahSop
    menit_baku: int | None
    menit: Decimal | None
    """Median of minutes of work over the periods; None where nothing was recorded."""
    banyak: int
    """So many periods recorded it."""


@dataclass(frozen=True, slots=True)
class ProsesTahun:
    """Both procedures with standard and median actual time of one year."""

    pengumpulan: tuple[MedianLangkah, ...]
    pengukuran: tuple[MedianLangkah, ...]


class KeadaanPengiriman(StrEnum):
    """Where a unit's report of a period stands."""

    BELUM_JATUH_TEMPO = "belum_jatuh_tempo"
    TERLAMBAT = "terlambat"
    MENUNGGU_PERSETUJUAN = "menunggu_persetujuan"
    DIKEMBALIKAN = "dikembalikan"
    BELUM_DILAPORKAN = "belum_dilaporkan"
    DISETUJUI = "disetujui"
    TIDAK_TERCATAT = "tidak_tercatat"
    """The report is there and counts, but nobody wrote down when it was sent."""


@dataclass(frozen=True, slots=True)
class BarisPengiriman:
    """A unit's report of one period: when it was due, sent and approved, and how often it came back."""

    unit: str
    periode: Periode
    jatuh_tempo: date
    dikirim: date | None
    """First submission."""
    disetujui: date | None
    hari_terlambat: int
    """Days from the due date to the first submission, or to the posisi's day where there is none; never negative."""
    putaran: int
    """How often it was returned."""
    keadaan: KeadaanPengiriman
    dikembalikan: date | None
    """The day of the last return."""
    alasan: AlasanKembali | None
    """Of that return."""
    catatan: str | None


# ── Documents ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """A document: a data file that is one (Renstra, PK, rencana aksi), or a row of the register."""

    kode: str
    jenis: str
    """A `JenisDokumen`, or `renstra`, `perjanjian_kinerja`, `rencana_aksi`."""
    judul: str
    tahun: int
    nomor: str | None
    tanggal: date | None
    keadaan: KeadaanDokumen
    tempat: Tempat | None
    berkas: BerkasBukti | None
    """Size and hash where the file is in the repository."""
    menggantikan: str | None
    rujukan: Rujukan


@dataclass(frozen=True, slots=True)
class DokumenWajib:
    """A document that a year must have."""

    jenis: str
    dokumen: tuple[BarisDokumen, ...]
    jatuh_tempo: date | None
    """The day it must be there; None where no day is set."""
    terlambat: bool
