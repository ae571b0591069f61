"""Addresses below the site's root: one function for each kind of page, the segment always in lower case."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from sakipgen.domain.base import Periode
from sakipgen.domain.organisasi import Instansi
from sakipgen.rekap import Rujukan

DATA: Final = "data/"
ATURAN: Final = "aturan/"
BERKAS: Final = "data/v1/"
TAUTAN_LUAR: Final = Markup('<a href="{}" rel="noopener">{} <span class="sk-luar">(tautan luar)</span></a>')


def indikator(kode: str) -> str:
    return f"indikator/{kode.lower()}/"


def sasaran(kode: str) -> str:
    return f"sasaran/{kode.lower()}/"


def bidang(kode: str) -> str:
    return f"bidang/{kode.lower()}/"


def periode(periode: Periode) -> str:
    return f"periode/{periode.slug}/"


def akar(path: str) -> str:
    """Returns the way from a page's folder to the site's root: `../../`, and `./` on the front page."""
    return "./" if path == "." else "../" * (path.count("/") + 1)


class Sumber:
    """Shows where a figure stands: a link to its line where the repository can be opened, else the path as text."""

    def __init__(self, instansi: Instansi) -> None:
        self._repositori = instansi.repositori

    def __call__(self, rujukan: Rujukan) -> Markup:
        name = f"{rujukan.berkas} baris {rujukan.baris}"
        return self._show(name, f"{quote(str(rujukan.berkas))}#L{rujukan.baris}")

    def berkas(self, path: str) -> Markup:
        """Returns the same for a whole file."""
        return self._show(path, quote(path))

    def _show(self, name: str, tail: str) -> Markup:
        text = Markup("/<wbr>").join(name.split("/"))
        if self._repositori is None:
            return Markup('<code class="sk-sumber">{}</code>').format(text)
        base = f"{self._repositori.alamat.rstrip('/')}/blob/{quote(self._repositori.cabang)}/"
        return Markup('<span class="sk-sumber">{}</span>').format(TAUTAN_LUAR.format(base + tail, text))
