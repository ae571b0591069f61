"""The worksheet of a period says what the engine says: with the values that came with it, and computed again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sakipgen.diagnostics import Loc, Position
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.bentuk import lengkapi
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.reading import load
from sakipgen.rekap import Rekapitulasi, RekapPeriode, summarise
from sakipgen.rendering.lembar import kertas_kerja
from tests.measuring import builder
from tests.oracle import sampel
from tests.rendering.berkas.terbit import ROOT, contoh
from tests.rendering.lembar.hitung import (
    bandingkan,
    baris,
    hitung,
    isi,
    isian,
    nilai,
    perlu_soffice,
    sama,
    sama_semua,
    tak_terbaca,
)
from tests.rendering.test_opendata import rekap_of

Lembaran = Mapping[str, tuple[RekapPeriode, bytes]]


def lembaran(rekap: Rekapitulasi, *segmen: str) -> Lembaran:
    """The worksheets of some periods, or of all."""
    return {
        str(sheet.periode): (sheet, kertas_kerja.render(rekap, year.tahun, sheet.periode))
        for year in rekap.tahun
        for sheet in year.periode
        if not segmen or sheet.periode.segmen in segmen
    }


def hitungan(books: Lembaran, folder: Path) -> dict[str, Any]:
    return hitung({name: content for name, (_, content) in books.items()}, folder)


# ── The example ──


@pytest.fixture(scope="module")
def semua() -> Lembaran:
    return lembaran(contoh())


def test_the_values_of_the_whole_example_came_with_it(semua: Lembaran) -> None:
    assert len(semua) > 50
    assert sum(bandingkan(nilai(content), sheet) for sheet, content in semua.values()) > 20_000


@perlu_soffice
def test_the_whole_example_computed_again(semua: Lembaran, tmp_path: Path) -> None:
    books = hitungan(semua, tmp_path)
    assert sum(bandingkan(books[name], sheet) for name, (sheet, _) in semua.items()) > 20_000
    assert sum(sama_semua(semua[name][1], books[name]) for name in ("2024", "2025-TW3", "2026")) > 1_500


# ── Ten thousand indikator of every formula, agregasi and policy: a part of them ──


@pytest.fixture(scope="module")
def acak() -> Lembaran:
    years = (2021, 2022, 2024, 2025)
    return lembaran(sampel.rekapitulasi(7, years, "2025", date(2026, 2, 14)), "tahunan", "TW2", "05")


def test_the_sample_has_every_formula_and_agregasi(acak: Lembaran) -> None:
    rows = [row for sheet, _ in acak.values() for row in sheet.indikator if row.hasil.capaian]
    assert set(Counter(row.hasil.formula for row in rows)) == set(FormulaCapaian)
    assert {row.indikator.agregasi for row in rows} == {"jumlah", "rerata", "terakhir", "rasio", "maks", "min"}


def test_the_values_of_the_sample_came_with_it(acak: Lembaran) -> None:
    for sheet, content in acak.values():
        assert bandingkan(nilai(content), sheet) > 100


@perlu_soffice
def test_the_sample_computed_again(acak: Lembaran, tmp_path: Path) -> None:
    books = hitungan(acak, tmp_path)
    hidden = {name: tak_terbaca(sheet) for name, (sheet, _) in acak.items()}
    every = sum(len(sheet.indikator) for sheet, _ in acak.values())
    assert sum(map(len, hidden.values())) < every / 10, "nearly all figures fit fifteen digits"
    assert sum(bandingkan(books[name], sheet, hidden[name]) for name, (sheet, _) in acak.items()) > 7_000


# ── Figures that are no numbers ──


def bentuk(*, buruk: bool) -> builder.Susunan:
    """A year with every form of a figure; `buruk` reports other ones."""
    isi = builder.Susunan()
    ranks = {
        "nama": "Opini",
        "dasar": "BPK",
        "kelas": [{"kode": k, "label": k, "skor": str(s)} for k, s in (("WTP", 4), ("WDP", 3), ("TMP", 1))],
    }
    year: dict[str, Any] = {"frekuensi": "tahunan", "agregasi": "terakhir"}
    isi.ukur("OPINI", satuan={"nama": "opini", "tipe": "predikat"}, peringkat=ranks, **year)
    isi.ukur("HARI", satuan={"nama": "tanggal", "tipe": "tanggal"}, polaritas="turun", **year)
    isi.ukur(
        "HARI-2",
        satuan={"nama": "tanggal", "tipe": "tanggal"},
        polaritas="turun",
        formula_capaian="turun_selisih",
        **year,
    )
    isi.ukur("ADA", satuan={"nama": "ya/tidak", "tipe": "ya_tidak"}, **year)
    steps = {"a": {"uraian": "Awal", "bobot": "40"}, "z": {"uraian": "Akhir", "bobot": "60"}}
    isi.ukur("TAHAP", satuan={"nama": "persen", "tipe": "persen"}, tahapan=steps, **year)
    isi.ukur("NILAI", skala="akip88", **year)
    isi.ukur("RESMI", komponen={"a": "A", "b": "B"}, rumus="(a + b) / 2", nilai_resmi="ya", **year)
    isi.ukur("RASIO", **builder.RASIO)
    isi.ukur("RUMIT", komponen={"a": "A", "b": "B", "c": "C"}, rumus="-a / (b - c) * 2 - (a - (b - c)) / 4", **year)
    isi.ukur("BAND", polaritas="rentang", **year)
    isi.ukur("KURANG", polaritas="turun", **year)
    isi.ukur("KATA", polaritas="naik", formula_capaian="manual", **year)
    isi.ukur("LAMA", formula_capaian="lintasan", baseline={"tahun": "2021", "nilai": "7.49"}, polaritas="turun", **year)
    targets: dict[str, Any] = {
        "OPINI": {"predikat": "WTP"},
        "HARI": {"tanggal": "2024-03-31"},
        "HARI-2": {"tanggal": "2024-03-31"},
        "ADA": {"terpenuhi": "ya"},
        "TAHAP": {"tahapan": ["a", "z"]},
        "NILAI": {"predikat": "A", "nilai": "80.01"},
        "RESMI": "50",
        "RASIO": "40",
        "RUMIT": "3",
        "BAND": {"min": "80", "maks": "90"},
        "KURANG": {"kurang_dari": "5"},
        "KATA": "10",
        "LAMA": "5",
    }
    for kode, target in targets.items():
        isi.janji(kode, target)
    isi.lapor("OPINI", "tahunan", predikat="WDP" if buruk else "WTP")
    isi.lapor("HARI", "tahunan", tanggal="2024-04-02" if buruk else "2024-03-31")
    isi.lapor("HARI-2", "tahunan", tanggal="2024-05-02" if buruk else "2024-02-29")
    isi.lapor("ADA", "tahunan", terpenuhi="tidak" if buruk else "ya")
    isi.lapor("TAHAP", "tahunan", tahapan=["a"] if buruk else ["a", "z"])
    isi.lapor("NILAI", "tahunan", "80.004" if buruk else "80.01")
    isi.lapor("RESMI", "tahunan", "47" if buruk else "51", komponen={"a": "50", "b": "52"})
    for n, segmen in enumerate(builder.TW):
        parts = ((12, 20), (30, 40), (5, 10), (80, 200))[n]
        isi.lapor("RASIO", segmen, komponen={"a": str(parts[0] + 3 * buruk), "b": str(parts[1])})
    isi.lapor("RUMIT", "tahunan", komponen={"a": "7", "b": "3.5", "c": "9" if buruk else "1.25"})
    isi.lapor("BAND", "tahunan", "92" if buruk else "85")
    isi.lapor("KURANG", "tahunan", "6" if buruk else "5")
    stated = {"nilai": "61.5" if buruk else "100", "alasan": "Ditetapkan.", "disetujui_oleh": "kepala"}
    isi.lapor("KATA", "tahunan", "9", capaian_dinyatakan=stated)
    isi.lapor("LAMA", "tahunan", "7.7" if buruk else "6.9")
    return isi


def satu(susunan: builder.Susunan) -> tuple[RekapPeriode, bytes]:
    return lembaran(rekap_of(susunan))["2024"]


def baris_pengukuran(content: bytes) -> dict[str, dict[str, Any]]:
    return {row["Kode"]: row for row in baris(nilai(content)["Pengukuran"]) if row["Indikator"]}


def test_what_is_no_number_is_told_as_it_was_written() -> None:
    rows = baris_pengukuran(satu(bentuk(buruk=False))[1])
    told = {kode: (row["Target tertulis"], row["Realisasi tertulis"]) for kode, row in rows.items()}
    assert told["OPINI"] == ("WTP", "WTP")
    assert told["ADA"] == ("ya", "ya")
    assert told["NILAI"] == ("A (80,01)", "Memuaskan (A)")
    assert told["BAND"] == ("80,00–90,00", None)
    assert told["KURANG"] == ("< 5,00", None)
    assert told["HARI"][0] == "31 Maret 2024"
    assert told["HARI"][1].date() == date(2024, 3, 31)
    assert rows["KURANG"]["Target tercapai"] == "tidak", "less than 5 is not 5"
    assert rows["KURANG"]["Capaian (%)"] == 100


@perlu_soffice
def test_a_reader_changes_figures_and_reads_what_the_engine_would_say(tmp_path: Path) -> None:
    """The inputs of another year's report are typed into the sheet of this one."""
    (sheet, good), (other, bad) = satu(bentuk(buruk=False)), satu(bentuk(buruk=True))
    typed = isian(bad)
    assert typed.keys() == isian(good).keys()
    changed = [key for key, value in isian(good).items() if typed[key] != value]
    assert len(changed) > 12
    books = hitung({"asal": good, "baru": isi(good, typed)}, tmp_path)
    assert bandingkan(books["asal"], sheet) == bandingkan(books["baru"], other) > 90


