"""The page of a pohon kinerja: a sentence, a drawing, and every node in a nested list with its links and states."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.rendering.page import Page
from tests.domain.cabang import KODE, kondisi
from tests.measuring.builder import UNIT, Susunan, renstra
from tests.rendering.test_pages import JAHAT, render, small, text, tree

MITRA = [{"unit": UNIT, "peran": "Menilai"}, {"perangkat_daerah": "Dinas Kesehatan", "peran": "Mengusulkan"}]


def bertingkat(**changes: Any) -> Susunan:
    """Two sasaran, a kondisi above the program and one below it, and others who are needed."""
    susunan = small()
    susunan.pohon[KODE] = {
        "tanggal": "2021-11-22",
        "tujuan": {"T1": {"csf": ["Karier menurut merit"]}},
        "sasaran": {"S1": {"csf": ["Data lengkap", "Asesor cukup"]}, "S2": {}},
        "kondisi": {
            "KA": kondisi("S1", uraian="Jabatan terisi.", indikator=["IKU-03"], crosscutting=MITRA),
            "KB": kondisi("5.03", uraian="Seleksi terbuka."),
        },
        "program": {"5.03": {"induk": "KA"}},
        "kegiatan": {"5.03.2": {"induk": "KB", "alasan": "Hasilnya menentukan S1."}},
    } | changes
    return susunan


@pytest.fixture(scope="module")
def page() -> Page:
    return render(bertingkat())["pohon-kinerja"]


def test_it_begins_with_a_sentence(page: Page) -> None:
    assert page.judul == "Pohon kinerja 2021–2026"
    assert text(page, ".sk-putusan, .sk-tambahan") == [
        "1 tujuan ditopang 2 sasaran melalui 2 kondisi antara, diwujudkan oleh 1 program dan 1 kegiatan.",
        "1 simpul memerlukan unit atau perangkat daerah lain.",
    ]
    assert text(page, ".sk-atas") == ["Renstra 2021–2026 · ditetapkan 22 November 2021"]


def test_the_first_drawing_ends_with_the_programs_and_a_branch_has_all(page: Page) -> None:
    first, s1, s2 = tree(page).css("svg.sk-g--pohon")
    labels = [[node.text() for node in svg.css("text.tebal")] for svg in (first, s1, s2)]
    assert labels == [
        ["Tujuan T1", "Sasaran S1", "Kondisi antara KA", "Program 5.03", "Kondisi antara KB", "Sasaran S2"],
        [
            *("Sasaran S1", "Kondisi antara KA", "Program 5.03", "Kondisi antara KB", "Kegiatan 5.03.2"),
            "Sub kegiatan 5.03.2.1",
        ],
        ["Sasaran S2"],
    ]
    assert [node.text() for node in first.css("text.kaki")] == ["⇄ 2 pihak lain", "▸ 1 cabang lagi"]
    assert [node.text() for node in s1.css("text.kaki")] == ["⇄ 2 pihak lain"]
    assert first.attributes["role"] == "img"
    assert not first.css("a")


def test_a_large_tree_is_drawn_as_deep_as_it_stays_readable() -> None:
    row = {f"K{n}": kondisi("S1", uraian="Keadaan.") for n in range(7)}
    row |= {f"K{n}-{m}": kondisi(f"K{n}", uraian="Keadaan.") for n in range(7) for m in range(10)}
    page = render(bertingkat(kondisi=row | {"KA": kondisi("S1"), "KB": kondisi("5.03")}))["pohon-kinerja"]
    first, s1, _ = tree(page).css("svg.sk-g--pohon")
    assert len(first.css("rect")) == 1 + 2 + 8
    assert [node.text() for node in first.css("text.kaki")] == ["▸ 10 cabang lagi"] * 7 + ["▸ 1 cabang lagi"]
    assert len(s1.css("rect")) == 1 + 8
    assert len(tree(page).css(".sk-ranting")) == 7 + 70 + 2 + 3, "the list has all"


def test_the_list_nests_as_the_tree_does(page: Page) -> None:
    html = tree(page)
    way = "#kondisi-ka > ul > #program-5\\.03 > ul > #kondisi-kb > ul > #kegiatan-5\\.03\\.2 > details > ul > "
    assert html.css_first(f".sk-pohon > ul > {way}#sub-kegiatan-5\\.03\\.2\\.1") is not None
    assert text(page, "h2 + dl dt, h3 + dl dt") == [
        *("Faktor keberhasilan kritis", "Indikator"),
        *("Faktor keberhasilan kritis", "Indikator", "Indikator"),
    ]
    assert text(page, "#kegiatan-5\\.03\\.2 > details > summary") == ["1 sub kegiatan dari 5.03.2"]


def test_a_node_says_who_why_and_how_far(page: Page) -> None:
    assert text(page, "#kondisi-ka > dl > div") == [
        "Penanggung jawabBidang Mutasi",
        "Crosscutting Bidang Mutasi: Menilai Dinas Kesehatan: Mengusulkan",
        "Indikator Nilai merit IKU-03 Sangat Tinggi",
    ]
    assert text(page, "#kegiatan-5\\.03\\.2 > dl > div") == ["Mengapa di cabang iniHasilnya menentukan S1."]
    assert text(page, "#program-5\\.03 > dl") == [], "the unit of the node above is not said again"


def test_what_has_a_page_is_linked(page: Page) -> None:
    links = [node.attributes["href"] for node in tree(page).css("h2 a, h3 a, .sk-ranting > p a")]
    assert links == [
        "../sasaran/#tujuan-t1",
        "../sasaran/s1/",
        "../program/5.03/",
        "../program/5.03/#kode-5.03.2",
        "../program/5.03/#kode-5.03.2.1",
        "../sasaran/s2/",
    ]


def test_everybody_who_is_needed_stands_in_one_table(page: Page) -> None:
    rows = [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in tree(page).css("tbody tr")]
    assert rows == [
        ["Bidang Mutasi", "Menilai", "Kondisi antara KA"],
        ["Dinas Kesehatan", "Mengusulkan", "Kondisi antara KA"],
    ]
    assert [node.attributes["href"] for node in tree(page).css("tbody td a")] == ["#kondisi-ka"] * 2


def test_it_names_its_sources(page: Page) -> None:
    assert str(page.sumber) == f"data/pohon-kinerja/{KODE}.yaml"
    assert text(page, ".sk-daftar-berkas li")[:3] == [
        *(f"data/pohon-kinerja/{KODE}.yaml", f"data/renstra/{KODE}.yaml", "data/program/2024.yaml"),
    ]


def test_nobody_is_needed() -> None:
    page = render(bertingkat(kondisi={"KA": kondisi("S1"), "KB": kondisi("5.03")}))["pohon-kinerja"]
    assert text(page, "#crosscutting") == []
    assert text(page, ".sk-tambahan") == ["Belum dicatat siapa lain yang diperlukan."]


def test_pages_of_sasaran_lead_there() -> None:
    pages = render(bertingkat())
    assert '<a href="../pohon-kinerja/">pohon kinerja</a>' in pages["sasaran"].isi
    assert 'href="../../pohon-kinerja/#sasaran-s1"' in pages["sasaran/s1"].isi
    without = render(small())
    assert "pohon-kinerja" not in without["sasaran"].isi
    assert "pohon-kinerja" not in without["sasaran/s1"].isi


def test_no_tree_is_said_in_words() -> None:
    page = render(small())["pohon-kinerja"]
    assert (page.judul, text(page, ".sk-putusan")) == ("Pohon kinerja", ["Pohon kinerja belum ada dalam data."])
    assert render(Susunan())["pohon-kinerja"].judul == "Pohon kinerja"


def test_an_earlier_tree_keeps_a_page_of_its_own() -> None:
    susunan = bertingkat()
    susunan.renstra_lain["2027-2031"] = renstra(
        {"S1": ["IKU-01"]}, {"IKU-01": {"2027": "1"}}, tahun_awal="2027", tahun_akhir="2031"
    )
    susunan.pohon["2027-2031"] = {"tujuan": {"T1": {}}, "sasaran": {"S1": {}}}
    pages = render(susunan)
    assert pages["pohon-kinerja"].judul == "Pohon kinerja 2027–2031"
    assert pages["pohon-kinerja/2021-2026"].judul == "Pohon kinerja 2021–2026"
    assert 'href="../../pohon-kinerja/2021-2026/#sasaran-s1"' in pages["sasaran/s1"].isi
    assert 'href="../pohon-kinerja/2021-2026/"' in pages["pohon-kinerja"].isi
    assert 'href="../../pohon-kinerja/"' in pages["pohon-kinerja/2021-2026"].isi
    assert text(pages["pohon-kinerja"], "h3 a, h2 a") == [], "nothing of a plan to come has a page"
    assert text(pages["pohon-kinerja"], ".sk-arti--pohon .sk-kosong") == ["tidak diukur"]
    assert text(pages["pohon-kinerja"], ".sk-putusan")[0].endswith("program yang mewujudkannya belum ada.")


def test_a_kegiatan_that_has_ended_says_when() -> None:
    susunan = bertingkat(kegiatan={"5.03.9": {"induk": "KB"}})
    plan = susunan.program[2024]
    sub = {"5.03.9.1": plan["sub_kegiatan"]["5.03.2.1"]}
    susunan.program[2023] = plan | {"kegiatan": {"5.03.9": plan["kegiatan"]["5.03.2"]}, "sub_kegiatan": sub}
    susunan.metode_lain[2023] = susunan.metode  # type: ignore[assignment]
    susunan.pk[2023, "kepala", "murni"] = susunan.pk[2024, "kepala", "murni"] | {"tanggal": "2023-01-15"}
    page = render(susunan)["pohon-kinerja"]
    assert text(page, "#kegiatan-5\\.03\\.9 > dl > div") == ["Daftar programTerakhir tercatat tahun 2023."]


def test_hostile_words_are_only_words() -> None:
    hostile = [{"perangkat_daerah": JAHAT, "peran": JAHAT}]
    susunan = bertingkat(
        tujuan={"T1": {"csf": [JAHAT], "crosscutting": hostile}},
        kondisi={"KA": kondisi("S1", uraian=JAHAT), "KB": kondisi("5.03")},
        nomor=JAHAT,
    )
    page = render(susunan)["pohon-kinerja"]
    assert text(page, "#kondisi-ka > p") == [f"Kondisi antara {' '.join(JAHAT.split())} KA"]
    assert text(page, "#t-crosscutting ~ tbody :is(th, td)") == [JAHAT, JAHAT, "Tujuan T1"]
    assert text(page, "h2 + dl li")[0] == JAHAT
