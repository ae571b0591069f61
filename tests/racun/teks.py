"""Hostile texts, and what a page may hold whatever the data say."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.racun.tabur import Ladang

JAHAT: Final = {
    "script": "<script>alert(1)</script>",
    "script-end": "</script></style></textarea></title><script>alert(2)</script>",
    "attribute": "\"><img src=x onerror=alert(3)>' onmouseover='alert(3)",
    "template": "{{ 7*7 }} {% raise %} {# x #} ${7*7} #{7*7} {{ ''.__class__ }}",
    "address": "javascript:alert(4) data:text/html,<b>4</b> //contoh.example/4",
    "entity": "&amp; &lt;b&gt; &#60;b&#62; &copy &notit; &",
    "cdata": "]]> <![CDATA[<b>]]> <!-- komentar --> <!DOCTYPE html> <?php ?>",
    "drawing": "<svg onload=alert(5)><use href=#x><foreignObject><b>5</b></svg>",
    "markdown": "# Judul **tebal** [tautan](javascript:alert(6)) ![](x) `kode` <https://contoh.example> | a | b |",
    "sheet": "=cmd|' /C calc'!A0 +1 -1 @SUM(A1) =HYPERLINK(\"https://contoh.example\")",
    "command": "::error file=a::b %0A $(id) `id` ; rm -rf / | cat ' \\\" \\n \\u0041",
    "emoji": "👩🏽 🇮🇩 é ﬁ ½ ㎏ 𝒳 😀",
    "right-to-left": "العربية עברית ١٢٣",
    "decomposed": "e\u0301 a\u0300\u0301\u0302 n\u0303",
    "overrides": "kanan \u202e balik \u202c kiri",
    "invisible": "nol \u200b\u200c\u200d\u2060\xad lebar",
    "long": "Perkepegawaianan" * 13,
    "longer": "a" * 4_900,
    "control": "a\x00b\x07c\x1b[31md\x7fe\u2028f\x85g\ufeff",
    "spaces": "  dua   spasi \t tab \n\n\n paragraf \n baris  ",
}
"""Each a different way in; what `periksa` refuses of it does not come in at all."""

UNSUR: Final = frozenset(
    """
    a article aside b br caption circle cite code data dd defs desc details dfn div dl dt em figcaption figure footer g
    h1 h2 h3 h4 header hr li line nav ol p path pattern polygon polyline pre rect section small span strong summary svg
    table tbody td text tfoot th thead time title tr tspan ul wbr
    """.split()  # noqa: SIM905 - a list of a hundred words in a hundred lines tells nobody more
)
ATRIBUT: Final = frozenset(
    """
    aria-current aria-describedby aria-hidden aria-label aria-labelledby class colspan cx cy d data-ref datetime dir
    download dx dy fill height href id lang open overflow patternTransform patternUnits points r rel role rx scope
    tabindex transform value viewBox width x x1 x2 y y1 y2
    """.split()  # noqa: SIM905
)
PENCARIAN: Final = frozenset(
    """
    button form input label noscript option script select action autocomplete data-cari data-cari-hasil data-cari-lagi
    data-cari-status enterkeyhint for hidden name spellcheck src type
    """.split()  # noqa: SIM905
)
"""Elements and attributes of the search, on its page and where nothing was found."""
BERGAMBAR: Final = frozenset({"img", "alt", "height", "loading", "src", "width"})
"""Elements and attributes of the pictures in the guides, which no data reaches."""
BERPENCARI: Final = re.compile(r"data-pagefind-[a-z-]+")


def tanda(number: int, text: str, field: Ladang, *, rata: bool = False) -> str:
    """Returns a text with the number of its field before and behind it, so that a page can be asked for it.

    With `rata`, the same without anything hostile: of the same length, with the same gaps.
    """
    if field.terpanjang is None:
        return f"https://contoh.example/{number}?a=1&b='{text.split(maxsplit=1)[0][:100] if text.split() else ''}"
    if rata:
        text = re.sub(r"[^\w\s]", "x", text)
    return f"a{number}z {text[: field.terpanjang - 20]} z{number}a"


def rapat(text: str) -> str:
    """Returns a text as a browser shows it: every gap is one blank."""
    return " ".join(text.split())


def periksa_isi(html: str, name: str) -> LexborHTMLParser:
    """Fails where the body of a page holds anything but allowed elements, attributes and addresses."""
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    body = tree.body
    assert body is not None
    for node in body.traverse():
        if node is body or node.tag == "body":
            continue
        if node.tag == "script" and node.attributes.get("type") == "application/ld+json":
            json.loads(node.text() or "")
            continue
        further = (_searches(name) and node.tag in PENCARIAN) or (_pictured(name) and node.tag in BERGAMBAR)
        assert node.tag in UNSUR or further, f"{name}: <{node.tag}>"
        _check_attributes(node, name)
    return tree


def _searches(name: str) -> bool:
    return name in {"cari", "cari/index.html", "404.html"}


def _pictured(name: str) -> bool:
    return name.startswith("panduan/")


def _check_attributes(node: LexborNode, name: str) -> None:
    for key, value in node.attributes.items():
        known = key in ATRIBUT or BERPENCARI.fullmatch(key) or (_searches(name) and key in PENCARIAN)
        known = known or (_pictured(name) and key in BERGAMBAR)
        assert known, f"{name}: {node.tag}[{key}]"
        if key in {"href", "src"}:
            link = urlsplit(value or "")
            assert link.scheme == "https" or not (link.scheme or link.netloc), f"{name}: {key}={value}"


def isi_teks(tree: LexborHTMLParser) -> str:
    """Returns what a page says to readers, without drawings, which break lines of their own and stand beside a list."""
    for node in tree.css("script, svg"):
        node.decompose()
    return rapat(tree.text() or "")


def terbaca(shown: str, written: Mapping[int, str]) -> frozenset[int]:
    """Returns the numbers of the fields that a page's text says to their end; fails where it says one otherwise."""
    whole = {number: rapat(text) for number, text in written.items()}
    found = set()
    for match in _AKHIR.finditer(shown):
        text = whole.get(int(match[1]), "")
        before = shown[max(0, match.end() - len(text)) : match.end()]
        assert before == text, f"written: {text[:200]!r}, shown: {before[:200]!r}"
        found.add(int(match[1]))
    return frozenset(found)


_AKHIR: Final = re.compile(r" z(\d+)a\b")
