"""The capaian that a form can show while it is filled in: what the figure of its cell is joined and compared with."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.indikator import Agregasi
from sakipgen.domain.metode import FormulaCapaian, Metode
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.capaian import PUNCAK_TANPA_BATAS, ukur_capaian
from sakipgen.measuring.deret import Deret
from sakipgen.measuring.hitung import jumlah
from sakipgen.measuring.latar import Latar
from sakipgen.measuring.periode import target_periode
from sakipgen.measuring.rumus import Masukan

_RUMUS: Final = {
    FormulaCapaian.NAIK: "{r}/{t}*100",
    FormulaCapaian.TAHAPAN: "{r}/{t}*100",
    FormulaCapaian.TURUN_SELISIH: "(2*{t}-{r})/{t}*100",
    FormulaCapaian.TURUN_RASIO: "IF({r}<=0,{puncak},{t}/{r}*100)",
}
"""The formulas that are simple enough for a cell, with a target above zero that is no band."""


class Pratinjau(NamedTuple):
    """How the figure of a cell becomes a capaian."""

    formula: FormulaCapaian
    target: Decimal
    """What it is compared with: of a sum, the sum of the targets of the periods that are reported."""
    agregasi: Agregasi
    terdahulu: Decimal | None
    """What the earlier periods of the year bring in: their sum, their best; None where only the latest counts."""
    metode: Metode

    def realisasi(self, nilai: Decimal) -> Decimal:
        """Returns what is compared with the target, given the period's own figure."""
        if self.terdahulu is None:
            return nilai
        match self.agregasi:
            case Agregasi.JUMLAH:
                return jumlah((self.terdahulu, nilai))
            case Agregasi.MAKS:
                return max(self.terdahulu, nilai)
            case _:
                return min(self.terdahulu, nilai)

    def capaian(self, nilai: Decimal) -> Decimal | None:
        """Returns the capaian that the figure gives, unrounded; None where the formula has no answer."""
        found = ukur_capaian(self.formula, Masukan(self.target, self.realisasi(nilai)), self.metode)
        return found.capaian if found else None

    def rumus(self, sel: str) -> str:
        """Returns the same as an expression over a cell."""
        joined = sel
        if self.terdahulu is not None:
            said = f"{self.terdahulu:f}"
            joined = {
                Agregasi.JUMLAH: f"({said}+{sel})",
                Agregasi.MAKS: f"MAX({said},{sel})",
                Agregasi.MIN: f"MIN({said},{sel})",
            }[self.agregasi]
        top = PUNCAK_TANPA_BATAS if self.metode.batas_agregat is None else self.metode.batas_agregat
        text = _RUMUS[self.formula].format(r=joined, t=f"{self.target:f}", puncak=f"{top:f}")
        return text if self.metode.lantai is None else f"MAX({self.metode.lantai:f},{text})"


def susun_pratinjau(latar: Latar, deret: Deret, periode: Periode) -> Pratinjau | None:
    """Returns how the figure of a reported period becomes its capaian; None where a cell cannot say it simply."""
    agregasi = deret.indikator.agregasi
    n = deret.indikator.frekuensi.periode(latar.tahun).index(periode)
    before = [row.nilai for row in deret.dilaporkan if row.periode < periode]
    reported = [*(number for number in deret.nomor if number < n), n]
    if periode.jenis is JenisPeriode.TAHUN:
        pk = latar.perjanjian.berlaku(deret.pemilik, periode.akhir)
        (promise,) = latar.perjanjian.janji(deret.pemilik, deret.kode, (pk,))
        target = promise.target.nilai if promise else None
        band = promise is not None and promise.target.maks is not None
    else:
        target = target_periode(agregasi, deret.target, reported, n, n + 1)
        band = deret.maks is not None
    if target is None or target <= 0 or band or deret.formula not in _RUMUS:
        return None
    joined: Decimal | None = None
    if before:
        joined = {
            Agregasi.JUMLAH: jumlah(before),
            Agregasi.MAKS: max(before),
            Agregasi.MIN: min(before),
        }.get(agregasi)
    return Pratinjau(deret.formula, target, agregasi, joined, latar.metode)