@perlu_soffice
def test_the_example_after_every_figure_changed(tmp_path: Path) -> None:
    before, after = (lembaran(terhitung(factor), "tahunan", "TW3") for factor in (Decimal(1), Decimal("0.83")))
    typed = {name: isi(content, isian(after[name][1])) for name, (_, content) in before.items()}
    books = hitung(typed, tmp_path)
    for name, (sheet, _) in after.items():
        assert bandingkan(books[name], sheet) > 300
    moved = [
        row.hasil.capaian != before[n][0].menurut_kode[row.kode].hasil.capaian
        for n in after
        for row in after[n][0].indikator
    ]
    assert sum(moved) > 100


def terhitung(faktor: Decimal) -> Rekapitulasi:
    """The example measured after each reported figure, of komponen the first, was multiplied."""
    loaded = load(ROOT / "data").dataset
    assert loaded
    dataset = lengkapi(replace(loaded, realisasi=dict(_kali(loaded, faktor))))
    posisi = Posisi.pada(date(2026, 11, 12))
    known = terlihat(dataset, posisi)

    def locate(path: object, loc: Loc) -> Position:
        return Position(1, 1)

    return summarise(known, measure(known, posisi), locate)


def _kali(dataset: Dataset, faktor: Decimal) -> Iterator[tuple[Any, Any]]:
    for key, berkas in dataset.realisasi.items():
        butir = {}
        for kode, row in berkas.isi.butir.items():
            if row.nilai is not None:
                butir[kode] = row.model_copy(update={"nilai": row.nilai * faktor})
            elif row.komponen:
                name, value = next(iter(row.komponen.items()))
                butir[kode] = row.model_copy(update={"komponen": {**row.komponen, name: value * faktor}})
            else:
                butir[kode] = row
        yield key, Berkas(berkas.path, berkas.isi.model_copy(update={"butir": butir}))


