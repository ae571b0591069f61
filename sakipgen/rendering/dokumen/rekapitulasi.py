"""The recaps: what came in for a period unit by unit, and what was measured level by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sakipgen.domain.realisasi import Status
from sakipgen.domain.siklus import JenisNaskah
from sakipgen.rekap import BarisIndikator, RekapPeriode, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, JenisBaris, Kolom, Rata, Tabel, TandaTangan
from sakipgen.rendering.dokumen.data_masuk import DataUnit, data_masuk, diminta, kekurangan, terisi
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.langkah import TIM, Kejadian, kejadian, menghasilkan, sekretaris
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.surat import penanda, putusan, sekalimat
from sakipgen.rendering.dokumen.tabel_kinerja import (
    capaian_jenjang,
    capaian_sasaran,
    capaian_tujuan,
)
from sakipgen.rendering.dokumen.tabel_uang import anggaran_periode
from sakipgen.rendering.dokumen.teks import baris, kepala
from sakipgen.rendering.kata_pengiriman import KEADAAN
from sakipgen.rendering.pages.grafik import hitung_kelas

_REKAP = menghasilkan(JenisNaskah.REKAPITULASI)
_TENGAH, _KANAN = Rata.TENGAH, Rata.KANAN


def _tanda_tangan(bahan: Bahan, satu: Kejadian) -> TandaTangan:
    instansi = bahan.rekap.instansi
    return bahan.tanda_tangan(
        bahan.penanda(sekretaris(instansi), "Mengetahui,"),
        penanda(bahan, satu, TIM),
        hari=satu.hari,
    )


# ── What came in ─────────────────────────────────────────────────────────────────────────────────────────────────


def rekapitulasi_data(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the recaps of the data that units handed in."""
    for satu in kejadian(bahan, pilihan, _REKAP, "pengumpulan"):
        units = data_masuk(bahan.rekap.instansi, pilihan.tahun, pilihan.lembar)
        rows = tuple(row for unit in units for row in unit.indikator)
        joined = _gabungan(pilihan.lembar)
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("rekapitulasi-data"),
                judul=f"Rekapitulasi Data Capaian Kinerja {satu.periode.label}",
                subjek=f"Data {satu.periode.label} yang disampaikan setiap unit kerja, dan yang belum.",
                templat="rekapitulasi-data.j2",
                nilai={
                    **satu.nilai(),
                    "unit_masuk": sum(unit.masuk for unit in units),
                    "unit": len(units),
                    "indikator_terisi": sum(map(terisi, rows)),
                    "indikator": len(rows),
                    "penyampaian": _penyampaian(units),
                    "data": tuple(_data(f"Data {u.unit.nama}", u.indikator) for u in units if u.indikator),
                    "gabungan": _data("Indikator dengan periode laporan yang lebih pendek", joined) if joined else (),
                    "kekurangan": kekurangan(rows),
                    "ttd": _tanda_tangan(bahan, satu),
                },
                cara=Penomoran.HURUF,
                rancangan=satu.rancangan,
            ),
        )


def _penyampaian(units: tuple[DataUnit, ...]) -> Tabel:
    return Tabel(
        kolom=(
            Kolom(6, _TENGAH),
            Kolom(36),
            Kolom(19),
            Kolom(19),
            Kolom(19),
            Kolom(13, _TENGAH),
            Kolom(15, _TENGAH),
            Kolom(15, _TENGAH),
            Kolom(28),
        ),
        kepala=kepala(
            (
                "No.",
                "Unit kerja",
                "Batas waktu",
                "Disampaikan",
                "Disetujui",
                "Terlambat (hari)",
                "Dikembalikan (kali)",
                "Indikator terisi",
                "Keadaan",
            )
        ),
        baris=tuple(_unit(n, unit) for n, unit in enumerate(units, 1)),
        judul="Penyampaian data oleh unit kerja",
        kecil=True,
    )


def _unit(nomor: int, unit: DataUnit) -> Baris:
    filled = f"{sum(map(terisi, unit.indikator))} dari {len(unit.indikator)}"
    row = unit.pengiriman
    if row is None:
        return baris(str(nomor), unit.unit.nama, None, None, None, None, None, filled, "tidak dicatat")
    return baris(
        str(nomor),
        unit.unit.nama,
        tanggal(row.jatuh_tempo),
        tanggal(row.dikirim) if row.dikirim else None,
        tanggal(row.disetujui) if row.disetujui else None,
        str(row.hari_terlambat),
        str(row.putaran),
        filled,
        KEADAAN[row.keadaan],
    )


