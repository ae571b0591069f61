"""The grammar: of every situation exactly one pattern speaks, and no sentence is long, vain or empty."""

from __future__ import annotations

import re

import pytest

from sakipgen.domain.realisasi import Status
from sakipgen.measuring.arah import Arah
from sakipgen.rendering import kalimat
from sakipgen.rendering.cetak import angka_persen
from sakipgen.rendering.kalimat import FaktaKelompok, Kalimat
from sakipgen.rendering.kalimat_indikator import INDIKATOR, TAMBAHAN, Cara, FaktaIndikator
from tests.conftest import Indonesian
from tests.rendering.test_environment import D
from tests.rendering.test_tata_kalimat import KELOMPOK

ISIAN = {
    "waktu": "Sampai Triwulan III 2024",
    "periode": "Triwulan III 2024",
    "subjek": "Kinerja unit ini",
    "hal": "indikator kinerja utama",
    "realisasi": "12 hari kerja",
    "target": "10 hari kerja",
    "selisih": "2 hari kerja",
    "sisi": "di bawah rentang",
    "kali": "dua",
    "tempo": "15 Oktober 2024",
    "terlambat": "12",
    "alasan": "Laporan hasil evaluasi belum terbit.",
    "capaian_tahun": "64,58%",
    "target_tahun": "60%",
    "lalu": "Triwulan III 2023",
    "sebelumnya": "14 hari kerja",
    "target_semula": "60%",
    "target_kini": "50%",
    "dasar": "Perjanjian Kinerja Perubahan ke-1",
    "tanggal_dasar": "4 Oktober 2024",
    "posisi": "Triwulan II 2024",
    "tahun": "2024",
    "tahun_data": "2023",
    "ada": "2",
    "dari": "3",
    "tercapai": "2",
    "kurang": "1",
    "tanpa": "1",
    "triwulan": "1",
    "semester": "2",
    "akhir_tahun": "3",
    "kapan": "baru diukur pada akhir tahun",
    "rincian": "1 belum ada datanya, 3 diukur akhir tahun",
    "sambungan": ", 1 belum ada datanya, 3 diukur akhir tahun",
    "deret": "1 belum mencapai target, 1 belum ada datanya, dan 3 diukur akhir tahun",
    "kasus": "12",
    "awal": "31,4%",
    "waktu_awal": "2021",
    "akhir": "52,37%",
    "waktu_akhir": "2024",
    "capaian_murni": "87,28%",
    "capaian": "90%",
    "penyetuju": "Kepala Bidang Mutasi dan Promosi",
    "tahun_putus": "2026",
    "sebab_putus": "instrumen penilaiannya berganti",
    "tanggal_koreksi": "20 Mei 2026",
    "semula": "54,1%",
}


@pytest.mark.parametrize("facts", KELOMPOK, ids=str)
def test_exactly_one_pattern_speaks_of_a_group(facts: FaktaKelompok) -> None:
    for grammar in (kalimat.KELOMPOK, kalimat.PUTUSAN, kalimat.SAMBUNGAN, kalimat.KAPAN):
        assert len([p for p in grammar if p.syarat(facts)]) == 1, facts
    later = [p.nama for p in kalimat.TAHUN_BARU if p.syarat(facts)]
    assert len(later) == (facts.dari > 0 and facts.ada == 0)
    spoken = [p.nama for p in kalimat.SISA if p.syarat(facts)]
    assert len(spoken) == (facts.kurang > 0 or facts.nanti > 0 or (facts.tanpa > 0 and facts.ada > 0))


@pytest.mark.parametrize("facts", KELOMPOK, ids=str)
def test_whatever_a_group_is_made_of_is_told_in_short_sentences_whose_counts_add_up(facts: FaktaKelompok) -> None:
    group = str(kalimat.kelompok(facts, "Kinerja unit ini"))
    rest = [str(k) for k in kalimat.putusan(facts, "Pada Triwulan III 2024", "indikator kinerja utama")]
    for text in (group, *rest):
        assert not re.search(r"[{}]|: \.|, \.", text), text
        assert all(len(sentence.split()) <= 20 for sentence in text.split(". ")), text
    if facts.ada and facts.dari > 1:
        reached = f"{facts.tercapai} mencapai target" if facts.tercapai else ""
        assert sum(map(int, re.findall(r"(\d+) ", f"{reached} {' '.join(rest[1:])}"))) == facts.dari
        if facts.dari > max(facts.tercapai, facts.kurang):
            assert sum(map(int, re.findall(r"(\d+) ", group.split(":", 1)[1]))) == facts.dari


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"antara": True}, []),
        ({"antara": True, "terhadap_setahun": True}, ["terhadap_setahun"]),
        ({"antara": True, "terhadap_setahun": True, "bagian": True}, ["setahun"]),
        ({"antara": True, "menunggu_setahun": True}, ["batas_setahun"]),
        ({"terhadap_setahun": True}, []),
        ({"menunggu_setahun": True}, []),
    ],
)
def test_the_target_of_the_year_is_told_where_it_is_another_one(facts: dict[str, bool], names: list[str]) -> None:
    assert [p.nama for p in TAMBAHAN if p.syarat(FaktaIndikator(Status.ADA, **facts))] == names  # type: ignore[arg-type]


