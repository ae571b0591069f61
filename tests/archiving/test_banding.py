"""What differs is named, whatever lies there; what a later version says beyond it is no difference."""

from __future__ import annotations

import json
from pathlib import PurePosixPath

import pytest

from sakipgen.archiving.banding import TAMPIL, angka_sama

BERKAS = PurePosixPath("2024-TW1/ukur.json")
LEMBAR = {
    "versi": 1,
    "indikator": [{"kode": "IKU-01", "capaian": 95.10, "sumber": {"baris": 3}}],
    "sasaran": [{"kode": "S1", "kategori": "Tinggi"}],
    "perangkat_daerah": {"capaian": None},
}


def beda(arsip: object, kini: object = LEMBAR) -> list[str]:
    found = angka_sama(BERKAS, arsip if isinstance(arsip, str) else json.dumps(arsip), json.dumps(kini))
    return [d.message.removesuffix("; bandingkan dengan salinan lain arsip ini.") for d in found]


def test_the_same_figures_are_the_same_however_they_are_written() -> None:
    assert beda(LEMBAR) == []
    assert beda(json.dumps(LEMBAR, indent=8).replace("95.1", "95.100")) == []
    later = {**LEMBAR, "indikator": [{"kode": "IKU-01", "capaian": 95.1, "sumber": {"baris": 9}, "baru": 1}]}
    assert beda(LEMBAR, later) == []


def test_each_figure_that_differs_is_named() -> None:
    other = {
        "indikator": [{"kode": "IKU-01", "capaian": 96}, {"kode": "IKU-02"}],
        "perangkat_daerah": {"capaian": "9" * 60},
    }
    assert beda(other) == [
        "indikator IKU-01: `capaian` dalam arsip 96, sekarang 95.1",
        "indikator IKU-02 tidak diukur lagi",
        f"perangkat daerah: `capaian` dalam arsip {'9' * 40}…, sekarang None",
        "sasaran S1 tidak ada dalam arsip",
    ]


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"indikator": 3, "sasaran": [1, null]}', '"x"'])
def test_what_is_no_sheet_is_none(text: str) -> None:
    assert beda(text)[0] == "tidak memuat angka yang dapat dibaca"


def test_what_could_act_on_a_terminal_is_shown_as_an_escape() -> None:
    other = {**LEMBAR, "perangkat_daerah": {"\x1b[31m": "\x1b[0m"}}
    assert beda(other) == ["perangkat daerah: `\\x1b[31m` dalam arsip \\x1b[0m, sekarang None"]


def test_the_first_are_told_and_the_rest_counted() -> None:
    many = {**LEMBAR, "indikator": [*LEMBAR["indikator"], *({"kode": f"X-{n}"} for n in range(30))]}  # type: ignore[misc]
    told = beda(many)
    assert (len(told), told[-1]) == (TAMPIL, "… dan 11 perbedaan lagi.")
