"""The tables of how the work was done, filled with raw values in the order of `kolom_catatan.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.domain.organisasi import UnitKerja
from sakipgen.rekap import (
    BarisDokumen,
    BarisKoreksi,
    BarisPengiriman,
    BarisProsedur,
    BarisSiklus,
    BarisTindakLanjut,
    Rekapitulasi,
    RekapTahun,
)
from sakipgen.rendering import kolom_catatan as kolom
from sakipgen.rendering.tabel import Baris, Pengisi, at, tertulis


def _tindak_lanjut(row: BarisTindakLanjut) -> Baris:
    isi = row.isi
    return (
        row.kode,
        row.periode.tahun,
        str(row.periode),
        isi.asal,
        " ".join(isi.indikator) or None,
        isi.tindakan,
        isi.penanggung_jawab,
        isi.ditetapkan,
        isi.batas,
        row.status,
        row.kemajuan,
        row.hari_terlambat,
        isi.selesai,
        len(row.bukti),
        *at(row.rujukan),
    )


def _koreksi(row: BarisKoreksi) -> Baris:
    isi = row.isi
    return (
        f"{row.kode}:{row.periode}",
        row.kode,
        row.periode.tahun,
        str(row.periode),
        isi.jenis,
        isi.indikator,
        row.unit,
        isi.isian,
        isi.nilai_lama.nilai if isi.nilai_lama else None,
        isi.nilai_baru.nilai if isi.nilai_baru else None,
        row.realisasi_lama,
        row.realisasi_baru,
        isi.alasan,
        isi.tingkat,
        isi.tanggal,
        isi.diminta_oleh,
        " ".join(isi.disetujui_oleh),
        *at(row.rujukan),
        tertulis(isi.nilai_lama) if isi.nilai_lama else None,
        tertulis(isi.nilai_baru) if isi.nilai_baru else None,
    )


def _pengiriman(row: BarisPengiriman) -> Baris:
    return (
        f"{row.unit}:{row.periode}",
        row.unit,
        row.periode.tahun,
        str(row.periode),
        row.jatuh_tempo,
        row.dikirim,
        row.disetujui,
        row.hari_terlambat,
        row.putaran,
        row.keadaan,
        row.alasan,
    )


def _siklus(rekap: Rekapitulasi, row: BarisSiklus) -> Iterator[Baris]:
    """The steps of a period that keeps more than submissions."""
    for prosedur in (row.pengumpulan, row.pengukuran) if row.dijalankan else ():
        yield from _langkah(rekap, row, prosedur)


def _langkah(rekap: Rekapitulasi, row: BarisSiklus, prosedur: BarisProsedur) -> Iterator[Baris]:
    minutes = rekap.sop.menit_sehari if rekap.sop else 0
    for step in prosedur.langkah:
        standard = step.langkah.waktu_baku
        last = step.catatan[-1] if step.catatan else None
        yield (
            f"{row.periode}:{prosedur.nama}:{step.nomor}",
            row.periode.tahun,
            str(row.periode),
            prosedur.nama,
            int(step.nomor),
            step.langkah.uraian,
            step.langkah.pelaksana,
            step.langkah.keluaran,
            standard.menit(minutes) if standard else None,
            step.menit,
            len(step.catatan),
            last.tanggal if last else None,
            last.oleh if last else None,
            last.nomor if last else None,
            *at(row.rujukan),
        )


def _proses(year: RekapTahun) -> Iterator[Baris]:
    if year.proses is None:
        return
    for name, steps in (("pengumpulan", year.proses.pengumpulan), ("pengukuran", year.proses.pengukuran)):
        for step in steps:
            key = f"{year.tahun}:{name}:{step.nomor}"
            yield key, year.tahun, name, int(step.nomor), step.menit_baku, step.menit, step.banyak


def _dokumen(row: BarisDokumen) -> Baris:
    place = row.tempat
    return (
        row.kode,
        row.jenis,
        row.judul,
        row.tahun,
        row.nomor,
        row.tanggal,
        row.keadaan,
        place.klasifikasi if place else None,
        place.berkas if place else None,
        place.tautan if place else None,
        place.nomor_arsip if place else None,
        row.berkas.ukuran if row.berkas else None,
        row.berkas.sha256 if row.berkas else None,
        row.menggantikan,
        *at(row.rujukan),
    )


def _unit_kerja(kode: str, unit: UnitKerja) -> Baris:
    return (kode, unit.nama, unit.jenis, unit.tugas, unit.induk, unit.aktif_sejak, unit.aktif_sampai)


ISI: Final[tuple[Pengisi, ...]] = (
    (kolom.TINDAK_LANJUT, lambda rekap: map(_tindak_lanjut, rekap.tindak_lanjut)),
    (kolom.KOREKSI, lambda rekap: map(_koreksi, rekap.koreksi)),
    (kolom.PENGIRIMAN, lambda rekap: (_pengiriman(row) for year in rekap.tahun for row in year.pengiriman)),
    (kolom.SIKLUS, lambda rekap: (r for year in rekap.tahun for row in year.siklus for r in _siklus(rekap, row))),
    (kolom.PROSES, lambda rekap: (step for year in rekap.tahun for step in _proses(year))),
    (kolom.DOKUMEN, lambda rekap: map(_dokumen, rekap.dokumen)),
    (
        kolom.UNIT_KERJA,
        lambda rekap: (_unit_kerja(kode, unit) for kode, unit in rekap.instansi.unit_kerja.items()),
    ),
)
"""Every table with what fills it."""
