"""When a proposal was handed in: the script of the check and the record say the same."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pytest

from sakipgen.domain.catatan_usulan import Forge
from sakipgen.forges import BACA, Jawaban, susun
from tests.forges.test_forges import answers

SKRIP: Final = Path(__file__).parents[2] / ".github" / "skrip" / "dikirim.sh"
DIBUAT: Final = "2024-07-08T02:00:00Z"
GH: Final = """#!/usr/bin/env bash
case $* in
  *timeline*) jq --raw-output "${*: -1}" "$(dirname "$0")/lini.json" ;;
  *) jq --raw-output "${*: -1}" "$(dirname "$0")/usulan.json" ;;
esac
"""
SIAP: Final = {"event": "ready_for_review", "type": "change_title", "old_title": "WIP: a", "new_title": "a"}
DRAF: Final = {"event": "convert_to_draft", "type": "change_title", "old_title": "a", "new_title": "WIP: a"}


@pytest.mark.parametrize("forge", [Forge.GITHUB, Forge.FORGEJO])
@pytest.mark.parametrize(
    ("kejadian", "kapan"),
    [
        ([], DIBUAT),
        ([SIAP], "2024-07-08T03:00:00Z"),
        ([SIAP, DRAF, SIAP], "2024-07-08T03:00:00Z"),
        ([DRAF, SIAP], DIBUAT),
    ],
    ids=["never a draft", "a draft at first", "a draft again", "a draft later"],
)
def test_the_first_time_counts(tmp_path: Path, forge: Forge, kejadian: list[dict[str, str]], kapan: str) -> None:
    left_out = "type" if forge is Forge.GITHUB else "event"
    rows: list[dict[str, Any]] = [
        {name: value for name, value in row.items() if name != left_out} | {"created_at": f"2024-07-08T0{hour}:00:00Z"}
        for hour, row in enumerate(kejadian, 3)
    ]
    isi = answers(forge) | {"peristiwa": rows}
    isi["usulan"] |= {"created_at": DIBUAT, "draft": False, "title": "a"}
    for name, content in (("lini", rows), ("usulan", isi["usulan"])):
        (tmp_path / f"{name}.json").write_text(json.dumps(content), "utf-8")
    (tmp_path / "gh").write_text(GH, "utf-8")
    (tmp_path / "gh").chmod(0o755)
    env = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "GITHUB_REPOSITORY": "a/b", "RUNNER_TEMP": str(tmp_path)}
    done = subprocess.run(["bash", str(SKRIP), "128"], env=env, check=True, capture_output=True, text=True)
    assert done.stdout == f"{kapan}\n"
    sent = susun(BACA[forge](Jawaban(isi)), "data", lambda _: False, lambda _: False).dikirim
    assert sent == datetime.fromisoformat(kapan)
