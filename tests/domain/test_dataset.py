"""LAYOUT claims what it should and nothing else; the Dataset answers who owns a year, a target, a PK."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest

from sakipgen.domain.dataset import LAYOUT, Berkas
from sakipgen.domain.waktu import SEGMEN, Periode
from tests.measuring.builder import ROOT, UNIT, Susunan, renstra


def claimed(path: str) -> list[str]:
    return [jenis.skema for jenis in LAYOUT if jenis.regex.fullmatch(path)]


@pytest.mark.parametrize(
    ("path", "skema"),
    [
        ("instansi.yaml", "instansi"),
        ("metode/2024.yaml", "metode"),
        ("renstra/2021-2026.yaml", "renstra"),
        ("pohon-kinerja/2021-2026.yaml", "pohon-kinerja"),
        ("indikator/IKU-01.yaml", "indikator"),
        ("indikator/5.03.02.yaml", "indikator"),
        ("program/2024.yaml", "program"),
        ("perjanjian-kinerja/2024/kepala/murni.yaml", "perjanjian-kinerja"),
        ("perjanjian-kinerja/2024/mutasi/perubahan-1.yaml", "perjanjian-kinerja"),
        ("rencana-aksi/2024/mutasi.yaml", "rencana-aksi"),
        *((f"realisasi/2024/{segmen}/mutasi.yaml", "realisasi") for segmen in SEGMEN),
        ("anggaran/2024/TW1.yaml", "anggaran"),
        ("sop.yaml", "sop"),
        ("dokumen.yaml", "dokumen"),
        ("kode-lama.yaml", "kode-lama"),
        *((f"siklus/2024/{segmen}.yaml", "siklus") for segmen in SEGMEN),
        ("koreksi/2024/TW1/KOR-2024-01.yaml", "koreksi"),
        ("tindak-lanjut/2024.yaml", "tindak-lanjut"),
        ("libur/2024.yaml", "libur"),
    ],
)
def test_layout_claims(path: str, skema: str) -> None:
    assert claimed(path) == [skema]


@pytest.mark.parametrize(
    "path",
    [
        "instansi.yml",
        "Instansi.yaml",
        "x/instansi.yaml",
        "metode/24.yaml",
        "metode/1999.yaml",
        "metode/2024.yaml.bak",
        "indikator/IKU 01.yaml",
        "indikator/-IKU.yaml",
        "indikator/.yaml",
        "indikator/a/b.yaml",
        "indikator/" + "a" * 41 + ".yaml",
        "perjanjian-kinerja/2024/kepala/perubahan.yaml",
        "perjanjian-kinerja/2024/kepala/perubahan-0.yaml",
        "perjanjian-kinerja/2024/kepala/perubahan-10.yaml",
        "realisasi/2024/TW5/mutasi.yaml",
        "realisasi/2024/tw1/mutasi.yaml",
        "realisasi/2024/13/mutasi.yaml",
        "realisasi/2024/TW1/mutasi.yaml\n",
        "realisasi/٢٠٢٤/TW1/mutasi.yaml",
        "realisasi/2024/TW1x/mutasi.yaml",
        "realisasiX2024/TW1/mutasi.yaml",
        "sop/2024.yaml",
        "dokumen/2024.yaml",
        "kode_lama.yaml",
        "siklus/2024.yaml",
        "siklus/2024/tw1.yaml",
        "siklus/2024/TW1/mutasi.yaml",
        "koreksi/2024/KOR-1.yaml",
        "koreksi/2024/TW1/KOR 1.yaml",
        "tindak-lanjut/2024/TW1.yaml",
        "tindak_lanjut/2024.yaml",
        "libur/24.yaml",
    ],
)
def test_layout_does_not_claim(path: str) -> None:
    assert claimed(path) == []


def test_the_years_are_those_of_promises_and_reports() -> None:
    data = Susunan().ukur("A").janji("A", "1")
    data.rencana[2022, UNIT] = {"butir": {"A": {}}}
    data.laporan[2023, "TW1", UNIT] = {"butir": {"A": {"nilai": "1"}}}
    data.program[2030] = {
        "versi_nomenklatur": "1",
        "sumber": "DPA",
        "program": {"1": {"nama": "P", "sasaran": "S1", "penanggung_jawab": UNIT}},
        "kegiatan": {"1.1": {"nama": "K", "penanggung_jawab": UNIT}},
        "sub_kegiatan": {
            "1.1.1": {"nama": "S", "penanggung_jawab": UNIT, "pagu": {"murni": "1"}, "sumber_dana": "DAU"}
        },
    }
    assert data.dataset().tahun == (2022, 2023, 2024)
    assert Susunan().dataset().tahun == ()


def test_of_two_renstra_the_later_one_owns_a_year() -> None:
    plan = renstra({"S1": ["A"]}, {"A": {"2024": "1"}})
    later = renstra({"S1": ["A"]}, {"A": {"2025": "1"}}, tahun_awal="2025", tahun_akhir="2029")
    dataset = replace(
        Susunan().dataset(),
        renstra={k: Berkas(ROOT / f"renstra/{k}.yaml", r) for k, r in (("2025-2029", later), ("2021-2026", plan))},
    )
    owners = {tahun: owner[0] if (owner := dataset.renstra_tahun(tahun)) else None for tahun in range(2020, 2031)}
    assert owners == {
        2020: None,
        **dict.fromkeys(range(2021, 2025), "2021-2026"),
        **dict.fromkeys(range(2025, 2030), "2025-2029"),
        2030: None,
    }


@pytest.mark.parametrize(
    ("tingkat", "owner"),
    [("tujuan", "kepala"), ("sasaran", "kepala"), ("program", UNIT), ("kegiatan", UNIT), ("sub_kegiatan", UNIT)],
)
def test_whose_pk_holds_a_target(tingkat: str, owner: str) -> None:
    assert Susunan().ukur("A", tingkat=tingkat).dataset().pemilik_target("A") == owner


def test_the_pk_in_force_on_the_last_day_of_a_period() -> None:
    data = Susunan().janji("A", "1", tanggal="2024-02-01")
    data.janji("A", "2", versi="perubahan-1", tanggal="2024-06-30").janji(
        "A", "3", versi="perubahan-2", tanggal="2024-10-01"
    )
    dataset = data.dataset()
    found = {
        segmen: pk[0] if (pk := dataset.pk_berlaku("kepala", Periode(2024, segmen))) else None
        for segmen in ("01", "02", "TW1", "06", "TW2", "TW3", "10", "TW4", "tahunan")
    }
    assert found == {
        "01": None,
        "02": "murni",
        "TW1": "murni",
        "06": "perubahan-1",
        "TW2": "perubahan-1",
        "TW3": "perubahan-1",
        "10": "perubahan-2",
        "TW4": "perubahan-2",
        "tahunan": "perubahan-2",
    }
    assert dataset.pk_berlaku(UNIT, Periode(2024, "tahunan")) is None
    assert dataset.pk_berlaku("kepala", Periode(2025, "tahunan")) is None


def test_the_pk_in_force_on_any_day() -> None:
    data = Susunan().janji("A", "1", tanggal="2024-02-01").janji("A", "2", versi="perubahan-1", tanggal="2024-06-30")
    dataset = data.dataset()
    days = (date(2024, 1, 31), date(2024, 2, 1), date(2024, 6, 29), date(2024, 6, 30))
    found = [dataset.pk_pada("kepala", 2024, day) for day in days]
    assert [pk[0] if pk else None for pk in found] == [None, "murni", "murni", "perubahan-1"]


def test_what_the_register_says_of_a_retired_indikator() -> None:
    data = Susunan(kode_lama={"A": {"nama": "N", "tahun_terakhir": "2023", "alasan": "A."}})
    lama = data.dataset().indikator_lama("A")
    assert lama is not None
    assert lama.tahun_terakhir == 2023
    assert data.dataset().indikator_lama("B") is None
    assert Susunan().dataset().indikator_lama("A") is None


def test_of_two_pk_of_one_day_the_amended_one_is_in_force() -> None:
    data = Susunan().janji("A", "2", versi="perubahan-1").janji("A", "1")
    pk = data.dataset().pk_berlaku("kepala", Periode(2024, "tahunan"))
    assert pk is not None
    assert pk[0] == "perubahan-1"


def test_a_file_that_could_not_be_read_is_not_missing() -> None:
    data = Susunan()
    data.tak_terbaca = {"metode/2024.yaml"}
    dataset = data.dataset()
    assert dataset.ada("metode", "2024.yaml")
    assert not dataset.ada("metode", "2023.yaml")
    assert PurePosixPath("data/metode/2024.yaml") in dataset.tak_terbaca
