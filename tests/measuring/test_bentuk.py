"""The number behind a predikat, a day, a yes and milestones; and what the kamus cannot read stays without one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

import pytest

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala_baku import SKALA
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.bentuk import angka, lengkapi, terendah
from sakipgen.measuring.hasil import HasilIndikator
from sakipgen.measuring.hitung import round_half_up
from tests.measuring.builder import BUKTI, UNIT, Susunan, indikator, isi, renstra

AKIP: Final[Mapping[str, Any]] = {"skala": "akip88"}
OPINI: Final[Mapping[str, Any]] = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}
PERINGKAT_AKIP: Final[Mapping[str, Any]] = {
    "satuan": {"nama": "predikat", "tipe": "predikat"},
    "peringkat": "akip88",
}
TANGGAL: Final[Mapping[str, Any]] = {"satuan": {"nama": "tanggal", "tipe": "tanggal"}, "polaritas": "turun"}
YA: Final[Mapping[str, Any]] = {"satuan": {"nama": "keadaan", "tipe": "ya_tidak"}}
TAHAPAN: Final[Mapping[str, Any]] = {
    "satuan": {"nama": "persen", "tipe": "persen"},
    "tahapan": {
        "t1": {"uraian": "Naskah disusun.", "bobot": "20"},
        "t2": {"uraian": "Naskah dibahas.", "bobot": "50"},
        "t3": {"uraian": "Naskah ditetapkan.", "bobot": "30"},
    },
}


KOREKSI: Final[Mapping[str, Any]] = {
    "jenis": "isian_terlambat",
    "indikator": "A",
    "nilai_baru": {"predikat": "WTP"},
    "alasan": "Naskah yang dipakai semula keliru.",
    "tingkat": "kecil",
    "tanggal": "2025-05-20",
    "diminta_oleh": "kabid",
    "disetujui_oleh": ["kepala"],
    "bukti": BUKTI,
}


# ── One form at a time ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fields", "predikat", "expected"),
    [
        (AKIP, "AA", "90.01"),
        (AKIP, "A", "80.01"),
        (AKIP, "BB", "70.01"),
        (AKIP, "C", "30.01"),
        (AKIP, "D", None),
        (AKIP, "a", None),
        ({"skala": "permendagri86"}, "tinggi", "76"),
        ({"skala": "ikm14"}, "B", "76.61"),
        ({"skala": "lan4"}, "berhasil", "70"),
        (OPINI, "WTP", "4"),
        (OPINI, "TMP", "1"),
        (OPINI, "wtp", None),
        (PERINGKAT_AKIP, "BB", "5"),
        ({**PERINGKAT_AKIP, "skala": "akip88"}, "BB", "5"),
        ({**OPINI, "skala": "akip88"}, "BB", None),
        ({}, "BB", None),
    ],
)
def test_a_predikat_is_the_score_of_its_rank_or_the_lowest_of_its_class(
    fields: Mapping[str, Any], predikat: str, expected: str | None
) -> None:
    found = angka(indikator(**fields), 2024, predikat=predikat)
    assert found == (None if expected is None else Decimal(expected))


def test_the_lowest_score_of_a_class() -> None:
    akip, permendagri = SKALA["akip88"], SKALA["permendagri86"]
    assert [terendah(akip, k) for k in akip.kelas] == [
        *map(Decimal, ("90.01", "80.01", "70.01", "60.01", "50.01", "30.01")),
        None,
    ]
    assert [terendah(permendagri, k) for k in permendagri.kelas] == [*isi(91, 76, 66, 51), None]


@pytest.mark.parametrize(
    ("hari", "tahun", "expected"),
    [
        (date(2024, 1, 1), 2024, 1),
        (date(2024, 3, 1), 2024, 61),
        (date(2025, 3, 1), 2025, 60),
        (date(2025, 1, 15), 2024, 381),
        (date(2023, 12, 31), 2024, 0),
    ],
)
def test_a_day_is_its_number_in_the_year(hari: date, tahun: int, expected: int) -> None:
    assert angka(indikator(**TANGGAL), tahun, tanggal=hari) == expected


def test_yes_is_one_and_no_is_zero() -> None:
    assert [angka(indikator(**YA), 2024, terpenuhi=value) for value in (True, False)] == [1, 0]


@pytest.mark.parametrize(
    ("selesai", "expected"),
    [
        ((), 0),
        (("t1",), 20),
        (("t3", "t1"), 50),
        (("t1", "t2", "t3"), 100),
        (("t2", "t2"), 50),
        (("t1", "t9"), None),
    ],
)
def test_milestones_are_the_sum_of_their_weights(selesai: tuple[str, ...], expected: int | None) -> None:
    assert angka(indikator(**TAHAPAN), 2024, tahapan=selesai) == expected


def test_nothing_given_has_no_number() -> None:
    assert angka(indikator(), 2024) is None


# ── File by file ─────────────────────────────────────────────────────────────────────────────────────────────────


def bentuk(target: Any, hasil: Mapping[str, Any], **fields: Any) -> Susunan:
    """One yearly indikator with a target and a realisasi in any form."""
    data = Susunan(target_renstra={"A": {"2024": target, "2026": target}})
    data.ukur("A", frekuensi="tahunan", **fields).janji("A", target)
    return data.lapor("A", "tahunan", **hasil)


def baris(data: Susunan) -> HasilIndikator:
    return data.baris("A", "2024")


def capaian(row: HasilIndikator) -> str:
    assert row.capaian is not None
    return str(round_half_up(row.capaian.capaian, 2))


@pytest.mark.parametrize(
    ("target", "hasil", "fields", "expected"),
    [
        ({"predikat": "WTP"}, {"predikat": "WTP"}, OPINI, ("4", "4", "100.00", True)),
        ({"predikat": "WTP"}, {"predikat": "WDP"}, OPINI, ("4", "3", "75.00", False)),
        ({"predikat": "WTP"}, {"predikat": "WDP"}, {**OPINI, "formula_capaian": "biner"}, ("4", "3", "0.00", False)),
        ({"tanggal": "2024-03-31"}, {"tanggal": "2024-03-31"}, TANGGAL, ("91", "91", "100.00", True)),
        ({"tanggal": "2024-03-31"}, {"tanggal": "2024-04-01"}, TANGGAL, ("91", "92", "0.00", False)),
        ({"tanggal": "2025-01-15"}, {"tanggal": "2025-01-14"}, TANGGAL, ("381", "380", "100.00", True)),
        (
            {"tanggal": "2024-04-09"},
            {"tanggal": "2024-04-19"},
            {**TANGGAL, "formula_capaian": "turun_selisih"},
            ("100", "110", "90.00", False),
        ),
        ({"terpenuhi": "ya"}, {"terpenuhi": "ya"}, YA, ("1", "1", "100.00", True)),
        ({"terpenuhi": "ya"}, {"terpenuhi": "tidak"}, YA, ("1", "0", "0.00", False)),
        ({"tahapan": ["t1", "t2", "t3"]}, {"tahapan": ["t1", "t2"]}, TAHAPAN, ("100", "70", "70.00", False)),
        ({"tahapan": ["t1", "t2"]}, {"tahapan": ["t1", "t2"]}, TAHAPAN, ("70", "70", "100.00", True)),
        ({"tahapan": ["t1"]}, {"tahapan": []}, TAHAPAN, ("20", "0", "0.00", False)),
        ({"paling_sedikit": "80"}, {"nilai": "80"}, {}, ("80", "80", "100.00", True)),
        ({"lebih_dari": "80"}, {"nilai": "80"}, {}, ("80", "80", "100.00", False)),
        ({"lebih_dari": "80"}, {"nilai": "80.01"}, {}, ("80", "80.01", "100.01", True)),
        ({"paling_banyak": "50"}, {"nilai": "50"}, {"polaritas": "turun"}, ("50", "50", "100.00", True)),
        ({"kurang_dari": "49"}, {"nilai": "49"}, {"polaritas": "turun"}, ("49", "49", "100.00", False)),
        ({"kurang_dari": "49"}, {"nilai": "48.99"}, {"polaritas": "turun"}, ("49", "48.99", "100.02", True)),
        ({"min": "80", "maks": "90"}, {"nilai": "92"}, {"polaritas": "rentang"}, ("80", "92", "102.22", True)),
        ({"min": "80", "maks": "90"}, {"nilai": "70"}, {"polaritas": "rentang"}, ("80", "70", "87.50", False)),
        ("20", {"nilai": "25"}, {"polaritas": "stabil"}, ("20", "25", "75.00", False)),
        (
            "5.00",
            {"nilai": "6.90"},
            {
                "polaritas": "turun",
                "formula_capaian": "lintasan",
                "baseline": {"tahun": "2021", "nilai": "7.49"},
            },
            ("5.00", "6.90", "23.69", False),
        ),
    ],
)
def test_a_promise_and_its_result_in_their_own_form(
    target: Any, hasil: Mapping[str, Any], fields: Mapping[str, Any], expected: tuple[str, str, str, bool]
) -> None:
    row = baris(bentuk(target, hasil, **fields))
    assert row.capaian is not None
    goal, realisasi, percent, tercapai = expected
    assert (row.status, row.target, row.realisasi) == (Status.ADA, Decimal(goal), Decimal(realisasi))
    assert (capaian(row), row.capaian.tercapai) == (percent, tercapai)
    assert (row.target_tahun, row.capaian_tahun) == (row.target, row.capaian.capaian)
    renstra = (None, None) if "tanggal" in hasil else (row.target, row.capaian.capaian)
    assert (row.target_renstra, row.kemajuan_renstra) == renstra


def test_case_14_by_score_by_rank_and_as_yes_or_no() -> None:
    """Target A; BB with 75,20 was reached. By score 93,99, by rank 83,33, as yes or no 0."""
    by_score = baris(bentuk({"predikat": "A"}, {"nilai": "75.20", "predikat": "BB"}, **AKIP))
    assert (by_score.target, by_score.realisasi, capaian(by_score)) == (
        *isi(Decimal("80.01"), Decimal("75.20")),
        "93.99",
    )
    by_rank = baris(bentuk({"predikat": "A"}, {"predikat": "BB"}, **PERINGKAT_AKIP))
    assert (by_rank.target, by_rank.realisasi, capaian(by_rank)) == (*isi(6, 5), "83.33")
    biner = {"formula_capaian": "biner"}
    for row in (
        baris(bentuk({"predikat": "A"}, {"nilai": "75.20", "predikat": "BB"}, **AKIP, **biner)),
        baris(bentuk({"predikat": "A"}, {"predikat": "BB"}, **PERINGKAT_AKIP, **biner)),
    ):
        assert (capaian(row), row.capaian and row.capaian.tercapai) == ("0.00", False)


def test_a_day_of_another_year_is_no_measure_of_this_one() -> None:
    """31 March is day 91 of 2024 and day 90 of 2026: on time in 2024 would be late by the Renstra's last year."""
    data = bentuk({"tanggal": "2024-03-31"}, {"tanggal": "2024-03-31"}, **TANGGAL)
    data.target_renstra = {"A": {"2024": {"tanggal": "2024-03-31"}, "2026": {"tanggal": "2026-03-31"}}}
    assert (baris(data).target_renstra, baris(data).kemajuan_renstra) == (None, None)
    data.renstra_lain["2024"] = renstra(
        {"S1": ["A"]}, {"A": {"2024": {"tanggal": "2024-03-31"}}}, tahun_awal="2024", tahun_akhir="2024"
    )
    assert (baris(data).target_renstra, baris(data).kemajuan_renstra) == isi(91, 100)


