"""The workbooks of the SOP's papers, by the kode that the command line knows them by.

Each is a function of the Rekapitulasi: of a year and one of its periods, or of a year alone. Importing this package
imports XlsxWriter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sakipgen.domain.waktu import Periode
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.lembar import (
    evaluasi_renja,
    formulir_iku,
    kertas_kerja,
    lke,
    rekapitulasi,
    rencana_aksi,
)

__all__ = ["LEMBAR", "BukuKerja"]

Pembuat = Callable[[Rekapitulasi, int, Periode | None], bytes]


@dataclass(frozen=True, slots=True)
class BukuKerja:
    """A workbook that can be made."""

    judul: str
    langkah: tuple[str, ...]
    """The steps of the SOP that ask for it; empty of one that practice asks for."""
    berkala: bool
    """Whether it is of a period; else it is of a year, and a period changes nothing."""
    render: Pembuat


def _setahun(render: Callable[[Rekapitulasi, int], bytes]) -> Pembuat:
    return lambda rekap, tahun, _: render(rekap, tahun)


LEMBAR: Final[Mapping[str, BukuKerja]] = MappingProxyType(
    {
        "kertas-kerja": BukuKerja(kertas_kerja.JUDUL, ("9.2.4", "9.2.5"), berkala=True, render=kertas_kerja.render),
        "rekapitulasi": BukuKerja(
            rekapitulasi.JUDUL, ("9.1.8", "9.1.9", "9.2.6"), berkala=True, render=rekapitulasi.render
        ),
        "rencana-aksi": BukuKerja(rencana_aksi.JUDUL, (), berkala=False, render=_setahun(rencana_aksi.render)),
        "iku": BukuKerja(formulir_iku.JUDUL, (), berkala=False, render=_setahun(formulir_iku.render)),
        "evaluasi-renja": BukuKerja(evaluasi_renja.JUDUL, (), berkala=True, render=evaluasi_renja.render),
        "lke": BukuKerja(lke.JUDUL, (), berkala=False, render=_setahun(lke.render)),
    }
)
"""Kode → workbook."""
