"""Reads Word documents back for the tests, and makes templates that are wrong in one place."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from docx import Document
from docx.oxml.ns import qn

from sakipgen.rendering.dokumen.blok import Dokumen
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.zip_tetap import bungkus
from tests.salinan import ROOT

TEMPLAT: Final = ROOT / "site_templates" / "dokumen"
BADAN: Final = "word/document.xml"


def buat(dokumen: Dokumen, halaman: Mapping[str, int | str] | None = None, templat: Path = TEMPLAT) -> Any:
    """The paper, written and opened again by python-docx."""
    return Document(io.BytesIO(render_docx(dokumen, templat, halaman)))


def bongkar(berkas: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(berkas)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def teks(element: Any) -> str:
    """What is read of an element: line breaks and tabs as such, the results of fields, not their codes."""
    marks = {qn("w:br"): "\n", qn("w:tab"): "\t"}
    tags = (qn("w:t"), qn("w:br"), qn("w:tab"))
    runs = (part for run in element.iter(qn("w:r")) for part in run.iterchildren(*tags))
    return "".join(marks.get(part.tag) or part.text or "" for part in runs)


def alinea(dokumen: Any) -> list[tuple[str, str]]:
    """Style and text of every paragraph of the body, those of tables left out."""
    names = {style.style_id: style.name for style in dokumen.styles}
    return [
        (names[p.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))], teks(p))
        for p in dokumen.element.body.iterchildren(qn("w:p"))
    ]


def kisi(tabel: Any) -> list[list[tuple[str, int, str]]]:
    """Text, width in columns and vertical merge of every cell of a table."""
    return [
        [
            (
                "\n".join(teks(p) for p in cell.iterchildren(qn("w:p"))),
                int(span.get(qn("w:val"))) if (span := cell.find(f".//{qn('w:gridSpan')}")) is not None else 1,
                merge.get(qn("w:val")) if (merge := cell.find(f".//{qn('w:vMerge')}")) is not None else "",
            )
            for cell in row.iterchildren(qn("w:tc"))
        ]
        for row in tabel.iterchildren(qn("w:tr"))
    ]


def templat_diubah(tmp_path: Path, bagian: str, ubah: Callable[[str], str]) -> Path:
    """A folder with the template, one part of which is changed; it is a new part if there was none."""
    parts = bongkar((TEMPLAT / "dasar.docx").read_bytes())
    before = parts.get(bagian, b"").decode()
    after = ubah(before)
    assert after != before, bagian
    folder = tmp_path / "dokumen"
    folder.mkdir()
    (folder / "dasar.docx").write_bytes(bungkus({**parts, bagian: after.encode()}))
    return folder
