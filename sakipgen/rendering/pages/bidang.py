"""The page of one unit kerja, and the list of all: facts about units, never a ranking by score."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from sakipgen.rekap import RekapTahun, RingkasanUnit
from sakipgen.rendering import kalimat
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, grafik, kelompok
from sakipgen.rendering.pages.konteks import Isi, Konteks, berkas_laporan
from sakipgen.rendering.pages.perhatian import perhatian


@dataclass(frozen=True, slots=True)
class UnitTampil:
    """A unit kerja in the list."""

    kode: str
    nama: str
    tugas: str
    alamat: str
    putusan: Kalimat
    masuk: int
    dari: int


def halaman(konteks: Konteks, kode: str) -> Page:
    """Returns the page of a unit kerja in the main year."""
    unit = konteks.instansi.unit_kerja[kode]
    tahun = konteks.rekap.utama
    row = _ringkasan(tahun, kode)
    rows = row.indikator if row else ()
    reports = kelompok.kelengkapan(tahun, (r.kode for r in rows)) if tahun else ()
    facts = kelompok.fakta_baris(rows)
    said = kalimat.kelompok(facts, "Kinerja unit ini")
    head = konteks.instansi.jabatan.get(unit.kepala)
    isi = Isi(
        templat="bidang",
        path=alamat.bidang(kode).rstrip("/"),
        judul=unit.nama,
        uraian=f"{unit.nama}: {said}",
        strip=konteks.strip(tahun.setahun if tahun else None, rows),
        bagian=tuple(
            Bagian(anchor, title)
            for anchor, title, there in (
                ("hasil", "Hasil", True),
                ("indikator", "Indikator", rows),
                ("laporan", "Laporan yang masuk", reports),
            )
            if there
        ),
        jejak=(("Bidang", "bidang/"), (unit.nama, None)),
        berkas=(PurePosixPath("data/instansi.yaml"), *berkas_laporan(rows)),
        nilai={
            "unit": unit,
            "kepala": head.nama if head else unit.kepala,
            "induk": (konteks.instansi.unit_kerja[unit.induk].nama, alamat.bidang(unit.induk)) if unit.induk else None,
            "putusan": said,
            "hitungan": grafik.hitungan(konteks.palet(tahun.tahun), row.kelas, "indikator", [said])
            if tahun and row
            else None,
            "tahun": tahun,
            "baris": konteks.semua_baris(rows),
            "laporan": reports,
            "masuk": kelompok.jumlah_laporan(reports),
            "perhatian": perhatian(konteks, tahun, rows) if tahun else (),
        },
    )
    return konteks.susun(isi)


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
    given, due = kelompok.jumlah_laporan(kelompok.kelengkapan(tahun, (r.kode for r in rows))) if tahun else (0, 0)
    return UnitTampil(
        kode=kode,
        nama=unit.nama,
        tugas=unit.tugas,
        alamat=alamat.bidang(kode),
        putusan=kalimat.kelompok(kelompok.fakta_baris(rows), "Kinerjanya"),
        masuk=given,
        dari=due,
    )
