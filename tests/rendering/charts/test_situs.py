"""Charts of the site: well formed, described in words, drawn from zero, with gaps where nothing is known."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from sakipgen.rendering import charts
from sakipgen.rendering.charts import Nilai, Titik
from sakipgen.rendering.charts.palet import BENTUK, GAYA
from sakipgen.rendering.charts.situs import svg
from sakipgen.rendering.charts.spek import Hitungan, Isi, Kolom, Peluru
from sakipgen.rendering.charts.sumbu import hari, tingkat
from tests.rendering.charts.gambar import (
    EKSTREM,
    JAHAT,
    KELAS,
    NAMA,
    SERATUS,
    TERKECIL,
    URAIAN,
    capaian,
    garis,
    hitungan,
    jahat,
    kolom,
    nilai,
    parse,
    peluru,
    spek,
    titik,
    tulisan,
)

D = Decimal
SEMUA = {**TERKECIL, **EKSTREM}


def gambar(isi: Isi) -> str:
    return svg(spek(isi))


@pytest.mark.parametrize("name", SEMUA)
def test_every_chart_is_well_formed_and_described(name: str) -> None:
    drawn = gambar(SEMUA[name])
    root = parse(drawn)
    assert root.attrib["role"] == "img"
    title, desc = root.find("title"), root.find("desc")
    assert title is not None
    assert desc is not None
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]
    assert (title.text, desc.text) == (NAMA, URAIAN)
    assert "viewBox" not in root.attrib
    ids = re.findall(r'\bid="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    assert all(i.startswith("g-1-") for i in ids)


@pytest.mark.parametrize("name", SEMUA)
def test_colours_are_classes_that_the_palette_knows(name: str) -> None:
    drawn = gambar(SEMUA[name])
    assert "style=" not in drawn
    assert not re.search(r'(fill|stroke)="(?!url\(#g-1-a\)")', drawn)
    assert {kelas for value in re.findall(r'class="([^"]*)"', drawn) for kelas in value.split()} <= {*GAYA, "sk-g"}


@pytest.mark.parametrize("name", SEMUA)
def test_nothing_leaves_the_drawing(name: str) -> None:
    """Places stand between 0 and 100 per cent, and between the edges."""
    root = parse(gambar(SEMUA[name]))
    height = int(root.attrib["height"])
    for node in root.iter():
        across = [D(v.rstrip("%")) for k, v in node.attrib.items() if k in {"x", "x1", "x2"} and v.endswith("%")]
        assert all(0 <= place <= 100 for place in across), node.attrib
        down = [int(v) for k, v in node.attrib.items() if k in {"y", "y1", "y2"}]
        assert all(0 <= place <= height for place in down), (node.attrib, height)


def test_a_text_that_looks_like_markup_is_only_text() -> None:
    for isi in jahat():
        drawn = svg(spek(isi, JAHAT))
        assert "<script" not in drawn
        root = parse(drawn)
        assert root.findtext("title") == JAHAT
        assert {node.tag for node in root.iter()} <= {
            *("svg", "title", "desc", "defs", "pattern", "path", "rect", "line", "text", "tspan", "circle", "g")
        }
        shown = any(JAHAT[:8] in text for text in tulisan(root))
        assert shown != isinstance(isi, Hitungan)  # whose words are the page's


def test_counts_are_labelled_and_few_are_cells() -> None:
    drawn = gambar(hitungan((1, 5), (0, 2)))
    assert tulisan(parse(drawn)) == ["5", "2"]
    assert drawn.count('class="sela"') == 6
    assert re.findall(r'width="([\d.]+)%" height="38"', drawn) == ["71.43", "28.57"]
    many = gambar(hitungan((1, 500), (2, 3), (4, 497)))
    assert many.count('class="sela"') == 0
    assert re.findall(r'class="celah" x1="([\d.]+)%"', many) == ["50", "50.3"]


def test_a_count_stands_beside_the_mark_of_its_kategori() -> None:
    drawn = gambar(hitungan((1, 5), (4, 2), (5, 93)))
    marks = re.findall(
        r'<svg x="([\d.]+)%" y="10" overflow="visible"><g transform="translate\(8\)"><path class="(p\d)"', drawn
    )
    assert marks == [("7", "p5")]  # the others are too narrow for a mark
    assert tulisan(parse(drawn)) == ["5", "93"]  # and two of a hundred for a number


def test_bars_start_at_zero() -> None:
    assert '<rect class="p2" x="0%" y="35" width="52.37%" height="22"/>' in gambar(TERKECIL["peluru"])
    assert '<rect class="p5" x="0%"' in gambar(EKSTREM["peluru_negatif"])
    assert "Belum ada realisasi" in gambar(EKSTREM["peluru_kosong"])
    assert re.findall(r'<rect class="p1" [^>]*y="(\d+)" [^>]*height="(\d+)"', gambar(TERKECIL["kolom"])) == [
        ("178", "12")
    ]


RENTANG = Nilai(D(80), "80–95%", "80 sampai 95%", D(95))


def test_a_band_is_drawn_between_its_bounds() -> None:
    bullet = gambar(Peluru(RENTANG, nilai("70"), KELAS[3], SERATUS))
    assert '<rect class="target" fill="url(#g-1-a)" x="80%" y="26" width="15%" height="40"/>' in bullet
    assert re.findall(r'class="batas" x1="([\d.]+)%"', bullet) == ["80", "95"]
    assert ">Target 80–95%</text>" in bullet
    columns = gambar(kolom(Titik("TW I", RENTANG, nilai("70"), KELAS[3])))
    assert '<rect class="target" fill="url(#g-1-a)" x="21.25%" y="47" width="67.5%" height="23"/>' in columns
    years = gambar(garis(Titik("2024", RENTANG, nilai("70"), KELAS[3])))
    assert '<rect class="target" fill="url(#g-1-a)" x="19%" y="47" width="72%" height="23"/>' in years
    assert 'class="tangga"' not in years


@pytest.mark.parametrize(
    ("realisasi", "target_y", "realisasi_y"),
    [("70", "39", "107"), ("90", "39", "77"), ("97", "87", "32"), ("0", "39", "178")],
)
def test_labels_keep_clear_of_the_band_and_of_the_years(realisasi: str, target_y: str, realisasi_y: str) -> None:
    drawn = gambar(garis(Titik("2024", RENTANG, nilai(realisasi), KELAS[3])))
    assert re.findall(r'y="(\d+)" class="tengah (?:redup|tebal tepi)"', drawn) == [target_y, realisasi_y]


def test_named_marks_are_all_shown_and_bars_begin_below_the_lowest() -> None:
    ranks = tingkat([(D(1), "TMP"), (D(2), "TW"), (D(3), "WDP"), (D(4), "WTP")])
    bullet = gambar(Peluru(Nilai(D(4), "WTP", "WTP"), Nilai(D(1), "TMP", "TMP"), KELAS[5], ranks))
    assert re.findall(r'class="sumbu[^"]*">([^<]+)<', bullet) == ["TMP", "TW", "WDP", "WTP"]
    assert '<rect class="p5" x="0%" y="35" width="25%" height="22"/>' in bullet
    answer = tingkat([(D(0), "Tidak"), (D(1), "Ya")])
    asked = Titik("TW I", Nilai(D(1), "ya", "ya"), Nilai(D(0), "tidak", "tidak"), KELAS[5])
    columns = gambar(Kolom((asked,), answer))
    assert re.findall(r'x="0%" y="\d+" class="sumbu">([^<]+)<', columns) == ["Tidak", "Ya"]
    assert '<rect class="p5" x="32.5%" y="115" width="45%" height="75"/>' in columns


def test_days_are_marked_by_first_days_of_months() -> None:
    day = Nilai(D(91), "31 Maret 2024", "31 Maret 2024")
    after = Nilai(D(96), "5 April 2024", "5 April 2024")
    bullet = gambar(Peluru(day, after, KELAS[4], hari([D(91), D(96)], 2024)))
    assert re.findall(r'class="sumbu[^"]*">([^<]+)<', bullet) == ["1 Jan", "1 Feb", "1 Mar", "1 Apr", "1 Mei"]
    assert ">Target 31 Maret 2024</text>" in bullet


def test_a_missing_year_is_a_gap() -> None:
    drawn = gambar(garis(titik("2022", None, "48"), titik("2023", None, None), titik("2024", None, "52")))
    assert 'class="alur"' not in drawn
    assert re.findall(r">(belum|ada|data)<", drawn) == ["belum", "ada", "data"]
    assert gambar(garis(titik("2023", None, "48"), titik("2024", None, "52"))).count('class="alur"') == 1


def test_a_missing_period_is_a_mark_and_its_word() -> None:
    drawn = gambar(kolom(titik("TW I", "10", "8"), titik("TW II", "25", None)))
    assert re.findall(r'<svg x="([\d.]+)%" y="181" overflow="visible"><circle class="p0"', drawn) == ["77.5"]
    assert tulisan(parse(drawn))[-2:] == ["Sangat Tinggi", "Belum ada data"]


def test_an_unfinished_year_is_not_joined() -> None:
    drawn = gambar(garis(titik("2023", None, "48"), titik("2024", None, "20", berjalan=True)))
    assert 'class="alur"' not in drawn
    assert ">berjalan</text>" in drawn


def test_a_new_series_is_not_joined_and_is_named() -> None:
    drawn = gambar(garis(titik("2023", None, "48"), titik("2024", None, "20", putus=True)))
    assert 'class="alur"' not in drawn
    assert ">seri baru</text>" in drawn


def test_only_few_periods_carry_their_values() -> None:
    months = [titik(f"{m}", "10", f"{m}") for m in range(1, 13)]
    assert re.findall(r'class="tengah tebal">([^<]+)<', gambar(kolom(*months))) == ["12"]
    years = [titik(f"{2010 + m}", None, f"{m}") for m in range(1, 10)]
    assert re.findall(r'class="tengah tebal tepi">([^<]+)<', gambar(garis(*years))) == ["1", "9"]


def test_names_of_many_columns_stand_on_two_lines() -> None:
    months = [titik(name, "10", "5") for name in ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul")]
    places = re.findall(r'y="(\d+)" class="tengah sumbu">([A-Z][a-z]+)<', gambar(kolom(*months)))
    assert [y for y, _ in places] == ["208", "222", "208", "222", "208", "222", "208"]


@pytest.mark.parametrize(
    ("isi", "words"),
    [
        (kolom(titik("TW I", "10", "8", 2), titik("TW II", "10", "3", 5)), ["Tinggi", "Sangat Rendah"]),
        (garis(titik("2023", "10", "8", 4), titik("2024", "10", "9", 1, awal=True)), ["Rendah"]),
        (capaian(("IKU-01", "Indeks", "50"), pita=3), ["Sedang"]),
        (peluru("10", "8", 6), ["Tanpa kategori"]),
    ],
)
def test_every_kategori_is_told_by_its_word(isi: Isi, words: list[str]) -> None:
    assert re.findall(r'dx="\d+" class="redup">([^<]+)<', gambar(isi)) == words


def test_a_key_takes_as_many_words_to_a_line_as_a_phone_does() -> None:
    points = [titik(f"TW {n}", "10", "8", n) for n in range(1, 6)]
    places = re.findall(r'y="(\d+)" dx="(\d+)" class="redup">([^<]+)<', gambar(kolom(*points)))
    assert places == [
        ("252", "20", "Sangat Tinggi"),
        ("252", "147", "Tinggi"),
        ("252", "225", "Sedang"),
        ("272", "20", "Rendah"),
        ("272", "98", "Sangat Rendah"),
    ]


def test_long_names_take_two_lines_and_are_cut_between_words() -> None:
    long = "Persentase ASN yang mengikuti pengembangan kompetensi"
    drawn = gambar(capaian(("IKU-03", long, "87"), ("IKU-04", f"{long} dan {long}", "87")))
    assert tulisan(parse(drawn))[2:8] == [
        "IKU-03 Persentase ASN yang mengikuti",
        "pengembangan kompetensi",
        "87%",
        "IKU-04 Persentase ASN yang mengikuti",
        "pengembangan kompetensi dan Persentase ASN…",
        "87%",
    ]


@pytest.mark.parametrize(("realisasi", "target_y"), [("60", "89"), ("61", "118"), ("50", "92")])
def test_the_text_of_a_target_is_clear_of_the_mark(realisasi: str, target_y: str) -> None:
    """The target of 60 stands at 100, its realisasi at 100, 98 or 115."""
    drawn = gambar(garis(titik("2024", "60", realisasi)))
    assert re.findall(r'y="(\d+)" class="tengah redup"', drawn) == [target_y]


def test_beyond_the_axis_an_arrow_says_so() -> None:
    assert 'class="lewat"' in gambar(capaian(("A", "B", "121")))
    assert 'class="lewat"' not in gambar(capaian(("A", "B", "120")))
    assert 'class="lewat"' in charts.peluru_mini(D("121"), 1)
    assert 'class="lewat"' not in charts.peluru_mini(D("120"), 1)


def test_the_small_bar_is_for_the_eye_only() -> None:
    root = parse(charts.peluru_mini(D("87.28"), 2))
    assert root.attrib["aria-hidden"] == "true"
    assert [node.attrib["width"] for node in root.iter("rect")] == ["100%", "72.73%"]


def test_marks_of_the_bands_differ_by_their_shape() -> None:
    assert len({BENTUK[f"p{pita}"] for pita in range(7)}) == 7
    for pita in range(7):
        parse(charts.bentuk(pita))
