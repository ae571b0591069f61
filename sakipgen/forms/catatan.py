"""The workbook as it came, with each message beside its cell: for the sender to mend and send again."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from sakipgen.diagnostics import Severity, printable
from sakipgen.forms.letak import LEMBAR
from sakipgen.forms.temuan import Temuan

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell

HASIL: Final = "Hasil pemeriksaan"
_AJAKAN: Final = f"Betulkan sel merah muda di lembar “{LEMBAR}”, simpan, lalu kirim berkas ini lagi."
_PENULIS: Final = "sakipgen"
_MERAH: Final = "FFF3C6B8"
_HARI: Final = (1980, 1, 1, 0, 0, 0)
_UBAH: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def beri_catatan(isi: bytes, temuan: Sequence[Temuan]) -> bytes | None:
    """Returns a copy of a workbook that was read before, with comments, and a sheet that lists them all.

    None of one with a part that was never read and is broken: a picture, say.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - only who reads a workbook needs it

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that the library does not keep
            book = load_workbook(io.BytesIO(isi), keep_links=False)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises whatever a broken part makes it raise
        return None
    told = [t._replace(pesan=_cetak(t.pesan), di=_cetak(t.di)) for t in temuan]
    _tandai(book, told)
    _daftar(book, told)
    made = io.BytesIO()
    book.save(made)
    return _tetap(made.getvalue())


def _cetak(teks: str) -> str:
    """A text as a workbook can hold it: what does not print is named, line breaks stay."""
    return "\n".join(map(printable, teks.split("\n")))


def _tandai(book: Workbook, temuan: Sequence[Temuan]) -> None:
    from openpyxl.comments import Comment  # noqa: PLC0415
    from openpyxl.styles import PatternFill  # noqa: PLC0415

    if LEMBAR not in book.sheetnames:
        return
    sheet = book[LEMBAR]
    for cell in list(sheet._cells.values()):  # noqa: SLF001 - to walk over rows would make every cell up to the farthest
        if cell.comment is not None and cell.comment.author == _PENULIS:
            cell.comment = None
    joined = {
        sheet.cell(row, column).coordinate: area.start_cell.coordinate
        for area in sheet.merged_cells.ranges
        for row, column in area.cells
    }
    told: dict[str, list[str]] = {}
    for one in temuan:
        if one.sel:
            address = joined.get(one.sel, one.sel)
            told.setdefault(address, []).append(f"{one.severity.value.capitalize()} {one.kode}: {one.pesan}")
    wrong = {joined.get(one.sel, one.sel) for one in temuan if one.sel and one.severity is Severity.ERROR}
    for address, lines in told.items():
        cell = sheet[address]
        cell.comment = Comment("\n\n".join(lines), _PENULIS, width=360, height=60 + 60 * len(lines))
        if address in wrong:
            cell.fill = PatternFill("solid", fgColor=_MERAH)


def _daftar(book: Workbook, temuan: Sequence[Temuan]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    if HASIL in book.sheetnames:
        del book[HASIL]
    sheet = book.create_sheet(HASIL, 0)
    told = [(t.sel or "", t.di, f"{t.severity.value}[{t.kode}] {t.pesan}") for t in temuan]
    for n, row in enumerate([(_AJAKAN,), (), ("Sel", "Isian", "Pesan"), *told], 1):
        for m, text in enumerate(row, 1):
            cell: Cell = sheet.cell(n, m)
            cell.value = text
            cell.data_type = "s"  # a text that begins with = is no formula
            cell.alignment = Alignment(wrap_text=n > 1, vertical="top")
            cell.font = Font(name="Arial", size=12 if n == 1 else 10, bold=n in {1, 3})
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = False
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for letter, width in (("A", 8), ("B", 34), ("C", 110)):
        sheet.column_dimensions[letter].width = width
    book.active = 0
    for other in book.worksheets:
        other.sheet_view.tabSelected = other.title == HASIL


def _tetap(isi: bytes) -> bytes:
    """The same workbook without the hour in which it was written."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _UBAH.sub(rb"\g<1>1980-01-01T00:00:00Z\g<2>", content)
            info = zipfile.ZipInfo(name, _HARI)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return made.getvalue()
