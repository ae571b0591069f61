"""From bytes to values and places: what is refused, where, and in which words."""

from __future__ import annotations

import time
from pathlib import PurePosixPath

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.diagnostics import START, Issue, Position, SakipgenError
from sakipgen.reading import Source, events, read_source
from sakipgen.reading.yaml_source import inspect_source, resolve_without_source
from tests.conftest import Indonesian

PATH = PurePosixPath("data/x.yaml")


def good(text: str) -> Source:
    source, diagnostics = read_source(PATH, text.encode())
    assert diagnostics == ()
    assert source is not None
    return source


def refused(text: str | bytes) -> list[tuple[int, int, str]]:
    source, diagnostics = read_source(PATH, text if isinstance(text, bytes) else text.encode())
    assert source is None
    return [(*diagnostic.position, diagnostic.code) for diagnostic in diagnostics]


# ── Values ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("5.10", "5.10"),
        ("012", "012"),
        ("NO", "NO"),
        ("yes", "yes"),
        ("1e3", "1e3"),
        ("12:30", "12:30"),
        ("2024-01-05", "2024-01-05"),
        ("1_000", "1_000"),
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", "Null"),
        ('""', ""),
        ("''", ""),
        ("'null'", "null"),
        ('"~"', "~"),
        ("# catatan", None),
        ("|\n  dua\n  baris\n", "dua\nbaris\n"),
        (">-\n  satu\n  baris\n", "satu baris"),
        (">-\n  satu\n  baris\n\n  alinea\n\n\n  lain\n", "satu baris\n\nalinea\n\nlain"),
        (">\n  satu\n\n  dua\n\n", "satu\n\ndua\n"),
        ("|-\n  satu\n  baris\n\n  alinea\n", "satu\nbaris\n\nalinea"),
        ("[a, b]", ["a", "b"]),
        ("{a: 1}", {"a": "1"}),
        ('"\\u00e9"', "é"),
    ],
)
def test_scalars_stay_text(scalar: str, value: object) -> None:
    assert good(f"k: {scalar}").value == {"k": value}


@pytest.mark.parametrize("text", ["", "\n", "# komentar\n", "---\n", "--- # kosong\n...\n", "null\n", "~"])
def test_nothing(text: str) -> None:
    source = good(text)
    assert source.value is None
    assert source.position(("a",)) == source.position(())


def test_windows_line_ends_are_read() -> None:
    source = good("a: 1\r\nb:\r\n  - |\r\n    x\r\n    y\r\n")
    assert source.value == {"a": "1", "b": ["x\ny\n"]}
    assert source.position(("b", 0)) == (3, 5)


# ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────────

TEKS = """\
# komentar é
butir:
  "IKU-é😀":   {nilai: 1, x: [a, 😀b, c]}
  IKU-02:
    - é: ü
      n: |
        teks
"""


def test_places_of_keys_and_values() -> None:
    source = good(TEKS)
    assert dict(source.keys) == {
        ("butir",): (2, 1),
        ("butir", "IKU-é😀"): (3, 3),
        ("butir", "IKU-é😀", "nilai"): (3, 16),
        ("butir", "IKU-é😀", "x"): (3, 26),
        ("butir", "IKU-02"): (4, 3),
        ("butir", "IKU-02", 0, "é"): (5, 7),
        ("butir", "IKU-02", 0, "n"): (6, 7),
    }
    assert source.position(()) == (2, 1)
    assert source.position(("butir", "IKU-é😀", "x", 2)) == (3, 37)
    assert source.position(("butir", "IKU-02", 0, "é")) == (5, 10)
    assert source.position(("butir", "IKU-02", 0, "n")) == (6, 10)


def test_deepest_part_that_exists_wins() -> None:
    source = good("target:\n  IKU-01:\n    2024: 80\n")
    assert source.position(("target", "IKU-01", 2024)) == (3, 11)
    assert source.position(("target", "rentang", "IKU-01", "2024", "[key]"), at_key=True) == (3, 5)
    assert source.position(("target", "IKU-01", "nama")) == (3, 5)
    assert source.position(("target", "IKU-09"), at_key=True) == (1, 1)
    assert source.position(("x",)) == (1, 1)
    assert source.position(("target", "IKU-01", -1)) == (3, 5)


