"""The page of all changes: who changed which figure, when and why, and what was corrected after closing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Final

from markupsafe import Markup

from sakipgen.domain.isian import Dokumen
from sakipgen.rekap import JenisPerubahan, RekapRiwayat
from sakipgen.rendering import kalimat, kalimat_riwayat
from sakipgen.rendering.kalimat_riwayat import FaktaRiwayat
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import alamat, koreksi, riwayat
from sakipgen.rendering.pages.konteks import Isi, Konteks

TERBANYAK: Final = 200
"""So many of the newest changes the page shows; the open data has all."""
_BARU: Final = frozenset({JenisPerubahan.ISIAN_BARU, JenisPerubahan.ISIAN_TERLAMBAT})


@dataclass(frozen=True, slots=True)
class JenisTampil:
    """A kind of change: what it is called, what it means, how often it happened."""

    chip: Markup
    arti: str
    banyak: int


@dataclass(frozen=True, slots=True)
class UnitBerubah:
    """What a unit handed in."""

    nama: str
    alamat: str
    banyak: int
    terakhir: Markup


def halaman(konteks: Konteks) -> Page:
    """Returns the page of all changes."""
    told = konteks.rekap.riwayat
    tahun = _tahun(konteks, told)
    kinds = _jenis(told, tahun)
    said = kalimat_riwayat.riwayat(_fakta(konteks, told, tahun), tahun)
    corrected = tuple(koreksi.tampil(konteks, row) for row in reversed(konteks.rekap.koreksi))
    rows = [row for row in (told.baris if told else ()) if row.kunci.dokumen is not Dokumen.ANGGARAN]
    unexplained = [row for row in reversed(rows) if row.jenis is JenisPerubahan.TANPA_KOREKSI]
    year = konteks.rekap.utama
    isi = Isi(
        templat="perubahan",
        path="perubahan",
        judul="Perubahan",
        uraian=kalimat.teks(said),
        strip=konteks.strip(year.setahun if year else None, year.setahun.indikator if year else ()),
        bagian=tuple(
            Bagian(anchor, title)
            for anchor, title, there in (
                ("jenis", "Menurut jenis", kinds),
                ("koreksi", "Koreksi sesudah periode ditutup", True),
                ("tanpa-koreksi", "Perubahan tanpa catatan koreksi", unexplained),
                ("terakhir", "Perubahan terakhir", rows),
                ("unit", "Menurut unit kerja", rows),
                ("cara", "Bagaimana riwayat ini dibuat", True),
            )
            if there
        ),
        jejak=(("Perubahan", None),),
        berkas=(),
        nilai={
            "putusan": said,
            "jenis": kinds,
            "tahun": tahun,
            "koreksi": corrected,
            "tanpa_koreksi": tuple(riwayat.tampil(konteks, row) for row in unexplained),
            "baris": tuple(riwayat.tampil(konteks, row) for row in islice(reversed(rows), TERBANYAK)),
            "banyak": len(rows),
            "semua": len(told.baris) if told else 0,
            "unit": _unit(konteks, told),
            "umpan": told is not None,
        },
    )
    return replace(konteks.susun(isi), skrip="saring.js")


def _tahun(konteks: Konteks, told: RekapRiwayat | None) -> int:
    """The year that the sentence speaks of: the posisi's, of an example that of its latest change."""
    if told and told.peragaan and told.baris:
        return told.baris[-1].waktu.year
    return konteks.rekap.posisi.per_tanggal.year


def _fakta(konteks: Konteks, told: RekapRiwayat | None, tahun: int) -> FaktaRiwayat:
    corrected = sum(row.isi.tanggal.year == tahun for row in konteks.rekap.koreksi)
    if told is None:
        return FaktaRiwayat(terbaca=False, koreksi=corrected)
    counts = told.hitungan(date(tahun, 1, 1))
    new = sum(count for jenis, count in counts.items() if jenis in _BARU)
    return FaktaRiwayat(
        terbaca=True,
        baru=new,
        perbaikan=sum(counts.values()) - new,
        koreksi=corrected,
        tanpa_koreksi=counts.get(JenisPerubahan.TANPA_KOREKSI, 0),
        lengkap=told.lengkap,
        peragaan=told.peragaan,
    )


def _jenis(told: RekapRiwayat | None, tahun: int) -> tuple[JenisTampil, ...]:
    counts = told.hitungan(date(tahun, 1, 1)) if told else {}
    return tuple(JenisTampil(riwayat.chip(jenis), riwayat.JENIS[jenis][2], count) for jenis, count in counts.items())


def _unit(konteks: Konteks, told: RekapRiwayat | None) -> tuple[UnitBerubah, ...]:
    found = told.menurut_unit if told else {}
    return tuple(
        UnitBerubah(unit.nama, alamat.bidang(kode), len(found[kode]), riwayat.saat(found[kode][-1].waktu))
        for kode, unit in konteks.instansi.unit_kerja.items()
        if kode in found
    )
