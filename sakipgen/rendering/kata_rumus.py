"""The formulas of capaian in words, in symbols, and with numbers put in; and a rumus over komponen as one writes it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.domain.metode import AgregasiSasaran, FormulaCapaian
from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.measuring.hitung import jumlah
from sakipgen.measuring.rumus import parse_rumus
from sakipgen.rendering.cetak import Angka, ringkas
from sakipgen.rendering.ucap import Ucap, berkurung, gabung

_NAIK: Final = "(realisasi ÷ target) × 100"
KATA: Final[Mapping[FormulaCapaian, tuple[str, str]]] = {
    FormulaCapaian.NAIK: ("Makin tinggi makin baik: realisasi dibagi target, dikali 100.", _NAIK),
    FormulaCapaian.TURUN_SELISIH: (
        "Makin rendah makin baik: dua kali target dikurangi realisasi, dibagi target, dikali 100.",
        "((2 × target − realisasi) ÷ target) × 100",
    ),
    FormulaCapaian.TURUN_RASIO: (
        "Makin rendah makin baik: target dibagi realisasi, dikali 100.",
        "(target ÷ realisasi) × 100",
    ),
    FormulaCapaian.RENTANG: (
        "Target rentang, di atasnya lebih baik: di dalam rentang 100; di luarnya realisasi dibagi batas yang dilewati.",
        "(realisasi ÷ batas) × 100",
    ),
    FormulaCapaian.RENTANG_TURUN: (
        "Target rentang, di bawahnya lebih baik: di dalam rentang 100; di luarnya dihitung dari batas yang dilewati.",
        "((2 × batas − realisasi) ÷ batas) × 100",
    ),
    FormulaCapaian.STABIL_SELISIH: (
        "Makin dekat target makin baik: 100 dikurangi selisih realisasi dan target dalam persen target.",
        "((target − |realisasi − target|) ÷ target) × 100",
    ),
    FormulaCapaian.STABIL_RASIO: (
        "Makin dekat target makin baik: yang lebih kecil dibagi yang lebih besar, dikali 100.",
        "di bawah target (realisasi ÷ target) × 100; di atas target (target ÷ realisasi) × 100",
    ),
    FormulaCapaian.LINTASAN: (
        "Kemajuan dari kondisi awal: jarak yang sudah ditempuh dibagi seluruh jarak ke target, dikali 100.",
        "((realisasi − kondisi awal) ÷ (target − kondisi awal)) × 100",
    ),
    FormulaCapaian.BINER: ("Terpenuhi atau tidak: 100 bila target terpenuhi, 0 bila tidak.", "100 atau 0"),
    FormulaCapaian.TAHAPAN: (
        "Tahapan yang selesai: jumlah bobot tahapan yang selesai dibagi bobot yang ditargetkan, dikali 100.",
        _NAIK,
    ),
    FormulaCapaian.PREDIKAT: (
        "Predikat: skor predikat yang diperoleh dibagi skor predikat yang ditargetkan, dikali 100.",
        "(skor realisasi ÷ skor target) × 100",
    ),
    FormulaCapaian.TANGGAL: ("Tepat waktu: 100 bila selesai paling lambat pada harinya, 0 bila tidak.", "100 atau 0"),
    FormulaCapaian.MANUAL: (
        "Capaian yang ditetapkan: tidak dihitung, tetapi dinyatakan beserta alasan dan jabatan yang menyetujuinya.",
        "ditetapkan",
    ),
}
"""Each formula of capaian in words and in symbols."""

_BAGI: Final = "({r} ÷ {t}) × 100"
_SELISIH: Final = "((2 × {t} − {r}) ÷ {t}) × 100"
_RASIO: Final = "({t} ÷ {r}) × 100"
_NEGATIF_NAIK: Final = "(1 + ({r} − {t}) ÷ |{t}|) × 100"
_NEGATIF_TURUN: Final = "(1 − ({r} − {t}) ÷ |{t}|) × 100"
_NEGATIF_STABIL: Final = "(1 − |{r} − {t}| ÷ |{t}|) × 100"


def _bertanda(kata: str, pattern: str, batas: str = "target") -> tuple[str, str]:
    """A formula with a negative target in words and in symbols."""
    return f"{kata}, dalam persen {batas} tanpa minusnya.", pattern.format(r="realisasi", t=batas)


_TURUN_NEGATIF: Final = _bertanda(
    "Makin rendah makin baik: 100 dikurangi (di bawah target ditambah) selisih realisasi dan target", _NEGATIF_TURUN
)
_STABIL_NEGATIF: Final = _bertanda(
    "Makin dekat target makin baik: 100 dikurangi selisih realisasi dan target", _NEGATIF_STABIL
)
_NEGATIF: Final[Mapping[FormulaCapaian, tuple[str, str]]] = {
    FormulaCapaian.NAIK: _bertanda(
        "Makin tinggi makin baik: 100 ditambah (di bawah target dikurangi) selisih realisasi dan target", _NEGATIF_NAIK
    ),
    FormulaCapaian.TURUN_SELISIH: _TURUN_NEGATIF,
    FormulaCapaian.TURUN_RASIO: _TURUN_NEGATIF,
    FormulaCapaian.RENTANG: _bertanda(
        "Target rentang, di atasnya lebih baik: di dalam rentang 100; "
        "di luarnya 100 ditambah (di bawah rentang dikurangi) selisih dari batas yang dilewati",
        _NEGATIF_NAIK,
        "batas",
    ),
    FormulaCapaian.RENTANG_TURUN: _bertanda(
        "Target rentang, di bawahnya lebih baik: di dalam rentang 100; "
        "di luarnya 100 dikurangi (di bawah rentang ditambah) selisih dari batas yang dilewati",
        _NEGATIF_TURUN,
        "batas",
    ),
    FormulaCapaian.STABIL_SELISIH: _STABIL_NEGATIF,
    FormulaCapaian.STABIL_RASIO: _STABIL_NEGATIF,
}
"""The same with a negative target, of the formulas that may have one."""


def kata(hasil: HasilIndikator) -> tuple[str, str]:
    """Returns the formula of a row in words and in symbols."""
    target, realisasi, upper = hasil.target, hasil.realisasi, hasil.maks.target
    passed = upper if upper is not None and realisasi is not None and realisasi > upper else target
    known = KATA[hasil.formula]
    return _NEGATIF.get(hasil.formula, known) if passed is not None and passed < 0 else known


def pola(hasil: HasilIndikator, target: Decimal, realisasi: Decimal) -> str:
    """Returns the pattern of a row's calculation, with `{t}`, `{r}`, `{m}` (upper bound) and `{b}` (baseline)."""
    return _POLA[hasil.formula](target, realisasi, hasil.maks.target)


