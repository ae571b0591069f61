"""A folder of files that takes the place of the one before: whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from sakipgen.diagnostics import PemakaianError


def ganti_folder(ke: Path, berkas: Mapping[str, bytes], penanda: str) -> None:
    """Puts these files in the place of a folder that holds a file of this name, of an empty one, or of none.

    Raises `PemakaianError` where something else lies there.
    """
    to = ke.resolve()
    if to.exists() and (not to.is_dir() or (any(to.iterdir()) and not (to / penanda).is_file())):
        raise PemakaianError(f"`{ke}` berisi berkas lain; kosongkan dahulu, atau pilih folder lain dengan `--ke`.")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{to.name}.", dir=to.parent) as temporary:
            new, old = Path(temporary) / "baru", Path(temporary) / "lama"
            for name, content in berkas.items():
                path = new / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            tukar(new, to, old)
    except OSError as error:
        raise PemakaianError(f"folder `{ke}` tidak dapat ditulis: {error.strerror or error}.") from error


def tukar(new: Path, to: Path, old: Path) -> None:
    """Puts `new` in the place of `to`, which goes to `old`: two renames; if the second fails, the first is undone."""
    there = to.exists()
    if there:
        to.rename(old)
    try:
        new.rename(to)
    except BaseException:
        if there:
            old.rename(to)
        raise
