"""The grammar of follow-up, periods and reports: of every situation exactly one pattern speaks, in plain words."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

from sakipgen.domain.siklus import KeadaanSiklus
from sakipgen.rendering import kalimat_pelaksanaan as k
from sakipgen.rendering.kalimat import Kalimat, Pola
from sakipgen.rendering.kalimat_pelaksanaan import (
    FaktaPeriode,
    FaktaTindakLanjut,
)
from tests.conftest import Indonesian

ISIAN = {
    "dari": "14",
    "rincian": "9 selesai, 3 berjalan, 1 terlambat, 1 belum mulai",
    "selesai": "30 September 2026",
    "batas": "30 September 2026",
    "kemajuan": "60%",
    "hari": "43",
    "tanggal": "30 April 2026",
    "oleh": "Kepala Sub Bagian Perencanaan",
    "sejak": "10 November 2026",
    "kata": "dikembalikan",
    "periode": "Triwulan III 2026",
    "alasan": "angka tidak cocok",
    "tempo": "14 Oktober 2026",
    "tepat": "13",
}


def spoken(grammar: tuple[Pola[Any], ...], facts: object) -> list[str]:
    return [pola.nama for pola in grammar if pola.syarat(facts)]


def test_exactly_one_pattern_tells_a_period() -> None:
    for state, closed in product([None, *KeadaanSiklus], (True, False)):
        facts = FaktaPeriode(dicatat=True, keadaan=state, ditutup=closed)
        assert len(spoken(k.PERIODE, facts)) == 1, facts
        assert len(spoken(k.PERIODE_PENDEK, facts)) == 1, facts
    nothing = FaktaPeriode(dicatat=False)
    assert spoken(k.PERIODE, nothing) == spoken(k.PERIODE_PENDEK, nothing) == ["tidak_dicatat"]


def test_sentences_are_short_plain_and_indonesian(indonesian: Indonesian) -> None:
    grammars: tuple[tuple[Pola[Any], ...], ...] = (
        k.TINDAK_LANJUT,
        k.TINDAKAN,
        k.PERIODE,
        k.PERIODE_PENDEK,
        k.LAPORAN,
        k.TEPAT_WAKTU,
    )
    for grammar in grammars:
        names = [pola.nama for pola in grammar]
        assert len(names) == len(set(names))
        for pola in grammar:
            said = str(Kalimat(pola.teks, ISIAN))
            assert len(said.split()) <= 20, said
            assert not re.search(r"berhasil|gagal", said, re.IGNORECASE), said
            indonesian(said)


def test_sentence_of_the_specification() -> None:
    said = k.tindak_lanjut(FaktaTindakLanjut(selesai=9, berjalan=3, terlambat=2, belum_mulai=0))
    assert str(said) == "Dari 14 tindak lanjut, 9 selesai, 3 berjalan, 2 terlambat."


def test_all_closed_and_none_at_all_read_well() -> None:
    assert str(k.tindak_lanjut(FaktaTindakLanjut(4, 0, 0, 0))) == "Semua 4 tindak lanjut sudah selesai."
    assert str(k.tindak_lanjut(FaktaTindakLanjut(0, 0, 0, 0))) == "Belum ada tindak lanjut yang dicatat."
    assert str(k.tindak_lanjut(FaktaTindakLanjut(0, 0, 1, 0))) == "Ada satu tindak lanjut: 1 terlambat."
