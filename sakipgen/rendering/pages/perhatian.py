"""What deserves a look first: the indikator furthest below their target, then the reports that are late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.realisasi import Status
from sakipgen.rekap import BarisIndikator, RekapTahun
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.ucapan import ucapkan

TERBANYAK: Final = 5


@dataclass(frozen=True, slots=True)
class Perhatian:
    """An indikator that deserves a look, and why."""

    baris: sel.BarisTampil
    ucapan: Kalimat


def perhatian(konteks: Konteks, tahun: RekapTahun, rows: Sequence[BarisIndikator]) -> tuple[Perhatian, ...]:
    """Returns at most five indikator of the year: the lowest capaian first, then the longest delay."""
    below = sorted((c.capaian, n) for n, row in enumerate(rows) if (c := row.hasil.capaian) and not c.tercapai)
    found = [rows[n] for _, n in below]
    if len(found) < TERBANYAK:
        seen = {row.kode for row in found}
        late = [(row.hasil.hari_terlambat, row) for row in _terlambat(tahun, rows) if row.kode not in seen]
        found += [row for _, row in sorted(late, key=lambda pair: -pair[0])]
    return tuple(_tampil(konteks, tahun, row) for row in found[:TERBANYAK])


def _terlambat(tahun: RekapTahun, rows: Sequence[BarisIndikator]) -> list[BarisIndikator]:
    """The latest late report of each of these indikator."""
    found: dict[str, BarisIndikator] = {}
    for prd in tahun.periode:
        for row in rows:
            here = prd.menurut_kode[row.kode]
            own = prd.periode.jenis.frekuensi is row.indikator.frekuensi
            if own and here.hasil.status is Status.TERLAMBAT:
                found[row.kode] = here
    return list(found.values())


def _tampil(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> Perhatian:
    whole = row.hasil.periode == tahun.setahun.periode
    targets = konteks.target.get((tahun.tahun, row.kode), ())
    return Perhatian(konteks.baris(row), ucapkan(row, targets, selesai=not whole or tahun.setahun.selesai)[0])
