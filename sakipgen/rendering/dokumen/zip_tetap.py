"""Zip files whose bytes depend on nothing but what is in them: fixed dates, sorted names, one kind of compression."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

WAKTU: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell."""
DAHULU: Final = "[Content_Types].xml"
"""Which readers of office files look for first."""


def bungkus(isi: Mapping[str, bytes]) -> bytes:
    """Returns a zip file of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(isi, key=lambda name: (name != DAHULU, name)):
            entry = zipfile.ZipInfo(name, WAKTU)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, isi[name], compresslevel=6)
    return made.getvalue()


def tetapkan(berkas: bytes) -> bytes:
    """Returns the same zip file without the moment and the machine it was made on."""
    with zipfile.ZipFile(io.BytesIO(berkas)) as archive:
        return bungkus({name: archive.read(name) for name in archive.namelist()})
