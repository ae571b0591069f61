"""Every rule over two trees has a smallest wrong proposal in `tests/cases_tinjau/`, and says exactly this about it.

`CODE/dasar/` is laid over the base, `CODE/usulan/` over that; `pengirim.txt` names who sends it, `program.txt` what is
marked as a program. Renew the expectations by `--update-golden` and read the diff.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sakipgen import checking, reviewing
from sakipgen.reading.manual import MANUAL
from tests.conftest import Golden, Indonesian
from tests.usulan import CASES_TINJAU, Kantor, kode

REVIEWING = Path(reviewing.__file__).parent
MADE = {
    "K002": "an approval is no part of a tree",
    "K004": "a report is no tree",
    **dict.fromkeys(("K007", "K008", "K009", "K010", "K011"), "a record is no tree: tests/test_auditing.py"),
}
"""The codes that no pair of trees can show."""
CODES = sorted(path.name for path in CASES_TINJAU.iterdir() if path.name != "_dasar")


def test_the_base_says_nothing_and_a_proposal_of_nothing_neither(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.simpan()
    found = kantor.tinjau(pengirim="bk-mutasi")
    assert found.report.diagnostics == ()
    assert [*found.ubahan, *found.angka, *found.isian, *found.tenggat] == []
    assert found.terukur


@pytest.mark.parametrize("code", CODES)
def test_case(code: str, tmp_path: Path, golden: Golden, indonesian: Indonesian) -> None:
    case = CASES_TINJAU / code
    kantor = Kantor(tmp_path)
    kantor.lapis(case, "dasar")
    kantor.simpan()
    kantor.lapis(case, "usulan")
    found = kantor.tinjau(pengirim=(case / "pengirim.txt").read_text("utf-8").strip())
    golden(case / "expected.txt", indonesian("".join(f"{d.as_text()}\n" for d in found.report.diagnostics)))
    assert set(kode(found)) == {code}, "one mistake, one message"


def test_every_code_has_a_case_and_a_page() -> None:
    written = {c for path in REVIEWING.glob("*.py") for c in re.findall(r'"([KP]\d{3})"', path.read_text("utf-8"))}
    assert {*CODES, *MADE} == {*reviewing.manual(), "P002"}, "P002 has its page among the checks of one tree"
    assert written <= {*CODES, *MADE}


def test_no_code_has_two_meanings() -> None:
    assert not {*reviewing.manual()} & {*checking.manual(), *MANUAL}


@pytest.mark.parametrize("code", sorted(reviewing.manual()))
def test_manual_page(code: str, indonesian: Indonesian) -> None:
    title, _, text = indonesian(reviewing.manual()[code]).partition("\n\n")
    assert title.endswith(".")
    assert "\n" not in title
    cause, cure, _ = text.partition("Cara memperbaiki: ")
    assert cure, "says how to mend it"
    assert len(cause.split()) >= 5, "says why"
