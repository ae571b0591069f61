"""What stands on the form of one unit and period: from the data to values, in the order of the rencana aksi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.organisasi import Kertas, StatusData
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.target import Target
from sakipgen.domain.waktu import Frekuensi, JenisPeriode, Periode, Posisi
from sakipgen.forms.isian import Isian, ambil, daftar_isian, di_luar_formulir
from sakipgen.forms.pratinjau import Pratinjau, susun_pratinjau
from sakipgen.measuring.deret import susun_deret
from sakipgen.measuring.latar import Latar, susun_latar
from sakipgen.measuring.periode import nilai_laporan
from sakipgen.rendering import kata_rumus
from sakipgen.rendering.cetak import ringkas, tanggal
from sakipgen.rendering.nilai import di_tabel, patokan, tertulis

Butir = Mapping[str, Mapping[str, Any]]
"""The rows of a report as plain trees, by kode: the text as it is written."""


class Terakhir(NamedTuple):
    """What was last reported before the period."""

    periode: Periode
    nilai: str
    komponen: Mapping[str, str]


class Kartu(NamedTuple):
    """One indikator on the form."""

    kode: str
    indikator: Indikator
    target_tahun: str
    target_periode: str
    petunjuk: str
    """Which figure is asked for: the period's own, or the position at its end."""
    cara: str
    """How it is counted and how capaian comes of it, in words."""
    terakhir: Terakhir | None
    isian: tuple[Isian, ...]
    awal: Mapping[str, str]
    """What the YAML says already, by field."""
    di_luar: int
    """Pieces of evidence for which the form has no row."""
    pratinjau: Pratinjau | None


class Formulir(NamedTuple):
    """All that a form says before it is filled in."""

    instansi: str
    """Which office it is of, in one word that does not change."""
    kop: tuple[str, ...]
    unit: str
    nama_unit: str
    kepala: str
    """The position that signs."""
    pejabat: str | None
    kota: str | None
    """Where it is signed."""
    kertas: Kertas
    periode: Periode
    tenggat: date
    contoh: bool
    revisi: str
    kartu: tuple[Kartu, ...]
    jenis_bukti: tuple[str, ...]


JENIS_BUKTI = ("berita acara", "daftar hadir", "dokumen", "keputusan", "laporan", "register", "rekapitulasi", "surat")
"""Kinds of evidence that a form offers beside those that the office uses already."""


def kode_instansi(dataset: Dataset) -> str:
    """Returns the one word that a form knows its office by."""
    instansi = dataset.instansi.isi
    return f"{instansi.kode_wilayah}/{instansi.perangkat_daerah.singkatan}"


def unit_berkewajiban(dataset: Dataset, periode: Periode) -> tuple[str, ...]:
    """Returns the units that owe a report of a period, in the order of the instansi."""
    latar = _latar(dataset, periode)
    if latar is None:
        return ()
    owing = {latar.indikator[kode].penanggung_jawab for kode in _kode(latar, periode)}
    return tuple(unit for unit in dataset.instansi.isi.unit_kerja if unit in owing)


def susun_formulir(dataset: Dataset, unit: str, periode: Periode, butir: Butir, revisi: str | None) -> Formulir:
    """Returns the form of a unit and period; `butir` is what its report says already."""
    instansi = dataset.instansi.isi
    kerja = instansi.unit_kerja[unit]
    jabatan = instansi.jabatan.get(kerja.kepala)
    latar = _latar(dataset, periode)
    owed = [k for k in _kode(latar, periode) if latar.indikator[k].penanggung_jawab == unit] if latar else []
    pd = instansi.perangkat_daerah
    return Formulir(
        instansi=kode_instansi(dataset),
        kop=(instansi.nama, pd.nama, *([pd.alamat] if pd.alamat else [])),
        unit=unit,
        nama_unit=kerja.nama,
        kepala=instansi.nama_jabatan(kerja.kepala),
        pejabat=jabatan.pejabat if jabatan else None,
        kota=pd.kota,
        kertas=pd.kertas,
        periode=periode,
        tenggat=dataset.kalender.jatuh_tempo(dataset.metode[periode.tahun].isi.tenggat, periode),
        contoh=instansi.status_data is StatusData.CONTOH,
        revisi=revisi or "tidak tercatat",
        kartu=tuple(_kartu(latar, kode, periode, butir.get(kode, {})) for kode in owed) if latar else (),
        jenis_bukti=_jenis_bukti(dataset),
    )


def awal(isian: tuple[Isian, ...], butir: Mapping[str, Any]) -> dict[str, str]:
    """Returns what a report's row says for each of these cells, by field."""
    return {cell.medan: text for cell in isian if (text := ambil(cell, butir)) is not None}


def _latar(dataset: Dataset, periode: Periode) -> Latar | None:
    """The year as it looks at the end of the period; None of a year without policy."""
    if periode.tahun not in dataset.metode:
        return None
    return susun_latar(dataset, Posisi(periode, periode.akhir), periode.tahun)


