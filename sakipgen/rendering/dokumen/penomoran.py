"""Numbers of headings, tables and pictures, and the contents that list them: given out once, for every format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final

from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Blok,
    DaftarIsi,
    Entri,
    Gambar,
    JenisDaftarIsi,
    Judul,
    Tabel,
)
from sakipgen.rendering.dokumen.teks import polos

_ROMAWI: Final = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
TINGKAT_DAFTAR: Final = 3
"""Headings down to this level are in the table of contents."""


class Penomoran(StrEnum):
    """How headings are numbered."""

    BAB = "bab"
    """BAB I, 1.1, 1.1.1; tables by Bab: Tabel 1.1."""
    HURUF = "huruf"
    """A., 1., a. from the second level down, for the first begins a page; tables throughout: Tabel 1."""
    TANPA = "tanpa"


def romawi(angka: int) -> str:
    """Returns a number from 1 to 39 in Roman letters."""
    found = ""
    for value, letters in _ROMAWI:
        while angka >= value:
            found, angka = found + letters, angka - value
    return found


def nomori(bagian: tuple[Bagian, ...], cara: Penomoran) -> tuple[Bagian, ...]:
    """Returns the same parts with numbers and ids, and with every table of contents filled."""
    giver = _Pemberi(cara)
    numbered = tuple(replace(part, isi=tuple(map(giver.beri, part.isi))) for part in bagian)
    entries = {kind: tuple(_entri(numbered, kind)) for kind in JenisDaftarIsi}
    return tuple(
        replace(
            part,
            isi=tuple(replace(b, entri=entries[b.jenis]) if isinstance(b, DaftarIsi) else b for b in part.isi),
        )
        for part in numbered
    )


class _Pemberi:
    """Counts as it goes."""

    def __init__(self, cara: Penomoran) -> None:
        self._cara = cara
        self._tingkat = [0] * 5
        self._awalan = ""
        """Of tables and pictures: the Bab, or the initials of a part without a number."""
        self._benda: Counter[tuple[str, str]] = Counter()
        self._judul = 0

    def beri(self, blok: Blok) -> Blok:
        match blok:
            case Judul():
                return self._beri_judul(blok)
            case Tabel() if blok.judul:
                nomor = self._nomor_benda("Tabel")
                return replace(blok, nomor=nomor, id=_id(nomor))
            case Gambar() if blok.judul:
                nomor = self._nomor_benda("Gambar")
                return replace(blok, nomor=nomor, id=_id(nomor))
            case _:
                return blok

    def _beri_judul(self, judul: Judul) -> Judul:
        self._judul += 1
        found = replace(judul, id=f"j{self._judul}" if judul.tingkat <= TINGKAT_DAFTAR else "")
        counted = judul.bernomor and self._cara is not Penomoran.TANPA
        if counted:
            self._tingkat[judul.tingkat] += 1
            self._tingkat[judul.tingkat + 1 :] = [0] * (len(self._tingkat) - judul.tingkat - 1)
            found = replace(found, nomor=self._nomor_judul(judul.tingkat))
        if judul.tingkat == 1 and self._cara is Penomoran.BAB:
            self._awalan = f"{self._tingkat[1]}" if counted else _inisial(polos(judul.isi))
        return found

    def _nomor_judul(self, tingkat: int) -> str:
        n = self._tingkat[tingkat]
        if self._cara is Penomoran.BAB:
            return f"BAB {romawi(n)}" if tingkat == 1 else ".".join(map(str, self._tingkat[1 : tingkat + 1]))
        return {1: "", 2: f"{chr(64 + n)}.", 3: f"{n}."}.get(tingkat, f"{chr(96 + n)}.")

    def _nomor_benda(self, kata: str) -> str:
        self._benda[kata, self._awalan] += 1
        n = self._benda[kata, self._awalan]
        return f"{kata} {self._awalan}.{n}" if self._awalan else f"{kata} {n}"


def _inisial(judul: str) -> str:
    """`IE` of Ikhtisar Eksekutif, `L2` of Lampiran 2."""
    if match := re.match(r"Lampiran\s*([0-9]*)", judul, re.IGNORECASE):
        return f"L{match[1]}"
    return "".join(word[0] for word in judul.split() if word[:1].isalpha()).upper()


def _id(nomor: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", nomor.lower())


def _entri(bagian: tuple[Bagian, ...], jenis: JenisDaftarIsi) -> Iterator[Entri]:
    for part in bagian:
        for blok in part.isi:
            match blok:
                case Judul() if jenis is JenisDaftarIsi.ISI and blok.id:
                    yield Entri(blok.tingkat, blok.nomor, polos(blok.isi), blok.id)
                case Tabel() if jenis is JenisDaftarIsi.TABEL and blok.nomor:
                    yield Entri(1, blok.nomor, blok.judul, blok.id)
                case Gambar() if jenis is JenisDaftarIsi.GAMBAR and blok.nomor:
                    yield Entri(1, blok.nomor, blok.judul, blok.id)
                case _:
                    pass
