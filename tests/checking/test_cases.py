"""Every rule has a smallest wrong folder in `tests/cases/`, and says exactly this about it, at exactly this place.

`cases/CODE/data/` is laid over `cases/_dasar/data/`. The codes of `LENGKAP` need more than that to go wrong: for them
`cases/_lengkap/data/` lies in between, with a program, a SOP and its record, and a file of nearly every other kind.

The whole pipeline runs, so a rule that speaks twice, or that makes another one speak, shows. Renew the expectations
by `pytest tests/checking/test_cases.py --update-golden` and read the diff.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sakipgen.checking import manual
from sakipgen.domain.dataset import LAYOUT
from sakipgen.project import Build, Project
from sakipgen.reading.manual import MANUAL
from tests.conftest import Golden, Indonesian

CASES = Path(__file__).parent.parent / "cases"
CHECKING = CASES.parent.parent / "sakipgen" / "checking"
CODES = sorted(manual())
LENGKAP = frozenset(
    {
        *(
            "K107",
            "K108",
            "K109",
            "K111",
            "K113",
            "K114",
            "K116",
            "L004",
            "L006",
            "L007",
            "L010",
            "P002",
            "P003",
            "P005",
        ),
        *("P006", "R012", "R013", "R025", "R028", "S011", "S012", "T009", "W003", "W008"),
        *("K118", "K119", "K120", "K121", "K122", "K123", "L011", "L012", "L013", "R032", "R033", "R034"),
    }
)


def build(folder: Path, *layers: str) -> Build:
    for layer in layers:
        shutil.copytree(CASES / layer / "data", folder / "data", dirs_exist_ok=True)
    return Project(folder).build()


@pytest.mark.parametrize("layers", [("_dasar",), ("_dasar", "_lengkap")])
def test_base_has_nothing_to_say_against(layers: tuple[str, ...], tmp_path: Path) -> None:
    found = build(tmp_path, *layers)
    assert found.report.diagnostics == ()
    assert found.rekap is not None


@pytest.mark.parametrize("code", CODES)
def test_case(code: str, tmp_path: Path, golden: Golden, indonesian: Indonesian) -> None:
    found = build(tmp_path, "_dasar", *(["_lengkap"] if code in LENGKAP else []), code)
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


def test_the_complete_base_has_a_file_of_every_kind() -> None:
    folders = [CASES / "_dasar" / "data", CASES / "_lengkap" / "data"]
    paths = [str(path.relative_to(folder)) for folder in folders for path in folder.rglob("*.yaml")]
    lacking = [jenis.skema for jenis in LAYOUT if not any(map(jenis.regex.fullmatch, paths))]
    assert lacking == ["anggaran"], "the cases of L004 and W003 need it absent"


def test_every_code_of_the_rules_is_in_the_manual() -> None:
    literals = {
        code for path in CHECKING.glob("*.py") for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))
    }
    assert literals == set(CODES)


def test_no_code_has_two_meanings() -> None:
    assert set(CODES) & set(MANUAL) == set()
