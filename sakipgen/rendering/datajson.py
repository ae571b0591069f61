"""JSON with exact numbers: a Decimal is written digit for digit in plain notation and never passes through float."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice
from pathlib import PurePath
from typing import Final, TypeVar

from sakipgen.domain.waktu import Periode

T = TypeVar("T")
Table = tuple[str, Sequence[str], Iterable[Sequence[object]]]
"""Name, names of columns, rows of cells."""
_ENDING: Final = "\n}\n"

_MARK: Final = "\0"
"""Stands before a number on its way through the encoder; no text from `data/` can hold it."""
_NUMBER: Final = re.compile(rf'"{re.escape(json.dumps(_MARK)[1:-1])}(-?[0-9.]+)"')


def plain(value: Decimal) -> str:
    """Returns the number in plain notation with all its digits: no exponent, no minus before a zero.

    One number has one writing: zeros at the end of its decimals, which arithmetic leaves behind, are not written.
    """
    text = str(value)  # already plain unless very small, very large or a zero
    text = text if value and "E" not in text else format(value or abs(value), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _default(value: object) -> str:
    match value:
        case Decimal():
            return _MARK + plain(value)
        case date():
            return value.isoformat()
        case PurePath() | Periode():
            return str(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON form")


_LINE: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=_default)


def dumps(value: object, *, sort_keys: bool = False) -> str:
    """Returns readable JSON, indented by two spaces, with a final newline."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=sort_keys, default=_default)
    return _NUMBER.sub(r"\1", text) + "\n"


def dumps_padat(value: object) -> str:
    """Returns JSON for programs: no spaces, keys in order, a final newline."""
    text = json.dumps(
        value, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True, default=_default
    )
    return _NUMBER.sub(r"\1", text) + "\n"


def dump_tables(head: Mapping[str, object], key: str, tables: Iterable[Table]) -> Iterator[str]:
    """Yields JSON, part by part, of a head that is not empty and, under `key`, of tables with one row a line.

    A line a row keeps a diff small; parts keep a large table out of memory.
    """
    yield f"{dumps(head).removesuffix(_ENDING)},\n  {_LINE.encode(key)}: {{"
    opening = "\n"
    for name, columns, rows in tables:
        yield f"{opening}    {_LINE.encode(name)}: ["
        opening = ",\n"
        yield from _rows(columns, rows)
        yield "]"
    yield "\n  }\n}\n"


def _rows(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    names = [f"{_LINE.encode(name)}: " for name in columns]
    opening = "\n"
    for part in berkelompok(rows):
        cells = [[name + _cell(v) for v in column] for name, column in zip(names, zip(*part, strict=True), strict=True)]
        yield opening + ",\n".join([f"      {{{', '.join(row)}}}" for row in zip(*cells, strict=True)])
        opening = ",\n"
    if opening != "\n":
        yield "\n    "


def berkelompok(rows: Iterable[T]) -> Iterator[list[T]]:
    """Yields rows by the thousand: written column by column they are quick, and never all in memory."""
    rest = iter(rows)
    while part := list(islice(rest, 1000)):
        yield part


def _cell(value: object) -> str:
    """One value of a table."""
    match value:
        case str():
            return _LINE.encode(value)
        case None:
            return "null"
        case Decimal():
            return plain(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case _:
            return _LINE.encode(_default(value))
