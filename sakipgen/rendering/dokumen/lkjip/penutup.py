"""Bab IV and what Bab III ends with: awards, the next steps, the targets of the year that follows."""

from __future__ import annotations

from collections.abc import Iterator

from sakipgen.rekap import BarisKelompok, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.teks import baris, kelompok, kepala, sel_panjang


def penghargaan(year: RekapTahun) -> Tabel | None:
    """Returns the awards of the year; None without any."""
    rows = year.narasi.laporan.isi.penghargaan
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(6, Rata.TENGAH), Kolom(50), Kolom(32), Kolom(12, Rata.TENGAH)),
        kepala=kepala(("No.", "Penghargaan", "Pemberi", "Tahun")),
        baris=tuple(baris(str(n), row.nama, row.pemberi, str(row.tahun)) for n, row in enumerate(rows, 1)),
        judul=f"Penghargaan yang diterima tahun {year.tahun}",
    )


def langkah(bahan: Bahan, year: RekapTahun) -> Tabel | None:
    """Returns what is to be done next, by whom and when; None where nothing is written."""
    rows = year.narasi.laporan.isi.langkah_ke_depan
    if not rows:
        return None
    units = bahan.rekap.instansi.unit_kerja
    return Tabel(
        kolom=(Kolom(6, Rata.TENGAH), Kolom(50), Kolom(26), Kolom(18)),
        kepala=kepala(("No.", "Langkah", "Penanggung jawab", "Waktu")),
        baris=tuple(
            baris(str(n), sel_panjang(("", row.uraian)), units[row.penanggung_jawab].nama, row.waktu)
            for n, row in enumerate(rows, 1)
        ),
        judul=f"Langkah perbaikan sesudah tahun {year.tahun}",
    )


def target_berikutnya(bahan: Bahan, year: RekapTahun) -> Tabel | None:
    """Returns the Renstra's targets of the year that follows; None after its last year."""
    rows = [line for group in year.setahun.sasaran for line in _sasaran(bahan, year, group)]
    if not rows:
        return None
    following = year.tahun + 1
    return Tabel(
        kolom=(Kolom(52), Kolom(16), Kolom(16, Rata.KANAN), Kolom(16, Rata.KANAN)),
        kepala=kepala(("Indikator", "Satuan", f"Realisasi {year.tahun}", f"Target {following}")),
        baris=tuple(rows),
        judul=f"Target tahun {following} menurut Renstra",
    )


def _sasaran(bahan: Bahan, year: RekapTahun, group: BarisKelompok) -> Iterator[Baris]:
    planned = {row.kode: bahan.konteks.target_renstra(year.renstra, row.kode) for row in group.indikator}
    known = [row for row in group.indikator if year.tahun + 1 in planned[row.kode]]
    if known:
        yield kelompok(f"{group.kode} {group.uraian}", 4)
    for row in known:
        yield baris(
            f"{row.kode} {row.indikator.nama}",
            row.indikator.satuan.nama,
            sel_teks.realisasi(row),
            sel_teks.janji(row.indikator, planned[row.kode][year.tahun + 1]),
        )
