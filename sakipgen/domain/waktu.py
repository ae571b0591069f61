"""Time, read from the text of a scalar: years, days, periods of reporting, and the posisi that a build looks from."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache, total_ordering
from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema

from sakipgen.domain.base import quote, refuse

__all__ = [
    "BULAN",
    "SEGMEN",
    "TAHUN_AKHIR",
    "TAHUN_AWAL",
    "BulanHari",
    "Frekuensi",
    "JenisPeriode",
    "Periode",
    "Posisi",
    "Tahun",
    "Tanggal",
    "parse_tanggal",
]

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
_NOMOR: Final = {segmen: number for number, segmen in enumerate(SEGMEN)}

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

    def __hash__(self) -> int:
        return self._nomor

    @cached_property
    def _nomor(self) -> int:
        """Another number for every period: half of all look-ups are by period."""
        return self.tahun * len(SEGMEN) + _NOMOR[self.segmen]

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
