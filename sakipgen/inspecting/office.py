"""Excel and Word files: what they may do, what they say, and what is told about them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped] # it ships no types

from sakipgen.domain.isi_bukti import Bahaya, Jejak
from sakipgen.inspecting.bersih import BERTANDA_TANGAN, Bersih, TakDapatDibersihkanError
from sakipgen.inspecting.wadah import MAKRO, OBJEK, bagian_berbahaya, keterangan, tak_wajar

BATAS_HURUF: Final = 5_000_000
"""Text beyond is not looked at."""
_TERBANYAK: Final = 5_000
_TERURAI: Final = 200 * 1024 * 1024
_INTI: Final = "docProps/core.xml"
_APLIKASI: Final = "docProps/app.xml"
_KHUSUS: Final = "docProps/custom.xml"
_TANDA_TANGAN: Final = "_xmlsignatures/"
_KOSONG: Final = {
    _INTI: b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
    b'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    _APLIKASI: b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    _KHUSUS: b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
_SEBUTAN: Final = {
    _INTI: "pembuat, pengubah, waktu, judul",
    _APLIKASI: "program, instansi, atasan",
    _KHUSUS: "keterangan khusus",
}
_KOMENTAR: Final = "nama pada komentar dan perubahan terlacak"
_ANONIM: Final = b"Penulis"
_ORANG: Final = (
    re.compile(rb'((?:\bw|\bw1[0-9]):(?:author|initials|userId)=")([^"]*)'),
    re.compile(rb"(<(?:\w+:)?author>)([^<]*)"),
    re.compile(rb'(<(?:\w+:)?person\b[^>]{0,2000}?\bdisplayName=")([^"]*)'),
    re.compile(rb'(<(?:\w+:)?person\b[^>]{0,2000}?\buserId=")([^"]*)'),
)
"""Where parts of a document name who wrote or changed something."""
_BAGIAN_ORANG: Final = re.compile(
    r"word/[^/]+\.xml|xl/(?:comments|persons|threadedComments)[^/]*(?:/[^/]+)?\.xml", re.IGNORECASE
)
_NAMA: Final = frozenset({"creator", "lastModifiedBy", "Manager"})
_ALINEA: Final = frozenset({"p", "si", "c"})
"""What holds one text whole, however many pieces it is stored in: paragraph, shared text, cell."""
_SELA: Final = {"tab": "\t", "br": "\n", "cr": "\n"}
_BAGIAN_TEKS: Final = re.compile(
    r"word/(?:document|header[0-9]*|footer[0-9]*|footnotes|endnotes|comments)\.xml"
    r"|xl/(?:sharedStrings|comments[0-9]*|worksheets/[^/]+|drawings/[^/]+)\.xml",
    re.IGNORECASE,
)


class OfficeRusakError(Exception):
    """A file whose parts are out of proportion, or written so that nobody can see what they say."""


def buka_office(isi: bytes) -> zipfile.ZipFile:
    """Returns the archive of a file whose parts may be parsed; raises for any other."""
    archive = zipfile.ZipFile(io.BytesIO(isi))
    if tak_wajar(archive, _TERBANYAK, _TERURAI) or bagian_berbahaya(archive):
        raise OfficeRusakError
    return archive


def bahaya_office(archive: zipfile.ZipFile) -> tuple[Bahaya, ...]:
    """Returns what a file holds that runs, or hides what it is."""
    told = keterangan(archive)
    return tuple(d for d, pattern in ((Bahaya.MAKRO, MAKRO), (Bahaya.OBJEK, OBJEK)) if pattern.search(told))


def teks_office(archive: zipfile.ZipFile) -> tuple[str, bool]:
    """Returns all text, a line for each paragraph or cell, and whether that is all."""
    lines: list[str] = []
    length = 0
    for name in archive.namelist():
        if _BAGIAN_TEKS.fullmatch(name):
            for line in _baris(archive.read(name)):
                lines.append(line)
                length += len(line)
                if length > BATAS_HURUF:
                    return "\n".join(lines), False
    return "\n".join(lines), True


def jejak_office(archive: zipfile.ZipFile) -> Jejak:
    """Returns who the metadata names; of a signed file nothing, for it must stay as it is."""
    if _ditandatangani(archive):
        return Jejak()
    names = [
        text.strip()
        for part in (_INTI, _APLIKASI)
        if part in archive.namelist()
        for element in _urai(archive.read(part)).iter()
        if _nama(element) in _NAMA and (text := element.text or "").strip()
    ]
    people = [
        found.decode("utf-8", "replace")
        for part in archive.namelist()
        if _BAGIAN_ORANG.fullmatch(part)
        for found in _orang(archive.read(part))
    ]
    return Jejak(tuple(dict.fromkeys([*names, *people])))


def bersih_office(isi: bytes) -> Bersih:
    """Returns a file without what is told about it; raises for a signed one, which must stay as it is."""
    archive = buka_office(isi)
    if _ditandatangani(archive):
        raise TakDapatDibersihkanError(BERTANDA_TANGAN)
    result = io.BytesIO()
    gone: list[str] = []
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for part in archive.infolist():
            before = archive.read(part)
            after = _tanpa_orang(before) if _BAGIAN_ORANG.fullmatch(part.filename) else before
            if after != before:
                gone.append(_KOMENTAR)
            if part.filename in _KOSONG and before != _KOSONG[part.filename]:
                after = _KOSONG[part.filename]
                gone.append(_SEBUTAN[part.filename])
            about = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            about.compress_type = part.compress_type
            target.writestr(about, after)
    return Bersih(result.getvalue(), tuple(dict.fromkeys(gone))) if gone else Bersih(isi, ())


def _ditandatangani(archive: zipfile.ZipFile) -> bool:
    return any(name.startswith(_TANDA_TANGAN) for name in archive.namelist())


def _orang(isi: bytes) -> Iterator[bytes]:
    for pattern in _ORANG[:3]:
        yield from (m[2] for m in pattern.finditer(isi) if m[2] not in {b"", _ANONIM} and b"initials" not in m[1])


def _tanpa_orang(isi: bytes) -> bytes:
    for pattern in _ORANG:
        isi = pattern.sub(lambda match: match[1] + (_ANONIM if match[2] else b""), isi)
    return isi


def _urai(isi: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(isi, parser)


def _nama(element: Any) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _baris(isi: bytes) -> Iterator[str]:
    """The texts of a part, each whole."""
    pieces: list[str] = []
    events = etree.iterparse(io.BytesIO(isi), ("end",), resolve_entities=False, no_network=True, huge_tree=False)
    for _, element in events:
        name = _nama(element)
        if name in {"t", "v", "delText", "instrText"}:
            pieces.append(element.text or "")
        elif name in _SELA:
            pieces.append(_SELA[name])
        elif name in _ALINEA:
            yield "".join(pieces)
            pieces.clear()
            element.clear()
    if pieces:
        yield "".join(pieces)
