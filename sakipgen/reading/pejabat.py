"""The private file of officials that papers are signed by: read beside the data, never as part of it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from sakipgen.diagnostics import Diagnostic, PemakaianError
from sakipgen.domain.pejabat import DaftarPejabat
from sakipgen.reading.loader import judge


def read_pejabat(path: Path, akar: Path) -> tuple[DaftarPejabat | None, tuple[Diagnostic, ...]]:
    """Returns what the file says, or all that is wrong with it.

    Raises `PemakaianError` for a file that lies within the repository at `akar`, or cannot be opened.
    """
    if path.resolve().is_relative_to(akar.resolve()):
        raise PemakaianError(
            f"`{path}` berada di dalam repositori; NIP tidak boleh ikut tersimpan di Git; "
            "pindahkan berkas itu ke luar repositori."
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PemakaianError(f"`{path}` tidak dapat dibuka ({error.strerror}); periksa nama dan tempatnya.") from None
    found = judge(PurePosixPath(path.name), content, DaftarPejabat, {})
    return (found.value if isinstance(found.value, DaftarPejabat) else None), found.diagnostics
