"""The plain-file exit: three engines that know nothing of sakipgen build the site that its own plugin builds."""

from __future__ import annotations

import html
import os
import posixpath
import re
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath

import pytest
import yaml
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sakipgen import keamanan
from sakipgen.diagnostics import Report, SakipgenError
from sakipgen.polos import build_polos, naskah
from sakipgen.project import Build, Project
from sakipgen.publishing import check_site, publish, publish_polos
from sakipgen.rendering.page import Bagian, Page
from tests.conftest import Indonesian
from tests.salinan import copy_repository

ROOT = Path(__file__).parent.parent
SKRIP_ZENSICAL = "memuat skrip sebaris `<script>var palette="
"""Zensical offers to choose a palette where there is none; the policy of the page keeps that from running."""
MESIN = ROOT / ".venv-mesin" / "bin"
NAMA = """A "><script>alert(1)</script></title><img src=x onerror=alert(1)> ≥ 20 & {{ 7*7 }} <!-- '"""
SINGKATAN = """B&K "satu" </title><i>"""
ALASAN = "```\nbukan kode\n```\n\n    empat spasi\n\n~~~\n{: .kelas } [TOC] *miring* `x` ![a](b) &amp; &lt;\n"
"""What Markdown would take for its own."""


# ── The text of one page ─────────────────────────────────────────────────────────────────────────────────────────


def page(isi: str, judul: str = "Judul", uraian: str = "Uraian.") -> Page:
    return Page(PurePosixPath("a"), judul, uraian, Markup(isi), (Bagian("awal", "Awal"),), None)  # noqa: S704


def front_matter(text: str) -> dict[str, object]:
    _, meta, _ = text.split("---\n", 2)
    found: dict[str, object] = yaml.safe_load(meta)
    return found


def test_what_the_head_prints_is_escaped_in_the_front_matter() -> None:
    meta = front_matter(naskah(page("<div></div>", NAMA, '---\n"x": <b>')))
    assert html.unescape(str(meta["title"])) == NAMA
    assert html.unescape(str(meta["description"])) == '---\n"x": <b>'
    assert not re.search(r"[<>\"']", f"{meta['title']}{meta['description']}")
    assert (meta["hide"], meta["sakip"], meta["lompat"]) == (["navigation", "toc"], True, "awal")


@pytest.mark.parametrize(
    ("isi", "written"),
    [
        ("<pre>a\tb</pre>", "<pre>a&#9;b</pre>"),
        ("<p>\n```\n~~~</p>", "<p>\n&#96;&#96;&#96;\n&#126;&#126;&#126;</p>"),
        ("<pre>a\n  \nb</pre>", "<pre>a\n&#32; \nb</pre>"),
        ("<div>\n\n<p>a</p></div>", "<div>\n\n<p>a</p></div>"),
        (
            '<script type="application/ld+json">{"a": "`\t"}</script>`',
            '<script type="application/ld+json">{"a": "`\t"}</script>&#96;',
        ),
    ],
)
def test_what_markdown_would_change_is_written_so_that_it_cannot(isi: str, written: str) -> None:
    assert naskah(page(f"\n{isi}\n")).endswith(f"---\n\n{written}\n")


# ── The folder ───────────────────────────────────────────────────────────────────────────────────────────────────


