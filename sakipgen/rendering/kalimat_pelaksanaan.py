"""Sentences about how the work was done: follow-up, the state of a period, reports on time.

The same small grammar as in `kalimat.py`: guarded patterns of which exactly one speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.domain.siklus import KeadaanSiklus
from sakipgen.domain.tindak_lanjut import StatusTindakLanjut
from sakipgen.rendering.kalimat import Isian, Kalimat, Pola, pilih

# ── Follow-up ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaTindakLanjut:
    """How many actions stand where."""

    selesai: int
    berjalan: int
    terlambat: int
    belum_mulai: int

    @property
    def dari(self) -> int:
        return self.selesai + self.berjalan + self.terlambat + self.belum_mulai

    @property
    def rincian(self) -> str:
        """Each count that is not zero with its word: «9 selesai, 3 berjalan»."""
        counts = (
            (self.selesai, "selesai"),
            (self.berjalan, "berjalan"),
            (self.terlambat, "terlambat"),
            (self.belum_mulai, "belum mulai"),
        )
        return ", ".join(f"{n} {word}" for n, word in counts if n)


TINDAK_LANJUT: Final[tuple[Pola[FaktaTindakLanjut], ...]] = (
    Pola("kosong", lambda f: f.dari == 0, "Belum ada tindak lanjut yang dicatat."),
    Pola("satu", lambda f: f.dari == 1, "Ada satu tindak lanjut: {rincian}."),
    Pola("semua", lambda f: f.dari > 1 and f.selesai == f.dari, "Semua {dari} tindak lanjut sudah <b>selesai</b>."),
    Pola("sebagian", lambda f: f.dari > 1 and f.selesai < f.dari, "Dari {dari} tindak lanjut, <b>{rincian}</b>."),
)
"""All actions: exactly one pattern speaks."""


def tindak_lanjut(fakta: FaktaTindakLanjut) -> Kalimat:
    """Returns the sentence that counts actions."""
    return Kalimat(pilih(TINDAK_LANJUT, fakta).teks, {"dari": fakta.dari, "rincian": fakta.rincian})


@dataclass(frozen=True, slots=True)
class FaktaTindakan:
    """Where one action stands; `selisih` is the day it was closed less its deadline, `maju` whether it has begun."""

    status: StatusTindakLanjut
    selisih: int = 0
    maju: bool = False

    @property
    def selesai(self) -> bool:
        return self.status is StatusTindakLanjut.SELESAI

    @property
    def terlambat(self) -> bool:
        return self.status is StatusTindakLanjut.TERLAMBAT


TINDAKAN: Final[tuple[Pola[FaktaTindakan], ...]] = (
    Pola("lebih_awal", lambda f: f.selesai and f.selisih < 0, "<b>Selesai</b> pada {selesai}, sebelum batas {batas}."),
    Pola("tepat", lambda f: f.selesai and f.selisih == 0, "<b>Selesai</b> pada {selesai}, tepat pada batasnya."),
    Pola(
        "lewat",
        lambda f: f.selesai and f.selisih > 0,
        "<b>Selesai</b> pada {selesai}, sesudah lewat batas {batas}.",
    ),
    Pola(
        "berjalan",
        lambda f: f.status is StatusTindakLanjut.BERJALAN,
        "<b>Sedang berjalan</b>: kemajuannya {kemajuan}, batasnya {batas}.",
    ),
    Pola(
        "terlambat",
        lambda f: f.terlambat and f.maju,
        "<b>Terlambat {hari} hari</b> dari batas {batas}; kemajuannya {kemajuan}.",
    ),
    Pola(
        "terlambat_diam",
        lambda f: f.terlambat and not f.maju,
        "<b>Terlambat {hari} hari</b> dari batas {batas}; belum ada kemajuan yang dicatat.",
    ),
    Pola(
        "belum_mulai",
        lambda f: f.status is StatusTindakLanjut.BELUM_MULAI,
        "<b>Belum mulai</b>; batasnya {batas}.",
    ),
)
"""One action: exactly one pattern speaks."""


def tindakan(fakta: FaktaTindakan, isian: Isian) -> Kalimat:
    """Returns the sentence about one action."""
    return Kalimat(pilih(TINDAKAN, fakta).teks, isian)


# ── A period ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaPeriode:
    """What is recorded of a period: anything at all, the state after its last step, and whether it was closed."""

    dicatat: bool
    keadaan: KeadaanSiklus | None = None
    ditutup: bool = False

    def pada(self, keadaan: KeadaanSiklus) -> bool:
        return not self.ditutup and self.keadaan is keadaan


PERIODE: Final[tuple[Pola[FaktaPeriode], ...]] = (
    Pola("tidak_dicatat", lambda f: not f.dicatat, "Pelaksanaan SOP periode ini tidak dicatat."),
    Pola(
        "pengiriman",
        lambda f: f.dicatat and not f.ditutup and f.keadaan is None,
        "Periode ini <b>belum ditutup</b>; langkah SOP-nya tidak dicatat.",
    ),
    Pola(
        "ditutup",
        lambda f: f.dicatat and f.ditutup and f.keadaan is not None,
        "Periode ini <b>ditutup</b> pada {tanggal} oleh {oleh}.",
    ),
    Pola(
        "ditutup_saja",
        lambda f: f.dicatat and f.ditutup and f.keadaan is None,
        "Periode ini <b>ditutup</b> pada {tanggal} oleh {oleh}; langkah SOP-nya tidak dicatat.",
    ),
    Pola(
        "dibuka",
        lambda f: f.pada(KeadaanSiklus.DIBUKA),
        "Pengumpulan data periode ini <b>dibuka</b>; langkah terakhirnya {sejak}.",
    ),
    Pola(
        "pengumpulan",
        lambda f: f.pada(KeadaanSiklus.PENGUMPULAN),
        "Data periode ini <b>sedang dikumpulkan</b> sejak {sejak}.",
    ),
    Pola(
        "rekap",
        lambda f: f.pada(KeadaanSiklus.REKAP),
        "Data periode ini <b>sedang direkap</b> Tim SAKIP sejak {sejak}.",
    ),
    Pola(
        "analisis",
        lambda f: f.pada(KeadaanSiklus.ANALISIS_SEKRETARIS),
        "Rekapitulasi periode ini <b>sedang dianalisis</b> Sekretaris sejak {sejak}.",
    ),
    Pola(
        "dikembalikan",
        lambda f: f.pada(KeadaanSiklus.DIKEMBALIKAN),
        "Periode ini <b>belum ditutup</b>: rekapitulasinya dikembalikan untuk dilengkapi pada {sejak}.",
    ),
    Pola(
        "disetujui",
        lambda f: f.pada(KeadaanSiklus.DISETUJUI),
        "Rekapitulasi periode ini <b>disetujui</b> Sekretaris pada {sejak}; periodenya belum ditutup.",
    ),
    Pola(
        "dilaporkan",
        lambda f: f.pada(KeadaanSiklus.DILAPORKAN),
        "Hasil periode ini <b>dilaporkan</b> pada {sejak}; periodenya belum ditutup.",
    ),
    Pola(
        "diarsipkan",
        lambda f: f.pada(KeadaanSiklus.DIARSIPKAN),
        "Berkas periode ini <b>diarsipkan</b> pada {sejak}; periodenya belum ditutup.",
    ),
)
"""Where a period stands: exactly one pattern speaks."""

PERIODE_PENDEK: Final[tuple[Pola[FaktaPeriode], ...]] = (
    Pola("tidak_dicatat", lambda f: not f.dicatat, "pelaksanaan SOP tidak dicatat"),
    Pola("ditutup", lambda f: f.dicatat and f.ditutup, "ditutup {tanggal} oleh {oleh}"),
    Pola("pengiriman", lambda f: f.dicatat and not f.ditutup and f.keadaan is None, "belum ditutup"),
    Pola(
        "berjalan",
        lambda f: f.dicatat and not f.ditutup and f.keadaan is not None,
        "belum ditutup; {kata} {sejak}",
    ),
)
"""The same in a cell of a table: exactly one pattern speaks."""


def periode(fakta: FaktaPeriode, isian: Isian) -> Kalimat:
    """Returns the sentence about where a period stands."""
    return Kalimat(pilih(PERIODE, fakta).teks, isian)


def periode_pendek(fakta: FaktaPeriode, isian: Isian) -> Kalimat:
    """Returns the same in a few words."""
    return Kalimat(pilih(PERIODE_PENDEK, fakta).teks, isian)


# ── One report ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaLaporan:
    """A unit's report that is not in order: returned, with a reason that is told or not, or never sent."""

    dikembalikan: bool
    beralasan: bool


