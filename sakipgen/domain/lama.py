"""How long something took or should take, as people write it: `90 menit`, `2 jam`, `1 hari`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import core_schema

from sakipgen.domain.base import quote, refuse

__all__ = ["Lama", "LamaTeks", "SatuanLama", "parse_lama"]

_POLA: Final = re.compile(r"([1-9]\d{0,3}) (menit|jam|hari)", re.ASCII)
_MENIT_SEJAM: Final = 60


class SatuanLama(StrEnum):
    MENIT = "menit"
    JAM = "jam"
    HARI = "hari"


@dataclass(frozen=True, slots=True)
class Lama:
    """A number of minutes, hours or working days."""

    banyak: int
    satuan: SatuanLama

    def menit(self, menit_sehari: int) -> int:
        """Minutes of work, of an office whose working day has so many."""
        match self.satuan:
            case SatuanLama.MENIT:
                return self.banyak
            case SatuanLama.JAM:
                return self.banyak * _MENIT_SEJAM
            case SatuanLama.HARI:
                return self.banyak * menit_sehari

    def __str__(self) -> str:
        return f"{self.banyak} {self.satuan.value}"


def parse_lama(value: object) -> Lama:
    """Returns the duration that `90 menit` says; code T007 for another spelling."""
    if isinstance(value, Lama):
        return value
    match = _POLA.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise refuse(
            "T007",
            f"{quote(value)} bukan lama waktu; lama ditulis bilangan bulat dan satuannya (menit, jam, atau hari); "
            "tulis misalnya `90 menit` atau `1 hari`.",
        )
    return Lama(int(match[1]), SatuanLama(match[2]))


class _Skema:
    """Lets the parser alone decide; Pydantic would take a dataclass for a mapping of its fields."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: object) -> core_schema.CoreSchema:
        return core_schema.is_instance_schema(Lama)


LamaTeks = Annotated[
    Lama,
    _Skema,
    BeforeValidator(parse_lama),
    WithJsonSchema({"type": "string", "pattern": r"^[1-9][0-9]{0,3} (menit|jam|hari)$"}),
]
"""A duration, written `90 menit`, `2 jam` or `1 hari`."""
