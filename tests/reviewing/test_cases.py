"""Every rule over two trees has a smallest wrong proposal in `tests/cases_tinjau/`, and says exactly this about it.

`CODE/dasar/` is laid over the base, `CODE/usulan/` over that; `pengirim.txt` names who sends it, `program.txt` what is
marked as a program. `CODE/pelaku.yaml` instead names who took part. Renew the expectations by `--update-golden` and
read the diff.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from sakipgen import checking, reviewing
from sakipgen.reading import load, read_source
from sakipgen.reading.manual import MANUAL
from sakipgen.reviewing.kepemilikan import Pelaku, pemisahan_tugas
from tests.conftest import Golden, Indonesian
from tests.usulan import CASES_TINJAU, Kantor, kode

REVIEWING = Path(reviewing.__file__).parent
MADE = {
    "K004": "a report is no tree",
    **dict.fromkeys(("K007", "K008", "K009", "K010", "K011"), "a record is no tree: tests/test_auditing.py"),
}
"""The codes that no pair of trees can show."""
APPROVED = sorted(path.parent.name for path in CASES_TINJAU.glob("*/pelaku.yaml"))
"""The cases of who took part: an approval is no part of a tree."""
CODES = sorted(path.name for path in CASES_TINJAU.iterdir() if path.name not in {"_dasar", *APPROVED})
CHECKED = {"P002", "P003"}
"""The codes that have their page among the checks of one tree."""


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


@pytest.mark.parametrize("code", APPROVED)
def test_case_of_who_took_part(code: str, tmp_path: Path, golden: Golden, indonesian: Indonesian) -> None:
    case = CASES_TINJAU / code
    loaded = load(Kantor(tmp_path).folder / "data")
    assert loaded.dataset is not None
    assert loaded.dataset.pengguna is not None
    said, faults = read_source(PurePosixPath("pelaku.yaml"), (case / "pelaku.yaml").read_bytes())
    assert said is not None, faults
    who: dict[str, Any] = dict(said.value)  # type: ignore[call-overload]
    day = date.fromisoformat(who.pop("hari"))
    found = pemisahan_tugas(loaded.dataset.pengguna.isi, loaded.dataset.pengguna.path, Pelaku(**who), day)
    golden(case / "expected.txt", indonesian("".join(f"{loaded.sources.resolve(i).as_text()}\n" for i in found)))


def test_every_code_has_a_case_and_a_page() -> None:
    written = {c for path in REVIEWING.glob("*.py") for c in re.findall(r'"([KP]\d{3})"', path.read_text("utf-8"))}
    shown = {*CODES, *APPROVED, *MADE}
    assert shown == {*reviewing.manual(), *CHECKED}
    assert checking.manual().keys() >= CHECKED
    assert written <= shown


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
