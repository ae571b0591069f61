"""The trace of a capaian: every step from the reports to the kategori, with its words, its numbers and its lines.

The same value is told by the page of an indikator, by `sakipgen ukur --jelaskan`, and by papers. Nothing is computed
here but what one reads: figures come from the Rekapitulasi, each with its cell of the open data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.realisasi import Status
from sakipgen.domain.skala import Celah, KelasSkala, Skala
from sakipgen.domain.target import KATA_TANDA
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.periode import GABUNGAN
from sakipgen.rekap import (
    BarisIndikator,
    BarisTarget,
    RekapTahun,
)
from sakipgen.rendering import kata_metode, kata_rumus
from sakipgen.rendering.cetak import (
    DESIMAL_LENGKAP,
    Angka,
    alinea,
    angka,
    angka_lengkap,
    angka_persen,
    ringkas,
)
from sakipgen.rendering.jejak_langkah import Baris, Jejak, Langkah, dasar, rujukan, tahapan, tanpa
from sakipgen.rendering.jejak_laporan import laporan
from sakipgen.rendering.nilai import di_kalimat, di_tabel
from sakipgen.rendering.ucap import Ucap, berkurung, gabung, isi

_PEMBULATAN: Final = "Angka lain dibulatkan hanya saat ditampilkan; perhitungan memakai angka lengkap."


def jejak(instansi: Instansi, tahun: RekapTahun, row: BarisIndikator) -> Jejak:
    """Returns the trace of an indikator in a period by the rules of its year."""
    steps = (laporan(tahun, row), _realisasi(row), _target(tahun, row), _capaian(instansi, row), _batas(tahun, row))
    return Jejak(
        kode=row.kode,
        nama=row.indikator.nama,
        periode=row.hasil.periode,
        sampai=sampai(tahun, row.hasil.periode),
        metode=tahun.metode.nama,
        langkah=(*steps, _kategori(tahun, row)),
    )


def sampai(tahun: RekapTahun, periode: Periode) -> Periode | None:
    """Returns until when the figures of a period go that has not ended; None of one that has, or without any."""
    ended = [prd.periode for prd in tahun.periode if prd.selesai]
    return None if periode in ended or not ended else ended[-1]


# ── Realisasi and target ─────────────────────────────────────────────────────────────────────────────────────────


def _realisasi(row: BarisIndikator) -> Langkah:
    line = penggabungan(row)
    words = (kata_metode.AGREGASI[row.indikator.agregasi],)
    return Langkah("Realisasi", words, None, (Baris(line),) if line is not None else ())


def penggabungan(row: BarisIndikator) -> Ucap | None:
    """Returns how the reports make the realisasi; None of a row without one."""
    indikator, hasil = row.indikator, row.hasil
    if hasil.realisasi is None:
        return None
    answer = di_kalimat(indikator, hasil.realisasi, hasil.periode.tahun).angka(
        hasil.realisasi, rujukan(row, "realisasi")
    )
    parts: list[Ucap] = [(angka_lengkap(one.nilai, f"realisasi/{row.kode}:{one.periode}/nilai"),) for one in hasil.dari]
    return (*_gabungan(row, parts), answer, _lengkap(hasil.realisasi, indikator.desimal))


def _lengkap(value: Decimal, desimal: int) -> str:
    """The raw figure behind a printed one, where it says more."""
    raw = ringkas(value, DESIMAL_LENGKAP)
    return "" if raw == ringkas(value, desimal) else f" (lengkapnya {raw})"


def _gabungan(row: BarisIndikator, parts: list[Ucap]) -> Ucap:
    """How the reports make the figure; empty where one report is the figure."""
    hasil, indikator = row.hasil, row.indikator
    match indikator.agregasi:
        case Agregasi.RASIO if indikator.rumus and hasil.komponen:
            names: dict[str, Ucap] = {name: _total(row, name, value, parts) for name, value in hasil.komponen.items()}
            return (*kata_rumus.tulis(indikator.rumus, names), " = ")
        case Agregasi.JUMLAH if len(parts) > 1:
            return (*berkurung(gabung(" + ", parts)), " = ")
        case Agregasi.RERATA if len(parts) > 1:
            return ("(", *berkurung(gabung(" + ", parts)), f") ÷ {len(parts)} = ")
        case Agregasi.TERAKHIR | Agregasi.MAKS | Agregasi.MIN:
            return (f"{_TERPILIH.get(indikator.agregasi, 'angka')} {hasil.dari[0].periode.label}: ",)
        case _:
            return ()


_TERPILIH: Final = {Agregasi.MAKS: "tertinggi, angka", Agregasi.MIN: "terendah, angka"}


def _total(row: BarisIndikator, name: str, value: Decimal, parts: Sequence[Ucap]) -> Ucap:
    """A komponen of the whole period: a cell of the open data; of several reports with its sum."""
    periode = row.hasil.periode if len(parts) > 1 else row.hasil.dari[0].periode
    return (angka_lengkap(value, f"komponen/{row.kode}:{periode}:{name}/nilai"),)


def _target(tahun: RekapTahun, row: BarisIndikator) -> Langkah:
    hasil = row.hasil
    planned = row.rujukan_target is not None and "rencana-aksi" in row.rujukan_target.berkas.parts
    words = (kata_metode.mode(row.indikator),) if planned or hasil.periode.jenis is not JenisPeriode.TAHUN else ()
    if hasil.target is None:
        none = "tidak ada target pada periode ini" if hasil.status is Status.TIDAK_BERLAKU else "belum ditetapkan"
        return Langkah("Target", words, None, (Baris((none,)),))
    name = "rencana aksi" if planned else _nama_pk(hasil.versi_pk)
    *sign, figure = patokan(row)
    line = (f"menurut {name}: ", *sign, *_jumlah_target(tahun, row, planned=planned), figure, *_bertahap(tahun, row))
    return Langkah("Target", words, None, (Baris(line, row.rujukan_target),))


def _bertahap(tahun: RekapTahun, row: BarisIndikator) -> Ucap:
    """The milestones that a target promises."""
    where = row.rujukan_target
    stages = next((t.bentuk.tahapan for t in tahun.target if t.kode == row.kode and t.rujukan == where), None)
    return (f" dari tahapan: {tahapan(row.indikator, stages)}",) if stages else ()


def _nama_pk(versi: str | None) -> str:
    if versi is None or versi == "murni":
        return "Perjanjian Kinerja"
    return f"Perjanjian Kinerja Perubahan ke-{versi.rpartition('-')[2]}"


def _jumlah_target(tahun: RekapTahun, row: BarisIndikator, *, planned: bool) -> Ucap:
    """The targets of the periods that were reported, before any report of all planned ones, as they were joined.

    Empty where one target stands for all.
    """
    indikator = row.indikator
    joined = indikator.agregasi in GABUNGAN and row.hasil.maks.target is None
    if not planned or not joined:
        return ()
    targets = {t.periode: _angka_target(t) for t in tahun.target if t.jenis == "rencana_aksi" and t.kode == row.kode}
    used = [one.periode for one in row.hasil.dari] or dasar(row)
    parts = _kenaikan(row, targets, used) if _kumulatif(indikator) else [targets[periode] for periode in used]
    if len(parts) == 1 and len(parts[0]) > 1:  # one rise
        return (*parts[0], " = ")
    if len(parts) < 2:
        return ()
    terms = [part if len(part) == 1 else ("(", *part, ")") for part in parts]
    if indikator.agregasi is Agregasi.RERATA:
        return ("(", *berkurung(gabung(" + ", terms)), f") ÷ {len(terms)} = ")
    return (*berkurung(gabung(" + ", terms)), " = ")


def _kumulatif(indikator: Indikator) -> bool:
    return indikator.agregasi is Agregasi.JUMLAH and indikator.mode_target is ModeTarget.KUMULATIF


def _kenaikan(row: BarisIndikator, targets: Mapping[Periode, Ucap], used: Sequence[Periode]) -> list[Ucap]:
    """By how much a cumulative target rises over each unbroken run of reported periods."""
    periods = row.indikator.frekuensi.periode(row.hasil.periode.tahun)
    found: list[Ucap] = []
    start: Ucap | None = None
    for before, one, after in zip((None, *periods), periods, (*periods[1:], None), strict=False):
        if one in used:
            if before not in used:
                start = targets[before] if before else None
            if after not in used:
                found.append(berkurung((*targets[one], " − ", *start)) if start else targets[one])
    return found


def _angka_target(target: BarisTarget) -> Ucap:
    version = f":{target.versi}" if target.versi else ""
    return (angka_lengkap(target.nilai, f"target/{target.kode}:{target.periode}:{target.jenis}{version}/nilai"),)


def patokan(row: BarisIndikator) -> Ucap:
    """Returns the target of a row in words: of a band both bounds, of a bound its sign."""
    hasil = row.hasil
    if hasil.target is None:
        return ("belum ditetapkan",)
    tahun = hasil.periode.tahun
    low = di_kalimat(row.indikator, hasil.target, tahun).angka(hasil.target, rujukan(row, "target"))
    if hasil.maks.target not in {None, hasil.target}:
        high = di_kalimat(row.indikator, hasil.maks.target, tahun)
        return (low, " sampai ", high.angka(hasil.maks.target, rujukan(row, "target_maks")))
    sign = KATA_TANDA.get(hasil.tanda_target.target) if hasil.tanda_target.target else None
    return (f"{sign} ", low) if sign else (low,)


# ── Capaian ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _capaian(instansi: Instansi, row: BarisIndikator) -> Langkah:
    words, symbols = kata_rumus.kata(row.hasil)
    line = hitungan(row)
    if line is None:
        line = (f"tidak dihitung: {tanpa(row)}",)
    stated = None if row.hasil.dinyatakan is None else _dinyatakan(instansi, row)
    beside = (stated, _kondisi_awal(row))
    return Langkah("Capaian", (words, *_skor(row)), symbols, (Baris(line), *(one for one in beside if one)))


def _skor(row: BarisIndikator) -> Iterator[str]:
    """The scores that a calculation with ranks is made of."""
    ranks = row.indikator.peringkat
    if row.hasil.formula is FormulaCapaian.PREDIKAT and ranks:
        yield f"Skornya: {', '.join(f'{kelas.kode} {ringkas(kelas.skor, 6)}' for kelas in ranks.kelas)}."


def _kondisi_awal(row: BarisIndikator) -> Baris | None:
    """Where the way began that a capaian is measured by, and where that is written."""
    base, start = row.indikator.baseline, row.hasil.baseline
    if row.hasil.formula is not FormulaCapaian.LINTASAN or base is None or start is None:
        return None
    figure = di_kalimat(row.indikator, start, base.tahun).angka(start, rujukan(row, "baseline"))
    return Baris((f"kondisi awal {base.tahun}: ", figure), row.rujukan_baseline)


def _dinyatakan(instansi: Instansi, row: BarisIndikator) -> Baris | None:
    """Who approved a capaian that was stated by the last report, and why."""
    for lap in reversed(row.laporan):
        if lap.nilai is not None and (stated := lap.butir.capaian_dinyatakan):
            reason = " ".join(alinea(stated.alasan))
            who = instansi.nama_jabatan(stated.disetujui_oleh)
            return Baris((f"disetujui {who}: {reason}",), lap.rujukan_dinyatakan)
    return None


def hitungan(row: BarisIndikator) -> Ucap | None:
    """Returns the formula with target and realisasi put in and its raw answer; None where there is none."""
    hasil = row.hasil
    if hasil.capaian is None or hasil.target is None or hasil.realisasi is None:
        return None
    pattern = kata_rumus.pola(hasil, hasil.target, hasil.realisasi)
    upper = hasil.maks.target
    spoken = hasil.formula is FormulaCapaian.BINER
    figures: dict[str, str | Angka | Ucap] = {
        "t": patokan(row) if spoken else _polos(row, hasil.target, "target"),
        "r": _polos(row, hasil.realisasi, "realisasi"),
        "m": _polos(row, hasil.target, "target") if upper is None else _polos(row, upper, "target_maks"),
        "b": "" if hasil.baseline is None else _polos(row, hasil.baseline, "baseline"),
    }
    counted = berkurung(isi(pattern, **figures))
    sign = kata_rumus.penghubung(pattern, hasil)
    raw = hasil.capaian.mentah
    answer = angka_persen(hasil.capaian.capaian, rujukan(row, "capaian"))
    if raw is not None and raw != hasil.capaian.capaian:
        first = angka_persen(raw, rujukan(row, "capaian_mentah"))
        return (*counted, sign, first, ", ditulis ", answer)
    return (*counted, sign, answer)


def _polos(row: BarisIndikator, value: Decimal, kolom: str) -> Angka:
    """A figure for a calculation: the number alone, or the day or word that stands for it."""
    spoken = row.hasil.formula in {FormulaCapaian.BINER, FormulaCapaian.TANGGAL}
    if spoken:
        return di_tabel(row.indikator, value, row.hasil.periode.tahun).angka(value, rujukan(row, kolom))
    return angka_lengkap(value, rujukan(row, kolom))


def _batas(tahun: RekapTahun, row: BarisIndikator) -> Langkah:
    metode = tahun.metode
    words = (kata_metode.lantai(metode), kata_metode.batas_agregat(metode))
    found = row.hasil.capaian
    if found is None:
        return Langkah("Batas", words, None, ())
    counted = angka_persen(found.agregat, rujukan(row, "capaian_agregat"))
    lines = [Baris(("saat dirata-ratakan dihitung ", counted))] if found.agregat != found.capaian else []
    return Langkah("Batas", words, None, tuple(lines))


def _kategori(tahun: RekapTahun, row: BarisIndikator) -> Langkah:
    skala = tahun.metode.skala
    found = row.hasil.capaian
    words = (kata_metode.celah(skala), _PEMBULATAN)
    if found is None:
        return Langkah("Kategori", words, None, ())
    reached = "target tercapai" if found.tercapai else "target belum tercapai"
    line = (*kategori(skala, found.kelas, found.capaian, rujukan(row, "capaian")), f"; {reached}")
    return Langkah("Kategori", words, None, (Baris(line),))


def kategori(skala: Skala, kelas: KelasSkala, capaian: Decimal, ref: str) -> Ucap:
    """Returns a capaian with all its digits, as it is looked up, and the class it is in with its bounds."""
    raw = angka_lengkap(capaian, ref, "%")
    shown = angka(capaian, skala.presisi_tabel)
    rounded = f" dibulatkan menjadi {shown}" if skala.celah is Celah.BULATKAN else ""
    return (raw, f"{rounded}: {kelas.label} ({kata_metode.batas(skala, skala.kelas.index(kelas))})")
