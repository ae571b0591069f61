"""Whether a file that somebody sent may be opened at all: what is inside is looked at before any parser sees it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from sakipgen.forms.temuan import Temuan
from sakipgen.rendering.cetak import ukuran

TERBESAR: Final = 5 * 1024 * 1024
_TERURAI: Final = 50 * 1024 * 1024
_TERBANYAK: Final = 300
_RASIO: Final = 150
_RASIO_MULAI: Final = 256 * 1024
"""Smaller parts may be as empty as they like."""
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ASING: Final = (
    (re.compile(r"vbaproject|/macrosheets/|macroenabled", re.IGNORECASE), "makro"),
    (re.compile(r"/externallinks/|/connections\.xml|/querytables/", re.IGNORECASE), "tautan ke berkas atau data lain"),
    (re.compile(r"/embeddings/|/activex/|/ctrlprops/|oleobject", re.IGNORECASE), "objek tersemat"),
)
_XML: Final = (".xml", ".rels", ".vml")
_SANDI: Final = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_SIMPAN: Final = "buka di Excel atau LibreOffice, lalu simpan sebagai “Excel Workbook (.xlsx)” dan kirim lagi"
_BUAT_LAGI: Final = "minta formulir baru kepada Tim SAKIP dan salin isinya ke sana"


def periksa_wadah(nama: str, isi: bytes) -> tuple[Temuan, ...]:
    """Returns why a file must not be opened; nothing where it may."""
    if len(isi) > TERBESAR:
        message = f"berkas {ukuran(len(isi))}, paling besar {ukuran(TERBESAR)}; hapus gambar dan lembar tambahan."
        return (Temuan("X001", message),)
    if wrong := _bukan_xlsx(nama, isi):
        return (wrong,)
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as archive:
            return tuple(_periksa_isi(archive))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return (Temuan("X001", f"berkas rusak dan tidak dapat dibuka; {_SIMPAN}, atau {_BUAT_LAGI}."),)


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
    if "content.xml" in names and "[Content_Types].xml" not in names:
        yield Temuan("X008", f"ini berkas OpenDocument (.ods); {_SIMPAN}.")
        return
    total = sum(part.file_size for part in parts)
    if len(parts) > _TERBANYAK or len(set(names)) < len(names) or total > _TERURAI:
        yield Temuan("X001", f"isi berkas tidak wajar ({len(parts)} bagian, {ukuran(total)}); {_BUAT_LAGI}.")
        return
    for part in parts:
        ratio = part.file_size // max(part.compress_size, 1)
        if part.file_size > _RASIO_MULAI and ratio > _RASIO:
            yield Temuan("X001", f"berkas Excel tidak wajar (mengembang 1 : {ratio}); {_BUAT_LAGI}.")
            return
    if foreign := _asing(archive, names):
        yield Temuan("X008", f"berkas memuat {foreign}; hapus dari buku kerja itu, atau {_BUAT_LAGI}.")
        return
    for part in parts:
        if part.filename.lower().endswith(_XML) and _berbahaya(archive.read(part)):
            yield Temuan("X001", f"berkas Excel rusak atau berbahaya (`{part.filename}`); {_BUAT_LAGI}.")
            return
    if "[Content_Types].xml" not in names:
        yield Temuan("X001", f"berkas ini bukan buku kerja Excel; {_SIMPAN}.")


def _asing(archive: zipfile.ZipFile, names: list[str]) -> str | None:
    types = archive.read("[Content_Types].xml").decode("utf-8", "replace") if "[Content_Types].xml" in names else ""
    text = "\n".join(f"/{name}" for name in names) + types
    return next((told for pattern, told in _ASING if pattern.search(text)), None)


def _berbahaya(isi: bytes) -> bool:
    """Whether a part declares entities, or is written so that nobody can see whether it does."""
    said = _SANDI.match(isi.removeprefix(b"\xef\xbb\xbf"))
    encoded = said is not None and said[1].lower() not in {b"utf-8", b"us-ascii", b"ascii"}
    return encoded or b"\0" in isi or isi[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"<!DOCTYPE" in isi or b"<!ENTITY" in isi
