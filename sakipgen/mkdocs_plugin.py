"""MkDocs as a guest: it builds what is written by hand, and its theme frames what is made from data.

Every fact about it is here and in `mkdocs_bingkai` and `mkdocs_server`.

`build_site` drives it for `sakipgen bangun`; the plugin also serves a plain `mkdocs build` and `mkdocs serve`.
"""

from __future__ import annotations

import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path, PurePosixPath
from typing import Any, Final

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import config_options as c
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext
from pydantic_core import PydanticCustomError

from sakipgen import keamanan, pencarian
from sakipgen.diagnostics import Format, SakipgenError
from sakipgen.domain.organisasi import Repositori, StatusData
from sakipgen.domain.waktu import Periode, parse_tanggal
from sakipgen.mkdocs_bingkai import Pembingkai, edit_url, uri
from sakipgen.penulis import Penulis
from sakipgen.project import Build, Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.berkas.gudang import Gudang
from sakipgen.rendering.berkas.parquet import pastikan_ada
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages.temuan import PANDUAN
from sakipgen.rendering.situs import Situs
from sakipgen.terbitan import CARI, PETA, TERSEMBUNYI, alamat_situs, kartu_bawaan, nama_situs, situs_of

log = get_plugin_logger("sakip")

TAK_DIPAKAI: Final = ("assets/javascripts/lunr/", "assets/javascripts/workers/")
"""Files of the theme for a search that the site does not have; source maps go too."""
GAYA_PRATINJAU: Final = "stylesheets/pratinjau.css"
EPOCH: Final = "SOURCE_DATE_EPOCH"
MATERIAL_QUIET: Final = "NO_MKDOCS_2_WARNING"


class SakipConfig(Config):  # type: ignore[no-untyped-call]
    """What may stand under the plugin in `mkdocs.yml`."""

    per_tanggal = c.Optional(c.Type((str, date)))
    """The day to look from; as the option of `sakipgen bangun`."""
    sampai = c.Optional(c.Type((str, int)))
    """The last period to look at."""
    root = c.Optional(c.Type(str))
    """The project's root; without it the folder of `mkdocs.yml`."""
    parquet = c.Type(bool, default=False)
    """Whether the tables are published as Parquet too; asks for DuckDB."""
    naskah = c.Type(bool, default=False)
    """Whether the office's papers are published too."""


