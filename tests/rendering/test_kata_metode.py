"""A year's policy in words: each value has some, no number loses its decimals, bounds are those of the scale."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.indikator import Agregasi, ModeTarget
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran
from sakipgen.domain.skala import Celah, Skala
from sakipgen.domain.skala_baku import SKALA
from sakipgen.measuring.hitung import round_half_up
from sakipgen.measuring.skala import kelas
from sakipgen.rendering import kata_metode
from tests.conftest import Indonesian
from tests.measuring.builder import AKIP88, indikator, metode, skala

PERSENTASE: Final = re.compile(r"(lebih dari |kurang dari )?(\d+(?:,\d+)?)")


def test_every_choice_of_the_policy_has_words(indonesian: Indonesian) -> None:
    assert set(kata_metode.AGREGASI) == set(Agregasi)
    assert set(kata_metode.SASARAN) == set(AgregasiSasaran)
    assert set(kata_metode.PERANGKAT_DAERAH) == set(AgregasiPerangkatDaerah)
    for words in (kata_metode.AGREGASI, kata_metode.SASARAN, kata_metode.PERANGKAT_DAERAH):
        for text in words.values():
            indonesian(text)


@pytest.mark.parametrize(
    ("agregasi", "mode", "expected"),
    [
        ("jumlah", ModeTarget.PER_PERIODE, "Target setiap periode juga dijumlahkan sejak awal tahun."),
        ("jumlah", ModeTarget.KUMULATIF, "Target periode ditulis sebagai posisi sejak awal tahun."),
        ("terakhir", ModeTarget.KUMULATIF, "Target periode ditulis sebagai posisi sejak awal tahun."),
        ("rerata", ModeTarget.PER_PERIODE, "Target periode berlaku untuk periode itu sendiri."),
    ],
)
def test_how_targets_of_periods_are_read(agregasi: str, mode: ModeTarget, expected: str) -> None:
    assert kata_metode.mode(indikator(agregasi=agregasi, mode_target=mode)) == expected


@pytest.mark.parametrize(
    ("lantai", "expected"),
    [
        (None, "Capaian di bawah nol tetap ditulis apa adanya."),
        ("0", "Capaian di bawah 0% ditulis 0%."),
        ("2.5", "Capaian di bawah 2,5% ditulis 2,5%."),
    ],
)
def test_the_floor(lantai: str | None, expected: str) -> None:
    assert kata_metode.lantai(metode(lantai=lantai)) == expected


@pytest.mark.parametrize(
    ("batas", "expected"),
    [
        (None, "Capaian tidak dibatasi sebelum dirata-ratakan ke sasaran."),
        ("120", "Saat dirata-ratakan menjadi capaian sasaran, capaian di atas 120% dihitung 120%."),
        ("120.75", "Saat dirata-ratakan menjadi capaian sasaran, capaian di atas 120,75% dihitung 120,75%."),
    ],
)
def test_the_cap(batas: str | None, expected: str) -> None:
    assert kata_metode.batas_agregat(metode(batas_agregat=batas)) == expected


@pytest.mark.parametrize(
    ("nilai", "expected"), [("80", "80%"), ("66.67", "66,67%"), ("0.000001", "0,000001%"), ("1500", "1.500%")]
)
def test_a_percentage_keeps_its_decimals(nilai: str, expected: str) -> None:
    assert kata_metode.persen_lengkap(Decimal(nilai)) == expected


MASUK: Final = "(setengah ke atas), lalu dicocokkan dengan tabel ini."


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (skala(), f"Capaian dibulatkan satu kali ke bilangan bulat terdekat {MASUK}"),
        (skala(AKIP88), f"Capaian dibulatkan satu kali sampai 2 angka di belakang koma {MASUK}"),
        (
            skala(celah="batas_bawah"),
            "Setiap kelas dimulai tepat pada batas bawahnya; nilai di antara dua kelas masuk kelas yang lebih rendah.",
        ),
        (
            skala(celah="batas_atas"),
            "Setiap kelas berakhir tepat pada batas atasnya; nilai di antara dua kelas masuk kelas yang lebih tinggi.",
        ),
    ],
)
def test_how_gaps_are_read(found: Skala, expected: str) -> None:
    assert kata_metode.celah(found) == expected


def bounds(found: Skala) -> list[str]:
    return [kata_metode.batas(found, n) for n in range(len(found.kelas))]


def test_bounds_in_words() -> None:
    assert bounds(skala()) == ["91 atau lebih", "76 sampai 90", "66 sampai 75", "51 sampai 65", "50 atau kurang"]
    assert bounds(skala(AKIP88)) == [
        "lebih dari 90",
        "lebih dari 80 sampai 90",
        "lebih dari 70 sampai 80",
        "lebih dari 60 sampai 70",
        "lebih dari 50 sampai 60",
        "lebih dari 30 sampai 50",
        "30 atau kurang",
    ]


def test_the_outermost_classes_hold_what_lies_beyond_the_table() -> None:
    closed = skala(
        presisi_tabel="2",
        celah="batas_bawah",
        kelas=[
            {"kode": "a", "label": "A", "min": "90", "maks": "100"},
            {"kode": "b", "label": "B", "min": "50.5", "maks": "90", "maks_termasuk": "tidak"},
            {"kode": "c", "label": "C", "min": "0", "maks": "50.5", "maks_termasuk": "tidak"},
        ],
    )
    assert bounds(closed) == ["90 atau lebih", "50,5 sampai kurang dari 90", "kurang dari 50,5"]


def within(words: str, value: Decimal) -> bool:
    """Whether a value lies within bounds as a reader takes them."""
    low, _, high = words.partition(" sampai ")
    if words.endswith(" atau lebih"):
        return value >= number(words)
    if words.endswith(" atau kurang"):
        return value <= number(words)
    above = value > number(low) if "lebih dari" in low else value >= number(low)
    if not high:
        return value < number(words) if words.startswith("kurang dari") else above
    return above and (value < number(high) if "kurang dari" in high else value <= number(high))


def number(words: str) -> Decimal:
    found = PERSENTASE.search(words)
    assert found
    return Decimal(found[2].replace(",", "."))


@given(
    value=st.one_of(
        st.decimals(min_value=-20, max_value=200, places=6),
        st.integers(-40, 400).map(lambda n: Decimal(n) / 2),
        st.integers(-20, 200).map(Decimal),
    ),
    found=st.sampled_from(
        [*SKALA.values(), *(skala(celah=gap) for gap in Celah), *(skala(AKIP88, celah=gap) for gap in Celah)]
    ),
)
def test_the_words_hold_every_value_of_a_class_but_those_in_a_gap(value: Decimal, found: Skala) -> None:
    number_of = found.kelas.index(kelas(found, value))
    read = round_half_up(value, found.presisi_tabel) if found.celah is Celah.BULATKAN else value
    fits = [n for n, words in enumerate(bounds(found)) if within(words, read)]
    if fits:
        assert fits == [number_of]
    else:
        assert found.celah is not Celah.BULATKAN
        lower = next(n for n, words in enumerate(bounds(found)) if read > number(words.rpartition(" sampai ")[2]))
        assert number_of == (lower if found.celah is Celah.BATAS_BAWAH else lower - 1)
