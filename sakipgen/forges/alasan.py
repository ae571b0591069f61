"""Why something was returned, from the words of a review.

A review says `alasan: bukti kurang`, or ticks a line of the list: `- [x] bukti kurang`. What fits no word of the closed
list is `lain_lain`, with the text.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from sakipgen.domain.catatan_usulan import TEKS_TERPANJANG
from sakipgen.domain.siklus import AlasanKembali

_SEBUTAN: Final = re.compile(r"^[ \t>*_-]*alasan[ \t*_]*:[ \t*_]*(.+)$", re.IGNORECASE | re.MULTILINE)
_DICENTANG: Final = re.compile(r"^[ \t]*[-*+][ \t]*\[[xX]\][ \t]*(.+)$", re.MULTILINE)
_KOSONG: Final = re.compile(r"^[ \t]*[-*+][ \t]*\[ \].*$", re.MULTILINE)
_BUKAN_HURUF: Final = re.compile(r"[^a-z]+")


def baca_alasan(teks: str) -> tuple[AlasanKembali, str | None]:
    """Returns the first reason that a text names, and its own words on one line, without marks that do something."""
    named = (match[1] for pattern in (_SEBUTAN, _DICENTANG) for match in pattern.finditer(teks))
    found = (_dikenal(words) for words in named)
    return next((alasan for alasan in found if alasan), AlasanKembali.LAIN_LAIN), rapi(
        _DICENTANG.sub(r"\1", _KOSONG.sub("", teks))
    )


def menyebut_alasan(teks: str) -> bool:
    """Whether a text gives a reason of the list in either way."""
    return any(_dikenal(m[1]) for pattern in (_SEBUTAN, _DICENTANG) for m in pattern.finditer(teks))


def _dikenal(words: str) -> AlasanKembali | None:
    plain = _BUKAN_HURUF.sub("_", words.lower()).strip("_")
    return next((alasan for alasan in AlasanKembali if plain.startswith(alasan.value)), None)


def rapi(teks: str) -> str | None:
    """Returns a text as one line of plain characters of bounded length; None where nothing is left."""
    plain = unicodedata.normalize("NFC", teks)
    shown = "".join(c if c.isprintable() else " " for c in plain)
    line = " ".join(shown.split())
    return line[:TEKS_TERPANJANG].rstrip() or None
