"""What is published, as CSV files in a folder, and every figure of it as it is printed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from sakipgen.measuring.hitung import round_half_up
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.opendata import render_tables

PERSEN: Final = 2
SATUAN: Final = 6
"""Decimals of a figure in the indikator's own satuan: as many as a file may say."""
KOLOM: Final[Mapping[str, Mapping[str, int | None]]] = {
    "capaian": {
        "formula": None,
        "target": SATUAN,
        "target_maks": SATUAN,
        "target_tanda": None,
        "target_tahun": SATUAN,
        "target_tahun_maks": SATUAN,
        "realisasi": SATUAN,
        "realisasi_periode": SATUAN,
        "capaian_mentah": PERSEN,
        "capaian": PERSEN,
        "capaian_agregat": PERSEN,
        "capaian_tahun": PERSEN,
        "kemajuan_renstra": PERSEN,
        "capaian_murni": PERSEN,
        "tercapai": None,
        "kategori": None,
    },
    "sasaran": {"terukur_ada": None, "terukur_dari": None, "tercapai": None, "capaian": PERSEN, "kategori": None},
    "perangkat_daerah": {
        "terukur_ada": None,
        "terukur_dari": None,
        "tercapai": None,
        "capaian": PERSEN,
        "kategori": None,
    },
    "anggaran": {
        "pagu_murni": 0,
        "pagu": 0,
        "realisasi": 0,
        "sisa": 0,
        "serapan": PERSEN,
        "capaian": PERSEN,
        "terukur_ada": None,
        "terukur_dari": None,
        "selisih": PERSEN,
    },
}
"""What is computed again, with the decimals of its print; None where the text itself is compared."""


class Kunci(NamedTuple):
    """One published figure: table, key of the row, column."""

    tabel: str
    id: str
    kolom: str


Angka = Mapping[Kunci, str]
"""Figures as they are printed; what is missing has no entry."""
Baris = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Terbitan:
    """The tables of one site, and the day it looks from."""

    folder: Path
    per_tanggal: date

    def baca(self, tabel: str) -> Iterator[Baris]:
        with (self.folder / f"{tabel}.csv").open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)

    def tercetak(self) -> Angka:
        """Returns every figure that is computed again, rounded once from what is published."""
        return {
            Kunci(tabel, row["id"], kolom): row[kolom] if desimal is None else cetak(row[kolom], desimal)
            for tabel, columns in KOLOM.items()
            for row in self.baca(tabel)
            for kolom, desimal in columns.items()
            if row[kolom]
        }


def terbitkan(rekap: Rekapitulasi, folder: Path) -> Terbitan:
    """Writes the published CSV files into a folder."""
    for path, parts in render_tables(rekap).items():
        if path.suffix == ".csv":
            (folder / path.name).write_bytes(b"".join(parts()))
    return Terbitan(folder, rekap.posisi.per_tanggal)


def cetak(teks: str, desimal: int) -> str:
    """Returns a published number as it is printed."""
    return format(round_half_up(Decimal(teks), desimal), "f")


def perbedaan(terbit: Angka, lain: Angka, banyak: int = 20) -> str:
    """Returns the first figures that differ, one a line, and how many there are; nothing of none."""
    found = [key for key in sorted(terbit.keys() | lain.keys()) if terbit.get(key) != lain.get(key)]
    lines = [f"{':'.join(key)}: terbit {terbit.get(key)}, dihitung ulang {lain.get(key)}" for key in found[:banyak]]
    return "\n".join([f"{len(found)} angka berbeda", *lines]) if found else ""
