"""The pictures of the guides: light, told in words too, the right size, loaded when somebody comes to them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tests.peramban.gambar_panduan import RAPAT

PANDUAN = Path(__file__).parent.parent / "docs" / "panduan"
GAMBAR = sorted((PANDUAN / "gambar").iterdir())
SEMATAN = re.compile(
    r"^!\[(?P<alt>[^\]]+)\]\((?P<src>[^)]+)\)\{ width=(?P<lebar>\d+) height=(?P<tinggi>\d+) loading=lazy \}$",
    re.MULTILINE,
)
TERBERAT = 120_000
SEHALAMAN = 400_000
SEMUANYA = 1_500_000
GUIDES = [path for path in sorted(PANDUAN.glob("*.md")) if "![" in path.read_text("utf-8")]


def test_pictures_are_light_and_all_of_them_are_shown() -> None:
    sizes = {path.name: path.stat().st_size for path in GAMBAR}
    assert max(sizes.values()) <= TERBERAT
    assert sum(sizes.values()) <= SEMUANYA
    shown = {Path(found["src"]).name for guide in GUIDES for found in SEMATAN.finditer(guide.read_text("utf-8"))}
    assert shown == sizes.keys()


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_a_picture_says_what_it_shows_and_keeps_its_room(guide: Path) -> None:
    text = guide.read_text("utf-8")
    found = list(SEMATAN.finditer(text))
    assert len(found) == text.count("!["), "each picture is written in the one way that is checked here"
    for one in found:
        assert len(one["alt"]) > 40
        with Image.open(PANDUAN / one["src"]) as picture:
            wide, high = int(one["lebar"]), int(one["tinggi"])
            assert wide <= round(picture.width / RAPAT)
            assert high == round(picture.height * wide / picture.width)
    assert sum((PANDUAN / one["src"]).stat().st_size for one in found) <= SEHALAMAN
