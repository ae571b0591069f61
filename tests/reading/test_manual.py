"""The manual: every entry has its parts, and its examples are as wrong and as right as they claim."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pytest

from sakipgen.reading import read_source
from sakipgen.reading.manual import MANUAL
from tests.conftest import Indonesian

EXAMPLES = {
    code: re.findall(r"```yaml\n(.*?)\n```", entry, re.DOTALL) for code, entry in MANUAL.items() if "```" in entry
}


@pytest.mark.parametrize("code", MANUAL)
def test_entry_has_its_parts(code: str, indonesian: Indonesian) -> None:
    title, blank, *rest = MANUAL[code].split("\n")
    assert title
    assert not title.endswith(".")
    assert blank == ""
    assert "**Cara memperbaiki.**" in "\n".join(rest)
    indonesian(re.sub(r"```yaml\n.*?\n```", "", MANUAL[code], flags=re.DOTALL))


@pytest.mark.parametrize("code", [code for code in EXAMPLES if not code.startswith("R")])
def test_examples_are_wrong_before_and_right_after(code: str) -> None:
    before, after = EXAMPLES[code]
    path = PurePosixPath("data/x.yaml")
    found = {diagnostic.code for diagnostic in read_source(path, before.encode())[1]}
    assert found == ({code} if code.startswith(("Y", "U", "D")) and code != "Y013" else set())
    assert read_source(path, after.encode())[1] == ()
