"""Splicing: only the lines that must change do, and what comes out says what was wanted."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakipgen.diagnostics import Loc, SakipgenError
from sakipgen.reading.events import parse, walk
from sakipgen.reading.naskah import Lines
from sakipgen.writing.rupa_nilai import LEBAR
from sakipgen.writing.sisip import HAPUS, Nilai, Ubahan, awal, sisip

DATA = Path(__file__).parents[2] / "data"
FILES = sorted(DATA.rglob("*.yaml"))
LONG = "Rekapitulasi register kasus disiplin belum ditandatangani, sehingga nilai triwulan ini masih sementara. " * 3


def read(text: str) -> Any:
    return parse(text, Lines(text)).value


def put(text: str, *loc: str | int, nilai: Nilai) -> str:
    return sisip(text, [Ubahan(loc, nilai)])


def at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = value[part]
    return value


def changed(before: str, after: str) -> list[str]:
    return [line for line in ndiff(before.splitlines(True), after.splitlines(True)) if line[0] in "+-"]


# ── Scalars where they stand ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [
        ("a: 1  # catatan\nb: 2\n", Decimal("87.50"), "a: 87.50  # catatan\nb: 2\n"),
        ("a: 'x'\n", "it's", "a: 'it''s'\n"),
        ('a: "01"\n', "02", 'a: "02"\n'),
        ("a:\nb: 2\n", 5, "a: 5\nb: 2\n"),
        ("a:   # kosong\n", "isi", "a: isi   # kosong\n"),
        ("a: null\n", True, "a: ya\n"),
        ("a: ~\n", False, "a: tidak\n"),
        ("a: 1", "x", "a: x"),
        ("a:\n  satu\n  dua\nb: 2\n", "x", "a:\n  x\nb: 2\n"),
        ("a: >-  # kenapa\n  satu\n  dua\n\nb: 2\n", "x", "a: x  # kenapa\n\nb: 2\n"),
        ("a: |+\n  satu\n\nb: 2\n", "x", "a: x\nb: 2\n"),
        ("a: {b: 1, c: 2}\n", None, None),
        ("a: 1\r\nb: 2\r\n", date(2026, 11, 20), "a: 2026-11-20\r\nb: 2\r\n"),
        ("a: 1\n", "", 'a: ""\n'),
        ("a: 1\n", "null", 'a: "null"\n'),
        ("a: 1\n", "Sementara: 214", 'a: "Sementara: 214"\n'),
        ("a: 1\n", "satu #dua", 'a: "satu #dua"\n'),
        ("a: 1\n", " tepi", 'a: " tepi"\n'),
        ("a: 1\n", "satu\n dua", 'a: "satu\\n dua"\n'),
        ("a: 1\n", "\u200b", 'a: "\\u200B"\n'),
        ("a: 1  # c\n", "satu\ndua", 'a: "satu\\ndua"  # c\n'),
        ("a: 1  # c\n", "satu\n\ndua", "a: >-  # c\n  satu\n\n  dua\n"),
        ("a: 1\n", "satu\n\n\ndua", 'a: "satu\\n\\n\\ndua"\n'),
        ("a: 1\n", "\n\n", 'a: "\\n\\n"\n'),
        ("- 1\n- 2  # c\n", "x", None),
    ],
)
def test_scalar(before: str, value: Nilai | None, after: str | None) -> None:
    if value is None or after is None:
        first: Loc = (1,) if before.startswith("-") else ("a", "c")
        assert changed(before, sisip(before, [Ubahan(first, "x")]))[1].startswith("+ ")
        return
    assert put(before, "a", nilai=value) == after


def test_prose_is_folded_and_keeps_its_paragraphs() -> None:
    text = put("a: 1\n", "b", nilai=f"{LONG.strip()}\n\nAkhir: selesai.")
    assert read(text)["b"] == f"{LONG.strip()}\n\nAkhir: selesai."
    assert text.startswith("a: 1\nb: >-\n  Rekapitulasi")
    assert text.endswith("\n\n  Akhir: selesai.\n")
    assert max(map(len, text.splitlines())) <= LEBAR


def test_a_comment_below_does_not_become_text() -> None:
    """A comment that stands deeper than its key would be read as a line of the folded text above it."""
    before = "a: 1\n    # dalam\nb: 2\n"
    assert put(before, "a", nilai="x\ny") == 'a: "x\\ny"\n    # dalam\nb: 2\n'
    apart = "a: 1\r\n\r\n  # dalam\r\nb: 2\r\n"
    assert put(apart, "a", nilai="x\ny") == apart.replace("1", '"x\\ny"')
    assert put(before, "a", nilai={"c": "x\n\ny"}) == "a:\n    # dalam\n  c: >-\n    x\n\n    y\nb: 2\n"
    assert put("b: 1\n    # dalam\n", "a", nilai="x\n\ny") == "b: 1\n    # dalam\na: >-\n  x\n\n  y\n"


def test_one_word_that_is_too_long_stays_whole() -> None:
    link = "https://contoh.go.id/" + "a" * 200
    assert put("a: 1\n", "a", nilai=link) == f"a: {link}\n"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(DATA)))
def test_one_figure_of_a_file_changes_one_line(path: Path) -> None:
    text = path.read_text("utf-8")
    value = read(text)
    scalars = [loc for loc, is_key in walk(value) if not is_key and isinstance(at(value, loc), str)]
    short = [loc for loc in scalars if len(at(value, loc)) < 60]
    for loc in (short[0], short[len(short) // 2], short[-1]) if short else ():
        lines = list(zip(text.split("\n"), put(text, *loc, nilai="diganti").split("\n"), strict=True))
        assert len([None for before, after in lines if before != after]) == 1
    assert sisip(text, [Ubahan(loc, at(value, loc)) for loc in scalars]) == text
    assert sisip(text, [Ubahan((), value)]) == text


# ── More and less ────────────────────────────────────────────────────────────────────────────────────────────────

BERKAS = """\
# yaml-language-server: $schema=x

