"""W011…W016: the SMART lint asks where a reader would, and is silent where a reason is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from sakipgen.checking.smart import (
    berjangka,
    dapat_dicapai,
    melangkah_dari_kondisi_awal,
    relevan,
    spesifik,
    terukur,
)
from sakipgen.diagnostics import Severity
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.waktu import Posisi, parse_tanggal
from sakipgen.measuring.ukur import measure
from tests.checking.helpers import line, places, program, said
from tests.measuring.builder import ROOT, UNIT, Susunan, metode

RENSTRA = "renstra/2021-2026.yaml"
PLAN = "rencana-aksi/2024/mutasi.yaml"
PK = "perjanjian-kinerja/2024/kepala/murni.yaml"
LAMA = {"nama": "Indeks", "tahun_terakhir": "2024", "alasan": "Diganti."}


# ── W011, W012: the name ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("nama", "found"),
    [
        ("Jumlah pelatihan dan persentase kelulusan", "dan persentase"),
        ("Jumlah pelatihan serta nilai peserta", "serta nilai"),
        ("Indeks kepuasan atau tingkat kepercayaan", "atau tingkat"),
        ("Jumlah usul, rata-rata waktu layanan", ", rata-rata"),
        ("Persentase pejabat dan/atau pegawai yang dilatih", "dan/atau"),
        ("Jumlah pegawai DAN JUMLAH jabatan", "DAN JUMLAH"),
    ],
)
def test_w011_two_measures_in_one_name(nama: str, found: str) -> None:
    assert said(spesifik, Susunan().ukur("A", nama=nama).dataset()) == [
        (
            f'indikator/A.yaml nama value W011: nama memuat "{found}", seolah mengukur dua hal; '
            "pecah menjadi dua indikator, atau pilih satu ukuran."
        )
    ]


@pytest.mark.parametrize(
    "nama",
    [
        "Persentase pegawai dan pejabat yang dilatih",
        "Nilai Kinerja dan Nilaian Lain",
        "Persentase usul kenaikan pangkat, mutasi, dan pensiun yang selesai",
        "Indeks sistem merit",
    ],
)
def test_w011_is_silent(nama: str) -> None:
    assert said(spesifik, Susunan().ukur("A", nama=nama).dataset()) == []


def test_w012_a_name_begins_with_its_measure() -> None:
    assert said(terukur, Susunan().ukur("A", nama="Terwujudnya disiplin pegawai").dataset()) == [
        (
            'indikator/A.yaml nama value W012: nama diawali "Terwujudnya", bukan kata ukuran; awali dengan salah satu '
            "dari jumlah, persentase, kategori, level, tingkat, rasio, rata-rata, indeks, nilai."
        )
    ]


@pytest.mark.parametrize(
    "nama", ["Jumlah", "persentase pegawai", "RATA-RATA waktu", "Rasio pejabat", "Nilai AKIP", "Level kematangan"]
)
def test_w012_is_silent(nama: str) -> None:
    assert said(terukur, Susunan().ukur("A", nama=nama).dataset()) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"nama": "Opini BPK", "satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"},
        {"nama": "Tanggal penyampaian", "satuan": {"nama": "hari", "tipe": "tanggal"}, "polaritas": "turun"},
        {"nama": "Terbitnya peraturan", "satuan": {"nama": "terbit", "tipe": "ya_tidak"}},
    ],
)
def test_w012_asks_only_for_the_measure_of_an_amount(fields: dict[str, Any]) -> None:
    assert said(terukur, Susunan().ukur("A", **fields).dataset()) == []


# ── W013: a target below last year's result ──────────────────────────────────────────────────────────────────────


def dua_tahun(hasil_2023: Mapping[str, Any], target_2024: Any, alasan: str | None = None, **fields: Any) -> Susunan:
    """A year that was reported, and the promise of the next."""
    data = Susunan().ukur("A", **{"frekuensi": "triwulanan"} | fields).janji("A", target_2024)
    data.pk[2024, "kepala", "murni"]["butir"]["A"]["alasan"] = alasan
    data.pk[2023, "kepala", "murni"] = {
        "tanggal": "2023-01-15",
        "pihak_pertama": "kepala",
        "butir": {"A": {"target": "50"}},
    }
    for segmen, nilai in hasil_2023.items():
        data.laporan[2023, segmen, UNIT] = {"butir": {"A": {"nilai": nilai}}}
    return data


def w013(data: Susunan) -> list[str]:
    rules = {tahun: Berkas(ROOT / f"metode/{tahun}.yaml", metode()) for tahun in (2023, 2024)}
    dataset = replace(data.dataset(), metode=rules)
    hasil = measure(dataset, Posisi.pada(parse_tanggal("2024-04-10")))
    return [line(issue) for issue in dapat_dicapai(dataset, hasil)]


SETAHUN = {"TW1": "60", "TW2": "61", "TW3": "62", "TW4": "63"}


def test_w013_points_at_the_easy_target() -> None:
    assert w013(dua_tahun(SETAHUN, "62.5")) == [
        (
            f"{PK} butir.A.target value W013: target 62,5 indeks lebih mudah daripada realisasi 2023 (63 indeks); "
            "tetapkan target yang lebih menantang, atau tulis `alasan:`."
        )
    ]


@pytest.mark.parametrize(
    ("target", "fields"),
    [
        ("63", {}),
        ("64", {}),
        ("62", {"alasan": "Cara menghitung berubah."}),
        ("62", {"polaritas": "turun"}),
        ("62", {"polaritas": "stabil"}),
        ({"min": "40", "maks": "50"}, {"polaritas": "rentang"}),
        ("62", {"putus_seri": {"2024": "Instrumen baru."}}),
    ],
)
def test_w013_is_silent(target: Any, fields: dict[str, Any]) -> None:
    assert w013(dua_tahun(SETAHUN, target, **fields)) == []


def test_w013_where_lower_is_better_a_higher_target_is_easier() -> None:
    (text,) = w013(dua_tahun(SETAHUN, "64", polaritas="turun"))
    assert "target 64 indeks lebih mudah daripada realisasi 2023 (63 indeks)" in text


def test_w013_an_earlier_break_of_the_series_hides_nothing() -> None:
    assert len(w013(dua_tahun(SETAHUN, "62", putus_seri={"2023": "Instrumen baru."}))) == 1


def test_w013_says_a_predikat_as_it_was_promised() -> None:
    (text,) = w013(dua_tahun(dict.fromkeys(SETAHUN, "75.2"), {"predikat": "B"}, skala="akip88"))
    assert "target B lebih mudah daripada realisasi 2023 (75,2 indeks)" in text


def test_w013_says_milestones_by_their_weights_and_a_rank_without_satuan() -> None:
    tahapan = {"a": {"uraian": "Rancangan", "bobot": "40"}, "b": {"uraian": "Penetapan", "bobot": "60"}}
    kamus: dict[str, Any] = {"satuan": {"nama": "persen", "tipe": "persen"}, "tahapan": tahapan}
    data = dua_tahun(dict.fromkeys(SETAHUN, "100"), {"tahapan": ["a"]}, **kamus)
    assert "target 40 persen tahapan lebih mudah daripada realisasi 2023 (100 persen tahapan)" in w013(data)[0]
    opini: dict[str, Any] = {"satuan": {"nama": "opini", "tipe": "predikat"}, "peringkat": "opini-bpk"}
    data = dua_tahun(dict.fromkeys(SETAHUN, "4"), {"predikat": "WDP"}, **opini)
    assert "target WDP lebih mudah daripada realisasi 2023 (WTP)" in w013(data)[0]


def test_w013_an_incomplete_year_is_no_measure() -> None:
    assert w013(dua_tahun({"TW1": "5", "TW2": "6"}, "20", agregasi="jumlah", polaritas="turun")) == []
    assert w013(dua_tahun({}, "20")) == []


def test_w013_asks_only_the_kepala() -> None:
    data = dua_tahun(SETAHUN, "62", tingkat="program")
    for tahun in (2023, 2024):
        data.pk[tahun, UNIT, "murni"] = data.pk.pop((tahun, "kepala", "murni"))
    assert w013(data) == []


# ── W014: no place in the plan ───────────────────────────────────────────────────────────────────────────────────


def lepas(**fields: Any) -> Susunan:
    """An indikator that no sasaran lists, though it is promised, planned and reported."""
    data = Susunan(sasaran={"S1": ["B"]}, target_renstra={"A": {"2024": "1"}}).ukur("B")
    data.ukur("A", **{"iku": "tidak"} | fields)
    return data.janji("A", "1").rencanakan("A", TW1="1").lapor("A", "TW1", "1")


def test_w014_a_promise_alone_gives_no_place() -> None:
    data = lepas()
    data.tindak_lanjut[2024] = {"TL-1": aksi(["A"])}
    data.kode_lama["IKU-00"] = LAMA | {"pengganti": "A"}
    assert said(relevan, data.dataset()) == [
        (
            "indikator/A.yaml tingkat value W014: `A` tidak terdaftar pada tujuan, sasaran, atau program mana pun; "
            "daftarkan pada induknya."
        )
    ]


def aksi(indikator: list[str]) -> dict[str, Any]:
    return {
        "asal": "analisis_periode",
        "periode": "TW1",
        "indikator": indikator,
        "tindakan": "T.",
        "penanggung_jawab": UNIT,
        "ditetapkan": "2024-04-10",
        "batas": "2024-05-10",
    }


def test_w014_every_level_gives_a_place() -> None:
    assert said(relevan, replace(lepas().dataset(), renstra=Susunan().ukur("A").dataset().renstra)) == []
    data = lepas()
    data.tujuan = ["A"]
    assert said(relevan, data.dataset()) == []
    for level in ("program", "kegiatan", "sub_kegiatan"):
        data = lepas()
        data.program[2024] = program()
        (row,) = data.program[2024][level].values()
        row["indikator"] = ["A"]
        assert said(relevan, data.dataset()) == []


def test_w014_leaves_a_misspelt_kode_to_r001() -> None:
    data = lepas()
    data.sasaran = {"S1": ["B", "A-1"]}
    assert said(relevan, data.dataset()) == []


def test_w014_is_silent_of_an_iku_a_retired_one_and_while_a_file_is_unread() -> None:
    assert said(relevan, lepas(iku="ya").dataset()) == [], "K106 says it"
    data = lepas()
    data.kode_lama["A"] = LAMA
    assert said(relevan, data.dataset()) == []
    data = lepas()
    data.tak_terbaca = {"program/2024.yaml"}
    assert said(relevan, data.dataset()) == []


# ── W015: every year and every period ────────────────────────────────────────────────────────────────────────────


def bertarget(*tahun: int) -> Susunan:
    return Susunan(target_renstra={"A": {str(t): "1" for t in tahun}}).ukur("A")


def test_w015_names_the_years_after_the_first() -> None:
    assert said(berjangka, bertarget(2022, 2023, 2025).dataset()) == [
        f"{RENSTRA} target.A key W015: target Renstra `A` belum ada untuk 2024, 2026; tambahkan targetnya."
    ]


@pytest.mark.parametrize("tahun", [(2026,), (2024, 2025, 2026), (2021, 2022, 2023, 2024, 2025, 2026)])
def test_w015_an_indikator_may_begin_later(tahun: tuple[int, ...]) -> None:
    assert said(berjangka, bertarget(*tahun).dataset()) == []


def test_w015_a_retired_indikator_needs_targets_until_its_last_year() -> None:
    data = bertarget(2022, 2023, 2024)
    data.kode_lama["A"] = LAMA
    assert said(berjangka, data.dataset()) == []
    data.kode_lama["A"] = LAMA | {"tahun_terakhir": "2025"}
    assert "belum ada untuk 2025;" in said(berjangka, data.dataset())[0]


@pytest.mark.parametrize("tahun", [(2012, 2022, 2023), (2022, 2062)])
def test_w015_leaves_a_year_outside_the_renstra_to_t006(tahun: tuple[int, ...]) -> None:
    assert said(berjangka, bertarget(*tahun).dataset()) == []


def rencana(**target: str) -> Dataset:
    return Susunan(target_renstra={"A": {"2026": "1"}}).ukur("A").rencanakan("A", **target).dataset()


def test_w015_names_the_periods_of_the_plan() -> None:
    assert said(berjangka, rencana(TW1="1", TW4="4")) == [
        f"{PLAN} butir.A.target key W015: target `A` belum ada untuk TW2, TW3; tambahkan targetnya."
    ]


@pytest.mark.parametrize(
    "target", [{}, dict.fromkeys(("TW1", "TW2", "TW3", "TW4"), "1"), {"TW1": "1", "S1": "2"}, {"b02": "1"}]
)
def test_w015_of_a_plan_is_silent(target: dict[str, str]) -> None:
    assert said(berjangka, rencana(**target)) == []


def test_w015_leaves_an_unknown_indikator_to_r001() -> None:
    data = Susunan(target_renstra={"A": {"2026": "1"}}).rencanakan("A", TW1="1")
    assert said(berjangka, data.dataset()) == []


@pytest.mark.parametrize(
    ("hari", "target", "said"),
    [
        ("2023-03-30", "2024-03-30", []),
        ("2023-03-30", "2024-03-29", []),
        (
            "2023-03-30",
            "2024-03-31",
            [
                (
                    f"{PK} butir.A.target value W013: target 2024-03-31 lebih mudah daripada realisasi 2023 "
                    "(2023-03-30); tetapkan target yang lebih menantang, atau tulis `alasan:`."
                )
            ],
        ),
    ],
)
def test_w013_compares_days_by_month_and_day(hari: str, target: str, said: list[str]) -> None:
    day: dict[str, Any] = {
        "satuan": {"nama": "tanggal", "tipe": "tanggal"},
        "polaritas": "turun",
        "frekuensi": "tahunan",
    }
    data = dua_tahun({}, {"tanggal": target}, **day)
    data.pk[2023, "kepala", "murni"]["butir"]["A"]["target"] = {"tanggal": "2023-03-31"}
    data.laporan[2023, "tahunan", UNIT] = {"butir": {"A": {"tanggal": hari}}}
    assert w013(data) == said


# ── W016: the first step ─────────────────────────────────────────────────────────────────────────────────────────


OPINI = {"nama": "opini", "tipe": "predikat"}
HARI = {"nama": "tanggal", "tipe": "tanggal"}


def melangkah(awal: str, target: Any, **fields: Any) -> list[str]:
    data = Susunan(target_renstra={"A": {"2022": target, "2023": "1000"}})
    return said(
        melangkah_dari_kondisi_awal, data.ukur("A", baseline={"tahun": "2020", "nilai": awal}, **fields).dataset()
    )


def test_w016_points_at_the_first_target() -> None:
    assert melangkah("70", "69.5") == [
        (
            f"{RENSTRA} target.A.2022 value W016: target tahun 2022 (69,5 indeks) tidak wajar terhadap kondisi awal "
            "tahun 2020 (70 indeks); periksa keduanya, atau jelaskan pada `catatan_kualitas`."
        )
    ]


@pytest.mark.parametrize(
    ("awal", "target", "fields", "wrong"),
    [
        ("70", "70", {}, False),
        ("70", "140", {}, False),
        ("70", "140.1", {}, True),
        ("70", "60", {"polaritas": "turun"}, False),
        ("70", "71", {"polaritas": "turun"}, True),
        ("70", "0", {"polaritas": "turun"}, False),
        ("0", "40", {}, False),
        ("0", "-1", {}, True),
        ("-5", "-4", {}, False),
        ("70", "10", {"catatan_kualitas": "Cara menghitung berubah."}, False),
        ("70", "710", {"batas": {"maks": "100"}}, False),
        ("70", "10", {"putus_seri": {"2022": "Instrumen baru."}}, False),
        ("70", "10", {"putus_seri": {"2021": "Instrumen baru."}}, False),
        ("70", "10", {"putus_seri": {"2020": "Instrumen baru."}}, True),
        ("70", "10", {"putus_seri": {"2023": "Instrumen baru."}}, True),
        ("70", {"paling_sedikit": "69"}, {}, True),
        ("70", {"paling_banyak": "10"}, {}, False),
        ("70", {"min": "10", "maks": "20"}, {"polaritas": "rentang"}, False),
        ("1", {"predikat": "WTP"}, {"satuan": OPINI, "peringkat": "opini-bpk"}, False),
        ("0", {"terpenuhi": "ya"}, {"satuan": {"nama": "status", "tipe": "ya_tidak"}}, False),
        ("90", {"tanggal": "2022-12-31"}, {"satuan": HARI, "polaritas": "turun"}, False),
    ],
)
def test_w016_a_step_of_up_to_twice(awal: str, target: Any, fields: dict[str, Any], wrong: bool) -> None:
    assert bool(melangkah(awal, target, **fields)) == wrong


def test_w016_without_a_condition_before_the_target_there_is_no_step() -> None:
    data = Susunan(target_renstra={"A": {"2022": "1"}, "X": {"2022": "1"}}).ukur("A")
    assert said(melangkah_dari_kondisi_awal, data.dataset()) == []
    data.ukur("A", baseline={"tahun": "2022", "nilai": "70"})
    assert said(melangkah_dari_kondisi_awal, data.dataset()) == []


def test_w016_leaves_a_way_in_the_wrong_direction_to_k117() -> None:
    def ways(target: str, **fields: Any) -> list[str]:
        data = Susunan(target_renstra={"A": {"2022": target}})
        data.ukur("A", baseline={"tahun": "2020", "nilai": "70"}, **fields)
        return places(melangkah_dari_kondisi_awal, data.dataset())

    assert [len(ways(target, formula_capaian="lintasan")) for target in ("69", "70", "80", "141")] == [0, 0, 0, 1]
    assert len(ways("69")) == 1


@pytest.mark.parametrize("rule", [spesifik, terukur, relevan, berjangka, melangkah_dari_kondisi_awal])
def test_quality_is_argued_and_never_forced(rule: Any) -> None:
    data = Susunan(sasaran={"S1": ["B"]}, target_renstra={"A": {"2022": "1"}}).ukur("B")
    data.ukur("A", nama="X dan nilai Y", iku="tidak", baseline={"tahun": "2020", "nilai": "5"})
    assert {issue.severity for issue in rule(data.dataset())} == {Severity.WARNING}
    assert len(places(rule, data.dataset())) == 1
