"""What a reader has to load: the first page of a visit, each further one, and the search before its first answer."""

from __future__ import annotations

import gzip
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser

from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.salinan import CONTOH, copy_repository

ROOT = Path(__file__).parent.parent
PERTAMA = 150_000
LANJUTAN = 30_000
SEBELUM_MENCARI = 150_000
DIMUAT = "link[rel~=stylesheet], link[rel~=icon], script[src], img[src]:not([loading=lazy])"
"""What comes before anybody scrolls; what the pictures of the guides may weigh is asked in `test_gambar_panduan.py`."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_repository(tmp_path_factory.mktemp("berat"), CONTOH)
    project = Project(root)
    publish(project, project.build(), root / "site")
    return root / "site"


@cache
def kirim(path: Path) -> int:
    """Bytes that a server sends: as gzip -6 packs the file, or as it is where that is less."""
    content = path.read_bytes()
    return min(len(content), len(gzip.compress(content, 6, mtime=0)))


def dimuat(site: Path, name: str) -> set[str]:
    """What a page loads besides itself."""
    tree = LexborHTMLParser((site / name).read_bytes())
    links = {node.attributes.get("href") or node.attributes.get("src") or "" for node in tree.css(DIMUAT)}
    return {normpath(join("" if link.startswith("/") else dirname(name), link.lstrip("/"))) for link in links}


def test_no_page_is_heavy(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html"))]
    assert len(names) > 150
    for name in names:
        own = kirim(site / name)
        assert own <= LANJUTAN, f"{name}: {own}"
        whole = own + sum(kirim(site / part) for part in dimuat(site, name))
        assert whole <= PERTAMA, f"{name}: {whole}"


def test_only_the_page_of_the_search_loads_its_script(site: Path) -> None:
    loading = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*.html"))
        if any("cari" in part for part in dimuat(site, path.relative_to(site).as_posix()))
    ]
    assert loading == ["cari/index.html"]


def test_the_search_is_light_before_its_first_answer(site: Path) -> None:
    """Its script, its worker, Pagefind, the list of its shards, and the list of filters."""
    index = site / "pagefind"
    parts = [site / "javascripts" / "cari.js", site / "javascripts" / "cari-pekerja.js"]
    parts += [path for path in index.iterdir() if path.is_file()]
    parts += (index / "filter").iterdir()
    assert {path.name for path in parts} >= {"pagefind.js", "pagefind-entry.json", "wasm.id.pagefind"}
    assert sum(map(kirim, parts)) <= SEBELUM_MENCARI


def test_a_query_loads_little(site: Path) -> None:
    """One shard of words is what a word needs; a found page is one small file."""
    index = site / "pagefind"
    assert max(map(kirim, (index / "index").iterdir())) <= LANJUTAN
    assert max(map(kirim, (index / "fragment").iterdir())) <= LANJUTAN
