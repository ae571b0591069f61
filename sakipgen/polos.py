"""The plain-file exit: the site as Markdown files, a theme and a `mkdocs.yml` that names no plugin.

MkDocs, ProperDocs and Zensical build the same site from it, without sakipgen and without one another.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path, PurePath
from typing import Any, Final

import yaml
from markupsafe import escape

from sakipgen import keamanan, pencarian
from sakipgen.diagnostics import SakipgenError
from sakipgen.domain.organisasi import StatusData
from sakipgen.jumlah_uji import write_sums
from sakipgen.project import Build, Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.berkas.versi import VERSI
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages.temuan import HALAMAN, PANDUAN
from sakipgen.rendering.peta_situs import peta_situs
from sakipgen.rendering.situs import Situs
from sakipgen.terbitan import (
    CARI,
    PETA,
    TERSEMBUNYI,
    TERSEMBUNYI_DATA,
    alamat_situs,
    kartu_bawaan,
    kartu_sendiri,
    nama_situs,
    situs_of,
    write_parts,
)

DOKUMEN: Final = "docs"
RUPA: Final = "rupa"
KONFIGURASI: Final = "mkdocs.yml"
_TAK_TERBIT: Final = "pengembang"
"""The folder of `docs/` that no site holds."""
_MATERI: Final = re.compile(r"---[ \t]*\n(.*?\n)---[ \t]*\n(.*)", re.DOTALL)
_TANDA: Final = re.compile(r"```.*?```|\]\([^)]*\)|[`*_#|>\[\]]+", re.DOTALL)
"""Code and signs of Markdown, which nobody searches."""
_SKRIP: Final = re.compile(r"(<script\b.*?</script>)", re.DOTALL)
_SANDI: Final = {ord(mark): f"&#{ord(mark)};" for mark in "\t`~"}
"""What Python-Markdown changes inside HTML: it widens tabs, and takes backticks and tildes for the fence of a block."""
_LUANG: Final = re.compile(r"(?<=\n) (?= *\n)")
"""The first blank of a line of blanks, which Python-Markdown would empty."""


def build_polos(project: Project, build: Build, to: Path) -> int:
    """Writes the files of a finished build into a folder and returns how many pages were made from data."""
    rekap = build.rekap
    if rekap is None:
        raise SakipgenError("Data memuat galat; berkas polos tidak ditulis.")
    config = _baca(project.root / KONFIGURASI)
    asked = _pilihan(config)
    situs = situs_of(
        rekap,
        make_environment(project.template_dir),
        project.glosarium,
        parquet=asked.get("parquet") is True,
        templat=project.template_dir if asked.get("naskah") is True else None,
    )
    docs = to / DOKUMEN
    for path, parts in situs.berkas.items():
        write_parts(docs / path, parts())
    with tempfile.TemporaryDirectory(prefix="sakipgen-cari-") as bahan:
        changed = {**_write_by_hand(project, docs, Path(bahan)), **_write_pages(situs, docs, Path(bahan))}
        pencarian.indeks(Path(bahan), docs)
    write_sums(docs, tanpa=(".md",))
    shutil.copytree(project.template_dir / RUPA, to / RUPA)
    if address := alamat_situs(rekap.instansi):  # the theme's own would say one day of all pages
        write_parts(to / RUPA / PETA, [peta_situs(address, changed)])
    shutil.copy(docs / VERSI, to / VERSI)
    write_parts(to / KONFIGURASI, [_konfigurasi(config, rekap).encode()])
    return len(situs.halaman)


def _write_pages(situs: Situs, docs: Path, bahan: Path) -> dict[str, date | None]:
    """Writes the pages made from data and what the search reads of them; returns when each changed."""
    changed: dict[str, date | None] = {}
    for lembar in situs.halaman:
        file = docs / lembar.path / "index.md"
        for taken in (file, docs / f"{lembar.path}.md"):
            if taken.exists():
                raise _bentrok(taken.relative_to(docs))
        page = lembar.buat()
        changed[lembar.path] = page.diubah
        write_parts(file, [naskah(page).encode()])
        if lembar.path != CARI:
            found = situs.temuan.get(lembar.path, HALAMAN)
            write_parts(bahan / lembar.path / "index.html", [pencarian.bahan(page, found, situs.nama_unit)])
    return changed


def naskah(page: Page) -> str:
    """Returns a page as a Markdown file: what the theme's head prints, and the body as one block of HTML.

    No engine escapes what the head prints, so it is escaped here. The body's text and elements come out as they are.
    """
    meta: dict[str, Any] = {
        "title": str(escape(page.judul)),
        "description": str(escape(page.uraian)),
        "hide": list(TERSEMBUNYI_DATA),
        "sakip": True,
    }
    meta |= {key: str(escape(value)) for key, value in kartu_sendiri(page).items()}
    if page.bagian:
        meta["lompat"] = page.bagian[0].jangkar
    if page.skrip:
        meta["skrip"] = page.skrip
    return f"{_materi(meta)}\n{_utuh(page.isi.strip())}\n"


def _utuh(html: str) -> str:
    """HTML that means the same and that Python-Markdown leaves alone; scripts know no character references."""
    parts = _SKRIP.split(html)
    parts[::2] = [_LUANG.sub("&#32;", part.translate(_SANDI)) for part in parts[::2]]
    return "".join(parts)


def _materi(meta: Mapping[str, Any]) -> str:
    """Front matter; each value is JSON, which is YAML too, on a line of its own."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items())
    return f"---\n{''.join(lines)}---\n"


