"""Odd but good proposals pass: no galat, and no lock cries where nothing that is closed or signed has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.diagnostics import Severity
from tests.korpus.ganjil_usulan import GANJIL_USULAN, Usul
from tests.test_korpus import GANJIL
from tests.usulan import Kantor


@pytest.mark.parametrize("row", GANJIL_USULAN, ids=lambda row: row.id)
def test_an_odd_but_good_proposal_passes(row: Usul, tmp_path: Path) -> None:
    kantor = Kantor(tmp_path)
    kantor.simpan()
    row.ubah(kantor)
    found = kantor.tinjau()
    said = [d.as_text() for d in found.report.diagnostics if d.severity is Severity.ERROR or d.code.startswith("P")]
    assert said == []
    assert found.ubahan, "something is proposed"
    assert found.terukur


def test_there_are_enough_of_them() -> None:
    """Thirty as proposals, thirty as data; each once."""
    for rows in (GANJIL_USULAN, GANJIL):
        assert len({row.id for row in rows}) == len(rows) >= 30
