"""Swim lanes: the steps of a procedure from top to bottom, each in the lane of who does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from markupsafe import Markup

from sakipgen.measuring.hitung import SERATUS, bagi
from sakipgen.rendering.charts.situs import Judul, bingkai, tulis
from sakipgen.rendering.charts.unsur import bulat

_KEPALA: Final = 40
_TINGGI: Final = 46
_SELA: Final = 18
_ISI: Final = Decimal("0.94")
"""The part of a lane that a box fills."""


@dataclass(frozen=True, slots=True)
class Kotak:
    """A step: its number, the lane it stands in from 0, and the paper it makes in at most two words."""

    nomor: str
    jalur: int
    naskah: str
    keputusan: bool


def jalur(judul: Judul, nama: Sequence[str], kotak: Sequence[Kotak]) -> Markup:
    """Returns the lanes with their names, the boxes, and the way from each to the next."""
    width = bagi(SERATUS, Decimal(len(nama)))
    bottom = _KEPALA + len(kotak) * (_TINGGI + _SELA)
    parts: list[str] = []
    for number, name in enumerate(nama):
        if number:
            x = bulat(width * number)
            parts.append(f'<line class="kisi" x1="{x}%" x2="{x}%" y1="0" y2="{bottom}"/>')
        parts += _baris(_tengah(width, number), 14, name, "tengah tebal kecil")
    for (row, one), (_, other) in pairwise(enumerate(kotak)):
        parts += _panah(row, _tengah(width, one.jalur), _tengah(width, other.jalur))
    for row, step in enumerate(kotak):
        parts += _kotak(width, row, step)
    return bingkai(judul, bottom, parts)


def _tengah(width: Decimal, lane: int) -> str:
    return f"{bulat(width * lane + bagi(width, Decimal(2)))}%"


def _atas(row: int) -> int:
    return _KEPALA + row * (_TINGGI + _SELA)


def _baris(x: str, y: int, teks: str, kelas: str) -> Iterator[str]:
    """A text of one line for each of its words but short ones, which stay with the word before."""
    lines: list[str] = []
    for word in teks.split():
        if lines and (len(word) <= 3 or len(lines[-1]) <= 3):
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    for number, line in enumerate(lines):
        yield tulis(x, y + 14 * number, line, kelas)


def _kotak(width: Decimal, row: int, step: Kotak) -> Iterator[str]:
    x = bulat(width * step.jalur + bagi(width * (1 - _ISI), Decimal(2)))
    kelas = "kotak kotak--putus" if step.keputusan else "kotak"
    y = _atas(row)
    yield f'<rect class="{kelas}" x="{x}%" y="{y}" width="{bulat(width * _ISI)}%" height="{_TINGGI}" rx="3"/>'
    middle = _tengah(width, step.jalur)
    mark = f"{step.nomor} ↩" if step.keputusan else step.nomor
    words = step.naskah.split(maxsplit=1)
    yield tulis(middle, y + (13 if len(words) > 1 else 19), mark, "tengah tebal kecil")
    for number, word in enumerate(words):
        yield tulis(middle, y + (27 if len(words) > 1 else 35) + 13 * number, word, "tengah sumbu")


def _panah(row: int, from_x: str, to_x: str) -> Iterator[str]:
    """Down, across in the gap, and down to the next box, with a head."""
    top, next_top = _atas(row) + _TINGGI, _atas(row + 1)
    gap = top + 7
    yield f'<line class="panah" x1="{from_x}" x2="{from_x}" y1="{top}" y2="{gap}"/>'
    if from_x != to_x:
        yield f'<line class="panah" x1="{from_x}" x2="{to_x}" y1="{gap}" y2="{gap}"/>'
    yield f'<line class="panah" x1="{to_x}" x2="{to_x}" y1="{gap}" y2="{next_top - 2}"/>'
    yield f'<svg x="{to_x}" y="{next_top}" overflow="visible"><path class="lewat" d="M-4-6 0 0 4-6z"/></svg>'
