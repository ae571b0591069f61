"""How wide the columns of a table are: their parts of its width, but never narrower than their ordinary words.

Word breaks a word that is wider than its cell anywhere; a head such as “Realisasi” must not be broken.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from sakipgen.rendering.dokumen.blok import Kalimat, Kolom

TERPANJANG: Final = 16
"""Longer words may be broken."""
_SEMPIT: Final = frozenset("iIjl.,:;'|!()[] ftr-/")
_LEBAR: Final = frozenset("mwMW%@…—")
_AKHIR: Final = 40
"""Twips for the rounding of whoever sets the type."""


def lebar_kata(kata: str, huruf: int) -> int:
    """Returns about how wide a word is in bold type of this size, in twips."""
    thousandths = sum(
        340 if c in _SEMPIT else 900 if c in _LEBAR else 725 if c.isupper() else 556 if c.isdigit() else 590
        for c in kata
    )
    return thousandths * huruf // 1000


def kata_terpanjang(baris: Iterable[Kalimat]) -> str:
    """Returns the longest word of a cell that must not be broken."""
    words = (word for line in baris for word in "".join(run.teks for run in line).split() if len(word) <= TERPANJANG)
    return max(words, key=len, default="")


def lebar_kolom(kolom: Sequence[Kolom], lebar: int, perlu: Sequence[int] = ()) -> tuple[int, ...]:
    """Returns the widths of the columns, which add up to the width of the table exactly.

    A column that needs more than its part gets it from the others, while there is room.
    """
    needs = [need + _AKHIR for need in perlu] or [0] * len(kolom)
    if sum(needs) > lebar:
        needs = [0] * len(kolom)
    fixed: set[int] = set()
    while True:
        free = [n for n in range(len(kolom)) if n not in fixed]
        room = lebar - sum(needs[n] for n in fixed)
        found = dict(zip(free, _bagi([kolom[n].lebar for n in free], room), strict=True))
        narrow = {n for n in free if found[n] < needs[n]}
        if not narrow:
            return tuple(found.get(n, needs[n]) for n in range(len(kolom)))
        fixed |= narrow


def _bagi(bagian: Sequence[int], lebar: int) -> list[int]:
    """Parts of a whole width, without a rest."""
    whole, edges = sum(bagian), [0]
    for part in bagian:
        edges.append(edges[-1] + part)
    marks = [edge * lebar // whole for edge in edges] if whole else [0]
    return [end - start for start, end in pairwise(marks)]
