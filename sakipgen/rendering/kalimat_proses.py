"""Sentences about how long the steps of the SOP take; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.kalimat import Isian, Kalimat, Pola, pilih


@dataclass(frozen=True, slots=True)
class FaktaProses:
    """How many steps of a year have both a standard and a measured time, and how many stay within it."""

    diukur: int
    tepat: int


PROSES: Final[tuple[Pola[FaktaProses], ...]] = (
    Pola("kosong", lambda f: f.diukur == 0, "Waktu pelaksanaan langkah SOP tahun {tahun} belum tercatat."),
    Pola(
        "semua",
        lambda f: 0 < f.diukur == f.tepat,
        "Tahun {tahun}, <b>semua {diukur}</b> langkah yang diukur selesai dalam waktu bakunya.",
    ),
    Pola(
        "nihil",
        lambda f: f.diukur > 0 and f.tepat == 0,
        "Tahun {tahun}, <b>belum satu pun</b> dari {diukur} langkah yang diukur selesai dalam waktu bakunya.",
    ),
    Pola(
        "sebagian",
        lambda f: 0 < f.tepat < f.diukur,
        "Tahun {tahun}, <b>{tepat} dari {diukur}</b> langkah yang diukur selesai dalam waktu bakunya.",
    ),
)
"""The steps of a year by their median: exactly one pattern speaks."""


@dataclass(frozen=True, slots=True)
class FaktaWaktu:
    """What is known of the time of one step."""

    baku: bool
    diukur: bool


WAKTU: Final[tuple[Pola[FaktaWaktu], ...]] = (
    Pola("lengkap", lambda f: f.baku and f.diukur, "baku {baku}, median <b>{menit}</b> dari {banyak} periode"),
    Pola("baku", lambda f: f.baku and not f.diukur, "baku {baku}, waktu nyata belum tercatat"),
    Pola("nyata", lambda f: not f.baku and f.diukur, "tanpa waktu baku, median <b>{menit}</b> dari {banyak} periode"),
    Pola("kosong", lambda f: not f.baku and not f.diukur, "tanpa waktu baku, waktu nyata belum tercatat"),
)
"""Standard and measured time of a step: exactly one pattern speaks."""


def proses(fakta: FaktaProses, tahun: int) -> Kalimat:
    """Returns the sentence about the steps of a year."""
    return Kalimat(pilih(PROSES, fakta).teks, {"diukur": fakta.diukur, "tepat": fakta.tepat, "tahun": tahun})


def waktu(fakta: FaktaWaktu, isian: Isian) -> Kalimat:
    """Returns the words about the time of a step."""
    return Kalimat(pilih(WAKTU, fakta).teks, isian)
