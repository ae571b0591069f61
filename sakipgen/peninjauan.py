"""Reviews a proposal: both trees are read from Git, checked and measured as of the same day, and laid side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePosixPath

from sakipgen.diagnostics import Diagnostic, Severity
from sakipgen.domain.usulan import ubahan
from sakipgen.measuring.acuan import Acuan
from sakipgen.project import BuildTinjauan, Project, default_date
from sakipgen.reading import Cache, Loaded
from sakipgen.reading.pohon import DataPohon, DuaPohon, Gudang, Pohon, baca_dua_pohon
from sakipgen.reviewing.kepemilikan import periksa_kepemilikan
from sakipgen.reviewing.kunci import periksa_kunci
from sakipgen.reviewing.kunci_hasil import hasil_terkunci
from sakipgen.reviewing.kunci_nanti import bertanggal_nanti
from sakipgen.reviewing.perbandingan import Perbandingan
from sakipgen.reviewing.tinjauan import Keterangan, Sisi, Tinjauan, susun_tinjauan


@dataclass(frozen=True, slots=True, kw_only=True)
class Permintaan:
    """What is to be reviewed, and what the forge knows of it."""

    dasar: str
    usulan: str | None = None
    """A revision; None for the working tree."""
    pengirim: str | None = None
    dikirim: datetime | None = None
    nomor: int | None = None
    per_tanggal: date | None = None


def tinjau(project: Project, permintaan: Permintaan) -> Tinjauan:
    """Returns the review of a proposal; raises where Git does not know a revision, or cannot merge it."""
    trees = baca_dua_pohon(project.root, permintaan.dasar, permintaan.usulan)
    return Peninjau(project).tinjau(trees, permintaan).tinjauan


@dataclass(frozen=True, slots=True)
class Peninjauan:
    """A review, and the base as it was read: policy is the base's."""

    tinjauan: Tinjauan
    dasar: Loaded


class Peninjau:
    """Reviews pairs of trees; what was read is kept, and what was measured for a pair that begins where one ended."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._store = Gudang()
        self._cache = Cache()
        self._terakhir: tuple[Pohon, BuildTinjauan] | None = None

    def tinjau(self, trees: DuaPohon, permintaan: Permintaan) -> Peninjauan:
        """Returns the review of one pair."""
        known = self._terakhir
        after = self._bangun(trees.usulan, permintaan.per_tanggal, known[1].acuan if known else None)
        self._terakhir = (trees.usulan, after)
        day = after.rekap.posisi.per_tanggal if after.rekap else permintaan.per_tanggal
        same = known is not None and known[0] is trees.dasar and _hari(known[1]) == day
        before = known[1] if known and same else self._bangun(trees.dasar, day, after.acuan)
        return Peninjauan(self._banding(trees, before, after, permintaan), before.loaded)

    def _bangun(self, pohon: Pohon, hari: date | None, acuan: Acuan | None) -> BuildTinjauan:
        root, name = self._project.root, self._project.data_dir.name
        tree = DataPohon(root, pohon, name, self._store)
        return replace(self._project, cache=self._cache, pohon=tree).build_tinjauan(hari, acuan)

    def _banding(
        self, trees: DuaPohon, before: BuildTinjauan, after: BuildTinjauan, permintaan: Permintaan
    ) -> Tinjauan:
        p = Perbandingan(
            PurePosixPath(self._project.data_dir.name),
            tuple(ubahan(trees.dasar.berkas, trees.usulan.berkas)),
            before.loaded,
            after.loaded,
            _hari(after) or date.max,
        )
        named = permintaan.dikirim.date() if permintaan.dikirim else permintaan.per_tanggal
        when = named or _hari_dasar(before, trees.dasar)
        about = Keterangan(
            revisi=trees.usulan.revisi.sha,
            pengirim=permintaan.pengirim,
            dikirim=permintaan.dikirim,
            nomor=permintaan.nomor,
        )
        return nilai(p, before, after, about, when)


def nilai(p: Perbandingan, dasar: BuildTinjauan, usulan: BuildTinjauan, keterangan: Keterangan, hari: date) -> Tinjauan:
    """Returns the review of what two builds differ in; `hari` is the day whose accounts count.

    The net lies under the locks: it is asked only where they found nothing.
    """
    issues = [*periksa_kepemilikan(p, keterangan.pengirim, hari), *periksa_kunci(p), *bertanggal_nanti(p, hari)]
    if dasar.rekap and usulan.rekap and not any(issue.severity is Severity.ERROR for issue in issues):
        issues += hasil_terkunci(p, dasar.rekap, usulan.rekap)
    extra: list[Diagnostic] = [usulan.loaded.sources.resolve(issue) for issue in issues]
    return susun_tinjauan(p, Sisi(dasar.report, dasar.rekap), Sisi(usulan.report, usulan.rekap), extra, keterangan)


def _hari(build: BuildTinjauan) -> date | None:
    """The day that a side was looked at; None where it could not be measured."""
    return build.rekap.posisi.per_tanggal if build.rekap else None


def _hari_dasar(dasar: BuildTinjauan, pohon: Pohon) -> date:
    """The day whose duties count where nobody names one: that of the base, for a proposal might choose its own."""
    dataset = dasar.loaded.dataset
    return default_date(dataset, pohon.revisi) if dataset else pohon.revisi.tanggal
