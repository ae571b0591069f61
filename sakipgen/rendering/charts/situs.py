"""Inline SVG for the site: classes only, whose colours and fonts are those of the style sheet.

A chart of the site has no viewBox: places across are percentages, so that it fills a phone and a desktop while its
text keeps its size.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from sakipgen.rendering.cetak import aman
from sakipgen.rendering.charts.palet import BENTUK
from sakipgen.rendering.charts.spek import ChartSpec
from sakipgen.rendering.charts.tata import tata
from sakipgen.rendering.charts.tata_kategori import BATAS_SUMBU_CAPAIAN, lebar_capaian
from sakipgen.rendering.charts.unsur import Batang, Garis, Tanda, Tulisan, Unsur, bulat


@dataclass(frozen=True, slots=True)
class Judul:
    """What a drawing is called: the id it owns on its page, its name, and what it shows in sentences."""

    id: str
    nama: str
    uraian: str


def svg(spek: ChartSpec) -> Markup:
    """Returns a chart as it stands within a page, below its two titles and above its table."""
    drawing = tata(spek.isi, kunci=False)
    parts = [_unsur(part, spek.id) for part in drawing.unsur]
    hatched = any(isinstance(part, Batang) and part.arsir for part in drawing.unsur)
    return bingkai(
        Judul(spek.id, spek.nama, spek.uraian), drawing.tinggi, [_arsir(spek.id), *parts] if hatched else parts
    )


def bingkai(judul: Judul, tinggi: int, isi: Iterable[str]) -> Markup:
    """Returns the outermost element of a drawing, with its text alternative."""
    return Markup(  # noqa: S704 - every text in the parts was escaped where it was put in
        f'<svg class="sk-g" width="100%" height="{tinggi}" role="img" '
        f'aria-labelledby="{judul.id}-j {judul.id}-u">'
        f'<title id="{judul.id}-j">{aman(judul.nama)}</title><desc id="{judul.id}-u">{aman(judul.uraian)}</desc>'
        f"{''.join(isi)}</svg>"
    )


def _arsir(id_: str) -> str:
    """The hatching of targets, as a pattern of this chart."""
    return (
        f'<defs><pattern id="{id_}-a" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path class="arsir" d="M0 0v6"/></pattern></defs>'
    )


def tulis(x: str, y: int, teks: str, kelas: str = "") -> str:
    """Returns a text with its start (or middle or end, by class) at a place."""
    classes = f' class="{kelas}"' if kelas else ""
    return f'<text x="{x}" y="{y}"{classes}>{aman(teks)}</text>'


def bentuk(pita: int) -> Markup:
    """Returns the mark of a band as a small picture beside its word."""
    return Markup(  # noqa: S704 - of constants
        f'<svg class="sk-b" viewBox="-8 -8 16 16" aria-hidden="true">{_BERKELAS[f"p{pita}"]}</svg>'
    )


def peluru_mini(capaian: Decimal, pita: int) -> Markup:
    """Returns the bar of a table row: capaian from 0 to 120 with a mark at 100; the number stands beside it."""
    beyond = '<path class="lewat" d="M-7-4 0 0-7 4z"/>' if capaian > BATAS_SUMBU_CAPAIAN else ""
    arrow = f'<svg x="100%" y="6" overflow="visible">{beyond}</svg>' if beyond else ""
    return Markup(  # noqa: S704 - numbers only
        '<svg class="sk-m" aria-hidden="true"><rect class="alas" width="100%" height="12"/>'
        f'<rect class="p{pita}" y="2" width="{lebar_capaian(capaian)}%" height="8"/>'
        f'<line class="batas" x1="83.33%" x2="83.33%" y1="0" y2="12"/>{arrow}</svg>'
    )


def _unsur(part: Unsur, id_: str) -> str:
    match part:
        case Batang():
            fill = f' fill="url(#{id_}-a)"' if part.arsir else ""
            return (
                f'<rect class="{part.kelas}"{fill} x="{bulat(part.x)}%" y="{part.y}" width="{bulat(part.lebar)}%" '
                f'height="{part.tinggi}"/>'
            )
        case Garis():
            return (
                f'<line class="{part.kelas}" x1="{bulat(part.x1)}%" x2="{bulat(part.x2)}%" '
                f'y1="{part.y1}" y2="{part.y2}"/>'
            )
        case Tanda():
            moved = f'<g transform="translate({part.geser})">' if part.geser else ""
            return (
                f'<svg x="{bulat(part.x)}%" y="{part.y}" overflow="visible">{moved}{_BERKELAS[part.bentuk]}'
                f"{'</g>' if moved else ''}</svg>"
            )
        case Tulisan():
            return _tulisan(part)


def _tulisan(part: Tulisan) -> str:
    moved = f' dx="{part.geser}"' if part.geser else ""
    classes = f' class="{part.kelas}"' if part.kelas else ""
    head = f'<tspan class="tebal">{aman(part.kepala)}</tspan>' if part.kepala else ""
    return f'<text x="{bulat(part.x)}%" y="{part.y}"{moved}{classes}>{head}{aman(part.teks)}</text>'


_BERKELAS = {kelas: f'<{tag} class="{kelas}" {place}/>' for kelas, (tag, place) in BENTUK.items()}
