"""Indikator that are no longer used: since when, why, and what took their place."""

from __future__ import annotations

from dataclasses import dataclass

from sakipgen.rendering.pages import alamat
from sakipgen.rendering.pages.konteks import Konteks

Tautan = tuple[str, str, str]
"""Kode, name and address of another indikator."""


@dataclass(frozen=True, slots=True)
class Pensiun:
    """That an indikator is no longer used, since when, why, and what took its place."""

    sejak: int
    alasan: str
    dasar: str | None
    pengganti: Tautan | None


def tautan(konteks: Konteks, kode: str) -> Tautan:
    """Returns an indikator as a link."""
    return kode, konteks.rekap.indikator[kode].nama, alamat.indikator(kode)


def pensiun(konteks: Konteks, kode: str) -> Pensiun | None:
    """Returns how an indikator was retired; None of one in use."""
    old = konteks.rekap.kode_lama.get(kode)
    if old is None:
        return None
    next_one = old.pengganti if old.pengganti in konteks.rekap.indikator else None
    return Pensiun(
        sejak=old.tahun_terakhir + 1,
        alasan=old.alasan,
        dasar=old.dasar,
        pengganti=tautan(konteks, next_one) if next_one else None,
    )


def menggantikan(konteks: Konteks, kode: str) -> tuple[Tautan, ...]:
    """Returns the indikator that this one took the place of."""
    return tuple(
        tautan(konteks, old)
        for old, row in konteks.rekap.kode_lama.items()
        if row.pengganti == kode and old in konteks.rekap.indikator
    )
