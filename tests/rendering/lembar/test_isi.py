"""What each workbook but the worksheet says, cell by cell where it counts."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import RekapTahun
from sakipgen.rendering.lembar import evaluasi_renja, formulir_iku, lke, rekapitulasi, rencana_aksi
from tests.measuring.builder import UNIT, Susunan
from tests.rendering.berkas.terbit import contoh
from tests.rendering.lembar.hitung import baris, hitung, isi, nilai, perlu_soffice, sama
from tests.rendering.test_opendata import rekap_of
from tests.rendering.test_pages import small


def tahun() -> RekapTahun:
    return next(year for year in contoh().tahun if year.tahun == 2024)


# ── Rekapitulasi ──


def dengan_program(**program: Any) -> Susunan:
    """The small example with more programs, each with a kegiatan that has no sub kegiatan."""
    susunan = small()
    year = susunan.program[2024]
    for key, row in program.items():
        kode = key.replace("_", ".")
        year["program"][kode] = {"nama": f"Program {kode}", "penanggung_jawab": UNIT, **row}
        year["kegiatan"][f"{kode}.1"] = {"nama": f"Kegiatan {kode}.1", "penanggung_jawab": UNIT}
    return susunan


def hasil(content: bytes) -> dict[str, dict[str, Any]]:
    return {
        f"{row['Jenjang']} {row['Kode'] or ''}".strip(): row
        for row in baris(nilai(content)["Hasil"], "Jenjang")
        if row["Jenjang"]
    }


def test_every_level_has_its_capaian_and_money() -> None:
    rows = hasil(rekapitulasi.render(contoh(), 2024))
    sheet = tahun().setahun
    assert sheet.anggaran
    for group, word in ((sheet.sasaran, "Sasaran"), (sheet.tujuan, "Tujuan")):
        for row in group:
            cells = rows[f"{word} {row.kode}"]
            sama(cells["Capaian (%)"], row.hasil.capaian, row.kode)
            sama(cells["Pagu (Rp)"], row.uang.pagu if row.uang else None, row.kode)
            sama(cells["Serapan (%)"], row.uang.serapan if row.uang else None, row.kode)
    levels = {"program": "Program", "kegiatan": "Kegiatan", "sub_kegiatan": "Sub kegiatan"}
    for money in sheet.anggaran.baris:
        cells = rows[f"{levels[money.hasil.tingkat]} {money.kode}"]
        sama(cells["Capaian (%)"], money.kinerja.capaian, money.kode)
        sama(cells["Realisasi anggaran (Rp)"], money.hasil.realisasi, money.kode)
        sama(cells["Sisa (Rp)"], money.hasil.sisa, money.kode)
    total = sheet.anggaran.hasil.jumlah
    sama(rows["Jumlah"]["Pagu (Rp)"], total.pagu, "jumlah")
    sama(rows["Jumlah"]["Realisasi anggaran (Rp)"], total.realisasi, "jumlah")
    sama(rows["Perangkat daerah"]["Capaian (%)"], sheet.perangkat_daerah.capaian, "perangkat daerah")


def test_indikator_are_counted_by_kategori_and_unit() -> None:
    book = nilai(rekapitulasi.render(contoh(), 2024))
    rows = {row["Unit"]: row for row in baris(book["Kategori"], "Unit") if row["Unit"]}
    for unit in tahun().setahun.unit:
        cells = rows[unit.unit.nama]
        for count in unit.kelas:
            head = count.kelas.label if count.kelas else "Belum ada angka"
            assert cells[head] == count.jumlah
    assert rows["Semua unit"]["Jumlah"] == len(tahun().setahun.indikator)
    assert rows["Di antaranya IKU"]["Jumlah"] == len(tahun().setahun.iku)


def test_a_unit_is_told_with_the_days_of_its_report() -> None:
    book = nilai(rekapitulasi.render(contoh(), 2026, Periode(2026, "TW1")))
    heads = [str(row[0]) for row in book["Per unit"].iter_rows(values_only=True) if "laporan dikirim" in str(row[0])]
    assert len(heads) == len(contoh().instansi.unit_kerja)
    assert all("disetujui" in head for head in heads)


def test_what_is_missing_is_listed_with_its_reason() -> None:
    year = contoh().tahun[-1]
    book = nilai(rekapitulasi.render(contoh(), year.tahun))
    rows = [row for row in baris(book["Belum lengkap"], "Apa") if row["Apa"] == "Indikator"]
    missing = [r for r in year.setahun.indikator if not r.hasil.capaian and r.hasil.status is not Status.TIDAK_BERLAKU]
    assert [row["Kode"] for row in rows] == [row.kode for row in missing]
    assert all(row["Keadaan"] and row["Jatuh tempo"] for row in rows)


def test_no_sum_of_a_kegiatan_without_sub_kegiatan_reaches_into_the_total() -> None:
    content = rekapitulasi.render(rekap_of(dengan_program(**{"9_9": {"sasaran": "S1"}})), 2024)
    rows = {str(row[1].value): row for row in openpyxl.load_workbook(io.BytesIO(content))["Hasil"].iter_rows()}
    assert [cell.data_type for cell in rows["9.9.1"][9:11]] == ["n", "n"]
    assert [cell.value for cell in rows["9.9.1"][9:11]] == [0, None]
    assert rows["5.03.2"][9].data_type == "f"


@perlu_soffice
def test_a_change_of_money_reaches_the_total(tmp_path: Path) -> None:
    content = rekapitulasi.render(contoh(), 2024)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["Hasil"]
    line = next(row[0].row for row in sheet.iter_rows() if row[0].value == "Sub kegiatan")
    book = hitung({"baru": isi(content, {("Hasil", f"K{line}"): None})}, tmp_path)["baru"]
    rows = {row["Jenjang"]: row for row in baris(book["Hasil"], "Jenjang") if row["Jenjang"]}
    assert rows["Jumlah"]["Realisasi anggaran (Rp)"] in {None, ""}, "what was not reported is not zero"
    assert rows["Jumlah"]["Pagu (Rp)"] > 0


# ── Rencana aksi ──


def test_a_sheet_a_unit_with_targets_and_months() -> None:
    content = rencana_aksi.render(contoh(), 2024)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Baca dahulu", *contoh().instansi.unit_kerja]
    sheet = book["mp"]
    rows = {str(row[1].value): row for row in sheet.iter_rows(min_row=8)}
    measured = rows["Rata-rata waktu penyelesaian usul kenaikan pangkat (hari kerja)"]
    assert [cell.value for cell in measured[7:19]] == [10] * 12
    action = rows["Memeriksa berkas secara daring sebelum dikirim perangkat daerah"]
    busy = [cell.fill.fgColor.rgb == "FF7FA6C9" for cell in action[7:19]]
    assert busy == [True] * 6 + [False] * 6
    assert action[3].value == "Kepala Bidang Mutasi dan Promosi"
    assert isinstance(action[5].value, int)


# ── Formulir IKU ──


def test_every_iku_has_a_row_and_a_form_with_all_fields() -> None:
    book = nilai(formulir_iku.render(contoh(), 2024))
    kode = [row.kode for row in tahun().setahun.iku]
    assert book.sheetnames == ["Baca dahulu", "Daftar IKU", *kode]
    rows = {row["Kode"]: row for row in baris(book["Daftar IKU"], "No") if row["No"]}
    assert list(rows) == kode
    form = {row["Isian"]: row["Keterangan"] for row in baris(book["IKU-03"], "No") if row["No"]}
    assert {name: told for name, told in rows["IKU-03"].items() if name != "No"} == form
    assert len(form) == 25
    assert form["Komponen dan rumus"].endswith("Rumus: jp20 / total * 100")
    assert form["Target Renstra"].splitlines()[-1] == "2026: 80,00%"
    assert form["Penanggung jawab"].startswith("Bidang Pengembangan Kompetensi Aparatur")


# ── Evaluasi Renja ──


def renja(content: bytes) -> Iterator[tuple[Any, ...]]:
    sheet = nilai(content)["Evaluasi Renja"]
    yield from sheet.iter_rows(values_only=True)


def test_the_form_has_two_rows_of_heads_with_k_and_rp() -> None:
    rows = list(renja(evaluasi_renja.render(contoh(), 2024)))
    at = next(n for n, row in enumerate(rows) if row[0] == "No")
    heads = [name for name in rows[at] if name]
    assert heads[6:10] == [
        "Target Renstra akhir periode",
        "Realisasi Renstra s.d. tahun lalu",
        "Target Renja tahun berjalan",
        "Realisasi triwulan I",
    ]
    assert list(rows[at + 1][6:28]) == ["K", "Rp"] * 11


def test_quarters_add_up_and_what_is_not_known_stays_empty() -> None:
    rows = list(renja(evaluasi_renja.render(contoh(), 2024)))
    program = next(row for row in rows if row[2] == "5.03.01" and row[11])
    every = tahun().setahun.anggaran
    assert every
    money = next(row for row in every.baris if row.kode == "5.03.01")
    assert program[11] == float(money.hasil.pagu)
    assert sum(program[13:21:2]) == program[21] == float(money.hasil.realisasi or 0)
    sama(program[23], money.hasil.serapan, "serapan")
    assert program[7] is None, "pagu of the Renstra is not in the data"
    assert program[9] is None, "nor are the years before 2024"
    goal = next(row for row in rows if str(row[4]).startswith("IKU-03 "))
    assert goal[6] == 80
    row = tahun().setahun.menurut_kode["IKU-03"]
    sama(goal[22], row.hasil.capaian_tahun, "capaian")
    sama(goal[26], row.hasil.kemajuan_renstra, "renstra")


def test_a_quarter_shows_no_later_one() -> None:
    rows = list(renja(evaluasi_renja.render(contoh(), 2024, Periode(2024, "TW2"))))
    lines = [row for row in rows if row[2] and row[0] != "No"]
    assert lines
    assert all(cell is None for row in lines for cell in row[16:20])
    half = next(row for row in lines if str(row[4]).startswith("IKU-01 "))
    assert half[14] is not None, "a half-year's figure stands in its second quarter"


def test_last_year_is_told_where_it_is_known() -> None:
    rows = list(renja(evaluasi_renja.render(contoh(), 2025)))
    before = tahun().setahun.menurut_kode["IKU-03"].hasil.realisasi
    goal = next(row for row in rows if str(row[4]).startswith("IKU-03 "))
    sama(goal[8], before, "last year")
    sums = [row for row in rows if str(row[4]).startswith("ISK-01 ")]
    assert sums[0][8] is None, "a sum over the years of the Renstra needs all of them"


def test_a_program_stands_below_the_first_of_its_sasaran_that_the_year_has() -> None:
    susunan = dengan_program(**{"9_8": {"sasaran": {"S9": "60", "S2": "40"}}, "9_9": {"sasaran": "S9"}})
    lines = [row[1:3] for row in renja(evaluasi_renja.render(rekap_of(susunan), 2024)) if row[2]]
    assert lines[-6:] == [
        ("S2", "S2"),
        (None, "S2"),
        ("S9; S2 Sasaran.", "9.8"),
        ("S9; S2 Sasaran.", "9.8.1"),
        ("S9", "9.9"),
        ("S9", "9.9.1"),
    ]


def test_the_mean_has_a_predikat_and_reasons_stand_below() -> None:
    rows = list(renja(evaluasi_renja.render(contoh(), 2026, Periode(2026, "TW3"))))
    mean = next(n for n, row in enumerate(rows) if row[3] == "Rata-rata capaian kinerja (%)")
    assert isinstance(rows[mean][22], float)
    assert rows[mean + 1][22] in {"Sangat Tinggi", "Tinggi", "Sedang", "Rendah", "Sangat Rendah"}
    told = {row[0]: row[4] for row in rows[mean + 2 : mean + 6]}
    assert str(told["Faktor penghambat pencapaian kinerja"]).startswith("I")
    assert told["Tindak lanjut yang diperlukan dalam Renja perangkat daerah berikutnya"] is None
    assert str(rows[mean + 6][0]).startswith("Catatan: sel kosong tidak diketahui dari data")


# ── LKE ──


def test_nothing_is_answered_for_the_evaluator() -> None:
    rows = [row for row in baris(nilai(lke.render(contoh(), 2024))["LKE"], "No") if row["No"]]
    assert not [row for row in rows if row["Jawaban"] or row["Nilai"]]
    assert [row["Bobot"] for row in rows if str(row["No"]) in "1234"] == [30, 30, 15, 25]
    parts = {row["No"]: row["Bobot"] for row in rows if str(row["No"]).count(".") == 1}
    assert list(parts.values()) == [6, 9, 15, 6, 9, 15, 3, 4.5, 7.5, 5, 7.5, 12.5]
    asked = next(
        row for row in rows if row["Komponen, subkomponen, dan kriteria"] == "IKU menyebut alasan pemilihannya"
    )
    assert (asked["Bukti ada"], asked["Dari"], asked["Menurut data"]) == (7, 7, "lengkap")


@perlu_soffice
@pytest.mark.parametrize(
    ("jawaban", "nilai_akhir", "predikat"),
    [("A", Decimal(90), "Memuaskan (A)"), ("BB", Decimal(80), "Sangat Baik (BB)")],
)
def test_a_score_comes_from_the_answers(jawaban: str, nilai_akhir: Decimal, predikat: str, tmp_path: Path) -> None:
    content = lke.render(contoh(), 2024)
    sheet = openpyxl.load_workbook(io.BytesIO(content))["LKE"]
    lines = [row[0].row for row in sheet.iter_rows() if str(row[0].value).count(".") == 2]
    every = {("LKE", f"H{line}"): jawaban for line in lines}
    some = dict(list(every.items())[:3])
    books = hitung({"semua": isi(content, every), "sebagian": isi(content, some)}, tmp_path)
    rows = {
        name: {row["Komponen, subkomponen, dan kriteria"]: row["Nilai"] for row in baris(book["LKE"], "No")}
        for name, book in books.items()
    }
    final, grade = "Nilai akhir (simulasi, bukan nilai resmi)", "Predikat (simulasi, bukan nilai resmi)"
    sama(rows["semua"][final], nilai_akhir, "final")
    assert rows["semua"][grade] == predikat
    assert not rows["sebagian"][final], "a part of the answers is no score"
    assert rows["sebagian"]["Subkomponen yang sudah dijawab"] == "1 dari 12"
    sama(
        rows["sebagian"]["Nilai sementara dari yang sudah dijawab (simulasi, bukan nilai resmi)"], nilai_akhir, "so far"
    )


def test_proof_is_linked_where_the_site_has_an_address() -> None:
    rekap = contoh()
    address = rekap.instansi.model_copy(update={"alamat_situs": "https://sakip.contoh.go.id"})
    sheet = openpyxl.load_workbook(io.BytesIO(lke.render(replace(rekap, instansi=address), 2024)))["LKE"]
    links = {cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink}
    assert "https://sakip.contoh.go.id/indikator/" in links
