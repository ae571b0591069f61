"""Swim lanes: every step in the lane of who does it, and the way to the next."""

from __future__ import annotations

from sakipgen.rendering.charts import Judul
from sakipgen.rendering.charts.jalur import Kotak, jalur
from tests.rendering.charts.gambar import parse, tulisan

JUDUL = Judul("g-1", "Nama <grafik>", "Uraian & isi.")


def test_lanes_hold_each_step_where_it_is_done() -> None:
    svg = jalur(
        JUDUL,
        ["Kepala", "Tim SAKIP"],
        [Kotak("1", 0, "nota dinas", keputusan=False), Kotak("2", 1, "lembar disposisi", keputusan=True)],
    )
    root = parse(svg)
    boxes = [node.attrib for node in root.iter("rect")]
    assert [(box["x"], box["width"]) for box in boxes] == [("1.5%", "47%"), ("51.5%", "47%")]
    assert [box["class"] for box in boxes] == ["kotak", "kotak kotak--putus"]
    assert {"1", "2 ↩", "nota", "dinas", "lembar", "disposisi"} <= set(tulisan(root))
    across = [n.attrib for n in root.iter("line") if n.attrib["class"] == "panah" and n.attrib["x1"] != n.attrib["x2"]]
    assert [(line["x1"], line["x2"]) for line in across] == [("25%", "75%")]


def test_one_lane_needs_no_way_across() -> None:
    root = parse(jalur(JUDUL, ["Kepala"], [Kotak(n, 0, "arsip", keputusan=False) for n in ("1", "2")]))
    lines = [node.attrib for node in root.iter("line")]
    assert len(lines) == 2
    assert all(line["x1"] == line["x2"] == "50%" for line in lines)
