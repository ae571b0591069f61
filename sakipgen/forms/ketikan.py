"""What one field of the report says, typed as text on a terminal or in a form of the forge: strict, as in the YAML."""

from __future__ import annotations

from typing import Final

from pydantic_core import PydanticCustomError

from sakipgen.domain.angka import parse_angka
from sakipgen.domain.waktu import parse_tanggal
from sakipgen.forms.isian import Isian, JenisIsian
from sakipgen.forms.sel import Keliru, pilih, rapi, teks_keliru
from sakipgen.writing.sisip import prosa

SALAH_KETIK: Final = "X013"


def baca_ketikan(isian: Isian, teks: str) -> str | Keliru | None:
    """Returns a typed text as the YAML writes it; None of an empty one."""
    text = rapi(teks)
    if not text:
        return None
    if wrong := teks_keliru(text):
        return Keliru(SALAH_KETIK, f"isinya {wrong.pesan}") if wrong.kode == "X005" else wrong
    try:
        return _baca(isian, text)
    except PydanticCustomError as error:
        return Keliru(error.type, error.message())


def _baca(isian: Isian, text: str) -> str | Keliru:
    match isian.jenis:
        case JenisIsian.ANGKA:
            return f"{parse_angka(text):f}"
        case JenisIsian.TANGGAL:
            return parse_tanggal(text).isoformat()
        case JenisIsian.PILIHAN:
            return pilih(isian, text) or _bukan_pilihan(isian, text)
        case JenisIsian.KATA if "\n" in text:
            return Keliru(SALAH_KETIK, f"{isian.nama} lebih dari satu baris; tulis dalam satu baris.")
        case _:
            return prosa(text)


def _bukan_pilihan(isian: Isian, teks: str) -> Keliru:
    shown = teks if len(teks) <= 40 else f"{teks[:37]}…"
    choices = ", ".join(isian.pilihan.values())
    return Keliru(SALAH_KETIK, f"“{shown}” bukan pilihan {isian.nama}; pilihannya: {choices}.")
