"""Papers and workbooks on demand: all that somebody asks for is made from a build, then each file is written whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import Diagnostic, PemakaianError
from sakipgen.domain.dataset import UNIT_KEPALA
from sakipgen.domain.pejabat import DaftarPejabat
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.project import Project
from sakipgen.reading.pejabat import read_pejabat
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering.dokumen import daftar
from sakipgen.rendering.dokumen.bahan import RANCANGAN, Bahan, Pilihan
from sakipgen.rendering.dokumen.blok import Belum, Dokumen
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.jenis import Lingkup
from sakipgen.rendering.dokumen.pdf import cetak
from sakipgen.rendering.dokumen.templat import FOLDER as FOLDER_TEMPLAT
from sakipgen.rendering.dokumen.templat import buat_lingkungan
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.lembar import LEMBAR
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.writing.berkas import tulis_aman

FOLDER: Final = "naskah"
"""Where papers are written unless somebody says otherwise, below the repository's root."""


class FormatNaskah(StrEnum):
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


_NASKAH: Final = frozenset({FormatNaskah.DOCX, FormatNaskah.PDF})


@dataclass(frozen=True, slots=True)
class Permintaan:
    """What somebody asks for, in their own words; nothing of it is looked up yet."""

    kode: str
    tahun: int | None = None
    periode: Periode | None = None
    unit: str | None = None
    prosedur: str | None = None
    format: frozenset[FormatNaskah] = frozenset(FormatNaskah)
    final: bool = False


@dataclass(frozen=True, slots=True)
class Hasil:
    """What was made: the files with their size, and what every paper lacks."""

    berkas: tuple[tuple[Path, int], ...]
    belum: tuple[Belum, ...]


@dataclass(frozen=True)
class Pejabat:
    """The officials who sign, or what is wrong with their file."""

    daftar: DaftarPejabat = field(default_factory=DaftarPejabat)
    masalah: tuple[Diagnostic, ...] = ()


def baca_pejabat(path: Path | None, project: Project) -> Pejabat:
    """Returns what the private file of officials says; nobody without one."""
    if path is None:
        return Pejabat()
    found, problems = read_pejabat(path, project.root)
    return Pejabat(found or DaftarPejabat(), problems)


def bahan(project: Project, rekap: Rekapitulasi, pejabat: DaftarPejabat, *, final: bool = False) -> Bahan:
    """Returns what the papers of a repository are made from."""
    folder = project.template_dir
    konteks = Konteks(rekap, make_environment(folder))
    return Bahan(rekap, konteks, buat_lingkungan(folder), pejabat, final)


def susun(project: Project, rekap: Rekapitulasi, minta: Permintaan, pejabat: DaftarPejabat, ke: Path) -> Hasil:
    """Makes all papers that are asked for, then writes them; where one cannot be made none is written.

    A final paper that lacks something is not written, nor are those asked for with it: `belum` says what it lacks.
    Raises `PemakaianError` where there is nothing to make.
    """
    choice = _pilihan(rekap, minta)
    made: list[tuple[str, bytes]] = []
    missing: list[Belum] = []
    if FormatNaskah.XLSX in minta.format and minta.kode in LEMBAR:
        made.append(_lembar(rekap, choice, minta.kode))
    if minta.kode in daftar.MENURUT_KODE and minta.format & _NASKAH:
        source = bahan(project, rekap, pejabat, final=minta.final)
        papers = tuple(daftar.MENURUT_KODE[minta.kode].buat(source, choice))
        missing = [one for paper in papers for one in paper.belum]
        if minta.final and missing:
            return Hasil((), tuple(dict.fromkeys(missing)))
        made += (part for paper in papers for part in tulis(paper, project.template_dir, minta.format))
    if not made:
        raise PemakaianError(_tak_ada(minta))
    for name, content in made:
        tulis_aman(ke / name, content)
    return Hasil(tuple((ke / name, len(content)) for name, content in made), tuple(dict.fromkeys(missing)))


def susun_periode(project: Project, rekap: Rekapitulasi, periode: Periode) -> Iterator[tuple[str, bytes]]:
    """Yields every paper and workbook of a period in every format, with the names of the files; of a year also its own.

    A draft is left out: nobody wrote down that such a paper was ever made.
    """
    year = next((y for y in rekap.tahun if y.tahun == periode.tahun), None)
    prd = year.pada(periode) if year else None
    if year is None or prd is None:
        raise PemakaianError(f"periode {periode} tidak diukur.")
    choice = Pilihan(year, prd)
    whole = periode.jenis is JenisPeriode.TAHUN
    source = bahan(project, rekap, DaftarPejabat())
    for jenis in daftar.MENURUT_KODE.values():
        if whole or jenis.lingkup is Lingkup.PERIODE:
            for paper in jenis.buat(source, choice):
                if RANCANGAN not in paper.cap:
                    yield from tulis(paper, project.template_dir, _NASKAH)
    for kode, buku in LEMBAR.items():
        if whole or buku.berkala:
            yield _lembar(rekap, choice, kode)


