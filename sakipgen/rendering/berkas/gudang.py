"""Files that say the size and hash of other files: each is made when it is asked for, what is known of it is kept."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

Isi = Callable[[], Iterator[bytes]]
"""Makes a file, in parts."""


@dataclass(frozen=True, slots=True)
class Sidik:
    """What is known of a file once it was made: bytes, and SHA-256 in hexadecimal digits."""

    ukuran: int
    sha256: str


class Gudang:
    """Files by their path below the site's root; none is held, only its size and hash.

    `kelompok` are groups of files that know nothing of one another, of about the same work; what tells of them is
    added.
    """

    def __init__(self, *kelompok: Mapping[PurePosixPath, Isi]) -> None:
        self._berkas = {path: isi for group in kelompok for path, isi in group.items()}
        self._known: dict[PurePosixPath, Sidik] = {}
        self.kelompok = tuple(tuple(group) for group in kelompok)
        self._sesudah: list[PurePosixPath] = []

    def tambah(self, path: PurePosixPath, isi: Isi) -> None:
        """Adds a file that tells size and hash of those that are there."""
        self._berkas[path] = isi
        self._sesudah.append(path)

    @property
    def paths(self) -> tuple[PurePosixPath, ...]:
        return tuple(self._berkas)

    @property
    def sesudah(self) -> tuple[PurePosixPath, ...]:
        """The files that tell of others."""
        return tuple(self._sesudah)

    @property
    def dikenal(self) -> Mapping[PurePosixPath, Sidik]:
        return self._known

    def ingat(self, dikenal: Mapping[PurePosixPath, Sidik]) -> None:
        """Takes over what another process found out about the same files."""
        self._known |= dikenal

    def isi(self, path: PurePosixPath) -> Iterator[bytes]:
        """Yields a file; its size and hash are known afterwards."""
        digest, size = hashlib.sha256(), 0
        for part in self._berkas[path]():
            digest.update(part)
            size += len(part)
            yield part
        self._known[path] = Sidik(size, digest.hexdigest())

    def sidik(self, path: PurePosixPath) -> Sidik:
        """Returns size and hash; a file that nobody asked for yet is made for it."""
        if path not in self._known:
            deque(self.isi(path), maxlen=0)
        return self._known[path]
