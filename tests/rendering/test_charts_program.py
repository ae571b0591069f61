"""The scatter of programs and the swim lanes: every mark labelled, every word in the text alternative's company."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree as ET

from sakipgen.rendering.charts import Judul
from sakipgen.rendering.charts_jalur import Kotak, jalur
from sakipgen.rendering.charts_sebaran import TitikSebaran, sebaran

D = Decimal
JUDUL = Judul("g-1", "Nama <grafik>", "Uraian & isi.")


def parse(svg: str) -> ET.Element:
    """The chart as XML; it has no name space because it stands within HTML."""
    return ET.fromstring(svg)  # noqa: S314 - our own output


def words(root: ET.Element) -> list[str]:
    return [node.text or "" for node in root.iter("text")]


def test_scatter_labels_every_point_and_every_quarter() -> None:
    svg = sebaran(JUDUL, [TitikSebaran("5.10", D("79.61"), D("110.14")), TitikSebaran("5.2", D(60), D(80))], D("76.87"))
    root = parse(svg)
    shown = words(root)
    assert {"5.10", "5.2", "seluruhnya 76,87%", "target 100%"} <= set(shown)
    assert shown.count("target tercapai,") == shown.count("target belum tercapai,") == 2
    assert shown.count("serapan lebih rendah") == shown.count("serapan lebih tinggi") == 2
    assert root.attrib["role"] == "img"
    assert "style=" not in svg
    assert "viewBox" not in root.attrib


def test_scatter_reaches_as_far_as_it_must() -> None:
    shown = words(parse(sebaran(JUDUL, [TitikSebaran("A", D(50), D(10) ** 8)], D(50))))
    assert {"0", "100.000.000"} <= set(shown)


def test_scatter_is_parted_in_its_middle_at_the_target() -> None:
    root = parse(sebaran(JUDUL, [TitikSebaran("A", D(50), D(100)), TitikSebaran("B", D(90), D(140))], D(70)))
    marks = {node.attrib["y"]: node.attrib["x"] for node in root.findall("svg") if node.find("circle") is not None}
    assert set(marks) == {"149", "65"}  # 100 stands on the line of the target, 140 two thirds above
    lines = [node.attrib for node in root.iter("line") if node.attrib["class"] == "tangga"]
    assert [(line["x1"], line["y1"]) for line in lines] == [("54.5%", "24"), ("9%", "149")]


def test_labels_of_near_points_do_not_cover_one_another() -> None:
    root = parse(sebaran(JUDUL, [TitikSebaran("A", D(70), D(100)), TitikSebaran("B", D(70), D("100.2"))], D(80)))
    labels = [int(node.attrib["y"]) for node in root.findall("svg") if node.find("text") is not None]
    assert abs(labels[0] - labels[1]) >= 15


def test_nothing_is_numbered_below_zero() -> None:
    root = parse(sebaran(JUDUL, [TitikSebaran("A", D(2), D(30)), TitikSebaran("B", D(4), D(20))], D(3)))
    assert not [word for word in words(root) if word.startswith(("-", "−"))]


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
    assert {"1", "2 ↩", "nota", "dinas", "lembar", "disposisi"} <= set(words(root))
    across = [n.attrib for n in root.iter("line") if n.attrib["class"] == "panah" and n.attrib["x1"] != n.attrib["x2"]]
    assert [(line["x1"], line["x2"]) for line in across] == [("25%", "75%")]


def test_one_lane_needs_no_way_across() -> None:
    root = parse(jalur(JUDUL, ["Kepala"], [Kotak(n, 0, "arsip", keputusan=False) for n in ("1", "2")]))
    lines = [node.attrib for node in root.iter("line")]
    assert len(lines) == 2
    assert all(line["x1"] == line["x2"] == "50%" for line in lines)
