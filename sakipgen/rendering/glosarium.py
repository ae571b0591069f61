"""The glossary as the pages use it: each term with its anchor and its meaning in everyday words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from markdown.extensions.toc import slugify  # type: ignore[import-untyped]

from sakipgen.rendering.cetak import alinea

_BAGIAN: Final = re.compile(r"^## +(.+)$", re.MULTILINE)
_TAUTAN: Final = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_HIASAN: Final = re.compile(r"[`*]")


@dataclass(frozen=True, slots=True)
class Istilah:
    """A term of the glossary."""

    nama: str
    jangkar: str
    """Of its section on the page of the glossary."""
    arti: str
    """The first paragraph of the section, without links and emphasis."""


def baca(naskah: str) -> Mapping[str, Istilah]:
    """Returns the terms of a glossary in Markdown, whose sections of the second level they are, by name."""
    _, *parts = _BAGIAN.split(naskah)
    found = (_istilah(name.strip(), text) for name, text in zip(parts[::2], parts[1::2], strict=True))
    return {one.nama: one for one in found if one}


def _istilah(nama: str, teks: str) -> Istilah | None:
    """A term; None of a section that does not begin with words, as a table of abbreviations does not."""
    first = next(iter(alinea(teks)), "")
    if not first or not first[0].isalnum():
        return None
    return Istilah(nama, slugify(nama, "-"), _HIASAN.sub("", _TAUTAN.sub(r"\1", first)))
