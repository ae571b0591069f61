"""What a packed file holds, looked at before any parser sees it: how much, of what, and written how."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from typing import Final, NamedTuple

_RASIO: Final = 100
_RASIO_MULAI: Final = 256 * 1024
"""Smaller parts may be as empty as they like."""
_CARA: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The ways in which the file format packs its parts."""
TIPE: Final = "[Content_Types].xml"
MAKRO: Final = re.compile(r"vbaproject|macrosheet|macroenabled", re.IGNORECASE)
TAUTAN_LUAR: Final = re.compile(
    r"/externallink|externallink\+xml|/connections|connections\+xml|/querytable", re.IGNORECASE
)
OBJEK: Final = re.compile(
    r"/embeddings/|/activex|/ctrlprop|oleobject|relationships/package$", re.IGNORECASE | re.MULTILINE
)
_JENIS: Final = re.compile(rb"""\bType\s*=\s*["']([^"']*)["']""")
_XML: Final = (".xml", ".rels", ".vml")
_AWAL_XML: Final = (b"<", b"\xfe\xff", b"\xff\xfe")
_SANDI: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")


class TakWajar(NamedTuple):
    """Why a packed file is not opened: how many parts and bytes it has, and how far one of them swells."""

    bagian: int
    terurai: int
    rasio: int | None = None


def tak_wajar(archive: zipfile.ZipFile, bagian: int, terurai: int) -> TakWajar | None:
    """Returns what is out of all proportion in a file that may have so many parts and so many bytes unpacked."""
    parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    foreign = any(part.compress_type not in _CARA for part in parts)
    if len(parts) > bagian or total > terurai or foreign or _ganda([part.filename for part in parts]):
        return TakWajar(len(parts), total)
    for part in parts:
        ratio = part.file_size // max(part.compress_size, 1)
        if part.file_size > _RASIO_MULAI and ratio > _RASIO:
            return TakWajar(len(parts), total, ratio)
    return None


def keterangan(archive: zipfile.ZipFile) -> str:
    """Returns what tells of the parts, a line each: their names, their types, the types of their relations."""
    names = archive.namelist()
    lines = [f"/{name}".replace("\\", "/") for name in names]
    if TIPE in names:
        lines.append(archive.read(TIPE).decode("utf-8", "replace"))
    for name in names:
        if name.lower().endswith(".rels"):
            lines += [said.decode("utf-8", "replace") for said in _JENIS.findall(archive.read(name))]
    return "\n".join(lines)


def bagian_berbahaya(archive: zipfile.ZipFile) -> str | None:
    """Returns the name of the first part that declares entities, or may do so unseen; None where none does."""
    parts = archive.infolist()
    return next((part.filename for part in parts if _berbahaya(part.filename, archive.read(part))), None)


def _ganda(names: Sequence[str]) -> bool:
    """Whether two parts have one name for somebody who reads them: the file format does not tell cases apart."""
    return len({name.replace("\\", "/").lstrip("/").casefold() for name in names}) < len(names)


def _berbahaya(nama: str, isi: bytes) -> bool:
    """Whether a part declares entities, or is written so that nobody can see whether it does.

    What begins as XML is XML, whatever it is called.
    """
    start = isi.removeprefix(b"\xef\xbb\xbf").lstrip(b"\0\t\r\n ")
    if not nama.lower().endswith(_XML) and not start.startswith(_AWAL_XML):
        return False
    said = _SANDI.match(start)
    encoded = said is not None and said[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"}
    return encoded or b"\0" in isi or start.startswith(_AWAL_XML[1:]) or b"<!DOCTYPE" in isi or b"<!ENTITY" in isi
