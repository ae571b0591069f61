"""The trace of a capaian: it computes, names cells and lines that say the same, and tells what was left out and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.diagnostics import Position
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala import Celah
from sakipgen.domain.waktu import Periode
from sakipgen.project import Project
from sakipgen.rekap import BarisIndikator, Rekapitulasi, Rujukan, summarise
from sakipgen.rendering.cetak import Angka
from sakipgen.rendering.jejak import hitungan, jejak, patokan, penggabungan
from sakipgen.rendering.jejak_langkah import KEADAAN, Jejak
from sakipgen.rendering.opendata import tables
from sakipgen.rendering.tabel import Sel
from sakipgen.rendering.ucap import html, teks
from tests.conftest import Indonesian
from tests.measuring.builder import TW, UNIT, Susunan, instansi, metode, skala
from tests.measuring.test_bentuk import OPINI, TAHAPAN, TANGGAL, YA
from tests.measuring.test_terlihat import koreksi
from tests.rendering.hitungan import cocok, persamaan, sama
from tests.test_rekap import line, ringkas, says

ROOT: Final = Path(__file__).parents[2]
JAHAT: Final = "<script>alert(1)</script> {t} {0} %s {{ 7*7 }} \\1"
Isi = Mapping[str, Mapping[str, Mapping[str, Sel]]]


def cells(rekap: Rekapitulasi) -> Isi:
    """Every cell of the open data by table, key and column."""
    return {
        t.nama: {str(row[0]): dict(zip((k.nama for k in t.kolom), row, strict=True)) for row in t.baris}
        for t in tables(rekap)
    }


def rows(rekap: Rekapitulasi) -> Iterator[tuple[BarisIndikator, Jejak]]:
    """Every indikator in every period of every year with its trace."""
    for year in rekap.tahun:
        for prd in year.periode:
            for row in prd.indikator:
                yield row, jejak(rekap.instansi, year, row)


def periksa(found: Jejak, known: Isi) -> None:
    """What holds for every trace: its figures are those of the open data, and what is computed comes to them."""
    for step in found.langkah:
        for baris in step.baris:
            text = teks(baris.ucap)
            assert text.strip() == text, found
            assert text, found
            assert "None" not in text
            for part in baris.ucap:
                if isinstance(part, Angka):
                    table, key, column = part.rujukan.split("/")
                    assert known[table][key][column] == part.nilai, (found.kode, text)
            if equation := persamaan(baris.ucap):
                assert sama(equation[0], equation[1].nilai), (found.kode, text)
                assert cocok(baris.ucap), (found.kode, text)


def langkah(found: Jejak, judul: str) -> list[str]:
    """The lines of one step."""
    (step,) = [step for step in found.langkah if step.judul == judul]
    return [teks(baris.ucap) for baris in step.baris]


def telusur(
    data: Susunan, periode: str = "2024", kode: str = "A", per_tanggal: str = "2025-02-14", sampai: str | None = None
) -> Jejak:
    """The trace of one row, after what holds for all rows of the data."""
    rekap = ringkas(data, sampai, per_tanggal)
    known = cells(rekap)
    for _, found in rows(rekap):
        periksa(found, known)
    return next(found for row, found in rows(rekap) if (row.kode, str(row.hasil.periode)) == (kode, periode))


# ── A dataset with every formula and every way of joining ────────────────────────────────────────────────────────

KOMPONEN: Final[Mapping[str, Any]] = {
    "komponen": {"ikut": "Yang ikut", "total": "Semua"},
    "rumus": "ikut / total * 100",
    "satuan": {"nama": "persen", "tipe": "persen"},
}
FORMULA: Final[Mapping[str, tuple[Any, Mapping[str, Any], Mapping[str, Any]]]] = {
    "F-NAIK": ("60", {"nilai": "45"}, {}),
    "F-NEGATIF": ("-5", {"nilai": "-4"}, {}),
    "F-TURUN": ("10", {"nilai": "12.345"}, {"polaritas": "turun"}),
    "F-NOL": ("0", {"nilai": "3"}, {"polaritas": "turun"}),
    "F-RASIO": ("10", {"nilai": "0"}, {"polaritas": "turun", "formula_capaian": "turun_rasio"}),
    "F-RENTANG": ({"min": "80", "maks": "90"}, {"nilai": "99"}, {"polaritas": "rentang"}),
    "F-RENTANG-2": ({"min": "80", "maks": "90"}, {"nilai": "85"}, {"polaritas": "rentang"}),
    "F-RENTANG-3": ("80", {"nilai": "99"}, {"polaritas": "rentang"}),
    "F-RENTANG-TURUN": (
        {"min": "80", "maks": "90"},
        {"nilai": "70"},
        {"polaritas": "rentang", "formula_capaian": "rentang_turun"},
    ),
    "F-STABIL": ("50", {"nilai": "60"}, {"polaritas": "stabil"}),
    "F-STABIL-RASIO": ("50", {"nilai": "60"}, {"polaritas": "stabil", "formula_capaian": "stabil_rasio"}),
    "F-LINTASAN": (
        "70",
        {"nilai": "65"},
        {"formula_capaian": "lintasan", "baseline": {"tahun": "2020", "nilai": "-10"}},
    ),
    "F-BINER": ({"terpenuhi": "ya"}, {"terpenuhi": "ya"}, YA),
    "F-BINER-2": ({"lebih_dari": "5"}, {"nilai": "5"}, {"formula_capaian": "biner"}),
    "F-BINER-3": ({"min": "2", "maks": "5"}, {"nilai": "6"}, {"formula_capaian": "biner", "polaritas": "rentang"}),
    "F-TAHAPAN": ({"tahapan": ["t1", "t2"]}, {"tahapan": ["t1"]}, TAHAPAN),
    "F-PREDIKAT": ({"predikat": "WTP"}, {"predikat": "WDP"}, OPINI),
    "F-TANGGAL": ({"tanggal": "2024-03-31"}, {"tanggal": "2024-04-01"}, TANGGAL),
    "F-MANUAL": (
        "5",
        {
            "nilai": "5",
            "capaian_dinyatakan": {"nilai": "90", "alasan": "Tidak dapat\n\ndihitung.", "disetujui_oleh": "kepala"},
        },
        {"formula_capaian": "manual"},
    ),
}
GABUNGAN: Final[Mapping[str, Mapping[str, Any]]] = {
    "G-JUMLAH": {"agregasi": "jumlah"},
    "G-KUMULATIF": {"agregasi": "jumlah", "mode_target": "kumulatif"},
    "G-RERATA": {"agregasi": "rerata"},
    "G-TERAKHIR": {"agregasi": "terakhir"},
    "G-RASIO": {"agregasi": "rasio", **KOMPONEN},
    "G-MAKS": {"agregasi": "maks"},
    "G-MIN": {"agregasi": "min"},
}


def semua(**kebijakan: Any) -> Susunan:
    """Yearly indikator of all formulas, monthly ones of all ways of joining that miss some months, one late quarter."""
    data = Susunan(metode=metode(**kebijakan))
    for kode, (target, report, fields) in FORMULA.items():
        data.ukur(kode, frekuensi="tahunan", **fields).janji(kode, target).lapor(kode, "tahunan", **report)
    for kode, fields in GABUNGAN.items():
        data.ukur(kode, frekuensi="bulanan", **fields).janji(kode, "120")
        cumulative = fields.get("mode_target") == "kumulatif"
        data.rencanakan(kode, **{f"b{m:02}": str(10 * m if cumulative else 8 + m % 3) for m in range(1, 13)})
        for month in (1, 2, 4, 5, 6, 7, 9, 10, 11):
            value = f"{7 + month * 37 % 11}.{month}"
            report = {"komponen": {"ikut": str(month), "total": "97"}} if kode == "G-RASIO" else {"nilai": value}
            data.lapor(kode, f"{month:02}", **report)
        data.lapor(kode, "12", status="menunggu_rilis", alasan="Angka BKN belum terbit.")
    data.ukur("T-TERLAMBAT").janji("T-TERLAMBAT", "10").rencanakan("T-TERLAMBAT", TW1="10", TW2="10", TW3="10")
    return data.lapor("T-TERLAMBAT", "TW1", "9")


@pytest.fixture(scope="module")
def penuh() -> Rekapitulasi:
    return ringkas(semua())


def test_every_formula_and_every_way_of_joining_is_in_the_sample(penuh: Rekapitulasi) -> None:
    assert {row.hasil.formula for row, _ in rows(penuh)} == set(FormulaCapaian)
    assert {row.kode for row, _ in rows(penuh) if row.hasil.realisasi is not None} >= {*FORMULA, *GABUNGAN}


@pytest.mark.parametrize("per_tanggal", ["2024-03-15", "2024-08-20", "2025-01-12", "2025-02-14"])
def test_traces_compute_and_name_their_cells(per_tanggal: str) -> None:
    for kebijakan in (
        {},
        {"lantai": "10.5", "batas_agregat": None},
        {"skala": {**skala().model_dump(), "celah": "batas_atas"}},
    ):
        rekap = ringkas(semua(**kebijakan), per_tanggal=per_tanggal)
        known = cells(rekap)
        for _, found in rows(rekap):
            periksa(found, known)


nilai = st.decimals(min_value=-999, max_value=9999, places=2)


@settings(max_examples=40)
@given(
    agregasi=st.sampled_from(["jumlah", "kumulatif", "rerata", "terakhir", "maks", "min"]),
    polaritas=st.sampled_from(["naik", "turun", "stabil"]),
    targets=st.lists(nilai, min_size=4, max_size=4),
    reports=st.lists(st.one_of(st.none(), nilai), min_size=4, max_size=4),
    desimal=st.integers(0, 2),
    per_tanggal=st.sampled_from(["2024-05-20", "2024-10-20", "2025-02-14"]),
)
def test_whatever_was_reported_the_trace_computes(
    agregasi: str,
    polaritas: str,
    targets: list[Decimal],
    reports: list[Decimal | None],
    desimal: int,
    per_tanggal: str,
) -> None:
    mode = "kumulatif" if agregasi == "kumulatif" else "per_periode"
    how = "jumlah" if agregasi == "kumulatif" else agregasi
    data = Susunan(metode=metode(lantai=None))
    data.ukur("A", agregasi=how, mode_target=mode, polaritas=polaritas, desimal=str(desimal)).janji(
        "A", str(sum(targets))
    )
    data.rencanakan("A", **{f"TW{n}": str(value) for n, value in enumerate(targets, 1)})
    for n, value in enumerate(reports, 1):
        if value is not None:
            data.lapor("A", f"TW{n}", str(value))
    telusur(data, per_tanggal=per_tanggal)


# ── The shipped example over its whole history ───────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module", params=["2024-10-16", "2025-03-01", "2026-11-12"])
def contoh(request: pytest.FixtureRequest) -> Rekapitulasi:
    found = Project(ROOT).build(date.fromisoformat(request.param)).rekap
    assert found is not None
    return found


def test_every_trace_of_the_example_computes_and_names_its_cells(contoh: Rekapitulasi) -> None:
    known = cells(contoh)
    found = list(rows(contoh))
    assert len(found) > 500
    for _, trace in found:
        periksa(trace, known)


def test_every_line_of_the_example_stands_where_it_says(contoh: Rekapitulasi) -> None:
    for row, trace in rows(contoh):
        for step in trace.langkah:
            for baris in step.baris:
                if baris.sumber is None:
                    continue
                values = [part.nilai for part in baris.ucap if isinstance(part, Angka)]
                text = line(baris.sumber)
                if row.indikator.tahapan:
                    assert "tahapan: [" in text
                elif step.judul == "Target" and not row.hasil.dari:  # what was planned may begin there
                    plan = [Rujukan(baris.sumber.berkas, baris.sumber.baris + n) for n in range(12)]
                    assert any(says(at, values) for at in plan), (trace.kode, teks(baris.ucap), text)
                elif not values:
                    assert text.strip().startswith("status:"), text
                else:
                    assert says(baris.sumber, values), (trace.kode, teks(baris.ucap), text)


def test_every_figure_of_a_report_and_target_has_its_line(contoh: Rekapitulasi) -> None:
    for row, trace in rows(contoh):
        first, _, target, *_ = trace.langkah
        assert [baris.sumber for baris in first.baris][: len(row.rujukan)] == list(row.rujukan)
        assert [baris.sumber for baris in target.baris] == [row.rujukan_target]


def test_the_example_is_told_in_indonesian(contoh: Rekapitulasi, indonesian: Indonesian) -> None:
    for _, trace in rows(contoh):
        for step in trace.langkah:
            for text in (*step.kata, *langkah(trace, step.judul)):
                indonesian(text)


def test_kategori_agrees_with_the_class(contoh: Rekapitulasi) -> None:
    for row, trace in rows(contoh):
        lines = langkah(trace, "Kategori")
        if row.hasil.capaian is None:
            assert lines == []
            continue
        (said,) = lines
        found = re.fullmatch(r"(\S+)% dibulatkan menjadi (\d+): (.*) \((.*)\); target (tercapai|belum tercapai)", said)
        assert found
        assert found[3] == row.hasil.capaian.kelas.label
        low, high = row.hasil.capaian.kelas.min, row.hasil.capaian.kelas.maks
        assert low is None or int(found[2]) >= low
        assert high is None or int(found[2]) <= high or found[4].endswith("atau lebih")
        assert (found[5] == "tercapai") == row.hasil.capaian.tercapai


# ── Step by step ─────────────────────────────────────────────────────────────────────────────────────────────────


def satu(**fields: Any) -> Susunan:
    return Susunan().ukur("A", **fields).janji("A", "60").rencanakan("A", TW1="15", TW2="30", TW3="45", TW4="60")


def test_six_steps() -> None:
    found = telusur(satu().lapor("A", "TW1", "9"), "2024-TW1")
    assert [step.judul for step in found.langkah] == [
        "Laporan yang dipakai",
        "Realisasi",
        "Target",
        "Capaian",
        "Batas",
        "Kategori",
    ]
    assert (found.kode, found.nama, found.metode) == ("A", "Indeks", "Metode")
    assert [(langkah(found, step.judul), step.rumus) for step in found.langkah] == [
        (["Triwulan I 2024: 9"], None),
        (["angka Triwulan I 2024: 9"], None),
        (["menurut rencana aksi: 15"], None),
        (["(9 ÷ 15) × 100 = 60,00%"], "(realisasi ÷ target) × 100"),
        ([], None),
        (["60% dibulatkan menjadi 60: Rendah (51 sampai 65); target belum tercapai"], None),
    ]


def test_the_report_is_computed_from_its_komponen() -> None:
    data = satu(**KOMPONEN).lapor("A", "TW1", komponen={"ikut": "3880", "total": "7409"})
    found = telusur(data, "2024-TW1")
    assert langkah(found, "Laporan yang dipakai") == ["Triwulan I 2024: (3.880 ÷ 7.409) × 100 = 52,37%"]
    assert found.langkah[0].rumus == "(ikut ÷ total) × 100"
    assert langkah(found, "Realisasi") == ["angka Triwulan I 2024: 52,37% (lengkapnya 52,3687407207)"]


def test_an_official_value_is_not_told_as_computed() -> None:
    data = satu(**KOMPONEN, nilai_resmi="ya")
    data.lapor("A", "TW1", "52.4", komponen={"ikut": "3880", "total": "7409"})
    found = telusur(data, "2024-TW1")
    assert langkah(found, "Laporan yang dipakai") == ["Triwulan I 2024: 52,4%"]
    assert found.langkah[0].rumus is None


def gabungan(agregasi: str, *reports: str | None, periode: str = "2024", **fields: Any) -> str:
    data = satu(agregasi=agregasi, **fields)
    for n, value in enumerate(reports, 1):
        if value is not None and agregasi == "rasio":
            ikut, total = value.split("/")
            data.lapor("A", f"TW{n}", komponen={"ikut": ikut, "total": total})
        elif value is not None:
            data.lapor("A", f"TW{n}", value)
    (found,) = langkah(telusur(data, periode), "Realisasi")
    return found


def test_how_reports_are_joined() -> None:
    assert gabungan("jumlah", "9", "12.5", "-3", "4") == "9 + 12,5 + (−3) + 4 = 22,5"
    assert gabungan("jumlah", "9", "12.5", None, "4") == "9 + 12,5 + 4 = 25,5"
    assert gabungan("jumlah", "9", "12.5", "3", periode="2024-TW2") == "9 + 12,5 = 21,5"
    assert gabungan("jumlah", "9", periode="2024-TW1") == "9"
    assert gabungan("rerata", "1", None, "1", "2") == "(1 + 1 + 2) ÷ 3 = 1,33 (lengkapnya 1,3333333333)"
    assert gabungan("rerata", "7.5") == "7,5"
    assert gabungan("terakhir", "7", "8") == "angka Triwulan II 2024: 8"
    assert gabungan("maks", "7", "9", "9", "8") == "tertinggi, angka Triwulan III 2024: 9"
    assert gabungan("maks", "9", "7", periode="2024-TW2") == "tertinggi, angka Triwulan I 2024: 9"
    assert gabungan("min", "7", "9", "7", "8") == "terendah, angka Triwulan III 2024: 7"
    assert gabungan("rasio", "1/4", "2/4", **KOMPONEN) == "(3 ÷ 8) × 100 = 37,5%"
    assert gabungan("rasio", None, "2/3", **KOMPONEN) == "(2 ÷ 3) × 100 = 66,67% (lengkapnya 66,6666666667)"


@pytest.mark.parametrize(
    ("tipe", "value", "expected"),
    [
        ("rupiah", "1500000", "Rp1.500.000"),
        ("rasio", "32.5", "1\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}32,5"),
        ("angka", "4", "4\N{NO-BREAK SPACE}berkas"),
        ("persen", "4", "4%"),
    ],
)
def test_a_report_is_told_with_its_satuan(tipe: str, value: str, expected: str) -> None:
    found = telusur(satu(satuan={"nama": "berkas", "tipe": tipe}).lapor("A", "TW1", value), "2024-TW1")
    assert langkah(found, "Laporan yang dipakai") == [f"Triwulan I 2024: {expected}"]


def tahunan(kode: str) -> Jejak:
    data = Susunan()
    target, report, fields = FORMULA[kode]
    return telusur(data.ukur("A", frekuensi="tahunan", **fields).janji("A", target).lapor("A", "tahunan", **report))


@pytest.mark.parametrize(
    ("kode", "laporan", "target", "capaian"),
    [
        (
            "F-BINER",
            "Tahun 2024: ya",
            "menurut Perjanjian Kinerja: ya",
            ["realisasi ya, target ya, jadi 100,00%"],
        ),
        (
            "F-BINER-2",
            "Tahun 2024: 5",
            "menurut Perjanjian Kinerja: lebih dari 5",
            ["realisasi 5,00, target lebih dari 5, jadi 0,00%"],
        ),
        (
            "F-BINER-3",
            "Tahun 2024: 6",
            "menurut Perjanjian Kinerja: 2 sampai 5",
            ["realisasi 6,00, target 2 sampai 5, jadi 0,00%"],
        ),
        (
            "F-TANGGAL",
            "Tahun 2024: 1 April 2024",
            "menurut Perjanjian Kinerja: 31 Maret 2024",
            ["selesai 1 April 2024, paling lambat 31 Maret 2024, jadi 0,00%"],
        ),
        (
            "F-PREDIKAT",
            "Tahun 2024: WDP, skor 3",
            "menurut Perjanjian Kinerja: WTP",
            ["(3 ÷ 4) × 100 = 75,00%"],
        ),
        (
            "F-TAHAPAN",
            "Tahun 2024: 20% dari tahapan: Naskah disusun. (20)",
            "menurut Perjanjian Kinerja: 70% dari tahapan: Naskah disusun. (20), Naskah dibahas. (50)",
            ["(20 ÷ 70) × 100 = 28,57%"],
        ),
        (
            "F-RENTANG",
            "Tahun 2024: 99",
            "menurut Perjanjian Kinerja: 80 sampai 90",
            ["(99 ÷ 90) × 100 = 110,00%"],
        ),
        (
            "F-LINTASAN",
            "Tahun 2024: 65",
            "menurut Perjanjian Kinerja: 70",
            ["((65 − (−10)) ÷ (70 − (−10))) × 100 = 93,75%", "kondisi awal 2020: −10"],
        ),
        (
            "F-MANUAL",
            "Tahun 2024: 5",
            "menurut Perjanjian Kinerja: 5",
            ["ditetapkan 90,00%", "disetujui Kepala: Tidak dapat dihitung."],
        ),
        (
            "F-NOL",
            "Tahun 2024: 3",
            "menurut Perjanjian Kinerja: 0",
            ["target 0 berarti tanpa toleransi, realisasi 3, jadi 0,00%"],
        ),
        (
            "F-RASIO",
            "Tahun 2024: 0",
            "menurut Perjanjian Kinerja: 10",
            ["realisasi 0 lebih baik daripada yang dapat dinyatakan dengan pembagian, ditulis 120,00%"],
        ),
    ],
)
def test_what_is_no_plain_number(kode: str, laporan: str, target: str, capaian: list[str]) -> None:
    found = tahunan(kode)
    assert langkah(found, "Laporan yang dipakai") == [laporan]
    assert langkah(found, "Target") == [target]
    assert langkah(found, "Capaian") == capaian


def bernomor(data: Susunan, *loc: str) -> Jejak:
    """The trace of `A` in 2024, with the line of one element as 7 and of all others as 1."""
    dataset = data.dataset()
    rekap = summarise(dataset, data.hasil(), lambda _, at: Position(7 if at == loc else 1, 1))
    return jejak(rekap.instansi, rekap.tahun[0], rekap.tahun[0].setahun.menurut_kode["A"])


def test_the_reason_of_a_stated_capaian_names_its_own_line() -> None:
    target, report, fields = FORMULA["F-MANUAL"]
    data = Susunan().ukur("A", frekuensi="tahunan", **fields).janji("A", target).lapor("A", "tahunan", **report)
    stated = bernomor(data, "butir", "A", "capaian_dinyatakan", "alasan").langkah[3].baris[1]
    assert stated.sumber == Rujukan(PurePosixPath("data/realisasi/2024/tahunan/mutasi.yaml"), 7)


@pytest.mark.parametrize(("form", "base"), [("nilai", {"nilai": "60"}), ("tanggal", {"tanggal": "2020-05-31"})])
def test_where_the_way_began_names_its_own_line(form: str, base: Mapping[str, str]) -> None:
    fields = {"formula_capaian": "lintasan", "polaritas": "turun", "baseline": {"tahun": "2020", **base}}
    data = Susunan().ukur("A", frekuensi="tahunan", **fields).janji("A", "10").lapor("A", "tahunan", "20")
    *_, start = bernomor(data, "baseline", form).langkah[3].baris
    assert teks(start.ucap).startswith("kondisi awal 2020: ")
    assert start.sumber == Rujukan(PurePosixPath("data/indikator/A.yaml"), 7)


def test_scores_of_ranks_are_listed() -> None:
    assert tahunan("F-PREDIKAT").langkah[3].kata[1] == "Skornya: WTP 4, WDP 3, TW 2, TMP 1."


def test_no_stage_is_finished() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan", **TAHAPAN).janji("A", {"tahapan": ["t1"]})
    found = telusur(data.lapor("A", "tahunan", tahapan=[]))
    assert langkah(found, "Laporan yang dipakai") == ["Tahun 2024: 0% dari tahapan: belum ada yang selesai"]


def test_a_predikat_beside_its_score() -> None:
    data = Susunan().ukur("A", frekuensi="tahunan", skala="akip88").janji("A", "70")
    found = telusur(data.lapor("A", "tahunan", "75.2", predikat="BB"))
    assert langkah(found, "Laporan yang dipakai") == ["Tahun 2024: 75,2 (predikat BB)"]


def test_when_a_report_was_approved() -> None:
    data = satu().lapor("A", "TW1", "9")
    data.siklus[2024, "TW1"] = {
        "pengiriman": {UNIT: [{"dikirim": "2024-04-03", "diputus": "2024-04-05", "hasil": "disetujui"}]}
    }
    assert langkah(telusur(data, "2024-TW1"), "Laporan yang dipakai") == ["Triwulan I 2024: 9, disetujui 5 April 2024"]


@pytest.mark.parametrize(
    ("fields", "report", "rows", "expected"),
    [
        ({}, {"nilai": "60"}, [koreksi("55.5", "60", "2024-05-20")], "60, dikoreksi 20 Mei 2024, semula 55,5"),
        (
            {},
            {"nilai": "60"},
            [koreksi("50", "55", "2024-05-20"), koreksi("55", "60", "2024-06-03")],
            "60, dikoreksi 20 Mei 2024, semula 50, dikoreksi 3 Juni 2024, semula 55",
        ),
        (
            {},
            {"nilai": "60"},
            [koreksi(None, "60", "2024-05-20")],
            "60, disampaikan 20 Mei 2024 sesudah periodenya ditutup",
        ),
        (
            KOMPONEN,
            {"komponen": {"ikut": "1187", "total": "7731"}},
            [koreksi("1302", "1187", "2024-05-20", isian="ikut")],
            "(1.187 ÷ 7.731) × 100 = 15,35%, dikoreksi 20 Mei 2024, semula 16,84% (ikut 1.302)",
        ),
        (
            KOMPONEN,
            {"komponen": {"ikut": "0", "total": "4"}},
            [koreksi("0", "4", "2024-05-20", isian="total")],
            "(0 ÷ 4) × 100 = 0%, dikoreksi 20 Mei 2024, semula total 0",
        ),
        (
            {"skala": "akip88"},
            {"nilai": "75", "predikat": "BB"},
            [koreksi(None, "75", "2024-05-20") | {"nilai_lama": {"nilai": "75", "predikat": "B"}}],
            "75 (predikat BB), dikoreksi 20 Mei 2024, semula 75 (predikat B)",
        ),
        (
            OPINI,
            {"predikat": "WDP"},
            [koreksi(None, "0", "2024-05-20") | {"nilai_lama": {"predikat": "WTP"}, "nilai_baru": {"predikat": "WDP"}}],
            "WDP, skor 3, dikoreksi 20 Mei 2024, semula WTP",
        ),
        (
            {"formula_capaian": "manual"},
            {"nilai": "5", "capaian_dinyatakan": {"nilai": "90", "alasan": "Panel.", "disetujui_oleh": "kepala"}},
            [koreksi("85.5", "90", "2024-05-20", isian="capaian_dinyatakan")],
            "5, dikoreksi 20 Mei 2024, semula capaian 85,5%",
        ),
    ],
)
def test_a_corrected_report_says_when_and_what_it_said(
    fields: Mapping[str, Any], report: Mapping[str, Any], rows: list[dict[str, Any]], expected: str
) -> None:
    target = {"predikat": "WTP"} if fields is OPINI else "60"
    data = Susunan().ukur("A", **fields).janji("A", target).rencanakan("A", TW1=target, TW2=target)
    data.lapor("A", "TW1", **report)
    for number, row in enumerate(rows, 1):
        data.koreksi[2024, "TW1", f"KOR-{number}"] = row
    assert laporan(data, "2024-TW1") == [f"Triwulan I 2024: {expected}"]


# ── What was left out ────────────────────────────────────────────────────────────────────────────────────────────


def laporan(data: Susunan, periode: str = "2024", per_tanggal: str = "2025-02-14") -> list[str]:
    return langkah(telusur(data, periode, per_tanggal=per_tanggal), "Laporan yang dipakai")


def test_what_waits_for_its_release_is_told_with_the_reason() -> None:
    data = satu(agregasi="jumlah").lapor("A", "TW1", "9").lapor("A", "TW3", "5")
    data.lapor("A", "TW2", status="menunggu_rilis", alasan="BPS merilis pada Agustus.")
    waiting = "Triwulan II 2024 tidak dihitung: menunggu rilis, BPS merilis pada Agustus."
    assert laporan(data, "2024-TW3") == ["Triwulan I 2024: 9", "Triwulan III 2024: 5", waiting]
    assert laporan(data)[2:] == [waiting, "Triwulan IV 2024 tidak dihitung: laporannya belum ada"]


def test_what_the_pk_of_its_time_did_not_name_is_not_owed() -> None:
    data = satu(agregasi="jumlah").ukur("B", agregasi="jumlah").rencanakan("B", **dict.fromkeys(TW, "5"))
    data.janji("A", "20", versi="perubahan-1", tanggal="2024-10-02")
    data.janji("B", "20", versi="perubahan-1").lapor("B", "TW4", "5")
    found = telusur(data, "2024", "B")
    assert langkah(found, "Laporan yang dipakai")[1:] == [
        "Triwulan I, Triwulan II, Triwulan III 2024 tidak dihitung: belum dijanjikan"
    ]
    data = satu(agregasi="jumlah").lapor("A", "TW1", "5").ukur("B")
    data.janji("B", "20", versi="perubahan-1", tanggal="2024-08-02")
    assert laporan(data)[1:] == [
        "Triwulan II 2024 tidak dihitung: laporannya belum ada",
        "Triwulan III, Triwulan IV 2024 tidak dihitung: tidak lagi dijanjikan",
    ]


def test_a_report_whose_rumus_has_no_answer() -> None:
    data = satu(agregasi="rerata", **KOMPONEN).lapor("A", "TW1", komponen={"ikut": "1", "total": "2"})
    data.lapor("A", "TW2", komponen={"ikut": "0", "total": "0"})
    assert laporan(data, "2024-TW2") == ["Triwulan II 2024 tidak dihitung: penyebut rumusnya nol"]


def test_missing_reports_are_named() -> None:
    data = satu(agregasi="rerata").lapor("A", "TW1", "9")
    assert laporan(data) == [
        "Triwulan I 2024: 9",
        "Triwulan II, Triwulan III, Triwulan IV 2024 tidak dihitung: laporannya belum ada",
    ]
    assert laporan(data, "2024-TW3") == ["Triwulan III 2024 tidak dihitung: laporannya belum ada"]
    assert laporan(data, per_tanggal="2024-07-05") == [
        "Triwulan I 2024: 9",
        "Triwulan II 2024 tidak dihitung: laporannya belum ada",
    ]


def test_where_a_missing_report_stands_is_told() -> None:
    data = satu(agregasi="rerata").lapor("A", "TW1", "9")
    data.siklus[2024, "TW2"] = {
        "pengiriman": {
            UNIT: [
                {"dikirim": "2024-07-03", "diputus": "2024-07-05", "hasil": "dikembalikan", "alasan": "bukti_kurang"}
            ]
        }
    }
    data.siklus[2024, "TW3"] = {"pengiriman": {UNIT: [{"dikirim": "2024-10-03"}]}}
    data.siklus[2024, "TW4"] = {}
    data.instansi = instansi(tampilkan_proses="ya")
    assert laporan(data, per_tanggal="2025-01-10")[1:] == [
        "Triwulan II 2024 tidak dihitung: laporannya dikembalikan",
        "Triwulan III 2024 tidak dihitung: laporannya menunggu persetujuan",
        "Triwulan IV 2024 tidak dihitung: laporannya belum jatuh tempo",
    ]
    assert laporan(data)[3] == "Triwulan IV 2024 tidak dihitung: laporannya terlambat"


def test_what_the_public_does_not_read_is_not_told() -> None:
    data = satu(agregasi="rerata").lapor("A", "TW1", "9")
    data.siklus[2024, "TW2"] = {"pengiriman": {UNIT: [{"dikirim": "2024-07-03"}]}}
    data.instansi = instansi(tampilkan_proses="tidak")
    assert laporan(data, per_tanggal="2024-07-10")[1:] == ["Triwulan II 2024 tidak dihitung: laporannya belum ada"]


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.ADA])
def test_every_state_without_a_figure_has_words(status: Status, indonesian: Indonesian) -> None:
    indonesian(KEADAAN[status])


def test_a_row_without_a_figure_says_why_at_each_step() -> None:
    data = satu().lapor("A", "TW1", status="tidak_tersedia", alasan="Alat rusak.")
    found = telusur(data, "2024-TW1")
    assert langkah(found, "Laporan yang dipakai") == ["Triwulan I 2024 tidak dihitung: tidak tersedia, Alat rusak."]
    assert langkah(found, "Realisasi") == []
    assert langkah(found, "Target") == ["menurut rencana aksi: 15"]
    assert langkah(found, "Capaian") == ["tidak dihitung: tidak tersedia. Alat rusak."]
    assert langkah(found, "Batas") == langkah(found, "Kategori") == []
    late = telusur(satu().lapor("A", "TW1", "9"), "2024-TW2")
    assert langkah(late, "Capaian") == ["tidak dihitung: terlambat"]


def test_months_of_what_is_reported_less_often() -> None:
    data = satu(agregasi="jumlah").lapor("A", "TW1", "9").ukur("B", frekuensi="bulanan").janji("B", "1")
    found = telusur(data, "2024-05")
    assert langkah(found, "Laporan yang dipakai") == [
        "tidak ada laporan yang dipakai: tidak berlaku. Diukur setiap triwulan."
    ]
    assert langkah(found, "Target") == ["tidak ada target pada periode ini"]
    assert langkah(found, "Capaian") == ["tidak dihitung: tidak berlaku. Diukur setiap triwulan."]


def test_a_figure_without_a_target() -> None:
    data = Susunan().ukur("A").janji("A", "60").lapor("A", "TW1", "9")
    found = telusur(data, "2024-TW1")
    assert langkah(found, "Target") == ["belum ditetapkan"]
    assert langkah(found, "Capaian") == ["tidak dihitung: target belum ditetapkan"]
    zero = Susunan().ukur("A").janji("A", "60").rencanakan("A", TW1="0").lapor("A", "TW1", "9")
    assert langkah(telusur(zero, "2024-TW1"), "Capaian") == ["tidak dihitung: tidak ditargetkan"]


# ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────────


def target(data: Susunan, periode: str = "2024", **kwargs: Any) -> str:
    (found,) = langkah(telusur(data, periode, **kwargs), "Target")
    return found


def lapor(data: Susunan, *segmen: str) -> Susunan:
    for one in segmen:
        data.lapor("A", one, "5")
    return data


def test_targets_of_the_reported_periods_are_added() -> None:
    data = satu(agregasi="jumlah")
    assert target(lapor(data, "TW1"), "2024-TW1") == "menurut rencana aksi: 15"
    assert target(lapor(data, "TW2"), "2024-TW2") == "menurut rencana aksi: 15 + 30 = 45"
    assert target(lapor(data, "TW4")) == "menurut rencana aksi: 15 + 30 + 60 = 105"
    assert target(lapor(data, "TW3")) == "menurut Perjanjian Kinerja: 60"


def test_cumulative_targets_rise() -> None:
    data = satu(agregasi="jumlah", mode_target="kumulatif")
    assert target(lapor(data, "TW2"), "2024-TW2") == "menurut rencana aksi: 30 − 15 = 15"
    assert target(lapor(data, "TW4")) == "menurut rencana aksi: (30 − 15) + (60 − 45) = 30"
    assert target(lapor(data, "TW1")) == "menurut rencana aksi: 30 + (60 − 45) = 45"
    assert target(data, "2024-TW2") == "menurut rencana aksi: 30"
    assert target(lapor(data, "TW3")) == "menurut Perjanjian Kinerja: 60"


def test_targets_of_a_mean_are_averaged() -> None:
    data = lapor(satu(agregasi="rerata"), "TW1", "TW2")
    assert target(data, sampai="2024-TW2") == "menurut rencana aksi: (15 + 30) ÷ 2 = 22,5"
    assert target(data, "2024-TW2") == "menurut rencana aksi: 30"


def test_a_bound_says_its_sign_before_the_sum() -> None:
    data = Susunan().ukur("A", agregasi="jumlah", polaritas="turun").janji("A", {"paling_banyak": "60"})
    data.rencanakan("A", TW1={"paling_banyak": "10"}, TW2={"paling_banyak": "20"})
    data = lapor(data, "TW1", "TW2")
    assert target(data, "2024-TW2") == "menurut rencana aksi: paling banyak 10 + 20 = 30"
    assert target(data, "2024-TW1") == "menurut rencana aksi: paling banyak 10"


def test_bands_are_told_without_a_sum() -> None:
    data = Susunan().ukur("A", agregasi="rerata", polaritas="rentang").janji("A", {"min": "80", "maks": "90"})
    data.rencanakan("A", TW1={"min": "80", "maks": "90"}, TW2={"min": "84", "maks": "92"})
    assert target(lapor(data, "TW1", "TW2"), sampai="2024-TW2") == "menurut rencana aksi: 82 sampai 91"


def test_which_paper_says_the_target() -> None:
    data = lapor(satu(), "TW1", "TW2", "TW3", "TW4")
    assert target(data) == "menurut Perjanjian Kinerja: 60"
    data.janji("A", "50", versi="perubahan-2", tanggal="2024-10-05")
    assert target(data) == "menurut Perjanjian Kinerja Perubahan ke-2: 50"


def test_how_targets_are_read_is_told_where_the_plan_says_them() -> None:
    data = lapor(satu(), "TW1")
    words = ("Target periode berlaku untuk periode itu sendiri.",)
    assert telusur(data, "2024-TW1").langkah[2].kata == words
    assert telusur(data, per_tanggal="2024-05-02").langkah[2].kata == words
    assert telusur(lapor(data, "TW2", "TW3", "TW4")).langkah[2].kata == ()


# ── Floor, cap and kategori ──────────────────────────────────────────────────────────────────────────────────────


def diukur(target: str, realisasi: str, kebijakan: Mapping[str, Any], **fields: Any) -> Jejak:
    data = Susunan(metode=metode(**kebijakan)).ukur("A", frekuensi="tahunan", **fields).janji("A", target)
    return telusur(data.lapor("A", "tahunan", realisasi))


def test_floor_and_cap_are_told_where_they_changed_something() -> None:
    low = diukur("10", "25", {}, polaritas="turun")
    assert langkah(low, "Capaian") == ["((2 × 10 − 25) ÷ 10) × 100 = −50,00%, ditulis 0,00%"]
    assert langkah(low, "Batas") == []
    assert langkah(low, "Kategori") == [
        "0% dibulatkan menjadi 0: Sangat Rendah (50 atau kurang); target belum tercapai"
    ]
    high = diukur("10", "15", {})
    assert langkah(high, "Capaian") == ["(15 ÷ 10) × 100 = 150,00%"]
    assert langkah(high, "Batas") == ["saat dirata-ratakan dihitung 120,00%"]
    assert langkah(diukur("10", "12", {}), "Batas") == []
    assert langkah(diukur("10", "15", {"batas_agregat": None}), "Batas") == []
    free = diukur("10", "25", {"lantai": None}, polaritas="turun")
    assert langkah(free, "Capaian") == ["((2 × 10 − 25) ÷ 10) × 100 = −50,00%"]


@pytest.mark.parametrize(
    ("celah", "realisasi", "expected"),
    [
        (Celah.BULATKAN, "90.5", "90,5% dibulatkan menjadi 91: Sangat Tinggi (91 atau lebih)"),
        (Celah.BULATKAN, "90.4999", "90,4999% dibulatkan menjadi 90: Tinggi (76 sampai 90)"),
        (Celah.BATAS_BAWAH, "90.9", "90,9%: Tinggi (76 sampai 90)"),
        (Celah.BATAS_BAWAH, "91", "91%: Sangat Tinggi (91 atau lebih)"),
        (Celah.BATAS_ATAS, "90.1", "90,1%: Sangat Tinggi (91 atau lebih)"),
        (Celah.BATAS_ATAS, "90", "90%: Tinggi (76 sampai 90)"),
    ],
)
def test_each_reading_of_a_gap(celah: Celah, realisasi: str, expected: str) -> None:
    found = diukur("100", realisasi, {"skala": {**skala().model_dump(), "celah": celah}})
    assert langkah(found, "Kategori") == [f"{expected}; target belum tercapai"]


def test_a_table_with_decimals_is_rounded_to_them() -> None:
    found = diukur("100", "80.005", {"skala": "akip88"})
    assert langkah(found, "Kategori") == [
        "80,005% dibulatkan menjadi 80,01: Memuaskan (A) (lebih dari 80 sampai 90); target belum tercapai"
    ]


# ── Time, text and parts that others use ─────────────────────────────────────────────────────────────────────────


def test_a_running_year_says_until_when() -> None:
    data = satu().lapor("A", "TW1", "9")
    assert telusur(data, per_tanggal="2024-05-02").sampai == Periode(2024, "TW1")
    assert telusur(data, "2024-TW1", per_tanggal="2024-05-02").sampai is None
    assert telusur(data).sampai is None
    assert telusur(satu(), per_tanggal="2024-02-20").sampai is None


def test_parts_of_a_row_without_a_figure(penuh: Rekapitulasi) -> None:
    row = next(row for row, _ in rows(penuh) if (row.kode, str(row.hasil.periode)) == ("T-TERLAMBAT", "2024-TW2"))
    assert (penggabungan(row), hitungan(row)) == (None, None)
    empty = next(row for row, _ in rows(penuh) if (row.kode, str(row.hasil.periode)) == ("T-TERLAMBAT", "2024-03"))
    assert patokan(empty) == ("belum ditetapkan",)


def jahat() -> Susunan:
    data = Susunan(metode=metode(nama=JAHAT))
    data.instansi = instansi(jabatan={"kepala": {"nama": JAHAT}, "kabid": {"nama": JAHAT}})
    stages = {"satuan": {"nama": JAHAT, "tipe": "persen"}, "tahapan": {"t1": {"uraian": JAHAT, "bobot": "100"}}}
    data.ukur("A", nama=JAHAT, formula_teks=JAHAT, frekuensi="tahunan", **stages).janji("A", {"tahapan": ["t1"]})
    data.ukur("B", satuan={"nama": JAHAT, "tipe": "angka"}, frekuensi="tahunan", formula_capaian="manual").janji(
        "B", "5"
    )
    data.ukur("C", frekuensi="tahunan").janji("C", "5")
    stated = {"nilai": "90", "alasan": JAHAT, "disetujui_oleh": "kepala"}
    data.lapor("A", "tahunan", tahapan=["t1"]).lapor("B", "tahunan", "5", capaian_dinyatakan=stated)
    return data.lapor("C", "tahunan", status="tidak_tersedia", alasan=JAHAT)


def test_hostile_text_stays_text() -> None:
    rekap = ringkas(jahat())
    said: list[str] = []
    for _, found in rows(rekap):
        for step in found.langkah:
            for baris in step.baris:
                said.append(teks(baris.ucap))
                assert "<script" not in html(baris.ucap)
                assert html(baris.ucap).count("&lt;script&gt;") == teks(baris.ucap).count("<script>")
    assert f"Tahun 2024: 100% dari tahapan: {JAHAT} (100)" in said
    assert f"disetujui {JAHAT}: {JAHAT}" in said
    assert f"tidak dihitung: tidak tersedia. {JAHAT}" in said
    assert f"Tahun 2024: 5\N{NO-BREAK SPACE}{JAHAT}" in said
