"""Reviews a proposal: both trees are read from Git, checked and measured as of the same day, and laid side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePosixPath

from sakipgen.diagnostics import Diagnostic
from sakipgen.domain.usulan import ubahan
from sakipgen.project import Project
from sakipgen.reading import Cache
from sakipgen.reading.pohon import DataPohon, Gudang, baca_dua_pohon
from sakipgen.reviewing.kepemilikan import periksa_kepemilikan
from sakipgen.reviewing.kunci import periksa_kunci
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
    store = Gudang()
    name = project.data_dir.name
    cache = Cache()
    base, head = (
        replace(project, cache=cache, pohon=DataPohon(project.root, tree, name, store))
        for tree in (trees.dasar, trees.usulan)
    )
    after = head.build_tinjauan(permintaan.per_tanggal)
    day = after.rekap.posisi.per_tanggal if after.rekap else permintaan.per_tanggal
    before = base.build_tinjauan(day)
    p = Perbandingan(
        PurePosixPath(name),
        tuple(ubahan(trees.dasar.berkas, trees.usulan.berkas)),
        before.loaded,
        after.loaded,
    )
    known = before.rekap.posisi.per_tanggal if before.rekap else trees.usulan.revisi.tanggal
    when = permintaan.dikirim.date() if permintaan.dikirim else day or known
    issues = [*periksa_kepemilikan(p, permintaan.pengirim, when), *periksa_kunci(p)]
    extra: list[Diagnostic] = [after.loaded.sources.resolve(issue) for issue in issues]
    about = Keterangan(
        revisi=trees.usulan.revisi.sha,
        pengirim=permintaan.pengirim,
        dikirim=permintaan.dikirim,
        nomor=permintaan.nomor,
    )
    return susun_tinjauan(p, Sisi(before.report, before.rekap), Sisi(after.report, after.rekap), extra, about)
