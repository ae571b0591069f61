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
from typing import Final, NamedTuple

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.hitung import CONTEXT, LUAS, NOL, SERATUS, bagi, putus


class Tanpa(Enum):
    """A result that is no finite number."""

    TERBATAS = "terbatas"
    """Better than any ratio can say: zero cases where some were allowed, by a formula that divides by them."""


Mentah = Decimal | Tanpa | None


class Masukan(NamedTuple):
    """What a formula may look at, in the indikator's satuan."""

    target: Decimal
    """Of a band its lower bound."""
    realisasi: Decimal
    maks: Decimal | None = None
    """The upper bound of a band."""
    baseline: Decimal | None = None
    turun: bool = False
    """Whether lower is better."""
    tegas: bool = False
    """Whether the target's own number is not enough: «kurang dari», «lebih dari»."""
    dinyatakan: Decimal | None = None
    """A capaian that was stated, not computed."""


Rumus = Callable[[Masukan], Mentah]


def naik(masukan: Masukan) -> Mentah:
    """Higher is better: R/T × 100, in the signed form 100(1 + (R−T)/|T|) for a negative target; None at T = 0.

    Source: domain.md § 2.1 and § 2.2, cases 8–10.
    """
    t, r = masukan.target, masukan.realisasi
    if t > 0:
        return bagi(CONTEXT.multiply(r, SERATUS), t)
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
        return SERATUS if r <= 0 else NOL
    size = t.copy_abs()
    return bagi(CONTEXT.multiply(CONTEXT.subtract(size, CONTEXT.subtract(r, t)), SERATUS), size)


def turun_rasio(masukan: Masukan) -> Mentah:
    """Lower is better: T/R × 100; no finite value at R = 0 < T; zero tolerance at T = 0; signed below zero.

    Source: domain.md § 2.1; cases 4, 6 and 7.
    """
    t, r = masukan.target, masukan.realisasi
    if t <= 0 or r < 0:
        return turun_selisih(masukan)
    return bagi(CONTEXT.multiply(t, SERATUS), r) if r else Tanpa.TERBATAS


def rentang(masukan: Masukan) -> Mentah:
    """Within the band 100; above it R/U, below it R/L, each × 100; None where that bound is 0.

    Source: PermenPAN-RB 8/2021; case 12, whose own printed example (113 % for 92 in 80–90) is a misprint.
    """
    bound = _batas(masukan)
    return SERATUS if bound is None else naik(Masukan(bound, masukan.realisasi))


def rentang_turun(masukan: Masukan) -> Mentah:
    """Within the band 100; outside it (2 × bound − R)/bound × 100 with the bound that was passed."""
    bound = _batas(masukan)
    return SERATUS if bound is None else turun_selisih(Masukan(bound, masukan.realisasi))


def stabil_selisih(masukan: Masukan) -> Mentah:
    """The nearer the better: R/T below the target, (2T−R)/T above it, each × 100; at T = 0 only 0 itself is 100.

    The same distance costs the same on either side. Source: case 13.
    """
    t, r = masukan.target, masukan.realisasi
    if not t:
        return NOL if r else SERATUS
    size = t.copy_abs()
    away = CONTEXT.abs(CONTEXT.subtract(r, t))
    return bagi(CONTEXT.multiply(CONTEXT.subtract(size, away), SERATUS), size)


def stabil_rasio(masukan: Masukan) -> Mentah:
    """The nearer the better: R/T below the target, T/R above it, each × 100; as `stabil_selisih` at or below zero."""
    t, r = masukan.target, masukan.realisasi
    if t <= 0 or r <= t:
        return stabil_selisih(masukan)
    return bagi(CONTEXT.multiply(t, SERATUS), r)


