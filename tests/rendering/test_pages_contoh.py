"""Worked examples of a year's method: only a row that shows what the rule says, else none."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.rendering.pages import contoh
from tests.measuring.builder import Susunan, metode
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
        ("0", "3", {}, "Target nol, makin tinggi makin baik", "target 0, realisasi 3: tidak ditargetkan"),
        ("5", "3", {}, "Target nol, makin tinggi makin baik", None),
        ("0", "3", {"polaritas": "turun"}, "Target nol, makin tinggi makin baik", None),
        ("0", "3", LINTASAN, "Target nol, makin tinggi makin baik", None),
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


def test_nothing_promised_in_a_quarter_is_shown_by_the_latest_one_with_a_figure() -> None:
    data = Susunan().ukur("A", agregasi="terakhir").janji("A", "60")
    data.rencanakan("A", TW1="0", TW2="0", TW3="0", TW4="60").lapor("A", "TW1", "2").lapor("A", "TW2", "3")
    found = next(contoh.khusus(ringkas(data).tahun[0])).contoh
    assert found is not None
    assert (found.waktu, found.hitungan.striptags()) == (
        "Triwulan II 2024",
        "target 0, realisasi 3: tidak ditargetkan",
    )


def test_without_a_floor_the_case_is_a_capaian_below_zero() -> None:
    data = satu("10", "25", polaritas="turun")
    data.metode = metode(lantai=None)
    assert kasus(data, "Capaian di bawah batas terendah") == "((2 × 10 − 25) ÷ 10) × 100 = −50,00%"


@pytest.mark.parametrize(
    ("target", "realisasi", "fields", "expected"),
    [
        ("0", "4", LINTASAN, "((4 − 10) ÷ (0 − 10)) × 100 = 60,00%"),
        ("0", "4", {"formula_capaian": "biner"}, "realisasi 4,00, target 0, jadi 100,00%"),
        ("-5", "-4", {}, None),
        ("0", "0", {"polaritas": "turun"}, None),
    ],
)
def test_a_formula_that_does_not_divide_by_the_target_is_shown_with_any(
    target: str, realisasi: str, fields: dict[str, Any], expected: str | None
) -> None:
    (year,) = ringkas(satu(target, realisasi, **fields)).tahun
    shown = [row.contoh.hitungan.striptags() for row in contoh.formula(year) if row.contoh]
    assert shown == ([] if expected is None else [expected])


def diubah(*targets: tuple[Any, Any], **fields: Any) -> str | None:
    """The example of an amended PK, of indikator with these targets before and after."""
    data = Susunan()
    for kode, (first, now) in zip("AB", targets, strict=False):
        data.ukur(kode, frekuensi="tahunan", **fields).janji(kode, first).lapor(kode, "tahunan", "60")
        data.janji(kode, now, versi="perubahan-1", tanggal="2024-10-05")
    found = contoh.murni(ringkas(data).tahun[0])
    return None if found is None else f"{found.kode}: {found.hitungan.striptags()}"


def test_an_amended_pk_is_shown_by_an_indikator_whose_target_it_changed() -> None:
    assert diubah(("60", "60"), ("80", "75")) == "B: terhadap PK murni 75,00%, terhadap PK perubahan 80,00%"
    assert diubah(("60", {"lebih_dari": "60"})) == "A: terhadap PK murni 100,00%, terhadap PK perubahan 100,00%"
    band = ({"min": "50", "maks": "75"}, {"min": "50", "maks": "55"})
    assert diubah(band, polaritas="rentang") == "A: terhadap PK murni 100,00%, terhadap PK perubahan 109,09%"
    assert diubah(("60", "60"), ("80", "80")) is None


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
