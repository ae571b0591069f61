"""All kinds of papers, in the order in which an office needs them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.rendering.dokumen import (
    arsip,
    disposisi,
    formulir_cetak,
    iku,
    kelengkapan,
    laporan_pengukuran,
    lkjip,
    perjanjian_kinerja,
    program_kerja,
    rapat,
    rekapitulasi,
    rencana_aksi,
    reviu_lkjip,
    surat,
)
from sakipgen.rendering.dokumen.jenis import Jenis

SEMUA: Final[tuple[Jenis, ...]] = (
    *perjanjian_kinerja.JENIS,
    *iku.JENIS,
    *rencana_aksi.JENIS,
    *surat.JENIS,
    *rapat.JENIS,
    *program_kerja.JENIS,
    *kelengkapan.JENIS,
    *formulir_cetak.JENIS,
    *rekapitulasi.JENIS,
    *laporan_pengukuran.JENIS,
    *disposisi.JENIS,
    *arsip.JENIS,
    *lkjip.JENIS,
    *reviu_lkjip.JENIS,
)

MENURUT_KODE: Final[Mapping[str, Jenis]] = {jenis.kode: jenis for jenis in SEMUA}