def test_a_score_that_is_given_beside_the_predikat_counts() -> None:
    row = baris(bentuk({"predikat": "A", "nilai": "82"}, {"nilai": "82", "predikat": "A"}, **AKIP))
    assert (row.target, row.realisasi, capaian(row)) == (*isi(82, 82), "100.00")
    rank = baris(bentuk({"predikat": "WTP", "nilai": "3"}, {"nilai": "2", "predikat": "WTP"}, **OPINI))
    assert (rank.target, rank.realisasi) == isi(3, 2)


def test_a_class_of_scores_is_no_score() -> None:
    """A target may promise a class; a result that names only its class has no number."""
    row = baris(bentuk({"predikat": "A"}, {"predikat": "BB"}, **AKIP))
    assert (row.target, row.realisasi, row.capaian) == (Decimal("80.01"), None, None)


@pytest.mark.parametrize(
    ("target", "fields"),
    [
        ({"predikat": "Z"}, OPINI),
        ({"predikat": "D"}, AKIP),
        ({"predikat": "BB"}, {}),
        ({"tahapan": ["t9"]}, TAHAPAN),
    ],
)
def test_a_promise_that_the_kamus_cannot_read_is_not_stated(target: Any, fields: Mapping[str, Any]) -> None:
    data = bentuk(target, {}, **fields).lapor("A", "tahunan", "1")
    row = baris(data)
    assert (row.status, row.target, row.target_tahun, row.target_renstra) == (
        Status.BELUM_DITETAPKAN,
        None,
        None,
        None,
    )
    assert (row.realisasi, row.capaian, row.sumber_target) == isi(1, None, None)


