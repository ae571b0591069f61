"""MkDocs' server that reloads open browsers, over pages that are made when somebody looks at them."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

from mkdocs.livereload import LiveReloadServer

_KEBIJAKAN: Final = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""The page's policy forbids what this server puts into a page on this machine."""


class Isi(Protocol):
    """What is served."""

    @property
    def folder(self) -> Path:
        """Where finished files lie."""

    def bangun(self) -> None:
        """Builds again; never raises."""

    def siapkan(self, path: str) -> None:
        """Makes the file of an address, if it is one that is made on demand."""

    def hias(self, html: bytes) -> bytes:
        """Returns a page as it is shown, with what else must be said."""


class Server(LiveReloadServer):
    """Asks for each page before it sends it; a build that comes in between makes it ask again."""

    def __init__(self, isi: Isi, alamat: str, porta: int) -> None:
        super().__init__(isi.bangun, alamat, porta, str(isi.folder))
        self._isi = isi

    def serve_until_stopped(self, watched: Sequence[Path]) -> None:
        """Serves, and builds again when anything below the watched paths changes, until Ctrl+C."""
        for path in watched:
            self.watch(str(path))
        with _quiet():
            try:
                self.serve()  # type: ignore[no-untyped-call]
            except KeyboardInterrupt:
                pass
            finally:
                self.shutdown()

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/"):
            polled: Iterable[bytes] | None = super()._serve_request(environ, start_response)
            return polled
        while True:
            with self._epoch_cond:
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
                epoch = self._wanted_epoch
            self._isi.siapkan(path)
            self.root = str(self._isi.folder)
            said: list[tuple[Any, ...]] = []
            found: Iterable[bytes] | None = super()._serve_request(environ, lambda *args, to=said: to.append(args))
            if epoch == self._wanted_epoch:
                break
        for args in said:
            start_response(*args)
        return found

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        shown = _KEBIJAKAN.sub(b"", self._isi.hias(content), count=1)
        injected: bytes = super()._inject_js_into_html(shown, epoch)  # type: ignore[no-untyped-call]
        return injected


@contextmanager
def _quiet() -> Iterator[None]:
    """The server's English notes are for developers of MkDocs."""
    logger = logging.getLogger("mkdocs.livereload")
    logger.disabled = True
    try:
        yield
    finally:
        logger.disabled = False
