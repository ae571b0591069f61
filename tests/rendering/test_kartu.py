"""The picture of a shared address: what it says, that it fits, and that the same words give the same bytes."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sakipgen.domain.organisasi import Instansi, StatusData
from sakipgen.project import Project
from sakipgen.rendering import kartu
from sakipgen.rendering.environment import make_environment
from sakipgen.rendering.page import Kartu, Page
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.situs import Situs
from sakipgen.terbitan import kartu_bawaan, kartu_sendiri, situs_of
from tests.rendering.test_opendata import rekap_of, small

ROOT = Path(__file__).parent.parent.parent
SVG = "{http://www.w3.org/2000/svg}"
BIASA = Kartu("Indeks A", "Tercatat 81, melampaui target 80.", ((1, "Kategori Sangat Tinggi"),))


@pytest.fixture(scope="module")
def instansi() -> Instansi:
    return rekap_of(small()).instansi


@pytest.fixture(scope="module")
def situs() -> Situs:
    project = Project(ROOT)
    rekap = project.build().rekap
    assert rekap is not None
    return situs_of(rekap, make_environment(project.template_dir), "")


def texts(svg: str) -> list[str]:
    return [node.text or "" for node in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own drawing


def test_it_says_who_what_and_how_well(instansi: Instansi) -> None:
    pd = instansi.perangkat_daerah
    said = texts(kartu.svg(BIASA, instansi))
    contoh = ["DATA CONTOH"] if instansi.status_data is StatusData.CONTOH else []
    owner = f"{pd.singkatan} · {instansi.daerah}"
    assert said == [owner, *contoh, "Indeks A", "Tercatat 81, melampaui target 80.", "Kategori Sangat Tinggi"]
    assert kartu.alt(BIASA) == "Indeks A. Tercatat 81, melampaui target 80. Kategori Sangat Tinggi."


@pytest.mark.parametrize(("status", "said"), [(StatusData.CONTOH, True), (StatusData.RESMI, False)])
def test_an_example_says_so(status: StatusData, said: bool, instansi: Instansi) -> None:
    of = instansi.model_copy(update={"status_data": status})
    assert ("DATA CONTOH" in texts(kartu.svg(BIASA, of))) is said


def test_every_kategori_has_its_own_shape_and_colour(instansi: Instansi) -> None:
    drawings = {kartu.svg(Kartu("A", "B", ((pita, "x"),)), instansi) for pita in range(7)}
    assert len(drawings) == 7
    assert not [drawing for drawing in drawings if "class=" in drawing or "style=" in drawing or "var(" in drawing]


def test_the_picture_is_a_png_of_the_asked_size_with_the_same_bytes(instansi: Instansi) -> None:
    first = kartu.png(BIASA, instansi)
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", first[16:24]) == (1200, 630)
    assert len(first) < 80_000
    assert kartu.png(BIASA, instansi) == first
    assert kartu.png(Kartu("Indeks B", BIASA.ucapan, BIASA.tanda), instansi) != first


def test_text_from_data_stays_text(instansi: Instansi) -> None:
    hostile = "</text><script>alert(1)</script> & \"x\" ]]> 'y'"
    said = texts(kartu.svg(Kartu(hostile, hostile, ((0, hostile[:20]),)), instansi))
    assert " ".join(said).count("alert(1)") == 2
    assert kartu.png(Kartu(hostile, hostile, ()), instansi)


@pytest.mark.parametrize(
    ("teks", "baris", "lines"),
    [
        ("", 2, [""]),
        ("satu", 2, ["satu"]),
        ("satu dua tiga empat lima enam", 2, ["satu dua tiga", "empat lima enam"]),
        ("satu dua tiga empat lima enam tujuh delapan", 1, ["satu dua tiga empat lima…"]),
        ("M" * 40, 1, ["M" * 13 + "…"]),
    ],
)
def test_lines_are_alike_and_end_where_there_is_no_room(teks: str, baris: int, lines: list[str]) -> None:
    assert kartu.potong(teks, 50, 600, baris) == lines


def test_long_words_never_leave_the_card(instansi: Instansi) -> None:
    long = Kartu("Panjang sekali " * 30, "W" * 300, tuple((1, "Sangat Sangat Tinggi") for _ in range(9)))
    drawn = texts(kartu.svg(long, instansi))
    assert sum(line.endswith("…") for line in drawn) == 2
    assert drawn.count("Sangat Sangat Tinggi") == 2
    assert all(len(line) < 60 for line in drawn)


# ── Which page has one ───────────────────────────────────────────────────────────────────────────────────────────


def test_pages_that_are_shared_have_a_card_of_their_own(situs: Situs) -> None:
    own = {page.path for page in situs.halaman if page.berkartu}
    assert {".", "sasaran/s1", "sasaran/s2", "sasaran/s3", "indikator/iku-01", "indikator/iku-07"} <= own
    assert len(own) == 11
    made: dict[str, Page] = {page.path: page.buat() for page in situs.halaman}
    assert {path for path, page in made.items() if page.kartu} == own
    front = made["."].kartu
    assert front is not None
    assert (front.judul, front.tanda) == (
        "Kinerja BKPSDM",
        ((1, "3 Sangat Tinggi"), (2, "2 Tinggi"), (0, "2 Belum ada data")),
    )
    assert kartu_sendiri(made["indikator/iku-03"])["kartu"] == "kartu/indikator/iku-03.png"
    assert kartu_sendiri(made["indikator"]) == {}
    assert alamat.kartu(".") == "kartu/beranda.png"


def test_without_an_address_there_is_no_picture(situs: Situs, instansi: Instansi) -> None:
    assert not [path for path in situs.berkas if path.suffix == ".png"]
    assert kartu_bawaan(instansi.model_copy(update={"alamat_situs": None})) == {}


def test_a_card_says_kategori_only_where_there_is_one() -> None:
    found = situs_of(rekap_of(small()), make_environment(ROOT / "site_templates"), "")
    cards = [card for page in found.halaman if page.berkartu and (card := page.buat().kartu)]
    words = {word for card in cards for _, word in card.tanda}
    assert cards
    assert [w for w in words if w != "Belum ada data" and not w.startswith("Kategori ") and not w[0].isdigit()] == []