def tulis(paper: Dokumen, template_dir: Path, formats: Iterable[FormatNaskah]) -> Iterator[tuple[str, bytes]]:
    """Yields a paper in the formats asked for, with the names of the files; contents of both have the same pages."""
    folder = template_dir / FOLDER_TEMPLAT
    printed = cetak(paper, folder)
    if FormatNaskah.DOCX in formats:
        yield f"{paper.nama}.docx", render_docx(paper, folder, printed.halaman)
    if FormatNaskah.PDF in formats:
        yield f"{paper.nama}.pdf", printed.pdf


# ── What is asked for ────────────────────────────────────────────────────────────────────────────────────────────


def daftar_naskah() -> Iterator[tuple[str, str, str, tuple[FormatNaskah, ...]]]:
    """Yields every kind of paper: its kode, its name, the steps that ask for it, and its formats."""
    for kode, jenis in daftar.MENURUT_KODE.items():
        sheet = (FormatNaskah.XLSX,) if kode in LEMBAR else ()
        yield kode, jenis.nama, jenis.langkah, (FormatNaskah.DOCX, FormatNaskah.PDF, *sheet)
    for kode, buku in LEMBAR.items():
        if kode not in daftar.MENURUT_KODE:
            yield kode, buku.judul, ", ".join(buku.langkah), (FormatNaskah.XLSX,)


def _pilihan(rekap: Rekapitulasi, minta: Permintaan) -> Pilihan:
    """What the words of a request mean in this Rekapitulasi."""
    pastikan_dikenal(minta.kode)
    wanted = minta.tahun or (minta.periode.tahun if minta.periode else None)
    year = next((y for y in rekap.tahun if y.tahun == wanted), None) if wanted else rekap.utama
    if year is None:
        known = ", ".join(str(y.tahun) for y in rekap.tahun) or "belum ada"
        raise PemakaianError(f"tahun {wanted or ''} tidak ada dalam data; tahun yang ada: {known}.")
    prd = year.pada(minta.periode) if minta.periode else None
    if minta.periode and prd is None:
        raise PemakaianError(_tak_diukur(year, minta.periode))
    if prd is None and _berkala(minta.kode):
        known = ", ".join(str(p.periode) for p in year.periode)
        raise PemakaianError(f"naskah `{minta.kode}` dibuat untuk satu periode; tulis `--periode`, misalnya {known}.")
    units = {*rekap.instansi.unit_kerja, UNIT_KEPALA}
    if minta.unit and minta.unit not in units:
        raise PemakaianError(f"unit `{minta.unit}` tidak dikenal; unit yang ada: {', '.join(sorted(units))}.")
    return Pilihan(year, prd, minta.unit, minta.prosedur)


def _tak_diukur(year: RekapTahun, periode: Periode) -> str:
    """Why there is nothing to tell of a period; papers that begin it are made as if it had ended."""
    if periode.akhir > year.periode[0].periode.akhir and all(
        p.periode.akhir < periode.akhir for p in year.periode[:-1]
    ):
        return (
            f"periode {periode} belum berakhir; untuk naskah sebelum itu, pakai `--per-tanggal {periode.akhir}` "
            "sehingga dilihat dari hari terakhirnya."
        )
    known = ", ".join(str(p.periode) for p in year.periode)
    return f"periode {periode} tidak diukur; periode yang ada: {known}."


def pastikan_dikenal(kode: str) -> None:
    """Raises for a kode that is no paper's."""
    known = [name for name, *_ in daftar_naskah()]
    if kode not in known:
        raise PemakaianError(f"naskah `{kode}` tidak dikenal; yang ada: {', '.join(known)}.")


def _berkala(kode: str) -> bool:
    """Whether a paper is of one period; a workbook alone may be of a whole year."""
    return kode in daftar.MENURUT_KODE and daftar.MENURUT_KODE[kode].lingkup is Lingkup.PERIODE


def _lembar(rekap: Rekapitulasi, pilihan: Pilihan, kode: str) -> tuple[str, bytes]:
    """A workbook with the name of its file."""
    buku = LEMBAR[kode]
    periode = pilihan.periode.periode if pilihan.periode and buku.berkala else None
    when = f"-{periode.segmen.lower()}" if periode and periode.jenis is not JenisPeriode.TAHUN else ""
    return f"{kode}-{pilihan.tahun.tahun}{when}.xlsx", buku.render(rekap, pilihan.tahun.tahun, periode)


def _tak_ada(minta: Permintaan) -> str:
    formats = next((f for kode, _, _, f in daftar_naskah() if kode == minta.kode), ())
    if not minta.format & set(formats):
        return f"naskah `{minta.kode}` dibuat sebagai {', '.join(formats)}; pilih satu dengan `--format`."
    return f"tidak ada naskah `{minta.kode}` yang cocok dengan pilihan ini; periksa `--unit` dan `--prosedur`."
