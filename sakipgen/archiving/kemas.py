"""Zip files whose bytes depend on nothing but what is in them and one moment, from a folder of any size."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Final

from sakipgen.reading.revisi import ZONA

_TERPADAT: Final = (".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".docx", ".zip", ".gz", ".woff2", ".parquet")
"""What is packed already."""


def kemas(folder: Path, ke: Path, detik: int) -> int:
    """Packs every file below a folder, in order of name, and returns how many there were."""
    at = max(datetime.fromtimestamp(detik, ZONA), datetime(1980, 1, 1, tzinfo=ZONA)).timetuple()[:6]
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    with zipfile.ZipFile(ke, "w", strict_timestamps=True) as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, at)
            packed = name.lower().endswith(_TERPADAT)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            entry.file_size = (folder / name).stat().st_size
            with (folder / name).open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target)
    return len(names)
