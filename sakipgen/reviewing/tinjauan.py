"""The one review value: what the comment, the summary, the annotations and the JSON all say of a proposal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath

from sakipgen.checking.siklus import BELUM_DICATAT
from sakipgen.diagnostics import Diagnostic, Report, Severity
from sakipgen.domain.dataset import FOLDER_BUKTI, Dataset
from sakipgen.domain.isian import Beda, Dokumen, Kunci
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.pengguna import Peran
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.riwayat import BedaBerkas
from sakipgen.domain.usulan import Ubahan
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import BarisIndikator, Rekapitulasi, RekapPeriode
from sakipgen.rekap.nilai import BarisKelompok
from sakipgen.rekap.susun_riwayat import setara
from sakipgen.reviewing.kunci import PERLU_KEPALA
from sakipgen.reviewing.kunci_catatan import diumumkan
from sakipgen.reviewing.naskah import NaskahTersentuh, naskah_tersentuh
from sakipgen.reviewing.perbandingan import Perbandingan


@dataclass(frozen=True, slots=True)
class Sisi:
    """What one side of a review comes to."""

    report: Report
    rekap: Rekapitulasi | None
    """None where a galat keeps the figures from being measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keterangan:
    """What the forge knows of a proposal."""

    revisi: str
    pengirim: str | None = None
    dikirim: datetime | None = None
    """By the forge's clock: the day of a commit is whatever its author says."""
    nomor: int | None = None


@dataclass(frozen=True, slots=True)
class BarisAngka:
    """One indikator in one period, before and after."""

    kode: str
    periode: Periode
    lama: BarisIndikator | None
    baru: BarisIndikator | None
    langsung: bool
    """Whether the proposal changes a figure of this very row; else it follows from another one."""

    @property
    def turun(self) -> bool:
        """Whether its capaian falls."""
        before, after = (row.hasil.capaian if row else None for row in (self.lama, self.baru))
        return before is not None and after is not None and after.capaian < before.capaian


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """A sasaran or a tujuan in one period, before and after."""

    kode: str
    periode: Periode
    lama: BarisKelompok | None
    baru: BarisKelompok | None


@dataclass(frozen=True, slots=True)
class Hitungan:
    """What the front page counts: how many IKU reach their target, of how many that have a figure, of how many."""

    tercapai: int
    terukur: int
    dari: int


@dataclass(frozen=True, slots=True)
class BarisTenggat:
    """A report that the proposal hands in, and when it is due."""

    unit: str
    periode: Periode
    jatuh_tempo: date
    dikirim: date | None

    @property
    def hari(self) -> int | None:
        """Days after the due day; below 0 before it. None where nobody said when it came."""
        return (self.dikirim - self.jatuh_tempo).days if self.dikirim else None


@dataclass(frozen=True, slots=True)
class BarisPenjelasan:
    """What a report says beside a figure of one indikator in one period, before and after."""

    kode: str
    periode: Periode
    lama: ButirRealisasi | None
    baru: ButirRealisasi


@dataclass(frozen=True, slots=True)
class BarisKoreksi:
    """A correction that the proposal adds."""

    kode: str
    periode: Periode
    isi: Koreksi


@dataclass(frozen=True)
class Tinjauan:
    """A proposal, reviewed."""

    keterangan: Keterangan
    per_tanggal: date | None
    """None where a galat keeps the figures from being measured."""
    dataset: Dataset | None
    """Of the proposal, else of the base: for the names of units and indikator."""
    unit: tuple[str, ...]
    periode: tuple[Periode, ...]
    angka: tuple[BarisAngka, ...]
    koreksi: tuple[BarisKoreksi, ...]
    penjelasan: tuple[BarisPenjelasan, ...]
    """The rows of its reports in which anything differs."""
    isian: tuple[BedaBerkas, ...]
    """Whatever differs as it is written: targets, komponen, budgets, the way of measuring."""
    bukti: tuple[Ubahan, ...]
    tanpa_bukti: tuple[tuple[str, Periode], ...]
    """Figures that changed and name no evidence."""
    sasaran: tuple[BarisSasaran, ...]
    tujuan: tuple[BarisSasaran, ...]
    beranda: tuple[Hitungan, Hitungan] | None
    """Before and after, of the year that the front page tells; None where either is unknown."""
    tenggat: tuple[BarisTenggat, ...]
    report: Report
    """All that is wrong with the proposal."""
    baru: frozenset[Diagnostic]
    """What of it the base does not have."""
    teratasi: int
    """How many problems of the base are gone."""
    ubahan: tuple[Ubahan, ...]
    persetujuan: frozenset[Peran]
    """Who must approve it."""
    terukur: bool
    """Whether both sides could be measured."""
    naskah: tuple[NaskahTersentuh, ...]
    """Papers that were made already and show a figure that changes."""


