"""The sheet “Hasil” of the Rekapitulasi: tujuan, sasaran, program, kegiatan with capaian and money, sums live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sakipgen.measuring.anggaran import HasilAnggaran, TingkatAnggaran
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import BarisAnggaran, BarisKelompok, RekapAnggaran, RekapPeriode
from sakipgen.rendering.lembar.buku import Buku, rentang, sel
from sakipgen.rendering.lembar.kata import PERSEN, RUPIAH
from sakipgen.rendering.sel_teks import TINGKAT_ANGGARAN

_KEPALA: Final = (
    "Jenjang",
    "Kode",
    "Uraian",
    "Unit",
    "Terukur",
    "Dari",
    "Tercapai",
    "Capaian (%)",
    "Kategori",
    "Pagu (Rp)",
    "Realisasi anggaran (Rp)",
    "Serapan (%)",
    "Sisa (Rp)",
    "Keterangan",
)
JENJANG, KODE, URAIAN, UNIT, ADA, DARI, TERCAPAI, CAPAIAN, KATEGORI, PAGU, REALISASI, SERAPAN, SISA, KETERANGAN = range(
    len(_KEPALA)
)
_LEBAR: Final = (13, 17, 60, 8, 8, 7, 9, 10, 14, 18, 18, 10, 18, 34)


class LembarHasil:
    """The sheet while it is being written."""

    def __init__(self, buku: Buku, periode: RekapPeriode) -> None:
        self._periode = periode
        self._uang = periode.anggaran
        self._halaman = buku.lembar("Hasil")
        self._letak: dict[str, int] = {}
        """The row of each program, kegiatan and sub kegiatan."""

    def tulis(self) -> None:
        page, sheet = self._halaman, self._periode
        page.lebar(*_LEBAR)
        title = "Rekapitulasi hasil pengukuran per tujuan, sasaran, program, dan kegiatan"
        row = page.kop(title, sheet.periode.label)
        page.kepala(row, _KEPALA)
        page.sheet.freeze_panes(row + 1, 3)
        row += 1
        money = self._uang.baris if self._uang else ()
        start = row + len(sheet.tujuan) + len(sheet.sasaran) + 2
        self._letak = {one.kode: start + n for n, one in enumerate(money)}
        for one in sheet.tujuan:
            self._kelompok(row, "Tujuan", one)
            row += 1
        for one in sheet.sasaran:
            self._kelompok(row, "Sasaran", one)
            row += 1
        self._perangkat_daerah(row)
        row += 2
        for program in money:
            self._anggaran(row, program, money)
            row += 1
        if self._uang:
            self._jumlah(row, self._uang)
        page.tanda_tangan(row + 3, URAIAN, PAGU)

    def _kinerja(self, at: int, hasil: HasilKelompok, *rupa: str) -> None:
        page = self._halaman
        page.angka(at, ADA, hasil.terukur.ada, "sel", "tengah", *rupa)
        page.angka(at, DARI, hasil.terukur.dari, "sel", "tengah", *rupa)
        page.angka(at, TERCAPAI, hasil.tercapai, "sel", "tengah", *rupa)
        page.angka(at, CAPAIAN, hasil.capaian, "sel", *rupa, num=PERSEN)
        page.teks(at, KATEGORI, hasil.kelas.label if hasil.kelas else "", "sel", "tengah", *rupa)
        missing = hasil.terukur.dari - hasil.terukur.ada
        told = f"{missing} indikator belum ada angkanya" if missing else ""
        page.teks(at, KETERANGAN, told, "sel", "bungkus", *rupa)

    def _nama(self, at: int, jenjang: str, kode: str, uraian: str, unit: str, *rupa: str) -> None:
        page = self._halaman
        for column, text in ((JENJANG, jenjang), (KODE, kode), (UNIT, unit)):
            page.teks(at, column, text, "sel", *rupa)
        page.teks(at, URAIAN, uraian, "sel", "bungkus", *rupa)

    def _kelompok(self, at: int, jenjang: str, row: BarisKelompok) -> None:
        """A tujuan or sasaran; a sasaran has of each program its share."""
        self._nama(at, jenjang, row.kode, row.uraian, "", "tebal")
        self._kinerja(at, row.hasil)
        if row.uang is None or self._uang is None:
            self._halaman.kosong(at, range(PAGU, SISA + 1), "sel")
            return
        shares = [
            (self._letak[one.kode], one.porsi[row.kode], one.hasil)
            for one in self._uang.baris
            if one.induk is None and row.kode in one.porsi
        ]

        def part(column: int) -> str:
            return "+".join(
                f"N({sel(line, column)})" + ("" if percent == 100 else f"*{percent}/100") for line, percent, _ in shares
            )

        reported = [sel(line, REALISASI) for line, _, money in shares if money.pagu]
        spent = f'IF(COUNT({",".join(reported)})<{len(reported)},"",{part(REALISASI)})' if reported else '""'
        self._uang_baris(at, row.uang, part(PAGU), spent)

    def _perangkat_daerah(self, at: int) -> None:
        self._nama(at, "Perangkat daerah", "", "Capaian perangkat daerah", "", "jumlah")
        self._kinerja(at, self._periode.perangkat_daerah, "jumlah")
        self._halaman.kosong(at, range(PAGU, SISA + 1), "sel", "jumlah")

    def _anggaran(self, at: int, row: BarisAnggaran, semua: Sequence[BarisAnggaran]) -> None:
        look = ("tebal",) if row.hasil.tingkat is TingkatAnggaran.PROGRAM else ()
        self._nama(at, TINGKAT_ANGGARAN[row.hasil.tingkat], row.kode, row.nama, row.unit, *look)
        self._kinerja(at, row.kinerja)
        below = [self._letak[one.kode] for one in semua if one.kode.startswith(f"{row.kode}.")]
        if not below:
            self._halaman.angka(at, PAGU, row.hasil.pagu, "sel", *look, num=RUPIAH)
            self._halaman.angka(at, REALISASI, row.hasil.realisasi, "sel", *look, num=RUPIAH)
            self._turunan(at, row.hasil, *look)
            return
        self._uang_baris(at, row.hasil, *_dari_bawah(min(below), max(below)), *look)

    def _jumlah(self, at: int, uang: RekapAnggaran) -> None:
        page, lines = self._halaman, list(self._letak.values())
        self._nama(at, "Jumlah", "", "Semua program", "", "jumlah")
        page.kosong(at, (*range(ADA, KATEGORI + 1), KETERANGAN), "sel", "jumlah")
        first, last = min(lines, default=at), max(lines, default=at)
        self._uang_baris(at, uang.hasil.jumlah, *_dari_bawah(first, last), "jumlah")

    def _uang_baris(self, at: int, hasil: HasilAnggaran, pagu: str, realisasi: str, *rupa: str) -> None:
        page = self._halaman
        page.rumus(at, PAGU, pagu, hasil.pagu, "sel", *rupa, num=RUPIAH)
        page.rumus(at, REALISASI, realisasi, hasil.realisasi, "sel", *rupa, num=RUPIAH)
        self._turunan(at, hasil, *rupa)

    def _turunan(self, at: int, hasil: HasilAnggaran, *rupa: str) -> None:
        """What follows from pagu and realisasi."""
        page, pagu, spent = self._halaman, sel(at, PAGU), sel(at, REALISASI)
        share = f'IF(OR({spent}="",{pagu}=0),"",{spent}/{pagu}*100)'
        page.rumus(at, SERAPAN, share, hasil.serapan, "sel", *rupa, num=PERSEN)
        page.rumus(at, SISA, f'IF({spent}="","",{pagu}-{spent})', hasil.sisa, "sel", *rupa, num=RUPIAH)


def _dari_bawah(first: int, last: int) -> tuple[str, str]:
    """The sums over the sub kegiatan of some rows; what was not reported of a pagu is not zero."""
    leaf = f'{rentang(first, last, JENJANG)}="Sub kegiatan"'
    pagu, spent = rentang(first, last, PAGU), rentang(first, last, REALISASI)
    told = f"--({leaf}),--ISNUMBER({spent})"
    missing = f"SUMPRODUCT(--({leaf}),--({pagu}<>0),1-ISNUMBER({spent}))>0"
    total = f'SUMIF({rentang(first, last, JENJANG)},"Sub kegiatan",{{}})'
    none = f"SUMPRODUCT({told})=0"
    return total.format(pagu), f'IF(OR({missing},{none}),"",{total.format(spent)})'
