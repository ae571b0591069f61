"""Who publishes the site, on which terms, and how anyone can check it; the door to all that explains it."""

from __future__ import annotations

from pathlib import PurePosixPath

from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages.konteks import Isi, Konteks


def halaman(konteks: Konteks) -> Page:
    """Returns the page about the site."""
    utama = konteks.rekap.utama
    isi = Isi(
        templat="tentang",
        path="tentang",
        judul="Tentang situs ini",
        uraian=f"Penerbit, lisensi, privasi, dan cara memeriksa situs kinerja {konteks.pd.singkatan}.",
        strip=konteks.strip(utama.setahun if utama else None, utama.setahun.indikator if utama else ()),
        bagian=(
            Bagian("pintu", "Penjelasan dan bantuan"),
            Bagian("penerbit", "Penerbit"),
            Bagian("data", "Data dan lisensi"),
            Bagian("periksa", "Memeriksa sendiri"),
            Bagian("privasi", "Privasi"),
        ),
        jejak=(("Tentang", None),),
        berkas=(PurePosixPath("data/instansi.yaml"),),
        nilai={
            "tim": konteks.instansi.tim_sakip,
            "ketua": konteks.jabatan(konteks.instansi.tim_sakip.ketua),
            "repositori": konteks.instansi.repositori,
        },
    )
    return konteks.susun(isi)
