"""What deserves a look first: the indikator furthest below their target, then the reports that are late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
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
    """Returns at most five rows of the year, the lowest capaian first."""
    below = sorted((c.capaian, n) for n, row in enumerate(rows) if (c := row.hasil.capaian) and not c.tercapai)
    late = sorted((-row.hasil.hari_terlambat, n) for n, row in enumerate(rows) if row.hasil.status is Status.TERLAMBAT)
    order: list[tuple[Decimal | int, int]] = [*below, *late]
    return tuple(_tampil(konteks, tahun, rows[n]) for _, n in order[:TERBANYAK])


def _tampil(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> Perhatian:
    targets = konteks.target.get((tahun.tahun, row.kode), ())
    return Perhatian(konteks.baris(row), ucapkan(row, targets, selesai=tahun.setahun.selesai)[0])
