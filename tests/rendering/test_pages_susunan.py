"""Pages of sasaran, unit kerja, periode and documents: the parts that stand beside their tables of indikator."""

from __future__ import annotations

import pytest

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
    assert (boxes[3], boxes[4], boxes[11]) == ("Apriltidak ada laporan", "Meibelum", "Desemberbelum")