# ── What is written by hand ──


def _write_by_hand(project: Project, docs: Path, bahan: Path) -> dict[str, date | None]:
    """Writes these pages and what the search reads of them; returns their folders, without a day of change."""
    found: dict[str, date | None] = {}
    folder = project.root / DOKUMEN
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if not path.is_file() or inside.parts[0] == _TAK_TERBIT:
            continue
        if (docs / inside).exists():
            raise _bentrok(inside)
        if path.suffix != ".md":
            write_parts(docs / inside, [path.read_bytes()])
            continue
        page = inside.parent if inside.stem == "index" else inside.with_suffix("")
        found[str(page)] = None
        text = path.read_text("utf-8")
        matched = _MATERI.fullmatch(text)
        own, body = matched.groups() if matched else ("", text)
        write_parts(docs / inside, [f"---\n{own}hide: {json.dumps(TERSEMBUNYI)}\n---\n{body}".encode()])
        title = (yaml.safe_load(own) or {}).get("title", inside.stem)
        words = escape(_TANDA.sub(" ", body))
        write_parts(bahan / page / "index.html", [pencarian.bahan_naskah(str(title), words, PANDUAN)])
    return found


def _bentrok(inside: PurePath) -> SakipgenError:
    return SakipgenError(f"`{DOKUMEN}/{inside.as_posix()}` bertabrakan dengan yang dibuat dari data; ganti namanya.")


# ── mkdocs.yml ──


def _baca(file: Path) -> dict[str, Any]:
    """The repository's own configuration."""
    try:
        config = yaml.safe_load(file.read_text("utf-8"))
        return {**config, "theme": dict(config["theme"]), "extra": dict(config.get("extra") or {})}
    except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise SakipgenError(f"`{file}` tidak dapat dibaca: {error}") from error


def _pilihan(config: Mapping[str, Any]) -> Mapping[str, Any]:
    """What it asks of the plugin."""
    plugins = config.get("plugins") or []
    found = (one.get("sakip") for one in plugins if isinstance(one, dict)) if isinstance(plugins, list) else ()
    return next((options for options in found if isinstance(options, dict)), {})


def _konfigurasi(asal: Mapping[str, Any], rekap: Rekapitulasi) -> str:
    """The repository's own, without the plugin, and with what the plugin would have read from the data."""
    config, theme, extra = dict(asal), asal["theme"], asal["extra"]
    instansi = rekap.instansi
    contoh = instansi.status_data is StatusData.CONTOH
    cards = {key: str(escape(value)) for key, value in kartu_bawaan(instansi).items()}
    if address := config.pop("site_url", None) or alamat_situs(instansi):
        config["site_url"] = address  # an empty one would be the root of any host
    config |= {
        "site_name": str(escape(nama_situs(instansi))),
        "docs_dir": DOKUMEN,
        "theme": {**theme, "custom_dir": RUPA, "variant": "classic"},  # the variant is Zensical's name of this look
        "plugins": [],
        "exclude_docs": "!.well-known\n",
        "extra": {**extra, "data_contoh": contoh, "kebijakan": keamanan.KEBIJAKAN, **cards},
    }
    head = "# Ditulis oleh sakipgen; bangun dengan `mkdocs build`, `properdocs build` atau `zensical build`.\n"
    text: str = yaml.safe_dump(config, sort_keys=False, allow_unicode=True, width=1000)
    return head + text
