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
