"""Days as numbers of a year, and figures of one year beside those of another."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from math import floor

from sakipgen.domain.indikator import Indikator, TipeSatuan


def nomor_hari(hari: date, tahun: int) -> Decimal:
    """Returns a day as the number it has in a year: 1 of 1 January, 366 or 367 of the next 1 January."""
    return Decimal((hari - date(tahun, 1, 1)).days + 1)


def hari_ke(nomor: Decimal, tahun: int) -> date | None:
    """Returns the day with a number in a year, of a broken one the day it falls on; None where no calendar has it."""
    try:
        return date(tahun, 1, 1) + timedelta(days=floor(nomor) - 1)
    except OverflowError:
        return None


def pada_tahun(indikator: Indikator, nilai: Decimal, lama: int, baru: int) -> Decimal:
    """Returns a figure of one year as another year writes it: a day keeps its month and day, not its number.

    29 February is the last of that month in a year without one.
    """
    if indikator.satuan.tipe is not TipeSatuan.TANGGAL:
        return nilai
    day = hari_ke(nilai, lama)
    if day is None:
        return nilai
    year = day.year + baru - lama
    end_of_february = (day.month, day.day) == (2, 29)
    same = date(year, 3, 1) - timedelta(days=1) if end_of_february else day.replace(year=year)
    return nomor_hari(same, baru)


def sebanding(indikator: Indikator, nilai: Decimal, lama: int, baru: int) -> Decimal | None:
    """Returns a figure of one year to hold against one of another; None across a break of the series."""
    return pada_tahun(indikator, nilai, lama, baru) if indikator.putus_antara(lama, baru) is None else None
