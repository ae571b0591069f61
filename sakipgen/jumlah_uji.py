"""`SHA256SUMS` at the root of a finished site: the hash of every file of it, as `sha256sum --check` reads them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

NAMA: Final = "SHA256SUMS"


def write_sums(site: Path, tanpa: tuple[str, ...] = ()) -> None:
    """Writes the list; call it last, for what is written afterwards is not in it.

    Files that end in one of `tanpa` are left out: those that become others before they are published.
    """
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    lines = [f"{_sha256(site / name)}  {name}\n" for name in names if name != NAMA and not name.endswith(tanpa)]
    (site / NAMA).write_text("".join(lines), encoding="utf-8", newline="\n")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