def test_the_way_of_an_amended_target_is_told_once() -> None:
    for berkali, name in ((False, "target_diubah"), (True, "target_berkali_diubah")):
        facts = FaktaIndikator(Status.ADA, target_diubah=True, berkali=berkali)
        assert [p.nama for p in TAMBAHAN if p.syarat(facts)] == [name]


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"sebagian": True}, ["sebagian"]),
        ({"target_sebagian": True}, ["target_sebagian"]),
        ({"sebagian": True, "target_sebagian": True}, ["target_sebagian"]),
        ({"sebagian": True, "selesai": True}, ["tak_lengkap"]),
        ({"target_sebagian": True, "selesai": True}, ["target_tak_lengkap"]),
        ({"sebagian": True, "target_sebagian": True, "selesai": True}, ["target_tak_lengkap"]),
        ({"selesai": True}, []),
    ],
)
def test_what_lacks_is_told_once(facts: dict[str, bool], names: list[str]) -> None:
    assert [p.nama for p in TAMBAHAN if p.syarat(FaktaIndikator(Status.ADA, **facts))] == names  # type: ignore[arg-type]


def test_direction_is_told_once() -> None:
    for way in Arah:
        facts = FaktaIndikator(Status.ADA, arah=way)
        assert [p.nama for p in TAMBAHAN if p.syarat(facts)] == [way.value]
    assert [p for p in TAMBAHAN if p.syarat(FaktaIndikator(Status.ADA))] == []


def test_far_above_the_target_is_told_once() -> None:
    facts = FaktaIndikator(Status.ADA, tercapai=True, jauh_melampaui=True, periksa_ulang=True)
    assert [p.nama for p in TAMBAHAN if p.syarat(facts)] == ["periksa_ulang"]


def test_sentences_are_short_plain_and_indonesian(indonesian: Indonesian) -> None:
    grammars = (
        INDIKATOR,
        TAMBAHAN,
        kalimat.KELOMPOK,
        kalimat.PUTUSAN,
        kalimat.SAMBUNGAN,
        kalimat.DERET_SISA,
        kalimat.KAPAN,
        kalimat.TAHUN_BARU,
        kalimat.SISA,
    )
    for grammar in grammars:
        for pola in grammar:
            text = str(Kalimat(pola.teks, ISIAN))
            for sentence in re.split(r"(?<=\.) ", text):
                assert len(sentence.split()) <= 20, sentence
            assert not re.search(r"berhasil|gagal|capaian realisasi", text, re.IGNORECASE), text
            indonesian(text)


@pytest.mark.parametrize(
    ("cara", "tercapai", "sama", "bertanda", "nama"),
    [
        ("naik", True, True, False, "naik_sama"),
        ("naik", False, True, True, "belum_lewat"),
        ("naik", True, False, False, "naik_melampaui"),
        ("naik", False, False, False, "naik_kurang"),
        ("turun", True, False, False, "turun_tercapai"),
        ("turun", True, True, False, "turun_tercapai"),
        ("turun", True, False, True, "tercapai_bertanda"),
        ("turun", False, False, True, "turun_terlewati"),
        ("turun", False, True, True, "belum_lewat"),
        ("stabil", True, True, False, "naik_sama"),
        ("stabil", False, False, False, "stabil_menyimpang"),
        ("rentang", True, False, True, "rentang_tercapai"),
        ("rentang", False, False, True, "rentang_terlewati"),
        ("ya_tidak", True, True, False, "terpenuhi"),
        ("ya_tidak", False, False, False, "belum_terpenuhi"),
        ("tanggal", True, False, False, "tepat_waktu"),
        ("tanggal", False, False, False, "lewat_waktu"),
        ("predikat", True, True, False, "predikat_tercapai"),
        ("predikat", False, False, False, "predikat_kurang"),
        ("manual", False, True, False, "ditetapkan"),
    ],
)
def test_which_pattern_speaks_of_a_figure(cara: str, tercapai: bool, sama: bool, bertanda: bool, nama: str) -> None:
    facts = FaktaIndikator(Status.ADA, Cara(cara), tercapai=tercapai, sama=sama, bertanda=bertanda)
    assert kalimat.pilih(INDIKATOR, facts).nama == nama


def test_a_break_is_told_once_and_with_its_cause() -> None:
    facts = FaktaIndikator(Status.ADA, putus=True)
    (said,) = kalimat.tambahan(TAMBAHAN, facts, ISIAN)
    assert str(said) == (
        "Sejak 2026 angkanya tidak dapat dibandingkan dengan sebelumnya: instrumen penilaiannya berganti."
    )


