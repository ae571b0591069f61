"""What every model shares: the base class, text, kode, yes or no, and how a parser refuses what it cannot read.

YAML decides no type here. A parser refuses with a numbered message in Indonesian that says what was found, what is
expected and how to mend it (`PydanticCustomError`, whose type is the code).
"""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError


class Model(BaseModel):
    """Base of all models: frozen, no unknown keys, field texts from the docstring under the field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def refuse(code: str, message: str) -> PydanticCustomError:
    """Returns the error to raise; the message is inserted as a value, so its braces mean nothing."""
    return PydanticCustomError(code, "{pesan}", {"pesan": message})


def quote(value: object) -> str:
    """Returns a value as a message shows it: in quotation marks, shortened, or a word for what is no text."""
    if value is None:
        return "isian kosong"
    if isinstance(value, dict):
        return "susunan kunci dan isi"
    if isinstance(value, list | tuple):
        return "daftar"
    text = str(value)
    return f'"{text}"' if len(text) <= 40 else f'"{text[:37]}…"'


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

POLA_KODE: Final = r"^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$"

Kode = Annotated[str, StringConstraints(pattern=POLA_KODE)]
"""A kode: letters, digits, dot and hyphen; at most 40; its lower case is its address on the site."""

Teks = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=250, pattern=r"^[^\n]*$")]
"""One line of plain text."""

TeksPanjang = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
"""Plain text of several sentences; a blank line parts paragraphs."""

Tautan = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"<>]{3,500}$")]
"""A public address, https only."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a file, 64 lower-case hexadecimal digits."""


def _parse_ya_tidak(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"ya", "tidak"}:
        return value == "ya"
    raise refuse("S004", f"{quote(value)} tidak dikenal; isi `ya` atau `tidak`.")


YaTidak = Annotated[
    bool,
    BeforeValidator(_parse_ya_tidak),
    WithJsonSchema({"type": "string", "enum": ["ya", "tidak"]}),
]
"""`ya` or `tidak`."""