def _hostile(root: Path) -> Path:
    """A repository of the example in which texts try to leave their places."""
    copy_repository(root, ROOT / "data")
    instansi, kamus = root / "data" / "instansi.yaml", root / "data" / "indikator" / "IKU-03.yaml"
    text = instansi.read_text("utf-8")
    text = text.replace("singkatan: BKPSDM", "pengaduan: https://lapor.contoh.go.id\n  singkatan: '" + SINGKATAN + "'")
    instansi.write_text(f"alamat_situs: https://kinerja.contoh.go.id\n{text}", "utf-8")
    text = re.sub(r"(?m)^nama: .*$", lambda _: "nama: '" + NAMA.replace("'", "''") + "'", kamus.read_text("utf-8"))
    block = "".join(f"  {line}\n" if line else "\n" for line in ALASAN.splitlines())
    text = re.sub(r"alasan_pemilihan: >-\n(  .*\n)+", lambda _: f"alasan_pemilihan: |-\n{block}", text)
    kamus.write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _hostile(tmp_path_factory.mktemp("polos") / "repo")


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    """The site as `sakipgen bangun` makes it."""
    project = Project(root)
    publish(project, project.build(), root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def polos(root: Path) -> Path:
    project = Project(root)
    publish_polos(project, project.build(), root / "polos")
    return root / "polos"


def test_the_folder_names_no_plugin_and_holds_the_open_data(polos: Path, site: Path) -> None:
    config = yaml.safe_load((polos / "mkdocs.yml").read_text("utf-8"))
    assert config["plugins"] == []
    assert config["site_name"] == "Kinerja B&amp;K &#34;satu&#34; &lt;/title&gt;&lt;i&gt;"
    assert config["site_url"] == "https://kinerja.contoh.go.id/"
    assert (polos / config["theme"]["custom_dir"] / "main.html").is_file()
    made = {path.relative_to(site): path.read_bytes() for path in site.glob("data/v1/*")}
    assert len(made) > 10
    assert made == {path.relative_to(polos / "docs"): path.read_bytes() for path in polos.glob("docs/data/v1/*")}
    assert not (polos / "docs" / "pengembang").exists()
    pictures = {path.name: path.read_bytes() for path in (ROOT / "docs/panduan/gambar").iterdir()}
    assert {path.name: path.read_bytes() for path in polos.glob("docs/panduan/gambar/*")} == pictures


def test_an_address_that_is_not_known_is_left_out(tmp_path: Path) -> None:
    """Zensical takes an empty one for the root of whatever host."""
    project = Project(copy_repository(tmp_path / "repo"))
    build_polos(project, project.build(), tmp_path / "polos")
    config = yaml.safe_load((tmp_path / "polos" / "mkdocs.yml").read_text("utf-8"))
    assert "site_url" not in config
    assert config["extra"] == {"generator": False, "data_contoh": True, "kebijakan": keamanan.KEBIJAKAN}
    assert not (tmp_path / "polos" / "docs" / "kartu").exists()


def test_the_same_data_give_the_same_files(tmp_path: Path) -> None:
    project = Project(copy_repository(tmp_path / "repo"))
    found = []
    for name in ("satu", "dua"):
        build_polos(project, project.build(), tmp_path / name)
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        found.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert len(found[0]) > 50
    assert found[0] == found[1]


@pytest.mark.parametrize("name", ["data/index.md", "data.md", "robots.txt"])
def test_nothing_by_hand_may_stand_in_the_way(tmp_path: Path, indonesian: Indonesian, name: str) -> None:
    root = copy_repository(tmp_path / "repo")
    (root / "docs" / name).parent.mkdir(exist_ok=True)
    (root / "docs" / name).write_text("# Data lain")
    project = Project(root)
    with pytest.raises(SakipgenError, match=rf"`docs/{re.escape(name)}` bertabrakan") as raised:
        publish_polos(project, project.build(), root / "polos")
    indonesian(str(raised.value))
    assert not (root / "polos").exists()


def test_without_a_frame_or_with_a_galat_nothing_is_written(tmp_path: Path) -> None:
    root = copy_repository(tmp_path / "repo")
    (root / "mkdocs.yml").write_text("theme: material\n")
    project = Project(root)
    with pytest.raises(SakipgenError, match=r"mkdocs\.yml` tidak dapat dibaca"):
        publish_polos(project, project.build(), root / "polos")
    for write in (publish_polos, build_polos):
        with pytest.raises(SakipgenError, match="galat"):
            write(project, Build(Report.of((), 1), None), root / "polos")
    assert not (root / "polos").exists()


def test_writing_needs_no_engine(tmp_path: Path) -> None:
    root = copy_repository(tmp_path / "repo")
    code = (
        "import sys; sys.modules['mkdocs'] = None\n"
        "from sakipgen.cli import cli\n"
        f"cli(['bangun', '--polos', '--akar', {str(root)!r}, '--ke', {str(tmp_path / 'polos')!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "Berkas polos selesai: " in done.stdout, done.stderr


# ── Three engines ────────────────────────────────────────────────────────────────────────────────────────────────


def _program(name: str) -> list[str]:
    """How an engine is started; MkDocs is a library of ours."""
    if name == "mkdocs":
        return [sys.executable, "-m", "mkdocs"]
    found = shutil.which(name, path=MESIN) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; `make mesin` installs it and runs this test")
    return [found]


def _build(name: str, polos: Path, to: Path) -> Path:
    """The site as an engine builds it from the plain files; each treats a warning as a fault."""
    command = [*_program(name), "build", "--strict", "-f", "mkdocs.yml"]
    shutil.copytree(polos, to)
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=to, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return to / "site"


def _pages(site: Path) -> dict[str, LexborHTMLParser]:
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text("utf-8")) for path in found}


