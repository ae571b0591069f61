"""The types every model shares: text, kode, numbers, dates and periods, each read from the text of a scalar.

YAML decides no type here. A parser refuses with a numbered message in Indonesian that says what was found, what is
expected and how to mend it (`PydanticCustomError`, whose type is the code).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property, lru_cache, total_ordering
from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

__all__ = [
    "Angka",
    "Bilangan",
    "BulanHari",
    "Frekuensi",
    "JenisPeriode",
    "Kode",
    "Model",
    "Periode",
    "Posisi",
    "Rupiah",
    "Sha256",
    "Tahun",
    "Tanggal",
    "Tautan",
    "Teks",
    "TeksPanjang",
    "YaTidak",
    "parse_angka",
    "parse_tanggal",
]


class Model(BaseModel):
    """Base of all models: frozen, no unknown keys, field texts from the docstring under the field."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def refuse(code: str, message: str) -> PydanticCustomError:
    """Returns the error to raise; the message is inserted as a value, so its braces mean nothing."""
    return PydanticCustomError(code, "{pesan}", {"pesan": message})


# ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

POLA_KODE: Final = r"^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$"

Kode = Annotated[str, StringConstraints(pattern=POLA_KODE)]
"""A kode: letters, digits, dot and hyphen; at most 40; its lower case is its address on the site."""

Teks = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=250, pattern=r"^[^\n]*$")]
"""One line of plain text."""

TeksPanjang = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
"""Plain text of several sentences; a blank line parts paragraphs."""

Tautan = Annotated[str, StringConstraints(pattern=r"^https://[^\s\"<>]{3,500}$")]
"""A public address, https only."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of a file, 64 lower-case hexadecimal digits."""


def _parse_ya_tidak(value: object) -> object:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"ya", "tidak"}:
        return value == "ya"
    raise refuse("S004", f"{quote(value)} tidak dikenal; isi `ya` atau `tidak`.")


YaTidak = Annotated[
    bool,
    BeforeValidator(_parse_ya_tidak),
    WithJsonSchema({"type": "string", "enum": ["ya", "tidak"]}),
]
"""`ya` or `tidak`."""


# ── Numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────

_ANGKA: Final = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?", re.ASCII)
_RIBUAN_TITIK: Final = re.compile(r"(-?[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?", re.ASCII)
_RIBUAN_KOMA: Final = re.compile(r"(-?[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?", re.ASCII)
_PECAHAN_KOMA: Final = re.compile(r"-?\d+,\d+", re.ASCII)
_TITIK_TANGGUNG: Final = re.compile(r"(-?)(\d*)\.(\d*)", re.ASCII)
_NOL_DI_DEPAN: Final = re.compile(r"(-?)0+(\d+(?:\.\d+)?)", re.ASCII)
_EKSPONEN: Final = re.compile(
    r"[-+]?(?:0[xXoObB][0-9A-Fa-f]+|\d[\d_]*(?:\.\d+)?[eE][-+]?\d+|\d[\d_]*_[\d_]*(?:\.\d+)?)"
)
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
    raise _explain_angka(value)


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
    return refuse("N013", f"{shown} bukan angka; tulis angka polos dengan titik desimal, misalnya `87.5`.")


def _cure(text: str, example: str = "87.5") -> str:
    """The plain spelling of a number written with commas, thousands dots or both; an example where none is right."""
    if match := _RIBUAN_TITIK.fullmatch(text):
        plain = match[1].replace(".", "") + (f".{match[2]}" if match[2] else "")
    elif _PECAHAN_KOMA.fullmatch(text):
        plain = text.replace(",", ".")
    elif match := _RIBUAN_KOMA.fullmatch(text):
        plain = match[1].replace(",", "") + (f".{match[2]}" if match[2] else "")
    else:
        plain = text
    plain = re.sub(r"^(-?)0+(?=\d)", r"\1", plain)
    return f"tulis `{plain}`" if _ANGKA.fullmatch(plain) else f"tulis angka polos, misalnya `{example}`"


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


_SKEMA_ANGKA: Final = {
    "anyOf": [{"type": "number"}, {"type": "string", "pattern": r"^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$"}]
}

Angka = Annotated[Decimal, BeforeValidator(parse_angka), WithJsonSchema(_SKEMA_ANGKA)]
"""An exact decimal number."""

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


# ── Time ─────────────────────────────────────────────────────────────────────────────────────────────────────────

TAHUN_AWAL: Final = 2000
TAHUN_AKHIR: Final = 2099

BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def _parse_tahun(value: object) -> object:
    if isinstance(value, int):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"20\d\d", value, re.ASCII):
        raise refuse(
            "T004",
            f"{quote(value)} bukan tahun; tulis empat angka antara {TAHUN_AWAL} dan {TAHUN_AKHIR}, misalnya `2024`.",
        )
    return int(value)


Tahun = Annotated[
    int,
    BeforeValidator(_parse_tahun),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^20\d\d$"}]}),
]
"""A calendar year, 2000 to 2099."""


def parse_tanggal(value: object) -> date:
    """Returns the day that `2024-01-31` says; codes T001 (no such day) and T003 (another spelling)."""
    if isinstance(value, date):
        return value
    match = re.fullmatch(r"(20\d\d)-(\d\d)-(\d\d)", value, re.ASCII) if isinstance(value, str) else None
    if match is None:
        raise refuse("T003", f"{quote(value)} bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`.")
    year, month, day = (int(part) for part in match.groups())
    if not 1 <= month <= 12:
        raise refuse("T001", f"bulan {month} tidak ada; bulan ditulis `01` sampai `12`; perbaiki {quote(value)}.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        nama = BULAN[month - 1]
        raise refuse(
            "T001",
            f"tanggal {day} {nama} {year} tidak ada; {nama} {year} berakhir tanggal {last}; perbaiki tanggalnya.",
        )
    return date(year, month, day)


Tanggal = Annotated[
    date,
    BeforeValidator(parse_tanggal),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^20\d\d-\d\d-\d\d$"}),
]
"""A calendar day, written `2024-01-31`."""


def _parse_bulan_hari(value: object) -> object:
    if isinstance(value, str) and re.fullmatch(r"\d\d-\d\d", value, re.ASCII):
        parse_tanggal(f"2025-{value}")  # a day that every year has
        return value
    raise refuse("T003", f"{quote(value)} bukan tanggal tahunan; tulis bulan-hari, misalnya `02-28`.")


BulanHari = Annotated[
    str, BeforeValidator(_parse_bulan_hari), WithJsonSchema({"type": "string", "pattern": r"^\d\d-\d\d$"})
]
"""A day of any year, written `02-28`."""


class Frekuensi(StrEnum):
    """How often an indikator is reported."""

    BULANAN = "bulanan"
    TRIWULANAN = "triwulanan"
    SEMESTERAN = "semesteran"
    TAHUNAN = "tahunan"

    @property
    def segmen(self) -> tuple[str, ...]:
        """The segments of a year in which an indikator of this frequency is reported, in order of time."""
        return _SEGMEN_FREKUENSI[self]

    def periode(self, tahun: int) -> tuple[Periode, ...]:
        """The periods of a year in which an indikator of this frequency is reported, in order of time."""
        return _periode_tahun(self, tahun)


class JenisPeriode(StrEnum):
    """The four lengths of a period."""

    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"
    TAHUN = "tahun"

    @property
    def frekuensi(self) -> Frekuensi:
        return _FREKUENSI_JENIS[self]


_FREKUENSI_JENIS: Final[Mapping[JenisPeriode, Frekuensi]] = {
    JenisPeriode.BULAN: Frekuensi.BULANAN,
    JenisPeriode.TRIWULAN: Frekuensi.TRIWULANAN,
    JenisPeriode.SEMESTER: Frekuensi.SEMESTERAN,
    JenisPeriode.TAHUN: Frekuensi.TAHUNAN,
}

_SEGMEN: Final[Mapping[str, tuple[JenisPeriode, int, int]]] = {
    **{f"{m:02}": (JenisPeriode.BULAN, m, m) for m in range(1, 13)},
    **{f"TW{q}": (JenisPeriode.TRIWULAN, 3 * q - 2, 3 * q) for q in range(1, 5)},
    **{f"S{s}": (JenisPeriode.SEMESTER, 6 * s - 5, 6 * s) for s in range(1, 3)},
    "tahunan": (JenisPeriode.TAHUN, 1, 12),
}
SEGMEN: Final = tuple(_SEGMEN)
"""`01` … `12`, `TW1` … `TW4`, `S1`, `S2`, `tahunan`."""

_SEGMEN_FREKUENSI: Final[Mapping[Frekuensi, tuple[str, ...]]] = {
    jenis.frekuensi: tuple(s for s, row in _SEGMEN.items() if row[0] is jenis) for jenis in JenisPeriode
}

_ROMAWI: Final = ("I", "II", "III", "IV")


@total_ordering
@dataclass(frozen=True)
class Periode:
    """A month, quarter, semester or year; written `2024-09`, `2024-TW3`, `2024-S1`, `2024`. Later end sorts later."""

    tahun: int
    segmen: str

    def __post_init__(self) -> None:
        if self.segmen not in _SEGMEN:
            raise ValueError(self.segmen)

    @classmethod
    def parse(cls, text: str) -> Periode:
        """Returns the period of `2024-TW3`; raises `PydanticCustomError` T002 on anything else."""
        match = re.fullmatch(r"(20\d\d)(?:-(.+))?", text, re.ASCII)
        segmen = "tahunan" if match and match[2] is None else (match[2].upper() if match else "")
        if match is None or segmen not in _SEGMEN:
            raise refuse(
                "T002",
                f"periode {quote(text)} tidak dikenal; tulis `2024-TW3`, `2024-09`, `2024-S1` atau `2024`.",
            )
        return cls(int(match[1]), segmen)

    @property
    def jenis(self) -> JenisPeriode:
        return _SEGMEN[self.segmen][0]

    @property
    def bulan(self) -> tuple[int, int]:
        """First and last month, both from 1 to 12."""
        return _SEGMEN[self.segmen][1:]

    @cached_property
    def awal(self) -> date:
        return date(self.tahun, self.bulan[0], 1)

    @cached_property
    def akhir(self) -> date:
        month = self.bulan[1]
        return date(self.tahun, month, monthrange(self.tahun, month)[1])

    @property
    def slug(self) -> str:
        """The segment in an address: `2024-tw3`."""
        return str(self).lower()

    @cached_property
    def label(self) -> str:
        """In words: `Triwulan III 2024`, `September 2024`, `Semester I 2024`, `Tahun 2024`."""
        return f"{self.label_pendek} {self.tahun}"

    @cached_property
    def label_pendek(self) -> str:
        """In words without the year: `Triwulan III`, `September`, `Semester I`, `Tahun`."""
        match self.jenis:
            case JenisPeriode.BULAN:
                return BULAN[self.bulan[0] - 1]
            case JenisPeriode.TRIWULAN:
                return f"Triwulan {_ROMAWI[int(self.segmen[2:]) - 1]}"
            case JenisPeriode.SEMESTER:
                return f"Semester {_ROMAWI[int(self.segmen[1:]) - 1]}"
            case JenisPeriode.TAHUN:
                return "Tahun"

    def memuat(self, other: Periode) -> bool:
        """Whether the other period lies within this one (a period lies within itself)."""
        if self.tahun != other.tahun:
            return False
        _, first, last = _SEGMEN[self.segmen]
        _, start, end = _SEGMEN[other.segmen]
        return first <= start and end <= last

    def __str__(self) -> str:
        return self._teks

    @cached_property
    def _teks(self) -> str:
        return str(self.tahun) if self.segmen == "tahunan" else f"{self.tahun}-{self.segmen}"

    def __lt__(self, other: Periode) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[int, int, int]:
        first, last = self.bulan
        return (self.tahun, last, -first)


@lru_cache(maxsize=512)
def _periode_tahun(frekuensi: Frekuensi, tahun: int) -> tuple[Periode, ...]:
    return tuple(Periode(tahun, segmen) for segmen in frekuensi.segmen)


@dataclass(frozen=True, slots=True)
class Posisi:
    """From where a build looks at the data: periods that ended by `sampai`, seen on the day `per_tanggal`."""

    sampai: Periode
    per_tanggal: date

    @classmethod
    def pada(cls, per_tanggal: date, sampai: Periode | None = None) -> Posisi:
        """Returns the position of a day; without `sampai` it reaches to the last month that ended by that day."""
        if sampai is None:
            if (per_tanggal.month, per_tanggal.day) == (12, 31):
                sampai = Periode(per_tanggal.year, "tahunan")
            elif per_tanggal.day == monthrange(per_tanggal.year, per_tanggal.month)[1]:
                sampai = Periode(per_tanggal.year, f"{per_tanggal.month:02}")
            elif per_tanggal.month > 1:
                sampai = Periode(per_tanggal.year, f"{per_tanggal.month - 1:02}")
            else:
                sampai = Periode(per_tanggal.year - 1, "tahunan")
        return cls(sampai, per_tanggal)

    def memuat(self, periode: Periode) -> bool:
        """Whether the period had ended at this position."""
        return periode.akhir <= self.sampai.akhir


def quote(value: object) -> str:
    """Returns a value as a message shows it: in quotation marks, shortened, or a word for what is no text."""
    if value is None:
        return "isian kosong"
    if isinstance(value, dict):
        return "susunan kunci dan isi"
    if isinstance(value, list | tuple):
        return "daftar"
    text = str(value)
    return f'"{text}"' if len(text) <= 40 else f'"{text[:37]}…"'
