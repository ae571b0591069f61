"""Events of three forges: who, when, what; and what is no event."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.kiriman.peristiwa import TERBESAR, baca_peristiwa
from tests.kiriman.kantor import muatan

GITLAB: dict[str, Any] = {
    "object_kind": "issue",
    "user": {"id": 7, "username": "bk-mutasi"},
    "project": {"web_url": "https://gitlab.com/pemda/sakip"},
    "object_attributes": {
        "iid": 5,
        "author_id": 7,
        "description": "isi",
        "created_at": "2024-04-09 02:00:00 UTC",
        "updated_at": "2024-04-09 20:00:00 UTC",
        "labels": [{"title": "formulir/angka"}],
    },
}


def test_github_and_forgejo_say_who_opened_a_form_and_when() -> None:
    event = baca_peristiwa(json.dumps(muatan("isi", "formulir/angka")).encode())
    assert (event.nomor, event.pengirim, event.pelaku, event.isi) == (12, "bk-mutasi", "bk-mutasi", "isi")
    assert event.waktu.isoformat() == "2024-04-09T09:00:00+07:00"
    assert event.label == {"formulir/angka"}
    assert event.repositori == "https://github.com/pemda/sakip"


def test_gitlab_names_the_one_who_acts_and_the_author_by_number() -> None:
    event = baca_peristiwa(json.dumps(GITLAB).encode())
    assert (event.nomor, event.pengirim, event.pelaku) == (5, "bk-mutasi", "bk-mutasi")
    assert event.waktu.date().isoformat() == "2024-04-10"
    assert event.label == {"formulir/angka"}
    other = json.dumps(GITLAB | {"user": {"id": 8, "username": "bk-tim"}}).encode()
    assert (baca_peristiwa(other).pengirim, baca_peristiwa(other).pelaku) == ("nomor-7", "bk-tim")


def test_a_form_without_a_text_or_labels_is_an_event() -> None:
    payload = muatan("")
    payload["issue"] |= {"body": None, "labels": None}
    event = baca_peristiwa(json.dumps(payload).encode())
    assert (event.isi, event.label) == ("", frozenset())


def lain(**issue: Any) -> bytes:
    payload = muatan("isi")
    payload["issue"] |= issue
    return json.dumps(payload).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b'{"issue": {}}',
        b"[" * 100_000,
        b" " * TERBESAR + b"{}",
        lain(number="12"),
        lain(number=True),
        lain(number=0),
        lain(user={"login": "a\nDikirim-oleh: b"}),
        lain(user={"login": "$(curl x)"}),
        lain(body=["x"]),
        lain(updated_at="kemarin"),
        lain(updated_at="2024-04-09T09:00:00"),
    ],
)
def test_what_is_no_event_of_a_form_is_refused(content: bytes) -> None:
    with pytest.raises(PemakaianError, match="bukan peristiwa formulir"):
        baca_peristiwa(content)
