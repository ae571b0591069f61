"""Pages of sasaran, unit kerja, periode and documents: the parts that stand beside their tables of indikator."""

from __future__ import annotations

import pytest

from sakipgen.domain.waktu import BULAN
from sakipgen.rendering.glosarium import baca
from sakipgen.rendering.page import Page
from tests.rendering.test_pages import render, small, text, tree
from tests.rendering.test_pages_pelaksanaan import living


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(living())


# ── Sasaran ──


def test_a_sasaran_tells_the_last_explanation_of_each_indikator(pages: dict[str, Page]) -> None:
    page = pages["sasaran/s2"]
    assert text(page, "#analisis ~ h3") == ["Rata-rata waktu usul IKU-02", "Nilai merit IKU-03"]
    assert text(page, "#analisis ~ .sk-kecil")[0] == "Triwulan III 2024, Bidang Mutasi"
    assert text(page, "#analisis ~ .sk-arti dd") == [
        "Antre.",
        "Tambah loket.",
        "Piagam BKN 30 Desember 2024.",
        "Angka nyata.",
    ]


def test_a_sasaran_tells_what_is_done_for_it(pages: dict[str, Page]) -> None:
    page = pages["sasaran/s1"]
    assert text(page, "#t-aksi ~ tbody tr") == ["Menagih sertifikatDaftarTW IKabidIKU-01"]
    assert [row.split("TL-")[1][0] for row in text(pages["sasaran/s2"], "#t-tindakan ~ tbody tr")] == ["2", "3"]
    assert "tindakan" not in {part.jangkar for part in render(small())["sasaran/s1"].bagian}


# ── Unit kerja ──


def test_the_strip_has_twelve_months_in_words(pages: dict[str, Page]) -> None:
    page = pages["bidang/mutasi"]
    boxes = text(page, ".sk-kotak li")
    assert [box[:3] for box in boxes] == [
        *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
    ]
    late = [node.css_first("b") for node in tree(page).css(".sk-kotak--lambat")]
    assert [node.text() for node in late if node] == ["Maret", "Desember"]


def test_a_month_that_is_not_over_is_not_missing() -> None:
    boxes = text(render(living(), "2024-05-14")["bidang/mutasi"], ".sk-kotak li")
    assert (boxes[3], boxes[4], boxes[11]) == ("Apriltidak ada laporan", "Meibelum waktunya", "Desemberbelum waktunya")
    ahead = [node.text() for node in tree(render(living(), "2024-05-14")["bidang/mutasi"]).css(".sk-kotak--nanti b")]
    assert ahead == list(BULAN[4:])


# ── Periode ──


def test_a_period_leads_to_those_around_it(pages: dict[str, Page]) -> None:
    links = "nav[aria-label='Periode yang berkaitan'] a"
    assert text(pages["periode/2024-tw1"], links) == ["Tahun 2024"]
    assert text(pages["periode/2024"], links) == [f"Triwulan {n} 2024" for n in ("I", "II", "III", "IV")]


def test_what_a_unit_notes_stands_beside_the_state_of_its_figure(pages: dict[str, Page]) -> None:
    rows = text(pages["periode/2024"], "#t-sasaran-s2 ~ tbody tr")
    assert "Target tercapai Angka nyata." in rows[1]


# ── Documents ──


def test_the_quarters_of_a_year_stand_with_the_documents() -> None:
    checklist = text(render(living())["dokumen"], "#t-ukur-2024 ~ tbody tr")
    assert checklist[0] == "Triwulan I 2024✓ adaRekapitulasi Triwulan I 202430 April 202415 April 2024"
    assert checklist[1] == (
        "Triwulan II 2024◔ ada, belum ditutupRekapitulasi Triwulan II 2024belum ditutup15 Juli 2024"
    )
    assert text(render(living(), "2024-05-14")["dokumen"], "#t-ukur-2024 ~ tbody tr")[3] == (
        "Triwulan IV 2024○ belum jatuh tempobelum adabelum ada15 Januari 2025"
    )


# ── Methodology ──


def test_the_method_works_lateness_and_rounding_with_live_rows(pages: dict[str, Page]) -> None:
    page = pages["metodologi"]
    assert text(page, "#tenggat ~ .sk-rumus--angka") == [
        "jatuh tempo 15 April 2024, disampaikan 18 April 2024: terlambat 3 hari"
    ]
    assert text(page, "#pembulatan ~ .sk-rumus--angka") == ["64,5836145229% ditulis 64,58%"]
    assert text(page, "#t-macam ~ tbody th") == ["sementara", "tetap", "direvisi", "dikoreksi"]
    bare = render(small())["metodologi"]
    assert "Belum ada contohnya pada tahun 2024." in text(bare, "#tenggat ~ .sk-kecil")


# ── Terms ──


def test_a_page_explains_its_terms_in_the_words_of_the_glossary() -> None:
    known = baca("## Target\n\nAngka yang **dijanjikan**.\n\n## Lain\n\nTidak dipakai.\n")
    page = render(small(), glosarium=known)["sasaran/s1"]
    assert text(page, ".sk-istilah dt a, .sk-istilah dd") == ["Target", "Angka yang dijanjikan."]
    assert 'href="../../glosarium/#target"' in page.isi
    assert not tree(render(small())["sasaran/s1"]).css(".sk-istilah")


# ── Follow-up ──


def test_what_leads_to_no_action_says_why() -> None:
    susunan = living()
    susunan.laporan[2024, "TW2", "mutasi"]["butir"]["IKU-02"]["tanpa_tindak_lanjut"] = "Ditetapkan pada Triwulan III."
    page = render(susunan)["tindak-lanjut"]
    assert text(page, "#tanpa ~ ul li") == [
        "Rata-rata waktu usul IKU-02 · Triwulan II 2024Ditetapkan pada Triwulan III."
    ]
    assert not tree(render(living())["tindak-lanjut"]).css("#tanpa")
