"""Numbers, money and dates as Indonesian readers write them, and an environment that trusts no text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from sakipgen.rendering import cetak
from sakipgen.rendering.cetak import Angka
from sakipgen.rendering.environment import make_environment

D = Decimal


@pytest.fixture
def env(tmp_path: Path) -> SandboxedEnvironment:
    return make_environment(tmp_path)


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"),
    [
        ("87.281", 2, "87,28"),
        ("90.985", 2, "90,99"),
        ("2.5", 0, "3"),
        ("-2.5", 2, "−2,50"),
        ("-0.001", 2, "0,00"),
        ("1234567.5", 1, "1.234.567,5"),
        ("999.999", 2, "1.000,00"),
        ("0", 0, "0"),
    ],
)
def test_numbers(nilai: str, desimal: int, hasil: str) -> None:
    assert cetak.angka(D(nilai), desimal) == hasil


@pytest.mark.parametrize(
    ("nilai", "desimal", "hasil"), [("60", 2, "60"), ("92.50", 2, "92,5"), ("100", 0, "100"), ("1200", 2, "1.200")]
)
def test_prose_drops_zeros_behind_the_comma_only(nilai: str, desimal: int, hasil: str) -> None:
    assert cetak.ringkas(D(nilai), desimal) == hasil


@pytest.mark.parametrize(
    ("nilai", "penuh", "ringkas"),
    [
        ("8843750000", "Rp8.843.750.000", "Rp8,84 miliar"),
        ("364134300", "Rp364.134.300", "Rp364,13 juta"),
        ("1500000000000", "Rp1.500.000.000.000", "Rp1,50 triliun"),
        ("950000", "Rp950.000", "Rp950.000"),
        ("-2000000", "−Rp2.000.000", "−Rp2,00 juta"),
        ("0", "Rp0", "Rp0"),
    ],
)
def test_money(nilai: str, penuh: str, ringkas: str) -> None:
    assert cetak.rupiah(D(nilai)) == penuh
    assert cetak.rupiah_ringkas(D(nilai)) == ringkas
    assert str(cetak.angka_rupiah(D(nilai), "a/b/c")) == penuh
    assert str(cetak.angka_rupiah_ringkas(D(nilai), "a/b/c")) == ringkas


def test_dates_are_words_in_a_time_element() -> None:
    assert cetak.waktu(date(2026, 10, 14)) == Markup('<time datetime="2026-10-14">14 Oktober 2026</time>')


@pytest.mark.parametrize(("bita", "teks"), [(812, "812 B"), (18432, "18,0 kB"), (1258291, "1,2 MB")])
def test_sizes(bita: int, teks: str) -> None:
    assert cetak.ukuran(bita) == teks


def test_a_figure_names_its_cell_and_keeps_its_raw_value() -> None:
    figure = Angka(D("87.28123"), "capaian/IKU-03:2024/capaian", "87,28", akhiran="%")
    assert str(figure) == "87,28%"
    assert figure.__html__() == '<data value="87.28123" data-ref="capaian/IKU-03:2024/capaian">87,28</data>%'
    assert Angka(D("1E+3"), "a/b/c", "1.000").__html__().startswith('<data value="1000"')


def test_a_unit_of_measure_is_only_text() -> None:
    assert "&lt;b&gt;" in Angka(D(1), "a/b/c", "1", akhiran=" <b>").__html__()


def test_long_text_becomes_paragraphs_and_nothing_else() -> None:
    assert cetak.paragraf("Satu\ndua.\n\n<i>Tiga</i>\n") == "<p>Satu dua.</p>\n<p>&lt;i&gt;Tiga&lt;/i&gt;</p>\n"


def test_text_is_escaped_and_figures_are_not(env: SandboxedEnvironment) -> None:
    template = env.from_string("{{ teks }} {{ angka }}")
    text = template.render(teks="<script>", angka=cetak.angka_persen(D("5"), "a/b/c"))
    assert text == '&lt;script&gt; <data value="5" data-ref="a/b/c">5,00</data>%'


def test_what_is_missing_is_an_error(env: SandboxedEnvironment) -> None:
    with pytest.raises(UndefinedError):
        env.from_string("{{ tidak_ada }}").render()


def test_templates_reach_no_internals(env: SandboxedEnvironment) -> None:
    with pytest.raises(SecurityError):
        env.from_string("{{ ''.__class__.__mro__ }}").render()


def test_filters(env: SandboxedEnvironment) -> None:
    text = (
        "{{ n|angka(1) }}|{{ n|ringkas(3) }}|{{ n|persen }}|{{ n|rupiah }}|{{ n|rupiah_ringkas }}|{{ h|tanggal_teks }}"
    )
    shown = env.from_string(text).render(n=D("2500000.25"), h=date(2024, 1, 2))
    assert shown == "2.500.000,3|2.500.000,25|2.500.000,25%|Rp2.500.000|Rp2,50 juta|2 Januari 2024"


def test_blocks_leave_no_blank_lines(env: SandboxedEnvironment) -> None:
    assert env.from_string("a\n  {% if true %}\nb\n  {% endif %}\n").render() == "a\nb\n"
