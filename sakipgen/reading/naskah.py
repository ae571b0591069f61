"""The raw text of a file before YAML is asked: size, encoding, lines and the characters nobody can see."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

from sakipgen.diagnostics import START, Position

BATAS_BITA: Final = 256 * 1024
BATAS_BARIS: Final = 5_000
BATAS_PANJANG_BARIS: Final = 2_000
BATAS_TEMUAN: Final = 100
"""How many problems of one file are told at once; the rest is counted."""


class Finding(NamedTuple):
    """What is wrong with a text, and where; the file's name is the caller's."""

    position: Position
    code: str
    message: str


def too_many(rest: int) -> str:
    """The sentence of Y014, which stands in for the problems that are not told."""
    return (
        f"masih ada {rest} masalah lain dalam berkas ini; paling banyak {BATAS_TEMUAN} ditampilkan; "
        "perbaiki yang sudah disebut, lalu periksa lagi."
    )


# ── Bytes ────────────────────────────────────────────────────────────────────────────────────────────────────────


def check_size(size: int) -> Finding | None:
    """Returns Y008 for a file too large to be read at all."""
    if size <= BATAS_BITA:
        return None
    unit, divisor = ("MiB", 1024 * 1024) if size >= 1024 * 1024 else ("KiB", 1024)
    tenths = -(-size * 10 // divisor)
    shown = f"{tenths // 10},{tenths % 10} {unit}"
    return Finding(
        START,
        "Y008",
        f"berkas ini {shown}; paling besar {BATAS_BITA // 1024} KiB; pecah isinya menjadi beberapa berkas.",
    )


def decode(content: bytes) -> str | Finding:
    """Returns the text of UTF-8 bytes, still with a BOM where there is one, or Y009 with the first wrong byte."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content.count(0) * 3 > len(content):
        return Finding(START, "Y009", "berkas ini tersimpan sebagai UTF-16; harus UTF-8; simpan ulang sebagai UTF-8.")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        before = content[: error.start].decode().removeprefix("\ufeff")
        return Finding(
            Lines(before).position(len(before)),
            "Y009",
            f"bita ke-{error.start + 1} bukan UTF-8; seluruh berkas harus UTF-8; simpan ulang sebagai UTF-8, "
            "lalu periksa huruf di tempat ini.",
        )


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────

