"""The palette: readable, told apart by everybody, and the same in the style sheet and on paper.

Contrast is that of WCAG 2.2. Colour vision is simulated by the matrices of Machado, Oliveira and Fernandes, «A
Physiologically-based Model for Simulation of Color Vision Deficiency», IEEE TVCG 15 (2009), of severity 1.0, on linear
RGB. Distance is CIE76, the Euclidean distance in CIELAB (D65).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from math import dist
from pathlib import Path
from typing import Final

import pytest

from sakipgen.rendering.charts.palet import EMAS, GAYA, KERTAS, PUTIH, REDUP, TINTA, UKURAN, WARNA

Tiga = tuple[float, float, float]
Matriks = tuple[Tiga, Tiga, Tiga]

CSS: Final = Path(__file__).parents[3] / "site_templates" / "rupa" / "stylesheets" / "sakip.css"
PITA: Final = range(1, 6)

PENGLIHATAN: Final[Mapping[str, Matriks]] = {
    "biasa": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ: Final[Matriks] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_PUTIH_D65: Final[Tiga] = (0.95047, 1.0, 1.08883)


def lurus(warna: str) -> Tiga:
    """A colour as linear RGB."""

    def one(at: int) -> float:
        part = int(warna[at : at + 2], 16) / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return one(1), one(3), one(5)


def kali(matriks: Matriks, warna: Tiga) -> Tiga:
    one, two, three = (sum(a * b for a, b in zip(row, warna, strict=True)) for row in matriks)
    return one, two, three


def lab(warna: Tiga) -> Tiga:
    """Linear RGB as CIELAB."""

    def root(value: float) -> float:
        return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116

    x, y, z = (root(part / white) for part, white in zip(kali(_XYZ, warna), _PUTIH_D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def terlihat(warna: str, mata: str) -> Tiga:
    """A colour as such eyes see it, in CIELAB."""
    red, green, blue = (min(max(part, 0.0), 1.0) for part in kali(PENGLIHATAN[mata], lurus(warna)))
    return lab((red, green, blue))


def kontras(satu: str, lain: str) -> float:
    low, high = sorted(sum(w * p for w, p in zip(_XYZ[1], lurus(warna), strict=True)) for warna in (satu, lain))
    return (high + 0.05) / (low + 0.05)


def test_the_measures_are_right() -> None:
    assert round(kontras("#000000", "#ffffff"), 2) == 21
    assert round(kontras("#767676", "#ffffff"), 2) == 4.54  # the lightest grey that WCAG takes for text
    assert [round(part, 1) for part in lab(lurus("#ff0000"))] == [53.2, 80.1, 67.2]


@pytest.mark.parametrize("pita", WARNA)
def test_every_band_stands_out_from_white(pita: int) -> None:
    assert kontras(WARNA[pita], PUTIH) >= 3.2


@pytest.mark.parametrize("kelas", ["batas", "lewat", "nol", "alur", "tangga", "target", "p0", "awal", "kotak"])
def test_every_line_that_means_something_stands_out_from_white(kelas: str) -> None:
    style = GAYA[kelas]
    assert kontras(style.get("stroke") or style["fill"], PUTIH) >= 3


@pytest.mark.parametrize("tinta", [TINTA, REDUP])
@pytest.mark.parametrize("dasar", [PUTIH, KERTAS, EMAS, GAYA["alas"]["fill"]])
def test_text_is_readable(tinta: str, dasar: str) -> None:
    assert kontras(tinta, dasar) >= 4.5


@pytest.mark.parametrize("mata", PENGLIHATAN)
def test_the_five_bands_are_told_apart_by_everybody(mata: str) -> None:
    distances = {
        (one, other): dist(terlihat(WARNA[one], mata), terlihat(WARNA[other], mata))
        for one, other in combinations(PITA, 2)
    }
    assert min(distances.values()) >= 30, distances


# ── The style sheet ──────────────────────────────────────────────────────────────────────────────────────────────


def aturan() -> Iterator[tuple[str, dict[str, str]]]:
    """Every selector of the charts in the style sheet with what it says, variables and units resolved."""
    text = CSS.read_text("utf-8")
    known = dict(re.findall(r"(--sk-[\w-]+): ([^;/]+?);", text))
    part = text.split("/* ── Charts ── */")[1].split("/* ── ")[0]
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", part):
        found = {
            name: re.sub(r"var\((--sk-[\w-]+)\)", lambda m: known[m[1]], value)
            for name, value in re.findall(r"([\w-]+): ([^;]+);", body)
        }
        found = {name: re.sub(r"^([\d.]+)px$", r"\1", value) for name, value in found.items()}
        found = {name: PUTIH if value == "#fff" else value for name, value in found.items()}
        for selector in re.sub(r":is\(([^)]*)\)", lambda m: m[1].replace(", ", "|"), selectors).split(","):
            yield from ((one.strip().split()[-1], found) for one in _pilih(selector))


def _pilih(selector: str) -> list[str]:
    return [f".x {one}" for one in selector.strip().split()[-1].split("|")]


def test_style_sheet_and_papers_say_the_same() -> None:
    found: dict[str, dict[str, str]] = {}
    for selector, style in aturan():
        if re.fullmatch(r"\.[\w-]+", selector):
            found.setdefault(selector[1:], {}).update(style)
    for kelas, drawn in GAYA.items():
        assert found.get(kelas, {}) == drawn, kelas


def test_no_text_of_a_chart_is_smaller_than_12_pixels() -> None:
    sizes = [
        float(style["font-size"])
        for selector, style in aturan()
        if "font-size" in style and "rem" not in style["font-size"]
    ]
    assert len(sizes) >= 4
    assert min(sizes) >= 12
    assert UKURAN in sizes
