"""Which file says what: LAYOUT, the one table of the data folder, and the Dataset that reading makes of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final, Generic, TypeVar

from sakipgen.domain.anggaran import ProgramTahunan, RealisasiAnggaran
from sakipgen.domain.base import Model
from sakipgen.domain.dokumen import RegisterDokumen
from sakipgen.domain.indikator import Indikator, Tingkat
from sakipgen.domain.isi_bukti import IsiBukti
from sakipgen.domain.kalender import HariLibur, Kalender
from sakipgen.domain.kode_lama import IndikatorLama, KodeLama
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.metode import Metode
from sakipgen.domain.narasi import NarasiLaporan, NarasiSasaran
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.pengguna import Pengguna
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi, Renstra
from sakipgen.domain.pohon import PohonKinerja
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.siklus import Penutupan, Siklus, Sop
from sakipgen.domain.tindak_lanjut import TindakLanjutTahunan
from sakipgen.domain.waktu import SEGMEN, Periode

T_co = TypeVar("T_co", bound=Model, covariant=True)

UNIT_KEPALA: Final = "kepala"
"""The folder of the Kepala's own Perjanjian Kinerja; no unit kerja may have this kode."""

MURNI: Final = "murni"
"""The version of a year's first Perjanjian Kinerja."""


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of data file: where it lies, what it says, and the schema that editors use."""

    pola: str
    model: type[Model]
    skema: str

    @property
    def regex(self) -> re.Pattern[str]:
        pattern = re.sub(r"\\\{(\w+)\\\}", lambda m: f"(?P<{m[1]}>{_BAGIAN[m[1]]})", re.escape(self.pola))
        return re.compile(pattern, re.ASCII)


_KODE: Final = r"[A-Za-z0-9][A-Za-z0-9.-]{0,39}"
_BAGIAN: Final[Mapping[str, str]] = {
    "tahun": r"20\d\d",
    "periode": "|".join(SEGMEN),
    "kode": _KODE,
    "renstra": _KODE,
    "unit": _KODE,
    "versi": r"murni|perubahan-[1-9]",
}

LAYOUT: Final = (
    Jenis("instansi.yaml", Instansi, "instansi"),
    Jenis("pengguna.yaml", Pengguna, "pengguna"),
    Jenis("sop.yaml", Sop, "sop"),
    Jenis("dokumen.yaml", RegisterDokumen, "dokumen"),
    Jenis("kode-lama.yaml", KodeLama, "kode-lama"),
    Jenis("metode/{tahun}.yaml", Metode, "metode"),
    Jenis("renstra/{renstra}.yaml", Renstra, "renstra"),
    Jenis("pohon-kinerja/{renstra}.yaml", PohonKinerja, "pohon-kinerja"),
    Jenis("indikator/{kode}.yaml", Indikator, "indikator"),
    Jenis("program/{tahun}.yaml", ProgramTahunan, "program"),
    Jenis("perjanjian-kinerja/{tahun}/{unit}/{versi}.yaml", PerjanjianKinerja, "perjanjian-kinerja"),
    Jenis("rencana-aksi/{tahun}/{unit}.yaml", RencanaAksi, "rencana-aksi"),
    Jenis("realisasi/{tahun}/{periode}/{unit}.yaml", LaporanRealisasi, "realisasi"),
    Jenis("anggaran/{tahun}/{periode}.yaml", RealisasiAnggaran, "anggaran"),
    Jenis("siklus/{tahun}/{periode}.yaml", Siklus, "siklus"),
    Jenis("koreksi/{tahun}/{periode}/{kode}.yaml", Koreksi, "koreksi"),
    Jenis("tindak-lanjut/{tahun}.yaml", TindakLanjutTahunan, "tindak-lanjut"),
    Jenis("libur/{tahun}.yaml", HariLibur, "libur"),
    Jenis("narasi/{tahun}/lkjip.yaml", NarasiLaporan, "narasi-lkjip"),
    Jenis("narasi/{tahun}/sasaran/{kode}.yaml", NarasiSasaran, "narasi-sasaran"),
)
"""All kinds of YAML files under `data/`; whatever no row claims is a galat. Evidence lies under `bukti/`."""

FOLDER_BUKTI: Final = "bukti"
BATAS_BUKTI: Final = 10 * 1024 * 1024
"""Evidence may have so many bytes."""


@dataclass(frozen=True, slots=True)
class Berkas(Generic[T_co]):
    """A file that parsed: its path from the project's root (`data/…`) and what it says."""

    path: PurePosixPath
    isi: T_co


@dataclass(frozen=True, slots=True)
class BerkasBukti:
    """An evidence file: size in bytes, SHA-256, and what its content is."""

    ukuran: int
    sha256: str
    """Empty of a file too large to be looked into."""
    isi: IsiBukti | None = None
    """None of a file that was not looked into."""


