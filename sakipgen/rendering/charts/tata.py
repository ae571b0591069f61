"""From a `ChartSpec` to its drawing, which every back end writes."""

from __future__ import annotations

from typing import assert_never

from sakipgen.rendering.charts import tata_kategori, tata_waktu
from sakipgen.rendering.charts.spek import Capaian, Garis, Hitungan, Isi, Kolom, Peluru, Sebaran, Strip
from sakipgen.rendering.charts.tata_sebaran import sebaran
from sakipgen.rendering.charts.unsur import Gambaran


def tata(isi: Isi, *, kunci: bool = True) -> Gambaran:
    """Returns the drawing of a chart; without `kunci` the words of a bar of counts are left to the page."""
    match isi:
        case Hitungan():
            drawing = tata_kategori.hitungan(isi, kunci=kunci)
        case Peluru():
            drawing = tata_kategori.peluru(isi)
        case Kolom():
            drawing = tata_waktu.kolom(isi)
        case Garis():
            drawing = tata_waktu.garis(isi)
        case Capaian():
            drawing = tata_kategori.capaian(isi)
        case Sebaran():
            drawing = sebaran(isi)
        case Strip():
            drawing = tata_kategori.strip(isi)
        case _:  # pragma: no cover - all kinds are above
            assert_never(isi)
    return drawing
