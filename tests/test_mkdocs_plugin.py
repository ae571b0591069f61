"""MkDocs as a guest: what it is handed, what it must not do, and that the same commit gives the same bytes."""

from __future__ import annotations

import csv
import hashlib
import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from types import SimpleNamespace

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from selectolax.lexbor import LexborHTMLParser

from sakipgen.diagnostics import SakipgenError
from sakipgen.domain.organisasi import Repositori
from sakipgen.mkdocs_bingkai import edit_url
from sakipgen.mkdocs_plugin import SakipPlugin, build_site
from sakipgen.project import Project
from sakipgen.publishing import check_site, publish
from sakipgen.rendering.berkas import parquet
from tests.conftest import Indonesian
from tests.salinan import copy_repository

ROOT = Path(__file__).parent.parent


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_repository(tmp_path / "repo")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the smallest data with a repository that can be opened."""
    root = copy_repository(tmp_path_factory.mktemp("a") / "repo")
    instansi = root / "data" / "instansi.yaml"
    instansi.write_text(
        instansi.read_text("utf-8").replace(
            "perangkat_daerah:\n",
            "alamat_situs: https://kinerja.contoh.go.id\nrepositori:\n  alamat: https://github.com/contoh/sakip\n"
            "perangkat_daerah:\n",
        ),
        encoding="utf-8",
    )
    project = Project(root)
    publish(project, project.build(), root / "site")
    return root / "site"


def page(site: Path, path: str) -> LexborHTMLParser:
    return LexborHTMLParser((site / path).read_text("utf-8"))


def attribute(html: LexborHTMLParser, selector: str, name: str) -> str:
    (node,) = html.css(selector)
    return node.attributes[name] or ""


def text(html: LexborHTMLParser, selector: str) -> str:
    (node,) = html.css(selector)
    return node.text().strip()


# ── What is built ──


def test_pages_and_files_are_there(site: Path) -> None:
    for name in ("index.html", "indikator/iku-01/index.html", "panduan/index.html", "404.html", "versi.json"):
        assert (site / name).is_file(), name
    sums = (site / "data/v1/SHA256SUMS").read_text().splitlines()
    assert [line.split("  ")[1] for line in sums] == sorted(line.split("  ")[1] for line in sums)
    assert len(sums) == len(list((site / "data/v1").iterdir())) - 1
    for line in sums:
        digest, name = line.split("  ")
        assert hashlib.sha256((site / "data/v1" / name).read_bytes()).hexdigest() == digest
    assert check_site(site) == ()


def test_parquet_is_an_option_of_the_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = copy_repository(tmp_path)
    frame = root / "mkdocs.yml"
    frame.write_text(frame.read_text("utf-8").replace("  - sakip:\n", "  - sakip:\n      parquet: true\n", 1), "utf-8")
    project = Project(root)
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    with pytest.raises(SakipgenError, match="DuckDB belum terpasang"):
        publish(project, project.build(), root / "site")
    assert not (root / "site").exists()
    monkeypatch.undo()
    publish(project, project.build(), root / "site")
    assert (root / "site" / "data" / "v1" / "parquet" / "capaian.parquet").read_bytes()[:4] == b"PAR1"
    assert 'href="../data/v1/parquet/capaian.parquet"' in (root / "site" / "data" / "index.html").read_text("utf-8")


def test_versi(site: Path) -> None:
    found = json.loads((site / "versi.json").read_text("utf-8"))
    assert found["pembuat"] == "sakipgen"
    assert found["posisi"] == {"sampai": "2024-TW1", "per_tanggal": "2024-04-10"} or found["posisi"]["per_tanggal"]


def test_frame_of_a_data_page(site: Path) -> None:
    html = page(site, "indikator/iku-01/index.html")
    assert attribute(html, "html", "lang") == "id"
    assert attribute(html, "meta[name=description]", "content")
    assert text(html, "head > title").endswith("Kinerja BK")
    assert len(html.css("h1")) == 1
    assert attribute(html, "link[rel=canonical]", "href") == "https://kinerja.contoh.go.id/indikator/iku-01/"
    edit = attribute(html, "a[rel=edit]", "href")
    assert edit == "https://github.com/contoh/sakip/edit/main/data/indikator/IKU-01.yaml"


@pytest.mark.parametrize(
    ("path", "address", "card"),
    [
        ("index.html", "", "kartu/beranda.png"),
        ("indikator/iku-01/index.html", "indikator/iku-01/", "kartu/indikator/iku-01.png"),
        ("dokumen/index.html", "dokumen/", "kartu/situs.png"),
        ("panduan/index.html", "panduan/", "kartu/situs.png"),
    ],
)
def test_what_is_shown_where_an_address_is_shared(site: Path, path: str, address: str, card: str) -> None:
    html = page(site, path)
    root = "https://kinerja.contoh.go.id/"
    said = {node.attributes["property"]: node.attributes["content"] for node in html.css("head > meta[property]")}
    assert said["og:url"] == attribute(html, "link[rel=canonical]", "href") == root + address
    assert said["og:image"] == root + card
    assert (site / card).read_bytes()[:4] == b"\x89PNG"
    assert said["og:image:alt"]
    assert (said["og:title"] or "-") in text(html, "head > title")
    assert said["og:description"] == attribute(html, "meta[name=description]", "content")
    assert (said["og:locale"], said["og:site_name"]) == ("id_ID", "Kinerja BK")
    assert attribute(html, "meta[name='twitter:card']", "content") == "summary_large_image"
    assert attribute(html, "meta[name=theme-color]", "content") == "#0b2845"
    icon = attribute(html, "link[rel=icon]", "href")
    assert ((site / path).parent / icon).resolve().is_file()


def test_a_hand_written_page_keeps_its_markdown(site: Path) -> None:
    html = page(site, "panduan/index.html")
    assert text(html, "h1").startswith("Panduan")
    assert html.css("table")
    assert attribute(html, "a[rel=edit]", "href").endswith("/edit/main/docs/panduan/index.md")


def test_the_navigation_is_short(site: Path) -> None:
    links = {node.attributes["href"] for node in page(site, "index.html").css("nav.md-nav--primary a.md-nav__link")}
    assert 5 <= len([link for link in links if not (link or "").startswith("#")]) <= 15


def test_notes_of_developers_stay_inside(site: Path) -> None:
    assert not (site / "pengembang").exists()


def test_no_baggage(site: Path) -> None:
    names = [path.relative_to(site).as_posix() for path in site.rglob("*")]
    assert not [name for name in names if "lunr" in name or name.endswith(".map") or "/workers" in name]
    assert "squidfunk" not in (site / "index.html").read_text("utf-8")


def test_the_sitemap_names_every_page_once(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    found = re.findall(r"<loc>https://kinerja.contoh.go.id/(.*?)</loc>", sitemap)
    there = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html")}
    assert {name.rstrip("/") or "." for name in found} == there
    assert len(found) == len(there)
    assert "lastmod" not in sitemap  # without Git nobody knows


# ── Driven by `bangun` ──


def test_without_an_address_there_is_no_sitemap(root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    project = Project(root)
    pages = build_site(project, project.build(), tmp_path / "site")
    written = [path for path in (root / "docs").rglob("*.md") if "pengembang" not in path.parts]
    assert pages == len(list((tmp_path / "site").rglob("index.html"))) - len(written)
    assert not (tmp_path / "site" / "sitemap.xml").exists()
    front = page(tmp_path / "site", "index.html")
    assert not front.css("link[rel=canonical], a[rel=edit], meta[property='og:url'], meta[property='og:image']")
    assert attribute(front, "meta[name='twitter:card']", "content") == "summary"
    assert not (tmp_path / "site" / "kartu").exists()
    assert capfd.readouterr() == ("", "")


def test_the_environment_is_given_back(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    project = Project(root)
    build_site(project, project.build(), tmp_path / "site")
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"
    (root / "docs" / "rusak.md").write_text("[x](hilang.md)")
    with pytest.raises(SakipgenError, match=r"rusak\.md"):
        build_site(project, project.build(), tmp_path / "site")
    assert os.environ["SOURCE_DATE_EPOCH"] == "1"


@pytest.mark.parametrize("name", ["index.md", "data.md", "robots.txt"])
def test_nothing_by_hand_may_stand_in_the_way(root: Path, tmp_path: Path, name: str) -> None:
    (root / "docs" / name).write_text("# Beranda lain")
    project = Project(root)
    with pytest.raises(SakipgenError, match=rf"`docs/{re.escape(name)}` bertabrakan"):
        build_site(project, project.build(), tmp_path / "site")


@pytest.mark.parametrize(
    ("text", "said"), [(None, "tidak ada"), ("site_name: x\ntheme: material\nplugins: []\n", "tidak memuat plugin")]
)
def test_without_the_frame(root: Path, tmp_path: Path, text: str | None, said: str, indonesian: Indonesian) -> None:
    (root / "mkdocs.yml").unlink()
    if text:
        (root / "mkdocs.yml").write_text(text)
    project = Project(root)
    with pytest.raises(SakipgenError, match=said) as raised:
        build_site(project, project.build(), tmp_path / "site")
    indonesian(str(raised.value))


# ── Driven by MkDocs itself ──


def plugin_of(root: Path, **options: object) -> SakipPlugin:
    plugin = SakipPlugin()
    errors, warnings = plugin.load_config({"root": str(root), **options})
    assert (errors, warnings) == ([], [])
    return plugin


def test_plain_mkdocs_build(root: Path, tmp_path: Path) -> None:
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    mkdocs_build(config)
    assert (tmp_path / "site" / "indikator/iku-01/index.html").is_file()
    assert config.site_name == "Kinerja BK"


def test_a_galat_stops_mkdocs_with_the_report(root: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("realisasi/2024/TW1/mutasi.yaml", "perjanjian-kinerja/2024/kepala/murni.yaml"):
        path = root / "data" / name
        path.write_text(path.read_text("utf-8").replace("IKU-01", "IKU-77"), encoding="utf-8")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    with pytest.raises(Abort):
        mkdocs_build(config)
    said = "\n".join(record.getMessage() for record in caplog.records if record.levelno == logging.ERROR)
    assert "data memuat galat" in said
    assert said.count("galat[R001]") == 2
    assert not (tmp_path / "site").exists()


def test_a_peringatan_is_told_and_does_not_stop_a_strict_build(root: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "mkdocs.plugins")
    config = load_config(str(root / "mkdocs.yml"))
    (root / "data" / "realisasi/2024/TW1/mutasi.yaml").unlink()
    plugin = plugin_of(root, per_tanggal="2024-06-01", sampai="2024-TW1")
    plugin.on_config(config)
    plugin.on_post_build(config)
    told = [record for record in caplog.records if "peringatan[L002]" in record.getMessage()]
    assert told
    assert {record.levelno for record in told} == {logging.INFO}


@pytest.mark.parametrize(("option", "value"), [("per_tanggal", "31-12-2024"), ("sampai", "2024-TW5")])
def test_a_wrong_option(root: Path, option: str, value: str, indonesian: Indonesian) -> None:
    with pytest.raises(PluginError, match=value) as raised:
        plugin_of(root, **{option: value}).on_config(load_config(str(root / "mkdocs.yml")))
    indonesian(str(raised.value))


def test_serve_watches_what_pages_are_made_of(root: Path) -> None:
    plugin = plugin_of(root)
    config = load_config(str(root / "mkdocs.yml"))
    plugin.on_config(config)
    plugin.on_post_build(config)
    watched: list[str] = []
    server = SimpleNamespace(watch=watched.append)
    assert plugin.on_serve(server, config, None) is server
    assert watched == [str(root / "data"), str(root / "site_templates")]


@pytest.mark.parametrize(
    ("alamat", "address"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/data/x.yaml"),
        ("https://gitlab.com/a/b/", "https://gitlab.com/a/b/-/edit/main/data/x.yaml"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/_edit/main/data/x.yaml"),
    ],
)
def test_the_pencil_by_forge(alamat: str, address: str) -> None:
    repositori = Repositori(alamat=alamat)
    assert edit_url(repositori, PurePosixPath("data/x.yaml")) == address
    assert edit_url(None, PurePosixPath("data/x.yaml")) is edit_url(repositori, None) is None


# ── The shipped data ──


def fingerprint(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def bangun(folder: Path, source: Path, **env: str) -> Path:
    """The site of a copy of a repository, built by the program in a process of its own."""
    root = copy_repository(folder / "repo", source / "data", source)
    command = [sys.executable, "-m", "sakipgen", "bangun", "--akar", str(root), "--ke", str(root / "situs")]
    around = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, env=around | env, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "Situs selesai" in done.stdout
    assert "mkdocs" not in (done.stdout + done.stderr).lower()
    return root / "situs"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bangun(tmp_path_factory.mktemp("satu"), ROOT, TZ="Asia/Jayapura", LC_ALL="C", PYTHONHASHSEED="1")


def test_same_data_same_bytes_wherever_it_is_built(shipped: Path, tmp_path: Path) -> None:
    """Another folder, time zone, locale and hash seed: not one byte differs."""
    folder = tmp_path / "folder lain yang panjang"
    folder.mkdir()
    other = bangun(folder, shipped.parent, TZ="America/New_York", LC_ALL="id_ID.UTF-8", PYTHONHASHSEED="2")
    assert fingerprint(other) == fingerprint(shipped)
    assert len(fingerprint(shipped)) > 100


def test_every_figure_on_a_page_is_in_the_open_data(shipped: Path) -> None:
    """`<data value data-ref="tabel/id/kolom">` names a cell, and the cell says the same."""
    cells: dict[str, str] = {}
    for path in (shipped / "data" / "v1").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                cells |= {f"{path.stem}/{row['id']}/{name}": value for name, value in row.items()}
    figures = {
        (node.attributes["data-ref"] or "", node.attributes["value"] or "")
        for path in shipped.rglob("*.html")
        for node in LexborHTMLParser(path.read_text("utf-8")).css("data[data-ref]")
    }
    assert len(figures) > 1000
    assert [(ref, value, cells.get(ref)) for ref, value in sorted(figures) if cells.get(ref) != value] == []
