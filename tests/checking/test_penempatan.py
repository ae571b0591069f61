"""R018…R021: what is written stands where it belongs."""

from __future__ import annotations

from typing import Any

import pytest

from sakipgen.checking.penempatan import komponen_sesuai_kamus, pelapor_benar, periode_sesuai_frekuensi, tingkat_sesuai
from sakipgen.domain.waktu import SEGMEN, Frekuensi
from tests.checking.helpers import places, said
from tests.measuring.builder import UNIT, Susunan, instansi

KOMPONEN: dict[str, Any] = {"komponen": {"a": "Pembilang", "b": "Penyebut"}, "rumus": "a / b * 100"}
DUA_UNIT = {kode: {"nama": "B", "jenis": "bidang", "tugas": "T.", "kepala": "kabid"} for kode in (UNIT, "diklat")}


def butir(*rest: str) -> list[str]:
    return [f"realisasi/2024/TW1/mutasi.yaml butir.A.{part}" for part in rest]


@pytest.mark.parametrize(
    ("kamus", "fields", "expected"),
    [
        (KOMPONEN, {"komponen": {"a": "1", "b": "2"}}, []),
        (KOMPONEN, {"komponen": {"b": "2", "a": "1"}}, []),
        (KOMPONEN, {"nilai": "1"}, butir("nilai")),
        (KOMPONEN, {"komponen": {"a": "1"}}, butir("komponen")),
        (KOMPONEN, {"komponen": {}}, butir("komponen", "komponen")),
        (KOMPONEN, {"komponen": {"a": "1", "b": "2", "c": "3"}}, butir("komponen.c")),
        (KOMPONEN, {"komponen": {"a": "1", "bb": "2"}}, butir("komponen.bb")),
        (KOMPONEN, {"status": "tidak_berlaku", "alasan": "A."}, []),
        (KOMPONEN, {}, []),
        ({}, {"nilai": "1"}, []),
        ({}, {"komponen": {"a": "1"}}, butir("komponen")),
        ({}, {"status": "tidak_berlaku", "alasan": "A."}, []),
    ],
)
def test_r018_komponen_are_those_of_the_kamus(
    kamus: dict[str, Any], fields: dict[str, Any], expected: list[str]
) -> None:
    data = Susunan().ukur("A", **kamus).lapor("A", "TW1", **fields)
    assert places(komponen_sesuai_kamus, data.dataset()) == expected


def test_r018_of_an_unknown_indikator_nothing_is_known() -> None:
    data = Susunan(sasaran={"S1": ["A"]}).lapor("A", "TW1", komponen={"a": "1"})
    assert said(komponen_sesuai_kamus, data.dataset()) == []


@pytest.mark.parametrize("frekuensi", Frekuensi)
def test_r019_a_report_stands_in_a_period_of_its_frequency(frekuensi: Frekuensi) -> None:
    data = Susunan().ukur("A", frekuensi=frekuensi)
    for segmen in SEGMEN:
        data.lapor("A", segmen, "1")
    wrong = [f"realisasi/2024/{s}/mutasi.yaml butir.A" for s in SEGMEN if s not in frekuensi.segmen]
    assert places(periode_sesuai_frekuensi, data.dataset()) == wrong


def test_r019_says_which_periods_there_are() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan").rencanakan("A", TW1="1")
    assert said(periode_sesuai_frekuensi, data.dataset()) == [
        (
            "rencana-aksi/2024/mutasi.yaml butir.A.target.TW1 key R019: "
            "`A` dilaporkan tahunan, bukan pada `TW1`; periodenya `tahunan`."
        )
    ]


def dua_unit(**fields: Any) -> Susunan:
    data = Susunan().ukur("A", **fields)
    data.instansi = instansi(unit_kerja=DUA_UNIT)
    return data


def test_r020_a_row_stands_in_the_file_of_its_unit() -> None:
    data = dua_unit().rencanakan("A", unit="diklat", TW1="1").lapor("A", "TW1", "1", unit="diklat")
    data.lapor("A", "TW2", "1")
    assert said(pelapor_benar, data.dataset()) == [
        (
            "rencana-aksi/2024/diklat.yaml butir.A key R020: "
            "`A` tanggung jawab unit `mutasi`; pindahkan ke berkas `mutasi.yaml`."
        ),
        (
            "realisasi/2024/TW1/diklat.yaml butir.A key R020: "
            "`A` tanggung jawab unit `mutasi`; pindahkan ke berkas `mutasi.yaml`."
        ),
    ]


@pytest.mark.parametrize(
    ("tingkat", "unit", "wrong"),
    [
        ("tujuan", "kepala", False),
        ("sasaran", "kepala", False),
        ("sasaran", UNIT, True),
        ("program", UNIT, False),
        ("program", "kepala", True),
        ("program", "diklat", True),
        ("sub_kegiatan", UNIT, False),
    ],
)
def test_r020_a_target_stands_in_the_pk_of_its_owner(tingkat: str, unit: str, wrong: bool) -> None:
    data = dua_unit(tingkat=tingkat).janji("A", "1", unit=unit, versi="perubahan-1")
    where = f"perjanjian-kinerja/2024/{unit}/perubahan-1.yaml butir.A"
    assert places(pelapor_benar, data.dataset()) == ([where] if wrong else [])


