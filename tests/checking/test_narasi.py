"""R035, K124: prose for what there is, and nothing unread is called missing."""

from __future__ import annotations

from sakipgen.checking.narasi import sasaran_terdaftar, tahun_berjanji
from tests.checking.helpers import said
from tests.measuring.builder import Susunan

TEKS = {"penyebab": "P."}
LAPORAN = {"simpulan": "S."}


def berjanji() -> Susunan:
    return Susunan(sasaran={"S1": ["A"], "S2": ["B"]}).ukur("A").ukur("B").janji("A", "1").janji("B", "1")


def test_r035_only_sasaran_of_the_year() -> None:
    data = berjanji()
    data.narasi_sasaran |= {(2024, "S1"): TEKS, (2024, "S12"): TEKS, (2024, "s2"): TEKS}
    assert said(sasaran_terdaftar, data.dataset()) == [
        (
            "narasi/2024/sasaran/S12.yaml - value R035: sasaran `S12` tidak ada dalam Renstra tahun 2024; "
            "pilihannya: S1, S2; ganti nama berkas ini."
        ),
        (
            "narasi/2024/sasaran/s2.yaml - value R035: sasaran `s2` tidak ada dalam Renstra tahun 2024; "
            "mungkin maksudnya `S2`; ganti nama berkas ini."
        ),
    ]


def test_r035_is_silent_while_a_renstra_cannot_be_read_or_covers_the_year_not() -> None:
    data = berjanji()
    data.narasi_sasaran |= {(2024, "X"): TEKS, (2031, "X"): TEKS}
    data.tak_terbaca.add("renstra/2026-2031.yaml")
    assert said(sasaran_terdaftar, data.dataset()) == []
    data.tak_terbaca.clear()
    assert len(said(sasaran_terdaftar, data.dataset())) == 1


def test_k124_once_for_each_year_without_promises() -> None:
    data = berjanji()
    data.narasi |= {2024: LAPORAN, 2023: LAPORAN}
    data.narasi_sasaran |= {(2023, "S1"): TEKS, (2022, "S1"): TEKS, (2022, "S2"): TEKS, (2024, "S1"): TEKS}
    assert [text.split(" ")[0] for text in said(tahun_berjanji, data.dataset())] == [
        "narasi/2022/sasaran/S1.yaml",
        "narasi/2023/lkjip.yaml",
    ]
    data.tak_terbaca |= {"perjanjian-kinerja/2022/kepala/murni.yaml", "perjanjian-kinerja/2023/kepala/murni.yaml"}
    assert said(tahun_berjanji, data.dataset()) == []
