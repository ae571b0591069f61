"""The data folder as a Dataset: every file is read, claimed by LAYOUT or refused; nothing is passed over silently."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Final

from pydantic import ValidationError

from sakipgen.diagnostics import START, Diagnostic, Issue, Loc, Position, printable
from sakipgen.domain.anggaran import ProgramTahunan, RealisasiAnggaran
from sakipgen.domain.base import Model
from sakipgen.domain.dataset import FOLDER_BUKTI, Berkas, BerkasBukti, Dataset
from sakipgen.domain.dokumen import RegisterDokumen
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.isi_bukti import IsiBukti
from sakipgen.domain.kalender import HariLibur
from sakipgen.domain.kode_lama import KodeLama
from sakipgen.domain.koreksi import Koreksi
from sakipgen.domain.metode import Metode
from sakipgen.domain.narasi import NarasiLaporan, NarasiSasaran
from sakipgen.domain.organisasi import Instansi
from sakipgen.domain.pengguna import Pengguna
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi, Renstra
from sakipgen.domain.pohon import PohonKinerja
from sakipgen.domain.pribadi import samarkan
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.riwayat import Riwayat
from sakipgen.domain.siklus import Siklus, Sop
from sakipgen.domain.tindak_lanjut import TindakLanjutTahunan
from sakipgen.domain.waktu import Periode
from sakipgen.reading.isi_bukti import check_isi
from sakipgen.reading.messages import explain
from sakipgen.reading.naskah import Finding
from sakipgen.reading.pribadi import check_nama
from sakipgen.reading.simpanan import PESAN_TAK_TERBUKA, PESAN_TAUTAN, Entri, FolderData, Simpanan, claim
from sakipgen.reading.tata_letak import explain_unknown, is_junk
from sakipgen.reading.yaml_source import BERKAS_INSTANSI, Source, diagnose, inspect_source, resolve_without_source

_TANPA_ANDAI: Final[Mapping[str, bytes]] = MappingProxyType({})


class Sources:
    """The texts that were read, by path; it turns an element of a file into a line and column."""

    def __init__(self, sources: Mapping[PurePosixPath, Source]) -> None:
        self._sources = sources

    def resolve(self, issue: Issue) -> Diagnostic:
        """Returns the issue with its place; a file that was not read is pointed at as a whole."""
        source = self._sources.get(issue.path)
        return source.resolve(issue) if source else resolve_without_source(issue)

    def position(self, path: PurePosixPath, loc: Loc) -> Position:
        source = self._sources.get(path)
        return source.position(loc) if source else START

    @property
    def paths(self) -> Collection[PurePosixPath]:
        """The files that are YAML, valid or not."""
        return self._sources.keys()

    def value(self, path: PurePosixPath) -> object | None:
        """Returns the plain tree of a file; None of one that was not read."""
        source = self._sources.get(path)
        return source.value if source else None


@dataclass(frozen=True)
class Loaded:
    """A data folder as read: the dataset, the places of its texts, and all that is wrong with single files."""

    dataset: Dataset | None
    """None when `instansi.yaml` is missing or refused: without it no rule can speak."""
    sources: Sources
    diagnostics: tuple[Diagnostic, ...]
    berkas: int


@dataclass(frozen=True, slots=True)
class Terbaca:
    """What the bytes of one file say: their text with its places, the value if a model took it, and what is wrong."""

    source: Source | None
    value: Model | None
    diagnostics: tuple[Diagnostic, ...]


class Cache:
    """What was read last of one data folder: a file whose bytes are the same, and a commit's history, are kept."""

    def __init__(self) -> None:
        self._known: dict[PurePosixPath, tuple[bytes, Terbaca]] = {}
        self._riwayat: dict[str, Riwayat | None] = {}
        self.isi_bukti: dict[str, IsiBukti] = {}
        """What evidence holds, by its sum."""

    def riwayat(self, revisi: str, read: Callable[[], Riwayat | None]) -> Riwayat | None:
        """Returns the history of a commit, read once."""
        if revisi not in self._riwayat:
            self._riwayat = {revisi: read()}
        return self._riwayat[revisi]

    def judge(self, path: PurePosixPath, content: bytes, model: type[Model], said: Mapping[str, str]) -> Terbaca:
        known = self._known.get(path)
        if known is None or known[0] != content:
            known = self._known[path] = (content, judge(path, content, model, said))
        return known[1]


