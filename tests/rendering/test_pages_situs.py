"""The small pages about the site: how it stands, who can use it, and where an evaluator finds proof."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sakipgen.domain.waktu import Periode
from sakipgen.project import Build, Project
from sakipgen.rekap import Pemeriksaan, Rekapitulasi
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import status
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.kriteria import Kriteria, komponen
from tests.measuring.builder import SOP, Susunan, instansi
from tests.rendering.test_opendata import rekap_of
from tests.rendering.test_pages import render, small, text, tree

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return render(small(), revisi="3f9c2ab61d0c")


def konteks(rekap: Rekapitulasi) -> Konteks:
    return Konteks(rekap, make_environment(ROOT / "site_templates"))


# ── Status ──


def test_status_tells_how_to_build_the_same_bytes_again(pages: dict[str, Page]) -> None:
    page = pages["status"]
    assert text(page, ".sk-putusan") == ["Hasil pemeriksaan data tidak tercatat."]
    assert text(page, "#bangunan ~ dl code") == ["3f9c2ab61d0c"]
    assert "sakipgen versi 1.2.3, data terbuka versi 1" in " ".join(text(page, "dd"))
    assert text(page, "pre") == [
        "make site .venv/bin/sakipgen bangun --per-tanggal 2025-02-14 --sampai 2025-01 --ke situs"
    ]
    links = {node.attributes["href"] for node in tree(page).css("a")}
    assert {"../versi.json", "../data/v1/SHA256SUMS", "../aturan/"} <= links


@pytest.mark.parametrize(
    ("warnings", "said"),
    [
        (0, "Semua data lulus pemeriksaan: tanpa galat dan tanpa peringatan dalam 12 berkas."),
        (3, "Semua data lulus pemeriksaan: tanpa galat, dengan 3 peringatan dalam 12 berkas."),
    ],
)
def test_status_tells_what_the_checks_found(warnings: int, said: str) -> None:
    rekap = replace(rekap_of(small()), pemeriksaan=Pemeriksaan(12, warnings))
    page = status.halaman(konteks(rekap), 141, "1.2.3")
    assert text(page, ".sk-putusan") == [said]
    assert page.uraian.endswith(said)
    assert "dengan 141 aturan pemeriksaan" in text(page, "#diperiksa ~ ul li")[0]


def test_the_counts_are_those_of_the_report() -> None:
    build: Build = Project(ROOT).build()
    assert build.rekap is not None
    warnings = build.report.warnings
    counted = Counter(d.code for d in warnings)
    assert build.rekap.pemeriksaan == Pemeriksaan(build.report.berkas, len(warnings), counted)
    office = Project(ROOT).build_kantor().rekap
    assert office is not None
    assert office.pemeriksaan == build.rekap.pemeriksaan


def test_status_tells_what_comes_next() -> None:
    susunan = Susunan().ukur("A", frekuensi="triwulanan").ukur("B", frekuensi="tahunan")
    susunan.janji("A", "60").janji("B", "60").rencanakan("A", TW1="10", TW2="20", TW3="30", TW4="60")
    susunan.lapor("A", "TW1", "10")
    page = render(susunan, "2024-05-01")["status"]
    days = text(page, "#t-berikutnya ~ tbody tr")
    assert [row.split()[1] for row in days] == sorted((row.split()[1] for row in days), key=["Juli", "Januari"].index)
    assert days[0].endswith("hari")
    assert text(page, ".sk-tambahan") == ["Tidak ada laporan yang lewat jatuh tempo."]


def test_status_without_any_year_says_so() -> None:
    rekap = replace(rekap_of(small()), tahun=())
    page = status.halaman(konteks(rekap), 1, "1")
    assert text(page, ".sk-tambahan") == ["Tidak ada laporan yang dijadwalkan lagi dalam data ini."]
    assert "Belum ada laporan yang dijadwalkan." in text(page, "p")


# ── Accessibility ──


def test_the_statement_says_what_is_not_tested_and_how_to_complain(pages: dict[str, Page]) -> None:
    page = pages["aksesibilitas"]
    assert text(page, "h2") == ["Yang dapat diharapkan", "Yang sudah diuji", "Yang belum diuji", "Menyampaikan keluhan"]
    assert "sakipgen versi 1.2.3" in " ".join(text(page, "p"))
    assert "Sampaikan kepada kantor" in text(page, "#keluhan ~ p")[0]
    susunan = small()
    office = instansi()
    pd = office.perangkat_daerah.model_copy(update={"pengaduan": "https://lapor.contoh.go.id"})
    susunan.instansi = office.model_copy(update={"perangkat_daerah": pd})
    found = render(susunan)["aksesibilitas"]
    assert [n.attributes["href"] for n in tree(found).css("#keluhan ~ p a")] == [
        "https://lapor.contoh.go.id",
        "../data/",
    ]


# ── Evaluator ──


def criteria(susunan: Susunan, per_tanggal: str = "2025-02-14") -> dict[str, str]:
    """The state of each criterion by its words."""
    page = render(susunan, per_tanggal)["dokumen/evaluator"]
    rows = tree(page).css(".sk-tabel--kriteria tbody tr")
    found = {}
    for row in rows:
        (head,) = row.css("th")
        found[head.text().strip()] = " ".join(row.css("td")[0].text(separator=" ").split())
    return found


def test_every_criterion_says_whether_there_is_proof() -> None:
    found = criteria(small())
    assert found["Renstra tersedia"] == "✓ ada"
    assert found["Renja tersedia"] == "○ belum ada"
    assert found["LKjIP tahun 2024 tersedia"] == "○ belum jatuh tempo"
    assert found["SOP pengumpulan data dan pengukuran kinerja tersedia"] == "○ belum ada"
    assert found["Sasaran didukung program yang beranggaran"] == "◔ sebagian 1 dari 2 sasaran"
    assert found["Target setahun dijabarkan dalam rencana aksi"] == "◔ sebagian 2 dari 3 indikator"
    assert found["Realisasi disertai bukti"] == "✓ ada 9 dari 9 realisasi"
    assert found["Indikator di bawah target menyebut kendala dan solusinya"] == "✓ ada 2 dari 2 indikator"
    assert found["Rekomendasi selesai ditindaklanjuti"] == "– tidak ada yang perlu dibuktikan"


def test_proof_that_is_there_counts() -> None:
    susunan = small()
    susunan.sop = SOP
    office = {"tahun": "2024", "tanggal": "2024-01-02", "nomor_arsip": "1"}
    susunan.dokumen = {
        "renja": {"jenis": "renja", "judul": "Renja", **office},
        "lkjip": {"jenis": "lkjip", "judul": "LKjIP", "keadaan": "rancangan", **office, "tanggal": "2025-02-01"},
    }
    found = criteria(susunan, "2025-02-28")
    assert found["Renja tersedia"] == "✓ ada"
    assert found["LKjIP tahun 2024 tersedia"] == "○ belum jatuh tempo"
    assert criteria(susunan, "2025-03-01")["LKjIP tahun 2024 tersedia"] == "○ belum ada"
    susunan.dokumen["lkjip"] = {"jenis": "lkjip", "judul": "LKjIP", **office, "tanggal": "2025-02-01"}
    assert criteria(susunan, "2025-02-14")["LKjIP tahun 2024 tersedia"] == "✓ ada"
    assert found["SOP pengumpulan data dan pengukuran kinerja tersedia"] == "✓ ada"
    page = render(susunan)["dokumen/evaluator"]
    assert "../../dokumen/#dok-renja" in [n.attributes["href"] for n in tree(page).css("td a")]


def test_a_document_past_its_day_is_missing() -> None:
    assert criteria(small(), "2025-03-05")["LKjIP tahun 2024 tersedia"] == "○ belum ada"


def test_the_verdict_counts_what_the_tables_show() -> None:
    rekap = Project(ROOT).build().rekap
    assert rekap is not None
    assert rekap.utama is not None
    rows: list[Kriteria] = [row for part in komponen(rekap, rekap.utama) for row in part.kriteria]
    asked = [row for row in rows if row.dari and not row.nanti]
    assert all(0 <= row.ada <= row.dari for row in rows)
    assert [sum((row.lengkap, row.sebagian, row.belum)) for row in asked] == [1] * len(asked)
    assert (len(rows), sum(row.lengkap for row in asked), sum(row.sebagian for row in asked)) == (30, 25, 5)
    assert rekap.posisi.per_tanggal == date(2026, 11, 12)
    assert rekap.posisi.sampai == Periode.parse("2026-10")


def test_without_any_year_there_are_no_criteria() -> None:
    from sakipgen.rendering.pages import evaluator

    page = evaluator.halaman(konteks(replace(rekap_of(small()), tahun=())))
    assert text(page, ".sk-putusan") == ["Belum ada tahun kinerja dalam data ini."]
    assert tree(page).css("table") == []
