"""Pages of documents, method, process and the site itself: what they promise of small datasets."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.domain.dataset import BerkasBukti
from sakipgen.domain.waktu import Frekuensi
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages.kebijakan import Beda, beda, hari_tenggat, pernyataan
from tests.measuring.builder import SOP, Susunan, instansi, isi, metode
from tests.rendering.test_pages import JAHAT, render, small, text, tree
from tests.rendering.test_pages_program import PROGRAM


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(small(), revisi="3f9c2ab61d0c")


# ── Documents ──


def documents() -> Susunan:
    susunan = small()
    susunan.bukti = {"bukti/2024/lkjip.pdf": BerkasBukti(18432, "ab" * 32)}
    susunan.dokumen = {
        "dpa-2024": {"jenis": "dpa", "judul": "DPA 2024", "tahun": "2024", "tanggal": "2024-01-02", "nomor_arsip": "9"},
        "dppa-2024": {
            "jenis": "dpa",
            "judul": "DPPA 2024",
            "tahun": "2024",
            "tanggal": "2024-10-04",
            "nomor_arsip": "10",
            "menggantikan": "dpa-2024",
        },
        "lkjip-2024": {
            "jenis": "lkjip",
            "judul": "LKjIP 2024",
            "tahun": "2024",
            "tanggal": "2025-02-10",
            "keadaan": "rancangan",
            "berkas": "bukti/2024/lkjip.pdf",
            "klasifikasi": "publik",
        },
        "sop-2023": {
            "jenis": "sop",
            "judul": "SOP 2023",
            "tahun": "2023",
            "tanggal": "2023-03-13",
            "nomor_arsip": "000.8/11",
            "klasifikasi": "publik",
        },
    }
    return susunan


def rows(page: Page, year: int) -> dict[str, str]:
    """The rows of a year's documents by their anchor."""
    found = tree(page).css(f"#t-dokumen-{year} ~ tbody tr")
    return {node.attributes["id"] or "": " ".join(node.text().split()) for node in found}


def test_checklist_of_a_year() -> None:
    page = render(documents())["dokumen"]
    assert text(page, ".sk-putusan") == [
        "4 dari 8 jenis dokumen wajib tahun 2024 sudah ada. 1 masih rancangan. 1 belum jatuh tempo."
    ]
    checklist = text(page, "#t-wajib-2024 ~ tbody tr")
    assert checklist[0].startswith("Renstra✓ ada")
    assert checklist[1:3] == [
        "Keputusan IKU○ belum adabelum adabelum adatidak ditetapkan",
        "Renja○ belum adabelum adabelum adatidak ditetapkan",
    ]
    assert checklist[5] == "LKjIPRANCANGAN – belum ditetapkanLKjIP 202410 Februari 202528 Februari 2025"
    assert checklist[6] == ("Hasil evaluasi AKIP○ belum jatuh tempobelum adabelum ada30 September 2025")


def test_a_late_document_is_told() -> None:
    page = render(small(), "2025-03-05")["dokumen"]
    assert "▲ belum ada, lewat jatuh tempo" in text(page, "#t-wajib-2024 ~ tbody td")
    assert "1 melewati jatuh tempo." in text(page, ".sk-putusan")[0]


def test_where_papers_are() -> None:
    shown = rows(render(documents())["dokumen"], 2024)
    assert "Internal: diminta lewat PPID" in shown["dok-dpa-2024"]
    assert "PDF, 18,0 kB data/bukti/2024/lkjip.pdfabababababab" in shown["dok-lkjip-2024"]
    assert "RANCANGAN – belum ditetapkan" in shown["dok-lkjip-2024"]


def test_a_public_paper_in_the_archive_names_its_number() -> None:
    shown = rows(render(documents())["dokumen"], 2023)
    assert "Naskah di kantor, arsip nomor 000.8/11; salinannya diminta lewat PPID" in shown["dok-sop-2023"]


def test_versions_name_one_another() -> None:
    shown = rows(render(documents())["dokumen"], 2024)
    assert shown["dok-dpa-2024"].endswith("sudah diganti digantikan oleh DPPA 2024")
    assert shown["dok-dppa-2024"].endswith("ditetapkan menggantikan DPA 2024")


