"""Safe publishing: a new site is built beside the old one, every link in it is checked, and only then are they swapped.

A galat, a crash or a broken link leaves the old site as it was.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from sys import intern
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from jinja2 import TemplateError, TemplateSyntaxError
from selectolax.lexbor import LexborHTMLParser

from sakipgen import keamanan
from sakipgen.bersama import bersama
from sakipgen.diagnostics import PemakaianError, SakipgenError
from sakipgen.polos import build_polos
from sakipgen.pratinjau_usulan import siapkan_pratinjau
from sakipgen.project import Build, Project
from sakipgen.writing.folder import tukar

PENANDA: Final = "versi.json"
"""A folder that holds this file, written by sakipgen, is a site of ours and may be replaced."""
TAMPIL: Final = 20
"""So many problems are shown; the rest is counted."""


Pembangun = Callable[[Project, Build, Path], int]


def publish(project: Project, build: Build, to: Path) -> int:
    """Publishes a finished build into a folder and returns how many pages were made from data."""
    from sakipgen.mkdocs_plugin import build_site  # noqa: PLC0415 - MkDocs is slow to import; only this verb needs it

    def checked(project: Project, build: Build, new: Path) -> int:
        pages = build_site(project, build, new)
        if project.usulan:
            siapkan_pratinjau(new, project.usulan.nomor)
        if problems := check_site(new):
            raise SakipgenError(_told("Situs baru belum layak terbit; situs lama tidak berubah:", problems))
        return pages

    return _replace(project, build, to, checked)


def publish_polos(project: Project, build: Build, to: Path) -> int:
    """Writes the plain files of a finished build into a folder and returns how many pages were made from data."""
    return _replace(project, build, to, build_polos)


def _replace(project: Project, build: Build, to: Path, pembangun: Pembangun) -> int:
    """Puts what was built in the place of what is there, whole or not at all."""
    if build.rekap is None:
        raise SakipgenError("Data memuat galat; situs tidak dibangun.")
    to = to.resolve()
    _refuse(project, to)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with _workshop(to) as workshop:
            new = workshop / "baru"
            new.mkdir()
            pages = pembangun(project, build, new)
            tukar(new, to, workshop / "lama")
    except TemplateError as error:
        raise explain_template(error) from error
    except OSError as error:
        raise SakipgenError(f"Situs tidak dapat ditulis ke `{to}`: {error}") from error
    return pages


def explain_template(error: TemplateError) -> SakipgenError:
    """Returns what is wrong with a template, and where."""
    place = getattr(error, "filename", None) or getattr(error, "name", None) or "site_templates"
    line = f" baris {error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
    return SakipgenError(f"Templat `{place}`{line} tidak dapat dipakai: {error.message}")


def is_ours(folder: Path) -> bool:
    """Whether a folder is a site that sakipgen made."""
    try:
        content = json.loads((folder / PENANDA).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(content, dict) and content.get("pembuat") == "sakipgen"


# ── Folders ──


def _refuse(project: Project, to: Path) -> None:
    """A site replaces a site, an empty folder or nothing, and never lies where data is read from."""
    root = project.root.resolve()
    data = (root / "data", project.data_dir.resolve())
    above = {root, *root.parents, *(parent for folder in data for parent in folder.parents)}
    if to in above or any(to.is_relative_to(folder) for folder in data):
        raise PemakaianError(f"`{to}` memuat repositori atau datanya; pilih folder lain dengan `--ke`.")
    if to.exists() and not to.is_dir():
        raise PemakaianError(f"`{to}` bukan folder; pilih folder lain dengan `--ke`.")
    if to.is_dir() and any(to.iterdir()) and not is_ours(to):
        raise PemakaianError(
            f"`{to}` berisi berkas yang tidak dibuat sakipgen; kosongkan dahulu atau pilih folder lain dengan `--ke`."
        )


@contextmanager
def _workshop(to: Path) -> Iterator[Path]:
    """A fresh folder beside the target, on the same disk; what a crash left behind is put right first."""
    prefix = f".{to.name}.sakipgen-"
    for left in [path for path in to.parent.iterdir() if path.name.startswith(prefix)]:
        with _locked(left):
            if not to.exists() and (left / "lama").is_dir():
                (left / "lama").rename(to)
            shutil.rmtree(left)
    workshop = Path(tempfile.mkdtemp(prefix=prefix, dir=to.parent))
    try:
        with _locked(workshop):
            yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds a folder for this process; the system lets go of it even after a crash."""
    if sys.platform == "win32":  # pragma: no cover - a folder cannot be locked there
        yield
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SakipgenError("Situs yang sama sedang dibangun oleh proses lain; tunggu sampai selesai.") from None
        yield
    finally:
        os.close(handle)


# ── Links, and what a page may load ──

_RUJUKAN: Final = ("href", "src", "action")
_TANPA_MUAT: Final = frozenset({"canonical", "license", "author", "alternate", "prev", "next", "edit", "me"})
"""Relations of `<link>` that make no request."""
_CSS: Final = re.compile(r"url\(\s*[\"']?(?!data:|#)([^\"')\s]+)|@import\s+[\"']([^\"']+)")


