"""The papers that the site publishes: which, under which address, and how each is made when it is asked for.

Only what the Rekapitulasi of the public says is in them. Names of officials and NIP never are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.domain.dokumen import JenisDokumen, KeadaanDokumen
from sakipgen.domain.siklus import JenisNaskah
from sakipgen.domain.waktu import JenisPeriode
from sakipgen.rekap import RekapTahun
from sakipgen.rendering.berkas.gudang import Isi
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.dokumen import lkjip
from sakipgen.rendering.dokumen.bahan import Bahan, Pilihan
from sakipgen.rendering.dokumen.blok import Dokumen
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.langkah import kejadian, menghasilkan
from sakipgen.rendering.dokumen.laporan_pengukuran import laporan_pengukuran
from sakipgen.rendering.dokumen.pdf import Cetakan, cetak
from sakipgen.rendering.dokumen.perjanjian_kinerja import judul_pk, nama_berkas, naskah_pk
from sakipgen.rendering.dokumen.templat import FOLDER as FOLDER_TEMPLAT
from sakipgen.rendering.dokumen.templat import buat_lingkungan
from sakipgen.rendering.lembar import LEMBAR
from sakipgen.rendering.pages.konteks import Konteks

FOLDER: Final = PurePosixPath("dokumen", "naskah")
_KERTAS_KERJA: Final = "kertas-kerja"


@dataclass(frozen=True, slots=True)
class NaskahTerbit:
    """A paper with its files; they are made one after the other, so that what both need is made once."""

    judul: str
    tahun: int
    keadaan: str | None
    """What became of it, in words; None of a draft."""
    berkas: tuple[tuple[PurePosixPath, Isi], ...]


def terbitan(konteks: Konteks, template_dir: Path) -> tuple[NaskahTerbit, ...]:
    """Returns the papers of every year, the latest year first; none is made yet."""
    source = _Penerbit(Bahan(konteks.rekap, konteks, buat_lingkungan(template_dir)), template_dir / FOLDER_TEMPLAT)
    return tuple(paper for year in reversed(konteks.rekap.tahun) for paper in source.setahun(year))


@dataclass(frozen=True)
class _Penerbit:
    """Knows how the papers of a site are made."""

    bahan: Bahan
    templat: Path

    def setahun(self, year: RekapTahun) -> Iterator[NaskahTerbit]:
        """Yields the LKjIP of a year that is over, its PK, the reports of quarters that are closed, its worksheet."""
        tahun = year.tahun
        if year.setahun.selesai:
            final = _final(self.bahan, year)
            make = partial(_terakhir, lkjip.buat, replace(self.bahan, final=final), Pilihan(year))
            title = f"Laporan Kinerja (LKjIP) tahun {tahun}"
            yield self._naskah(title, year, f"lkjip-{tahun}", make, "ditetapkan" if final else None, docx=True)
        for pk in year.pk:
            make = partial(naskah_pk, self.bahan, year, pk)
            told = f"ditandatangani {tanggal(pk.isi.tanggal)}"
            yield self._naskah(judul_pk(self.bahan, pk), year, nama_berkas(pk), make, told)
        for prd in year.periode:
            choice = Pilihan(year, prd)
            reported = any(kejadian(self.bahan, choice, menghasilkan(JenisNaskah.LAPORAN), "pengukuran"))
            closed = prd.siklus.penutupan if prd.siklus else None
            if closed and reported and prd.periode.jenis is JenisPeriode.TRIWULAN:
                make = partial(_terakhir, laporan_pengukuran, self.bahan, choice)
                name = f"laporan-pengukuran-{prd.periode}".lower()
                told = f"periode ditutup {tanggal(closed.tanggal)}"
                yield self._naskah(f"Laporan hasil pengukuran {prd.periode.label}", year, name, make, told)
        sheet = LEMBAR[_KERTAS_KERJA]
        path = FOLDER / f"{_KERTAS_KERJA}-{tahun}.xlsx"
        yield NaskahTerbit(
            f"{sheet.judul} tahun {tahun}",
            tahun,
            "dapat dihitung ulang",
            ((path, partial(_lembar, self.bahan, tahun)),),
        )

    def _naskah(
        self,
        judul: str,
        year: RekapTahun,
        nama: str,
        buat: Callable[[], Dokumen],
        keadaan: str | None,
        *,
        docx: bool = False,
    ) -> NaskahTerbit:
        """A paper as PDF, and as DOCX too; both are made of one value and one setting."""

        @cache
        def once() -> tuple[Dokumen, Cetakan]:
            paper = buat()
            return paper, cetak(paper, self.templat)

        def pdf() -> Iterator[bytes]:
            yield once()[1].pdf
            if not docx:
                once.cache_clear()

        def word() -> Iterator[bytes]:
            paper, printed = once()
            yield render_docx(paper, self.templat, printed.halaman)
            once.cache_clear()

        files: list[tuple[PurePosixPath, Isi]] = [(FOLDER / f"{nama}.pdf", pdf)]
        if docx:
            files.append((FOLDER / f"{nama}.docx", word))
        return NaskahTerbit(judul, year.tahun, keadaan, tuple(files))


def _terakhir(jenis: Callable[[Bahan, Pilihan], Iterator[Dokumen]], bahan: Bahan, pilihan: Pilihan) -> Dokumen:
    """The last paper of a kind: that of the last time the step was done."""
    *_, last = jenis(bahan, pilihan)
    return last


def _lembar(bahan: Bahan, tahun: int) -> Iterator[bytes]:
    yield LEMBAR[_KERTAS_KERJA].render(bahan.rekap, tahun, None)


def _final(bahan: Bahan, year: RekapTahun) -> bool:
    """Whether the office registered the LKjIP of a year as set, and nothing is missing in it."""
    registered = any(
        row.jenis == JenisDokumen.LKJIP and row.tahun == year.tahun and row.keadaan is KeadaanDokumen.FINAL
        for row in bahan.rekap.dokumen
    )
    return registered and lkjip.lengkap(bahan, year)
