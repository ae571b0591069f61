"""Cells of money: pagu, realisasi and serapan of a program, kegiatan or sub kegiatan, or of all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.rekap import BarisAnggaran
from sakipgen.rendering.cetak import Angka, angka_persen, angka_rupiah
from sakipgen.rendering.pages.sel import Sel


@dataclass(frozen=True, slots=True)
class UangTampil:
    """One program, kegiatan or sub kegiatan, or the total, as a row of a table."""

    kode: str
    nama: str
    pagu: Angka
    realisasi: Sel
    sisa: Sel
    serapan: Sel
    alamat: str | None
    """None of the total."""


_KOSONG: Final = Markup('<span class="sk-kosong"><span aria-hidden="true">{}</span> {}</span>')
_TANPA_UANG: Final = _KOSONG.format("○", "belum dilaporkan")
_TANPA_PAGU: Final = _KOSONG.format("–", "tidak ada pagu")


def uang(
    kode: str,
    nama: str,
    ref: str,
    pagu: Decimal,
    realisasi: Decimal | None,
    sisa: Decimal | None,
    serapan: Decimal | None,
    halaman: str | None = None,
) -> UangTampil:
    return UangTampil(
        kode=kode,
        nama=nama,
        pagu=angka_rupiah(pagu, f"{ref}pagu"),
        realisasi=_TANPA_UANG if realisasi is None else angka_rupiah(realisasi, f"{ref}realisasi"),
        sisa=_TANPA_UANG if sisa is None else angka_rupiah(sisa, f"{ref}sisa"),
        serapan=_tanpa_serapan(pagu) if serapan is None else angka_persen(serapan, f"{ref}serapan"),
        alamat=halaman,
    )


def _tanpa_serapan(pagu: Decimal) -> Markup:
    return _TANPA_UANG if pagu else _TANPA_PAGU


def baris_uang(row: BarisAnggaran, halaman: str) -> UangTampil:
    h = row.hasil
    ref = f"anggaran/{row.kode}:{row.kinerja.periode}/"
    return uang(row.kode, row.nama, ref, h.pagu, h.realisasi, h.sisa, h.serapan, halaman)
