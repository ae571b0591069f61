"""The smallest parts of a Word document as XML text: characters that it may hold, runs, and paragraphs.

A document is written as text and parsed once; that is many times faster than adding element to element. Word refuses
properties in another order than its schema's, so `Alinea` alone writes those of a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.dokumen.blok import Kalimat, Lari, Rata

RUANG_NAMA: Final = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{path}"'
    for prefix, path in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
    )
)
_TERLARANG: Final = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PUTUS: Final = re.compile("\r\n?")
_RATA: Final = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right", Rata.PENUH: "both"}
PUTUS: Final = "<w:r><w:br/></w:r>"
"""A new line of the same paragraph."""
TAB: Final = "<w:r><w:tab/></w:r>"


def bersih(teks: str) -> str:
    """Returns the text without what no XML can hold."""
    return _TERLARANG.sub("", _PUTUS.sub("\n", teks))


def aman(teks: str) -> str:
    """Returns text as XML, fit for an attribute too."""
    return bersih(teks).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def twip(mm: int) -> int:
    """Returns millimetres as Word counts: 1440 to the inch."""
    return (mm * 14400 + 127) // 254


def isi_lari(teks: str, sifat: str = "") -> str:
    """Returns a run of text with its properties, line by line."""
    marks = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    lines = (
        "<w:tab/>".join(f'<w:t xml:space="preserve">{part}</w:t>' if part else "" for part in line.split("\t"))
        for line in aman(teks).split("\n")
    )
    return f"<w:r>{marks}{'<w:br/>'.join(lines)}</w:r>"


def kalimat(isi: Kalimat, belum: str, *, tebal: bool = False) -> str:
    """Returns the runs of a line; `belum` is the style of what is missing."""
    return "".join(isi_lari(run.teks, _sifat(run, belum, tebal)) for run in isi if run.teks)


def _sifat(run: Lari, belum: str, tebal: bool) -> str:
    return (
        (f'<w:rStyle w:val="{belum}"/>' if run.belum else "")
        + ("<w:b/><w:bCs/>" if run.tebal or tebal else "")
        + ("<w:i/><w:iCs/>" if run.miring else "")
    )


def ruas(kode: str, hasil: str, sifat: str = "") -> str:
    """Returns a field with the result that is shown until Word works it out again."""
    marks = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    return (
        f"{awal_ruas(kode, marks)}{isi_lari(hasil, sifat) if hasil else ''}"
        f'<w:r>{marks}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def awal_ruas(kode: str, marks: str = "") -> str:
    """Returns the beginning of a field, up to its result."""
    return (
        f'<w:r>{marks}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{marks}<w:instrText xml:space="preserve"> {aman(kode)} </w:instrText></w:r>'
        f'<w:r>{marks}<w:fldChar w:fldCharType="separate"/></w:r>'
    )


AKHIR_RUAS: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph; what is None or false is left to its style."""

    gaya: str
    isi: str = ""
    rata: Rata | None = None
    lengket: bool = False
    """Whether it stays on the page of what follows."""
    halaman_baru: bool = False
    nomor: int | None = None
    """The numbering that it is an entry of."""
    tab_kanan: int | None = None
    """Where text ends after a row of dots."""
    jarak: int | None = None
    """Space above it."""
    tinggi: int | None = None
    """Its height, whatever it holds."""
    lurus: bool = False
    """Whether it has no indent although its style has one."""
    bagian: str = ""
    """The section that ends with it."""

    @property
    def xml(self) -> str:
        return f"<w:p><w:pPr>{''.join(self._sifat())}</w:pPr>{self.isi}</w:p>"

    def _sifat(self) -> Iterable[str]:
        yield f'<w:pStyle w:val="{self.gaya}"/>'
        if self.lengket:
            yield "<w:keepNext/>"
        if self.halaman_baru:
            yield "<w:pageBreakBefore/>"
        if self.nomor is not None:
            yield f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.nomor}"/></w:numPr>'
        if self.tab_kanan is not None:
            yield f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{self.tab_kanan}"/></w:tabs>'
        if self.jarak is not None or self.tinggi is not None:
            before = "" if self.jarak is None else f' w:before="{self.jarak}"'
            line = "" if self.tinggi is None else f' w:line="{self.tinggi}" w:lineRule="exact"'
            yield f"<w:spacing{before}{line}/>"
        if self.lurus:
            yield '<w:ind w:left="0" w:firstLine="0"/>'
        if self.rata is not None:
            yield f'<w:jc w:val="{_RATA[self.rata]}"/>'
        yield self.bagian
