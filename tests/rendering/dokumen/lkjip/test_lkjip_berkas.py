"""The files of the LKjIP: both formats say every sentence and figure of the value, and the same bytes twice."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest
from docx import Document
from docx.oxml.ns import qn

from sakipgen.rendering.dokumen.blok import Daftar, DaftarIsi, Dokumen, Gambar, Judul, Medan, Paragraf, Tabel
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.huruf import tercetak
from sakipgen.rendering.dokumen.pdf import Cetakan, cetak
from sakipgen.rendering.dokumen.teks import polos
from tests.rendering.dokumen.baca_docx import TEMPLAT, kisi, teks
from tests.rendering.dokumen.contoh_bahan import tabel
from tests.rendering.dokumen.lkjip.baca_lkjip import contoh, kecil
from tests.rendering.dokumen.lkjip.test_lkjip_keadaan import JAHAT, lengkap
from tests.rendering.dokumen.test_pdf import badan, lembar, rapat

TAHUN = pytest.mark.parametrize("which", [2024, 2025, 2026])
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler) is not installed")


@cache
def tercetak_pdf(which: int) -> Cetakan:
    return cetak(contoh(which)[0], TEMPLAT)


@cache
def word(which: int) -> bytes:
    return render_docx(contoh(which)[0], TEMPLAT, tercetak_pdf(which).halaman)


def kalimat(paper: Dokumen) -> Iterator[str]:
    """What a reader reads of a paper, but for the cells of its tables."""
    for blok in paper.blok:
        match blok:
            case Judul():
                yield polos(blok.isi)
            case Paragraf():
                yield polos(blok.isi)
            case Daftar():
                yield from map(polos, blok.isi)
            case Medan():
                yield from (polos(told) for _, told in blok.baris)
            case Tabel():
                yield f"{blok.nomor} {blok.judul}"
                yield from map(polos, blok.catatan)
            case Gambar():
                yield f"{blok.nomor} {blok.judul}"
                yield polos(blok.catatan)
            case DaftarIsi():
                yield blok.judul
            case _:
                pass
    yield from map(str, paper.belum)


def sel(found: Tabel) -> list[list[str]]:
    """The cells of a table as printed, row by row, each once."""
    numbers = [[str(n) for n in range(1, len(found.kolom) + 1)]] if found.nomor_kolom else []
    head = [["\n".join(map(polos, cell.isi)) for cell in row] for row in found.kepala]
    body = [["\n".join(map(polos, cell.isi)) for cell in row.sel] for row in found.baris]
    return [*head, *numbers, *body]


def sel_word(element: object) -> list[list[str]]:
    return [[text for text, _, merge in row if merge in {"", "restart"}] for row in kisi(element)]


@poppler
@TAHUN
def test_pdf_says_every_sentence_and_cell(which: int) -> None:
    paper, _ = contoh(which)
    read = rapat("".join(badan(tercetak_pdf(which).pdf)))
    missing = [text for text in kalimat(paper) if rapat(tercetak(text)) not in read]
    assert missing == []
    cells = [text for found in tabel(paper) for row in sel(found) for text in row]
    lost = [text for text in cells if rapat(tercetak(text)) not in read]
    assert lost == []


@TAHUN
def test_word_has_every_table_with_the_figures_of_the_value(which: int) -> None:
    paper, _ = contoh(which)
    elements = Document(io.BytesIO(word(which))).element.body.iterchildren(qn("w:tbl"))
    grids = [sel_word(element) for element in elements]
    for found in tabel(paper):
        expected = sel(found)
        assert expected in grids, found.judul
        del grids[: grids.index(expected) + 1]


@poppler
@TAHUN
def test_both_formats_say_the_same(which: int) -> None:
    paper, _ = contoh(which)
    body = Document(io.BytesIO(word(which))).element.body
    read = rapat("".join(teks(p) for p in body.iter(qn("w:p"))))
    printed = rapat("".join(badan(tercetak_pdf(which).pdf)))
    said = Counter(rapat(tercetak(text)) for text in kalimat(paper) if text)
    for text, times in said.items():
        assert read.count(text) >= times, text
        assert printed.count(text) >= times, text


@poppler
def test_a_draft_is_marked_on_every_page_and_counts_what_it_lacks() -> None:
    sheets = [rapat(text) for text in lembar(tercetak_pdf(2026).pdf)]
    assert all(rapat("RANCANGAN – belum ditetapkan") in text for text in sheets)
    missing = len(contoh(2026)[0].belum)
    assert rapat(f"Belum lengkap ({missing}):") in sheets[-1]


def test_the_same_value_gives_the_same_bytes() -> None:
    paper, _ = contoh(2025)
    again = cetak(paper, TEMPLAT)
    assert again == tercetak_pdf(2025)
    assert render_docx(paper, TEMPLAT, again.halaman) == word(2025)


def test_hostile_text_breaks_no_format() -> None:
    data = lengkap()
    data.narasi[2024]["simpulan"] = JAHAT
    data.narasi_sasaran[2024, "S1"]["penyebab"] = JAHAT
    paper = kecil(data)
    found = cetak(paper, TEMPLAT)
    assert found.pdf.startswith(b"%PDF")
    body = Document(io.BytesIO(render_docx(paper, TEMPLAT, found.halaman))).element.body
    read = "".join(teks(p) for p in body.iter(qn("w:p")))
    assert "{{ 7*7 }} {% raw %} =1+1 # judul ## dua |" in read
