"""What a proposal does to files: which it adds, changes, deletes, and what kind of file each is before and after.

A file that moves is one deleted and one added: both sides are somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final, NamedTuple

MODE_BIASA: Final = "100644"
MODE_PROGRAM: Final = "100755"
MODE_TAUTAN: Final = "120000"
MODE_MODUL: Final = "160000"
MODE_BERKAS: Final = frozenset({MODE_BIASA, "100664", MODE_PROGRAM})
"""How Git marks what has bytes of its own."""


class Objek(NamedTuple):
    """A file of one revision as Git holds it."""

    mode: str
    sidik: str
    ukuran: int
    """Bytes; 0 of what has none of its own."""


class JenisUbahan(StrEnum):
    DITAMBAH = "ditambah"
    DIUBAH = "diubah"
    DIHAPUS = "dihapus"


class Ubahan(NamedTuple):
    """One file that a proposal changes; None on the side where it is not there."""

    path: PurePosixPath
    """From the root of the project; outside it begins with `..`."""
    lama: Objek | None
    baru: Objek | None

    @property
    def jenis(self) -> JenisUbahan:
        if self.lama is None:
            return JenisUbahan.DITAMBAH
        return JenisUbahan.DIHAPUS if self.baru is None else JenisUbahan.DIUBAH


def ubahan(lama: Mapping[str, Objek], baru: Mapping[str, Objek]) -> Iterator[Ubahan]:
    """Yields every file that is not what it was, in order of path."""
    for path in sorted(lama.keys() | baru.keys()):
        before, after = lama.get(path), baru.get(path)
        if before != after:
            yield Ubahan(PurePosixPath(path), before, after)
