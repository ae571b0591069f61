"""The checked copy: whatever came, the messages stand in it, and nothing in it becomes a formula."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook, load_workbook

from sakipgen.forms.catatan import HASIL, beri_catatan
from sakipgen.forms.letak import LEMBAR
from sakipgen.forms.temuan import Temuan
from tests.forms.kantor import Teks, bagian, isi, meja, sel, ubah

RANTAI = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def salinan(buku: bytes, *temuan: Temuan) -> Any:
    made = beri_catatan(buku, temuan)
    assert made is not None
    return load_workbook(io.BytesIO(made))


def test_a_message_of_a_cell_that_was_joined_stands_at_the_first() -> None:
    def join(book: Workbook) -> None:
        sheet = book[LEMBAR]
        first, second = (sel(sheet, f"IKU-01:bukti.{n}", "uraian") for n in (0, 1))
        places.extend((first.coordinate, second.coordinate))
        sheet.merge_cells(f"{first.coordinate}:{second.coordinate}")

    places: list[str] = []
    book = salinan(ubah(meja().buku(), join), Temuan("L001", "Isi.", ""), Temuan("S008", "Lengkapi.", "C19"))
    assert places == ["C18", "C19"]
    assert "Lengkapi." in book[LEMBAR]["C18"].comment.text


def test_what_does_not_print_is_named() -> None:
    book = salinan(meja().buku(), Temuan("X005", "berisi “\x07\u202e8,5”.", "H8", "a\x1b"))
    assert "\\x07\\u202e8,5" in book[LEMBAR]["H8"].comment.text
    assert [cell.value for cell in book[HASIL][4]] == ["H8", "a\\x1b", "galat[X005] berisi “\\x07\\u202e8,5”."]


def test_a_text_that_begins_like_a_formula_stays_a_text_everywhere() -> None:
    filled = isi(meja().buku(), {("IKU-01:kendala", "uraian"): Teks("=1+1")})
    book = salinan(filled, Temuan("X005", "=2+2", "H8", "=3+3"))
    cell = sel(book[LEMBAR], "IKU-01:kendala", "uraian")
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert [c.data_type for c in book[HASIL][4]] == ["s", "s", "s"]


def test_a_value_in_the_last_cell_costs_nothing() -> None:
    def far(book: Workbook) -> None:
        book[LEMBAR]["XFD1048576"] = 1

    book = salinan(ubah(meja().buku(), far), Temuan("X005", "Isi.", "H8"))
    assert book[LEMBAR]["H8"].comment is not None


def test_of_a_broken_picture_there_is_no_copy() -> None:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RANTAI}/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    broken = bagian(
        meja().buku(), {"xl/drawings/drawing1.xml": b"<rusak", "xl/worksheets/_rels/sheet2.xml.rels": rels.encode()}
    )
    assert beri_catatan(broken, [Temuan("X005", "Isi.", "H8")]) is None
