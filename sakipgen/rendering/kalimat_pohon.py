"""Sentences about a pohon kinerja; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from sakipgen.rendering.kalimat import Kalimat, Pola, pilih


@dataclass(frozen=True, slots=True)
class FaktaPohon:
    """How many nodes of each level there are, and how many of all need somebody else."""

    tujuan: int
    sasaran: int
    kondisi: int
    program: int
    kegiatan: int
    bersama: int
    """Nodes with crosscutting."""


SUSUNAN: Final[tuple[Pola[FaktaPohon], ...]] = (
    Pola(
        "tanpa_program",
        lambda f: f.program == 0,
        "<b>{tujuan} tujuan</b> ditopang <b>{sasaran} sasaran</b>; program yang mewujudkannya belum ada.",
    ),
    Pola(
        "langsung",
        lambda f: f.program > 0 and f.kondisi == 0,
        "<b>{tujuan} tujuan</b> ditopang <b>{sasaran} sasaran</b>, diwujudkan oleh {program} program dan "
        "{kegiatan} kegiatan.",
    ),
    Pola(
        "berkondisi",
        lambda f: f.program > 0 and f.kondisi > 0,
        "<b>{tujuan} tujuan</b> ditopang <b>{sasaran} sasaran</b> melalui <b>{kondisi} kondisi antara</b>, diwujudkan "
        "oleh {program} program dan {kegiatan} kegiatan.",
    ),
)
"""What the tree is made of: exactly one pattern speaks."""

BERSAMA: Final[tuple[Pola[FaktaPohon], ...]] = (
    Pola("sendiri", lambda f: f.bersama == 0, "Belum dicatat siapa lain yang diperlukan."),
    Pola("bersama", lambda f: f.bersama > 0, "{bersama} simpul memerlukan unit atau perangkat daerah lain."),
)
"""Who else is needed: exactly one pattern speaks."""


def pohon(fakta: FaktaPohon) -> tuple[Kalimat, ...]:
    """Returns the sentences about a tree."""
    isian = asdict(fakta)
    return tuple(Kalimat(pilih(grammar, fakta).teks, isian) for grammar in (SUSUNAN, BERSAMA))
