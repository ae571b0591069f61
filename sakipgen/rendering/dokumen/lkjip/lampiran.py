"""What stands behind the report: the promises, the measuring form, the evidence, the follow-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.bukti import Klasifikasi
from sakipgen.rekap import BarisIndikator, BarisKoreksi, BuktiTerbit, RekapPk, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.lkjip.perencanaan import nama_perjanjian
from sakipgen.rendering.dokumen.tabel_kinerja import menurut_jenjang, rerata
from sakipgen.rendering.dokumen.tabel_pk import anggaran_pk, target_pk
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kelompok, kepala

_KANAN = Rata.KANAN
SIDIK: Final = 12
"""So many letters of a hash tell files apart on paper; the open data has all."""


@dataclass(frozen=True, slots=True)
class LampiranPk:
    nama: str
    pk: RekapPk
    target: Tabel
    anggaran: Tabel | None


def perjanjian(bahan: Bahan, year: RekapTahun) -> Iterator[LampiranPk]:
    """Yields every PK of the Kepala as it was signed."""
    for pk in year.pk:
        if pk.kepala:
            yield LampiranPk(nama_perjanjian(pk), pk, target_pk(bahan.rekap.indikator, pk), anggaran_pk(pk))


def pengukuran(year: RekapTahun) -> Tabel:
    """Returns the form of measuring: every indikator with how it is counted, its figures and its kategori."""
    prd = year.setahun
    rows: list[Baris] = []
    for group in prd.sasaran:
        rows.append(kelompok(f"Sasaran {group.kode}: {group.uraian}", 7))
        rows += map(_baris, group.indikator)
        rows.append(rerata(f"Capaian sasaran {group.kode}", group.hasil))
    for title, members in menurut_jenjang(prd):
        rows.append(kelompok(title, 7))
        rows += map(_baris, members)
    return Tabel(
        kolom=(
            Kolom(28),
            Kolom(10),
            Kolom(29),
            Kolom(9, _KANAN),
            Kolom(9, _KANAN),
            Kolom(9, _KANAN),
            Kolom(12),
        ),
        kepala=kepala(("Indikator", "Satuan", "Cara menghitung", "Target", "Realisasi", "Capaian", "Kategori")),
        baris=tuple(rows),
        judul=f"Pengukuran kinerja tahun {year.tahun}",
        nomor_kolom=True,
        kecil=True,
    )


def _baris(row: BarisIndikator) -> Baris:
    return baris(
        f"{row.kode} {row.indikator.nama}",
        row.indikator.satuan.nama,
        " ".join(row.indikator.formula_teks.split()),
        sel_teks.target(row),
        sel_teks.realisasi(row),
        sel_teks.capaian(row),
        sel_teks.kategori(row),
    )


def bukti(year: RekapTahun) -> Tabel | None:
    """Returns the evidence behind the figures of every sasaran; None without any."""
    rows = [
        (row.kode, one)
        for group in year.setahun.sasaran
        for row in group.indikator
        for lap in year.laporan_menurut_kode.get(row.kode, {}).values()
        for one in lap.bukti
    ]
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(9), Kolom(14), Kolom(42), Kolom(25), Kolom(14)),
        kepala=kepala(("Kode", "Periode", "Bukti", "Tempat", "SHA-256")),
        baris=tuple(_bukti(kode, one) for kode, one in rows),
        judul=f"Bukti dukung indikator sasaran tahun {year.tahun}",
        catatan=(kalimat(f"Kolom terakhir memuat {SIDIK} huruf pertama sidik berkas yang tersimpan."),),
        kecil=True,
    )


def _bukti(kode: str, one: BuktiTerbit) -> Baris:
    bukti = one.bukti
    place = f"arsip {bukti.nomor_arsip}" if bukti.nomor_arsip else bukti.berkas or bukti.tautan or KOSONG
    if bukti.klasifikasi is Klasifikasi.INTERNAL and not bukti.nomor_arsip:
        place = "internal, diminta lewat PPID"
    digest = one.berkas.sha256[:SIDIK] if one.berkas else KOSONG
    return baris(kode, one.periode.label_pendek, f"{bukti.judul} ({bukti.jenis})", place, digest)


def koreksi(bahan: Bahan, year: RekapTahun) -> Tabel | None:
    """Returns the figures of the year that changed after closing, with reason and approval; None without any."""
    rows = [row for row in bahan.rekap.koreksi if row.periode.tahun == year.tahun]
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(14), Kolom(24), Kolom(12, _KANAN), Kolom(12, _KANAN), Kolom(26), Kolom(14)),
        kepala=kepala(("Koreksi", "Indikator dan periode", "Semula", "Menjadi", "Alasan", "Disetujui")),
        baris=tuple(_koreksi(bahan, row) for row in rows),
        judul=f"Koreksi data tahun {year.tahun}",
        kecil=True,
    )


def _koreksi(bahan: Bahan, row: BarisKoreksi) -> Baris:
    isi = row.isi
    indikator = bahan.rekap.indikator[isi.indikator]
    tahun = row.periode.tahun
    approvers = " dan ".join(map(bahan.rekap.instansi.nama_jabatan, isi.disetujui_oleh))
    return baris(
        row.kode,
        f"{isi.indikator} {indikator.nama}, {row.periode.label}",
        sel_teks.nilai(indikator, row.realisasi_lama, tahun),
        "dicabut" if isi.nilai_baru is None else sel_teks.nilai(indikator, row.realisasi_baru, tahun),
        " ".join(isi.alasan.split()),
        f"{approvers}, {tanggal(isi.tanggal)}",
    )
