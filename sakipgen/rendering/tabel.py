"""A table of the open data: columns of the contract, raw rows, the first column its key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakipgen.rekap import Rujukan
from sakipgen.rendering.kolom import Definisi, Kolom

Sel = str | int | bool | Decimal | date | None
"""A raw cell; None is a missing value and an empty cell."""
Baris = tuple[Sel, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table with its rows; the first column is the key and is called `id`."""

    nama: str
    judul: str
    uraian: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]


def fill(definisi: Definisi, rows: Iterable[Baris]) -> Tabel:
    """Returns a table of the contract with its rows."""
    return Tabel(definisi.nama, definisi.judul, definisi.uraian, definisi.kolom, tuple(rows))


def at(rujukan: Rujukan | None) -> tuple[str | None, int | None]:
    """Returns file and line as the last two cells of a row say them."""
    return (str(rujukan.berkas), rujukan.baris) if rujukan else (None, None)
