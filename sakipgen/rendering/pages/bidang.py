"""The page of one unit kerja, and the list of all: facts about units, never a ranking by score."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from sakipgen.rekap import BarisPengiriman, RekapTahun, RingkasanUnit
from sakipgen.rendering import kalimat, kalimat_pelaksanaan
from sakipgen.rendering.charts import ChartSpec
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, arah, grafik, kelompok, koreksi, pengiriman, riwayat, tindak_lanjut
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan, judul_target, judul_waktu
from sakipgen.rendering.pages.pengiriman import PengirimanTampil
from sakipgen.rendering.pages.perhatian import perhatian_unit
from sakipgen.rendering.pages.sunting import laporan_terbaru


@dataclass(frozen=True, slots=True)
class UnitTampil:
    """A unit kerja in the list."""

    kode: str
    nama: str
    tugas: str
    alamat: str
    putusan: Kalimat
    tepat: Kalimat | None
    """Reports on time; None where no submission is recorded."""
    masuk: int
    dari: int


@dataclass(frozen=True, slots=True)
class TahunKirim:
    """The reports of a unit in one year."""

    tahun: int
    putusan: Kalimat
    strip: ChartSpec
    baris: tuple[PengirimanTampil, ...]


def halaman(konteks: Konteks, kode: str) -> Page:
    """Returns the page of a unit kerja in the main year."""
    unit = konteks.instansi.unit_kerja[kode]
    tahun = konteks.rekap.utama
    row = _ringkasan(tahun, kode)
    rows = row.indikator if row else ()
    reports = kelompok.kelengkapan(tahun, (r.kode for r in rows)) if tahun else ()
    sent = tuple(_tahun_kirim(konteks, year, kode) for year in reversed(konteks.rekap.tahun) if _kirim(year, kode))
    actions = [row for row in konteks.rekap.tindak_lanjut if row.isi.penanggung_jawab == kode]
    corrected = tuple(koreksi.tampil(konteks, row) for row in konteks.rekap.koreksi if row.unit == kode)
    facts = kelompok.fakta_baris(konteks, rows)
    said = kalimat.kelompok(facts, "Kinerja unit ini")
    head = konteks.instansi.jabatan.get(unit.kepala)
    isi = Isi(
        templat="bidang",
        path=alamat.bidang(kode).rstrip("/"),
        judul=unit.nama,
        uraian=f"{unit.nama}. {said}",
        strip=konteks.strip(tahun.setahun if tahun else None, rows),
        bagian=tuple(
            Bagian(anchor, title)
            for anchor, title, there in (
                ("hasil", "Hasil", True),
                ("indikator", "Indikator", rows),
                ("kirim", "Ketepatan waktu", sent),
                ("laporan", "Laporan yang masuk", reports and not sent),
                ("tindak-lanjut", "Tindak lanjut", actions),
                ("koreksi", "Koreksi", corrected),
            )
            if there
        ),
        jejak=(("Bidang", "bidang/"), (unit.nama, None)),
        berkas=(PurePosixPath("data/instansi.yaml"), *berkas_laporan(rows)),
        sunting=laporan_terbaru(rows),
        nilai={
            "unit": unit,
            "umpan": alamat.umpan_bidang(kode) if riwayat.ada_unit(konteks, kode) else None,
            "kalender": alamat.kalender(kode),
            "kepala": head.nama if head else unit.kepala,
            "induk": (konteks.instansi.unit_kerja[unit.induk].nama, alamat.bidang(unit.induk)) if unit.induk else None,
            "putusan": said,
            "hitungan": grafik.hitungan(konteks.palet(tahun.tahun), row.kelas, "indikator", [said])
            if tahun and row
            else None,
            "tahun": tahun,
            "baris": konteks.semua_baris(rows),
            "arah": arah.semua(konteks, tahun, rows) if tahun else {},
            "waktu": judul_waktu(konteks, tahun.setahun) if tahun else "",
            "kepala_target": judul_target(tahun.setahun) if tahun else "Target",
            "laporan": () if sent else reports,
            "masuk": kelompok.jumlah_laporan(reports),
            "kirim": sent,
            "putusan_tindak_lanjut": kalimat_pelaksanaan.tindak_lanjut(tindak_lanjut.hitung(actions)),
            "terbuka": tindak_lanjut.semua(row for row in actions if row.terbuka),
            "selesai": tindak_lanjut.semua(row for row in actions if not row.terbuka),
            "koreksi": corrected,
            "perhatian": perhatian_unit(konteks, tahun, kode, rows) if tahun else (),
        },
    )
    return konteks.susun(isi)


def _kirim(tahun: RekapTahun, kode: str) -> tuple[BarisPengiriman, ...]:
    return tuple(row for row in tahun.pengiriman if row.unit == kode)


def _tahun_kirim(konteks: Konteks, tahun: RekapTahun, kode: str) -> TahunKirim:
    rows = _kirim(tahun, kode)
    said = kalimat_pelaksanaan.tepat_waktu(pengiriman.tepat_waktu(rows))
    return TahunKirim(
        tahun=tahun.tahun,
        putusan=said,
        strip=grafik.ketepatan(konteks, tahun.tahun, kode, pengiriman.kotak(konteks, tahun.tahun, rows), said),
        baris=tuple(pengiriman.tampil(konteks, row) for row in rows),
    )


def _ringkasan(tahun: RekapTahun | None, kode: str) -> RingkasanUnit | None:
    return next((u for u in tahun.setahun.unit if u.kode == kode), None) if tahun else None


def daftar(konteks: Konteks) -> Page:
    """Returns the list of units in the order of the instansi."""
    tahun = konteks.rekap.utama
    rows = tahun.setahun.indikator if tahun else ()
    isi = Isi(
        templat="daftar_bidang",
        path="bidang",
        judul="Bidang",
        uraian=f"Unit kerja {konteks.pd.singkatan}, indikatornya, dan laporan yang masuk.",
        strip=konteks.strip(tahun.setahun if tahun else None, rows),
        bagian=(Bagian("bidang", "Bidang"),),
        jejak=(("Bidang", None),),
        berkas=(PurePosixPath("data/instansi.yaml"),),
        nilai={"tahun": tahun, "unit": tuple(_tampil(konteks, tahun, kode) for kode in konteks.instansi.unit_kerja)},
    )
    return konteks.susun(isi)


def _tampil(konteks: Konteks, tahun: RekapTahun | None, kode: str) -> UnitTampil:
    unit = konteks.instansi.unit_kerja[kode]
    row = _ringkasan(tahun, kode)
    rows = row.indikator if row else ()
    sent = _kirim(tahun, kode) if tahun else ()
    given, due = kelompok.jumlah_laporan(kelompok.kelengkapan(tahun, (r.kode for r in rows))) if tahun else (0, 0)
    return UnitTampil(
        kode=kode,
        nama=unit.nama,
        tugas=unit.tugas,
        alamat=alamat.bidang(kode),
        putusan=kalimat.kelompok(kelompok.fakta_baris(konteks, rows), "Kinerjanya"),
        tepat=kalimat_pelaksanaan.tepat_waktu(pengiriman.tepat_waktu(sent)) if sent else None,
        masuk=given,
        dari=due,
    )
