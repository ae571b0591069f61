"""The same index from the same pages: Pagefind lists the values of a filter as its memory happens to have them."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Final

from sakipgen.diagnostics import SakipgenError

_AWAL: Final = b"pagefind_dcd"
"""Every file of the index starts so when it is unpacked."""
_ASING: Final = "Indeks Pagefind tidak dikenal; pakai versi Pagefind yang tercatat dalam `requirements.lock`."


def tetapkan(folder: Path) -> None:
    """Puts the values of the one filter in order, and gives it and what names it the names that follow from that.

    Raises SakipgenError where the index is not as Pagefind 1.5 writes it.
    """
    entry = folder / "pagefind-entry.json"
    known = json.loads(entry.read_text("utf-8"))
    (old_meta,) = (language["hash"] for language in known["languages"].values())
    (old,) = (folder / "filter").iterdir()
    content = tulis(_urut(baca(_buka(old))))
    new_name = _nama(old.stem, content)
    meta = _buka(folder / f"pagefind.{old_meta}.pf_meta")
    meta = meta.replace(old.stem.encode(), new_name.encode())
    new_meta = _nama(old_meta, meta)
    old.unlink()
    (folder / f"pagefind.{old_meta}.pf_meta").unlink()
    (folder / "filter" / f"{new_name}.pf_filter").write_bytes(gzip.compress(_AWAL + content, mtime=0))
    (folder / f"pagefind.{new_meta}.pf_meta").write_bytes(gzip.compress(_AWAL + meta, mtime=0))
    entry.write_text(entry.read_text("utf-8").replace(old_meta, new_meta), "utf-8")


def _nama(old: str, content: bytes) -> str:
    """A name as long as the old one: `id_` and the first letters of the content's hash."""
    language, _, digest = old.partition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digest)]}"


def _buka(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()).removeprefix(_AWAL)


def _urut(saringan: list[Cbor]) -> list[Cbor]:
    """A filter is its name and its values, each with its pages."""
    match saringan:
        case [str() as name, list() as values]:
            return [name, sorted(values, key=tulis)]
        case _:
            raise SakipgenError(_ASING)


# ── CBOR, as far as a filter needs it: whole numbers, text and lists (RFC 8949) ──

Cbor = int | str | list["Cbor"]
_ANGKA, _TEKS, _DAFTAR = 0, 3, 4


def baca(data: bytes) -> list[Cbor]:
    """Returns the one list that some bytes say."""
    value, end = _baca(data, 0)
    if end != len(data) or not isinstance(value, list):
        raise SakipgenError(_ASING)
    return value


def _baca(data: bytes, at: int) -> tuple[Cbor, int]:
    kind, short = divmod(data[at], 32)
    at += 1
    width = 1 << (short - 24) if short >= 24 else 0
    size = int.from_bytes(data[at : at + width]) if width else short
    at += width
    if kind == _ANGKA:
        return size, at
    if kind == _TEKS:
        return data[at : at + size].decode(), at + size
    items: list[Cbor] = []
    for _ in range(size):
        item, at = _baca(data, at)
        items.append(item)
    return items, at


def tulis(value: Cbor) -> bytes:
    """Returns the bytes of a value, in the shortest form."""
    if isinstance(value, int):
        return _kepala(_ANGKA, value)
    if isinstance(value, str):
        text = value.encode()
        return _kepala(_TEKS, len(text)) + text
    return _kepala(_DAFTAR, len(value)) + b"".join(map(tulis, value))


def _kepala(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind * 32 + size])
    power = next(power for power in range(4) if size < 1 << (8 << power))
    return bytes([kind * 32 + 24 + power]) + size.to_bytes(1 << power)
