"""Colours, strokes and shapes of charts: the one place in Python that knows them.

The style sheet says the same by classes for the site; papers take them from here as attributes. A test keeps both
equal, and measures contrast and distance of the colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

TINTA: Final = "#14202e"
REDUP: Final = "#4a5969"
LAUT: Final = "#0b2845"
GARIS: Final = "#d8dfe7"
GARIS_KUAT: Final = "#74859a"
KERTAS: Final = "#f4f7fa"
EMAS: Final = "#fdf3d7"
PUTIH: Final = "#ffffff"

WARNA: Final[Mapping[int, str]] = {1: "#0b3c6f", 2: "#3e8ec4", 3: "#8c8c8c", 4: "#d9742b", 5: "#6b0f2b", 6: "#5d6e80"}
"""The bands of the palette, highest first, and last that of a figure without a kategori."""

FONTA: Final = "Arimo"
UKURAN: Final = 13

GAYA: Final[Mapping[str, Mapping[str, str]]] = {
    **{f"p{pita}": {"fill": warna} for pita, warna in WARNA.items()},
    "p0": {"fill": PUTIH, "stroke": REDUP, "stroke-dasharray": "2.5 2", "stroke-width": "1.4"},
    "awal": {"fill": PUTIH, "stroke": REDUP, "stroke-dasharray": "none", "stroke-width": "2"},
    "alas": {"fill": "#e9eef4"},
    "target": {"stroke": GARIS_KUAT, "stroke-width": "1.2"},
    "arsir": {"stroke": "#b3bfcc", "stroke-width": "2"},
    "batas": {"stroke": TINTA, "stroke-width": "2"},
    "lewat": {"fill": TINTA},
    "kisi": {"stroke": GARIS},
    "nol": {"stroke": GARIS_KUAT},
    "alur": {"stroke": TINTA, "stroke-width": "2"},
    "tangkai": {"stroke": "#93a3b5", "stroke-width": "3"},
    "tangga": {"stroke": REDUP, "stroke-dasharray": "5 3", "stroke-width": "2"},
    "sela": {"stroke": PUTIH, "stroke-width": "2"},
    "celah": {"stroke": PUTIH, "stroke-width": "5"},
    "kotak": {"fill": KERTAS, "stroke": LAUT, "stroke-width": "1.4"},
    "kotak--putus": {"fill": EMAS, "stroke-dasharray": "5 3"},
    "tebal": {"font-weight": "700"},
    "besar": {"font-size": "16"},
    "kecil": {"font-size": "12"},
    "sumbu": {"fill": REDUP, "font-size": "12"},
    "redup": {"fill": REDUP, "font-size": "12"},
    "tengah": {"text-anchor": "middle"},
    "kanan": {"text-anchor": "end"},
    "kiri": {},
    "tepi": {"paint-order": "stroke", "stroke": PUTIH, "stroke-linejoin": "round", "stroke-width": "4"},
}
"""What every class of a drawing looks like, as attributes of SVG; of two classes the later one holds."""

TEKS: Final[Mapping[str, str]] = {"fill": TINTA, "font-size": str(UKURAN)}
"""What every text looks like before its classes."""

BENTUK: Final[Mapping[str, tuple[str, str]]] = {
    "p0": ("circle", 'r="5"'),
    "p1": ("path", 'd="M0-7 7 0 0 7-7 0z"'),
    "p2": ("path", 'd="M0-6.5 6.8 5.5H-6.8z"'),
    "p3": ("path", 'd="M-5.5-5.5h11v11h-11z"'),
    "p4": ("path", 'd="M0 6.5 6.8-5.5H-6.8z"'),
    "p5": ("path", 'd="M-6-3.6-3.6-6 0-2.4 3.6-6 6-3.6 2.4 0 6 3.6 3.6 6 0 2.4-3.6 6-6 3.6-2.4 0z"'),
    "p6": ("circle", 'r="5.5"'),
    "awal": ("circle", 'r="5"'),
    "lewat": ("path", 'd="M-7-4 0 0-7 4z"'),
}
"""Marks by their class, centred on 0, 0: of every band, of no data, of a baseline, and the arrow of what lies beyond
an axis. Each is told from the others by its shape alone."""
