"""Sentences about programs and their money; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.kalimat import Isian, Kalimat, Pola, pilih, tambahan


@dataclass(frozen=True, slots=True)
class FaktaProgram:
    """What the sentences about programs look at."""

    program: int = 1
    """How many programs there are."""
    serapan: bool = False
    """Whether money was reported."""
    pagu: bool = True
    """Whether there is any money to spend."""
    dari: int = 0
    """Own indikator; of several programs, the programs."""
    ada: int = 0
    """Those that are measured; of several programs, those with a capaian."""
    beda_waktu: bool = False
    """Whether money and performance are of different days."""
    berjalan: bool = False
    """Whether the year has not ended."""

    @property
    def terukur(self) -> bool:
        return 0 < self.ada == self.dari


DITUNDA: Final = "Capaian dan anggaran dibandingkan sesudah tahun berakhir."
"""What stands where a comparison would, until the year has ended."""

PROGRAM: Final[tuple[Pola[FaktaProgram], ...]] = (
    Pola(
        "lengkap",
        lambda f: f.serapan and f.terukur,
        "{waktu}, program ini memakai <b>{serapan}</b> anggaran dan mencapai <b>{capaian}</b> target kinerja.",
    ),
    Pola(
        "tanpa_indikator",
        lambda f: f.serapan and f.dari == 0,
        "{waktu}, program ini memakai <b>{serapan}</b> anggaran; kinerjanya tidak diukur tersendiri.",
    ),
    Pola(
        "belum_terukur",
        lambda f: f.serapan and f.dari > 0 and f.ada == 0,
        "{waktu}, program ini memakai <b>{serapan}</b> anggaran; kinerjanya belum terukur.",
    ),
    Pola(
        "sebagian",
        lambda f: f.serapan and 0 < f.ada < f.dari,
        "{waktu}, program ini memakai <b>{serapan}</b> anggaran; baru {ada} dari {dari} indikatornya terukur.",
    ),
    Pola(
        "tanpa_uang",
        lambda f: not f.serapan and f.pagu and f.terukur,
        "{waktu}, program ini mencapai <b>{capaian}</b> target kinerja; realisasi anggarannya belum dilaporkan.",
    ),
    Pola(
        "tanpa_keduanya",
        lambda f: not f.serapan and f.pagu and not f.terukur,
        "{waktu}, realisasi anggaran dan kinerja program ini belum lengkap dilaporkan.",
    ),
    Pola(
        "tanpa_pagu",
        lambda f: not f.pagu and f.terukur,
        "{waktu}, program ini mencapai <b>{capaian}</b> target kinerja tanpa pagu anggaran.",
    ),
    Pola(
        "tanpa_pagu_dan_kinerja",
        lambda f: not f.pagu and not f.terukur,
        "{waktu}, program ini tidak punya pagu anggaran, dan kinerjanya belum lengkap terukur.",
    ),
)
"""One program: exactly one pattern speaks."""

SEMUA: Final[tuple[Pola[FaktaProgram], ...]] = (
    Pola("kosong", lambda f: f.program == 0, "Belum ada program dan pagu dalam data ini."),
    Pola(
        "ada",
        lambda f: f.program > 0 and f.serapan,
        "{waktu}, {program} program memakai <b>{serapan}</b> anggaran: {realisasi} dari {pagu}.",
    ),
    Pola(
        "tanpa_realisasi",
        lambda f: f.program > 0 and not f.serapan and f.pagu,
        "{waktu}, {program} program punya pagu {pagu}; realisasinya belum dilaporkan.",
    ),
    Pola(
        "tanpa_pagu",
        lambda f: f.program > 0 and not f.pagu,
        "{waktu}, {program} program tidak punya pagu anggaran.",
    ),
)
"""All programs of a year: exactly one pattern speaks."""

TERUKUR: Final[tuple[Pola[FaktaProgram], ...]] = (
    Pola(
        "semua",
        lambda f: f.program > 0 and f.terukur,
        "Kinerja semua program sudah terukur.",
    ),
    Pola(
        "sebagian",
        lambda f: f.program > 0 and 0 < f.ada < f.dari,
        "Kinerja {ada} dari {dari} program sudah terukur lengkap.",
    ),
    Pola(
        "nihil",
        lambda f: f.program > 0 and f.ada == 0,
        "Kinerja program belum terukur lengkap.",
    ),
)
"""How much of their performance is known: exactly one pattern speaks where there is a program."""

PERINGATAN: Final[tuple[Pola[FaktaProgram], ...]] = (
    Pola(
        "beda_waktu",
        lambda f: f.beda_waktu,
        "Data anggaran sampai {uang_sampai}, kinerja sampai {kinerja_sampai}: jangan dibandingkan langsung.",
    ),
    Pola(
        "berjalan",
        lambda f: f.berjalan and f.serapan and f.ada > 0,
        f"Serapan dihitung dari pagu setahun, capaian dari target sampai sekarang. {DITUNDA}",
    ),
)
"""What a reader must know before comparing both: every pattern that speaks is added."""


def program(fakta: FaktaProgram, isian: Isian) -> tuple[Kalimat, ...]:
    """Returns the verdict on one program, and what to beware of."""
    return (Kalimat(pilih(PROGRAM, fakta).teks, isian), *tambahan(PERINGATAN, fakta, isian))


def semua(fakta: FaktaProgram, isian: Isian) -> tuple[Kalimat, ...]:
    """Returns the verdict on all programs, how many are measured, and what to beware of."""
    return (Kalimat(pilih(SEMUA, fakta).teks, isian), *tambahan((*TERUKUR, *PERINGATAN), fakta, isian))
