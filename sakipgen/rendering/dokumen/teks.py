"""Short ways to lines of text and cells, from what papers say most."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from sakipgen.rendering.cetak import alinea
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kalimat, Lari, Medan, Paragraf, Rata, Sel

_T = TypeVar("_T")
_SEBARIS: Final = 36
"""About so many letters are on a line of a cell."""
KOSONG: Final = "–"
"""What a cell says where there is nothing to say."""
KOTAK: Final = "□"
"""A box to be ticked by hand."""
KOTAK_ISI: Final = "■"
"""One that is ticked."""
CENTANG: Final = "√"
"""The tick in a column of its own; the font of papers has no other."""


def kalimat(isi: object, *, tebal: bool = False, miring: bool = False, belum: bool = False) -> Kalimat:
    """Returns a value's printed form as one line of text."""
    return (Lari(str(isi), tebal=tebal, miring=miring, belum=belum),)


def polos(isi: Kalimat) -> str:
    """Returns the letters of a line of text."""
    return "".join(lari.teks for lari in isi)


def kapital(teks: str) -> str:
    """Returns a text as the beginning of a sentence."""
    return teks[:1].upper() + teks[1:]


def paragraf(teks: str) -> tuple[Paragraf, ...]:
    """Returns a long text as paragraphs; its letters are only text."""
    return tuple(Paragraf(kalimat(part)) for part in alinea(teks))


def medan(*baris: tuple[str, object], garis: bool = False) -> Medan:
    """Returns names with what they say, as a template writes them; what is None is left out."""
    return Medan(tuple((name, kalimat(told)) for name, told in baris if told is not None), garis)


def sel(isi: object = "", *, rata: Rata | None = None, lebar: int = 1, tinggi: int = 1, tebal: bool = False) -> Sel:
    """Returns a cell: of a long text every paragraph is a line of its own, of nothing a dash."""
    lines = isi.splitlines() if isinstance(isi, str) and "\n" in isi else [str(KOSONG if isi is None else isi)]
    return Sel(tuple(kalimat(line, tebal=tebal) for line in lines), rata=rata, lebar=lebar, tinggi=tinggi)


def sel_panjang(*bagian: tuple[str, str | None]) -> Sel:
    """Returns a cell of named long texts, each name bold before its first paragraph; a dash if there is none."""
    lines: list[Kalimat] = []
    for name, text in bagian:
        parts = alinea(text) if text else ()
        for n, part in enumerate(parts):
            head = (Lari(f"{name}: ", tebal=True),) if name and n == 0 else ()
            lines.append((*head, Lari(part)))
    return Sel(tuple(lines) or (kalimat(KOSONG),))


def baris(*isi: object, jenis: JenisBaris = JenisBaris.ISI) -> Baris:
    """Returns a row; what is no cell yet becomes one."""
    return Baris(tuple(one if isinstance(one, Sel) else sel(one) for one in isi), jenis)


def potongan(rows: Sequence[_T], huruf: Callable[[_T], int], muat: int) -> Iterator[tuple[bool, Sequence[_T]]]:
    """Yields rows that stand beside one cell in parts, with whether each goes on with the one before.

    A part has about so many letters, by the longest cell of each row, so that it fits on a page.
    """
    start, filled = 0, 0
    for n, row in enumerate(rows):
        need = max(huruf(row), _SEBARIS)
        if n > start and filled + need > muat:
            yield start > 0, rows[start:n]
            start, filled = n, 0
        filled += need
    if rows:
        yield start > 0, rows[start:]


def kelompok(teks: str, lebar: int) -> Baris:
    """Returns the row that names the group below, over so many columns."""
    return Baris((sel(teks, lebar=lebar),), JenisBaris.KELOMPOK)


def kepala(*baris: Iterable[object]) -> tuple[tuple[Sel, ...], ...]:
    """Returns the rows of a head, each cell in the middle."""
    return tuple(tuple(one if isinstance(one, Sel) else sel(one, rata=Rata.TENGAH) for one in row) for row in baris)
