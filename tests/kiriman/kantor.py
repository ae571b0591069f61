"""What the forge sends when somebody opens a form: the event, and the text that an issue form makes of its fields."""

from __future__ import annotations

import json
from typing import Any, Final

from sakipgen.kiriman.borang import BAGIAN, Jenis

REPOSITORI: Final = "https://github.com/pemda/sakip"
WAKTU: Final = "2024-04-09T02:00:00Z"
KOSONG: Final = "_No response_"


def borang(jenis: Jenis, **isi: str) -> str:
    """The body of a form; a field is named by its key, a dot in it written `_`."""
    said = {field.kunci: isi.pop(field.kunci.replace(".", "_"), KOSONG) for field in BAGIAN[jenis]}
    assert isi == {}, "no such field"
    return "\n\n".join(f"### {field.judul}\n\n{said[field.kunci]}" for field in BAGIAN[jenis]) + "\n"


def muatan(
    isi: str, label: str = "", akun: str = "bk-mutasi", pelaku: str | None = None, repositori: str = REPOSITORI
) -> dict[str, Any]:
    """The payload of GitHub and Forgejo."""
    return {
        "action": "opened",
        "issue": {
            "number": 12,
            "title": "$(curl x) ::set-output name=a::b",
            "user": {"login": akun},
            "created_at": WAKTU,
            "updated_at": WAKTU,
            "body": isi,
            "labels": [{"name": label}] if label else [],
        },
        "sender": {"login": pelaku or akun},
        "repository": {"html_url": repositori},
    }


def peristiwa(jenis: Jenis, isi: str, **lain: Any) -> bytes:
    """The event of a form with its label."""
    return json.dumps(muatan(isi, f"formulir/{jenis}", **lain)).encode()
