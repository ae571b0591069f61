"""What one input cell says, as the YAML would write it; or why it says nothing that can be taken."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final, NamedTuple

from pydantic_core import PydanticCustomError

from sakipgen.domain.angka import parse_angka, polos
from sakipgen.forms.baca import Sel, lolos
from sakipgen.forms.isian import Isian, JenisIsian
from sakipgen.reading.naskah import BATAS_PANJANG_BARIS, check_characters
from sakipgen.rendering.cetak import ringkas
from sakipgen.writing.sisip import prosa

_DIGIT: Final = 15
"""So many digits a spreadsheet counts with."""
_DESIMAL: Final = 6
"""So many decimals the data takes, whatever the kamus prints."""

_KATA: Final = BATAS_PANJANG_BARIS - 100
"""So long a word may be, for it stands on one line of the data, behind its key."""
_SPASI: Final = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HARFIAH: Final = re.compile(r'"[^"]*"|\\.|[_*].')
"""What a number format prints as it stands: a `%` in it does not multiply."""


class Keliru(NamedTuple):
    """Why a cell cannot be taken."""

    kode: str
    pesan: str


def baca_sel(isian: Isian, sel: Sel) -> str | Keliru | None:
    """Returns the text of a cell as the YAML writes it; None of an empty one."""
    if sel.rumus or sel.galat:
        return _rumus(sel)
    value = sel.nilai
    if isinstance(value, str):
        value = rapi(lolos(value))
    if value is None or value == "":
        return None
    match isian.jenis:
        case JenisIsian.ANGKA:
            return _angka(value, sel)
        case JenisIsian.TANGGAL:
            return _tanggal(value, sel)
        case JenisIsian.PILIHAN:
            return _pilihan(isian, value, sel)
        case _:
            return _teks(value, sel)


def _rumus(sel: Sel) -> Keliru:
    if sel.rumus:
        return Keliru("X002", f"sel {sel.alamat} berisi rumus; salin selnya, lalu tempel sebagai nilai.")
    return Keliru("X005", f"sel {sel.alamat} berisi galat {sel.nilai}; hapus lalu ketik isinya.")


def rapi(teks: str) -> str:
    """Returns a text without what editors and clipboards leave behind: odd line ends and spaces, spaces at the ends."""
    text = unicodedata.normalize("NFC", teks.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [_SPASI.sub(" ", line).rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip()


def sama(isian: Isian, kiri: str | None, kanan: str | None) -> bool:
    """Whether two texts of a cell say the same: numbers by their value, as far as a spreadsheet can hold it."""
    if kiri is None or kanan is None:
        return (kiri or "") == (kanan or "")
    if isian.jenis is JenisIsian.ANGKA:
        return _angka_sama(Decimal(kiri), Decimal(kanan))
    return prosa(rapi(kiri)) == prosa(rapi(kanan))


def _angka_sama(kiri: Decimal, kanan: Decimal) -> bool:
    """Whether two numbers are the same; of one that is longer than a spreadsheet counts, the last digit may be off."""
    if max(len(n.normalize().as_tuple().digits) for n in (kiri, kanan)) <= _DIGIT:
        return kiri == kanan
    return abs(kiri - kanan) <= max(abs(kiri), abs(kanan)).scaleb(1 - _DIGIT)


def _angka(value: object, sel: Sel) -> str | Keliru:
    match value:
        case bool():
            return _bukan_angka(sel, "berisi BENAR atau SALAH")
        case datetime() | date() | time():
            return _bukan_angka(sel, "terbaca sebagai tanggal atau jam")
        case int() | float():
            return _bilangan(value, sel)
        case _:
            return _teks_angka(str(value), sel)


def _bilangan(value: float, sel: Sel) -> str | Keliru:
    if abs(value) >= 10**_DIGIT or value != value:  # noqa: PLR0124 - no number is not itself
        return _bukan_angka(sel, f"berisi angka lebih dari {_DIGIT} digit")
    if "%" in _HARFIAH.sub("", sel.format):
        shown = ringkas(Decimal(repr(value)).scaleb(2), _DESIMAL)
        message = f"sel {sel.alamat} berformat persen ({shown}%); satuan sudah tertulis; ketik {shown} tanpa tanda %."
        return Keliru("X005", message)
    number = _desimal(value)
    if -int(number.as_tuple().exponent) > _DESIMAL:
        shown = ringkas(number, _DESIMAL)
        message = f"sel {sel.alamat} punya lebih dari {_DESIMAL} angka di belakang koma; bulatkan, misalnya {shown}."
        return Keliru("X005", message)
    return f"{number:f}"


def _desimal(value: float) -> Decimal:
    """The number that was typed: the shortest that is the same in a spreadsheet, without zeros at its end."""
    number = Decimal(repr(value))
    if -int(number.as_tuple().exponent) > _DESIMAL:
        number = Decimal(f"{value:.{_DIGIT}g}")
    text = f"{number:f}"
    plain = Decimal(text.rstrip("0").rstrip(".") if "." in text else text)
    return plain or Decimal(0)


def _teks_angka(text: str, sel: Sel) -> Keliru:
    """A text where a number should be, with the number that was probably meant."""
    likely = polos(text.removesuffix("%").strip().removeprefix("Rp").strip())
    try:
        meant = ringkas(parse_angka(likely), _DESIMAL)
    except PydanticCustomError as error:
        if error.type == "D002":
            return Keliru("D002", f"sel {sel.alamat} diduga memuat NIP (nomornya tidak ditampilkan); hapus nomor itu.")
        cure = "hapus lalu ketik angkanya saja"
    else:
        cure = f"hapus lalu ketik sebagai angka, mungkin {meant}"
        if text.count(".") == 1 and "," not in text and len(text.partition(".")[2]) == 3:
            cure += f" (atau {text.replace('.', ',')} bila itu pecahan)"
    shown = text if len(text) <= 40 else f"{text[:37]}…"
    return Keliru("X005", f"sel {sel.alamat} berisi teks “{shown}”, bukan angka; {cure}.")


def _bukan_angka(sel: Sel, what: str) -> Keliru:
    return Keliru("X005", f"sel {sel.alamat} {what}, bukan angka yang diminta; hapus lalu ketik angkanya saja.")


def _tanggal(value: object, sel: Sel) -> str | Keliru:
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime) and 2000 <= value.year <= 2099:
        return value.isoformat()
    return Keliru("X005", f"sel {sel.alamat} bukan tanggal; hapus lalu ketik tanggalnya, misalnya 31/3/2026.")


def pilih(isian: Isian, teks: str) -> str | None:
    """Returns the word of a closed list that a text means, as the YAML writes it; None where it is none of them."""
    said = teks.strip().casefold().replace("_", " ")
    known = isian.pilihan.items()
    return next((word for word, shown in known if said in {word.casefold().replace("_", " "), shown.casefold()}), None)


def _pilihan(isian: Isian, value: object, sel: Sel) -> str | Keliru:
    if word := pilih(isian, str(value)):
        return word
    choices = ", ".join(isian.pilihan.values())
    return Keliru("X005", f"isi sel {sel.alamat} bukan pilihan {isian.nama}; pilihannya: {choices}; pilih dari daftar.")


def teks_keliru(teks: str) -> Keliru | None:
    """Why the data cannot hold a text, told without its place: characters that nobody sees, or a word without end."""
    for finding in check_characters(teks):
        return Keliru(finding.code, finding.message)
    longest = max(map(len, teks.split()), default=0)
    if longest > _KATA:
        message = f"memuat {longest} karakter tanpa spasi, paling panjang {_KATA}; pisahkan katanya."
        return Keliru("X005", message)
    return None


def _kalimat(text: str, sel: Sel) -> str | Keliru:
    """A text that the data can hold; what nobody sees in a cell is told here, where its cell is known."""
    wrong = teks_keliru(text)
    if wrong is None:
        return text
    colon = "" if wrong.kode == "X005" else ":"
    return Keliru(wrong.kode, f"sel {sel.alamat}{colon} {wrong.pesan}")


def _teks(value: object, sel: Sel) -> str | Keliru:
    match value:
        case str():
            return _kalimat(prosa(value), sel)
        case bool():
            pass
        case int() | float() if value == value // 1 and 0 <= value < 10**_DIGIT and "%" not in sel.format:
            return str(int(value))
    return Keliru("X005", f"sel {sel.alamat} bukan teks; hapus, lalu ketik lagi diawali tanda petik tunggal (').")
