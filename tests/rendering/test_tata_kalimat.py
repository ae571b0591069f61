"""All grammars at once: every situation that can be is enumerated, and of each grammar so many patterns speak.

A grammar that is missing in `TATA` fails; so does a pattern that no situation makes speak, and one whose words run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import fields
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from sakipgen.domain.indikator import TipeSatuan
from sakipgen.domain.realisasi import Status
from sakipgen.domain.siklus import KeadaanSiklus
from sakipgen.domain.tindak_lanjut import StatusTindakLanjut
from sakipgen.measuring.arah import Arah
from sakipgen.rendering.kalimat import FaktaKelompok, Pola, pilih
from sakipgen.rendering.kalimat_banding import FaktaBanding
from sakipgen.rendering.kalimat_dokumen import FaktaKriteria, FaktaWajib
from sakipgen.rendering.kalimat_grafik import FaktaDeret, FaktaEkstrem, FaktaLubang, FaktaPeluru
from sakipgen.rendering.kalimat_indikator import Cara, FaktaIndikator, TanpaTarget
from sakipgen.rendering.kalimat_metode import FaktaMetode
from sakipgen.rendering.kalimat_pelaksanaan import (
    FaktaLaporan,
    FaktaPeriode,
    FaktaTepat,
    FaktaTindakan,
    FaktaTindakLanjut,
)
from sakipgen.rendering.kalimat_pohon import FaktaPohon
from sakipgen.rendering.kalimat_proses import FaktaProses, FaktaWaktu
from sakipgen.rendering.kalimat_riwayat import FaktaRiwayat
from sakipgen.rendering.kalimat_situs import FaktaPeriksa, FaktaTunggu
from sakipgen.rendering.kalimat_uang import FaktaProgram

YA: Final = (True, False)
FOLDER: Final = Path(__file__).parents[2] / "sakipgen" / "rendering"


class Tata(NamedTuple):
    """A grammar: the situations it meets, and between how many of its patterns speak in each."""

    fakta: tuple[Any, ...]
    paling_sedikit: int = 1
    paling_banyak: int = 1


KELOMPOK: Final = tuple(
    FaktaKelompok(dari, ada, tercapai, *nanti)
    for dari in range(6)
    for ada in range(dari + 1)
    for tercapai in range(ada + 1)
    for nanti in product(range(dari - ada + 1), repeat=3)
    if sum(nanti) <= dari - ada
)
BERAPA: Final = tuple((dari, ada) for dari in range(4) for ada in range(dari + 1))


def _indikator() -> Iterator[FaktaIndikator]:
    """Every verdict: what decides it is the state, the way it is said, and where the figure lies."""
    states: list[tuple[Status, TanpaTarget | None]] = [(s, None) for s in Status if s is not Status.TIDAK_DITARGETKAN]
    states += [(Status.TIDAK_DITARGETKAN, why) for why in TanpaTarget]
    for (status, why), cara, *yes in product(states, Cara, *(YA,) * 4):
        yield FaktaIndikator(status, cara, why, tercapai=yes[0], sama=yes[1], bertanda=yes[2], di_luar=yes[3])


def _tambahan() -> Iterator[FaktaIndikator]:
    """Every two facts together that a sentence may be added for, with every direction."""
    names = [f.name for f in fields(FaktaIndikator) if f.type == "bool"]
    yield from (FaktaIndikator(Status.ADA, arah=way) for way in Arah)
    for status, one, other, *more in product((Status.ADA, Status.TERLAMBAT), names, names, YA, YA):
        given = dict.fromkeys([one, other], True) | {"antara": more[0], "target_diubah": more[1]}
        yield FaktaIndikator(status, **given)  # type: ignore[arg-type]


def _program() -> Iterator[FaktaProgram]:
    for (dari, ada), (serapan, pagu), program, apart, running in product(
        BERAPA, ((True, True), (False, True), (False, False)), (0, 1, 2), YA, YA
    ):
        yield FaktaProgram(program, serapan, pagu, dari, ada, apart, running)


def _periode() -> Iterator[FaktaPeriode]:
    yield FaktaPeriode(dicatat=False)
    for state, closed in product([None, *KeadaanSiklus], YA):
        yield FaktaPeriode(dicatat=True, keadaan=state, ditutup=closed)


def _deret() -> Iterator[FaktaDeret]:
    for points, way, new in product((0, 1, 2, 5), (None, *Arah), YA):
        yield FaktaDeret(points, way if points > 1 else None, seri_baru=new)


_PROGRAM = tuple(_program())
_TINDAKAN = tuple(FaktaTindakan(*one) for one in product(StatusTindakLanjut, (-1, 0, 1), YA))
_KRITERIA = tuple(
    FaktaKriteria(dari, ada, sebagian, dari - ada - sebagian)
    for dari, ada in BERAPA
    for sebagian in range(dari - ada + 1)
)
_POHON = tuple(FaktaPohon(*one) for one in product(range(2), repeat=6))
_RIWAYAT = tuple(FaktaRiwayat(*one) for one in product(YA, range(2), range(2), range(2), range(2), YA, YA))
_WAJIB = tuple(FaktaWajib(dari, ada, *rest) for dari, ada in BERAPA for rest in product(range(2), repeat=3))

TATA: Final = {
    "kalimat.KELOMPOK": Tata(KELOMPOK),
    "kalimat.SAMBUNGAN": Tata(KELOMPOK),
    "kalimat.KAPAN": Tata(KELOMPOK),
    "kalimat.PUTUSAN": Tata(KELOMPOK),
    "kalimat.RINCIAN": Tata(KELOMPOK, 0, 4),
    "kalimat.DERET_SISA": Tata(KELOMPOK, 0, 5),
    "kalimat.SISA": Tata(KELOMPOK, 0, 1),
    "kalimat.TAHUN_BARU": Tata(KELOMPOK, 0, 1),
    "kalimat_banding.BANDING": Tata(tuple(FaktaBanding(*one) for one in product(range(3), repeat=4))),
    "kalimat_banding.CAPAIAN": Tata(tuple(Arah)),
    "kalimat_dokumen.WAJIB": Tata(_WAJIB),
    "kalimat_dokumen.SISA": Tata(_WAJIB, 0, 3),
    "kalimat_dokumen.KRITERIA": Tata(_KRITERIA),
    "kalimat_dokumen.SISA_KRITERIA": Tata(_KRITERIA, 0, 2),
    "kalimat_grafik.PELURU": Tata(tuple(FaktaPeluru(*one) for one in product(YA, repeat=4))),
    "kalimat_grafik.DERET": Tata(tuple(_deret())),
    "kalimat_grafik.PERIODE": Tata(KELOMPOK),
    "kalimat_grafik.SEJAJAR": Tata(KELOMPOK),
    "kalimat_grafik.EKSTREM": Tata(tuple(FaktaEkstrem(*one) for one in product(range(4), YA, YA, TipeSatuan))),
    "kalimat_grafik.LUBANG": Tata(tuple(FaktaLubang(*one) for one in product((0, 1, 5), YA)), 0, 2),
    "kalimat_indikator.INDIKATOR": Tata(tuple(_indikator())),
    "kalimat_indikator.TAMBAHAN": Tata(tuple(_tambahan()), 0, 5),
    "kalimat_metode.METODE": Tata(tuple(FaktaMetode(*one) for one in product(YA, range(3)))),
    "kalimat_pelaksanaan.TINDAK_LANJUT": Tata(tuple(FaktaTindakLanjut(*one) for one in product(range(3), repeat=4))),
    "kalimat_pelaksanaan.TINDAKAN": Tata(_TINDAKAN),
    "kalimat_pelaksanaan.PERIODE": Tata(tuple(_periode())),
    "kalimat_pelaksanaan.PERIODE_PENDEK": Tata(tuple(_periode())),
    "kalimat_pelaksanaan.LAPORAN": Tata(tuple(FaktaLaporan(*one) for one in product(YA, repeat=2))),
    "kalimat_pelaksanaan.TEPAT_WAKTU": Tata(tuple(FaktaTepat(*one) for one in BERAPA)),
    "kalimat_pohon.SUSUNAN": Tata(_POHON),
    "kalimat_pohon.BERSAMA": Tata(_POHON),
    "kalimat_proses.PROSES": Tata(tuple(FaktaProses(*one) for one in BERAPA)),
    "kalimat_proses.WAKTU": Tata(tuple(FaktaWaktu(*one) for one in product(YA, repeat=2))),
    "kalimat_riwayat.RIWAYAT": Tata(_RIWAYAT),
    "kalimat_riwayat.SESUDAH": Tata(_RIWAYAT, 1, 4),
    "kalimat_situs.PERIKSA": Tata(tuple(FaktaPeriksa(*one) for one in product((None, 0, 425), range(2)))),
    "kalimat_situs.TUNGGU": Tata(tuple(FaktaTunggu(*one) for one in product(range(2), repeat=2))),
    "kalimat_uang.PROGRAM": Tata(_PROGRAM),
    "kalimat_uang.SEMUA": Tata(_PROGRAM),
    "kalimat_uang.TERUKUR": Tata(_PROGRAM, 0, 1),
    "kalimat_uang.PERINGATAN": Tata(_PROGRAM, 0, 2),
}


def tata(name: str) -> Sequence[Pola[Any]]:
    module, _, attribute = name.partition(".")
    found: Sequence[Pola[Any]] = getattr(import_module(f"sakipgen.rendering.{module}"), attribute)
    return found


def test_every_grammar_is_enumerated() -> None:
    found = {
        f"{path.stem}.{name}"
        for path in FOLDER.glob("kalimat*.py")
        for name, value in vars(import_module(f"sakipgen.rendering.{path.stem}")).items()
        if isinstance(value, tuple) and value and all(isinstance(one, Pola) for one in value)
    }
    assert found == set(TATA)


@pytest.mark.parametrize("name", TATA)
def test_so_many_patterns_speak_of_every_situation(name: str) -> None:
    grammar, (facts, least, most) = tata(name), TATA[name]
    for fact in facts:
        spoken = [p.nama for p in grammar if p.syarat(fact)]
        assert least <= len(spoken) <= most, (fact, spoken)
    if least == most == 1:
        assert {pilih(grammar, fact).nama for fact in facts} == {p.nama for p in grammar}


@pytest.mark.parametrize("name", TATA)
def test_every_pattern_speaks_of_something(name: str) -> None:
    for pola in tata(name):
        assert any(pola.syarat(fact) for fact in TATA[name].fakta), pola.nama


@pytest.mark.parametrize("name", TATA)
def test_no_pattern_praises_blames_or_mixes_up_words(name: str) -> None:
    grammar = tata(name)
    assert len({p.nama for p in grammar}) == len(grammar)
    for pola in grammar:
        assert not re.search(r"berhasil|gagal|hemat|boros|capaian realisasi", pola.teks, re.IGNORECASE), pola.teks
        for sentence in re.split(r"(?<=\.) ", pola.teks):
            assert len(sentence.split()) <= 20, sentence


def test_a_grammar_with_two_answers_or_none_is_a_fault() -> None:
    always: Pola[int] = Pola("a", lambda _: True, "A.")
    again: Pola[int] = Pola("b", lambda _: True, "B.")
    never: Pola[int] = Pola("c", lambda _: False, "C.")
    assert pilih((always, never), 1) is always
    for broken in ((never,), (always, again)):
        with pytest.raises(ValueError, match="unpack"):
            pilih(broken, 1)
