"""Short ways to make an issue and to show a figure in it, shared by all rules."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Issue, Loc, Severity
from sakipgen.domain.hari import hari_ke
from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.target import Target
from sakipgen.domain.tertulis import Tertulis
from sakipgen.measuring.hitung import NOL, round_half_up

KATA_TERSEDIKIT: Final = 10
"""How many words a reason needs to say something."""


def galat(path: PurePosixPath, loc: Loc, code: str, message: str, *, at_key: bool = False) -> Issue:
    """Returns an issue that blocks."""
    return Issue(path, loc, code, message, Severity.ERROR, at_key)


def peringatan(path: PurePosixPath, loc: Loc, code: str, message: str, *, at_key: bool = False) -> Issue:
    """Returns an issue that never blocks."""
    return Issue(path, loc, code, message, Severity.WARNING, at_key)


def angka(value: Decimal) -> str:
    """Returns a figure as a message shows it, with a comma; of one that a rumus made, the first six decimals."""
    text = format(round_half_up(value, 6), "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def target(value: Target) -> str:
    """Returns a target as a message shows it: as it was written where that was no number."""
    if value.predikat:
        return value.predikat
    if value.tanggal:
        return value.tanggal.isoformat()
    if value.tahapan:
        return ", ".join(value.tahapan)
    if value.terpenuhi:
        return "ya"
    number = value.angka
    return value.pola.format(nilai="" if number is None else angka(number), maks=angka(value.maks or NOL))


def tertulis(value: Tertulis, indikator: Indikator | None) -> str:
    """Returns a figure as a message shows it: as it was written, of a score with its class at its side."""
    if value.predikat and (value.nilai is None or (indikator and indikator.peringkat)):
        return value.predikat
    if value.tanggal:
        return value.tanggal.isoformat()
    if value.terpenuhi is not None:
        return "ya" if value.terpenuhi else "tidak"
    if value.tahapan is not None:
        return ", ".join(value.tahapan) or "[]"
    number = "kosong" if value.nilai is None else angka(value.nilai)
    return f"{number} (predikat {value.predikat})" if value.predikat else number


def nilai(indikator: Indikator, tahun: int, value: Decimal) -> str:
    """Returns a figure of an indikator as a message shows it: a rank, a day, yes or no, else the number."""
    if indikator.peringkat and (rank := indikator.peringkat.menurut_skor(value)):
        return rank.kode
    if indikator.satuan.tipe is TipeSatuan.TANGGAL and (day := hari_ke(value, tahun)):
        return day.isoformat()
    if indikator.satuan.tipe is TipeSatuan.YA_TIDAK:
        return "ya" if value else "tidak"
    return angka(value)


def rupiah(value: Decimal) -> str:
    """Returns whole rupiah as a message shows it."""
    return f"Rp{value:,.0f}".replace(",", ".")


def saran(word: str, known: Iterable[str], otherwise: str, *, bernomor: bool = False) -> str:
    """Returns the cure: the known word that was probably meant, else what to do instead.

    Among numbered words another number is another thing: `ISK-27` is never meant by `ISK-28`.
    """
    folded = {k.lower(): k for k in known if not bernomor or _angka(k) == _angka(word)}
    near = difflib.get_close_matches(word.lower(), folded, n=1)
    return f"mungkin maksudnya `{folded[near[0]]}`" if near else otherwise


def _angka(word: str) -> list[str]:
    return [digits.lstrip("0") for digits in re.findall(r"[0-9]+", word)]