def test_a_result_that_the_kamus_cannot_read_is_none() -> None:
    assert baris(bentuk({"predikat": "WTP"}, {"predikat": "Z"}, **OPINI)).realisasi is None
    assert baris(bentuk({"tahapan": ["t1"]}, {"tahapan": ["t9"]}, **TAHAPAN)).realisasi is None


def test_an_indikator_that_the_kamus_does_not_know_is_left_alone() -> None:
    data = bentuk({"predikat": "WTP"}, {"predikat": "WTP"}, **OPINI).rencanakan("A", TW1={"predikat": "WTP"})
    del data.indikator["A"]
    dataset = data.dataset()
    assert dataset.perjanjian_kinerja[2024, "kepala", "murni"].isi.butir["A"].target.angka is None
    assert dataset.realisasi[Periode(2024, "tahunan"), UNIT].isi.butir["A"].nilai is None
    assert dataset.rencana_aksi[2024, UNIT].isi.butir["A"].target["TW1"].angka is None
    assert dataset.renstra["2021-2026"].isi.target["A"][2024].angka is None


def test_what_was_written_stays_beside_the_number() -> None:
    dataset = bentuk({"predikat": "WTP"}, {"predikat": "WDP"}, **OPINI).dataset()
    target = dataset.perjanjian_kinerja[2024, "kepala", "murni"].isi.butir["A"].target
    row = dataset.realisasi[Periode(2024, "tahunan"), UNIT].isi.butir["A"]
    assert (target.predikat, target.angka, target.tanda) == ("WTP", Decimal(4), None)
    assert (row.predikat, row.nilai, row.isian) == ("WDP", Decimal(3), "predikat")


