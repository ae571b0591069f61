"""Sows text into every free-text field of a data folder: which fields there are, how the files are written again."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Annotated, Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, StringConstraints

from sakipgen.diagnostics import Loc, Severity
from sakipgen.domain.dataset import LAYOUT
from sakipgen.project import Build, Project
from sakipgen.reading import load

PANJANG_BARIS: Final = 1_000
"""No line of a file is longer; what is, goes on in the next line."""


_HARUS_SANDI: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What is written as `\\uXXXX`: nobody sees it in the file, yet the text holds it; JSON does so below U+0020."""


class Ladang(NamedTuple):
    """A field of free text."""

    berkas: PurePosixPath
    """From the root: `data/…`."""
    loc: Loc
    medan: str
    """Model and field, the same for all places that say the same kind of thing."""
    terpanjang: int | None
    """None of a public address."""


@dataclass(frozen=True)
class Panen:
    """What became of what was sown."""

    root: Path
    build: Build
    diterima: Mapping[Ladang, str]
    """What stands in the data now."""
    ditolak: Mapping[Ladang, str]
    """Fields whose text `periksa` refused, with the code; they say again what they said before."""


# ── Which fields ──


@cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return get_type_hints(model, include_extras=True)


def _fields(kind: Any, value: object, loc: Loc, name: str) -> Iterator[tuple[Loc, str, int | None]]:
    """Follows a value and its type at once; yields the places whose type is free text."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        found = next((part for part in args[1:] if isinstance(part, StringConstraints)), None)
        if found is None or args[0] is not str:
            yield from _fields(args[0], value, loc, name)
        elif isinstance(value, str) and (found.max_length or str(found.pattern).startswith("^https")):
            yield loc, name, found.max_length
    elif origin in {Union, types.UnionType}:
        for part in args:
            yield from _fields(part, value, loc, name)
    else:
        for child_kind, child, part, child_name in _children(kind, args, value, name):
            yield from _fields(child_kind, child, (*loc, part), child_name)


def _children(
    kind: Any, args: tuple[Any, ...], value: object, name: str
) -> Iterator[tuple[Any, object, str | int, str]]:
    """What a list, a mapping or a model holds, each with its type."""
    if isinstance(value, list) and args:
        yield from ((args[0], child, number, name) for number, child in enumerate(value))
    elif isinstance(value, dict) and len(args) == 2:
        yield from ((args[1], child, key, name) for key, child in value.items())
    elif isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, BaseModel):
        known = value.items() if value.keys() <= kind.model_fields.keys() else ()
        yield from ((_hints(kind)[key], child, key, f"{kind.__name__}.{key}") for key, child in known)


def ladang(isi: Mapping[PurePosixPath, object]) -> list[Ladang]:
    """Returns every field of free text in the files of a data folder, in order."""
    found: dict[tuple[PurePosixPath, Loc], Ladang] = {}
    for path, value in isi.items():
        below = str(PurePosixPath(*path.parts[1:]))
        model = next(kind.model for kind in LAYOUT if kind.regex.fullmatch(below))
        for loc, name, longest in _fields(model, value, (), model.__name__):
            found.setdefault((path, loc), Ladang(path, loc, name, longest))
    return list(found.values())


def baca(root: Path) -> dict[PurePosixPath, Any]:
    """Returns what every file under `data/` says, all scalars as text."""
    sources = load(root / "data").sources
    return {path: source.value for path, source in sorted(sources._sources.items())}


# ── Writing ──


def _scalar(value: str | None) -> list[str]:
    """A text in quotation marks, over several lines where it is long; a line break of its own is written as such."""
    if value is None:
        return ["null"]
    text = _HARUS_SANDI.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
    parts, rest = [], text
    while len(rest) > PANJANG_BARIS:
        cut = PANJANG_BARIS - (len(rest[:PANJANG_BARIS]) - len(rest[:PANJANG_BARIS].rstrip("\\")))
        while rest[cut] == " ":  # blanks at the start of a line would be lost
            cut -= 1
        parts.append(f"{rest[:cut]}\\")
        rest = rest[cut:]
    return [*parts, rest]


def _lines(value: object, loc: Loc) -> Iterator[tuple[str, Loc]]:
    """A value as YAML, line by line, each with what it belongs to."""
    if not isinstance(value, dict | list) or not value:
        written = _scalar(value) if isinstance(value, str | None) else [json.dumps(value)]
        yield from ((line, loc) for line in written)
        return
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in pairs:
        head = f"{json.dumps(key, ensure_ascii=False)}:" if isinstance(value, dict) else "-"
        below = list(_lines(child, (*loc, key)))
        if isinstance(child, dict | list) and child:
            yield head, (*loc, key)
            yield from ((f"  {line}", at) for line, at in below)
        else:
            yield f"{head} {below[0][0]}", (*loc, key)
            yield from ((f"    {line}", at) for line, at in below[1:])


# ── Sowing ──


def _put(value: Any, loc: Loc, text: str) -> None:
    for part in loc[:-1]:
        value = value[part]
    value[loc[-1]] = text


def _get(value: Any, loc: Loc) -> str:
    for part in loc:
        value = value[part]
    return str(value)


def tabur(root: Path, benih: Callable[[int, Ladang], str]) -> Panen:
    """Writes a text into every field of free text under `data/`; takes back what `periksa` refuses, until it does not.

    The number that `benih` gets is that of the field, from 0.
    """
    content = baca(root)
    fields = ladang(content)
    before = {field: _get(content[field.berkas], field.loc) for field in fields}
    sown = {field: benih(number, field) for number, field in enumerate(fields)}
    refused: dict[Ladang, str] = {}
    for _ in range(20):
        for field in fields:
            _put(content[field.berkas], field.loc, before[field] if field in refused else sown[field])
        places = {path: list(_lines(value, ())) for path, value in content.items()}
        for path, lines in places.items():
            (root / path).write_text("\n".join(line for line, _ in lines) + "\n", "utf-8", newline="\n")
        build = Project(root).build()
        told = [d for d in build.report.diagnostics if d.severity is Severity.ERROR]
        if not told:
            return Panen(root, build, {f: text for f, text in sown.items() if f not in refused}, refused)
        left = [field for field in fields if field not in refused]
        for fault in told:
            _, at = places[fault.path][fault.position.baris - 1]
            near = _concerned([field for field in left if field.berkas == fault.path], at)
            near = near or [field for field in left if before[field] == _get(content[fault.path], at)]
            assert near, f"{fault.as_text()}: no field of free text is to blame"
            refused |= dict.fromkeys(near, fault.code)
    raise AssertionError("periksa finds something new again and again")


def _concerned(fields: Sequence[Ladang], at: Loc) -> list[Ladang]:
    """The field at a place of a file, else all fields of the nearest part of the file around it."""
    for length in range(len(at), -1, -1):
        if found := [field for field in fields if field.loc[:length] == at[:length]]:
            return found
    return []


def kode_medan(panen: Panen) -> str:
    """Returns which kinds of field refused the text, with the codes, for who reads a failure."""
    told = {f"{field.medan} {code}" for field, code in panen.ditolak.items()}
    return ", ".join(sorted(told))
