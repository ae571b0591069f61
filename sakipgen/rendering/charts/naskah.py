"""SVG for papers: a fixed viewBox, colours and fonts as attributes, no class, no style sheet and no CSS variable.

Printers of PDF and PNG draw a CSS variable black and know no style sheet of the site; this SVG needs nothing beside it
but the font `palet.FONTA`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from sakipgen.measuring.hitung import SERATUS, bagi
from sakipgen.rendering.cetak import aman
from sakipgen.rendering.charts.palet import BENTUK, FONTA, GAYA, TEKS
from sakipgen.rendering.charts.spek import ChartSpec
from sakipgen.rendering.charts.tata import tata
from sakipgen.rendering.charts.unsur import Batang, Garis, Tanda, Tulisan, Unsur, bulat

LEBAR: Final = 640
"""The width of a chart in its own units: at the width of a page of text its letters are those of 9 point."""
TEPI: Final = 8
"""What is left free on every side, so that marks and edges at the ends are whole."""


def svg(spek: ChartSpec) -> str:
    """Returns a chart as a file of its own, `LEBAR + 2 × TEPI` units wide."""
    drawing = tata(spek.isi)
    width, height = LEBAR + 2 * TEPI, drawing.tinggi + 2 * TEPI
    parts = "".join(_unsur(part, spek.id) for part in drawing.unsur)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-TEPI} {-TEPI} {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="{FONTA}" aria-labelledby="{spek.id}-j {spek.id}-u">'
        f'<title id="{spek.id}-j">{aman(spek.nama)}</title><desc id="{spek.id}-u">{aman(spek.uraian)}</desc>'
        f'<defs><pattern id="{spek.id}-a" width="6" height="6" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><path{_gaya("arsir")} d="M0 0v6"/></pattern></defs>{parts}</svg>\n'
    )


def lambang(pita: int) -> str:
    """Returns the mark of a band with its own colours, centred on 0, 0."""
    return _lambang(f"p{pita}", "")


def _lambang(bentuk: str, tempat: str) -> str:
    tag, shape = BENTUK[bentuk]
    return f"<{tag}{_gaya(bentuk)} {shape}{tempat}/>"


def _x(persen: Decimal) -> Decimal:
    return bagi(persen * LEBAR, SERATUS)


def _gaya(kelas: str, dasar: Mapping[str, str] | None = None) -> str:
    """The attributes of some classes, the later ones over the earlier."""
    found = dict(dasar or {})
    for name in kelas.split():
        found |= GAYA[name]
    return "".join(f' {name}="{value}"' for name, value in found.items())


def _unsur(part: Unsur, id_: str) -> str:
    match part:
        case Batang():
            fill = f' fill="url(#{id_}-a)"' if part.arsir else ""
            return (
                f'<rect{_gaya(part.kelas)}{fill} x="{bulat(_x(part.x))}" y="{part.y}" '
                f'width="{bulat(_x(part.lebar))}" height="{part.tinggi}"/>'
            )
        case Garis():
            return (
                f'<line{_gaya(part.kelas)} x1="{bulat(_x(part.x1))}" x2="{bulat(_x(part.x2))}" '
                f'y1="{part.y1}" y2="{part.y2}"/>'
            )
        case Tanda():
            return _lambang(part.bentuk, f' transform="translate({bulat(_x(part.x) + part.geser)} {part.y})"')
        case Tulisan():
            head = f"<tspan{_gaya('tebal')}>{aman(part.kepala)}</tspan>" if part.kepala else ""
            return (
                f'<text{_gaya(part.kelas, TEKS)} x="{bulat(_x(part.x) + part.geser)}" y="{part.y}">'
                f"{head}{aman(part.teks)}</text>"
            )