def test_resolve_says_where_in_words() -> None:
    source = good("butir:\n  IKU-01:\n    bukti:\n      - judul: x\n")
    issue = Issue(PATH, ("butir", "IKU-01", "bukti", 0, "judul", "[key]"), "S001", "a\nb", at_key=True)
    assert source.resolve(issue).as_text() == (
        "data/x.yaml:4:9: galat[S001] butir → IKU-01 → bukti → ke-1 → judul: a\\nb"
    )


def test_resolve_without_source() -> None:
    diagnostic = resolve_without_source(Issue(PATH, ("a",), "R001", "x"))
    assert (diagnostic.position, diagnostic.where) == (START, "")


# ── Refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n<<: {c: 1}\n'<<': 1\n", [(1, 4, "Y001"), (2, 4, "Y001"), (3, 1, "Y001")]),
        ("*a : 1\n", [(1, 1, "Y001")]),
        ("&a b: 1\n", [(1, 1, "Y001")]),
        ("a: &x [1]\nb: &y {c: 1}\n", [(1, 4, "Y001"), (2, 4, "Y001")]),
        ("a: * penting\n", [(1, 4, "Y001")]),
        ("a: &\n", [(1, 4, "Y001")]),
        ("a: !!int 1\nb: !x [1]\n!c d: 1\ne: ! x\nf: !\n", [(1, 4, "Y002"), (2, 4, "Y002"), (3, 1, "Y002"),
         (4, 4, "Y002"), (5, 4, "Y002")]),
        ("a: !<x\n", [(1, 4, "Y002")]),
        ("a: !x!y z\n", [(1, 4, "Y002")]),
        ("a: 1\nb: 2\na: 3\na: {b: 1, b: 2}\n", [(3, 1, "Y003"), (4, 1, "Y003"), (4, 11, "Y003")]),
        ("ﬁ: 1\nfi: 2\n", [(1, 1, "Y004"), (2, 1, "Y003")]),
        ("п: 1\nnilаi: 2\n", [(1, 1, "Y004"), (2, 1, "Y004")]),
        ("[" * 21 + "]" * 21, [(1, 21, "Y005")]),
        ("a: 1\n---\nb: 2\n", [(2, 1, "Y006")]),
        ("a: 1\n---\n", [(2, 1, "Y006")]),
        ("a:\n\tb: 1\n", [(2, 1, "Y007")]),
        ("a:\n  b: 1\n\tc: 2\n", [(3, 1, "Y007")]),
        ("a:\n  \tb: 1\n", [(2, 3, "Y007")]),
        ("a:\n -\tb: 1\n", [(2, 3, "Y007")]),
        ("a: |\n\tb\n", [(2, 1, "Y007")]),
        ("? [a]\n: 1\n? {b: c}\n: 2\n~: 1\n'': 2\nd: 1\n",
         [(1, 3, "Y011"), (3, 3, "Y011"), (5, 1, "Y011"), (6, 1, "Y011")]),
        ("- x\n" * 4999, []),
        ('a: "x\\u202ey"\n"\\u200bb": "c"\n', [(1, 4, "U001"), (2, 1, "U002")]),
        ('a: "x\u200b \\" y"\n', [(1, 6, "U002")]),
        ("a: \x00\n", [(1, 4, "U002")]),
        ("\ufeffa: &x 1\n", [(1, 1, "U002"), (1, 4, "Y001")]),
        (b"a: \xff", [(1, 4, "Y009")]),
    ],
)  # fmt: skip
def test_refusals(text: str | bytes, expected: list[tuple[int, int, str]]) -> None:
    if expected:
        assert refused(text) == expected
    else:
        good(str(text))


