"""The published example as a whole: what its readers may rely on, whichever page they open."""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sakipgen.diagnostics import PemakaianError, SakipgenError
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode
from sakipgen.project import Project
from sakipgen.publishing import publish
from sakipgen.reading import load
from tests.salinan import CONTOH, copy_repository

ROOT = Path(__file__).parent.parent
BARE_FIGURE = re.compile(r"\d,\d|\d\s?%|\bRp\s?\d|\d{1,3}\.\d{3}\b")
"""A decimal, a percentage, money, or a number with thousands dots."""


def _publish(root: Path) -> Path:
    project = Project(root)
    publish(project, project.build(), root / "site")
    return root / "site"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _publish(copy_repository(tmp_path_factory.mktemp("situs"), CONTOH))


def _pages(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), LexborHTMLParser(path.read_text("utf-8"))


def _tables(site: Path) -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = {}
    for path in (site / "data" / "v1").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            found[path.stem] = {row["id"]: row for row in csv.DictReader(file)}
    return found


def test_every_figure_of_the_pages_stands_in_the_open_data(site: Path) -> None:
    tables = _tables(site)
    seen = 0
    for name, tree in _pages(site):
        for node in tree.css("data"):
            table, key, column = (node.attributes["data-ref"] or "").split("/")
            assert node.attributes["value"] == tables[table][key][column], f"{name}: {node.html}"
            seen += 1
    assert seen > 2000


def _shown(site: Path, pattern: str) -> set[str]:
    """The cells of the open data that pages of this pattern show."""
    found: set[str] = set()
    for path in site.glob(pattern):
        tree = LexborHTMLParser(path.read_text("utf-8"))
        found |= {node.attributes["data-ref"] or "" for node in tree.css("data")}
    return found


def test_every_figure_of_three_years_stands_on_its_page(site: Path) -> None:
    """What a unit reported, its target and its capaian: on the page of the indikator and on that of the period."""
    tables = _tables(site)
    frequency = {row["id"]: row["frekuensi"] for row in tables["indikator"].values()}
    on_indikator, on_periode = _shown(site, "indikator/*/index.html"), _shown(site, "periode/*/index.html")
    years = set()
    for key, row in tables["capaian"].items():
        own = Periode.parse(row["periode"]).jenis.frekuensi == frequency[row["indikator"]]
        if own or row["periode"] == row["tahun"]:
            wanted = {f"capaian/{key}/{column}" for column in ("target", "realisasi", "capaian") if row[column]}
            assert wanted <= on_indikator, key
            assert wanted <= on_periode or not row["realisasi"], key
            years.add(row["tahun"])
    assert years == {"2024", "2025", "2026"}


def test_the_json_says_what_the_tables_say(site: Path) -> None:
    content = json.loads((site / "data" / "v1" / "sakip.json").read_text("utf-8"), parse_float=str, parse_int=str)
    words = {None: "", True: "ya", False: "tidak"}
    for name, rows in _tables(site).items():
        told = content["tabel"][name]
        assert [row["id"] for row in told] == list(rows)
        for row in told:
            for column, value in row.items():
                cell = rows[row["id"]][column].removeprefix("'")
                assert cell == (words[value] if value is None or isinstance(value, bool) else value), (name, row["id"])


def test_every_file_of_the_site_has_its_hash(site: Path) -> None:
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    lines = (site / "SHA256SUMS").read_text("utf-8").splitlines()
    assert {line.split("  ")[1] for line in lines} == names - {"SHA256SUMS"}
    for folder in (site, site / "data" / "v1"):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_every_page_of_data_describes_itself_to_search_engines(site: Path) -> None:
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    told: dict[str, dict[str, Any]] = {}
    for name, tree in _pages(site):
        for block in tree.css("script[type='application/ld+json']"):
            told[name] = json.loads(block.text())
    own = {name for name in files if re.fullmatch(r"indikator/.+/index\.html", name)}
    assert set(told) == {"data/index.html", *own}
    for name, one in told.items():
        assert (one["@context"], one["@type"], one["isAccessibleForFree"]) == ("https://schema.org", "Dataset", True)
        assert one["name"], name
        assert 50 <= len(one["description"]) <= 5000, name
        assert {part["contentUrl"] for part in one["distribution"]} <= files, name


