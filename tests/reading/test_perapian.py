"""What nobody sees is mended, and what a text says stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakipgen.reading.events import parse
from sakipgen.reading.naskah import Lines
from sakipgen.reading.perapian import Rapian, rapikan
from sakipgen.writing.sisip import Ubahan, sisip

BERSIH = "# é\nbutir:\n  IKU-01:\n    nilai: 77.5 # angka\n    kendala: >-\n      Satu.\n\n      Dua – “tiga”.\n"


def rapi(text: str) -> Rapian:
    return rapikan(text.encode())


def test_a_clean_text_is_left_byte_for_byte() -> None:
    assert rapi(BERSIH) == Rapian(BERSIH.encode())
    assert rapi("") == Rapian(b"")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("\ufeffa: 1\n", "a: 1\n", "tanda BOM"),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n", "2 akhir baris"),
        ("a: 1\rb: 2\n", "a: 1\nb: 2\n", "1 akhir baris"),
        ("a: Cafe\u0301\n", "a: Caf\u00e9\n", "1 huruf tidak baku (NFC)"),
        ("a: ke\u200bra\u00adja\u2060\n", "a: keraja\n", "3 karakter tak terlihat"),
        ("a: \u202eabc\u202c\n", "a: abc\n", "2 karakter tak terlihat"),
        ("a\u200b: x\n", "a: x\n", "1 karakter tak terlihat"),
        ("a: x\u00a0y\u2009z\n", "a: x y z\n", "2 spasi khusus"),
        ("a:\u00a0x\n", "a: x\n", "1 spasi khusus"),
        ("a:\n\u00a0\u00a0b: 1\n", "a:\n  b: 1\n", "2 spasi khusus"),
        ("a:\n  b: 1  \n\t\n  c: 2\n", "a:\n  b: 1\n\n  c: 2\n", "2 spasi di akhir baris"),
        ("a: >-\n  satu\u00a0\n  dua\n", "a: >-\n  satu\n  dua\n", "1 spasi khusus, 1 spasi di akhir baris"),
        ("a: 1", "a: 1\n", "baris terakhir tanpa akhir baris"),
        ("a:\n\tb: 1\n\tc: 2\n", "a:\n  b: 1\n  c: 2\n", "jarak TAB pada 2 baris"),
        ("a:\n  b:\n\tc: 1\n    d: 2\n", "a:\n  b:\n    c: 1\n    d: 2\n", "jarak TAB pada 1 baris"),
        ("# cata\u200btan\na: 1\n", "# catatan\na: 1\n", "1 karakter tak terlihat"),
    ],
)
def test_what_nobody_sees_is_mended(before: str, after: str, told: str) -> None:
    found = rapi(before)
    assert (found.isi.decode(), ", ".join(found.perbaikan), found.alasan) == (after, told, None)
    assert rapi(after) == Rapian(after.encode())


@pytest.mark.parametrize(
    ("before", "why"),
    [
        (b"a: \xff\n", "bukan UTF-8"),
        (b"\xff\xfea\x00", "UTF-16"),
        (b"a: " + b"x" * 300_000, "paling besar 256 KiB"),
        (b"<<<<<<< a\nx: 1 \n=======\n>>>>>>> b\n", "tanda konflik"),
        ("a: [\u00a0\n".encode(), "susunannya belum terbaca"),
        (b"a: 1 \na: 2\n", "susunannya belum terbaca"),
        (b"a: x\x01y \n", "susunannya belum terbaca"),
        ("a: 1\na\u200b: 2\n".encode(), "susunannya belum terbaca"),
        (b"a:\n  b:\n\tc: 1\n", "lebar TAB-nya menentukan arti"),
        (b"a: |\n  satu  \n  dua\n", "artinya akan berubah"),
        (b"a: |\n  satu\n  \tdua\n", "artinya akan berubah"),
        ("a: x\n  b:\u00a0c\n".encode(), "susunannya belum terbaca"),
    ],
)
def test_what_would_mean_something_else_is_left_with_the_reason(before: bytes, why: str) -> None:
    found = rapikan(before)
    assert (found.isi, found.perbaikan) == (before, ())
    assert why in (found.alasan or "")


def test_signs_of_an_escaped_text_are_part_of_it() -> None:
    assert rapi('a: "x\\u200by \\t z"\n').perbaikan == ()


KOTOR = st.sampled_from(["\u200b", "\u00a0", "\u202e", "e\u0301", "\ufeff", " ", "\u2003", "x", "kata", "\u00ad"])


@given(
    st.lists(KOTOR, max_size=8).map("".join),
    st.sampled_from(["a: {}\n", "a: >-\n  {}\n  b\n", "a: '{}'\n", "- {}\n- x\n", "a:\n  b: [{}, y]\n"]),
)
def test_a_value_differs_only_by_what_nobody_sees(dirt: str, shape: str) -> None:
    before = shape.format(f"s{dirt}t")
    found = rapi(before)
    text = found.isi.decode()
    assert found.alasan is None
    assert rapi(text) == Rapian(found.isi)
    old, new = (str(parse(t, Lines(t)).value) for t in (before.removeprefix("\ufeff"), text))
    assert _terlihat(old) == _terlihat(new)


def _terlihat(text: str) -> str:
    """What a reader sees of a value, whatever stands between its words."""
    for escape in ("\\u200b", "\\xa0", "\\u202e", "\\ufeff", "\\u2003", "\\xad"):
        text = text.replace(escape, "")
    return unicodedata.normalize("NFC", text).replace(" ", "")


def test_what_the_splicer_writes_is_tidy() -> None:
    text = sisip(BERSIH, [Ubahan(("butir", "IKU-01", "solusi"), "Tiga.\n\nEmpat.")])
    assert rapi(text).perbaikan == ()
