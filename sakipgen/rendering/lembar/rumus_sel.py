"""The formulas of capaian as a spreadsheet writes them: what `measuring.rumus` computes, over the cells of a row.

A spreadsheet has some fifteen digits. Two figures that are the same by nine decimals are the same here, so that a
quotient does not fail its own target by its last binary digit.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.metode import AgregasiSasaran, FormulaCapaian, Metode
from sakipgen.domain.skala import Celah, Skala
from sakipgen.measuring.capaian import PUNCAK_TANPA_BATAS
from sakipgen.measuring.rumus import parse_rumus

TAK_TERBATAS: Final = "tak terbatas"
"""What stands for a capaian that is better than any ratio can say."""
LANTAI: Final = "LANTAI"
BATAS_AGREGAT: Final = "BATAS_AGREGAT"
AMBANG: Final = "AMBANG_KELENGKAPAN"
"""Names of the cells that say the year's policy."""


class Sel(NamedTuple):
    """The cells of a row that its formula looks at, and how its target is meant."""

    target: str
    maks: str
    """The upper bound; the target's own cell where there is none."""
    baseline: str
    realisasi: str
    dinyatakan: str
    turun: bool
    tegas: bool


def mentah(formula: FormulaCapaian, sel: Sel) -> str:
    """Returns the formula of capaian_mentah; empty without target or realisasi, and where there is no answer."""
    return f'IF(COUNT({sel.target},{sel.realisasi})<2,"",{_MENTAH[formula](sel)})'


def _naik(t: str, r: str) -> str:
    return f'IF({t}=0,"",IF({t}>0,{r}/{t}*100,(1+({r}-{t})/ABS({t}))*100))'


def _turun(t: str, r: str) -> str:
    return f"IF({t}=0,IF({r}<=0,100,0),(1-({r}-{t})/ABS({t}))*100)"


def _turun_rasio(sel: Sel) -> str:
    t, r = sel.target, sel.realisasi
    return f'IF(OR({t}<=0,{r}<0),{_turun(t, r)},IF({r}=0,"{TAK_TERBATAS}",{t}/{r}*100))'


def _rentang(luar: Callable[[str, str], str]) -> Callable[[Sel], str]:
    def formula(sel: Sel) -> str:
        t, u, r = sel.target, sel.maks, sel.realisasi
        return f"IF({_sama(r)}>{_sama(u)},{luar(u, r)},IF({_sama(r)}<{_sama(t)},{luar(t, r)},100))"

    return formula


def _stabil(sel: Sel) -> str:
    t, r = sel.target, sel.realisasi
    below = f"IF(AND({t}>0,{r}<={t}),{r}/{t}*100,(1-ABS({r}-{t})/ABS({t}))*100)"
    return f"IF({t}=0,IF({r}=0,100,0),{below})"


def _stabil_rasio(sel: Sel) -> str:
    t, r = sel.target, sel.realisasi
    return f"IF(OR({t}<=0,{r}<={t}),{_stabil(sel)},{t}/{r}*100)"


def _lintasan(sel: Sel) -> str:
    t, b, r = sel.target, sel.baseline, sel.realisasi
    return f'IF(OR({b}="",{b}={t}),"",({r}-{b})/({t}-{b})*100)'


def _biner(sel: Sel) -> str:
    t, u, r = (_sama(one) for one in (sel.target, sel.maks, sel.realisasi))
    if sel.maks != sel.target:
        return f"IF(AND({r}>={t},{r}<={u}),100,0)"
    sign = ("<" if sel.turun else ">") + ("" if sel.tegas else "=")
    return f"IF({r}{sign}{t},100,0)"


def _sama(sel: str) -> str:
    return f"ROUND({sel},9)"


_MENTAH: Final[Mapping[FormulaCapaian, Callable[[Sel], str]]] = {
    FormulaCapaian.NAIK: lambda sel: _naik(sel.target, sel.realisasi),
    FormulaCapaian.TURUN_SELISIH: lambda sel: _turun(sel.target, sel.realisasi),
    FormulaCapaian.TURUN_RASIO: _turun_rasio,
    FormulaCapaian.RENTANG: _rentang(_naik),
    FormulaCapaian.RENTANG_TURUN: _rentang(_turun),
    FormulaCapaian.STABIL_SELISIH: _stabil,
    FormulaCapaian.STABIL_RASIO: _stabil_rasio,
    FormulaCapaian.LINTASAN: _lintasan,
    FormulaCapaian.BINER: _biner,
    FormulaCapaian.TAHAPAN: lambda sel: _naik(sel.target, sel.realisasi),
    FormulaCapaian.PREDIKAT: lambda sel: _naik(sel.target, sel.realisasi),
    FormulaCapaian.TANGGAL: lambda sel: f"IF({sel.realisasi}<={sel.target},100,0)",
    FormulaCapaian.MANUAL: lambda sel: f'IF({sel.dinyatakan}="","",{sel.dinyatakan})',
}
"""capaian_mentah where target and realisasi are there."""


