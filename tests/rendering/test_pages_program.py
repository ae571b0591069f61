"""Pages of programs: money beside performance, every row of its own indikator, and words where a figure is missing."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.rendering.page import Page
from tests.measuring.builder import UNIT, Susunan
from tests.rendering.test_pages import render, small, text, tree

PROGRAM: dict[str, Any] = {
    "versi_nomenklatur": "Kepmen 1",
    "sumber": "DPA 2024",
    "perubahan": {"sumber": "DPPA 2024", "tanggal": "2024-10-04"},
    "program": {
        "5.10": {"nama": "Program Satu", "sasaran": "S1", "penanggung_jawab": UNIT, "indikator": ["IKP-01"]},
        "5.20": {"nama": "Program Dua", "sasaran": "S2", "penanggung_jawab": UNIT, "indikator": ["IKP-02"]},
        "5.30": {"nama": "Program Tiga", "sasaran": "S2", "penanggung_jawab": UNIT},
    },
    "kegiatan": {
        "5.10.1": {"nama": "Kegiatan Satu", "penanggung_jawab": UNIT, "indikator": ["IKK-01"]},
        "5.20.1": {"nama": "Kegiatan Dua", "penanggung_jawab": UNIT},
        "5.30.1": {"nama": "Kegiatan Tiga", "penanggung_jawab": UNIT},
    },
    "sub_kegiatan": {
        f"{kode}.1": {"nama": f"Sub {kode}", "penanggung_jawab": UNIT, "pagu": pagu, "sumber_dana": "PAD"}
        for kode, pagu in (
            ("5.10.1", {"murni": "1000000"}),
            ("5.20.1", {"murni": "2000000", "perubahan": "1500000"}),
            ("5.30.1", {"murni": "500000"}),
        )
    },
}


def programs() -> Susunan:
    """Three programs: one reaches its target, one does not, one has no indikator."""
    susunan = small()
    susunan.ukur("IKP-01", nama="Indeks Satu", tingkat="program", iku="tidak", frekuensi="tahunan")
    susunan.ukur("IKP-02", nama="Indeks Dua", tingkat="program", iku="tidak", frekuensi="tahunan")
    susunan.ukur("IKK-01", nama="Indeks Kegiatan", tingkat="kegiatan", iku="tidak", frekuensi="tahunan")
    for kode, target, value in (("IKP-01", "80", "84"), ("IKP-02", "80", "60"), ("IKK-01", "50", "50")):
        susunan.janji(kode, target, unit=UNIT)
        susunan.lapor(kode, "tahunan", value, kendala="Dana.", solusi="Daring.")
    susunan.program[2024] = PROGRAM
    susunan.anggaran[2024, "TW4"] = {
        "sumber": "LRA SIPD",
        "tanggal_data": "2025-01-05",
        "butir": {
            "5.10.1.1": {"realisasi": "900000"},
            "5.20.1.1": {"realisasi": "1200000"},
            "5.30.1.1": {"realisasi": "400000"},
        },
    }
    return susunan


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(programs(), revisi="3f9c2ab61d0c")


# ── Programs ──


def test_every_program_has_its_page_and_its_kode_stays_text(pages: dict[str, Page]) -> None:
    assert {"program", "program/5.10", "program/5.20", "program/5.30"} <= set(pages)
    assert pages["program/5.10"].judul == "5.10 Program Satu"


def test_list_of_programs_opens_with_its_sentence(pages: dict[str, Page]) -> None:
    page = pages["program"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024, 3 program memakai 83,33% anggaran: Rp2,50 juta dari Rp3,00 juta."
    ]
    assert text(page, ".sk-tambahan") == ["Kinerja 2 dari 3 program sudah terukur lengkap."]


def test_programs_kegiatan_and_sub_kegiatan_are_rows(pages: dict[str, Page]) -> None:
    rows = text(pages["program"], "#t-program ~ tbody tr")
    assert rows[0] == "Program Satu 5.10 Program90,00%105,00%+15,00Rp1.000.000Rp900.000IKP-0180,0084,00"
    assert rows[1].startswith("Kegiatan Satu 5.10.1 Kegiatan90,00%100,00%+10,00")
    assert rows[2].startswith("Sub 5.10.1 5.10.1.1 Sub kegiatan90,00%– tidak diukur tersendiri– belum adaRp1.000.000")
    assert rows[2].endswith("Rp900.000tidak ada– tidak ada– tidak ada")
    assert (
        rows[3] == "Program Dua 5.20 Program80,00%75,00%−5,00Rp1.500.000 semula Rp2.000.000Rp1.200.000IKP-0280,0060,00"
    )
    levels = [node.attributes["class"] for node in tree(pages["program"]).css("#t-program ~ tbody tr")[:3]]
    assert levels == ["sk-takik-1", "sk-takik-2", "sk-takik-3"]
    (total,) = text(pages["program"], "#t-program ~ tfoot tr")
    assert total.startswith("Jumlah83,33%tidak dirata-ratakantidak dihitungRp3.000.000 semula Rp3.500.000Rp2.500.000")
    assert total.endswith("Rp2.500.000" + "– tidak dijumlahkan" * 3)


def test_scatter_says_which_programs_it_leaves_out(pages: dict[str, Page]) -> None:
    page = pages["program"]
    assert text(page, ".sk-gambar b") == ["1 dari 2 program yang terukur mencapai target"]
    assert "Tidak tergambar karena anggaran atau kinerjanya belum lengkap: 5.30 Program Tiga." in text(
        page, ".sk-kecil"
    )
    assert text(page, "svg desc") == [
        (
            f"{text(page, '.sk-putusan')[0].removesuffix('.')}. 1 dari 2 program yang terukur mencapai target. "
            "Serapan terendah 80,00% (5.20), tertinggi 90,00% (5.10). Capaian terendah 75,00% (5.20), "
            "tertinggi 105,00% (5.10)."
        )
    ]


def test_sources_of_money_are_named_with_their_day(pages: dict[str, Page]) -> None:
    shown = text(pages["program"], ".sk-arti dd")
    assert shown[:3] == [
        "DPA 2024",
        "DPPA 2024, berlaku sejak 4 Oktober 2024.",
        "LRA SIPD, diambil 5 Januari 2025, sampai Triwulan IV 2024.",
    ]


def test_page_of_a_program(pages: dict[str, Page]) -> None:
    page = pages["program/5.10"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024, program ini memakai 90,00% anggaran dan mencapai 105,00% target kinerja."
    ]
    assert "Mendukung sasaran S1" in text(page, ".sk-tuju")[0]
    assert text(page, "#t-indikator ~ tbody tr")[0].startswith("Indeks Satu IKP-01 · indeks80,0084,00105,00%")
    assert text(page, "#t-kegiatan-1 ~ tbody tr")[0].startswith("Indeks Kegiatan IKK-01")
    assert text(page, "#t-tahun ~ tbody tr") == ["202490,00%105,00%+15,00Rp1.000.000Rp900.000"]
    assert tree(page).css_first("#kode-5\\.10\\.1") is not None


def test_a_program_without_indikator_says_so(pages: dict[str, Page]) -> None:
    page = pages["program/5.30"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024, program ini memakai 80,00% anggaran; kinerjanya tidak diukur tersendiri."
    ]
    assert "Program ini tidak punya indikator sendiri; lihat indikator kegiatannya di bawah." in text(page, "p")


def test_other_pages_lead_to_the_program(pages: dict[str, Page]) -> None:
    for path, up in (("sasaran/s1", "../../"), ("indikator/ikp-01", "../../"), ("periode/2024", "../../")):
        assert f'href="{up}program/5.10/"' in pages[path].isi, path
    assert 'href="../../program/5.10/#kode-5.10.1"' in pages["periode/2024"].isi


def test_money_without_a_report_is_words() -> None:
    susunan = programs()
    susunan.anggaran.clear()
    pages = render(susunan)
    assert text(pages["program"], ".sk-putusan") == [
        "Pada tahun 2024, 3 program punya pagu Rp3,00 juta; realisasinya belum dilaporkan."
    ]
    assert text(pages["program"], ".sk-gambar") == []
    assert "Belum dilaporkan." in text(pages["program"], ".sk-arti dd")
    assert text(pages["program/5.10"], ".sk-putusan")[0].endswith("realisasi anggarannya belum dilaporkan.")


def test_money_that_was_never_given_is_no_missing_report() -> None:
    susunan = programs()
    rows = {k: row | {"pagu": {"murni": "0"}} for k, row in PROGRAM["sub_kegiatan"].items() if k == "5.10.1.1"}
    susunan.program[2024] = PROGRAM | {"sub_kegiatan": PROGRAM["sub_kegiatan"] | rows}
    susunan.anggaran[2024, "TW4"]["butir"]["5.10.1.1"] = {"realisasi": "0"}
    page = render(susunan)["program/5.10"]
    assert text(page, ".sk-putusan") == [
        "Pada tahun 2024, program ini mencapai 105,00% target kinerja tanpa pagu anggaran."
    ]
    assert "– tidak ada pagu" in text(page, "td")
    assert "○ belum dilaporkan" not in text(page, "td")


def test_a_year_without_programs_says_so() -> None:
    susunan = small()
    susunan.program.clear()
    susunan.anggaran.clear()
    page = render(susunan)["program"]
    assert text(page, ".sk-putusan") == ["Belum ada program dan pagu dalam data ini."]
    assert text(page, "table") == []


def test_an_unfinished_year_warns_before_comparing() -> None:
    susunan = programs()
    for kode in ("IKP-01", "IKP-02"):
        susunan.ukur(kode, nama=kode, tingkat="program", iku="tidak")
        susunan.rencanakan(kode, TW1="20", TW2="40", TW3="60", TW4="80")
        susunan.lapor(kode, "TW1", "20")
    for segmen in ("TW3", "TW4", "tahunan"):
        del susunan.laporan[2024, segmen, UNIT]
    susunan.anggaran[2024, "TW2"] = susunan.anggaran.pop((2024, "TW4")) | {"tanggal_data": "2024-07-05"}
    pages = render(susunan, "2024-07-20")
    page = pages["program/5.10"]
    assert text(page, ".sk-putusan")[0].startswith("Sampai Triwulan II 2024, program ini memakai 90,00% anggaran")
    (said,) = text(page, ".sk-tambahan")
    assert said == (
        "Data anggaran sampai Triwulan II 2024, kinerja sampai Triwulan I 2024: jangan dibandingkan langsung. "
        "Serapan dihitung dari pagu setahun, capaian dari target sampai sekarang. "
        "Capaian dan anggaran dibandingkan sesudah tahun berakhir."
    )
    assert text(pages["program"], ".sk-tambahan")[0].endswith(said)
    assert "Belum ada perubahan pagu yang berlaku." in text(page, ".sk-arti dd")


@pytest.mark.parametrize(
    ("path", "hari", "compared"),
    [
        ("sasaran/s1", "2025-02-14", True),
        ("sasaran/s1", "2024-11-20", False),
        ("periode/2024", "2025-02-14", True),
        ("periode/2024", "2024-11-20", False),
        ("periode/2024-tw4", "2025-02-14", False),
    ],
)
def test_a_page_says_once_that_the_year_must_end_first(path: str, hari: str, compared: bool) -> None:
    page = render(programs(), hari)[path]
    said = "Capaian dan anggaran dibandingkan sesudah tahun berakhir."
    assert page.isi.count(said) == (not compared)
    assert ("Capaian dan anggaran" in text(page, "h3")) == compared
    assert ("t-efisiensi" in page.isi) == compared
