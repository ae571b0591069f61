"""Laporan Kinerja Instansi Pemerintah (LKjIP) of a year, from data and narasi: a draft until nothing is missing.

Wording stands in `site_templates/dokumen/lkjip/`. The outline is that of PermenPAN-RB 53/2014.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap import BarisDokumen, RekapPeriode, RekapTahun
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import DaftarIsi, Dokumen, JenisDaftarIsi, Kolom, Rata, Sampul, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.lkjip import (
    lampiran,
    pendahuluan,
    perencanaan,
    prosa,
    sasaran,
    sebab,
    uang,
)
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.tabel_kinerja import capaian_indikator, capaian_sasaran, menurut_jenjang
from sakipgen.rendering.dokumen.tabel_uang import realisasi_anggaran
from sakipgen.rendering.dokumen.teks import baris, kepala, sel_panjang

_DAFTAR: Final = {
    JenisDaftarIsi.ISI: "Daftar Isi",
    JenisDaftarIsi.TABEL: "Daftar Tabel",
    JenisDaftarIsi.GAMBAR: "Daftar Gambar",
}


def buat(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the LKjIP of a year."""
    year = pilihan.tahun
    singkatan = bahan.rekap.instansi.perangkat_daerah.singkatan
    naskah = Naskah(
        nama=f"lkjip-{year.tahun}",
        judul=f"Laporan Kinerja Instansi Pemerintah {singkatan} Tahun {year.tahun}",
        subjek=f"LKjIP {bahan.pd} tahun {year.tahun}.",
        templat="lkjip/lkjip.j2",
        nilai=_nilai(bahan, year),
        cara=Penomoran.BAB,
        berkop=False,
        rancangan=True,
        kaki=f"LKjIP Tahun {year.tahun} · {bahan.pd}",
    )
    yield bingkai(bahan, year, naskah)


