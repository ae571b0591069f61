"""A YAML text and its places: what it says, and at which line and column each part of it stands."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final

from sakipgen.diagnostics import PANAH, START, Diagnostic, Issue, Loc, Position, printable
from sakipgen.domain.pribadi import samarkan
from sakipgen.reading.events import parse, unpack, walk
from sakipgen.reading.naskah import (
    BATAS_TEMUAN,
    Finding,
    Lines,
    check_characters,
    check_conflict,
    check_lines,
    check_size,
    decode,
    too_many,
)
from sakipgen.reading.perapian import dengan_perapian
from sakipgen.reading.pribadi import check_pribadi

_BOM: Final = "\ufeff"
BERKAS_INSTANSI: Final = "instansi.yaml"
"""The file that tells of the office, and how to reach it."""


@dataclass(frozen=True)
class Source:
    """What a file says, with the place of every key and value in it; all scalars are text or None."""

    path: PurePosixPath
    value: object
    marks: array[int]
    """The places in the order of the text, packed: eight bytes each, unpacked when somebody asks."""

    @cached_property
    def keys(self) -> Mapping[Loc, Position]:
        return {loc: unpack(mark) for loc, mark in self._places(of_keys=True).items()}

    @cached_property
    def _values(self) -> Mapping[Loc, int]:
        return self._places(of_keys=False)

    def position(self, loc: Loc, *, at_key: bool = False) -> Position:
        """Returns the place of the deepest part of `loc` that the file has; parts it does not have are skipped."""
        found = self.existing(loc)
        if at_key and found in self.keys:
            return self.keys[found]
        mark = self._values.get(found)
        return START if mark is None else unpack(mark)

    def existing(self, loc: Loc) -> Loc:
        """Returns the parts of `loc` that the file has, spelled as the file spells them."""
        found: Loc = ()
        value = self.value
        for part in loc:
            if isinstance(value, dict) and str(part) in value:
                found = (*found, str(part))
                value = value[str(part)]
            elif isinstance(value, list) and isinstance(part, int) and part < len(value):
                found = (*found, part)
                value = value[part]
        return found

    def at(self, loc: Loc) -> object:
        """Returns what the file says at a loc that it has."""
        value: Any = self.value
        for part in loc:
            value = value[part]
        return value

    def resolve(self, issue: Issue) -> Diagnostic:
        """Returns the issue with its line and column, and the way to it in words."""
        where = PANAH.join(f"ke-{part + 1}" if isinstance(part, int) else part for part in self.existing(issue.loc))
        return _diagnostic(issue, self.position(issue.loc, at_key=issue.at_key), where)

    def _places(self, *, of_keys: bool) -> Mapping[Loc, int]:
        pairs = zip(walk(self.value), self.marks, strict=True)
        return {loc: mark for (loc, is_key), mark in pairs if is_key is of_keys}


def resolve_without_source(issue: Issue) -> Diagnostic:
    """Returns the issue at the start of a file whose text is not known."""
    return _diagnostic(issue, START, "")


def _diagnostic(issue: Issue, position: Position, where: str) -> Diagnostic:
    message, element = (printable(samarkan(text)) for text in (issue.message, where))
    path = PurePosixPath(samarkan(str(issue.path)))
    return Diagnostic(path, position, issue.code, message, issue.severity, element)


def read_source(path: PurePosixPath, content: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Returns what the bytes say, or everything that is wrong with them as a text."""
    source, diagnostics = inspect_source(path, content)
    return (None if diagnostics else source), diagnostics


def inspect_source(path: PurePosixPath, content: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Like `read_source`, but returns the value of a refused text too where a schema can still judge it."""
    if too_large := check_size(len(content)):
        return None, diagnose(path, [too_large])
    decoded = decode(content)
    if isinstance(decoded, Finding):
        return None, diagnose(path, [decoded])
    text = decoded.removeprefix(_BOM)
    findings: list[Finding] = []
    if decoded.startswith(_BOM):
        findings.append(Finding(START, "U002", _PESAN_BOM))
    lines = Lines(text)
    if conflict := check_conflict(text):
        return None, diagnose(path, [*findings, conflict])
    findings += check_lines(text)
    characters = check_characters(text, lines)
    parsed = parse(text, lines)
    refused_lines = {f.position.baris for f in parsed.findings if f.code == "Y004"}
    findings += (f for f in characters if f.code not in {"U003", "U004"} or f.position.baris not in refused_lines)
    findings += parsed.findings
    findings += check_pribadi(text, lines, kontak=path.name == BERKAS_INSTANSI)
    judged = parsed.whole and not (characters and _has_odd_key(parsed.value))
    source = Source(path, parsed.value, parsed.marks) if judged else None
    return source, diagnose(path, dengan_perapian(findings, content, lines))


_PESAN_BOM: Final = (
    "berkas diawali tanda BOM (U+FEFF); UTF-8 tidak memerlukannya; "
    "simpan ulang sebagai “UTF-8”, bukan “UTF-8 dengan BOM”."
)


def diagnose(path: PurePosixPath, findings: Iterable[Finding]) -> tuple[Diagnostic, ...]:
    """Returns the findings of one file in order; beyond the first hundred they are only counted."""
    told = sorted(findings)
    if len(told) > BATAS_TEMUAN:
        told[BATAS_TEMUAN:] = [Finding(told[BATAS_TEMUAN].position, "Y014", too_many(len(told) - BATAS_TEMUAN))]
    return tuple(Diagnostic(path, f.position, f.code, printable(samarkan(f.message))) for f in told)


def _has_odd_key(value: object) -> bool:
    return any(is_key and not str(loc[-1]).isascii() for loc, is_key in walk(value))