def test_money_of_three_years_stands_on_the_page_of_its_period(site: Path) -> None:
    """A month tells the money of its programs; what lies below them is told by the quarters and the year."""
    tables = _tables(site)
    programs = {row["kode"] for row in tables["program"].values() if row["tingkat"] == "program"}
    shown = _shown(site, "periode/*/index.html")
    for key, row in tables["anggaran"].items():
        month = re.fullmatch(r"20\d\d-\d\d", row["periode"]) is not None
        if row["realisasi"] and not (month and row["kode"] not in programs):
            assert f"anggaran/{key}/realisasi" in shown, key


def _words(value: object) -> Iterator[str]:
    """Every text that people wrote, from a dumped model; what they write in prose is no figure of ours."""
    if isinstance(value, dict):
        for child in value.values():
            yield from _words(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _words(child)
    elif isinstance(value, str) and re.search(r"\d", value):
        yield value


@cache
def _prose() -> tuple[str, ...]:
    dataset = load(ROOT / "data").dataset
    assert dataset is not None
    files = [*dataset.realisasi.values(), *dataset.rencana_aksi.values(), *dataset.indikator.values()]
    found = {" ".join(word.split()) for berkas in files for word in _words(berkas.isi.model_dump())}
    return tuple(sorted(found, key=len, reverse=True))


def _bare_text(cell: LexborNode) -> str:
    clone = LexborHTMLParser(cell.html or "")
    for node in clone.css("data, time, code"):
        node.decompose()
    text = " ".join((clone.text() or "").split())
    if BARE_FIGURE.search(text):
        for prose in _prose():
            text = text.replace(prose, " ")
    return text


def test_no_cell_has_a_figure_that_the_open_data_lacks(site: Path) -> None:
    downloads = "data/index.html"
    for name, tree in _pages(site):
        if name.startswith(("panduan/", "aturan/", "cara-membaca/")) or name == downloads:
            continue
        for cell in tree.css("td"):
            assert not BARE_FIGURE.search(_bare_text(cell)), f"{name}: {cell.html}"


def test_every_page_says_what_it_is(site: Path) -> None:
    titles: dict[str, str] = {}
    for name, tree in _pages(site):
        html = tree.css_first("html")
        assert html is not None
        assert html.attributes["lang"] == "id", name
        assert len(tree.css("h1")) == 1 or name == "404.html", name
        assert "DATA CONTOH" in (tree.text() or ""), name
        title = tree.css_first("title")
        assert title is not None
        assert title.text() not in titles, f"{name} and {titles.get(title.text() or '')}"
        titles[title.text() or ""] = name


def test_no_request_leaves_the_site(site: Path) -> None:
    for name, tree in _pages(site):
        fetched = [n.attributes.get("src") for n in tree.css("[src]")]
        fetched += [
            n.attributes.get("href") for n in tree.css("link[rel~=stylesheet], link[rel~=icon], link[rel~=preload]")
        ]
        assert [link for link in fetched if link and re.match(r"(https?:)?//", link)] == [], name
        assert tree.css("link[rel~=preconnect], iframe, object, embed") == [], name
    for path in site.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//", path.read_text("utf-8")), path.name


def test_text_from_data_stays_text_in_head_and_body(site: Path, tmp_path: Path) -> None:
    hostile = """A "><script>alert(1)</script></title><img src=x onerror=alert(1)> ≥ 20 & {{ 7*7 }} <!-- '"""
    root = copy_repository(tmp_path, CONTOH)
    kamus = root / "data" / "indikator" / "IKU-03.yaml"
    lines = kamus.read_text("utf-8").splitlines()
    quoted = "nama: '" + hostile.replace("'", "''") + "'"
    lines = [quoted if line.startswith("nama:") else line for line in lines]
    kamus.write_text("\n".join(lines) + "\n", "utf-8")
    instansi = root / "data" / "instansi.yaml"
    text = instansi.read_text("utf-8")
    instansi.write_text(text.replace("singkatan: BKPSDM", "singkatan: 'B</title><script>1</script>\"K'"), "utf-8")
    changed = _publish(root)
    for (name, before), (_, after) in zip(_pages(site), _pages(changed), strict=True):
        for selector in ("script", "img", "style", "link", "meta", "title", "[onerror]"):
            assert len(after.css(selector)) == len(before.css(selector)), f"{name}: {selector}"
    tree = LexborHTMLParser((changed / "indikator" / "iku-03" / "index.html").read_text("utf-8"))
    heading, title, meta = tree.css_first("h1"), tree.css_first("title"), tree.css_first("meta[name=description]")
    assert heading is not None
    assert title is not None
    assert meta is not None
    assert hostile in (heading.text() or "")
    assert hostile in (title.text() or "")
    assert hostile in (meta.attributes["content"] or "")


def test_tables_have_a_caption_and_scoped_heads(site: Path) -> None:
    for name, tree in _pages(site):
        if name.startswith("panduan/"):
            continue
        for table in tree.css("table"):
            assert table.css_first("caption") is not None, name
            assert all(head.attributes.get("scope") for head in table.css("th")), name


def test_ids_are_unique_and_nothing_is_styled_inline(site: Path) -> None:
    for name, tree in _pages(site):
        ids = [node.attributes["id"] for node in tree.css("article [id]")]
        assert len(ids) == len(set(ids)), name
        assert tree.css("article [style]") == [], name


def test_a_changed_digit_shows_where_it_counts_and_nowhere_else(site: Path, tmp_path: Path) -> None:
    root = copy_repository(tmp_path, CONTOH)
    report = root / "data" / "realisasi" / "2024" / "TW4" / "pka.yaml"
    text = report.read_text("utf-8")
    assert text.count("jp20: 3880") == 1
    report.write_text(text.replace("jp20: 3880", "jp20: 3881"), "utf-8")
    changed = _publish(root)

    @cache
    def files(folder: Path) -> frozenset[str]:
        return frozenset(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())

    assert files(site) == files(changed)
    different = {name for name in files(site) if (site / name).read_bytes() != (changed / name).read_bytes()}
    assert different == {
        "SHA256SUMS",
        "api/v1/indikator/iku-03.json",
        "api/v1/jsonstat/capaian.json",
        "api/v1/periode/2024.json",
        "api/v1/periode/2024-s2.json",
        "api/v1/periode/2024-tw4.json",
        "api/v1/sasaran/s2.json",
        "indikator/iku-03/index.html",
        "katalog.jsonld",
        "metodologi/2024/index.html",
        "sasaran/s2/index.html",
        "periode/2024/index.html",
        "periode/2024-s2/index.html",
        "periode/2024-tw4/index.html",
        "data/index.html",
        "data/v1/SHA256SUMS",
        "data/v1/capaian.csv",
        "data/v1/datapackage.json",
        "data/v1/efisiensi.csv",
        "data/v1/komponen.csv",
        "data/v1/perangkat_daerah.csv",
        "data/v1/realisasi.csv",
        "data/v1/sakip.json",
        "data/v1/sakip.xlsx",
        "data/v1/sasaran.csv",
    }


def test_a_broken_template_is_named_with_its_line(tmp_path: Path) -> None:
    root = copy_repository(tmp_path, CONTOH)
    template = root / "site_templates" / "halaman" / "beranda.html.j2"
    template.write_text("{% extends 'halaman/_dasar.html.j2' %}\n{% if %}\n", "utf-8")
    with pytest.raises(SakipgenError, match=r"Templat `.*halaman/beranda\.html\.j2` baris 2 tidak dapat dipakai"):
        _publish(root)
    assert not (root / "site").exists()


def test_a_target_that_holds_other_files_is_a_mistake_of_usage(tmp_path: Path) -> None:
    root = copy_repository(tmp_path, CONTOH)
    project = Project(root)
    with pytest.raises(PemakaianError, match="pilih folder lain dengan `--ke`"):
        publish(project, project.build(), root / "docs")


def test_what_waits_for_its_release_says_so_in_the_running_year() -> None:
    rekap = Project(ROOT).build(per_tanggal=date(2024, 8, 5)).rekap
    assert rekap is not None
    year = rekap.tahun[-1].setahun.menurut_kode["IKU-05"].hasil
    assert (year.status, year.realisasi) == (Status.MENUNGGU_RILIS, None)
    assert year.alasan is not None
