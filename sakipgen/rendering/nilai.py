"""How a value of an indikator is printed, by its satuan: a number with or without its unit, a rank, a day, a yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from markupsafe import Markup

from sakipgen.domain.hari import hari_ke
from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.target import KATA_TANDA, TandaTarget, Target
from sakipgen.measuring.arah import Perubahan
from sakipgen.measuring.bentuk import terendah
from sakipgen.rendering.cetak import MINUS, RP, Angka, angka, berawalan, hari_bulan, ringkas, tanggal
from sakipgen.rendering.ucap import Ucap, html, teks

NBSP: Final = "\N{NO-BREAK SPACE}"
DESIMAL_TERBANYAK: Final = 6
"""So many decimals are printed where fewer would hide a difference."""
LAMBANG: Final = {
    TandaTarget.PALING_SEDIKIT: "≥",
    TandaTarget.LEBIH_DARI: ">",
    TandaTarget.PALING_BANYAK: "≤",
    TandaTarget.KURANG_DARI: "<",
}
"""The sign of a bound in a table."""


class Cetakan(NamedTuple):
    """What stands before a value, the value, and what stands behind it."""

    awalan: str
    teks: str
    akhiran: str

    def __str__(self) -> str:
        return "".join(self)

    def angka(self, value: Decimal, rujukan: str) -> Angka:
        return Angka(value, rujukan, self.teks, awalan=self.awalan, akhiran=self.akhiran)


@dataclass(frozen=True, slots=True)
class TargetCetak:
    """A target as a reader meets it: its figures with what its sign says."""

    bagian: Ucap

    def __str__(self) -> str:
        return teks(self.bagian)

    def __html__(self) -> Markup:
        return html(self.bagian)


def patokan(angka: str | Angka, maks: str | Angka | None, tanda: TandaTarget | None) -> TargetCetak:
    """Returns a target for a table or a drawing: its number with its sign, or both bounds of its band."""
    if maks is not None and str(maks) != str(angka):
        return TargetCetak((angka, "–", maks))
    return TargetCetak((angka,) if tanda not in LAMBANG else (f"{LAMBANG[tanda]} ", angka))


def patokan_prosa(angka: str | Angka, maks: str | Angka | None, tanda: TandaTarget | None) -> TargetCetak:
    """Returns a target for a sentence."""
    if maks is not None and str(maks) != str(angka):
        return TargetCetak((angka, " sampai ", maks))
    return TargetCetak((angka,) if tanda not in KATA_TANDA else (f"{KATA_TANDA[tanda]} ", angka))


def di_tabel(indikator: Indikator, value: Decimal, tahun: int, desimal: int | None = None) -> Cetakan:
    """Returns a value for a table: its satuan stands once beside the name, only `%` stands at each number."""
    found = _sendiri(indikator, value, tahun)
    places = indikator.desimal if desimal is None else desimal
    return found or Cetakan(*_awalan(indikator, angka(value, places)), _persen(indikator))


def di_kalimat(indikator: Indikator, value: Decimal, tahun: int, desimal: int | None = None) -> Cetakan:
    """Returns a value for a sentence: with its satuan, without zeros at the end."""
    found = _sendiri(indikator, value, tahun)
    places = indikator.desimal if desimal is None else desimal
    return found or Cetakan(*_awalan(indikator, ringkas(value, places)), akhiran(indikator))


def utuh(indikator: Indikator, value: Decimal, tahun: int) -> Cetakan:
    """Returns a value as it was written: with its satuan, never rounded, without zeros at the end."""
    return di_kalimat(indikator, value, tahun, DESIMAL_TERBANYAK)


def desimal_pembeda(indikator: Indikator, value: Decimal, *lain: Decimal | None) -> int:
    """Returns with how many decimals a value is told from others: those of the indikator, where that is enough."""
    others = [other for other in lain if other is not None and other != value]
    for places in range(indikator.desimal, DESIMAL_TERBANYAK + 1):
        if all(angka(value, places) != angka(other, places) for other in others):
            return places
    return indikator.desimal


def tanpa_satuan(indikator: Indikator, value: Decimal, tahun: int) -> Cetakan:
    """Returns a value for a chart over time, which names the satuan and the years once."""
    if indikator.satuan.tipe is TipeSatuan.TANGGAL and (day := hari_ke(value, tahun)):
        return Cetakan("", hari_bulan(day), "")
    return _sendiri(indikator, value, tahun) or Cetakan("", ringkas(value, indikator.desimal), "")


def tertulis(
    indikator: Indikator,
    target: Target,
    value: Decimal,
    tahun: int,
    cara: Callable[[Indikator, Decimal, int], Cetakan] = di_tabel,
) -> Cetakan:
    """Returns the number of a target as its document writes it: a predikat, milestones, else the number in this way.

    A predikat with a score of its own is written as that score.
    """
    if target.tahapan:
        return Cetakan("", ", ".join(indikator.tahapan[kode].uraian for kode in target.tahapan), "")
    found = cara(indikator, value, tahun)
    kelas = indikator.skala.menurut_kode(target.predikat) if indikator.skala and target.predikat else None
    if indikator.skala is None or kelas is None:
        return found
    lowest = terendah(indikator.skala, kelas)
    return Cetakan("", kelas.kode, "") if value == lowest else found._replace(akhiran=f"{found.akhiran} ({kelas.kode})")


def akhiran(indikator: Indikator) -> str:
    """What stands behind a number of this indikator, on the same line: `%`, `hari kerja`, nothing behind an index."""
    if indikator.satuan.tipe is TipeSatuan.ANGKA:
        return f"{NBSP}{indikator.satuan.nama}"
    return _persen(indikator)


def _persen(indikator: Indikator) -> str:
    return "%" if indikator.satuan.tipe is TipeSatuan.PERSEN else ""


def _awalan(indikator: Indikator, text: str) -> tuple[str, str]:
    before = _AWALAN.get(indikator.satuan.tipe)
    return berawalan(before, text) if before else ("", text)


_AWALAN: Final = {TipeSatuan.RUPIAH: RP, TipeSatuan.RASIO: f"1{NBSP}:{NBSP}"}


def _sendiri(indikator: Indikator, value: Decimal, tahun: int) -> Cetakan | None:
    """A value that is said without its number."""
    match indikator.satuan.tipe:
        case TipeSatuan.PREDIKAT:
            rank = indikator.peringkat.menurut_skor(value) if indikator.peringkat else None
            return Cetakan("", rank.kode, "") if rank else None
        case TipeSatuan.TANGGAL:
            day = hari_ke(value, tahun)
            return Cetakan("", tanggal(day), "") if day else None
        case TipeSatuan.YA_TIDAK:
            return Cetakan("", "ya" if value else "tidak", "")
        case _:
            return None


def perubahan(indikator: Indikator, change: Perubahan) -> Cetakan | None:
    """Returns a change for a table, with its sign; None of a yes or no, of which its direction says it all."""
    tipe = indikator.satuan.tipe
    if tipe is TipeSatuan.YA_TIDAK:
        return None
    step = change.selisih
    sign = "+" if step > 0 else MINUS if step < 0 else ""
    size, unit = angka(abs(step), indikator.desimal), ""
    if tipe is TipeSatuan.TANGGAL:
        size, unit = angka(abs(step), 0), f"{NBSP}hari"
    elif (ranks := _tingkat(indikator, change)) is not None:
        size, unit = str(abs(ranks)), f"{NBSP}peringkat"
    return Cetakan(sign + (RP if tipe is TipeSatuan.RUPIAH else ""), size, unit)


def _tingkat(indikator: Indikator, change: Perubahan) -> int | None:
    """By how many ranks a figure changed, whatever their scores are; None of what is no rank."""
    scores = [kelas.skor for kelas in indikator.peringkat.kelas] if indikator.peringkat else []
    before, now = change.sebelumnya, change.sebelumnya + change.selisih
    return scores.index(before) - scores.index(now) if before in scores and now in scores else None


def selisih(indikator: Indikator, value: Decimal) -> str:
    """Returns a difference in words; between percentages it is points, not per cent. Never a zero that is none."""
    decimals = indikator.desimal
    while decimals < DESIMAL_TERBANYAK and value and not angka(value, decimals).strip("0,"):
        decimals += 1
    if indikator.satuan.tipe is TipeSatuan.RUPIAH:
        return "".join(berawalan(RP, ringkas(value, decimals)))
    unit = _SATUAN_SELISIH.get(indikator.satuan.tipe, indikator.satuan.nama)
    return NBSP.join(filter(None, (ringkas(value, decimals), unit)))


_SATUAN_SELISIH: Final = {
    TipeSatuan.PERSEN: "poin persen",
    TipeSatuan.INDEKS: "poin",
    TipeSatuan.PREDIKAT: "peringkat",
    TipeSatuan.TANGGAL: "hari",
    TipeSatuan.RASIO: "",
    TipeSatuan.YA_TIDAK: "",
}
