"""The pipeline, spelled out once: read → check → measure → rekapitulasi. Start reading here."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import chain
from pathlib import Path, PurePosixPath
from typing import Final

from sakipgen.bersama import bersama
from sakipgen.checking import RULES, check_hasil
from sakipgen.diagnostics import START, Issue, PemakaianError, Report, SakipgenError, Severity
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.riwayat import Riwayat
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.acuan import Acuan
from sakipgen.measuring.bentuk import lengkapi
from sakipgen.measuring.hasil import Hasil
from sakipgen.measuring.terlihat import ada_yang_menunggu, terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.reading import Cache, Loaded, load, load_simpanan
from sakipgen.reading.pohon import DataPohon
from sakipgen.reading.revisi import ZONA, Revisi, read_revisi
from sakipgen.reading.riwayat import read_riwayat
from sakipgen.rekap import Pemeriksaan, Rekapitulasi, summarise, susun_riwayat

BANYAK: Final = 8
"""Rules go through so many files as fast as another job through one part."""


@dataclass(frozen=True)
class Build:
    """What one run found: all diagnostics, and the Rekapitulasi unless a galat stands in the way."""

    report: Report
    rekap: Rekapitulasi | None


@dataclass(frozen=True, slots=True)
class Usulan:
    """A proposal of which a preview is made: its number, and the folder of its data. Nothing beside that is read."""

    nomor: int
    data: Path


@dataclass(frozen=True)
class Project:
    """An instansi's repository."""

    root: Path
    cache: Cache | None = None
    """What who builds again and again keeps of the files that did not change."""
    andai: Mapping[str, bytes] = field(default_factory=dict)
    """Contents of files, by their path below `data/`, that are looked at as if they were saved already."""
    pohon: DataPohon | None = None
    """The tree of Git that is looked at instead of the folder on disk."""
    usulan: Usulan | None = None
    """The proposal whose data are looked at instead; everything else is the repository's own."""

    @property
    def data_dir(self) -> Path:
        return self.usulan.data if self.usulan else self.root / "data"

    @property
    def schema_dir(self) -> Path:
        return self.root / "schemas"

    @property
    def template_dir(self) -> Path:
        """The repository's own templates, else those that came with the program."""
        own = self.root / "site_templates"
        packaged = Path(__file__).parent / "_bawaan" / "site_templates"
        found = next((folder for folder in (own, packaged) if folder.is_dir()), None)
        if found is None:
            raise SakipgenError(
                "Folder `site_templates` tidak ditemukan; ambil ulang repositori atau pasang ulang sakipgen."
            )
        return found

    @property
    def glosarium(self) -> str:
        """The glossary in Markdown; empty where the repository has none."""
        path = self.root / "docs" / "glosarium.md"
        return path.read_text("utf-8") if path.is_file() else ""

    def periksa(self, per_tanggal: date | None = None, sampai: Periode | None = None) -> Report:
        """Returns all that is wrong."""
        return self._examine(per_tanggal, sampai).report

    def build(self, per_tanggal: date | None = None, sampai: Periode | None = None) -> Build:
        """Returns all that is wrong and, if nothing blocks, all that is published."""
        seen = self._examine(per_tanggal, sampai)
        if seen.dataset is None or seen.terlihat is None or seen.hasil is None or seen.report.has_errors:
            return Build(seen.report, None)
        if self.usulan:
            return Build(seen.report, _tanpa_alamat(summarise(seen.terlihat, seen.hasil, seen.loaded.sources.position)))
        label = seen.revisi.label if seen.revisi else None
        history = self._history(seen.revisi)
        told = susun_riwayat(history, seen.dataset, seen.terlihat, seen.hasil.posisi) if history else None
        rekap = summarise(seen.terlihat, seen.hasil, seen.loaded.sources.position, label, told)
        return Build(seen.report, replace(rekap, pemeriksaan=_pemeriksaan(seen.report)))

    def build_kantor(self, per_tanggal: date | None = None, sampai: Periode | None = None) -> Build:
        """Returns the same for the office's own papers: how the work went is told, whatever the site shows of it.

        Nothing of it may be published. The history is left out, for no paper tells it.
        """
        seen = self._examine(per_tanggal, sampai)
        if seen.terlihat is None or seen.hasil is None or seen.report.has_errors:
            return Build(seen.report, None)
        known = _terbuka(seen.terlihat)
        label = seen.revisi.label if seen.revisi else None
        rekap = summarise(known, seen.hasil, seen.loaded.sources.position, label)
        return Build(seen.report, replace(rekap, pemeriksaan=_pemeriksaan(seen.report)))

    def build_tinjauan(self, per_tanggal: date | None = None, acuan: Acuan | None = None) -> BuildTinjauan:
        """Returns what a reviewer compares: the figures of every report as if it were accepted, and all that is wrong.

        A galat hides the figures only where they cannot be measured. `acuan` is the other side, if it was measured.
        """
        seen = self._examine(per_tanggal, None, acuan)
        if seen.dataset is None or seen.terlihat is None or seen.hasil is None:
            return BuildTinjauan(seen.report, None, seen.loaded)
        posisi = seen.hasil.posisi
        known = terlihat(_diterima(seen.dataset), posisi)
        hidden = known.realisasi.keys() != seen.terlihat.realisasi.keys()
        hasil = measure(known, posisi, acuan) if hidden else seen.hasil
        rekap = summarise(_terbuka(known), hasil, lambda _path, _loc: START)  # a review points at no line of a figure
        return BuildTinjauan(seen.report, rekap, seen.loaded, Acuan(known, hasil))

    def muat(self) -> Loaded:
        """Returns the data as it is read, before any rule looks at it."""
        if self.pohon is None:
            return load(self.data_dir, self.cache, self.andai)
        return load_simpanan(self.pohon, PurePosixPath(self.data_dir.name), self.cache, self.andai)

    def _history(self, revisi: Revisi | None) -> Riwayat | None:
        """What Git knows of the data; who builds again and again reads it once for every commit."""
        if revisi is None:
            return None
        if self.cache is None:
            return read_riwayat(self.data_dir)
        return self.cache.riwayat(revisi.sha, lambda: read_riwayat(self.data_dir))

    def _examine(self, per_tanggal: date | None, sampai: Periode | None, acuan: Acuan | None = None) -> _Examined:
        """Reads, checks and measures.

        Rules run on whatever parsed. What was measured is checked only if the first rules found no galat, as a
        compiler does not type-check what it could not read.
        """
        loaded = self.muat()
        dataset = loaded.dataset
        if dataset is None:
            return _Examined(Report.of(loaded.diagnostics, loaded.berkas, sebagian=True), loaded)
        dataset = lengkapi(dataset)
        found = [*loaded.diagnostics, *map(loaded.sources.resolve, _temuan(dataset, loaded.berkas))]
        if any(d.severity is Severity.ERROR for d in found):
            return _Examined(Report.of(found, loaded.berkas, sebagian=True), loaded)
        revisi = self.pohon.revisi if self.pohon else read_revisi(self.root if self.usulan else self.data_dir)
        posisi = _posisi(per_tanggal or default_date(dataset, revisi), sampai)
        known = terlihat(dataset, posisi)
        hasil = measure(known, posisi, acuan)
        issues = check_hasil(*self._handed_in(dataset, posisi, known, hasil))
        later = map(loaded.sources.resolve, issues)
        return _Examined(Report.of(chain(found, later), loaded.berkas), loaded, dataset, known, hasil, revisi)

    @staticmethod
    def _handed_in(dataset: Dataset, posisi: Posisi, known: Dataset, hasil: Hasil) -> tuple[Dataset, Hasil]:
        """What rules look at: also reports that wait for an answer, for what was handed in must be complete."""
        if not ada_yang_menunggu(known):
            return known, hasil
        pending = terlihat(dataset, posisi, menunggu=True)
        return pending, measure(pending, posisi)


