"""Sentences about what changed over time; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.cetak import angka
from sakipgen.rendering.kalimat import Kalimat, Pola, pilih, tambahan


@dataclass(frozen=True, slots=True)
class FaktaRiwayat:
    """What happened since the first day of a year, and how much of the history is known."""

    terbaca: bool
    baru: int = 0
    perbaikan: int = 0
    """Every other change of a figure or a target."""
    koreksi: int = 0
    tanpa_koreksi: int = 0
    lengkap: bool = True
    peragaan: bool = False


RIWAYAT: Final[tuple[Pola[FaktaRiwayat], ...]] = (
    Pola("tak_terbaca", lambda f: not f.terbaca, "Riwayat perubahan tidak terbaca saat situs ini dibangun."),
    Pola(
        "kosong",
        lambda f: f.terbaca and f.baru == f.perbaikan == 0,
        "Sejak 1 Januari {tahun} <b>belum ada</b> angka yang diisi atau diubah.",
    ),
    Pola(
        "isian",
        lambda f: f.terbaca and f.baru > 0 and f.perbaikan == 0,
        "Sejak 1 Januari {tahun} ada <b>{baru} isian baru</b>; belum ada yang diubah.",
    ),
    Pola(
        "perubahan",
        lambda f: f.terbaca and f.baru == 0 and f.perbaikan > 0,
        "Sejak 1 Januari {tahun} ada <b>{perbaikan} perubahan</b> dan tidak ada isian baru.",
    ),
    Pola(
        "keduanya",
        lambda f: f.terbaca and f.baru > 0 and f.perbaikan > 0,
        "Sejak 1 Januari {tahun} ada <b>{baru} isian baru</b> dan <b>{perbaikan} perubahan</b>.",
    ),
)
"""The changes of a year: exactly one pattern speaks."""

SESUDAH: Final[tuple[Pola[FaktaRiwayat], ...]] = (
    Pola(
        "koreksi", lambda f: f.koreksi > 0, "Pada {tahun} <b>{koreksi}</b> angka dikoreksi sesudah periodenya ditutup."
    ),
    Pola("nihil", lambda f: f.koreksi == 0, "Pada {tahun} tidak ada angka yang dikoreksi sesudah periodenya ditutup."),
    Pola(
        "tanpa_koreksi",
        lambda f: f.tanpa_koreksi > 0,
        "<b>{tanpa_koreksi}</b> angka berubah sesudah ditutup tanpa catatan koreksi.",
    ),
    Pola(
        "dangkal",
        lambda f: f.terbaca and not f.lengkap,
        "Riwayat yang lebih lama tidak ikut terbaca, sebab situs dibangun dari salinan sebagian.",
    ),
    Pola(
        "peragaan",
        lambda f: f.terbaca and f.peragaan,
        "Ini riwayat penyusunan data contoh, bukan riwayat pelaporan yang sebenarnya.",
    ),
)
"""What is added: every pattern that speaks."""


def riwayat(fakta: FaktaRiwayat, tahun: int) -> tuple[Kalimat, ...]:
    """Returns the sentences about the changes of a year."""
    isian = {
        "tahun": tahun,
        "baru": angka(fakta.baru, 0),
        "perbaikan": angka(fakta.perbaikan, 0),
        "koreksi": angka(fakta.koreksi, 0),
        "tanpa_koreksi": angka(fakta.tanpa_koreksi, 0),
    }
    return (Kalimat(pilih(RIWAYAT, fakta).teks, isian), *tambahan(SESUDAH, fakta, isian))
