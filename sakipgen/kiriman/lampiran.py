"""The workbooks that are attached to a form: only addresses where the forge itself keeps what was attached there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from sakipgen.forms.temuan import Temuan
from sakipgen.rendering.repositori import Forge

TERBANYAK: Final = 3
_TAUTAN: Final = re.compile(r"\[([^\]\n]{0,200})\]\(\s*([^()\s]{1,500})\s*\)|(https?://[^\s<>()\[\]\"'`]{1,500})")
_NAMA: Final = r"[A-Za-z0-9._%+-]{1,200}"
_UUID: Final = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_DI: Final = "Berkas formulir"
_CARA: Final = "seret berkas .xlsx ke kotak isian, tunggu sampai tautannya muncul, lalu kirim"


class Lampiran(NamedTuple):
    """One workbook: what it is called, and where the forge keeps it."""

    nama: str
    alamat: str


def baca_lampiran(teks: str, repositori: str) -> tuple[tuple[Lampiran, ...], tuple[Temuan, ...]]:
    """Returns the workbooks that a text links to, and why other links are none."""
    good: dict[str, Lampiran] = {}
    found: list[Temuan] = []
    for name, address in _tautan(teks):
        one = _lampiran(name, address, repositori)
        if one:
            good.setdefault(one.alamat, one)
        else:
            shown = name or address
            message = f"“{shown[:60]}” bukan lampiran .xlsx pada halaman ini; {_CARA}; hapus tautan lainnya."
            found.append(Temuan("X014", message, None, _DI))
    rows = tuple(good.values())
    if not rows and not found:
        found.append(Temuan("X014", f"tidak ada berkas yang dilampirkan; {_CARA}.", None, _DI))
    if len(rows) > TERBANYAK:
        message = f"ada {len(rows)} lampiran, paling banyak {TERBANYAK}; kirim sisanya dengan formulir lain."
        return rows[:TERBANYAK], (*found, Temuan("X014", message, None, _DI))
    return rows, tuple(found)


def _tautan(teks: str) -> Iterator[tuple[str, str]]:
    for match in _TAUTAN.finditer(teks):
        yield (match[1] or "").strip(), match[2] or match[3]


def _lampiran(nama: str, alamat: str, repositori: str) -> Lampiran | None:
    home = urlsplit(repositori)
    forge = Forge.dari(repositori)
    if alamat.startswith("/") and not alamat.startswith("//"):
        alamat = f"{repositori if forge is Forge.GITLAB else f'https://{home.netloc}'}{alamat}"
    try:
        there = urlsplit(alamat)
    except ValueError:
        return None
    if (there.scheme, there.netloc) != ("https", home.netloc) or there.query or there.fragment:
        return None
    own = re.escape(home.path)
    patterns = {
        Forge.GITHUB: rf"/user-attachments/files/\d+/{_NAMA}|{own}/files/\d+/{_NAMA}",
        Forge.GITLAB: rf"{own}/uploads/[0-9a-f]{{32}}/{_NAMA}|/-/project/\d+/uploads/[0-9a-f]{{32}}/{_NAMA}",
        Forge.FORGEJO: rf"(?:{own})?/attachments/{_UUID}",
    }
    if not re.fullmatch(patterns[forge], there.path, re.ASCII):
        return None
    name = nama if forge is Forge.FORGEJO else there.path.rpartition("/")[2]
    return Lampiran(name, alamat) if name.lower().endswith(".xlsx") else None
