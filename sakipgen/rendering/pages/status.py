"""How the site stands: what was checked, from which data it was built, what comes next, and how to build it again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from sakipgen.domain.realisasi import Status
from sakipgen.rekap import RekapTahun
from sakipgen.rendering import opendata
from sakipgen.rendering.kalimat_situs import FaktaPeriksa, FaktaTunggu, periksa, tunggu
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.pages.konteks import Isi, Konteks


@dataclass(frozen=True, slots=True)
class Nanti:
    """A day on which reports are due."""

    hari: date
    indikator: int
    sisa: int
    """Days from the posisi to it."""


def halaman(konteks: Konteks, aturan: int, versi: str) -> Page:
    """Returns the page; `aturan` counts the rules of the checks, `versi` is that of the program that made the site."""
    rekap = konteks.rekap
    utama, day = rekap.utama, rekap.posisi.per_tanggal
    found = rekap.pemeriksaan
    checked = periksa(FaktaPeriksa(found.berkas if found else None, found.peringatan if found else 0))
    coming = _berikutnya(konteks)
    late = sum(_terlambat(year) for year in rekap.tahun)
    isi = Isi(
        templat="status",
        path="status",
        judul="Status situs",
        uraian=f"Status situs kinerja {konteks.pd.singkatan}. {checked}",
        strip=konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ()),
        bagian=(
            Bagian("bangunan", "Bangunan ini"),
            Bagian("diperiksa", "Yang diperiksa"),
            Bagian("berikutnya", "Laporan berikutnya"),
            Bagian("ulang", "Membangun ulang"),
        ),
        jejak=(("Tentang", "tentang/"), ("Status", None)),
        berkas=(PurePosixPath("data/instansi.yaml"),),
        nilai={
            "putusan": checked,
            "tunggu": tunggu(FaktaTunggu(sum(row.indikator for row in coming), late)),
            "berikutnya": coming,
            "aturan": aturan,
            "versi": versi,
            "versi_data": opendata.VERSI,
            "repositori": konteks.instansi.repositori,
            "hari": day.isoformat(),
            "sampai": str(rekap.posisi.sampai),
            "sidik": f"{alamat.BERKAS}{opendata.JUMLAH_UJI}",
        },
    )
    return konteks.susun(isi)


def _berikutnya(konteks: Konteks) -> tuple[Nanti, ...]:
    """The days by which the next report of each indikator is due, the nearest first."""
    today = konteks.rekap.posisi.per_tanggal
    counts = Counter(konteks.berikutnya.values())
    return tuple(Nanti(day, counts[day], (day - today).days) for day in sorted(counts))


def _terlambat(year: RekapTahun) -> int:
    """How many reports of a year are late: each counts in the period that it is of."""
    return sum(
        row.hasil.status is Status.TERLAMBAT
        for prd in year.periode
        for row in prd.indikator
        if row.indikator.frekuensi is prd.periode.jenis.frekuensi
    )
