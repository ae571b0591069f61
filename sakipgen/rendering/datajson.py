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


def dumps_tables(head: Mapping[str, object], key: str, tables: Mapping[str, Sequence[object]]) -> str:
    """Returns JSON of a head that is not empty and, under `key`, of tables with one row a line.

    A line a row keeps a diff small, and the encoder in C writes it.
    """
    parts = ",\n".join(f"    {_LINE.encode(name)}: {_rows(rows)}" for name, rows in tables.items())
    opening = dumps(head).removesuffix("\n}\n")
    return f"{opening},\n  {_LINE.encode(key)}: {{\n{parts}\n  }}\n}}\n"


def _rows(rows: Iterable[object]) -> str:
    lines = _NUMBER.sub(r"\1", ",\n".join(f"      {_LINE.encode(row)}" for row in rows))
    return f"[\n{lines}\n    ]" if lines else "[]"
