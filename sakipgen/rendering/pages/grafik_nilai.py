"""Values of an indikator on their way into a chart: placed on an axis, written beside marks, said in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.hari import pada_tahun
from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.target import TandaTarget
from sakipgen.measuring.hitung import NOL
from sakipgen.rekap import BarisIndikator, BarisTarget
from sakipgen.rendering.charts import Kelas, Nilai, sumbu
from sakipgen.rendering.charts.spek import TANPA_KATEGORI
from sakipgen.rendering.charts.sumbu import Sumbu
from sakipgen.rendering.nilai import Cetakan, di_kalimat, patokan, patokan_prosa, tanpa_satuan
from sakipgen.rendering.pages.konteks import Konteks


class Janji(NamedTuple):
    """The numbers of a target, and what its sign says."""

    nilai: Decimal | None
    maks: Decimal | None
    tanda: TandaTarget | None


TANPA: Final = Janji(None, None, None)


def tertulis(target: BarisTarget) -> Janji:
    return Janji(target.nilai, target.bentuk.maks, target.bentuk.tanda)


def sampai(row: BarisIndikator) -> Janji:
    """The target up to a period."""
    return Janji(row.hasil.target, row.hasil.maks.target, row.hasil.tanda_target.target)


def setahun(row: BarisIndikator) -> Janji:
    return Janji(row.hasil.target_tahun, row.hasil.maks.tahun, row.hasil.tanda_target.tahun)


@dataclass(frozen=True, slots=True)
class Pena:
    """Places the values of an indikator on an axis, writes them beside their marks, and says them in sentences."""

    indikator: Indikator
    tahun: int
    """The year of the axis: days of other years stand at their month and day."""
    berderet: bool
    """Whether the chart goes over time, so that it names the satuan and the years once."""
    desimal: int | None = None
    """Of a single figure: with how many decimals it is told from its target."""

    def nilai(self, value: Decimal | None, tahun: int) -> Nilai | None:
        if value is None:
            return None
        return Nilai(self._letak(value, tahun), str(self._tulis(value, tahun)), str(self._ucap(value, tahun)))

    def target(self, janji: Janji, tahun: int) -> Nilai | None:
        if janji.nilai is None:
            return None
        return Nilai(
            self._letak(janji.nilai, tahun),
            str(patokan(*_batas(janji.nilai, janji.maks, tahun, self._tulis), janji.tanda)),
            str(patokan_prosa(*_batas(janji.nilai, janji.maks, tahun, self._ucap), janji.tanda)),
            None if janji.maks is None else self._letak(janji.maks, tahun),
        )

    def sumbu(self, values: Iterable[Decimal], *, nol: bool = True) -> Sumbu:
        """Returns the axis around values: of numbers, days, ranks, or yes and no."""
        indikator, found = self.indikator, list(values) or [NOL]
        match indikator.satuan.tipe:
            case TipeSatuan.TANGGAL:
                return sumbu.hari(found, self.tahun, nol=nol)
            case TipeSatuan.YA_TIDAK:
                return sumbu.tingkat(_YA_TIDAK)
            case TipeSatuan.PREDIKAT if indikator.peringkat:
                return sumbu.tingkat([(k.skor, k.kode) for k in reversed(indikator.peringkat.kelas)])
        smallest = Decimal(1).scaleb(-indikator.desimal)
        return sumbu.bilangan(found, indikator.batas.maks, nol=nol, terkecil=smallest)

    def _letak(self, value: Decimal, tahun: int) -> Decimal:
        return pada_tahun(self.indikator, value, tahun, self.tahun)

    def _tulis(self, value: Decimal, tahun: int) -> Cetakan:
        return tanpa_satuan(self.indikator, value, tahun) if self.berderet else self._kalimat(value, tahun)

    def _ucap(self, value: Decimal, tahun: int) -> Cetakan:
        short = self.berderet and self.indikator.satuan.tipe is not TipeSatuan.TANGGAL
        return tanpa_satuan(self.indikator, value, tahun) if short else self._kalimat(value, tahun)

    def _kalimat(self, value: Decimal, tahun: int) -> Cetakan:
        return di_kalimat(self.indikator, value, tahun, self.desimal)


_YA_TIDAK: Final = ((Decimal(0), "Tidak"), (Decimal(1), "Ya"))


def _batas(
    low: Decimal, high: Decimal | None, tahun: int, cetak: Callable[[Decimal, int], Cetakan]
) -> tuple[str, str | None]:
    """The bounds of a target as printed; what stands behind both stands behind the upper one."""
    if high is None or high == low:
        return str(cetak(low, tahun)), None
    return str(cetak(low, tahun)._replace(akhiran="")), str(cetak(high, tahun))


def kelas(konteks: Konteks, row: BarisIndikator) -> Kelas:
    """Returns the kategori of a row as charts show it."""
    found = konteks.baris(row).kategori
    return Kelas(found.pita, found.label) if row.hasil.capaian else TANPA_KATEGORI


def sub(konteks: Konteks, indikator: Indikator, waktu: str, *tanda: str) -> str:
    """Returns a subtitle: the satuan, the place, the time, and what the marks mean."""
    return "; ".join((f"Satuan: {indikator.satuan.nama}", f"{konteks.pd.singkatan}, {waktu}", *filter(None, tanda)))
