"""Numbers reach JSON digit for digit, and text that looks like our mark stays text."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.domain.waktu import Periode
from sakipgen.rendering.datajson import dump_tables, dumps, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("90.50", "90.5"),
        ("100.00", "100"),
        ("1E+3", "1000"),
        ("1E-7", "0.0000001"),
        ("-0.00", "0"),
        ("-1.5", "-1.5"),
        ("87.28123453457506636073244252", "87.28123453457506636073244252"),
    ],
)
def test_plain(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text
    assert dumps({"nilai": Decimal(value)}) == f'{{\n  "nilai": {text}\n}}\n'


def test_other_values() -> None:
    values = {"hari": date(2024, 1, 31), "periode": Periode(2024, "TW3"), "berkas": PurePosixPath("data/a.yaml")}
    assert json.loads(dumps(values)) == {"hari": "2024-01-31", "periode": "2024-TW3", "berkas": "data/a.yaml"}


def test_keys_stay_in_order_unless_asked() -> None:
    assert list(json.loads(dumps({"b": 1, "a": 2}))) == ["b", "a"]
    assert list(json.loads(dumps({"b": 1, "a": 2}, sort_keys=True))) == ["a", "b"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object()])
def test_refuses_what_has_no_exact_form(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        dumps({"nilai": value})


@pytest.mark.parametrize("text", [r"\u0000", r"\u00001", r'"\u00001"', r"\\u00001", 'a"', "é\t\n</script>"])
def test_text_stays_text(text: str) -> None:
    assert json.loads(dumps([text, {text: text}])) == [text, {text: text}]


@given(
    st.lists(
        st.one_of(
            st.text(st.characters(exclude_characters="\0", codec="utf-8")),
            st.decimals(allow_nan=False, allow_infinity=False, places=6),
            st.none(),
            st.booleans(),
            st.integers(),
        )
    )
)
def test_round_trip(values: list[object]) -> None:
    meant = [value or abs(value) if isinstance(value, Decimal) else value for value in values]
    assert json.loads(dumps(values), parse_float=Decimal) == meant
    table = "".join(dump_tables({"versi": 1}, "tabel", [("t", ["nilai"], [[value] for value in values])]))
    assert json.loads(table, parse_float=Decimal) == {"versi": 1, "tabel": {"t": [{"nilai": v} for v in meant]}}


def test_tables_have_one_row_a_line() -> None:
    text = "".join(dump_tables({"a": {"b": Decimal(1)}}, "tabel", [("x", ["id"], [["1"], ["2"]]), ("y", ["id"], [])]))
    assert text == (
        '{\n  "a": {\n    "b": 1\n  },\n  "tabel": {\n    "x": [\n'
        '      {"id": "1"},\n      {"id": "2"}\n    ],\n    "y": []\n  }\n}\n'
    )
