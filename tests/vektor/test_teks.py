"""Printed numbers typed into YAML as they stand: read as what they mean, or refused; never read as another number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import pytest
from pydantic_core import PydanticCustomError

from sakipgen.checking.isian import angka_tidak_ambigu
from sakipgen.domain.angka import parse_angka
from tests.checking.helpers import places
from tests.measuring.builder import Susunan
from tests.vektor.baca import baca, bilangan

COLUMNS: Final = {
    "capaian": ("target", "realisasi", "capaian"),
    "anggaran": ("pagu", "realisasi", "persen"),
}
RIBUAN: Final = {"V136"}
"""`401.453` is a number of YAML and a thousand times too small: only the kamus can tell, so a rule asks."""


def printed() -> Iterator[tuple[str, str, Decimal]]:
    """Kode, text and meaning of every printed number that has one."""
    for name, columns in COLUMNS.items():
        for row in baca(name):
            for column in columns:
                number = bilangan(row, column)
                if number is not None:
                    yield row["id"], row[f"{column}_tercetak"], number


def test_no_printed_text_is_read_as_another_number() -> None:
    read, refused, wrong, helpless = 0, 0, set(), set()
    for kode, text, number in printed():
        try:
            found = parse_angka(text)
        except PydanticCustomError as error:
            refused += 1
            cure = re.search(r"tulis `([^`]*)`", error.message())
            if cure is None:
                helpless.add(kode)
            else:
                assert Decimal(cure[1]) == number, (kode, text)
            continue
        read += 1
        if found != number:
            wrong.add(kode)
    assert (wrong, helpless) == (RIBUAN, set())
    assert (read, refused) == (526, 279)


@pytest.mark.parametrize(("desimal", "asked"), [("0", True), ("2", True), ("3", False)])
def test_what_only_the_kamus_can_tell_is_asked(desimal: str, asked: bool) -> None:
    (row,) = (row for row in baca("capaian") if row["id"] in RIBUAN)
    data = Susunan().ukur("A", desimal=desimal).janji("A", row["target_tercetak"])
    data.lapor("A", "TW1", row["realisasi_tercetak"])
    found = places(angka_tidak_ambigu, data.dataset())
    assert len(found) == (2 if asked else 0), found
