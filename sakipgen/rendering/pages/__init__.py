"""All pages of the public site, from the Rekapitulasi."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from jinja2 import Environment

from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.glosarium import Istilah
from sakipgen.rendering.page import Lembar, Page
from sakipgen.rendering.pages import (
    alamat,
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

__all__ = ["BerkasUnduh", "lembar"]


def lembar(
    rekap: Rekapitulasi,
    env: Environment,
    manual: Mapping[str, str],
    berkas: Callable[[], tuple[BerkasUnduh, ...]],
    versi: str,
    glosarium: Mapping[str, Istilah] | None = None,
) -> tuple[Lembar, ...]:
    """Returns every page of the site, not yet made.

    `manual` is the text of each rule, `berkas` lists the files of the open data, `versi` is the program's version,
    `glosarium` holds the terms that pages explain.
    """
    konteks = Konteks(rekap, env, glosarium)

    def satu(address: str, buat: Callable[..., Page], *arguments: object) -> Lembar:
        return Lembar(alamat.folder(address), partial(buat, konteks, *arguments))

    return (
        satu(".", beranda.halaman),
        satu("sasaran", sasaran.daftar),
        *(satu(alamat.sasaran(k), sasaran.halaman, k, t) for k, t in sasaran.kode_sasaran(konteks).items()),
        satu("indikator", daftar_indikator.daftar),
        *(satu(alamat.indikator(kode), indikator.halaman, kode) for kode in rekap.indikator),
        satu("program", program.daftar),
        *(satu(alamat.program(kode), program.halaman, kode) for kode in konteks.utama_program),
        satu("bidang", bidang.daftar),
        *(satu(alamat.bidang(kode), bidang.halaman, kode) for kode in rekap.instansi.unit_kerja),
        satu("periode", periode.daftar),
        *periode.semua(konteks),
        satu("tindak-lanjut", tindak_lanjut.daftar),
        *(satu(alamat.tindak_lanjut(row.kode), tindak_lanjut.halaman, row) for row in rekap.tindak_lanjut),
        satu("dokumen", dokumen.halaman),
        Lembar("data", lambda: unduhan.data(konteks, berkas())),
        satu("metodologi", metodologi.halaman, rekap.utama),
        *(satu(alamat.metodologi(year.tahun), metodologi.halaman_tahun, year) for year in rekap.tahun),
        satu("proses", proses.halaman),
        satu("tentang", tentang.halaman, versi),
        satu("aturan", unduhan.aturan, manual),
    )
