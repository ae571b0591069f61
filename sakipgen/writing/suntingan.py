"""The single edits of a YAML text: put a value at a place, or take a key or item out."""

from __future__ import annotations

import re
from typing import Final

from sakipgen.diagnostics import Loc, SakipgenError
from sakipgen.writing.rupa_nilai import Polos, alur, blok, butir, ekor, pasangan, skalar
from sakipgen.writing.simpul import Anak, Rupa, Simpul, akhir_baris, awal_baris, baca_simpul, kolom

_KEPALA_BLOK: Final = re.compile(r"[>|][-+0-9]*")

_DANGKAL: Final = 2
"""So far from the margin the data parts keys that hold several lines by an empty one."""


def pasang(teks: str, loc: Loc, nilai: Polos) -> str:
    """Returns the text with a value at a place; keys that are missing on the way there are made."""
    root = baca_simpul(teks)
    if root is None or root.awal == root.akhir:
        return _isi_kosong(teks, _bungkus(loc, nilai))
    node, parent, child = root, None, None
    for depth, part in enumerate(loc):
        found = node.cari(part)
        if found is None:
            rest = _bungkus(loc[depth + 1 :], nilai)
            if node.anak:
                return _tambah(teks, node, part, rest)
            return _ganti(teks, parent, child, node, _bungkus((part,), rest))
        parent, child, node = node, found, found.nilai
    return _ganti(teks, parent, child, node, nilai)


def hapus(teks: str, loc: Loc) -> str:
    """Returns the text without a key or item; a container that held nothing else stays, empty."""
    node, parent, child = baca_simpul(teks), None, None
    steps: list[tuple[Simpul, Anak]] = []
    for part in loc:
        found = node.cari(part) if node else None
        if node is None or found is None:
            raise SakipgenError("tempat yang akan dihapus tidak ditemukan")
        steps.append((node, found))
        node = found.nilai
    parent, child = steps[-1]
    if len(parent.anak) == 1:
        above, holder = steps[-2] if len(steps) > 1 else (None, None)
        return _ganti(teks, above, holder, parent, [] if isinstance(child.bagian, int) else {})
    index = parent.anak.index(child)
    if parent.rupa is Rupa.ALUR:
        start = child.awal if index == 0 else parent.anak[index - 1].nilai.akhir
        end = parent.anak[1].awal if index == 0 else child.nilai.akhir
        return teks[:start] + teks[end:]
    return _hapus_baris(teks, parent, index)


def _bungkus(loc: Loc, nilai: Polos) -> Polos:
    for part in reversed(loc):
        nilai = [nilai] if isinstance(part, int) else {part: nilai}
    return nilai


def _ganti_baris(teks: str) -> str:
    return "\r\n" if "\r\n" in teks else "\n"


# ── Put ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _isi_kosong(teks: str, nilai: Polos) -> str:
    """The first value of a text that has none, below its comments and one empty line."""
    nl = _ganti_baris(teks)
    body = _akar(nilai).replace("\n", nl)
    if not teks:
        return body + nl
    if not teks.endswith("\n"):
        return teks + nl + nl + body
    return teks + ("" if teks.endswith(nl + nl) else nl) + body + nl


def _akar(nilai: Polos) -> str:
    return blok(nilai, 0) if isinstance(nilai, dict | list) and nilai else alur(nilai)


def _ganti(teks: str, induk: Simpul | None, anak: Anak | None, simpul: Simpul, nilai: Polos) -> str:
    nl = _ganti_baris(teks)
    if induk is None or anak is None:
        return teks[: simpul.awal] + _akar(nilai).replace("\n", nl) + teks[simpul.akhir :]
    if induk.rupa is Rupa.ALUR:
        text = skalar(nilai, simpul.rupa, alur=True) if isinstance(nilai, str) else alur(nilai)
        return teks[: simpul.awal] + _sela(teks, anak, simpul) + text + teks[simpul.akhir :]
    deep = teks[_akhir_baris_nilai(teks, simpul.akhir) : _akhir_dengan_komentar(teks, anak)]
    column, position = kolom(teks, induk.anak[0].awal), kolom(teks, anak.jangkar)
    head, _, body = ekor(nilai, column, position, simpul.rupa, lipat=not deep).partition("\n")
    body = deep + nl + body.replace("\n", nl) if body else deep
    start, end, comment = _tempat(teks, anak, simpul)
    before = teks[:start] if head or start == anak.jangkar else teks[:start].rstrip(" ")
    new = head if start == anak.jangkar else head.removeprefix(" ")
    return before + new + comment + body + teks[end + len(deep) :]


