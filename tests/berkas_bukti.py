"""Files that are handed over as evidence, made for tests: good ones, ones that tell too much, hostile ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any, Final

import docx
import openpyxl
import typst
from openpyxl.comments import Comment
from PIL import Image, PngImagePlugin
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

NAMA: Final = "Contoh Nama"
NIK: Final = "1301156503850001"
"""Built as one of a woman; nobody's."""
NIP: Final = "198503252010012001"


def pdf(teks: str = "Rekap", *, penulis: str | None = None, halaman: int = 1) -> bytes:
    """A PDF of some pages with a text each."""
    about = f'#set document(author: "{penulis}", title: "Rekap")\n' if penulis else ""
    return typst.compile((about + "\n#pagebreak()\n".join([teks] * halaman)).encode(), format="pdf")


def pdf_dengan(apa: str) -> bytes:
    """An empty PDF with what evidence must not hold."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    if apa == "lampiran":
        writer.add_attachment("a.txt", b"x")
    elif apa == "sandi":
        writer.encrypt("", "pemilik", algorithm="RC4-128")
    else:
        action = {"/S": NameObject(apa), "/JS": TextStringObject("app.alert(1)")}
        if apa != "/JavaScript":
            del action["/JS"]
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {NameObject(key): value for key, value in action.items()}
        )
    return _ditulis(writer)


def pdf_bertanda(penulis: str = NAMA) -> bytes:
    """A PDF that looks as if somebody had signed it."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Author": penulis})
    writer.root_object[NameObject("/Tanda")] = DictionaryObject(
        {NameObject("/Type"): NameObject("/Sig"), NameObject("/ByteRange"): TextStringObject("0")}
    )
    return _ditulis(writer)


def _ditulis(isi: Any) -> bytes:
    stream = io.BytesIO()
    isi.write(stream)
    return stream.getvalue()


def jpeg(*, penulis: str | None = None, lokasi: bool = False, putar: int | None = None) -> bytes:
    """A picture of a camera."""
    exif = Image.Exif()
    if penulis:
        exif[0x013B] = penulis
    if putar:
        exif[0x0112] = putar
    if lokasi:
        exif.get_ifd(0x8825).update({1: "S", 2: (1.0, 2.0, 3.0)})
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((64, 48)).save(stream, "JPEG", exif=exif, comment="catatan", quality=90)
    return stream.getvalue()


def png(*, penulis: str | None = None, padat: bool = False) -> bytes:
    """A picture of a screen."""
    info = PngImagePlugin.PngInfo()
    if penulis:
        info.add_itxt("Author", penulis, zip=padat)
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((16, 16)).save(stream, "PNG", pnginfo=info)
    return stream.getvalue()


def xlsx(*sel: str, penulis: str = "openpyxl", komentar: str | None = None) -> bytes:
    """A workbook with these cells."""
    book = openpyxl.Workbook()
    book.properties.creator = penulis
    for number, text in enumerate(sel or ("Rekap",), 1):
        book.worksheets[0].cell(number, 1, text)
    if komentar:
        book.worksheets[0]["A1"].comment = Comment("periksa", komentar)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def naskah(*potong: str, penulis: str = "python-docx") -> bytes:
    """A document with one paragraph in these pieces."""
    document = docx.Document()
    document.core_properties.author = penulis
    paragraph = document.add_paragraph("Rekap ")
    for text in potong:
        paragraph.add_run(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def sisipi(isi: bytes, nama: str, bagian: bytes) -> bytes:
    """A packed file with one more part."""
    stream = io.BytesIO(isi)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(nama, bagian)
    return stream.getvalue()


def bom_png() -> bytes:
    """A PNG that says it has a milliard of pixels, and a text that swells."""

    def chunk(mark: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + mark + body + struct.pack(">I", zlib.crc32(mark + body))

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    text = b"Author\0\0" + zlib.compress(b"\0" * 200_000_000, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"zTXt", text) + chunk(b"IEND", b"")


def pdf_dalam() -> bytes:
    """A PDF of arrays in arrays, deeper than any parser goes."""
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF"
