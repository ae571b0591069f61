"""The site on paper: A4, black and white, whole, and telling where it comes from."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.peramban.halaman import JENIS

TAK_DICETAK: Final = (
    ".md-header",
    ".md-tabs",
    ".md-sidebar",
    ".md-footer",
    ".md-content__button",
    ".md-skip",
    ".sk-jejak",
    ".sk-bantuan",
    "button",
    "input",
)
DATA: Final = [jenis for jenis in JENIS if jenis not in {"glosarium", "cara-membaca", "panduan", "tidak-ada"}]
"""Kinds of pages that are made from data."""


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.emulate_media(media="print")


@pytest.mark.parametrize("jenis", DATA)
def test_paper_holds_the_content_and_nothing_else(peramban: Browser, alamat: str, jenis: str) -> None:
    with peramban.new_context() as context:
        page = context.new_page()
        _open(page, alamat + JENIS[jenis])
        for selector in TAK_DICETAK:
            shown = [node for node in page.locator(selector).all() if node.is_visible()]
            assert shown == [], selector
        head = page.locator(".sk-kop")
        expect(head).to_be_visible()
        expect(head).to_have_text("Badan Kepegawaian dan Pengembangan Sumber Daya Manusia · Kabupaten Pesisir Selatan")
        foot = page.locator(".sk-asal")
        expect(foot).to_contain_text("Disusun otomatis dari data pada revisi")
        expect(foot.get_by_text("Dicetak menurut keadaan 12 November 2026.")).to_be_visible()
        for part in page.locator("details:not([open])").all():
            if part.is_visible():  # some are left out as a whole: what they hold stands elsewhere
                expect(part.locator("> :not(summary)").first).to_be_visible()
        cut = "node => getComputedStyle(node).overflowX !== 'visible'"
        assert page.evaluate(f"[...document.querySelectorAll('.sk-gulir')].filter({cut}).length") == 0


def test_the_address_of_evidence_is_printed(peramban: Browser, alamat: str) -> None:
    link = """() => {
        const cell = document.querySelector('article td');
        cell.innerHTML = '<a href="https://a.id/1" rel="noopener">Bukti <span class="sk-luar">(tautan luar)</span></a>';
        return getComputedStyle(cell.firstChild, '::after').content;
    }"""
    with peramban.new_context() as context:
        page = context.new_page()
        _open(page, f"{alamat}indikator/iku-03/")
        assert page.evaluate(link) == '" https://a.id/1"'
        expect(page.locator("td .sk-luar")).not_to_be_visible()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on the PATH (Debian: poppler-utils)")
def test_a_long_table_has_its_heads_on_every_sheet(peramban: Browser, alamat: str, tmp_path: Path) -> None:
    sheets = _sheets(peramban, f"{alamat}periode/2026-tw3/", tmp_path)
    assert len(sheets) > 4
    with_rows = [sheet for sheet in sheets if "Target tercapai" in sheet and "ISK-" in sheet]
    assert len(with_rows) > 2
    assert [sheet for sheet in with_rows if "Penanggung jawab" not in sheet] == []
    assert "Disusun oleh Ketua Tim SAKIP" in sheets[-1]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext on the PATH (Debian: poppler-utils)")
def test_beranda_is_one_sheet_for_who_leads(peramban: Browser, alamat: str, tmp_path: Path) -> None:
    (sheet,) = _sheets(peramban, alamat, tmp_path)
    assert "indikator kinerja utama mencapai target" in " ".join(sheet.split())
    assert "Dicetak menurut keadaan 12 November 2026." in sheet


def _sheets(peramban: Browser, address: str, folder: Path) -> list[str]:
    """The text of each sheet."""
    with peramban.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.pdf(path=folder / "halaman.pdf", prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", "-layout", "halaman.pdf", "-"], cwd=folder, capture_output=True, check=True)
    return told.stdout.decode().removesuffix("\f").split("\f")
