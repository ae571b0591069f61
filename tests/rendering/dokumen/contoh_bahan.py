"""What papers are made from in the tests: the example's data, or a small dataset of one year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath

from sakipgen.diagnostics import START, Loc, Position
from sakipgen.domain.pejabat import DaftarPejabat
from sakipgen.domain.waktu import Posisi
from sakipgen.measuring.terlihat import terlihat
from sakipgen.measuring.ukur import measure
from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi, RekapTahun, summarise
from sakipgen.rendering.dokumen.bahan import Bahan, Pilihan
from sakipgen.rendering.dokumen.blok import Blok, Dokumen, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis
from sakipgen.rendering.dokumen.templat import buat_lingkungan
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.pages.konteks import Konteks
from tests.measuring.builder import Susunan
from tests.salinan import ROOT

TEMPLAT = ROOT / "site_templates"


def locate(path: PurePosixPath, loc: Loc) -> Position:
    return START


@cache
def rekap_contoh(hari: str | None = None) -> Rekapitulasi:
    """The example as a day saw it, without the revision, which every commit changes."""
    found = Project(ROOT).build(date.fromisoformat(hari) if hari else None).rekap
    assert found is not None
    return replace(found, revisi=None, riwayat=None)


def rekap_kecil(susunan: Susunan, hari: str = "2025-02-14") -> Rekapitulasi:
    posisi = Posisi.pada(date.fromisoformat(hari))
    dataset = terlihat(susunan.dataset(), posisi)
    return summarise(dataset, measure(dataset, posisi), locate)


def bahan(
    rekap: Rekapitulasi, pejabat: DaftarPejabat | None = None, *, templat: Path = TEMPLAT, final: bool = False
) -> Bahan:
    return Bahan(
        rekap,
        Konteks(rekap, make_environment(TEMPLAT)),
        buat_lingkungan(templat),
        pejabat or DaftarPejabat(),
        final=final,
    )


def tahun(rekap: Rekapitulasi, which: int) -> RekapTahun:
    return next(year for year in rekap.tahun if year.tahun == which)


def buat(jenis: Jenis, of: Bahan, which: int, unit: str | None = None) -> dict[str, Dokumen]:
    """The papers of a kind, by name."""
    made = jenis.buat(of, Pilihan(tahun(of.rekap, which), unit=unit))
    return {paper.nama: paper for paper in made}


def tabel(paper: Dokumen) -> Iterator[Tabel]:
    return (blok for blok in paper.blok if isinstance(blok, Tabel))


def satu(paper: Dokumen, kind: type[Blok]) -> Blok:
    """The first block of a kind."""
    return next(blok for blok in paper.blok if isinstance(blok, kind))