def _data(judul: str, rows: tuple[BarisIndikator, ...]) -> Tabel:
    return Tabel(
        kolom=(
            Kolom(6, _TENGAH),
            Kolom(52),
            Kolom(18),
            Kolom(17, _KANAN),
            Kolom(17, _KANAN),
            Kolom(17, _KANAN),
            Kolom(12, _TENGAH),
            Kolom(26),
        ),
        kepala=kepala(
            (
                "No.",
                "Indikator",
                "Satuan",
                "Target s.d. periode",
                "Angka periode",
                "Realisasi s.d. periode",
                "Bukti",
                "Keadaan",
            )
        ),
        baris=tuple(_angka(n, row) for n, row in enumerate(rows, 1)),
        judul=judul,
        kecil=True,
    )


def _angka(nomor: int, row: BarisIndikator) -> Baris:
    hasil = row.hasil
    return baris(
        str(nomor),
        f"{row.kode} {row.indikator.nama}",
        row.indikator.satuan.nama,
        sel_teks.target(row),
        sel_teks.nilai(row.indikator, hasil.realisasi_periode, hasil.periode.tahun),
        sel_teks.realisasi(row),
        str(sum(len(lap.bukti) for lap in row.laporan)),
        sel_teks.STATUS[hasil.status],
    )


def _gabungan(prd: RekapPeriode) -> tuple[BarisIndikator, ...]:
    """What is not asked for in a period itself, but follows from the reports of the shorter ones within it."""
    asked = {row.kode for row in diminta(prd)}
    return tuple(row for row in prd.indikator if row.kode not in asked and row.hasil.status is not Status.TIDAK_BERLAKU)


# ── What was measured ────────────────────────────────────────────────────────────────────────────────────────────


def rekapitulasi_hasil(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the recaps of what was measured."""
    for satu in kejadian(bahan, pilihan, _REKAP, "pengukuran"):
        yield bingkai(
            bahan,
            pilihan.tahun,
            Naskah(
                nama=satu.nama("rekapitulasi-hasil"),
                judul=f"Rekapitulasi Hasil Pengukuran Kinerja {satu.periode.label}",
                subjek=f"Capaian tujuan, sasaran, program, dan kegiatan {satu.periode.label} dengan anggarannya.",
                templat="rekapitulasi-hasil.j2",
                nilai={
                    **satu.nilai(),
                    "putusan": sekalimat(putusan(bahan, pilihan.lembar)),
                    **isi_rekapitulasi(pilihan.tahun, pilihan.lembar),
                    "ttd": _tanda_tangan(bahan, satu),
                },
                cara=Penomoran.HURUF,
                rancangan=satu.rancangan,
            ),
        )


def isi_rekapitulasi(year: RekapTahun, prd: RekapPeriode) -> dict[str, Any]:
    """Returns the tables of the recap of what was measured; those are empty of which the period has nothing."""
    when = prd.periode.label
    sasaran, program = anggaran_periode(prd, prd.anggaran) if prd.anggaran else ((), ())
    return {
        "kategori": kategori(year, prd),
        "tujuan": capaian_tujuan(prd, f"Capaian tujuan {when}") if any(g.indikator for g in prd.tujuan) else (),
        "sasaran": capaian_sasaran(year, prd, f"Capaian sasaran {when}") if prd.sasaran else (),
        "jenjang": capaian_jenjang(prd),
        "anggaran_sasaran": sasaran,
        "anggaran": program,
    }


def kategori(year: RekapTahun, prd: RekapPeriode) -> Tabel:
    """Returns how many IKU and how many indikator in all are in each kategori."""
    every, iku = (hitung_kelas(year.metode.skala, rows) for rows in (prd.indikator, prd.iku))
    rows = [
        baris(found.kelas.label if found.kelas else "belum ada capaian", str(main.jumlah), str(found.jumlah))
        for found, main in zip(every, iku, strict=True)
    ]
    total = (str(sum(count.jumlah for count in counts)) for counts in (iku, every))
    return Tabel(
        kolom=(Kolom(40), Kolom(20, _KANAN), Kolom(20, _KANAN)),
        kepala=kepala(("Kategori", "IKU", "Semua indikator")),
        baris=(*rows, baris("Jumlah yang diukur", *total, jenis=JenisBaris.JUMLAH)),
        judul=f"Banyaknya indikator menurut kategori {prd.periode.label}",
    )


JENIS: Final = (
    Jenis("rekapitulasi-data", "Rekapitulasi data capaian", "9.1.8, 9.1.9", Lingkup.PERIODE, rekapitulasi_data),
    Jenis("rekapitulasi-hasil", "Rekapitulasi hasil pengukuran", "9.2.6", Lingkup.PERIODE, rekapitulasi_hasil),
)
