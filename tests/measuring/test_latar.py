"""Which periods a year has."""

from __future__ import annotations

from datetime import date

from sakipgen.domain.waktu import Frekuensi, Periode, Posisi
from sakipgen.measuring.latar import periode_tahun


def test_the_periods_of_a_year_are_those_that_hold_reports() -> None:
    def of(*frekuensi: Frekuensi, sampai: str = "2024") -> list[str]:
        posisi = Posisi(Periode.parse(sampai), date(2025, 1, 1))
        return [str(p) for p in periode_tahun(set(frekuensi), posisi, 2024)]

    assert of() == ["2024"]
    assert of(Frekuensi.TAHUNAN) == ["2024"]
    assert of(Frekuensi.SEMESTERAN) == ["2024-S1", "2024-S2", "2024"]
    assert of(Frekuensi.TRIWULANAN, sampai="2024-TW3") == ["2024-TW1", "2024-TW2", "2024-TW3", "2024"]
    assert of(Frekuensi.TRIWULANAN, sampai="2024-08") == ["2024-TW1", "2024-TW2", "2024"]
    assert of(Frekuensi.BULANAN, sampai="2024-04") == ["2024-01", "2024-02", "2024-03", "2024-TW1", "2024-04", "2024"]
