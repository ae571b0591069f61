"""Bab I: who the office is, with what people and means, and what it faces."""

from __future__ import annotations

from sakipgen.domain.narasi import SumberDaya
from sakipgen.rekap import RekapTahun
from sakipgen.rendering.cetak import angka
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Butir, Daftar, JenisBaris, Kalimat, Kolom, Lari, Rata, Tabel
from sakipgen.rendering.dokumen.teks import baris, kalimat, kepala, sel

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH


def tugas(bahan: Bahan) -> str:
    """Returns the duty of the office as the end of a sentence, without its full stop."""
    text = bahan.rekap.instansi.perangkat_daerah.tugas.strip().removesuffix(".")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


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
        sel("Jumlah", lebar=2, rata=Rata.KIRI),
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
