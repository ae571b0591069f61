"""How a value is printed for Indonesian readers: numbers, rupiah, dates, and a figure that names its row in the data.

The only place of the site that rounds, each time from the raw value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from markupsafe import Markup, escape

from sakipgen.domain.waktu import BULAN
from sakipgen.measuring.hitung import bagi, round_half_up
from sakipgen.rendering.datajson import plain

MINUS: Final = "−"
RP: Final = "Rp"
_SATUAN_RINGKAS: Final = (
    (Decimal(1_000_000_000_000), "triliun"),
    (Decimal(1_000_000_000), "miliar"),
    (Decimal(1_000_000), "juta"),
)
_DESIMAL_RINGKAS: Final = 2
_KIBI: Final = 1024
DESIMAL_LENGKAP: Final = 10
"""So many decimals of a raw figure are told; the open data has all of them."""


def aman(nilai: object) -> Markup:
    """The same as `escape`, sooner where a part is finished already or a page says what others said before it."""
    kind = type(nilai)
    if kind is Markup:
        return nilai  # type: ignore[return-value] # its type says so
    return _teks(nilai) if kind is str else escape(nilai)


@lru_cache(maxsize=4096)
def _teks(teks: str) -> Markup:
    return escape(teks)


@lru_cache(maxsize=8192)
def angka(nilai: Decimal | int, desimal: int) -> str:
    """Returns the number with a fixed count of decimals: `1.234,50`, `−2,50`; what rounds to zero has no sign."""
    rounded = round_half_up(Decimal(nilai), desimal)
    text = f"{rounded.copy_abs():,f}".translate(_TUKAR)
    return f"{MINUS}{text}" if rounded < 0 else text


_TUKAR: Final = str.maketrans(",.", ".,")


def ringkas(nilai: Decimal | int, desimal: int) -> str:
    """Returns the number as prose writes it, without zeros at the end of its decimals: `60`, `92,5`."""
    text = angka(nilai, desimal)
    return text.rstrip("0").rstrip(",") if "," in text else text


def persen(nilai: Decimal | int, desimal: int = 2) -> str:
    return f"{angka(nilai, desimal)}%"


def berawalan(awalan: str, teks: str) -> tuple[str, str]:
    """Parts a printed number from what stands before it; its minus stands before both: («−Rp», «5.000»)."""
    bare = teks.removeprefix(MINUS)
    return (awalan if bare == teks else f"{MINUS}{awalan}"), bare


def rupiah(nilai: Decimal | int, desimal: int = 0) -> str:
    """Returns an amount in full: `Rp5.000.000`, `−Rp5.000.000`."""
    return "".join(berawalan(RP, angka(nilai, desimal)))


def _skala_rupiah(nilai: Decimal) -> tuple[str, str]:
    """Number and word of a large amount: («8,84», « miliar»); below a million the whole number and no word."""
    for unit, word in _SATUAN_RINGKAS:
        if nilai.copy_abs() >= unit:
            return angka(bagi(nilai, unit), _DESIMAL_RINGKAS), f" {word}"
    return angka(nilai, 0), ""


def rupiah_ringkas(nilai: Decimal | int) -> str:
    """Returns a large amount in words: `Rp8,84 miliar`."""
    text, word = _skala_rupiah(Decimal(nilai))
    return "".join((*berawalan(RP, text), word))


def tanggal(hari: date) -> str:
    """Returns the day in words: `14 Oktober 2026`."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


HARI: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def hari_tanggal(hari: date) -> str:
    """Returns the day with its weekday: `Rabu, 14 Oktober 2026`."""
    return f"{HARI[hari.weekday()]}, {tanggal(hari)}"


def hari_bulan(hari: date) -> str:
    """Returns the day without its year, its month shortened: `14 Okt`."""
    return f"{hari.day} {BULAN[hari.month - 1][:3]}"


def waktu(hari: date) -> Markup:
    """Returns the day in words inside `<time>`."""
    return Hari(hari).__html__()


@dataclass(frozen=True, slots=True)
class Hari:
    """A day in a sentence: plain words where the sentence is only text, `<time>` on a page."""

    hari: date
    pendek: bool = False
    """Whether its month is shortened: `14 Okt 2026`."""

    def __str__(self) -> str:
        return f"{hari_bulan(self.hari)} {self.hari.year}" if self.pendek else tanggal(self.hari)

    def __html__(self) -> Markup:
        return Markup(f'<time datetime="{self.hari.isoformat()}">{self}</time>')  # noqa: S704 - numbers and months


def ukuran(bita: int) -> str:
    """Returns the size of a file: `812 B`, `18,0 kB`, `1,2 MB`."""
    if bita < _KIBI:
        return f"{bita} B"
    kilo = bagi(Decimal(bita), Decimal(_KIBI))
    if kilo < _KIBI:
        return f"{angka(kilo, 1)} kB"
    return f"{angka(bagi(kilo, Decimal(_KIBI)), 1)} MB"


def alinea(teks: str) -> tuple[str, ...]:
    """Returns the paragraphs of a long text, which are parted at blank lines."""
    parts = (" ".join(part.split()) for part in _JEDA.split(teks))
    return tuple(part for part in parts if part)


def paragraf(teks: str) -> Markup:
    """Returns a long text as paragraphs; its letters are only text."""
    return Markup("".join(f"<p>{escape(part)}</p>\n" for part in alinea(teks)))  # noqa: S704 - escaped


_JEDA: Final = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Angka:
    """A published figure: its raw value, the cell of the open data that says it, and its printed form."""

    nilai: Decimal
    rujukan: str
    """`tabel/kunci/kolom` of the open data."""
    teks: str
    """Digits, or words from data: the milestones of a target, a predikat."""
    awalan: str = ""
    akhiran: str = ""

    def __str__(self) -> str:
        return f"{self.awalan}{self.teks}{self.akhiran}"

    def __html__(self) -> Markup:
        return Markup(  # noqa: S704 - escaped part by part
            f'{aman(self.awalan)}<data value="{plain(self.nilai)}" data-ref="{aman(self.rujukan)}">'
            f"{escape(self.teks)}</data>{aman(self.akhiran)}"
        )


def angka_lengkap(nilai: Decimal, rujukan: str, akhiran: str = "") -> Angka:
    """Returns a figure as a calculation needs it: with so many decimals that a calculator comes to the same."""
    return Angka(nilai, rujukan, ringkas(nilai, DESIMAL_LENGKAP), akhiran=akhiran)


def angka_persen(nilai: Decimal, rujukan: str) -> Angka:
    """Returns a figure in percent with two decimals."""
    return Angka(nilai, rujukan, angka(nilai, 2), akhiran="%")


def angka_rupiah(nilai: Decimal, rujukan: str) -> Angka:
    """Returns an amount in full."""
    before, text = berawalan(RP, angka(nilai, 0))
    return Angka(nilai, rujukan, text, awalan=before)


def angka_rupiah_ringkas(nilai: Decimal, rujukan: str) -> Angka:
    """Returns a large amount in words."""
    text, word = _skala_rupiah(nilai)
    before, bare = berawalan(RP, text)
    return Angka(nilai, rujukan, bare, awalan=before, akhiran=word)
