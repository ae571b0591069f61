"""From dataset to results: realisasi against target, kategori and status of every indikator in every period.

Policy enters as the year's Metode. What cannot be measured is a value with a status, never zero and no exception.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import Agregasi
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.target import TandaTarget
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.acuan import Acuan
from sakipgen.measuring.capaian import dibatasi, nilai_capaian
from sakipgen.measuring.deret import Deret, susun_deret
from sakipgen.measuring.hasil import TANPA, Hasil, HasilIndikator, HasilTahun, PerTarget, Sumber, Terukur
from sakipgen.measuring.janji import Janji, Patokan, pada
from sakipgen.measuring.kelompok import ukur_kelompok
from sakipgen.measuring.latar import Cakupan, Latar, hari_terakhir, susun_latar
from sakipgen.measuring.periode import GABUNGAN, target_periode
from sakipgen.measuring.rumus import Masukan
from sakipgen.measuring.status import status_baris, tanda_baris


def measure(dataset: Dataset, posisi: Posisi, acuan: Acuan | None = None) -> Hasil:
    """Returns the results of every year in the data that has a Metode, as seen from the posisi.

    With an Acuan the rows that cannot differ from its own are taken from there.
    """
    years = [year for year in dataset.tahun if year in dataset.metode and year <= posisi.sampai.tahun]
    changed = acuan.berbeda(dataset, posisi) if acuan else None
    known = acuan.hasil.tahun if acuan and changed is not None else {}
    return Hasil(
        posisi,
        {year: _measure_year(susun_latar(dataset, posisi, year), known.get(year), changed) for year in years},
    )


def _measure_year(latar: Latar, known: HasilTahun | None, changed: frozenset[str] | None) -> HasilTahun:
    rows = {
        (row.kode, row.periode): row
        for kode in latar.indikator
        for row in (_rows(latar, kode) if known is None or kode in (changed or ()) else _known(latar, kode, known))
    }
    program = latar.dataset.program.get(latar.tahun)
    not_yet = frozenset(_not_yet(latar))
    groups = ukur_kelompok(
        rows,
        latar.periode,
        latar.metode,
        latar.indikator,
        latar.renstra,
        program.isi if program else None,
        latar.tahun,
        not_yet,
    )
    return HasilTahun(
        tahun=latar.tahun,
        periode=latar.periode,
        kode=tuple(latar.indikator),
        indikator=rows,
        sasaran=groups.sasaran,
        tujuan=groups.tujuan,
        program=groups.program,
        perangkat_daerah=groups.perangkat_daerah,
        cara=latar.metode.agregasi_perangkat_daerah,
        anggota=groups.anggota,
        belum_dijanjikan=not_yet,
    )


def _not_yet(latar: Latar) -> Iterator[tuple[str, Periode]]:
    """The indikator that neither the Renstra nor the PK in force at the end of a period promises."""
    planned = latar.renstra.target if latar.renstra else {}
    for kode in latar.indikator:
        if latar.tahun not in planned.get(kode, {}):
            owner = latar.dataset.pemilik_target(kode)
            for periode in latar.periode:
                if not latar.perjanjian.menjanjikan(owner, kode, hari_terakhir(periode, latar.posisi)):
                    yield kode, periode


def _rows(latar: Latar, kode: str) -> Iterator[HasilIndikator]:
    deret = susun_deret(latar, kode)
    often = deret.indikator.frekuensi
    promises = latar.perjanjian.janji(deret.pemilik, kode, latar.berlaku[deret.pemilik, often])
    for span, promise, renstra in zip(latar.cakupan[often], promises, deret.renstra, strict=True):
        yield _row(latar, deret, span, promise, renstra)


def _known(latar: Latar, kode: str, known: HasilTahun) -> Iterator[HasilIndikator]:
    """The same rows as they were measured already."""
    for span in latar.cakupan[latar.indikator[kode].frekuensi]:
        yield known.indikator[kode, span.periode]


def _row(latar: Latar, deret: Deret, span: Cakupan, promise: Janji | None, renstra: Patokan | None) -> HasilIndikator:
    indikator = deret.indikator
    past = deret.hitung[span.sampai]
    first = deret.hitung[span.dari]
    joined = deret.penggabung(indikator, deret.dilaporkan, first, past) if first < past else None
    year = promise.target if promise else None
    goal, source = _goal(latar, deret, span, promise)
    realisasi = joined.realisasi if joined else None
    stated = _stated(deret, past) if joined and deret.formula is FormulaCapaian.MANUAL else None
    capaian = None
    if goal is not None and realisasi is not None:
        masukan = Masukan(goal.nilai, realisasi, goal.maks, deret.baseline, deret.turun, goal.tegas, stated)
        capaian = nilai_capaian(deret.rumus(masukan), masukan, latar.metode)
    murni = promise.murni if promise else None
    status, alasan, late = status_baris(latar, deret, span, joined, goal, capaian, promise)
    final = realisasi if _tuntas(deret, span, past) else None
    start = 0 if indikator.agregasi is Agregasi.JUMLAH else span.dari
    signs, highs = _lebih_dari_angka(goal, year, renstra, murni)
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
        signs,
        highs,
        deret.baseline,
        stated,
        year.nilai if year else None,
        renstra.nilai if renstra else None,
        realisasi,
        joined.periode_ini if joined else None,
        joined.komponen if joined else None,
        capaian,
        (capaian.capaian if capaian and final is not None else None)
        if year == goal
        else _floored(latar, deret, year, final),
        _floored(latar, deret, renstra, final),
        murni.nilai if murni else None,
        _floored(latar, deret, murni, final),
        Terukur(deret.hitung[span.lihat] - deret.hitung[start], max(span.lihat - start, 0)),
        tanda_baris(latar, deret, span, joined, goal, capaian) if joined else (),
        deret.dilaporkan[joined.dari] if joined else (),
        deret.sumber[joined.dari] if joined else (),
        source,
    )


def _floored(latar: Latar, deret: Deret, target: Patokan | None, realisasi: Decimal | None) -> Decimal | None:
    """The capaian against another target, floored like that of the row; one that was stated is of its own only."""
    if target is None or realisasi is None:
        return None
    masukan = Masukan(target.nilai, realisasi, target.maks, deret.baseline, deret.turun, target.tegas)
    return dibatasi(deret.rumus(masukan), latar.metode)


def _tuntas(deret: Deret, span: Cakupan, past: int) -> bool:
    """Whether a figure can be held against the targets of a year: a limit for a sum only once all of it is told."""
    whole = span.setahun and span.selesai and past == len(deret.butir)
    return whole or not deret.dibatasi


def _stated(deret: Deret, past: int) -> Decimal | None:
    """The capaian that the last of these reports states."""
    row = deret.butir[deret.nomor[past - 1]]
    return row.capaian_dinyatakan.nilai if row and row.capaian_dinyatakan else None


def _goal(latar: Latar, deret: Deret, span: Cakupan, promise: Janji | None) -> tuple[Patokan | None, Sumber | None]:
    """The target s.d. periode and where it stands: of a complete year the PK's, else the rencana aksi's."""
    agregasi = deret.indikator.agregasi
    past = deret.hitung[span.sampai]
    told = past > deret.hitung[span.dari]
    reported = deret.nomor[:past] if told else range(span.sampai)  # before any report what was planned by then
    end = span.lihat
    awaited = _awaited(latar, deret, span)
    if span.setahun:
        length = len(deret.butir)
        complete = agregasi is not Agregasi.JUMLAH or not told or past == length
        if length == 1 or (span.selesai and complete and not awaited):
            return (promise.target, promise.sumber) if promise else (None, None)
    if span.setahun or awaited:  # of what is not told to its end, the last figure meets the target of its own period
        end = next((n + 1 for n in reversed(reported) if n < end), end)
    value = target_periode(agregasi, deret.target, reported, span.dari, end)
    if value is None:
        return None, None
    maks = target_periode(agregasi, deret.maks, reported, span.dari, end) if deret.maks else None
    own, source = deret.tertulis[end]
    if end and agregasi in GABUNGAN:  # of several targets the last that counts
        source = deret.tertulis[reported[-1] + 1][1]
    sign = own or (promise.target.tanda if promise else None)
    return pada(value, maks, sign), source


def _awaited(latar: Latar, deret: Deret, span: Cakupan) -> bool:
    """Whether the last report of a period that has ended is still to come and not yet late."""
    return deret.butir[span.sampai - 1] is None and latar.posisi.per_tanggal <= span.jatuh_tempo


def _lebih_dari_angka(*targets: Patokan | None) -> tuple[PerTarget[TandaTarget], PerTarget[Decimal]]:
    """The words and the upper bounds of the targets of a row; of plain numbers always the same value."""
    for one in targets:
        if one is not None and (one.tanda is not None or one.maks is not None):
            return PerTarget(*(t and t.tanda for t in targets)), PerTarget(*(t and t.maks for t in targets))
    return TANPA, TANPA