def susun_tinjauan(
    p: Perbandingan, dasar: Sisi, usulan: Sisi, tambahan: Sequence[Diagnostic], keterangan: Keterangan
) -> Tinjauan:
    """Returns the review; `tambahan` is what the rules over both trees found."""
    reports = _laporan(p)
    handed = tuple(reports.values())
    before, after = (side.report.tanpa(BELUM_DICATAT, reports.keys()) for side in (dasar, usulan))
    report = Report.of([*after.diagnostics, *tambahan], after.berkas, sebagian=after.sebagian)
    measured = usulan.rekap is not None and dasar.rekap is not None
    direct: set[tuple[str, Periode | None]] = {
        (row.beda.kunci.kode, row.beda.kunci.periode)
        for row in p.beda
        if row.beda.kunci.dokumen in {Dokumen.REALISASI, Dokumen.RENCANA_AKSI} and row.beda.kunci.periode
    }
    rows = tuple(_angka(dasar.rekap, usulan.rekap, direct)) if measured else ()
    groups = tuple(_kelompok(dasar.rekap, usulan.rekap, lambda period: period.sasaran)) if measured else ()
    goals = tuple(_kelompok(dasar.rekap, usulan.rekap, lambda period: period.tujuan)) if measured else ()
    whole = tuple(_keseluruhan(dasar.rekap, usulan.rekap)) if measured else ()
    return Tinjauan(
        keterangan=keterangan,
        per_tanggal=usulan.rekap.posisi.per_tanggal if usulan.rekap else None,
        dataset=p.usulan.dataset or p.dasar.dataset,
        unit=tuple(dict.fromkeys(unit for unit, _ in handed)),
        periode=tuple(sorted({periode for _, periode in handed})),
        angka=rows,
        koreksi=tuple(
            BarisKoreksi(berkas.path.stem, periode, berkas.isi)
            for (periode, _), records in sorted(p.koreksi_baru.items())
            for berkas in records
        ),
        penjelasan=tuple(_penjelasan(p)),
        isian=tuple(sorted(_isian_berubah(p), key=_urutan)),
        bukti=tuple(row for row in p.ubahan_data if p.nama(row.path).startswith(f"{FOLDER_BUKTI}/")),
        tanpa_bukti=tuple(_tanpa_bukti(p)),
        sasaran=groups,
        tujuan=goals,
        beranda=_beranda(dasar.rekap, usulan.rekap),
        tenggat=tuple(_tenggat(p.dasar.dataset, handed, keterangan.dikirim)),
        report=report,
        baru=frozenset(report.baru_sejak(before)),
        teratasi=0 if report.sebagian else len(before.baru_sejak(report)),
        ubahan=p.ubahan,
        persetujuan=_persetujuan(p, rows, (*groups, *goals), whole, tambahan),
        terukur=measured,
        naskah=naskah_tersentuh(p, {*(row.periode for row in rows), *(row.periode for row in (*groups, *goals))}),
    )


def _isian_berubah(p: Perbandingan) -> Iterator[BedaBerkas]:
    """What differs as it is written; a new version of a PK beside the version before it, for it replaces that."""
    replaced = {
        row.path: before for row in p.ubahan_data if row.lama is None and (before := _pk_sebelumnya(p, row.path))
    }
    for row in p.beda:
        kunci, lama, baru = row.beda
        if lama is None:
            lama = replaced.get(row.berkas, {}).get(kunci._replace(versi=""))
        if lama is None or baru is None or not setara(lama, baru):
            yield BedaBerkas(Beda(kunci, lama, baru), row.berkas)
    for path, before in replaced.items():
        stated = {kunci._replace(versi=""): kunci.versi for kunci in p.isian(p.usulan, path) or ()}
        for kunci in before.keys() - stated.keys() if stated else ():
            gone = kunci._replace(versi=next(iter(stated.values())))
            yield BedaBerkas(Beda(gone, before[kunci], None), path)


