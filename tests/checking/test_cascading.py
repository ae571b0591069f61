"""K106…K109, K116 and R028: every level from tujuan to sub kegiatan has the next; the papers count the same money."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.cascading import (
    anggaran_pk_sama_dengan_pagu,
    cascading_lengkap,
    iku_sama_dengan_pk,
    jumlah_sama_dengan_rinciannya,
    program_dijanjikan,
    program_pk_terdaftar,
)
from sakipgen.domain.dataset import Berkas
from tests.checking.helpers import places, program, said
from tests.measuring.builder import ROOT, UNIT, Susunan, renstra

RENSTRA = "renstra/2021-2026.yaml"
PROGRAM = "program/2024.yaml"
PK = "perjanjian-kinerja/2024/kepala/murni.yaml"


# ── K106 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_k106_an_iku_stands_in_the_renstra() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A").ukur("B")
    assert said(iku_sama_dengan_pk, data.dataset()) == [
        (
            "indikator/B.yaml iku value K106: `B` ditandai IKU, tetapi tidak terdaftar pada tujuan atau sasaran mana "
            "pun dalam Renstra; daftarkan pada sasarannya, atau hapus `iku: ya`."
        )
    ]
    data.tujuan = ["B"]
    assert said(iku_sama_dengan_pk, data.dataset()) == []


def test_k106_and_k108_leave_a_misspelt_kode_to_r001() -> None:
    data = Susunan(sasaran={"S1": ["A-1"]}).ukur("A")
    assert said(iku_sama_dengan_pk, data.dataset()) == []
    assert said(program_dijanjikan, berindikator().janji("S-1", "1", unit=UNIT).dataset()) == []


def test_k106_a_retired_iku_has_left_the_renstra() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A").ukur("B")
    data.kode_lama["B"] = {"nama": "Indeks", "tahun_terakhir": "2023", "alasan": "Diganti."}
    assert said(iku_sama_dengan_pk, data.dataset()) == []


def test_k106_cannot_tell_while_a_renstra_is_unread() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A").ukur("B")
    data.tak_terbaca = {"renstra/2027-2029.yaml"}
    assert said(iku_sama_dengan_pk, data.dataset()) == []
    assert said(iku_sama_dengan_pk, replace(data.dataset(), renstra={}, tak_terbaca=frozenset())) == []


def test_k106_what_the_kepala_promises_of_a_sasaran_is_an_iku() -> None:
    data = Susunan().ukur("A", iku="tidak").ukur("T", iku="tidak", tingkat="tujuan").janji("A", "1").janji("T", "1")
    data.janji("X", "1").janji("A", "1", unit=UNIT)
    assert said(iku_sama_dengan_pk, data.dataset()) == [
        f"{PK} butir.A key K106: `A` dijanjikan dalam PK Kepala, tetapi bukan IKU; tandai `iku: ya` dalam kamus."
    ]


# ── K107 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def lengkap() -> Susunan:
    """A program with one kegiatan and one sub kegiatan, each with an indikator, under the only sasaran."""
    data = Susunan(sasaran={"S1": ["A"]}).ukur("A")
    data.program[2024] = program()
    for level in ("program", "kegiatan", "sub_kegiatan"):
        for row in data.program[2024][level].values():
            row["indikator"] = [f"X-{level.replace('_', '-')}"]
    return data


def rencana(tujuan: dict[str, Any], sasaran: dict[str, str]) -> Berkas[Any]:
    """A Renstra of these tujuan, and of sasaran with the tujuan that each serves."""
    rows = {kode: {"uraian": "S.", "tujuan": owner, "indikator": ["A"]} for kode, owner in sasaran.items()}
    return Berkas(ROOT / RENSTRA, renstra({}, {"A": {"2024": "1"}}, tujuan=tujuan, sasaran=rows))


TUJUAN = {"T1": {"uraian": "T."}, "T2": {"uraian": "T."}}


def test_k107_a_complete_cascade_is_silent() -> None:
    assert said(cascading_lengkap, lengkap().dataset()) == []


def test_k107_a_tujuan_without_sasaran() -> None:
    dataset = replace(lengkap().dataset(), renstra={"2021-2026": rencana(TUJUAN, {"S1": "T1"})})
    assert said(cascading_lengkap, dataset) == [
        f"{RENSTRA} tujuan.T2 key K107: tujuan `T2` belum punya sasaran; tambahkan sasarannya."
    ]


def test_k107_a_sasaran_that_no_program_supports_in_a_year_of_the_renstra() -> None:
    data = lengkap()
    data.program[2030] = program()
    dataset = replace(data.dataset(), renstra={"2021-2026": rencana(TUJUAN, {"S1": "T1", "S2": "T2"})})
    found = [text for text in said(cascading_lengkap, dataset) if "2030" not in text.split(" ")[0]]
    assert found == [
        f"{PROGRAM} program key K107: sasaran `S2` belum didukung program pada tahun 2024; tambahkan programnya."
    ]
    assert not any("belum didukung" in text for text in said(cascading_lengkap, dataset) if "2030" in text)


def test_k107_leaves_a_misspelt_parent_to_r012() -> None:
    dataset = replace(lengkap().dataset(), renstra={"2021-2026": rencana(TUJUAN, {"S1": "T1", "S2": "T9"})})
    assert places(cascading_lengkap, dataset) == [f"{PROGRAM} program"]
    data = lengkap()
    data.program[2024]["program"]["5"]["sasaran"] = "S9"
    assert said(cascading_lengkap, data.dataset()) == []


@pytest.mark.parametrize(
    ("level", "kode", "expected"),
    [
        ("program", "6", "program `6` belum punya kegiatan; tambahkan kegiatannya, atau hapus program itu."),
        (
            "kegiatan",
            "5.2",
            "kegiatan `5.2` belum punya sub kegiatan; tambahkan sub kegiatannya, atau hapus kegiatan itu.",
        ),
    ],
)
def test_k107_a_level_without_the_next(level: str, kode: str, expected: str) -> None:
    data = lengkap()
    rows = data.program[2024][level]
    rows[kode] = next(iter(rows.values()))
    assert said(cascading_lengkap, data.dataset()) == [f"{PROGRAM} {level}.{kode} key K107: {expected}"]


@pytest.mark.parametrize(
    ("level", "kode", "name"), [("program", "5", "program"), ("kegiatan", "5.1", "kegiatan"),
                                ("sub_kegiatan", "5.1.1", "sub kegiatan")]
)  # fmt: skip
def test_k107_a_level_without_indikator(level: str, kode: str, name: str) -> None:
    data = lengkap()
    del data.program[2024][level][kode]["indikator"]
    assert said(cascading_lengkap, data.dataset()) == [
        (
            f"{PROGRAM} {level}.{kode} key K107: {name} `{kode}` belum punya indikator; "
            "tambahkan `indikator:` berisi kode indikatornya."
        )
    ]


def test_k107_leaves_a_kode_without_parent_to_r013() -> None:
    data = lengkap()
    data.program[2024]["kegiatan"] = {"6.1": data.program[2024]["kegiatan"]["5.1"]}
    assert said(cascading_lengkap, data.dataset()) == []


# ── K108 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def berindikator() -> Susunan:
    data = Susunan().ukur("P", tingkat="program").ukur("S", tingkat="sub_kegiatan").janji("P", "1", unit=UNIT)
    data.program[2024] = program()
    data.program[2024]["program"]["5"]["indikator"] = ["P"]
    data.program[2024]["sub_kegiatan"]["5.1.1"]["indikator"] = ["X", "S"]
    return data


def test_k108_an_indikator_of_the_program_is_promised_by_its_unit() -> None:
    assert said(program_dijanjikan, berindikator().dataset()) == [
        (
            f"{PROGRAM} sub_kegiatan.5.1.1.indikator.1 value K108: `S` belum dijanjikan dalam PK tahun 2024; "
            "tambahkan ke `data/perjanjian-kinerja/2024/mutasi/`."
        )
    ]
    assert said(program_dijanjikan, berindikator().janji("S", "1", unit=UNIT).dataset()) == []
    assert said(program_dijanjikan, berindikator().janji("S", "1", unit=UNIT, versi="perubahan-1").dataset()) == []


def test_k108_a_year_without_any_pk_has_promised_nothing_yet() -> None:
    data = berindikator()
    data.program[2023] = data.program[2024]
    assert places(program_dijanjikan, data.dataset()) == [f"{PROGRAM} sub_kegiatan.5.1.1.indikator.1"]
    data.pk.clear()
    assert said(program_dijanjikan, data.dataset()) == []


def test_k108_is_silent_where_another_rule_speaks() -> None:
    data = berindikator()
    data.tak_terbaca = {"perjanjian-kinerja/2024/mutasi/perubahan-1.yaml"}
    assert said(program_dijanjikan, data.dataset()) == []
    data.tak_terbaca = {"perjanjian-kinerja/2023/mutasi/murni.yaml"}
    assert len(said(program_dijanjikan, data.dataset())) == 1
    assert said(program_dijanjikan, data.ukur("S", penanggung_jawab="x").dataset()) == []


# ── K109, R028: money in the PK ──────────────────────────────────────────────────────────────────────────────────


def anggaran(kode: str = "5", jumlah: str = "1000", tanggal: str = "2024-01-15") -> Susunan:
    data = Susunan().ukur("A").janji("A", "1", tanggal=tanggal)
    data.pk[2024, "kepala", "murni"]["anggaran"] = {kode: jumlah}
    data.program[2024] = program()
    return data


def test_k109_the_sum_of_the_pagu_below() -> None:
    assert said(anggaran_pk_sama_dengan_pagu, anggaran(jumlah="1001").dataset()) == [
        (
            f"{PK} anggaran.5 value K109: anggaran Rp1.001 tidak sama dengan jumlah pagu sub kegiatan Rp1.000 "
            "pada 2024-01-15; samakan keduanya."
        )
    ]
    assert said(anggaran_pk_sama_dengan_pagu, anggaran().dataset()) == []


@pytest.mark.parametrize(
    ("tanggal", "jumlah", "wrong"),
    [("2024-09-30", "1000", False), ("2024-09-30", "1500", True), ("2024-10-01", "1500", False),
     ("2024-10-01", "1000", True)],
)  # fmt: skip
def test_k109_counts_the_pagu_of_the_day_the_pk_was_signed(tanggal: str, jumlah: str, wrong: bool) -> None:
    data = anggaran(jumlah=jumlah, tanggal=tanggal)
    data.program[2024]["perubahan"] = {"sumber": "DPPA", "tanggal": "2024-10-01"}
    data.program[2024]["sub_kegiatan"]["5.1.1"]["pagu"] = {"murni": "1000", "perubahan": "1500"}
    assert places(anggaran_pk_sama_dengan_pagu, data.dataset()) == ([f"{PK} anggaran.5"] if wrong else [])


def test_k109_is_silent_where_another_rule_speaks() -> None:
    assert said(anggaran_pk_sama_dengan_pagu, anggaran(kode="6").dataset()) == []
    data = anggaran(jumlah="5")
    data.program[2024]["sub_kegiatan"] = {"6.1.1": data.program[2024]["sub_kegiatan"]["5.1.1"]}
    assert said(anggaran_pk_sama_dengan_pagu, data.dataset()) == []
    data.program.clear()
    assert said(anggaran_pk_sama_dengan_pagu, data.dataset()) == []


def test_r028_a_program_of_the_pk_is_one_of_the_year() -> None:
    assert said(program_pk_terdaftar, anggaran(kode="5.1").dataset()) == [
        (
            f"{PK} anggaran.5.1 key R028: program `5.1` tidak ada dalam program tahun 2024; "
            "betulkan kodenya atau tambahkan ke `data/program/2024.yaml`."
        )
    ]
    assert said(program_pk_terdaftar, anggaran().dataset()) == []
    without = anggaran()
    without.program = {2023: program()}
    assert places(program_pk_terdaftar, without.dataset()) == [f"{PK} anggaran.5"]


def test_r028_a_program_file_that_could_not_be_read_is_not_missing() -> None:
    data = anggaran()
    data.program.clear()
    data.tak_terbaca = {PROGRAM}
    assert said(program_pk_terdaftar, data.dataset()) == []


# ── K116 ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def berjumlah(jumlah: str | None, *realisasi: str) -> Susunan:
    data = Susunan()
    data.anggaran[2024, "TW1"] = {
        "sumber": "LRA",
        "tanggal_data": "2024-04-01",
        "jumlah": jumlah,
        "butir": {f"5.1.{n}": {"realisasi": value} for n, value in enumerate(realisasi)},
    }
    return data


def test_k116_the_printed_total_says_by_how_much_the_rows_differ() -> None:
    assert said(jumlah_sama_dengan_rinciannya, berjumlah("16000000", "4000000", "6000000").dataset()) == [
        (
            "anggaran/2024/TW1.yaml jumlah value K116: jumlah tercetak Rp16.000.000 tidak sama dengan jumlah realisasi "
            "butirnya Rp10.000.000, lebih Rp6.000.000; periksa rinciannya terhadap dokumen sumber."
        )
    ]
    (text,) = said(jumlah_sama_dengan_rinciannya, berjumlah("9999999", "4000000", "6000000").dataset())
    assert "kurang Rp1;" in text


@pytest.mark.parametrize("jumlah", [None, "10000000"])
def test_k116_is_silent(jumlah: str | None) -> None:
    assert said(jumlah_sama_dengan_rinciannya, berjumlah(jumlah, "4000000", "6000000").dataset()) == []


@pytest.mark.parametrize(
    ("total", "where"),
    [
        ({"murni": "1500"}, []),
        ({"murni": "1500", "perubahan": "1700"}, []),
        ({"murni": "1700"}, ["murni"]),
        ({"murni": "1500", "perubahan": "1500"}, ["perubahan"]),
        ({"murni": "1", "perubahan": "1"}, ["murni", "perubahan"]),
        (None, []),
    ],
)
def test_k116_pagu_of_both_papers(total: dict[str, str] | None, where: list[str]) -> None:
    data = Susunan()
    data.program[2024] = program(perubahan={"sumber": "DPPA", "tanggal": "2024-09-01"}, jumlah_pagu=total)
    rows = data.program[2024]["sub_kegiatan"]
    rows["5.1.2"] = {**rows["5.1.1"], "pagu": {"murni": "500", "perubahan": "700"}}
    found = places(jumlah_sama_dengan_rinciannya, data.dataset())
    assert found == [f"{PROGRAM} jumlah_pagu.{name}" for name in where]
