"""Writes what is made from data into a site, each page and file let go before the next is made."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen import pencarian
from sakipgen.bersama import bersama
from sakipgen.jumlah_uji import write_sums
from sakipgen.mkdocs_bingkai import Pembingkai
from sakipgen.rendering.berkas.gudang import Sidik
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages.temuan import HALAMAN
from sakipgen.rendering.peta_situs import peta_situs
from sakipgen.rendering.situs import Situs
from sakipgen.terbitan import CARI, PETA, write_parts

SAMPAH: Final = 200
"""After so many pages their cyclic garbage is collected, which the command line has switched off."""

Diubah = Mapping[str, date | None]
"""When the data behind each page changed, by its folder."""


class Penulis:
    """Writes one site."""

    def __init__(self, situs: Situs, pembingkai: Pembingkai, site: Path, bahan: Path) -> None:
        self._situs = situs
        self._pembingkai = pembingkai
        self._site = site
        self._bahan = bahan
        """Where what the search reads is laid; the caller's to throw away."""
        self._diubah: dict[str, date | None] = {}

    def tulis(self, naskah: Mapping[str, bytes], alamat: str | None, *, cari: bool = True) -> None:
        """Writes pages and files, then what tells of them: index, sitemap, and last the hash of every file.

        `naskah` is what the search reads of pages written by hand, by their path; `alamat` the site's, if known.
        Without `cari` there is no index.
        """
        self._isi()
        if cari:
            for path, content in naskah.items():
                write_parts(self._bahan / path, [content])
            pencarian.indeks(self._bahan, self._site)
        if alamat:  # a sitemap without addresses is not valid
            by_hand = dict.fromkeys(str(PurePosixPath(path).parent) for path in naskah)
            write_parts(self._site / PETA, [peta_situs(alamat, {**by_hand, **self._diubah})])
        write_sums(self._site)

    def _isi(self) -> None:
        """Pages and files on two cores, then what tells size and hash of files."""
        gudang = self._situs.gudang
        pages = [page for page in self._situs.halaman if not page.sesudah]
        gc.freeze()  # what is there stays; only what the pages leave behind is looked through

        def part(first: int, step: int) -> tuple[Mapping[PurePosixPath, Sidik], Diubah]:
            for path in chain.from_iterable(gudang.kelompok[first::step]):
                write_parts(self._site / path, gudang.isi(path))
            gc.freeze()
            for number, page in enumerate(pages[first::step]):
                self._halaman(page)
                if number % SAMPAH == 0:
                    gc.collect()
                    gc.freeze()
            return gudang.dikenal, self._diubah

        for known, changed in bersama(len(pages), part):
            gudang.ingat(known)
            self._diubah |= changed
        for path in gudang.sesudah:
            write_parts(self._site / path, gudang.isi(path))
        for page in self._situs.halaman:
            if page.sesudah:
                self._halaman(page)
        gc.unfreeze()

    def _halaman(self, sheet: Lembar) -> None:
        """A page in its frame, and what the search reads of it."""
        page = sheet.buat()
        write_parts(self._site / sheet.path / "index.html", [self._pembingkai.bingkai(page)])
        if sheet.path != CARI:
            found = self._situs.temuan.get(sheet.path, HALAMAN)
            content = pencarian.bahan(page, found, self._situs.nama_unit)
            write_parts(self._bahan / sheet.path / "index.html", [content])
        self._diubah[sheet.path] = page.diubah
