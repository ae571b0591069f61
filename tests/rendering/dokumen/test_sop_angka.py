"""Every figure in the papers of the SOP is the engine's, and every count adds up."""

from __future__ import annotations

import hashlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sakipgen.domain.realisasi import Status
from sakipgen.measuring.anggaran import TingkatAnggaran
from sakipgen.measuring.hitung import round_half_up
from sakipgen.rekap import BarisIndikator, RekapPeriode
from sakipgen.rendering.dokumen.blok import Daftar, JenisBaris, Judul, Medan, Tabel
from sakipgen.rendering.dokumen.teks import polos
from tests.rendering.dokumen.bahan_uji import berkas, buat, contoh, pilih, tabel
from tests.rendering.dokumen.tulis import isi_sel, tulis

PERIODE = ("2025-TW2", "2025-S1", "2025", "2026-05", "2026-TW3", "2026")


def persen(value: Decimal) -> str:
    return f"{round_half_up(value, 2)}%".replace(".", ",")


def lembar(periode: str) -> RekapPeriode:
    return pilih(contoh(), periode).lembar


def baris_indikator(tables: list[Tabel]) -> dict[str, list[list[str]]]:
    """The rows that name an indikator, by its kode."""
    found: dict[str, list[list[str]]] = {}
    for table in tables:
        for row, cells in zip(table.baris, isi_sel(table), strict=True):
            if row.jenis is JenisBaris.ISI and len(cells) > 1:
                found.setdefault(cells[1].partition(" ")[0], []).append(cells)
    return found


def capaian(row: BarisIndikator) -> tuple[str, str]:
    found = row.hasil.capaian
    if found is None:
        return "–", ""
    return persen(found.capaian), found.kelas.label


@pytest.mark.parametrize("periode", PERIODE)
def test_the_recap_has_every_indikator_with_its_capaian(periode: str) -> None:
    (paper,) = buat(contoh(), "rekapitulasi-hasil", periode)
    shown = baris_indikator(tabel(paper, "Capaian"))
    prd = lembar(periode)
    assert set(shown) == {row.kode for row in prd.indikator}
    for row in prd.indikator:
        for cells in shown[row.kode]:
            figure, kategori = capaian(row)
            assert cells[5] == figure, row.kode
            assert kategori in {"", cells[6]}, row.kode


@pytest.mark.parametrize("periode", PERIODE)
def test_counts_by_kategori_add_up(periode: str) -> None:
    (paper,) = buat(contoh(), "rekapitulasi-hasil", periode)
    (table,) = tabel(paper, "Banyaknya")
    *rows, total = isi_sel(table)
    measured = [row for row in lembar(periode).indikator if row.hasil.status is not Status.TIDAK_BERLAKU]
    assert total == ["Jumlah yang diukur", str(sum(row.indikator.iku for row in measured)), str(len(measured))]
    for column in (1, 2):
        assert sum(int(row[column]) for row in rows) == int(total[column])
    labels = [row.hasil.capaian.kelas.label if row.hasil.capaian else "belum ada capaian" for row in measured]
    assert {row[0]: int(row[2]) for row in rows} == {row[0]: labels.count(row[0]) for row in rows}


@pytest.mark.parametrize("periode", ["2025-TW2", "2025", "2026-TW3"])
def test_money_of_programs_adds_up_to_the_total(periode: str) -> None:
    (paper,) = buat(contoh(), "rekapitulasi-hasil", periode)
    (table,) = tabel(paper, "Anggaran menurut program")
    money = lembar(periode).anggaran
    assert money is not None
    *rows, total = isi_sel(table)
    programs = [row for row in rows if row[0].count(".") == 2 or row[0].count(".") == 1]
    top = [row.kode for row in money.baris if row.hasil.tingkat is TingkatAnggaran.PROGRAM]
    spent = [int(row[3].replace(".", "")) for row in programs if row[0] in top]
    assert sum(spent) == int(total[2].replace(".", ""))
    assert total[3] == persen(money.hasil.jumlah.serapan or Decimal(0))


@pytest.mark.parametrize("periode", ["2025", "2026-TW1", "2026-TW3"])
def test_a_table_names_the_paper_that_changed_its_pagu_once_it_is_in_force(periode: str) -> None:
    money = lembar(periode).anggaran
    assert money is not None
    assert money.program.perubahan is not None
    changed = any(row.pagu != row.pagu_murni for row in money.hasil.baris)
    source = money.program.perubahan.sumber if changed else money.program.sumber
    (paper,) = buat(contoh(), "rekapitulasi-hasil", periode)
    assert polos(tabel(paper, "Anggaran menurut program")[0].catatan[0]).startswith(f"Sumber: {source}, LRA")


