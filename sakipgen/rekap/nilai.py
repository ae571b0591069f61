"""The values of the Rekapitulasi: raw and typed, in display order, all totals present."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from sakipgen.domain.anggaran import ProgramTahunan, RealisasiAnggaran
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.kode_lama import IndikatorLama
from sakipgen.domain.metode import Metode
from sakipgen.domain.organisasi import Instansi, UnitKerja
from sakipgen.domain.perencanaan import ButirRencanaAksi, Renstra
from sakipgen.domain.realisasi import ButirRealisasi
from sakipgen.domain.siklus import Sop
from sakipgen.domain.skala import KelasSkala
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.anggaran import AnggaranPeriode, HasilAnggaran
from sakipgen.measuring.arah import Perubahan
from sakipgen.measuring.efisiensi import HasilEfisiensi
from sakipgen.measuring.hasil import Anggota, HasilIndikator, HasilKelompok, Terukur
from sakipgen.measuring.periode import GABUNGAN
from sakipgen.rekap.catatan import (
    BarisAksi,
    BarisDokumen,
    BarisKoreksi,
    BarisPengiriman,
    BarisSiklus,
    BarisTindakLanjut,
    BuktiTerbit,
    DokumenWajib,
    ProsesTahun,
    Rujukan,
)
from sakipgen.rekap.janji import BarisTarget, RekapPk
from sakipgen.rekap.narasi import RekapNarasi
from sakipgen.rekap.pohon import RekapPohon
from sakipgen.rekap.riwayat import RekapRiwayat


@dataclass(frozen=True, slots=True)
class Laporan:
    """What a unit handed in for one reported period of an indikator."""

    kode: str
    periode: Periode
    unit: str
    nilai: Decimal | None
    """As reported, or the rumus over the komponen."""
    butir: ButirRealisasi
    rujukan: Rujukan
    rujukan_dinyatakan: Rujukan | None
    """Where the reason of a stated capaian stands."""
    bukti: tuple[BuktiTerbit, ...]


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indikator in one period."""

    kode: str
    indikator: Indikator
    unit: UnitKerja
    induk: str
    """Kode of the sasaran, program, kegiatan or sub kegiatan it measures."""
    hasil: HasilIndikator
    perubahan: Perubahan | None
    """Against the same period a year before; None without one, across a break, and before the period has ended."""
    predikat: str | None
    """What the scale of the indikator says of the realisasi, or what its owner said."""
    predikat_target: str | None
    terhitung: bool
    """Whether it counts in its groups: what only a later PK promises does not."""
    putus: int | None
    """The year in which the series broke, where that keeps this period from being compared with the year before."""
    rujukan: tuple[Rujukan, ...]
    """Where the figures that made the realisasi stand."""
    rujukan_target: Rujukan | None
    rujukan_baseline: Rujukan | None
    """Where the kondisi awal stands, of an indikator that has one."""
    laporan: tuple[Laporan, ...]
    """What was handed in within the period, in order of time."""
    koreksi: tuple[BarisKoreksi, ...]
    """What changed in this very period after it was closed, in order of time."""

    @property
    def target_sebagian(self) -> bool:
        """Whether the target is that of the reported periods alone, for others owe their report."""
        joined = self.indikator.agregasi in GABUNGAN
        return joined and bool(self.hasil.dari) and self.hasil.target is not None and not self.hasil.terukur.lengkap


@dataclass(frozen=True, slots=True)
class BarisKelompok:
    """A sasaran or tujuan in one period."""

    kode: str
    uraian: str
    hasil: HasilKelompok
    indikator: tuple[BarisIndikator, ...]
    uang: HasilAnggaran | None = None
    """What it has of the programs that support it; None of a tujuan and of a sasaran without a program."""
    efisiensi: HasilEfisiensi | None = None
    """None unless capaian and money of a whole year are known."""


@dataclass(frozen=True, slots=True)
class HitunganKelas:
    """How many indikator are in a kelas; `kelas` is None for those without a figure."""

    kelas: KelasSkala | None
    jumlah: int


@dataclass(frozen=True, slots=True)
class RingkasanUnit:
    """A unit kerja in one period."""

    kode: str
    unit: UnitKerja
    indikator: tuple[BarisIndikator, ...]
    terukur: Terukur
    tercapai: int
    kelas: tuple[HitunganKelas, ...]


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """Money of one program, kegiatan or sub kegiatan by the end of a period."""

    kode: str
    nama: str
    induk: str | None
    porsi: Mapping[str, Decimal]
    """The sasaran that its program supports, with the share of each in percent."""
    unit: str
    hasil: HasilAnggaran
    kinerja: HasilKelompok
    """The mean of its own indikator, never of what lies below."""
    efisiensi: HasilEfisiensi | None
    """None unless capaian and money of a whole year are known."""
    indikator: tuple[str, ...]
    rujukan_pagu: Rujukan | None
    rujukan_realisasi: Rujukan | None


@dataclass(frozen=True, slots=True)
class RekapAnggaran:
    """All money by the end of a period."""

    hasil: AnggaranPeriode
    baris: tuple[BarisAnggaran, ...]
    program: ProgramTahunan
    """The year's programs as written: which paper says their pagu, and since when it was changed."""
    rujukan_program: Rujukan
    laporan: RealisasiAnggaran | None
    """What the figures of realisasi were taken from; None where none was reported yet."""
    rujukan_laporan: Rujukan | None
    efisiensi: HasilEfisiensi | None
    """Of the perangkat daerah with all its money; None unless capaian and money of a whole year are known."""


