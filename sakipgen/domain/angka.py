"""Numbers, read from the text of a scalar: exact, and refused in every spelling that could mean two."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Final

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from sakipgen.domain.base import quote, refuse
from sakipgen.domain.pribadi import sah_nip

__all__ = ["SKEMA_ANGKA", "Angka", "Bilangan", "Rupiah", "parse_angka", "polos"]

_ANGKA: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)
_RIBUAN_TITIK: Final = re.compile(r"(-?[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII)
_RIBUAN_KOMA: Final = re.compile(r"(-?[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?", re.ASCII)
_PECAHAN_KOMA: Final = re.compile(r"-?\d+,\d+", re.ASCII)
_TITIK_TANGGUNG: Final = re.compile(r"(-?)(\d*)\.(\d*)", re.ASCII)
_NOL_DI_DEPAN: Final = re.compile(r"(-?)0+(\d+(?:\.\d+)?)", re.ASCII)
_EKSPONEN: Final = re.compile(
    r"[-+]?(?:0[xXoObB][0-9A-Fa-f]+|\d[\d_]*(?:\.\d+)?[eE][-+]?\d+|\d[\d_]*_[\d_]*(?:\.\d+)?)"
)
_TANPA_SEN: Final = re.compile(r"(.*\d)\s*([.,]\s*[-–—]{1,2})")
_DENGAN_KATA: Final = re.compile(r"(-?\d(?:[\d.,]*\d)?)\s*([^\W\d_][^\d]*)")
_KELIPATAN: Final = {"rb": 3, "ribu": 3, "jt": 6, "juta": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_SINGKATAN: Final = frozenset({"k", "m", "t"})
"""Letters that some write for a thousand, a milliard and more, and some for a satuan."""
_BUKAN_BILANGAN: Final = frozenset({"nan", "inf", "infinity", "tak hingga"})


def parse_angka(value: object) -> Decimal:
    """Returns the number a scalar's text says, exactly; refuses every spelling that could mean two numbers.

    Plain digits with a dot before at most six decimals, at most fifteen digits before it; codes N001–N014.
    """
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise refuse("S005", f"{quote(value)} bukan angka; tulis satu angka, misalnya `87.5`.")
    if _ANGKA.fullmatch(value):
        number = Decimal(value)
        return number or abs(number)
    raise _diduga_nip() if _nip(value.strip()) else _explain_angka(value)


def _nip(text: str) -> bool:
    return len(text) == 18 and text.isascii() and text.isdecimal() and sah_nip(text)


def _diduga_nip() -> PydanticCustomError:
    return refuse(
        "D002",
        "isian ini diduga NIP (nomornya tidak ditampilkan); data pribadi tidak ditulis dalam data; "
        "hapus nomor itu, sebut jabatannya bila perlu.",
    )


def _explain_angka(text: str) -> PydanticCustomError:  # noqa: C901, PLR0911 - one return for each spelling
    """The reason why a text is no number, with the spelling that was probably meant."""
    shown = quote(text)
    bare = text.strip()
    if _ANGKA.fullmatch(bare):
        return refuse("N013", f"{shown} memuat spasi atau baris baru; angka ditulis polos; tulis `{bare}`.")
    if bare.endswith("%"):
        number = bare[:-1].strip()
        cure = f"tulis `{number}`" if _ANGKA.fullmatch(number) else _cure(number)
        return refuse("N004", f"{shown} memakai tanda persen; satuan sudah tertulis pada kamus indikator; {cure}.")
    if (number := re.sub(r"^Rp\.?\s*", "", bare, flags=re.IGNORECASE)) != bare:
        return refuse("N012", f"{shown} memakai `Rp`; satuan sudah diketahui; {_cure(number, '1500000')}.")
    if bare.lstrip("+-.").lower() in _BUKAN_BILANGAN:
        return refuse(
            "N005",
            f"{shown} bukan angka; jika datanya belum ada, hapus isian ini dan tulis `status:` dengan `alasan:`.",
        )
    if match := _TANPA_SEN.fullmatch(bare):
        return refuse("N013", f"{shown} diakhiri `{match[2]}`; angka ditulis polos; {_cure(bare, '1500000')}.")
    if match := _PECAHAN_KOMA.fullmatch(bare):
        return refuse("N001", f"{shown} memakai koma; pecahan ditulis dengan titik; {_cure(match[0])}.")
    if _RIBUAN_TITIK.fullmatch(bare) or _RIBUAN_KOMA.fullmatch(bare):
        return refuse("N003", f"{shown} memakai pemisah ribuan; angka ditulis polos; {_cure(bare)}.")
    if _EKSPONEN.fullmatch(bare):
        return refuse("N008", f"{shown} bukan penulisan angka biasa; tulis semua angkanya, misalnya `1000000`.")
    if match := _NOL_DI_DEPAN.fullmatch(bare):
        return refuse("N006", f"{shown} diawali angka 0; angka ditulis tanpa 0 di depan; {_cure(match[0])}.")
    if re.fullmatch(r"-?\d+(\.\d+)?", bare, re.ASCII) and bare == text:
        return refuse(
            "N014",
            f"{shown} terlalu panjang; paling banyak 15 angka di depan titik dan 6 di belakangnya; bulatkan angkanya.",
        )
    if (match := _TITIK_TANGGUNG.fullmatch(bare)) and (match[2] or match[3]):
        fixed = f"{match[1]}{match[2] or '0'}" + (f".{match[3]}" if match[3] else "")
        return refuse("N013", f"{shown} belum lengkap; harus ada angka di kedua sisi titik; {_cure(fixed)}.")
    if _DENGAN_KATA.fullmatch(bare):
        return refuse(
            "N013", f"{shown} memuat kata di belakang angka; angka ditulis polos tanpa satuan; {_cure(bare)}."
        )
    return refuse("N013", f"{shown} bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.")


def _cure(text: str, example: str = "87.5") -> str:
    """How to write a number that was written with commas, thousands dots or both; an example where none is right."""
    plain = polos(text)
    return f"tulis `{plain}`" if _ANGKA.fullmatch(plain) else f"tulis angka polos, misalnya `{example}`"


def polos(text: str) -> str:
    """The plain spelling of a number with commas, thousands dots or both, with `,-` or a word behind it.

    A word such as «juta» is part of the number, any other names the satuan.
    """
    if match := _TANPA_SEN.fullmatch(text):
        return polos(match[1])
    if match := _DENGAN_KATA.fullmatch(text):
        plain, first = polos(match[1]), match[2].split(maxsplit=1)[0].rstrip(".").lower()
        if first in _SINGKATAN:
            return text
        if first in _KELIPATAN and _ANGKA.fullmatch(plain):
            plain = f"{Decimal(plain).scaleb(_KELIPATAN[first]):f}"
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    if match := _RIBUAN_TITIK.fullmatch(text):
        plain = match[1].replace(".", "") + (f".{match[2]}" if match[2] else "")
    elif _PECAHAN_KOMA.fullmatch(text):
        plain = text.replace(",", ".")
    elif match := _RIBUAN_KOMA.fullmatch(text):
        plain = match[1].replace(",", "") + (f".{match[2]}" if match[2] else "")
    else:
        plain = text
    return re.sub(r"^(-?)0+(?=\d)", r"\1", plain)


def _parse_rupiah(value: object) -> Decimal:
    if isinstance(value, str) and re.fullmatch(r"[1-9]\d{0,2}\.\d{3}", value, re.ASCII):
        plain = value.replace(".", "")
        raise refuse(
            "N003",
            f"{quote(value)} memakai pemisah ribuan; rupiah ditulis bulat dan polos; tulis `{plain}`.",
        )
    number = parse_angka(value)
    if number != number.to_integral_value():
        raise refuse("N015", f"{quote(value)} memuat pecahan; rupiah ditulis bulat tanpa sen; tulis `{int(number)}`.")
    if number < 0:
        raise refuse(
            "N016",
            f"{quote(value)} kurang dari nol; jumlah rupiah tidak boleh negatif; tulis `{int(-number)}`.",
        )
    return number.to_integral_value()


def _parse_bilangan(value: object) -> object:
    if isinstance(value, int):
        return value
    number = parse_angka(value)
    if number != number.to_integral_value() or number < 0:
        raise refuse("N015", f"{quote(value)} bukan bilangan bulat; tulis bilangan bulat mulai dari 0, misalnya `2`.")
    return int(number)


SKEMA_ANGKA: Final = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$"}]
}

Angka = Annotated[Decimal, BeforeValidator(parse_angka), WithJsonSchema(SKEMA_ANGKA)]
"""An exact decimal number."""

Bobot = Annotated[
    Decimal,
    BeforeValidator(parse_angka),
    Field(gt=0, le=100),
    WithJsonSchema({"anyOf": [{"type": "number", "exclusiveMinimum": 0, "maximum": 100}, SKEMA_ANGKA["anyOf"][1]]}),
]
"""A weight in percent."""

Rupiah = Annotated[
    Decimal,
    BeforeValidator(_parse_rupiah),
    WithJsonSchema(
        {"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9]\d{0,14})$"}]}
    ),
]
"""Whole rupiah, zero or more."""

Bilangan = Annotated[
    int,
    BeforeValidator(_parse_bilangan),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": r"^(0|[1-9]\d*)$"}]}),
]
"""A whole number, zero or more."""
