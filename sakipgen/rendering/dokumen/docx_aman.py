"""What a Word template may hold: text, styles and pictures, and nothing that fetches, runs or tells the time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped] # it ships no types

from sakipgen.diagnostics import SakipgenError

TERBESAR: Final = 20 * 1024 * 1024
"""The size of a template, unpacked."""
TERBANYAK: Final = 300
"""Parts of a template."""
BADAN: Final = "word/document.xml"
RUAS_BOLEH: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "STYLEREF", "SEQ", "REF", "PAGEREF", "TOC"})
"""Fields that depend on nothing but the document."""
_BENDA: Final = re.compile(r"vbaproject|vbadata|activex|embeddings/|afchunk|\.bin$|customui", re.IGNORECASE)
_MAKRO: Final = re.compile(rb"macroEnabled|vnd\.ms-office\.vba", re.IGNORECASE)


def baca_aman(path: Path) -> bytes:
    """Returns the bytes of a template that may be opened."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SakipgenError(f"Templat {path} tidak dapat dibaca: {error.strerror or error}") from None
    try:
        parts = _bongkar(raw, path)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        raise SakipgenError(
            f"Templat {path} bukan berkas .docx atau sudah rusak; simpan lagi dari Word atau LibreOffice"
        ) from None
    for place, fault in _larangan(parts):
        raise SakipgenError(f"Templat {path}, bagian {place}: {fault}")
    return raw


def _bongkar(raw: bytes, path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        entries = archive.infolist()
        if len(entries) > TERBANYAK or sum(entry.file_size for entry in entries) > TERBESAR:
            raise SakipgenError(f"Templat {path} terlalu besar: paling banyak {TERBESAR // 1024 // 1024} MB")
        parts = {entry.filename: archive.read(entry) for entry in entries}
    if BADAN not in parts or "[Content_Types].xml" not in parts:
        raise zipfile.BadZipFile
    return parts


def _larangan(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every place where a template holds what it must not, with the cure."""
    if _MAKRO.search(parts["[Content_Types].xml"]):
        yield "[Content_Types].xml", "templat memuat makro; simpan sebagai .docx tanpa makro"
    for name in sorted(parts):
        if _BENDA.search(name):
            yield name, "templat memuat makro atau benda tertanam; hapus benda itu, lalu simpan sebagai .docx"
        if name.endswith((".xml", ".rels")):
            yield from ((name, fault) for fault in _larangan_xml(name, parts[name]))


def _larangan_xml(name: str, raw: bytes) -> Iterator[str]:
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        yield "XML dengan DOCTYPE atau ENTITY tidak diterima"
        return
    try:
        tree: Any = parse_xml(raw)
    except XMLSyntaxError as error:
        yield f"XML rusak ({error.msg}); simpan lagi dari Word atau LibreOffice"
        return
    if name.endswith(".rels"):
        for link in tree.iter("{*}Relationship"):
            if str(link.get("TargetMode", "")).lower() == "external":
                yield f"ada tautan ke luar, “{link.get('Target', '')}”; hapus tautan itu dan biarkan teksnya saja"
    for element in tree.iter("{*}*"):
        for key in {"src", "href"} & {str(name).rpartition("}")[2] for name in element.attrib}:
            yield f"ada gambar atau tautan ke luar (atribut {key}); tempelkan gambarnya, bukan tautannya"
    for code in _ruas(tree):
        if (word := (code.split() or [""])[0].upper()) not in RUAS_BOLEH:
            yield f"ruas (field) “{word}” tidak diterima; yang diterima: {', '.join(sorted(RUAS_BOLEH))}"


def _ruas(tree: Any) -> Iterator[str]:
    """The codes of all fields, those that Word parted into several runs put together again."""
    yield from (str(field.get(qn("w:instr"), "")) for field in tree.iter(qn("w:fldSimple")))
    codes: list[str] = []
    for part in tree.iter(qn("w:fldChar"), qn("w:instrText")):
        if part.tag == qn("w:instrText"):
            codes[-1:] = [(codes[-1] if codes else "") + (part.text or "")]
        elif part.get(qn("w:fldCharType")) == "begin":
            codes.append("")
        elif part.get(qn("w:fldCharType")) == "end" and codes:
            yield codes.pop()
    yield from codes
