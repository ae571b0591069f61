"""The papers that a site publishes: there, listed with their true size and hash, and the same bytes each time."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from sakipgen.polos import build_polos
from sakipgen.project import Project
from sakipgen.publishing import publish
from sakipgen.rendering.cetak import ukuran
from tests.salinan import copy_repository

HARI = date(2025, 3, 1)
"""A day after the year that the smallest data tell."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_repository(tmp_path_factory.mktemp("terbit") / "repo", naskah=True)
    project = Project(root)
    publish(project, project.build(HARI), root / "site")
    return root / "site"


def test_every_file_is_listed_as_it_is(site: Path) -> None:
    page = LexborHTMLParser((site / "dokumen" / "index.html").read_text("utf-8"))
    rows = page.css("section[aria-labelledby=naskah] tbody tr")
    listed = {str(row.css("a")[0].attributes["href"]).rpartition("/")[2]: row.text() for row in rows}
    files = {path.name: path for path in (site / "dokumen" / "naskah").iterdir()}
    assert set(listed) == set(files)
    assert {name.rpartition(".")[2] for name in files} == {"pdf", "docx", "xlsx"}
    for name, path in files.items():
        content = path.read_bytes()
        assert ukuran(len(content)) in listed[name]
        assert hashlib.sha256(content).hexdigest()[:12] in listed[name]


def test_a_draft_says_so_and_a_signed_promise_does_not(site: Path) -> None:
    text = (site / "dokumen" / "index.html").read_text("utf-8")
    report = next(row for row in text.split("<tr") if "lkjip-" in row and "naskah/" in row)
    promise = next(row for row in text.split("<tr") if "perjanjian-kinerja-" in row and "naskah/" in row)
    assert "RANCANGAN" in report
    assert "RANCANGAN" not in promise


def test_the_plain_files_hold_the_same_papers(site: Path, tmp_path: Path) -> None:
    root = copy_repository(tmp_path / "repo", naskah=True)
    project = Project(root)
    build_polos(project, project.build(HARI), tmp_path / "polos")
    plain = tmp_path / "polos" / "docs" / "dokumen" / "naskah"
    assert {path.name: path.read_bytes() for path in plain.iterdir()} == {
        path.name: path.read_bytes() for path in (site / "dokumen" / "naskah").iterdir()
    }


def test_a_site_without_papers_says_nothing_of_them(tmp_path: Path) -> None:
    root = copy_repository(tmp_path / "repo")
    project = Project(root)
    publish(project, project.build(HARI), root / "site")
    assert not (root / "site" / "dokumen" / "naskah").exists()
    assert 'id="naskah"' not in (root / "site" / "dokumen" / "index.html").read_text("utf-8")
