"""A static server for a built site, as a Pages host serves it: right content types, 404.html, compressed text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Final
from urllib.parse import unquote, urlsplit

JENIS_ISI: Final = {
    ".atom": "application/atom+xml",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttl": "text/turtle; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xml": "application/xml",
}
LAINNYA: Final = "application/octet-stream"
_PADAT: Final = frozenset({".atom", ".css", ".csv", ".html", ".js", ".json", ".jsonld", ".svg", ".txt", ".xml"})


class _Penjawab(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, situs: Path) -> None:
        self._situs = situs
        super().__init__(*args, directory=str(situs))  # type: ignore[arg-type]

    def handle(self) -> None:
        with suppress(ConnectionError):  # the reader has gone on to the next page
            super().handle()

    def do_GET(self) -> None:
        path = self._situs.joinpath(*Path(unquote(urlsplit(self.path).path)).parts[1:])
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"{self.path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._answer(HTTPStatus.OK, path)
        else:
            self._answer(HTTPStatus.NOT_FOUND, self._situs / "404.html")

    def _answer(self, status: HTTPStatus, path: Path) -> None:
        content = path.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", JENIS_ISI.get(path.suffix, LAINNYA))
        if path.suffix in _PADAT and "gzip" in self.headers.get("Accept-Encoding", ""):
            content = gzip.compress(content, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args: object) -> None:
        """A test prints nothing."""


@contextmanager
def layani(situs: Path) -> Iterator[str]:
    """Serves a folder on a free port of this machine; gives the address of its root, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Penjawab, situs=situs)) as server:
        server.daemon_threads = True
        server.block_on_close = False
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
