"""All that the public site holds, as values: its pages, and the open data and other files beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from jinja2 import Environment

from sakipgen import keamanan
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import berkas, opendata
from sakipgen.rendering.berkas.gudang import Gudang, Isi
from sakipgen.rendering.dokumen.terbit import NaskahTerbit, terbitan
from sakipgen.rendering.glosarium import Istilah
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages import BerkasNaskah, BerkasUnduh, Konteks, NaskahUnduh, lembar
from sakipgen.rendering.pages.temuan import Temuan, temuan
from sakipgen.rendering.pendamping import pendamping
from sakipgen.rendering.rilis import rilis
from sakipgen.rendering.tabel import Tabel
from sakipgen.rendering.umpan import render_umpan


@dataclass(frozen=True, slots=True)
class Situs:
    """The content of the site without its frame; pages and files are made when they are asked for."""

    halaman: tuple[Lembar, ...]
    gudang: Gudang
    """Other files."""
    temuan: Mapping[str, Temuan]
    """What the search knows of pages, by their path."""
    nama_unit: Mapping[str, str]
    """By kode."""

    @property
    def berkas(self) -> Mapping[PurePosixPath, Isi]:
        """The other files by their path below the site's root."""
        return {path: partial(self.gudang.isi, path) for path in self.gudang.paths}


def render_situs(
    rekap: Rekapitulasi,
    env: Environment,
    manual: Mapping[str, str],
    versi: str,
    glosarium: Mapping[str, Istilah] | None = None,
    *,
    parquet: bool = False,
    templat: Path | None = None,
) -> Situs:
    """Returns the site of a Rekapitulasi.

    `manual` is the text of each rule by its code, `versi` the program's, `glosarium` the terms that pages explain.

    With `parquet` the tables are published in that form too, which needs DuckDB. With the folder of the templates the
    office's papers are published too.
    """
    tabel = opendata.tables(rekap)
    konteks = Konteks(rekap, env, glosarium)
    papers = terbitan(konteks, templat) if templat else ()
    pages = lembar(konteks, manual, lambda: _daftar(gudang, tabel), versi, partial(_naskah, papers, lambda: gudang))
    beside: dict[PurePosixPath, Isi] = {
        **pendamping(rekap, pages),
        **render_umpan(konteks),
        PurePosixPath(keamanan.BERKAS_KEPALA): lambda: iter((keamanan.berkas_kepala(),)),
    }
    gudang: Gudang = berkas.gudang(rekap, rilis(rekap), tabel, versi, beside, _kelompok(papers), dengan_parquet=parquet)
    units = {kode: unit.nama for kode, unit in rekap.instansi.unit_kerja.items()}
    return Situs(pages, gudang, temuan(rekap), units)


def _daftar(gudang: Gudang, tabel: tuple[Tabel, ...]) -> tuple[BerkasUnduh, ...]:
    """The files as the page of downloads lists them: those that hold everything, then the tables."""
    counts = {t.nama: sum(1 for _ in t.isi()) for t in tabel}

    def unduh(path: PurePosixPath, judul: str, isi: str, baris: int | None, tabel: Tabel | None) -> BerkasUnduh:
        made = gudang.sidik(path)
        return BerkasUnduh(
            nama=str(path.relative_to(opendata.FOLDER)),
            judul=judul,
            isi=isi,
            baris=baris,
            ukuran=made.ukuran,
            sha256=made.sha256,
            kolom=tuple((k.nama, k.tipe, k.uraian) for k in tabel.kolom) if tabel else (),
            skema=berkas.skema(tabel.nama).name if tabel else None,
            parquet=tabel is not None and berkas.PARQUET / f"{tabel.nama}.parquet" in gudang.paths,
        )

    whole = sum(counts.values())
    return (
        unduh(berkas.BUKU_KERJA, "Buku kerja", "Semua tabel untuk Excel dan LibreOffice.", whole, None),
        unduh(berkas.PAKET, "Data Package", "Keterangan semua tabel CSV untuk program.", None, None),
        unduh(berkas.SEMUA, "Semua tabel", "Semua tabel dan metode pengukuran dalam satu berkas.", whole, None),
        *(unduh(opendata.FOLDER / f"{t.nama}.csv", t.judul, t.uraian, counts[t.nama], t) for t in tabel),
    )


def _kelompok(papers: Sequence[NaskahTerbit]) -> tuple[Mapping[PurePosixPath, Isi], ...]:
    """The files of papers in two groups of about the same work."""
    return tuple({path: make for paper in papers[n::2] for path, make in paper.berkas} for n in range(2))


def _naskah(papers: Sequence[NaskahTerbit], gudang: Callable[[], Gudang]) -> tuple[NaskahUnduh, ...]:
    """The papers as the page of documents lists them, with size and hash of every file."""
    return tuple(
        NaskahUnduh(
            paper.judul,
            paper.tahun,
            paper.keadaan,
            tuple(
                BerkasNaskah(path, sidik.ukuran, sidik.sha256)
                for path, _ in paper.berkas
                if (sidik := gudang().sidik(path))
            ),
        )
        for paper in papers
    )