def capaian(mentah: str, metode: Metode) -> str:
    """Returns the formula of capaian: the raw one with the year's floor."""
    best = str(PUNCAK_TANPA_BATAS) if metode.batas_agregat is None else BATAS_AGREGAT
    floored = mentah if metode.lantai is None else f"MAX({mentah},{LANTAI})"
    return f'IF({mentah}="","",IF(ISNUMBER({mentah}),{floored},{best}))'


def agregat(capaian: str, metode: Metode) -> str:
    """Returns the formula of capaian_agregat: what means are taken of."""
    return f'IF({capaian}="","",{capaian if metode.batas_agregat is None else f"MIN({capaian},{BATAS_AGREGAT})"})'


def tercapai(mentah: str, sel: Sel) -> str:
    """Returns whether the target is reached, in words."""
    reached = f"ROUND({mentah},10)>=100"
    if sel.tegas:
        reached = f"AND({reached},{_sama(sel.realisasi)}<>{_sama(sel.target)})"
    return f'IF({mentah}="","",IF(ISNUMBER({mentah}),IF({reached},"ya","tidak"),"ya"))'


# ── Tables of classes and ranks ──────────────────────────────────────────────────────────────────────────────────


class TabelKelas(NamedTuple):
    """Where a scale stands: its classes from the highest, and from which value on each but the lowest begins."""

    skala: Skala
    nama: str
    mulai: str
    termasuk: str

    def kelas(self, sel: str) -> str:
        """Returns the class of a value, found by counting the bounds that it reaches."""
        if self.skala.celah is Celah.BULATKAN:
            value, begun = f"ROUND(ROUND({sel},10),{self.skala.presisi_tabel})", "--({v}>={m})"
        else:
            value, begun = f"ROUND({sel},10)", "({v}>{m})+({v}={m})*{t}"
        counted = begun.format(v=value, m=self.mulai, t=self.termasuk)
        return f'IF({sel}="","",INDEX({self.nama},ROWS({self.nama})-SUMPRODUCT({counted})))'


class TabelPeringkat(NamedTuple):
    """Where a list of ranks stands: their kode and their scores."""

    kode: str
    skor: str

    def skor_dari(self, sel: str) -> str:
        return f'IF({sel}="","",IFERROR(INDEX({self.skor},MATCH({sel},{self.kode},0)),""))'

    def kode_dari(self, sel: str) -> str:
        return f'IF({sel}="","",IFERROR(INDEX({self.kode},MATCH({sel},{self.skor},0)),""))'


# ── Means ────────────────────────────────────────────────────────────────────────────────────────────────────────


def rerata(cara: AgregasiSasaran, nilai: str, bobot: str) -> str:
    """Returns the mean of a column of cells, of which some hold no number; empty where none does."""
    match cara:
        case AgregasiSasaran.RERATA:
            mean = f"AVERAGE({nilai})"
        case AgregasiSasaran.GEOMETRIK:
            mean = f'IF(MIN({nilai})<0,"",IF(MIN({nilai})=0,0,GEOMEAN({nilai})))'
        case AgregasiSasaran.BERBOBOT:
            weights = f"SUMPRODUCT(--ISNUMBER({nilai}),{bobot})"
            mean = f'IF({weights}=0,"",SUMPRODUCT({nilai},{bobot})/{weights})'
    return f'IF(COUNT({nilai})=0,"",{mean})'


# ── The rumus over komponen ──────────────────────────────────────────────────────────────────────────────────────

_OPERATOR: Final[Mapping[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def rumus(teks: str, sel: Mapping[str, str]) -> str:
    """Returns a rumus over komponen with their cells for their names; empty without all of them, or at a zero."""
    expression = parse_rumus(teks)
    used = [sel[name] for name in sel if name in expression.nama]
    inner = _cabang(expression.pohon, expression.teks, sel)
    return f'IF(COUNT({",".join(used)})<{len(used)},"",IFERROR({inner},""))' if used else f'IFERROR({inner},"")'


def _cabang(node: ast.expr, teks: str, sel: Mapping[str, str], luar: int = 0) -> str:
    """A part of the rumus; in brackets where it binds less than what it stands in."""
    match node:
        case ast.Name(id=name):
            return sel[name]
        case ast.UnaryOp(operand=operand):
            return f"(-{_cabang(operand, teks, sel, 3)})"
        case ast.BinOp(left=left, op=op, right=right):
            own = 1 if isinstance(op, ast.Add | ast.Sub) else 2
            found = f"{_cabang(left, teks, sel, own)}{_OPERATOR[type(op)]}{_cabang(right, teks, sel, own + 1)}"
            return f"({found})" if own < luar else found
        case _:
            return format(Decimal(teks[node.col_offset : node.end_col_offset]), "f")


def gabung(agregasi: str, nilai: str) -> str:
    """Returns how the figures of reported periods, a column of cells, make one; empty of none."""
    return f'IF(COUNT({nilai})=0,"",{_GABUNG[agregasi].format(nilai)})'


_GABUNG: Final[Mapping[str, str]] = {
    "jumlah": "SUM({0})",
    "rerata": "AVERAGE({0})",
    "maks": "MAX({0})",
    "min": "MIN({0})",
    "terakhir": "LOOKUP(9.99E+307,{0})",
}
"""By agregasi; `rasio` is the rumus over the sums instead."""
