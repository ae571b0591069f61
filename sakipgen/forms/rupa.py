"""How the cells of a form look: one calm colour for what is asked, one for headings, words for what matters."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

TINTA: Final = "#1F2A37"
REDUP: Final = "#5B6776"
PITA: Final = "#E4ECF4"
TINTA_PITA: Final = "#1D3B5C"
GARIS: Final = "#C6CFD9"
ISIAN: Final = "#FFF7DD"
GARIS_ISIAN: Final = "#D9C88F"
PERLU: Final = "#9A3B12"
BAIK: Final = "#1C6B45"

_HURUF: Final = {"font_name": "Arial", "font_size": 10, "font_color": TINTA, "valign": "vcenter"}
_KOTAK: Final = {**_HURUF, "border": 1, "border_color": GARIS}
_MASUK: Final = {
    **_HURUF,
    "border": 1,
    "border_color": GARIS_ISIAN,
    "bg_color": ISIAN,
    "locked": False,
}
_PITA: Final = {
    **_KOTAK,
    "bg_color": PITA,
    "font_color": TINTA_PITA,
    "bold": True,
    "text_wrap": True,
    "align": "left",
    "indent": 1,
}
BENTUK: Final[Mapping[str, Mapping[str, Any]]] = {
    "biasa": _HURUF,
    "kop": {**_HURUF, "align": "center", "font_size": 11},
    "kop_tebal": {**_HURUF, "align": "center", "font_size": 13, "bold": True},
    "judul": {**_HURUF, "align": "center", "font_size": 13, "bold": True, "font_color": TINTA_PITA},
    "kepala": {
        **_HURUF,
        "bold": True,
        "font_size": 11,
        "font_color": TINTA_PITA,
        "bottom": 2,
        "bottom_color": TINTA_PITA,
    },
    "kepala_kanan": {
        **_HURUF,
        "bold": True,
        "font_size": 11,
        "font_color": TINTA_PITA,
        "bottom": 2,
        "bottom_color": TINTA_PITA,
        "align": "right",
    },
    "contoh": {**_HURUF, "bold": True, "font_color": PERLU, "align": "center"},
    "pita": _PITA,
    "pita_tengah": {**_PITA, "align": "center", "indent": 0, "bold": False, "font_size": 9},
    "label": {**_KOTAK, "font_color": REDUP, "text_wrap": True, "align": "left", "indent": 1},
    "label_tebal": {**_KOTAK, "bold": True, "text_wrap": True, "align": "left", "indent": 1},
    "uraian": {**_KOTAK, "text_wrap": True, "align": "left", "indent": 1},
    "redup": {**_KOTAK, "font_color": REDUP, "text_wrap": True, "font_size": 9, "align": "left", "indent": 1},
    "tengah": {**_KOTAK, "align": "center", "text_wrap": True},
    "angka": {**_KOTAK, "align": "right", "indent": 1, "text_wrap": True},
    "hasil": {**_KOTAK, "align": "right", "indent": 1, "bold": True, "font_size": 11},
    "cek": {**_HURUF, "text_wrap": True, "font_size": 9, "font_color": REDUP, "align": "left", "indent": 1},
    "isi_angka": {**_MASUK, "align": "right", "indent": 1, "bold": True, "font_size": 11, "num_format": "#,##0"},
    "isi_tanggal": {
        **_MASUK,
        "align": "right",
        "indent": 1,
        "bold": True,
        "font_size": 11,
        "num_format": "d mmmm yyyy",
    },
    "isi_pilihan": {**_MASUK, "align": "left", "indent": 1, "num_format": "@", "text_wrap": True},
    "isi_teks": {**_MASUK, "text_wrap": True, "align": "left", "indent": 1, "num_format": "@"},
    "tanda_tangan": {**_HURUF, "align": "center"},
    "tanda_tangan_tebal": {**_HURUF, "align": "center", "bold": True, "underline": 1},
    "petunjuk_nomor": {**_HURUF, "font_size": 12, "bold": True, "font_color": TINTA_PITA, "valign": "top"},
    "petunjuk": {**_HURUF, "font_size": 12, "text_wrap": True, "valign": "top"},
    "petunjuk_judul": {**_HURUF, "font_size": 16, "bold": True, "font_color": TINTA_PITA},
    "contoh_isian": {**_MASUK, "locked": True},
    "kunci": {"font_size": 8, "font_color": REDUP, "num_format": "@"},
}


def susun_bentuk(workbook: Workbook) -> dict[str, Format]:
    """Returns the formats of a workbook by name."""
    return {name: workbook.add_format(dict(form)) for name, form in BENTUK.items()}


TINGGI_BARIS: Final = 13
_TERENDAH: Final = 20
_TERTINGGI: Final = 400
"""Just below the highest row that a spreadsheet can show."""


def tinggi(teks: str, lebar: float, paling_sedikit: int = 1) -> float:
    """Returns the height of a row in points whose text wraps in a cell so many characters wide."""
    lines = sum(max(1, ceil(len(part) / max(lebar, 1))) for part in teks.split("\n"))
    return min(_TERTINGGI, max(_TERENDAH, TINGGI_BARIS * max(lines, paling_sedikit) + 4))
