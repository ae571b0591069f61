"""All pages of the public site, from the Rekapitulasi."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jinja2 import Environment

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.page import Lembar
from sakipgen.rendering.pages import alamat, beranda, bidang, indikator, periode, sasaran, unduhan
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.unduhan import BerkasUnduh

__all__ = ["BerkasUnduh", "lembar"]


def lembar(
    rekap: Rekapitulasi, env: Environment, manual: Mapping[str, str], berkas: Callable[[], tuple[BerkasUnduh, ...]]
) -> tuple[Lembar, ...]:
    """Returns every page of the site, not yet made; `manual` is the text of each rule, `berkas` lists the open data."""
    konteks = Konteks(rekap, env)
    return (
        Lembar(".", partial(beranda.halaman, konteks)),
        Lembar("sasaran", partial(sasaran.daftar, konteks)),
        *(
            Lembar(alamat.folder(alamat.sasaran(kode)), partial(sasaran.halaman, konteks, kode, tahun))
            for kode, tahun in sasaran.kode_sasaran(konteks).items()
        ),
        Lembar("indikator", partial(indikator.daftar, konteks)),
        *(
            Lembar(alamat.folder(alamat.indikator(kode)), partial(indikator.halaman, konteks, kode))
            for kode in rekap.indikator
        ),
        Lembar("bidang", partial(bidang.daftar, konteks)),
        *(
            Lembar(alamat.folder(alamat.bidang(kode)), partial(bidang.halaman, konteks, kode))
            for kode in rekap.instansi.unit_kerja
        ),
        Lembar("periode", partial(periode.daftar, konteks)),
        *periode.semua(konteks),
        Lembar("data", lambda: unduhan.data(konteks, berkas())),
        Lembar("aturan", partial(unduhan.aturan, konteks, manual)),
    )
