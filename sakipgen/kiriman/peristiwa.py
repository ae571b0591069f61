"""The event of the forge that somebody opened or edited a form: who, when, what; GitHub, Forgejo and GitLab alike."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.pengguna import POLA_AKUN
from sakipgen.reading.revisi import ZONA

TERBESAR: Final = 8 * 1024 * 1024
"""No event of a forge is larger."""
_AKUN: Final = re.compile(POLA_AKUN)


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """Somebody opened or edited a form."""

    nomor: int
    pengirim: str
    """The account that opened it, as the forge says it: never what the form says."""
    pelaku: str
    """The account that caused the event; another one where somebody else edited it."""
    waktu: datetime
    """When, by the forge's clock, in the office's zone."""
    isi: str
    label: frozenset[str]
    repositori: str
    """The address of the repository's page."""


def baca_peristiwa(isi: bytes) -> Peristiwa:
    """Returns the event of a payload; raises for what is none."""
    try:
        payload = json.loads(isi[: TERBESAR + 1])
        return _gitlab(payload) if payload.get("object_kind") == "issue" else _github(payload)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise PemakaianError(
            "berkas peristiwa bukan peristiwa formulir yang dibuka atau diubah; "
            "pakai berkas yang diberikan penyedia repositori kepada alur kerjanya."
        ) from error


def _github(payload: Mapping[str, Any]) -> Peristiwa:
    """GitHub's `issues` event; Forgejo sends the same."""
    issue = payload["issue"]
    return Peristiwa(
        _nomor(issue["number"]),
        _akun(issue["user"]["login"]),
        _akun(payload["sender"]["login"]),
        _waktu(issue.get("updated_at") or issue["created_at"]),
        _teks(issue.get("body") or ""),
        frozenset(_teks(label["name"]) for label in issue.get("labels") or ()),
        _teks(payload["repository"]["html_url"]).rstrip("/"),
    )


def _gitlab(payload: Mapping[str, Any]) -> Peristiwa:
    """GitLab's webhook: it names who acts, and the author by number only."""
    issue, user = payload["object_attributes"], payload["user"]
    actor = _akun(user["username"])
    return Peristiwa(
        _nomor(issue["iid"]),
        actor if issue["author_id"] == user["id"] else f"nomor-{_nomor(issue['author_id'])}",
        actor,
        _waktu(issue.get("updated_at") or issue["created_at"]),
        _teks(issue.get("description") or ""),
        frozenset(_teks(label["title"]) for label in issue.get("labels") or payload.get("labels") or ()),
        _teks(payload["project"]["web_url"]).rstrip("/"),
    )


def _nomor(value: object) -> int:
    if type(value) is not int or not 0 < value < 10**12:
        raise ValueError
    return value


def _akun(value: object) -> str:
    if not isinstance(value, str) or not _AKUN.fullmatch(value):
        raise ValueError
    return value


def _teks(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _waktu(value: object) -> datetime:
    text = _teks(value)
    found = datetime.fromisoformat(f"{text.removesuffix(' UTC')}+00:00" if text.endswith(" UTC") else text)
    if found.tzinfo is None:
        raise ValueError
    return found.astimezone(ZONA)
