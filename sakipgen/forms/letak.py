"""Where everything stands on the sheet: the key of every row, and the cell of every input."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from sakipgen.forms.isian import KALIMAT, SLOT_BUKTI, Kolom, baris_utama
from sakipgen.forms.susun import Formulir, Kartu

LEMBAR: Final = "Formulir"
PETUNJUK: Final = "Petunjuk"
TERSEMBUNYI: Final = "_sakipgen"
"""The sheet that nobody sees: what the form said when it was made, and the words to choose from."""
PENANDA: Final = "#kunci"
"""Where the key row and the key column cross."""
KOLOM: Final = tuple(Kolom)
"""The columns behind the key column."""
BARIS_KUNCI: Final = 0
BARIS_KOP: Final = 1
HURUF: Final[Mapping[Kolom, str]] = {kolom: chr(ord("B") + n) for n, kolom in enumerate(KOLOM)}


class Letak(NamedTuple):
    """The rows of a form, counted from 0."""

    kepala: int
    """The line that says unit, period and how much is filled in, repeated on every page."""
    baris: Mapping[str, int]
    """By the key of the row."""
    akhir: int
    """The first row below the last card."""

    def sel(self, baris: str, kolom: Kolom) -> str:
        """Returns the address of a cell, to be used in formulas."""
        return f"${HURUF[kolom]}${self.baris[baris] + 1}"


def susun_letak(formulir: Formulir) -> Letak:
    """Returns where the cards of a form stand."""
    head = BARIS_KOP + len(formulir.kop) + 1
    first = head + 2
    keys = [key for card in formulir.kartu for key in baris_kartu(card)]
    return Letak(head, {key: first + n for n, key in enumerate(keys)}, first + len(keys))


def baris_kartu(kartu: Kartu) -> Iterator[str]:
    """Yields the keys of the rows of one indikator, in their order."""
    kode = kartu.kode
    yield f"{kode}:judul"
    yield baris_utama(kode)
    yield f"{kode}:cara"
    seen = {baris_utama(kode)}
    for cell in kartu.isian:
        part = cell.medan.partition(".")[0]
        if cell.baris not in seen and part not in {"status", "sementara", "bukti", *KALIMAT}:
            seen.add(cell.baris)
            yield cell.baris
    yield f"{kode}:status"
    yield from (f"{kode}:{name}" for name in KALIMAT)
    yield f"{kode}:bukti"
    yield from (f"{kode}:bukti.{n}" for n in range(SLOT_BUKTI))
    yield f"{kode}:jeda"
