"""Reads the tables of printed figures: text stays text, numbers are exact, and nothing is guessed."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.capaian import ukur_capaian
from sakipgen.measuring.rumus import Masukan
from sakipgen.rendering.cetak import angka
from tests.measuring.builder import metode

Baris = Mapping[str, str]

FOLDER: Final = Path(__file__).parent
RASIO: Final = (FormulaCapaian.NAIK, FormulaCapaian.TURUN_SELISIH, FormulaCapaian.TURUN_RASIO)
"""The formulas that compare one realisasi with one target."""
TANPA_BATAS: Final = metode(lantai=None, batas_agregat=None)
"""The policy of these reports: a negative capaian is kept, and nothing is cut off above."""


def baca(nama: str) -> tuple[Baris, ...]:
    """Returns the rows of a table."""
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def bilangan(baris: Baris, kolom: str) -> Decimal | None:
    """Returns the number of a cell; None of an empty one."""
    return Decimal(baris[kolom]) if baris[kolom] else None


def ukur(formula: FormulaCapaian, target: Decimal, realisasi: Decimal) -> Decimal:
    """Returns the capaian as the engine says it, unrounded and without floor and cap."""
    found = ukur_capaian(formula, Masukan(target, realisasi), TANPA_BATAS)
    assert found is not None
    assert found.mentah == found.capaian == found.agregat
    return found.capaian


def desimal(tercetak: str) -> int:
    """Returns how many decimals a printed percentage has, whichever mark it uses."""
    return len(polos(tercetak).partition(",")[2])


def polos(tercetak: str) -> str:
    """Returns a printed percentage without its sign, with a decimal comma; none of them has thousands dots."""
    return tercetak.strip(" %").replace(".", ",")


def cetak(nilai: Decimal, angka_desimal: int) -> str:
    """Returns a percentage as the site prints it, without the thousands dots that the reports leave out."""
    return angka(nilai, angka_desimal).replace(".", "")
