"""From dataset to results: realisasi against target, kategori and status of every indikator in every period.

Policy enters as the year's Metode. What cannot be measured is a value with a status, never zero and no exception.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.domain.dataset import MURNI, Dataset
from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.metode import FormulaCapaian, Metode, Polaritas
from sakipgen.domain.realisasi import ButirRealisasi, Status, Tanda
from sakipgen.domain.siklus import HasilReviu
from sakipgen.domain.waktu import Frekuensi, JenisPeriode, Periode, Posisi
from sakipgen.measuring.hasil import (
    Capaian,
    Hasil,
    HasilIndikator,
    HasilTahun,
    Sumber,
    Terukur,
)
from sakipgen.measuring.kelompok import ukur_kelompok
from sakipgen.measuring.periode import Dilaporkan, Gabungan, gabungkan, nilai_komponen, target_periode
from sakipgen.measuring.rumus import RUMUS, Masukan, Tanpa
from sakipgen.measuring.skala import kelas

PUNCAK_TANPA_BATAS: Final = Decimal(200)
"""The capaian of a result too good for a ratio where the year has no cap (case 6)."""


def measure(dataset: Dataset, posisi: Posisi) -> Hasil:
    """Returns the results of every year in the data that has a Metode, as seen from the posisi."""
    years = [year for year in dataset.tahun if year in dataset.metode and year <= posisi.sampai.tahun]
    return Hasil(posisi, {year: _Tahun(dataset, posisi, year).measure() for year in years})


def ukur_capaian(formula: FormulaCapaian, masukan: Masukan, metode: Metode) -> Capaian | None:
    """Returns capaian and its kelas by the year's policy; None where the formula has no answer (target 0)."""
    mentah = RUMUS[formula](masukan)
    if mentah is None:
        return None
    if isinstance(mentah, Tanpa):
        top = PUNCAK_TANPA_BATAS if metode.batas_agregat is None else metode.batas_agregat
        return Capaian(None, top, top, tercapai=True, kelas=kelas(metode.skala, top))
    value = mentah if metode.lantai is None else max(mentah, metode.lantai)
    capped = value if metode.batas_agregat is None else min(value, metode.batas_agregat)
    return Capaian(mentah, value, capped, tercapai=mentah >= 100, kelas=kelas(metode.skala, value))


def periode_tahun(frekuensi: set[Frekuensi], posisi: Posisi, tahun: int) -> tuple[Periode, ...]:
    """Returns the periods of a year that had ended by the posisi and hold reports, and the year itself."""
    wanted = set(frekuensi) | {Frekuensi.TAHUNAN}
    if Frekuensi.BULANAN in wanted:
        wanted.add(Frekuensi.TRIWULANAN)
    found = [periode for f in Frekuensi if f in wanted for periode in f.periode(tahun)]
    ended = [p for p in found if p.jenis is JenisPeriode.TAHUN or posisi.memuat(p)]
    return tuple(sorted(ended))


@dataclass(frozen=True)
class _Target:
    """The targets of one indikator in one year, and where they stand."""

    rencana: Mapping[str, Decimal]
    rencana_path: PurePosixPath | None
    renstra: Decimal | None


@dataclass(frozen=True, slots=True)
class _Cakupan:
    """A period of the year and the reported periods that it is made of, for all indikator of one frekuensi."""

    periode: Periode
    within: tuple[Periode, ...]
    ended: tuple[Periode, ...]
    """Those of `within` that the posisi sees."""
    so_far: tuple[Periode, ...]
    """Those of the year up to its end that the posisi sees."""
    jatuh_tempo: date


@dataclass(frozen=True, slots=True)
class _Janji:
    """The yearly target of one indikator as the PK in force states it."""

    target: Decimal
    versi: str
    sumber: Sumber
    murni: Decimal | None
    """The first PK's target, where the PK in force is an amended one."""


