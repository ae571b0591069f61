"""Sections: size, orientation and page numbers of some pages; headers and footers are those of the template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped] # it ships no types

from sakipgen.rendering.dokumen.blok import Bagian, Kertas, NomorHalaman, Sampul
from sakipgen.rendering.dokumen.docx_xml import twip

_FORMAT: Final = {NomorHalaman.ROMAWI: "lowerRoman", NomorHalaman.ARAB: "decimal", NomorHalaman.TANPA: "decimal"}
_TEPI: Final = {"top": "left", "right": "top", "bottom": "right", "left": "bottom"}
"""Where each margin of a landscape page comes from."""
_RUJUKAN: Final = (qn("w:headerReference"), qn("w:footerReference"))


@dataclass(frozen=True, slots=True)
class Bidang:
    """The room for text on a page."""

    lebar: int
    tinggi: int


@dataclass(frozen=True, slots=True)
class Halaman:
    """Pages as the template sets them up."""

    sifat: Any
    """Its section properties."""
    kertas: Kertas

    def bidang(self, bagian: Bagian) -> Bidang:
        """Returns the room for text on the pages of a section."""
        width, height = self._ukuran(bagian)
        margins = self._tepi(bagian)
        return Bidang(width - margins["left"] - margins["right"], height - margins["top"] - margins["bottom"])

    def _tepi(self, bagian: Bagian) -> Mapping[str, int]:
        """The margins; those of a landscape page turn with the paper, so that the side that is bound stays wide."""
        found = self.sifat.find(qn("w:pgMar"))
        edges = {side: abs(int(found.get(qn(f"w:{side}"), "0"))) for side in (*_TEPI, "header", "footer")}
        return edges | {side: edges[turned] for side, turned in _TEPI.items()} if bagian.melintang else edges

    def xml(self, bagian: Bagian) -> str:
        """Returns the properties of a section, in the order that Word asks for.

        Pages without a number have the header and footer that the template gives the first page;
        a cover has no footer.
        """
        width, height = self._ukuran(bagian)
        start = "" if bagian.mulai is None else f' w:start="{bagian.mulai}"'
        margins = " ".join(f'w:{side}="{edge}"' for side, edge in self._tepi(bagian).items())
        orient = ' w:orient="landscape"' if bagian.melintang else ""
        return (
            f'<w:sectPr>{self._kepala_kaki(bagian)}<w:type w:val="nextPage"/>'
            f'<w:pgSz w:w="{width}" w:h="{height}"{orient}/><w:pgMar {margins} w:gutter="0"/>'
            f'<w:pgNumType w:fmt="{_FORMAT[bagian.nomor]}"{start}/>'
            f"{self._salin('cols')}{self._salin('docGrid')}</w:sectPr>"
        )

    def _ukuran(self, bagian: Bagian) -> tuple[int, int]:
        width, height = (twip(side) for side in self.kertas.ukuran)
        return (height, width) if bagian.melintang else (width, height)

    def _kepala_kaki(self, bagian: Bagian) -> str:
        wanted = ("first",) if bagian.nomor is NomorHalaman.TANPA else ("default", "even")
        cover = all(isinstance(block, Sampul) for block in bagian.isi)
        return "".join(
            f'<w:{part.tag.rpartition("}")[2]} w:type="{"default" if kind == "first" else kind}" '
            f'r:id="{part.get(qn("r:id"))}"/>'
            for part in self.sifat
            if part.tag in (_RUJUKAN[:1] if cover else _RUJUKAN) and (kind := part.get(qn("w:type"))) in wanted
        )

    def _salin(self, nama: str) -> str:
        found = self.sifat.find(qn(f"w:{nama}"))
        return "" if found is None else str(etree.tostring(found, encoding="unicode", with_tail=False))
