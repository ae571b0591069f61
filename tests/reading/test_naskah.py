"""The raw text: sizes, encodings, and characters nobody can see."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.diagnostics import Position
from sakipgen.reading.events import parse
from sakipgen.reading.naskah import _BERSIH as CLEAN
from sakipgen.reading.naskah import (
    BATAS_BITA,
    Finding,
    Lines,
    check_characters,
    check_lines,
    check_size,
    decode,
)
from tests.conftest import Indonesian


def places(text: str) -> list[tuple[int, int, str]]:
    return [(*finding.position, finding.code) for finding in check_characters(text)]


@pytest.mark.parametrize(
    "text",
    [
        "nama: Ma’ruf “Anwar” – S.Si., M.T.\n",
        "target: ≥ 80 → naik … ½ × ± °C\r\nb: §12\tc\n",
        "satuan: μg/m³, kΩ, Δ\n",
        "nama: Ñoño Çelik Đặng\n",
        "emoji: 📊\n",
        "aksara: ᮞᮥᮔ᮪ᮓ ꦗꦮ\n",
    ],
)
def test_good_but_odd(text: str) -> None:
    assert check_characters(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", [(1, 2, "U001")]),
        ("x\n a\u2067b\u2069", [(2, 3, "U001"), (2, 5, "U001")]),
        ("é\u200b", [(1, 2, "U002")]),
        ("a\u00adb", [(1, 2, "U002")]),
        ("a\x07", [(1, 2, "U002")]),
        ("a\rb", [(1, 2, "U002")]),
        ("a\x85b", [(1, 2, "U002")]),
        ("a\u2028b", [(1, 2, "U002")]),
        ("a\ue000", [(1, 2, "U002")]),
        ("a\U000e0041", [(1, 2, "U002")]),
        ("a\ufe0f", [(1, 2, "U002")]),
        ("a\ufffd", [(1, 2, "U002")]),
        ("nilai:\u00a077", [(1, 7, "U002")]),
        ("\u3000nilai: 77", [(1, 1, "U002")]),
        ("a\u00a0b", []),
        ("Kerj\u0430", [(1, 5, "U003")]),
        ("Αpril", [(1, 1, "U003")]),
        ("Москва", []),
        ("cafe\u0301", [(1, 4, "U004")]),
        ("Å = \u212b", [(1, 5, "U004")]),
    ],
)
def test_hidden_characters(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert places(text) == expected


def test_one_finding_for_each_kind_of_character(indonesian: Indonesian) -> None:
    found = check_characters("\n".join(["a\u200bb\u200b"] * 7))
    assert [finding.position for finding in found] == [Position(1, 2)]
    assert indonesian(found[0].message).startswith(
        "ada karakter tak terlihat U+200B (14 kali: baris 1, 2, 3, 4, 5, …);"
    )


def test_clean_set_holds_nothing_bad() -> None:
    """The quick test may pass a text only if the slow one would find nothing."""
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if CLEAN.fullmatch(char) and char not in "\t\r\n":
            assert unicodedata.category(char) not in {"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Mn"}, hex(code)
            assert unicodedata.is_normalized("NFC", char), hex(code)


def test_libyaml_refuses_no_character_that_we_pass() -> None:
    """A refusal of the reader has no message of its own: check_characters must have named the character."""
    chars = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    passed = [char for char in chars if char.isprintable() and unicodedata.category(char) not in {"Cn", "Co"}]
    for start in range(0, len(passed), 1000):
        chunk = "".join(passed[start : start + 1000])
        if "\ufffd" not in chunk:
            text = "- |\n  " + chunk + "\n"
            assert parse(text, Lines(text)).whole, hex(ord(chunk[0]))


def test_size() -> None:
    assert check_size(BATAS_BITA) is None
    finding = check_size(BATAS_BITA + 1)
    assert finding is not None
    assert finding.code == "Y008"
    assert finding.message.startswith("berkas ini 256,1 KiB; paling besar 256 KiB;")


def test_lines() -> None:
    assert list(check_lines("a\n" * 5000)) == []
    assert [f.position for f in check_lines("a\n" * 5001)] == [Position(5001, 1)]
    assert [f.position for f in check_lines("a\n" + "x" * 2001)] == [Position(2, 2001)]
    assert list(check_lines("a\n" + "x" * 2000)) == []


@pytest.mark.parametrize(
    ("content", "position"),
    [
        (b"\xff\xfea\x00", (1, 1)),
        ("nilai: 1".encode("utf-16-le"), (1, 1)),
        (b"a: b\nc: \xe9", (2, 4)),
        ("é: ".encode() + b"\x80", (1, 4)),
        (b"\xef\xbb\xbfa\xff", (1, 2)),
    ],
)
def test_encoding(content: bytes, position: tuple[int, int], indonesian: Indonesian) -> None:
    finding = decode(content)
    assert isinstance(finding, Finding)
    assert (finding.position, finding.code) == (position, "Y009")
    indonesian(finding.message)


@given(st.text())
def test_positions_count_characters(text: str) -> None:
    lines = Lines(text)
    for index, char in enumerate(text):
        line, column = lines.position(index)
        if char not in "\r\n\x85\u2028\u2029":
            assert lines.line(line)[column - 1] == char


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    for finding in check_characters(text):
        assert finding.position >= (1, 1)
        assert finding.message.endswith(".")