def _nilai(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    return {
        "year": year,
        "selesai": year.setahun.selesai,
        "sampai": bahan.rekap.posisi.sampai.label,
        "lap": year.narasi.laporan.isi,
        "prosa": {name: prosa.laporan(year.narasi, name) for name in _PROSA},
        "sampul": _sampul(bahan, year),
        "daftar": {kind.value: DaftarIsi(kind, title) for kind, title in _DAFTAR.items()},
        "tanda_tangan": bahan.tanda_tangan(bahan.penanda("kepala"), hari=_hari(bahan, year)),
        "reviu": _terdaftar(bahan, year, JenisDokumen.REVIU_LKJIP),
        "renja": _terdaftar(bahan, year, JenisDokumen.RENJA),
        **_depan(bahan, year),
        **_bab_2(bahan, year),
        **_bab_3(bahan, year),
        "langkah": langkah(bahan, year),
        **_lampiran(bahan, year),
    }


_PROSA: Final = (
    "kata_pengantar",
    "ikhtisar",
    "gambaran_umum",
    "struktur",
    "aspek_strategis",
    "isu_strategis",
    "dasar_hukum",
    "inovasi",
    "efisiensi",
    "simpulan",
    "langkah_ke_depan",
)


def _sampul(bahan: Bahan, year: RekapTahun) -> Sampul:
    instansi = bahan.rekap.instansi
    return Sampul(
        judul=("LAPORAN KINERJA", "INSTANSI PEMERINTAH", "(LKjIP)"),
        sub=(f"TAHUN {year.tahun}",),
        penerbit=(instansi.nama.upper(), instansi.perangkat_daerah.nama.upper(), str(year.tahun + 1)),
    )


def _terdaftar(bahan: Bahan, year: RekapTahun, jenis: JenisDokumen) -> BarisDokumen | None:
    """The latest registered document of a kind and year that is set."""
    found = [
        row
        for row in bahan.rekap.dokumen
        if row.jenis == jenis and row.tahun == year.tahun and row.keadaan is KeadaanDokumen.FINAL
    ]
    return found[-1] if found else None


def _hari(bahan: Bahan, year: RekapTahun) -> Any:
    """The day on which the registered report was set; None while there is none."""
    found = _terdaftar(bahan, year, JenisDokumen.LKJIP)
    return found.tanggal if found else None


def _depan(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    resources = year.narasi.laporan.isi.sumber_daya
    return {
        "putusan": pendahuluan.putusan(bahan, year),
        "putusan_uang": pendahuluan.uang_setahun(bahan, year),
        "ringkasan": pendahuluan.ringkasan(year, f"Ringkasan capaian sasaran strategis tahun {year.tahun}"),
        "hitungan": tuple(pendahuluan.hitungan(bahan, year)),
        "di_bawah_target": pendahuluan.di_bawah_target(year),
        "unit": pendahuluan.unit(bahan),
        "pegawai": pendahuluan.pegawai(resources) if resources else None,
        "sarana": pendahuluan.sarana(resources) if resources else None,
        "isu": pendahuluan.isu(year),
        "dasar_hukum": pendahuluan.dasar_hukum(year),
    }


def _bab_2(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    prd = year.setahun
    return {
        "renstra": perencanaan.renstra(bahan, year),
        "iku": perencanaan.iku(bahan, prd.iku) if prd.iku else None,
        "pk": tuple(perencanaan.perjanjian(bahan, year)),
        "rencana_aksi": perencanaan.rencana_aksi(year, [row for s in prd.sasaran for row in s.indikator]),
        "metode": perencanaan.metode(year),
        "kriteria": perencanaan.kriteria(year),
    }


def _bab_3(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    prd, tahun = year.setahun, year.tahun
    money = prd.anggaran
    actions = tuple(row for row in bahan.rekap.tindak_lanjut if row.periode.tahun == tahun)
    return {
        "capaian": capaian_sasaran(year, prd, f"Capaian kinerja tahun {tahun}"),
        "sasaran": sasaran.semua(bahan, year),
        "program": _program(prd, f"Capaian indikator program dan kegiatan tahun {tahun}"),
        "anggaran": (
            realisasi_anggaran(money, f"Realisasi anggaran tahun {tahun}", list(TingkatAnggaran)) if money else None
        ),
        "anggaran_sasaran": uang.per_sasaran(prd, f"Realisasi anggaran menurut sasaran tahun {tahun}"),
        "efisiensi": uang.efisiensi(year, f"Efisiensi penggunaan sumber daya tahun {tahun}"),
        "koreksi": lampiran.koreksi(bahan, year),
        "rekomendasi": sebab.tabel_tindakan(
            tuple(sebab.rekomendasi(actions)), f"Tindak lanjut rekomendasi evaluasi atas tahun {tahun}"
        ),
        "penghargaan": penghargaan(year),
    }


def _program(prd: RekapPeriode, judul: str) -> Tabel | None:
    """The indikator that no sasaran measures."""
    rows = tuple(row for _, members in menurut_jenjang(prd) for row in members)
    return capaian_indikator(prd, rows, judul) if rows else None


def _lampiran(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    actions = tuple(row for row in bahan.rekap.tindak_lanjut if row.periode.tahun == year.tahun)
    return {
        "lampiran_pk": tuple(lampiran.perjanjian(bahan, year)),
        "pengukuran": lampiran.pengukuran(year),
        "bukti": lampiran.bukti(year),
        "tindakan": sebab.tabel_tindakan(actions, f"Tindak lanjut evaluasi tahun {year.tahun}"),
    }


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


def penghargaan(year: RekapTahun) -> Tabel | None:
    """Returns the awards of the year; None without any."""
    rows = year.narasi.laporan.isi.penghargaan
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(6, Rata.TENGAH), Kolom(50), Kolom(32), Kolom(12, Rata.TENGAH)),
        kepala=kepala(("No.", "Penghargaan", "Pemberi", "Tahun")),
        baris=tuple(baris(str(n), row.nama, row.pemberi, str(row.tahun)) for n, row in enumerate(rows, 1)),
        judul="Penghargaan",
    )


JENIS: Final = (Jenis("lkjip", "Laporan Kinerja Instansi Pemerintah", "LKjIP", Lingkup.TAHUN, buat),)