def _pk_sebelumnya(p: Perbandingan, path: PurePosixPath) -> Mapping[Kunci, str]:
    """What the version of a PK before this one promises, whatever that version is called; nothing of other files."""
    kind = p.jenis(path)
    dataset = p.usulan.dataset
    if kind is None or kind[0].skema != "perjanjian-kinerja" or dataset is None:
        return {}
    signed = dataset.pk_ditandatangani(kind[1]["unit"], int(kind[1]["tahun"]))
    order = [berkas.path for _, berkas in signed]
    place = order.index(path) if path in order else 0
    before = p.isian(p.usulan, order[place - 1]) if place else None
    return {kunci._replace(versi=""): said for kunci, said in (before or {}).items()}


def _urutan(row: BedaBerkas) -> tuple[str, str, str, str]:
    kunci = row.beda.kunci
    return kunci.dokumen, kunci.kode, str(kunci.periode or ""), kunci.bagian


def _laporan(p: Perbandingan) -> Mapping[PurePosixPath, tuple[str, Periode]]:
    """The reports that the proposal brings or changes: unit and period of each."""
    kinds = {row.path: kind for row in p.ubahan_data if (kind := p.jenis(row.path)) and kind[0].skema == "realisasi"}
    return {path: (parts["unit"], Periode(int(parts["tahun"]), parts["periode"])) for path, (_, parts) in kinds.items()}


def _penjelasan(p: Perbandingan) -> Iterator[BarisPenjelasan]:
    """The rows of reports that differ; whichever unit's file states them, for a figure may move."""
    before = _butir(p.dasar.dataset)
    for key, row in _butir(p.usulan.dataset).items():
        if row != before.get(key):
            yield BarisPenjelasan(key[1], key[0], before.get(key), row)


def _butir(dataset: Dataset | None) -> Mapping[tuple[Periode, str], ButirRealisasi]:
    reports = dataset.realisasi.items() if dataset else ()
    return {(periode, kode): row for (periode, _), berkas in reports for kode, row in berkas.isi.butir.items()}


def _semua(rekap: Rekapitulasi | None) -> Mapping[Periode, RekapPeriode]:
    return {period.periode: period for year in rekap.tahun for period in year.periode} if rekap else {}


def _angka(
    lama: Rekapitulasi | None, baru: Rekapitulasi | None, direct: set[tuple[str, Periode | None]]
) -> Iterator[BarisAngka]:
    """Rows that differ: first those that the proposal itself changes, then those that follow."""
    before, after = _semua(lama), _semua(baru)
    rows: list[BarisAngka] = []
    for periode in sorted(before.keys() | after.keys()):
        old = before[periode].menurut_kode if periode in before else {}
        new = after[periode].menurut_kode if periode in after else {}
        rows += (
            BarisAngka(kode, periode, old.get(kode), new.get(kode), (kode, periode) in direct)
            for kode in dict.fromkeys((*new, *old))
            if _isi(old.get(kode)) != _isi(new.get(kode))
        )
    yield from sorted(rows, key=lambda row: not row.langsung)


def _isi(row: BarisIndikator | None) -> tuple[object, ...] | None:
    """What of a row a reader sees."""
    if row is None:
        return None
    hasil = row.hasil
    reached = hasil.capaian and (hasil.capaian.capaian, hasil.capaian.tercapai, hasil.capaian.kelas)
    return hasil.realisasi, hasil.target, hasil.maks.target, reached, hasil.status, row.predikat


def _kelompok(
    lama: Rekapitulasi | None, baru: Rekapitulasi | None, dari: Callable[[RekapPeriode], Sequence[BarisKelompok]]
) -> Iterator[BarisSasaran]:
    before, after = _semua(lama), _semua(baru)
    for periode in sorted(before.keys() | after.keys()):
        old = {row.kode: row for row in dari(before[periode])} if periode in before else {}
        new = {row.kode: row for row in dari(after[periode])} if periode in after else {}
        for kode in dict.fromkeys((*new, *old)):
            one, other = old.get(kode), new.get(kode)
            if (one and one.hasil) != (other and other.hasil):
                yield BarisSasaran(kode, periode, one, other)


def _beranda(lama: Rekapitulasi | None, baru: Rekapitulasi | None) -> tuple[Hitungan, Hitungan] | None:
    year = baru.utama if baru else None
    before = next((row for row in lama.tahun if year and row.tahun == year.tahun), None) if lama else None
    return (_hitung(before.setahun), _hitung(year.setahun)) if year and before else None


