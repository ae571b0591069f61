"""All that the public site holds, as values: its pages, and the open data and `versi.json` beside them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import BerkasUnduh, render_pages
from sakipgen.rendering.tabel import Tabel

VERSI: Final = PurePosixPath("versi.json")
"""Says which data, seen from where, a site shows; its presence also says that sakipgen made the folder."""
PEMBUAT: Final = "sakipgen"


@dataclass(frozen=True, slots=True)
class Situs:
    """The content of the site without its frame."""

    halaman: tuple[Page, ...]
    berkas: Mapping[PurePosixPath, bytes]
    """Other files by their path below the site's root."""


def render_situs(rekap: Rekapitulasi, template_dir: Path, manual: Mapping[str, str], versi: str) -> Situs:
    """Returns the site of a Rekapitulasi; `manual` is the text of each rule by its code, `versi` the program's."""
    tabel = opendata.tables(rekap)
    berkas = opendata.render_files(rekap, tabel)
    pages = render_pages(rekap, make_environment(template_dir), manual, _downloads(tabel, berkas), versi)
    return Situs(pages, {**berkas, VERSI: _render_versi(rekap, versi)})


def _downloads(tabel: tuple[Tabel, ...], berkas: Mapping[PurePosixPath, bytes]) -> tuple[BerkasUnduh, ...]:
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
