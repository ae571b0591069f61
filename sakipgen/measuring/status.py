"""What stands beside a figure, or instead of one: status, days late and marks of a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sakipgen.domain.indikator import Agregasi, TipeSatuan
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.siklus import HasilReviu
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.deret import Deret
from sakipgen.measuring.hasil import Capaian
from sakipgen.measuring.janji import Janji, Patokan
from sakipgen.measuring.latar import Cakupan, Latar
from sakipgen.measuring.periode import Gabungan, target_periode

_TANPA_JAWABAN: Final = frozenset({FormulaCapaian.NAIK, FormulaCapaian.TAHAPAN, FormulaCapaian.PREDIKAT})
"""The formulas that have no answer at a target of 0: it promises nothing."""


def status_baris(
    latar: Latar,
    deret: Deret,
    span: Cakupan,
    joined: Gabungan | None,
    goal: Patokan | None,
    capaian: Capaian | None,
    promise: Janji | None,
) -> tuple[Status, str | None, int]:
    """Returns status, declared reason and days late of a period, given what its reports make of it."""
    if joined:
        if goal is None:
            promised = latar.perjanjian.menjanjikan(deret.pemilik, deret.kode, span.hari)
            return (Status.BELUM_DITETAPKAN if promised else Status.TIDAK_DITARGETKAN), None, 0
        return (Status.ADA if capaian else Status.TIDAK_DITARGETKAN), None, 0
    told = [row for row in deret.butir[span.dari : span.sampai] if row is not None]
    missing = [n for n in range(span.dari, span.sampai) if deret.butir[n] is None]
    status, late = _missing(latar, deret, span, missing, promise)
    if missing and (not told or status is not Status.BELUM_JATUH_TEMPO):
        return status, None, late
    row = told[-1]
    if row.status is None:  # a komponen of zero: the rumus has no answer
        return Status.TIDAK_TERSEDIA, "Penyebut rumus nol, sehingga nilainya tidak dapat dihitung.", 0
    return Status(row.status.value), row.alasan, 0


def _missing(
    latar: Latar, deret: Deret, span: Cakupan, missing: Sequence[int], promise: Janji | None
) -> tuple[Status, int]:
    """Status and days late of a period that lacks these reports."""
    indikator = deret.indikator
    if span.setahun:
        expected = promise.target.nilai if promise else None
    else:
        expected = target_periode(
            indikator.agregasi, deret.target, range(span.dari, span.sampai), span.dari, span.sampai
        )
    if expected == 0 and deret.formula in _TANPA_JAWABAN:  # nothing was promised (case 8)
        return Status.TIDAK_DITARGETKAN, 0
    if not latar.perjanjian.menjanjikan(deret.pemilik, deret.kode, span.hari):
        return Status.TIDAK_DITARGETKAN, 0
    base = indikator.frekuensi.periode(latar.tahun)
    ended = [n for n in missing if n < span.lihat and _owed(latar, deret, n, base[n])]
    late = max([0, *((latar.posisi.per_tanggal - latar.tempo[indikator.frekuensi][n]).days for n in ended)])
    for n in reversed(ended):
        if answer := _submission(latar, indikator.penanggung_jawab, base[n]):
            return answer, 0 if answer is Status.MENUNGGU_PERSETUJUAN else late
    return (Status.TERLAMBAT if late else Status.BELUM_JATUH_TEMPO), late


def _owed(latar: Latar, deret: Deret, n: int, periode: Periode) -> bool:
    """Whether a reported period owes a figure: the PK of its last day promises one, and more than nothing."""
    own = target_periode(deret.indikator.agregasi, deret.target, (n,), n, n + 1)
    nothing = own == 0 and deret.formula in _TANPA_JAWABAN
    return not nothing and latar.perjanjian.menjanjikan(deret.pemilik, deret.kode, periode.akhir)


def _submission(latar: Latar, unit: str, periode: Periode) -> Status | None:
    """Where a unit's report stands that was handed in and is not approved; None of one never handed in."""
    siklus = latar.dataset.siklus.get(periode)
    rows = siklus.isi.pengiriman.get(unit) if siklus else None
    if not rows or rows[-1].hasil is HasilReviu.DISETUJUI:
        return None
    return Status.MENUNGGU_PERSETUJUAN if rows[-1].hasil is None else Status.DIKEMBALIKAN


def tanda_baris(
    latar: Latar, deret: Deret, span: Cakupan, joined: Gabungan, goal: Patokan | None, capaian: Capaian | None
) -> tuple[Tanda, ...]:
    """Returns what a figure is marked with."""
    found: list[Tanda] = []
    if deret.tanda is not None:
        told = {tanda for marks in deret.tanda[joined.dari] for tanda in marks}
        found += (tanda for tanda in (Tanda.SEMENTARA, Tanda.DIKOREKSI) if tanda in told)
    if deret.indikator.agregasi is Agregasi.TERAKHIR and deret.nomor[deret.hitung[span.sampai] - 1] < span.lihat - 1:
        found.append(Tanda.DATA_TERDAHULU)
    if capaian is None:
        if goal and not goal.nilai and joined.realisasi > 0:
            found.append(Tanda.REALISASI_TANPA_TARGET)
    elif capaian.capaian > latar.metode.ambang_periksa_ulang and deret.indikator.satuan.tipe is not TipeSatuan.TANGGAL:
        found.append(Tanda.PERLU_DIPERIKSA_ULANG)  # of the numbers of days no percentage is too high to be true
    return tuple(found)
