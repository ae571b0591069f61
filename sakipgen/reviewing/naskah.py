"""Which papers that were made already show a figure that a proposal changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.dokumen import JenisDokumen
from sakipgen.domain.siklus import CatatanLangkah, JenisNaskah, Prosedur
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.reviewing.perbandingan import Perbandingan

BERANGKA: Final[Mapping[tuple[str, JenisNaskah], str]] = {
    ("pengumpulan", JenisNaskah.REKAPITULASI): "rekapitulasi-data",
    ("pengukuran", JenisNaskah.KERTAS_KERJA): "kertas-kerja",
    ("pengukuran", JenisNaskah.REKAPITULASI): "rekapitulasi-hasil",
    ("pengukuran", JenisNaskah.LAPORAN): "laporan-pengukuran",
}
"""By procedure and what its step makes, the papers of a period that show figures of indikator."""
BERBERKAS: Final[Mapping[str, str]] = {"perjanjian-kinerja": "pk", "rencana-aksi": "rencana-aksi"}
"""By kind of data file, the paper that prints it."""
LKJIP: Final = "lkjip"
_URUTAN: Final = (*BERBERKAS.values(), *BERANGKA.values(), LKJIP)
"""As an office makes them."""


class NaskahTersentuh(NamedTuple):
    """A paper to be made again."""

    kode: str
    """As `susun` knows it."""
    periode: Periode
    """A whole year of a paper of a year."""
    unit: str | None = None
    """Whose it is, where every unit has its own."""


def naskah_tersentuh(p: Perbandingan, berubah: Collection[Periode]) -> tuple[NaskahTersentuh, ...]:
    """Returns the papers that the base says were made; `berubah` are the periods in which a figure differs."""
    dataset = p.dasar.dataset
    found = {*_dari_berkas(p), *(_dari_siklus(dataset, berubah) if dataset else ())}
    return tuple(sorted(found, key=lambda n: (n.periode, _URUTAN.index(n.kode), n.unit or "")))


def _dari_siklus(dataset: Dataset, berubah: Collection[Periode]) -> Iterator[NaskahTersentuh]:
    for periode in berubah:
        berkas = dataset.siklus.get(periode)
        if dataset.sop and berkas:
            sop, siklus = dataset.sop.isi, berkas.isi
            yield from _langkah("pengumpulan", sop.pengumpulan, siklus.pengumpulan, periode)
            yield from _langkah("pengukuran", sop.pengukuran, siklus.pengukuran, periode)
    register = dataset.dokumen.isi.dokumen.values() if dataset.dokumen else ()
    told = {row.tahun for row in register if row.jenis is JenisDokumen.LKJIP}
    years = (periode for periode in berubah if periode.jenis is JenisPeriode.TAHUN)
    yield from (NaskahTersentuh(LKJIP, year) for year in years if year.tahun in told)


def _langkah(
    nama: str, prosedur: Prosedur, catatan: Collection[CatatanLangkah], periode: Periode
) -> Iterator[NaskahTersentuh]:
    """The papers of the steps that were done."""
    for row in catatan:
        step = prosedur.langkah.get(row.langkah)
        if step and (kode := BERANGKA.get((nama, step.keluaran))):
            yield NaskahTersentuh(kode, periode)


def _dari_berkas(p: Perbandingan) -> Iterator[NaskahTersentuh]:
    """Papers that print a file of the base whose figures differ."""
    changed = {row.berkas for row in p.beda}
    for row in p.ubahan_data:
        kind = p.jenis(row.path)
        if row.lama and row.path in changed and kind and (kode := BERBERKAS.get(kind[0].skema)):
            yield NaskahTersentuh(kode, Periode(int(kind[1]["tahun"]), "tahunan"), kind[1]["unit"])