def _body(name: str, tree: LexborHTMLParser) -> LexborNode:
    nodes = tree.css("div.sk")
    assert len(nodes) == 1, name
    return nodes[0]


def _links(name: str, body: LexborNode) -> list[str]:
    """Where the links within the site lead, whichever way they are written."""
    found = [node.attributes["href"] or "" for node in body.css("a[href]")]
    inside = (link for link in found if not link.startswith(("http", "#")))
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), link)) for link in inside]


@pytest.mark.parametrize("name", ["mkdocs", "properdocs", "zensical"])
def test_an_engine_builds_the_same_site(name: str, polos: Path, site: Path, tmp_path: Path) -> None:
    built = _build(name, polos, tmp_path / "polos")
    expected, found = _pages(site), _pages(built)
    assert list(found) == list(expected)
    seen = 0
    for path, tree in expected.items():
        ours, theirs = _body(path, tree), _body(path, found[path])
        if (polos / "docs" / path).with_suffix(".md").exists() and tree.css_first("div.sk--naskah") is None:
            assert theirs.html == ours.html, path
            seen += 1
        else:  # Markdown by hand, which each engine renders in its own way
            assert theirs.text().split() == ours.text().split(), path
            assert _links(path, theirs) == _links(path, ours), path
        for tag in ("title", "meta[name=description]", "meta[property]", "meta[name^=twitter]", "link[rel=canonical]"):
            assert [n.html for n in found[path].css(tag)] == [n.html for n in tree.css(tag)], path
        assert len(found[path].css("[onerror], iframe, object")) == 0, path
    assert seen > 100
    assert [problem for problem in check_site(built) if SKRIP_ZENSICAL not in problem or name != "zensical"] == []
    assert (built / "sitemap.xml").read_bytes().strip() == (site / "sitemap.xml").read_bytes().strip()
    for file in (polos / "docs").rglob("*"):
        if file.is_file() and file.suffix != ".md":
            assert (built / file.relative_to(polos / "docs")).read_bytes() == file.read_bytes()
    _text_stayed_text(built)


def _text_stayed_text(built: Path) -> None:
    tree = LexborHTMLParser((built / "indikator" / "iku-03" / "index.html").read_text("utf-8"))
    title, heading = tree.css_first("title"), tree.css_first("h1")
    assert title is not None
    assert heading is not None
    assert NAMA in (title.text() or "")
    assert (title.text() or "").endswith(f"Kinerja {SINGKATAN}")
    assert NAMA in (heading.text() or "")
    text = " ".join((tree.css_first("div.sk") or heading).text().split())
    assert " ".join(ALASAN.split()) in text
