"""Days that count: public holidays, working days, and the day by which a report is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from pydantic import Field

from sakipgen.domain.base import Model, Teks
from sakipgen.domain.metode import SatuanHari, Tenggat
from sakipgen.domain.waktu import Periode, Tanggal

SABTU: Final = 5
"""`date.weekday()` of the first day of the weekend; an office works from Monday to Friday."""


class HariLibur(Model):
    """Hari libur nasional dan cuti bersama satu tahun. Nama berkas adalah tahunnya."""

    dasar: Teks
    """Keputusan yang menetapkan, misalnya SKB tiga menteri."""
    hari: Mapping[Tanggal, Teks] = Field(min_length=1)
    """Nama hari libur menurut tanggalnya. Sabtu dan Minggu tidak perlu ditulis."""


@dataclass(frozen=True)
class Kalender:
    """The days on which nobody works, beyond weekends."""

    libur: frozenset[date]

    def hari_kerja(self, hari: date) -> bool:
        return hari.weekday() < SABTU and hari not in self.libur

    def sesudah(self, hari: date, hari_kerja: int) -> date:
        """Returns the n-th working day after a day; the day itself for none."""
        left = hari_kerja
        while left:
            hari += timedelta(days=1)
            left -= self.hari_kerja(hari)
        return hari

    def jatuh_tempo(self, tenggat: Tenggat, periode: Periode) -> date:
        """Returns the last day on which a period's report is on time, by the year's policy."""
        days = tenggat.hari(periode.jenis.frekuensi)
        if tenggat.satuan is SatuanHari.KERJA:
            return self.sesudah(periode.akhir, days)
        return periode.akhir + timedelta(days=days)
