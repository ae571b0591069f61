"""A year beside the year before, in words: counts that are zero are not told."""

from __future__ import annotations

import pytest

from sakipgen.measuring.arah import Arah
from sakipgen.rendering.kalimat_banding import FaktaBanding, banding, capaian

_IKU = "indikator kinerja utama"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (FaktaBanding(), "Belum ada indikator kinerja utama yang dapat dibandingkan."),
        (FaktaBanding(tanpa=2), "Belum ada indikator kinerja utama yang dapat dibandingkan dengan tahun 2024."),
        (FaktaBanding(membaik=7), "Dibanding tahun 2024, semua 7 indikator kinerja utama membaik."),
        (FaktaBanding(membaik=1), "Dibanding tahun 2024, dari 1 indikator kinerja utama, 1 membaik."),
        (FaktaBanding(memburuk=2), "Dibanding tahun 2024, dari 2 indikator kinerja utama, 2 memburuk."),
        (
            FaktaBanding(membaik=4, memburuk=1, tetap=1, tanpa=1),
            (
                "Dibanding tahun 2024, dari 7 indikator kinerja utama, "
                "4 membaik, 1 memburuk, 1 relatif tetap, dan 1 tidak dapat dibandingkan."
            ),
        ),
    ],
)
def test_counts_in_words(facts: FaktaBanding, said: str) -> None:
    assert str(banding(facts, _IKU, 2024)) == said


@pytest.mark.parametrize(
    ("way", "said"),
    [
        (Arah.MEMBAIK, "Capaian perangkat daerah naik dari 98,84% menjadi 101,74%."),
        (Arah.MEMBURUK, "Capaian perangkat daerah turun dari 98,84% menjadi 101,74%."),
        (Arah.TETAP, "Capaian perangkat daerah tetap 101,74%."),
    ],
)
def test_the_whole_in_words(way: Arah, said: str) -> None:
    assert str(capaian(way, {"hal": "perangkat daerah", "semula": "98,84%", "kini": "101,74%"})) == said
