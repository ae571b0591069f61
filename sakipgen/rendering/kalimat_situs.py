"""Sentences about the site itself; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.kalimat import Kalimat, Pola, pilih


@dataclass(frozen=True, slots=True)
class FaktaPeriksa:
    """What the checks found; None where it was not recorded."""

    berkas: int | None
    peringatan: int


PERIKSA: Final[tuple[Pola[FaktaPeriksa], ...]] = (
    Pola("tidak_tercatat", lambda f: f.berkas is None, "Hasil pemeriksaan data tidak tercatat."),
    Pola(
        "bersih",
        lambda f: f.berkas is not None and f.peringatan == 0,
        "Semua data lulus pemeriksaan: <b>tanpa galat dan tanpa peringatan</b> dalam {berkas} berkas.",
    ),
    Pola(
        "peringatan",
        lambda f: f.berkas is not None and f.peringatan > 0,
        "Semua data lulus pemeriksaan: <b>tanpa galat</b>, dengan {peringatan} peringatan dalam {berkas} berkas.",
    ),
)
"""The checks before publishing: exactly one pattern speaks."""


@dataclass(frozen=True, slots=True)
class FaktaTunggu:
    """How many indikator still have a report to come, and how many reports are late."""

    menunggu: int
    terlambat: int


TUNGGU: Final[tuple[Pola[FaktaTunggu], ...]] = (
    Pola("terlambat", lambda f: f.terlambat > 0, "{terlambat} laporan sudah lewat jatuh tempo."),
    Pola("lancar", lambda f: f.terlambat == 0 and f.menunggu > 0, "Tidak ada laporan yang lewat jatuh tempo."),
    Pola("tuntas", lambda f: f.terlambat == 0 == f.menunggu, "Tidak ada laporan yang dijadwalkan lagi dalam data ini."),
)
"""The reports to come: exactly one pattern speaks."""


def periksa(fakta: FaktaPeriksa) -> Kalimat:
    """Returns the sentence about the checks."""
    return Kalimat(pilih(PERIKSA, fakta).teks, {"berkas": fakta.berkas, "peringatan": fakta.peringatan})


def tunggu(fakta: FaktaTunggu) -> Kalimat:
    """Returns the sentence about what is to come."""
    return Kalimat(pilih(TUNGGU, fakta).teks, {"terlambat": fakta.terlambat})
