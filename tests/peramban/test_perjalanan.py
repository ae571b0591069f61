"""A reader's way through the site: from the verdict of the year to the line in Git behind one figure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, expect

from tests.peramban.halaman import LEBAR, TINGGI

ROOT: Final = Path(__file__).parents[2]
BARIS: Final = re.compile(r"(data/\S+\.yaml)\s+baris\s+(\d+)")


@pytest.mark.parametrize("lebar", LEBAR)
def test_from_beranda_to_the_line_behind_a_figure(peramban: Browser, alamat: str, lebar: int) -> None:
    with peramban.new_context(viewport={"width": lebar, "height": TINGGI}) as context:
        page = context.new_page()
        page.goto(alamat)
        expect(page.get_by_role("heading", level=1)).to_contain_text("Kinerja BKPSDM")
        expect(page.locator(".sk-putusan")).to_contain_text("3 dari 7 indikator kinerja utama mencapai target")

        page.get_by_role("link", name="Meningkatnya kompetensi dan kinerja ASN").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Meningkatnya kompetensi dan kinerja ASN")
        expect(page.get_by_role("navigation", name="Jejak halaman")).to_contain_text("S2")

        page.get_by_role("table").get_by_role("link", name=re.compile("minimal 20 JP")).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Persentase ASN yang mengikuti pengembangan kompetensi minimal 20 JP"
        )
        figure = page.locator(".sk-angka-utama data[data-ref$='/realisasi']")
        expect(figure).to_have_text("48,07")

        said = " ".join((page.locator(".sk-utama").text_content() or "").split())
        found = BARIS.search(said)
        assert found is not None
        lines = (ROOT / found[1]).read_text("utf-8").splitlines()
        jp20, total = (line.split(": ")[1] for line in lines[int(found[2]) - 1 :][:2])
        assert f"{int(jp20) * 100 / int(total):.2f}".replace(".", ",") in said


def test_the_way_back_is_the_trail(peramban: Browser, alamat: str) -> None:
    with peramban.new_context() as context:
        page = context.new_page()
        page.goto(f"{alamat}indikator/iku-03/")
        trail = page.get_by_role("navigation", name="Jejak halaman")
        for name, title in (("S2", "Meningkatnya kompetensi dan kinerja ASN"), ("Beranda", "Kinerja BKPSDM")):
            trail.get_by_role("link", name=name, exact=True).click()
            expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def test_a_late_figure_says_so_in_words(peramban: Browser, alamat: str) -> None:
    with peramban.new_context() as context:
        page = context.new_page()
        page.goto(f"{alamat}periode/2026-10/")
        late = page.get_by_role("region", name="Yang belum masuk").get_by_role("listitem").filter(has_text="IKU-07")
        expect(late).to_contain_text("Terlambat 2 hari (jatuh tempo 10 Nov 2026)")
        late.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Rata-rata waktu penyelesaian usul kenaikan pangkat")


def test_an_address_that_is_gone_leads_on(peramban: Browser, alamat: str) -> None:
    with peramban.new_context() as context:
        page = context.new_page()
        answer = page.goto(f"{alamat}indikator/iku-99/")
        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_have_text("Halaman tidak ditemukan")
        page.get_by_role("link", name="daftar indikator").click()
        expect(page).to_have_url(f"{alamat}indikator/index.html")


def test_help_is_found_in_the_same_place_on_every_page(peramban: Browser, alamat: str) -> None:
    """3.2.6: the same links in the same order, at the end of pages made from data and of pages written by hand."""
    names = ["Cara membaca", "Metodologi", "Glosarium", "Unduh data"]
    with peramban.new_context() as context:
        page = context.new_page()
        for address in ("", "indikator/iku-03/", "periode/2026-tw3/", "glosarium/", "panduan/bidang/"):
            page.goto(alamat + address)
            links = page.locator(".sk-bantuan").last.get_by_role("link")
            assert [" ".join(name.split()) for name in links.all_text_contents()][:4] == names
