"""The examples of the guide for users of the data run on the published files and say something."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from tests.rendering.berkas.terbit import ROOT

PANDUAN = (ROOT / "docs" / "panduan" / "data-terbuka.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PANDUAN, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    ("n", "said"), [(0, "indikator mencapai target; tertinggi "), (1, "2024-TW1 10 10.96019365250")]
)
def test_python(n: int, said: str, folder: Path) -> None:
    code = blocks("python")[n]
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    assert said in done.stdout
    assert len(blocks("python")) == 2


def test_sql(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (query,) = blocks("sql")
    with duckdb.connect() as database:
        rows = database.execute(query).fetchall()
    assert len(rows) == 7
    assert all(len(row) == 3 for row in rows)


def test_every_file_that_is_named_is_published(folder: Path) -> None:
    named = set(re.findall(r"`/((?:data|api|kalender)/[\w./-]+|\w+\.json(?:ld)?)`", PANDUAN))
    assert len(named) > 8
    assert [name for name in sorted(named) if not (folder / name).is_file()] == []