def test_a_target_of_the_rencana_aksi_and_of_each_year_of_the_renstra() -> None:
    data = Susunan(target_renstra={"A": {"2024": {"tanggal": "2024-03-31"}, "2026": {"tanggal": "2026-03-31"}}})
    data.ukur("A", **TANGGAL).janji("A", {"tanggal": "2024-03-31"})
    data.rencanakan("A", TW1={"tanggal": "2024-02-29"}, TW2="10", TW3={"terpenuhi": "ya"})
    dataset = data.dataset()
    plan = dataset.rencana_aksi[2024, UNIT].isi.butir["A"].target
    assert {segmen: target.angka for segmen, target in plan.items()} == {"TW1": 60, "TW2": 10, "TW3": 1}
    years = dataset.renstra["2021-2026"].isi.target["A"]
    assert {year: target.angka for year, target in years.items()} == {2024: 91, 2026: 90}


def test_a_condition_before_a_standard_and_a_correction_have_their_numbers() -> None:
    data = bentuk({"predikat": "WTP"}, {"predikat": "WTP"}, **OPINI, baseline={"tahun": "2020", "predikat": "TW"})
    data.ukur("B", **TANGGAL, standar_nasional={"tahun": "2023", "tanggal": "2023-03-01", "sumber": "S"})
    data.koreksi[2024, "tahunan", "KOR-1"] = {**KOREKSI, "nilai_lama": {"predikat": "WDP"}}
    data.koreksi[2024, "tahunan", "KOR-2"] = {**KOREKSI, "indikator": "C"}
    data.koreksi[2024, "tahunan", "KOR-3"] = {**KOREKSI, "isian": "jp", "nilai_lama": "7", "nilai_baru": "8"}
    dataset = data.dataset()
    base, standard = dataset.indikator["A"].isi.baseline, dataset.indikator["B"].isi.standar_nasional
    assert (base and base.nilai, base and base.predikat) == (Decimal(2), "TW")
    assert (standard and standard.nilai, standard and standard.tanggal) == (Decimal(60), date(2023, 3, 1))
    found = {kode: (b.isi.nilai_lama, b.isi.nilai_baru) for (_, kode), b in dataset.koreksi.items()}
    numbers = {kode: [value and value.nilai for value in row] for kode, row in found.items()}
    assert numbers == {"KOR-1": [3, 4], "KOR-2": [None, None], "KOR-3": [7, 8]}
    assert objects(lengkapi(dataset)) == objects(dataset)


