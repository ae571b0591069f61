"""The sentence about a year's policy; the grammar is that of `kalimat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.kalimat import Kalimat, Pola, pilih


@dataclass(frozen=True, slots=True)
class FaktaMetode:
    """Whether the year before is in the data, and in how many statements it differs."""

    ada_lalu: bool
    beda: int


METODE: Final[tuple[Pola[FaktaMetode], ...]] = (
    Pola(
        "pertama",
        lambda f: not f.ada_lalu,
        "Kinerja {tahun} diukur dengan aturan tahun {tahun}; aturan tahun sebelumnya tidak ada dalam data.",
    ),
    Pola(
        "sama",
        lambda f: f.ada_lalu and f.beda == 0,
        "Kinerja {tahun} diukur dengan aturan yang <b>sama</b> seperti tahun {lalu}.",
    ),
    Pola(
        "beda",
        lambda f: f.ada_lalu and f.beda > 0,
        "Kinerja {tahun} diukur dengan aturan tahun {tahun}; <b>{beda} hal</b> berbeda dari tahun {lalu}.",
    ),
)
"""How a year's policy stands to that of the year before: exactly one pattern speaks."""


def metode(fakta: FaktaMetode, tahun: int) -> Kalimat:
    """Returns the sentence about the policy of a year."""
    return Kalimat(pilih(METODE, fakta).teks, {"tahun": tahun, "lalu": tahun - 1, "beda": fakta.beda})
