"""A workbook that came back, as values by hidden key: rows and columns may have moved, what is keyed is found."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from sakipgen.diagnostics import PANAH, Severity
from sakipgen.forms.isian import Kolom
from sakipgen.forms.letak import KOLOM, LEMBAR, PENANDA, TERSEMBUNYI
from sakipgen.forms.rekaman import Rekaman, baca_rekaman
from sakipgen.forms.temuan import BUAT_LAGI, Temuan

if TYPE_CHECKING:
    from openpyxl import Workbook

_BARIS: Final = 5000
_KOLOM: Final = 80
"""What lies beyond is none of ours."""
_BARIS_REKAMAN: Final = 50_000
"""So many rows of the hidden sheet are read: it has a row for every cell of the form."""
_LEMBAR_TERBANYAK: Final = 20
_CARI: Final = 40
"""So far from the corner the mark of the keys is looked for."""
_NAMA_BARIS: Final = frozenset({Kolom.KODE.value, Kolom.URAIAN.value})
"""The columns that say what a row is."""


class Sel(NamedTuple):
    """A cell as it came back."""

    alamat: str
    nilai: Any
    format: str
    rumus: bool = False
    galat: bool = False
    """Whether it holds an error of the spreadsheet, such as `#N/A`."""


class Kembali(NamedTuple):
    """What came back: how the form went out, and its cells by the keys of row and column."""

    rekaman: Rekaman
    sel: Mapping[tuple[str, str], Sel]
    temuan: tuple[Temuan, ...]


def baca_buku(isi: bytes) -> Kembali | tuple[Temuan, ...]:
    """Returns what a workbook says, which `periksa_wadah` let pass; or why it says nothing."""
    try:
        values, formulas = _buka(isi, data_only=True), _buka(isi, data_only=False)
        if wrong := tuple(_lembar_keliru(values)):
            return wrong
        hidden = [tuple(map(_teks, row)) for row in _nilai(values, TERSEMBUNYI, _BARIS_REKAMAN, 4)]
        sheet = list(_baris(values, formulas, LEMBAR))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises whatever a broken part makes it raise
        return (Temuan("X001", f"berkas rusak dan tidak dapat dibaca; {BUAT_LAGI}."),)
    record = baca_rekaman((*row, "", "", "", "")[:4] for row in hidden)
    if record is None:
        return (Temuan("X009", f"lembar tersembunyi formulir berubah; {BUAT_LAGI}."),)
    return _cocokkan(record, sheet)


def _buka(isi: bytes, *, data_only: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - only who reads a workbook needs it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that the library does not keep
        return load_workbook(io.BytesIO(isi), read_only=True, data_only=data_only, keep_links=False)


def _lembar_keliru(values: Workbook) -> Iterator[Temuan]:
    """Sheets that are missing, and those that would be filled in for nothing: copies of the form."""
    names = values.sheetnames
    if TERSEMBUNYI not in names:
        yield Temuan("X009", f"lembar tersembunyi formulir hilang; {BUAT_LAGI}.")
        return
    if LEMBAR not in names:
        yield Temuan("X004", f"lembar “{LEMBAR}” tidak ada; kembalikan nama lembarnya, atau {BUAT_LAGI}.")
        return
    if len(names) > _LEMBAR_TERBANYAK:
        message = f"buku kerja ini punya {len(names)} lembar, paling banyak {_LEMBAR_TERBANYAK}; hapus lembar tambahan."
        yield Temuan("X001", message)
        return
    for sheet in values.worksheets:
        if sheet.title in {LEMBAR, TERSEMBUNYI}:
            continue
        if any(PENANDA in row for row in _nilai(values, sheet.title, _CARI, _CARI)):
            message = (
                f"lembar “{sheet.title}” salinan lembar “{LEMBAR}” dan isinya tidak dibaca; pindahkan isinya ke lembar "
                f"“{LEMBAR}”, lalu hapus salinannya."
            )
            yield Temuan("X004", message)


def _nilai(values: Workbook, lembar: str, baris: int, kolom: int) -> Iterator[tuple[Any, ...]]:
    """The values of the first rows and columns of a sheet."""
    return _sel_lembar(values[lembar], baris, kolom, values_only=True)


def _baris(values: Workbook, formulas: Workbook, lembar: str) -> Iterator[list[Sel]]:
    """The rows of a sheet, each cell with its value and whether it is a formula."""
    first, second = (_sel_lembar(book[lembar], _BARIS, _KOLOM) for book in (values, formulas))
    for n, (row, same) in enumerate(zip(first, second, strict=False)):
        yield [
            _sel(xl_rowcol_to_cell(n, m), cell, other) for m, (cell, other) in enumerate(zip(row, same, strict=False))
        ]


def _sel(alamat: str, cell: Any, other: Any) -> Sel:
    if cell.value is None and other.value is None:
        return Sel(alamat, None, "")
    return Sel(alamat, cell.value, str(cell.number_format or ""), other.data_type == "f", cell.data_type == "e")


def _sel_lembar(sheet: Any, baris: int, kolom: int, *, values_only: bool = False) -> Iterator[tuple[Any, ...]]:
    """The cells of a sheet as far as they can be ours; what it says of its own size is not believed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of days that are none
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_row=baris, max_col=kolom, values_only=values_only)


