"""The one door through which something reaches a file of the office: whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path

from sakipgen.diagnostics import PemakaianError


def tulis_aman(path: Path, isi: str | bytes) -> None:
    """Writes a text (its line breaks as they are) or bytes in one step; the mode of an existing file stays."""
    try:
        _tulis(path.resolve(), isi.encode() if isinstance(isi, str) else isi)
    except OSError as error:
        raise PemakaianError(
            f"berkas `{path}` tidak dapat ditulis ({error.strerror or error}); yang lama tidak berubah; "
            "periksa izin folder dan sisa ruang penyimpanan."
        ) from error


def tulis_di_samping(path: Path, isi: bytes) -> Path:
    """Writes bytes under a name that is free, with a number where it is taken by other content; returns where.

    In a checked copy somebody may have begun to mend: it is never written over.
    """
    names = chain([path], (path.with_stem(f"{path.stem}-{n}") for n in count(2)))
    target = next(name for name in names if not name.exists() or (name.is_file() and name.read_bytes() == isi))
    tulis_aman(target, isi)
    return target


def tulis_bersama(isi: Mapping[Path, str | bytes]) -> None:
    """Writes several files, all or none: where one cannot be written, those before it are as they were."""
    before = {path: path.read_bytes() if path.is_file() else None for path in isi}
    done: list[Path] = []
    try:
        for path, content in isi.items():
            tulis_aman(path, content)
            done.append(path)
    except BaseException:
        for path in done:
            old = before[path]
            if old is None:
                path.unlink(missing_ok=True)
            else:
                tulis_aman(path, old)
        raise


def _tulis(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    temporary = Path(name)
    try:
        with open(handle, "wb") as stream:  # noqa: PTH123 - a handle, not a path
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The mask of the process; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
