"""Capaian against money: one row for each group, with the figure of the year's own method first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.domain.dataset import UNIT_KEPALA
from sakipgen.domain.metode import CaraEfisiensi, Efisiensi
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.anggaran import HasilAnggaran
from sakipgen.measuring.efisiensi import HasilEfisiensi, SimpulanEfisiensi
from sakipgen.rekap import RekapPeriode
from sakipgen.rendering.cetak import Angka, angka, angka_persen, angka_rupiah, ringkas
from sakipgen.rendering.kalimat_uang import DITUNDA
from sakipgen.rendering.pages import alamat, sel

SIMPULAN: Final[Mapping[SimpulanEfisiensi, str]] = {
    SimpulanEfisiensi.EFISIEN: "efisien",
    SimpulanEfisiensi.CUKUP_EFISIEN: "cukup efisien",
    SimpulanEfisiensi.TIDAK_EFISIEN: "tidak efisien",
    SimpulanEfisiensi.TIDAK_DIHITUNG: "tidak dihitung, target belum tercapai",
}
CARA: Final[Mapping[CaraEfisiensi, tuple[str, str]]] = {
    CaraEfisiensi.SELISIH: ("Selisih", "capaian − serapan, dalam poin"),
    CaraEfisiensi.SISA_ANGGARAN: ("Sisa anggaran", "100 − serapan, hanya bila target tercapai"),
    CaraEfisiensi.RASIO: ("Rasio", "capaian ÷ serapan; di atas 1 berarti efisien"),
    CaraEfisiensi.PMK: (
        "Nilai efisiensi",
        "50 + penghematan ÷ 20 × 50; penghematan = 1 − realisasi ÷ (pagu × capaian), antara −20 dan 20 persen",
    ),
}
"""Each method in words and symbols; where `SELISIH` is efficient, the year says."""
_TANPA: Final = Markup('<span class="sk-kosong">–<span class="sk-sr"> tidak dihitung</span></span>')


def cara(kebijakan: Efisiensi) -> Iterator[tuple[str, str, bool]]:
    """Yields each method with its symbols, and whether it is the one of the year's policy."""
    for one, (name, symbols) in CARA.items():
        said = f"{symbols}; {_ambang(kebijakan.ambang)}" if one is CaraEfisiensi.SELISIH else symbols
        yield name, said, one is kebijakan.cara


def _ambang(ambang: Decimal) -> str:
    if not ambang:
        return "di atas 0 berarti efisien"
    told = ringkas(ambang, 6)
    return f"di atas {told} berarti efisien, dari −{told} sampai {told} cukup efisien"


@dataclass(frozen=True, slots=True)
class EfisiensiTampil:
    """The perangkat daerah or a sasaran with its money."""

    nama: str
    alamat: str | None
    capaian: sel.Sel
    pagu: Angka
    serapan: sel.Sel
    selisih: sel.Sel
    sisa: sel.Sel
    rasio: sel.Sel
    nilai: sel.Sel
    simpulan: str
    dihitung: bool
    """Whether capaian and money are both known."""


def tabel(prd: RekapPeriode) -> tuple[EfisiensiTampil, ...]:
    """Returns the sasaran that have money, then the whole; nothing without money or before the year has ended."""
    return tuple(_semua(prd)) if prd.dibandingkan else ()


def sasaran(prd: RekapPeriode, kode: str) -> EfisiensiTampil | None:
    """Returns the row of one sasaran."""
    return next((row for s, row in zip(_beruang(prd), tabel(prd), strict=False) if s == kode), None)


def ditunda(prd: RekapPeriode) -> str | None:
    """Returns what stands in place of the table; None where the table is due, and of a month, which shows less."""
    return None if prd.dibandingkan or prd.periode.jenis is JenisPeriode.BULAN else DITUNDA


def _beruang(prd: RekapPeriode) -> list[str]:
    return [s.kode for s in prd.sasaran if s.uang]


def _semua(prd: RekapPeriode) -> Iterator[EfisiensiTampil]:
    for s in prd.sasaran:
        if s.uang:
            key = f"sasaran:{s.kode}"
            yield _baris(
                f"Sasaran {s.kode}", alamat.sasaran(s.kode), key, prd.periode, s.uang, s.hasil.capaian, s.efisiensi
            )
    if prd.anggaran:
        money, whole = prd.anggaran, prd.perangkat_daerah.capaian
        key = f"perangkat_daerah:{UNIT_KEPALA}"
        yield _baris("Perangkat daerah", None, key, prd.periode, money.hasil.jumlah, whole, money.efisiensi)


def _baris(
    nama: str,
    halaman: str | None,
    kunci: str,
    periode: Periode,
    uang: HasilAnggaran,
    capaian: Decimal | None,
    efisiensi: HasilEfisiensi | None,
) -> EfisiensiTampil:
    ref = f"efisiensi/{kunci}:{periode}/"

    def percent(value: Decimal | None, column: str) -> sel.Sel:
        return _TANPA if value is None else angka_persen(value, f"{ref}{column}")

    def number(value: Decimal | None, column: str, decimals: int = 2) -> sel.Sel:
        if value is None:
            return _TANPA
        text = angka(value, decimals)
        sign = "+" if column == "selisih" and value > 0 and text.strip("0,") else ""
        return Angka(value, f"{ref}{column}", text, awalan=sign)

    found = efisiensi
    return EfisiensiTampil(
        nama=nama,
        alamat=halaman,
        capaian=percent(capaian, "capaian"),
        pagu=angka_rupiah(uang.pagu, f"{ref}pagu"),
        serapan=percent(uang.serapan, "serapan"),
        selisih=number(found.selisih if found else None, "selisih"),
        sisa=percent(found.sisa_anggaran if found else None, "sisa_anggaran"),
        rasio=number(found.rasio if found else None, "rasio"),
        nilai=number(found.nilai_pmk if found else None, "nilai_pmk"),
        simpulan=SIMPULAN[found.simpulan] if found and found.simpulan else "belum dapat disimpulkan",
        dihitung=found is not None,
    )