def test_names_within_a_grammar_are_unique() -> None:
    for grammar in (INDIKATOR, TAMBAHAN):
        names = [p.nama for p in grammar]
        assert len(names) == len(set(names))


def test_verdict_of_the_example() -> None:
    said = kalimat.putusan(FaktaKelompok(7, 7, 4), "Pada tahun 2024", "indikator kinerja utama")
    assert kalimat.teks(said) == (
        "Pada tahun 2024, 4 dari 7 indikator kinerja utama mencapai target. 3 belum mencapai target."
    )
    said = kalimat.putusan(FaktaKelompok(10, 9, 7), "Sampai Triwulan III 2026", "indikator kinerja utama")
    assert kalimat.teks(said).endswith("2 belum mencapai target dan 1 belum ada datanya.")


def test_group_of_the_specification() -> None:
    said = kalimat.kelompok(FaktaKelompok(3, 3, 2), "Sasaran ini")
    assert str(said) == "Sasaran ini diukur dengan 3 indikator: 2 mencapai target, 1 belum."
    assert said.__html__() == "Sasaran ini diukur dengan 3 indikator: <b>2</b> mencapai target, 1 belum."


def test_those_measured_at_the_end_of_the_year_are_told_apart_and_the_counts_add_up() -> None:
    facts = FaktaKelompok(dari=7, ada=4, tercapai=3, akhir_tahun=2)
    said = kalimat.putusan(facts, "Sampai Oktober 2026", "indikator kinerja utama")
    assert kalimat.teks(said) == (
        "Sampai Oktober 2026, 3 dari 7 indikator kinerja utama mencapai target. "
        "1 belum mencapai target, 1 belum ada datanya, dan 2 diukur akhir tahun."
    )
    assert str(kalimat.kelompok(facts, "Sasaran ini")) == (
        "Sasaran ini diukur dengan 7 indikator: 3 mencapai target, 1 belum, 1 belum ada datanya, 2 diukur akhir tahun."
    )
    assert str(kalimat.kelompok(FaktaKelompok(1, 0, 0, 1), "Sasaran ini")).endswith(
        "yang baru diukur pada akhir tahun."
    )


TIGA = "1 belum ada datanya, 1 diukur setiap semester, 1 diukur akhir tahun."
EMPAT = "1 belum ada datanya, 1 diukur setiap triwulan, 1 diukur setiap semester, 1 diukur akhir tahun."


@pytest.mark.parametrize(
    ("facts", "group", "rest"),
    [
        (
            FaktaKelompok(3, 1, 1, akhir_tahun=1, semester=1),
            "3 indikator: 1 mencapai target, 1 diukur setiap semester, 1 diukur akhir tahun.",
            "1 diukur setiap semester dan 1 diukur akhir tahun.",
        ),
        (
            FaktaKelompok(5, 2, 1, akhir_tahun=1, semester=1),
            f"5 indikator: 1 mencapai target, 1 belum. Sisanya: {TIGA}",
            "1 belum mencapai target, 1 belum ada datanya, 1 diukur setiap semester, dan 1 diukur akhir tahun.",
        ),
        (
            FaktaKelompok(6, 2, 1, akhir_tahun=1, semester=1, triwulan=1),
            f"6 indikator: 1 mencapai target, 1 belum. Sisanya: {EMPAT}",
            f"1 belum mencapai target. Sisanya: {EMPAT}",
        ),
        (
            FaktaKelompok(4, 0, 0, akhir_tahun=1, semester=1, triwulan=1),
            f"4 indikator, dan belum ada angkanya. Rinciannya: {EMPAT}",
            "Belum ada datanya.",
        ),
        (
            FaktaKelompok(2, 0, 0, semester=2),
            "2 indikator, yang semuanya diukur setiap semester.",
            "2 diukur setiap semester.",
        ),
        (
            FaktaKelompok(1, 0, 0, triwulan=1),
            "1 indikator, yang diukur setiap triwulan.",
            "1 diukur setiap triwulan.",
        ),
    ],
)
def test_those_that_are_not_owed_yet_are_told_by_when_they_are_measured(
    facts: FaktaKelompok, group: str, rest: str
) -> None:
    assert str(kalimat.kelompok(facts, "Sasaran ini")) == f"Sasaran ini diukur dengan {group}"
    assert kalimat.teks(kalimat.sisa(facts)) == rest


def test_values_are_escaped_and_figures_keep_their_cell() -> None:
    said = Kalimat("<b>{angka}</b> {alasan}", {"angka": angka_persen(D("5"), "t/k/c"), "alasan": "<script>"})
    assert said.__html__() == '<b><data value="5" data-ref="t/k/c">5,00</data>%</b> &lt;script&gt;'
    assert str(said) == "5,00% <script>"


def test_braces_in_a_value_mean_nothing() -> None:
    assert str(Kalimat("Alasannya: {alasan}", {"alasan": "{waktu} {{ 7 * 7 }}"})) == "Alasannya: {waktu} {{ 7 * 7 }}"
