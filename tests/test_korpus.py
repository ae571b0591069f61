"""The corpus: every bad input is told once, at its place, in plain words; odd but good inputs pass without a word."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest

from sakipgen.cli import main
from sakipgen.diagnostics import Severity
from sakipgen.project import Project
from tests.conftest import Indonesian
from tests.korpus.ganjil import GANJIL_TEKS, Ganjil
from tests.korpus.ganjil_isi import GANJIL_ISI
from tests.korpus.salah import BERDIRI, GUGUR, SALAH, Salah
from tests.korpus.tanam import tanam

GANJIL = (*GANJIL_TEKS, *GANJIL_ISI)


@pytest.mark.parametrize("row", SALAH, ids=lambda row: row.id)
def test_a_bad_input_is_told_once_at_its_place(
    row: Salah,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    indonesian: Indonesian,
) -> None:
    folder = tanam(tmp_path, row.lapisan, row.perubahan)
    monkeypatch.setattr(sys, "argv", ["sakipgen", "periksa", "--akar", str(folder)])
    with pytest.raises(SystemExit) as caught:
        main()
    gc.enable()
    told = [line for line in capsys.readouterr().out.splitlines() if line.startswith("data/")]
    assert len(told) == 1, told
    galat = not row.kode.startswith("W")
    severity = Severity.ERROR if galat else Severity.WARNING
    assert told[0].startswith(f"{row.tempat}: {severity.value}[{row.kode}] ")
    assert [word for word in row.kata if word not in indonesian(told[0])] == []
    assert caught.value.code == (1 if galat else 0)


def test_no_bad_input_is_forgotten() -> None:
    ids = {
        *(f"A-{n}" for n in range(10, 13)),
        *(f"B-{n:02}" for n in range(1, 15)),
        *(f"C-{n:02}" for n in range(1, 11)),
    }
    assert set(BERDIRI) | set(GUGUR) == ids
    assert set(BERDIRI) & set(GUGUR) == set()
    assert sorted({row.id.partition("/")[0] for row in SALAH}) == list(BERDIRI)


@pytest.mark.parametrize("row", GANJIL, ids=lambda row: row.id)
def test_an_odd_but_good_input_passes_without_a_word(row: Ganjil, tmp_path: Path) -> None:
    build = Project(tanam(tmp_path, row.lapisan, row.perubahan)).build()
    assert [diagnostic.as_text() for diagnostic in build.report.diagnostics] == []
    assert build.report.exit_code == 0
    assert build.rekap is not None


def test_there_are_enough_odd_inputs_and_each_has_its_reason() -> None:
    assert len(GANJIL) >= 30
    assert len({row.id for row in GANJIL}) == len(GANJIL)
    assert all(row.sebab for row in GANJIL)
