"""The sheet “Per unit” of the Rekapitulasi: what each unit was measured at, with counts that are computed live."""

from __future__ import annotations

from typing import Final

from sakipgen.rekap import BarisIndikator, BarisPengiriman, RekapPeriode, RekapTahun, RingkasanUnit
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.lembar.buku import Buku, rentang, sel
from sakipgen.rendering.lembar.kata import PERSEN, format_angka, keterangan, sumber, target_tertulis
from sakipgen.rendering.sel_teks import TINGKAT

PER_UNIT: Final = "Per unit"
_KEPALA: Final = (
    "Kode",
    "Indikator",
    "Tingkat",
    "IKU",
    "Unit",
    "Satuan",
    "Target tertulis",
    "Target",
    "Realisasi",
    "Capaian (%)",
    "Kategori",
    "Target tercapai",
    "Keterangan",
    "Bukti",
    "Sumber",
)
(
    KODE,
    NAMA,
    TINGKAT_,
    IKU,
    UNIT,
    SATUAN,
    TERTULIS,
    TARGET,
    REALISASI,
    CAPAIAN,
    KATEGORI,
    TERCAPAI,
    KETERANGAN,
    BUKTI,
    SUMBER,
) = range(len(_KEPALA))
_LEBAR: Final = (9, 42, 12, 6, 8, 11, 12, 11, 11, 11, 14, 10, 34, 7, 34)


class LembarUnit:
    """The sheet while it is being written; afterwards it knows where its rows stand."""

    def __init__(self, buku: Buku, tahun: RekapTahun, periode: RekapPeriode) -> None:
        self._kiriman = {row.unit: row for row in tahun.pengiriman if row.periode == periode.periode}
        self._periode = periode
        self._halaman = buku.lembar(PER_UNIT)
        self.awal = 0
        self.akhir = 0

    def kolom(self, nomor: int) -> str:
        """Returns a whole column of the table, as a formula of another sheet names it."""
        return rentang(self.awal, self.akhir, nomor, PER_UNIT, tetap=True)

    def tulis(self) -> None:
        page = self._halaman
        page.lebar(*_LEBAR)
        row = page.kop("Rekapitulasi data capaian kinerja per unit", self._periode.periode.label)
        page.kepala(row, _KEPALA)
        page.sheet.freeze_panes(row + 1, 2)
        self.awal = row + 1
        row += 1
        totals = []
        for unit in self._periode.unit:
            row = self._unit(row, unit)
            totals.append(row - 1)
        self.akhir = row - 1
        self._jumlah(row, totals)
        page.tanda_tangan(row + 3, NAMA, CAPAIAN)

    def _unit(self, row: int, unit: RingkasanUnit) -> int:
        """Writes a unit with its indikator and counts; returns the row below."""
        page = self._halaman
        told = f"{unit.unit.nama} ({unit.kode}){_dikirim(self._kiriman.get(unit.kode))}"
        page.teks(row, KODE, told, "kelompok")
        page.kosong(row, range(1, len(_KEPALA)), "kelompok")
        first = row + 1
        for n, one in enumerate(unit.indikator):
            self._baris(first + n, unit.kode, one)
        at, last = first + len(unit.indikator), first + len(unit.indikator) - 1
        page.kosong(at, range(len(_KEPALA)), "sel", "jumlah")
        page.teks(at, NAMA, "Terukur dan tercapai", "sel", "jumlah")
        measured = f'COUNT({rentang(first, last, CAPAIAN)})&" dari {len(unit.indikator)}"'
        count = f"{unit.terukur.ada} dari {unit.terukur.dari}"
        page.rumus(at, CAPAIAN, measured if unit.indikator else '"0 dari 0"', count, "sel", "jumlah", "kanan")
        reached = f'COUNTIF({rentang(first, last, TERCAPAI)},"ya")' if unit.indikator else "0"
        page.rumus(at, TERCAPAI, reached, unit.tercapai, "sel", "jumlah", "tengah")
        return at + 1

    def _baris(self, at: int, unit: str, row: BarisIndikator) -> None:
        page, hasil, capaian = self._halaman, row.hasil, row.hasil.capaian
        num = format_angka(row.indikator)
        page.teks(at, KODE, row.kode, "sel")
        page.teks(at, NAMA, row.indikator.nama, "sel", "bungkus")
        page.teks(at, TINGKAT_, TINGKAT[row.indikator.tingkat], "sel")
        page.teks(at, IKU, "ya" if row.indikator.iku else "", "sel", "tengah")
        page.teks(at, UNIT, unit, "sel", "tengah")
        page.teks(at, SATUAN, row.indikator.satuan.nama, "sel", "bungkus")
        page.teks(at, TERTULIS, target_tertulis(row), "sel", "kanan", "bungkus")
        page.angka(at, TARGET, hasil.target, "sel", num=num)
        page.angka(at, REALISASI, hasil.realisasi, "sel", num=num)
        page.angka(at, CAPAIAN, capaian.capaian if capaian else None, "sel", num=PERSEN)
        page.teks(at, KATEGORI, capaian.kelas.label if capaian else "", "sel", "tengah")
        reached = "" if capaian is None else "ya" if capaian.tercapai else "tidak"
        page.teks(at, TERCAPAI, reached, "sel", "tengah")
        page.teks(at, KETERANGAN, keterangan(row), "sel", "bungkus")
        page.angka(at, BUKTI, sum(len(one.bukti) for one in row.laporan), "sel", "tengah")
        page.teks(at, SUMBER, sumber(row), "sel", "bungkus", "redup")

    def _jumlah(self, row: int, totals: list[int]) -> None:
        """The whole: every indikator stands once, in the table of its unit."""
        page, units = self._halaman, self._periode.unit
        page.kosong(row, range(len(_KEPALA)), "sel", "jumlah")
        page.teks(row, NAMA, "Semua unit", "sel", "jumlah")
        ada, dari = sum(unit.terukur.ada for unit in units), sum(unit.terukur.dari for unit in units)
        counted = f'COUNT({rentang(self.awal, self.akhir, CAPAIAN)})&" dari {dari}"' if units else '"0 dari 0"'
        page.rumus(row, CAPAIAN, counted, f"{ada} dari {dari}", "sel", "jumlah", "kanan")
        reached = "+".join(sel(at, TERCAPAI) for at in totals) or "0"
        page.rumus(row, TERCAPAI, reached, sum(unit.tercapai for unit in units), "sel", "jumlah", "tengah")


def _dikirim(row: BarisPengiriman | None) -> str:
    """When a unit sent its report and when it was approved, as far as that was written down."""
    parts = []
    if row and row.dikirim:
        late = f" (terlambat {row.hari_terlambat} hari)" if row.hari_terlambat else ""
        parts.append(f"laporan dikirim {tanggal(row.dikirim)}{late}")
    if row and row.disetujui:
        parts.append(f"disetujui {tanggal(row.disetujui)}")
    return f" · {', '.join(parts)}" if parts else ""
