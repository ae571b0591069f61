"""How a new value is written: plain where the reader reads it back, quoted where not, long prose folded."""

from __future__ import annotations

import json
import re
from typing import Final

from sakipgen.reading.events import parse
from sakipgen.reading.naskah import Lines
from sakipgen.writing.simpul import Rupa

Polos = str | None | dict[str, "Polos"] | list["Polos"]
"""What the reader makes of a YAML text."""

LEBAR: Final = 110
"""Long prose is folded so that no line is wider."""

_TERLIPAT: Final = re.compile(r"(?! ).*(?<! )")
"""A paragraph that survives folding: printable, so without tabs, and no space at its ends."""
_CELAH: Final = re.compile(r"(?<! ) (?! )")


def skalar(teks: str, lama: Rupa | None = None, *, alur: bool = False) -> str:
    """Returns a text on one line: plain if that is read back, in the quotation marks it had, else in `"…"`."""
    if lama is Rupa.PETIK_TUNGGAL and teks.isprintable():
        return "'" + teks.replace("'", "''") + "'"
    if lama is not Rupa.PETIK and _terbaca_polos(teks, alur=alur):
        return teks
    quoted = json.dumps(teks, ensure_ascii=False)
    return "".join(c if c.isprintable() else _lolos(c) for c in quoted)


def ekor(nilai: Polos, inden: int, posisi: int, lama: Rupa | None = None, *, lipat: bool = True) -> str:
    r"""Returns what follows a colon or a dash: ` value`, or a head and lines below it, parted by `\n`.

    `inden` is the column of the key or dash, `posisi` the one behind its colon. Without `lipat` a text stays on one
    line, where what stands below would be taken for a part of it.
    """
    if isinstance(nilai, str):
        line = skalar(nilai, lama)
        too_wide = posisi + 1 + len(line) > LEBAR and _CELAH.search(nilai)
        if lipat and ("\n" in nilai or too_wide) and (folded := _lipat(nilai, inden + 2)):
            return " >-\n" + folded
        return f" {line}"
    if nilai is None or not nilai:
        return " " + alur(nilai)
    if isinstance(nilai, list) and all(isinstance(item, str) for item in nilai):
        line = alur(nilai)
        if posisi + 1 + len(line) <= LEBAR and '"' not in line:
            return f" {line}"
    return "\n" + blok(nilai, inden + 2)


def blok(nilai: dict[str, Polos] | list[Polos], inden: int) -> str:
    """Returns the lines of a mapping or list below one another, each with its indentation."""
    space = " " * inden
    if isinstance(nilai, dict):
        return "\n".join(space + pasangan(key, value, inden) for key, value in nilai.items())
    return "\n".join(space + butir(item, inden) for item in nilai)


def pasangan(kunci: str, nilai: Polos, inden: int) -> str:
    """Returns a key and its value, without the indentation of its first line."""
    head = f"{skalar(kunci, alur=True)}:"
    return head + ekor(nilai, inden, inden + len(head))


def butir(nilai: Polos, inden: int) -> str:
    """Returns a dash and its item, a mapping or list beginning on the line of the dash."""
    if isinstance(nilai, dict | list) and nilai:
        return "- " + blok(nilai, inden + 2).lstrip(" ")
    return "-" + ekor(nilai, inden, inden + 1)


def alur(nilai: Polos) -> str:
    """Returns a value on one line, as it stands between brackets."""
    if nilai is None:
        return "null"
    if isinstance(nilai, str):
        return skalar(nilai, alur=True)
    if isinstance(nilai, dict):
        return "{" + ", ".join(f"{skalar(key, alur=True)}: {alur(value)}" for key, value in nilai.items()) + "}"
    return "[" + ", ".join(map(alur, nilai)) + "]"


def _terbaca_polos(teks: str, *, alur: bool) -> bool:
    if not teks.isprintable():
        return False
    tries: list[tuple[str, object]] = [(f"k: {teks}\n", {"k": teks}), (f"- {teks}\n", [teks])]
    if alur:
        tries += [(f"[{teks}, x]\n", [teks, "x"]), (f"{{{teks}: x}}\n", {teks: "x"}), (f"{teks}: x\n", {teks: "x"})]
    return all(_terbaca(text, value) for text, value in tries)


def _terbaca(teks: str, nilai: object) -> bool:
    parsed = parse(teks, Lines(teks))
    return parsed.value == nilai and not [f for f in parsed.findings if f.code.startswith("Y")]


def _lolos(huruf: str) -> str:
    number = ord(huruf)
    return f"\\u{number:04X}" if number <= 0xFFFF else f"\\U{number:08X}"


def _lipat(teks: str, inden: int) -> str | None:
    """The lines of a folded text; None if folding would change it: there a blank line alone parts paragraphs."""
    paragraphs = teks.split("\n\n")
    if not all(paragraph and paragraph.isprintable() and _TERLIPAT.fullmatch(paragraph) for paragraph in paragraphs):
        return None
    return "\n\n".join(_baris(paragraph, inden) for paragraph in paragraphs)


def _baris(paragraf: str, inden: int) -> str:
    space = " " * inden
    lines: list[str] = []
    for word in _CELAH.split(paragraf):
        if lines and len(lines[-1]) + 1 + len(word) <= LEBAR:
            lines[-1] += f" {word}"
        else:
            lines.append(space + word)
    return "\n".join(lines)
