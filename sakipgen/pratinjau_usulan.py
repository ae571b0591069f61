"""Makes a finished site the preview of a proposal: it opens from a folder on disk, and nobody takes it for the site.

From disk a link to a folder shows a list of files, so every link names the page in it. Pages keep their addresses.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from sakipgen.jumlah_uji import write_sums

TAK_PERLU: Final = ("404.html", "_headers")
"""What only a server shows or sends."""
BACA: Final = "BACA-DAHULU.txt"
_TAUTAN: Final = re.compile(rb"""(<(?:a|form|link)\b[^<>]*?\s(?:href|action)=")(?![a-z][a-z0-9+.-]*:|//|#)([^"?#]*)""")
"""A link within the site, up to the end of its path."""


def siapkan_pratinjau(site: Path, nomor: int) -> None:
    """Changes a finished site in its folder; its sums are written anew."""
    for name in TAK_PERLU:
        (site / name).unlink(missing_ok=True)
    for path in sorted(site.rglob("*.html")):
        path.write_bytes(_TAUTAN.sub(_ke_halaman, path.read_bytes()))
    (site / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8", newline="\n")
    (site / BACA).write_text(_kata(nomor), encoding="utf-8", newline="\n")
    write_sums(site)


def _ke_halaman(found: re.Match[bytes]) -> bytes:
    start, path = found.groups()
    last = path.rpartition(b"/")[2]
    if last not in {b"", b".", b".."}:
        return found[0]
    return start + path + (b"" if path == b"" or path.endswith(b"/") else b"/") + b"index.html"


def _kata(nomor: int) -> str:
    return (
        f"PRATINJAU USULAN #{nomor} – BUKAN DATA RESMI\n\n"
        "Isi folder ini dibuat dari usulan yang belum disetujui dan dapat berubah. Jangan dikutip atau disebarkan.\n"
        "Buka `index.html` dengan peramban. Pencarian dan naskah tidak ada dalam pratinjau.\n"
    )