def penghubung(pattern: str, hasil: HasilIndikator) -> str:
    """Returns what stands between such a calculation and its answer: a sign only where something was computed."""
    if hasil.formula is FormulaCapaian.MANUAL:
        return " "
    if hasil.capaian is not None and hasil.capaian.mentah is None:
        return ", ditulis "
    return " = " if pattern.endswith("× 100") else ", jadi "


def _naik(t: Decimal, _: Decimal, __: Decimal | None) -> str:
    return _BAGI if t > 0 else _NEGATIF_NAIK


def _turun(t: Decimal, _: Decimal, __: Decimal | None) -> str:
    if not t:
        return "target {t} berarti tanpa toleransi, realisasi {r}"
    return _SELISIH if t > 0 else _NEGATIF_TURUN


def _turun_rasio(t: Decimal, r: Decimal, maks: Decimal | None) -> str:
    if t <= 0 or r < 0:
        return _turun(t, r, maks)
    return _RASIO if r else "realisasi 0 lebih baik daripada yang dapat dinyatakan dengan pembagian"


def _rentang(formula: Callable[[Decimal, Decimal, Decimal | None], str]) -> Callable[..., str]:
    def pattern(t: Decimal, r: Decimal, maks: Decimal | None) -> str:
        upper = t if maks is None else maks
        if t == r == upper:
            return "realisasi {r} sama dengan target {t}"
        if t <= r <= upper:
            return "{r} di dalam rentang {t} sampai {m}"
        found = formula(t, r, None) if r < t else formula(upper, r, None).replace("{t}", "{m}")
        return found.replace("target", "batas")

    return pattern


def _stabil(t: Decimal, r: Decimal, _: Decimal | None) -> str:
    if not t:
        return "target {t} berarti tanpa toleransi ke atas maupun ke bawah, realisasi {r}"
    if t < 0:
        return _NEGATIF_STABIL
    return _BAGI if r <= t else _SELISIH


