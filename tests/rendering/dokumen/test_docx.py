"""The DOCX writer, read back: texts, spans, sections, page numbers, contents, alternative texts, language, order."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pytest
from docx import Document
from docx.oxml.ns import qn

from sakipgen.rendering.dokumen.blok import (
    Bagian,
    Butir,
    Daftar,
    DaftarIsi,
    Dokumen,
    Entri,
    HalamanBaru,
    JenisDaftarIsi,
    Judul,
    Kertas,
    Kolofon,
    Kolom,
    Medan,
    NomorHalaman,
    Paragraf,
    Penanda,
    Ruang,
    Sel,
    Tabel,
    TandaTangan,
)
from sakipgen.rendering.dokumen.docx import render_docx
from sakipgen.rendering.dokumen.docx_lebar import lebar_kolom
from sakipgen.rendering.dokumen.docx_xml import bersih, twip
from tests.rendering.dokumen.baca_docx import BADAN, TEMPLAT, alinea, bongkar, buat, kisi, teks
from tests.rendering.dokumen.contoh_blok import (
    CAP,
    JAHAT,
    PANJANG,
    dengan,
    formulir,
    kal,
    kop,
    laporan,
    sel,
    surat,
    tabel_capaian,
    tabel_lebar,
    tanda_tangan,
    tebal,
)
from tests.rendering.dokumen.contoh_blok import (
    alinea as paragraf,
)
from tests.salinan import ROOT

URUTAN: Final = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
}
"""The order of children that the schema asks for; Word calls a file in another order broken."""


@pytest.fixture(scope="module")
def buku() -> Any:
    return buat(laporan(), {"j-kata": "i", "j-1": 1, "t-capaian": 5})


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_letter() -> None:
    document = buat(surat())
    head = document.element.body[0]
    assert [text for text, _, _ in kisi(head)[0]] == [
        "",
        "\n".join((*kop().baris, kop().alamat)),
        "",
    ]
    assert alinea(document)[:2] == [("Judul Naskah", "NOTA DINAS"), ("Subjudul Naskah", "Nomor: 700/001/2026")]
    fields = kisi(document.tables[1]._tbl)
    assert [[text for text, _, _ in row] for row in fields][:2] == [
        ["Yth.", ":", "Sekretaris dan para Kepala Bidang"],
        ["Dari", ":", "Kepala Dinas"],
    ]
    assert "{{" not in teks(document.element)


def test_a_paper_without_kop_has_nothing_above_its_blocks() -> None:
    document = buat(dengan(Paragraf(kal("Satu"))))
    assert alinea(document) == [("Body Text", "Satu")]
    assert document.tables == []


def test_text_from_data_is_text() -> None:
    document = buat(dengan(Paragraf(kal(JAHAT)), Judul(2, kal(JAHAT), "1.1"), formulir()))
    assert alinea(document)[:2] == [("Body Text", JAHAT), ("Heading 2", f"1.1\t{JAHAT}")]


def test_kop_cap_and_kaki_are_text() -> None:
    paper = replace(surat(), cap=(JAHAT, "{{ 7*7 }}"), kaki=f"{JAHAT}\n\x07dua")
    document = buat(paper)
    section = document.sections[0]
    assert teks(section.header._element) == f"{JAHAT} · {{{{ 7*7 }}}}"
    assert teks(section.footer._element) == f"{JAHAT} dua"


@pytest.mark.parametrize(
    ("raw", "kept"),
    [("a\x00\x0b\x1fb", "ab"), ("a\ufffe\uffffb", "ab"), ("a\ud800b", "ab"), ("a\r\nb\rc", "a\nb\nc"), ("𝛑é", "𝛑é")],
)
def test_illegal_characters_are_dropped(raw: str, kept: str) -> None:
    assert bersih(raw) == kept
    assert alinea(buat(dengan(Paragraf(kal(raw))))) == [("Body Text", kept)]


def test_illegal_characters_in_attributes_and_properties() -> None:
    table = replace(tabel_capaian(), judul='a\x00"b"<\x1f')
    document = buat(replace(dengan(table), judul="x\x00" * 200, subjek="\ud800"))
    assert document.core_properties.title == "x" * 200
    assert document.tables[0]._tbl.find(f".//{qn('w:tblCaption')}").get(qn("w:val")) == 'a"b"<'


def test_looks_of_runs(buku: Any) -> None:
    runs = {run.text: run for p in buku.paragraphs for run in p.runs}
    assert runs["tebal"].bold
    assert runs["miring"].italic
    assert runs["belum diisi"].style.name == "Belum Diisi"
    assert str(runs["belum diisi"].style.font.color.rgb) == "B3261E"
    assert ("Kotak Belum", "BELUM DIISI: analisis penyebab IKU-02, penanggung jawab Bidang Perencanaan") in alinea(buku)


# ── Headings, lists, breaks ──────────────────────────────────────────────────────────────────────────────────────


def test_headings_are_headings(buku: Any) -> None:
    headings = [pair for pair in alinea(buku) if pair[0].startswith("Heading")]
    assert headings[:6] == [
        ("Heading 1", "Kata Pengantar"),
        ("Heading 1", "BAB I\nPendahuluan"),
        ("Heading 2", "1.1\tLatar Belakang"),
        ("Heading 3", "1.1.1\tDasar Hukum"),
        ("Heading 4", "a.\tRincian"),
        ("Heading 2", "1.2\tMaksud dan Tujuan"),
    ]
    for n in range(1, 5):
        style = buku.styles[f"Heading {n}"].element
        assert style.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == str(n - 1)
        fonts = style.find(f".//{qn('w:rFonts')}")
        assert fonts.get(qn("w:ascii")) == "Arial"
        assert not [name for name in fonts.attrib if "Theme" in name]


def test_an_unnumbered_subheading_does_not_hang() -> None:
    (p,) = buat(dengan(Judul(2, kal("Tanpa nomor")))).paragraphs
    assert (p.paragraph_format.left_indent, p.paragraph_format.first_line_indent) == (0, 0)


def test_every_list_counts_from_one() -> None:
    three = (kal("satu"), kal("dua"), kal("tiga"))
    document = buat(dengan(*(Daftar(three, b) for b in (Butir.ANGKA, Butir.ANGKA, Butir.HURUF, Butir.TITIK))))
    numbers = [p._p.pPr.numPr.numId.val for p in document.paragraphs]
    assert numbers == [n for n in (numbers[0], numbers[3], numbers[6], numbers[9]) for _ in three]
    assert len(set(numbers)) == 4
    root = document.part.numbering_part.element
    kinds = []
    for number in (numbers[0], numbers[3], numbers[6], numbers[9]):
        (num,) = root.findall(f"{qn('w:num')}[@{qn('w:numId')}='{number}']")
        abstract = num.find(qn("w:abstractNumId")).get(qn("w:val"))
        level = root.find(f"{qn('w:abstractNum')}[@{qn('w:abstractNumId')}='{abstract}']/{qn('w:lvl')}")
        kinds.append(level.find(qn("w:numFmt")).get(qn("w:val")))
        assert num.find(f".//{qn('w:startOverride')}").get(qn("w:val")) == "1"
    assert kinds == ["decimal", "decimal", "lowerLetter", "bullet"]
    assert [e.tag for e in root] == sorted((e.tag for e in root), key=lambda tag: tag == qn("w:num"))


def _baru(document: Any) -> list[str]:
    return [p.text for p in document.paragraphs if p._p.find(f".//{qn('w:pageBreakBefore')}") is not None]


def test_new_pages_need_no_paragraph_of_their_own() -> None:
    blocks = (HalamanBaru(), Judul(1, kal("A")), Paragraf(kal("x")), HalamanBaru(), HalamanBaru(), Paragraf(kal("y")))
    document = buat(dengan(*blocks, Judul(1, kal("B")), HalamanBaru()))
    assert _baru(document) == ["y", "B"]
    assert [p.text for p in document.paragraphs] == ["A", "x", "y", "B"]
    assert _baru(buat(dengan(Paragraf(kal("x")), HalamanBaru(), formulir()))) == [""]


def test_empty_paragraphs_stand_only_where_word_needs_them(buku: Any) -> None:
    empty = [style for style, text in alinea(buku) if not text and style not in {"Gambar", "Garis Kolofon"}]
    assert set(empty) == {"Pembatas"}
    assert len(empty) == 5  # three ends of sections, the room of three lines, between two rows of signatures


def test_room_is_one_paragraph() -> None:
    (p,) = buat(dengan(Ruang(4))).paragraphs
    assert p.paragraph_format.line_spacing.twips == 4 * 320
    (p,) = buat(dengan(Ruang(1000))).paragraphs
    assert p.paragraph_format.line_spacing.twips == 12000


# ── Tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_spans_both_ways() -> None:
    rows = kisi(buat(dengan(tabel_capaian())).tables[0]._tbl)
    assert rows[0] == [
        ("No.", 1, "restart"),
        ("Indikator kinerja", 1, "restart"),
        ("Satuan", 1, "restart"),
        ("Tahun 2025", 3, ""),
        ("Kategori", 1, "restart"),
    ]
    assert rows[1] == [
        *(("", 1, "continue"),) * 3,
        ("Target", 1, ""),
        ("Realisasi", 1, ""),
        ("Capaian (%)", 1, ""),
        ("", 1, "continue"),
    ]
    assert [text for text, _, _ in rows[2]] == list("1234567")
    assert rows[3] == [("Sasaran 1: Meningkatnya kualitas tata kelola", 7, "")]
    assert [merge for _, _, merge in rows[6]] == ["continue", "continue", "", "", "", "", ""]
    assert rows[7] == [("Rata-rata capaian", 5, ""), ("103,15", 1, ""), ("", 1, "")]


def test_head_is_repeated_and_short_rows_stay_whole() -> None:
    long = sel(*(f"Baris {n}" for n in range(40)))
    table = replace(tabel_capaian(), baris=(), kolom=(Kolom(1),), kepala=((sel("A"),), (sel("B"),)), nomor_kolom=True)
    table = replace(
        table, baris=tuple(replace(r, sel=(c,)) for r, c in zip(tabel_capaian().baris, (sel("a"), long), strict=False))
    )
    rows = buat(dengan(table)).tables[0]._tbl.tr_lst
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True, True, True, False, False]
    assert [row.find(f".//{qn('w:cantSplit')}") is not None for row in rows] == [True, True, True, True, False]


@pytest.mark.parametrize("table", [tabel_capaian(), tabel_lebar(3), formulir()])
def test_widths_stand_in_grid_and_cells_and_add_up(table: Tabel) -> None:
    document = buat(Dokumen("u", "U", "U", "U", date(2026, 1, 1), (Bagian((table,), melintang=True),)))
    tbl = document.tables[0]._tbl
    grid = [int(column.get(qn("w:w"))) for column in tbl.tblGrid]
    section = document.sections[0]
    assert sum(grid) == section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    assert tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")) == str(sum(grid))
    assert tbl.tblPr.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
    for row in tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            assert cell.tcPr.find(qn("w:tcW")).get(qn("w:w")) == str(sum(grid[at : at + cell.grid_span]))
            at += cell.grid_span
        assert at == len(grid)


def test_a_narrow_column_gets_room_for_its_words() -> None:
    columns = (Kolom(1), Kolom(99))
    assert lebar_kolom(columns, 10000) == (100, 9900)
    assert lebar_kolom(columns, 10000, (800, 0)) == (840, 9160)
    assert lebar_kolom(columns, 1000, (800, 800)) == (10, 990)
    assert sum(lebar_kolom((Kolom(1),) * 7, 10000, (2000, *(0,) * 6))) == 10000


def test_sides_of_cells() -> None:
    tbl = buat(dengan(tabel_capaian())).tables[0]._tbl
    sides = [
        cell.p_lst[0].pPr.jc_val if cell.p_lst[0].pPr.find(qn("w:jc")) is not None else None
        for cell in tbl.tr_lst[4].tc_lst
    ]
    assert [side.name if side is not None else None for side in sides] == [
        "CENTER", "LEFT", "CENTER", "RIGHT", "RIGHT", "RIGHT", "LEFT",
    ]  # fmt: skip


def test_sides_of_cells_over_several_columns() -> None:
    tbl = buat(dengan(tabel_capaian())).tables[0]._tbl
    assert [tbl.tr_lst[n].tc_lst[0].p_lst[0].pPr.jc_val.name for n in (3, 7)] == ["LEFT", "CENTER"]


def test_rows_of_a_kind_have_the_shading_of_the_template() -> None:
    tbl = buat(dengan(tabel_capaian())).tables[0]._tbl
    fills = [{shd.get(qn("w:fill")) for shd in row.iter(qn("w:shd"))} for row in tbl.tr_lst]
    assert fills == [{"E6EDF5"}, {"E6EDF5"}, {"F4F7FA"}, {"F4F7FA"}, set(), set(), set(), {"E6EDF5"}]


def test_a_row_that_does_not_fit_is_refused() -> None:
    two = (Kolom(1), Kolom(1))
    with pytest.raises(ValueError, match="1 sel lebih banyak"):
        buat(dengan(Tabel(two, ((sel("a"), sel("b"), sel("c")),), ())))
    with pytest.raises(ValueError, match="tidak muat"):
        buat(dengan(Tabel(two, ((sel("a"), sel("b", lebar=2)),), ())))


def test_a_short_row_is_filled_up_and_an_empty_cell_has_its_paragraph() -> None:
    tbl = buat(dengan(Tabel((Kolom(1), Kolom(1), Kolom(1)), ((sel("a"),), (Sel(()), sel("b"))), ()))).tables[0]._tbl
    assert kisi(tbl) == [[("a", 1, ""), ("", 2, "")], [("", 1, ""), ("b", 1, ""), ("", 1, "")]]
    assert all(cell.p_lst for row in tbl.tr_lst for cell in row.tc_lst)


def test_tables_never_touch() -> None:
    body = buat(dengan(formulir(), formulir(), tanda_tangan())).element.body
    assert [child.tag.rpartition("}")[2] for child in body] == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


# ── Signatures ───────────────────────────────────────────────────────────────────────────────────────────────────


def _tanda(block: TandaTangan) -> list[list[str]]:
    return [[text for text, _, _ in row] for row in kisi(buat(dengan(block)).tables[0]._tbl)]


def test_a_single_signature_stands_on_the_right() -> None:
    dots = "…" * 12
    assert _tanda(tanda_tangan(dua=False)) == [
        ["", "Kota Contoh, 2 Januari 2026"],
        ["", "Pihak Pertama,"],
        ["", "Plt. Kepala Dinas Contoh"],
        ["", ""],
        ["", f"{dots}\n{dots}\nNIP {'…' * 9}"],
    ]


def test_signatures_without_rank() -> None:
    assert _tanda(
        TandaTangan((Penanda("Bupati", nama="Nama Contoh", ber_nip=False), Penanda("Ketua", ber_nip=False)))
    ) == [
        ["Bupati", "Ketua"],
        ["", ""],
        ["Nama Contoh", "…" * 12],
    ]


def test_five_signatures_stand_in_two_rows() -> None:
    rows = _tanda(TandaTangan(tuple(Penanda(str(n)) for n in range(5)), "Hari"))
    assert rows[0] == ["0", "1", "2"]
    assert rows[3:5] == [["", "", "Hari"], ["", "3", "4"]]


def test_signatures_stay_with_the_text_above() -> None:
    document = buat(dengan(Paragraf(kal("Demikian.")), tanda_tangan()))
    assert document.paragraphs[0].paragraph_format.keep_with_next
    rows = document.tables[0]._tbl.tr_lst
    kept = [{p.pPr.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:p"))} for row in rows]
    assert kept == [{True}] * (len(rows) - 1) + [{False}]


def test_a_colophon_is_never_alone() -> None:
    entries = Daftar((kal("satu"), kal("dua")))
    document = buat(dengan(entries, tanda_tangan(), Kolofon(Medan((("Data", kal("Mei")), ("Revisi", kal("1")))))))
    assert all(p.paragraph_format.keep_with_next for p in document.paragraphs[:2])
    signed, told = document.tables
    kept = [[p.pPr.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:p"))] for row in told._tbl.tr_lst]
    assert all(p.pPr.find(qn("w:keepNext")) is not None for p in signed._tbl.iter(qn("w:p")))
    assert kept == [[True] * 3, [False] * 3]


# ── Sections ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_sections(buku: Any) -> None:
    assert next(buku.element.iter(qn("w:sectPr"))).find(qn("w:footerReference")) is None
    f4 = (twip(215), twip(330))
    assert f4 == (12189, 18709)
    found = [
        (
            (section.page_width.twips, section.page_height.twips),
            section.orientation.name,
            (number := section._sectPr.find(qn("w:pgNumType"))).get(qn("w:fmt")),
            number.get(qn("w:start")),
            " PAGE " in {code.text for code in section.footer._element.iter(qn("w:instrText"))},
        )
        for section in buku.sections
    ]
    assert found == [
        (f4, "PORTRAIT", "decimal", None, False),
        (f4, "PORTRAIT", "lowerRoman", "1", True),
        (f4, "PORTRAIT", "decimal", "1", True),
        (f4[::-1], "LANDSCAPE", "decimal", None, True),
        (f4, "PORTRAIT", "decimal", None, True),
    ]
    assert all(teks(section.header._element) == " · ".join(CAP) for section in buku.sections)
    assert [teks(s.footer._element).startswith("LKjIP 2025 – Dinas Contoh") for s in buku.sections][1:] == [True] * 4
    assert [s.left_margin.mm for s in buku.sections][2:4] == [pytest.approx(30, abs=0.1), pytest.approx(25, abs=0.1)]
    assert buku.sections[3].top_margin.mm == pytest.approx(30, abs=0.1)
    assert not list(buku.element.iter(qn("w:titlePg")))


def test_a4_and_a_section_without_blocks() -> None:
    paper = replace(dengan(), bagian=(Bagian(()), Bagian((paragraf(),), nomor=NomorHalaman.TANPA)), kertas=Kertas.A4)
    document = buat(paper)
    assert [(s.page_width.mm, s.page_height.mm) for s in document.sections] == [
        (pytest.approx(210, abs=0.1), pytest.approx(297, abs=0.1))
    ] * 2
    assert "PAGE" not in teks(document.sections[1].footer._element)


# ── Contents, captions, pictures ─────────────────────────────────────────────────────────────────────────────────


def _ruas(dokumen: Any) -> list[tuple[str, str]]:
    """Code and result of every field that holds no other."""
    found, code, result, shown = [], "", "", False
    for part in dokumen.element.body.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        kind = part.get(qn("w:fldCharType"))
        if kind == "begin":
            code, result, shown = "", "", False
        elif kind == "separate":
            shown = True
        elif kind == "end":
            found.append((code.strip(), result))
            code, shown = "", False
        elif part.tag == qn("w:instrText"):
            code += part.text
        elif shown:
            result += part.text
    return found


def test_contents_lead_to_bookmarks(buku: Any) -> None:
    body = buku.element.body
    marks = {mark.get(qn("w:name")): mark for mark in body.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))]
    assert len(links) == len(set(links)) == 11 + 3 + 3
    assert set(links) == set(marks)
    assert len({mark.get(qn("w:id")) for mark in marks.values()}) == len(marks)
    lines = [pair for pair in alinea(buku) if pair[0].lower().startswith(("toc", "table of"))]
    assert lines[:4] == [
        ("TOC Heading", "Daftar Isi"),
        ("toc 1", "Kata Pengantar\ti"),
        ("toc 1", "BAB I\tPendahuluan\t1"),
        ("toc 2", "1.1\tLatar Belakang\t"),
    ]
    assert ("table of figures", "Tabel 3.1\tCapaian indikator kinerja utama tahun 2025\t5") in lines
    (target,) = [teks(mark.getparent()) for name, mark in marks.items() if name == links[1]]
    assert target == "BAB I\nPendahuluan"


def test_word_can_work_out_contents_and_numbers(buku: Any) -> None:
    codes = " ".join(code.text for code in buku.element.body.iter(qn("w:instrText")))
    assert 'TOC \\o "1-3" \\h \\z' in codes
    assert 'TOC \\h \\z \\c "Tabel"' in codes
    assert 'TOC \\h \\z \\c "Gambar"' in codes
    fields = _ruas(buku)
    assert ("PAGEREF _Toc00000002 \\h", "1") in fields
    assert [pair for pair in fields if pair[0].startswith("SEQ")] == [
        *((f"SEQ Tabel \\* ARABIC \\r {n}", str(n)) for n in (1,)),
        *((f"SEQ Gambar \\* ARABIC \\r {n}", str(n)) for n in (1, 2, 3)),
        ("SEQ Tabel \\* ARABIC \\r 2", "2"),
        ("SEQ Tabel \\* ARABIC \\r 1", "1"),
    ]
    kinds = [mark.get(qn("w:fldCharType")) for mark in buku.element.body.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")
    assert list(buku.settings.element.iter(qn("w:updateFields"))) == []


def test_contents_without_target_or_entry() -> None:
    entries = (Entri(1, "", "Ke mana-mana", "tak-ada"), Entri(9, "1", "Dalam", "j"))
    blocks = (DaftarIsi(JenisDaftarIsi.ISI, "Daftar Isi", entries), DaftarIsi(JenisDaftarIsi.TABEL, "Daftar Tabel"))
    document = buat(dengan(*blocks, Judul(1, kal("Dua"), id="j"), Judul(1, kal("Kembar"), id="j")), {"tak-ada": 3})
    assert [text for _, text in alinea(document)] == [
        "Daftar Isi", "Ke mana-mana\t3", "1\tDalam\t", "Daftar Tabel", "Dua", "Kembar",
    ]  # fmt: skip
    assert len(list(document.element.body.iter(qn("w:bookmarkStart")))) == 1


def test_captions(buku: Any) -> None:
    pairs = alinea(buku)
    assert ("Caption", "Tabel 3.1 Capaian indikator kinerja utama tahun 2025") in pairs
    assert ("Judul Gambar", "Gambar 3.3 Realisasi per triwulan") in pairs
    no_number = replace(tabel_capaian(), nomor="", judul="Rekap")
    assert alinea(buat(dengan(no_number)))[0] == ("Caption", "Rekap")
    assert alinea(buat(dengan(replace(no_number, nomor="Tabel A"))))[0] == ("Caption", "Tabel A Rekap")


def test_charts_have_words_and_their_width(buku: Any) -> None:
    drawings = list(buku.element.body.iter(qn("wp:inline")))
    told = [inline.find(qn("wp:docPr")) for inline in drawings]
    assert [mark.get("name") for mark in told] == ["Gambar 3.1", "Gambar 3.2", "Gambar 3.3"]
    assert all(len(mark.get("descr")) > 10 for mark in told)
    assert len({mark.get("id") for mark in told}) == 3
    section = buku.sections[2]
    room = section.page_width - section.left_margin - section.right_margin
    widths = [int(inline.find(qn("wp:extent")).get("cx")) for inline in drawings]
    assert widths == [pytest.approx(room, rel=0.001)] * 2 + [pytest.approx(room * 0.6, rel=0.001)]


# ── The whole file ───────────────────────────────────────────────────────────────────────────────────────────────


def test_language_and_properties(buku: Any) -> None:
    parts = bongkar(render_docx(laporan(), TEMPLAT))
    languages = {lang for raw in parts.values() for lang in re.findall(rb'<w:lang w:val="([^"]+)"', raw)}
    assert languages == {b"id-ID"}
    told = buku.core_properties
    assert (told.title, told.subject) == (laporan().judul, laporan().subjek)
    assert told.author == told.last_modified_by == laporan().penerbit
    assert told.created.date() == told.modified.date() == laporan().tanggal
    assert isinstance(told.created, datetime)
    assert told.language == "id-ID"


@pytest.mark.parametrize("paper", [laporan(), surat(), tebal(4)], ids=lambda paper: str(paper.nama))
def test_properties_stand_in_the_order_of_the_schema(paper: Dokumen) -> None:
    parts = bongkar(render_docx(paper, TEMPLAT))
    seen: set[str] = set()
    for name, raw in parts.items():
        if not name.endswith(".xml") or not name.startswith("word/"):
            continue
        root: Any = Document(io.BytesIO(render_docx(paper, TEMPLAT))).element if name == BADAN else _xml(raw)
        for kind, order in URUTAN.items():
            wanted = {word: n for n, word in enumerate(order.split())}
            if kind == "sectPr":
                wanted["footerReference"] = wanted["headerReference"]
            for element in root.iter(qn(f"w:{kind}")):
                places = [wanted[child.tag.rpartition("}")[2]] for child in element]
                assert places == sorted(places), (name, kind, [child.tag for child in element])
                seen.add(kind)
    assert seen == set(URUTAN)


def _xml(raw: bytes) -> Any:
    from docx.oxml.parser import parse_xml

    return parse_xml(raw)


def test_the_same_paper_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib, sys; from pathlib import Path; from tests.rendering.dokumen.contoh_blok import laporan; "
        "from sakipgen.rendering.dokumen.docx import render_docx; "
        "sys.stdout.write(hashlib.sha256(render_docx(laporan(), Path(sys.argv[1]))).hexdigest())"
    )
    other = subprocess.run(
        [sys.executable, "-c", code, str(TEMPLAT)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT), "TZ": "Asia/Jayapura"},
    ).stdout
    assert other == hashlib.sha256(render_docx(laporan(), TEMPLAT)).hexdigest()


def test_a_thick_report_takes_seconds_not_minutes() -> None:
    start = time.perf_counter()
    document = buat(tebal())
    assert time.perf_counter() - start < 10
    assert len(document.tables) == 30


def test_long_words_are_whole(buku: Any) -> None:
    assert PANJANG in teks(buku.element.body)


def test_the_shipped_template_is_small_and_names_nobody() -> None:
    raw = (TEMPLAT / "dasar.docx").read_bytes()
    assert len(raw) < 20_000
    core = bongkar(raw)["docProps/core.xml"].decode()
    assert "creator" not in core
    assert "lastModifiedBy" not in core


def test_folder_of_the_template_may_be_relative(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert render_docx(surat(), Path("site_templates/dokumen")) == render_docx(surat(), TEMPLAT)