# ── What the sheet says beside the figures ──


def test_a_row_says_where_it_comes_from_and_why_there_is_nothing() -> None:
    rows = baris_pengukuran(kertas_kerja.render(contoh(), 2024, Periode(2024, "TW3")))
    ratio = rows["IKU-03"]
    assert ratio["Sumber"] == "data/realisasi/2024/TW3/pka.yaml:11"
    assert ratio["Bukti"] == 2
    assert ratio["Tingkat"] == "Sasaran, IKU"
    assert ratio["Formula capaian"] == "(realisasi ÷ target) × 100"
    yearly = rows["IKU-02"]
    assert yearly["Capaian (%)"] is None
    assert yearly["Keterangan"].startswith("tidak berlaku")


def test_the_blocks_of_data_show_every_reported_period_with_its_source() -> None:
    book = nilai(kertas_kerja.render(contoh(), 2024))
    rows = [row for row in book["Data"].iter_rows(values_only=True) if row[0] == "IKU-03" and row[7]]
    assert [row[1] for row in rows] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
    assert rows[-1][8:10] == (3880, 7409)
    assert rows[-1][7] == "data/realisasi/2024/TW4/pka.yaml:8"
    sama(rows[-1][3], Decimal(3880) * 100 / Decimal(7409), "IKU-03")


def test_the_policy_of_the_year_is_told_and_used() -> None:
    book = nilai(kertas_kerja.render(contoh(), 2024))
    told = {row[0]: row[1:3] for row in book["Metode"].iter_rows(values_only=True) if row[0]}
    assert told["Batas capaian agregat (%)"][0] == 120
    assert told["Makin rendah makin baik"][0] == "((2 × target − realisasi) ÷ target) × 100"
    assert {name: book.defined_names[name].attr_text for name in book.defined_names} == {
        "LANTAI": "'Metode'!$B$9",
        "BATAS_AGREGAT": "'Metode'!$B$10",
        "AMBANG_KELENGKAPAN": "'Metode'!$B$11",
    }