def lintasan(masukan: Masukan) -> Mentah:
    """The way from the baseline to the target that was gone: (R−B)/(T−B) × 100; None where both are the same.

    Source: domain.md § 2.1 and § 2.2; case 11.
    """
    if masukan.baseline is None or masukan.baseline == masukan.target:
        return None
    gone = CONTEXT.subtract(masukan.realisasi, masukan.baseline)
    whole = CONTEXT.subtract(masukan.target, masukan.baseline)
    return bagi(CONTEXT.multiply(gone, SERATUS), whole)


def biner(masukan: Masukan) -> Mentah:
    """100 where the target is met, else 0; a figure that is the target by all digits that decide is the target.

    A band is met within it, on either side not.
    """
    t, r = putus(masukan.target), putus(masukan.realisasi)
    if masukan.maks is not None:
        return SERATUS if t <= r <= putus(masukan.maks) else NOL
    met = (r < t) if masukan.turun else (r > t)
    return SERATUS if met or (r == t and not masukan.tegas) else NOL


def tanggal(masukan: Masukan) -> Mentah:
    """100 on or before the day, else 0; both are day numbers of the year."""
    return SERATUS if masukan.realisasi <= masukan.target else NOL


def manual(masukan: Masukan) -> Mentah:
    """The capaian that was stated; None where none was."""
    return masukan.dinyatakan


def _batas(masukan: Masukan) -> Decimal | None:
    """The bound of the band that realisasi has passed; None within the band."""
    low, r = masukan.target, putus(masukan.realisasi)
    high = low if masukan.maks is None else masukan.maks
    return low if r < putus(low) else high if r > putus(high) else None


RUMUS: Final[Mapping[FormulaCapaian, Rumus]] = MappingProxyType(
    {
        FormulaCapaian.NAIK: naik,
        FormulaCapaian.TURUN_SELISIH: turun_selisih,
        FormulaCapaian.TURUN_RASIO: turun_rasio,
        FormulaCapaian.RENTANG: rentang,
        FormulaCapaian.RENTANG_TURUN: rentang_turun,
        FormulaCapaian.STABIL_SELISIH: stabil_selisih,
        FormulaCapaian.STABIL_RASIO: stabil_rasio,
        FormulaCapaian.LINTASAN: lintasan,
        FormulaCapaian.BINER: biner,
        FormulaCapaian.TAHAPAN: naik,
        FormulaCapaian.PREDIKAT: naik,
        FormulaCapaian.TANGGAL: tanggal,
        FormulaCapaian.MANUAL: manual,
    }
)
"""Of weights finished and of scores or ranks more is better: `tahapan` and `predikat` are `naik` over these numbers."""


# ── Expressions over komponen ────────────────────────────────────────────────────────────────────────────────────


class RumusError(ValueError):
    """A rumus that is no arithmetic over komponen; its text is Indonesian."""


_OPERATORS: Final[Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]]] = MappingProxyType(
    {ast.Add: LUAS.add, ast.Sub: LUAS.subtract, ast.Mult: LUAS.multiply, ast.Div: LUAS.divide}
)
Hitungan = Callable[[Mapping[str, Decimal]], Decimal]

_TERKECIL: Final = -50
"""The place of a first digit that no figure has: komponen have fifteen digits before the point and six behind it."""
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
        """Returns the value for these komponen; None where the rumus divides by zero.

        Quotients that cancel each other leave nothing, not the last of their 80 digits.
        """
        try:
            value = CONTEXT.plus(self.fungsi(komponen))
        except (ZeroDivisionError, InvalidOperation):
            return None
        return value if value.adjusted() > _TERKECIL else NOL


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
            return lambda komponen: LUAS.minus(inner(komponen))
        case ast.BinOp(left=left, op=op, right=right):
            one, other, joined = _compile(left, teks), _compile(right, teks), _OPERATORS[type(op)]
            return lambda komponen: joined(one(komponen), other(komponen))
        case ast.Constant():
            number = Decimal(teks[node.col_offset : node.end_col_offset])  # never through binary floating point
            return lambda _: number
        case _:  # pragma: no cover - parse_rumus lets nothing else through
            raise AssertionError(node)
