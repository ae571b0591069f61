"""What people do with a form: fill it in, save it with LibreOffice, insert rows, break it; and an office in memory."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from sakipgen.domain.waktu import Periode
from sakipgen.forms.baca import Kembali, baca_buku
from sakipgen.forms.beda import Perubahan, bandingkan
from sakipgen.forms.letak import LEMBAR, PENANDA
from sakipgen.forms.susun import Formulir, susun_formulir
from sakipgen.forms.tulis import render_formulir
from sakipgen.forms.wadah import periksa_wadah
from sakipgen.reading.yaml_source import read_source
from sakipgen.writing.sisip import sisip
from tests.measuring.builder import UNIT, Susunan, metode

SOFFICE: Final = shutil.which("soffice")
TANPA_SOFFICE: Final = "LibreOffice (soffice) is not installed: no form was saved with it"
TW1: Final = Periode(2024, "TW1")
LOLOS: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")
Isi = Mapping[tuple[str, str], object]
"""What is typed, by the keys of row and column."""


class Teks(str):
    """A text that stays a text, whatever it starts with."""

    __slots__ = ()


def sel(sheet: Worksheet, baris: str, kolom: str) -> Any:
    """The cell of two keys, wherever it stands."""
    mark = next(cell for row in sheet.iter_rows(max_row=40, max_col=40) for cell in row if cell.value == PENANDA)
    row = next(r for r in range(1, sheet.max_row + 1) if sheet.cell(r, mark.column).value == baris)
    column = next(c for c in range(1, sheet.max_column + 1) if sheet.cell(mark.row, c).value == kolom)
    return sheet.cell(row, column)


def ubah(buku: bytes, change: Callable[[Workbook], object]) -> bytes:
    """The workbook after somebody did something to it."""
    book = load_workbook(io.BytesIO(buku))
    change(book)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def isi(buku: bytes, isian: Isi) -> bytes:
    """The workbook with these cells filled in."""

    def fill(book: Workbook) -> None:
        sheet = book[LEMBAR]
        for (row, column), value in isian.items():
            cell = sel(sheet, row, column)
            cell.value = value
            if isinstance(value, Teks):
                cell.value, cell.data_type = LOLOS.sub(r"_x005F\g<0>", value), "s"  # as Excel writes it

    return ubah(buku, fill)


def sisipkan(book: Workbook, *, baris: int, kolom: int) -> None:
    """Inserts two rows and a column, as a spreadsheet does: what was joined stays joined."""
    sheet = book[LEMBAR]
    joined = [area.bounds for area in sheet.merged_cells.ranges]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(baris, 2)
    sheet.insert_cols(kolom)
    for left, top, right, bottom in joined:
        down = 2 if top >= baris else 0
        sheet.merge_cells(
            start_column=left + (left >= kolom),
            end_column=right + (right >= kolom),
            start_row=top + down,
            end_row=bottom + down,
        )


def lewat_libreoffice(buku: bytes, folder: Path, ke: str = "xlsx:Calc MS Excel 2007 XML") -> bytes:
    """The workbook as LibreOffice saves it."""
    assert SOFFICE
    source, target = folder / "masuk" / "formulir.xlsx", folder / "keluar"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_bytes(buku)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", ke, "--outdir", str(target), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return (target / f"formulir.{ke.partition(':')[0]}").read_bytes()


def bagian(buku: bytes, ganti: Mapping[str, bytes]) -> bytes:
    """The workbook with parts of its archive replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(buku)) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in ganti:
                target.writestr(name, source.read(name))
        for name, content in ganti.items():
            target.writestr(name, content)
    return made.getvalue()


# ── An office in memory ──


@dataclass
class Meja:
    """The data of one unit and period, with the text of its report."""

    susunan: Susunan
    teks: str = ""
    periode: Periode = TW1

    @property
    def butir(self) -> dict[str, Any]:
        source = read_source(PurePosixPath("a.yaml"), self.teks.encode())[0] if self.teks else None
        return source.value["butir"] if source and isinstance(source.value, dict) else {}

    def formulir(self) -> Formulir:
        return susun_formulir(self.susunan.dataset(), UNIT, self.periode, self.butir, "abc123")

    def buku(self) -> bytes:
        return render_formulir(self.formulir())

    def terima(self, buku: bytes) -> Perubahan:
        """What a form changes here."""
        assert periksa_wadah("formulir.xlsx", buku) == ()
        back = baca_buku(buku)
        assert isinstance(back, Kembali), back
        return bandingkan(back, self.susunan.indikator, self.butir)

    def tulis(self, buku: bytes) -> str:
        """The text of the report after a form without faults."""
        change = self.terima(buku)
        assert change.temuan == ()
        return sisip(self.teks, change.ubahan)


def meja(*kode: str, teks: str = "", target: Any = "80", **kamus: Any) -> Meja:
    """An office with indikator of this kamus, and a target for each."""
    data = Susunan(metode=metode())
    for one in kode or ("IKU-01",):
        data.ukur(one, **kamus).janji(one, target).rencanakan(one, TW1=target, TW2=target, TW3=target, TW4=target)
    return Meja(data, teks)