def test_r020_an_unknown_unit_is_left_to_r011() -> None:
    data = Susunan().ukur("A", tingkat="program").ukur("B", tingkat="program", penanggung_jawab="x")
    data.lapor("A", "TW1", "1", unit="mutsi").lapor("B", "TW1", "1").janji("A", "1", unit="mutsi")
    data.janji("B", "1", unit=UNIT).rencanakan("A", unit="mutsi", TW1="1")
    assert said(pelapor_benar, data.dataset()) == []


def test_r021_one_indikator_one_sasaran() -> None:
    data = Susunan(sasaran={"S1": ["A"], "S2": ["B", "A"]}, tujuan=["A"]).ukur("A").ukur("B")
    assert said(tingkat_sesuai, data.dataset()) == [
        (
            "renstra/2021-2026.yaml sasaran.S2.indikator.1 value R021: "
            "`A` sudah terdaftar pada `S1`; satu indikator satu tempat; hapus salah satunya."
        )
    ]


def test_r021_twice_within_one_list() -> None:
    data = Susunan(sasaran={"S1": ["A", "A"]}).ukur("A")
    assert places(tingkat_sesuai, data.dataset()) == ["renstra/2021-2026.yaml sasaran.S1.indikator.1"]


@pytest.mark.parametrize(
    ("tingkat", "in_sasaran", "in_tujuan"),
    [("tujuan", False, True), ("sasaran", True, True), ("program", False, False), ("sub_kegiatan", False, False)],
)
def test_r021_which_level_may_stand_where(tingkat: str, in_sasaran: bool, in_tujuan: bool) -> None:
    data = Susunan(sasaran={"S1": ["A"]}, tujuan=["A"]).ukur("A", tingkat=tingkat)
    expected = [
        f"renstra/2021-2026.yaml {place}.indikator.0"
        for place, good in (("sasaran.S1", in_sasaran), ("tujuan.T1", in_tujuan))
        if not good
    ]
    assert places(tingkat_sesuai, data.dataset()) == expected


def test_r021_a_target_is_asked_for_once_and_only_of_the_right_level() -> None:
    data = Susunan(sasaran={"S1": ["A", "P"]}, tujuan=["A"], target_renstra={"B": {"2024": "1"}})
    data.ukur("A").ukur("B").ukur("P", tingkat="program")
    assert said(tingkat_sesuai, data.dataset()) == [
        (
            "renstra/2021-2026.yaml sasaran.S1.indikator.1 value R021: "
            "`P` adalah indikator program, bukan indikator sasaran; pindahkan atau betulkan `tingkat`."
        ),
        (
            "renstra/2021-2026.yaml sasaran.S1.indikator.0 value R021: "
            "`A` belum punya target dalam Renstra; tambahkan di bawah `target:`."
        ),
    ]


def test_r021_leaves_a_misspelt_target_to_r001() -> None:
    data = Susunan(target_renstra={"A-1": {"2024": "1"}}).ukur("A")
    assert said(tingkat_sesuai, data.dataset()) == []


def test_r021_levels_of_a_program_file() -> None:
    data = Susunan().ukur("P", tingkat="program").ukur("K", tingkat="kegiatan").ukur("S", tingkat="sub_kegiatan")
    row: dict[str, Any] = {"nama": "N", "penanggung_jawab": UNIT}
    data.program[2024] = {
        "versi_nomenklatur": "1",
        "sumber": "DPA",
        "program": {
            "5": row | {"sasaran": "S1", "indikator": ["P", "K"]},
            "6": row | {"sasaran": "S1", "indikator": ["P"]},
        },
        "kegiatan": {"5.1": row | {"indikator": ["K", "X"]}},
        "sub_kegiatan": {"5.1.1": row | {"indikator": ["S", "P"], "pagu": {"murni": "1"}, "sumber_dana": "DAU"}},
    }
    assert said(tingkat_sesuai, data.dataset()) == [
        (
            "program/2024.yaml program.5.indikator.1 value R021: "
            "`K` adalah indikator kegiatan, bukan indikator program; pindahkan atau betulkan `tingkat`."
        ),
        (
            "program/2024.yaml program.6.indikator.0 value R021: "
            "`P` sudah terdaftar pada `5`; satu indikator satu tempat; hapus salah satunya."
        ),
        (
            "program/2024.yaml sub_kegiatan.5.1.1.indikator.1 value R021: "
            "`P` adalah indikator program, bukan indikator sub kegiatan; pindahkan atau betulkan `tingkat`."
        ),
    ]


def test_r018_a_figure_where_the_kamus_has_no_komponen() -> None:
    data = Susunan().ukur("A").lapor("A", "TW1", komponen={"a": "1"})
    assert said(komponen_sesuai_kamus, data.dataset()) == [
        (
            "realisasi/2024/TW1/mutasi.yaml butir.A.komponen key R018: "
            "`A` tidak punya komponen dalam kamus; tulis `nilai:` saja."
        )
    ]


def test_r020_in_an_office_of_one_unit() -> None:
    data = Susunan().ukur("A").janji("A", "1", unit=UNIT)
    assert places(pelapor_benar, data.dataset()) == ["perjanjian-kinerja/2024/mutasi/murni.yaml butir.A"]
