"""Whether a file that somebody sent may be opened at all: what is inside is looked at before any parser sees it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final

from sakipgen.forms.temuan import BUAT_LAGI, Temuan
from sakipgen.inspecting.wadah import MAKRO, OBJEK, TAUTAN_LUAR, TIPE, bagian_berbahaya, keterangan, tak_wajar
from sakipgen.rendering.cetak import ukuran

TERBESAR: Final = 2 * 1024 * 1024
_TERURAI: Final = 50 * 1024 * 1024
_TERBANYAK: Final = 200
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ASING: Final = ((MAKRO, "makro"), (TAUTAN_LUAR, "tautan ke berkas atau data lain"), (OBJEK, "objek tersemat"))
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
    names = archive.namelist()
    if "content.xml" in names and TIPE not in names:
        yield Temuan("X008", f"ini berkas OpenDocument (.ods); {_SIMPAN}.")
    elif odd := tak_wajar(archive, _TERBANYAK, _TERURAI):
        told = f"isi berkas tidak wajar ({odd.bagian} bagian, {ukuran(odd.terurai)})"
        if odd.rasio:
            told = f"berkas Excel tidak wajar (mengembang 1 : {odd.rasio})"
        yield Temuan("X001", f"{told}; {BUAT_LAGI}.")
    elif foreign := _asing(archive):
        yield Temuan("X008", f"berkas memuat {foreign}; hapus dari buku kerja itu, atau {BUAT_LAGI}.")
    elif part := bagian_berbahaya(archive):
        yield Temuan("X001", f"berkas Excel rusak atau berbahaya (`{part}`); {BUAT_LAGI}.")
    elif TIPE not in names:
        yield Temuan("X001", f"berkas ini bukan buku kerja Excel; {_SIMPAN}.")


def _asing(archive: zipfile.ZipFile) -> str | None:
    text = keterangan(archive)
    return next((told for pattern, told in _ASING if pattern.search(text)), None)
