"""The trace of a mean: who its members are, who was left out and why, and a line that comes to the capaian."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran
from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.cetak import Angka
from sakipgen.rendering.jejak_kelompok import PERANGKAT_DAERAH, bagian_seluruhnya, jejak_kelompok
from sakipgen.rendering.jejak_langkah import Jejak
from sakipgen.rendering.ucap import teks
from tests.conftest import Indonesian
from tests.measuring.builder import UNIT, Susunan, metode, skala
from tests.rendering.test_jejak import Isi, cells, langkah, periksa
from tests.test_rekap import ringkas

ROOT: Final = Path(__file__).parents[2]


def semua_kelompok(year: RekapTahun, prd: RekapPeriode) -> list[str]:
    """How every group of a period is asked for."""
    sasaran = [row.kode for row in prd.sasaran]
    tujuan = [f"tujuan:{row.kode}" if row.kode in sasaran else row.kode for row in prd.tujuan]
    money = [row.kode for row in prd.anggaran.baris] if prd.anggaran else []
    return [*sasaran, *tujuan, *money, PERANGKAT_DAERAH]


def periksa_semua(rekap: Rekapitulasi) -> dict[tuple[str, str], Jejak]:
    """All groups of all periods, after what holds for each."""
    known = cells(rekap)
    found: dict[tuple[str, str], Jejak] = {}
    for year in rekap.tahun:
        for prd in year.periode:
            for kode in semua_kelompok(year, prd):
                trace = jejak_kelompok(year, prd, kode)
                assert trace is not None
                periksa(trace, known)
                berjumlah(trace, known)
                found[kode, str(prd.periode)] = trace
    return found


def berjumlah(trace: Jejak, known: Isi) -> None:
    """The capaian that is told is that of the open data, and none is told where there is none."""
    told = [step for step in trace.langkah if step.judul == "Kategori"]
    (line,) = langkah(trace, "Capaian")
    if not told:
        assert line.startswith("belum dapat disimpulkan: ")
        return
    raw = told[0].baris[0].ucap[0]
    assert isinstance(raw, Angka)
    table, key, column = raw.rujukan.split("/")
    row = known[table][key]
    assert (row[column], row["periode"]) == (raw.nilai, str(trace.periode))
    assert trace.kode in {row.get("kode"), row.get("program"), PERANGKAT_DAERAH, key.partition(":")[0]}


def kelompok(data: Susunan, kode: str = "S1", periode: str = "2024", per_tanggal: str = "2025-02-14") -> Jejak:
    return periksa_semua(ringkas(data, per_tanggal=per_tanggal))[kode, periode]


# ── The shipped example ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("hari", ["2024-10-16", "2025-03-01", "2026-11-12"])
def test_every_group_of_the_example(hari: str, indonesian: Indonesian) -> None:
    rekap = Project(ROOT).build(date.fromisoformat(hari)).rekap
    assert rekap is not None
    found = periksa_semua(rekap)
    assert len(found) > 100
    for trace in found.values():
        for step in trace.langkah:
            for text in (*step.kata, *langkah(trace, step.judul)):
                indonesian(text)


# ── Means ────────────────────────────────────────────────────────────────────────────────────────────────────────


def empat(**kebijakan: Any) -> Susunan:
    """Two sasaran, of two indikator and of one; all yearly, against a target of 100."""
    data = Susunan(metode=metode(**kebijakan), sasaran={"S1": ["A", "B"], "S2": ["C"]}, tujuan=["A", "C"])
    for kode, value in (("A", "80.5"), ("B", "140"), ("C", "95")):
        data.ukur(kode, nama=f"Nama {kode}", frekuensi="tahunan").janji(kode, "100").lapor(kode, "tahunan", value)
    data.bobot = {"S1": "25.5", "S2": "74.5"}
    data.bobot_indikator = {"S1": {"A": "60", "B": "40"}, "T1": {"A": "10", "C": "90"}}
    return data


@pytest.mark.parametrize(
    ("cara", "members", "line"),
    [
        ("rerata", ["A Nama A: 80,50%", "B Nama B: 120,00%"], "(80,5% + 120%) ÷ 2 = 100,25%"),
        (
            "berbobot",
            ["A Nama A: 80,50%, bobot 60%", "B Nama B: 120,00%, bobot 40%"],
            "(80,5% × 60 + 120% × 40) ÷ 100 = 96,30%",
        ),
        (
            "geometrik",
            ["A Nama A: 80,50%", "B Nama B: 120,00%"],
            "akar pangkat 2 dari (80,5% × 120%) = 98,29%",
        ),
    ],
)
def test_a_sasaran(cara: str, members: list[str], line: str) -> None:
    found = kelompok(empat(agregasi_sasaran=cara))
    assert (found.kode, found.nama, found.metode) == ("S1", "Sasaran.", "Metode")
    assert [step.judul for step in found.langkah] == ["Indikatornya", "Capaian", "Kategori"]
    assert langkah(found, "Indikatornya") == members
    assert langkah(found, "Capaian") == [f"{line}, 2 dari 2 indikator terukur"]
    assert found.langkah[1].kata[1] == "Capaian ditampilkan hanya bila semua indikatornya terukur."


def test_the_cap_is_told_where_the_year_has_one() -> None:
    capped, free = kelompok(empat()), kelompok(empat(batas_agregat=None))
    said = "Capaiannya adalah rata-rata capaian indikatornya"
    assert capped.langkah[1].kata[0] == f"{said}, dengan batas tertinggi setiap indikator."
    assert free.langkah[1].kata[0] == f"{said}."
    assert langkah(free, "Indikatornya")[1] == "B Nama B: 140,00%"


@pytest.mark.parametrize(
    ("cara", "judul", "members", "line", "words"),
    [
        (
            "rerata_sasaran",
            "Sasarannya",
            ["S1 Sasaran.: 100,25%", "S2 Sasaran.: 95,00%"],
            "(100,25% + 95%) ÷ 2 = 97,63%",
            "rata-rata capaian sasaran",
        ),
        (
            "berbobot",
            "Sasarannya",
            ["S1 Sasaran.: 100,25%, bobot 25,5%", "S2 Sasaran.: 95,00%, bobot 74,5%"],
            "(100,25% × 25,5 + 95% × 74,5) ÷ 100 = 96,34%",
            "rata-rata capaian sasaran menurut bobot",
        ),
        (
            "geometrik",
            "Sasarannya",
            ["S1 Sasaran.: 100,25%", "S2 Sasaran.: 95,00%"],
            "akar pangkat 2 dari (100,25% × 95%) = 97,59%",
            "rata-rata geometrik capaian sasaran",
        ),
        (
            "rerata_iku",
            "IKU",
            ["A Nama A: 80,50%", "B Nama B: 120,00%", "C Nama C: 95,00%"],
            "(80,5% + 120% + 95%) ÷ 3 = 98,50%",
            "rata-rata capaian IKU",
        ),
    ],
)
def test_the_whole(cara: str, judul: str, members: list[str], line: str, words: str) -> None:
    found = kelompok(empat(agregasi_perangkat_daerah=cara), PERANGKAT_DAERAH)
    assert (found.kode, found.nama) == ("perangkat-daerah", "Perangkat daerah")
    assert langkah(found, judul) == members
    assert langkah(found, "Capaian") == [f"{line}, 3 dari 3 indikator terukur"]
    owed = "IKU" if cara == "rerata_iku" else "indikator sasaran"
    assert found.langkah[1].kata == (
        f"Capaiannya adalah {words}.",
        f"Capaian ditampilkan bila paling sedikit 80% {owed} terukur.",
    )


def test_a_threshold_keeps_its_decimals() -> None:
    found = kelompok(empat(ambang_kelengkapan="66.67"), PERANGKAT_DAERAH)
    assert found.langkah[1].kata[1] == "Capaian ditampilkan bila paling sedikit 66,67% indikator sasaran terukur."


@settings(max_examples=25)
@given(
    values=st.lists(st.one_of(st.none(), st.integers(0, 20000)), min_size=3, max_size=3),
    cara=st.sampled_from(AgregasiSasaran),
    seluruh=st.sampled_from(AgregasiPerangkatDaerah),
    ambang=st.sampled_from(["0", "50", "80"]),
)
def test_whatever_is_measured_the_means_compute(
    values: list[int | None], cara: AgregasiSasaran, seluruh: AgregasiPerangkatDaerah, ambang: str
) -> None:
    data = empat(agregasi_sasaran=cara, agregasi_perangkat_daerah=seluruh, ambang_kelengkapan=ambang)
    rows = data.laporan[2024, "tahunan", UNIT]["butir"]
    for kode, value in zip("ABC", values, strict=True):
        if value is None:
            del rows[kode]
        else:
            rows[kode]["nilai"] = str(Decimal(value) / 100)
    if not rows:
        del data.laporan[2024, "tahunan", UNIT]
    periksa_semua(ringkas(data))


# ── What is missing ──────────────────────────────────────────────────────────────────────────────────────────────


def kurang(**kebijakan: Any) -> Susunan:
    data = empat(**kebijakan)
    del data.laporan[2024, "tahunan", UNIT]["butir"]["B"]
    return data


def test_a_sasaran_that_is_not_complete_has_no_capaian() -> None:
    found = kelompok(kurang(agregasi_sasaran="berbobot"))
    assert [step.judul for step in found.langkah] == ["Indikatornya", "Capaian"]
    assert langkah(found, "Indikatornya") == [
        "A Nama A: 80,50%, bobot 60%",
        "B: tidak dihitung, terlambat, bobot 40%",
    ]
    assert langkah(found, "Capaian") == ["belum dapat disimpulkan: 1 dari 2 indikator terukur"]


def test_the_mean_of_an_incomplete_sasaran_is_not_told_and_neither_is_a_sum_with_it() -> None:
    hidden = kelompok(kurang(), PERANGKAT_DAERAH)
    parts = [
        "S1 Sasaran.: belum dapat disimpulkan, 1 dari 2 indikator terukur; yang terukur ikut dihitung",
        "S2 Sasaran.: 95,00%",
    ]
    assert langkah(hidden, "Sasarannya") == parts
    assert langkah(hidden, "Capaian") == ["belum dapat disimpulkan: 2 dari 3 indikator terukur"]
    shown = kelompok(kurang(ambang_kelengkapan="60"), PERANGKAT_DAERAH)
    assert langkah(shown, "Sasarannya") == parts
    assert langkah(shown, "Capaian") == [
        "87,75%, 2 dari 3 indikator terukur; hitungannya tidak ditampilkan karena capaian S1 belum dapat disimpulkan"
    ]


def test_a_geometric_mean_of_0_names_the_members_that_make_it_so() -> None:
    data = empat(agregasi_sasaran="geometrik", agregasi_perangkat_daerah="geometrik")
    rows = data.laporan[2024, "tahunan", UNIT]["butir"]
    rows["A"]["nilai"] = "0"
    assert langkah(kelompok(data), "Capaian") == [
        "akar pangkat 2 dari (0% × 120%) = 0,00% karena capaian A nol, 2 dari 2 indikator terukur"
    ]
    assert langkah(kelompok(data, PERANGKAT_DAERAH), "Capaian") == [
        "akar pangkat 2 dari (0% × 95%) = 0,00% karena capaian S1 nol, 3 dari 3 indikator terukur"
    ]
    assert langkah(kelompok(data, "S2"), "Capaian") == ["95,00%, 1 dari 1 indikator terukur"]
    rows["B"]["nilai"] = "0"
    assert langkah(kelompok(data), "Capaian")[0].startswith(
        "akar pangkat 2 dari (0% × 0%) = 0,00% karena capaian A dan B nol,"
    )
    rows["C"]["nilai"] = "0"
    data.sasaran, data.bobot, data.bobot_indikator = {"S1": ["A", "B", "C"]}, {}, {}
    assert " karena capaian A, B, dan C nol," in langkah(kelompok(data), "Capaian")[0]
    data.metode = metode(agregasi_sasaran="rerata")
    assert "nol" not in langkah(kelompok(data), "Capaian")[0]


def test_a_sasaran_without_any_figure_is_left_out() -> None:
    data = empat(ambang_kelengkapan="60")
    del data.laporan[2024, "tahunan", UNIT]["butir"]["C"]
    found = kelompok(data, PERANGKAT_DAERAH)
    assert langkah(found, "Sasarannya") == ["S1 Sasaran.: 100,25%", "S2: tidak dihitung, 0 dari 1 indikator terukur"]
    assert langkah(found, "Capaian") == ["100,25%, 2 dari 3 indikator terukur"]


def test_what_only_a_later_pk_promises_does_not_count_before_it() -> None:
    data = Susunan(sasaran={"S1": ["A", "B"]}, target_renstra={"A": {"2024": "100"}, "B": {"2025": "100"}})
    for kode in "AB":
        data.ukur(kode, nama=f"Nama {kode}").rencanakan(kode, TW1="100", TW4="100")
        data.lapor(kode, "TW1", "90" if kode == "A" else "50").lapor(kode, "TW4", "80")
    data.janji("A", "100").janji("A", "100", versi="perubahan-1", tanggal="2024-10-05")
    data.janji("B", "100", versi="perubahan-1")
    early = kelompok(data, periode="2024-TW1")
    assert langkah(early, "Indikatornya") == ["A Nama A: 90,00%", "B: tidak dihitung, belum diperjanjikan"]
    assert langkah(early, "Capaian") == ["90,00%, 1 dari 1 indikator terukur"]
    late = kelompok(data, periode="2024-TW4")
    assert langkah(late, "Capaian") == ["(80% + 80%) ÷ 2 = 80,00%, 2 dari 2 indikator terukur"]


def test_what_no_pk_promises_but_the_renstra_does_is_named() -> None:
    data = Susunan(sasaran={"S1": ["A", "B"]}, target_renstra={"A": {"2024": "100"}, "B": {"2024": "100"}})
    data.ukur("A", nama="Nama A", frekuensi="tahunan").ukur("B").janji("A", "100").lapor("A", "tahunan", "90")
    found = kelompok(data)
    assert langkah(found, "Indikatornya") == ["A Nama A: 90,00%", "B: tidak dihitung, belum diperjanjikan"]
    assert langkah(found, "Capaian") == ["belum dapat disimpulkan: 1 dari 2 indikator terukur"]


# ── Kategori, names and other groups ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("celah", "expected"),
    [
        ("bulatkan", "90,625% dibulatkan menjadi 91: Sangat Tinggi (91 atau lebih)"),
        ("batas_bawah", "90,625%: Tinggi (76 sampai 90)"),
        ("batas_atas", "90,625%: Sangat Tinggi (91 atau lebih)"),
    ],
)
def test_kategori_by_each_reading_of_a_gap(celah: str, expected: str) -> None:
    data = Susunan(metode=metode(skala={**skala().model_dump(), "celah": celah})).ukur("A", frekuensi="tahunan")
    found = kelompok(data.janji("A", "100").lapor("A", "tahunan", "90.625"))
    assert langkah(found, "Kategori") == [expected]


def test_a_tujuan() -> None:
    data = empat(agregasi_sasaran="berbobot")
    assert langkah(kelompok(data, "T1"), "Capaian") == [
        "(80,5% × 10 + 95% × 90) ÷ 100 = 93,55%, 2 dari 2 indikator terukur"
    ]


def test_a_tujuan_that_shares_its_kode_with_a_sasaran() -> None:
    data = empat()
    data.sasaran = {"T1": ["A", "B"], "S2": ["C"]}
    data.bobot, data.bobot_indikator = {}, {}
    assert langkah(kelompok(data, "T1"), "Capaian")[0].startswith("(80,5% + 120%) ÷ 2")
    own = kelompok(data, "tujuan:T1")
    assert langkah(own, "Capaian") == ["(80,5% + 95%) ÷ 2 = 87,75%, 2 dari 2 indikator terukur"]
    figure = own.langkah[2].baris[0].ucap[0]
    assert isinstance(figure, Angka)
    assert figure.rujukan == "sasaran/tujuan:T1:2024/capaian"


def test_a_program_is_a_plain_mean_of_its_own_indikator() -> None:
    data = empat(agregasi_sasaran="berbobot")
    common = {"penanggung_jawab": UNIT}
    data.program[2024] = {
        "versi_nomenklatur": "Kepmen",
        "sumber": "DPA",
        "program": {"5.03": {"nama": "Program", "sasaran": "S1", "indikator": ["A", "C"], **common}},
        "kegiatan": {"5.03.2": {"nama": "Kegiatan", "indikator": [], **common}},
        "sub_kegiatan": {"5.03.2.1": {"nama": "Sub", "pagu": {"murni": "100"}, "sumber_dana": "PAD", **common}},
    }
    found = periksa_semua(ringkas(data))
    program = found["5.03", "2024"]
    assert (program.kode, program.nama) == ("5.03", "Program")
    assert langkah(program, "Indikatornya") == ["A Nama A: 80,50%", "C Nama C: 95,00%"]
    assert langkah(program, "Capaian") == ["(80,5% + 95%) ÷ 2 = 87,75%, 2 dari 2 indikator terukur"]
    assert langkah(found["5.03.2.1", "2024"], "Capaian") == ["belum dapat disimpulkan: tidak ada indikator yang diukur"]


def test_how_a_group_is_asked_for() -> None:
    (year,) = ringkas(empat()).tahun
    for kode, expected in (("s1", "S1"), ("S1", "S1"), ("sasaran:S1", "S1"), ("TUJUAN:t1", "T1")):
        found = jejak_kelompok(year, year.setahun, kode)
        assert found is not None
        assert found.kode == expected
    for kode in ("kepala", "Perangkat-Daerah"):
        found = jejak_kelompok(year, year.setahun, kode)
        assert found is not None
        assert found.kode == PERANGKAT_DAERAH
    for kode in ("X", "", "tujuan:S1", "sasaran:T1", "A", "S1:", ":"):
        assert jejak_kelompok(year, year.setahun, kode) is None


def test_members_name_the_line_of_their_report() -> None:
    (year,) = ringkas(empat()).tahun
    found = jejak_kelompok(year, year.setahun, "S1")
    assert found is not None
    assert [baris.sumber for baris in found.langkah[0].baris] == [
        year.setahun.menurut_kode[kode].rujukan[-1] for kode in "AB"
    ]


def test_a_running_year_says_until_when() -> None:
    data = Susunan().ukur("A").janji("A", "10").rencanakan("A", TW1="10").lapor("A", "TW1", "9")
    (year,) = ringkas(data, per_tanggal="2024-05-02").tahun
    for kode in ("S1", PERANGKAT_DAERAH):
        found = jejak_kelompok(year, year.setahun, kode)
        assert found is not None
        assert str(found.sampai) == "2024-TW1"


def test_parts_of_the_whole_are_all_or_none() -> None:
    (year,) = ringkas(empat()).tahun
    assert [teks(pair[:1]) for pair in bagian_seluruhnya(year, year.setahun)] == ["100,25%", "95%"]
    (year,) = ringkas(kurang()).tahun
    assert bagian_seluruhnya(year, year.setahun) == []