def check_site(site: Path) -> tuple[str, ...]:
    """Returns what is wrong with a built site: links that miss, what comes from elsewhere, what its policy forbids."""
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*")) if path.is_file()]
    linking = [name for name in names if name.endswith((".html", ".css"))]
    found: dict[str, _Tertulis] = {}
    for part in bersama(len(linking), lambda first, step: {n: _read(site, n) for n in linking[first::step]}):
        found |= part
    checker = _Checker(frozenset(names), {name: found[name].jangkar for name in linking if name.endswith(".html")})
    problems = [f"{name}: {fault}" for name in linking for fault in found[name].langgar]
    problems += [f"{name}: `{link}` dimuat dari situs lain" for name in linking for link in found[name].asing]
    for name in linking:
        faults = ((link, checker.fault(name, link)) for link in found[name].tautan)
        problems += (f"{name}: `{link}` {fault}" for link, fault in faults if fault)
    return tuple(problems)


class _Tertulis(NamedTuple):
    """What a file says of addresses; a site says the same few over and over, so each is kept once."""

    jangkar: tuple[str, ...]
    tautan: tuple[str, ...]
    """Within the site."""
    asing: tuple[str, ...]
    """What would be fetched from elsewhere."""
    langgar: tuple[str, ...] = ()
    """What the page's own policy forbids."""


def _read(site: Path, name: str) -> _Tertulis:
    content = (site / name).read_bytes()
    if name.endswith(".css"):
        return _Tertulis((), tuple(first or second for first, second in _CSS.findall(content.decode())), ())
    tree = LexborHTMLParser(content)
    inside, foreign = _links(tree)
    anchors = dict.fromkeys(intern(node.attributes.get("id") or "") for node in tree.css("[id]"))
    faults = tuple(keamanan.pelanggaran(content, tree))
    return _Tertulis(tuple(anchors), tuple(dict.fromkeys(map(intern, inside))), tuple(foreign), faults)


def _links(tree: LexborHTMLParser) -> tuple[list[str], list[str]]:
    """The links within the site, and what the page would fetch from elsewhere."""
    inside: list[str] = []
    foreign: list[str] = []
    for key in _RUJUKAN:
        for node in tree.css(f"[{key}]"):
            link = (node.attributes.get(key) or "").strip()
            if not link.lower().startswith(("https:", "http:", "mailto:", "tel:")):
                inside.append(link)
            elif not (node.tag == "a" or (node.tag == "link" and _only_names(node.attributes.get("rel")))):
                foreign.append(link)
    return inside, foreign


def _only_names(rel: str | None) -> bool:
    return bool(rel) and set((rel or "").lower().split()) <= _TANPA_MUAT


class _Checker:
    """Follows links; what many pages of a site link to is looked up once."""

    def __init__(self, files: frozenset[str], anchors: Mapping[str, tuple[str, ...]]) -> None:
        self._files = files
        self._anchors = anchors
        self._known: dict[tuple[str, str], str | None] = {}

    def fault(self, name: str, link: str) -> str | None:
        """What is wrong with a link of a file, in words."""
        if not link or link.startswith("#"):
            return self._anchor(name, link[1:])
        if name == "404.html" and link.startswith("/") and not link.startswith("//"):
            return None  # shown at any depth, so this page alone names things from the root
        up = "../" * name.count("/")
        key = ("", link.removeprefix(up)) if link.startswith(up) else (posixpath.dirname(name), link)
        if key not in self._known:
            self._known[key] = self._follow(*key)
        return self._known[key]

    def _follow(self, folder: str, link: str) -> str | None:
        try:
            parts = urlsplit(link)
        except ValueError:
            return "bukan tautan yang sah"
        if parts.scheme or parts.netloc:
            return "memakai alamat yang tidak diizinkan"
        if parts.path.startswith("/"):
            return "mutlak; tulis tautan relatif"
        target = _target(folder, unquote(parts.path))
        if target not in self._files:
            return "tidak menuju halaman atau berkas mana pun"
        return self._anchor(target, parts.fragment)

    def _anchor(self, name: str, fragment: str) -> str | None:
        missing = fragment and name in self._anchors and unquote(fragment) not in self._anchors[name]
        return "menuju jangkar yang tidak ada" if missing else None


def _target(folder: str, path: str) -> str:
    """The file that a relative path means, seen from a folder; a folder means its `index.html`."""
    joined = posixpath.normpath(posixpath.join(folder, path))
    if not path or path.endswith("/") or path.rsplit("/", 1)[-1] in {".", ".."}:
        joined = posixpath.normpath(posixpath.join(joined, "index.html"))
    return joined


def _told(opening: str, problems: Sequence[str]) -> str:
    rest = [f"… dan {len(problems) - TAMPIL} lagi"] if len(problems) > TAMPIL else []
    return "\n".join([opening, *problems[:TAMPIL], *rest])
