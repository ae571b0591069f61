"""The formulas of the workbook, as text: what an office would type into a cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

TAK_TERBATAS: Final = "tak terbatas"
"""What the workbook says of a result that is better than any ratio can say."""


class Sel(NamedTuple):
    """The cells of one row that a formula looks at, and how its target is meant."""

    t: str
    u: str
    b: str
    r: str
    dinyatakan: str
    turun: bool
    tegas: bool


def _naik(t: str, r: str) -> str:
    return f'IF({t}=0,"",100*(ABS({t})+({r}-{t}))/ABS({t}))'


def _turun(t: str, r: str) -> str:
    return f"IF({t}=0,IF({r}<=0,100,0),100*(ABS({t})-({r}-{t}))/ABS({t}))"


def _turun_rasio(sel: Sel) -> str:
    t, r = sel.t, sel.r
    return f'IF(OR({t}<=0,{r}<0),{_turun(t, r)},IF({r}=0,"{TAK_TERBATAS}",100*{t}/{r}))'


def _rentang(sel: Sel, luar: Callable[[str, str], str]) -> str:
    t, u, r = sel.t, sel.u, sel.r
    return f"IF(AND({r}>={t},{r}<={u}),100,IF({r}>{u},{luar(u, r)},{luar(t, r)}))"


def _stabil(sel: Sel) -> str:
    t, r = sel.t, sel.r
    return f"IF({t}=0,IF({r}=0,100,0),100*(ABS({t})-ABS({r}-{t}))/ABS({t}))"


def _stabil_rasio(sel: Sel) -> str:
    t, r = sel.t, sel.r
    return f"IF(OR({t}<=0,{r}<={t}),{_stabil(sel)},100*{t}/{r})"


def _lintasan(sel: Sel) -> str:
    t, b, r = sel.t, sel.b, sel.r
    return f'IF({t}={b},"",100*({r}-{b})/({t}-{b}))'


def _biner(sel: Sel) -> str:
    if sel.u != sel.t:  # a band
        return f"IF(AND({sel.r}>={sel.t},{sel.r}<={sel.u}),100,0)"
    sign = ("<" if sel.turun else ">") + ("" if sel.tegas else "=")
    return f"IF({sel.r}{sign}{sel.t},100,0)"


MENTAH: Final[Mapping[str, Callable[[Sel], str]]] = {
    "naik": lambda sel: _naik(sel.t, sel.r),
    "turun_selisih": lambda sel: _turun(sel.t, sel.r),
    "turun_rasio": _turun_rasio,
    "rentang": lambda sel: _rentang(sel, _naik),
    "rentang_turun": lambda sel: _rentang(sel, _turun),
    "stabil_selisih": _stabil,
    "stabil_rasio": _stabil_rasio,
    "lintasan": _lintasan,
    "biner": _biner,
    "tahapan": lambda sel: _naik(sel.t, sel.r),
    "predikat": lambda sel: _naik(sel.t, sel.r),
    "tanggal": lambda sel: f"IF({sel.r}<={sel.t},100,0)",
    "manual": lambda sel: f'IF({sel.dinyatakan}="","",{sel.dinyatakan})',
}
"""capaian_mentah by the id of the formula; an empty text where there is no answer."""


def bulat(sel: str, desimal: str = "2") -> str:
    """A half up: the inner ROUND gives back the half that binary digits lost."""
    return f"ROUND(ROUND({sel},10),{desimal})"


def cetak(sel: str) -> str:
    return f'TEXT({bulat(sel)},"0.00")'


def rerata(cara: str, sel: Sequence[str], bobot: Sequence[str]) -> str:
    """The mean of cells, some of which hold no number; an empty text where none does."""
    cells = ",".join(sel)
    if cara == "berbobot":
        pairs = [(s, w) for s, w in zip(sel, bobot, strict=True) if w]
        total = "+".join(f"N({s})*{w}" for s, w in pairs) or "0"
        weight = "+".join(f"ISNUMBER({s})*{w}" for s, w in pairs) or "0"
        return f'IF({weight}=0,"",({total})/({weight}))'
    mean = {
        "rerata": f"AVERAGE({cells})",
        "geometrik": f'IF(MIN({cells})<0,"",IF(MIN({cells})=0,0,GEOMEAN({cells})))',
    }[cara]
    return f'IF(COUNT({cells})=0,"",{mean})'


class Tabel(NamedTuple):
    """Where the scale of a year stands: rows from the highest class to the lowest, and the reading of its gaps."""

    awal: int
    akhir: int
    celah: str
    presisi: str

    def kategori(self, sel: str) -> str:
        """The class by counting bounds: those that are reached from below, or those that are passed."""
        if self.celah == "batas_atas":
            first, last, low, closed = self.awal + 1, self.akhir, "D", "E"
            met = "({v}>{low})+({v}={low})*(1-{closed})"
        else:
            first, last, low, closed = self.awal, self.akhir - 1, "B", "C"
            met = "({v}>{low})+({v}={low})*{closed}"
        value = bulat(sel, self.presisi) if self.celah == "bulatkan" else f"ROUND({sel},10)"
        test = met.format(v=value, low=_rentang_sel(low, first, last), closed=_rentang_sel(closed, first, last))
        kelas = self.akhir - self.awal + 1
        return f"INDEX({_rentang_sel('A', self.awal, self.akhir)},{kelas}-SUMPRODUCT({test}))"


def _rentang_sel(kolom: str, awal: int, akhir: int) -> str:
    return f"skala!${kolom}${awal}:${kolom}${akhir}"
