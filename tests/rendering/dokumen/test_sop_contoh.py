"""The papers of the SOP for a quarter of the shipped example, to be read; renew them by `--update-golden`.

In Triwulan III 2026 data were returned twice and measuring has not begun: papers of the second time, and blank drafts.
Triwulan II 2026 is complete.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.domain.pejabat import DaftarPejabat
from sakipgen.rendering.dokumen.blok import Penanda, TandaTangan
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.pdf import cetak
from tests.conftest import Golden
from tests.rendering.dokumen.bahan_uji import GOLDEN, JENIS, TEMPLATES, bahan, buat, contoh, semua
from tests.rendering.dokumen.tulis import tulis


@pytest.mark.parametrize("kode", [kode for kode in JENIS if kode not in {"formulir", "laporan-pengukuran"}])
def test_papers_of_a_quarter_that_was_returned(kode: str, golden: Golden) -> None:
    papers = buat(contoh(), kode, "2026-TW3")
    golden(GOLDEN / f"sop-{kode}.txt", "\n\n".join(map(tulis, papers)))


def test_the_form_of_one_unit(golden: Golden) -> None:
    (paper,) = buat(contoh(), "formulir", "2026-TW3", unit="mp")
    golden(GOLDEN / "sop-formulir.txt", tulis(paper))


def test_the_report_of_a_complete_quarter(golden: Golden) -> None:
    (paper,) = buat(contoh(), "laporan-pengukuran", "2026-TW2")
    golden(GOLDEN / "sop-laporan-pengukuran.txt", tulis(paper))


def test_files_are_named_after_kind_procedure_period_step_and_time() -> None:
    names = [paper.nama for paper in semua(contoh(), "2026-TW3")]
    assert len(set(names)) == len(names)
    assert [name for name in names if "formulir" not in name] == [
        "nota-dinas-pengumpulan-2026-tw3",
        "nota-dinas-pengukuran-2026-tw3",
        "laporan-data-pengumpulan-2026-tw3-langkah-9",
        "laporan-data-pengumpulan-2026-tw3-langkah-9-2",
        "laporan-data-pengumpulan-2026-tw3-langkah-11",
        "laporan-data-pengukuran-2026-tw3-langkah-7",
        "laporan-data-pengukuran-2026-tw3-langkah-9",
        "surat-pengantar-2026-tw3",
        "undangan-pengumpulan-2026-tw3",
        "undangan-pengukuran-2026-tw3",
        "daftar-hadir-pengumpulan-2026-tw3",
        "daftar-hadir-pengukuran-2026-tw3",
        "notulen-pengumpulan-2026-tw3",
        "notulen-pengukuran-2026-tw3",
        "program-kerja-pengumpulan-2026-tw3",
        "program-kerja-pengukuran-2026-tw3",
        "daftar-dokumen-2026-tw3",
        "tanda-terima-2026-tw3",
        "rekapitulasi-data-2026-tw3",
        "rekapitulasi-data-2026-tw3-2",
        "rekapitulasi-hasil-2026-tw3",
        "laporan-pengukuran-2026-tw3",
        "lembar-disposisi-pengumpulan-2026-tw3",
        "lembar-disposisi-pengumpulan-2026-tw3-2",
        "lembar-disposisi-pengukuran-2026-tw3-langkah-8",
        "lembar-disposisi-pengukuran-2026-tw3-langkah-9",
        "arsip-pengumpulan-2026-tw3",
        "arsip-pengukuran-2026-tw3",
    ]


def test_a_procedure_may_be_chosen() -> None:
    names = [paper.nama for paper in buat(contoh(), "nota-dinas", "2026-TW3", prosedur="pengukuran")]
    assert names == ["nota-dinas-pengukuran-2026-tw3"]
    assert buat(contoh(), "tanda-terima", "2026-TW3", prosedur="pengukuran") == []


def test_what_has_no_record_yet_is_a_draft() -> None:
    papers = semua(contoh(), "2026-TW3")
    drafts = [paper.nama for paper in papers if "RANCANGAN – belum ditetapkan" in paper.cap]
    assert drafts == [
        "nota-dinas-pengukuran-2026-tw3",
        "laporan-data-pengumpulan-2026-tw3-langkah-11",
        "laporan-data-pengukuran-2026-tw3-langkah-7",
        "laporan-data-pengukuran-2026-tw3-langkah-9",
        "surat-pengantar-2026-tw3",
        "undangan-pengukuran-2026-tw3",
        "daftar-hadir-pengukuran-2026-tw3",
        "notulen-pengukuran-2026-tw3",
        "program-kerja-pengukuran-2026-tw3",
        "rekapitulasi-hasil-2026-tw3",
        "laporan-pengukuran-2026-tw3",
        "lembar-disposisi-pengukuran-2026-tw3-langkah-8",
        "lembar-disposisi-pengukuran-2026-tw3-langkah-9",
        "arsip-pengumpulan-2026-tw3",
        "arsip-pengukuran-2026-tw3",
    ]
    final = bahan(contoh().rekap, final=True)
    assert all(paper.cap == ("DATA CONTOH",) for paper in semua(final, "2026-TW3"))


def test_names_come_from_the_private_file_alone() -> None:
    people = {"jabatan": {"kepala": {"nama": "Nama Uji, S.H.", "pangkat": "Pembina", "nip": "1" * 18}}}
    named = bahan(contoh().rekap, pejabat=DaftarPejabat.model_validate(people))
    (paper,) = buat(named, "nota-dinas", "2026-TW3", prosedur="pengumpulan")
    (sign,) = [blok for blok in paper.blok if isinstance(blok, TandaTangan)]
    kepala = "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"
    assert sign.penanda == (Penanda(kepala, nama="Nama Uji, S.H.", pangkat="Pembina", nip="1" * 18),)


def test_every_kind_is_set_in_both_formats(tmp_path: Path) -> None:
    folder = TEMPLATES / "dokumen"
    for kode in JENIS:
        paper = buat(contoh(), kode, "2026-TW2", unit="mp")[0]
        made = cetak(paper, folder)
        word = render_docx(paper, folder, made.halaman)
        assert made.pdf.startswith(b"%PDF-")
        assert word.startswith(b"PK")
