"""All that the public site holds, as values: its pages, and the open data and `versi.json` beside them."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from jinja2 import Environment

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.glosarium import Istilah
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages import BerkasUnduh, lembar

VERSI: Final = PurePosixPath("versi.json")
"""Says which data, seen from where, a site shows; its presence also says that sakipgen made the folder."""
PEMBUAT: Final = "sakipgen"


@dataclass(frozen=True, slots=True)
class Situs:
    """The content of the site without its frame; pages and files are made when they are asked for."""

    halaman: tuple[Lembar, ...]
    berkas: Mapping[PurePosixPath, Callable[[], Iterator[bytes]]]
    """Other files, in parts, by their path below the site's root."""


def render_situs(
    rekap: Rekapitulasi,
    env: Environment,
    manual: Mapping[str, str],
    versi: str,
    glosarium: Mapping[str, Istilah] | None = None,
) -> Situs:
    """Returns the site of a Rekapitulasi.

    `manual` is the text of each rule by its code, `versi` the program's, `glosarium` the terms that pages explain.
    """
    unduhan = _Unduhan(rekap)
    pages = lembar(rekap, env, manual, unduhan.daftar, versi, glosarium)
    berkas = {path: partial(unduhan.isi, path) for path in unduhan.paths}
    return Situs(pages, {**berkas, VERSI: lambda: iter((_render_versi(rekap, versi),))})


@dataclass(frozen=True, slots=True)
class _Sidik:
    """What is known of a file once it was made."""

    ukuran: int
    sha256: str


class _Unduhan:
    """The open data of a Rekapitulasi; the size and hash of a file are kept when it is made, or found by making it."""

    def __init__(self, rekap: Rekapitulasi) -> None:
        self._tabel = opendata.tables(rekap)
        self._berkas = opendata.render_tables(rekap)
        self._known: dict[PurePosixPath, _Sidik] = {}
        self.paths = (*self._berkas, opendata.FOLDER / opendata.JUMLAH_UJI)

    def isi(self, path: PurePosixPath) -> Iterator[bytes]:
        if path not in self._berkas:
            yield opendata.render_sums({made: self._sidik(made).sha256 for made in self._berkas})
            return
        digest, size = hashlib.sha256(), 0
        for part in self._berkas[path]():
            digest.update(part)
            size += len(part)
            yield part
        self._known[path] = _Sidik(size, digest.hexdigest())

    def _sidik(self, path: PurePosixPath) -> _Sidik:
        if path not in self._known:
            deque(self.isi(path), maxlen=0)
        return self._known[path]

    def daftar(self) -> tuple[BerkasUnduh, ...]:
        """Returns the files as the page of downloads lists them: the tables, then the file that holds them all."""
        counts = {t.nama: len(t.baris) for t in self._tabel}
        found = [
            self._unduh(f"{t.nama}.csv", t.judul, t.uraian, counts[t.nama], tuple((k.nama, k.uraian) for k in t.kolom))
            for t in self._tabel
        ]
        everything = "Semua tabel dalam satu berkas JSON, beserta metode pengukuran setiap tahun."
        return (*found, self._unduh(opendata.SEMUA, "Semua tabel", everything, sum(counts.values()), ()))

    def _unduh(self, nama: str, judul: str, isi: str, baris: int, kolom: tuple[tuple[str, str], ...]) -> BerkasUnduh:
        made = self._sidik(opendata.FOLDER / nama)
        return BerkasUnduh(nama, judul, isi, baris, made.ukuran, made.sha256, kolom)


def _render_versi(rekap: Rekapitulasi, versi: str) -> bytes:
    content = {
        "pembuat": PEMBUAT,
        "versi_pembuat": versi,
        "versi_data": opendata.VERSI,
        "status_data": rekap.instansi.status_data,
        "posisi": {"sampai": rekap.posisi.sampai, "per_tanggal": rekap.posisi.per_tanggal},
        "revisi": rekap.revisi,
    }
    return dumps(content).encode()
