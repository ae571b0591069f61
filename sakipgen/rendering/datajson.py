"""JSON with exact numbers: a Decimal is written digit for digit in plain notation and never passes through float."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from typing import Final

from sakipgen.domain.base import Periode

Rows = Sequence[Sequence[object]]

_MARK: Final = "\0"
"""Stands before a number on its way through the encoder; no text from `data/` can hold it."""
_NUMBER: Final = re.compile(rf'"{re.escape(json.dumps(_MARK)[1:-1])}(-?[0-9.]+)"')


def plain(value: Decimal) -> str:
    """Returns the number in plain notation with all its digits: no exponent, no minus before a zero."""
    return format(value or abs(value), "f")


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


def dumps_tables(head: Mapping[str, object], key: str, tables: Iterable[tuple[str, Sequence[str], Rows]]) -> str:
    """Returns JSON of a head that is not empty and, under `key`, of tables: name, names of columns, rows of cells.

    A line a row keeps a diff small. Cells are written column by column, which is quick.
    """
    parts = ",\n".join(f"    {_LINE.encode(name)}: {_rows(columns, rows)}" for name, columns, rows in tables)
    opening = dumps(head).removesuffix("\n}\n")
    return f"{opening},\n  {_LINE.encode(key)}: {{\n{parts}\n  }}\n}}\n"


def _rows(columns: Sequence[str], rows: Rows) -> str:
    if not rows:
        return "[]"
    names = [f"{_LINE.encode(name)}: " for name in columns]
    cells = [
        [name + _cell(value) for value in column] for name, column in zip(names, zip(*rows, strict=True), strict=True)
    ]
    lines = ",\n".join([f"      {{{', '.join(row)}}}" for row in zip(*cells, strict=True)])
    return f"[\n{lines}\n    ]"


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
