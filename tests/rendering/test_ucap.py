"""A line of words and figures: put together, in brackets where a minus needs them, as text and as HTML."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.rendering.cetak import Angka, ringkas
from sakipgen.rendering.ucap import Ucap, berkurung, gabung, html, isi, teks
from tests.rendering.hitungan import hitung, mentah

JAHAT = "<script>{t} %s {{ 7*7 }} &amp; \\1 {0}"


def figure(value: str, **words: str) -> Angka:
    number = Decimal(value)
    return Angka(number, f"t/{value}/k", ringkas(number, 6), **words)


R, T = figure("45"), figure("60", akhiran="%")


def test_a_pattern_takes_its_figures() -> None:
    assert isi("({r} ÷ {t}) × 100", r=R, t=T) == ("(", R, " ÷ ", T, ") × 100")


def test_a_pattern_takes_words_and_whole_lines_and_no_empty_ones() -> None:
    assert isi("{r}, target {t}{b}", r="ya", t=("paling sedikit ", T), b="") == (
        "ya",
        ", target ",
        "paling sedikit ",
        T,
    )


def test_a_figure_may_stand_twice() -> None:
    assert teks(isi("((2 × {t} − {r}) ÷ {t}) × 100", r=R, t=T)) == "((2 × 60% − 45) ÷ 60%) × 100"


def test_what_is_put_in_is_not_read_as_a_pattern() -> None:
    assert isi("{a} dan {b}", a=JAHAT, b="{a}") == (JAHAT, " dan ", "{a}")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ()),
        ([(R,)], (R,)),
        ([(R,), (T, " ya")], (R, " + ", T, " ya")),
        ([(R,), (R,), (R,)], (R, " + ", R, " + ", R)),
    ],
)
def test_several_lines_make_one(parts: list[Ucap], expected: Ucap) -> None:
    assert gabung(" + ", parts) == expected


@pytest.mark.parametrize(
    ("ucap", "expected"),
    [
        (("2 × ", figure("10"), " − ", figure("-3")), "2 × 10 − (−3)"),
        ((figure("-3"), " + ", figure("-3")), "−3 + (−3)"),
        (("(", figure("-3"), " ÷ ", figure("-4"), ") × 100"), "(−3 ÷ (−4)) × 100"),
        ((figure("1"), " × ", figure("-4")), "1 × (−4)"),
        (("|", figure("-3"), "|"), "|−3|"),
        (("−", figure("-3")), "−(−3)"),
        (("−", figure("3")), "−3"),
        ((figure("1"), " − ", figure("-0.0000001")), "1 − 0"),
        ((figure("1"), " − ", Angka(Decimal(-5), "t/k/n", "5", awalan="−Rp")), "1 − (−Rp5)"),
        ((), ""),
    ],
)
def test_a_negative_figure_behind_a_sign_stands_in_brackets(ucap: Ucap, expected: str) -> None:
    assert teks(berkurung(ucap)) == expected


@given(st.lists(st.decimals(min_value=-999, max_value=999, places=3), min_size=1), st.sampled_from(["+", "−", "×"]))
def test_brackets_keep_the_answer(values: list[Decimal], sign: str) -> None:
    line = gabung(f" {sign} ", [(figure(str(value)),) for value in values])
    want = hitung(f" {sign} ".join(f"({mentah(figure(str(value)))})" for value in values))
    assert hitung("".join(map(mentah, berkurung(line)))) == want


def test_as_text() -> None:
    assert teks(("capaian ", T, JAHAT)) == f"capaian 60%{JAHAT}"


def test_as_html_with_the_cell_of_each_figure_and_words_that_are_only_text() -> None:
    assert html(("capaian ", T, " <b>&")) == ('capaian <data value="60" data-ref="t/60/k">60</data>% &lt;b&gt;&amp;')
    assert html(()) == ""


def test_the_words_of_a_figure_are_text() -> None:
    """Milestones and predikat are written by people, though they stand where digits stand."""
    figure = Angka(Decimal(100), "target/X:1/nilai", '<img src="x">', awalan="<", akhiran=">")
    assert figure.__html__() == (
        '&lt;<data value="100" data-ref="target/X:1/nilai">&lt;img src=&#34;x&#34;&gt;</data>&gt;'
    )
