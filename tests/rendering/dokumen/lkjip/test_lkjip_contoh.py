"""The LKjIP of the example: read as a whole, complete where everything is written, red where it is not."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import Final

import pytest

from sakipgen.rendering.dokumen.bahan import CONTOH, RANCANGAN
from sakipgen.rendering.dokumen.blok import (
    Belum,
    Gambar,
    JenisDaftarIsi,
    Judul,
    Kolofon,
    NomorHalaman,
    Sampul,
    TandaTangan,
)
from sakipgen.rendering.dokumen.blok import DaftarIsi as Isi
from sakipgen.rendering.dokumen.lkjip import lengkap
from tests.conftest import Golden
from tests.rendering.dokumen.contoh_bahan import bahan, rekap_contoh, tahun
from tests.rendering.dokumen.contoh_bahan import satu as pertama
from tests.rendering.dokumen.lkjip.baca_lkjip import alinea, bagian, bernama, contoh, judul, satu
from tests.rendering.dokumen.tulis import tulis
from tests.salinan import ROOT

EMAS: Final = ROOT / "tests" / "golden" / "naskah"
TAHUN: Final = (2024, 2025, 2026)
ANALISIS: Final = (
    "Target dan realisasi tahun {tahun}",
    "Perbandingan dengan tahun sebelumnya",
    "Perbandingan dengan target akhir Renstra",
    "Perbandingan dengan standar nasional atau pembanding lain",
    "Penyebab keberhasilan atau kegagalan dan solusi yang dilakukan",
    "Efisiensi penggunaan sumber daya",
    "Program dan kegiatan yang menunjang",
)
"""The seven of PermenPAN-RB 53/2014."""


@pytest.mark.parametrize("which", TAHUN)
def test_reads_as_written(golden: Golden, which: int) -> None:
    paper, _ = contoh(which)
    golden(EMAS / f"{paper.nama}.txt", tulis(paper))


@pytest.mark.parametrize("which", TAHUN)
def test_has_the_parts_of_the_regulation(which: int) -> None:
    paper, _ = contoh(which)
    assert [h for h in judul(paper, 1) if h.startswith("BAB")] == [
        "BAB I Pendahuluan",
        "BAB II Perencanaan Kinerja",
        "BAB III Akuntabilitas Kinerja",
        "BAB IV Penutup",
    ]
    front = [h for h in judul(paper, 1) if not h.startswith(("BAB", "Lampiran"))]
    assert front[-2:] == ["Kata Pengantar", "Ikhtisar Eksekutif"]
    assert [h.split()[1] for h in judul(paper, 1) if h.startswith("Lampiran")] == ["1", "2", "3", "4"]
    assert isinstance(pertama(paper, Sampul), Sampul)
    assert [b.jenis for b in paper.blok if isinstance(b, Isi)] == list(JenisDaftarIsi)
    assert [part.nomor for part in paper.bagian[:3]] == [NomorHalaman.TANPA, NomorHalaman.ROMAWI, NomorHalaman.ARAB]
    assert any(isinstance(b, Gambar) for b in paper.blok)


@pytest.mark.parametrize("which", TAHUN)
def test_every_sasaran_has_the_seven_analyses(which: int) -> None:
    paper, year = contoh(which)
    found = [h for h in judul(paper, 4) if h[0].isdigit()]
    assert found == [
        f"3.1.{n}.{k} {name.format(tahun=which)}"
        for n in range(1, len(year.setahun.sasaran) + 1)
        for k, name in enumerate(ANALISIS, 1)
    ]
    for heading, below in pairwise(paper.blok):
        if isinstance(heading, Judul) and heading.tingkat == 4:
            assert not isinstance(below, Judul), heading


@pytest.mark.parametrize("which", [2024, 2025])
def test_a_year_that_is_told_lacks_nothing(which: int) -> None:
    paper, _ = contoh(which)
    assert paper.belum == ()
    (colophon,) = (b for b in paper.blok if isinstance(b, Kolofon))
    assert colophon.belum == ()


def test_what_is_not_written_is_red_in_its_place_with_owner_and_file_and_counted() -> None:
    paper, year = contoh(2026)
    prose = sorted((k.apa, k.penanggung_jawab, str(k.berkas)) for k in year.narasi.kurang)
    rest = ("realisasi sampai akhir tahun 2026", "semua unit kerja", "data/realisasi/2026")
    assert sorted((b.apa, b.siapa, b.tempat) for b in paper.belum) == sorted([*prose, rest])
    (colophon,) = (b for b in paper.blok if isinstance(b, Kolofon))
    assert colophon.belum == paper.belum
    (red,) = (b for b in bagian(paper, "Kata Pengantar") if isinstance(b, Belum))
    assert (red.siapa, red.tempat) == ("Sekretariat", "data/narasi/2026/lkjip.yaml")
    third = bagian(paper, "Sasaran S3: Meningkatnya akuntabilitas dan mutu layanan BKPSDM")
    assert {b.tempat for b in third if isinstance(b, Belum)} == {"data/narasi/2026/sasaran/S3.yaml"}


@pytest.mark.parametrize(("final", "cap"), [(False, (CONTOH, RANCANGAN)), (True, (CONTOH,))])
def test_only_a_draft_says_that_it_is_one(final: bool, cap: tuple[str, ...]) -> None:
    paper = satu(bahan(rekap_contoh(), final=final), 2025)
    assert paper.cap == cap
    assert paper.blok == contoh(2025)[0].blok


@pytest.mark.parametrize("which", TAHUN)
def test_whether_nothing_is_missing_is_known_before_the_paper_is_made(which: int) -> None:
    paper, year = contoh(which)
    assert lengkap(bahan(rekap_contoh()), year) is not bool(paper.belum)


def test_a_draft_within_the_year_says_so_and_compares_no_money() -> None:
    paper, _ = contoh(2026)
    assert "Laporan ini disusun sebelum tahun 2026 berakhir; angkanya sampai Oktober 2026." in alinea(paper)
    assert alinea(paper).count("Capaian dan anggaran dibandingkan sesudah tahun 2026 berakhir.") == 3
    assert bernama(paper, "Efisiensi") == []
    (table, *_) = bernama(paper, "Capaian kinerja tahun 2026")
    assert "Target sampai saat ini" in {cell.isi[0][0].teks for cell in table.kepala[0]}
    assert not any("Sampai belum ada data" in text for text in alinea(paper))


def test_a_year_seen_early_tells_what_was_known() -> None:
    paper = satu(bahan(rekap_contoh("2026-07-20")), 2026)
    assert len(bernama(paper, "Anggaran yang berubah")) == 0
    assert any("angkanya sampai Juni 2026" in text for text in alinea(paper))


def test_a_registered_report_has_its_day_and_its_reviu() -> None:
    paper, _ = contoh(2025)
    assert [b.waktu for b in paper.blok if isinstance(b, TandaTangan)] == ["Painan, 25 Februari 2026"]
    assert "Pernyataan Telah Direviu" in judul(paper, 1)
    draft, _ = contoh(2026)
    assert [b.waktu for b in draft.blok if isinstance(b, TandaTangan)] == ["Painan, …………………………"]
    assert "Pernyataan Telah Direviu" not in judul(draft, 1)


def test_an_amended_pk_is_told_beside_the_first_and_both_are_attached() -> None:
    paper, _ = contoh(2026)
    (changed,) = bernama(paper, "Target yang berubah dalam Perjanjian Kinerja Perubahan ke-1 tahun 2026")
    assert "IKU-03" in str(changed.baris)
    assert bernama(paper, "Target menurut Perjanjian Kinerja Perubahan ke-1 tahun 2026")
    texts = alinea(paper)
    assert "Perjanjian Kinerja tahun 2026" in texts
    assert "Perjanjian Kinerja Perubahan ke-1 tahun 2026" in texts
    plain, _ = contoh(2025)
    assert bernama(plain, "Target yang berubah") == []
    assert bernama(plain, "Target menurut Perjanjian Kinerja tahun 2025")


def test_the_year_is_compared_with_the_one_before_in_the_ikhtisar() -> None:
    said = alinea(contoh(2025)[0])
    told = (
        "Dibanding tahun 2024, dari 7 indikator kinerja utama, 6 membaik dan 1 relatif tetap. "
        "Capaian perangkat daerah naik dari 98,84% menjadi 101,74%."
    )
    assert any(text.endswith(told) for text in said)
    assert not any(text.startswith("Dibanding tahun 2023") for text in alinea(contoh(2024)[0]))
    assert not any("Dibanding tahun 2025, dari" in text for text in alinea(contoh(2026)[0]))


def test_koreksi_are_told_with_both_figures() -> None:
    (table,) = bernama(contoh(2026)[0], "Koreksi data")
    (row,) = table.baris
    assert [cell.isi[0][0].teks for cell in row.sel][2:4] == ["16,84%", "15,35%"]
    assert "Koreksi data" not in " ".join(judul(contoh(2025)[0], 2))


def test_the_value_is_made_at_once() -> None:
    of = bahan(rekap_contoh())
    start = time.process_time()
    paper = satu(of, 2025)
    assert time.process_time() - start < 2
    assert paper.nama == "lkjip-2025"
    assert tahun(of.rekap, 2025).setahun.selesai