def test_rows_beside_it_stay_as_they_are() -> None:
    data = bentuk({"predikat": "WTP"}, {"predikat": "WTP"}, **OPINI)
    data.ukur("B", frekuensi="tahunan").janji("B", "5").lapor("B", "tahunan", "4").rencanakan("B", TW1="1")
    data.rencanakan("A", TW1={"predikat": "WDP"})
    data.target_renstra["B"] = {"2024": "5"}
    dataset = data.dataset()
    assert dataset.perjanjian_kinerja[2024, "kepala", "murni"].isi.butir["B"].target.angka == 5
    assert dataset.realisasi[Periode(2024, "tahunan"), UNIT].isi.butir["B"].nilai == 4
    assert dataset.rencana_aksi[2024, UNIT].isi.butir["B"].target["TW1"].angka == 1
    assert dataset.renstra["2021-2026"].isi.target["B"][2024].angka == 5


def objects(dataset: Dataset) -> list[int]:
    files: tuple[Mapping[Any, Any], ...] = (
        dataset.renstra,
        dataset.perjanjian_kinerja,
        dataset.rencana_aksi,
        dataset.realisasi,
        dataset.indikator,
        dataset.koreksi,
    )
    return [id(berkas) for kind in files for berkas in kind.values()]


def test_a_file_without_other_forms_stays_the_same_object() -> None:
    dataset = bentuk("5", {"nilai": "4"}).rencanakan("A", TW1="1").dataset()
    assert objects(lengkapi(dataset)) == objects(dataset)
    filled = (
        bentuk({"predikat": "WTP"}, {"predikat": "WTP"}, **OPINI).rencanakan("A", TW1={"predikat": "WTP"}).dataset()
    )
    assert objects(lengkapi(filled)) == objects(filled), "what has its numbers needs no others"


def test_the_kode_of_a_file_is_not_its_place() -> None:
    """Only the rows that the file holds get a number: another plan's stay apart."""
    data = bentuk({"predikat": "WTP"}, {"predikat": "WTP"}, **OPINI)
    data.renstra_lain["2027-2031"] = renstra(
        {"S9": ["A"]}, {"A": {"2031": {"predikat": "WDP"}}}, tahun_awal="2027", tahun_akhir="2031"
    )
    dataset = data.dataset()
    assert {k: {t: row.angka for t, row in b.isi.target["A"].items()} for k, b in dataset.renstra.items()} == {
        "2021-2026": {2024: 4, 2026: 4},
        "2027-2031": {2031: 3},
    }