def judge(path: PurePosixPath, content: bytes, model: type[Model], said: Mapping[str, str]) -> Terbaca:
    """Returns what a file says, by the model of its path; `said` is what the path itself says."""
    source, problems = inspect_source(path, content)
    if source is None:
        return Terbaca(None, None, problems)
    try:
        value = model.model_validate(source.value)
    except ValidationError as error:
        refused_lines = {problem.position.baris for problem in problems}
        found = map(source.resolve, explain(source, model, error, said))
        more = (d for d in found if d.position.baris not in refused_lines)
        return Terbaca(source, None, (*problems, *more))
    return Terbaca(source, None if problems else value, problems)


def load(data_dir: Path, cache: Cache | None = None, andai: Mapping[str, bytes] = _TANPA_ANDAI) -> Loaded:
    """Reads everything under the data folder; mistakes and unreadable files are diagnostics, never exceptions.

    `andai` are contents of data files, by their path below the folder, that are read as if they were saved already.
    """
    root = PurePosixPath(Path(os.path.abspath(data_dir)).name or "data")  # noqa: PTH100
    return load_simpanan(FolderData(data_dir, cache.isi_bukti if cache else {}), root, cache, andai)


def load_simpanan(
    simpanan: Simpanan,
    root: PurePosixPath,
    cache: Cache | None = None,
    andai: Mapping[str, bytes] = _TANPA_ANDAI,
) -> Loaded:
    """Reads a data folder of this name, wherever it lies."""
    reading = _Reading(simpanan, root, cache.judge if cache else judge, andai)
    entries = {entry.path: entry for entry in simpanan.entri()} | {path: Entri(path) for path in andai}
    for path in sorted(entries):
        reading.take(entries[path])
    reading.take_evidence()
    if BERKAS_INSTANSI not in reading.seen:
        reading.add(
            BERKAS_INSTANSI,
            "R016",
            "berkas ini belum ada; setiap folder data memerlukannya; "
            "buat berkasnya menurut contoh, atau periksa apakah folder data sudah benar.",
        )
    return Loaded(reading.dataset(), Sources(reading.sources), tuple(reading.diagnostics), reading.count)


# ── The files ────────────────────────────────────────────────────────────────────────────────────────────────────


def _tahun(said: Mapping[str, str]) -> int:
    return int(said["tahun"])


def _periode(said: Mapping[str, str]) -> Periode:
    return Periode(int(said["tahun"]), said["periode"])


def _tunggal(_: Mapping[str, str]) -> None:
    """The key of a file that is the only one of its kind."""


_KUNCI: Final[Mapping[type[Model], Callable[[Mapping[str, str]], object]]] = {
    Metode: _tahun,
    Renstra: lambda said: said["renstra"],
    PohonKinerja: lambda said: said["renstra"],
    Indikator: lambda said: said["kode"],
    ProgramTahunan: _tahun,
    PerjanjianKinerja: lambda said: (int(said["tahun"]), said["unit"], said["versi"]),
    RencanaAksi: lambda said: (int(said["tahun"]), said["unit"]),
    LaporanRealisasi: lambda said: (_periode(said), said["unit"]),
    RealisasiAnggaran: _periode,
    Instansi: _tunggal,
    Pengguna: _tunggal,
    Sop: _tunggal,
    RegisterDokumen: _tunggal,
    KodeLama: _tunggal,
    Siklus: _periode,
    Koreksi: lambda said: (_periode(said), said["kode"]),
    TindakLanjutTahunan: _tahun,
    HariLibur: _tahun,
    NarasiLaporan: _tahun,
    NarasiSasaran: lambda said: (int(said["tahun"]), said["kode"]),
}
"""Under which key of the Dataset a file of each kind stands."""


def _bukti(path: str) -> bool:
    return path.startswith(f"{FOLDER_BUKTI}/")


