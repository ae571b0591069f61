"""Ikhtisar eksekutif and Bab I: the year in a page, and who the office is."""

from __future__ import annotations

from collections.abc import Iterator

from sakipgen.domain.narasi import SumberDaya
from sakipgen.rekap import RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import angka
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import (
    Blok,
    Butir,
    Daftar,
    JenisBaris,
    Kalimat,
    Kolom,
    Lari,
    Rata,
    Tabel,
)
from sakipgen.rendering.dokumen.lkjip import prosa
from sakipgen.rendering.dokumen.teks import baris, kalimat, kepala, sel
from sakipgen.rendering.pages import beranda, grafik, uang

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH

# ── Ikhtisar eksekutif ───────────────────────────────────────────────────────────────────────────────────────────


def putusan(bahan: Bahan, year: RekapTahun) -> str:
    """Returns the verdict over all IKU, as the front page has it."""
    prd = year.setahun
    return prosa.ucapan(beranda.putusan(bahan.konteks, prd, bahan.konteks.strip(prd, prd.iku).data_sampai))


def uang_setahun(bahan: Bahan, year: RekapTahun) -> str:
    """Returns the verdict over all money; nothing without any."""
    money = year.setahun.anggaran
    return prosa.ucapan(uang.ucapan_semua(bahan.konteks, year.setahun, money)) if money else ""


def ringkasan(year: RekapTahun, judul: str) -> Tabel:
    """Returns each sasaran in one row, and the whole."""
    prd = year.setahun
    whole = prd.perangkat_daerah
    rows = [
        baris(
            str(n),
            f"{row.kode} {row.uraian}",
            f"{row.hasil.tercapai} dari {row.hasil.terukur.dari}",
            sel_teks.capaian_kelompok(row.hasil),
            sel_teks.kategori_kelompok(row.hasil),
        )
        for n, row in enumerate(prd.sasaran, 1)
    ]
    total = baris(
        sel("Perangkat daerah", lebar=2),
        f"{whole.tercapai} dari {whole.terukur.dari}",
        sel_teks.capaian_kelompok(whole),
        sel_teks.kategori_kelompok(whole),
        jenis=JenisBaris.JUMLAH,
    )
    return Tabel(
        kolom=(Kolom(6, _TENGAH), Kolom(47), Kolom(17, _TENGAH), Kolom(14, _KANAN), Kolom(18)),
        kepala=kepala(("No.", "Sasaran strategis", "Indikator tercapai", "Capaian", "Kategori")),
        baris=(*rows, total),
        judul=judul,
    )


def hitungan(bahan: Bahan, year: RekapTahun) -> Iterator[Blok]:
    """Yields the IKU counted by kategori."""
    prd = year.setahun
    said = beranda.putusan(bahan.konteks, prd, bahan.konteks.strip(prd, prd.iku).data_sampai)
    found = grafik.hitungan(bahan.konteks.palet(year.tahun), prd.kelas_iku, "indikator kinerja utama", said)
    if found:
        yield from prosa.gambar(found.spek, found.spek.nama, keterangan=False)


def di_bawah_target(year: RekapTahun) -> Daftar | None:
    """Returns the IKU that fell short, with both figures; None if none did."""
    rows = [row for row in year.setahun.iku if row.hasil.capaian and not row.hasil.capaian.tercapai]
    if not rows:
        return None
    return Daftar(
        tuple(
            kalimat(
                f"{row.kode} {row.indikator.nama}: realisasi {sel_teks.realisasi(row)} dari target "
                f"{sel_teks.target(row)}, capaian {sel_teks.capaian(row)}"
            )
            for row in rows
        )
    )


# ── Bab I ────────────────────────────────────────────────────────────────────────────────────────────────────────


def unit(bahan: Bahan) -> Tabel:
    """Returns the units of the office with their heads and duties."""
    instansi = bahan.rekap.instansi
    return Tabel(
        kolom=(Kolom(6, _TENGAH), Kolom(30), Kolom(28), Kolom(44)),
        kepala=kepala(("No.", "Unit kerja", "Dipimpin", "Tugas")),
        baris=tuple(
            baris(str(n), one.nama, instansi.nama_jabatan(one.kepala), one.tugas)
            for n, one in enumerate(instansi.unit_kerja.values(), 1)
        ),
        judul="Unit kerja dan tugasnya",
    )


def pegawai(sumber: SumberDaya) -> Tabel | None:
    """Returns the staff by group; None where nobody counted it."""
    if not sumber.pegawai:
        return None
    total = sumber.jumlah_pegawai
    rows = [
        baris(str(n), row.uraian, angka(row.laki_laki, 0), angka(row.perempuan, 0), angka(row.jumlah, 0))
        for n, row in enumerate(sumber.pegawai, 1)
    ]
    last = baris(
        sel("Jumlah", lebar=2),
        angka(total.laki_laki, 0),
        angka(total.perempuan, 0),
        angka(total.jumlah, 0),
        jenis=JenisBaris.JUMLAH,
    )
    return Tabel(
        kolom=(Kolom(8, _TENGAH), Kolom(44), Kolom(16, _KANAN), Kolom(16, _KANAN), Kolom(16, _KANAN)),
        kepala=kepala(("No.", "Pegawai", "Laki-laki", "Perempuan", "Jumlah")),
        baris=(*rows, last),
        judul="Jumlah pegawai",
    )


def sarana(sumber: SumberDaya) -> Tabel | None:
    """Returns buildings and equipment; None where nobody listed them."""
    if not sumber.sarana:
        return None
    return Tabel(
        kolom=(Kolom(8, _TENGAH), Kolom(44), Kolom(14, _KANAN), Kolom(14), Kolom(20)),
        kepala=kepala(("No.", "Sarana dan prasarana", "Jumlah", "Satuan", "Keadaan")),
        baris=tuple(
            baris(str(n), row.uraian, angka(row.jumlah, 0), row.satuan, row.kondisi)
            for n, row in enumerate(sumber.sarana, 1)
        ),
        judul="Sarana dan prasarana",
    )


def isu(year: RekapTahun) -> Daftar | None:
    """Returns the strategic issues, each with its name first; None where none is written."""
    rows = year.narasi.laporan.isi.isu_strategis
    if not rows:
        return None
    entries: tuple[Kalimat, ...] = tuple(
        (Lari(f"{row.nama}. ", tebal=True), Lari(" ".join(row.uraian.split()))) for row in rows
    )
    return Daftar(entries, Butir.ANGKA)


def dasar_hukum(year: RekapTahun) -> Daftar | None:
    rows = year.narasi.laporan.isi.dasar_hukum
    return Daftar(tuple(map(kalimat, rows)), Butir.ANGKA) if rows else None