# Kepala bagian.
butir:
  # Tentang IKU-03.
  IKU-03:
    nilai: 5  # sementara
    # di dalam

  IKU-04:
    nilai: 6
    bukti:
      - judul: Satu
        # jenisnya
        jenis: laporan
      - judul: Dua
        jenis: surat
"""


def test_a_key_comes_behind_its_siblings() -> None:
    text = put(BERKAS, "butir", "IKU-03", "komponen", "jp20", nilai=12)
    assert changed(BERKAS, text) == ["+     komponen:\n", "+       jp20: 12\n"]
    assert "sementara\n    komponen:\n      jp20: 12\n    # di dalam\n" in text


def test_a_new_sibling_stands_apart_where_the_others_do() -> None:
    text = put(BERKAS, "butir", "IKU-05", nilai={"nilai": 7})
    assert text == BERKAS + "\n  IKU-05:\n    nilai: 7\n"


def test_items_and_flow() -> None:
    text = put(BERKAS, "butir", "IKU-04", "bukti", 2, nilai={"judul": "Tiga", "daftar": ["a", "b"], "kosong": []})
    assert text == BERKAS + "      - judul: Tiga\n        daftar: [a, b]\n        kosong: []\n"
    assert put("a: [x, y]  # c\n", "a", 2, nilai="z, 1") == 'a: [x, y, "z, 1"]  # c\n'
    assert put("a: [x, y,]\n", "a", 2, nilai="z") == "a: [x, y, z]\n"
    assert put("a: {x: 1}\n", "a", "y", nilai={"z": ["b"]}) == "a: {x: 1, y: {z: [b]}}\n"
    assert put("a: []\n", "a", 0, nilai={"b": 1}) == "a:\n  - b: 1\n"
    assert put("a: {x, y: }\n", "a", "x", nilai=1) == "a: {x: 1, y: }\n"
    assert put("a:\n- 1\n- 2\nb: 3\n", "a", 2, nilai=4) == "a:\n- 1\n- 2\n- 4\nb: 3\n"
    assert (
        put("a: 1", "b", nilai=[{"c": "1", "d": ["x", "p: q"]}])
        == 'a: 1\nb:\n  - c: 1\n    d:\n      - x\n      - "p: q"'
    )


def test_deleting_takes_the_comment_that_is_glued() -> None:
    text = put(BERKAS, "butir", "IKU-03", nilai=HAPUS)
    assert text == BERKAS.replace(BERKAS[BERKAS.index("  # Tentang") : BERKAS.index("  IKU-04")], "")
    assert "IKU-04" not in put(BERKAS, "butir", "IKU-04", nilai=HAPUS)
    assert put(BERKAS, "butir", "IKU-04", nilai=HAPUS).endswith("    # di dalam\n")


def test_deleting_below_a_dash() -> None:
    text = put(BERKAS, "butir", "IKU-04", "bukti", 0, "judul", nilai=HAPUS)
    assert "      -\n        # jenisnya\n        jenis: laporan\n" in text
    text = put(BERKAS, "butir", "IKU-04", "bukti", 1, "judul", nilai=HAPUS)
    assert text.endswith("jenis: laporan\n      - jenis: surat\n")
    assert put(BERKAS, "butir", "IKU-04", "bukti", 1, nilai=HAPUS).endswith("jenis: laporan\n")


@pytest.mark.parametrize(
    ("before", "loc", "after"),
    [
        ("a: 1\nb: 2", ("b",), "a: 1"),
        ("# kepala\na: 1\nb: 2\n", ("a",), "# kepala\nb: 2\n"),
        ("a: {x: 1, y: 2}\n", ("a", "x"), "a: {y: 2}\n"),
        ("a: {x: 1, y: 2}\n", ("a", "y"), "a: {x: 1}\n"),
        ("a: [1, 2]\n", ("a", 0), "a: [2]\n"),
        ("a: [1]\n", ("a", 0), "a: []\n"),
        ("a:\n  x: 1\nb: 2\n", ("a", "x"), "a: {}\nb: 2\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", ("b",), "a: 1\n\nc: 3\n"),
        ("a: 1\r\n\r\nb: >-\r\n  x\r\n  y\r\n\r\nc: 3\r\n", ("b",), "a: 1\r\n\r\nc: 3\r\n"),
        ("a: 1\n", ("a",), "{}\n"),
    ],
)
def test_deleting(before: str, loc: Loc, after: str) -> None:
    assert sisip(before, [Ubahan(loc, HAPUS)]) == after


def test_a_whole_value_is_put_by_its_differences() -> None:
    wanted: Any = {
        "butir": {"IKU-03": {"nilai": "5"}, "IKU-04": {"nilai": "6", "bukti": [{"judul": "Dua", "jenis": "x"}]}}
    }
    text = put(BERKAS, nilai=wanted)
    assert read(text) == wanted
    assert "# sementara" in text
    assert "# Tentang IKU-03." in text


def test_changes_are_made_in_their_order() -> None:
    text = sisip("a:\n  - 1\n", [Ubahan(("a", 1), 2), Ubahan(("a", 2), 3), Ubahan(("a", 0), HAPUS)])
    assert text == "a:\n  - 2\n  - 3\n"


# ── Beginnings and refusals ──────────────────────────────────────────────────────────────────────────────────────


def test_a_file_begins_with_its_schema() -> None:
    text = awal("../../../schemas/siklus.schema.json")
    assert put(text, "pengumpulan", 0, "langkah", nilai=1) == (
        "# yaml-language-server: $schema=../../../schemas/siklus.schema.json\n\npengumpulan:\n  - langkah: 1\n"
    )
    assert not put("", "a", "b", nilai=1).startswith("\n")
    assert put("# x", "a", nilai=1) == "# x\n\na: 1"
    assert put("# x\n---\n", "a", nilai=1) == "# x\n---\n\na: 1\n"
    assert put("{}\n", "a", nilai=1) == "a: 1\n"


@pytest.mark.parametrize(
    ("text", "loc", "value", "message"),
    [
        ("a: &x 1\n", ("a",), 2, "sebelum diubah"),
        ("a: 1\na: 2\n", ("a",), 2, "sebelum diubah"),
        ("a: [1\n", ("a",), 2, "sebelum diubah"),
        ("a: 1\n", ("a", "b"), 2, "`a → b`: tidak ada tempatnya"),
        ("a: [1]\n", ("a", 2), 2, "`a → ke-3`"),
        ("a: 1\n", ("b",), HAPUS, "tidak dapat dihapus"),
        ("a: [1]\n", ("a", 1), HAPUS, "`a → ke-2`"),
        ("a: 1\n", (), HAPUS, "akar"),
        ("a: 1\n", ("a",), {"kо": 1}, "sesudah diubah"),
    ],
)
def test_what_cannot_be_changed_is_refused(text: str, loc: Loc, value: Nilai, message: str) -> None:
    with pytest.raises(SakipgenError, match=message):
        sisip(text, [Ubahan(loc, value)])


# ── Anything ─────────────────────────────────────────────────────────────────────────────────────────────────────

HURUF = st.characters(codec="utf-8", exclude_characters="\ufeff")
TEKS = st.one_of(
    st.text(HURUF, max_size=40),
    st.text(st.sampled_from("ab: #'\"\n-?[]{},&*!|>%@`\\~\t"), max_size=30),
    st.lists(st.text("kata,.:#", max_size=14), max_size=60).map(" ".join),
    st.lists(st.lists(st.text("kata-", min_size=1, max_size=300), max_size=6).map(" ".join), max_size=4).map("\n".join),
    st.sampled_from(["null", "~", "yes", "<<", "---", "...", "- a", "? a", "a:", "=", "01", "1e3", "'", '"']),
)
KUNCI = st.one_of(st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.-]{0,8}", fullmatch=True), st.sampled_from(["a", "b", "null"]))


def wrapped(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or a list or mapping of such values."""
    return st.one_of(inner, st.lists(inner, max_size=3), st.dictionaries(KUNCI, inner, max_size=3))


