"""The frame that MkDocs and its theme put around a page, made once for all pages that differ only in their own words.

A frame is the theme's page with marks where the words go; filling it is joining text, so that thousands of pages cost
what their bodies cost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import Markup, escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_build_datetime

from sakipgen.domain.organisasi import Repositori
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.repositori import AlamatRepositori
from sakipgen.terbitan import TERSEMBUNYI_DATA, kartu_sendiri

_TANDA: Final = "sakip-isian-{}-sakip"
"""Stands in a frame where a page's own words go; escaping and quoting leave it as it is."""
_JUDUL, _URAIAN, _ALAMAT, _SUMBER, _KARTU, _ALT, _ISI = map(
    _TANDA.format, ("judul", "uraian", "alamat", "sumber", "kartu", "alt", "isi")
)
_POTONG: Final = re.compile(f"({_JUDUL}|{_URAIAN}|{_ALAMAT}|{_SUMBER}|{_KARTU}|{_ALT}|{_ISI})")
_LONGGAR: Final = re.compile(r"[ \t]*\n\s*")
"""Indentation and empty lines of the theme's templates, which say nothing and are a third of the frame."""
_TUBUH: Final = Markup(f"<h1>{_ISI}</h1>")  # noqa: S704 - a mark of ours
"""Has a heading, as every body has: without one the theme would put its own."""


@dataclass(frozen=True, slots=True)
class _Jenis:
    """What a frame depends on besides the words of the page."""

    folder: str
    """Where the page lies; pages of the navigation have a frame of their own."""
    nama: str
    bagian: tuple[Bagian, ...]
    """The first alone, where the skip link leads, of a page whose list of contents is hidden and in no menu."""
    bersumber: bool
    skrip: str | None


class Pembingkai:
    """Puts finished bodies into the theme's page, as MkDocs would with each of them."""

    def __init__(
        self, config: MkDocsConfig, env: Environment, files: Files, nav: Navigation, repositori: Repositori | None
    ) -> None:
        self._config = config
        self._env = env
        self._docs: Sequence[File] = files.documentation_pages()
        self._nav = nav
        self._repositori = repositori
        self._kartu = {key: str(config.extra[key]) for key in ("kartu", "kartu_alt") if key in config.extra}
        self._waktu = get_build_datetime()
        self._nav_pages = {page.file.src_uri: page for page in nav.pages}
        self._bingkai: dict[_Jenis, tuple[str, ...]] = {}

    def bingkai(self, page: Page) -> bytes:
        """Returns the whole page."""
        card = {**self._kartu, **kartu_sendiri(page)}
        words = {
            _JUDUL: str(escape(page.judul)),
            _URAIAN: str(escape(page.uraian)),
            _ALAMAT: quote(page.path.name),
            _SUMBER: quote(str(page.sumber)),
            _KARTU: quote(card.get("kartu", "")),
            _ALT: str(escape(card.get("kartu_alt", ""))),
            _ISI: str(page.isi),
        }
        return "".join([words.get(part, part) for part in self._frame(page)]).encode()

    def _frame(self, page: Page) -> tuple[str, ...]:
        """The frame of a page, cut at its marks."""
        own = uri(page.path) in self._nav_pages
        folder = str(page.path if own else page.path.parent)
        shown = page.bagian if own else page.bagian[:1]
        kind = _Jenis(folder, "" if own else _ALAMAT, shown, page.sumber is not None, page.skrip)
        if kind not in self._bingkai:
            text = _LONGGAR.sub("\n", self._render(kind)).replace(str(_TUBUH), _ISI)
            self._bingkai[kind] = tuple(_POTONG.split(text))
        return self._bingkai[kind]

    def _render(self, kind: _Jenis) -> str:
        """What MkDocs does with a page after its Markdown, with marks for words."""
        name = uri(PurePosixPath(kind.folder, kind.nama))
        page = self._nav_pages.get(name) or MkDocsPage(
            None, File.generated(self._config, name, content=""), self._config
        )
        before = page.meta
        page.markdown, page.content = "", _TUBUH
        describe(page, _JUDUL, _URAIAN, kind.bagian)
        page.meta.update(kartu=_KARTU, kartu_alt=_ALT, skrip=kind.skrip)
        page.edit_url = edit_url(self._repositori, PurePosixPath(_SUMBER) if kind.bersumber else None)
        page.active = True
        context = get_context(self._nav, self._docs, self._config, page)
        context["build_date_utc"] = self._waktu
        context = self._config.plugins.on_page_context(context, page=page, config=self._config, nav=self._nav)
        output: str = self._env.get_template("main.html").render(context)
        page.active = False
        page.meta = before
        return output


def describe(page: MkDocsPage, judul: str, uraian: str, bagian: Sequence[Bagian]) -> None:
    """Tells the theme what a page made from data is called and what it holds."""
    page.meta = {"title": judul, "description": uraian, "hide": list(TERSEMBUNYI_DATA), "sakip": True}
    page.toc = TableOfContents([AnchorLink(b.judul, b.jangkar, 2) for b in bagian])
    page.present_anchor_ids = {b.jangkar for b in bagian}


def uri(path: PurePosixPath) -> str:
    """Returns the name under which MkDocs knows a page."""
    return str(path / "index.md")


def edit_url(repositori: Repositori | None, sumber: PurePosixPath | None) -> str | None:
    """The forge's editor at a file."""
    return None if repositori is None or sumber is None else AlamatRepositori.dari(repositori).sunting(sumber)
