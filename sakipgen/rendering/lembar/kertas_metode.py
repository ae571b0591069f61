"""The sheet “Metode”: the year's policy in words, and in the cells that formulas look at."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakipgen.domain.metode import Metode
from sakipgen.rendering import kata_metode, kata_rumus
from sakipgen.rendering.lembar.buku import Buku, sel
from sakipgen.rendering.lembar.rumus_sel import AMBANG, BATAS_AGREGAT, LANTAI

_ANGKA: Final = "#,##0.######"


def tulis(buku: Buku, metode: Metode) -> None:
    """Writes the sheet and names its cells."""
    page = buku.lembar("Metode", tegak=True)
    page.lebar(34, 14, 76)
    row = page.kop("Metode pengukuran", buku.waktu)
    for n, name in enumerate(("Aturan", "Angka", "Artinya")):
        page.teks(row, n, name, "kepala")
    for name, cell, value, told in _angka(metode):
        row += 1
        page.teks(row, 0, name, "sel", "tebal", "bungkus")
        page.angka(row, 1, value, "sel", num=_ANGKA)
        page.teks(row, 2, told, "sel", "bungkus")
        if value is not None:
            buku.workbook.define_name(cell, f"={sel(row, 1, page.nama, tetap=True)}")
    for name, told in _kata(metode):
        row += 1
        page.teks(row, 0, name, "sel", "tebal", "bungkus")
        page.gabung(row, 1, 2, told, "sel", "bungkus")


def _angka(metode: Metode) -> Iterator[tuple[str, str, Decimal | None, str]]:
    yield "Nilai terendah capaian (%)", LANTAI, metode.lantai, kata_metode.lantai(metode)
    yield "Batas capaian agregat (%)", BATAS_AGREGAT, metode.batas_agregat, kata_metode.batas_agregat(metode)
    measured = kata_metode.DIUKUR[metode.agregasi_perangkat_daerah]
    yield (
        "Ambang kelengkapan (%)",
        AMBANG,
        metode.ambang_kelengkapan,
        (
            f"Perangkat daerah punya kategori bila paling sedikit sekian persen {measured} terukur; "
            "sasaran dan tujuan hanya bila semua indikatornya terukur."
        ),
    )


def _kata(metode: Metode) -> Iterator[tuple[str, str]]:
    yield "Nama", metode.nama
    yield "Dasar hukum", "\n".join(metode.dasar_hukum)
    if metode.catatan:
        yield "Catatan", metode.catatan
    variants = metode.formula
    for word, formula in (
        ("Makin tinggi makin baik", variants.naik),
        ("Makin rendah makin baik", variants.turun),
        ("Makin dekat target makin baik", variants.stabil),
        ("Target rentang", variants.rentang),
    ):
        yield word, kata_rumus.KATA[formula][1]
    yield "Kategori", f"{metode.skala.nama}. {kata_metode.celah(metode.skala)}"
    yield "Tercapai", "Target tercapai bila capaian mentah paling sedikit 100; bukan angka yang sudah dibulatkan."
    yield "Capaian sasaran dan tujuan", f"Dihitung dari {kata_metode.SASARAN[metode.agregasi_sasaran]}."
    whole = kata_metode.PERANGKAT_DAERAH[metode.agregasi_perangkat_daerah]
    yield "Capaian perangkat daerah", f"Dihitung dari {whole}."
    yield "Pembulatan", "Angka tidak dibulatkan selama dihitung; hanya tampilannya dua angka di belakang koma."
