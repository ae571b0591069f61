"""What kind of file bytes are: by their first ones, and of packed files by what they hold."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final

from sakipgen.domain.isi_bukti import JenisIsi

_TANDA: Final = (
    (b"\xff\xd8\xff", JenisIsi.JPEG),
    (b"\x89PNG\r\n\x1a\n", JenisIsi.PNG),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", JenisIsi.OFFICE_LAMA),
    (b"MZ", JenisIsi.PROGRAM),
    (b"\x7fELF", JenisIsi.PROGRAM),
    (b"\xfe\xed\xfa", JenisIsi.PROGRAM),
    (b"\xcf\xfa\xed\xfe", JenisIsi.PROGRAM),
    (b"#!", JenisIsi.PROGRAM),
)
_AWAL_PDF: Final = 1024
"""So far into a file readers look for the mark of a PDF."""
_MARKAH: Final = re.compile(r"<(?:!doctype\s+html|html|head|body|script|iframe)[\s>]|<\?php", re.IGNORECASE)
_SVG: Final = re.compile(r"<svg[\s>]|<!doctype\s+svg", re.IGNORECASE)
_ISI_ZIP: Final = (("xl/workbook.xml", JenisIsi.XLSX), ("word/document.xml", JenisIsi.DOCX))
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def kenali(isi: bytes) -> JenisIsi:
    """Returns what kind of file the bytes are."""
    if not isi:
        return JenisIsi.KOSONG
    for mark, kind in _TANDA:
        if isi.startswith(mark):
            return kind
    if isi.startswith(b"PK"):
        return _zip(isi)
    if b"%PDF-" in isi[:_AWAL_PDF]:
        return JenisIsi.PDF
    return _teks(isi)


def teks(isi: bytes) -> str:
    """Returns the text of a file that is one: UTF-8, UTF-16 with its mark, else as Windows writes it."""
    try:
        return isi.decode("utf-16" if isi.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError:
        return isi.decode("cp1252", "replace")


def _teks(isi: bytes) -> JenisIsi:
    text = teks(isi)
    if "\0" in text:
        return JenisIsi.LAIN
    start = text[:_AWAL_PDF]
    if _SVG.search(start):
        return JenisIsi.SVG
    return JenisIsi.HTML if _MARKAH.search(start) else JenisIsi.TEKS


def _zip(isi: bytes) -> JenisIsi:
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, ValueError, RuntimeError):
        return JenisIsi.ZIP
    return next((kind for name, kind in _ISI_ZIP if name in names), JenisIsi.ZIP)
