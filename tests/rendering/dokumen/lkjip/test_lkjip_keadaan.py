"""The LKjIP of other offices: little data, odd data, hostile text, much of everything."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest

from sakipgen.rendering.dokumen.blok import Belum, Judul
from sakipgen.rendering.dokumen.teks import polos
from tests.measuring.builder import TW, UNIT, Susunan, instansi, satu
from tests.measuring.test_anggaran import program, uang
from tests.measuring.test_bentuk import AKIP, OPINI, TAHAPAN, TANGGAL, YA, bentuk
from tests.rendering.dokumen.contoh_bahan import bahan, rekap_kecil, tabel
from tests.rendering.dokumen.lkjip.baca_lkjip import LKJIP, alinea, bernama, isi, judul, jumlah, kecil
from tests.rendering.dokumen.lkjip.baca_lkjip import satu as lkjip
from tests.rendering.dokumen.test_pdf import tulisan
from tests.rendering.dokumen.tulis import tulis

TARGET = dict.fromkeys(TW, "66")
STANDAR = {"nilai": "80", "tahun": "2024", "sumber": "Peraturan"}
JAHAT = "<b>x</b> & {{ 7*7 }} {% raw %} =1+1 # judul ## dua | \ue0000\ue001 **tebal** _miring_ \\u202e " + "w" * 300


def lengkap(**fields: Any) -> Susunan:
    """One sasaran, reached, all texts written."""
    data = satu("60", TARGET, standar_nasional=STANDAR, **fields)
    data.narasi[2024] = {
        "kata_pengantar": "Kata.",
        "gambaran_umum": "Umum.",
        "isu_strategis": [{"nama": "Isu", "uraian": "Uraian isu."}],
        "dasar_hukum": ["Undang-Undang"],
        "simpulan": "Simpulan.",
        "langkah_ke_depan": [{"uraian": "Langkah.", "penanggung_jawab": UNIT, "waktu": "2025"}],
    }
    data.narasi_sasaran[2024, "S1"] = {"penyebab": "Sebab.", "efisiensi": "Hemat.", "program_penunjang": "Program."}
    return data


# ── Little data ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_office_without_money_prose_or_earlier_years_has_a_draft() -> None:
    paper = kecil(satu("60", TARGET))
    assert bernama(paper, "Realisasi anggaran") == []
    assert not any("Realisasi anggaran" in heading for heading in judul(paper, 2))
    assert len([h for h in judul(paper, 4) if h[0].isdigit()]) == 7
    text = "Anggaran sasaran ini tidak tercatat dalam data, jadi capaiannya tidak dibandingkan dengan anggaran."
    assert text in alinea(paper)
    assert {red.siapa for red in paper.belum} == {"Kepala"}
    assert {red.tempat for red in paper.belum} == {
        "data/narasi/2024/lkjip.yaml",
        "data/narasi/2024/sasaran/S1.yaml",
    }
    (years,) = bernama(paper, "Realisasi dan capaian sasaran S1")
    assert [row[-1] for row in isi(years)] == ["belum ada pembanding"]
    assert not any("Dibanding tahun" in text for text in alinea(paper))


def test_a_report_with_all_texts_lacks_nothing() -> None:
    paper = kecil(lengkap())
    assert paper.belum == ()
    for text in ("Kata.", "Umum.", "Sebab.", "Hemat.", "Program.", "Simpulan."):
        assert text in alinea(paper)


@pytest.mark.parametrize(
    ("apa", "ubah"),
    [
        ("kata pengantar", lambda d: d.narasi[2024].pop("kata_pengantar")),
        ("langkah ke depan", lambda d: d.narasi[2024].pop("langkah_ke_depan")),
        ("penyebab keberhasilan atau kegagalan", lambda d: d.narasi_sasaran[2024, "S1"].pop("penyebab")),
        ("program dan kegiatan penunjang", lambda d: d.narasi_sasaran[2024, "S1"].pop("program_penunjang")),
    ],
)
def test_each_text_that_is_missing_is_red_once(apa: str, ubah: Any) -> None:
    data = lengkap()
    ubah(data)
    (red,) = kecil(data).belum
    assert red.apa == apa


def test_without_a_standard_the_comparison_is_asked_for_or_explained() -> None:
    data = lengkap()
    data.indikator["A"] = data.indikator["A"].model_copy(update={"standar_nasional": None})
    (red,) = kecil(data).belum
    assert red.apa == "pembanding, atau alasan bila tidak ada"
    data.narasi_sasaran[2024, "S1"]["tanpa_pembanding"] = "Tidak ada daerah yang mengukurnya."
    paper = kecil(data)
    assert paper.belum == ()
    assert "Tidak ada daerah yang mengukurnya." in alinea(paper)
    assert bernama(paper, "Realisasi sasaran S1 dan standar") == []


def test_money_of_a_year_that_has_ended_is_judged_once_for_each_sasaran() -> None:
    data = lengkap()
    data.program[2024] = program({"5.1.1.1": ("600", None), "5.1.1.2": ("300", "400")})
    data.anggaran[2024, "TW4"] = uang(k5_1_1_1="450", k5_1_1_2="400")
    paper = kecil(data)
    (own,) = bernama(paper, "Efisiensi penggunaan anggaran sasaran S1")
    (row,) = isi(own)
    assert row == ["1.000", "850", "85,00%", "110,00%", "+25,00", "efisien"]
    (changed,) = bernama(paper, "Perubahan pagu")
    assert [line[-1] for line in jumlah(changed)] == ["+100"]
    (table,) = bernama(paper, "Realisasi anggaran tahun 2024")
    assert [line[2:] for line in jumlah(table)] == [["1.000", "850", "85,00%", "150"]]


def test_money_that_was_not_changed_has_no_table_of_changes() -> None:
    data = lengkap()
    data.program[2024] = program({"5.1.1.1": ("600", None)})
    assert bernama(kecil(data), "Perubahan pagu") == []


def test_money_that_was_not_reported_is_not_zero() -> None:
    data = lengkap()
    data.program[2024] = program({"5.1.1.1": ("600", None)})
    paper = kecil(data)
    (table,) = bernama(paper, "Realisasi anggaran tahun 2024")
    assert [line[2:] for line in jumlah(table)] == [["600", "–", "–", "–"]]
    assert "belum dapat disimpulkan" in tulis(paper)


def test_a_sasaran_that_is_not_measured_says_so_and_the_whole_is_not_concluded() -> None:
    data = lengkap().ukur("B").janji("B", "60")
    data.sasaran = {"S1": ["A"], "S2": ["B"]}
    paper = kecil(data)
    (table,) = bernama(paper, "Capaian kinerja tahun 2024")
    said = [row[5] for row in jumlah(table)]
    assert said[1:] == [
        "belum dapat disimpulkan: baru 0 dari 1 ada datanya",
        "belum dapat disimpulkan: baru 1 dari 2 ada datanya",
    ]
    (summary,) = bernama(paper, "Ringkasan")
    assert [row[3] for row in isi(summary)] == ["110,00%", "belum dapat disimpulkan: baru 0 dari 1 ada datanya"]


def test_a_year_without_a_pk_says_so() -> None:
    data = satu("60")
    data.pk.clear()
    paper = kecil(data)
    (red, *_) = (b for b in paper.belum if b.apa.startswith("Perjanjian"))
    assert (str(red), red.tempat) == (
        "BELUM DIISI: Perjanjian Kinerja tahun 2024, penanggung jawab Kepala",
        "data/perjanjian-kinerja/2024/kepala/murni.yaml",
    )
    assert not any(h.endswith("Perjanjian Kinerja") for h in judul(paper, 1))
    assert [h for h in judul(paper, 1) if h.startswith("Lampiran")] == ["Lampiran 1 Pengukuran Kinerja"]


# ── Odd data ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("target", "hasil", "fields", "shown"),
    [
        ({"min": "80", "maks": "90"}, {"nilai": "85"}, {"polaritas": "rentang"}, ("80,00–90,00", "85,00")),
        ({"predikat": "WTP"}, {"predikat": "WDP"}, OPINI, ("WTP", "WDP")),
        ({"predikat": "A"}, {"nilai": "75.20", "predikat": "BB"}, AKIP, ("80,01", "75,20")),
        ({"tanggal": "2025-01-15"}, {"tanggal": "2025-01-14"}, TANGGAL, ("15 Januari", "14 Januari")),
        ({"tahapan": ["t1", "t2"]}, {"tahapan": ["t1"]}, TAHAPAN, ("70", "20")),
        ({"terpenuhi": "ya"}, {"terpenuhi": "tidak"}, YA, ("ya", "tidak")),
    ],
)
def test_every_kind_of_target_is_printed(
    target: Any, hasil: Mapping[str, Any], fields: Mapping[str, Any], shown: tuple[str, str]
) -> None:
    row = {**hasil, "kendala": "K.", "solusi": "S."}
    paper = kecil(bentuk(target, row, **fields))
    (table, *_) = bernama(paper, "Target dan realisasi sasaran S1")
    (line,) = isi(table)
    assert shown[0].casefold() in line[3].casefold()
    assert shown[1].casefold() in line[4].casefold()
    assert line[5].endswith("%")


def test_a_correction_after_closing_is_told() -> None:
    data = lengkap()
    data.koreksi[2024, "TW4", "KOR-1"] = {
        "jenis": "koreksi_kesalahan",
        "indikator": "A",
        "nilai_lama": "60",
        "nilai_baru": "66",
        "alasan": "Salah ketik.",
        "tingkat": "kecil",
        "tanggal": "2025-02-10",
        "diminta_oleh": "kabid",
        "disetujui_oleh": ["kepala"],
        "bukti": [{"judul": "Nota", "jenis": "laporan", "nomor_arsip": "1"}],
    }
    (table,) = bernama(kecil(data), "Koreksi data")
    (row,) = isi(table)
    assert row[2:5] == ["60,00", "66,00", "Salah ketik."]


# ── Hostile text and size ────────────────────────────────────────────────────────────────────────────────────────


def test_text_of_data_is_only_text() -> None:
    data = lengkap(nama=JAHAT[:240])
    for name in ("kata_pengantar", "gambaran_umum", "simpulan"):
        data.narasi[2024][name] = JAHAT
    data.narasi_sasaran[2024, "S1"] = dict.fromkeys(("penyebab", "efisiensi", "program_penunjang"), JAHAT)
    for segment in TW:
        data.laporan[2024, segment, UNIT]["butir"]["A"] |= {"kendala": JAHAT, "solusi": JAHAT}
    data.instansi = instansi(daerah="Kabupaten <i>A & B</i> {{ x }}")
    paper = kecil(data)
    said = "\n".join(tulisan(paper.blok))
    assert "<b>x</b> & {{ 7*7 }} {% raw %} =1+1 # judul ## dua |" in said
    assert "49" not in "".join(alinea(paper))
    assert "Kabupaten <i>A & B</i> {{ x }}" in paper.judul + paper.penerbit
    own = [b for b in paper.blok if isinstance(b, Judul)]
    assert all("judul ## dua" not in polos(b.isi) for b in own)
    assert not [run for b in own for run in b.isi if run.tebal]


def test_two_hundred_indikator_are_made_in_a_second_of_work() -> None:
    data = Susunan()
    for n in range(200):
        kode = f"I-{n:03}"
        data.ukur(kode, nama=f"Indikator nomor {n}").janji(kode, "60").rencanakan(kode, **dict.fromkeys(TW, "60"))
        for segment in TW:
            data.lapor(kode, segment, "66")
    data.sasaran = {f"S{s}": [f"I-{n:03}" for n in range(s * 20, s * 20 + 20)] for s in range(10)}
    of = bahan(rekap_kecil(data))
    start = time.process_time()
    paper = lkjip(of, 2024)
    assert time.process_time() - start < 10
    (table,) = bernama(paper, "Capaian kinerja tahun 2024")
    assert len(list(isi(table))) == 200
    assert len([h for h in judul(paper, 4) if h[0].isdigit()]) == 70
    assert sum(isinstance(b, Belum) for b in paper.blok) == len(paper.belum)
    assert len(list(tabel(paper))) > 40
    assert LKJIP.kode == "lkjip"
