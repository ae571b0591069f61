"""`sakipgen ukur`: the shape of its JSON, its flat rows, and a table that fits the terminal."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal
from typing import Any

import pytest

from sakipgen.diagnostics import SakipgenError
from sakipgen.domain.metode import AgregasiPerangkatDaerah
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import kata_metode
from sakipgen.rendering.kertas_kerja import LEBAR, render_csv, render_json, render_tabel
from tests.measuring.builder import Susunan, metode
from tests.rendering.test_nilai import satuan
from tests.rendering.test_opendata import rekap_of


def small() -> Susunan:
    """Two IKU of one sasaran in every period, and a program indikator without a report."""
    susunan = Susunan().ukur("IKU-01", nama="Indeks Profesionalitas ASN")
    susunan.ukur("IKU-02", nama="Lama layanan", polaritas="turun", satuan={"nama": "hari kerja", "tipe": "angka"})
    susunan.ukur("IKP-01", nama="Orang terlatih", tingkat="program", iku="tidak", agregasi="jumlah", desimal="0")
    susunan.janji("IKU-01", "75").janji("IKU-02", "10").janji("IKP-01", "12000", unit="mutasi")
    for kode, goal in (("IKU-01", "70"), ("IKU-02", "10"), ("IKP-01", "3000")):
        susunan.rencanakan(kode, TW1=goal, TW2=goal, TW3=goal, TW4=goal)
    susunan.lapor("IKU-01", "TW1", "64.99").lapor("IKU-02", "TW1", "11")
    return susunan


@pytest.fixture(scope="module")
def rekap() -> Rekapitulasi:
    return rekap_of(small(), "2024-05-02", "2024-TW1")


TW1 = Periode(2024, "TW1")


def test_json(rekap: Rekapitulasi) -> None:
    found = json.loads(render_json(rekap, 2024, TW1), parse_float=Decimal)
    assert list(found) == ["versi", "per_tanggal", "tahun", "metode", "indikator", "sasaran", "perangkat_daerah"]
    assert (found["versi"], found["per_tanggal"], found["tahun"], found["metode"]) == (1, "2024-05-02", 2024, "Metode")
    assert found["indikator"][0] == {
        "kode": "IKU-01",
        "periode": "2024-TW1",
        "target": 70,
        "realisasi": Decimal("64.99"),
        "capaian_mentah": Decimal("92.84285714285714285714285714"),
        "capaian": Decimal("92.84285714285714285714285714"),
        "capaian_agregat": Decimal("92.84285714285714285714285714"),
        "capaian_cetak": "92,84",
        "capaian_tahun": Decimal("86.65333333333333333333333333"),
        "kategori": "Sangat Tinggi",
        "tercapai": False,
        "status": "ada",
        "terukur": [1, 1],
        "sumber": {"berkas": "data/realisasi/2024/TW1/mutasi.yaml", "baris": 7},
    }
    assert found["indikator"][2]["status"] == "terlambat"
    assert found["indikator"][2]["sumber"] is None
    assert found["sasaran"] == [
        {
            "kode": "S1",
            "periode": "2024-TW1",
            "capaian": Decimal("91.42142857142857142857142857"),
            "capaian_cetak": "91,42",
            "kategori": "Sangat Tinggi",
            "terukur": [2, 2],
        }
    ]
    assert found["perangkat_daerah"] == {
        "capaian": Decimal("91.42142857142857142857142857"),
        "capaian_cetak": "91,42",
        "kategori": "Sangat Tinggi",
        "terukur": [2, 2],
        "cara": "rerata_sasaran",
    }


def test_without_a_period_the_rows_of_the_year(rekap: Rekapitulasi) -> None:
    found = json.loads(render_json(rekap, 2024))
    assert {row["periode"] for row in [*found["indikator"], *found["sasaran"]]} == {"2024"}


def test_an_unknown_period_is_refused(rekap: Rekapitulasi) -> None:
    with pytest.raises(SakipgenError, match="2024-TW4"):
        render_json(rekap, 2024, Periode(2024, "TW4"))
    with pytest.raises(SakipgenError, match="2031"):
        render_csv(rekap, 2031)


def test_csv_has_the_same_rows(rekap: Rekapitulasi) -> None:
    text = render_csv(rekap, 2024, TW1)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["jenis"] for row in rows] == ["indikator"] * 3 + ["sasaran", "perangkat_daerah"]
    assert (rows[1]["capaian"], rows[1]["capaian_cetak"], rows[1]["tercapai"]) == ("90", "90,00", "tidak")
    assert (rows[2]["realisasi"], rows[2]["status"]) == ("", "terlambat")
    assert (rows[4]["kode"], rows[4]["capaian_cetak"], rows[4]["cara"]) == ("", "91,42", "rerata_sasaran")


TABEL = """\
KERTAS KERJA PENGUKURAN KINERJA
Badan Kepegawaian Kabupaten Contoh
Triwulan I 2024, data per 2 Mei 2024

