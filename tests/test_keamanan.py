"""The policy of a page, the headers, and what a page must not have."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from sakipgen.keamanan import KEBIJAKAN, KEBIJAKAN_KEPALA, KEPALA, berkas_kepala, pelanggaran
from tests.conftest import Indonesian

ROOT = Path(__file__).parent.parent
META = f'<meta http-equiv="Content-Security-Policy" content="{KEBIJAKAN}">'


def periksa(body: str, head: str = META) -> list[str]:
    html = f"<!doctype html><html lang=id><head>{head}</head><body>{body}</body></html>"
    return list(pelanggaran(html.encode(), LexborHTMLParser(html)))


def aturan(policy: str) -> dict[str, list[str]]:
    return {name: values for name, *values in (rule.split() for rule in policy.split("; "))}


def test_nothing_is_allowed_that_is_not_needed() -> None:
    rules = aturan(KEBIJAKAN)
    assert rules["default-src"] == ["'none'"]
    assert rules["script-src"] == ["'self'"]
    assert rules["style-src"] == ["'self'"]
    assert rules["base-uri"] == ["'none'"]
    assert "unsafe" not in KEBIJAKAN
    assert "http" not in KEBIJAKAN
    assert "*" not in KEBIJAKAN


def test_a_header_adds_frames_and_what_the_worker_needs_and_nothing_else() -> None:
    page, header = aturan(KEBIJAKAN), aturan(KEBIJAKAN_KEPALA)
    assert header.pop("frame-ancestors") == ["'none'"]
    assert header.pop("script-src") == [*page.pop("script-src"), "'wasm-unsafe-eval'"]
    assert header == page


def test_the_file_of_headers() -> None:
    lines = berkas_kepala().decode().splitlines()
    assert lines == [
        "/*",
        f"  Content-Security-Policy: {KEBIJAKAN_KEPALA}",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: strict-origin-when-cross-origin",
    ]


def test_the_guide_shows_these_headers() -> None:
    guide = (ROOT / "docs" / "panduan" / "administrator.md").read_text("utf-8")
    for name, value in KEPALA.items():
        assert f'add_header {name} "{value}" always;' in guide
        assert f'Header always set {name} "{value}"\n' in guide


@pytest.mark.parametrize(
    "body",
    [
        '<script src="a.js"></script>',
        '<script type="module" src="a.js"></script>',
        '<script id="__config" type="application/json">{"a": 1}</script>',
        '<script type="application/ld+json">{"a": 1}</script>',
        '<p title="style=a onload=b">Ditulis oleh style="x" onclick=y</p>',
        '<p class="style on">a</p><svg><path class="p1" d="M0 0"/></svg>',
    ],
)
def test_what_a_page_may_have(body: str) -> None:
    assert periksa(body) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<script>alert(1)</script>", "memuat skrip sebaris `<script>alert(1)</script>`"),
        ("<SCRIPT>1</SCRIPT>", "memuat skrip sebaris `<script>1</script>`"),
        ('<script type="module">1</script>', "memuat skrip sebaris"),
        ('<script type="text/javascript">1</script>', "memuat skrip sebaris"),
        ("<style>a{color:red}</style>", "memuat gaya sebaris `<style>a{color:red}</style>`"),
        ("<svg><style>a{}</style></svg>", "memuat gaya sebaris"),
        ('<p style="color:red">a</p>', "memuat gaya sebaris"),
        ("<p\nSTYLE=color:red>a</p>", "memuat gaya sebaris"),
        ('<p onclick="a()">a</p>', 'memuat skrip dalam atribut `<p onclick="a()">a</p>`'),
        ("<img/onerror=a()>", "memuat skrip dalam atribut"),
        ('<img alt="a"\tONLOAD=a()>', "memuat skrip dalam atribut"),
    ],
)
def test_what_a_page_must_not_have(body: str, said: str, indonesian: Indonesian) -> None:
    (problem,) = periksa(body)
    assert problem.startswith(said)
    indonesian(problem)


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "tidak memuat kebijakan keamanan sebagai unsur pertama `<head>`"),
        (f'<meta charset="utf-8">{META}', "tidak memuat kebijakan keamanan sebagai unsur pertama `<head>`"),
        (META.replace("'self'", "*", 1), "memuat kebijakan keamanan yang lain"),
    ],
)
def test_the_policy_itself(head: str, said: str) -> None:
    assert periksa("<p>a</p>", head) == [said]
