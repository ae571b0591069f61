"""Charts of papers: colours of their own and nothing that a printer of PDF or PNG does not know; PNG of the same."""

from __future__ import annotations

import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator

import pytest

from sakipgen.rendering.charts import naskah, situs
from sakipgen.rendering.charts.palet import BENTUK, FONTA, WARNA
from sakipgen.rendering.charts.png import KERAPATAN, png
from sakipgen.rendering.charts.spek import Isi
from tests.rendering.charts.gambar import (
    EKSTREM,
    JAHAT,
    NAMA,
    TERKECIL,
    URAIAN,
    hitungan,
    jahat,
    kolom,
    parse,
    peluru,
    spek,
    strip,
    titik,
    tulisan,
)

SEMUA = {**TERKECIL, **EKSTREM}
ATRIBUT = {
    *("id", "role", "aria-labelledby", "viewBox", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "r", "d"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "paint-order", "transform"),
    *("font-family", "font-size", "font-weight", "text-anchor", "patternUnits", "patternTransform"),
}


@pytest.mark.parametrize("name", SEMUA)
def test_a_chart_of_a_paper_needs_nothing_beside_it(name: str) -> None:
    drawn = naskah.svg(spek(SEMUA[name]))
    root = parse(drawn)
    assert {key for node in root.iter() for key in node.attrib} <= ATRIBUT
    assert "var(" not in drawn
    assert "%" not in re.sub(r"<(text|tspan|title|desc)\b[^>]*>[^<]*", "", drawn)
    assert root.attrib["viewBox"].split()[:3] == ["-8", "-8", "656"]
    assert root.attrib["font-family"] == FONTA
    assert {value for node in root.iter("text") if (value := node.attrib["font-size"])} <= {"12", "13", "16"}
    assert (root.findtext("title"), root.findtext("desc")) == (NAMA, URAIAN)


@pytest.mark.parametrize("name", SEMUA)
def test_site_and_paper_draw_the_same(name: str) -> None:
    page, paper = parse(situs.svg(spek(SEMUA[name]))), parse(naskah.svg(spek(SEMUA[name])))
    if not name.startswith("hitungan"):
        assert tulisan(page) == tulisan(paper)
        assert int(paper.attrib["height"]) == int(page.attrib["height"]) + 16
    for tag in ("rect", "line"):
        assert len(list(page.iter(tag))) == len(list(paper.iter(tag)))


def test_a_bar_of_counts_has_its_words_on_paper() -> None:
    assert tulisan(parse(naskah.svg(spek(hitungan((1, 5), (4, 0), (0, 2)))))) == [
        *("5", "2"),
        *("Sangat Tinggi: 5", "Belum ada data: 2"),
    ]


def test_places_are_those_of_a_width_of_640() -> None:
    drawn = naskah.svg(spek(peluru("60", "50", 2)))
    assert '<rect fill="#3e8ec4" x="0" y="35" width="320" height="22"/>' in drawn
    assert re.findall(
        r'stroke="#74859a" stroke-width="1.2" fill="url\(#g-1-a\)" x="0" y="26" width="(\d+)"', drawn
    ) == ["384"]
    tag, place = BENTUK["p2"]
    assert f'<{tag} fill="{WARNA[2]}" {place} transform="translate(8 122)"/>' in drawn


def test_the_strip_says_late_with_its_edge() -> None:
    drawn = naskah.svg(spek(strip(("Januari", "tepat"), ("Maret", "bulanan: tepat; TW I: terlambat 3 hari"))))
    edges = [node.attrib.get("stroke-dasharray") for node in parse(drawn).iter("rect")]
    assert edges == [None, "5 3"]
    assert tulisan(parse(drawn)) == ["Januari", "tepat", "Maret", "bulanan: tepat", "TW I: terlambat 3 hari"]


def test_a_text_that_looks_like_markup_is_only_text() -> None:
    for isi in jahat():
        drawn = naskah.svg(spek(isi, JAHAT))
        root = parse(drawn)
        assert "<script" not in drawn
        assert root.findtext("title") == JAHAT
        assert any(JAHAT[:8] in text for text in tulisan(root))
        assert png(spek(isi, JAHAT))


# ── PNG ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def rows(picture: bytes) -> Iterator[bytes]:
    """The rows of a PNG of eight bits, each with its filter before it."""
    width, _, depth, kind = struct.unpack(">IIBB", picture[16:26])
    assert (depth, kind) == (8, 6)
    chunks, at = b"", 8
    while at < len(picture):
        (size,) = struct.unpack(">I", picture[at : at + 4])
        if picture[at + 4 : at + 8] == b"IDAT":
            chunks += picture[at + 8 : at + 8 + size]
        at += size + 12
    raw, step = zlib.decompress(chunks), width * 4 + 1
    yield from (raw[start : start + step] for start in range(0, len(raw), step))


def pixels(picture: bytes) -> Iterator[tuple[int, int, int]]:
    """The colours of a PNG, row by row: the filters of its rows undone."""
    before = bytearray(4 * struct.unpack(">I", picture[16:20])[0])
    for filtered in rows(picture):
        row = bytearray(filtered[1:])
        for n in range(len(row)):
            left, up, corner = (row[n - 4] if n > 3 else 0), before[n], (before[n - 4] if n > 3 else 0)
            row[n] = (row[n] + _guess(filtered[0], left, up, corner)) % 256
        before = row
        yield from ((row[n], row[n + 1], row[n + 2]) for n in range(0, len(row), 4))


def _guess(filter_: int, left: int, up: int, corner: int) -> int:
    """What the filter of a row foretells of a byte."""
    near = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
    return (0, left, up, (left + up) // 2, near)[filter_]


@pytest.mark.parametrize("name", TERKECIL)
def test_a_picture_is_not_blank_and_always_the_same(name: str) -> None:
    picture = png(spek(TERKECIL[name]))
    assert picture == png(spek(TERKECIL[name]))
    height = int(parse(naskah.svg(spek(TERKECIL[name]))).attrib["height"])
    assert struct.unpack(">II", picture[16:24]) == (656 * KERAPATAN, height * KERAPATAN)
    assert len({byte for row in rows(picture) for byte in row}) > 40  # white alone has three


def test_colours_and_letters_are_drawn() -> None:
    found = Counter(pixels(png(spek(TERKECIL["peluru"]))))
    blue = (0x3E, 0x8E, 0xC4)
    assert found[blue] > 335 * 22 * KERAPATAN**2 * 0.95  # the bar of 52.37 of 640
    ink = sum(n for colour, n in found.items() if max(colour) < 0x60)
    assert ink > 500  # «Realisasi 52,37» in bold, and the mark of the target


def test_letters_do_not_hang_on_the_fonts_of_the_machine() -> None:
    """Text takes room: a picture without the packaged font would lack it."""
    said, empty = (png(spek(kolom(titik(name, None, None)))) for name in ("TW I", ""))
    assert said != empty


@pytest.mark.parametrize("name", EKSTREM)
def test_extreme_charts_become_pictures_too(name: str) -> None:
    isi: Isi = EKSTREM[name]
    picture = png(spek(isi))
    assert picture.startswith(b"\x89PNG")