class SakipPlugin(BasePlugin[SakipConfig]):  # type: ignore[no-untyped-call]
    """Builds the project and puts its pages and files into the site."""

    def __init__(self) -> None:
        self.project: Project | None = None
        self.build: Build | None = None
        """What was built already, if the caller did."""
        self.menulis = True
        """Whether what is made from data is written too."""
        self._situs = Situs((), Gudang(), {}, {})
        self._pages: dict[str, Lembar] = {}
        self._naskah: dict[str, bytes] = {}
        """What the search reads of pages written by hand, by their path in the site."""
        self._repositori: Repositori | None = None
        self.pembingkai: Pembingkai | None = None
        self._epoch: tuple[str | None] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        project = self.project or Project(Path(self.config.root or Path(config.config_file_path).parent))
        rekap = _checked(self.build or project.build(*self._position()))
        self.project = project
        if self.config.parquet:
            pastikan_ada()
        self._situs = situs_of(
            rekap,
            make_environment(project.template_dir),
            project.glosarium,
            parquet=self.config.parquet,
            templat=project.template_dir if self.config.naskah and not project.usulan else None,
        )
        if project.usulan:  # a search needs a server, which a folder on disk does not have
            pages = tuple(page for page in self._situs.halaman if page.path != CARI)
            self._situs = replace(self._situs, halaman=pages)
        self._pages = {uri(PurePosixPath(page.path)): page for page in self._situs.halaman}
        self._repositori = rekap.instansi.repositori
        self._set_epoch(rekap.posisi.per_tanggal)
        config.site_name = nama_situs(rekap.instansi)
        config.site_url = None if project.usulan else config.site_url or alamat_situs(rekap.instansi)
        config.theme.static_templates.discard(PETA)  # ours says when each page changed
        config.extra |= kartu_bawaan(rekap.instansi)
        config.extra["kebijakan"] = keamanan.KEBIJAKAN
        config.extra["usulan"] = project.usulan.nomor if project.usulan else None
        config.extra["data_contoh"] = rekap.instansi.status_data is StatusData.CONTOH
        return config

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """The theme prints titles and descriptions as they are; they come from data, so they are escaped."""
        env.autoescape = True
        self.pembingkai = Pembingkai(config, env, files, self._nav, self._repositori)
        return env

    def on_page_context(
        self,
        context: TemplateContext,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        page.content = Markup(page.content or "")  # noqa: S704 - finished HTML, of our templates or of Markdown
        return context

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Makes every address known to links; MkDocs itself builds none of them but those of its navigation."""
        menu = set(_addresses(config.nav))
        taken = {file.dest_uri: file.src_uri for file in files}
        for name in (*self._pages, *map(str, self._situs.berkas)):
            level = InclusionLevel.NOT_IN_NAV if name in menu else InclusionLevel.EXCLUDED
            made = File.generated(config, name, content="", inclusion=level)
            if other := taken.get(made.dest_uri):
                raise PluginError(f"`docs/{other}` bertabrakan dengan yang dibuat dari data; ganti namanya.")
            files.append(made)
        for file in list(files):
            if _tak_dipakai(file.src_uri) or (file.src_uri == GAYA_PRATINJAU and not config.extra["usulan"]):
                files.remove(file)
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """The menu is made; its pages that come from data need nothing more of MkDocs."""
        for page in nav.pages:
            if made := self._pages.get(page.file.src_uri):
                page.file.inclusion = InclusionLevel.EXCLUDED
                page.title = page.title or made.buat().judul
        self._nav = nav
        return nav

    def on_page_content(self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        page.edit_url = edit_url(self._repositori, PurePosixPath("docs", page.file.src_uri))
        page.meta["hide"] = list(TERSEMBUNYI)
        text = Markup(html)  # noqa: S704 - of Markdown
        self._naskah[page.file.dest_uri] = pencarian.bahan_naskah(str(page.title), text, PANDUAN)
        return html.replace(" />", ">")  # Markdown writes XHTML; a slash on an element without content means nothing

    def on_post_build(self, config: MkDocsConfig) -> None:
        if self.pembingkai and self.menulis:
            with tempfile.TemporaryDirectory(prefix="sakipgen-cari-") as bahan:
                penulis = Penulis(self._situs, self.pembingkai, Path(config.site_dir), Path(bahan))
                penulis.tulis(self._naskah, config.site_url, cari=not (self.project and self.project.usulan))
        self._restore_epoch()

    def on_build_error(self, error: Exception) -> None:  # noqa: ARG002
        self._restore_epoch()

    def on_serve(self, server: Any, config: MkDocsConfig, builder: Any) -> Any:  # noqa: ARG002
        if self.project:
            server.watch(str(self.project.data_dir))
            server.watch(str(self.project.template_dir))
        return server

    @property
    def halaman(self) -> int:
        """How many pages were made from data."""
        return len(self._pages)

    def _position(self) -> tuple[date | None, Periode | None]:
        day, sampai = self.config.per_tanggal, self.config.sampai
        try:
            return (parse_tanggal(day) if day else None), (Periode.parse(str(sampai)) if sampai else None)
        except PydanticCustomError as error:
            raise PluginError(f"mkdocs.yml, plugin sakip: {error.message()}") from None

    def _set_epoch(self, day: date) -> None:
        """All dates that MkDocs writes are the day of the posisi; the variable is the user's again afterwards."""
        self._restore_epoch()
        self._epoch = (os.environ.get(EPOCH),)
        os.environ[EPOCH] = str(int(datetime.combine(day, time(), UTC).timestamp()))

    def _restore_epoch(self) -> None:
        if self._epoch is None:
            return
        (before,) = self._epoch
        self._epoch = None
        if before is None:
            os.environ.pop(EPOCH, None)
        else:
            os.environ[EPOCH] = before


def _checked(build: Build) -> Rekapitulasi:
    """The Rekapitulasi; a galat stops MkDocs with the whole report, a peringatan is only told."""
    report = build.report
    if build.rekap is None:
        raise PluginError(f"Situs tidak dibangun karena data memuat galat.\n{report.render(Format.TEKS)}")
    for warning in report.warnings:
        log.info(warning.as_text())
    return build.rekap


def _tak_dipakai(name: str) -> bool:
    """Whether a file of the theme is not for this site."""
    return name.startswith(TAK_DIPAKAI) or name.endswith(".map") or name == PETA


def _addresses(nav: Any) -> Iterator[str]:
    """Every address that a navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif nav:
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _addresses(item)


# ── Driven by `sakipgen bangun` ──


def build_site(project: Project, build: Build, to: Path) -> int:
    """Builds the site of a finished build into a folder and returns how many pages were made from data."""
    return _drive(project, build, to, menulis=True).halaman


def build_frame(project: Project, build: Build, to: Path) -> Pembingkai:
    """Builds what is not made from data, and returns what puts the theme around the rest."""
    pembingkai = _drive(project, build, to, menulis=False).pembingkai
    assert pembingkai is not None  # noqa: S101 - MkDocs has called `on_env`
    return pembingkai


def _drive(project: Project, build: Build, to: Path, *, menulis: bool) -> SakipPlugin:
    """Lets MkDocs build, quietly; whatever it warns of is a fault of ours and is raised."""
    config_file = project.root / "mkdocs.yml"
    if not config_file.is_file():
        raise SakipgenError(f"`{config_file}` tidak ada; ambil ulang dari repositori sakipgen.")
    os.environ.setdefault(MATERIAL_QUIET, "1")
    with _captured() as records:
        try:
            config = load_config(str(config_file), site_dir=str(to), strict=True)
            plugin = config.plugins.get("sakip")
            if not isinstance(plugin, SakipPlugin):
                raise SakipgenError(f"`{config_file}` tidak memuat plugin `sakip`; tambahkan `plugins: [sakip]`.")
            plugin.project, plugin.build, plugin.menulis = project, build, menulis
            mkdocs_build(config)
        except MkDocsException as error:
            told = "\n".join(dict.fromkeys(record.getMessage() for record in records)) or str(error)
            raise SakipgenError(f"MkDocs tidak dapat membangun situs:\n{told}") from error
    return plugin


@contextmanager
def _captured() -> Iterator[list[logging.LogRecord]]:
    """Collects what MkDocs warns of instead of printing it."""
    handler = _Collector(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield handler.records
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


class _Collector(logging.Handler):
    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)
