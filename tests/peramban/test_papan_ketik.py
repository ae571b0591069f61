"""The site by keyboard alone: everything is reached, what is reached is seen, nothing holds the reader fast."""

from __future__ import annotations

from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.peramban.halaman import JENIS, LAYAR, LEBAR, TELEPON, TINGGI

KENDALI: Final = """() => [...document.querySelectorAll(
    'a[href], button, summary, input, select, textarea, [tabindex="0"]'
)].filter(node => node.checkVisibility({visibilityProperty: true})).length"""

LANGKAH: Final = """() => {
    const node = document.activeElement;
    if (node === document.body) return null;
    window.dikunjungi ??= new Set();
    const known = window.dikunjungi.has(node);
    window.dikunjungi.add(node);
    const mark = node.matches('.md-toggle') ? document.querySelector(`.md-header [for="${node.id}"]`) : node;
    const style = getComputedStyle(mark);
    const seen = [...mark.getClientRects()].some(box => {
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        const hits = [12, (bottom - top) / 2].map(down => document.elementFromPoint((left + right) / 2, top + down));
        return right > left && bottom > top && hits.some(hit => hit && (mark.contains(hit) || hit.contains(mark)));
    });
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    return {html: node.outerHTML.slice(0, 100), known, seen, ring};
}"""
"""Where the focus is: whether it was there before, can be seen, and has a ring of two pixels at least."""

DILALUI: Final = ("beranda", "indikator", "triwulan", "data", "panduan", "tidak-ada")


def _tab(page: Page) -> dict[str, Any] | None:
    page.keyboard.press("Tab")
    told: dict[str, Any] | None = page.evaluate(LANGKAH)
    return told


@pytest.mark.parametrize("lebar", LEBAR)
@pytest.mark.parametrize("jenis", DILALUI)
def test_tab_reaches_everything_and_shows_where_it_is(peramban: Browser, alamat: str, jenis: str, lebar: int) -> None:
    with peramban.new_context(viewport={"width": lebar, "height": TINGGI}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(alamat + JENIS[jenis])
        controls = page.evaluate(KENDALI)
        hidden, visited = [], 0
        while (step := _tab(page)) and not step["known"]:
            visited += 1
            if not (step["seen"] and step["ring"]):
                hidden.append(step)
        assert [step["html"] for step in hidden] == []
        assert visited == controls


def test_the_first_tab_offers_to_skip_the_menu(peramban: Browser, alamat: str) -> None:
    with peramban.new_context(viewport={"width": LAYAR, "height": TINGGI}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{alamat}indikator/iku-03/")
        skip = page.locator(".md-skip")
        expect(skip).to_have_css("opacity", "0")
        page.keyboard.press("Tab")
        expect(skip).to_be_focused()
        expect(skip).to_have_css("opacity", "1")
        page.keyboard.press("Enter")
        assert page.evaluate("document.querySelector(location.hash).getBoundingClientRect().top") >= 0
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_telephone_opens_and_closes_the_menu_by_keyboard(peramban: Browser, alamat: str) -> None:
    with peramban.new_context(viewport={"width": TELEPON, "height": TINGGI}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{alamat}indikator/iku-03/")
        menu = page.get_by_role("navigation", name="Navigasi")
        link = menu.get_by_role("link", name="Unduh data")
        expect(link).not_to_be_visible()
        page.get_by_role("checkbox", name="Menu").focus()
        page.keyboard.press("Space")
        expect(link).to_be_visible()
        seen = []
        while not page.evaluate("document.activeElement.href?.endsWith('/data/')"):
            step = _tab(page)
            assert step is not None
            assert not step["known"]
            seen += [step["seen"] and step["ring"]]
        assert all(seen)
        assert len(seen) > 5
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Unduh data")


@pytest.mark.parametrize("lebar", LEBAR)
def test_a_jump_lands_below_the_header(peramban: Browser, alamat: str, lebar: int) -> None:
    """Every anchor of a page, by address, as the list of contents and links from other pages do (2.4.11)."""
    with peramban.new_context(viewport={"width": lebar, "height": TINGGI}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{alamat}indikator/iku-03/")
        below = """async () => {
            const under = [];
            for (const head of document.querySelectorAll('article h2[id]')) {
                location.hash = head.id;
                await new Promise(requestAnimationFrame);
                const bar = document.querySelector('.md-header').getBoundingClientRect();
                if (head.getBoundingClientRect().top < bar.bottom - 1) under.push(head.id);
            }
            return under;
        }"""
        assert page.evaluate(below) == []
