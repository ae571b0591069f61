"""One page of each kind, on a telephone and on a screen: WCAG 2.2 AA, as far as a program can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser

from tests.peramban.halaman import JENIS, LAYAR, LEBAR, TELEPON, TINGGI, semua_halaman

ATURAN: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RAGU: Final = frozenset({"color-contrast"})
"""Where axe cannot tell by itself: text over a gradient or in a drawing. The palette is computed in
`test_colours_can_be_told_apart`."""
LACI: Final = "#__drawer"
"""The switch of the drawer: the theme puts it before all landmarks, and two of its three labels say nothing. A keyboard
needs it; that it is called «Menu» is asked in `test_papan_ketik.py`."""
BUKA_SEMUA: Final = "document.querySelectorAll('details').forEach(part => part.open = true)"

JARAK_TEKS: Final = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
"""What WCAG 1.4.12 lets a reader ask for."""

TERPOTONG: Final = """() => [...document.querySelectorAll('.md-content *')].filter(node => {
  const style = getComputedStyle(node);
  const hides = value => value === 'hidden' || value === 'clip';
  if (node.closest('svg, .sk-sr') || node.clientWidth === 0) return false;
  return hides(style.overflowX) && node.scrollWidth > node.clientWidth + 1
      || hides(style.overflowY) && node.scrollHeight > node.clientHeight + 1;
}).map(node => node.outerHTML.slice(0, 120))"""

MELEBAR: Final = """() => [...document.querySelectorAll('.md-content *')].filter(node =>
  node.clientWidth > 0 && node.scrollWidth > node.clientWidth + 1
  && ['auto', 'scroll'].includes(getComputedStyle(node).overflowX)
  && !node.matches('[tabindex="0"], [tabindex="0"] *')
).map(node => node.outerHTML.slice(0, 120))"""
"""What scrolls sideways and cannot be reached by keyboard."""


KELUAR: Final = """() => [...document.querySelectorAll('.md-content table')].filter(table => {
  const frame = table.parentElement.getBoundingClientRect();
  const words = document.createRange();
  if (table.caption) words.selectNodeContents(table.caption);
  return words.getBoundingClientRect().right > frame.right + 1
      || innerWidth >= %d && table.parentElement.scrollWidth > table.parentElement.clientWidth + 1;
}).map(table => table.outerHTML.slice(0, 160))"""
"""Tables whose name leaves the frame they are seen in, or that must be scrolled on a screen."""


Jendela = Callable[..., Page]
"""Gives the window that is opened with these options."""


@pytest.fixture(scope="module")
def jendela(peramban: Browser) -> Iterator[Jendela]:
    """One window of each kind, for tests that only read: a window costs more than a page in it."""
    contexts = []

    @cache
    def buka(width: int = LAYAR, **options: Any) -> Page:
        contexts.append(peramban.new_context(viewport={"width": width, "height": TINGGI}, **options))
        return contexts[-1].new_page()

    yield buka
    for context in contexts:
        context.close()


@pytest.mark.parametrize("lebar", LEBAR)
@pytest.mark.parametrize("jenis", JENIS)
def test_axe_finds_nothing(jendela: Jendela, alamat: str, jenis: str, lebar: int) -> None:
    page = jendela(lebar, reduced_motion="reduce")
    page.goto(alamat + JENIS[jenis])
    page.evaluate(BUKA_SEMUA)
    told = Axe().run(page, options={"runOnly": ATURAN, "resultTypes": ["violations", "incomplete"]}).response
    assert len(told["passes"]) > 10
    assert [_short(row) for row in told["violations"] if not _only_drawer(row)] == []
    doubtful = [row for row in told["incomplete"] if row["id"] not in RAGU and not _only_drawer(row)]
    assert [_short(row) for row in doubtful] == []
    assert page.evaluate("document.documentElement.scrollWidth") == lebar
    assert page.evaluate(MELEBAR) == []


def _only_drawer(row: dict[str, Any]) -> bool:
    rules = {"region", "form-field-multiple-labels"}
    return row["id"] in rules and [node["target"] for node in row["nodes"]] == [[LACI]]


def _short(row: dict[str, Any]) -> str:
    return f"{row['id']}: {row['help']}: {[node['html'][:120] for node in row['nodes'][:3]]}"


@pytest.mark.parametrize("jenis", JENIS)
def test_a_reader_may_space_the_text(jendela: Jendela, alamat: str, jenis: str) -> None:
    """Nothing is cut off and nothing makes the page scroll sideways (1.4.12)."""
    page = jendela(TELEPON, bypass_csp=True)
    page.goto(alamat + JENIS[jenis])
    page.evaluate(BUKA_SEMUA)
    page.add_style_tag(content=JARAK_TEKS)
    assert page.evaluate(TERPOTONG) == []
    assert page.evaluate("document.documentElement.scrollWidth") == TELEPON


@pytest.mark.parametrize("lebar", LEBAR)
def test_a_table_keeps_its_name_in_its_frame(jendela: Jendela, alamat: str, lebar: int) -> None:
    """On a screen the whole table, too."""
    page = jendela(lebar, reduced_motion="reduce")
    for jenis in (*JENIS.values(), "panduan/pengaturan-repositori/"):
        page.goto(alamat + jenis)
        page.evaluate(BUKA_SEMUA)
        assert page.evaluate(KELUAR % LAYAR) == [], jenis


def test_nothing_moves_for_who_wants_no_motion(jendela: Jendela, alamat: str) -> None:
    moving = """() => [...document.querySelectorAll('*')].flatMap(node => ['', '::before', '::after'].map(part => {
        const style = getComputedStyle(node, part || undefined);
        return style.transitionDuration.split(', ').concat(style.animationDuration.split(', '))
            .some(time => parseFloat(time) > 0) ? node.outerHTML.slice(0, 80) + part : '';
    })).filter(Boolean)"""
    page = jendela(reduced_motion="reduce")
    page.goto(alamat)
    assert page.evaluate(moving) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


_ISI = """(isi) => {
    const salinan = isi.cloneNode(true);
    for (const tambahan of salinan.querySelectorAll("noscript, .sk-saring")) tambahan.remove();
    return salinan.textContent;
}"""
"""The text without what a script adds, and without what is said where there is none."""


@pytest.mark.parametrize("jenis", JENIS)
def test_everything_is_there_without_scripts(jendela: Jendela, alamat: str, jenis: str) -> None:
    def read(page: Page) -> str:
        page.goto(alamat + JENIS[jenis])
        text = page.locator(".md-content").evaluate(_ISI)
        return " ".join(str(text).split())

    quiet = jendela(java_script_enabled=False)
    told = read(quiet)
    assert len(told) > 100
    assert told == read(jendela())
    assert quiet.get_by_role("navigation", name="Tab").get_by_role("link").count() >= 10


def test_headings_go_down_one_step_at_a_time(situs: Path) -> None:
    for name, path in semua_halaman(situs).items():
        tree = LexborHTMLParser(path.read_bytes())
        levels = [int((node.tag or "")[1]) for node in tree.css("article :is(h1, h2, h3, h4, h5, h6)")]
        assert levels[0] == 1, name
        assert all(below <= above + 1 for above, below in pairwise(levels)), (name, levels)


def test_every_table_of_every_page_is_named(situs: Path) -> None:
    """A caption, or in the guides a named group; scoped heads; a region that a keyboard can scroll."""
    for name, path in semua_halaman(situs).items():
        tree = LexborHTMLParser(path.read_bytes())
        for table in tree.css("article table"):
            region = table.parent
            assert region is not None
            assert region.attributes.get("tabindex") == "0", name
            label = region.attributes.get("aria-labelledby") or region.attributes.get("aria-label")
            assert label, name
            assert table.css_first("caption") is not None or region.attributes.get("role") == "group", name
            assert all(head.attributes.get("scope") in {"col", "row"} for head in table.css("th")), name


# ── Colours ──

_LUMINANCE: Final = (0.2126, 0.7152, 0.0722)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * value for weight, value in zip(_LUMINANCE, linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 1.4.3 between two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_can_be_told_apart() -> None:
    """Ink on every ground 4,5; marks, lines that mean something and the focus ring 3."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    css = Path(__file__).parents[2].joinpath("site_templates/rupa/stylesheets/sakip.css").read_text("utf-8")
    colour = dict(re.findall(r"--sk-([\w-]+): (#[0-9a-f]{6})", css))
    for ground in ("#ffffff", colour["kertas"], colour["emas"]):
        for ink in ("tinta", "redup", "laut", "tautan", "emas-tua"):
            assert contrast(colour[ink], ground) >= 4.5, (ink, ground)
    for mark in ("p1", "p2", "p3", "p4", "p5", "garis-kuat"):
        assert contrast(colour[mark], "#ffffff") >= 3, mark
    ring, dark_ring = re.findall(r"outline(?:-color)?: (?:3px solid )?(#[0-9a-f]{6});", css)[:2]
    assert contrast(ring, "#ffffff") >= 3
    assert contrast(ring, colour["emas"]) >= 3
    assert contrast(dark_ring, colour["laut"]) >= 3