def test_too_many_nodes() -> None:
    many = "[" + ", ".join(["x"] * 200) + "]\n"
    assert good("".join(f"k{n}: {many}" for n in range(99)))
    assert refused("".join(f"k{n}: {many}" for n in range(100)))[0][2] == "Y013"
    assert refused("".join(f"k: {many}" for n in range(100)))[-1][2] == "Y013"


@pytest.mark.parametrize("opening", ["[", "- ", "? ", "{a: ", "[{a: "])
def test_nesting_without_end(opening: str) -> None:
    started = time.perf_counter()
    codes = {code for _, _, code in refused(opening * (200_000 // len(opening)))}
    assert "Y005" in codes
    assert time.perf_counter() - started < 2


def test_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))]
    assert {code for _, _, code in refused("\n".join(lines))} == {"Y001", "Y014"}


def test_messages_name_both_lines_and_the_letter(indonesian: Indonesian) -> None:
    _, diagnostics = read_source(PATH, "nilai: 1\nb: 2\nnilai: 3\nn\u0456lai: 4\n".encode())
    assert [indonesian(d.message) for d in diagnostics] == [
        (
            "kunci `nilai` ditulis dua kali (baris 1 dan 3); setiap kunci hanya boleh ada satu; "
            "hapus salah satu atau perbaiki namanya."
        ),
        (
            "kunci `n\u0456lai` memuat huruf bukan Latin biasa (U+0456); kunci hanya memakai huruf Latin; "
            "ketik ulang `nilai`."
        ),
    ]


def test_schema_may_judge_a_refused_text_that_is_whole() -> None:
    assert inspect_source(PATH, b"a: 1\na: 2\n")[0] is not None
    assert inspect_source(PATH, "a: x\u200b\n".encode())[0] is not None
    assert inspect_source(PATH, "a\u200b: x\n".encode())[0] is None
    assert inspect_source(PATH, b"a: *b\n")[0] is None
    assert inspect_source(PATH, b"a: [\n")[0] is None


def test_missing_libyaml_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_PARSER", None)
    with pytest.raises(SakipgenError, match="libyaml"):
        read_source(PATH, b"a: 1")


# ── Properties ───────────────────────────────────────────────────────────────────────────────────────────────────

SCRAPS = [*"a\n\t[]{},:'\"#|>%@\\\x00\ré\u200b\ufeff\xa0\u0430", "b: ", "- ", "  ", "&x ", "*x", "!t ", "---\n", "? "]
YAMLISH = st.lists(st.sampled_from(SCRAPS), max_size=40).map(lambda parts: "".join(parts).encode())


@given(st.binary() | YAMLISH | st.text().map(str.encode))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    source, diagnostics = read_source(PATH, content)
    assert (source is None) == bool(diagnostics)
    for diagnostic in diagnostics:
        assert diagnostic.message.isprintable()
        assert diagnostic.position >= (1, 1)
    if source is not None:
        assert source.position(()) >= (1, 1)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z", "M"), max_codepoint=0x24F) | st.just(" "))
KEYS = TEXT.filter(lambda key: key and key != "<<" and key not in {"null", "~"})
VALUES = st.recursive(
    st.none() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(KEYS, VALUES), st.booleans())
@settings(max_examples=150, deadline=None)
def test_dumped_and_read_again_is_equal(value: dict[str, object], flow: bool) -> None:
    text = yaml.dump(
        value, Dumper=yaml.CSafeDumper, allow_unicode=True, default_flow_style=flow, sort_keys=False, width=500
    )
    source, diagnostics = read_source(PATH, text.encode())
    if {diagnostic.code for diagnostic in diagnostics} & {"Y004", "U002", "U003", "U004", "Y005"}:
        return
    assert diagnostics == ()
    assert source is not None
    assert source.value == value
    lines = text.split("\n")
    for loc, position in source.keys.items():
        rest = "\n".join([lines[position.baris - 1][position.kolom - 1 :], *lines[position.baris :]])
        token = next(t for t in yaml.scan(rest, Loader=yaml.SafeLoader) if isinstance(t, yaml.ScalarToken))
        assert token.value == loc[-1]


def test_position_type() -> None:
    assert isinstance(good("a: 1").position(("a",)), Position)
