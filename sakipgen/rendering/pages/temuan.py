"""What the search knows of each page besides its title and its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.anggaran import kode_di_atas
from sakipgen.domain.kode_lama import IndikatorLama
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering.cetak import alinea
from sakipgen.rendering.pages import alamat


@dataclass(frozen=True, slots=True)
class Temuan:
    """How a page is found: what it is, by what it is narrowed down, and what more of it is searched."""

    jenis: str
    """The kind of page, in words."""
    judul: str | None = None
    """What it is found under; None where that is the title of the page."""
    kode: str | None = None
    unit: str | None = None
    """Kode of the unit kerja that answers for it."""
    tahun: tuple[int, ...] = ()
    teks: tuple[str, ...] = ()
    """Long texts as they were written, of paragraphs; no figures of tables."""
    catatan: str | None = None
    """What must be known before it is opened."""


JENIS: Final = ("Indikator", "Sasaran", "Program", "Unit kerja", "Periode", "Tindak lanjut", "Panduan", "Halaman")
"""Every kind, as the search page offers them."""
PANDUAN: Final = Temuan("Panduan")
HALAMAN: Final = Temuan("Halaman")
"""Of every page that has no entry of its own."""


def temuan(rekap: Rekapitulasi) -> dict[str, Temuan]:
    """Returns what is known of the pages that tell of one thing, by their path."""
    return {alamat.folder(address): found for address, found in _semua(rekap)}


def _semua(rekap: Rekapitulasi) -> Iterator[tuple[str, Temuan]]:
    yield from _indikator(rekap)
    yield from _sasaran(rekap)
    yield from _program(rekap)
    years = tuple(year.tahun for year in rekap.tahun)
    for kode, unit in rekap.instansi.unit_kerja.items():
        yield alamat.bidang(kode), Temuan("Unit kerja", unit.nama, kode, kode, years, (unit.tugas,))
    for year in rekap.tahun:
        for prd in year.periode:
            yield alamat.periode(prd.periode), Temuan("Periode", kode=str(prd.periode), tahun=(year.tahun,))
    for row in rekap.tindak_lanjut:
        isi = row.isi
        found = Temuan(
            "Tindak lanjut", " ".join(alinea(isi.tindakan)), row.kode, isi.penanggung_jawab, (row.periode.tahun,)
        )
        yield alamat.tindak_lanjut(row.kode), found


def _indikator(rekap: Rekapitulasi) -> Iterator[tuple[str, Temuan]]:
    years = _tahun((kode, year) for year in rekap.tahun for kode in year.setahun.menurut_kode)
    for kode, row in rekap.indikator.items():
        old = rekap.kode_lama.get(kode)
        yield (
            alamat.indikator(kode),
            Temuan(
                jenis="Indikator",
                judul=row.nama,
                kode=kode,
                unit=row.penanggung_jawab,
                tahun=years.get(kode, ()),
                teks=(row.definisi_operasional, row.alasan_pemilihan or "", old.alasan if old else ""),
                catatan=_pensiun(old) if old else None,
            ),
        )


def _sasaran(rekap: Rekapitulasi) -> Iterator[tuple[str, Temuan]]:
    rows = [(row, year) for year in rekap.tahun for row in year.setahun.sasaran]
    names = {row.kode: row.uraian for row, _ in rows}
    for kode, found in _tahun((row.kode, year) for row, year in rows).items():
        yield alamat.sasaran(kode), Temuan("Sasaran", names[kode], kode, tahun=found)


def _program(rekap: Rekapitulasi) -> Iterator[tuple[str, Temuan]]:
    """A program is found by its kegiatan and sub kegiatan too, which have no page of their own."""
    rows = [
        (row, year) for year in rekap.tahun for row in (year.setahun.anggaran.baris if year.setahun.anggaran else ())
    ]
    programs = {row.kode: row for row, _ in rows if row.induk is None}
    below: dict[str, dict[str, None]] = {kode: {} for kode in programs}
    for row, _ in rows:
        for root in kode_di_atas(row.kode):
            if root in below and row.kode != root:
                below[root][f"{row.kode} {row.nama}"] = None
    years = _tahun((row.kode, year) for row, year in rows if row.induk is None)
    for kode, row in programs.items():
        yield alamat.program(kode), Temuan("Program", row.nama, kode, row.unit, years[kode], tuple(below[kode]))


def _tahun(pairs: Iterator[tuple[str, RekapTahun]]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for kode, year in pairs:
        found.setdefault(kode, {})[year.tahun] = None
    return {kode: tuple(years) for kode, years in found.items()}


def _pensiun(old: IndikatorLama) -> str:
    heir = f"penggantinya {old.pengganti}" if old.pengganti else "tidak ada penggantinya"
    return f"Tidak dipakai lagi sejak {old.tahun_terakhir + 1}; {heir}"