def _hitung(period: RekapPeriode) -> Hitungan:
    known = [row.hasil.capaian for row in period.iku if row.hasil.capaian]
    return Hitungan(sum(capaian.tercapai for capaian in known), len(known), len(period.iku))


def _persetujuan(
    p: Perbandingan,
    rows: Sequence[BarisAngka],
    kelompok: Sequence[BarisSasaran],
    keseluruhan: Sequence[tuple[Periode, HasilKelompok, HasilKelompok]],
    tambahan: Sequence[Diagnostic],
) -> frozenset[Peran]:
    """The Sekretaris; also the Kepala where what was published of a closed period changes, or a signed paper does.

    That is a kategori, of an indikator, a group or the whole; a target; why there is no figure; a mean that moves
    though no figure of its own did, for who belongs to it changed; and a figure whose report was not accepted before.
    """
    closed = [row for row in rows if p.terkunci(row.periode)]
    moved = {(row.periode, row.kode) for row in closed}
    periods = {row.periode for row in closed}
    higher = (
        any(_diputus_kepala(row.lama) != _diputus_kepala(row.baru) for row in closed),
        any(p.terkunci(row.periode) and _lain_sebab(row, moved) for row in kelompok),
        any(
            p.terkunci(periode) and (periode not in periods or _kelas_kelompok(one) != _kelas_kelompok(other))
            for periode, one, other in keseluruhan
        ),
        any(d.code in PERLU_KEPALA for d in tambahan),
        diumumkan(p),
    )
    return frozenset({Peran.SEKRETARIS, Peran.KEPALA} if any(higher) else {Peran.SEKRETARIS})


def _lain_sebab(row: BarisSasaran, moved: Collection[tuple[Periode, str]]) -> bool:
    """Whether a group has another kategori, or its mean moves though no figure of its indikator does."""
    sides = [side for side in (row.lama, row.baru) if side]
    own = any((row.periode, member.kode) in moved for side in sides for member in side.indikator)
    before, after = (_kelas_kelompok(side.hasil) if side else None for side in (row.lama, row.baru))
    return not own or before != after


def _kelas_kelompok(hasil: HasilKelompok) -> object:
    return (hasil.kelas.kode if hasil.kelas else None, hasil.terukur)


def _keseluruhan(
    lama: Rekapitulasi | None, baru: Rekapitulasi | None
) -> Iterator[tuple[Periode, HasilKelompok, HasilKelompok]]:
    """What the perangkat daerah comes to, before and after, where it differs."""
    before, after = _semua(lama), _semua(baru)
    for periode in sorted(before.keys() & after.keys()):
        one, other = before[periode].perangkat_daerah, after[periode].perangkat_daerah
        if one != other:
            yield periode, one, other


def _diputus_kepala(row: BarisIndikator | None) -> object:
    """What of a closed row changes with the Kepala: target, kategori, and why there is no figure."""
    if row is None:
        return None
    hasil = row.hasil
    reached = hasil.capaian.kelas.kode if hasil.capaian else None
    return hasil.target, hasil.maks.target, reached, hasil.status if hasil.realisasi is None else None


def _tanpa_bukti(p: Perbandingan) -> Iterator[tuple[str, Periode]]:
    changed = {row.beda.kunci[1:3] for row in p.beda if row.beda.kunci.dokumen is Dokumen.REALISASI}
    for (periode, _), berkas in p.usulan.dataset.realisasi.items() if p.usulan.dataset else ():
        for kode, butir in berkas.isi.butir.items():
            if (kode, periode) in changed and butir.status is None and not butir.bukti:
                yield kode, periode


def _tenggat(
    dataset: Dataset | None, handed: Sequence[tuple[str, Periode]], dikirim: datetime | None
) -> Iterator[BarisTenggat]:
    for unit, periode in handed:
        metode = dataset.metode.get(periode.tahun) if dataset else None
        if dataset and metode and not dataset.penutupan(periode):  # a correction hands nothing in
            due = dataset.kalender.jatuh_tempo(metode.isi.tenggat, periode)
            yield BarisTenggat(unit, periode, due, dikirim.date() if dikirim else None)


def terberat(tinjauan: Tinjauan) -> tuple[Diagnostic, ...]:
    """Returns all problems, worst first: what blocks, then what is new."""
    ordered = enumerate(tinjauan.report.diagnostics)
    keyed = sorted(
        ordered, key=lambda row: (row[1].severity is not Severity.ERROR, row[1] not in tinjauan.baru, row[0])
    )
    return tuple(diagnostic for _, diagnostic in keyed)
