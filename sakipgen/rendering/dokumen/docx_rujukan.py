"""What leads from one place of a document to another: bookmarks, numbers of tables and pictures, tables of contents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sakipgen.rendering.dokumen.blok import Blok, DaftarIsi, Entri, Gambar, JenisDaftarIsi, Judul, Tabel
from sakipgen.rendering.dokumen.docx_gaya import DAFTAR, Gaya, Rupa
from sakipgen.rendering.dokumen.docx_xml import AKHIR_RUAS, TAB, Alinea, aman, awal_ruas, isi_lari, ruas

Tanda = Mapping[str, int]
"""The number of the bookmark of each id."""
SENDIRI: Final = 10_000
"""From here on our bookmarks are numbered, clear of those of the template."""
_LABEL: Final = {JenisDaftarIsi.TABEL: "Tabel", JenisDaftarIsi.GAMBAR: "Gambar"}


def tanda_buku(blok: Iterable[Blok]) -> Tanda:
    """Returns a number for every id that something may lead to."""
    found: dict[str, int] = {}
    for block in blok:
        if isinstance(block, Judul) or (isinstance(block, Tabel | Gambar) and block.judul):
            found.setdefault(block.id, len(found) + 1)
    return {id_: number for id_, number in found.items() if id_}


def nama_tanda(nomor: int) -> str:
    """Returns the name of a bookmark, of the kind that Word itself gives."""
    return f"_Toc{nomor:08}"


def bertanda(isi: str, nomor: int | None) -> str:
    """Returns runs between the ends of their bookmark."""
    if nomor is None:
        return isi
    own = SENDIRI + nomor
    return f'<w:bookmarkStart w:id="{own}" w:name="{nama_tanda(nomor)}"/>{isi}<w:bookmarkEnd w:id="{own}"/>'


def bernomor(jenis: JenisDaftarIsi, nomor: str, judul: str) -> str:
    """Returns the runs of a caption. Its last number is a field that counts from there, so Word can list captions and
    never counts otherwise.
    """
    if not nomor:
        return isi_lari(judul)
    parts = re.fullmatch(r"(.*?)([0-9]+)", nomor, re.DOTALL)
    if parts is None:
        return isi_lari(f"{nomor} {judul}")
    head, number = parts.groups()
    field = ruas(f"SEQ {_LABEL[jenis]} \\* ARABIC \\r {int(number)}", number)
    return f"{isi_lari(head) if head else ''}{field}{isi_lari(f' {judul}')}"


def daftar_isi(
    isi: DaftarIsi, gaya: Gaya, tanda: Tanda, halaman: Mapping[str, int | str], lebar: int
) -> Iterator[Alinea]:
    """Yields the lines of a table of contents, all inside one field that Word can work out again."""
    yield Alinea(gaya[Rupa.JUDUL_DAFTAR], isi_lari(isi.judul), lengket=True)
    last = len(isi.entri) - 1
    for n, entry in enumerate(isi.entri):
        style = DAFTAR[min(max(entry.tingkat, 1), len(DAFTAR)) - 1]
        runs = _entri(entry, tanda, str(halaman.get(entry.id, "")))
        yield Alinea(
            gaya[style if isi.jenis is JenisDaftarIsi.ISI else Rupa.DAFTAR_GAMBAR],
            f"{awal_ruas(_kode(isi)) if n == 0 else ''}{runs}{AKHIR_RUAS if n == last else ''}",
            tab_kanan=lebar,
        )


def _kode(isi: DaftarIsi) -> str:
    if isi.jenis is JenisDaftarIsi.ISI:
        return f'TOC \\o "1-{max(entry.tingkat for entry in isi.entri)}" \\h \\z'
    return f'TOC \\h \\z \\c "{_LABEL[isi.jenis]}"'


def _entri(entri: Entri, tanda: Tanda, halaman: str) -> str:
    number = tanda.get(entri.id)
    text = f"{isi_lari(entri.nomor) + TAB if entri.nomor else ''}{isi_lari(entri.teks)}{TAB}"
    if number is None:
        return f"{text}{isi_lari(halaman) if halaman else ''}"
    name = nama_tanda(number)
    page = ruas(f"PAGEREF {name} \\h", halaman)
    return f'<w:hyperlink w:anchor="{aman(name)}" w:history="1">{text}{page}</w:hyperlink>'
