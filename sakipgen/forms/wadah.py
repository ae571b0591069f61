"""Whether a file that somebody sent may be opened at all: what is inside is looked at before any parser sees it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from sakipgen.forms.temuan import BUAT_LAGI, Temuan
from sakipgen.rendering.cetak import ukuran

TERBESAR: Final = 2 * 1024 * 1024
_TERURAI: Final = 50 * 1024 * 1024
_TERBANYAK: Final = 200
_RASIO: Final = 100
_RASIO_MULAI: Final = 256 * 1024
"""Smaller parts may be as empty as they like."""
_CARA: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
"""The ways in which the file format packs its parts."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ASING: Final = (
    (re.compile(r"vbaproject|macrosheet|macroenabled", re.IGNORECASE), "makro"),
    (
        re.compile(r"/externallink|externallink\+xml|/connections|connections\+xml|/querytable", re.IGNORECASE),
        "tautan ke berkas atau data lain",
    ),
    (
        re.compile(r"/embeddings/|/activex|/ctrlprop|oleobject|relationships/package$", re.IGNORECASE | re.MULTILINE),
        "objek tersemat",
    ),
)
"""What names of parts, their types and the types of their relations tell."""
_JENIS: Final = re.compile(rb"""\bType\s*=\s*["']([^"']*)["']""")
_TIPE: Final = "[Content_Types].xml"
_XML: Final = (".xml", ".rels", ".vml")
_AWAL_XML: Final = (b"<", b"\xfe\xff", b"\xff\xfe")
_SANDI: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_SIMPAN: Final = "buka di Excel atau LibreOffice, lalu simpan sebagai “Excel Workbook (.xlsx)” dan kirim lagi"


def periksa_wadah(nama: str, isi: bytes) -> tuple[Temuan, ...]:
    """Returns why a file must not be opened; nothing where it may."""
    if len(isi) > TERBESAR:
        message = f"berkas lebih dari {ukuran(TERBESAR)}; hapus gambar dan lembar tambahan."
        return (Temuan("X001", message),)
    if wrong := _bukan_xlsx(nama, isi):
        return (wrong,)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as archive:
            return tuple(_periksa_isi(archive))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return (Temuan("X001", f"berkas rusak dan tidak dapat dibuka; {_SIMPAN}, atau {BUAT_LAGI}."),)


def _bukan_xlsx(nama: str, isi: bytes) -> Temuan | None:
    suffix = nama.lower().rpartition(".")[2]
    if isi.startswith(_OLE):
        return Temuan("X008", f"ini buku kerja lama (.xls) atau yang diberi kata sandi; {_SIMPAN}.")
    if suffix in {"xlsm", "xlsb", "xltm", "xltx", "xls", "ods", "csv"}:
        return Temuan("X008", f"`.{suffix}` tidak diterima; formulir dikirim sebagai `.xlsx`; {_SIMPAN}.")
    if not isi.startswith(b"PK"):
        return Temuan("X001", f"berkas ini bukan buku kerja Excel; {_SIMPAN}.")
    return None


def _periksa_isi(archive: zipfile.ZipFile) -> Iterator[Temuan]:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if "content.xml" in names and _TIPE not in names:
        yield Temuan("X008", f"ini berkas OpenDocument (.ods); {_SIMPAN}.")
        return
    total = sum(part.file_size for part in parts)
    if len(parts) > _TERBANYAK or total > _TERURAI or _ganda(names) or any(p.compress_type not in _CARA for p in parts):
        yield Temuan("X001", f"isi berkas tidak wajar ({len(parts)} bagian, {ukuran(total)}); {BUAT_LAGI}.")
        return
    for part in parts:
        ratio = part.file_size // max(part.compress_size, 1)
        if part.file_size > _RASIO_MULAI and ratio > _RASIO:
            yield Temuan("X001", f"berkas Excel tidak wajar (mengembang 1 : {ratio}); {BUAT_LAGI}.")
            return
    if foreign := _asing(archive, names):
        yield Temuan("X008", f"berkas memuat {foreign}; hapus dari buku kerja itu, atau {BUAT_LAGI}.")
        return
    for part in parts:
        if _berbahaya(part.filename, archive.read(part)):
            yield Temuan("X001", f"berkas Excel rusak atau berbahaya (`{part.filename}`); {BUAT_LAGI}.")
            return
    if _TIPE not in names:
        yield Temuan("X001", f"berkas ini bukan buku kerja Excel; {_SIMPAN}.")


def _ganda(names: list[str]) -> bool:
    """Whether two parts have one name for somebody who reads them: the file format does not tell cases apart."""
    return len({name.replace("\\", "/").lstrip("/").casefold() for name in names}) < len(names)


def _asing(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    lines = [f"/{name}".replace("\\", "/") for name in names]
    if _TIPE in names:
        lines.append(archive.read(_TIPE).decode("utf-8", "replace"))
    for name in names:
        if name.lower().endswith(".rels"):
            lines += [said.decode("utf-8", "replace") for said in _JENIS.findall(archive.read(name))]
    text = "\n".join(lines)
    return next((told for pattern, told in _ASING if pattern.search(text)), None)


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
