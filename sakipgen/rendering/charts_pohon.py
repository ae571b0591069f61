"""A tree from left to right: a column for each depth, every box level with its first child, so that it reads as a list.

Unlike the other charts it has a size of its own, in pixels: text is wrapped into boxes, and a wide tree is scrolled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from string import ascii_lowercase, ascii_uppercase, digits, punctuation
from typing import Final

from markupsafe import Markup

from sakipgen.rendering.cetak import aman
from sakipgen.rendering.charts import Judul, tulis

LEBAR: Final = 176
"""Width of a box."""
SELA_KOLOM: Final = 24
SELA_BARIS: Final = 10
TEPI: Final = 9
"""Between the edge of a box and its text."""
_ISI: Final = LEBAR - 2 * TEPI
_ISI_TEBAL: Final = _ISI - 18
"""What fits in bold."""
_BARIS: Final = 15
_ATAS: Final = 18
"""From the top of a box to the foot of its first line, where the lines between boxes run too."""
_BAWAH: Final = 9
BARIS_TERBANYAK: Final = 6
"""So many lines of text a box holds; the list beside the drawing has all of it."""

_SEMPIT: Final = 40
_HURUF: Final = {
    **dict.fromkeys(digits + ascii_lowercase + punctuation, 75),
    **dict.fromkeys(ascii_uppercase, 88),
    **dict.fromkeys("iljtfr.,:;'|!()[]/ -", _SEMPIT),
    **dict.fromkeys("mwMWQO@%&", 112),
}
_LAIN: Final = 124
"""About how wide letters of 12 px are, in tenths of a pixel, and any other; rather too much than too little."""


@dataclass(frozen=True, slots=True)
class Cabang:
    """A node to draw, with what hangs below it."""

    kelas: str
    """How its box looks: a class of the style sheet."""
    label: str
    """What stands first, in bold."""
    teks: str
    kaki: tuple[str, ...] = ()
    """The last lines."""
    anak: tuple[Cabang, ...] = ()


@dataclass(frozen=True, slots=True)
class Kotak:
    """A node at its place, in pixels from the top left."""

    cabang: Cabang
    x: int
    y: int
    tinggi: int
    kepala: tuple[str, ...]
    """Its label, line by line."""
    baris: tuple[str, ...]
    """Its text, line by line."""
    induk: int | None
    """Place of its parent among the boxes; None of a root."""


@lru_cache(maxsize=4096)
def lebar_teks(teks: str) -> int:
    """Returns about how wide a text is drawn, in tenths of a pixel."""
    return sum(map(_HURUF.get, teks, repeat(_LAIN)))


def pecah(teks: str, lebar: int = _ISI) -> tuple[str, ...]:
    """Returns a text in lines that fit a width in pixels; a word that fits none is cut, too many lines end in `…`."""
    room = lebar * 10
    lines: list[str] = []
    used = room
    for word in _kata(teks, room):
        width = lebar_teks(word)
        if lines and used + _SEMPIT + width <= room:
            lines[-1] = f"{lines[-1]} {word}"
            used += _SEMPIT + width
        elif len(lines) == BARIS_TERBANYAK:
            return (*lines[:-1], _terpotong(lines[-1], room))
        else:
            lines.append(word)
            used = width
    return tuple(lines)


def _terpotong(baris: str, room: int) -> str:
    """A line with the mark of more to come, shorter by as many words, or letters of a single one, as that needs."""
    while lebar_teks(f"{baris}…") > room:
        baris = baris.rpartition(" ")[0] or baris[:-1]
    return f"{baris}…"


def _kata(teks: str, room: int) -> Iterator[str]:
    """The words of a text, each no wider than the room."""
    for word in teks.split():
        start = used = 0
        for number, letter in enumerate(word) if lebar_teks(word) > room else ():
            width = lebar_teks(letter)
            if used + width > room:
                yield word[start:number]
                start, used = number, 0
            used += width
        yield word[start:]


def tata(akar: Sequence[Cabang]) -> tuple[Kotak, ...]:
    """Returns every box at its place, a parent before its children and these in their order."""
    boxes: list[Kotak] = []
    bottom = 0
    for root in akar:
        bottom = _taruh(boxes, root, 0, bottom, None) + SELA_BARIS
    return tuple(boxes)


def _taruh(boxes: list[Kotak], cabang: Cabang, kolom: int, y: int, induk: int | None) -> int:
    """Places a node and all below it from `y` on; returns how far down they reach."""
    head, lines = pecah(cabang.label, _ISI_TEBAL), pecah(cabang.teks)
    height = _ATAS + _BARIS * (len(head) - 1 + len(lines) + len(cabang.kaki)) + _BAWAH
    own = len(boxes)
    boxes.append(Kotak(cabang, kolom * (LEBAR + SELA_KOLOM), y, height, head, lines, induk))
    bottom, below = y + height, y
    for child in cabang.anak:
        reached = _taruh(boxes, child, kolom + 1, below, own)
        bottom, below = max(bottom, reached), reached + SELA_BARIS
    return bottom


def pohon(judul: Judul, akar: Sequence[Cabang]) -> Markup:
    """Returns the drawing of a forest."""
    boxes = tata(akar)
    width = max(box.x for box in boxes) + LEBAR + 2
    height = max(box.y + box.tinggi for box in boxes) + 2
    parts = [*_garis(boxes), *(part for box in boxes for part in _kotak(box))]
    return Markup(  # noqa: S704 - every text in the parts was escaped where it was put in
        f'<svg class="sk-g sk-g--pohon" width="{width}" height="{height}" viewBox="-1 -1 {width} {height}" role="img" '
        f'aria-labelledby="{judul.id}-j {judul.id}-u">'
        f'<title id="{judul.id}-j">{aman(judul.nama)}</title><desc id="{judul.id}-u">{aman(judul.uraian)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _garis(boxes: Sequence[Kotak]) -> Iterator[str]:
    """From each parent to each child: straight to the first, down and across to the others."""
    for box in boxes:
        if box.induk is None:
            continue
        parent = boxes[box.induk]
        start, y = parent.x + LEBAR, parent.y + _ATAS - 4
        turn = start + SELA_KOLOM - 10
        yield f'<path class="ranting" d="M{start} {y}H{turn}V{box.y + _ATAS - 4}H{box.x}"/>'


def _kotak(box: Kotak) -> Iterator[str]:
    cabang = box.cabang
    yield f'<g class="{cabang.kelas}"><rect x="{box.x}" y="{box.y}" width="{LEBAR}" height="{box.tinggi}" rx="3"/>'
    parts = (("tebal", box.kepala), ("", box.baris), ("kaki", cabang.kaki))
    lines = ((line, kelas) for kelas, part in parts for line in part)
    for number, (line, kelas) in enumerate(lines):
        yield tulis(f"{box.x + TEPI}", box.y + _ATAS + _BARIS * number, line, kelas)
    yield "</g>"
