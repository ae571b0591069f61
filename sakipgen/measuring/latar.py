"""What all rows of one year share: its policy, periods, deadlines and promises, looked up once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.metode import Metode
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.waktu import Frekuensi, JenisPeriode, Periode, Posisi
from sakipgen.measuring.janji import Perjanjian, Pk


class Cakupan(NamedTuple):
    """A period of the year and the reported periods it is made of, for all indikator of one frekuensi.

    Reported periods are counted from 0 in order of time.
    """

    periode: Periode
    setahun: bool
    selesai: bool
    """Whether the posisi sees its end."""
    dari: int
    """The first reported period within it."""
    sampai: int
    """The first one after it."""
    lihat: int
    """The first one that it does not hold or the posisi does not see."""
    jatuh_tempo: date
    hari: date
    """The day whose PK counts: its last one, or the last one that the posisi sees."""


class Latar(NamedTuple):
    """One year as seen from a posisi."""

    dataset: Dataset
    posisi: Posisi
    tahun: int
    metode: Metode
    renstra: Renstra | None
    indikator: Mapping[str, Indikator]
    """Those that any PK of the year promises."""
    perjanjian: Perjanjian
    periode: tuple[Periode, ...]
    cakupan: Mapping[Frekuensi, tuple[Cakupan, ...]]
    """The periods in which an indikator that is reported so often has a row."""
    tempo: Mapping[Frekuensi, tuple[date, ...]]
    """When each reported period falls due."""
    laporan: Mapping[tuple[str, Frekuensi], tuple[Berkas[LaporanRealisasi] | None, ...]]
    """By unit and frekuensi, the reports of each reported period that the posisi sees."""
    rencana: Mapping[Frekuensi, tuple[tuple[str, Renstra] | None, ...]]
    """The Renstra in force in each of the periods of `cakupan`, with its kode."""
    berlaku: Mapping[tuple[str, Frekuensi], tuple[Pk | None, ...]]
    """By owner and frekuensi, the PK in force in each of the periods of `cakupan`."""
    dikoreksi: frozenset[tuple[str, Periode]]


def susun_latar(dataset: Dataset, posisi: Posisi, tahun: int) -> Latar:
    """Returns what the rows of a year share; the year must have a Metode."""
    metode = dataset.metode[tahun].isi
    renstra = dataset.renstra_tahun(tahun)
    pk = Perjanjian(dataset, tahun)
    indikator = {kode: berkas.isi for kode, berkas in dataset.indikator.items() if pk.dijanjikan(kode)}
    told = {row.frekuensi for row in indikator.values()}
    periode = periode_tahun(told, posisi, tahun)
    tempo = {f: tuple(dataset.kalender.jatuh_tempo(metode.tenggat, p) for p in f.periode(tahun)) for f in told}
    cakupan = {f: tuple(_cakupan(f.periode(tahun), tempo[f], periode, posisi)) for f in told}
    owners = {(dataset.pemilik_target(kode), row.frekuensi) for kode, row in indikator.items()}
    return Latar(
        dataset=dataset,
        posisi=posisi,
        tahun=tahun,
        metode=metode,
        renstra=renstra[1] if renstra else None,
        indikator=indikator,
        perjanjian=pk,
        periode=periode,
        cakupan=cakupan,
        tempo=tempo,
        laporan={
            (unit, f): tuple(dataset.realisasi.get((p, unit)) if posisi.memuat(p) else None for p in f.periode(tahun))
            for unit, f in {(row.penanggung_jawab, row.frekuensi) for row in indikator.values()}
        },
        rencana={f: tuple(dataset.renstra_pada(tahun, span.hari) for span in cakupan[f]) for f in told},
        berlaku={(who, f): tuple(pk.berlaku(who, span.hari) for span in cakupan[f]) for who, f in owners},
        dikoreksi=frozenset((b.isi.indikator, periode) for (periode, _), b in dataset.koreksi.items()),
    )


def periode_tahun(frekuensi: set[Frekuensi], posisi: Posisi, tahun: int) -> tuple[Periode, ...]:
    """Returns the periods of a year that had ended by the posisi and hold reports, and the year itself."""
    wanted = set(frekuensi) | {Frekuensi.TAHUNAN}
    if Frekuensi.BULANAN in wanted:
        wanted.add(Frekuensi.TRIWULANAN)
    found = [periode for f in Frekuensi if f in wanted for periode in f.periode(tahun)]
    ended = [p for p in found if p.jenis is JenisPeriode.TAHUN or posisi.memuat(p)]
    return tuple(sorted(ended))


def hari_terakhir(periode: Periode, posisi: Posisi) -> date:
    """Returns the last day of a period, or the last one that the posisi sees."""
    return min(periode.akhir, max(posisi.sampai.akhir, periode.awal))


def _cakupan(
    reported: Sequence[Periode], tempo: Sequence[date], periods: Sequence[Periode], posisi: Posisi
) -> Iterator[Cakupan]:
    """Those of the periods that are at least as long as the reported ones."""
    seen = sum(map(posisi.memuat, reported))
    for periode in periods:
        if periode.jenis is JenisPeriode.TAHUN or len(periode.jenis.frekuensi.segmen) <= len(reported):
            within = [n for n, p in enumerate(reported) if periode.memuat(p)]
            last = within[-1] + 1
            yield Cakupan(
                periode,
                periode.jenis is JenisPeriode.TAHUN,
                posisi.memuat(periode),
                within[0],
                last,
                min(last, seen),
                tempo[last - 1],
                hari_terakhir(periode, posisi),
            )
