"""What papers are made from, for tests: the shipped example, or a small dataset; and all kinds of the SOP's papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from sakipgen.domain.waktu import Periode
from sakipgen.project import Project
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.dokumen import (
    arsip,
    disposisi,
    formulir_cetak,
    kelengkapan,
    laporan_pengukuran,
    program_kerja,
    rapat,
    rekapitulasi,
    surat,
)
from sakipgen.rendering.dokumen.bahan import Bahan, Pilihan
from sakipgen.rendering.dokumen.blok import Dokumen, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis
from sakipgen.rendering.dokumen.templat import buat_lingkungan
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.pages.konteks import Konteks
from tests.salinan import ROOT

TEMPLATES: Final = ROOT / "site_templates"
GOLDEN: Final = ROOT / "tests" / "golden" / "naskah"
_MODUL: Final = (
    surat,
    rapat,
    program_kerja,
    kelengkapan,
    formulir_cetak,
    rekapitulasi,
    laporan_pengukuran,
    disposisi,
    arsip,
)
JENIS: Final[dict[str, Jenis]] = {jenis.kode: jenis for modul in _MODUL for jenis in modul.JENIS}
"""The kinds of paper of the SOP's steps, by kode."""


def bahan(rekap: Rekapitulasi, **fields: Any) -> Bahan:
    """Returns what papers are made from, with the templates of this repository."""
    konteks = Konteks(rekap, make_environment(TEMPLATES))
    return Bahan(rekap, konteks, buat_lingkungan(TEMPLATES), **fields)


@cache
def contoh() -> Bahan:
    """Returns the shipped example, without the revision that every commit changes."""
    found = Project(ROOT).build().rekap
    assert found is not None
    return bahan(replace(found, revisi=None))


def pilih(bahan: Bahan, periode: str, **fields: Any) -> Pilihan:
    """Returns the choice of one period, or of a year."""
    when = Periode.parse(periode)
    year = next(year for year in bahan.rekap.tahun if year.tahun == when.tahun)
    return Pilihan(year, year.pada(when), **fields)


def buat(bahan: Bahan, kode: str, periode: str, **fields: Any) -> list[Dokumen]:
    """Returns the papers of a kind."""
    return list(JENIS[kode].buat(bahan, pilih(bahan, periode, **fields)))


def semua(bahan: Bahan, periode: str, **fields: Any) -> Iterator[Dokumen]:
    """Yields every paper of every kind."""
    for kode in JENIS:
        yield from buat(bahan, kode, periode, **fields)


def tabel(dokumen: Dokumen, awalan: str = "") -> list[Tabel]:
    """Returns the tables of a paper whose title begins so."""
    return [blok for blok in dokumen.blok if isinstance(blok, Tabel) and blok.judul.startswith(awalan)]


def berkas(path: Path) -> bytes:
    """Returns a file below the data of the example."""
    return (ROOT / path).read_bytes()
