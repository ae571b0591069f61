"""A trace on a terminal and as JSON: the exact text, no line too wide, and figures with all their digits."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi, RekapTahun
from sakipgen.rendering.jejak import jejak
from sakipgen.rendering.jejak_kelompok import jejak_kelompok
from sakipgen.rendering.jejak_langkah import Jejak
from sakipgen.rendering.jejak_teks import LEBAR, render_json, render_teks
from tests.conftest import Indonesian
from tests.measuring.builder import UNIT, Susunan, instansi, metode
from tests.rendering.test_jejak import JAHAT, KOMPONEN, jahat, rows, semua
from tests.rendering.test_jejak_kelompok import semua_kelompok
from tests.test_rekap import ringkas

ROOT: Final = Path(__file__).parents[2]
HARI: Final = date(2024, 7, 20)


def kecil() -> Susunan:
    """A ratio in the middle of its year: one report, one that waits; and days that were too many."""
    data = Susunan(metode=metode(nama="Metode pengukuran kinerja tahun 2024"), sasaran={"S1": ["A", "B"]})
    data.ukur("A", nama="Persentase ASN yang ikut pelatihan", agregasi="rasio", **KOMPONEN).janji("A", "60")
    data.rencanakan("A", TW1="55", TW2="60", TW3="60", TW4="60")
    data.lapor("A", "TW1", komponen={"ikut": "3880", "total": "7409"})
    data.lapor("A", "TW2", status="menunggu_rilis", alasan="BKN merilis angkanya pada Agustus.")
    data.ukur("B", nama="Rata-rata waktu usul", polaritas="turun", agregasi="rerata").janji("B", "10")
    data.rencanakan("B", TW1="10", TW2="9").lapor("B", "TW1", "12").lapor("B", "TW2", "25")
    data.siklus[2024, "TW1"] = {
        "pengiriman": {UNIT: [{"dikirim": "2024-04-03", "diputus": "2024-04-05", "hasil": "disetujui"}]}
    }
    return data


def tahun() -> RekapTahun:
    return ringkas(kecil(), per_tanggal="2024-07-20").tahun[0]


def indikator(kode: str) -> Jejak:
    year = tahun()
    return jejak(instansi(), year, year.setahun.menurut_kode[kode])


def sasaran(periode: int) -> Jejak:
    year = tahun()
    found = jejak_kelompok(year, year.periode[periode], "S1")
    assert found is not None
    return found


def test_an_indikator_of_a_running_year() -> None:
    assert (
        render_teks(indikator("A"), HARI)
        == """\
A Persentase ASN yang ikut pelatihan
Tahun 2024 sampai Triwulan II 2024, data per 20 Juli 2024
Metode pengukuran kinerja tahun 2024

1. Laporan yang dipakai
   Rumus.
   (ikut ÷ total) × 100
   → Triwulan I 2024: (3.880 ÷ 7.409) × 100 = 52,37%, disetujui 5 April 2024
     data/realisasi/2024/TW1/mutasi.yaml:1
   → Triwulan II 2024 tidak dihitung: menunggu rilis, BKN merilis angkanya pada Agustus.
     data/realisasi/2024/TW2/mutasi.yaml:1

2. Realisasi
   Setiap komponen dijumlahkan dulu, baru rumusnya dihitung. Persen tidak pernah dirata-ratakan.
   → (3.880 ÷ 7.409) × 100 = 52,37% (lengkapnya 52,3687407207)

3. Target
   Target periode berlaku untuk periode itu sendiri.
   → menurut rencana aksi: 55%
     data/rencana-aksi/2024/mutasi.yaml:1

4. Capaian
   Makin tinggi makin baik: realisasi dibagi target, dikali 100.
   (realisasi ÷ target) × 100
   → (52,3687407207 ÷ 55) × 100 = 95,22%

5. Batas
   Capaian di bawah 0% ditulis 0%.
   Saat dirata-ratakan menjadi capaian sasaran, capaian di atas 120% dihitung 120%.

