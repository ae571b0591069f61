"""Which characters the packaged font can print, and what is printed for those that it cannot.

PDF/A refuses a text with a character that no font has; a paper must not fail because somebody typed an emoji.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import fontpkg_arimo  # type: ignore[import-untyped] # it ships no types

FOLDER: Final = Path(fontpkg_arimo.ROOT)
KOTAK: Final = "□"
"""Printed for a character that the font does not have and that nothing else stands for."""
PENGGANTI: Final[Mapping[str, str]] = {
    "☐": KOTAK,
    "☑": "[√]",
    "☒": "[×]",
    "✓": "√",
    "✔": "√",
    "✗": "×",
    "✘": "×",
    "⟶": "→",
    "\t": " ",
    "\ufe0f": "",
}
"""What says the same in characters that the font has."""

_GAIB: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
"""Categories of characters that print nothing: controls, marks of direction, what no standard knows."""
_WINDOWS: Final = (3, 1)
"""The table of the Basic Multilingual Plane, format 4, that every font has; the packaged one has no other plane."""


def tercetak(teks: str) -> str:
    """Returns a text in which the packaged font can print every character."""
    known = _dipunyai()
    if known.issuperset(teks):
        return teks
    return "".join(char if char in known else PENGGANTI.get(char, _lain(char)) for char in teks)


def _lain(char: str) -> str:
    """Nothing for what is not seen anyway, else a box."""
    return "" if unicodedata.category(char) in _GAIB else KOTAK


@cache
def _dipunyai() -> frozenset[str]:
    """The characters that all faces of the font have, the line break and both places where a word may break."""
    faces = (frozenset(_aksara(path.read_bytes())) for path in sorted(FOLDER.rglob("*.ttf")))
    both = frozenset.intersection(*faces)
    return frozenset(char for char in both if unicodedata.category(char) not in _GAIB) | {"\n", "\u200b", "\u00ad"}


def _aksara(font: bytes) -> Iterator[str]:
    """The characters of one file, out of its table `cmap` in format 4."""
    start = _tempat(font)
    (doubled,) = struct.unpack_from(">H", font, start + 6)
    count = doubled // 2
    ends, _, starts, deltas, offsets = (
        struct.unpack_from(f">{count}H", font, start + 14 + at) for at in _lajur(doubled)
    )
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[n]:
                place = start + 16 + 3 * doubled + 2 * n + offsets[n] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, place)
            if offsets[n] == 0 or glyph:
                glyph = (glyph + deltas[n]) % 0x10000
            if glyph:
                yield chr(code)


def _lajur(doubled: int) -> tuple[int, ...]:
    """Where the arrays begin: ends, (padding), starts, deltas, offsets; each but the padding is as long."""
    return (0, 0, doubled + 2, 2 * doubled + 2, 3 * doubled + 2)


def _tempat(font: bytes) -> int:
    """Where the table of characters begins in the file."""
    (tables,) = struct.unpack_from(">H", font, 4)
    rows = (struct.unpack_from(">4sIII", font, 12 + 16 * n) for n in range(tables))
    cmap = next(offset for tag, _, offset, _ in rows if tag == b"cmap")
    count: int = struct.unpack_from(">H", font, cmap + 2)[0]
    subtables = (struct.unpack_from(">HHI", font, cmap + 4 + 8 * n) for n in range(count))
    place: int = next(offset for platform, encoding, offset in subtables if (platform, encoding) == _WINDOWS)
    return int(cmap) + place
