"""The index of the search: what of each page is searched, handed to Pagefind, and what of its output is published.

Pagefind is fed with small pages of our own values, since reading the finished ones takes it three times as long.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from markupsafe import Markup
from pagefind_bin import get_executable

from sakipgen.diagnostics import SakipgenError
from sakipgen.indeks_tetap import tetapkan
from sakipgen.rendering.cetak import paragraf
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages.temuan import Temuan

FOLDER: Final = "pagefind"
"""Where the index lies in the site."""
SARING: Final = "saring"
"""The one filter: its values are `jenis=Indikator`, `unit=pka`, `tahun=2024`."""
_TAK_DIPAKAI: Final = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "pagefind-worker.js",
    "wasm.unknown.pagefind",
)
"""Faces of Pagefind, its own worker, and its search without a language: 630 KB that this site does not ask for."""
_HURUF: Final = re.compile(r"[\W_]")
"""What is left out of a kode to make the one word that finds it and no longer kode; `cari-pekerja.js` asks for it."""
_HALAMAN: Final = Markup(
    '<!doctype html><html lang="id"><body data-pagefind-body data-pagefind-meta="{kunci}"{nilai}>{saring}{isi}</body>'
)

TAK_DICARI: Final = "pre, li code, td code"
"""What is to be typed, not looked for: examples, names of fields and buttons."""


def bahan(page: Page, temuan: Temuan, nama_unit: Mapping[str, str]) -> bytes:
    """Returns what Pagefind reads of a page made from data; `nama_unit` names every unit kerja by its kode."""
    title = temuan.judul or page.judul
    meta = {
        "title": title,
        "jenis": temuan.jenis,
        "kode": temuan.kode,
        "kunci": f"q{_HURUF.sub('', temuan.kode.lower())}q" if temuan.kode else None,
        "unit": nama_unit.get(temuan.unit) if temuan.unit else None,
        "catatan": temuan.catatan,
    }
    said = page.uraian.removeprefix(title).lstrip(": ")  # the title is shown above it already
    text = Markup("").join(map(paragraf, (said, *temuan.teks)))
    return _isi(meta, _saring(temuan), text)


def bahan_naskah(judul: str, html: Markup, temuan: Temuan) -> bytes:
    """Returns what Pagefind reads of a page written by hand: all of it but blocks of code, and code in tables."""
    return _isi({"title": judul, "jenis": temuan.jenis}, _saring(temuan), html)


def _isi(meta: Mapping[str, str | None], saring: Iterator[str], isi: Markup) -> bytes:
    known = {key: value for key, value in meta.items() if value}
    html = _HALAMAN.format(
        kunci=", ".join(f"{key}[data-{key}]" for key in known),
        nilai=Markup("").join(Markup(' data-{}="{}"').format(key, value) for key, value in known.items()),
        saring=Markup("").join(
            Markup('<i data-pagefind-filter="{}:{}"></i>').format(SARING, value) for value in saring
        ),
        isi=isi,
    )
    return str(html).encode()


def _saring(temuan: Temuan) -> Iterator[str]:
    yield f"jenis={temuan.jenis}"
    if temuan.unit:
        yield f"unit={temuan.unit}"
    yield from (f"tahun={year}" for year in temuan.tahun)


def indeks(sumber: Path, site: Path) -> None:
    """Indexes what lies in a folder as the pages of a site; the same pages give the same bytes."""
    to = site / FOLDER
    command = [str(get_executable()), "--site", str(sumber), "--output-path", str(to), "--force-language", "id"]
    done = subprocess.run(  # noqa: S603 - our own arguments
        [*command, "--exclude-selectors", TAK_DICARI, "--silent"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SakipgenError(f"Pagefind tidak dapat membuat indeks pencarian:\n{done.stderr or done.stdout}")
    for name in _TAK_DIPAKAI:
        (to / name).unlink()
    tetapkan(to)
