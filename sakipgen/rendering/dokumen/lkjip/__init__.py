"""Laporan Kinerja Instansi Pemerintah (LKjIP) of a year, from data and narasi: a draft until nothing is missing.

Wording stands in `site_templates/dokumen/lkjip/`. The outline is that of PermenPAN-RB 53/2014.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.rekap import BarisDokumen, BarisTindakLanjut, RekapTahun
from sakipgen.rendering.dokumen.bahan import Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import DaftarIsi, Dokumen, JenisDaftarIsi, Sampul
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.lkjip import (
    capaian,
    ikhtisar,
    lampiran,
    pendahuluan,
    penutup,
    perencanaan,
    prosa,
    sasaran,
    sebab,
    uang,
)
from sakipgen.rendering.dokumen.penomoran import Penomoran
from sakipgen.rendering.dokumen.tabel_kinerja import capaian_sasaran
from sakipgen.rendering.dokumen.tabel_uang import realisasi_anggaran
from sakipgen.rendering.kalimat_pelaksanaan import tindak_lanjut
from sakipgen.rendering.pages.tindak_lanjut import hitung

_DAFTAR: Final = {
    JenisDaftarIsi.ISI: "Daftar Isi",
    JenisDaftarIsi.TABEL: "Daftar Tabel",
    JenisDaftarIsi.GAMBAR: "Daftar Gambar",
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
"""The texts of the report itself that a template may name, as `prosa.…`."""


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


def lengkap(bahan: Bahan, year: RekapTahun) -> bool:
    """Returns whether nothing keeps the LKjIP of a year from being final; asked without making it."""
    return not (year.narasi.kurang or prosa.setahun_penuh(year) or prosa.perjanjian(bahan, year))


def _nilai(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    return {
        "year": year,
        "selesai": year.setahun.selesai,
        "sampai": bahan.rekap.posisi.sampai.label,
        "lap": year.narasi.laporan.isi,
        "prosa": {name: prosa.laporan(year.narasi, name) for name in _PROSA},
        "belum_setahun": prosa.setahun_penuh(year),
        "belum_pk": prosa.perjanjian(bahan, year),
        "putusan": ikhtisar.putusan(bahan, year),
        "banding": ikhtisar.banding(bahan, year),
        "putusan_uang": ikhtisar.uang_setahun(bahan, year),
        **_depan(bahan, year),
        **_bab_1(bahan, year),
        **_bab_2(bahan, year),
        **_bab_3(bahan, year),
        **_bab_4(bahan, year),
        **_lampiran(bahan, year),
    }


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


def _hari(bahan: Bahan, year: RekapTahun) -> date | None:
    """The day on which the registered report was set; None while there is none."""
    found = _terdaftar(bahan, year, JenisDokumen.LKJIP)
    return found.tanggal if found else None


def _depan(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    return {
        "sampul": _sampul(bahan, year),
        "reviu": _terdaftar(bahan, year, JenisDokumen.REVIU_LKJIP),
        "tanda_tangan": bahan.tanda_tangan(bahan.penanda("kepala"), hari=_hari(bahan, year)),
        "daftar": {kind.value: DaftarIsi(kind, title) for kind, title in _DAFTAR.items()},
        "ringkasan": ikhtisar.ringkasan(bahan, year, f"Ringkasan capaian sasaran strategis tahun {year.tahun}"),
        "hitungan": tuple(ikhtisar.hitungan(bahan, year)),
        "di_bawah_target": ikhtisar.di_bawah_target(year),
    }


def _bab_1(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    resources = year.narasi.laporan.isi.sumber_daya
    return {
        "tugas": pendahuluan.tugas(bahan),
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
        "renja": _terdaftar(bahan, year, JenisDokumen.RENJA),
        "pk": tuple(perencanaan.perjanjian(bahan, year)),
        "pk_target": perencanaan.target_berlaku(bahan, year),
        "pk_anggaran": perencanaan.anggaran_berlaku(year),
        "rencana_aksi": perencanaan.rencana_aksi(year),
        "metode": perencanaan.metode(year),
        "kriteria": perencanaan.kriteria(year),
    }


def _bab_3(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    prd, tahun = year.setahun, year.tahun
    money = prd.anggaran
    actions = _tindakan(bahan, year)
    return {
        "capaian": capaian_sasaran(year, prd, f"Capaian kinerja tahun {tahun}"),
        "tujuan": capaian.tujuan(year),
        "putusan_tujuan": capaian.putusan_tujuan(bahan, year),
        "lintas_tahun": capaian.lintas_tahun(bahan, year),
        "sasaran": sasaran.semua(bahan, year),
        "program": capaian.program(year),
        "perubahan_pagu": uang.perubahan_pagu(year, f"Perubahan pagu anggaran tahun {tahun}"),
        "anggaran": (
            realisasi_anggaran(money, f"Realisasi anggaran tahun {tahun}", list(TingkatAnggaran)) if money else None
        ),
        "anggaran_sasaran": uang.per_sasaran(year, f"Realisasi anggaran menurut sasaran tahun {tahun}"),
        "efisiensi": uang.efisiensi(year, f"Efisiensi penggunaan anggaran tahun {tahun}"),
        "cara_efisiensi": uang.metode(year),
        "cara_lain": uang.cara_lain(year),
        "koreksi": lampiran.koreksi(bahan, year),
        "ada_tindakan": bool(actions),
        "hitungan_tindakan": str(tindak_lanjut(hitung(actions))),
        "rekomendasi": sebab.tabel_tindakan(
            sebab.rekomendasi(actions), f"Tindak lanjut rekomendasi hasil evaluasi tahun {tahun}"
        ),
        "penghargaan": penutup.penghargaan(year),
    }


def _bab_4(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    return {
        "langkah": penutup.langkah(bahan, year),
        "target_berikutnya": penutup.target_berikutnya(bahan, year),
    }


def _lampiran(bahan: Bahan, year: RekapTahun) -> Mapping[str, Any]:
    pk = tuple(lampiran.perjanjian(bahan, year))
    parts = {
        "lampiran_pk": pk or None,
        "pengukuran": lampiran.pengukuran(year),
        "bukti": lampiran.bukti(year),
        "tindakan": sebab.semua(_tindakan(bahan, year), f"Tindak lanjut evaluasi tahun {year.tahun}"),
    }
    present = (name for name, part in parts.items() if part is not None)
    return {**parts, "nomor_lampiran": {name: n for n, name in enumerate(present, 1)}}


def _tindakan(bahan: Bahan, year: RekapTahun) -> tuple[BarisTindakLanjut, ...]:
    return tuple(row for row in bahan.rekap.tindak_lanjut if row.periode.tahun == year.tahun)


JENIS: Final = (Jenis("lkjip", "Laporan Kinerja Instansi Pemerintah", "LKjIP", Lingkup.TAHUN, buat),)
