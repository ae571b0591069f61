"""Every sentence of every page of the example, seen from four days: short, plain, and the same beside its chart.

What people wrote into the data is left out: their sentences are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from sakipgen.project import Project
from sakipgen.reading.yaml_source import read_source
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Page
from sakipgen.rendering.situs import render_situs

ROOT: Final = Path(__file__).parents[2]
HARI: Final = ("2026-04-05", "2026-07-20", "2026-10-14", "2026-11-12")
PALING_PANJANG: Final = 20
_DATA: Final = "§"
"""Stands for a text from the data, and for the name that a link carries."""
_HITUNGAN: Final = re.compile(r"[÷×=+]")
"""A calculation is no sentence."""
_VONIS: Final = re.compile(r"\b([Bb]erhasil(?! tidaknya)|[Gg]agal)\b|[Cc]apaian realisasi kinerja")
"""Words that judge; `BERHASIL` is what a tool prints."""


@cache
def pages(day: str) -> tuple[tuple[Page, LexborHTMLParser], ...]:
    rekap = Project(ROOT).build(date.fromisoformat(day)).rekap
    assert rekap is not None
    sheets = render_situs(rekap, make_environment(ROOT / "site_templates"), {}, "0").halaman
    made = [sheet.buat() for sheet in sheets]
    return tuple((page, LexborHTMLParser(str(page.isi))) for page in made)


@cache
def tertulis() -> tuple[str, ...]:
    """Every text of the data of four words or more, longest first."""

    def walk(value: object) -> Iterator[str]:
        if isinstance(value, dict | list):
            for one in value.values() if isinstance(value, dict) else value:
                yield from walk(one)
        elif isinstance(value, str):
            yield from (" ".join(part.split()).rstrip(".") for part in value.split("\n\n"))

    sources = [read_source(PurePosixPath(path), path.read_bytes())[0] for path in (ROOT / "data").rglob("*.yaml")]
    found = {text for source in sources if source for text in walk(source.value) if text.count(" ") >= 3}
    return tuple(sorted(found, key=lambda text: (-len(text), text)))


def kalimat(page: Page, tree: LexborHTMLParser) -> Iterator[str]:
    """Every sentence of a page, from the data no word."""
    nodes = tree.css("p, li, dd, td, desc, summary, figcaption b")
    whole = {"li", "dd", "td"}
    texts = [page.uraian, *(_teks(n) for n in nodes if not (n.tag in whole and n.css_first("p, li, table")))]
    texts += [part for node in tree.css("figcaption span") for part in _teks(node).split(";")]
    for text in texts:
        bare = text
        for written in tertulis() if len(text) > 60 else ():
            if written in bare:
                bare = bare.replace(written, _DATA)
        yield from re.split(r"(?<=[.!?])\s+(?=[A-Z0-9§“])", bare)


def _teks(node: LexborNode) -> str:
    """The text of a node; the name of a link is one word."""
    words = node.text()
    for link in node.css("a"):
        words = words.replace(link.text(), _DATA, 1) if link.text() else words
    return " ".join(words.split())


@pytest.mark.parametrize("day", HARI)
def test_no_sentence_of_the_site_is_long_or_praises_or_blames(day: str) -> None:
    seen = 0
    for page, tree in pages(day):
        for sentence in kalimat(page, tree):
            seen += 1
            if not _HITUNGAN.search(sentence):
                assert len(sentence.split()) <= PALING_PANJANG, (str(page.path), sentence)
            assert not _VONIS.search(sentence), sentence
            assert not re.search(r"(kurang|menyimpang|selisihnya) [\d.,]+\s?%", sentence), (
                sentence
            )  # that is poin persen
    assert seen > 5000


@pytest.mark.parametrize("day", HARI)
def test_whoever_does_not_see_a_chart_is_told_what_the_page_says(day: str) -> None:
    told = dict.fromkeys(("g-peluru", "g-titik", "g-kategori", "g-sebaran", "g-periode", "g-tahun"), 0)
    for page, tree in pages(day):
        for chart in tree.css("svg.sk-g"):
            name = (chart.attributes["aria-labelledby"] or "").split("-j")[0]
            if name not in told:
                continue
            told[name] += 1
            over_time = name in {"g-periode", "g-tahun"}
            source = chart.parent.css_first("b") if over_time and chart.parent else tree.css_first(".sk-putusan")
            first = re.split(r"(?<=[.!?])\s+(?=[A-Z0-9])", _utuh(source))[0].rstrip(".")
            assert _utuh(chart.css_first("desc")).startswith(first), (str(page.path), name, first)
    if day < "2026-10":
        del told["g-sebaran"]  # the money of the year was not reported yet
    assert all(told.values()), told


def _utuh(node: LexborNode | None) -> str:
    assert node is not None
    return " ".join(node.text().split())


@pytest.mark.parametrize("day", HARI)
def test_every_chart_but_the_bar_of_counts_has_two_titles(day: str) -> None:
    for page, tree in pages(day):
        for figure in tree.css("figure.sk-gambar:not(.sk-gambar--jalur)"):
            titles = [node.text().strip() for node in figure.css("figcaption b, figcaption span")]
            assert len(titles) == 2, str(page.path)
            assert all(titles), str(page.path)
            assert "BKPSDM" in titles[1]  # the place
