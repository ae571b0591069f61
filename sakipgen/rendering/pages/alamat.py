"""Addresses below the site's root: one function for each kind of page, the segment always in lower case."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from markupsafe import Markup, escape

from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rujukan

DATA: Final = "data/"
ATURAN: Final = "aturan/"
BERKAS: Final = "data/v1/"
TAUTAN_LUAR: Final = Markup('<a href="%s" rel="noopener">%s <span class="sk-luar">(tautan luar)</span></a>')


def indikator(kode: str) -> str:
    return f"indikator/{kode.lower()}/"


def sasaran(kode: str) -> str:
    return f"sasaran/{kode.lower()}/"


def bidang(kode: str) -> str:
    return f"bidang/{kode.lower()}/"


def program(kode: str) -> str:
    return f"program/{kode.lower()}/"


def jangkar_program(kode: str) -> str:
    """Returns the anchor of a kegiatan or sub kegiatan on the page of its program."""
    return f"kode-{kode.lower()}"


def metodologi(tahun: int) -> str:
    return f"metodologi/{tahun}/"


def periode(periode: Periode) -> str:
    return f"periode/{periode.slug}/"


def tindak_lanjut(kode: str) -> str:
    return f"tindak-lanjut/{kode.lower()}/"


def jangkar_koreksi(kode: str) -> str:
    """Returns the anchor of a correction on the page of its period."""
    return f"koreksi-{kode.lower()}"


def koreksi(hal: Periode, kode: str) -> str:
    return f"{periode(hal)}#{jangkar_koreksi(kode)}"


def folder(address: str) -> str:
    """Returns an address as the path of its page."""
    return address.rstrip("/")


def lengkap(instansi: Instansi, path: str) -> str | None:
    """Returns the whole address of a page by its path; None where the site has none yet."""
    if instansi.alamat_situs is None:
        return None
    return f"{instansi.alamat_situs.rstrip('/')}/{'' if path == '.' else f'{path}/'}"


def akar(path: str) -> str:
    """Returns the way from a page's folder to the site's root: `../../`, and `./` on the front page."""
    return "./" if path == "." else "../" * (path.count("/") + 1)


_BARIS: Final = "\N{NO-BREAK SPACE}baris\N{NO-BREAK SPACE}{}"
"""Stands behind a path: the number is never alone on a line."""


class Sumber:
    """Shows where a figure stands: a link to its line where the repository can be opened, else the path as text."""

    def __init__(self, instansi: Instansi) -> None:
        repo = instansi.repositori
        self._awal = f"{repo.alamat.rstrip('/')}/blob/{quote(repo.cabang)}/" if repo else None
        self._berkas: dict[PurePosixPath, tuple[Markup, Markup]] = {}

    def __call__(self, rujukan: Rujukan) -> Markup:
        return self._show(rujukan.berkas, f"#L{rujukan.baris}", _BARIS.format(rujukan.baris))

    def berkas(self, path: PurePosixPath) -> Markup:
        """Returns the same for a whole file."""
        return self._show(path, "", "")

    def _show(self, path: PurePosixPath, jangkar: str, baris: str) -> Markup:
        found = self._berkas.get(path)
        if found is None:
            name = Markup("/<wbr>").join(path.parts)
            found = self._berkas[path] = (name, escape(f"{self._awal}{quote(str(path))}"))
        name, link = found
        if self._awal is None:
            return Markup(f'<code class="sk-sumber">{name}{baris}</code>')  # noqa: S704 - escaped before
        return Markup(  # noqa: S704 - escaped before
            f'<a class="sk-sumber" href="{link}{jangkar}" rel="noopener">{name}{baris}'
            '<span aria-hidden="true"> ↗</span><span class="sk-sr"> (tautan luar)</span></a>'
        )
