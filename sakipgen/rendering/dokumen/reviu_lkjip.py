"""The papers of the reviu: the checklist, ticked as far as the data shows it, and the statement to be signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from sakipgen.rendering.dokumen.bahan import TITIK, Bahan, Naskah, Pilihan, bingkai
from sakipgen.rendering.dokumen.blok import Baris, Dokumen, Kolom, Penanda, Rata, Tabel
from sakipgen.rendering.dokumen.jenis import Jenis, Lingkup
from sakipgen.rendering.dokumen.periksa_reviu import Pemeriksa, Pernyataan
from sakipgen.rendering.dokumen.teks import CENTANG, KOTAK, baris, kelompok, kepala


def reviu_lkjip(bahan: Bahan, pilihan: Pilihan) -> Iterator[Dokumen]:
    """Yields the checklist, then the form of the statement, which is the Inspektorat's and so without letterhead."""
    year = pilihan.tahun
    inspektur = f"Inspektur {bahan.rekap.instansi.daerah}"
    yield bingkai(
        bahan,
        year,
        Naskah(
            nama=f"reviu-lkjip-{year.tahun}",
            judul=f"Formulir Checklist Reviu LKjIP Tahun {year.tahun}",
            subjek="Pernyataan yang diperiksa saat LKjIP direviu, ditandai sejauh data menunjukkannya.",
            templat="reviu-lkjip.j2",
            nilai={
                "checklist": checklist(Pemeriksa(bahan, year)),
                "ada": CENTANG,
                "kosong": KOTAK,
                "ttd": bahan.tanda_tangan(Penanda("Ketua Tim Reviu", "Direviu oleh,")),
            },
            rancangan=True,
        ),
    )
    yield bingkai(
        bahan,
        year,
        Naskah(
            nama=f"pernyataan-reviu-{year.tahun}",
            judul=f"Pernyataan Telah Direviu atas LKjIP Tahun {year.tahun}",
            subjek="Formulir pernyataan yang diisi dan ditandatangani Inspektorat sesudah LKjIP direviu.",
            templat="pernyataan-reviu.j2",
            nilai={
                "kosong": KOTAK,
                "titik": TITIK,
                "ttd": bahan.tanda_tangan(Penanda(inspektur)),
            },
            berkop=False,
            rancangan=True,
        ),
    )


def checklist(periksa: Pemeriksa) -> Tabel:
    """Returns the three groups of statements with their marks."""
    groups = (
        ("I. Format", periksa.format()),
        ("II. Mekanisme penyusunan", periksa.mekanisme()),
        ("III. Substansi", periksa.substansi()),
    )
    return Tabel(
        kolom=(Kolom(6, Rata.TENGAH), Kolom(50), Kolom(10, Rata.TENGAH), Kolom(38)),
        kepala=kepala(("No.", "Pernyataan", "Check", "Menurut data")),
        baris=tuple(line for name, rows in groups for line in _kelompok(name, rows)),
        nomor_kolom=True,
    )


def _kelompok(nama: str, rows: Iterable[Pernyataan]) -> Iterator[Baris]:
    yield kelompok(nama, 4)
    for n, row in enumerate(rows, 1):
        yield baris(str(n), row.isi, CENTANG if row.terpenuhi else KOTAK, row.keterangan)


JENIS: Final = (
    Jenis(
        "reviu-lkjip", "Checklist reviu LKjIP dan pernyataan telah direviu", "reviu LKjIP", Lingkup.TAHUN, reviu_lkjip
    ),
)
