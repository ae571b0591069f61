"""The periods of an indikator, year by year: what was promised, reported and proved in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from markupsafe import Markup

from sakipgen.domain.waktu import Frekuensi, JenisPeriode
from sakipgen.rekap import BarisIndikator, Laporan, RekapPeriode, RekapTahun
from sakipgen.rendering.pages import alamat, perjanjian, riwayat, sel
from sakipgen.rendering.pages.konteks import Konteks, judul_waktu


@dataclass(frozen=True, slots=True)
class BarisPeriode:
    """A period of the year on the page of an indikator."""

    label: str
    alamat: str
    baris: sel.BarisTampil
    setahun: bool
    pk: str | None
    """The PK whose target stands behind it; None in a year with one PK."""
    sampai: str | None
    """Until when an unfinished year is told; None of an ended period."""
    bukti: int
    """How many pieces of evidence came with its reports."""
    diperbarui: Markup
    """When its figure last changed: approved, or corrected afterwards."""
    riwayat: str | None
    """Anchor of its latest change on the same page."""
    sumber: Markup


@dataclass(frozen=True, slots=True)
class TahunRinci:
    """The periods of one year."""

    tahun: int
    periode: tuple[BarisPeriode, ...]


Rinci = Sequence[tuple[RekapPeriode, BarisIndikator]]
"""The periods of a year with the indikator's row in each."""


def periode_tahun(tahun: RekapTahun, kode: str) -> Iterator[tuple[RekapPeriode, BarisIndikator]]:
    """Yields the periods in which the indikator is reported, the quarters of a monthly one, and the year."""
    for prd in tahun.periode:
        row = prd.menurut_kode[kode]
        shown = {row.indikator.frekuensi, Frekuensi.TAHUNAN}
        if row.indikator.frekuensi is Frekuensi.BULANAN:
            shown.add(Frekuensi.TRIWULANAN)
        if prd.periode.jenis.frekuensi in shown:
            yield prd, row


def dilaporkan(row: BarisIndikator) -> bool:
    """Whether a period is one that is reported."""
    return row.hasil.periode.jenis.frekuensi is row.indikator.frekuensi


def tahun_rinci(konteks: Konteks, tahun: RekapTahun, found: Rinci) -> TahunRinci:
    """Returns the periods of a year as rows."""
    changed = any(row.hasil.target_murni is not None for _, row in found)
    return TahunRinci(tahun.tahun, tuple(_baris(konteks, prd, row, berubah=changed) for prd, row in found))


def _baris(konteks: Konteks, prd: RekapPeriode, row: BarisIndikator, *, berubah: bool) -> BarisPeriode:
    """A row; it names its PK where that was amended within the year."""
    return BarisPeriode(
        label=prd.periode.label,
        alamat=alamat.periode(prd.periode),
        baris=konteks.baris(row),
        setahun=prd.periode.jenis is JenisPeriode.TAHUN and row.indikator.frekuensi is not prd.periode.jenis.frekuensi,
        pk=perjanjian.singkat(row.hasil.versi_pk) if berubah else None,
        sampai=None if prd.selesai else judul_waktu(konteks, prd),
        bukti=sum(len(lap.bukti) for lap in row.laporan),
        diperbarui=_diperbarui(konteks, row),
        riwayat=riwayat.jangkar(konteks, row.kode, row.hasil.periode),
        sumber=sumber(konteks, row),
    )


_BELUM: Final = Markup("belum ada")


def sumber(konteks: Konteks, row: BarisIndikator) -> Markup:
    """Returns where realisasi and target stand; a figure of several reports names its own, for each has its row."""
    named = row.rujukan
    if len(named) > 1:
        named = tuple(lap.rujukan for lap in row.laporan if lap.periode == row.hasil.periode)
    more = len(row.rujukan) - len(named)
    where = Markup(", ").join(map(konteks.sumber, named)) or _BELUM
    if more:
        where = where + f" dan {more} laporan sebelumnya" if named else Markup(f"gabungan {more} laporan")  # noqa: S704
    target = konteks.sumber(row.rujukan_target) if row.rujukan_target else _BELUM
    return Markup(f"<div>realisasi: {where}</div><div>target: {target}</div>")  # noqa: S704 - finished parts


def _diperbarui(konteks: Konteks, row: BarisIndikator) -> Markup:
    if row.hasil.realisasi is None:
        return sel.tanpa("belum ada angka")
    changed = (k.isi.tanggal for k in konteks.koreksi.get(row.kode, ()) if row.hasil.periode.memuat(k.periode))
    approved = (day for lap in row.laporan if (day := _disetujui(konteks, lap)))
    last = max((*changed, *approved), default=None)
    return sel.hari_pendek(last) if last else sel.tanpa("tidak tercatat")


def _disetujui(konteks: Konteks, laporan: Laporan) -> date | None:
    sent = konteks.pengiriman.get((laporan.unit, laporan.periode))
    return sent.disetujui if sent else None
