"""What measuring says: one value for each indikator and period, sasaran, tujuan, and the perangkat daerah."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Any, Final, Generic, NamedTuple, TypeVar

from sakipgen.diagnostics import Loc
from sakipgen.domain.metode import AgregasiPerangkatDaerah, FormulaCapaian
from sakipgen.domain.realisasi import Status, Tanda
from sakipgen.domain.skala import KelasSkala
from sakipgen.domain.target import TandaTarget
from sakipgen.domain.waktu import Periode, Posisi


class Sumber(NamedTuple):
    """The element of a file that says a figure."""

    path: PurePosixPath
    loc: Loc


class Terukur(NamedTuple):
    """How many of how many have a figure: «6 dari 7»."""

    ada: int
    dari: int

    @property
    def lengkap(self) -> bool:
        return self.ada == self.dari


class Dilaporkan(NamedTuple):
    """One reported figure, in the indikator's satuan, with the komponen it was computed from."""

    periode: Periode
    nilai: Decimal
    komponen: Mapping[str, Decimal] | None


T = TypeVar("T")


class PerTarget(NamedTuple, Generic[T]):
    """Something of each of the targets of a row, where it is there."""

    target: T | None = None
    tahun: T | None = None
    renstra: T | None = None
    murni: T | None = None


TANPA: Final[PerTarget[Any]] = PerTarget()


class Capaian(NamedTuple):
    """The three numbers that are kept apart, all raw, in percent.

    `mentah` is the formula's answer (None where it has no finite value), `capaian` has the year's floor, `agregat`
    also the cap before averaging. Nothing is rounded.
    """

    mentah: Decimal | None
    capaian: Decimal
    agregat: Decimal
    tercapai: bool
    """Whether the raw `mentah` is at least 100, and more than the target's own number where that is not enough."""
    kelas: KelasSkala


class HasilIndikator(NamedTuple):
    """One indikator in one period."""

    kode: str
    periode: Periode
    status: Status
    alasan: str | None
    """Why there is no figure, as declared."""
    jatuh_tempo: date
    hari_terlambat: int
    """Days past the due date of the earliest missing report; 0 unless it is missing or was returned."""
    formula: FormulaCapaian
    versi_pk: str | None
    """Version of the PK in force on the last day of the period."""
    target: Decimal | None
    """What `realisasi` is compared with: the target s.d. periode, of a band its lower bound."""
    tanda_target: PerTarget[TandaTarget]
    """How a figure stands to each of its targets, where they say more than a number."""
    maks: PerTarget[Decimal]
    """The upper bounds of the targets that are bands."""
    baseline: Decimal | None
    """Where the way to the target began, of an indikator that is measured by it."""
    dinyatakan: Decimal | None
    """The capaian that was stated, of an indikator that is not computed."""
    target_tahun: Decimal | None
    target_renstra: Decimal | None
    """The Renstra's target of its last year."""
    realisasi: Decimal | None
    realisasi_periode: Decimal | None
    """The period's own figure; differs from `realisasi` only for sums and positions."""
    komponen: Mapping[str, Decimal] | None
    capaian: Capaian | None
    """Against the target s.d. periode."""
    capaian_tahun: Decimal | None
    """Against the year's target, floored like `capaian`; of a sum that should stay low only once all of it is told."""
    kemajuan_renstra: Decimal | None
    """Against the Renstra's last target, likewise."""
    target_murni: Decimal | None
    """The year's target of the first PK, where another PK is in force at the period's end."""
    capaian_murni: Decimal | None
    """Against that target, likewise."""
    terukur: Terukur
    """Reported periods of those that the figure should rest on."""
    tanda: tuple[Tanda, ...]
    dari: tuple[Dilaporkan, ...]
    """The reported figures that made `realisasi`, in order of time."""
    sumber: tuple[Sumber, ...]
    """Where these stand."""
    sumber_target: Sumber | None


@dataclass(frozen=True, slots=True)
class HasilKelompok:
    """A sasaran, a tujuan or the perangkat daerah in one period."""

    kode: str
    periode: Periode
    terukur: Terukur
    tercapai: int
    """How many of its indikator reach their target."""
    rerata: Decimal | None
    """Mean of what is measured; an intermediate that is published only with a `capaian`."""
    capaian: Decimal | None
    """The mean where enough is measured, else None: the mean is hidden with the kategori."""
    kelas: KelasSkala | None


class Jenjang(StrEnum):
    """What an indikator or a sasaran can belong to."""

    PERANGKAT_DAERAH = "perangkat_daerah"
    IKU = "iku"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"


class Anggota(NamedTuple):
    """A member of a group: an indikator, or a sasaran of the perangkat daerah."""

    jenjang: Jenjang
    kode: str
    anggota: str
    bobot: Decimal | None
    """Its weight, where the plan gives one."""


@dataclass(frozen=True)
class HasilTahun:
    """All results of one year, as seen from the posisi."""

    tahun: int
    periode: tuple[Periode, ...]
    """The periods that had ended by the posisi, and the year itself, in order of time."""
    kode: tuple[str, ...]
    """Every indikator that the year promises, in order of the kamus."""
    indikator: Mapping[tuple[str, Periode], HasilIndikator]
    sasaran: Mapping[tuple[str, Periode], HasilKelompok]
    tujuan: Mapping[tuple[str, Periode], HasilKelompok]
    program: Mapping[tuple[str, Periode], HasilKelompok]
    """Program, kegiatan and sub kegiatan, each by its own indikator."""
    perangkat_daerah: Mapping[Periode, HasilKelompok]
    cara: AgregasiPerangkatDaerah
    anggota: tuple[Anggota, ...]
    """Who belongs to which group."""
    belum_dijanjikan: Collection[tuple[str, Periode]]
    """The indikator that a period does not owe, for only a later PK promises them: they count in no group of it."""


@dataclass(frozen=True)
class Hasil:
    """All results of all years in the data."""

    posisi: Posisi
    tahun: Mapping[int, HasilTahun]
