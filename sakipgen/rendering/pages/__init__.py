"""All pages of the public site, from the Rekapitulasi."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from sakipgen.rendering.page import Lembar, Page
from sakipgen.rendering.pages import (
    aksesibilitas,
    alamat,
    beranda,
    bidang,
    cari,
    daftar_indikator,
    dokumen,
    evaluator,
    indikator,
    metodologi,
    periode,
    perubahan,
    pohon,
    program,
    proses,
    sasaran,
    status,
    tentang,
    tindak_lanjut,
    unduhan,
)
from sakipgen.rendering.pages.dokumen import BerkasNaskah, NaskahUnduh
from sakipgen.rendering.pages.konteks import Konteks
from sakipgen.rendering.pages.unduhan import BerkasUnduh

__all__ = ["BerkasNaskah", "BerkasUnduh", "Konteks", "NaskahUnduh", "lembar"]


def lembar(
    konteks: Konteks,
    manual: Mapping[str, str],
    berkas: Callable[[], tuple[BerkasUnduh, ...]],
    versi: str,
    naskah: Callable[[], tuple[NaskahUnduh, ...]] = tuple,
) -> tuple[Lembar, ...]:
    """Returns every page of the site, not yet made.

    `manual` is the text of each rule, `berkas` lists the files of the open data, `versi` is the program's version,
    `naskah` lists the papers.
    """
    rekap = konteks.rekap

    def satu(address: str, buat: Callable[..., Page], *arguments: object) -> Lembar:
        return Lembar(alamat.folder(address), partial(buat, konteks, *arguments))

    def berkartu(address: str, buat: Callable[..., Page], *arguments: object) -> Lembar:
        return replace(satu(address, buat, *arguments), berkartu=True)

    return (
        berkartu(".", beranda.halaman),
        satu("sasaran", sasaran.daftar),
        *(berkartu(alamat.sasaran(k), sasaran.halaman, k, t) for k, t in sasaran.kode_sasaran(konteks).items()),
        *_pohon(konteks),
        satu("indikator", daftar_indikator.daftar),
        *(
            (berkartu if row.iku else satu)(alamat.indikator(kode), indikator.halaman, kode)
            for kode, row in rekap.indikator.items()
        ),
        satu("program", program.daftar),
        *(satu(alamat.program(kode), program.halaman, kode) for kode in konteks.utama_program),
        satu("bidang", bidang.daftar),
        *(satu(alamat.bidang(kode), bidang.halaman, kode) for kode in rekap.instansi.unit_kerja),
        satu("periode", periode.daftar),
        *periode.semua(konteks),
        satu("tindak-lanjut", tindak_lanjut.daftar),
        *(satu(alamat.tindak_lanjut(row.kode), tindak_lanjut.halaman, row) for row in rekap.tindak_lanjut),
        Lembar("dokumen", lambda: dokumen.halaman(konteks, naskah()), sesudah=True),
        satu("dokumen/evaluator", evaluator.halaman),
        Lembar("data", lambda: unduhan.data(konteks, berkas()), sesudah=True),
        satu("perubahan", perubahan.halaman),
        satu("metodologi", metodologi.halaman, rekap.utama),
        *(satu(alamat.metodologi(year.tahun), metodologi.halaman_tahun, year) for year in rekap.tahun),
        satu("proses", proses.halaman),
        satu("tentang", tentang.halaman),
        satu("status", status.halaman, len(manual), versi),
        satu("aksesibilitas", aksesibilitas.halaman, versi),
        satu("cari", cari.halaman),
        satu("aturan", unduhan.aturan, manual),
    )


def _pohon(konteks: Konteks) -> Iterator[Lembar]:
    """The pohon kinerja of every Renstra; one page that says so where there is none."""
    if not konteks.rekap.pohon:
        yield Lembar(alamat.folder(alamat.POHON), partial(pohon.kosong, konteks))
    for row in konteks.rekap.pohon:
        yield Lembar(alamat.folder(pohon.alamat_pohon(konteks, row)), partial(pohon.halaman, konteks, row))
