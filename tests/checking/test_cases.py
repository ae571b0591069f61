"""Every rule has a smallest wrong folder in `tests/cases/`, and says exactly this about it, at exactly this place.

The whole pipeline runs, so a rule that speaks twice, or that makes another one speak, shows. Renew the expectations
by `pytest tests/checking/test_cases.py --update-golden` and read the diff.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sakipgen.checking import manual
from sakipgen.project import Build, Project
from sakipgen.reading.manual import MANUAL
from tests.conftest import Golden, Indonesian

CASES = Path(__file__).parent.parent / "cases"
CHECKING = CASES.parent.parent / "sakipgen" / "checking"
CODES = sorted(manual())


def build(code: str | None, folder: Path) -> Build:
    shutil.copytree(CASES / "_dasar" / "data", folder / "data")
    if code:
        shutil.copytree(CASES / code / "data", folder / "data", dirs_exist_ok=True)
    return Project(folder).build()


def test_base_has_nothing_to_say_against(tmp_path: Path) -> None:
    found = build(None, tmp_path)
    assert found.report.diagnostics == ()
    assert found.rekap is not None


@pytest.mark.parametrize("code", CODES)
def test_case(code: str, tmp_path: Path, golden: Golden, indonesian: Indonesian) -> None:
    found = build(code, tmp_path)
    text = indonesian("".join(f"{d.as_text()}\n" for d in found.report.diagnostics))
    golden(CASES / code / "expected.txt", text)
    assert {d.code for d in found.report.diagnostics} == {code}, "one mistake, one message"
    assert (found.rekap is None) == found.report.has_errors


@pytest.mark.parametrize("code", CODES)
def test_manual_page(code: str, indonesian: Indonesian) -> None:
    title, _, text = indonesian(manual()[code]).partition("\n\n")
    assert title.endswith(".")
    assert "\n" not in title
    cause, cure, _ = text.partition("Cara memperbaiki: ")
    assert cure, "says how to mend it"
    assert len(cause.split()) >= 5, "says why"


def test_every_code_of_the_rules_is_in_the_manual() -> None:
    literals = {
        code for path in CHECKING.glob("*.py") for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))
    }
    assert literals == set(CODES)


def test_no_code_has_two_meanings() -> None:
    assert set(CODES) & set(MANUAL) == set()
