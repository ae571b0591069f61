"""libyaml's complaints: where they are shown, and that each is said in Indonesian."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from sakipgen.reading import read_source
from sakipgen.reading.naskah import Lines
from sakipgen.reading.sintaks import _PESAN_UMUM as GENERAL
from sakipgen.reading.sintaks import explain_syntax
from tests.conftest import Indonesian

PATH = PurePosixPath("data/x.yaml")


@pytest.mark.parametrize(
    ("text", "place", "start"),
    [
        ("a: x: y\n", (1, 5), "ada titik dua di tengah isi;"),
        ("a: 1\n  b: 2\n", (2, 4), "baris ini menyambung isi baris di atasnya,"),
        ("a\nb: 1\n", (2, 2), "baris ini menyambung isi baris di atasnya,"),
        ("a:\n  b: 1\n c: 2\n", (3, 2), "spasi di depan baris ini tidak sama"),
        ("a: |\n  x\n y\n", (3, 2), "spasi di depan baris ini tidak sama"),
        ("a: 1\n- b\n", (2, 1), "butir daftar ini tidak berada di bawah sebuah kunci;"),
        ("- a\nb: 1\n", (2, 1), "baris ini setingkat dengan butir daftar,"),
        ("a: 'it's'\n", (1, 8), "ada teks sesudah tanda kutip atau kurung penutup;"),
        ("a: [b] c\n", (1, 8), "ada teks sesudah tanda kutip atau kurung penutup;"),
        (": b\n", (1, 1), "titik dua ini tidak punya kunci;"),
        ("a: - b\n", (1, 4), "tanda `- ` tidak boleh sebaris dengan kuncinya;"),
        ("a: -\n", (1, 4), "isi hanya tanda hubung;"),
        ("a: ? b\n", (1, 4), "isi tidak boleh diawali `? `;"),
        ("a: @b\n", (1, 4), "isi tidak boleh diawali `@`;"),
        ("a: `b`\n", (1, 4), "isi tidak boleh diawali tanda petik terbalik;"),
        ("a: %5\n", (1, 4), "isi tidak boleh diawali `%`;"),
        ("a: 1\n%b: 2\n", (2, 1), "isi tidak boleh diawali `%`;"),
        ("%YAML 3.0\n---\na: 1\n", (1, 1), "isi tidak boleh diawali `%`;"),
        ("a: ]\n", (1, 4), "ada tanda baca di tempat yang seharusnya berisi;"),
        ("a: [1,,2]\n", (1, 7), "ada tanda baca di tempat yang seharusnya berisi;"),
        ("a: | x\n  y\n", (1, 6), "ada teks di belakang `|` atau `>`;"),
        ("a: >0\n  y\n", (1, 5), "ada teks di belakang `|` atau `>`;"),
        ("a: 1\n...\nb: 2\n", (3, 1), "ada isi sesudah baris `...`"),
        ("a: 1\nbb\nc: 1\n", (2, 1), "baris ini bukan pasangan `kunci: isi`;"),
        ("b: 1\na: 'x\n  y\n", (2, 4), "tanda kutip yang dibuka di sini tidak ditutup;"),
        ('a: "x\n---\ny"\n', (1, 4), "tanda kutip yang dibuka di sini tidak ditutup sebelum garis `---`;"),
        ("b: 1\na: [1, 2\nc: 3\n", (2, 4), "kurung siku yang dibuka di sini tidak tersusun benar;"),
        ("a: {b: 1, c: 2\n", (1, 4), "kurung kurawal yang dibuka di sini tidak tersusun benar;"),
        ('a: "\\q"\n', (1, 5), "tanda `\\` di dalam kutip ganda"),
        ('a: "\\xZZ"\n', (1, 7), "tanda `\\` di dalam kutip ganda"),
        ('a: "\\ud800"\n', (1, 7), "tanda `\\` di dalam kutip ganda"),
    ],
)
def test_syntax_error(text: str, place: tuple[int, int], start: str, indonesian: Indonesian) -> None:
    source, diagnostics = read_source(PATH, text.encode())
    assert source is None
    assert [(d.code, tuple(d.position)) for d in diagnostics] == [("Y010", place)]
    assert indonesian(diagnostics[0].message).startswith(start)


PROBLEMS = (
    "block sequence entries are not allowed in this context",
    "could not find expected ':'",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "did not find expected '-' indicator",
    "did not find expected <document start>",
    "did not find expected comment or line break",
    "did not find expected hexdecimal number",
    "did not find expected key",
    "did not find expected node content",
    "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected",
    "found an indentation indicator equal to 0",
    "found character that cannot start any token",
    "found duplicate %TAG directive",
    "found duplicate %YAML directive",
    "found incompatible YAML document",
    "found invalid Unicode character escape code",
    "found undefined tag handle",
    "found unexpected ':'",
    "found unexpected document indicator",
    "found unexpected end of stream",
    "found unknown escape character",
    "mapping keys are not allowed in this context",
    "mapping values are not allowed in this context",
)
"""The complaints of libyaml 0.2.5 that say by themselves what was wrong."""

CONTEXTS = (
    "while parsing a %TAG directive",
    "while parsing a tag",
    "while scanning a %YAML directive",
    "while scanning a directive",
    "while scanning a tag",
    "while scanning an alias",
    "while scanning an anchor",
)
"""What libyaml was reading, where that says more than the complaint."""


@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_complaint_has_its_sentence(problem: str, indonesian: Indonesian) -> None:
    assert indonesian(explain_syntax(problem, None, None, None, Lines("@a: b")).message) != GENERAL


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_context_has_its_sentence(context: str, indonesian: Indonesian) -> None:
    assert indonesian(explain_syntax("did not find expected digit", context, None, None, Lines("")).message) != GENERAL


def test_other_complaints_have_a_general_sentence(indonesian: Indonesian) -> None:
    finding = explain_syntax("something new", "while parsing something", None, None, Lines(""))
    assert (finding.code, finding.position) == ("Y010", (1, 1))
    assert indonesian(finding.message) == GENERAL
