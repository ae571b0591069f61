"""One pass over libyaml's events: plain values, their places, and what YAML may not do here.

Scalars stay text; only an unquoted empty, `null` or `~` becomes None. A blank line parts paragraphs in a folded text as
in any other. Nothing is composed, so depth and size are known before anything is built.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from sys import intern
from typing import Any, Final

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from sakipgen.diagnostics import Loc, Position, SakipgenError
from sakipgen.reading.naskah import PADANAN, Finding, Lines, check_characters
from sakipgen.reading.sintaks import PESAN_ALIAS, PESAN_TAG, explain_syntax, place

try:
    from yaml._yaml import CParser
except ImportError:  # pragma: no cover - PyYAML's wheels all carry libyaml
    _PARSER: Any = None
else:
    _PARSER = CParser

BATAS_DALAM: Final = 20
BATAS_SIMPUL: Final = 20_000

_KOSONG: Final = frozenset({"", "null", "~"})
_LIPATAN: Final = re.compile(r"\n+(?=[^\n])")
"""What YAML leaves of the blank lines in a folded text: one of `\n` for each."""
_GESER: Final = 20
_KOLOM: Final = (1 << _GESER) - 1


@dataclass(slots=True)
class Parsed:
    """What a text says, as far as it could be read."""

    value: object = None
    marks: array[int] = field(default_factory=lambda: array("Q"))
    """The place of every key and value in the order of the text, packed; `places` gives them back."""
    findings: list[Finding] = field(default_factory=list)
    whole: bool = True
    """Whether nothing is missing from the value, so that a schema can judge it."""


def unpack(mark: int) -> Position:
    return Position((mark >> _GESER) + 1, (mark & _KOLOM) + 1)


def walk(value: object) -> list[tuple[Loc, bool]]:
    """Returns the loc of every key (True) and value (False) in the order of their marks."""
    found: list[tuple[Loc, bool]] = []

    def visit(value: object, loc: Loc) -> None:
        found.append((loc, False))
        if isinstance(value, dict):
            for key, child in value.items():
                here = (*loc, key)
                found.append((here, True))
                visit(child, here)
        elif isinstance(value, list):
            for index, child in enumerate(value):
                visit(child, (*loc, index))

    visit(value, ())
    return found


def parse(text: str, lines: Lines) -> Parsed:
    """Reads one document; never raises because of the text."""
    if _PARSER is None:
        raise SakipgenError(
            "PyYAML terpasang tanpa libyaml; pasang ulang dari paket wheel resmi: "
            "pip install --force-reinstall --only-binary :all: pyyaml"
        )
    reader = _Reader(text, lines)
    parsed = reader.parsed
    try:
        parsed.value = reader.document()
    except _Stop:
        parsed.whole = False
    except ReaderError:  # a control character, and those are all named by check_characters
        parsed.whole = False
    except YAMLError as error:
        parsed.whole = False
        parsed.findings.append(
            explain_syntax(
                getattr(error, "problem", "") or "",
                getattr(error, "context", None),
                getattr(error, "problem_mark", None),
                getattr(error, "context_mark", None),
                lines,
            )
        )
    return parsed


class _Stop(Exception):  # noqa: N818 - not an error: the rest of the text is not worth reading
    """Reading ends here; the reason is among the findings."""


class _Reader:
    """The state of one pass: the stream of events, and what was found on the way."""

    __slots__ = ("_depth", "_get", "_limit", "_lines", "_marks", "_text", "parsed")

    def __init__(self, text: str, lines: Lines) -> None:
        self.parsed = Parsed()
        self._text = text
        self._lines = lines
        self._get: Callable[[], Any] = _PARSER(text).get_event
        self._marks = self.parsed.marks
        self._depth = 0
        self._limit = BATAS_SIMPUL

    def document(self) -> object:
        self._get()
        if type(self._get()) is StreamEndEvent:
            self._marks.append(0)
            return None
        value = self._node(self._get())
        event = self._get()
        while type(event) is DocumentEndEvent:
            event = self._get()
        if type(event) is not StreamEndEvent:
            self._stop(
                event, "Y006", "ada dokumen kedua; satu berkas hanya memuat satu dokumen; hapus garis `---` ini."
            )
        return value

    def _node(self, event: Any) -> object:
        mark = event.start_mark
        self._marks.append(mark.line << _GESER | mark.column)
        kind = type(event)
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            self._add(event, "Y001", PESAN_ALIAS.format(tanda="*"))
            self.parsed.whole = False
            return None
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        if self._depth == BATAS_DALAM:
            self._stop(
                event, "Y005", f"susunan terlalu dalam; paling dalam {BATAS_DALAM} tingkat; kurangi tingkat isian ini."
            )
        self._depth += 1
        value = self._mapping() if kind is MappingStartEvent else self._sequence()
        self._depth -= 1
        return value

    def _scalar(self, event: Any) -> str | None:
        if event.anchor is not None or event.tag is not None:
            self._property(event)
        value: str = event.value
        if event.implicit[0]:
            return None if value in _KOSONG else value
        if event.style == '"':
            self._escapes(event)
        return _LIPATAN.sub("\n\n", value) if event.style == ">" else value

    def _sequence(self) -> list[object]:
        get, node = self._get, self._node
        items: list[object] = []
        while type(event := get()) is not SequenceEndEvent:
            self._count(event)
            items.append(node(event))
        return items

    def _mapping(self) -> dict[str, object]:
        get, node, marks = self._get, self._node, self._marks
        result: dict[str, object] = {}
        seen: dict[str, int] = {}
        while type(event := get()) is not MappingEndEvent:
            self._count(event)
            length = len(marks)
            key = self._key(event)
            if key is not None:
                same = key if key.isascii() else unicodedata.normalize("NFKC", key)
                if same not in seen:
                    seen[same] = marks[length]
                    result[key] = node(get())
                    continue
                first = unpack(seen[same]).baris
                self._add(
                    event,
                    "Y003",
                    f"kunci `{key}` ditulis dua kali (baris {first} dan {place(event.start_mark).baris}); "
                    "setiap kunci hanya boleh ada satu; hapus salah satu atau perbaiki namanya.",
                )
            node(get())
            self._limit -= len(marks) - length
            del marks[length:]
        return result

    def _key(self, event: Any) -> str | None:
        """The text of a key, or None with a finding where it is none."""
        value = self._node(event)
        if type(event) is AliasEvent:
            return None
        if not isinstance(value, str) or not value:
            self.parsed.whole = False
            found = "kunci ini kosong" if not value else "kunci ini berupa daftar atau susunan"
            self._add(event, "Y011", f"{found}; kunci harus berupa teks; tulis nama isiannya di depan titik dua.")
            return None
        if value == "<<" and event.implicit[0]:
            self.parsed.whole = False
            self._add(
                event,
                "Y001",
                "kunci `<<` menggabungkan isian lain; penggabungan YAML tidak diizinkan; tulis isiannya satu per satu.",
            )
            return None
        if not value.isascii():
            self._foreign(event, value)
        return intern(value)

    def _foreign(self, event: Any, key: str) -> None:
        char = next((c for c in key if _is_foreign(c)), None)
        if char is None:
            return
        self.parsed.whole = False
        plain = unicodedata.normalize("NFKC", key).translate(PADANAN)
        cure = f"ketik ulang `{plain}`" if plain.isascii() else "ketik ulang dengan huruf Latin"
        self._add(
            event,
            "Y004",
            f"kunci `{key}` memuat huruf bukan Latin biasa (U+{ord(char):04X}); "
            f"kunci hanya memakai huruf Latin; {cure}.",
        )

    def _escapes(self, event: Any) -> None:
        """Finds hidden characters that a quoted text spells with a backslash."""
        raw = self._text[event.start_mark.index : event.end_mark.index]
        if "\\" not in raw:
            return
        here = place(event.start_mark)
        known = {(f.code, f.message) for f in check_characters(raw)}
        for finding in check_characters(event.value):
            if (finding.code, finding.message) not in known:
                self.parsed.findings.append(Finding(here, finding.code, finding.message))

    def _property(self, event: Any) -> None:
        if event.anchor is not None:
            self._add(event, "Y001", PESAN_ALIAS.format(tanda="&"))
        if event.tag is not None:
            self._add(event, "Y002", PESAN_TAG)

    def _count(self, event: Any) -> None:
        if len(self._marks) >= self._limit:
            self._stop(
                event, "Y013", f"berkas ini memuat lebih dari {BATAS_SIMPUL} isian; pecah menjadi beberapa berkas."
            )

    def _add(self, event: Any, code: str, message: str) -> None:
        self.parsed.findings.append(Finding(place(event.start_mark), code, message))

    def _stop(self, event: Any, code: str, message: str) -> None:
        self._add(event, code, message)
        raise _Stop


def _is_foreign(char: str) -> bool:
    if char.isascii():
        return False
    latin = not char.isalpha() or unicodedata.name(char, "").startswith("LATIN ")
    return not latin or unicodedata.normalize("NFKC", char) != char
