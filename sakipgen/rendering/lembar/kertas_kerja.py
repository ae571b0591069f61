"""Kertas kerja pengukuran: every step from what was reported to the capaian of the whole, by live formulas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.kertas_kerja import bagian
from sakipgen.rendering.lembar import kertas_metode
from sakipgen.rendering.lembar.buku import Buku, susun
from sakipgen.rendering.lembar.kertas_data import LembarData
from sakipgen.rendering.lembar.kertas_kelompok import LembarKelompok
from sakipgen.rendering.lembar.kertas_skala import Acuan
from sakipgen.rendering.lembar.kertas_ukur import LembarUkur

JUDUL: Final = "Kertas kerja pengukuran kinerja"


def render(rekap: Rekapitulasi, tahun: int, periode: Periode | None = None) -> bytes:
    """Returns the workbook of one period; without one that of the year."""
    year, sheet = bagian(rekap, tahun, periode)
    return susun(rekap, JUDUL, sheet.periode.label, lambda buku: _isi(buku, year, sheet))


def _isi(buku: Buku, year: RekapTahun, sheet: RekapPeriode) -> None:
    buku.baca_dahulu(_tentang(year, sheet))
    main = LembarUkur(buku, year.metode, sheet)
    groups = LembarKelompok(buku, year, sheet)
    blocks = buku.lembar("Data")
    scales = Acuan(buku, year.metode.skala, [row.indikator for row in sheet.indikator])
    kertas_metode.tulis(buku, year.metode)
    places = main.tulis(LembarData(blocks, year, sheet, scales), scales)
    groups.tulis(places, scales)


def _tentang(year: RekapTahun, sheet: RekapPeriode) -> Iterator[tuple[str, str]]:
    yield "Metode", year.metode.nama
    if not sheet.selesai:
        yield "Belum akhir", "Periode ini belum berakhir pada hari data dilihat; angkanya masih akan bertambah."
    yield (
        "Lembar “Pengukuran”",
        "Satu baris untuk setiap indikator: target, realisasi, capaian mentah, capaian, capaian agregat, dan kategori.",
    )
    yield "Lembar “Kelompok”", "Capaian sasaran, tujuan, dan perangkat daerah, dirata-ratakan dari capaian agregat."
    yield (
        "Lembar “Data”",
        (
            "Angka setiap periode pelaporan dan komponennya, dengan bukti dan baris sumbernya. "
            "Kolom “Realisasi” pada lembar “Pengukuran” dihitung dari sini."
        ),
    )
    yield "Lembar “Skala”", "Tabel yang dipakai mencari kategori, predikat, dan peringkat."
    yield "Lembar “Metode”", "Aturan pengukuran tahun ini; batas-batasnya dipakai langsung oleh rumus."
    yield (
        "Sel kuning",
        (
            "Boleh diubah untuk mencoba: isian laporan, komponen, target, kondisi awal, bobot, capaian yang "
            "dinyatakan. Semua angka lain ikut dihitung ulang. Perubahan di sini tidak mengubah data; data resmi "
            "diubah lewat usulan."
        ),
    )
    yield (
        "Sel kosong",
        (
            "Angkanya belum ada, bukan nol; sebabnya pada kolom “Keterangan” dan “Keadaan”. Periode tanpa laporan "
            "tidak diisi di sini, karena targetnya ikut berubah: sampaikan laporannya, lalu buat kertas kerja ini lagi."
        ),
    )
    yield (
        "Tanggal dan peringkat",
        (
            "Tanggal dihitung sebagai nomor hari dalam tahun (1 Januari = 1) dan peringkat sebagai skornya; bunyinya "
            "ada pada kolom “tertulis”. Target tertulis tidak ikut berubah bila target diubah."
        ),
    )
    yield (
        "Capaian mentah",
        (
            "Jawaban rumus apa adanya. Capaian: tidak lebih rendah daripada nilai terendah tahun itu. Capaian agregat: "
            "dibatasi sebelum dirata-ratakan."
        ),
    )
    yield (
        "Ketelitian",
        "Lembar sebar menghitung dengan 15 digit, sakipgen dengan 28. Angkanya sama sampai sembilan angka penting.",
    )
