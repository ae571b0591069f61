"""From the review value to the report: every figure as it is printed, every text on one line and of bounded length."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from itertools import chain
from typing import Final

from sakipgen import reviewing
from sakipgen.checking import manual
from sakipgen.diagnostics import Diagnostic, printable
from sakipgen.domain.bukti import Bukti
from sakipgen.domain.dataset import UNIT_KEPALA, Dataset
from sakipgen.domain.isian import Dokumen
from sakipgen.domain.koreksi import DINYATAKAN, NilaiKoreksi
from sakipgen.domain.pengguna import Peran
from sakipgen.domain.pribadi import samarkan
from sakipgen.domain.riwayat import BedaBerkas
from sakipgen.domain.usulan import Ubahan
from sakipgen.domain.waktu import Periode
from sakipgen.reading.manual import MANUAL
from sakipgen.rekap import BarisIndikator
from sakipgen.rekap.nilai import BarisKelompok
from sakipgen.rendering import kata_koreksi, sel_teks
from sakipgen.rendering.cetak import tanggal
from sakipgen.reviewing.kepemilikan import SEBUTAN
from sakipgen.reviewing.laporan import (
    BarisAngkaLaporan,
    BarisBerkas,
    BarisIsian,
    BarisKoreksiLaporan,
    BarisMasalah,
    BarisNaskah,
    BarisPenjelasanLaporan,
    BarisSasaranLaporan,
    BarisTenggatLaporan,
    Hitung,
    LaporanTinjauan,
)
from sakipgen.reviewing.naskah import NaskahTersentuh
from sakipgen.reviewing.perbandingan import cetak
from sakipgen.reviewing.tinjauan import (
    BarisAngka,
    BarisKoreksi,
    BarisPenjelasan,
    BarisSasaran,
    BarisTenggat,
    Hitungan,
    Tinjauan,
    terberat,
)

PERIKSA_MANDIRI: Final = (
    "Angka sama dengan buktinya; untuk komponen, pembilang dan penyebutnya dicocokkan.",
    "Satuan dan rumusnya menurut kamus indikator: angka periode itu, atau sejak awal tahun.",
    "Kendala menjawab mengapa.",
    "Solusi dan tindak lanjut menyebut siapa dan kapan.",
    "Tidak ada data pribadi dalam penjelasan maupun bukti.",
)
DOKUMEN: Final = {
    Dokumen.RENSTRA: "target Renstra",
    Dokumen.PERJANJIAN_KINERJA: "target PK",
    Dokumen.RENCANA_AKSI: "target rencana aksi",
    Dokumen.REALISASI: "realisasi",
    Dokumen.PAGU: "pagu",
    Dokumen.ANGGARAN: "realisasi anggaran",
    Dokumen.CARA: "cara mengukur",
    Dokumen.PENUTUPAN: "penutupan",
}
_BUKTI: Final = "Bukti"
PENJELASAN: Final[Mapping[str, str]] = {
    "alasan": "Alasan status",
    "sumber": "Sumber",
    "faktor_pendorong": "Faktor pendorong",
    "kendala": "Kendala",
    "solusi": "Solusi",
    "tanpa_tindak_lanjut": "Tanpa tindak lanjut",
    "catatan": "Catatan",
}
"""What the texts beside a figure are called."""
NASKAH: Final[Mapping[str, str]] = {
    "rekapitulasi-data": "Rekapitulasi data capaian",
    "kertas-kerja": "Kertas kerja pengukuran kinerja",
    "rekapitulasi-hasil": "Rekapitulasi hasil pengukuran",
    "laporan-pengukuran": "Laporan hasil pengukuran",
    "lkjip": "Laporan Kinerja Instansi Pemerintah",
    "pk": "Perjanjian Kinerja",
    "rencana-aksi": "Rencana Aksi",
}
"""What papers are called, by the kode that `susun` knows them by."""
_BANYAK: Final = 3
"""Up to so many units or periods are named in the title."""
_BARIS: Final = 20_000


def susun_laporan(tinjauan: Tinjauan) -> LaporanTinjauan:
    """Returns the report of a review."""
    about = tinjauan.keterangan
    before, after = tinjauan.beranda or (None, None)
    return LaporanTinjauan(
        versi=1,
        judul=_pendek(_judul(tinjauan), 500),
        revisi=about.revisi[:12],
        pengirim=_pendek(about.pengirim, 300) if about.pengirim else None,
        dikirim=_jam(about.dikirim) if about.dikirim else None,
        per_tanggal=tanggal(tinjauan.per_tanggal) if tinjauan.per_tanggal else None,
        berkas_diperiksa=tinjauan.report.berkas,
        sebagian=tinjauan.report.sebagian,
        terukur=tinjauan.terukur,
        masalah=tuple(_masalah(d, baru=d in tinjauan.baru) for d in terberat(tinjauan)[:_BARIS]),
        teratasi=tinjauan.teratasi,
        tenggat=tuple(_tenggat(tinjauan.dataset, row) for row in tinjauan.tenggat[:_BARIS]),
        angka=tuple(map(_angka, tinjauan.angka[:_BARIS])),
        koreksi=tuple(_koreksi(tinjauan.dataset, row) for row in tinjauan.koreksi[:_BARIS]),
        penjelasan=tuple(chain.from_iterable(map(_penjelasan, tinjauan.penjelasan)))[:_BARIS],
        isian=tuple(map(_isian, tinjauan.isian[:_BARIS])),
        bukti=tuple(map(_berkas, tinjauan.bukti[:_BARIS])),
        tanpa_bukti=tuple(f"{kode} {periode.label}" for kode, periode in tinjauan.tanpa_bukti[:_BARIS]),
        sasaran=tuple(row for row in map(_sasaran, tinjauan.sasaran[:_BARIS]) if _berbeda(row)),
        tujuan=tuple(row for row in map(_sasaran, tinjauan.tujuan[:_BARIS]) if _berbeda(row)),
        beranda_lama=_hitung(before) if before else None,
        beranda_baru=_hitung(after) if after else None,
        naskah=tuple(_naskah(tinjauan.dataset, row) for row in tinjauan.naskah[:_BARIS]),
        pratinjau=None,
        berkas=tuple(map(_berkas, tinjauan.ubahan[:_BARIS])),
        persetujuan=tuple(SEBUTAN[role] for role in Peran if role in tinjauan.persetujuan),
        periksa_mandiri=PERIKSA_MANDIRI if tinjauan.periode else (),
    )


def _judul(tinjauan: Tinjauan) -> str:
    number = f" #{tinjauan.keterangan.nomor}" if tinjauan.keterangan.nomor else ""
    units = [_nama_unit(tinjauan.dataset, unit) for unit in tinjauan.unit]
    periods = [periode.label for periode in tinjauan.periode]
    parts = (_sebut(units, "unit"), _sebut(periods, "periode"))
    return " – ".join((f"Hasil pemeriksaan usulan{number}", *(part for part in parts if part)))


def _sebut(names: list[str], kind: str) -> str:
    return f"{len(names)} {kind}" if len(names) > _BANYAK else ", ".join(names)


def _nama_unit(dataset: Dataset | None, unit: str) -> str:
    if unit == UNIT_KEPALA:
        return "Kepala"
    found = dataset.instansi.isi.unit_kerja.get(unit) if dataset else None
    return found.nama if found else unit


def _jam(waktu: datetime) -> str:
    return f"{tanggal(waktu.date())} {waktu.hour:02}.{waktu.minute:02} WIB"


def _masalah(d: Diagnostic, *, baru: bool) -> BarisMasalah:
    return BarisMasalah(
        tingkat="galat" if d.severity.value == "galat" else "peringatan",
        kode=d.code,
        berkas=_pendek(str(d.path), 300),
        baris=d.position.baris,
        kolom=d.position.kolom,
        di=_pendek(d.where, 500),
        pesan=_pendek(d.message, 2_000),
        judul=_pendek(_judul_aturan().get(d.code, ""), 500),
        baru=baru,
    )


@cache
def _judul_aturan() -> Mapping[str, str]:
    """The title of every rule, without the full stop."""
    pages = {**MANUAL, **manual(), **reviewing.manual()}
    return {code: page.partition("\n")[0].rstrip(".") for code, page in pages.items()}


def _tenggat(dataset: Dataset | None, row: BarisTenggat) -> BarisTenggatLaporan:
    late = row.hari
    if late is None:
        said = "belum diketahui"
    elif late > 0:
        said = f"terlambat {late} hari"
    else:
        said = f"tepat waktu (sisa {-late} hari)" if late else "tepat waktu (hari terakhir)"
    return BarisTenggatLaporan(
        unit=_pendek(_nama_unit(dataset, row.unit), 300),
        periode=row.periode.label,
        jatuh_tempo=tanggal(row.jatuh_tempo),
        dikirim=tanggal(row.dikirim) if row.dikirim else "belum diketahui",
        status=said,
        terlambat_hari=None if late is None else max(0, late),
    )


def _angka(row: BarisAngka) -> BarisAngkaLaporan:
    shown = row.baru or row.lama
    kamus = shown.indikator if shown else None
    return BarisAngkaLaporan(
        kode=_pendek(row.kode, 300),
        nama=_pendek(kamus.nama if kamus else "", 300),
        satuan=_pendek(kamus.satuan.nama if kamus else "", 300),
        periode=row.periode.label,
        langsung=row.langsung,
        target_lama=_sel(sel_teks.target(row.lama) if row.lama else None),
        target_baru=_sel(sel_teks.target(row.baru) if row.baru else None),
        realisasi_lama=_sel(sel_teks.realisasi(row.lama) if row.lama else None),
        realisasi_baru=_sel(sel_teks.realisasi(row.baru) if row.baru else None),
        periode_ini=sel_teks.periode_ini(row.baru) if row.baru else None,
        capaian_lama=_sel(sel_teks.capaian(row.lama) if row.lama else None),
        capaian_baru=_sel(sel_teks.capaian(row.baru) if row.baru else None),
        kategori_lama=_sel(sel_teks.kategori(row.lama) if row.lama else None),
        kategori_baru=_sel(sel_teks.kategori(row.baru) if row.baru else None),
        turun=row.turun,
        capaian_mentah_lama=_mentah(row.lama),
        capaian_mentah_baru=_mentah(row.baru),
    )


def _mentah(row: BarisIndikator | None) -> str | None:
    raw: Decimal | None = row.hasil.capaian.mentah if row and row.hasil.capaian else None
    return None if raw is None else format(raw, "f")


def _penjelasan(row: BarisPenjelasan) -> Iterator[BarisPenjelasanLaporan]:
    """Evidence and texts that differ, in the order of the form."""
    said = partial(BarisPenjelasanLaporan, kode=_pendek(row.kode, 300), periode=row.periode.label)
    before, after = (tuple(map(_bukti, side.bukti)) if side else () for side in (row.lama, row.baru))
    yield from (said(isian=_BUKTI, lama=None, baru=one) for one in after if one not in before)
    yield from (said(isian=_BUKTI, lama=one, baru=None) for one in before if one not in after)
    for name, word in PENJELASAN.items():
        old, new = (_kalimat(getattr(side, name, None)) for side in (row.lama, row.baru))
        if old != new:
            yield said(isian=word, lama=old, baru=new)


def _kalimat(teks: str | None) -> str | None:
    return None if teks is None else _pendek(teks, 2_000)


def _bukti(row: Bukti) -> str:
    """Evidence on one line: what it is, and where."""
    place = row.berkas or row.tautan or f"nomor arsip {row.nomor_arsip}"
    return _pendek(f"{row.judul} ({row.jenis}), {place}", 500)


def _koreksi(dataset: Dataset | None, row: BarisKoreksi) -> BarisKoreksiLaporan:
    isi = row.isi
    jabatan = dataset.instansi.isi.nama_jabatan if dataset else str
    return BarisKoreksiLaporan(
        kode=_pendek(row.kode, 300),
        indikator=_pendek(isi.indikator, 300),
        periode=row.periode.label,
        isian=_pendek(isi.isian.replace("_", " ") if isi.isian == DINYATAKAN else isi.isian, 300),
        lama=_nilai_koreksi(isi.nilai_lama, isi.bagian),
        baru=_nilai_koreksi(isi.nilai_baru, isi.bagian),
        jenis=kata_koreksi.JENIS[isi.jenis],
        tingkat=kata_koreksi.TINGKAT[isi.tingkat],
        alasan=_pendek(isi.alasan, 2_000),
        diminta=_pendek(jabatan(isi.diminta_oleh), 300),
        disetujui=tuple(_pendek(jabatan(kode), 300) for kode in isi.disetujui_oleh[:50]),
        bukti=tuple(map(_bukti, isi.bukti[:_BARIS])),
    )


def _nilai_koreksi(nilai: NilaiKoreksi | None, bagian: str) -> str | None:
    """A figure of a correction, in whatever form it is written."""
    if nilai is None:
        return None
    said = [
        "" if nilai.nilai is None else cetak(str(nilai.nilai)) + ("%" if bagian == DINYATAKAN else ""),
        nilai.predikat or "",
        tanggal(nilai.tanggal) if nilai.tanggal else "",
        "" if nilai.terpenuhi is None else "ya" if nilai.terpenuhi else "tidak",
        "" if nilai.tahapan is None else ", ".join(nilai.tahapan) or "belum ada tahapan",
    ]
    return _pendek("; ".join(filter(None, said)), 500)


def _isian(row: BedaBerkas) -> BarisIsian:
    kunci = row.beda.kunci
    version = f" {kunci.versi}" if kunci.versi else ""
    return BarisIsian(
        dokumen=_pendek(f"{DOKUMEN[kunci.dokumen]}{version}", 300),
        kode=_pendek(kunci.kode, 300),
        periode=kunci.periode.label if isinstance(kunci.periode, Periode) else "",
        isian=_pendek(kunci.bagian, 300),
        lama=_tertulis(row.beda.lama),
        baru=_tertulis(row.beda.baru),
        berkas=_pendek(str(row.berkas), 300),
    )


def _tertulis(teks: str | None) -> str | None:
    """A figure as a file states it; what no check would pass is not repeated."""
    return None if teks is None else _pendek(cetak(teks), 500)


def _berkas(row: Ubahan) -> BarisBerkas:
    return BarisBerkas(
        berkas=_pendek(str(row.path), 300),
        perubahan=row.jenis.value,
        ukuran=row.baru.ukuran if row.baru else None,
    )


def _sasaran(row: BarisSasaran) -> BarisSasaranLaporan:
    return BarisSasaranLaporan(
        kode=_pendek(row.kode, 300),
        nama=_pendek(uraian.uraian if (uraian := row.baru or row.lama) else "", 300),
        periode=row.periode.label,
        tercapai_lama=_tercapai(row.lama),
        tercapai_baru=_tercapai(row.baru),
        capaian_lama=_sel(sel_teks.capaian_kelompok(row.lama.hasil) if row.lama else None),
        capaian_baru=_sel(sel_teks.capaian_kelompok(row.baru.hasil) if row.baru else None),
        kategori_lama=_sel(sel_teks.kategori_kelompok(row.lama.hasil) if row.lama else None),
        kategori_baru=_sel(sel_teks.kategori_kelompok(row.baru.hasil) if row.baru else None),
    )


def _berbeda(row: BarisSasaranLaporan) -> bool:
    """Whether a reader sees any difference."""
    before = (row.tercapai_lama, row.capaian_lama, row.kategori_lama)
    return before != (row.tercapai_baru, row.capaian_baru, row.kategori_baru)


def _tercapai(row: BarisKelompok | None) -> str:
    return f"{row.hasil.tercapai} dari {row.hasil.terukur.dari}" if row else sel_teks.KOSONG


def _naskah(dataset: Dataset | None, row: NaskahTersentuh) -> BarisNaskah:
    return BarisNaskah(
        kode=row.kode,
        judul=NASKAH[row.kode],
        periode=row.periode.label,
        unit=_pendek(_nama_unit(dataset, row.unit), 300) if row.unit else None,
    )


def _hitung(row: Hitungan) -> Hitung:
    return Hitung(tercapai=row.tercapai, terukur=row.terukur, dari=row.dari)


def _sel(teks: str | None) -> str:
    return _pendek(teks, 500) if teks else sel_teks.KOSONG


def _pendek(teks: str, batas: int) -> str:
    """A text on one line, without personal data and what a terminal or a page could act on, cut where too long."""
    line = printable(samarkan(" ".join(teks.split())))
    return line if len(line) <= batas else f"{line[: batas - 1]}…"
