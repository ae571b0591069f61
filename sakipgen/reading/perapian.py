"""Mends what nobody sees in a YAML text: its encoding marks, line ends, spaces and invisible characters.

What a text says stays what it was: the value is read before and after, and apart from the characters that were mended
both must be the same. A text of which that cannot be said is refused and stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.reading.events import parse
from sakipgen.reading.naskah import SPASI, SPASI_KHUSUS, Finding, Lines, check_conflict, check_size, decode, gaib

_BOM: Final = "\ufeff"
_DIRAPIKAN: Final = frozenset({"U001", "U002", "U004", "Y007"})
_ATAU: Final = ", atau jalankan `sakipgen rapikan`."
_AKHIR: Final = re.compile("\r\n|[\r\x85\u2028\u2029]")
"""Line ends other than the usual one; the reader takes them for line ends too."""
_EKOR: Final = re.compile(r"[ \t]+$", re.MULTILINE)
_SPASI_BERUNTUN: Final = re.compile(" +")
_TAB_DEPAN: Final = re.compile(r"^[ ]*\t[ \t]*(?=\S)", re.MULTILINE)
_LEBAR_TAB: Final = (2, 4, 8)
"""How wide people see a tab; the first is written with which the text can be read."""


@dataclass(frozen=True, slots=True)
class Rapian:
    """A text mended, or why it was left."""

    isi: bytes
    perbaikan: tuple[str, ...] = ()
    """What was mended, in words; nothing where nothing is wrong."""
    alasan: str | None = None
    """Why nothing was mended although something is wrong."""


def rapikan(isi: bytes) -> Rapian:
    """Returns the bytes of a file, mended."""
    wrong = check_size(len(isi)) or _tak_terbaca(decode(isi))
    if wrong:
        return Rapian(isi, alasan=wrong.message.rstrip("."))
    before = isi.decode()
    text, told = _rata(before)
    tabs = [_tanpa_tab(text, width) for width in _LEBAR_TAB]
    if tabs[0] != text:
        told.append(f"jarak TAB pada {len(_TAB_DEPAN.findall(text))} baris")
    if not told:
        return Rapian(isi)
    read = [(candidate, value) for candidate in tabs if (value := _nilai(candidate)) is not None]
    if not read:
        return Rapian(isi, alasan="susunannya belum terbaca; betulkan dahulu galat YAML-nya")
    mended, says = read[0]
    if any(value != says for _, value in read):
        return Rapian(isi, alasan="lebar TAB-nya menentukan arti; ganti setiap TAB dengan spasi yang sesuai")
    if (original := _nilai(_terlihat(before))) is not None and original != says:
        return Rapian(isi, alasan="artinya akan berubah; rapikan dengan penyunting teks")
    return Rapian(mended.encode(), tuple(told))


def dengan_perapian(findings: Sequence[Finding], isi: bytes, lines: Lines) -> list[Finding]:
    """Returns what is wrong with a file; where `sakipgen rapikan` mends it, that is named."""
    if not any(f.code in _DIRAPIKAN for f in findings) or rapikan(isi).alasan:
        return [*findings]
    return [f._replace(message=f"{f.message.removesuffix('.')}{_ATAU}") if _sembuh(f, lines) else f for f in findings]


def _sembuh(finding: Finding, lines: Lines) -> bool:
    """Whether mending the file takes this away; what may stand for a lost letter stays."""
    line, column = finding.position
    char = lines.line(line)[column - 1 : column]
    if finding.code in {"U001", "U002"}:
        return "BOM" in finding.message or (char != "" and (gaib(char) or SPASI.match(char) is not None))
    return finding.code in _DIRAPIKAN


def _tak_terbaca(found: str | Finding) -> Finding | None:
    return found if isinstance(found, Finding) else check_conflict(found)


# ── What is mended ───────────────────────────────────────────────────────────────────────────────────────────────


def _rata(text: str) -> tuple[str, list[str]]:
    """The text without what nobody sees, and what that was; tabs in front of lines are another matter."""
    told: list[str] = []
    if text.startswith(_BOM):
        text = text.removeprefix(_BOM)
        told.append("tanda BOM")
    steps: tuple[tuple[str, Callable[[str], tuple[str, int]]], ...] = (
        ("akhir baris", lambda t: _AKHIR.subn("\n", t)),
        ("karakter tak terlihat", _tanpa_gaib),
        ("huruf tidak baku (NFC)", _nfc),
        ("spasi khusus", lambda t: SPASI.subn(" ", t)),
        ("spasi di akhir baris", lambda t: _EKOR.subn("", t)),
    )
    for name, step in steps:
        text, count = step(text)
        if count:
            told.append(f"{count} {name}")
    if text and not text.endswith("\n"):
        text += "\n"
        told.append("baris terakhir tanpa akhir baris")
    return text, told


def _tanpa_gaib(text: str) -> tuple[str, int]:
    """Without marks of direction, joiners and selectors."""
    kept = "".join(char for char in text if not gaib(char))
    return kept, len(text) - len(kept)


def _nfc(text: str) -> tuple[str, int]:
    composed = unicodedata.normalize("NFC", text)
    return composed, 0 if composed == text else max(1, len(text) - len(composed))


def _tanpa_tab(text: str, lebar: int) -> str:
    return _TAB_DEPAN.sub(lambda match: match[0].replace("\t", " " * lebar), text)


# ── What it says ─────────────────────────────────────────────────────────────────────────────────────────────────


def _terlihat(text: str) -> str:
    """The text as people see it where YAML would not: an odd space in the place of a plain one."""
    bare = text.removeprefix(_BOM)
    return SPASI_KHUSUS.sub(lambda match: f"{match[0][: match.start(1) - match.start()]} ", bare)


def _nilai(text: str) -> object | None:
    """What a text says, its characters mended; None of one that the reader refuses for more than its characters."""
    parsed = parse(text, Lines(text))
    if not parsed.whole or any(f.code.startswith("Y") for f in parsed.findings):
        return None
    return _padan(parsed.value)


def _padan(value: object) -> object:
    """What a value says in a form in which only what is mended makes no difference."""
    if isinstance(value, dict):
        return [(_padan(key), _padan(part)) for key, part in value.items()]
    if isinstance(value, list):
        return [_padan(part) for part in value]
    if not isinstance(value, str):
        return (value,)
    shown = unicodedata.normalize("NFC", _tanpa_gaib(value)[0])
    return _SPASI_BERUNTUN.sub(" ", SPASI.sub(" ", _AKHIR.sub(" ", shown))).strip()
