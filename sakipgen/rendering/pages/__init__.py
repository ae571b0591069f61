"""All pages of the public site, from the Rekapitulasi."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import beranda, bidang, indikator, periode, sasaran, unduhan
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.unduhan import BerkasUnduh

__all__ = ["BerkasUnduh", "render_pages"]


def render_pages(
    rekap: Rekapitulasi, env: Environment, manual: Mapping[str, str], berkas: tuple[BerkasUnduh, ...]
) -> tuple[Page, ...]:
    """Returns every page of the site; `manual` is the text of each rule, `berkas` the files of the open data."""
    konteks = Konteks(rekap, env)
    return (
        beranda.halaman(konteks),
        sasaran.daftar(konteks),
        *(sasaran.halaman(konteks, kode, tahun) for kode, tahun in sasaran.kode_sasaran(konteks).items()),
        indikator.daftar(konteks),
        *(indikator.halaman(konteks, kode) for kode in rekap.indikator),
        bidang.daftar(konteks),
        *(bidang.halaman(konteks, kode) for kode in rekap.instansi.unit_kerja),
        periode.daftar(konteks),
        *periode.semua(konteks),
        unduhan.data(konteks, berkas),
        unduhan.aturan(konteks, manual),
    )
