"""A reader with a calculator: evaluates what a trace prints, as printed or with the raw figures put in, exactly.

It knows `( ) | + − × ÷`, and a minus before a number only where nothing stands before it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from sakipgen.rendering.cetak import MINUS, Angka
from sakipgen.rendering.datajson import plain
from sakipgen.rendering.ucap import Ucap

_SIMBOL = re.compile(r"\s*(\d+(?:\.\d{3})*(?:,\d+)?|[()|+−×÷])")


def mentah(part: str | Angka) -> str:
    """A part as the calculator gets it: of a figure all its digits; one that is printed as 0 keeps its sign."""
    if isinstance(part, str):
        return part
    text = plain(part.nilai).replace("-", MINUS).replace(".", ",")
    return f"({text})" if text.startswith(MINUS) and not str(part).startswith(MINUS) else text


def hitung(text: str) -> Fraction:
    """Returns what a calculation comes to; fails on anything but one."""
    symbols: list[str] = []
    at = 0
    while at < len(text.rstrip()):
        found = _SIMBOL.match(text, at)
        assert found, text[at:]
        symbols.append(found[1])
        at = found.end()
    value = _jumlah(symbols)
    assert symbols == [], text
    return value


def _jumlah(symbols: list[str]) -> Fraction:
    negative = symbols[0] == MINUS
    if negative:
        del symbols[0]
    value = _hasil_kali(symbols)
    value = -value if negative else value
    while symbols and symbols[0] in {"+", MINUS}:
        sign = symbols.pop(0)
        other = _hasil_kali(symbols)
        value = value + other if sign == "+" else value - other
    return value


def _hasil_kali(symbols: list[str]) -> Fraction:
    value = _satu(symbols)
    while symbols and symbols[0] in {"×", "÷"}:
        sign = symbols.pop(0)
        other = _satu(symbols)
        value = value * other if sign == "×" else value / other
    return value


def _satu(symbols: list[str]) -> Fraction:
    first = symbols.pop(0)
    if first == "(":
        value = _jumlah(symbols)
        assert symbols.pop(0) == ")"
        return value
    if first == "|":
        value = _jumlah(symbols)
        assert symbols.pop(0) == "|"
        return abs(value)
    return Fraction(first.replace(".", "").replace(",", "."))


def persamaan(ucap: Ucap, baca: Callable[[str | Angka], str] = mentah) -> tuple[Fraction, Angka] | None:
    """Returns what the calculation of a line comes to, and the figure it says; None of a line without one."""
    left = ""
    for n, part in enumerate(ucap):
        if isinstance(part, str) and " = " in part:
            answer = ucap[n + 1]
            assert isinstance(answer, Angka)
            text = (left + part.partition(" = ")[0]).rpartition(": ")[2]
            root = _akar(text)
            return (hitung(text.lstrip("abcdefghijklmnopqrstuvwxyz ")) if root is None else root), answer
        left += baca(part)
    return None


def tercetak(part: str | Angka) -> str:
    """A part as somebody types it from the paper."""
    return part if isinstance(part, str) else part.teks


def cocok(ucap: Ucap) -> bool:
    """Whether a pocket calculator that is fed the printed numbers of a line shows its printed result.

    Where a figure has more digits than are printed, the last digit may differ by one.
    """
    equation = persamaan(ucap, tercetak)
    if equation is None:
        return True
    value, answer = equation
    shown = answer.teks.replace(".", "").replace(",", ".").replace(MINUS, "-")
    step = Fraction(1, 10 ** len(shown.partition(".")[2]))
    last = ucap.index(answer)
    cut = any(isinstance(part, Angka) and Fraction(part.nilai) != _terbaca(part) for part in ucap[:last])
    return abs(value - Fraction(shown)) <= (Fraction(3, 2) if cut else Fraction(1, 2)) * step


def _terbaca(figure: Angka) -> Fraction:
    return Fraction(figure.teks.replace(".", "").replace(",", ".").replace(MINUS, "-"))


def _akar(text: str) -> Fraction | None:
    found = re.fullmatch(r"akar pangkat (\d+) dari \((.*)\)", text)
    if found is None:
        return None
    product = hitung(found[2])
    exact = Decimal(product.numerator) / Decimal(product.denominator)
    return Fraction(exact ** (1 / Decimal(found[1])))


def sama(value: Fraction, figure: Decimal, sejengkal: Fraction = Fraction(1, 10**24)) -> bool:
    """Whether both are the same but for what a division leaves at the 28th digit."""
    return abs(value - Fraction(figure)) <= sejengkal * max(abs(Fraction(figure)), Fraction(1, 100))
