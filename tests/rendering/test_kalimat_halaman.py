"""The grammars of programs, documents, method and process: exactly one pattern speaks, briefly and in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest

from sakipgen.rendering import (
    kalimat_dokumen,
    kalimat_metode,
    kalimat_pohon,
    kalimat_proses,
    kalimat_situs,
    kalimat_uang,
)
from sakipgen.rendering.kalimat import Kalimat, Pola, teks
from sakipgen.rendering.kalimat_dokumen import FaktaKriteria, FaktaWajib
from sakipgen.rendering.kalimat_metode import FaktaMetode
from sakipgen.rendering.kalimat_pohon import FaktaPohon
from sakipgen.rendering.kalimat_proses import FaktaProses, FaktaWaktu
from sakipgen.rendering.kalimat_situs import FaktaPeriksa, FaktaTunggu
from sakipgen.rendering.kalimat_uang import FaktaProgram
from tests.conftest import Indonesian

ISIAN = {
    "waktu": "Sampai Oktober 2026",
    "serapan": "79,61%",
    "capaian": "110,14%",
    "ada": "1",
    "dari": "2",
    "program": "3",
    "realisasi": "Rp6,78 miliar",
    "pagu": "Rp8,81 miliar",
    "uang_sampai": "Oktober 2026",
    "kinerja_sampai": "Triwulan III 2026",
    "rancangan": "1",
    "nanti": "2",
    "terlambat": "1",
    "tahun": "2026",
    "lalu": "2025",
    "beda": "4",
    "diukur": "16",
    "tepat": "15",
    "baku": "90 menit",
    "menit": "82,5 menit",
    "banyak": "2",
    "tujuan": "1",
    "sasaran": "3",
    "kondisi": "8",
    "kegiatan": "11",
    "bersama": "10",
    "sebagian": "3",
    "belum": "1",
    "berkas": "425",
    "peringatan": "7",
}
COUNTS = [(dari, ada) for dari in range(4) for ada in range(dari + 1)]


def spoken(grammar: Sequence[Pola[Any]], facts: object) -> list[str]:
    return [p.nama for p in grammar if p.syarat(facts)]


@pytest.mark.parametrize(("dari", "ada"), COUNTS)
@pytest.mark.parametrize(("serapan", "pagu"), [(True, True), (False, True), (False, False)])
def test_exactly_one_pattern_speaks_of_programs(dari: int, ada: int, serapan: bool, pagu: bool) -> None:
    facts = FaktaProgram(program=dari, serapan=serapan, pagu=pagu, dari=dari, ada=ada)
    assert len(spoken(kalimat_uang.PROGRAM, facts)) == 1, facts
    assert len(spoken(kalimat_uang.SEMUA, facts)) == 1, facts
    assert len(spoken(kalimat_uang.TERUKUR, facts)) == (1 if dari else 0), facts


@pytest.mark.parametrize(("dari", "ada"), COUNTS)
def test_exactly_one_pattern_speaks_of_documents_method_and_process(dari: int, ada: int) -> None:
    assert len(spoken(kalimat_dokumen.WAJIB, FaktaWajib(dari, ada))) == 1
    assert len(spoken(kalimat_proses.PROSES, FaktaProses(dari, ada))) == 1
    for known in (True, False):
        assert len(spoken(kalimat_metode.METODE, FaktaMetode(ada_lalu=known, beda=ada))) == 1


def test_exactly_one_pattern_speaks_of_the_time_of_a_step() -> None:
    for baku, diukur in product((True, False), repeat=2):
        assert len(spoken(kalimat_proses.WAKTU, FaktaWaktu(baku, diukur))) == 1


@pytest.mark.parametrize(("kondisi", "program", "bersama"), list(product((0, 1, 5), repeat=3)))
def test_exactly_one_pattern_speaks_of_a_pohon(kondisi: int, program: int, bersama: int) -> None:
    facts = FaktaPohon(1, 3, kondisi, program, 4, bersama)
    assert len(spoken(kalimat_pohon.SUSUNAN, facts)) == len(spoken(kalimat_pohon.BERSAMA, facts)) == 1


def test_a_pohon_in_sentences() -> None:
    assert teks(kalimat_pohon.pohon(FaktaPohon(1, 3, 8, 3, 11, 10))) == (
        "1 tujuan ditopang 3 sasaran melalui 8 kondisi antara, diwujudkan oleh 3 program dan 11 kegiatan. "
        "10 simpul memerlukan unit atau perangkat daerah lain."
    )
    assert teks(kalimat_pohon.pohon(FaktaPohon(2, 3, 0, 3, 11, 0))) == (
        "2 tujuan ditopang 3 sasaran, diwujudkan oleh 3 program dan 11 kegiatan. "
        "Belum dicatat siapa lain yang diperlukan."
    )


@pytest.mark.parametrize(("dari", "ada"), COUNTS)
def test_exactly_one_pattern_speaks_of_criteria_checks_and_what_is_to_come(dari: int, ada: int) -> None:
    assert len(spoken(kalimat_dokumen.KRITERIA, FaktaKriteria(dari, ada, dari - ada, 0))) == 1
    assert len(spoken(kalimat_situs.TUNGGU, FaktaTunggu(dari, ada))) == 1
    for berkas in (None, dari):
        assert len(spoken(kalimat_situs.PERIKSA, FaktaPeriksa(berkas, ada))) == 1


def test_sentences_are_short_plain_and_indonesian(indonesian: Indonesian) -> None:
    grammars: tuple[Sequence[Pola[Any]], ...] = (
        kalimat_uang.PROGRAM,
        kalimat_uang.SEMUA,
        kalimat_uang.TERUKUR,
        kalimat_uang.PERINGATAN,
        kalimat_dokumen.WAJIB,
        kalimat_dokumen.SISA,
        kalimat_dokumen.KRITERIA,
        kalimat_dokumen.SISA_KRITERIA,
        kalimat_situs.PERIKSA,
        kalimat_situs.TUNGGU,
        kalimat_metode.METODE,
        kalimat_proses.PROSES,
        kalimat_proses.WAKTU,
        kalimat_pohon.SUSUNAN,
        kalimat_pohon.BERSAMA,
    )
    for grammar in grammars:
        names = [p.nama for p in grammar]
        assert len(names) == len(set(names))
        for pola in grammar:
            text = str(Kalimat(pola.teks, ISIAN))
            for sentence in re.split(r"(?<=\.) ", text):
                assert len(sentence.split()) <= 20, sentence
            assert not re.search(r"berhasil|gagal|hemat|boros", text, re.IGNORECASE), text
            indonesian(text)


def test_money_and_performance_of_different_days_are_not_compared() -> None:
    facts = FaktaProgram(serapan=True, dari=2, ada=2, beda_waktu=True)
    said = kalimat_uang.program(facts, ISIAN)
    assert teks(said) == (
        "Sampai Oktober 2026, program ini memakai 79,61% anggaran dan mencapai 110,14% target kinerja. "
        "Data anggaran sampai Oktober 2026, kinerja sampai Triwulan III 2026: jangan dibandingkan langsung."
    )


def test_missing_documents_are_told_by_their_day() -> None:
    said = kalimat_dokumen.wajib(FaktaWajib(dari=5, ada=2, rancangan=1, terlambat=1, nanti=1), 2026)
    assert teks(said) == (
        "2 dari 5 jenis dokumen wajib tahun 2026 sudah ada. 1 masih rancangan. 1 belum jatuh tempo. "
        "1 melewati jatuh tempo."
    )


def test_the_time_of_a_step_as_the_office_says_it() -> None:
    said = kalimat_proses.waktu(FaktaWaktu(baku=True, diukur=True), ISIAN)
    assert str(said) == "baku 90 menit, median 82,5 menit dari 2 periode"
