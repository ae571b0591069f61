"""The form that a program's proposal comes of: an issue, whose author the forge vouches for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sakipgen.forges.jawaban import Jawaban

FORMULIR: Final = "formulir"
"""The file of this answer."""
_LABEL: Final = "formulir/"
"""How the label of a form begins."""


@dataclass(frozen=True, slots=True)
class Formulir:
    """A form that somebody sent on the forge's page."""

    nomor: int
    pengirim: str | None
    dibuat: datetime


def baca_formulir(jawaban: Jawaban, nomor: str = "number") -> Formulir | None:
    """Returns the form that was fetched; None where none was, or where it is no issue with the label of a form."""
    if FORMULIR not in jawaban.isi:
        return None
    issue = jawaban.satu(FORMULIR)
    labels = issue.ambil("labels")
    names = [_nama(row) for row in labels] if isinstance(labels, list) else []
    if issue.ambil("pull_request") is not None or not any(name.startswith(_LABEL) for name in names):
        return None
    who = issue.akun_bila_ada("user") or issue.akun_bila_ada("author")
    return Formulir(issue.wajib(nomor), who, issue.waktu("created_at"))


def _nama(label: Any) -> str:
    """GitLab tells labels as texts, the others as objects."""
    return str(label.get("name", "")) if isinstance(label, Mapping) else str(label)
