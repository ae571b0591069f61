"""What the cards say of the pages that people share: the front page, each sasaran, each indikator kinerja utama."""

from __future__ import annotations

from sakipgen.domain.indikator import Indikator
from sakipgen.rekap import BarisIndikator, BarisKelompok, RekapPeriode
from sakipgen.rendering.page import Kartu
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks


def kartu_kosong(konteks: Konteks) -> Kartu:
    """Returns the card of a front page without any year."""
    return Kartu(_judul(konteks), "Belum ada perjanjian kinerja dalam data.", ())


def _judul(konteks: Konteks) -> str:
    return f"Kinerja {konteks.pd.singkatan}"


def kartu_beranda(konteks: Konteks, prd: RekapPeriode, ucapan: str) -> Kartu:
    """Returns the card of the front page: how many IKU each kategori holds, the counts of the page's bar."""
    palet = konteks.palet(prd.periode.tahun)
    found = ((palet(row.kelas), row.jumlah) for row in prd.kelas_iku if row.jumlah)
    tanda = tuple((kategori.pita, f"{n} {kategori.label}") for kategori, n in found)
    return Kartu(_judul(konteks), ucapan, tanda)


def kartu_sasaran(konteks: Konteks, nama: str, row: BarisKelompok, ucapan: str) -> Kartu:
    """Returns the card of a sasaran; without a kategori where not enough is measured for one."""
    kelas = row.hasil.kelas
    return Kartu(nama, ucapan, (_tanda(konteks.palet(row.hasil.periode.tahun)(kelas)),) if kelas else ())


def kartu_iku(konteks: Konteks, isi: Indikator, row: BarisIndikator | None, ucapan: str) -> Kartu | None:
    """Returns the card of an IKU; None of any other."""
    if not isi.iku:
        return None
    return Kartu(isi.nama, ucapan, (_tanda(konteks.baris(row).kategori if row else sel.TANPA),))


def _tanda(kategori: sel.Kategori) -> tuple[int, str]:
    known = kategori is not sel.TANPA
    return kategori.pita, f"Kategori {kategori.label}" if known else kategori.label
