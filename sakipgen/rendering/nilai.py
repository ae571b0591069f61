"""How a value of an indikator is printed, by its satuan: a number with or without its unit, a rank, a day, a yes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.target import TandaTarget
from sakipgen.rendering.cetak import MINUS, Angka, angka, ringkas, tanggal

NBSP: Final = "\N{NO-BREAK SPACE}"
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


def di_tabel(indikator: Indikator, value: Decimal, tahun: int) -> Cetakan:
    """Returns a value for a table: its satuan stands once beside the name, only `%` stands at each number."""
    found = _sendiri(indikator, value, tahun)
    return found or _cetakan(indikator, angka(value, indikator.desimal), _persen(indikator))


def di_kalimat(indikator: Indikator, value: Decimal, tahun: int) -> Cetakan:
    """Returns a value for a sentence: with its satuan, without zeros at the end."""
    found = _sendiri(indikator, value, tahun)
    return found or _cetakan(indikator, ringkas(value, indikator.desimal), akhiran(indikator))


def tanpa_satuan(indikator: Indikator, value: Decimal, tahun: int) -> str:
    """Returns a value for the axis of a chart, which names the satuan once."""
    found = _sendiri(indikator, value, tahun)
    return str(found) if found else ringkas(value, indikator.desimal)


def akhiran(indikator: Indikator) -> str:
    """What stands behind a number of this indikator, on the same line: `%`, `hari kerja`, nothing behind an index."""
    if indikator.satuan.tipe is TipeSatuan.ANGKA:
        return f"{NBSP}{indikator.satuan.nama}"
    return _persen(indikator)


def _persen(indikator: Indikator) -> str:
    return "%" if indikator.satuan.tipe is TipeSatuan.PERSEN else ""


def _cetakan(indikator: Indikator, text: str, behind: str) -> Cetakan:
    """A printed number between what its satuan puts before and behind it; the minus of an amount stands before `Rp`."""
    before = _AWALAN.get(indikator.satuan.tipe, "")
    if indikator.satuan.tipe is TipeSatuan.RUPIAH and text.startswith(MINUS):
        before, text = f"{MINUS}{before}", text.removeprefix(MINUS)
    return Cetakan(before, text, behind)


_AWALAN: Final = {TipeSatuan.RUPIAH: "Rp", TipeSatuan.RASIO: f"1{NBSP}:{NBSP}"}


def _sendiri(indikator: Indikator, value: Decimal, tahun: int) -> Cetakan | None:
    """A value that is said without its number."""
    match indikator.satuan.tipe:
        case TipeSatuan.PREDIKAT:
            rank = indikator.peringkat.menurut_skor(value) if indikator.peringkat else None
            return Cetakan("", rank.kode, "") if rank else None
        case TipeSatuan.TANGGAL:
            return Cetakan("", tanggal(date(tahun, 1, 1) + timedelta(days=int(value) - 1)), "")
        case TipeSatuan.YA_TIDAK:
            return Cetakan("", "ya" if value else "tidak", "")
        case _:
            return None


def selisih(indikator: Indikator, value: Decimal) -> str:
    """Returns a difference in words; between percentages it is points, not per cent. Never a zero that is none."""
    decimals = indikator.desimal
    while decimals < 6 and value and not angka(value, decimals).strip("0,"):
        decimals += 1
    if indikator.satuan.tipe is TipeSatuan.RUPIAH:
        return f"Rp{ringkas(value, decimals)}"
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
