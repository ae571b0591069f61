"""Numbering of lists: one definition for each kind of mark, and a numbering of its own for each list that counts."""

from __future__ import annotations

from typing import Any, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.parts.numbering import NumberingPart

from sakipgen.rendering.dokumen.blok import Butir
from sakipgen.rendering.dokumen.docx_xml import RUANG_NAMA

INDEN: Final = 425
"""How far entries stand in; their marks stand in that room."""
_RUPA: Final = {Butir.TITIK: ("bullet", "•"), Butir.ANGKA: ("decimal", "%1."), Butir.HURUF: ("lowerLetter", "%1.")}
_SESUDAH: Final = (qn("w:num"), qn("w:numIdMacAtCleanup"))


class Penomor:
    """Gives out the numberings of a document."""

    def __init__(self, dokumen: Any) -> None:
        self._akar: Any = _bagian(dokumen).element
        taken = [int(e.get(qn("w:abstractNumId"))) for e in self._akar.findall(qn("w:abstractNum"))]
        self._abstrak = {kind: max(taken, default=-1) + n for n, kind in enumerate(_RUPA, 1)}
        numbers = [int(e.get(qn("w:numId"))) for e in self._akar.findall(qn("w:num"))]
        self._terakhir = max(numbers, default=0)
        at = next((n for n, e in enumerate(self._akar) if e.tag in _SESUDAH), len(self._akar))
        for n, (kind, number) in enumerate(self._abstrak.items()):
            self._akar.insert(at + n, _abstrak(number, *_RUPA[kind]))
        self._titik = self._baru(Butir.TITIK)

    def beri(self, butir: Butir) -> int:
        """Returns the numbering of a new list; it starts at one."""
        return self._titik if butir is Butir.TITIK else self._baru(butir)

    def _baru(self, butir: Butir) -> int:
        self._terakhir += 1
        num = parse_xml(
            f'<w:num {RUANG_NAMA} w:numId="{self._terakhir}"><w:abstractNumId w:val="{self._abstrak[butir]}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        last = self._akar.findall(qn("w:num"))
        if last:
            last[-1].addnext(num)
        else:
            self._akar.insert(len(self._akar.findall(qn("w:abstractNum"))), num)
        return self._terakhir


def _abstrak(nomor: int, bentuk: str, teks: str) -> Any:
    return parse_xml(
        f'<w:abstractNum {RUANG_NAMA} w:abstractNumId="{nomor}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/><w:lvlText w:val="{teks}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{INDEN}" w:hanging="{INDEN}"/></w:pPr></w:lvl></w:abstractNum>'
    )


def _bagian(dokumen: Any) -> Any:
    """The part of the numberings; a template without lists has none."""
    parts = [r.target_part for r in dokumen.part.rels.values() if r.reltype == RELATIONSHIP_TYPE.NUMBERING]
    if parts:
        return parts[0]
    root = parse_xml(f"<w:numbering {RUANG_NAMA}/>")
    name = PackURI("/word/numbering.xml")
    part = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, root, dokumen.part.package)
    dokumen.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part
