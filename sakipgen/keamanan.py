"""What a browser may load and run on a page of the site, said by the site itself, and whether its pages keep to it.

The policy stands in every page, since not every host sends headers. It names no hash and no exception: no page has a
script or a style of its own. Only the worker of the search compiles WebAssembly; a policy in a page does not bind it,
one in a header does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SKRIP: Final = "'self'"
_ATURAN: Final = {
    "default-src": "'none'",
    "script-src": _SKRIP,
    "worker-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's icons are data in its style sheet
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def _kebijakan(**lain: str) -> str:
    rules = _ATURAN | {name.replace("_", "-"): value for name, value in lain.items()}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


KEBIJAKAN: Final = _kebijakan()
"""Content-Security-Policy of every page, in its head."""
KEBIJAKAN_KEPALA: Final = _kebijakan(script_src=f"{_SKRIP} 'wasm-unsafe-eval'", frame_ancestors="'none'")
"""The same for a header, with what a page cannot say and what the worker of the search needs; on a page both hold."""
KEPALA: Final = {
    "Content-Security-Policy": KEBIJAKAN_KEPALA,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
"""Headers that every file of the site should be sent with."""
BERKAS_KEPALA: Final = "_headers"
"""Where Netlify, Cloudflare Pages and hosts like them look for headers."""


def berkas_kepala() -> bytes:
    """Returns the file that says the headers to such hosts."""
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in KEPALA.items())]).encode()


# ── The built pages ──

META: Final = "content-security-policy"
_RATA: Final = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ\t\n\f\r/\"'", b"abcdefghijklmnopqrstuvwxyz       ")
"""Makes everything that may stand before an attribute a blank."""
_DATA: Final = re.compile(r"(application|text)/(\w+\+)?(json|plain)")
"""Types of `<script>` that no browser runs."""


def pelanggaran(content: bytes, tree: LexborHTMLParser) -> Iterator[str]:
    """Yields what a page has that its own policy forbids, or that its policy is not ours or not first."""
    first = tree.css_first("head > *")
    if first is None or (first.attributes.get("http-equiv") or "").lower() != META:
        yield "tidak memuat kebijakan keamanan sebagai unsur pertama `<head>`"
    elif first.attributes.get("content") != KEBIJAKAN:
        yield "memuat kebijakan keamanan yang lain"
    # Words of the text may look the same; the tree is only looked through where there is something like it.
    flat = content.translate(_RATA)
    if flat.count(b"<script") > flat.count(b"<script src="):
        yield from (f"memuat skrip sebaris `{_potong(node)}`" for node in tree.css("script") if _sebaris(node))
    if flat.count(b"style") > flat.count(b"stylesheet"):
        yield from (f"memuat gaya sebaris `{_potong(node)}`" for node in tree.css("style, [style]"))
    if b" on" in flat:
        yield from (f"memuat skrip dalam atribut `{_potong(node)}`" for node in tree.css("*") if _peristiwa(node))


def _sebaris(node: LexborNode) -> bool:
    return "src" not in node.attributes and not _DATA.fullmatch((node.attributes.get("type") or "").strip().lower())


def _peristiwa(node: LexborNode) -> bool:
    return any(name.startswith("on") for name in node.attributes)


def _potong(node: LexborNode) -> str:
    return (node.html or "")[:80]
