"""LKjIP for the tests: made of the example or of a few words, and its printed figures read back as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from sakipgen.rekap import RekapTahun
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, JenisBaris, Judul, Paragraf, Tabel
from sakipgen.rendering.dokumen.lkjip import JENIS
from sakipgen.rendering.dokumen.teks import polos
from tests.measuring.builder import Susunan
from tests.rendering.dokumen.contoh_bahan import bahan, buat, rekap_contoh, rekap_kecil, tabel, tahun

(LKJIP,) = JENIS
_ANGKA: Final = re.compile(r"[+−-]?[0-9.]+(?:,[0-9]+)?")
KOSONG: Final = {"", "–"}


def satu(of: Bahan, which: int) -> Dokumen:
    (paper,) = buat(LKJIP, of, which).values()
    return paper


@cache
def contoh(which: int, hari: str | None = None) -> tuple[Dokumen, RekapTahun]:
    """The LKjIP of a year of the example, and what it tells of."""
    rekap = rekap_contoh(hari)
    return satu(bahan(rekap), which), tahun(rekap, which)


def kecil(susunan: Susunan, hari: str = "2025-02-14") -> Dokumen:
    return satu(bahan(rekap_kecil(susunan, hari)), susunan.tahun)


def baca(teks: str) -> Decimal | None:
    """The number that an Indonesian text prints; None of a dash."""
    if teks in KOSONG:
        return None
    match = _ANGKA.match(teks)
    assert match, teks
    return Decimal(match[0].replace(".", "").replace(",", ".").replace("−", "-"))


def sama(teks: str, mentah: Decimal | None) -> bool:
    """Whether a text prints a raw figure, rounded half up once to the digits that it has."""
    found = baca(teks)
    if found is None or mentah is None:
        return found is mentah
    digits = Decimal(1).scaleb(int(found.as_tuple().exponent))
    return found == mentah.quantize(digits, rounding=ROUND_HALF_UP)


def bernama(paper: Dokumen, awal: str) -> list[Tabel]:
    """The tables whose title begins so."""
    return [found for found in tabel(paper) if found.judul.startswith(awal)]


def sel(row: Baris) -> list[str]:
    """The text of the cells, one for each column: of a wide cell the others are empty."""
    texts: list[str] = []
    for cell in row.sel:
        texts += ["\n".join(map(polos, cell.isi)), *[""] * (cell.lebar - 1)]
    return texts


def isi(found: Tabel, jenis: JenisBaris = JenisBaris.ISI) -> Iterator[list[str]]:
    return (sel(row) for row in found.baris if row.jenis is jenis)


def jumlah(found: Tabel) -> list[list[str]]:
    return list(isi(found, JenisBaris.JUMLAH))


def judul(paper: Dokumen, tingkat: int) -> list[str]:
    """The headings of a level with their numbers."""
    return [
        f"{blok.nomor} {polos(blok.isi)}".strip()
        for blok in paper.blok
        if isinstance(blok, Judul) and blok.tingkat == tingkat
    ]


def alinea(paper: Dokumen) -> list[str]:
    return [polos(blok.isi) for blok in paper.blok if isinstance(blok, Paragraf)]


def bagian(paper: Dokumen, nama: str) -> Sequence[object]:
    """The blocks below a heading, up to the next one of its level or above."""
    blocks = list(paper.blok)
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Judul) and polos(b.isi) == nama)
    level = blocks[start]
    assert isinstance(level, Judul)
    rest = blocks[start + 1 :]
    end = next((n for n, b in enumerate(rest) if isinstance(b, Judul) and b.tingkat <= level.tingkat), len(rest))
    return rest[:end]
