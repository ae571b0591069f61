"""Opens the zip files of an archive: what is inside is looked at before anything is written."""

from __future__ import annotations

import hashlib
import re
import shutil
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import printable
from sakipgen.rendering.cetak import ukuran

_TERBANYAK: Final = 200_000
_TERURAI: Final = 8 * 1024**3
_RASIO: Final = 200
_RASIO_MULAI: Final = 1024**2
"""Smaller parts may be as empty as they like."""
_CARA: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_TERSANDI: Final = 0x1
_ANEH: Final = re.compile(r"[\\:\x00-\x1f\x7f]")
_RUSAK: Final = (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError)


def periksa_zip(path: Path) -> str | None:
    """A008 Berkas zip dalam arsip tidak aman dibuka.

    Isi zip menunjuk ke luar foldernya, berupa tautan, tersandi, berlebihan ukurannya, atau rusak. Sakipgen tidak pernah
    menulis zip seperti itu, jadi berkasnya bukan buatan sakipgen atau sudah diubah. Tidak ada isinya yang dibuka.

    Cara memperbaiki: ambil arsip yang sama dari salinan lain, lalu cocokkan sidiknya dengan Berita Acara.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return next(_keliru(archive.infolist()), None)
    except _RUSAK:
        return "rusak dan tidak dapat dibuka"


def buka_zip(path: Path, ke: Path) -> bool:
    """Writes the files of a zip that was looked at into a folder; whether every one of them was whole."""
    try:
        with zipfile.ZipFile(path) as archive:
            for part in archive.infolist():
                target = ke / part.filename
                target.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(part) as source, target.open("xb") as file:
                    shutil.copyfileobj(source, file)
    except _RUSAK:
        return False
    return True


def nama_dalam_zip(path: Path) -> frozenset[str]:
    """Returns the names in a zip; none where it cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return frozenset(archive.namelist())
    except _RUSAK:
        return frozenset()


def sidik_folder(folder: Path) -> Mapping[str, str]:
    """Returns the SHA-256 of every file below a folder, by its name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _keliru(parts: list[zipfile.ZipInfo]) -> Iterator[str]:
    """Yields what is wrong with the list of parts."""
    total = sum(part.file_size for part in parts)
    if len(parts) > _TERBANYAK or total > _TERURAI:
        yield f"berlebihan: {len(parts)} berkas, {ukuran(total)} setelah dibuka"
        return
    names = [part.filename for part in parts]
    folded = {name.casefold() for name in names}
    if len(folded) < len(names):
        yield "memuat dua berkas yang namanya sama"
    for part in parts:
        name = part.filename
        steps = name.split("/")
        mode = part.external_attr >> 16
        if _ANEH.search(name) or {"", ".", ".."} & set(steps):
            yield f"memuat jalur yang tidak diizinkan, `{printable(name)}`"
        elif any("/".join(steps[:n]).casefold() in folded for n in range(1, len(steps))):
            yield f"memuat `{name}` di dalam berkas lain"
        elif stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
            yield f"memuat tautan atau berkas khusus, `{name}`"
        elif part.flag_bits & _TERSANDI or part.compress_type not in _CARA:
            yield f"memuat berkas tersandi atau dipadatkan dengan cara lain, `{name}`"
        elif part.file_size > _RASIO_MULAI and part.file_size > _RASIO * max(part.compress_size, 1):
            yield f"mengembang tidak wajar, `{name}` menjadi {ukuran(part.file_size)}"
