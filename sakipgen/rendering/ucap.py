"""A line of words and figures, told once for every reader: as text on a terminal, as HTML on a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from sakipgen.rendering.cetak import MINUS, Angka, aman

Ucap = tuple[str | Angka, ...]
"""Words and figures in reading order."""

_ISIAN: Final = re.compile(r"\{(\w+)\}")
_TANDA: Final = ("+", MINUS, "×", "÷")


def isi(pola: str, **isian: str | Angka | Ucap) -> Ucap:
    """Returns a pattern such as `({r} ÷ {t}) × 100` with its figures put in."""
    found: list[str | Angka] = []
    for n, part in enumerate(_ISIAN.split(pola)):
        value = isian[part] if n % 2 else part
        found += value if isinstance(value, tuple) else [value]
    return tuple(part for part in found if part != "")


def gabung(pemisah: str, bagian: Sequence[Ucap]) -> Ucap:
    """Returns several lines as one, with words between them."""
    found: list[str | Angka] = []
    for n, part in enumerate(bagian):
        found += [pemisah, *part] if n else part
    return tuple(found)


def berkurung(ucap: Ucap) -> Ucap:
    """Returns a calculation in which a negative figure behind a sign stands in brackets: `10 − (−3)`."""
    found: list[str | Angka] = []
    for part in ucap:
        before = str(found[-1]).rstrip() if found else ""
        negative = isinstance(part, Angka) and str(part).startswith(MINUS) and before.endswith(_TANDA)
        found += ["(", part, ")"] if negative else [part]
    return tuple(found)


def teks(ucap: Ucap) -> str:
    return "".join(map(str, ucap))


def html(ucap: Ucap) -> Markup:
    return Markup("").join(map(aman, ucap))