def _teks(value: object) -> str:
    """A text as it was before it was written: see `tulis.aman`."""
    text = "" if value is None else lolos(str(value))
    return text.removesuffix(" ") if text.startswith("<r>") and text.endswith("</r> ") else text


_GARIS: Final = re.compile(r"_x005F(_x[0-9A-Fa-f]{4}_)")
_KENDALI: Final = re.compile(r"_x00([01][0-9A-Fa-f])_")


def lolos(teks: str) -> str:
    """Returns a text as it was typed: the file format writes control characters, and what looks so, by their number.

    The library undoes the second of these for most cells, but not the first.
    """
    return _KENDALI.sub(lambda m: chr(int(m[1], 16)), _GARIS.sub(r"\1", teks))


def _cocokkan(record: Rekaman, sheet: list[list[Sel]]) -> Kembali | tuple[Temuan, ...]:
    """Finds rows and columns by their keys."""
    mark = next(
        ((r, c) for r, row in enumerate(sheet[:_CARI]) for c, cell in enumerate(row[:_CARI]) if cell.nilai == PENANDA),
        None,
    )
    if mark is None:
        return (Temuan("X004", f"baris atau kolom kunci yang tersembunyi hilang; {BUAT_LAGI}."),)
    row, column = mark
    columns = [(str(cell.nilai), n) for n, cell in enumerate(sheet[row]) if n != column and cell.nilai is not None]
    rows = [
        (str(cells[column].nilai), n)
        for n, cells in enumerate(sheet)
        if n != row and len(cells) > column and cells[column].nilai is not None
    ]
    wanted = [k.value for k in KOLOM if k not in {Kolom.CAPAIAN, Kolom.TERISI}]
    wrong = (*_hilang(wanted, columns, "Kolom"), *_hilang(record.kunci, rows, "Baris", sheet))
    if wrong:
        return wrong
    place = dict(columns)
    cells = {(key, name): sheet[n][place[name]] for key, n in rows for name in wanted if place[name] < len(sheet[n])}
    return Kembali(record, cells, tuple(_terkunci(record, cells)))


def _hilang(
    wanted: tuple[str, ...] | list[str], found: list[tuple[str, int]], apa: str, sheet: list[list[Sel]] | None = None
) -> Iterator[Temuan]:
    """Keys that are missing, there twice, or of another form."""
    count = Counter(key for key, _ in found)
    lost = [key for key in wanted if key not in count]
    for kode in dict.fromkeys(_nama(key) for key in lost):
        message = f"{apa} {kode} hilang; jangan hapus {apa.lower()} formulir; {BUAT_LAGI}."
        yield Temuan("X004", message)
    known = set(wanted)
    seen: set[str] = set()
    for key, n in found:
        cell = sheet[n][0].alamat if sheet and sheet[n] else None
        if key in seen:
            message = (
                f"{apa.lower()} {_nama(key)} ada dua kali; yang disalin tidak dapat dipasangkan; hapus salinannya."
            )
            yield Temuan("X004", message, cell)
        elif key not in known and sheet is not None:
            yield Temuan("X004", f"baris {_nama(key)} bukan dari formulir ini; hapus baris itu.", cell)
        seen.add(key)


def _nama(key: str) -> str:
    kode, _, part = key.partition(":")
    return f"{kode} ({part.replace('.', ' ')})" if part else f"“{kode}”"


def _terkunci(record: Rekaman, cells: Mapping[tuple[str, str], Sel]) -> Iterator[Temuan]:
    """Locked cells that say something else than they did: told, and never taken.

    Where a cell says what its row is, what stands in the row may be another's: then nothing is taken.
    """
    for (row, column), text in record.tetap.items():
        cell = cells.get((row, column))
        said = _teks(cell.nilai) if cell else ""
        if said.strip() == text.strip():
            continue
        address = cell.alamat if cell else None
        where = f"{row.partition(':')[0]}{PANAH}{column.replace('_', ' ')}"
        before = f"semula “{_ringkas(text)}”"
        if column in _NAMA_BARIS:
            message = (
                f"sel ini menyebut nama barisnya dan berubah, {before}; isi barisnya mungkin milik baris lain (terurut "
                f"ulang atau tertempel); kembalikan tulisannya dan isinya, atau {BUAT_LAGI}."
            )
            yield Temuan("X004", message, address, where)
        else:
            message = (
                f"sel terkunci ini berubah, {before}; perubahannya diabaikan; target dan kamus diubah dalam datanya, "
                "bukan lewat formulir."
            )
            yield Temuan("X006", message, address, where, Severity.WARNING)


def _ringkas(teks: str) -> str:
    return teks if len(teks) <= 40 else f"{teks[:37]}…"
