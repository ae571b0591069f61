"""From numbers to a number: the formulas of capaian by id, and the expressions over komponen.

A formula is a pure function of `Masukan`. To add one, write the function and a line in RUMUS.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.hitung import CONTEXT, SERATUS, bagi


class Tanpa(Enum):
    """A result that is no finite number."""

    TERBATAS = "terbatas"
    """Better than any ratio can say: zero cases where some were allowed, by a formula that divides by them."""


Mentah = Decimal | Tanpa | None


@dataclass(frozen=True, slots=True)
class Masukan:
    """What a formula may look at: target and realisasi, in the indikator's satuan."""

    target: Decimal
    realisasi: Decimal


Rumus = Callable[[Masukan], Mentah]


def naik(masukan: Masukan) -> Mentah:
    """Higher is better: R/T × 100, in the signed form 100(1 + (R−T)/|T|) for a negative target; None at T = 0.

    Source: domain.md § 2.1 and § 2.2, cases 8–10.
    """
    t, r = masukan.target, masukan.realisasi
    if not t:
        return None
    size = t.copy_abs()
    return bagi(CONTEXT.multiply(CONTEXT.add(size, CONTEXT.subtract(r, t)), SERATUS), size)


def turun_selisih(masukan: Masukan) -> Mentah:
    """Lower is better: (2T−R)/T × 100, signed for a negative target; zero tolerance (100 or 0) at T = 0.

    Source: PermenPAN-RB 8/2021 «kondisi khusus»; cases 4–7.
    """
    t, r = masukan.target, masukan.realisasi
    if not t:
        return _tanpa_toleransi(r)
    size = t.copy_abs()
    return bagi(CONTEXT.multiply(CONTEXT.subtract(size, CONTEXT.subtract(r, t)), SERATUS), size)


def turun_rasio(masukan: Masukan) -> Mentah:
    """Lower is better: T/R × 100; no finite value at R = 0 < T; zero tolerance at T = 0; signed below zero.

    Source: domain.md § 2.1; cases 4, 6 and 7.
    """
    t, r = masukan.target, masukan.realisasi
    if not t:
        return _tanpa_toleransi(r)
    if t < 0 or r < 0:
        return turun_selisih(masukan)
    if not r:
        return Tanpa.TERBATAS
    return bagi(CONTEXT.multiply(t, SERATUS), r)


def _tanpa_toleransi(realisasi: Decimal) -> Decimal:
    return SERATUS if realisasi <= 0 else Decimal(0)


RUMUS: Final[Mapping[FormulaCapaian, Rumus]] = MappingProxyType(
    {
        FormulaCapaian.NAIK: naik,
        FormulaCapaian.TURUN_SELISIH: turun_selisih,
        FormulaCapaian.TURUN_RASIO: turun_rasio,
    }
)


# ── Expressions over komponen ────────────────────────────────────────────────────────────────────────────────────


class RumusError(ValueError):
    """A rumus that is no arithmetic over komponen; its text is Indonesian."""


_OPERATORS: Final[Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]]] = MappingProxyType(
    {ast.Add: CONTEXT.add, ast.Sub: CONTEXT.subtract, ast.Mult: CONTEXT.multiply, ast.Div: CONTEXT.divide}
)
Hitungan = Callable[[Mapping[str, Decimal]], Decimal]

_MAX_LENGTH: Final = 250
_TANDA: Final = re.compile(r"[A-Za-z0-9_+\-*/(). ]+", re.ASCII)
_ANGKA_HURUF: Final = re.compile(r"(?<![A-Za-z0-9_])[0-9.]+[A-Za-z_]", re.ASCII)
_HANYA: Final = "rumus hanya boleh memuat nama komponen, angka, `+ - * /`, dan tanda kurung"


@dataclass(frozen=True, slots=True)
class Ekspresi:
    """A parsed rumus: the names it uses, and its tree."""

    nama: frozenset[str]
    pohon: ast.expr
    teks: str
    fungsi: Hitungan

    def hitung(self, komponen: Mapping[str, Decimal]) -> Decimal | None:
        """Returns the value for these komponen; None where the rumus divides by zero."""
        try:
            return CONTEXT.plus(self.fungsi(komponen))
        except (ZeroDivisionError, InvalidOperation):
            return None


@lru_cache(maxsize=4096)
def parse_rumus(teks: str) -> Ekspresi:
    """Returns the expression of a rumus such as `jp20 / total * 100`; raises RumusError on anything but arithmetic."""
    return _parse(teks)


def _parse(teks: str) -> Ekspresi:
    if len(teks) > _MAX_LENGTH:
        raise RumusError(f"rumus lebih dari {_MAX_LENGTH} huruf")
    if not _TANDA.fullmatch(teks) or _ANGKA_HURUF.search(teks):  # Python's own parser warns of them in English
        raise RumusError(_HANYA)
    try:
        tree = ast.parse(teks, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise RumusError("rumus tidak dapat dibaca") from None
    names: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name):
                names.add(name)
            case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
                pass
            case ast.BinOp(op=op) if type(op) in _OPERATORS:
                pass
            case ast.UnaryOp(op=ast.USub()) | ast.USub() | ast.Load() | ast.operator():
                pass
            case _:
                raise RumusError(_HANYA)
    return Ekspresi(frozenset(names), tree, teks, _compile(tree, teks))


def _compile(node: ast.expr, teks: str) -> Hitungan:
    """The expression as a function of its komponen: the tree is walked once, not for every period."""
    match node:
        case ast.Name(id=name):
            return itemgetter(name)
        case ast.UnaryOp(operand=operand):
            inner = _compile(operand, teks)
            return lambda komponen: CONTEXT.minus(inner(komponen))
        case ast.BinOp(left=left, op=op, right=right):
            one, other, joined = _compile(left, teks), _compile(right, teks), _OPERATORS[type(op)]
            return lambda komponen: joined(one(komponen), other(komponen))
        case ast.Constant():
            number = Decimal(teks[node.col_offset : node.end_col_offset])  # never through binary floating point
            return lambda _: number
        case _:  # pragma: no cover - parse_rumus lets nothing else through
            raise AssertionError(node)
