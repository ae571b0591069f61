"""All that the public site holds, as values: its pages, and the open data and `versi.json` beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages import BerkasUnduh, lembar

VERSI: Final = PurePosixPath("versi.json")
"""Says which data, seen from where, a site shows; its presence also says that sakipgen made the folder."""
PEMBUAT: Final = "sakipgen"


@dataclass(frozen=True, slots=True)
class Situs:
    """The content of the site without its frame; pages and files are made when they are asked for."""

    halaman: tuple[Lembar, ...]
    berkas: Mapping[PurePosixPath, Callable[[], bytes]]
    """Other files by their path below the site's root."""


def render_situs(rekap: Rekapitulasi, template_dir: Path, manual: Mapping[str, str], versi: str) -> Situs:
    """Returns the site of a Rekapitulasi; `manual` is the text of each rule by its code, `versi` the program's."""
    unduhan = _Unduhan(rekap)
    pages = lembar(rekap, make_environment(template_dir), manual, unduhan.daftar)
    berkas = {path: partial(unduhan.isi, path) for path in opendata.PATHS}
    return Situs(pages, {**berkas, VERSI: partial(_render_versi, rekap, versi)})


class _Unduhan:
    """The open data of a Rekapitulasi, made once when the first of its files is asked for."""

    def __init__(self, rekap: Rekapitulasi) -> None:
        self._rekap = rekap

    def isi(self, path: PurePosixPath) -> bytes:
        return self._berkas[path]

    def daftar(self) -> tuple[BerkasUnduh, ...]:
        return _downloads(self._tabel, self._berkas)

    @cached_property
    def _tabel(self) -> tuple[opendata.Tabel, ...]:
        return opendata.tables(self._rekap)

    @cached_property
    def _berkas(self) -> Mapping[PurePosixPath, bytes]:
        return opendata.render_files(self._rekap, self._tabel)


def _downloads(tabel: tuple[opendata.Tabel, ...], berkas: Mapping[PurePosixPath, bytes]) -> tuple[BerkasUnduh, ...]:
    """The published files as the page of downloads lists them: the tables, then the file that holds them all."""
    found = [
        BerkasUnduh(
            nama=f"{t.nama}.csv",
            judul=t.judul,
            isi=t.uraian,
            baris=len(t.baris),
            ukuran=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            kolom=tuple((k.nama, k.uraian) for k in t.kolom),
        )
        for t in tabel
        for content in (berkas[opendata.FOLDER / f"{t.nama}.csv"],)
    ]
    everything = berkas[opendata.FOLDER / opendata.SEMUA]
    found.append(
        BerkasUnduh(
            nama=opendata.SEMUA,
            judul="Semua tabel",
            isi="Semua tabel dalam satu berkas JSON, beserta metode pengukuran setiap tahun.",
            baris=sum(len(t.baris) for t in tabel),
            ukuran=len(everything),
            sha256=hashlib.sha256(everything).hexdigest(),
            kolom=(),
        )
    )
    return tuple(found)


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
