"""What all implementations compute: the example's history, and ten thousand indikator in two halves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sakipgen.domain.waktu import Periode
from sakipgen.project import Project
from tests.oracle.sampel import rekapitulasi
from tests.oracle.terbitan import Terbitan, terbitkan

AKAR = Path(__file__).parents[2]
BENIH = 2024
PARUH = {
    "tahun-berjalan": (range(2022, 2042), "2041-08", date(2041, 9, 20)),
    "laporan-ditunggu": (range(2050, 2070), "2069", date(2070, 1, 15)),
}
"""The last year of the one is still running; of the other it has ended, and the day is the last one for its reports."""


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Terbitan:
    return pada(tmp_path_factory.mktemp("contoh"), None)


@pytest.fixture(scope="session", params=list(PARUH))
def sampel(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Terbitan:
    years, sampai, day = PARUH[request.param]
    return terbitkan(rekapitulasi(BENIH, years, sampai, day), tmp_path_factory.mktemp("sampel"))


def pada(folder: Path, sampai: str | None, per_tanggal: date | None = None) -> Terbitan:
    """Returns the example as a day and a period see it."""
    rekap = Project(AKAR).build(per_tanggal, Periode.parse(sampai) if sampai else None).rekap
    assert rekap is not None
    return terbitkan(rekap, folder)
