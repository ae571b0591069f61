"""Input cells: what stands in them already, and what they accept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from sakipgen.domain.waktu import parse_tanggal
from sakipgen.forms.isian import Isian, JenisIsian, Kolom
from sakipgen.forms.lembar import KOL, Lembar, aman
from sakipgen.forms.letak import HURUF, TERSEMBUNYI
from sakipgen.forms.susun import Kartu

_TERBESAR: Final = 999_999_999_999_999


def masukkan(
    lembar: Lembar, kartu: Kartu, cell: Isian, jenis_bukti: tuple[str, ...], sampai: Kolom | None = None
) -> None:
    """Writes an input cell."""
    row, col = lembar.letak.baris[cell.baris], KOL[cell.kolom]
    text = kartu.awal.get(cell.medan)
    shape = lembar.bentuk[_BENTUK_ISIAN[cell.jenis]]
    if sampai:
        lembar.sheet.merge_range(row, col, row, KOL[sampai], "", shape)
    match cell.jenis, text:
        case _, None:
            lembar.sheet.write_blank(row, col, None, shape)
        case JenisIsian.ANGKA, _:
            lembar.sheet.write_number(row, col, float(text), shape)
        case JenisIsian.TANGGAL, _:
            lembar.sheet.write_datetime(row, col, datetime.combine(parse_tanggal(text), time()), shape)
        case JenisIsian.PILIHAN, _:
            lembar.sheet.write_string(row, col, aman(cell.pilihan.get(text, text)), shape)
        case _:
            lembar.sheet.write_string(row, col, aman(text), shape)
    if rule := _aturan(lembar, kartu, cell, jenis_bukti):
        lembar.sheet.data_validation(row, col, row, col, rule)
    if cell.jenis is JenisIsian.ANGKA:
        address = f"{HURUF[cell.kolom]}{row + 1}"
        lembar.sheet.conditional_format(
            row, col, row, col, {"type": "formula", "criteria": f"={address}<>INT({address})", "format": lembar.pecahan}
        )


def _aturan(lembar: Lembar, kartu: Kartu, cell: Isian, jenis_bukti: tuple[str, ...]) -> dict[str, Any] | None:
    """What the cell accepts."""
    match cell.jenis:
        case JenisIsian.ANGKA:
            batas = kartu.indikator.batas
            low = float(batas.min) if batas.min is not None and cell.medan == "nilai" else -_TERBESAR
            high = float(batas.maks) if batas.maks is not None and cell.medan == "nilai" else _TERBESAR
            told = "Ketik angkanya saja, tanpa % dan tanpa Rp. Pakai tombol desimal komputer Anda."
            if cell.medan == "nilai" and (batas.min is not None or batas.maks is not None):
                told += f" Batasnya {_rentang(batas.min, batas.maks)}."
            return _galat("Bukan angka yang diminta", told) | {
                "validate": "decimal",
                "criteria": "between",
                "minimum": low,
                "maximum": high,
            }
        case JenisIsian.TANGGAL:
            return _galat("Bukan tanggal", "Ketik tanggal, misalnya 31/3/2026.") | {
                "validate": "date",
                "criteria": "between",
                "minimum": datetime(2000, 1, 1),  # noqa: DTZ001 - a day of a sheet has no zone
                "maximum": datetime(2099, 12, 31),  # noqa: DTZ001
            }
        case JenisIsian.PILIHAN:
            rule = _galat("Bukan pilihan", "Pilih dari daftar, atau kosongkan.")
            return rule | {"validate": "list", "source": _daftar(lembar, tuple(cell.pilihan.values()))}
        case _ if cell.medan.endswith(".jenis"):
            return {"validate": "list", "source": _daftar(lembar, jenis_bukti), "show_error": False}
        case _:
            return None


def _daftar(lembar: Lembar, words: tuple[str, ...]) -> str:
    """The range of the hidden sheet that holds these words."""
    if words not in lembar.pilihan:
        column = 6 + len(lembar.pilihan)
        for n, word in enumerate(words):
            lembar.hidden.write_string(n, column, aman(word))
        letter = xl_col_to_name(column)
        lembar.pilihan[words] = f"={TERSEMBUNYI}!${letter}$1:${letter}${len(words)}"
    return lembar.pilihan[words]


_BENTUK_ISIAN: Final = {
    JenisIsian.ANGKA: "isi_angka",
    JenisIsian.TANGGAL: "isi_tanggal",
    JenisIsian.PILIHAN: "isi_pilihan",
    JenisIsian.KATA: "isi_teks",
    JenisIsian.KALIMAT: "isi_teks",
}


def _galat(title: str, told: str) -> dict[str, Any]:
    return {"error_title": title, "error_message": told, "error_type": "stop"}


def _rentang(low: Decimal | None, high: Decimal | None) -> str:
    words: Iterator[str] = (
        f"{word} {f'{bound:f}'.replace('.', ',')}"
        for word, bound in (("paling sedikit", low), ("paling banyak", high))
        if bound is not None
    )
    return " dan ".join(words)