Kode    Indikator                   Satuan      Target  Realisasi  Capaian  Kategori / status
─────────────────────────────────────────────────────────────────────────────────────────────

Sasaran S1: Sasaran.
IKU-01  Indeks Profesionalitas ASN  indeks       70,00      64,99   92,84%  Sangat Tinggi
IKU-02  Lama layanan                hari kerja   10,00      11,00   90,00%  Tinggi
Sasaran S1: 91,42% (Sangat Tinggi), 2 dari 2 indikator terukur

Program
IKP-01  Orang terlatih              indeks       3.000          –        –  terlambat 17 hari

Perangkat daerah (rata-rata capaian sasaran): 91,42% (Sangat Tinggi), 2 dari 2 indikator terukur
Metode: Metode
"""


def test_table(rekap: Rekapitulasi) -> None:
    assert render_tabel(rekap, 2024, TW1) == TABEL


@pytest.mark.parametrize("cara", AgregasiPerangkatDaerah)
def test_table_says_how_the_whole_is_made(cara: AgregasiPerangkatDaerah) -> None:
    susunan = small()
    susunan.metode = metode(agregasi_perangkat_daerah=cara.value)
    susunan.bobot = {"S1": "100"}
    text = render_tabel(rekap_of(susunan, "2024-05-02", "2024-TW1"), 2024, TW1)
    assert f"\nPerangkat daerah ({kata_metode.PERANGKAT_DAERAH[cara]}): 91,42% (Sangat Tinggi), " in text


@pytest.mark.parametrize(
    ("fields", "target", "lapor", "figures"),
    [
        (satuan("persen"), {"min": "80", "maks": "95"}, {"nilai": "70"}, ("80,00%–95,00%", "70,00%")),
        (satuan("persen"), {"lebih_dari": "95"}, {"nilai": "96"}, ("> 95,00%", "96,00%")),
        (
            satuan("tanggal", polaritas="turun"),
            {"tanggal": "2024-12-15"},
            {"tanggal": "2025-01-05"},
            ("15 Desember 2024", "5 Januari 2025"),
        ),
        (satuan("ya_tidak"), {"terpenuhi": "ya"}, {"terpenuhi": "tidak"}, ("ya", "tidak")),
        (satuan("predikat", peringkat="opini-bpk"), {"predikat": "WTP"}, {"predikat": "WDP"}, ("WTP", "WDP")),
        (satuan("rupiah", desimal="0"), "5000000", {"nilai": "-2500"}, ("Rp5.000.000", "−Rp2.500")),
        (satuan("rasio", desimal="0"), "32", {"nilai": "30"}, ("1\xa0:\xa032", "1\xa0:\xa030")),
    ],
)
def test_figures_are_those_of_the_pages(
    fields: dict[str, Any], target: Any, lapor: dict[str, str], figures: tuple[str, str]
) -> None:
    susunan = Susunan().ukur("IKU-01", frekuensi="tahunan", **fields).janji("IKU-01", target)
    susunan.rencanakan("IKU-01", tahunan=target).lapor("IKU-01", "tahunan", **lapor)
    (row,) = (line for line in render_tabel(rekap_of(susunan), 2024).splitlines() if line.startswith("IKU-01"))
    assert tuple(re.split(" {2,}", row)[3:5]) == figures


def test_table_of_an_unfinished_year_says_so(rekap: Rekapitulasi) -> None:
    assert "Tahun 2024, data per 2 Mei 2024 (periode belum berakhir)" in render_tabel(rekap, 2024)


def test_table_fits_the_terminal_whatever_the_words() -> None:
    susunan = small().ukur(
        "IKU-99.tentang-sesuatu-yang-panjang",
        nama="Persentase " + "sangat panjang " * 15,
        satuan={"nama": "orang per bulan per kecamatan", "tipe": "angka"},
    )
    susunan.janji("IKU-99.tentang-sesuatu-yang-panjang", "123456789.5")
    text = render_tabel(rekap_of(susunan), 2024)
    assert max(map(len, text.splitlines())) <= LEBAR
    kode = "".join(line[:18].strip() for line in text.splitlines() if line.startswith(("IKU-99", "sesuatu", "panjang")))
    assert kode == "IKU-99.tentang-sesuatu-yang-panjang"
