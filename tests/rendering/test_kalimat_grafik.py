"""The grammar of charts: one headline for every situation, and one sentence for lowest, highest and last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.indikator import TipeSatuan
from sakipgen.rendering import kalimat_grafik as k
from sakipgen.rendering.kalimat import Kalimat, Pola
from sakipgen.rendering.kalimat_grafik import Sebutan
from tests.conftest import Indonesian
from tests.rendering.test_environment import D

ISIAN = {
    "hal": "Realisasi",
    "ada": "3",
    "tercapai": "2",
    "min": "12 hari kerja",
    "waktu_min": "TW III",
    "maks": "14 hari kerja",
    "waktu_maks": "TW I",
    "akhir": "13 hari kerja",
    "waktu_akhir": "TW IV",
    "awal": "16 hari kerja",
    "waktu_awal": "2021",
    "target": "paling tinggi 12 hari kerja",
    "kosong": "Januari, Februari, Maret, April, Mei, Juni, Juli, Agustus, September, Oktober, November, dan Desember",
}
TATA: Sequence[Sequence[Pola[Any]]] = (k.PELURU, k.DERET, k.PERIODE, k.SEJAJAR, k.EKSTREM, k.LUBANG)


def spoken(grammar: Sequence[Pola[Any]], facts: object) -> list[str]:
    return [p.nama for p in grammar if p.syarat(facts)]


def test_sentences_are_short_plain_and_indonesian(indonesian: Indonesian) -> None:
    for grammar in TATA:
        names = [p.nama for p in grammar]
        assert len(names) == len(set(names))
        for pola in grammar:
            text = str(Kalimat(pola.teks, ISIAN))
            assert len(text.split()) <= 20, text
            assert not re.search(r"berhasil|gagal|capaian realisasi", text, re.IGNORECASE), text
            indonesian(text)


def sebutan(*values: str) -> list[Sebutan]:
    return [Sebutan(D(value), f"{value}%", f"TW {n}") for n, value in enumerate(values, 1)]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ((), ""),
        (("48",), "Satu-satunya angka 48% (TW 1)."),
        (("48", "48"), "Semua 2 angkanya sama, yaitu 48%."),
        (("48", "52", "50"), "Realisasi terendah 48% (TW 1), tertinggi 52% (TW 2), terakhir 50% (TW 3)."),
        (("52", "48", "52"), "Realisasi terendah 48% (TW 2), tertinggi 52% (TW 1), terakhir 52% (TW 3)."),
    ],
)
def test_lowest_highest_and_last(values: tuple[str, ...], said: str) -> None:
    assert k.ekstrem("Realisasi", sebutan(*values)) == said


def test_side_by_side_nothing_is_the_last() -> None:
    assert (
        k.ekstrem("Capaian", sebutan("90", "80"), berurut=False) == "Capaian terendah 80% (TW 2), tertinggi 90% (TW 1)."
    )


def test_days_are_early_or_late_and_answers_are_no_numbers() -> None:
    days = [Sebutan(D(90), "30 Maret 2024", "2024"), Sebutan(D(95), "5 April 2025", "2025")]
    assert k.ekstrem("Realisasi", days, tipe=TipeSatuan.TANGGAL) == (
        "Realisasi paling cepat 30 Maret 2024 (2024), paling lambat 5 April 2025 (2025), terakhir 5 April 2025."
    )
    answers = [Sebutan(D(0), "tidak", "2024"), Sebutan(D(1), "ya", "2025")]
    assert k.ekstrem("Realisasi", answers, tipe=TipeSatuan.YA_TIDAK) == (
        "Realisasi tidak selalu sama; yang terakhir ya (2025)."
    )


@given(st.lists(st.decimals(-(10**9), 10**9, places=2), min_size=2))
def test_lowest_is_never_above_highest(values: list[Any]) -> None:
    said = k.ekstrem("Realisasi", [Sebutan(v, str(v), "x") for v in values])
    if len(set(values)) > 1:
        low, high, last = re.findall(r"-?\d+\.\d\d", said)
        assert (D(low), D(high), D(last)) == (min(values), max(values), values[-1])
    else:
        assert said.endswith(f"sama, yaitu {values[0]}.")


def test_parts_of_a_description_end_with_a_full_stop_each() -> None:
    assert k.uraian(["Target tercapai", Kalimat("Sampai {x}.", {"x": "Juli"}), ""]) == "Target tercapai. Sampai Juli."
    assert k.uraian([*k.tanpa_data(["2022", "2023"])]) == "Belum ada data untuk 2022 dan 2023."
    assert k.tanpa_data([]) == ()
