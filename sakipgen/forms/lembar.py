"""The sheet Formulir while it is written: its cells by key and column, and what its locked cells say."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sakipgen.forms.cek import Rumus
from sakipgen.forms.isian import Kolom
from sakipgen.forms.letak import KOLOM, LEMBAR, TERSEMBUNYI, Letak
from sakipgen.forms.rupa import BENTUK, susun_bentuk

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LEBAR: Final = {
    Kolom.KODE: 16,
    Kolom.URAIAN: 54,
    Kolom.SATUAN: 15,
    Kolom.TARGET_TAHUN: 14,
    Kolom.TARGET_PERIODE: 14,
    Kolom.TERAKHIR: 14,
    Kolom.ISIAN: 19,
    Kolom.CEK: 31,
    Kolom.CAPAIAN: 10,
    Kolom.TERISI: 10,
}
KOL: Final = {kolom: n + 1 for n, kolom in enumerate(KOLOM)}
LEBAR_TEKS: Final = sum(LEBAR[k] for k in KOLOM[1:7])


def aman(teks: str) -> str:
    """The library takes text between these two tags for markup of its own; a space behind it makes it text."""
    return f"{teks} " if teks.startswith("<r>") and teks.endswith("</r>") else teks


class Lembar:
    """The sheet, and the hidden one behind it."""

    def __init__(self, workbook: Workbook, letak: Letak) -> None:
        self.workbook, self.letak = workbook, letak
        self.sheet: Worksheet = workbook.add_worksheet(LEMBAR)
        self.hidden: Worksheet = workbook.add_worksheet(TERSEMBUNYI)
        self.bentuk: dict[str, Format] = susun_bentuk(workbook)
        self.pecahan: Format = workbook.add_format({"num_format": "#,##0.0#####"})
        self.tinggi: dict[int, float] = {}
        """How high each row is, in points."""
        self.tetap: dict[tuple[str, Kolom], str] = {}
        """What the locked cells say."""
        self.pilihan: dict[tuple[str, ...], str] = {}
        """The words of every list, with the range where they stand."""

    def kunci(self, key: str) -> int:
        """Writes the key of a row, and returns its number."""
        row = self.letak.baris[key]
        self.sheet.write_string(row, 0, key, self.bentuk["kunci"])
        return row

    def gabung(self, row: int, dari: Kolom, sampai: Kolom, teks: str, bentuk: str) -> None:
        """Joins cells of a row and writes a text into them."""
        self.sheet.merge_range(row, KOL[dari], row, KOL[sampai], "", self.bentuk[bentuk])
        if teks:
            self.sheet.write_string(row, KOL[dari], aman(teks), self.bentuk[bentuk])

    def sel(self, key: str, kolom: Kolom, teks: str, bentuk: str, sampai: Kolom | None = None) -> None:
        """A locked cell, of which is remembered what it says."""
        row = self.letak.baris[key]
        if sampai:
            self.gabung(row, kolom, sampai, teks, bentuk)
        elif teks:
            self.sheet.write_string(row, KOL[kolom], aman(teks), self.bentuk[bentuk])
        else:
            self.sheet.write_blank(row, KOL[kolom], None, self.bentuk[bentuk])
        if teks:
            self.tetap[key, kolom] = teks

    def rumus(self, row: int, kolom: Kolom, rumus: Rumus, bentuk: str) -> None:
        """Writes a formula with what it says before anything is typed."""
        value = float(rumus.nilai) if isinstance(rumus.nilai, Decimal) else rumus.nilai
        self.sheet.write_formula(row, KOL[kolom], rumus.teks, self.bentuk[bentuk], value)

    def hasil(self, desimal: int) -> str:
        """Returns the name of the format of a computed figure with the decimals of its indikator."""
        name = f"hasil_{desimal}"
        if name not in self.bentuk:
            places = f".{'0' * desimal}" if desimal else ""
            self.bentuk[name] = self.workbook.add_format({**BENTUK["hasil"], "num_format": f"#,##0{places}"})
        return name

    def atur_tinggi(self, row: int, points: float) -> None:
        """Makes a row so high."""
        self.sheet.set_row(row, points)
        self.tinggi[row] = points
