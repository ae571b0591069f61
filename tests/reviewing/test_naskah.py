"""Papers that were made already and show a figure that changes; no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.rendering.tinjauan import FormatTinjauan, render_tinjauan, susun_laporan
from tests.usulan import REALISASI, RENCANA, SIKLUS, Kantor

REGISTER = "data/dokumen.yaml"
LKJIP = "  lkjip: {jenis: lkjip, judul: LKjIP 2024, tahun: 2024, tanggal: 2024-04-09, nomor_arsip: 1/2/2024}\n"


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """An office whose worksheet of the first quarter was made."""
    made = Kantor(tmp_path)
    made.simpan()
    return made


def _naskah(kantor: Kantor) -> list[tuple[str, str, str | None]]:
    return [(row.kode, str(row.periode), row.unit) for row in kantor.tinjau().naskah]


def test_a_paper_of_a_step_that_was_done(kantor: Kantor) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    assert _naskah(kantor) == [("kertas-kerja", "2024-TW1", None)]


def test_no_paper_of_a_step_to_come(kantor: Kantor) -> None:
    text = kantor.teks(SIKLUS)
    kantor.tulis(SIKLUS, text[: text.index("pengukuran:")] + text[text.index("pengiriman:") :])
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "78")
    assert _naskah(kantor) == []
    said = render_tinjauan(susun_laporan(kantor.tinjau()), FormatTinjauan.MARKDOWN)
    assert "- Dokumen yang perlu dibuat ulang: tidak ada.\n" in said


def test_a_report_of_the_year_that_is_registered(kantor: Kantor) -> None:
    kantor.tulis(REGISTER, kantor.teks(REGISTER) + LKJIP)
    kantor.simpan()
    kantor.ganti(REALISASI, "77.5", "78")
    assert _naskah(kantor) == [("kertas-kerja", "2024-TW1", None), ("lkjip", "2024", None)]


def test_a_plan_that_was_signed_and_what_shows_its_targets(kantor: Kantor) -> None:
    kantor.ganti(RENCANA, "TW1: 77", "TW1: 76")
    assert _naskah(kantor) == [("kertas-kerja", "2024-TW1", None), ("rencana-aksi", "2024", "mutasi")]
    said = render_tinjauan(susun_laporan(kantor.tinjau()), FormatTinjauan.MARKDOWN)
    told = "Kertas kerja pengukuran kinerja (Triwulan I 2024); Rencana Aksi Bidang Mutasi (Tahun 2024)."
    assert f"- Dokumen yang perlu dibuat ulang: {told}\n" in said


def test_words_change_no_paper(kantor: Kantor) -> None:
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    assert _naskah(kantor) == []


def test_what_cannot_be_measured_solves_nothing(kantor: Kantor) -> None:
    """Rules that could not run found nothing; that is no merit of the proposal."""
    kantor.ganti(REALISASI, "nilai: 77.5", "nilai: 77,5")
    assert kantor.tinjau().teratasi == 0
