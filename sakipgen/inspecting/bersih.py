"""A file without its metadata."""

from __future__ import annotations

from typing import NamedTuple


class Bersih(NamedTuple):
    """The bytes of a cleaned file, and what was taken out, by kind."""

    isi: bytes
    dihapus: tuple[str, ...]
