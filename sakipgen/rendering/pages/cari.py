"""The page of the search: the box, what narrows it down, and room for what is found."""

from __future__ import annotations

from dataclasses import replace

from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages.konteks import Isi, Konteks
from sakipgen.rendering.pages.temuan import JENIS


def halaman(konteks: Konteks) -> Page:
    """Returns the search page; without JavaScript it says where the lists are."""
    utama = konteks.rekap.utama
    isi = Isi(
        templat="cari",
        path="cari",
        judul="Cari",
        uraian=f"Cari indikator, program, unit kerja, dan panduan pada situs kinerja {konteks.pd.singkatan}.",
        strip=konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ()),
        bagian=(Bagian("cari", "Cari"),),
        jejak=(("Cari", None),),
        berkas=(),
        nilai={
            "jenis": tuple((kind, kind) for kind in JENIS),
            "unit": tuple((kode, unit.nama) for kode, unit in konteks.instansi.unit_kerja.items()),
            "tahun": tuple((year.tahun, year.tahun) for year in reversed(konteks.rekap.tahun)),
        },
    )
    return replace(konteks.susun(isi), skrip="cari.js")