def test_an_amended_pk_replaces_the_first() -> None:
    susunan = small()
    for kode, target in (("IKU-01", "50"), ("IKU-02", "10"), ("IKU-03", "250")):
        susunan.janji(kode, target, versi="perubahan-1", tanggal="2024-10-05")
    shown = rows(render(susunan)["dokumen"], 2024)
    assert shown["dok-pk-2024-kepala-perubahan-1"].endswith("menggantikan Perjanjian Kinerja Kepala Tahun 2024")
    assert "sudah diganti" in shown["dok-pk-2024-kepala-murni"]


def test_checksums_are_verified_in_four_steps(pages: dict[str, Page]) -> None:
    assert len(text(pages["dokumen"], ".sk-langkah > li")) == 4


# ── Method ──


def test_method_works_its_formulas_with_live_rows(pages: dict[str, Page]) -> None:
    page = pages["metodologi"]
    assert text(page, "section[aria-labelledby=capaian] .sk-rumus") == [
        "(realisasi ÷ target) × 100",
        "(52,3687407207 ÷ 60) × 100 = 87,28%",
        "((2 × target − realisasi) ÷ target) × 100",
        "((2 × 10 − 12) ÷ 10) × 100 = 80,00%",
    ]
    assert text(page, "#t-skala ~ tbody td")[0] == "91 atau lebih"
    assert "(105,00% + 100,00%) ÷ 2" not in page.isi


def test_method_of_a_year_has_its_own_address_and_title(pages: dict[str, Page]) -> None:
    assert pages["metodologi"].judul == "Metodologi pengukuran"
    assert pages["metodologi/2024"].judul == "Metodologi pengukuran tahun 2024"
    assert text(pages["metodologi/2024"], ".sk-jejak li") == ["Beranda", "Tentang", "Metodologi", "2024"]


def test_method_shows_the_mean_of_a_sasaran(pages: dict[str, Page]) -> None:
    shown = text(pages["metodologi"], "section[aria-labelledby=gabungan] .sk-rumus")
    assert shown == ["(80% + 106,2%) ÷ 2 = 93,10%", "(87,2812345346% + 93,1%) ÷ 2 = 90,19%"]


def test_method_shows_how_periods_join(pages: dict[str, Page]) -> None:
    shown = text(pages["metodologi"], "section[aria-labelledby=periode] .sk-rumus")
    assert "dari 13,5%; 26,99%; 38,75%; dan 52,37% dipakai 52,37%" in shown


def test_method_says_what_reaches_a_target_and_which_target_stands_where_a_report_is_missing(
    pages: dict[str, Page],
) -> None:
    assert text(pages["metodologi"], "section[aria-labelledby=capaian] > p")[0].endswith(
        "Target disebut tercapai bila capaian sebelum dibulatkan paling sedikit 100%. "
        "Pada target “lebih dari” atau “kurang dari”, angka yang tepat sama dengan target belum mencapainya."
    )
    assert text(pages["metodologi"], "section[aria-labelledby=periode] h3")[-1] == "Periode tanpa laporan"
    assert (
        "Bila satu periode tidak ada laporannya, target yang dipakai hanya target periode yang dilaporkan. "
        in text(pages["metodologi"], "section[aria-labelledby=periode] h3 + p")[-1]
    )


def test_method_without_any_year_says_so() -> None:
    pages = render(Susunan().ukur("IKU-01"))
    assert text(pages["metodologi"], ".sk-putusan") == ["Belum ada aturan pengukuran dalam data ini."]


def test_days_of_a_deadline_are_named() -> None:
    calendar = metode()
    working = metode(
        tenggat={"satuan": "kerja", "bulanan": "7", "triwulanan": "10", "semesteran": "15", "tahunan": "20"}
    )
    assert hari_tenggat(calendar, Frekuensi.TRIWULANAN) == "15 hari kalender"
    assert hari_tenggat(working, Frekuensi.TRIWULANAN) == "10 hari kerja"


def test_what_differs_between_two_years_is_computed() -> None:
    assert beda(metode(), metode()) == ()
    changed = metode(batas_agregat=None, formula={"turun": "turun_rasio"}, nama="Lain")
    assert beda(metode(), changed) == isi(
        Beda("Makin rendah makin baik", "((2 × target − realisasi) ÷ target) × 100", "(target ÷ realisasi) × 100"),
        Beda("Capaian tertinggi saat dirata-ratakan", "120%", "tidak dibatasi"),
    )


