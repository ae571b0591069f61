"""A table of the open data: columns of the contract, raw rows, the first column its key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from sakipgen.domain.target import Target
from sakipgen.domain.tertulis import Tertulis
from sakipgen.rekap import Rekapitulasi, Rujukan
from sakipgen.rendering.kolom import Definisi, Kolom

Sel = str | int | bool | Decimal | date | None
"""A raw cell; None is a missing value and an empty cell."""
Baris = tuple[Sel, ...]
Pengisi = tuple[Definisi, Callable[[Rekapitulasi], Iterable[Baris]]]
"""A table of the contract and what fills it."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table and what fills it; the first column is the key and is called `id`."""

    nama: str
    judul: str
    uraian: str
    kolom: tuple[Kolom, ...]
    isi: Callable[[], Iterable[Baris]]

    @property
    def baris(self) -> tuple[Baris, ...]:
        return tuple(self.isi())


def fill(definisi: Definisi, rows: Callable[[Rekapitulasi], Iterable[Baris]], rekap: Rekapitulasi) -> Tabel:
    """Returns a table of the contract whose rows are made when they are asked for."""
    return Tabel(definisi.nama, definisi.judul, definisi.uraian, definisi.kolom, partial(rows, rekap))


def at(rujukan: Rujukan | None) -> tuple[str | None, int | None]:
    """Returns file and line as the last two cells of a row say them."""
    return (str(rujukan.berkas), rujukan.baris) if rujukan else (None, None)


def tertulis(bentuk: Target | Tertulis) -> str | None:
    """What was written where it was no number."""
    if bentuk.tanggal:
        return bentuk.tanggal.isoformat()
    if bentuk.terpenuhi is not None:
        return "ya" if bentuk.terpenuhi else "tidak"
    return bentuk.predikat or " ".join(bentuk.tahapan or ()) or None
