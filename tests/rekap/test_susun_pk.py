"""Every signed PK in the Rekapitulasi: order of the plan, money, what an amendment changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.waktu import Posisi
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.rekap import RekapPk, summarise
from tests.measuring.builder import UNIT, Susunan, instansi, isi

PROGRAM: Any = {
    "versi_nomenklatur": "Kepmendagri",
    "sumber": "DPA 2024",
    "perubahan": {"sumber": "DPPA 2024", "tanggal": "2024-10-01"},
    "program": {
        "5.1": {"nama": "Program Satu", "sasaran": "S1", "penanggung_jawab": UNIT, "indikator": ["P-1"]},
        "5.2": {"nama": "Program Dua", "sasaran": "S1", "penanggung_jawab": "lain"},
    },
    "kegiatan": {
        "5.1.1": {"nama": "Kegiatan", "penanggung_jawab": UNIT, "indikator": ["K-1"]},
        "5.2.1": {"nama": "Kegiatan lain", "penanggung_jawab": "lain"},
    },
    "sub_kegiatan": {
        "5.1.1.1": {
            "nama": "Sub",
            "penanggung_jawab": UNIT,
            "indikator": ["SK-1"],
            "pagu": {"murni": "100", "perubahan": "70"},
            "sumber_dana": "DAU",
        },
        "5.1.1.2": {"nama": "Sub bawah", "penanggung_jawab": "bawah", "pagu": {"murni": "7"}, "sumber_dana": "PAD"},
        "5.2.1.1": {"nama": "Sub lain", "penanggung_jawab": "lain", "pagu": {"murni": "1000"}, "sumber_dana": "PAD"},
    },
}
UNITS: Any = {
    UNIT: {"nama": "Bidang Mutasi", "jenis": "bidang", "tugas": "Mutasi.", "kepala": "kabid"},
    "bawah": {"nama": "Subbidang", "jenis": "kelompok_jf", "tugas": "Mutasi.", "kepala": "kabid", "induk": UNIT},
    "lain": {"nama": "Sekretariat", "jenis": "sekretariat", "tugas": "Umum.", "kepala": "kabid"},
}


def locate(path: PurePosixPath, loc: Loc) -> Position:
    """Every place of a file has a line of its own: as many as the letters that name it."""
    return Position(len(".".join(map(str, loc))), 1)


def susunan() -> Susunan:
    data = Susunan(program={2024: PROGRAM}, instansi=instansi(unit_kerja=UNITS))
    data.ukur("IKU-02").ukur("IKU-01")
    data.sasaran = {"S2": ["IKU-02"], "S1": ["IKU-01"]}
    for kode, tingkat in (("P-1", "program"), ("K-1", "kegiatan"), ("SK-1", "sub_kegiatan")):
        data.ukur(kode, tingkat=tingkat, iku="tidak")
    return data


def kepala(data: Susunan) -> Susunan:
    return data.janji("IKU-01", "60").janji("IKU-02", "70")


def bidang(data: Susunan, versi: str = "murni", tanggal: str = "2024-01-16") -> Susunan:
    for kode in ("SK-1", "K-1", "P-1"):
        data.janji(kode, "90", versi=versi, tanggal=tanggal, unit=UNIT)
    return data


def pk(data: Susunan, hari: str = "2025-02-14") -> tuple[RekapPk, ...]:
    posisi = Posisi.pada(date.fromisoformat(hari))
    dataset = terlihat(data.dataset(), posisi)
    return summarise(dataset, measure(dataset, posisi), locate).tahun[0].pk


def uang(found: RekapPk) -> Any:
    """What may be compared with plain numbers."""
    return [(row.kode, row.nilai) for row in found.anggaran]


def test_the_head_comes_first_and_versions_stand_in_order_of_signing() -> None:
    data = kepala(bidang(susunan()))
    data.janji("IKU-01", "50", versi="perubahan-1", tanggal="2024-10-05")
    assert [(row.pemilik, row.versi) for row in pk(data)] == [
        ("kepala", "murni"),
        ("kepala", "perubahan-1"),
        (UNIT, "murni"),
    ]


def test_promises_stand_in_the_order_of_the_plan() -> None:
    head, unit = pk(kepala(bidang(susunan())))
    assert [(g.tingkat, g.kode, [r.target.kode for r in g.butir]) for g in head.kelompok] == [
        (Tingkat.SASARAN, "S2", ["IKU-02"]),
        (Tingkat.SASARAN, "S1", ["IKU-01"]),
    ]
    assert [(g.tingkat, g.uraian) for g in unit.kelompok] == [
        (Tingkat.PROGRAM, "Program Satu"),
        (Tingkat.KEGIATAN, "Kegiatan"),
        (Tingkat.SUB_KEGIATAN, "Sub"),
    ]
    assert unit.kelompok[0].butir[0].target.rujukan.baris == len("butir.P-1.target")


def test_what_no_plan_names_is_told_without_a_group() -> None:
    (unit,) = pk(susunan().ukur("K-9", tingkat="kegiatan", iku="tidak").janji("K-9", "1", unit=UNIT))
    (group,) = unit.kelompok
    assert (group.tingkat, group.kode, group.uraian) == (Tingkat.KEGIATAN, "", "")


def test_money_of_the_head_is_that_of_every_program_on_the_day_of_signing() -> None:
    data = kepala(susunan())
    data.janji("IKU-01", "50", versi="perubahan-1", tanggal="2024-10-05")
    first, second = pk(data)
    assert isi(uang(first), first.jumlah, first.sumber) == ([("5.1", 107), ("5.2", 1000)], 1107, "DPA 2024")
    assert isi(uang(second), second.jumlah, second.sumber) == ([("5.1", 77), ("5.2", 1000)], 1077, "DPPA 2024")
    assert [isi(row.sebelum, row.selisih) for row in second.anggaran] == [(107, -30), (1000, 0)]
    assert isi(second.jumlah_sebelum, second.jumlah_selisih) == (1107, -30)
    assert first.anggaran[0].sumber_dana == ("DAU", "PAD")


def test_money_of_a_unit_is_its_own_and_that_of_the_units_below_it() -> None:
    (unit,) = pk(bidang(susunan()))
    assert uang(unit) == [("5.1", 107), ("5.1.1", 107), ("5.1.1.1", 100), ("5.1.1.2", 7)]
    assert unit.jumlah == 107
    assert unit.anggaran[3].sumber_dana == ("PAD",)


def test_money_that_the_pk_states_is_the_money() -> None:
    data = kepala(susunan())
    data.pk[2024, "kepala", "murni"]["anggaran"] = {"5.2": "999"}
    (head,) = pk(data)
    assert isi(uang(head), head.jumlah, head.sumber) == ([("5.2", 999)], 999, None)


def test_two_pk_of_which_only_one_states_its_money_are_compared_by_program() -> None:
    data = bidang(bidang(susunan()), "perubahan-1", "2024-10-05")
    data.pk[2024, UNIT, "perubahan-1"]["anggaran"] = {"5.1": "77"}
    _, second = pk(data)
    assert [isi(r.kode, r.nilai, r.sebelum, r.selisih) for r in second.anggaran] == [("5.1", 77, 107, -30)]


def test_a_program_that_only_one_of_two_pk_has_counts_as_nothing_in_the_other() -> None:
    data = kepala(susunan()).janji("IKU-01", "50", versi="perubahan-1", tanggal="2024-10-05")
    data.pk[2024, "kepala", "murni"]["anggaran"] = {"5.1": "10"}
    data.pk[2024, "kepala", "perubahan-1"]["anggaran"] = {"5.2": "30"}
    _, second = pk(data)
    assert [isi(r.kode, r.nilai, r.sebelum) for r in second.anggaran] == [("5.2", 30, 0), ("5.1", 0, 10)]
    assert isi(second.jumlah_sebelum, second.jumlah, second.jumlah_selisih) == (10, 30, 20)


def test_without_a_program_file_there_is_no_money() -> None:
    data = kepala(susunan())
    data.program = {}
    (head,) = pk(data)
    assert isi(head.anggaran, head.jumlah, head.sumber) == ((), None, None)


def test_an_amendment_knows_what_it_changed_added_and_dropped() -> None:
    data = kepala(susunan()).ukur("IKU-03")
    for kode, target in (("IKU-01", "60.0"), ("IKU-03", {"paling_sedikit": "5"})):
        data.janji(kode, target, versi="perubahan-1", tanggal="2024-10-05")
    first, second = pk(data)
    assert not first.perubahan
    assert first.sebelum is None
    assert isi(second.perubahan, second.sebelum) == (True, first.isi)
    assert [(r.target.kode, r.berubah, r.sebelum and r.sebelum.nilai) for r in second.butir] == [
        ("IKU-01", False, Decimal(60)),
        ("IKU-03", True, None),
    ]
    assert [row.kode for row in second.dicabut] == ["IKU-02"]


def test_a_posisi_before_the_signing_does_not_know_it() -> None:
    data = kepala(susunan()).janji("IKU-01", "50", versi="perubahan-1", tanggal="2024-10-05")
    assert [row.versi for row in pk(data, "2024-10-04")] == ["murni"]


def test_units_above_one_another_end_nothing() -> None:
    round_about = {kode: {**unit, "induk": "bawah" if kode == "lain" else "lain"} for kode, unit in UNITS.items()}
    data = bidang(susunan())
    data.instansi = instansi(unit_kerja=round_about)
    (unit,) = pk(data)
    assert unit.jumlah == 100
