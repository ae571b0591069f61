"""The list of mutants that survive is about code that exists, and each has its reason."""

from __future__ import annotations

import re

import pytest

from tests.mutasi import KNOWN, MEASURING, Mutasi, known


@pytest.mark.parametrize("row", sorted(known()), ids=lambda row: row.letak)
def test_a_known_survivor_changes_code_that_exists(row: Mutasi) -> None:
    *_, function = names = row.letak.split(".")
    source = re.sub(r"\s+", " ", (MEASURING / f"{names[0]}.py").read_text("utf-8"))
    assert f"def {function}(" in source
    assert row.kode in source
    assert row.kode != row.mutasi


def test_every_known_survivor_stands_once_with_its_reason() -> None:
    rows = [line for line in KNOWN.read_text("utf-8").splitlines() if line.startswith("| `")]
    assert len(rows) == len(known())
    assert [row for row in rows if re.search(r"\|\s*\|$", row)] == []