@pytest.mark.parametrize("periode", ["2025-TW2", "2026-TW2", "2026-TW3"])
def test_the_report_analyses_all_that_is_below_its_target(periode: str) -> None:
    (paper,) = buat(contoh(), "laporan-pengukuran", periode)
    heads = [polos(blok.isi).partition(" ")[0] for blok in paper.blok if isinstance(blok, Judul) and blok.tingkat == 3]
    prd = lembar(periode)
    below = [row.kode for row in prd.indikator if row.hasil.capaian and not row.hasil.capaian.tercapai]
    above = [
        row.kode
        for row in prd.indikator
        if row.hasil.capaian and row.hasil.capaian.tercapai and row.indikator.tingkat in {"tujuan", "sasaran"}
    ]
    assert heads == below + above
    fields = [dict(blok.baris) for blok in paper.blok if isinstance(blok, Medan)]
    told = [polos(field["Capaian"]) for field in fields if "Capaian" in field]
    by_code = prd.menurut_kode
    expected = [(row.hasil.capaian, by_code[kode]) for kode in heads for row in (by_code[kode],)]
    assert told == [f"{persen(c.capaian)} ({c.kelas.label})" for c, _ in expected if c]


def test_the_plan_is_that_of_the_next_quarter_and_of_the_next_year() -> None:
    for periode, title in (
        ("2026-TW2", "Rencana aksi Triwulan III 2026"),
        ("2025-TW4", "Rencana aksi Triwulan I 2026"),
    ):
        (paper,) = buat(contoh(), "laporan-pengukuran", periode)
        assert [table.judul for table in tabel(paper, "Rencana aksi")] == [title]
    following = lembar("2026-TW3").aksi
    (paper,) = buat(contoh(), "laporan-pengukuran", "2026-TW2")
    shown = [(cells[1], cells[2]) for cells in isi_sel(tabel(paper, "Rencana aksi")[0])]
    assert shown == [(row.kode, row.aksi.uraian) for row in following]


def test_the_recap_of_data_tells_units_and_what_is_missing() -> None:
    _, paper = buat(contoh(), "rekapitulasi-data", "2026-TW3")
    (sent,) = tabel(paper, "Penyampaian")
    year = pilih(contoh(), "2026-TW3").tahun
    rows = [row for row in year.pengiriman if str(row.periode) == "2026-TW3"]
    assert [cells[5:7] for cells in isi_sel(sent)] == [[str(r.hari_terlambat), str(r.putaran)] for r in rows]
    missing = [polos(line) for blok in paper.blok if isinstance(blok, Daftar) for line in blok.isi]
    prd = lembar("2026-TW3")
    empty = [
        row
        for row in prd.indikator
        if row.indikator.frekuensi is prd.periode.jenis.frekuensi and row.hasil.realisasi_periode is None
    ]
    assert [line.partition(" ")[0] for line in missing] == [row.kode for row in empty]
    tables = baris_indikator(tabel(paper, "Data "))
    owed = sum(len(r) for r in tables.values())
    assert owed == sum(row.indikator.frekuensi is prd.periode.jenis.frekuensi for row in prd.indikator)


def test_the_archive_has_each_piece_once_and_the_digest_of_its_file() -> None:
    paper, measured = buat(contoh(), "arsip", "2026-TW2")
    rows = [cells for table in tabel(paper) for cells in isi_sel(table)]
    assert [cells[0] for cells in rows] == [str(n) for n in range(1, len(rows) + 1)]
    steps = lembar("2026-TW2").siklus
    assert steps is not None
    papers = [row for step in steps.pengumpulan.langkah for row in step.catatan]
    (own,) = tabel(paper, "Naskah")
    assert len(own.baris) == len(papers) - 1  # without the archive itself
    evidence = list(isi_sel(tabel(paper, "Bukti")[0]))
    reports = [lap for lap in pilih(contoh(), "2026-TW2").tahun.laporan if steps.periode.memuat(lap.periode)]
    assert len(evidence) == len({bukti.bukti for lap in reports for bukti in lap.bukti})
    digests = {cells[6]: cells[7] for cells in rows if cells[7] != "–"}
    assert digests
    for path, digest in digests.items():
        assert hashlib.sha256(berkas(Path(path))).hexdigest()[:16] == digest
    last = isi_sel(tabel(measured, "Naskah")[0])[-1]
    assert last[2] == "Disposisi Kepala atas laporan hasil pengukuran Triwulan II 2026"
    assert last[5:7] == ["naskah", "Arsip nomor 000.7.2/658/SET/VII/2026"]


def test_the_checklist_ticks_what_was_there_on_its_day() -> None:
    (paper,) = buat(contoh(), "daftar-dokumen", "2026-TW3")  # made on 25 September
    wanted = pilih(contoh(), "2026-TW3").tahun.dokumen_wajib
    known = [[d for d in row.dokumen if d.tanggal is None or d.tanggal <= date(2026, 9, 25)] for row in wanted]
    rows = isi_sel(tabel(paper, "Dokumen wajib")[0])
    assert len(rows) == sum(max(1, len(found)) for found in known)
    assert sum(cells[6] == "√" for cells in rows) == sum(not found for found in known)
    assert all((cells[5] == "√") is not (cells[6] == "√") for cells in rows)
    text = tulis(paper)
    assert "DPA-SKPD BKPSDM Tahun Anggaran 2026" in text
    assert "DPPA-SKPD BKPSDM Tahun Anggaran 2026" not in text
    assert "Perjanjian Kinerja Perubahan" not in text
