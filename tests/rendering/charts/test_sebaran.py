"""The scatter of programs: every mark and every quarter in words, and no word over another."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.rendering.charts.situs import svg
from sakipgen.rendering.charts.spek import Sebaran, TitikSebaran
from sakipgen.rendering.charts.tata import tata
from sakipgen.rendering.charts.unsur import Garis, Tanda, Tulisan
from tests.rendering.charts.gambar import parse, sebaran, spek, tulisan

D = Decimal
DUA = sebaran("76.87", ("5.10", "79.61", "110.14"), ("5.2", "60", "80"))


def kode(isi: Sebaran) -> list[Tulisan]:
    """Where the kode of its programs stand."""
    return [part for part in tata(isi).unsur if isinstance(part, Tulisan) and part.kelas.startswith("tebal tepi")]


def test_scatter_labels_every_point_and_every_quarter() -> None:
    shown = tulisan(parse(svg(spek(DUA))))
    assert {"5.10", "5.2", "seluruhnya 76,87%", "target 100%"} <= set(shown)
    assert shown.count("target tercapai,") == shown.count("target belum tercapai,") == 2
    assert shown.count("serapan lebih rendah") == shown.count("serapan lebih tinggi") == 2


def test_scatter_reaches_as_far_as_it_must() -> None:
    shown = tulisan(parse(svg(spek(sebaran("50", ("A", "50", "100000000"))))))
    assert {"0", "100.000.000"} <= set(shown)


def test_scatter_is_parted_in_its_middle_at_the_target() -> None:
    drawing = tata(sebaran("70", ("A", "50", "100"), ("B", "90", "140"))).unsur
    assert {p.y for p in drawing if isinstance(p, Tanda)} == {149, 65}  # 140 stands two thirds above the target
    lines = [(p.x1, p.y1) for p in drawing if isinstance(p, Garis) and p.kelas == "tangga"]
    assert lines == [(D("54.5"), 24), (9, 149)]


def test_no_kode_covers_another_or_the_line_of_the_target() -> None:
    one, other = kode(sebaran("80", ("A", "70", "100"), ("B", "70", "100.2")))
    assert abs(one.y - other.y) >= 15
    assert all(abs(label.y - 5 - 149) >= 10 for label in (one, other))


@pytest.mark.parametrize(
    ("serapan", "kelas", "geser"),
    [("70", "tebal tepi kanan", -11), ("80", "tebal tepi", 11), ("105", "tebal tepi kanan", -11)],
)
def test_a_kode_stands_away_from_the_middle_where_there_is_room(serapan: str, kelas: str, geser: int) -> None:
    label, _ = kode(sebaran("75", ("5.03.01", serapan, "110"), ("5.2", "105", "90")))
    assert (label.kelas, label.geser) == (kelas, geser)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 300)), min_size=1, max_size=30))
def test_every_kode_finds_a_line_of_its_own(points: list[tuple[int, int]]) -> None:
    isi = Sebaran(tuple(TitikSebaran(f"P{n}", D(x), D(y)) for n, (x, y) in enumerate(points)), D(60))
    labels = kode(isi)
    assert len(labels) == len(points)
    for side in (True, False):
        lines = sorted(part.y for part in labels if (part.x > D("54.5")) is side)
        assert all(after - before >= 15 for before, after in pairwise(lines))
        assert all(24 < y - 5 < tata(isi).tinggi - 42 for y in lines)


def test_nothing_is_numbered_below_zero() -> None:
    drawn = svg(spek(sebaran("3", ("A", "2", "30"), ("B", "4", "20"))))
    assert not re.findall(r">[-−]\d", drawn)
