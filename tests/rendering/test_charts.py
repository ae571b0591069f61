"""Charts: well formed, described in words, drawn from zero, with gaps where nothing is known."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from sakipgen.rendering import charts
from sakipgen.rendering.charts import Judul, Nilai, Ruas, Titik, TitikCapaian
from sakipgen.rendering.charts_sumbu import bilangan, hari, tingkat

D = Decimal
SERATUS = bilangan([D(100)])
JUDUL = Judul("g-1", "Nama <grafik>", "Uraian & isi.")


def nilai(text: str) -> Nilai:
    return Nilai(D(text), text.replace(".", ","), text)


def parse(svg: str) -> ET.Element:
    """The chart as XML; it has no name space because it stands within HTML."""
    return ET.fromstring(svg)  # noqa: S314 - our own output


def titik(label: str, target: str | None, realisasi: str | None, pita: int = 1, **more: bool) -> Titik:
    return Titik(label, nilai(target) if target else None, nilai(realisasi) if realisasi else None, pita, **more)


ALL = {
    "hitungan": charts.batang_hitungan(JUDUL, [Ruas("Sangat Tinggi", 5, 1), Ruas("Belum ada data", 2, 0)]),
    "hitungan_banyak": charts.batang_hitungan(JUDUL, [Ruas("Sangat Tinggi", 500, 1), Ruas("Tinggi", 3, 2)]),
    "peluru": charts.peluru(JUDUL, nilai("60"), nilai("52.37"), 2, SERATUS),
    "peluru_kosong": charts.peluru(JUDUL, nilai("60"), None, 0, SERATUS),
    "peluru_negatif": charts.peluru(JUDUL, nilai("-2"), nilai("-3"), 5, bilangan([D(-3)])),
    "periode": charts.kolom_periode(JUDUL, [titik("TW I", "10", "8"), titik("TW II", "25", None, 0)], SERATUS),
    "tahun": charts.garis_tahun(
        JUDUL, [titik("2023", "50", "48"), titik("2024", "60", "52"), titik("2025", None, None, 0)], SERATUS
    ),
    "titik": charts.titik_capaian(
        JUDUL,
        [
            TitikCapaian("IKU-01", "Indeks <a>", D("102"), "102,00%", 1),
            TitikCapaian("IKU-02", "Nilai", None, "belum waktunya", 0),
        ],
    ),
}


@pytest.mark.parametrize("name", ALL)
def test_every_chart_is_well_formed_and_described(name: str) -> None:
    root = parse(ALL[name])
    assert root.attrib["role"] == "img"
    title, desc = root.find("title"), root.find("desc")
    assert title is not None
    assert desc is not None
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], desc.attrib["id"]]
    assert (title.text, desc.text) == ("Nama <grafik>", "Uraian & isi.")
    assert "viewBox" not in root.attrib
    assert "style=" not in ALL[name]
    assert not re.search(r"fill=\"#|stroke=\"#", ALL[name])
    ids = re.findall(r'\bid="([^"]+)"', ALL[name])
    assert len(ids) == len(set(ids))
    assert all(i.startswith("g-1-") for i in ids)


def test_counts_are_labelled_and_few_are_cells() -> None:
    assert re.findall(r">(\d+)</text>", ALL["hitungan"]) == ["5", "2"]
    assert ALL["hitungan"].count('class="sela"') == 6
    assert ALL["hitungan_banyak"].count('class="sela"') == 0
    assert re.findall(r'width="([\d.]+)%" height="38"', ALL["hitungan"]) == ["71.43", "28.57"]


def test_bars_start_at_zero() -> None:
    assert '<rect class="p2" x="0%" y="35" width="52.37%" height="22"/>' in ALL["peluru"]
    assert '<rect class="p5" x="0%"' in ALL["peluru_negatif"]
    assert "Belum ada realisasi" in ALL["peluru_kosong"]


RENTANG = Nilai(D(80), "80–95%", "80 sampai 95%", D(95))


def test_a_band_is_drawn_between_its_bounds() -> None:
    bullet = charts.peluru(JUDUL, RENTANG, nilai("70"), 3, SERATUS)
    assert '<rect class="target" fill="url(#g-1-a)" x="80%" y="26" width="15%" height="40"/>' in bullet
    assert re.findall(r'class="batas" x1="([\d.]+)%"', bullet) == ["80", "95"]
    assert ">Target 80–95%</text>" in bullet
    columns = charts.kolom_periode(JUDUL, [Titik("TW I", RENTANG, nilai("70"), 3)], SERATUS)
    assert '<rect class="target" fill="url(#g-1-a)" x="21.25%" y="47" width="67.5%" height="23"/>' in columns
    years = charts.garis_tahun(JUDUL, [Titik("2024", RENTANG, nilai("70"), 3)], SERATUS)
    assert '<rect class="target" fill="url(#g-1-a)" x="19%" y="47" width="72%" height="23"/>' in years
    assert 'class="tangga"' not in years


@pytest.mark.parametrize(
    ("realisasi", "target_y", "realisasi_y"),
    [("70", "39", "107"), ("90", "39", "77"), ("97", "87", "32"), ("0", "39", "178")],
)
def test_labels_keep_clear_of_the_band_and_of_the_years(realisasi: str, target_y: str, realisasi_y: str) -> None:
    drawn = charts.garis_tahun(JUDUL, [Titik("2024", RENTANG, nilai(realisasi), 3)], SERATUS)
    assert re.findall(r'y="(\d+)" class="tengah (?:redup|tebal tepi)"', drawn) == [target_y, realisasi_y]


def test_named_marks_are_all_shown_and_bars_begin_below_the_lowest() -> None:
    ranks = tingkat([(D(1), "TMP"), (D(2), "TW"), (D(3), "WDP"), (D(4), "WTP")])
    bullet = charts.peluru(JUDUL, Nilai(D(4), "WTP", "WTP"), Nilai(D(1), "TMP", "TMP"), 5, ranks)
    assert re.findall(r'class="sumbu[^"]*">([^<]+)<', bullet) == ["TMP", "TW", "WDP", "WTP"]
    assert '<rect class="p5" x="0%" y="35" width="25%" height="22"/>' in bullet
    answer = tingkat([(D(0), "Tidak"), (D(1), "Ya")])
    columns = charts.kolom_periode(
        JUDUL, [Titik("TW I", Nilai(D(1), "ya", "ya"), Nilai(D(0), "tidak", "tidak"), 5)], answer
    )
    assert re.findall(r'x="0" y="\d+" class="sumbu">([^<]+)<', columns) == ["Tidak", "Ya"]
    assert '<rect class="p5" x="32.5%" y="115" width="45%" height="75"/>' in columns


def test_days_are_marked_by_first_days_of_months() -> None:
    day = Nilai(D(91), "31 Maret 2024", "31 Maret 2024")
    bullet = charts.peluru(JUDUL, day, Nilai(D(96), "5 April 2024", "5 April 2024"), 4, hari([D(91), D(96)], 2024))
    assert re.findall(r'class="sumbu[^"]*">([^<]+)<', bullet) == ["1 Jan", "1 Feb", "1 Mar", "1 Apr", "1 Mei"]
    assert ">Target 31 Maret 2024</text>" in bullet


def test_a_missing_year_is_a_gap() -> None:
    joined = charts.garis_tahun(
        JUDUL, [titik("2022", None, "48"), titik("2023", None, None, 0), titik("2024", None, "52")], SERATUS
    )
    assert 'class="alur"' not in joined
    assert re.findall(r">(belum|ada|data)<", joined) == ["belum", "ada", "data"]
    assert ALL["tahun"].count('class="alur"') == 1


def test_an_unfinished_year_is_not_joined() -> None:
    drawn = charts.garis_tahun(JUDUL, [titik("2023", None, "48"), titik("2024", None, "20", berjalan=True)], SERATUS)
    assert 'class="alur"' not in drawn
    assert ">berjalan</text>" in drawn


def test_only_few_periods_carry_their_values() -> None:
    months = [titik(f"{m}", "10", f"{m}") for m in range(1, 13)]
    assert re.findall(r'class="tengah tebal">([^<]+)<', charts.kolom_periode(JUDUL, months, SERATUS)) == ["12"]


def test_long_names_are_cut_between_words() -> None:
    long = "Persentase ASN yang mengikuti pengembangan kompetensi"
    drawn = charts.titik_capaian(JUDUL, [TitikCapaian("IKU-03", long, D("87"), "87,00%", 2)])
    assert "Persentase ASN yang mengikuti…" in drawn


def test_beyond_the_axis_an_arrow_says_so() -> None:
    drawn = charts.titik_capaian(JUDUL, [TitikCapaian("A", "B", D("180"), "180,00%", 1)])
    assert "180,00% ▸" in drawn
    assert 'class="lewat"' in charts.peluru_mini(D("121"), 1)
    assert 'class="lewat"' not in charts.peluru_mini(D("120"), 1)


def test_the_small_bar_is_for_the_eye_only() -> None:
    root = parse(charts.peluru_mini(D("87.28"), 2))
    assert root.attrib["aria-hidden"] == "true"


def test_marks_of_the_bands_differ() -> None:
    assert len(set(charts.BENTUK)) == 7
    for pita in range(7):
        parse(charts.bentuk(pita))
