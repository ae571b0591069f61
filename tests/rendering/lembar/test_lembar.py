"""What holds of every workbook: text stays text, formulas that old programs know, print on F4, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import openpyxl
import pytest

from sakipgen.diagnostics import SakipgenError
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.lembar import LEMBAR
from sakipgen.rendering.lembar.buku import BACA, CONTOH
from tests.measuring.builder import Susunan
from tests.rendering.berkas.terbit import contoh
from tests.rendering.lembar.hitung import hitung, nilai, perlu_soffice, rumus, sama_semua
from tests.rendering.test_opendata import rekap_of, small

TAHUN = 2024
FUNGSI = {
    *("ABS", "AND", "AVERAGE", "COUNT", "COUNTIF", "DATE", "GEOMEAN", "IF", "IFERROR", "INDEX", "ISNUMBER", "LOOKUP"),
    *("MATCH", "MAX", "MIN", "N", "OR", "ROUND", "ROWS", "SUM", "SUMIF", "SUMPRODUCT"),
}
"""All of them are in Excel 2007 and LibreOffice."""


def semua(rekap: Rekapitulasi, tahun: int = TAHUN, periode: Periode | None = None) -> dict[str, bytes]:
    return {kode: buku.render(rekap, tahun, periode) for kode, buku in LEMBAR.items()}


def kosong() -> Susunan:
    """One indikator that was promised, and nothing else."""
    return Susunan().ukur("IKU-1", frekuensi="tahunan").janji("IKU-1", "1")


@pytest.fixture(scope="module")
def buku() -> Mapping[str, bytes]:
    return semua(contoh())


def test_the_papers_and_the_steps_that_ask_for_them() -> None:
    assert {kode: row.langkah for kode, row in LEMBAR.items()} == {
        "kertas-kerja": ("9.2.4", "9.2.5"),
        "rekapitulasi": ("9.1.8", "9.1.9", "9.2.6"),
        "rencana-aksi": (),
        "iku": (),
        "evaluasi-renja": (),
        "lke": (),
    }
    assert {kode for kode, row in LEMBAR.items() if row.berkala} == {"kertas-kerja", "rekapitulasi", "evaluasi-renja"}


def test_the_same_data_give_the_same_bytes(buku: Mapping[str, bytes]) -> None:
    assert semua(contoh()) == buku
    for content in buku.values():
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            assert book.testzip() is None
            core = book.read("docProps/core.xml").decode()
        assert core.count("2026-11-12T00:00:00Z") == 2, "created and modified on the day that the data is seen from"


def test_functions_that_excel_2010_knows(buku: Mapping[str, bytes]) -> None:
    used = {
        name
        for content in buku.values()
        for *_, text in rumus(content)
        for name in re.findall(r"[A-Z_a-z.]+(?=\()", text)
    }
    assert used <= FUNGSI
    assert {"IF", "SUMPRODUCT", "INDEX", "AVERAGE"} <= used
    for content in buku.values():
        assert all(len(text) < 8000 and "_xlfn" not in text and "#" not in text for *_, text in rumus(content))


def _pinggir(pinggir: Any, bagian: str) -> str:
    """The text of a part of a page's head or foot."""
    return str(getattr(pinggir, bagian).text)


def test_every_sheet_prints_on_f4_with_page_numbers_and_says_that_it_is_an_example(buku: Mapping[str, bytes]) -> None:
    for kode, content in buku.items():
        for sheet in openpyxl.load_workbook(io.BytesIO(content)):
            where = (kode, sheet.title)
            assert sheet.page_setup.paperSize == 14, where
            assert getattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", False), where
            assert sheet.page_setup.fitToHeight == 0, where
            assert "dari" in _pinggir(sheet.oddFooter, "center"), where
            assert CONTOH in _pinggir(sheet.oddHeader, "right"), where
            texts = [str(cell.value) for row in sheet.iter_rows(max_row=7) for cell in row if cell.value]
            assert texts[0] == "PEMERINTAH KABUPATEN PESISIR SELATAN", where
            assert any(CONTOH in text for text in texts), where
            if kode == "lke":
                assert any("simulasi, bukan nilai resmi" in text for text in texts), where
                assert "simulasi, bukan nilai resmi" in _pinggir(sheet.oddHeader, "right")


def test_the_first_sheet_says_what_it_is(buku: Mapping[str, bytes]) -> None:
    for content in buku.values():
        book = nilai(content)
        assert book.sheetnames[0] == BACA
        told = {row[0]: row[1] for row in book[BACA].iter_rows(values_only=True)}
        assert told["Data per"] == "12 November 2026, dilihat sampai Oktober 2026"
        assert told["Revisi data"] == contoh().revisi
        assert "bukan data resmi" in str(told["DATA CONTOH"])


@pytest.mark.parametrize("kode", ["kertas-kerja", "rekapitulasi", "evaluasi-renja", "lke"])
def test_tables_repeat_their_heads_and_are_signed(kode: str, buku: Mapping[str, bytes]) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(buku[kode])).worksheets[1]
    assert sheet.print_title_rows
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value}
    assert {"Disusun oleh", "NIP " + "…" * 24} <= texts


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://contoh.go.id", "<r><t>x</t></r>", "12", "&P"]
)
def test_text_of_the_data_stays_text(text: str) -> None:
    data = small().lapor("IKU-03", "TW2", komponen={"ikut": "2", "total": "3"}, catatan=text, kendala=text)
    for kode in data.indikator:
        changed = {"nama": text, "definisi_operasional": text, "formula_teks": text, "sumber_data": text}
        data.indikator[kode] = data.indikator[kode].model_copy(update=changed)
    found = 0
    for kode, content in semua(rekap_of(data)).items():
        wanted = {formula for *_, formula in rumus(content)}
        assert f"{text}" not in wanted, kode
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        assert not [name for name, part in parts.items() if b"<hyperlink " in part], kode
        shared = ET.fromstring(parts["xl/sharedStrings.xml"])  # noqa: S314 - our own
        texts = {"".join(t.text or "" for t in one.iter() if t.tag.endswith("}t")).strip() for one in shared}
        found += text in texts
    assert found >= 3


def test_an_office_that_reported_nothing_has_every_workbook() -> None:
    for kode, content in semua(rekap_of(kosong())).items():
        assert len(nilai(content).sheetnames) >= 2 - (kode == "rencana-aksi"), kode


def test_a_period_that_is_not_there_is_named() -> None:
    with pytest.raises(SakipgenError, match="2019-TW1"):
        LEMBAR["kertas-kerja"].render(contoh(), 2019, Periode(2019, "TW1"))


@perlu_soffice
def test_every_formula_of_every_workbook_computes_to_what_came_with_it(
    buku: Mapping[str, bytes], tmp_path: Path
) -> None:
    rest: dict[str, bytes] = {kode: content for kode, content in buku.items() if kode != "kertas-kerja"}
    quarter = semua(contoh(), 2026, Periode(2026, "TW3"))
    rest |= {f"{kode}-tw3": quarter[kode] for kode in ("rekapitulasi", "evaluasi-renja")}
    rest |= {f"{kode}-kosong": content for kode, content in semua(rekap_of(kosong())).items()}
    rest |= {f"{kode}-kecil": content for kode, content in semua(rekap_of(small())).items()}
    books: Mapping[str, Any] = hitung(rest, tmp_path)
    seen = {kode: sama_semua(content, books[kode]) for kode, content in rest.items()}
    assert seen["rekapitulasi"] > 150
    assert seen["evaluasi-renja"] > 250
    assert seen["lke"] > 60
