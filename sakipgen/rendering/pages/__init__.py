"""All pages of the public site, from the Rekapitulasi."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import (
    beranda,
    bidang,
    daftar_indikator,
    dokumen,
    indikator,
    metodologi,
    periode,
    program,
    proses,
    sasaran,
    tentang,
    tindak_lanjut,
    unduhan,
)
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.unduhan import BerkasUnduh

__all__ = ["BerkasUnduh", "render_pages"]


def render_pages(
    rekap: Rekapitulasi, env: Environment, manual: Mapping[str, str], berkas: tuple[BerkasUnduh, ...], versi: str
) -> tuple[Page, ...]:
    """Returns every page of the site.

    `manual` is the text of each rule, `berkas` the files of the open data, `versi` the program's version.
    """
    konteks = Konteks(rekap, env)
    return (
        beranda.halaman(konteks),
        sasaran.daftar(konteks),
        *(sasaran.halaman(konteks, kode, tahun) for kode, tahun in sasaran.kode_sasaran(konteks).items()),
        daftar_indikator.daftar(konteks),
        *(indikator.halaman(konteks, kode) for kode in rekap.indikator),
        program.daftar(konteks),
        *(program.halaman(konteks, kode) for kode in konteks.utama_program),
        bidang.daftar(konteks),
        *(bidang.halaman(konteks, kode) for kode in rekap.instansi.unit_kerja),
        periode.daftar(konteks),
        *periode.semua(konteks),
        tindak_lanjut.daftar(konteks),
        *(tindak_lanjut.halaman(konteks, row) for row in rekap.tindak_lanjut),
        dokumen.halaman(konteks),
        unduhan.data(konteks, berkas),
        *metodologi.semua(konteks),
        proses.halaman(konteks),
        tentang.halaman(konteks, versi),
        unduhan.aturan(konteks, manual),
    )
