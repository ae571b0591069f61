"""The site while somebody works on it: built again when a file changes, each page made when it is looked at."""

from __future__ import annotations

import errno
import gc
import posixpath
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from html import escape
from pathlib import Path
from threading import RLock
from time import perf_counter_ns
from typing import NamedTuple

from jinja2 import Environment, TemplateError

from sakipgen.diagnostics import Format, PemakaianError, SakipgenError
from sakipgen.domain.waktu import Periode
from sakipgen.jumlah_uji import NAMA as JUMLAH_UJI
from sakipgen.jumlah_uji import write_sums
from sakipgen.mkdocs_bingkai import Pembingkai
from sakipgen.mkdocs_plugin import build_frame
from sakipgen.mkdocs_server import Server
from sakipgen.project import Build, Project
from sakipgen.publishing import explain_template
from sakipgen.reading import Cache
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.cetak import angka
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.situs import Situs
from sakipgen.terbitan import situs_of, write_parts

Kata = Callable[[str], None]


def layani(
    root: Path, per_tanggal: date | None, sampai: Periode | None, alamat: str, porta: int, katakan: Kata
) -> None:
    """Serves the site at an address of this machine until Ctrl+C; nothing is left behind."""
    _refuse(alamat, porta)
    with tempfile.TemporaryDirectory(prefix="sakipgen-pratinjau-", ignore_cleanup_errors=True) as folder:
        pratinjau = Pratinjau(root, Path(folder), per_tanggal, sampai, katakan)
        pratinjau.mulai()
        server = Server(pratinjau, alamat, porta)
        katakan(f"Buka {server.url} di peramban. Berhenti: Ctrl+C")
        server.serve_until_stopped(pratinjau.diamati)
    katakan("Pratinjau berhenti.")