@dataclass
class _Reading:
    """What has been read so far."""

    simpanan: Simpanan
    root: PurePosixPath
    judge: Callable[[PurePosixPath, bytes, type[Model], Mapping[str, str]], Terbaca]
    andai: Mapping[str, bytes]
    sources: dict[PurePosixPath, Source] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    """Every path in lower case, with the path itself."""
    files: dict[type[Model], dict[Any, Berkas[Any]]] = field(default_factory=lambda: {model: {} for model in _KUNCI})
    evidence: dict[PurePosixPath, BerkasBukti] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    """Evidence that is still to be looked into."""
    folders: set[str] = field(default_factory=set)
    """Folders of evidence, in all spellings."""
    refused: set[PurePosixPath] = field(default_factory=set)
    count: int = 0

    def add(self, path: str, code: str, message: str) -> None:
        place = PurePosixPath(samarkan(str(self.root / path)))
        self.diagnostics.append(Diagnostic(place, START, code, printable(samarkan(message))))

    def take(self, entry: Entri) -> None:
        path = entry.path
        self._compare(path)
        found = claim(path)
        if entry.problem:
            evidence = path == FOLDER_BUKTI or _bukti(path)
            self.add(path, "B003" if evidence and entry.problem is PESAN_TAUTAN else "Y012", entry.problem)
            if found or evidence:
                self.refused.add(self.root / path)
        elif found:
            self._take_data(path, *found)
        elif _bukti(path) and path.isprintable() and not is_junk(path.rpartition("/")[2]):
            self._note_evidence(path)
        else:
            self.add(path, "R010", explain_unknown(self.root, tuple(path.split("/"))))

    def _compare(self, path: str) -> None:
        """Finds two names that are one where case does not count: of files, or of folders on the way to evidence."""
        if _bukti(path) and (folder := path.rpartition("/")[0]) not in self.folders:
            for above in accumulate(folder.split("/"), "{}/{}".format):
                if above not in self.folders:
                    self.folders.add(above)
                    self._compare_one(above, "folder")
        self._compare_one(path, "berkas")

    def _compare_one(self, path: str, apa: str) -> None:
        folded = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).lower()
        first = self.seen.setdefault(folded, path)
        told_of_folder = _bukti(path) and first.rpartition("/")[2] == path.rpartition("/")[2]
        if first != path and not told_of_folder:
            self.add(
                path,
                "B005" if _bukti(path) else "R015",
                f"nama ini hanya berbeda huruf besar dan kecil dari `{self.root}/{first}`; di komputer lain keduanya "
                f"menjadi satu {apa}; ganti salah satu namanya.",
            )

    def _take_data(self, path: str, model: type[Model], said: Mapping[str, str]) -> None:
        content = self.andai[path] if path in self.andai else self.simpanan.baca(path)
        full = self.root / path
        if isinstance(content, Finding):
            self.diagnostics += diagnose(full, [content])
            self.refused.add(full)
            return
        self.count += 1
        found = self.judge(full, content, model, said)
        self.diagnostics += found.diagnostics
        if found.source:
            self.sources[full] = found.source
        if found.value is None:
            self.refused.add(full)
            return
        self.files[model][_KUNCI[model](said)] = Berkas(full, found.value)

    def _note_evidence(self, path: str) -> None:
        if wrong := check_nama(path):
            self.add(path, wrong.code, wrong.message)
            self.refused.add(self.root / path)
        else:
            self.waiting.append(path)

    def take_evidence(self) -> None:
        """Looks into all evidence at once."""
        found = self.simpanan.bukti(self.waiting)
        for path in self.waiting:
            if path not in found:
                self.add(path, "Y012", PESAN_TAK_TERBUKA)
                continue
            self.count += 1
            self.evidence[PurePosixPath(path)] = found[path]
            for wrong in check_isi(path, found[path]):
                self.add(path, wrong.code, wrong.message)

    def dataset(self) -> Dataset | None:
        instansi = self.files[Instansi].get(None)
        if instansi is None:
            return None
        return Dataset(
            root=self.root,
            instansi=instansi,
            metode=self.files[Metode],
            renstra=self.files[Renstra],
            indikator=self.files[Indikator],
            program=self.files[ProgramTahunan],
            perjanjian_kinerja=self.files[PerjanjianKinerja],
            rencana_aksi=self.files[RencanaAksi],
            realisasi=self.files[LaporanRealisasi],
            anggaran=self.files[RealisasiAnggaran],
            bukti=self.evidence,
            tak_terbaca=frozenset(self.refused),
            pengguna=self.files[Pengguna].get(None),
            sop=self.files[Sop].get(None),
            dokumen=self.files[RegisterDokumen].get(None),
            kode_lama=self.files[KodeLama].get(None),
            siklus=self.files[Siklus],
            koreksi=self.files[Koreksi],
            tindak_lanjut=self.files[TindakLanjutTahunan],
            libur=self.files[HariLibur],
            pohon_kinerja=self.files[PohonKinerja],
            narasi=self.files[NarasiLaporan],
            narasi_sasaran=self.files[NarasiSasaran],
        )