def _kode(latar: Latar, periode: Periode) -> Iterator[str]:
    """The indikator that are owed for a period, in the order of the rencana aksi, or that are reported already."""
    plans = [b.isi for (year, _), b in latar.dataset.rencana_aksi.items() if year == latar.tahun]
    order = {kode: n for n, kode in enumerate(kode for plan in plans for kode in plan.butir)}
    for kode in sorted(latar.indikator, key=lambda kode: (order.get(kode, len(order)), kode)):
        row = latar.indikator[kode]
        if periode not in row.frekuensi.periode(periode.tahun):
            continue
        report = latar.dataset.realisasi.get((periode, row.penanggung_jawab))
        reported = report is not None and kode in report.isi.butir
        owner = latar.dataset.pemilik_target(kode)
        promised = latar.perjanjian.menjanjikan(owner, kode, periode.akhir)
        if reported or (promised and _target(latar, kode, periode) is not None):
            yield kode


def _target(latar: Latar, kode: str, periode: Periode) -> Target | None:
    """The target of the period itself: the rencana aksi's, of a year the PK's."""
    if periode.jenis is JenisPeriode.TAHUN:
        return _target_tahun(latar, kode, periode)
    plan = latar.dataset.rencana_aksi.get((latar.tahun, latar.indikator[kode].penanggung_jawab))
    row = plan.isi.butir.get(kode) if plan else None
    return row.target.get(periode.segmen) if row else None


def _target_tahun(latar: Latar, kode: str, periode: Periode) -> Target | None:
    pk = latar.perjanjian.berlaku(latar.dataset.pemilik_target(kode), periode.akhir)
    row = pk[1].isi.butir.get(kode) if pk else None
    return row.target if row else None


def _kartu(latar: Latar, kode: str, periode: Periode, butir: Mapping[str, Any]) -> Kartu:
    indikator = latar.indikator[kode]
    deret = susun_deret(latar, kode)
    cells = daftar_isian(kode, indikator)
    words = kata_rumus.KATA[deret.formula][0]
    planned = _cetak(indikator, _target(latar, kode, periode), latar.tahun)
    if indikator.agregasi is Agregasi.JUMLAH and indikator.mode_target is ModeTarget.KUMULATIF and planned != "–":
        planned += " (kumulatif)"
    return Kartu(
        kode=kode,
        indikator=indikator,
        target_tahun=_cetak(indikator, _target_tahun(latar, kode, periode), latar.tahun),
        target_periode=planned,
        petunjuk=petunjuk(indikator, periode),
        cara=f"{indikator.formula_teks} Capaian: {words[0].lower()}{words[1:]}",
        terakhir=_terakhir(latar.dataset, kode, indikator, periode),
        isian=cells,
        awal=awal(cells, butir),
        di_luar=di_luar_formulir(butir),
        pratinjau=susun_pratinjau(latar, deret, periode),
    )


def _cetak(indikator: Indikator, target: Target | None, tahun: int) -> str:
    number = target.angka if target else None
    if target is None or number is None:
        return "–"
    high = None if target.maks is None else str(di_tabel(indikator, target.maks, tahun))
    said = di_tabel(indikator, number, tahun) if target.tahapan else tertulis(indikator, target, number, tahun)
    return str(patokan(str(said), high, target.tanda))


_ANGKA_SENDIRI = frozenset({Agregasi.JUMLAH, Agregasi.RERATA, Agregasi.RASIO})


def petunjuk(indikator: Indikator, periode: Periode) -> str:
    """Returns which figure is asked for."""
    if indikator.frekuensi is Frekuensi.TAHUNAN:
        return f"Isi angka tahun {periode.tahun}."
    if indikator.agregasi in _ANGKA_SENDIRI:
        return f"Isi angka {periode.label} saja, bukan sejak Januari."
    return f"Isi keadaan pada {tanggal(periode.akhir)}."


def _terakhir(dataset: Dataset, kode: str, indikator: Indikator, periode: Periode) -> Terakhir | None:
    """The latest earlier report with a figure, whichever unit made it."""
    found: tuple[Periode, ButirRealisasi, Decimal] | None = None
    for (when, _), berkas in dataset.realisasi.items():
        row = berkas.isi.butir.get(kode)
        if row is None or not when < periode or when.jenis is not periode.jenis or (found and not found[0] < when):
            continue
        value = nilai_laporan(indikator, row)
        if value is not None:
            found = (when, row, value)
    if found is None:
        return None
    when, row, value = found
    parts = {name: ringkas(number, 6) for name, number in (row.komponen or {}).items()}
    if row.tahapan is not None:
        parts = {name: "selesai" if name in row.tahapan else "belum" for name in indikator.tahapan}
    return Terakhir(when, str(di_tabel(indikator, value, when.tahun)), parts)


def _jenis_bukti(dataset: Dataset) -> tuple[str, ...]:
    """The kinds of evidence in use and the usual ones."""
    used = {b.jenis for r in dataset.realisasi.values() for row in r.isi.butir.values() for b in row.bukti}
    return tuple(sorted({*used, *JENIS_BUKTI})[:60])
