"""PDF: what it may do, what it says, and what is told about it."""

from __future__ import annotations

import contextlib
import io
import logging
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject
from pypdfium2 import PdfDocument  # type: ignore[import-untyped] # it ships no types

from sakipgen.domain.isi_bukti import Bahaya, Jejak
from sakipgen.inspecting.bersih import BERTANDA_TANGAN, TERKUNCI, Bersih, TakDapatDibersihkanError

BATAS_HALAMAN: Final = 500
BATAS_HURUF: Final = 2_000_000
"""Text beyond is not looked at."""
_KUNCI: Final = {
    "/JS": Bahaya.JAVASCRIPT,
    "/JavaScript": Bahaya.JAVASCRIPT,
    "/EmbeddedFiles": Bahaya.LAMPIRAN,
    "/EF": Bahaya.LAMPIRAN,
    "/RichMediaContent": Bahaya.LAMPIRAN,
}
_TINDAKAN: Final = {
    "/JavaScript": Bahaya.JAVASCRIPT,
    "/Launch": Bahaya.PERINTAH,
    "/ImportData": Bahaya.PERINTAH,
    "/FileAttachment": Bahaya.LAMPIRAN,
    "/EmbeddedFile": Bahaya.LAMPIRAN,
}
_MACAM: Final = ("/S", "/Subtype", "/Type")
_SEBUTAN: Final = {
    "/Author": "nama pembuat",
    "/Creator": "program pembuat",
    "/Producer": "program pembuat",
    "/CreationDate": "waktu pembuatan",
    "/ModDate": "waktu perubahan",
}
_LAIN: Final = "judul dan keterangan"
_XMP: Final = "XMP (riwayat penyuntingan, pembuat)"
_PRIBADI_APLIKASI: Final = "catatan aplikasi"


def buka_pdf(isi: bytes) -> PdfReader:
    """Returns a reader; what is wrong with the file is not printed, whoever asked will tell."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return PdfReader(io.BytesIO(isi), strict=False)


def bahaya_pdf(reader: PdfReader) -> tuple[Bahaya, ...]:
    """Returns what a PDF holds beside its pages, in the order of Bahaya; of an encrypted one only that."""
    if reader.is_encrypted:
        return (Bahaya.SANDI,)
    found = {danger for row in _kamus(reader) for danger in _bahaya(row)}
    return tuple(danger for danger in Bahaya if danger in found)


def teks_pdf(isi: bytes) -> tuple[str, bool]:
    """Returns the text of the first pages, and whether that is all."""
    pages: list[str] = []
    length = 0
    for number, page in enumerate(PdfDocument(isi)):  # PDFium reads ten times as fast as pypdf
        if number == BATAS_HALAMAN or length > BATAS_HURUF:
            return "\n".join(pages), False
        pages.append(page.get_textpage().get_text_bounded())
        length += len(pages[-1])
    return "\n".join(pages), True


def jejak_pdf(reader: PdfReader) -> Jejak:
    """Returns what the metadata tells of persons; of a signed PDF nothing, for it must stay as it is."""
    if ditandatangani(reader):
        return Jejak()
    names = [str(reader.metadata.author or "") if reader.metadata else ""]
    with contextlib.suppress(PyPdfError, ValueError, TypeError, AttributeError):  # what nobody can read tells nothing
        names += (reader.xmp_metadata.dc_creator if reader.xmp_metadata else None) or []
    return Jejak(tuple(dict.fromkeys(name.strip() for name in names if name.strip())))


def ditandatangani(reader: PdfReader) -> bool:
    """Whether somebody signed it electronically."""
    return any(row.get("/ByteRange") is not None for row in _kamus(reader))


def bersih_pdf(isi: bytes) -> Bersih:
    """Returns a PDF without what is told about it; its pages stay as they are."""
    reader = buka_pdf(isi)
    if reader.is_encrypted:
        raise TakDapatDibersihkanError(TERKUNCI)
    if ditandatangani(reader):
        raise TakDapatDibersihkanError(BERTANDA_TANGAN)
    gone = [_SEBUTAN.get(key, _LAIN) for key in (reader.metadata or {})]
    writer = PdfWriter(clone_from=reader)
    for row in _terjangkau(writer):
        for key, kind in (("/Metadata", _XMP), ("/PieceInfo", _PRIBADI_APLIKASI)):
            if row.pop(key, None) is not None:
                gone.append(kind)
    if not gone:
        return Bersih(isi, ())
    writer.metadata = None
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    result = io.BytesIO()
    writer.write(result)
    return Bersih(result.getvalue(), tuple(dict.fromkeys(gone)))


def _bahaya(row: DictionaryObject) -> Iterator[Bahaya]:
    for key, danger in _KUNCI.items():
        if key in row:
            yield danger
    for key in _MACAM:
        named = row.get(key)
        if isinstance(named, str) and named in _TINDAKAN:
            yield _TINDAKAN[named]


def _kamus(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Every dictionary of a file, whatever leads to it."""
    ids = [(number, generation) for generation, rows in reader.xref.items() for number in rows]
    ids += [(number, 0) for number in reader.xref_objStm]
    for number, generation in ids:
        try:
            found = reader.get_object(IndirectObject(number, generation, reader))
        except PyPdfError:
            continue  # an entry that leads nowhere; readers skip it too
        yield from _dalam(found)


def _terjangkau(writer: PdfWriter) -> Iterator[DictionaryObject]:
    for found in writer._objects:  # noqa: SLF001 - pypdf has no public way to all objects of a writer
        yield from _dalam(found)


def _dalam(value: Any) -> Iterator[DictionaryObject]:
    """The dictionaries of one object, without following what points elsewhere."""
    rest = [value]
    while rest:
        one = rest.pop()
        if isinstance(one, DictionaryObject | StreamObject):
            yield one
            rest += list(one.values())
        elif isinstance(one, ArrayObject):
            rest += list(one)