def _refuse(alamat: str, porta: int) -> None:
    """An address that cannot be had is refused before anything is built."""
    try:
        family = socket.AF_INET6 if ":" in alamat else socket.AF_INET
        socket.create_server((alamat, porta), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PemakaianError(
                f"porta {porta} sedang dipakai program lain; pilih yang lain, misalnya `--porta {porta + 1}`."
            ) from None
        raise PemakaianError(
            f"alamat `{alamat}` dengan porta {porta} tidak dapat dipakai di komputer ini; "
            "hilangkan `--alamat` dan `--porta`, atau pilih porta di atas 1024."
        ) from None


@dataclass(frozen=True)
class Rangka:
    """What stays while only figures and texts of the data change: theme, hand-written pages, frames, templates."""

    cap: object
    """Of the files it was made from."""
    tanda: object
    """What else it was made from; another one asks for another Rangka."""
    folder: Path
    pembingkai: Pembingkai
    env: Environment


class Halangan(NamedTuple):
    """Why there is no newer site."""

    judul: str
    laporan: str


class Pratinjau:
    """The site as the data have it now; while they have a galat, the last good one under the report."""

    def __init__(
        self, root: Path, kerja: Path, per_tanggal: date | None, sampai: Periode | None, katakan: Kata
    ) -> None:
        self._project = Project(root, Cache())
        self._kerja = kerja
        self._posisi = (per_tanggal, sampai)
        self._katakan = katakan
        self._rangka: Rangka | None = None
        self._belum: dict[str, Callable[[], Iterable[bytes]]] = {}
        """What the last build promised and nobody has asked for yet, by path."""
        self._galat: Halangan | None = None
        """What is wrong, while anything is."""
        self._lock = RLock()

    @property
    def folder(self) -> Path:
        return self._rangka.folder if self._rangka else self._kerja

    @property
    def diamati(self) -> list[Path]:
        """What the site is made of."""
        found = [self._project.data_dir, *self._bahan]
        return [path for path in found if path.exists()]

    @property
    def _bahan(self) -> tuple[Path, ...]:
        """What is no data."""
        root = self._project.root
        return (root / "docs", self._project.template_dir, root / "mkdocs.yml")

    # ── Building ──

    def mulai(self) -> None:
        """Builds for the first time; what is saved meanwhile, while nobody watches yet, is built too."""
        before = None
        while (now := _stamp(self.diamati)) != before:
            before = now
            self.bangun()

    def bangun(self) -> None:
        """Builds again and tells how it went; a galat or a fault leaves the last good site."""
        start = perf_counter_ns()
        first = self._rangka is None and self._galat is None
        with self._lock, _quick():
            self._galat = self._build()
        seconds = angka(Decimal(perf_counter_ns() - start).scaleb(-9), 1)
        if self._galat:
            kept = "situs terakhir yang baik tetap tampil" if self._rangka else "belum ada situs yang dapat tampil"
            self._katakan(f"{self._galat.laporan}\n{self._galat.judul}; {kept}. Perbaiki, lalu simpan.")
        elif first:
            self._katakan(f"Situs dibangun dalam {seconds} detik.")
        else:
            self._katakan(f"Data berubah; situs dibangun ulang dalam {seconds} detik.")

    def _build(self) -> Halangan | None:
        """Promises every file of the newest site, or returns what stands in the way."""
        try:
            build = self._project.build(*self._posisi)
            if build.rekap is None:
                return Halangan("Data memuat galat", build.report.render(Format.TEKS).rstrip("\n"))
            self._promise(build, build.rekap)
        except TemplateError as error:
            return _halangan(explain_template(error))
        except Exception as error:  # noqa: BLE001 - whoever waits for a page must be told
            return _halangan(error)
        return None

    def _promise(self, build: Build, rekap: Rekapitulasi) -> None:
        old, cap = self._rangka, _stamp(self._bahan)
        same = old is not None and old.cap == cap
        env = old.env if old and same else make_environment(self._project.template_dir)
        situs = situs_of(rekap, env, self._project.glosarium)
        tanda = (rekap.instansi, rekap.posisi.per_tanggal, tuple(p.path for p in situs.halaman), tuple(situs.berkas))
        if old is None or not same or old.tanda != tanda:
            folder = Path(tempfile.mkdtemp(dir=self._kerja))
            self._rangka = Rangka(cap, tanda, folder, build_frame(self._project, build, folder), env)
            if old:
                shutil.rmtree(old.folder, ignore_errors=True)
        if self._rangka:
            self._belum = dict(_promises(situs, self._rangka.pembingkai))

    # ── Serving ──

    def siapkan(self, path: str) -> None:
        """Makes the file of an address, unless it is there as the newest data have it."""
        name = posixpath.normpath(f"/{path}").lstrip("/")
        with self._lock:
            for wanted in (name, posixpath.normpath(f"{name}/index.html").lstrip("/")):
                if self._rangka is None:
                    if self._galat and wanted.endswith(".html"):
                        write_parts(self._kerja / wanted, [_halaman_galat(self._galat)])
                elif wanted == JUMLAH_UJI:
                    for other in tuple(self._belum):
                        self.siapkan(other)
                    write_sums(self._rangka.folder)
                elif parts := self._belum.get(wanted):
                    self._make(self._rangka.folder / wanted, parts)
                    del self._belum[wanted]

    @staticmethod
    def _make(path: Path, parts: Callable[[], Iterable[bytes]]) -> None:
        try:
            write_parts(path, parts())
        except TemplateError as error:
            write_parts(path, [_halaman_galat(_halangan(explain_template(error)))])

    def hias(self, html: bytes) -> bytes:
        """Returns a page, under the report while the data have a galat."""
        if self._galat is None or self._rangka is None:
            return html
        head, body, rest = html.partition(b"<body")
        tag, end, content = rest.partition(b">")
        return b"".join((head, body, tag, end, _pita(self._galat), content))


@contextmanager
def _quick() -> Iterator[None]:
    """A build makes a million values and hardly a cycle: the search for cycles waits, and passes over them later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _stamp(paths: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Which files lie there, how large, and when they were written."""
    found: list[tuple[str, int, int]] = []
    for path in paths:
        with suppress(FileNotFoundError):  # what goes while we look is gone in the next look
            for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
                if file.is_file():
                    known = file.stat()
                    found.append((str(file), known.st_size, known.st_mtime_ns))
    return tuple(found)


def _promises(situs: Situs, pembingkai: Pembingkai) -> Iterator[tuple[str, Callable[[], Iterable[bytes]]]]:
    for path, parts in situs.berkas.items():
        yield str(path), parts
    for page in situs.halaman:
        yield posixpath.normpath(f"{page.path}/index.html"), partial(_halaman, pembingkai, page)


def _halaman(pembingkai: Pembingkai, page: Lembar) -> Iterable[bytes]:
    return [pembingkai.bingkai(page.buat())]


# ── What a reader of the browser alone is told ──

_AJAKAN = "Perbaiki, lalu simpan; halaman ini memuat ulang sendiri."


def _halangan(error: Exception) -> Halangan:
    """What is no mistake in the data."""
    if isinstance(error, SakipgenError | OSError):
        return Halangan("Situs tidak dapat dibangun", str(error))
    return Halangan("Situs tidak dapat dibangun", f"Ini kesalahan program, bukan kesalahan Anda: {error!r}")


def _pita(galat: Halangan) -> bytes:
    style = "background:#fff;color:#000;border:4px solid #6b0f2b;padding:1rem;font-size:.8rem"
    return (
        f'<aside role="alert" style="{style}"><strong>{galat.judul}.</strong> '
        f"Yang tampil di bawah ini situs terakhir yang baik. {_AJAKAN}"
        f'<pre style="white-space:pre-wrap">{escape(galat.laporan)}</pre></aside>'
    ).encode()


def _halaman_galat(galat: Halangan) -> bytes:
    return (
        f'<!doctype html>\n<html lang="id"><head><meta charset="utf-8"><title>{galat.judul}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1"></head>'
        f"<body><main><h1>{galat.judul}</h1><p>{_AJAKAN}</p>"
        f'<pre style="white-space:pre-wrap">{escape(galat.laporan)}</pre></main></body></html>\n'
    ).encode()
