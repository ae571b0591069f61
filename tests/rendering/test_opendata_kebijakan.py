"""The tables of how a year is measured: policy, scale, members, efficiency; enough to compute every figure again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import pytest

from sakipgen.domain.metode import FormulaCapaian
from sakipgen.measuring.hitung import rerata_berbobot
from sakipgen.measuring.rumus import RUMUS, Masukan
from sakipgen.rendering.opendata import tables
from sakipgen.rendering.tabel import Tabel
from tests.measuring.builder import UNIT, Susunan, metode
from tests.measuring.test_anggaran import program, uang
from tests.rendering.test_opendata import rekap_of, row

Rows = Mapping[str, Mapping[str, Any]]


def tahun() -> Susunan:
    """Two sasaran by weights, a tujuan, a program of two sasaran and one of none of its own indikator."""
    data = Susunan(
        metode=metode(
            nama="Metode 2024",
            dasar_hukum=["Peraturan Satu", "Peraturan Dua"],
            formula={"turun": "turun_rasio", "stabil": "stabil_rasio", "rentang": "rentang_turun"},
            skala="lampu",
            agregasi_sasaran="berbobot",
            agregasi_perangkat_daerah="berbobot",
            efisiensi={"cara": "pmk", "ambang": "2.5"},
            lantai=None,
        ),
        sasaran={"S1": ["A", "B"], "S2": ["C"]},
        tujuan=["A"],
    )
    data.bobot = {"S1": "75", "S2": "25"}
    data.bobot_indikator = {"S1": {"A": "40", "B": "60"}, "S2": {"C": "100"}}
    for kode, value in (("A", "100"), ("B", "50"), ("C", "120")):
        data.ukur(kode).janji(kode, "100").rencanakan(kode, TW4="100").lapor(kode, "TW4", value)
    data.ukur("IKP-01", tingkat="program", iku="tidak").janji("IKP-01", "10", unit=UNIT)
    data.rencanakan("IKP-01", TW4="10").lapor("IKP-01", "TW4", "8")
    data.program[2024] = program({"5.1.1.1": ("1000", None), "5.2.1.1": ("3000", "4000")})
    data.program[2024]["program"]["5.1"] |= {"sasaran": {"S1": "60", "S2": "40"}, "indikator": ["IKP-01"]}
    data.program[2024]["program"]["5.2"]["sasaran"] = "S2"
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1="600", k5_2_1_1="3600")
    return data


@pytest.fixture(scope="module")
def by_name() -> Mapping[str, Tabel]:
    return {table.nama: table for table in tables(rekap_of(tahun()))}


def rows(table: Tabel) -> Rows:
    names = [column.nama for column in table.kolom]
    return {str(cells[0]): dict(zip(names, cells, strict=True)) for cells in table.baris}


def test_the_policy_of_a_year(by_name: Mapping[str, Tabel]) -> None:
    assert dict(row(by_name["metode"], "2024")) == {
        "id": "2024",
        "tahun": 2024,
        "nama": "Metode 2024",
        "formula_naik": "naik",
        "formula_turun": "turun_rasio",
        "formula_stabil": "stabil_rasio",
        "formula_rentang": "rentang_turun",
        "lantai": None,
        "batas_agregat": Decimal(120),
        "skala": "Lampu lalu lintas",
        "dasar_skala": "Kebiasaan Kabupaten Banjarnegara",
        "presisi_tabel": 0,
        "celah": "batas_bawah",
        "pembulatan": "setengah_ke_atas",
        "agregasi_sasaran": "berbobot",
        "agregasi_perangkat_daerah": "berbobot",
        "ambang_kelengkapan": Decimal(80),
        "ambang_periksa_ulang": Decimal(150),
        "cara_efisiensi": "pmk",
        "ambang_efisiensi": Decimal("2.5"),
        "dasar_hukum": "Peraturan Satu; Peraturan Dua",
        "berkas": "data/metode/2024.yaml",
        "baris": 1,
        "renstra": "2021-2026",
        "renstra_awal": 2021,
        "renstra_akhir": 2026,
    }


def test_the_scale_of_a_year_from_the_highest_class(by_name: Mapping[str, Tabel]) -> None:
    assert by_name["skala"].baris == (
        ("2024:hijau", 2024, 1, "hijau", "Hijau", Decimal(90), None, False, True),
        ("2024:kuning", 2024, 2, "kuning", "Kuning", Decimal(70), Decimal(90), True, True),
        ("2024:merah", 2024, 3, "merah", "Merah", None, Decimal(70), True, False),
    )


def test_members_with_their_weights(by_name: Mapping[str, Tabel]) -> None:
    assert [cells[0:1] + cells[5:] for cells in by_name["anggota"].baris] == [
        ("2024:tujuan:T1:A", None),
        ("2024:sasaran:S1:A", Decimal(40)),
        ("2024:sasaran:S1:B", Decimal(60)),
        ("2024:sasaran:S2:C", Decimal(100)),
        ("2024:program:5.1:IKP-01", None),
        ("2024:iku:kepala:A", None),
        ("2024:iku:kepala:B", None),
        ("2024:iku:kepala:C", None),
        ("2024:perangkat_daerah:kepala:S1", Decimal(75)),
        ("2024:perangkat_daerah:kepala:S2", Decimal(25)),
    ]
    assert by_name["anggota"].baris[0][1:5] == (2024, "tujuan", "T1", "A")


EFISIENSI = (
    "capaian",
    "pagu",
    "realisasi",
    "serapan",
    "serapan_murni",
    "selisih",
    "sisa_anggaran",
    "rasio",
    "pmk",
    "nilai_pmk",
    "simpulan",
)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "perangkat_daerah:kepala:2024",
            ("82.5", "5000", "4200", "84", "105", "-1.5", None, "0.982142", "-1.818182", "45.454545", "tidak_efisien"),
        ),
        (
            "sasaran:S1:2024",
            ("70", "600", "360", "60", "60", "10", None, "1.166667", "14.285714", "85.714286", "efisien"),
        ),
        (
            "sasaran:S2:2024",
            ("120", "4400", "3840", "87.272727", "112.941176", "32.727273", "12.727273", "1.375", "27.272727", "100",
             "efisien"),
        ),
        ("program:5.1:2024", ("80", "1000", "600", "60", "60", "20", None, "1.333333", "25", "100", "efisien")),
        ("program:5.2:2024", (None, "4000", "3600", "90", "120", None, None, None, None, None, None)),
        ("kegiatan:5.1.1:2024", (None, "1000", "600", "60", "60", None, None, None, None, None, None)),
        ("sub_kegiatan:5.2.1.1:2024", (None, "4000", "3600", "90", "120", None, None, None, None, None, None)),
    ],
)  # fmt: skip
def test_the_use_of_money(by_name: Mapping[str, Tabel], key: str, expected: tuple[str | None, ...]) -> None:
    found = row(by_name["efisiensi"], key)
    jenis, kode, periode = key.split(":")
    assert (found["jenis"], found["kode"], found["tahun"], found["periode"]) == (jenis, kode, 2024, periode)
    *numbers, simpulan = (found[name] for name in EFISIENSI)
    *texts, said = expected
    assert simpulan == said
    for name, value, text in zip(EFISIENSI, numbers, texts, strict=False):
        assert (value is None) == (text is None), name
        assert value is None or text is None or abs(value - Decimal(text)) < Decimal("0.000001"), name


def test_every_group_of_a_year_has_its_row(by_name: Mapping[str, Tabel]) -> None:
    found = rows(by_name["efisiensi"]).values()
    assert {(r["jenis"], r["kode"]) for r in found} == {
        ("perangkat_daerah", "kepala"),
        ("sasaran", "S1"),
        ("sasaran", "S2"),
        ("program", "5.1"),
        ("program", "5.2"),
        ("kegiatan", "5.1.1"),
        ("kegiatan", "5.2.1"),
        ("sub_kegiatan", "5.1.1.1"),
        ("sub_kegiatan", "5.2.1.1"),
    }
    assert {r["periode"] for r in found} == {"2024"}
    assert len(found) == 9


def test_a_year_that_has_not_ended_compares_nothing() -> None:
    data = tahun()
    data.anggaran[2024, "TW3"] = data.anggaran.pop((2024, "TW4"))
    by_name = {table.nama: table for table in tables(rekap_of(data, "2024-12-03"))}
    assert by_name["efisiensi"].baris == ()
    whole = row(by_name["anggaran"], "5.1:2024")
    assert (whole["serapan"], whole["selisih"]) == (Decimal(60), None)


def test_without_money_there_is_no_efficiency() -> None:
    data = tahun()
    data.program.clear()
    by_name = {table.nama: table for table in tables(rekap_of(data))}
    assert by_name["efisiensi"].baris == ()


def test_a_sasaran_without_a_program_has_no_row() -> None:
    data = tahun()
    data.program[2024]["program"]["5.1"]["sasaran"] = "S2"
    by_name = {table.nama: table for table in tables(rekap_of(data))}
    assert {r["kode"] for r in rows(by_name["efisiensi"]).values() if r["jenis"] == "sasaran"} == {"S2"}


def weighted(values: Iterable[tuple[Decimal | None, Decimal]]) -> Decimal | None:
    return rerata_berbobot((value, weight) for value, weight in values if value is not None)


def test_an_outsider_computes_sasaran_and_whole_again(by_name: Mapping[str, Tabel]) -> None:
    """From the tables alone: formula, cap, members and weights give the published figures."""
    policy = row(by_name["metode"], "2024")
    capaian, members = rows(by_name["capaian"]), rows(by_name["anggota"]).values()
    for one in capaian.values():
        if one["capaian"] is not None:
            again = RUMUS[FormulaCapaian(one["formula"])](Masukan(one["target"], one["realisasi"]))
            assert again == one["capaian_mentah"]
            assert one["capaian_agregat"] == min(one["capaian"], policy["batas_agregat"])
    groups: dict[str, Decimal | None] = {}
    for kode in ("S1", "S2"):
        own = [m for m in members if (m["jenis"], m["kode"]) == ("sasaran", kode)]
        groups[kode] = weighted((capaian[f"{m['anggota']}:2024-TW4"]["capaian_agregat"], m["bobot"]) for m in own)
        found = [r for r in rows(by_name["sasaran"]).values() if (r["kode"], r["periode"]) == (kode, "2024-TW4")]
        assert [r["capaian"] for r in found] == [groups[kode]]
    whole = [m for m in members if m["jenis"] == "perangkat_daerah"]
    (published,) = [r for r in rows(by_name["perangkat_daerah"]).values() if r["periode"] == "2024-TW4"]
    assert published["capaian"] == weighted((groups[m["anggota"]], m["bobot"]) for m in whole) == Decimal("82.5")
