"""The search as a person uses it, under the policy of the pages."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from sakipgen import keamanan
from tests.salinan import ROOT

STATUS = "[data-cari-status]"
SELESAI = re.compile(r"ditemukan|tidak dapat|tanpa indeks")
LEBAR = ViewportSize(width=1280, height=900)


@dataclass
class Layar:
    """A page with what it told the console and asked for."""

    page: Page
    alamat: str
    pesan: list[str] = field(default_factory=list)
    diminta: list[str] = field(default_factory=list)

    def cari(self, kata: str, **saring: str) -> list[str]:
        """Opens the search with these words, and returns the addresses of what is found, best first."""
        self.page.goto(f"{self.alamat}cari/?{urlencode({'kata': kata, **saring})}")
        return self.hasil()

    def hasil(self) -> list[str]:
        expect(self.page.locator(STATUS)).to_have_text(SELESAI, timeout=20_000)
        links = self.page.locator(".sk-hasil-butir a").all()
        return [(link.evaluate("a => a.href") or "").removeprefix(self.alamat) for link in links]


def _layar(context: BrowserContext, alamat: str) -> Layar:
    layar = Layar(context.new_page(), alamat)
    layar.page.on("console", lambda message: layar.pesan.append(message.text))
    layar.page.on("pageerror", lambda error: layar.pesan.append(str(error)))
    context.on("request", lambda request: layar.diminta.append(request.url))
    return layar


@pytest.fixture
def layar(peramban: Browser, alamat: str) -> Iterator[Layar]:
    """At the end the console is silent and nothing was asked of another host."""
    with peramban.new_context(viewport=LEBAR) as context:
        found = _layar(context, alamat)
        yield found
        assert found.pesan == []
        assert [url for url in found.diminta if not url.startswith(alamat)] == []


# ── What is found ──


def test_affixes_are_seen_through(layar: Layar) -> None:
    found = layar.cari("peningkatan")
    assert "sasaran/s2/" in found
    text = layar.page.locator(".sk-hasil-butir", has=layar.page.locator("a[href$='sasaran/s2/']")).inner_text()
    assert "Meningkatnya kompetensi dan kinerja ASN" in text
    assert set(layar.cari("meningkatkan")) == set(found)


@pytest.mark.parametrize("kata", ["IKU-03", "iku-03", "iku 03", "IKU03"])
def test_a_kode_is_found_first_however_it_is_written(layar: Layar, kata: str) -> None:
    assert layar.cari(kata)[0] == "indikator/iku-03/"


def test_every_kode_finds_its_page_first(layar: Layar, situs: Path) -> None:
    layar.page.goto(f"{layar.alamat}cari/")
    kinds = ("indikator", "sasaran", "program", "tindak-lanjut", "periode")
    paths = [
        path.parent.relative_to(situs).as_posix()
        for kind in kinds
        for path in sorted(situs.glob(f"{kind}/*/index.html"))
    ]
    assert len(paths) > 100
    for path in paths:
        layar.page.locator("#cari-kata").fill(path.partition("/")[2])
        layar.page.locator("#cari-kata").press("Enter")
        expect(layar.page.locator(STATUS)).to_contain_text(f"“{path.partition('/')[2]}”", timeout=20_000)
        assert layar.hasil()[0] == f"{path}/"


def test_a_result_says_what_it_is(layar: Layar) -> None:
    layar.cari("IKK-04")
    first = layar.page.locator(".sk-hasil-butir").first
    assert first.locator("h3").inner_text() == "Persentase ketersediaan jaringan internet kantor"
    assert first.locator(".sk-hasil-atas").inner_text() == "Indikator IKK-04 Sekretariat"
    assert first.locator(".sk-hasil-catatan").inner_text() == "Tidak dipakai lagi sejak 2026; penggantinya IKK-14"
    assert "melampaui target 95%" in first.locator(".sk-hasil-cuplikan").inner_text()


def test_narrowed_down_by_unit_year_and_kind(layar: Layar) -> None:
    assert "program/5.03.02/" in layar.cari("mutasi")
    own = layar.cari("mutasi", unit="mp")
    assert "program/5.03.02/" not in own
    assert {path.partition("/")[0] for path in own} == {"bidang", "indikator", "tindak-lanjut"}
    assert all("Bidang Mutasi dan Promosi" in text for text in layar.page.locator(".sk-hasil-atas").all_inner_texts())
    some = layar.cari("mutasi", unit="mp", jenis="Indikator")
    assert {path.partition("/")[0] for path in some} == {"indikator"}
    assert "indikator/ikk-04/" in layar.cari("jaringan", tahun="2025")
    assert "indikator/ikk-04/" not in layar.cari("jaringan", tahun="2026")


def test_a_choice_alone_lists_all_and_more_can_be_shown(layar: Layar) -> None:
    first = layar.cari("", jenis="Panduan")
    assert len(first) == 10
    layar.page.get_by_role("button", name="Tampilkan berikutnya").click()
    guides = len([*(ROOT / "docs" / "panduan").glob("*.md")])
    expect(layar.page.locator(".sk-hasil-butir")).to_have_count(guides + 2)  # cara membaca and glosarium too
    expect(layar.page.get_by_role("button", name="Tampilkan berikutnya")).to_be_hidden()
    assert layar.page.evaluate("document.activeElement.closest('li').matches(':nth-child(11)')")
    assert all(path.startswith(("panduan/", "cara-membaca/", "glosarium/")) for path in first)


def test_nothing_found_says_what_to_do(layar: Layar) -> None:
    assert layar.cari("xyzzyq") == []
    expect(layar.page.locator(STATUS)).to_have_text(re.compile(r"Tidak ada yang ditemukan untuk “xyzzyq”\. Coba"))


def test_what_is_typed_stays_text(layar: Layar) -> None:
    words = '"><img src=x onerror=alert(1)>'
    layar.cari(words)
    assert layar.page.locator("#cari-kata").input_value() == words
    assert layar.page.locator("img[src=x]").count() == 0


# ── How it is used ──


def test_from_any_page_with_the_keyboard_alone(layar: Layar) -> None:
    page = layar.page
    page.goto(f"{layar.alamat}indikator/iku-03/")
    for _ in range(5):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "kata":
            break
    page.keyboard.type("jaringan internet")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cari/?kata=jaringan+internet")
    assert layar.hasil() == ["indikator/ikk-04/"]
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.sk-hasil-butir') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/indikator/ikk-04/")
    page.go_back()
    assert layar.hasil() == ["indikator/ikk-04/"]


def test_nothing_of_the_search_is_loaded_before_it_is_used(layar: Layar) -> None:
    layar.page.goto(layar.alamat)
    assert not [url for url in layar.diminta if "cari" in url or "pagefind" in url]
    layar.page.goto(f"{layar.alamat}cari/")
    layar.page.wait_for_load_state("networkidle")
    assert not [url for url in layar.diminta if "pagefind" in url or "pekerja" in url]


def test_the_page_does_not_jump(layar: Layar) -> None:
    layar.page.goto(f"{layar.alamat}cari/?kata=indikator")
    layar.page.evaluate(
        "window.geser = 0; new PerformanceObserver(l => l.getEntries().forEach(e => { window.geser += e.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    assert len(layar.hasil()) == 10
    assert layar.page.evaluate("window.geser") < 0.01


@pytest.mark.parametrize("lebar", [320, 360, 700])
def test_small_screens_have_its_link_and_no_scrolling_sideways(peramban: Browser, alamat: str, lebar: int) -> None:
    with peramban.new_context(viewport={"width": lebar, "height": 800}) as context:
        layar = _layar(context, alamat)
        layar.page.goto(alamat)
        layar.page.get_by_role("banner").get_by_role("link", name="Cari", exact=True).click()
        layar.page.locator("#cari-kata").fill("jaringan")
        assert "indikator/ikk-04/" in layar.hasil()
        assert layar.page.evaluate("document.documentElement.scrollWidth") == lebar
        assert layar.pesan == []


def test_without_javascript_the_box_leads_to_the_lists(peramban: Browser, alamat: str) -> None:
    with peramban.new_context(java_script_enabled=False, viewport=LEBAR) as context:
        page = context.new_page()
        page.goto(f"{alamat}bidang/mp/")
        page.get_by_role("banner").get_by_role("searchbox").fill("pelatihan")
        page.keyboard.press("Enter")
        page.wait_for_url("**/cari/?kata=pelatihan")
        notice = page.locator("noscript .sk-catatan")  # by its place: Playwright sees no words in <noscript>
        expect(notice).to_be_visible()
        notice.locator("a[href='../indikator/']").click()
        page.wait_for_url("**/indikator/")


def test_a_missing_page_at_any_depth_offers_the_search(peramban: Browser, alamat: str) -> None:
    with peramban.new_context(viewport=LEBAR) as context:
        page = context.new_page()
        for path in ("tidak-ada", "indikator/ikk-99/", "a/b/c/d/"):
            page.goto(f"{alamat}{path}")
            expect(page.get_by_role("heading", name="Halaman tidak ada")).to_be_visible()
            page.get_by_role("search", name="Cari halaman").get_by_role("searchbox").fill("IKK-04")
            page.keyboard.press("Enter")
            expect(page.locator(".sk-hasil-butir a").first).to_have_attribute("href", f"{alamat}indikator/ikk-04/")


# ── Under other circumstances ──

Penyaji = Callable[..., str]


@pytest.fixture
def sajikan(situs: Path) -> Iterator[Penyaji]:
    """Serves the site with headers, or without some of its files."""
    servers: list[ThreadingHTTPServer] = []

    def serve(headers: dict[str, str], tanpa: str = "/ /") -> str:
        class Handler(SimpleHTTPRequestHandler):
            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
                pass

            def end_headers(self) -> None:
                for name, value in headers.items():
                    self.send_header(name, value)
                super().end_headers()

            def translate_path(self, path: str) -> str:
                return super().translate_path("/tidak-ada" if path.startswith(tanpa) else path)

        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(situs)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def test_the_headers_of_the_site_let_the_search_work(peramban: Browser, sajikan: Penyaji) -> None:
    with peramban.new_context(viewport=LEBAR) as context:
        layar = _layar(context, sajikan(keamanan.KEPALA))
        assert layar.cari("IKU-03")[0] == "indikator/iku-03/"
        assert layar.pesan == []


def test_headers_that_are_too_strict_are_told(peramban: Browser, sajikan: Penyaji) -> None:
    with peramban.new_context(viewport=LEBAR) as context:
        layar = _layar(context, sajikan({"Content-Security-Policy": keamanan.KEBIJAKAN}))
        assert layar.cari("IKU-03") == []
        expect(layar.page.locator(STATUS)).to_contain_text("tidak dapat dimuat")


def test_a_preview_has_no_index_and_says_so(peramban: Browser, sajikan: Penyaji) -> None:
    with peramban.new_context(viewport=LEBAR) as context:
        layar = _layar(context, sajikan({}, "/pagefind/"))
        assert layar.cari("IKU-03") == []
        expect(layar.page.locator(STATUS)).to_contain_text("tanpa indeks pencarian, seperti pada pratinjau")


def test_a_second_try_heals_a_broken_connection(peramban: Browser, alamat: str) -> None:
    with peramban.new_context(viewport=LEBAR) as context:
        layar = _layar(context, alamat)
        context.route("**/pagefind/**", lambda route: route.abort())
        assert layar.cari("IKU-03") == []
        expect(layar.page.locator(STATUS)).to_contain_text("Periksa sambungan Anda")
        context.unroute("**/pagefind/**")
        layar.page.get_by_role("main").get_by_role("button", name="Cari").click()
        expect(layar.page.locator(STATUS)).to_contain_text("ditemukan", timeout=20_000)


def test_no_page_breaks_its_own_policy(layar: Layar, situs: Path) -> None:
    names = ["", "404.html", *(f"{path.parent.relative_to(situs).as_posix()}/" for path in _satu_sejenis(situs))]
    assert len(names) > 12
    for name in names:
        layar.page.goto(f"{layar.alamat}{name}")
        assert layar.pesan == [], name


def _satu_sejenis(situs: Path) -> list[Path]:
    """A page of every folder."""
    found = {path.relative_to(situs).parts[:-2]: path for path in sorted(situs.glob("*/**/index.html"))}
    return [*found.values(), *sorted(situs.glob("*/index.html"))]
