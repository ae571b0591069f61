"""The rows of the evaluation of a Renja: what is known of each program, kegiatan and sub kegiatan, quarter by quarter.

What is not known is None: nothing is guessed from another year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Agregasi
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.measuring.hitung import jumlah
from sakipgen.rekap import BarisAnggaran, BarisIndikator, Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.sel_teks import TINGKAT_ANGGARAN

SASARAN: Final = "Sasaran"
_SEGMEN: Final[Mapping[Frekuensi, tuple[str | None, ...]]] = {
    Frekuensi.BULANAN: ("TW1", "TW2", "TW3", "TW4"),
    Frekuensi.TRIWULANAN: ("TW1", "TW2", "TW3", "TW4"),
    Frekuensi.SEMESTERAN: (None, "S1", None, "S2"),
    Frekuensi.TAHUNAN: (None, None, None, "tahunan"),
}
"""Which period's figure stands in each quarter: a half-year in its second, a year in its last."""


@dataclass(frozen=True, slots=True)
class Uang:
    """Money of a node, in rupiah."""

    pagu: Decimal
    triwulan: tuple[Decimal | None, ...]
    """What was spent in each quarter alone."""
    realisasi: Decimal | None
    """From the start of the year."""
    lalu: Decimal | None
    """Of all earlier years of the Renstra."""


@dataclass(frozen=True, slots=True)
class Kinerja:
    """An indikator of a node."""

    baris: BarisIndikator
    """In the period, or in the latest before it that has a figure: one of a half-year is told in its third quarter."""
    triwulan: tuple[Decimal | None, ...]
    renstra: Decimal | None
    """The Renstra's target of its last year."""
    lalu: Decimal | None
    """By the end of last year: the sum of increments since the Renstra began, else last year's figure."""


@dataclass(frozen=True, slots=True)
class BarisRenja:
    """A line of the form: a node with one of its indikator; money stands on its first line."""

    jenjang: str
    kode: str
    nama: str
    sasaran: str
    unit: str
    kinerja: Kinerja | None
    uang: Uang | None


def baris(rekap: Rekapitulasi, year: RekapTahun, sheet: RekapPeriode) -> Iterator[BarisRenja]:
    """Yields each sasaran with its own indikator, then the program that serve it first and what lies below them.

    Program of which no sasaran is in the period come last.
    """
    money = sheet.anggaran.baris if sheet.anggaran else ()
    reader = _Pembaca(rekap, year, sheet)
    names = {row.kode: row.uraian for row in sheet.sasaran}
    served: dict[str | None, list[BarisAnggaran]] = defaultdict(list)
    for program in (row for row in money if row.induk is None):
        served[next((kode for kode in program.porsi if kode in names), None)].append(program)

    def below(sasaran: str | None) -> Iterator[BarisRenja]:
        for program in served[sasaran]:
            told = "; ".join(f"{kode} {names.get(kode, '')}".strip() for kode in program.porsi)
            for row in (one for one in money if one.kode == program.kode or one.kode.startswith(f"{program.kode}.")):
                own = [sheet.menurut_kode[kode] for kode in row.indikator if kode in sheet.menurut_kode]
                level = TINGKAT_ANGGARAN[row.hasil.tingkat]
                yield from reader.baris(level, row.kode, row.nama, told, row.unit, own, reader.uang(row))

    for group in sheet.sasaran:
        yield from reader.baris(SASARAN, group.kode, group.uraian, group.kode, "", group.indikator, None)
        yield from below(group.kode)
    yield from below(None)


