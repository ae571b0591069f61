"""A paper as a Word document, which an office can go on writing in.

Styles, page set-up, letterhead, header and footer are the template's; everything else is made from the blocks. The same
paper and template give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docx.oxml.parser import parse_xml

from sakipgen.rendering.dokumen.blok import Dokumen, JenisBaris
from sakipgen.rendering.dokumen.docx_bagian import Halaman
from sakipgen.rendering.dokumen.docx_gaya import Rupa, arsiran
from sakipgen.rendering.dokumen.docx_isi import Penyusun
from sakipgen.rendering.dokumen.docx_rujukan import tanda_buku
from sakipgen.rendering.dokumen.docx_tabel import RupaTabel
from sakipgen.rendering.dokumen.docx_templat import NAMA, Kerangka, buka
from sakipgen.rendering.dokumen.docx_xml import RUANG_NAMA
from sakipgen.rendering.dokumen.zip_tetap import tetapkan


def render_docx(dokumen: Dokumen, templat: Path, halaman: Mapping[str, int | str] | None = None) -> bytes:
    """Returns the paper as a .docx file.

    `templat` is the folder of the template, `halaman` the page of each id as printed, for the tables of contents: Word
    works them out again only when it is asked to.
    """
    frame = buka(templat.joinpath(NAMA), dokumen)
    pages = Halaman(frame.bagian, dokumen.kertas)
    writer = Penyusun(frame, _rupa_tabel(frame), tanda_buku(dokumen.blok), halaman or {})
    last = len(dokumen.bagian) - 1
    text = "".join(
        writer.bagian(
            part.isi,
            pages.bidang(part),
            pages.xml(part) if n < last else "",
            sesudah_tabel=n == 0 and _sesudah_tabel(frame.penanda),
        )
        for n, part in enumerate(dokumen.bagian)
    )
    _pasang(frame, text, pages.xml(dokumen.bagian[-1]))
    made = io.BytesIO()
    frame.dokumen.save(made)
    return tetapkan(made.getvalue())


def _rupa_tabel(kerangka: Kerangka) -> RupaTabel:
    """The shading that the template's table style gives head, groups and sums."""
    styles, style = kerangka.dokumen.styles.element, kerangka.gaya[Rupa.TABEL]
    return RupaTabel(
        kerangka.gaya,
        arsiran(styles, style, "firstRow"),
        {
            JenisBaris.ISI: "",
            JenisBaris.KELOMPOK: arsiran(styles, style, "firstCol"),
            JenisBaris.JUMLAH: arsiran(styles, style, "lastRow"),
        },
    )


def _sesudah_tabel(penanda: Any) -> bool:
    above = penanda.getprevious()
    return above is not None and above.tag.endswith("}tbl")


def _pasang(kerangka: Kerangka, isi: str, akhir: str) -> None:
    """Puts the blocks in the place of the mark, and the last section at the end of the body.

    What the template has around the mark moves to the blocks: each move between trees takes time for all that is there.
    """
    tree: Any = parse_xml(f"<w:body {RUANG_NAMA}>{isi}{akhir}</w:body>")
    mark = kerangka.penanda
    body = mark.getparent()
    above = body.index(mark)
    around = list(body)
    for n, part in enumerate(around[:above]):
        tree.insert(n, part)
    for part in around[above + 1 : -1]:
        tree[-1].addprevious(part)
    body.getparent().replace(body, tree)
