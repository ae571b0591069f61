"""All that one year says of one indikator, by reported period in order of time."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import PurePosixPath
from typing import NamedTuple

from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.realisasi import ButirRealisasi, Tanda
from sakipgen.domain.target import TandaTarget, Target
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Dilaporkan, Sumber
from sakipgen.measuring.janji import Patokan, patokan
from sakipgen.measuring.latar import Latar
from sakipgen.measuring.periode import PENGGABUNG, Penggabung, Rencana, nilai_laporan, susun_rencana
from sakipgen.measuring.rumus import RUMUS, Rumus


class Deret(NamedTuple):
    """All that one year says of one indikator, by reported period in order of time."""

    kode: str
    indikator: Indikator
    formula: FormulaCapaian
    rumus: Rumus
    penggabung: Penggabung
    turun: bool
    """Whether lower is better."""
    dibatasi: bool
    """Whether it is a sum that should stay low."""
    baseline: Decimal | None
    pemilik: str
    """Whose PK promises it."""
    butir: Sequence[ButirRealisasi | None]
    """What the unit handed in, as far as the posisi sees."""
    dilaporkan: tuple[Dilaporkan, ...]
    """The reports that have a figure."""
    sumber: tuple[Sumber, ...]
    """Where these stand."""
    nomor: Sequence[int]
    """Their positions."""
    tanda: tuple[tuple[Tanda, ...], ...] | None
    """What each is marked with; None where none is."""
    hitung: Sequence[int]
    """How many have a figure before each position."""
    target: Rencana
    """What the rencana aksi plans for each reported period."""
    maks: Rencana | None
    """Their upper bounds; None where no target is a band."""
    tertulis: Sequence[tuple[TandaTarget | None, Sumber | None]]
    """With which word, and where, the last of the targets before each position is written."""
    renstra: Sequence[Patokan | None]
    """In each of the year's periods, the target of the last year of the Renstra in force."""


def jumlah_dibatasi(indikator: Indikator, formula: FormulaCapaian) -> bool:
    """Whether an indikator is a sum that should stay low: as long as nothing was told it is at its best."""
    low = indikator.polaritas is Polaritas.TURUN or formula is FormulaCapaian.RENTANG_TURUN
    return low and indikator.agregasi is Agregasi.JUMLAH


def susun_deret(latar: Latar, kode: str) -> Deret:
    """Returns what the year says of one of its indikator, as far as the posisi sees."""
    indikator = latar.indikator[kode]
    butir: list[ButirRealisasi | None] = []
    found: list[Dilaporkan] = []
    sources: list[Sumber] = []
    numbers: list[int] = []
    marks: list[tuple[Tanda, ...]] = []
    counts = [0]
    periods = indikator.frekuensi.periode(latar.tahun)
    for n, berkas in enumerate(latar.laporan[indikator.penanggung_jawab, indikator.frekuensi]):
        row = berkas.isi.butir.get(kode) if berkas else None
        butir.append(row)
        value = nilai_laporan(indikator, row) if row else None
        if berkas and row and value is not None:
            found.append(Dilaporkan(periods[n], value, row.komponen))
            sources.append(Sumber(berkas.path, ("butir", kode, row.isian)))
            numbers.append(n)
            marks.append(_tanda(latar, kode, periods[n], row) if latar.dikoreksi or row.sementara else ())
        counts.append(len(found))
    plan = latar.dataset.rencana_aksi.get((latar.tahun, indikator.penanggung_jawab))
    planned = plan.isi.butir[kode].target if plan and kode in plan.isi.butir else {}
    targets = [planned.get(segmen) for segmen in indikator.frekuensi.segmen]
    figures = [target.angka if target else None for target in targets]
    highs = [target.maks if target else None for target in targets]
    formula = indikator.formula_sendiri or latar.metode.formula.untuk(indikator.polaritas)
    return Deret(
        kode=kode,
        indikator=indikator,
        formula=formula,
        rumus=RUMUS[formula],
        penggabung=PENGGABUNG[indikator.agregasi],
        turun=indikator.polaritas is Polaritas.TURUN,
        dibatasi=jumlah_dibatasi(indikator, formula),
        baseline=indikator.baseline.nilai if formula is FormulaCapaian.LINTASAN and indikator.baseline else None,
        pemilik=latar.dataset.pemilik_target(kode),
        butir=butir,
        dilaporkan=tuple(found),
        sumber=tuple(sources),
        nomor=numbers,
        tanda=tuple(marks) if any(marks) else None,
        hitung=counts,
        target=susun_rencana(indikator, figures),
        maks=susun_rencana(indikator, highs) if any(high is not None for high in highs) else None,
        tertulis=_tertulis(kode, plan.path if plan else None, targets, indikator.frekuensi.segmen),
        renstra=_akhir_renstra(latar.rencana[indikator.frekuensi], kode, indikator, latar.tahun),
    )


def _tanda(latar: Latar, kode: str, periode: Periode, row: ButirRealisasi) -> tuple[Tanda, ...]:
    """What one report is marked with."""
    corrected = (Tanda.DIKOREKSI,) if (kode, periode) in latar.dikoreksi else ()
    return (Tanda.SEMENTARA, *corrected) if row.sementara else corrected


def _akhir_renstra(
    plans: Sequence[tuple[str, Renstra] | None], kode: str, indikator: Indikator, tahun: int
) -> tuple[Patokan | None, ...]:
    """The target of the last year of each plan; None where a day or a new series makes it no measure of this year."""
    known: dict[str, Patokan | None] = {}
    for name, plan in filter(None, plans):
        if name not in known:
            last = plan.target.get(kode, {}).get(plan.tahun_akhir)
            of_its_year = last is not None and last.tanggal is not None and plan.tahun_akhir != tahun
            broken = indikator.putus_antara(tahun, plan.tahun_akhir)
            known[name] = None if of_its_year or broken else patokan(last)
    return tuple(known[plan[0]] if plan else None for plan in plans)


def _tertulis(
    kode: str, berkas: PurePosixPath | None, targets: Sequence[Target | None], segmen: Sequence[str]
) -> list[tuple[TandaTarget | None, Sumber | None]]:
    """Sign and place of the last target before each position; before the first the file itself."""
    found: list[tuple[TandaTarget | None, Sumber | None]] = [
        (None, Sumber(berkas, ("butir", kode, "target")) if berkas else None)
    ]
    for target, name in zip(targets, segmen, strict=True):
        if target is None or berkas is None:
            found.append(found[-1])
        else:
            found.append((target.tanda, Sumber(berkas, ("butir", kode, "target", name))))
    return found