def _stabil_rasio(t: Decimal, r: Decimal, maks: Decimal | None) -> str:
    return _RASIO if 0 < t < r else _stabil(t, r, maks)


def _tetap(pattern: str) -> Callable[..., str]:
    return lambda *_: pattern


_POLA: Final[Mapping[FormulaCapaian, Callable[[Decimal, Decimal, Decimal | None], str]]] = {
    FormulaCapaian.NAIK: _naik,
    FormulaCapaian.TURUN_SELISIH: _turun,
    FormulaCapaian.TURUN_RASIO: _turun_rasio,
    FormulaCapaian.RENTANG: _rentang(_naik),
    FormulaCapaian.RENTANG_TURUN: _rentang(_turun),
    FormulaCapaian.STABIL_SELISIH: _stabil,
    FormulaCapaian.STABIL_RASIO: _stabil_rasio,
    FormulaCapaian.LINTASAN: _tetap("(({r} − {b}) ÷ ({t} − {b})) × 100"),
    FormulaCapaian.BINER: _tetap("realisasi {r}, target {t}"),
    FormulaCapaian.TAHAPAN: _naik,
    FormulaCapaian.PREDIKAT: _naik,
    FormulaCapaian.TANGGAL: _tetap("selesai {r}, paling lambat {t}"),
    FormulaCapaian.MANUAL: _tetap("ditetapkan"),
}


def rerata(cara: AgregasiSasaran, bagian: Sequence[tuple[Angka, Angka | None]]) -> Ucap:
    """Returns how these capaian, with their weights, make a mean; nothing of none."""
    values = [(value,) for value, _ in bagian]
    if len(values) < 2:
        return gabung("", values)
    match cara:
        case AgregasiSasaran.RERATA:
            return ("(", *gabung(" + ", values), f") ÷ {len(values)}")
        case AgregasiSasaran.GEOMETRIK:
            return (f"akar pangkat {len(values)} dari (", *gabung(" × ", values), ")")
        case AgregasiSasaran.BERBOBOT:
            weighted = [(value, weight) for value, weight in bagian if weight is not None]
            total = ringkas(jumlah(weight.nilai for _, weight in weighted), 6)
            parts = [(value, " × ", weight) for value, weight in weighted]
            return ("(", *gabung(" + ", parts), f") ÷ {total}")


# ── The rumus over komponen ──────────────────────────────────────────────────────────────────────────────────────

_OPERATOR: Final[Mapping[type[ast.operator], str]] = {ast.Add: "+", ast.Sub: "−", ast.Mult: "×", ast.Div: "÷"}
_DERET: Final = (ast.Add, ast.Mult)


def tulis(rumus: str, nilai: Mapping[str, Ucap]) -> Ucap:
    """Returns the rumus as one writes it by hand, with these words or figures for its names."""
    expression = parse_rumus(rumus)
    return berkurung(_cabang(expression.pohon, expression.teks, nilai))


def _cabang(node: ast.expr, teks: str, nilai: Mapping[str, Ucap]) -> Ucap:
    match node:
        case ast.Name(id=name):
            return nilai[name]
        case ast.UnaryOp(operand=operand):
            return ("−", *_kurung(operand, None, teks, nilai))
        case ast.BinOp(left=left, op=op, right=right):
            sign = f" {_OPERATOR[type(op)]} "
            return (*_kurung(left, op, teks, nilai), sign, *_kurung(right, op, teks, nilai))
        case _:
            return (_bilangan(Decimal(teks[node.col_offset : node.end_col_offset])),)


def _bilangan(value: Decimal) -> str:
    """A number of the rumus with all its decimals."""
    return ringkas(value, max(0, -int(value.as_tuple().exponent)))


def _kurung(node: ast.expr, luar: ast.operator | None, teks: str, nilai: Mapping[str, Ucap]) -> Ucap:
    """A part in brackets, unless it is one number or name, or the same sum or product goes on."""
    inner = _cabang(node, teks, nilai)
    goes_on = isinstance(node, ast.BinOp) and isinstance(luar, _DERET) and type(node.op) is type(luar)
    if goes_on or isinstance(node, ast.Name | ast.Constant):
        return inner
    return ("(", *inner, ")")
