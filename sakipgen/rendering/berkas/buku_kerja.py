"""`sakip.xlsx`: the tables as a workbook for people, a sheet a table, behind a first sheet that says what it is.

A spreadsheet counts with 15 digits, so numbers are the nearest that it can hold; the CSV files have all digits. Text is
written as text, whatever it starts with. The same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from sakipgen.domain.organisasi import StatusData
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata
from sakipgen.rendering.cetak import tanggal
from sakipgen.rendering.kata_status import ARTI
from sakipgen.rendering.kolom import Kolom, Tipe
from sakipgen.rendering.rilis import ALAMAT_LISENSI, Rilis
from sakipgen.rendering.tabel import Sel, Tabel

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

BACA: Final = "Baca dahulu"
KAMUS: Final = "Kamus kolom"
_BAGIAN: Final = 1 << 16
_LEBAR: Final[Mapping[Tipe, int]] = {"teks": 18, "angka": 14, "bilangan": 9, "tanggal": 12, "ya_tidak": 9}
_LEBAR_PANJANG: Final = 44
_PANJANG: Final = frozenset(
    {
        "alasan",
        "alasan_capaian",
        "berkas",
        "catatan",
        "dasar_hukum",
        "definisi_operasional",
        "faktor_pendorong",
        "formula_teks",
        "judul",
        "kendala",
        "nama",
        "solusi",
        "tanpa_tindak_lanjut",
        "tindakan",
        "tugas",
        "uraian",
    }
)
"""Columns that hold sentences."""
_KATA: Final[Mapping[bool, str]] = {True: "ya", False: "tidak"}


def render(rekap: Rekapitulasi, rilis: Rilis, tabel: Sequence[Tabel]) -> Iterator[bytes]:
    """Yields the workbook; its rows are never in memory all at once."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only the process that writes the workbook needs it

    made = io.BytesIO()
    with Workbook(made, {"constant_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": rilis.judul,
                "author": rilis.penerbit,
                "comments": rilis.kutipan,
                "created": datetime.combine(rekap.posisi.per_tanggal, time()),
            }
        )
        forms = _Bentuk(workbook)
        first, words = workbook.add_worksheet(BACA), workbook.add_worksheet(KAMUS)
        counts = [_tabel(workbook.add_worksheet(t.nama), t, forms) for t in tabel]
        _baca(first, rekap, rilis, [(t, n) for t, n in zip(tabel, counts, strict=True)], forms)
        _kamus(words, tabel, forms)
    made.seek(0)
    while part := made.read(_BAGIAN):
        yield part


class _Bentuk:
    """How cells look."""

    def __init__(self, workbook: Workbook) -> None:
        self.kepala: Format = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#E8EEF4"})
        self.judul: Format = workbook.add_format({"bold": True, "font_size": 14})
        self.tebal: Format = workbook.add_format({"bold": True, "valign": "top"})
        self.bungkus: Format = workbook.add_format({"text_wrap": True, "valign": "top"})
        self.hari: Format = workbook.add_format({"num_format": "yyyy-mm-dd"})


def _tabel(sheet: Worksheet, tabel: Tabel, forms: _Bentuk) -> int:
    """Writes a table and returns how many rows it has."""
    _susun(sheet, [_lebar(column) for column in tabel.kolom])
    _kepala(sheet, [column.nama for column in tabel.kolom], forms)
    text, number, day = sheet.write_string, sheet.write_number, sheet.write_datetime
    row = 0
    for row, cells in enumerate(tabel.isi(), 1):
        for n, cell in enumerate(cells):
            match cell:
                case None:
                    pass
                case str():
                    text(row, n, aman(cell))
                case bool():
                    text(row, n, _KATA[cell])
                case date():
                    day(row, n, datetime.combine(cell, time()), forms.hari)
                case _:
                    number(row, n, float(cell))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, row, len(tabel.kolom) - 1)
    return row


def aman(teks: str) -> str:
    """The library takes text between these two tags for markup of its own; a space behind it makes it text."""
    return f"{teks} " if teks.startswith("<r>") and teks.endswith("</r>") else teks


def _lebar(kolom: Kolom) -> int:
    return _LEBAR_PANJANG if kolom.nama in _PANJANG else max(_LEBAR[kolom.tipe], len(kolom.nama) + 4)


def _susun(sheet: Worksheet, widths: Iterable[int]) -> None:
    for n, width in enumerate(widths):
        sheet.set_column(n, n, width)


def _kepala(sheet: Worksheet, names: Iterable[str], forms: _Bentuk) -> None:
    for n, name in enumerate(names):
        sheet.write_string(0, n, name, forms.kepala)


def _kamus(sheet: Worksheet, tabel: Sequence[Tabel], forms: _Bentuk) -> None:
    """Every column of every table with its meaning."""
    _susun(sheet, (18, 24, 10, 100))
    _kepala(sheet, ("tabel", "kolom", "jenis", "arti"), forms)
    rows = [(t.nama, k.nama, k.tipe, k.uraian) for t in tabel for k in t.kolom]
    for n, row in enumerate(rows, 1):
        for m, cell in enumerate(row):
            sheet.write_string(n, m, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), 3)


def _baca(
    sheet: Worksheet, rekap: Rekapitulasi, rilis: Rilis, tabel: Sequence[tuple[Tabel, int]], forms: _Bentuk
) -> None:
    """What the workbook is, from when, how to read it, and what its sheets hold."""
    _susun(sheet, (24, 100, 9))
    sheet.write_string(0, 0, rilis.judul, forms.judul)
    rows: list[tuple[str, Sel, Sel]] = [*_fakta(rekap, rilis), ("", None, None), ("Lembar", "Isi", "Baris")]
    rows += [(t.nama, t.uraian, n) for t, n in tabel]
    rows += [("", None, None), ("Status", "Arti", None), *((status.value, told, None) for status, told in ARTI.items())]
    for n, (name, told, count) in enumerate(rows, 2):
        sheet.write_string(n, 0, name, forms.tebal)
        if isinstance(told, str):
            sheet.write_string(n, 1, told, forms.bungkus)
        if isinstance(count, int):
            sheet.write_number(n, 2, count)
        elif isinstance(count, str):
            sheet.write_string(n, 2, count, forms.tebal)


def _fakta(rekap: Rekapitulasi, rilis: Rilis) -> Iterator[tuple[str, Sel, Sel]]:
    if rekap.instansi.status_data is StatusData.CONTOH:
        yield "DATA CONTOH", "Angka di sini dibuat untuk peragaan dan bukan data resmi.", None
    yield "Data sampai", f"{rekap.posisi.sampai.label}, dilihat per {tanggal(rekap.posisi.per_tanggal)}", None
    yield "Versi data", f"{rilis.versi}; revisi {rekap.revisi or 'tidak tercatat'}", None
    yield "Sumber", f"{rilis.penerbit}{f', {rilis.alamat}' if rilis.alamat else ''}", None
    yield "Lisensi", f"{opendata.LISENSI}: boleh dipakai siapa saja dengan menyebut sumbernya. {ALAMAT_LISENSI}", None
    yield "Kutipan", rilis.kutipan, None
    yield (
        "Ketelitian",
        "Buku kerja menyimpan angka sampai 15 digit. Angka yang lebih panjang ada lengkap dalam berkas CSV.",
        None,
    )
    yield "Sel kosong", "Berarti angkanya belum ada, bukan nol; sebabnya pada kolom status.", None
    yield "Kolom", f"Arti setiap kolom ada pada lembar “{KAMUS}”.", None
