"""Money: pagu, realisasi and serapan of program, kegiatan and sub kegiatan by the end of a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sakipgen.domain.anggaran import kode_di_atas
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.hasil import Sumber
from sakipgen.measuring.hitung import CONTEXT, SERATUS, bagi, jumlah, persen


class TingkatAnggaran(StrEnum):
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """Money of one kode, in whole rupiah; sums are sums of the sub kegiatan."""

    kode: str
    tingkat: TingkatAnggaran
    pagu_murni: Decimal
    pagu: Decimal
    realisasi: Decimal | None
    """From the start of the year; None unless all that has a pagu was reported."""
    serapan: Decimal | None
    """Percent of the pagu in force, raw; None without realisasi or of a pagu of zero."""
    serapan_murni: Decimal | None
    """Percent of the first pagu."""
    sisa: Decimal | None
    sumber_pagu: Sumber | None
    sumber_realisasi: Sumber | None


@dataclass(frozen=True, slots=True)
class AnggaranPeriode:
    """All rows by the end of a period, in order of kode, and the total."""

    data_sampai: Periode | None
    """The period of the latest figures."""
    baris: tuple[HasilAnggaran, ...]
    sasaran: Mapping[str, HasilAnggaran]
    """What each sasaran has of the programs that support it, by their declared shares."""
    jumlah: HasilAnggaran
    """All of it."""


def ukur_anggaran(dataset: Dataset, periode: Periode, posisi: Posisi) -> AnggaranPeriode | None:
    """Returns the money of a period's year by its end, as the posisi sees it; None of a year without a program file."""
    berkas = dataset.program.get(periode.tahun)
    if berkas is None:
        return None
    seen = [p for p in dataset.anggaran if p.tahun == periode.tahun and p.akhir <= periode.akhir and posisi.memuat(p)]
    spent = dataset.anggaran[max(seen)] if seen else None
    leaves: dict[str, HasilAnggaran] = {}
    last_day = min(periode.akhir, max(posisi.sampai.akhir, periode.awal))
    for kode, sub in berkas.isi.sub_kegiatan.items():
        row = spent.isi.butir.get(kode) if spent else None
        pagu, field = berkas.isi.pagu_pada(kode, last_day)
        leaves[kode] = _row(
            kode,
            TingkatAnggaran.SUB_KEGIATAN,
            sub.pagu.murni,
            pagu,
            row.realisasi if row else None,
            Sumber(berkas.path, ("sub_kegiatan", kode, "pagu", field)),
            Sumber(spent.path, ("butir", kode, "realisasi")) if spent and row else None,
        )
    parents = {
        **dict.fromkeys(berkas.isi.program, TingkatAnggaran.PROGRAM),
        **dict.fromkeys(berkas.isi.kegiatan, TingkatAnggaran.KEGIATAN),
    }
    below: dict[str, list[HasilAnggaran]] = {kode: [] for kode in parents}
    for kode, leaf in leaves.items():
        for parent in kode_di_atas(kode):
            if parent in below:
                below[parent].append(leaf)
    rows = leaves | {kode: _total(kode, parents[kode], found) for kode, found in below.items()}
    whole = _total("", TingkatAnggaran.PROGRAM, list(leaves.values()))
    ordered = tuple(rows[kode] for kode in sorted(rows))
    shares: dict[str, list[HasilAnggaran]] = {}
    for kode, program in berkas.isi.program.items():
        for sasaran, percent in program.sasaran.items():
            shares.setdefault(sasaran, []).append(_share(rows[kode], percent))
    goals = {sasaran: _total(sasaran, TingkatAnggaran.SASARAN, found) for sasaran, found in shares.items()}
    return AnggaranPeriode(max(seen) if seen else None, ordered, goals, whole)


def _share(row: HasilAnggaran, percent: Decimal) -> HasilAnggaran:
    """Part of a program's money; not rounded to whole rupiah."""
    if percent == SERATUS:
        return row

    def part(value: Decimal) -> Decimal:
        return bagi(CONTEXT.multiply(value, percent), SERATUS)

    spent = None if row.realisasi is None else part(row.realisasi)
    return _row(row.kode, row.tingkat, part(row.pagu_murni), part(row.pagu), spent, None, None)


def _total(kode: str, tingkat: TingkatAnggaran, leaves: list[HasilAnggaran]) -> HasilAnggaran:
    """The sum of the money; what was not reported of a pagu is not zero, so the sum of realisasi is not known."""
    spent = [leaf.realisasi for leaf in leaves if leaf.realisasi is not None]
    complete = all(leaf.realisasi is not None or not leaf.pagu for leaf in leaves)
    return _row(
        kode,
        tingkat,
        jumlah(leaf.pagu_murni for leaf in leaves),
        jumlah(leaf.pagu for leaf in leaves),
        jumlah(spent) if spent and complete else None,
        None,
        None,
    )


def _row(
    kode: str,
    tingkat: TingkatAnggaran,
    murni: Decimal,
    pagu: Decimal,
    realisasi: Decimal | None,
    sumber_pagu: Sumber | None,
    sumber_realisasi: Sumber | None,
) -> HasilAnggaran:
    return HasilAnggaran(
        kode=kode,
        tingkat=tingkat,
        pagu_murni=murni,
        pagu=pagu,
        realisasi=realisasi,
        serapan=None if realisasi is None else persen(realisasi, pagu),
        serapan_murni=None if realisasi is None else persen(realisasi, murni),
        sisa=None if realisasi is None else CONTEXT.subtract(pagu, realisasi),
        sumber_pagu=sumber_pagu,
        sumber_realisasi=sumber_realisasi,
    )
