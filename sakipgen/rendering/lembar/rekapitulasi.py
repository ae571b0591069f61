"""Rekapitulasi data capaian and hasil pengukuran of a period, with what is missing and counts by kategori."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap import HitunganKelas, KeadaanPengiriman, Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.kata_pengiriman import KEADAAN
from sakipgen.rendering.kertas_kerja import bagian
from sakipgen.rendering.lembar import rekap_unit
from sakipgen.rendering.lembar.buku import Buku, Lembar, rentang, sel, susun
from sakipgen.rendering.lembar.kata import keterangan
from sakipgen.rendering.lembar.rekap_hasil import LembarHasil
from sakipgen.rendering.lembar.rekap_unit import LembarUnit

JUDUL: Final = "Rekapitulasi data capaian dan hasil pengukuran"
_BELUM: Final = ("Apa", "Kode", "Uraian", "Unit", "Jatuh tempo", "Hari terlambat", "Keadaan")
_LENGKAP: Final = frozenset({KeadaanPengiriman.DISETUJUI, KeadaanPengiriman.TIDAK_TERCATAT})


def render(rekap: Rekapitulasi, tahun: int, periode: Periode | None = None) -> bytes:
    """Returns the workbook of one period; without one that of the year."""
    year, sheet = bagian(rekap, tahun, periode)
    return susun(rekap, JUDUL, sheet.periode.label, lambda buku: _isi(buku, year, sheet))


def _isi(buku: Buku, year: RekapTahun, sheet: RekapPeriode) -> None:
    buku.baca_dahulu(_tentang(sheet))
    units, groups = LembarUnit(buku, year, sheet), LembarHasil(buku, sheet)
    units.tulis()
    groups.tulis()
    _kategori(buku, sheet, units)
    _belum_lengkap(buku, year, sheet)


def _tentang(sheet: RekapPeriode) -> Iterator[tuple[str, str]]:
    if not sheet.selesai:
        yield "Belum akhir", "Periode ini belum berakhir pada hari data dilihat; angkanya masih akan bertambah."
    yield "Lembar “Per unit”", "Data capaian setiap indikator menurut unit yang menyampaikannya."
    yield "Lembar “Hasil”", "Capaian dan anggaran tujuan, sasaran, program, kegiatan, dan sub kegiatan."
    yield "Lembar “Kategori”", "Banyaknya indikator setiap unit menurut kategori."
    yield "Lembar “Belum lengkap”", "Angka, laporan, dan realisasi anggaran yang belum ada."
    yield (
        "Jumlah",
        "Jumlah, serapan, dan hitungan kategori adalah rumus; capaian dihitung pada kertas kerja pengukuran.",
    )
    yield "Sel kosong", "Angkanya belum ada, bukan nol; sebabnya pada kolom “Keterangan”."


def _kategori(buku: Buku, sheet: RekapPeriode, units: LembarUnit) -> None:
    """Counts of each unit by kategori; what has none is the rest."""
    page = buku.lembar("Kategori")
    classes = [row.kelas.label for row in sheet.kelas_iku if row.kelas]
    page.lebar(44, *(13,) * (len(classes) + 2))
    row = page.kop("Banyaknya indikator menurut kategori", sheet.periode.label)
    page.kepala(row, ("Unit", *classes, "Belum ada angka", "Jumlah"))
    head, first = row, row + 1
    for unit in sheet.unit:
        row += 1
        where = f'{units.kolom(rekap_unit.UNIT)}="{unit.kode}"'
        _hitung(page, row, head, unit.unit.nama, where, unit.kelas, units)
    last, row = row, row + 1
    page.teks(row, 0, "Semua unit", "sel", "jumlah")
    for n in range(1, len(classes) + 3):
        total = sum(_banyak(unit.kelas)[n - 1] for unit in sheet.unit)
        formula = f"SUM({rentang(first, last, n)})" if sheet.unit else "0"
        page.rumus(row, n, formula, total, "sel", "jumlah", "tengah")
    if sheet.unit:
        where = f'{units.kolom(rekap_unit.IKU)}="ya"'
        _hitung(page, row + 1, head, "Di antaranya IKU", where, sheet.kelas_iku, units)


def _hitung(
    page: Lembar, at: int, head: int, nama: str, where: str, kelas: Sequence[HitunganKelas], units: LembarUnit
) -> None:
    """Writes a row of counts: of each class, of those without a figure, of all."""
    counts = _banyak(kelas)
    page.teks(at, 0, nama, "sel", "bungkus")
    for n, count in enumerate(counts[:-2], 1):
        formula = f"SUMPRODUCT(({where})*({units.kolom(rekap_unit.KATEGORI)}={sel(head, n)}))"
        page.rumus(at, n, formula, count, "sel", "tengah")
    last = len(counts)
    known = f"SUM({sel(at, 1)}:{sel(at, last - 2)})"
    page.rumus(at, last - 1, f"{sel(at, last)}-{known}", counts[-2], "sel", "tengah")
    page.rumus(at, last, f"SUMPRODUCT(--({where}))", counts[-1], "sel", "tengah", "tebal")


def _banyak(kelas: Sequence[HitunganKelas]) -> list[int]:
    """The counts by class, then of those without a figure, then of all."""
    counts = [row.jumlah for row in kelas if row.kelas]
    without = sum(row.jumlah for row in kelas if row.kelas is None)
    return [*counts, without, sum(counts) + without]


def _belum_lengkap(buku: Buku, year: RekapTahun, sheet: RekapPeriode) -> None:
    """Every figure, report and amount that is missing, with why."""
    page = buku.lembar("Belum lengkap")
    page.lebar(14, 17, 62, 8, 18, 10, 52)
    row = page.kop("Yang belum lengkap", sheet.periode.label)
    page.kepala(row, _BELUM)
    page.sheet.freeze_panes(row + 1, 0)
    lines = list(_yang_belum(year, sheet))
    for line in lines:
        row += 1
        for n, text in enumerate(line):
            page.teks(row, n, text, "sel", *(("tengah",) if n in {3, 5} else ("bungkus",)))
    if not lines:
        page.gabung(row + 1, 0, len(_BELUM) - 1, "Semua angka, laporan, dan realisasi anggaran sudah ada.", "sel")


def _yang_belum(year: RekapTahun, sheet: RekapPeriode) -> Iterator[tuple[str, ...]]:
    units = {unit.kode: unit.unit.nama for unit in sheet.unit}
    for one in year.pengiriman:
        if one.periode == sheet.periode and one.keadaan not in _LENGKAP:
            late = str(one.hari_terlambat or "")
            told = KEADAAN[one.keadaan]
            yield "Laporan unit", "", units.get(one.unit, one.unit), one.unit, tanggal(one.jatuh_tempo), late, told
    for row in sheet.indikator:
        hasil = row.hasil
        if hasil.capaian is None and hasil.status is not Status.TIDAK_BERLAKU:
            late, unit = str(hasil.hari_terlambat or ""), row.indikator.penanggung_jawab
            yield "Indikator", row.kode, row.indikator.nama, unit, tanggal(hasil.jatuh_tempo), late, keterangan(row)
    for money in sheet.anggaran.baris if sheet.anggaran else ():
        if money.hasil.tingkat is TingkatAnggaran.SUB_KEGIATAN and money.hasil.realisasi is None and money.hasil.pagu:
            yield "Anggaran", money.kode, money.nama, money.unit, "", "", "realisasi anggaran belum dilaporkan"