6. Kategori
   Capaian dibulatkan satu kali ke bilangan bulat terdekat (setengah ke atas), lalu dicocokkan dengan tabel
   ini.
   Angka lain dibulatkan hanya saat ditampilkan; perhitungan memakai angka lengkap.
   → 95,2158922195% dibulatkan menjadi 95: Sangat Tinggi (91 atau lebih); target belum tercapai
"""
    )


def test_a_sasaran() -> None:
    assert (
        render_teks(sasaran(0), HARI)
        == """\
S1 Sasaran.
Triwulan I 2024, data per 20 Juli 2024
Metode pengukuran kinerja tahun 2024

1. Indikatornya
   → A Persentase ASN yang ikut pelatihan: 95,22%
     data/realisasi/2024/TW1/mutasi.yaml:1
   → B Rata-rata waktu usul: 80,00%
     data/realisasi/2024/TW1/mutasi.yaml:1

2. Capaian
   Capaiannya adalah rata-rata capaian indikatornya, dengan batas tertinggi setiap indikator.
   Capaian ditampilkan hanya bila semua indikatornya terukur.
   → (95,2158922195% + 80%) ÷ 2 = 87,61%, 2 dari 2 indikator terukur

3. Kategori
   Capaian dibulatkan satu kali ke bilangan bulat terdekat (setengah ke atas), lalu dicocokkan dengan tabel
   ini.
   → 87,6079461098% dibulatkan menjadi 88: Tinggi (76 sampai 90)
"""
    )


def test_a_sasaran_that_is_not_complete() -> None:
    assert (
        render_teks(sasaran(1), HARI).split("\n\n", 1)[1]
        == """\
1. Indikatornya
   → A: tidak dihitung, menunggu rilis
   → B Rata-rata waktu usul: 0,00%
     data/realisasi/2024/TW2/mutasi.yaml:1

2. Capaian
   Capaiannya adalah rata-rata capaian indikatornya, dengan batas tertinggi setiap indikator.
   Capaian ditampilkan hanya bila semua indikatornya terukur.
   → belum dapat disimpulkan: 1 dari 2 indikator terukur