_GANTI_BARIS: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""The line breaks of libyaml, so that its positions and ours agree."""


class Lines:
    """Turns an index into a text into line and column."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _GANTI_BARIS.finditer(self._text))]

    def position(self, index: int) -> Position:
        line = bisect_right(self._starts, index)
        return Position(line, index - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Returns the text of a line counted from 1, without its break; empty beyond the end."""
        if not 1 <= number <= len(self._starts):
            return ""
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end].rstrip("\r\n\x85\u2028\u2029")


_KONFLIK: Final = re.compile(r"^(?:<{7}|={7}|>{7})(?: .*)?$", re.MULTILINE)


def check_conflict(text: str) -> Finding | None:
    """Returns Y015 at the first mark that an unfinished merge of Git left; None without one."""
    if (match := _KONFLIK.search(text)) is None:
        return None
    return Finding(
        Position(text.count("\n", 0, match.start()) + 1, 1),
        "Y015",
        "ada tanda konflik Git; dua versi berkas belum digabung; "
        "pilih satu versi, lalu hapus baris `<<<<<<<`, `=======`, dan `>>>>>>>`.",
    )


def check_lines(text: str) -> Iterator[Finding]:
    """Yields Y013 for too many lines and for the first line that is too long."""
    if text.count("\n") > BATAS_BARIS:
        yield Finding(
            Position(BATAS_BARIS + 1, 1),
            "Y013",
            f"berkas ini lebih dari {BATAS_BARIS} baris; pecah isinya menjadi beberapa berkas.",
        )
    if len(text) <= BATAS_PANJANG_BARIS:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > BATAS_PANJANG_BARIS:
            yield Finding(
                Position(number, BATAS_PANJANG_BARIS + 1),
                "Y013",
                f"baris ini {len(line)} karakter; paling panjang {BATAS_PANJANG_BARIS}; "
                "tulis `>-` sesudah titik dua, lalu bagi teksnya menjadi beberapa baris.",
            )
            return


# ── Characters ───────────────────────────────────────────────────────────────────────────────────────────────────

_BERSIH: Final = re.compile(
    "[\\t\\n -~\\u00a1-\\u00ac\\u00ae-\\u024f\\u1e00-\\u1eff\\u2010-\\u2027\\u2030-\\u203a\\u2190-\\u22ff]*"
)
"""Text in which nothing can be wrong: Latin letters, figures, dashes, quotes, arrows, signs of mathematics."""

_ARAH: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TAK_TERLIHAT: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})
VARIASI: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
SPASI: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that are not the space of the keyboard."""
SPASI_KHUSUS: Final = re.compile(r"(?m)(?:^[ ]*|^[ ]*[\w.-]+:|^[ ]*-)([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
"""Such a space where YAML asks for that of the keyboard."""

_KATA: Final = re.compile(r"[^\W\d_]+")
_ASING: Final = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")
_LATIN: Final = re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]")
_LAMBANG: Final = frozenset("μΩΔπσ")
"""Greek letters of units and formulas, which resemble no Latin letter: `μg`, `kΩ`."""

PADANAN: Final = str.maketrans(
    "аеорсухкмтнвіјѕԁԛԝАВЕКМНОРСТУХІЈЅαειοκνρτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxkmthbijsdqwABEKMHOPCTYXIJSaeiokvptuxABEZHIKMNOPTYX",
)
"""Cyrillic and Greek letters to the Latin letters they resemble."""


def check_characters(text: str, lines: Lines | None = None) -> list[Finding]:
    """Returns U001–U004 for a text: one finding for each kind of hidden character and for each mixed word."""
    if _BERSIH.fullmatch(text):
        return []
    lines = lines or Lines(text)
    found = [*_hidden(text, lines), *_spaces(text, lines)]
    if not text.isascii():
        found += [*_mixed(text, lines), *_decomposed(text, lines)]
    return found


def gaib(char: str) -> bool:
    """Whether a character has no shape of its own and means nothing in a text of Latin letters: it may just go."""
    return not char.isascii() and (unicodedata.category(char) == "Cf" or VARIASI.match(char) is not None)


def _hidden(text: str, lines: Lines) -> Iterator[Finding]:
    places: dict[str, list[Position]] = {}
    for index, char in enumerate(text):
        if char in "\t\n" or " " <= char <= "~" or (char == "\r" and text[index + 1 : index + 2] == "\n"):
            continue
        bad = unicodedata.category(char) in _TAK_TERLIHAT or char == "\ufffd" or VARIASI.match(char)
        if bad:
            places.setdefault(char, []).append(lines.position(index))
    for char, positions in places.items():
        code = "U001" if char in _ARAH else "U002"
        found = f"ada {_kind(char)} {_point(char)}{_elsewhere(positions)}"
        yield Finding(positions[0], code, f"{found}; {_cure(char)}.")


def _kind(char: str) -> str:
    if char in _ARAH:
        return "karakter pengubah arah tulisan"
    if char == "\ufffd":
        return "tanda huruf rusak"
    return "karakter kendali" if unicodedata.category(char) == "Cc" else "karakter tak terlihat"


def _cure(char: str) -> str:
    if char == "\ufffd":
        return "huruf aslinya hilang ketika berkas disimpan; ketik ulang hurufnya"
    if char in _ARAH:
        return "teks harus terbaca seperti tertulis; hapus karakternya atau ketik ulang katanya"
    return "teks hanya boleh memuat karakter yang terlihat; hapus karakternya atau ketik ulang katanya"


def _elsewhere(positions: list[Position]) -> str:
    if len(positions) == 1:
        return ""
    numbers = sorted({position.baris for position in positions})
    shown = ", ".join(map(str, numbers[:5])) + (", …" if len(numbers) > 5 else "")
    return f" ({len(positions)} kali: baris {shown})"


def _spaces(text: str, lines: Lines) -> Iterator[Finding]:
    for match in SPASI_KHUSUS.finditer(text):
        yield Finding(
            lines.position(match.start(1)),
            "U002",
            f"ada spasi khusus {_point(match[1])} di tempat spasi biasa; YAML hanya mengenal spasi biasa; "
            "hapus, lalu ketik ulang dengan tombol spasi.",
        )


def _mixed(text: str, lines: Lines) -> Iterator[Finding]:
    for match in _KATA.finditer(text):
        word = match[0]
        foreign = [char for char in _ASING.findall(word) if char not in _LAMBANG]
        if foreign and _LATIN.search(word):
            script = "Sirilik" if any(char >= "\u0400" for char in foreign) else "Yunani"
            yield Finding(
                lines.position(match.start() + word.index(foreign[0])),
                "U003",
                f'kata "{word}" mencampur huruf Latin dan {script} ({_point(foreign[0])}); '
                f"pakai huruf Latin saja; ketik ulang kata itu.",
            )


def _decomposed(text: str, lines: Lines) -> Iterator[Finding]:
    if unicodedata.is_normalized("NFC", text):
        return
    index = _first_difference(text)
    yield Finding(
        lines.position(index),
        "U004",
        f"huruf `{unicodedata.normalize('NFC', text[index : index + 4])[:1]}` tersimpan tidak baku (bukan NFC); "
        "satu huruf harus satu karakter; hapus, lalu ketik ulang huruf itu.",
    )


def _first_difference(text: str) -> int:
    composed = unicodedata.normalize("NFC", text)
    pairs = zip(text, composed, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(text), len(composed)))


def _point(char: str) -> str:
    return f"U+{ord(char):04X}"
