"""Charts, directions and written targets on the page of an indikator, for every satuan and every form of a target."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import pytest

from tests.measuring.builder import UNIT, Susunan, metode
from tests.rendering.test_nilai import SATUAN, TAHAPAN, satuan
from tests.rendering.test_pages import render, text, tree

PERSEN: Final = satuan("persen", "persen")
HARI: Final[Mapping[str, Any]] = SATUAN["tanggal"]


def dua_tahun(
    kamus: Mapping[str, Any], target: Any, dulu: dict[str, Any], kini: dict[str, Any], lalu: Any = None
) -> str:
    """The page of a yearly indikator that was reported for 2023 and 2024; `lalu` is the target of 2023."""
    susunan = Susunan().ukur("IKU-01", frekuensi="tahunan", **kamus).janji("IKU-01", target)
    susunan.metode_lain = {2023: metode()}
    before = {"IKU-01": {"target": lalu or target}}
    susunan.pk[2023, "kepala", "murni"] = {"tanggal": "2023-01-15", "pihak_pertama": "kepala", "butir": before}
    susunan.laporan[2023, "tahunan", UNIT] = {"butir": {"IKU-01": dulu}}
    susunan.target_renstra = {"IKU-01": {"2024": target}}
    return str(render(susunan.lapor("IKU-01", "tahunan", **kini))["indikator/iku-01"].isi)


def uraian(html: str, chart: str) -> str:
    (found,) = re.findall(rf'<desc id="{chart}-u">([^<]*)<', html)
    return " ".join(str(found).split())


def tulisan(html: str, chart: str) -> list[str]:
    """What is written in a chart."""
    (found,) = re.findall(rf'aria-labelledby="{chart}-j.*?</figure>', html, re.DOTALL)
    return re.findall(r"<text[^>]*>([^<]*)<", str(found))


@pytest.mark.parametrize(
    ("kamus", "target", "kini", "said", "drawn"),
    [
        (
            PERSEN,
            {"min": "80", "maks": "95"},
            {"nilai": "70"},
            "Pada tahun 2024 baru tercatat 70% dari target 80% sampai 95%: kurang 10 poin persen.",
            ["Target 80–95%", "Realisasi 70%", "0", "100"],
        ),
        (
            PERSEN,
            {"lebih_dari": "95"},
            {"nilai": "96"},
            "Pada tahun 2024 tercatat 96%; targetnya lebih dari 95%, jadi target tercapai.",
            ["Target &gt; 95%", "Realisasi 96%", "0", "100"],
        ),
        (
            HARI,
            {"tanggal": "2024-03-31"},
            {"tanggal": "2024-04-05"},
            "Selesai pada 5 April 2024, terlambat 5 hari dari batasnya, 31 Maret 2024.",
            ["Target 31 Maret 2024", "Realisasi 5 April 2024", "1 Jan", "1 Feb", "1 Mar", "1 Apr", "1 Mei"],
        ),
        (
            SATUAN["ya_tidak"],
            {"terpenuhi": "ya"},
            {"terpenuhi": "tidak"},
            "Pada tahun 2024 hal ini belum terpenuhi, padahal ditargetkan terpenuhi.",
            ["Target ya", "Realisasi tidak", "Tidak", "Ya"],
        ),
        (
            SATUAN["predikat"],
            {"predikat": "WTP"},
            {"predikat": "WDP"},
            "Pada tahun 2024 diperoleh predikat WDP, di bawah target WTP.",
            ["Target WTP", "Realisasi WDP", "TMP", "TW", "WDP", "WTP"],
        ),
    ],
)
def test_the_bullet_says_what_its_numbers_stand_for(
    kamus: Mapping[str, Any], target: Any, kini: dict[str, str], said: str, drawn: list[str]
) -> None:
    html = dua_tahun(kamus, target, kini, kini)
    assert uraian(html, "g-peluru") == said
    *shown, kategori = tulisan(html, "g-peluru")
    assert shown == drawn
    assert re.findall(r"<span>Kategori</span><b>.*?</svg>([^<]+)<", html) == [kategori]


def test_years_of_a_band() -> None:
    html = dua_tahun(PERSEN, {"min": "80", "maks": "95"}, {"nilai": "90"}, {"nilai": "70"})
    assert uraian(html, "g-tahun") == (
        "Memburuk dari 90 (2023) menjadi 70 (2024). Realisasi terendah 70 (2024), tertinggi 90 (2023), "
        "terakhir 70 (2024)."
    )
    assert "kotak bergaris = rentang target setahun; sumbu tidak mulai dari 0" in html
    assert tulisan(html, "g-tahun").count("80–95") == 2


def test_the_same_day_of_two_years_stands_at_the_same_height() -> None:
    goal, before = {"tanggal": "2024-03-31"}, {"tanggal": "2023-03-31"}
    html = dua_tahun(HARI, goal, {"tanggal": "2023-03-30"}, {"tanggal": "2024-03-30"}, before)
    assert uraian(html, "g-tahun").startswith("Relatif tetap: 30 Maret 2023 (2023) dan 30 Maret 2024 (2024). ")
    heights = re.findall(r'<line class="alur" [^>]*y1="(\d+)" y2="(\d+)"', html)
    assert len(heights) == 1
    assert heights[0][0] == heights[0][1]
    assert tulisan(html, "g-tahun")[:3] == ["1 Mar", "1 Apr", "31 Mar"]


@pytest.mark.parametrize(
    ("kamus", "target", "dulu", "kini", "said"),
    [
        (SATUAN["predikat"], {"predikat": "WTP"}, {"predikat": "WDP"}, {"predikat": "WTP"}, "membaik (+1 peringkat)"),
        (HARI, {"tanggal": "2024-03-31"}, {"tanggal": "2023-03-30"}, {"tanggal": "2024-03-31"}, "memburuk (+1 hari)"),
        (HARI, {"tanggal": "2024-03-31"}, {"tanggal": "2023-03-30"}, {"tanggal": "2024-03-30"}, "tetap (0 hari)"),
        (SATUAN["ya_tidak"], {"terpenuhi": "ya"}, {"terpenuhi": "tidak"}, {"terpenuhi": "ya"}, "membaik"),
        (SATUAN["rupiah"], "5000", {"nilai": "5000"}, {"nilai": "-2500"}, "memburuk (−Rp7.500)"),
        (PERSEN, "60", {"nilai": "50"}, {"nilai": "52.5"}, "membaik (+2,50)"),
    ],
)
def test_a_direction_has_its_satuan(
    kamus: Mapping[str, Any], target: Any, dulu: dict[str, str], kini: dict[str, str], said: str
) -> None:
    before = {"tanggal": "2023-03-31"} if kamus is HARI else target
    html = dua_tahun(kamus, target, dulu, kini, before)
    found = re.findall(r'<span class="sk-arah">(.*?)</span>', html)
    assert {" ".join(re.sub(r"<[^>]*>", "", one).split()) for one in found} == {said}


@pytest.mark.parametrize(
    ("kamus", "target", "kini", "written"),
    [
        ({"skala": "akip88"}, {"predikat": "BB"}, {"nilai": "71"}, '<data value="70.01" data-ref="{}">BB</data>'),
        (
            PERSEN | TAHAPAN,
            {"tahapan": ["siap", "susun"]},
            {"tahapan": ["siap"]},
            '<data value="100" data-ref="{}">Persiapan, Penyusunan</data>',
        ),
        (PERSEN, {"lebih_dari": "95"}, {"nilai": "96"}, '&gt; <data value="95" data-ref="{}">95,00</data>%'),
    ],
)
def test_documents_are_quoted(kamus: Mapping[str, Any], target: Any, kini: dict[str, Any], written: str) -> None:
    susunan = Susunan().ukur("IKU-01", frekuensi="tahunan", **kamus).janji("IKU-01", target)
    susunan.target_renstra = {"IKU-01": {"2024": target}}
    page = render(susunan.lapor("IKU-01", "tahunan", **kini))["indikator/iku-01"]
    cells = [node.html or "" for node in tree(page).css("#t-target ~ tbody td.n")]
    refs = ("target/IKU-01:2024:renstra:2021-2026/nilai", "target/IKU-01:2024:perjanjian_kinerja:murni/nilai")
    assert cells == [f'<td class="n">{written.format(ref)}</td>' for ref in refs]
    if "tahapan" in kamus:
        listed = text(page, "dd li")
        assert listed == ["siap Persiapan (15 persen)", "susun Penyusunan (85 persen)"]


def test_a_sign_is_words_in_the_description_of_the_page() -> None:
    susunan = Susunan().ukur("IKU-01", frekuensi="tahunan", **PERSEN).janji("IKU-01", {"lebih_dari": "95"})
    page = render(susunan.lapor("IKU-01", "tahunan", "94"))["indikator/iku-01"]
    assert "target lebih dari 95%" in page.uraian
    assert "<" not in page.uraian


@pytest.mark.parametrize(("values", "said"), [(("80", "90"), True), (("1", "90"), False)])
def test_an_axis_that_does_not_begin_at_nought_says_so(values: tuple[str, str], said: bool) -> None:
    before, now = values
    html = dua_tahun(PERSEN, before, {"nilai": before}, {"nilai": now})
    (sub,) = re.findall(r"2023–\d{4}[^<]*</span>", html)
    assert ("sumbu tidak mulai dari 0" in sub) is said


def test_the_description_tells_lowest_highest_last_and_gaps() -> None:
    susunan = Susunan().ukur("IKU-01", frekuensi="triwulanan", **PERSEN).janji("IKU-01", "60")
    for segment, value in (("TW1", "10"), ("TW2", "40"), ("TW3", "30")):
        susunan.lapor("IKU-01", segment, value)
    html = str(render(susunan, "2024-10-20")["indikator/iku-01"].isi)
    assert uraian(html, "g-periode").endswith(
        "Realisasi terendah 10 (TW I), tertinggi 40 (TW II), terakhir 30 (TW III). Belum ada data untuk TW IV."
    )
