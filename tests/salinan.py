"""Copies of this repository as an office has it: its data or the smallest, and what frames the site."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
TERKECIL: Final = ROOT / "tests" / "cases" / "_dasar" / "data"
CONTOH: Final = ROOT / "data"


def copy_frame(to: Path, frame: Path = ROOT, *, naskah: bool = False) -> Path:
    """Copies what stands around the data; returns the copy. Papers take longer than all pages: few tests want them."""
    for name in ("docs", "site_templates"):
        shutil.copytree(frame / name, to / name)
    config = (frame / "mkdocs.yml").read_text("utf-8")
    (to / "mkdocs.yml").write_text(config if naskah else config.replace("naskah: true", "naskah: false"), "utf-8")
    return to


def copy_repository(to: Path, data: Path = TERKECIL, frame: Path = ROOT, *, naskah: bool = False) -> Path:
    """Copies a folder of data, the smallest if none is named, and what frames it; returns the copy."""
    shutil.copytree(data, to / "data")
    return copy_frame(to, frame, naskah=naskah)
