"""Sentences about documents; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.kalimat import Kalimat, Pola, pilih, tambahan


@dataclass(frozen=True, slots=True)
class FaktaWajib:
    """How many documents a year must have, and what became of them."""

    dari: int
    ada: int
    """Those that are final."""
    rancangan: int = 0
    terlambat: int = 0
    nanti: int = 0
    """Those that are not there because their day has not come."""


WAJIB: Final[tuple[Pola[FaktaWajib], ...]] = (
    Pola("lengkap", lambda f: f.ada == f.dari, "Semua <b>{dari}</b> jenis dokumen wajib tahun {tahun} sudah ada."),
    Pola(
        "sebagian",
        lambda f: f.ada < f.dari,
        "<b>{ada} dari {dari}</b> jenis dokumen wajib tahun {tahun} sudah ada.",
    ),
)
"""The documents of a year: exactly one pattern speaks."""

SISA: Final[tuple[Pola[FaktaWajib], ...]] = (
    Pola("rancangan", lambda f: f.rancangan > 0, "{rancangan} masih rancangan."),
    Pola("nanti", lambda f: f.nanti > 0, "{nanti} belum jatuh tempo."),
    Pola("terlambat", lambda f: f.terlambat > 0, "{terlambat} melewati jatuh tempo."),
)
"""What of the rest: every pattern that speaks is added."""


def wajib(fakta: FaktaWajib, tahun: int) -> tuple[Kalimat, ...]:
    """Returns the sentences about what a year must have."""
    isian = {
        "dari": fakta.dari,
        "ada": fakta.ada,
        "rancangan": fakta.rancangan,
        "terlambat": fakta.terlambat,
        "nanti": fakta.nanti,
        "tahun": tahun,
    }
    return (Kalimat(pilih(WAJIB, fakta).teks, isian), *tambahan(SISA, fakta, isian))


@dataclass(frozen=True, slots=True)
class FaktaKriteria:
    """Of how many criteria of an evaluation there is proof; the three parts sum to the whole."""

    dari: int
    ada: int
    sebagian: int
    belum: int


KRITERIA: Final[tuple[Pola[FaktaKriteria], ...]] = (
    Pola("lengkap", lambda f: f.ada == f.dari, "Semua <b>{dari}</b> kriteria yang diperiksa punya bukti di situs ini."),
    Pola("sebagian", lambda f: f.ada < f.dari, "<b>{ada} dari {dari}</b> kriteria punya bukti lengkap di situs ini."),
)
"""The criteria of an evaluation: exactly one pattern speaks."""

SISA_KRITERIA: Final[tuple[Pola[FaktaKriteria], ...]] = (
    Pola("sebagian", lambda f: f.sebagian > 0, "{sebagian} baru terbukti sebagian."),
    Pola("belum", lambda f: f.belum > 0, "{belum} belum ada buktinya."),
)
"""What of the rest: every pattern that speaks is added."""


def kriteria(fakta: FaktaKriteria) -> tuple[Kalimat, ...]:
    """Returns the sentences about what is proved."""
    isian = {"dari": fakta.dari, "ada": fakta.ada, "sebagian": fakta.sebagian, "belum": fakta.belum}
    return (Kalimat(pilih(KRITERIA, fakta).teks, isian), *tambahan(SISA_KRITERIA, fakta, isian))
