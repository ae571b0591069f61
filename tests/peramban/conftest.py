"""The example as a person meets it: built, served on this machine, looked at with a browser."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from sakipgen.project import Project
from sakipgen.publishing import publish

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium")


class _Diam(SimpleHTTPRequestHandler):
    """Serves without telling, and 404.html where nothing is, as hosts do."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the standard library
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built example."""
    if CHROMIUM is None:
        pytest.skip("tidak ada peramban: pasang paket `chromium`")
    to = tmp_path_factory.mktemp("peramban") / "site"
    project = Project(ROOT)
    publish(project, project.build(), to)
    return to


@pytest.fixture(scope="session")
def alamat(situs: Path) -> Iterator[str]:
    """Where it is served, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Diam, directory=str(situs))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """A headless Chromium."""
    if CHROMIUM is None:
        pytest.skip("tidak ada peramban: pasang paket `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()
