"""What is refused before it is opened: I-01, I-02 and the containers of I-06."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from sakipgen.forms.baca import baca_buku
from sakipgen.forms.temuan import Temuan
from sakipgen.forms.wadah import TERBESAR, periksa_wadah
from tests.conftest import Indonesian
from tests.forms.kantor import SOFFICE, TANPA_SOFFICE, bagian, isi, lewat_libreoffice, meja, ubah


def kata(temuan: object) -> str:
    assert isinstance(temuan, tuple)
    (one,) = temuan
    assert isinstance(one, Temuan)
    return f"{one.kode} {one.pesan}"


@pytest.fixture(scope="module")
def buku() -> bytes:
    return meja().buku()


def test_a_form_is_let_in(buku: bytes) -> None:
    assert periksa_wadah("formulir.xlsx", buku) == ()


def test_i_01_a_zip_bomb(buku: bytes, indonesian: Indonesian) -> None:
    told = kata(periksa_wadah("f.xlsx", bagian(buku, {"xl/worksheets/sheet9.xml": b" " * 9_000_000})))
    assert indonesian(told).startswith("X001 berkas Excel tidak wajar (mengembang 1 : ")
    huge = bagian(buku, {f"xl/media/{n}.bin": bytes(range(256)) * 40_000 for n in range(6)})
    assert kata(periksa_wadah("f.xlsx", huge)).startswith("X001 isi berkas tidak wajar")


def test_too_many_parts_or_two_of_one_name(buku: bytes) -> None:
    many = bagian(buku, {f"xl/media/{n}.bin": b"" for n in range(400)})
    assert kata(periksa_wadah("f.xlsx", many)).startswith("X001 isi berkas tidak wajar")
    made = io.BytesIO(buku)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/workbook.xml", b"<a/>")
    assert kata(periksa_wadah("f.xlsx", made.getvalue())).startswith("X001 isi berkas tidak wajar")


BOM = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cccccccccc"><!ENTITY d "&b;&b;&b;">]><worksheet>&d;</worksheet>'


@pytest.mark.parametrize(
    "content",
    [BOM, BOM.decode().encode("utf-16"), BOM.replace(b'"1.0"', b'"1.0" encoding="cp037"').replace(b"DOCTYPE", b"x")],
    ids=["doctype", "utf-16", "another-encoding"],
)
@pytest.mark.parametrize("name", ["xl/worksheets/sheet2.xml", "xl/sharedStrings.xml", "docProps/core.xml", "xl/a.rels"])
def test_i_02_an_entity_bomb(name: str, content: bytes, buku: bytes, indonesian: Indonesian) -> None:
    told = kata(periksa_wadah("f.xlsx", bagian(buku, {name: content})))
    assert indonesian(told).startswith("X001 berkas Excel rusak atau berbahaya")


def test_a_file_that_is_too_large_is_not_looked_at(indonesian: Indonesian) -> None:
    assert indonesian(kata(periksa_wadah("f.xlsx", b"x" * (TERBESAR + 1)))).startswith("X001 berkas lebih dari 2,0 MB")


@pytest.mark.parametrize("content", [b"", b"nama;nilai\n", b"PK\x03\x04rusak", b"PK"])
def test_what_is_no_workbook(content: bytes) -> None:
    assert kata(periksa_wadah("f.xlsx", content)).startswith("X001 ")


def test_a_broken_part(buku: bytes) -> None:
    where = buku.index(b"xl/worksheets/sheet2.xml") + 60
    broken = buku[:where] + b"\xff" * 40 + buku[where + 40 :]
    assert kata(periksa_wadah("f.xlsx", broken)).startswith("X001 ")
    assert kata(baca_buku(bagian(buku, {"xl/workbook.xml": b"<workbook"}))).startswith("X001 ")


@pytest.mark.parametrize("name", ["f.xlsm", "F.XLS", "f.xlsb", "f.ods", "f.csv"])
def test_i_06_other_formats_by_name(name: str, buku: bytes, indonesian: Indonesian) -> None:
    assert indonesian(kata(periksa_wadah(name, buku))).startswith("X008 ")


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("xl/vbaProject.bin", "makro"),
        ("xl/macrosheets/sheet1.xml", "makro"),
        ("xl/externalLinks/externalLink1.xml", "tautan ke berkas atau data lain"),
        ("xl/connections.xml", "tautan ke berkas atau data lain"),
        ("xl/embeddings/oleObject1.bin", "objek tersemat"),
        ("xl/activeX/activeX1.xml", "objek tersemat"),
    ],
)
def test_macros_links_and_objects_are_refused(part: str, told: str, buku: bytes, indonesian: Indonesian) -> None:
    said = kata(periksa_wadah("f.xlsx", bagian(buku, {part: b"<a/>"})))
    assert indonesian(said).startswith(f"X008 berkas memuat {told}")


def test_a_macro_workbook_under_another_name(buku: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(buku)) as archive:
        types = archive.read("[Content_Types].xml")
    types = types.replace(b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml")
    types = types.replace(b"application/vnd.openxmlformats-officedocument.sheet.", b"application/vnd.ms-excel.sheet.")
    assert kata(periksa_wadah("f.xlsx", bagian(buku, {"[Content_Types].xml": types}))).startswith(
        "X008 berkas memuat makro"
    )


def test_an_old_workbook_or_one_with_a_password() -> None:
    told = kata(periksa_wadah("f.xlsx", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600))
    assert told.startswith("X008 ini buku kerja lama (.xls) atau yang diberi kata sandi")


@pytest.mark.skipif(SOFFICE is None, reason=TANPA_SOFFICE)
def test_an_opendocument_under_another_name(buku: bytes, tmp_path: Path) -> None:
    made = lewat_libreoffice(buku, tmp_path, "ods")
    assert kata(periksa_wadah("f.xlsx", made)).startswith("X008 ini berkas OpenDocument")
    assert kata(periksa_wadah("f.ods", made)).startswith("X008 ")


def test_a_value_in_the_last_cell_costs_nothing(buku: bytes) -> None:
    def far(book: Workbook) -> None:
        book["Formulir"]["XFD1048576"] = 1
        book["_sakipgen"].sheet_state = "hidden"

    assert meja().terima(ubah(buku, far)).beda == ()


def test_any_other_workbook_is_not_a_form(indonesian: Indonesian) -> None:
    made = io.BytesIO()
    Workbook().save(made)
    assert indonesian(kata(baca_buku(made.getvalue()))).startswith("X009 lembar tersembunyi formulir hilang")


def test_i_06_the_hidden_sheet_was_changed(buku: bytes, indonesian: Indonesian) -> None:
    def change(book: Workbook) -> None:
        for row in book["_sakipgen"].iter_rows(max_col=4):
            if row[1].value == "unit":
                row[3].value = "lain"

    assert indonesian(kata(baca_buku(ubah(buku, change)))).startswith("X009 lembar tersembunyi formulir berubah")


def test_the_sheet_was_renamed(buku: bytes, indonesian: Indonesian) -> None:
    def change(book: Workbook) -> None:
        book["Formulir"].title = "Isian TW I"

    assert indonesian(kata(baca_buku(ubah(buku, change)))).startswith("X004 lembar “Formulir” tidak ada")


def test_i_05_rows_deleted_doubled_or_of_another_form(buku: bytes, indonesian: Indonesian) -> None:
    def delete(book: Workbook) -> None:
        sheet = book["Formulir"]
        row = next(r for r in range(1, 60) if sheet.cell(r, 1).value == "IKU-01:kendala")
        sheet.cell(row, 1).value = None

    told = kata(baca_buku(ubah(buku, delete)))
    assert indonesian(told).startswith("X004 Baris IKU-01 (kendala) hilang; jangan hapus baris formulir")

    def double(book: Workbook) -> None:
        book["Formulir"].cell(200, 1).value = "IKU-01:kendala"
        book["Formulir"].cell(201, 1).value = "IKU-99:kendala"

    found = baca_buku(ubah(buku, double))
    assert isinstance(found, tuple)
    assert [(t.kode, t.sel) for t in found if isinstance(t, Temuan)] == [("X004", "A200"), ("X004", "A201")]

    def column(book: Workbook) -> None:
        book["Formulir"].cell(1, 8).value = None

    assert kata(baca_buku(ubah(buku, column))).startswith("X004 Kolom “isian” hilang")
    assert kata(baca_buku(isi(buku, {("IKU-01:judul", "kode"): 1}) and ubah(buku, _tanpa_kunci))).startswith(
        "X004 baris"
    )


def _tanpa_kunci(book: Workbook) -> None:
    book["Formulir"].cell(1, 1).value = None


def test_every_limit_has_its_message_and_a_large_form_stays_below(indonesian: Indonesian) -> None:
    table = meja(*[f"IKU-{n:03}" for n in range(100)])
    book = table.buku()
    assert len(book) < TERBESAR / 5
    assert table.terima(book).beda == ()

    def many(workbook: Workbook) -> None:
        for n in range(20):
            workbook.create_sheet(f"L{n}")

    told = kata(baca_buku(ubah(meja().buku(), many)))
    assert indonesian(told) == "X001 buku kerja ini punya 23 lembar, paling banyak 20; hapus lembar tambahan."


@pytest.mark.parametrize("part", ["xl/sharedStrings.dat", "xl/media/a.png", "xl/lembar"])
def test_i_02_an_entity_bomb_under_another_name(part: str, buku: bytes) -> None:
    for content in (BOM, b"\n " + BOM, b"\xef\xbb\xbf" + BOM, BOM.decode().encode("utf-16"), b"\0<\0?" + BOM):
        assert kata(periksa_wadah("f.xlsx", bagian(buku, {part: content}))).startswith("X001 berkas Excel rusak atau")
    assert periksa_wadah("f.xlsx", bagian(buku, {part: b"\x89PNG <!DOCTYPE"})) == ()


def test_names_that_differ_by_case_only_and_other_ways_of_packing(buku: bytes) -> None:
    assert kata(periksa_wadah("f.xlsx", bagian(buku, {"XL/Workbook.xml": b"<a/>"}))).startswith("X001 isi berkas")
    made = io.BytesIO(buku)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("xl/media/a.bin", b"x" * 99)
    assert kata(periksa_wadah("f.xlsx", made.getvalue())).startswith("X001 isi berkas tidak wajar")


@pytest.mark.parametrize(
    ("jenis", "told"),
    [("externalLink", "tautan"), ("oleObject", "objek"), ("package", "objek"), ("connections", "tautan")],
)
def test_a_link_or_object_is_known_by_its_relation_whatever_its_part_is_called(
    jenis: str, told: str, buku: bytes
) -> None:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    content = f"<Relationships><Relationship Id='a' Type='{base}{jenis}' Target='x.xml'/></Relationships>".encode()
    said = kata(periksa_wadah("f.xlsx", bagian(buku, {"xl/_rels/a.xml.rels": content})))
    assert said.startswith(f"X008 berkas memuat {told}")


def test_a_copy_of_the_sheet_is_not_filled_in_for_nothing(buku: bytes, indonesian: Indonesian) -> None:
    told = kata(baca_buku(ubah(buku, lambda book: book.copy_worksheet(book["Formulir"]))))
    assert indonesian(told).startswith("X004 lembar “Formulir Copy” salinan lembar “Formulir” dan isinya tidak dibaca")