"""
    )


def semua_jejak(rekap: Rekapitulasi) -> list[Jejak]:
    found = [trace for _, trace in rows(rekap)]
    for year in rekap.tahun:
        for prd in year.periode:
            for kode in semua_kelompok(year, prd):
                group = jejak_kelompok(year, prd, kode)
                assert group is not None
                found.append(group)
    return found


def tak_melebar(trace: Jejak) -> str:
    """The text of a trace, after making sure of its shape."""
    text = render_teks(trace, HARI)
    paths = {f"     {b.sumber.berkas}:{b.sumber.baris}" for step in trace.langkah for b in step.baris if b.sumber}
    for line in text.splitlines():
        assert line == line.rstrip()
        assert len(line) <= LEBAR or line in paths, line
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    return text


def test_no_line_of_the_example_is_too_wide_and_all_is_indonesian(indonesian: Indonesian) -> None:
    rekap = Project(ROOT).build(date(2026, 11, 12)).rekap
    assert rekap is not None
    for trace in semua_jejak(rekap):
        indonesian(tak_melebar(trace))


def test_no_line_of_the_sample_is_too_wide(indonesian: Indonesian) -> None:
    for trace in semua_jejak(ringkas(semua())):
        indonesian(tak_melebar(trace))


@settings(max_examples=30)
@given(word=st.text("ab-%{}<", min_size=1, max_size=240), count=st.integers(1, 3))
def test_no_word_is_too_wide(word: str, count: int) -> None:
    text = " ".join([word] * count)[:250].strip()
    data = Susunan().ukur("A", nama=text, formula_teks=text, frekuensi="tahunan").janji("A", "5")
    data.lapor("A", "tahunan", status="tidak_tersedia", alasan=text)
    for trace in semua_jejak(ringkas(data)):
        shown = tak_melebar(trace)
        if trace.kode == "A":
            assert text.replace(" ", "") in "".join(shown.split())


def test_a_kode_is_not_cut_at_its_hyphen() -> None:
    name = f"{'x' * 102} IKU-01-SEKRETARIAT"
    data = Susunan().ukur("A", nama=name, frekuensi="tahunan").janji("A", "5").lapor("A", "tahunan", "5")
    year = ringkas(data).tahun[0]
    first, second, *_ = render_teks(jejak(instansi(), year, year.setahun.indikator[0]), HARI).splitlines()
    assert (first, second) == (f"A {'x' * 102}", "IKU-01-SEKRETARIAT")


def test_hostile_text_stays_text() -> None:
    texts = [render_teks(trace, HARI) for trace in semua_jejak(ringkas(jahat()))]
    assert f"A {JAHAT}\n" in texts[0]
    assert f"\n{JAHAT}\n" in texts[0]
    assert f"\n   → Tahun 2024: 100% dari tahapan: {JAHAT} (100)\n" in texts[0]
    assert f"disetujui {JAHAT}: {JAHAT}" in " ".join(texts[1].split())
    said = json.loads(render_json(semua_jejak(ringkas(jahat()))[0], HARI))
    assert (said["nama"], said["metode"]) == (JAHAT, JAHAT)
    assert said["langkah"][0]["kata"] == [JAHAT]


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def read(trace: Jejak) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(render_json(trace, HARI), parse_float=Decimal, parse_int=Decimal)
    return found


def test_what_json_says() -> None:
    found = read(indikator("A"))
    assert {key: value for key, value in found.items() if key != "langkah"} == {
        "versi": 1,
        "per_tanggal": "2024-07-20",
        "kode": "A",
        "nama": "Persentase ASN yang ikut pelatihan",
        "periode": "2024",
        "sampai": "2024-TW2",
        "metode": "Metode pengukuran kinerja tahun 2024",
    }
    assert found["langkah"][0] == {
        "judul": "Laporan yang dipakai",
        "kata": ["Rumus."],
        "rumus": "(ikut ÷ total) × 100",
        "baris": [
            {
                "teks": "Triwulan I 2024: (3.880 ÷ 7.409) × 100 = 52,37%, disetujui 5 April 2024",
                "angka": [
                    {"nilai": Decimal(3880), "rujukan": "komponen/A:2024-TW1:ikut/nilai"},
                    {"nilai": Decimal(7409), "rujukan": "komponen/A:2024-TW1:total/nilai"},
                    {"nilai": Decimal("52.36874072074503981643946551"), "rujukan": "realisasi/A:2024-TW1/nilai"},
                ],
                "sumber": {"berkas": "data/realisasi/2024/TW1/mutasi.yaml", "baris": Decimal(1)},
            },
            {
                "teks": "Triwulan II 2024 tidak dihitung: menunggu rilis, BKN merilis angkanya pada Agustus.",
                "angka": [],
                "sumber": {"berkas": "data/realisasi/2024/TW2/mutasi.yaml", "baris": Decimal(1)},
            },
        ],
    }
    assert found["langkah"][3]["baris"][0]["sumber"] is None
    assert read(sasaran(0))["sampai"] is None


@pytest.mark.parametrize("trace", [indikator("A"), indikator("B"), sasaran(0), sasaran(1)], ids=["A", "B", "S1", "TW2"])
def test_json_has_the_keys_of_its_version_and_every_digit(trace: Jejak) -> None:
    found = read(trace)
    assert list(found) == ["versi", "per_tanggal", "kode", "nama", "periode", "sampai", "metode", "langkah"]
    assert [step["judul"] for step in found["langkah"]] == [step.judul for step in trace.langkah]
    for told, step in zip(found["langkah"], trace.langkah, strict=True):
        assert list(told) == ["judul", "kata", "rumus", "baris"]
        for line, baris in zip(told["baris"], step.baris, strict=True):
            assert list(line) == ["teks", "angka", "sumber"]
            figures = [part for part in baris.ucap if not isinstance(part, str)]
            assert [row["nilai"] for row in line["angka"]] == [figure.nilai for figure in figures]
            assert [row["rujukan"] for row in line["angka"]] == [figure.rujukan for figure in figures]