@dataclass(frozen=True)
class BuildTinjauan:
    """One side of a review."""

    report: Report
    rekap: Rekapitulasi | None
    """None where a galat keeps the figures from being measured."""
    loaded: Loaded
    acuan: Acuan | None = None
    """What was measured, for the other side."""


@dataclass(frozen=True)
class _Examined:
    """What is known before anything is summarised."""

    report: Report
    loaded: Loaded
    dataset: Dataset | None = None
    """All of it."""
    terlihat: Dataset | None = None
    """The dataset as the posisi sees it."""
    hasil: Hasil | None = None
    revisi: Revisi | None = None


def _temuan(dataset: Dataset, berkas: int) -> Iterator[Issue]:
    """What the rules of the first group find, in their order; of many files on two cores."""

    def part(first: int, step: int) -> dict[int, list[Issue]]:
        return {n: list(RULES[n](dataset)) for n in range(first, len(RULES), step)}

    found = dict(chain.from_iterable(some.items() for some in bersama(berkas // BANYAK, part)))
    return chain.from_iterable(found[n] for n in range(len(RULES)))


def _pemeriksaan(report: Report) -> Pemeriksaan:
    """What the checks found, of a report that blocks nothing."""
    warnings = report.warnings
    return Pemeriksaan(report.berkas, len(warnings), Counter(sorted(d.code for d in warnings)))


def _tanpa_alamat(rekap: Rekapitulasi) -> Rekapitulasi:
    """What a preview shows: links to the repository and the address of the site would lead to something else."""
    return replace(rekap, instansi=rekap.instansi.model_copy(update={"repositori": None, "alamat_situs": None}))


def _diterima(dataset: Dataset) -> Dataset:
    """The dataset with every report accepted."""
    siklus = {
        periode: Berkas(b.path, b.isi.model_copy(update={"pengiriman": {}})) for periode, b in dataset.siklus.items()
    }
    return replace(dataset, siklus=siklus)


def _terbuka(dataset: Dataset) -> Dataset:
    """The dataset of an office that shows its process."""
    instansi = dataset.instansi
    shown = instansi.isi.model_copy(update={"tampilkan_proses": True})
    return replace(dataset, instansi=Berkas(instansi.path, shown))


def _posisi(per_tanggal: date, sampai: Periode | None) -> Posisi:
    """Where a build looks from; no period may be seen before it has ended."""
    if sampai and sampai.akhir > per_tanggal:
        raise PemakaianError(
            f"periode {sampai} berakhir {sampai.akhir}, sesudah hari yang dilihat ({per_tanggal}); "
            "pilih periode yang sudah berakhir, atau ubah `--per-tanggal`."
        )
    return Posisi.pada(per_tanggal, sampai)


def default_date(dataset: Dataset, revisi: Revisi | None) -> date:
    """Returns the day a build looks from when none is named: never the clock's.

    The example's fixed day, else SOURCE_DATE_EPOCH, else the day of the commit, else the last day of the data.
    """
    if fixed := dataset.instansi.isi.posisi_contoh:
        return fixed
    if re.fullmatch(r"[0-9]{1,11}", epoch := os.environ.get("SOURCE_DATE_EPOCH", "")):
        return datetime.fromtimestamp(int(epoch), ZONA).date()
    if revisi:
        return revisi.tanggal
    ends = [periode.akhir for periode, _ in dataset.realisasi]
    signed = [berkas.isi.tanggal for berkas in dataset.perjanjian_kinerja.values()]
    starts = [date(berkas.isi.tahun_awal, 1, 1) for berkas in dataset.renstra.values()]
    return max(ends or signed or starts or [date(2000, 1, 1)])
