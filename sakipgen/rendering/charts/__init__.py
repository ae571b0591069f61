"""Charts, made at build time: values (`spek`), their layouts (`tata`), and three back ends that write one drawing.

`situs` writes inline SVG with classes, `naskah` SVG with colours of its own, `png` pixels. `jalur` draws swim lanes.
"""

from __future__ import annotations

from sakipgen.rendering.charts.situs import Judul, bentuk, bingkai, peluru_mini, tulis
from sakipgen.rendering.charts.spek import (
    KOSONG,
    TANPA_KATEGORI,
    ChartSpec,
    Kelas,
    KotakLaporan,
    Nilai,
    Ruas,
    Titik,
    TitikCapaian,
    TitikSebaran,
)
from sakipgen.rendering.charts.unsur import bulat

__all__ = [
    "KOSONG",
    "TANPA_KATEGORI",
    "ChartSpec",
    "Judul",
    "Kelas",
    "KotakLaporan",
    "Nilai",
    "Ruas",
    "Titik",
    "TitikCapaian",
    "TitikSebaran",
    "bentuk",
    "bingkai",
    "bulat",
    "peluru_mini",
    "tulis",
]
