"""The drawing of a tree: no box touches another, children stand right of their parent and in order, text fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.rendering import charts_pohon
from sakipgen.rendering.charts import Judul
from sakipgen.rendering.charts_pohon import (
    BARIS_TERBANYAK,
    LEBAR,
    SELA_KOLOM,
    TEPI,
    Cabang,
    Kotak,
    lebar_teks,
    pecah,
    tata,
)
from tests.rendering.charts.gambar import parse

JUDUL = Judul("g-pohon", "Pohon <kinerja>", "Uraian & isi.")
DALAM = LEBAR - 2 * TEPI

TEKS = st.text(alphabet="abcdefgWM ilj-/", max_size=120)


def cabang(anak: tuple[Cabang, ...] = (), teks: str = "Data lengkap", kaki: tuple[str, ...] = ()) -> Cabang:
    return Cabang("kondisi", "Kondisi antara KA-01", teks, kaki, anak)


POHON = st.recursive(
    st.builds(
        cabang, teks=TEKS, kaki=st.sampled_from([(), ("⇄ 1 pihak lain",), ("⇄ 1 pihak lain", "▸ 2 cabang lagi")])
    ),
    lambda below: st.builds(cabang, anak=st.lists(below, min_size=1, max_size=4).map(tuple), teks=TEKS),
    max_leaves=30,
)


def overlap(one: Kotak, other: Kotak) -> bool:
    across = one.x < other.x + LEBAR and other.x < one.x + LEBAR
    return across and one.y < other.y + other.tinggi and other.y < one.y + one.tinggi


@given(st.lists(POHON, min_size=1, max_size=3))
def test_boxes_never_overlap(akar: list[Cabang]) -> None:
    assert not [pair for pair in combinations(tata(akar), 2) if overlap(*pair)]


@given(st.lists(POHON, min_size=1, max_size=3))
def test_children_stand_right_of_their_parent_level_with_it_and_in_order(akar: list[Cabang]) -> None:
    boxes = tata(akar)
    assert [box.cabang for box in boxes if box.induk is None] == akar
    for number, parent in enumerate(boxes):
        below = [box for box in boxes if box.induk == number]
        assert [box.cabang for box in below] == list(parent.cabang.anak)
        assert all(box.x == parent.x + LEBAR + SELA_KOLOM for box in below)
        assert [box.y for box in below][:1] in ([], [parent.y])
        assert all(one.y + one.tinggi < other.y for one, other in pairwise(below))


@given(TEKS)
def test_lines_fit_and_lose_no_word(teks: str) -> None:
    lines = pecah(teks)
    assert len(lines) <= BARIS_TERBANYAK
    assert all(lebar_teks(line) <= DALAM * 10 for line in lines)
    said, whole = "".join(lines).replace(" ", ""), "".join(teks.split())
    assert said == whole or (said.endswith("…") and whole.startswith(said[:-1]))


@pytest.mark.parametrize(
    ("teks", "lines"),
    [
        ("", ()),
        ("Data lengkap", ("Data lengkap",)),
        ("Kebutuhan pegawai terpenuhi", ("Kebutuhan pegawai", "terpenuhi")),
        ("a" * 30, ("a" * 21, "a" * 9)),
    ],
)
def test_text_in_lines(teks: str, lines: tuple[str, ...]) -> None:
    assert pecah(teks) == lines


def test_too_long_a_text_ends_in_a_mark() -> None:
    lines = pecah("Kebutuhan pegawai terpenuhi " * 6)
    assert len(lines) == BARIS_TERBANYAK
    assert lines[-2:] == ("terpenuhi Kebutuhan", "pegawai terpenuhi…")


def test_a_parent_with_two_children_to_the_pixel() -> None:
    boxes = tata([cabang((cabang(kaki=("⇄ 1 pihak lain",)), cabang()))])
    assert [(box.x, box.y, box.tinggi, box.induk) for box in boxes] == [
        (0, 0, 42, None),
        (200, 0, 57, 0),
        (200, 67, 42, 0),
    ]
    svg = charts_pohon.pohon(JUDUL, [boxes[0].cabang])
    assert svg.count('<path class="ranting"') == 2
    assert 'd="M176 14H190V14H200"' in svg
    assert 'd="M176 14H190V81H200"' in svg
    assert 'width="378" height="111" viewBox="-1 -1 378 111"' in svg


def test_the_drawing_says_what_it_is_and_escapes_what_it_is_told() -> None:
    svg = charts_pohon.pohon(JUDUL, [cabang(teks="<b>&", kaki=("⇄ 1 pihak lain",))])
    root = parse(svg)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "g-pohon-j g-pohon-u"
    assert [(node.attrib["id"], node.text) for node in root if "id" in node.attrib] == [
        *(("g-pohon-j", "Pohon <kinerja>"), ("g-pohon-u", "Uraian & isi.")),
    ]
    assert [node.text for node in root.iter("text")] == ["Kondisi antara KA-01", "<b>&", "⇄ 1 pihak lain"]
    assert "style" not in svg
    assert not root.findall(".//a"), "a picture is one thing; the list has the links"


def bercabang(cabang_per_tingkat: Sequence[int]) -> Cabang:
    """A tree whose nodes have so many children on each level."""
    nama = "Penyelenggaraan Pengembangan Kompetensi bagi Pimpinan Daerah dan Jabatan Pimpinan Tinggi"
    tree = cabang(teks=nama)
    for many in reversed(cabang_per_tingkat):
        tree = cabang((tree,) * many, nama)
    return tree


def test_more_than_three_hundred_nodes_seven_deep_keep_their_columns() -> None:
    boxes = tata([bercabang([3, 3, 2, 2, 2, 3])])
    assert len(boxes) == 1 + 3 + 9 + 18 + 36 + 72 + 216
    assert {box.x for box in boxes} == {depth * (LEBAR + SELA_KOLOM) for depth in range(7)}
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
