"""PNG of a chart, for papers that take no SVG; the same chart gives the same bytes on every machine."""

from __future__ import annotations

from functools import cache
from typing import Final

import fontpkg_arimo  # type: ignore[import-untyped] # it ships no types
import resvg_py

from sakipgen.rendering.charts.naskah import svg
from sakipgen.rendering.charts.palet import FONTA, PUTIH
from sakipgen.rendering.charts.spek import ChartSpec

KERAPATAN: Final = 2
"""So many pixels stand for one unit of the drawing: about 220 in an inch of a page."""


def png(spek: ChartSpec) -> bytes:
    """Returns the chart on white."""
    return raster(svg(spek), KERAPATAN)


def raster(gambar: str, kerapatan: int = 1) -> bytes:
    """Returns an SVG as PNG on white; only the packaged font is used, none of the system."""
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=gambar,
            background=PUTIH,
            zoom=kerapatan,
            skip_system_fonts=True,
            font_family=FONTA,
            sans_serif_family=FONTA,
            font_files=list(_berkas_fonta()),
        )
    )


@cache
def _berkas_fonta() -> tuple[str, ...]:
    """The files of the packaged font, in order."""
    return tuple(sorted(str(path) for path in fontpkg_arimo.ROOT.rglob("*.ttf")))