def _tempat(teks: str, anak: Anak, simpul: Simpul) -> tuple[int, int, str]:
    """Where the old value begins and its last line ends, and the comment that stands on the line of its head."""
    end = _akhir_baris_nilai(teks, simpul.akhir)
    if simpul.rupa is Rupa.BLOK:
        same_line = "\n" not in teks[anak.jangkar : simpul.awal]
        return anak.jangkar, end, "" if same_line else teks[anak.jangkar : akhir_baris(teks, anak.jangkar)]
    start = anak.jangkar if simpul.awal == simpul.akhir else simpul.awal
    if simpul.rupa is Rupa.TEKS_BLOK:
        line = teks[simpul.awal : akhir_baris(teks, simpul.awal)]
        return start, end, _KEPALA_BLOK.sub("", line, count=1).rstrip()
    return start, end, teks[simpul.akhir : end]


def _akhir_baris_nilai(teks: str, akhir: int) -> int:
    """The end of the line in which a value ends; a text that keeps its empty lines ends with one."""
    return akhir if teks[akhir - 1 : akhir] == "\n" else akhir_baris(teks, akhir)


def _sela(teks: str, anak: Anak, simpul: Simpul) -> str:
    """What must stand before a value of a flow map whose key had none: `{a, b: 1}`."""
    if isinstance(anak.bagian, int) or simpul.awal != simpul.akhir:
        return ""
    if ":" not in teks[anak.awal : anak.jangkar][-1:]:
        return ": "
    return "" if teks[simpul.awal - 1] == " " else " "


def _tambah(teks: str, induk: Simpul, bagian: str | int, nilai: Polos) -> str:
    """The text with one more key or item behind the last of its siblings."""
    last = induk.anak[-1].nilai.akhir
    if induk.rupa is Rupa.ALUR:
        item = alur(nilai) if isinstance(bagian, int) else f"{skalar(bagian, alur=True)}: {alur(nilai)}"
        rest = teks[last : induk.akhir]
        comma = re.match(r"\s*,", rest)
        place = last + (comma.end() if comma else 0)
        return teks[:place] + (" " if comma else ", ") + item + teks[place:]
    nl = _ganti_baris(teks)
    column = kolom(teks, induk.anak[0].awal)
    line = butir(nilai, column) if isinstance(bagian, int) else pasangan(bagian, nilai, column)
    lines = ("\n" if _berjarak(teks, induk, column, line) else "") + "\n" + " " * column + line
    end = _akhir_dengan_komentar(teks, induk.anak[-1])
    return teks[:end] + lines.replace("\n", nl) + teks[end:]


def _berjarak(teks: str, induk: Simpul, kolom_induk: int, baris: str) -> bool:
    """Whether an empty line parts a new sibling from the others, as it parts those."""
    last = induk.anak[-1]
    if len(induk.anak) > 1:
        above = awal_baris(teks, _awal_komentar(teks, last))
        return above > 0 and not teks[awal_baris(teks, above - 1) : above].strip()
    return kolom_induk <= _DANGKAL and isinstance(last.bagian, str) and last.nilai.rupa is Rupa.BLOK and "\n" in baris


# ── Take out ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _awal_komentar(teks: str, anak: Anak) -> int:
    """Where the comment lines glued to a key or item begin; its own line where there are none."""
    own = start = awal_baris(teks, anak.awal)
    space = anak.awal - start
    if teks[start : anak.awal].strip():
        return start
    while start > 0:
        above = awal_baris(teks, start - 1)
        line = teks[above:start]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) != space:
            return start
        start = above
    return own


def _hapus_baris(teks: str, induk: Simpul, nomor: int) -> str:
    child = induk.anak[nomor]
    start = awal_baris(teks, child.awal)
    end = _akhir_dengan_komentar(teks, child)
    if teks[start : child.awal].strip():  # its first line begins with the dash of the item that holds it
        following = induk.anak[1].awal
        if teks[end:following].isspace():
            return teks[: child.awal] + teks[following:]
        return teks[: child.awal].rstrip(" ") + teks[end:]
    start = _awal_komentar(teks, child)
    before, after = teks[:start], _tanpa_ganti_baris(teks[end:])
    if not after:
        return before.rstrip("\r\n") + (_ganti_baris(teks) if teks.endswith("\n") else "")
    above = before[awal_baris(before, start - 1) :].strip() if start else "#"
    if not above or (nomor == 0 and not above.startswith("#")):
        after = _tanpa_ganti_baris(after)
    return before + after


def _tanpa_ganti_baris(teks: str) -> str:
    return teks.removeprefix("\r").removeprefix("\n")


def _akhir_dengan_komentar(teks: str, anak: Anak) -> int:
    """The end of the last line of a key or item, with the comments below it that stand deeper than itself."""
    end = here = _akhir_baris_nilai(teks, anak.nilai.akhir)
    column = kolom(teks, anak.awal)
    while (start := teks.find("\n", here) + 1) > 0:
        here = akhir_baris(teks, start)
        line = teks[start:here]
        if line.strip():
            if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
                break
            end = here
    return end
