"""A file without its metadata, or why there is none."""

from __future__ import annotations

from typing import Final, NamedTuple


class Bersih(NamedTuple):
    """The bytes of a cleaned file, and what was taken out, by kind."""

    isi: bytes
    dihapus: tuple[str, ...]


class TakDapatDibersihkanError(Exception):
    """A file that cannot be cleaned; its text is Indonesian and says why."""


BERTANDA_TANGAN: Final = (
    "berkas ini bertanda tangan elektronik; mengubahnya membatalkan tanda tangan itu, jadi dibiarkan apa adanya."
)
TERKUNCI: Final = "PDF ini dikunci dengan kata sandi; buka, cetak ulang ke PDF, lalu coba lagi."