LAPORAN: Final[tuple[Pola[FaktaLaporan], ...]] = (
    Pola(
        "dikembalikan",
        lambda f: f.dikembalikan and f.beralasan,
        "Laporan {periode} <b>dikembalikan</b> untuk dilengkapi: {alasan}.",
    ),
    Pola(
        "dikembalikan_saja",
        lambda f: f.dikembalikan and not f.beralasan,
        "Laporan {periode} <b>dikembalikan</b> untuk dilengkapi.",
    ),
    Pola(
        "terlambat",
        lambda f: not f.dikembalikan,
        "Laporan {periode} belum dikirim: <b>terlambat {hari} hari</b> dari jatuh tempo {tempo}.",
    ),
)
"""A report that deserves a look: exactly one pattern speaks."""


def laporan(fakta: FaktaLaporan, isian: Isian) -> Kalimat:
    """Returns the sentence about a report that is not in order."""
    return Kalimat(pilih(LAPORAN, fakta).teks, isian)


# ── Reports on time ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class FaktaTepat:
    """How many reports were due, and how many of them came on time."""

    dari: int
    tepat: int


TEPAT_WAKTU: Final[tuple[Pola[FaktaTepat], ...]] = (
    Pola("kosong", lambda f: f.dari == 0, "Belum ada laporan yang jatuh tempo."),
    Pola(
        "satu_tepat", lambda f: f.dari == 1 and f.tepat == 1, "Satu laporan jatuh tempo, dan disampaikan tepat waktu."
    ),
    Pola("satu_lewat", lambda f: f.dari == 1 and f.tepat == 0, "Satu laporan jatuh tempo, dan terlambat."),
    Pola(
        "semua",
        lambda f: f.dari > 1 and f.tepat == f.dari,
        "<b>Semua {dari}</b> laporan disampaikan tepat waktu.",
    ),
    Pola("nihil", lambda f: f.dari > 1 and f.tepat == 0, "Belum satu pun dari {dari} laporan tepat waktu."),
    Pola(
        "sebagian",
        lambda f: 0 < f.tepat < f.dari,
        "<b>{tepat} dari {dari}</b> laporan disampaikan tepat waktu.",
    ),
)
"""Reports of units: exactly one pattern speaks."""


def tepat_waktu(fakta: FaktaTepat) -> Kalimat:
    """Returns the sentence about reports on time."""
    return Kalimat(pilih(TEPAT_WAKTU, fakta).teks, {"dari": fakta.dari, "tepat": fakta.tepat})
