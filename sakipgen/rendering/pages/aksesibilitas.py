"""The accessibility statement: what was tested, what was not, and how to complain."""

from __future__ import annotations

from pathlib import PurePosixPath

from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages.konteks import Isi, Konteks


def halaman(konteks: Konteks, versi: str) -> Page:
    """Returns the statement; `versi` is that of the program whose pages were tested."""
    utama = konteks.rekap.utama
    isi = Isi(
        templat="aksesibilitas",
        path="aksesibilitas",
        judul="Pernyataan aksesibilitas",
        uraian=f"Apa yang sudah dan belum diuji agar situs kinerja {konteks.pd.singkatan} dapat dipakai semua orang, "
        "dan cara menyampaikan keluhan.",
        strip=konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ()),
        bagian=(
            Bagian("dapat", "Yang dapat diharapkan"),
            Bagian("diuji", "Yang sudah diuji"),
            Bagian("belum", "Yang belum diuji"),
            Bagian("keluhan", "Menyampaikan keluhan"),
        ),
        jejak=(("Tentang", "tentang/"), ("Aksesibilitas", None)),
        berkas=(PurePosixPath("data/instansi.yaml"),),
        nilai={"versi": versi},
    )
    return konteks.susun(isi)
