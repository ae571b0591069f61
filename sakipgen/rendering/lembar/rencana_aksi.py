"""Rencana aksi of a year: a sheet a unit, with the targets of each period, the actions, who does them, and when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sakipgen.domain.perencanaan import Aksi
from sakipgen.domain.waktu import BULAN, Periode
from sakipgen.rekap import BarisIndikator, BarisTarget, Rekapitulasi, RekapTahun, RingkasanUnit
from sakipgen.rendering.kertas_kerja import bagian
from sakipgen.rendering.lembar.buku import Buku, Lembar, susun
from sakipgen.rendering.lembar.kata import RUPIAH, bertulis, format_angka, target_dokumen
from sakipgen.rendering.nilai import di_tabel

JUDUL: Final = "Rencana aksi"
_KEPALA: Final = ("Kode", "Indikator dan aksi", "Keluaran", "Pelaksana", "Sub kegiatan", "Anggaran", "Target setahun")
KODE, AKSI, KELUARAN, PELAKSANA, SUB, ANGGARAN, SETAHUN, JANUARI = range(8)
_BULAN: Final = ("kelompok", "sel", "tengah")
"""How the target of a period looks over its months."""
_LEBAR: Final = (9, 44, 34, 24, 18, 17, 14, *(7,) * 12)


def render(rekap: Rekapitulasi, tahun: int) -> bytes:
    """Returns the workbook of a year."""
    year, _ = bagian(rekap, tahun, None)
    return susun(rekap, JUDUL, f"Tahun {tahun}", lambda buku: _isi(buku, year))


def _isi(buku: Buku, year: RekapTahun) -> None:
    buku.baca_dahulu(_tentang(year))
    for unit in year.setahun.unit:
        planned = [row for row in unit.indikator if row.kode in year.rencana_aksi]
        if planned:
            _unit(buku, year, unit, planned)


def _tentang(year: RekapTahun) -> Iterator[tuple[str, str]]:
    for unit in year.setahun.unit:
        count = sum(row.kode in year.rencana_aksi for row in unit.indikator)
        told = f"{count} indikator" if count else "tidak ada rencana aksi tahun ini"
        yield f"Lembar “{unit.kode}”" if count else unit.kode, f"{unit.unit.nama}: {told}."
    yield "Kolom bulan", "Pada baris indikator: target periode pelaporannya. Pada baris aksi: bulan pelaksanaan (biru)."
    yield "Target setahun", "Target menurut Perjanjian Kinerja yang berlaku pada akhir tahun."
    yield "Anggaran", "Pagu sub kegiatan yang membiayai aksi itu; satu pagu dapat membiayai beberapa aksi."


def _unit(buku: Buku, year: RekapTahun, unit: RingkasanUnit, rows: Sequence[BarisIndikator]) -> None:
    page = buku.lembar(unit.kode)
    page.lebar(*_LEBAR)
    row = page.kop(f"Rencana aksi {unit.unit.nama}", f"Tahun {year.tahun}")
    page.kepala(row, (*_KEPALA, *(name[:3] for name in BULAN)))
    page.sheet.freeze_panes(row + 1, 2)
    row += 1
    for one in rows:
        _indikator(page, row, year, one)
        row += 1
        for aksi in year.rencana_aksi[one.kode].aksi:
            _aksi(page, row, year, aksi)
            row += 1
    instansi = buku.rekap.instansi
    page.tanda_tangan(
        row + 1,
        AKSI,
        SUB,
        dari=("Disusun oleh", instansi.nama_jabatan(unit.unit.kepala)),
        oleh=("Mengetahui", instansi.nama_jabatan("kepala")),
    )


def _indikator(page: Lembar, at: int, year: RekapTahun, row: BarisIndikator) -> None:
    """An indikator: the year's target, and below its months that of each reported period."""
    page.teks(at, KODE, row.kode, "kelompok")
    page.teks(at, AKSI, f"{row.indikator.nama} ({row.indikator.satuan.nama})", "kelompok", "bungkus")
    page.kosong(at, range(KELUARAN, SETAHUN), "kelompok")
    promised = row.hasil.target_tahun
    if promised is None:
        page.teks(at, SETAHUN, "belum ditetapkan", "kelompok", "tengah")
    elif bertulis(row):
        page.teks(at, SETAHUN, str(di_tabel(row.indikator, promised, year.tahun)), "kelompok", "kanan")
    else:
        page.angka(at, SETAHUN, promised, "kelompok", num=format_angka(row.indikator))
    page.kosong(at, range(JANUARI, JANUARI + 12), *_BULAN)
    targets = {t.periode: t for t in year.target if t.jenis == "rencana_aksi" and t.kode == row.kode}
    for periode in row.indikator.frekuensi.periode(year.tahun):
        if found := targets.get(periode):
            _target(page, at, row, found)


def _target(page: Lembar, at: int, row: BarisIndikator, target: BarisTarget) -> None:
    """The target of a period over the months that it lasts."""
    first, last = (JANUARI - 1 + month for month in target.periode.bulan)
    told = target_dokumen(row.indikator, target)
    if first != last:
        page.gabung(at, first, last, told or "", *_BULAN)
    if told is None:
        page.angka(at, first, target.nilai, *_BULAN, num=format_angka(row.indikator))
    elif first == last:
        page.teks(at, first, told, *_BULAN)


def _aksi(page: Lembar, at: int, year: RekapTahun, aksi: Aksi) -> None:
    money = year.setahun.anggaran
    pagu = {row.kode: row.hasil.pagu for row in money.baris} if money else {}
    page.teks(at, KODE, "", "sel")
    page.teks(at, AKSI, aksi.uraian, "sel", "bungkus")
    page.teks(at, KELUARAN, aksi.keluaran, "sel", "bungkus")
    page.teks(at, PELAKSANA, page.buku.rekap.instansi.nama_jabatan(aksi.pelaksana), "sel", "bungkus")
    page.teks(at, SUB, aksi.sub_kegiatan or "", "sel")
    page.angka(at, ANGGARAN, pagu.get(aksi.sub_kegiatan or ""), "sel", num=RUPIAH)
    page.teks(at, SETAHUN, "", "sel")
    spans = [Periode(year.tahun, segmen).bulan for segmen in aksi.jadwal]
    for month in range(1, 13):
        busy = any(first <= month <= last for first, last in spans)
        page.kosong(at, (JANUARI - 1 + month,), "sel", *(("jadwal",) if busy else ()))
