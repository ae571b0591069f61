"""From dataset to results: realisasi against target, kategori and status of every indikator in every period.

Policy enters as the year's Metode. What cannot be measured is a value with a status, never zero and no exception.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from sakipgen.domain.dataset import MURNI, Dataset
from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.metode import FormulaCapaian, Metode, Polaritas
from sakipgen.domain.perencanaan import PerjanjianKinerja
from sakipgen.domain.realisasi import ButirRealisasi, Status, Tanda
from sakipgen.domain.siklus import HasilReviu
from sakipgen.domain.target import TandaTarget, Target
from sakipgen.domain.waktu import Frekuensi, JenisPeriode, Periode, Posisi
from sakipgen.measuring.hasil import (
    TANPA_MAKS,
    Capaian,
    Dilaporkan,
    Hasil,
    HasilIndikator,
    HasilTahun,
    Maks,
    Sumber,
    Terukur,
)
from sakipgen.measuring.hitung import SERATUS, putus
from sakipgen.measuring.kelompok import ukur_kelompok
from sakipgen.measuring.periode import PENGGABUNG, Gabungan, Penggabung, nilai_laporan, target_periode
from sakipgen.measuring.rumus import RUMUS, Masukan, Mentah, Rumus, Tanpa
from sakipgen.measuring.skala import kelas

_TANPA_JAWABAN: Final = frozenset({FormulaCapaian.NAIK, FormulaCapaian.TAHAPAN, FormulaCapaian.PREDIKAT})
"""The formulas that have no answer at a target of 0: it promises nothing."""
PUNCAK_TANPA_BATAS: Final = Decimal(200)
"""The capaian of a result too good for a ratio where the year has no cap (case 6)."""


def measure(dataset: Dataset, posisi: Posisi) -> Hasil:
    """Returns the results of every year in the data that has a Metode, as seen from the posisi."""
    years = [year for year in dataset.tahun if year in dataset.metode and year <= posisi.sampai.tahun]
    return Hasil(posisi, {year: _Tahun(dataset, posisi, year).measure() for year in years})


def ukur_capaian(formula: FormulaCapaian, masukan: Masukan, metode: Metode) -> Capaian | None:
    """Returns capaian and its kelas by the year's policy; None where the formula has no answer (target 0)."""
    return nilai_capaian(RUMUS[formula](masukan), masukan, metode)


def nilai_capaian(mentah: Mentah, masukan: Masukan, metode: Metode) -> Capaian | None:
    """Returns what the year's policy makes of a formula's answer; None of none."""
    value = dibatasi(mentah, metode)
    if mentah is None or value is None:
        return None
    if isinstance(mentah, Tanpa):
        return Capaian(None, value, value, tercapai=True, kelas=kelas(metode.skala, value))
    cap = metode.batas_agregat
    reached = putus(mentah) >= SERATUS and not (masukan.tegas and masukan.realisasi == masukan.target)
    counted = cap if cap is not None and value > cap else value
    return Capaian(mentah, value, counted, reached, kelas(metode.skala, value))


def dibatasi(mentah: Mentah, metode: Metode) -> Decimal | None:
    """Returns the capaian that is printed: the formula's answer with the year's floor."""
    if mentah is None:
        return None
    if isinstance(mentah, Tanpa):
        return PUNCAK_TANPA_BATAS if metode.batas_agregat is None else metode.batas_agregat
    return metode.lantai if metode.lantai is not None and mentah < metode.lantai else mentah


def periode_tahun(frekuensi: set[Frekuensi], posisi: Posisi, tahun: int) -> tuple[Periode, ...]:
    """Returns the periods of a year that had ended by the posisi and hold reports, and the year itself."""
    wanted = set(frekuensi) | {Frekuensi.TAHUNAN}
    if Frekuensi.BULANAN in wanted:
        wanted.add(Frekuensi.TRIWULANAN)
    found = [periode for f in Frekuensi if f in wanted for periode in f.periode(tahun)]
    ended = [p for p in found if p.jenis is JenisPeriode.TAHUN or posisi.memuat(p)]
    return tuple(sorted(ended))


