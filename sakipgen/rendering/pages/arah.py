"""The direction of an indikator in a year: of one that has not ended, that of its last reported period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from markupsafe import Markup

from sakipgen.domain.waktu import Periode
from sakipgen.rekap import BarisIndikator, RekapPeriode, RekapTahun
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks, label

_DIBANDING: Final = Markup('%s <small class="sk-sub">dibanding %s</small>')


def terakhir(tahun: RekapTahun, row: BarisIndikator) -> BarisIndikator:
    """Returns the row that tells the direction of a year's row: itself, or the last reported one of an open year."""
    return _terakhir(tahun, row) if row.hasil.periode == tahun.setahun.periode else row


def _terakhir(tahun: RekapTahun, row: BarisIndikator) -> BarisIndikator:
    if tahun.setahun.selesai:
        return row
    return next((found for prd in reversed(tahun.periode) if (found := _dilaporkan(prd, row.kode))), row)


def _dilaporkan(prd: RekapPeriode, kode: str) -> BarisIndikator | None:
    """The row of a period that is reported as such and has a figure."""
    row = prd.menurut_kode.get(kode)
    if row is None or row.hasil.realisasi is None:
        return None
    return row if prd.periode.jenis.frekuensi is row.indikator.frekuensi else None


def tampil(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> Markup:
    """Returns the direction of the year's row in words; why there is none where nothing can be compared."""
    last = terakhir(tahun, row)
    way, when = konteks.baris(last).arah, last.hasil.periode
    if way is not None:
        return way if last is row else _DIBANDING % (way, label(Periode(when.tahun - 1, when.segmen)))
    return sel.tanpa(tanpa(konteks, tahun, row))


def tanpa(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> str:
    """Returns why nothing tells the direction of a year's row."""
    when = terakhir(tahun, row).hasil.periode
    waits = not tahun.setahun.selesai and _ada(konteks, when.tahun - 1, row.kode)
    broken = row.indikator.putus_antara(when.tahun - 1, when.tahun) if waits else row.putus
    if broken:
        return f"seri baru {broken}"
    return "dibandingkan sesudah tahun berakhir" if waits else "belum ada pembanding"


def _ada(konteks: Konteks, tahun: int, kode: str) -> bool:
    """Whether a year has a figure of an indikator."""
    years = (year for year in konteks.rekap.tahun if year.tahun == tahun)
    rows = (year.setahun.menurut_kode.get(kode) for year in years)
    return any(row is not None and row.hasil.realisasi is not None for row in rows)


def semua(konteks: Konteks, tahun: RekapTahun, rows: Iterable[BarisIndikator]) -> Mapping[str, Markup]:
    """Returns the directions of a year's rows by kode, for a column of a table; none where no row can be compared."""
    listed = tuple(rows)
    if not any(terakhir(tahun, row).perubahan for row in listed):
        return {}
    return {row.kode: tampil(konteks, tahun, row) for row in listed}