class _Tahun:
    """The measuring of one year: look-ups that are made once, and the steps from row to roll-up."""

    def __init__(self, dataset: Dataset, posisi: Posisi, tahun: int) -> None:
        self.dataset = dataset
        self.posisi = posisi
        self.tahun = tahun
        self.metode = dataset.metode[tahun].isi
        self.renstra = dataset.renstra_tahun(tahun)
        self.kode = tuple(kode for kode in dataset.indikator if self._promised(kode))
        self.indikator = {kode: dataset.indikator[kode].isi for kode in self.kode}
        self.periode = periode_tahun({i.frekuensi for i in self.indikator.values()}, posisi, tahun)
        self.cakupan = {f: tuple(self._spans(f)) for f in {i.frekuensi for i in self.indikator.values()}}
        self.dikoreksi = {(b.isi.indikator, periode) for (periode, _), b in dataset.koreksi.items()}

    def measure(self) -> HasilTahun:
        rows = {(row.kode, row.periode): row for kode in self.kode for row in self._rows(kode)}
        program = self.dataset.program.get(self.tahun)
        groups = ukur_kelompok(
            rows,
            self.periode,
            self.metode,
            self.indikator,
            self.renstra[1] if self.renstra else None,
            program.isi if program else None,
            self.tahun,
        )
        return HasilTahun(
            tahun=self.tahun,
            periode=self.periode,
            kode=self.kode,
            indikator=rows,
            sasaran=groups.sasaran,
            tujuan=groups.tujuan,
            program=groups.program,
            perangkat_daerah=groups.perangkat_daerah,
            cara=self.metode.agregasi_perangkat_daerah,
        )

    def _spans(self, frekuensi: Frekuensi) -> Iterator[_Cakupan]:
        """The periods in which an indikator that is reported so often has a row."""
        base = frekuensi.periode(self.tahun)
        for periode in self.periode:
            if periode.jenis is JenisPeriode.TAHUN or len(periode.jenis.frekuensi.segmen) <= len(base):
                within = tuple(p for p in base if periode.memuat(p))
                seen = tuple(p for p in base if p.akhir <= periode.akhir and self.posisi.memuat(p))
                ended = tuple(p for p in within if self.posisi.memuat(p))
                yield _Cakupan(periode, within, ended, seen, self._due(within[-1]))

    # ── One indikator ──

    def _promised(self, kode: str) -> bool:
        owner = self.dataset.pemilik_target(kode)
        return any(kode in berkas.isi.butir for _, berkas in self.dataset.pk_ditandatangani(owner, self.tahun))

    def _rows(self, kode: str) -> Iterator[HasilIndikator]:
        indikator = self.indikator[kode]
        declared = self._declared(kode, indikator)
        reported = list(_reported(indikator, declared))
        target = self._targets(kode, indikator)
        for span in self.cakupan[indikator.frekuensi]:
            yield self._row(kode, indikator, span, declared, reported, target)

    def _declared(self, kode: str, indikator: Indikator) -> dict[Periode, tuple[ButirRealisasi, Sumber]]:
        """What the unit handed in, by reported period, as far as the posisi sees."""
        found: dict[Periode, tuple[ButirRealisasi, Sumber]] = {}
        for periode in indikator.frekuensi.periode(self.tahun):
            berkas = self.dataset.realisasi.get((periode, indikator.penanggung_jawab))
            if berkas and kode in berkas.isi.butir and self.posisi.memuat(periode):
                row = berkas.isi.butir[kode]
                found[periode] = (row, Sumber(berkas.path, ("butir", kode, row.isian)))
        return found

    def _targets(self, kode: str, indikator: Indikator) -> _Target:
        plan = self.dataset.rencana_aksi.get((self.tahun, indikator.penanggung_jawab))
        row = plan.isi.butir.get(kode) if plan else None
        renstra = self.renstra[1] if self.renstra else None
        last = renstra.target.get(kode, {}).get(renstra.tahun_akhir) if renstra else None
        return _Target(row.target if row else {}, plan.path if plan else None, last)

    def _row(
        self,
        kode: str,
        indikator: Indikator,
        span: _Cakupan,
        declared: Mapping[Periode, tuple[ButirRealisasi, Sumber]],
        reported: Sequence[Dilaporkan],
        target: _Target,
    ) -> HasilIndikator:
        periode, within = span.periode, span.within
        basis = span.so_far if indikator.agregasi is Agregasi.JUMLAH else span.ended
        joined = gabungkan(indikator, periode, reported)
        promise = self._promise(kode, periode)
        formula = indikator.formula_capaian or self._variant(indikator)
        goal, source = self._goal(kode, indikator, periode, reported, target, promise)
        realisasi = joined.realisasi if joined else None
        capaian = self._against(formula, goal, realisasi)
        year_goal = promise.target if promise else None
        if periode.jenis is JenisPeriode.TAHUN:
            expected = year_goal
        else:
            expected = target_periode(indikator, periode, periode.akhir, target.rencana, within)
        status, alasan, late = self._status(indikator, within, declared, joined, goal, capaian, expected)
        return HasilIndikator(
            kode=kode,
            periode=periode,
            status=status,
            alasan=alasan,
            jatuh_tempo=span.jatuh_tempo,
            hari_terlambat=late,
            formula=formula,
            versi_pk=promise.versi if promise else None,
            target=goal,
            target_tahun=year_goal,
            target_renstra=target.renstra,
            realisasi=realisasi,
            realisasi_periode=joined.periode_ini if joined else None,
            komponen=joined.komponen if joined else None,
            capaian=capaian,
            capaian_tahun=_floored(capaian if year_goal is goal else self._against(formula, year_goal, realisasi)),
            kemajuan_renstra=_floored(self._against(formula, target.renstra, realisasi)),
            target_murni=promise.murni if promise else None,
            capaian_murni=_floored(self._against(formula, promise.murni, realisasi)) if promise else None,
            terukur=Terukur(sum(r.periode in basis for r in reported), len(basis)),
            tanda=tuple(self._marks(kode, indikator, span.ended, declared, joined, goal, capaian)),
            sumber=tuple(declared[row.periode][1] for row in joined.dari) if joined else (),
            sumber_target=source,
        )

    def _variant(self, indikator: Indikator) -> FormulaCapaian:
        variants = self.metode.formula
        return variants.naik if indikator.polaritas is Polaritas.NAIK else variants.turun

    def _promise(self, kode: str, periode: Periode) -> _Janji | None:
        """What the PK in force on the last day of the period that the posisi sees promises of this indikator."""
        last_day = min(periode.akhir, max(self.posisi.sampai.akhir, periode.awal))
        owner = self.dataset.pemilik_target(kode)
        pk = self.dataset.pk_pada(owner, self.tahun, last_day)
        if pk is None or kode not in pk[1].isi.butir:
            return None
        versi, berkas = pk
        first = self.dataset.pk_ditandatangani(owner, self.tahun)[0][1].isi.butir.get(kode)
        murni = first.target if first and versi != MURNI else None
        return _Janji(berkas.isi.butir[kode].target, versi, Sumber(berkas.path, ("butir", kode, "target")), murni)

    def _goal(
        self,
        kode: str,
        indikator: Indikator,
        periode: Periode,
        reported: Sequence[Dilaporkan],
        target: _Target,
        promise: _Janji | None,
    ) -> tuple[Decimal | None, Sumber | None]:
        """The target s.d. periode and where it stands: of a complete year the PK's, else the rencana aksi's."""
        seen = [row.periode for row in reported if row.periode.akhir <= periode.akhir]
        if not any(periode.memuat(p) for p in seen):  # nothing to compare yet: what was planned by then
            seen = [p for p in indikator.frekuensi.periode(self.tahun) if p.akhir <= periode.akhir]
        whole_year = periode.jenis is JenisPeriode.TAHUN and self.posisi.memuat(periode)
        complete = indikator.agregasi is not Agregasi.JUMLAH or len(seen) in {0, len(indikator.frekuensi.segmen)}
        if indikator.frekuensi is Frekuensi.TAHUNAN or (whole_year and complete):
            return (promise.target, promise.sumber) if promise else (None, None)
        end = min(periode.akhir, self.posisi.sampai.akhir)
        if not self.posisi.memuat(periode):  # a running year: its last figure meets the target of its own period
            end = max((p.akhir for p in seen if p.akhir <= end), default=end)
        goal = target_periode(indikator, periode, end, target.rencana, seen)
        if target.rencana_path is None or goal is None:
            return goal, None
        base = indikator.frekuensi.periode(self.tahun)
        stated = [p.segmen for p in base if p.segmen in target.rencana and p.akhir <= end]
        return goal, Sumber(target.rencana_path, ("butir", kode, "target", *stated[-1:]))

    def _against(self, formula: FormulaCapaian, target: Decimal | None, realisasi: Decimal | None) -> Capaian | None:
        if target is None or realisasi is None:
            return None
        return ukur_capaian(formula, Masukan(target, realisasi), self.metode)

    def _due(self, periode: Periode) -> date:
        return self.dataset.kalender.jatuh_tempo(self.metode.tenggat, periode)

    def _status(
        self,
        indikator: Indikator,
        within: Sequence[Periode],
        declared: Mapping[Periode, tuple[ButirRealisasi, Sumber]],
        joined: Gabungan | None,
        goal: Decimal | None,
        capaian: Capaian | None,
        expected: Decimal | None,
    ) -> tuple[Status, str | None, int]:
        """Status, declared reason, and days late, of a period that is made of these reported ones."""
        if joined:
            if goal is None:
                return Status.BELUM_DITETAPKAN, None, 0
            return (Status.ADA if capaian else Status.TIDAK_DITARGETKAN), None, 0
        told = [p for p in within if p in declared]
        missing = [p for p in within if p not in declared]
        status, late = self._missing(indikator, missing, expected)
        if missing and (not told or status is not Status.BELUM_JATUH_TEMPO):
            return status, None, late
        row = declared[told[-1]][0]
        if row.status is None:  # a komponen of zero: the rumus has no answer
            return Status.TIDAK_TERSEDIA, "Penyebut rumus nol, sehingga nilainya tidak dapat dihitung.", 0
        return Status(row.status.value), row.alasan, 0

    def _missing(
        self, indikator: Indikator, missing: Sequence[Periode], expected: Decimal | None
    ) -> tuple[Status, int]:
        """Status and days late of a period that lacks these reports; `expected` is the target of the period alone."""
        if expected == 0 and indikator.polaritas is Polaritas.NAIK:  # nothing was promised (case 8)
            return Status.TIDAK_DITARGETKAN, 0
        ended = [p for p in missing if self.posisi.memuat(p)]
        late = max([0, *((self.posisi.per_tanggal - self._due(p)).days for p in ended)])
        for periode in reversed(ended):
            if answer := self._submission(indikator.penanggung_jawab, periode):
                return answer, 0 if answer is Status.MENUNGGU_PERSETUJUAN else late
        return (Status.TERLAMBAT if late else Status.BELUM_JATUH_TEMPO), late

    def _submission(self, unit: str, periode: Periode) -> Status | None:
        """Where a unit's report stands that was handed in and is not approved; None of one never handed in."""
        siklus = self.dataset.siklus.get(periode)
        rows = siklus.isi.pengiriman.get(unit, ()) if siklus else ()
        if not rows or rows[-1].hasil is HasilReviu.DISETUJUI:
            return None
        return Status.MENUNGGU_PERSETUJUAN if rows[-1].hasil is None else Status.DIKEMBALIKAN

    def _marks(
        self,
        kode: str,
        indikator: Indikator,
        ended: Sequence[Periode],
        declared: Mapping[Periode, tuple[ButirRealisasi, Sumber]],
        joined: Gabungan | None,
        goal: Decimal | None,
        capaian: Capaian | None,
    ) -> Iterator[Tanda]:
        if joined is None:
            return
        if any(declared[row.periode][0].sementara for row in joined.dari):
            yield Tanda.SEMENTARA
        if any((kode, row.periode) in self.dikoreksi for row in joined.dari):
            yield Tanda.DIKOREKSI
        if indikator.agregasi is Agregasi.TERAKHIR and joined.dari[-1].periode != ended[-1]:
            yield Tanda.DATA_TERDAHULU
        if goal == 0 and capaian is None and joined.realisasi > 0:
            yield Tanda.REALISASI_TANPA_TARGET
        if capaian and capaian.capaian > self.metode.ambang_periksa_ulang:
            yield Tanda.PERLU_DIPERIKSA_ULANG


def _reported(indikator: Indikator, declared: Mapping[Periode, tuple[ButirRealisasi, Sumber]]) -> Iterator[Dilaporkan]:
    for periode, (row, _) in declared.items():
        value = nilai_komponen(indikator, row.komponen) if row.komponen else row.nilai
        if value is not None:
            yield Dilaporkan(periode, value, row.komponen)


def _floored(capaian: Capaian | None) -> Decimal | None:
    return capaian.capaian if capaian else None