class _Pembaca:
    """Looks up what earlier periods and years say."""

    def __init__(self, rekap: Rekapitulasi, year: RekapTahun, sheet: RekapPeriode) -> None:
        self._year = year
        self._sheet = sheet
        plan = year.renstra
        first = plan.tahun_awal if plan else year.tahun
        known = {row.tahun: row for row in rekap.tahun}
        wanted = range(first, year.tahun)
        self._lalu: Sequence[RekapTahun | None] = [known.get(tahun) for tahun in wanted] if plan else [None]

    def baris(
        self,
        jenjang: str,
        kode: str,
        nama: str,
        sasaran: str,
        unit: str,
        rows: Sequence[BarisIndikator],
        uang: Uang | None,
    ) -> Iterator[BarisRenja]:
        for n, row in enumerate(rows):
            yield BarisRenja(jenjang, kode, nama, sasaran, unit, self._kinerja(row), None if n else uang)
        if not rows:
            yield BarisRenja(jenjang, kode, nama, sasaran, unit, None, uang)

    def _kinerja(self, row: BarisIndikator) -> Kinerja:
        plan = self._year.renstra
        target = plan.target.get(row.kode, {}).get(plan.tahun_akhir) if plan else None
        return Kinerja(
            baris=self._terakhir(row),
            triwulan=tuple(self._pada(row, segmen) for segmen in _SEGMEN[row.indikator.frekuensi]),
            renstra=target.angka if target else None,
            lalu=self._sebelumnya(row),
        )

    def _terakhir(self, row: BarisIndikator) -> BarisIndikator:
        if row.hasil.status is not Status.TIDAK_BERLAKU:
            return row
        ended = [one for one in self._year.periode if one.periode.akhir <= self._sheet.periode.akhir]
        found = (one.menurut_kode.get(row.kode) for one in reversed(ended))
        return next((one for one in found if one and one.hasil.realisasi is not None), row)

    def _pada(self, row: BarisIndikator, segmen: str | None) -> Decimal | None:
        """The period's own figure, as far as the form reaches."""
        periode = Periode(self._year.tahun, segmen) if segmen else None
        if periode is None or periode.akhir > self._sheet.periode.akhir:
            return None
        found = self._year.pada(periode)
        one = found.menurut_kode.get(row.kode) if found else None
        return one.hasil.realisasi_periode if one else None

    def _sebelumnya(self, row: BarisIndikator) -> Decimal | None:
        if row.indikator.agregasi is Agregasi.JUMLAH:
            past = [_setahun(year, row.kode) for year in self._lalu]
            known = [value for value in past if value is not None]
            return jumlah(known) if len(known) == len(past) and past else None
        last = self._lalu[-1] if self._lalu else None
        broken = row.indikator.putus_antara(self._year.tahun - 1, self._year.tahun) is not None
        return None if broken else _setahun(last, row.kode)

    def uang(self, row: BarisAnggaran) -> Uang:
        """The money of a program, kegiatan or sub kegiatan."""
        until = [self._terpakai(row.kode, f"TW{n}") for n in (1, 2, 3, 4)]
        before = [Decimal(0), *until[:3]]
        quarters = [
            None if now is None or then is None else now - then for now, then in zip(until, before, strict=True)
        ]
        past = [_uang_setahun(year, row.kode) for year in self._lalu]
        known = [value for value in past if value is not None]
        whole = jumlah(known) if len(known) == len(past) and past else None
        return Uang(row.hasil.pagu, tuple(quarters), row.hasil.realisasi, whole)

    def _terpakai(self, kode: str, segmen: str) -> Decimal | None:
        """What was spent by the end of a quarter."""
        periode = Periode(self._year.tahun, segmen)
        found = self._year.pada(periode) if periode.akhir <= self._sheet.periode.akhir else None
        if found is None or found.anggaran is None or found.anggaran.hasil.data_sampai is None:
            return None
        if found.anggaran.hasil.data_sampai.akhir != periode.akhir:
            return None
        return next((row.hasil.realisasi for row in found.anggaran.baris if row.kode == kode), None)


def _setahun(year: RekapTahun | None, kode: str) -> Decimal | None:
    row = year.setahun.menurut_kode.get(kode) if year else None
    return row.hasil.realisasi if row else None


def _uang_setahun(year: RekapTahun | None, kode: str) -> Decimal | None:
    money = year.setahun.anggaran if year else None
    return next((row.hasil.realisasi for row in money.baris if row.kode == kode), None) if money else None
