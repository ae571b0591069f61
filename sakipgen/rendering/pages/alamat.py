"""Addresses below the site's root: one function for each kind of page, the segment always in lower case."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from markupsafe import Markup, escape

from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.pohon import TingkatSimpul
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rujukan
from sakipgen.rendering.repositori import AlamatRepositori

DATA: Final = "data/"
ATURAN: Final = "aturan/"
BERKAS: Final = "data/v1/"
POHON: Final = "pohon-kinerja/"
"""The latest pohon kinerja."""
API: Final = "api/v1/"
KALENDER: Final = "kalender/tenggat.ics"
"""The deadlines of all units."""
TAUTAN_LUAR: Final = Markup('<a href="%s" rel="noopener">%s <span class="sk-luar">(tautan luar)</span></a>')


def indikator(kode: str) -> str:
    return f"indikator/{kode.lower()}/"


def sasaran(kode: str) -> str:
    return f"sasaran/{kode.lower()}/"


def bidang(kode: str) -> str:
    return f"bidang/{kode.lower()}/"


def kalender(kode: str) -> str:
    """Returns where the deadlines of a unit lie."""
    return f"kalender/{kode.lower()}.ics"


def api_indikator(kode: str) -> str:
    """Returns where the file of an indikator lies."""
    return f"{API}indikator/{kode.lower()}.json"


def program(kode: str) -> str:
    return f"program/{kode.lower()}/"


def jangkar_program(kode: str) -> str:
    """Returns the anchor of a kegiatan or sub kegiatan on the page of its program."""
    return f"kode-{kode.lower()}"


def jangkar_dokumen(kode: str) -> str:
    """Returns the anchor of a document's row."""
    return f"dok-{kode.lower()}"


def pohon_lama(renstra: str) -> str:
    """Returns where the pohon kinerja of an earlier Renstra is told."""
    return f"{POHON}{renstra.lower()}/"


def jangkar_simpul(tingkat: TingkatSimpul, kode: str) -> str:
    """Returns the anchor of a node on the page of its pohon kinerja."""
    return f"{tingkat.replace('_', '-')}-{kode.lower()}"


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


def jangkar_riwayat(periode: Periode | None) -> str:
    """Returns the anchor of the latest change of a period on the page of its indikator."""
    return f"riwayat-{periode.slug if periode else 'kamus'}"


UMPAN: Final = "umpan/perubahan.atom"
UMPAN_JSON: Final = "umpan/perubahan.json"


def umpan_bidang(kode: str) -> str:
    return f"umpan/bidang/{kode.lower()}.atom"


def umpan_indikator(kode: str) -> str:
    return f"umpan/indikator/{kode.lower()}.atom"


def mutlak(instansi: Instansi, path: str) -> str:
    """Returns an address of the site in full; from the root of its host where the site's own is not known."""
    return f"{(instansi.alamat_situs or '').rstrip('/')}/{path}"


def kartu(path: str) -> str:
    """Returns where the picture of a page lies."""
    return f"kartu/{'beranda' if path == '.' else path}.png"


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


_REVISI: Final = Markup("<code>{}</code>")
_LUAR: Final = Markup(
    '<a href="{}" rel="noopener">{}<span aria-hidden="true"> ↗</span><span class="sk-sr"> (tautan luar)</span></a>'
)
_PENDEK: Final = 7
"""So many digits of a hash people read."""


class Sumber:
    """Shows where a figure stands: a link to its line where the repository can be opened, else the path as text."""

    def __init__(self, instansi: Instansi) -> None:
        self._repo = AlamatRepositori.dari(instansi.repositori) if instansi.repositori else None
        self._berkas: dict[PurePosixPath, tuple[Markup, Markup]] = {}

    def __call__(self, rujukan: Rujukan) -> Markup:
        return self._show(rujukan.berkas, f"#L{rujukan.baris}", _BARIS.format(rujukan.baris))

    def berkas(self, path: PurePosixPath) -> Markup:
        """Returns the same for a whole file."""
        return self._show(path, "", "")

    def revisi(self, sha: str) -> Markup:
        """Returns a commit by the first digits of its hash, with its page on the forge if there is one."""
        return self._luar(_REVISI.format(sha[:_PENDEK]), self._repo.revisi(sha) if self._repo else None)

    def usulan(self, nomor: int) -> Markup:
        """Returns the number of a proposal, with its page on the forge if there is one."""
        return self._luar(escape(f"#{nomor}"), self._repo.usulan(nomor) if self._repo else None)

    @staticmethod
    def _luar(teks: Markup, tautan: str | None) -> Markup:
        return teks if tautan is None else _LUAR.format(tautan, teks)

    def _show(self, path: PurePosixPath, jangkar: str, baris: str) -> Markup:
        found = self._berkas.get(path)
        if found is None:
            name = Markup("/<wbr>").join(path.parts)
            found = self._berkas[path] = (name, escape(self._repo.berkas(path) if self._repo else ""))
        name, link = found
        if self._repo is None:
            return Markup(f'<code class="sk-sumber">{name}{baris}</code>')  # noqa: S704 - escaped before
        return Markup(  # noqa: S704 - escaped before
            f'<a class="sk-sumber" href="{link}{jangkar}" rel="noopener">{name}{baris}'
            '<span aria-hidden="true"> ↗</span><span class="sk-sr"> (tautan luar)</span></a>'
        )