@dataclass(frozen=True)
class Dataset:
    """All that the data folder says. Mappings are in order of path; a file that did not parse is only named."""

    root: PurePosixPath
    """The data folder's own name, with which every path begins."""
    instansi: Berkas[Instansi]
    metode: Mapping[int, Berkas[Metode]]
    renstra: Mapping[str, Berkas[Renstra]]
    indikator: Mapping[str, Berkas[Indikator]]
    program: Mapping[int, Berkas[ProgramTahunan]]
    perjanjian_kinerja: Mapping[tuple[int, str, str], Berkas[PerjanjianKinerja]]
    """By year, unit (or `kepala`) and version."""
    rencana_aksi: Mapping[tuple[int, str], Berkas[RencanaAksi]]
    realisasi: Mapping[tuple[Periode, str], Berkas[LaporanRealisasi]]
    anggaran: Mapping[Periode, Berkas[RealisasiAnggaran]]
    bukti: Mapping[PurePosixPath, BerkasBukti]
    """By path below the data folder: `bukti/…`."""
    tak_terbaca: frozenset[PurePosixPath]
    """Files that exist but were refused: no rule may call what they hold missing."""
    pengguna: Berkas[Pengguna] | None = None
    sop: Berkas[Sop] | None = None
    dokumen: Berkas[RegisterDokumen] | None = None
    kode_lama: Berkas[KodeLama] | None = None
    siklus: Mapping[Periode, Berkas[Siklus]] = field(default_factory=dict)
    koreksi: Mapping[tuple[Periode, str], Berkas[Koreksi]] = field(default_factory=dict)
    """By period and kode of the record."""
    tindak_lanjut: Mapping[int, Berkas[TindakLanjutTahunan]] = field(default_factory=dict)
    libur: Mapping[int, Berkas[HariLibur]] = field(default_factory=dict)
    pohon_kinerja: Mapping[str, Berkas[PohonKinerja]] = field(default_factory=dict)
    """By kode of the Renstra."""
    narasi: Mapping[int, Berkas[NarasiLaporan]] = field(default_factory=dict)
    narasi_sasaran: Mapping[tuple[int, str], Berkas[NarasiSasaran]] = field(default_factory=dict)
    """By year and kode of the sasaran."""
    dipulihkan: frozenset[tuple[Periode, str]] = frozenset()
    """Period and indikator of the figures that stand here as they were before a later koreksi."""

    @cached_property
    def tahun(self) -> tuple[int, ...]:
        """The years for which anything is promised or reported, in order."""
        found = {year for year, _, _ in self.perjanjian_kinerja}
        found |= {year for year, _ in self.rencana_aksi}
        found |= {periode.tahun for periode, _ in self.realisasi}
        return tuple(sorted(found))

    @cached_property
    def kalender(self) -> Kalender:
        """The public holidays of all years."""
        return Kalender(frozenset(hari for berkas in self.libur.values() for hari in berkas.isi.hari))

    def indikator_lama(self, kode: str) -> IndikatorLama | None:
        """Returns what the register says of a retired indikator; None of one in use."""
        return self.kode_lama.isi.indikator.get(kode) if self.kode_lama else None

    def renstra_tahun(self, tahun: int) -> tuple[str, Renstra] | None:
        """Returns the Renstra that owns a year, with its kode: of two that cover it the later one."""
        return self.renstra_pada(tahun, date.max)

    def renstra_pada(self, tahun: int, hari: date) -> tuple[str, Renstra] | None:
        """Returns a year's Renstra in force on a day, with its kode: of those set by then the later, else the first."""
        owners = sorted(
            (
                (kode, berkas.isi)
                for kode, berkas in self.renstra.items()
                if berkas.isi.tahun_awal <= tahun <= berkas.isi.tahun_akhir
            ),
            key=lambda row: (row[1].tahun_awal, row[0]),
        )
        known = [row for row in owners if row[1].tanggal is None or row[1].tanggal <= hari]
        return known[-1] if known else owners[0] if owners else None

    def pemilik_target(self, kode: str) -> str:
        """Returns whose Perjanjian Kinerja holds the target of an indikator: `kepala`, or the unit in charge."""
        indikator = self.indikator[kode].isi
        return UNIT_KEPALA if indikator.tingkat in {Tingkat.TUJUAN, Tingkat.SASARAN} else indikator.penanggung_jawab

    def pk_ditandatangani(self, unit: str, tahun: int) -> tuple[tuple[str, Berkas[PerjanjianKinerja]], ...]:
        """Returns version and file of every PK of a unit (or `kepala`) and year, in order of signing."""
        return self._pk_menurut_pemilik.get((tahun, unit), ())

    def pk_pada(self, unit: str, tahun: int, hari: date) -> tuple[str, Berkas[PerjanjianKinerja]] | None:
        """Returns version and file of the year's PK in force on a day: the latest signed by then."""
        signed = [row for row in self.pk_ditandatangani(unit, tahun) if row[1].isi.tanggal <= hari]
        return signed[-1] if signed else None

    def pk_berlaku(self, unit: str, periode: Periode) -> tuple[str, Berkas[PerjanjianKinerja]] | None:
        """Returns version and file of the PK in force on the last day of a period."""
        return self.pk_pada(unit, periode.tahun, periode.akhir)

    @cached_property
    def _pk_menurut_pemilik(self) -> Mapping[tuple[int, str], tuple[tuple[str, Berkas[PerjanjianKinerja]], ...]]:
        """By year and owner, in order of signing; of two signed on one day murni comes first."""
        found: dict[tuple[int, str], list[tuple[str, Berkas[PerjanjianKinerja]]]] = {}
        for (tahun, unit, versi), berkas in self.perjanjian_kinerja.items():
            found.setdefault((tahun, unit), []).append((versi, berkas))
        order = {
            owner: sorted(rows, key=lambda row: (row[1].isi.tanggal, row[0] != MURNI, row[0]))
            for owner, rows in found.items()
        }
        return {owner: tuple(rows) for owner, rows in order.items()}

    def penutupan(self, periode: Periode) -> Penutupan | None:
        """Returns what closed a period first: its own closing, or that of a longer one; None of an open one."""
        found = (berkas.isi.penutupan for around, berkas in self.siklus.items() if around.memuat(periode))
        return min((closing for closing in found if closing), key=lambda closing: closing.tanggal, default=None)

    def ada(self, *bagian: str) -> bool:
        """Whether a file that could not be read stands at this path below the data folder."""
        return self.root.joinpath(*bagian) in self.tak_terbaca