_Pk = tuple[str, PurePosixPath, PerjanjianKinerja]
"""Version, file and content."""


class _Cakupan(NamedTuple):
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


class _Patokan(NamedTuple):
    """What a realisasi is compared with."""

    nilai: Decimal
    maks: Decimal | None
    tanda: TandaTarget | None
    tegas: bool
    """Whether the number itself is not enough."""


class _Janji(NamedTuple):
    """The yearly target of one indikator as the PK in force states it."""

    target: _Patokan
    versi: str
    sumber: Sumber
    murni: _Patokan | None
    """The first PK's target, where the PK in force is an amended one."""


class _Deret(NamedTuple):
    """All that one year says of one indikator, by reported period in order of time."""

    kode: str
    indikator: Indikator
    formula: FormulaCapaian
    rumus: Rumus
    penggabung: Penggabung
    turun: bool
    """Whether lower is better."""
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
    target: Sequence[Decimal | None]
    """What the rencana aksi plans for each reported period."""
    maks: Sequence[Decimal | None] | None
    """Their upper bounds; None where no target is a band."""
    tertulis: Sequence[tuple[TandaTarget | None, Sumber | None]]
    """With which word, and where, the last of the targets before each position is written."""
    renstra: _Patokan | None
    """The Renstra's target of its last year."""


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
        self.tempo = {f: tuple(map(self._due, f.periode(tahun))) for f in self.cakupan}
        self.dikoreksi = {(b.isi.indikator, periode) for (periode, _), b in dataset.koreksi.items()}
        self.terlihat = {f: tuple(map(posisi.memuat, f.periode(tahun))) for f in self.cakupan}
        self.pk: dict[tuple[str, Frekuensi], tuple[_Pk | None, ...]] = {}

    def measure(self) -> HasilTahun:
        rows = {(row.kode, row.periode): row for kode in self.kode for row in self._rows(kode)}
        program = self.dataset.program.get(self.tahun)
        not_yet = frozenset(self._not_yet())
        groups = ukur_kelompok(
            rows,
            self.periode,
            self.metode,
            self.indikator,
            self.renstra[1] if self.renstra else None,
            program.isi if program else None,
            self.tahun,
            not_yet,
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
            anggota=groups.anggota,
            belum_dijanjikan=not_yet,
        )

    def _spans(self, frekuensi: Frekuensi) -> Iterator[_Cakupan]:
        """The periods in which an indikator that is reported so often has a row."""
        base = frekuensi.periode(self.tahun)
        seen = sum(map(self.posisi.memuat, base))
        for periode in self.periode:
            if periode.jenis is JenisPeriode.TAHUN or len(periode.jenis.frekuensi.segmen) <= len(base):
                within = [n for n, p in enumerate(base) if periode.memuat(p)]
                last = within[-1] + 1
                yield _Cakupan(
                    periode,
                    periode.jenis is JenisPeriode.TAHUN,
                    self.posisi.memuat(periode),
                    within[0],
                    last,
                    min(last, seen),
                    self._due(base[last - 1]),
                    self._last_day(periode),
                )

    def _last_day(self, periode: Periode) -> date:
        """The last day of a period, or the last one that the posisi sees."""
        return min(periode.akhir, max(self.posisi.sampai.akhir, periode.awal))

    # ── One indikator ──

    def _promised(self, kode: str) -> bool:
        owner = self.dataset.pemilik_target(kode)
        return any(kode in berkas.isi.butir for _, berkas in self.dataset.pk_ditandatangani(owner, self.tahun))

    def _rows(self, kode: str) -> Iterator[HasilIndikator]:
        series = self._series(kode, self.indikator[kode])
        spans = self.cakupan[series.indikator.frekuensi]
        for span, promise in zip(spans, self._promises_of(series), strict=True):
            yield self._row(series, span, promise)

    def _series(self, kode: str, indikator: Indikator) -> _Deret:
        base = indikator.frekuensi.periode(self.tahun)
        butir: list[ButirRealisasi | None] = []
        found: list[Dilaporkan] = []
        sources: list[Sumber] = []
        numbers: list[int] = []
        marks: list[tuple[Tanda, ...]] = []
        counts = [0]
        for n, (periode, seen) in enumerate(zip(base, self.terlihat[indikator.frekuensi], strict=True)):
            berkas = self.dataset.realisasi.get((periode, indikator.penanggung_jawab)) if seen else None
            row = berkas.isi.butir.get(kode) if berkas else None
            butir.append(row)
            value = nilai_laporan(indikator, row) if row else None
            if berkas and row and value is not None:
                found.append(Dilaporkan(periode, value, row.komponen))
                sources.append(Sumber(berkas.path, ("butir", kode, row.isian)))
                numbers.append(n)
                marks.append(self._mark(kode, periode, row) if self.dikoreksi or row.sementara else ())
            counts.append(len(found))
        plan = self.dataset.rencana_aksi.get((self.tahun, indikator.penanggung_jawab))
        planned = plan.isi.butir[kode].target if plan and kode in plan.isi.butir else {}
        targets = [planned.get(segmen) for segmen in indikator.frekuensi.segmen]
        bands = any(target is not None and target.maks is not None for target in targets)
        renstra = self.renstra[1] if self.renstra else None
        last = renstra.target.get(kode, {}).get(renstra.tahun_akhir) if renstra else None
        if last and last.tanggal and renstra and renstra.tahun_akhir != self.tahun:
            last = None  # a day of that year is no measure of this one
        formula = indikator.formula_sendiri or self.metode.formula.untuk(indikator.polaritas)
        return _Deret(
            kode=kode,
            indikator=indikator,
            formula=formula,
            rumus=RUMUS[formula],
            penggabung=PENGGABUNG[indikator.agregasi],
            turun=indikator.polaritas is Polaritas.TURUN,
            baseline=indikator.baseline.nilai if formula is FormulaCapaian.LINTASAN and indikator.baseline else None,
            pemilik=self.dataset.pemilik_target(kode),
            butir=butir,
            dilaporkan=tuple(found),
            sumber=tuple(sources),
            nomor=numbers,
            tanda=tuple(marks) if any(marks) else None,
            hitung=counts,
            target=[target.angka if target else None for target in targets],
            maks=[target.maks if target else None for target in targets] if bands else None,
            tertulis=_tertulis(kode, plan.path if plan else None, targets, indikator.frekuensi.segmen),
            renstra=_patokan(last),
        )

    def _row(self, deret: _Deret, span: _Cakupan, promise: _Janji | None) -> HasilIndikator:
        indikator = deret.indikator
        past = deret.hitung[span.sampai]
        first = deret.hitung[span.dari]
        joined = deret.penggabung(indikator, deret.dilaporkan, first, past) if first < past else None
        year = promise.target if promise else None
        goal, source = self._goal(deret, span, promise)
        realisasi = joined.realisasi if joined else None
        stated = self._stated(deret, past) if joined and deret.formula is FormulaCapaian.MANUAL else None
        capaian = None
        if goal is not None and realisasi is not None:
            masukan = _masukan(deret, goal, realisasi, stated)
            capaian = nilai_capaian(deret.rumus(masukan), masukan, self.metode)
        murni = promise.murni if promise else None
        status, alasan, late = self._status(deret, span, joined, goal, capaian, promise)
        start = 0 if indikator.agregasi is Agregasi.JUMLAH else span.dari
        sign = goal.tanda if goal else year.tanda if year else None
        return HasilIndikator(
            deret.kode,
            span.periode,
            status,
            alasan,
            span.jatuh_tempo,
            late,
            deret.formula,
            promise.versi if promise else None,
            goal.nilai if goal else None,
            sign,
            _maks(goal, year, deret.renstra, murni),
            deret.baseline,
            stated,
            year.nilai if year else None,
            deret.renstra.nilai if deret.renstra else None,
            realisasi,
            joined.periode_ini if joined else None,
            joined.komponen if joined else None,
            capaian,
            (capaian.capaian if capaian else None) if year == goal else self._floored(deret, year, realisasi, stated),
            self._floored(deret, deret.renstra, realisasi, stated),
            murni.nilai if murni else None,
            self._floored(deret, murni, realisasi, stated),
            Terukur(deret.hitung[span.lihat] - deret.hitung[start], max(span.lihat - start, 0)),
            self._marks(deret, span, joined, goal, capaian) if joined else (),
            deret.dilaporkan[joined.dari] if joined else (),
            deret.sumber[joined.dari] if joined else (),
            source,
        )

    def _floored(
        self, deret: _Deret, target: _Patokan | None, realisasi: Decimal | None, stated: Decimal | None
    ) -> Decimal | None:
        """The capaian against another target, floored like that of the row."""
        if target is None or realisasi is None:
            return None
        return dibatasi(deret.rumus(_masukan(deret, target, realisasi, stated)), self.metode)

    @staticmethod
    def _stated(deret: _Deret, past: int) -> Decimal | None:
        """The capaian that the last of these reports states."""
        row = deret.butir[deret.nomor[past - 1]]
        return row.capaian_dinyatakan.nilai if row and row.capaian_dinyatakan else None

    def _in_force(self, pemilik: str, hari: date) -> _Pk | None:
        """Version, file and content of an owner's PK on a day."""
        pk = self.dataset.pk_pada(pemilik, self.tahun, hari)
        return (pk[0], pk[1].path, pk[1].isi) if pk else None

    def _not_yet(self) -> Iterator[tuple[str, Periode]]:
        """The indikator that neither the Renstra nor the PK in force at the end of a period promises."""
        planned = self.renstra[1].target if self.renstra else {}
        for kode in self.kode:
            if self.tahun not in planned.get(kode, {}):
                owner = self.dataset.pemilik_target(kode)
                yield from ((kode, p) for p in self.periode if not self._promises(owner, kode, self._last_day(p)))

    def _promises(self, pemilik: str, kode: str, hari: date) -> bool:
        """Whether the PK in force on a day promises an indikator; where none is in force yet, one will."""
        pk = self._in_force(pemilik, hari)
        return pk is None or kode in pk[2].butir

    def _promises_of(self, deret: _Deret) -> Iterator[_Janji | None]:
        """What the PK in force on the last day of each period that the posisi sees promises of this indikator."""
        known: dict[str, _Janji | None] = {}
        for pk in self._over_time(deret.pemilik, deret.indikator.frekuensi):
            if pk is None:
                yield None
                continue
            if pk[0] not in known:
                known[pk[0]] = self._stated_by(deret, *pk)
            yield known[pk[0]]

    def _over_time(self, pemilik: str, frekuensi: Frekuensi) -> tuple[_Pk | None, ...]:
        """An owner's PK in force in each period; the same for all its indikator that are reported so often."""
        key = (pemilik, frekuensi)
        if key not in self.pk:
            self.pk[key] = tuple(self._in_force(pemilik, span.hari) for span in self.cakupan[frekuensi])
        return self.pk[key]

    def _stated_by(self, deret: _Deret, versi: str, path: PurePosixPath, isi: PerjanjianKinerja) -> _Janji | None:
        target = _patokan(isi.butir[deret.kode].target) if deret.kode in isi.butir else None
        if target is None:
            return None
        murni = None
        if versi != MURNI:
            first = self.dataset.pk_ditandatangani(deret.pemilik, self.tahun)[0][1].isi.butir.get(deret.kode)
            murni = _patokan(first.target) if first else None
        return _Janji(target, versi, Sumber(path, ("butir", deret.kode, "target")), murni)

    def _goal(self, deret: _Deret, span: _Cakupan, promise: _Janji | None) -> tuple[_Patokan | None, Sumber | None]:
        """The target s.d. periode and where it stands: of a complete year the PK's, else the rencana aksi's."""
        indikator = deret.indikator
        length = len(deret.butir)
        past = deret.hitung[span.sampai]
        reported: Sequence[int] = deret.nomor[:past]
        if past == deret.hitung[span.dari]:  # nothing to compare yet: what was planned by then
            reported = range(span.sampai)
        complete = indikator.agregasi is not Agregasi.JUMLAH or len(reported) in {0, length}
        whole_year = span.setahun and span.selesai and complete and not self._awaited(deret, span)
        if length == 1 or whole_year:
            return (promise.target, promise.sumber) if promise else (None, None)
        end = span.lihat
        if span.setahun:  # of a year that is not told to its end, the last figure meets the target of its own period
            end = next((n + 1 for n in reversed(reported) if n < end), end)
        value = target_periode(indikator, deret.target, reported, span.dari, end)
        if value is None:
            return None, None
        maks = target_periode(indikator, deret.maks, reported, span.dari, end) if deret.maks else None
        own, source = deret.tertulis[end]
        sign = own or (promise.target.tanda if promise else None)
        return _pada(value, maks, sign), source

    def _awaited(self, deret: _Deret, span: _Cakupan) -> bool:
        """Whether the last report of a year that has ended is still to come and not yet late."""
        return deret.butir[span.sampai - 1] is None and self.posisi.per_tanggal <= span.jatuh_tempo

    def _due(self, periode: Periode) -> date:
        return self.dataset.kalender.jatuh_tempo(self.metode.tenggat, periode)

    # ── Status and marks ──

    def _status(
        self,
        deret: _Deret,
        span: _Cakupan,
        joined: Gabungan | None,
        goal: _Patokan | None,
        capaian: Capaian | None,
        promise: _Janji | None,
    ) -> tuple[Status, str | None, int]:
        """Status, declared reason, and days late, of a period that is made of these reported ones."""
        if joined:
            if goal is None:
                return Status.BELUM_DITETAPKAN, None, 0
            return (Status.ADA if capaian else Status.TIDAK_DITARGETKAN), None, 0
        told = [row for row in deret.butir[span.dari : span.sampai] if row is not None]
        missing = [n for n in range(span.dari, span.sampai) if deret.butir[n] is None]
        status, late = self._missing(deret, span, missing, promise)
        if missing and (not told or status is not Status.BELUM_JATUH_TEMPO):
            return status, None, late
        row = told[-1]
        if row.status is None:  # a komponen of zero: the rumus has no answer
            return Status.TIDAK_TERSEDIA, "Penyebut rumus nol, sehingga nilainya tidak dapat dihitung.", 0
        return Status(row.status.value), row.alasan, 0

    def _missing(
        self, deret: _Deret, span: _Cakupan, missing: Sequence[int], promise: _Janji | None
    ) -> tuple[Status, int]:
        """Status and days late of a period that lacks these reports."""
        indikator = deret.indikator
        if span.setahun:
            expected = promise.target.nilai if promise else None
        else:
            expected = target_periode(indikator, deret.target, range(span.dari, span.sampai), span.dari, span.sampai)
        if expected == 0 and deret.formula in _TANPA_JAWABAN:  # nothing was promised (case 8)
            return Status.TIDAK_DITARGETKAN, 0
        if promise is None and self._in_force(deret.pemilik, span.hari):  # the PK of that time did not promise it
            return Status.TIDAK_DITARGETKAN, 0
        base = indikator.frekuensi.periode(self.tahun)
        ended = [n for n in missing if n < span.lihat and self._owed(deret, n, base[n])]
        late = max([0, *((self.posisi.per_tanggal - self.tempo[indikator.frekuensi][n]).days for n in ended)])
        for n in reversed(ended):
            if answer := self._submission(indikator.penanggung_jawab, base[n]):
                return answer, 0 if answer is Status.MENUNGGU_PERSETUJUAN else late
        return (Status.TERLAMBAT if late else Status.BELUM_JATUH_TEMPO), late

    def _owed(self, deret: _Deret, n: int, periode: Periode) -> bool:
        """Whether a reported period owes a figure: the PK of its last day promises one, and more than nothing."""
        own = target_periode(deret.indikator, deret.target, (n,), n, n + 1)
        nothing = own == 0 and deret.formula in _TANPA_JAWABAN
        return not nothing and self._promises(deret.pemilik, deret.kode, periode.akhir)

    def _submission(self, unit: str, periode: Periode) -> Status | None:
        """Where a unit's report stands that was handed in and is not approved; None of one never handed in."""
        siklus = self.dataset.siklus.get(periode)
        rows = siklus.isi.pengiriman.get(unit, ()) if siklus else ()
        if not rows or rows[-1].hasil is HasilReviu.DISETUJUI:
            return None
        return Status.MENUNGGU_PERSETUJUAN if rows[-1].hasil is None else Status.DIKEMBALIKAN

    def _marks(
        self, deret: _Deret, span: _Cakupan, joined: Gabungan, goal: _Patokan | None, capaian: Capaian | None
    ) -> tuple[Tanda, ...]:
        found: list[Tanda] = []
        if deret.tanda is not None:
            told = {tanda for marks in deret.tanda[joined.dari] for tanda in marks}
            found += [tanda for tanda in (Tanda.SEMENTARA, Tanda.DIKOREKSI) if tanda in told]
        last = deret.nomor[deret.hitung[span.sampai] - 1]
        if deret.indikator.agregasi is Agregasi.TERAKHIR and last < span.lihat - 1:
            found.append(Tanda.DATA_TERDAHULU)
        if goal and not goal.nilai and capaian is None and joined.realisasi > 0:
            found.append(Tanda.REALISASI_TANPA_TARGET)
        if capaian and capaian.capaian > self.metode.ambang_periksa_ulang:
            found.append(Tanda.PERLU_DIPERIKSA_ULANG)
        return tuple(found)

    def _mark(self, kode: str, periode: Periode, row: ButirRealisasi) -> tuple[Tanda, ...]:
        """What one report is marked with."""
        corrected = (Tanda.DIKOREKSI,) if (kode, periode) in self.dikoreksi else ()
        return (Tanda.SEMENTARA, *corrected) if row.sementara else corrected


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


def _masukan(deret: _Deret, target: _Patokan, realisasi: Decimal, stated: Decimal | None) -> Masukan:
    return Masukan(target.nilai, realisasi, target.maks, deret.baseline, deret.turun, target.tegas, stated)


def _maks(goal: _Patokan | None, year: _Patokan | None, renstra: _Patokan | None, murni: _Patokan | None) -> Maks:
    """The upper bounds of these targets; of plain numbers always the same value."""
    found = Maks(
        goal.maks if goal else None,
        year.maks if year else None,
        renstra.maks if renstra else None,
        murni.maks if murni else None,
    )
    return TANPA_MAKS if found == TANPA_MAKS else found


def _patokan(target: Target | None) -> _Patokan | None:
    """The numbers of a target; None of one that the kamus cannot read."""
    number = target.angka if target else None
    return None if target is None or number is None else _pada(number, target.maks, target.tanda)


def _pada(nilai: Decimal, maks: Decimal | None, tanda: TandaTarget | None) -> _Patokan:
    return _Patokan(nilai, maks, tanda, tanda is not None and tanda.tegas)
