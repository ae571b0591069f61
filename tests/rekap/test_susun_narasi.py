"""The prose in the Rekapitulasi: every sasaran has its place, every text its line, and what is missing has an owner."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest

from sakipgen.domain.narasi import NarasiLaporan, NarasiSasaran
from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi, RekapNarasi
from tests.measuring.builder import UNIT, Susunan, instansi
from tests.rekap.test_susun_pohon import locate, rekap
from tests.salinan import ROOT

STANDAR = {"nilai": "80", "tahun": "2024", "sumber": "Peraturan"}
LENGKAP_SASARAN = {"penyebab": "P.", "efisiensi": "E.", "program_penunjang": "G."}
LENGKAP = {
    "kata_pengantar": "K.",
    "gambaran_umum": "G.",
    "isu_strategis": [{"nama": "I", "uraian": "U."}],
    "dasar_hukum": ["UU"],
    "simpulan": "S.",
    "langkah_ke_depan": [{"uraian": "L.", "penanggung_jawab": UNIT, "waktu": "2025"}],
}


def satu(nilai: str = "90", **fields: Any) -> Susunan:
    """A sasaran with one indikator whose target is 80, and a report that lacks nothing but the texts of the sasaran."""
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A", frekuensi="tahunan", standar_nasional=STANDAR, **fields)
    data.janji("A", "80").lapor("A", "tahunan", nilai, kendala="K.", solusi="S.")
    data.narasi[2024] = LENGKAP
    return data


def narasi(data: Susunan) -> RekapNarasi:
    (year,) = rekap(data).tahun
    return year.narasi


def kurang(data: Susunan) -> list[str]:
    return [row.isian[0] for row in narasi(data).kurang]


def test_a_year_without_files_has_empty_texts_and_knows_where_they_belong() -> None:
    data = satu()
    data.narasi.clear()
    found = narasi(data)
    assert (found.laporan.isi, found.laporan.rujukan) == (NarasiLaporan(), {})
    assert found.laporan.berkas == PurePosixPath("data/narasi/2024/lkjip.yaml")
    assert found.sasaran["S1"].isi == NarasiSasaran()
    assert found.sasaran["S1"].berkas == PurePosixPath("data/narasi/2024/sasaran/S1.yaml")
    assert [(row.bagian, row.sasaran) for row in found.kurang] == [
        ("Kata Pengantar", None),
        *[("Bab I", None)] * 3,
        ("Bab III.A, analisis 5", "S1"),
        ("Bab III.A, analisis 6", "S1"),
        ("Bab III.A, analisis 7", "S1"),
        *[("Bab IV", None)] * 2,
    ]


def test_each_text_has_its_line() -> None:
    data = satu()
    data.narasi_sasaran[2024, "S1"] = {"penyebab": "P.", "rekomendasi": "R."}
    found = narasi(data).sasaran["S1"]
    path = PurePosixPath("data/narasi/2024/sasaran/S1.yaml")
    assert {name: (at.berkas, at.baris) for name, at in found.rujukan.items()} == {
        name: (path, locate(path, (name,)).baris) for name in ("penyebab", "rekomendasi")
    }


def test_nothing_is_missing_of_a_complete_report() -> None:
    data = satu()
    data.narasi_sasaran[2024, "S1"] = LENGKAP_SASARAN
    assert narasi(data).kurang == ()


@pytest.mark.parametrize(("nilai", "needed"), [("79.99", True), ("80", False), ("90", False)])
def test_below_target_a_solution_is_needed(nilai: str, needed: bool) -> None:
    data = satu(nilai)
    data.narasi_sasaran[2024, "S1"] = LENGKAP_SASARAN
    assert kurang(data) == (["solusi"] if needed else [])


def test_what_was_not_measured_is_not_below_target() -> None:
    data = satu()
    data.laporan.clear()
    data.narasi_sasaran[2024, "S1"] = LENGKAP_SASARAN
    assert kurang(data) == []


def test_a_comparison_is_needed_unless_every_indikator_has_a_standard() -> None:
    data = satu().ukur("B").janji("B", "1")
    data.sasaran = {"S1": ["A", "B"]}
    data.narasi_sasaran[2024, "S1"] = LENGKAP_SASARAN
    assert kurang(data) == ["pembanding"]
    data.narasi_sasaran[2024, "S1"] = LENGKAP_SASARAN | {"tanpa_pembanding": "Belum ada."}
    assert kurang(data) == []


def test_the_writer_is_the_unit_of_the_sasaran_else_the_sekretariat_else_who_leads_the_team() -> None:
    data = satu()
    data.narasi.clear()
    assert {row.penanggung_jawab for row in narasi(data).kurang} == {"Kepala"}
    units = {
        UNIT: {"nama": "Bidang Mutasi", "jenis": "bidang", "tugas": "T.", "kepala": "kabid"},
        "set": {"nama": "Sekretariat", "jenis": "sekretariat", "tugas": "T.", "kepala": "kabid"},
    }
    data.instansi = instansi(unit_kerja=units)
    assert {row.penanggung_jawab for row in narasi(data).kurang} == {"Sekretariat"}
    example = next(year for year in contoh().tahun if year.tahun == 2026).narasi
    assert {(row.sasaran, row.penanggung_jawab) for row in example.kurang} == {
        (None, "Sekretariat"),
        ("S1", "Bidang Pengadaan, Pemberhentian dan Informasi"),
        ("S2", "Bidang Pengembangan Kompetensi Aparatur"),
        ("S3", "Sekretariat"),
    }


def test_what_is_missing_can_be_asked_for_at_one_place() -> None:
    data = satu("10")
    found = narasi(data)
    assert [row.isian for row in found.kurang_pada("S1", "penyebab", "solusi")] == [("penyebab",), ("solusi",)]
    assert len(found.kurang_pada("S1")) == 4
    assert found.kurang_pada(None) == found.kurang_pada("S2") == ()


# ── The example ──────────────────────────────────────────────────────────────────────────────────────────────────


def contoh() -> Rekapitulasi:
    found = Project(ROOT).build().rekap
    assert found is not None
    return found


def test_the_reports_that_the_example_calls_final_lack_nothing() -> None:
    found = contoh()
    final = {row.tahun for row in found.dokumen if row.jenis == "lkjip" and row.keadaan == "final"}
    assert final == {2024, 2025}
    for year in found.tahun:
        assert (year.narasi.kurang == ()) == (year.tahun in final)


def test_the_draft_of_the_open_year_lacks_most() -> None:
    year = next(year for year in contoh().tahun if year.tahun == 2026)
    assert list(year.narasi.sasaran) == ["S1", "S2", "S3"]
    assert [row.isian[0] for row in year.narasi.kurang_pada("S2")] == ["pembanding", "efisiensi", "program_penunjang"]


@pytest.mark.parametrize("tahun", [2024, 2025])
def test_the_pegawai_of_the_example_are_those_who_are_paid(tahun: int) -> None:
    year = next(year for year in contoh().tahun if year.tahun == tahun)
    paid = year.setahun.menurut_kode["ISK-05"].hasil.realisasi
    assert year.narasi.laporan.isi.sumber_daya is not None
    assert year.narasi.laporan.isi.sumber_daya.jumlah_pegawai.jumlah == paid
