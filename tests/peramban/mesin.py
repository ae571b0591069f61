"""The browser of this machine: where it is, how it is started, and why there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from playwright.sync_api import Browser, sync_playwright

NAMA: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
TIADA: Final = f"no browser: none of {', '.join(NAMA)} is on the PATH (Debian: apt-get install chromium)"
_BENDERA: Final = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Nothing but the pages under test may ask the network."""


def cari_peramban() -> str | None:
    """Returns the path of the browser, None where there is none."""
    return next(filter(None, map(shutil.which, NAMA)), None)


def bendera() -> list[str]:
    """Returns the options it is started with; root has no sandbox."""
    return [*_BENDERA, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


@contextmanager
def buka_peramban(path: str) -> Iterator[Browser]:
    """Starts a browser, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=bendera())
        try:
            yield browser
        finally:
            browser.close()
