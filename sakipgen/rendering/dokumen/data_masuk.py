"""What came in for a period: unit by unit, which reports were asked for, which are there, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from sakipgen.domain.organisasi import Instansi, UnitKerja
from sakipgen.rekap import BarisIndikator, BarisPengiriman, Laporan, RekapPeriode, RekapTahun
from sakipgen.rendering import sel_teks


@dataclass(frozen=True, slots=True)
class DataUnit:
    """What one unit owes for a period, and what became of it."""

    kode: str
    unit: UnitKerja
    pengiriman: BarisPengiriman | None
    """None where nobody writes down when reports are sent."""
    indikator: tuple[BarisIndikator, ...]

    @property
    def masuk(self) -> bool:
        """Whether anything was handed in."""
        sent = self.pengiriman is not None and self.pengiriman.dikirim is not None
        return sent or any(laporan(row) for row in self.indikator)


def laporan(row: BarisIndikator) -> Laporan | None:
    """Returns what was handed in for the very period of a row."""
    return next((lap for lap in row.laporan if lap.periode == row.hasil.periode), None)


def terisi(row: BarisIndikator) -> bool:
    """Whether its period has a figure of its own."""
    found = laporan(row)
    return found is not None and found.nilai is not None


def diminta(prd: RekapPeriode) -> tuple[BarisIndikator, ...]:
    """Returns the indikator that are reported for this very period, not computed from shorter ones."""
    return tuple(row for row in prd.indikator if row.indikator.frekuensi is prd.periode.jenis.frekuensi)


def data_masuk(instansi: Instansi, tahun: RekapTahun, prd: RekapPeriode) -> tuple[DataUnit, ...]:
    """Returns the units that owe a report for a period, in their order."""
    sent = {row.unit: row for row in tahun.pengiriman if row.periode == prd.periode}
    owed: dict[str, list[BarisIndikator]] = {}
    for row in diminta(prd):
        owed.setdefault(row.indikator.penanggung_jawab, []).append(row)
    return tuple(
        DataUnit(kode, unit, sent.get(kode), tuple(owed.get(kode, ())))
        for kode, unit in instansi.unit_kerja.items()
        if kode in owed or kode in sent
    )


def kekurangan(rows: tuple[BarisIndikator, ...]) -> tuple[str, ...]:
    """Returns which figures are missing, and why, as far as it is known."""
    return tuple(f"{row.kode} {row.indikator.nama}: {_sebab(row)}" for row in rows if not terisi(row))


def _sebab(row: BarisIndikator) -> str:
    found = laporan(row)
    told = found.butir.alasan if found else row.hasil.alasan
    status = sel_teks.STATUS[row.hasil.status] if row.hasil.realisasi is None else "belum dilaporkan"
    return f"{status}. {told}" if told else status
