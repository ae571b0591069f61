"""A workbook that came back, as values by hidden key: rows and columns may have moved, what is keyed is found."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sakipgen.diagnostics import PANAH, Severity
from sakipgen.forms.isian import Kolom
from sakipgen.forms.letak import KOLOM, LEMBAR, PENANDA, TERSEMBUNYI
from sakipgen.forms.rekaman import Rekaman, baca_rekaman
from sakipgen.forms.temuan import Temuan

if TYPE_CHECKING:
    from openpyxl import Workbook

_BARIS: Final = 6000
_KOLOM: Final = 80
"""What lies beyond is none of ours."""
_CARI: Final = 40
"""So far from the corner the mark of the keys is looked for."""
_BUAT_LAGI: Final = "minta formulir baru kepada Tim SAKIP dan salin isinya ke sana"


class Sel(NamedTuple):
    """A cell as it came back."""

    alamat: str
    nilai: Any
    format: str
    rumus: bool


class Kembali(NamedTuple):
    """What came back: how the form went out, and its cells by the keys of row and column."""

    rekaman: Rekaman
    sel: Mapping[tuple[str, str], Sel]
    temuan: tuple[Temuan, ...]


def baca_buku(isi: bytes) -> Kembali | tuple[Temuan, ...]:
    """Returns what a workbook says, which `periksa_wadah` let pass; or why it says nothing."""
    try:
        values, formulas = _buka(isi, data_only=True), _buka(isi, data_only=False)
    except Exception:  # noqa: BLE001 - the library raises whatever a broken part makes it raise
        return (Temuan("X001", f"berkas rusak dan tidak dapat dibaca; {_BUAT_LAGI}."),)
    if TERSEMBUNYI not in values.sheetnames:
        return (Temuan("X009", f"lembar tersembunyi formulir hilang; {_BUAT_LAGI}."),)
    if LEMBAR not in values.sheetnames:
        message = f"lembar “{LEMBAR}” tidak ada; kembalikan nama lembarnya, atau {_BUAT_LAGI}."
        return (Temuan("X004", message),)
    try:
        hidden = [tuple(_teks(cell.nilai) for cell in row[:4]) for row in _baris(values, values, TERSEMBUNYI)]
        sheet = list(_baris(values, formulas, LEMBAR))
    except Exception:  # noqa: BLE001 - the same, of a sheet
        return (Temuan("X001", f"berkas rusak dan tidak dapat dibaca; {_BUAT_LAGI}."),)
    record = baca_rekaman((*row, "", "", "", "")[:4] for row in hidden)
    if record is None:
        return (Temuan("X009", f"lembar tersembunyi formulir berubah; {_BUAT_LAGI}."),)
    return _cocokkan(record, sheet)


def _buka(isi: bytes, *, data_only: bool) -> Workbook:
    from openpyxl import load_workbook  # noqa: PLC0415 - only who reads a workbook needs it

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of parts that the library does not keep
        return load_workbook(io.BytesIO(isi), read_only=True, data_only=data_only, keep_links=False)


def _baris(values: Workbook, formulas: Workbook, lembar: str) -> Iterator[list[Sel]]:
    """The rows of a sheet, each cell with its value and whether it is a formula."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        first, second = _sel_lembar(values[lembar]), _sel_lembar(formulas[lembar])
        for n, (row, same) in enumerate(zip(first, second, strict=False), 1):
            yield [
                Sel(f"{_huruf(m)}{n}", cell.value, str(cell.number_format or ""), rumus=other.data_type == "f")
                if cell.value is not None or other.value is not None
                else Sel(f"{_huruf(m)}{n}", None, "", rumus=False)
                for m, (cell, other) in enumerate(zip(row, same, strict=False), 1)
            ]


def _sel_lembar(sheet: Any) -> Iterator[tuple[Any, ...]]:
    """The cells of a sheet as far as they can be ours; what it says of its own size is not believed."""
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_row=_BARIS, max_col=_KOLOM)
    return rows


def _huruf(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


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
        return (Temuan("X004", f"baris atau kolom kunci yang tersembunyi hilang; {_BUAT_LAGI}."),)
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
        message = f"{apa} {kode} hilang; jangan hapus {apa.lower()} formulir; {_BUAT_LAGI}."
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
    """Locked cells that say something else than they did: told, and never taken."""
    for (row, column), text in record.tetap.items():
        cell = cells.get((row, column))
        said = _teks(cell.nilai) if cell else ""
        if said.strip() != text.strip():
            message = (
                f"sel terkunci ini berubah, semula “{_ringkas(text)}”; perubahannya diabaikan; target dan kamus diubah "
                "dalam datanya, bukan lewat formulir."
            )
            where = f"{row.partition(':')[0]}{PANAH}{column.replace('_', ' ')}"
            yield Temuan("X006", message, cell.alamat if cell else None, where, Severity.WARNING)


def _ringkas(teks: str) -> str:
    return teks if len(teks) <= 40 else f"{teks[:37]}…"
