"""Worked examples of a year's method: only a row that shows what the rule says, else none."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.rendering.pages import contoh
from tests.measuring.builder import Susunan
from tests.rendering.test_jejak import semua
from tests.test_rekap import ringkas


def kasus(data: Susunan, judul: str) -> str | None:
    """The example of a special case, as text."""
    (year,) = ringkas(data).tahun
    (found,) = [row for row in contoh.khusus(year) if row.judul == judul]
    return None if found.contoh is None else found.contoh.hitungan.striptags()


def digabung(agregasi: str, frekuensi: str = "triwulanan", **reports: str) -> tuple[str, str] | None:
    """When and how the reports of an example are joined."""
    data = Susunan().ukur("A", agregasi=agregasi, frekuensi=frekuensi).janji("A", "60")
    for segmen, value in reports.items():
        data.lapor("A", segmen.removeprefix("b"), value)
    (found,) = contoh.agregasi(ringkas(data).tahun[0])
    return None if found.contoh is None else (found.contoh.waktu, found.contoh.hitungan.striptags())


def satu(target: str, realisasi: str, **fields: Any) -> Susunan:
    return Susunan().ukur("A", frekuensi="tahunan", **fields).janji("A", target).lapor("A", "tahunan", realisasi)


LINTASAN: dict[str, Any] = {"formula_capaian": "lintasan", "baseline": {"tahun": "2020", "nilai": "10"}}


@pytest.mark.parametrize(
    ("target", "realisasi", "fields", "judul", "expected"),
    [
        (
            "0",
            "3",
            {"polaritas": "turun"},
            "Target nol, makin rendah makin baik",
            "target 0 berarti tanpa toleransi, realisasi 3, jadi 0,00%",
        ),
        ("0", "3", {"polaritas": "stabil"}, "Target nol, makin rendah makin baik", None),
        ("0", "3", {"polaritas": "turun", **LINTASAN}, "Target nol, makin rendah makin baik", None),
        ("-5", "-4", {}, "Target negatif", "(1 + (−4 − (−5)) ÷ |−5|) × 100 = 120,00%"),
        ("-5", "-4", LINTASAN, "Target negatif", None),
        ("5", "4", {}, "Target negatif", None),
        (
            "10",
            "25",
            {"polaritas": "turun"},
            "Capaian di bawah batas terendah",
            "((2 × 10 − 25) ÷ 10) × 100 = −50,00%, ditulis 0,00%",
        ),
    ],
)
def test_a_special_case_is_shown_by_a_row_that_the_rule_is_about(
    target: str, realisasi: str, fields: dict[str, Any], judul: str, expected: str | None
) -> None:
    assert kasus(satu(target, realisasi, **fields), judul) == expected


def test_a_figure_that_is_taken_is_among_those_it_is_taken_from() -> None:
    assert digabung("maks", TW1="9", TW2="7") == ("tahun 2024", "dari 9 dan 7 dipakai 9")
    months = {f"b{n:02}": str(20 - n) for n in range(1, 13)}
    assert digabung("maks", "bulanan", **months) == ("Triwulan I 2024", "dari 19; 18; dan 17 dipakai 19")
    assert digabung("min", "bulanan", **months) == ("Triwulan IV 2024", "dari 10; 9; dan 8 dipakai 8")


def test_a_sum_is_shown_with_few_reports_all_of_its_period() -> None:
    assert digabung("jumlah", TW1="9", TW2="7") == ("tahun 2024", "9 + 7 = 16")
    months = {f"b{n:02}": str(n) for n in range(1, 13)}
    assert digabung("jumlah", "bulanan", **months) == ("Triwulan I 2024", "1 + 2 + 3 = 6")


def test_without_several_reports_there_is_no_example() -> None:
    assert digabung("rerata", TW1="9") is None
    assert digabung("rerata") is None


def test_every_way_of_joining_and_every_formula_of_the_sample_has_an_example() -> None:
    (year,) = ringkas(semua()).tahun
    assert [row.judul for row in contoh.agregasi(year) if row.contoh is None] == []
    without = [row.rumus for row in contoh.formula(year) if row.contoh is None]
    assert without == ["(target ÷ realisasi) × 100"]  # its only row divides by nothing
