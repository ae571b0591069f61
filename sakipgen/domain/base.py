"""What every model shares: the base class, text, kode, yes or no, and how a parser refuses what it cannot read.

YAML decides no type here. A parser refuses with a numbered message in Indonesian that says what was found, what is
expected and how to mend it (`PydanticCustomError`, whose type is the code).
"""

from __future__ import annotations

import re
from typing import Annotated, Final
from urllib.parse import urlsplit

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

_HOS: Final = re.compile(
    r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})", re.IGNORECASE
)
"""The name of a host that ends in a domain of letters; a number is no name, however it is written."""
_DI_DALAM: Final = frozenset(
    {"localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp", "private", "arpa", "onion"}
)
"""Names that mean something else on every network, or nothing."""


def _parse_tautan(value: object) -> object:
    """The text of an address that anybody can open; it is only read, nothing is fetched."""
    if not isinstance(value, str):
        return value
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("https:")
    if parts.username is not None or "\\" in value:
        found = "tautan ini memuat nama pengguna atau kata sandi di depan alamatnya"
    elif parts.scheme != "https":
        found = f"tautan {quote(value)} tidak diawali `https://`"
    elif _HOS.fullmatch(host) is None or host.rpartition(".")[2].lower() in _DI_DALAM:
        found = f"{quote(host or value)} bukan alamat yang dapat dibuka dari luar kantor"
    elif port not in {None, 443}:
        found = f"tautan ini memakai porta {port}, yang sering tertutup dari luar kantor"
    else:
        return value
    raise refuse("B008", f"{found}; tulis alamat https yang dapat dibuka siapa pun, atau simpan berkasnya.")


Tautan = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"<>]{3,500}$"), BeforeValidator(_parse_tautan)]
"""A public address: https only, and a host that anybody reaches."""

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
