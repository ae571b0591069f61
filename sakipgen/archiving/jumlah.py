"""`SHA256SUMS` of an archive read back: which files are others, which are missing, which nobody listed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.archiving.keterangan import NAMA as KETERANGAN
from sakipgen.archiving.keterangan import Keterangan, baca_keterangan
from sakipgen.diagnostics import START, Diagnostic, Severity, printable
from sakipgen.jumlah_uji import NAMA

_BARIS: Final = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9][A-Za-z0-9._-]{0,99})\n")
_TERBESAR: Final = 64 * 1024


def tentang(berkas: PurePosixPath, kode: str, pesan: str, tingkat: Severity = Severity.ERROR) -> Diagnostic:
    """Returns what is said about a whole file of an archive."""
    return Diagnostic(berkas, START, kode, pesan, tingkat)


def sidik(path: Path) -> str:
    """Returns the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def baca_jumlah(folder: Path) -> Mapping[str, str] | None:
    """Returns the sums of an archive by name of file; None where the list is missing or not as it is written."""
    path = folder / NAMA
    if path.is_symlink() or not path.is_file() or path.stat().st_size > _TERBESAR:
        return None
    text = path.read_bytes().decode("utf-8", "replace")
    rows = [match.groups() for match in _BARIS.finditer(text)]
    names = [name for _, name in rows]
    whole = "".join(f"{digest}  {name}\n" for digest, name in rows)
    return {name: digest for digest, name in rows} if rows and whole == text and names == sorted(set(names)) else None


def periksa_jumlah(folder: Path, *, sebagian: bool = False) -> Iterator[Diagnostic]:
    """A001 Berkas arsip berubah, hilang, atau tidak terdaftar.

    Setiap berkas arsip tercatat dalam `SHA256SUMS` beserta sidiknya. Berkas yang sidiknya lain sudah berubah sejak
    diarsipkan; mungkin rusak karena penyimpanan, mungkin diganti. Berkas yang tidak terdaftar ditambahkan kemudian.

    Cara memperbaiki: ambil arsip yang sama dari salinan lain. Jangan memperbaiki `SHA256SUMS`; rantainya akan putus.
    """
    place = PurePosixPath(folder.name)
    known = baca_jumlah(folder)
    if known is None:
        message = "daftar sidik tidak ada atau tidak menurut bentuknya; ambil arsip dari salinan lain."
        yield tentang(place / NAMA, "A009", message)
        return
    for name, digest in known.items():
        path = folder / name
        if not path.is_file() or path.is_symlink():
            if not sebagian:
                yield tentang(
                    place / name, "A001", "berkas tercatat dalam arsip, tetapi tidak ada; ambil dari salinan lain."
                )
        elif (found := sidik(path)) != digest:
            yield tentang(
                place / name,
                "A001",
                f"isi berkas berubah: sidiknya {found[:12]}…, menurut arsip {digest[:12]}…; ambil dari salinan lain.",
            )
    for path in sorted(folder.iterdir()):
        if path.name not in known and path.name != NAMA:
            yield tentang(
                place / printable(path.name),
                "A001",
                "berkas ini bukan bagian arsip; pindahkan ke luar folder arsip.",
            )


def keterangan_sah(folder: Path, wajib: Collection[str]) -> Keterangan | Diagnostic:
    """A009 Keterangan arsip tidak terbaca.

    `SHA256SUMS`, `SEBELUMNYA`, atau `arsip.json` tidak ada atau tidak menurut bentuknya, menyebut arsip lain, atau
    berkas yang harus ada dalam setiap arsip tidak terdaftar.

    Cara memperbaiki: ambil arsip yang sama dari salinan lain; nama foldernya tidak boleh diganti.
    """
    path = folder / KETERANGAN
    place = PurePosixPath(folder.name)
    missing = sorted({*wajib} - {*(baca_jumlah(folder) or {})})
    if missing:
        return tentang(place / NAMA, "A009", f"tidak menyebut {', '.join(missing)}; ambil arsip dari salinan lain.")
    about = baca_keterangan(path.read_bytes()) if path.stat().st_size <= _TERBESAR else None
    if about is None:
        return tentang(place / KETERANGAN, "A009", "keterangan tidak menurut bentuknya; ambil arsip dari salinan lain.")
    if about.nama != folder.name:
        return tentang(place / KETERANGAN, "A009", f"ini arsip `{about.nama}`; kembalikan nama foldernya menjadi itu.")
    return about