def test_every_part_of_a_policy_has_its_statement() -> None:
    """A field that pages do not speak of would change a year's rules in silence."""
    before = pernyataan(metode())
    changes: dict[str, dict[str, Any]] = {
        "lantai": {"lantai": None},
        "ambang_kelengkapan": {"ambang_kelengkapan": "70"},
        "ambang_periksa_ulang": {"ambang_periksa_ulang": "200"},
        "ambang_lonjakan": {"ambang_lonjakan": "40"},
        "agregasi_perangkat_daerah": {"agregasi_perangkat_daerah": "rerata_iku"},
        "dasar_hukum": {"dasar_hukum": ["Lain"]},
    }
    for name, change in changes.items():
        after = pernyataan(metode(**change))
        assert [k for k in after if after[k] != before[k]] != [], name


# ── Process ──


def process() -> Susunan:
    susunan = small()
    susunan.sop = SOP
    for segmen, waktu in (("TW1", "4 menit"), ("TW2", "8 menit"), ("TW3", "5 menit")):
        susunan.siklus[2024, segmen] = {
            "pengumpulan": [{"langkah": "1", "tanggal": "2024-10-01", "oleh": "kepala", "waktu": waktu}]
        }
    return susunan


def test_process_compares_standard_with_median() -> None:
    page = render(process())["proses"]
    assert text(page, ".sk-putusan") == ["Tahun 2024, semua 1 langkah yang diukur selesai dalam waktu bakunya."]
    steps = text(page, ".sk-sop li")
    assert "Waktu: baku 5 menit, median 5 menit dari 3 periode." in steps[0]
    assert "Waktu: baku 1 hari, waktu nyata belum tercatat." in steps[1]
    assert "keputusan: setuju atau kembalikan" in steps[1]
    assert "Waktu: tanpa waktu baku, waktu nyata belum tercatat." in steps[2]


def test_lanes_say_the_same_as_the_steps() -> None:
    page = render(process())["proses"]
    assert text(page, "svg desc") == [
        "1 Kepala: nota dinas. 2 Sekretaris: lembar disposisi (setuju atau dikembalikan).",
        "1 Tim SAKIP: kertas kerja.",
    ]


def test_process_without_a_sop_says_so(pages: dict[str, Page]) -> None:
    assert text(pages["proses"], ".sk-putusan") == ["SOP pengumpulan data dan pengukuran kinerja belum tercatat."]


# ── The site ──


def test_about_tells_who_and_opens_the_doors(pages: dict[str, Page]) -> None:
    page = pages["tentang"]
    assert "data contoh" in text(page, ".sk-putusan")[0]
    links = {node.attributes["href"] for node in tree(page).css(".sk-pintu a")}
    assert {f"../{name}/" for name in ("cara-membaca", "metodologi", "glosarium", "proses", "panduan")} <= links
    assert {f"../{name}/" for name in ("status", "aksesibilitas", "dokumen/evaluator")} <= links


def test_official_data_is_called_official() -> None:
    susunan = small()
    susunan.instansi = instansi(status_data="resmi")
    assert "data resmi" in text(render(susunan)["tentang"], ".sk-putusan")[0]


def test_help_is_at_the_foot_of_every_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        doors = ["Cara membaca", "Metodologi", "Glosarium", "Unduh data", "Aksesibilitas"]
        assert text(page, ".sk-bantuan a")[:5] == doors


def test_hostile_text_stays_text() -> None:
    susunan = process()
    susunan.sop = {**SOP, "nama": JAHAT, "catatan": JAHAT, "tujuan": [JAHAT], "kriteria_keberhasilan": JAHAT}
    susunan.program[2024] = {
        **PROGRAM,
        "sumber": JAHAT,
        "program": {"5.10": {**PROGRAM["program"]["5.10"], "nama": JAHAT}},
    }
    susunan.program[2024]["kegiatan"] = {"5.10.1": {**PROGRAM["kegiatan"]["5.10.1"], "nama": JAHAT}}
    susunan.program[2024]["sub_kegiatan"] = {"5.10.1.1": {**PROGRAM["sub_kegiatan"]["5.10.1.1"], "nama": JAHAT}}
    susunan.anggaran.clear()
    susunan.dokumen = {
        "x": {"jenis": "lainnya", "judul": JAHAT, "tahun": "2024", "tanggal": "2024-01-02", "nomor_arsip": JAHAT}
    }
    pages = render(susunan)
    for path in (
        "program",
        "program/5.10",
        "dokumen",
        "dokumen/evaluator",
        "metodologi",
        "proses",
        "tentang",
        "status",
    ):
        assert "<script" not in pages[path].isi, path