@dataclass(frozen=True)
class RekapPeriode:
    """All that is known of one period."""

    periode: Periode
    selesai: bool
    """Whether the period had ended by the posisi; only a year may stand here unfinished."""
    dibandingkan: bool
    """Whether capaian and money are compared: only in a whole year that had ended."""
    indikator: tuple[BarisIndikator, ...]
    """Every indikator of the year, those that are not measured in this period included."""
    iku: tuple[BarisIndikator, ...]
    sasaran: tuple[BarisKelompok, ...]
    tujuan: tuple[BarisKelompok, ...]
    perangkat_daerah: HasilKelompok
    kelas_iku: tuple[HitunganKelas, ...]
    """The IKU counted by kelas, highest first, then those without a figure; the sum is the number of IKU."""
    unit: tuple[RingkasanUnit, ...]
    anggaran: RekapAnggaran | None
    siklus: BarisSiklus | None
    """What was done of the SOP; None where nothing is recorded."""
    koreksi: tuple[BarisKoreksi, ...]
    """Figures of this very period that changed after it was closed."""
    aksi: tuple[BarisAksi, ...]
    """What the rencana aksi plans for this period."""
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    """What the evaluation of this very period led to."""
    bawaan: tuple[BarisTindakLanjut, ...]
    """Actions of earlier periods that were still open when this one began: they belong to its rencana aksi."""

    @cached_property
    def menurut_kode(self) -> Mapping[str, BarisIndikator]:
        return {row.kode: row for row in self.indikator}


@dataclass(frozen=True)
class RekapTahun:
    """One year: its policy, its plan, its periods in order of time with the year itself last."""

    tahun: int
    metode: Metode
    rujukan_metode: Rujukan
    kode_renstra: str | None
    renstra: Renstra | None
    periode: tuple[RekapPeriode, ...]
    target: tuple[BarisTarget, ...]
    pk: tuple[RekapPk, ...]
    """Every signed PK: of the Kepala first, then of the units, each in order of signing."""
    laporan: tuple[Laporan, ...]
    rencana_aksi: Mapping[str, ButirRencanaAksi]
    """By kode of the indikator."""
    anggota: tuple[Anggota, ...]
    """Who belongs to which group."""
    jatuh_tempo: Mapping[Periode, date]
    """The last day on which a report is on time, of every segment of the year."""
    siklus: tuple[BarisSiklus, ...]
    pengiriman: tuple[BarisPengiriman, ...]
    proses: ProsesTahun | None
    """How long the steps of the SOP took; None without a SOP."""
    dokumen_wajib: tuple[DokumenWajib, ...]
    narasi: RekapNarasi
    """What people wrote for the year's LKjIP, and what is still to be written."""

    @cached_property
    def laporan_menurut_kode(self) -> Mapping[str, Mapping[Periode, Laporan]]:
        """What was handed in, by kode of the indikator and reported period."""
        found: dict[str, dict[Periode, Laporan]] = {}
        for row in self.laporan:
            found.setdefault(row.kode, {})[row.periode] = row
        return found

    @property
    def setahun(self) -> RekapPeriode:
        """The year as a period; it is always there."""
        return self.periode[-1]

    def pada(self, periode: Periode) -> RekapPeriode | None:
        return next((p for p in self.periode if p.periode == periode), None)


@dataclass(frozen=True, slots=True)
class Pemeriksaan:
    """What the checks found before publishing: nothing that blocks, or it would not be published."""

    berkas: int
    """How many files were read."""
    peringatan: int
    menurut_kode: Mapping[str, int] = field(default_factory=dict)
    """The peringatan counted by their code."""


@dataclass(frozen=True)
class Rekapitulasi:
    """Everything that is published."""

    instansi: Instansi
    posisi: Posisi
    revisi: str | None
    """Git revision of the data, if known."""
    indikator: Mapping[str, Indikator]
    """The kamus, in order of kode."""
    rujukan_indikator: Mapping[str, Rujukan]
    tahun: tuple[RekapTahun, ...]
    target_lain: tuple[BarisTarget, ...]
    """What the Renstra promises for years that are not among `tahun`."""
    tindak_lanjut: tuple[BarisTindakLanjut, ...]
    koreksi: tuple[BarisKoreksi, ...]
    dokumen: tuple[BarisDokumen, ...]
    sop: Sop | None
    rujukan_sop: Rujukan | None
    kode_lama: Mapping[str, IndikatorLama]
    """Indikator that are retired, by kode."""
    pohon: tuple[RekapPohon, ...]
    """The pohon kinerja of each Renstra that has one, the earliest first."""
    riwayat: RekapRiwayat | None = None
    """What changed over time; None where Git cannot tell."""
    pemeriksaan: Pemeriksaan | None = None
    """None where nothing was checked."""

    @property
    def utama(self) -> RekapTahun | None:
        """The year the front page tells: the latest with any figure, else the latest; None without any year."""
        with_figures = [t for t in self.tahun if any(row.hasil.realisasi is not None for row in t.setahun.indikator)]
        candidates = with_figures or list(self.tahun)
        return candidates[-1] if candidates else None