NILAI = wrapped(wrapped(TEKS))
PETA = st.dictionaries(KUNCI, NILAI, min_size=1, max_size=4)


@given(PETA, PETA, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=150)
def test_any_value_can_be_put_over_any_other(first: Any, second: Any, nl: str) -> None:
    text = sisip(awal("x").replace("\n", nl), [Ubahan((), first)])
    assert read(text) == first
    assert text.count("\n") == text.count(nl)
    after = sisip(text, [Ubahan((), second)])
    assert read(after) == second
    assert sisip(after, [Ubahan((), second)]) == after


@given(TEKS, st.sampled_from(["a: 1  # c", "a:  # c", "a: >-  # c\n  x y", "a: 'x'  # c", 'a: "x"  # c']))
@settings(max_examples=150)
def test_the_lines_around_a_text_stay(value: str, line: str) -> None:
    before, after = "# atas\n\nz: {x: [1, 2]} # z\n", "\n# bawah\nb:\n- 1\n\n"
    text = put(f"{before}{line}\n{after}", "a", nilai=value)
    assert text.startswith(before)
    assert text.endswith(after)
    assert "# c" in text
    assert read(text)["a"] == value
    assert sisip(sisip(text, [Ubahan(("c",), value)]), [Ubahan(("c",), HAPUS)]).rstrip("\n") == text.rstrip("\n")


@given(st.sampled_from(FILES), st.data())
@settings(max_examples=100)
def test_taken_out_and_put_back(path: Path, data: st.DataObject) -> None:
    """Whatever is taken out of a file of the office, the rest stays; put back, the file says the same."""
    text = path.read_text("utf-8")
    value = read(text)
    loc = data.draw(st.sampled_from([loc for loc, is_key in walk(value) if not is_key and loc]))
    less = put(text, *loc, nilai=HAPUS)
    assert len([line for line in changed(text, less) if line[0] == "+"]) <= 1
    assert read(put(less, nilai=value)) == value
