"""Keys and passwords in a text, told by the marks their makers give them, or by the word before them."""

from __future__ import annotations

import re
from typing import Final

_TANDA: Final = (
    *("ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "PRIVATE KEY", "AKIA", "ASIA", "earer ", "eyJ"),
    *("xox", "AIza", "sk-ant-", "sk-proj-", "sk_live_", "://"),
)
_KATA: Final = ("passw", "sandi", "secret", "token", "api key", "api-key", "api_key", "apikey", "kunci")
"""One of these is in every text that can hold any of them."""
_RAHASIA: Final = re.compile(
    r"""
      \bgh[opsur]_[A-Za-z0-9]{30,255}
    | \bgithub_pat_[A-Za-z0-9_]{40,255}
    | \bglpat-[A-Za-z0-9_-]{20,255}
    | -----BEGIN\ (?:[A-Z]{2,10}\ ){0,2}PRIVATE\ KEY(?:\ BLOCK)?-----
    | \b(?:AKIA|ASIA)[0-9A-Z]{16}\b
    | \b[Bb]earer\ [A-Za-z0-9._~+/=-]{20,2000}
    | \beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,2000}
    | \bxox[abeoprs]-[A-Za-z0-9-]{10,255}
    | \bAIza[0-9A-Za-z_-]{35}
    | \bsk-(?:ant|proj)-[A-Za-z0-9_-]{32,255}
    | \bsk_live_[A-Za-z0-9]{20,255}
    | \b[a-z][a-z0-9+.-]{1,20}://[^\s/:@"'<>]{1,100}:[^\s/:@"'<>]{3,100}@
    """,
    re.VERBOSE,
)
_TERSEBUT: Final = re.compile(
    r"(?i)(?:password|passwd|kata[ _]?sandi|sandi|secret|token|api[ _-]?key|kunci[ _]?api)\w{0,20}"
    r"[\"']?\s{0,3}[:=]\s{0,3}[\"']?(?P<n>[^\s\"'<>{}()]{12,255})"
)
_BERAGAM: Final = 9
"""A word that people read has fewer different characters than a key."""


def cari_rahasia(teks: str) -> int | None:
    """Returns where the first key or password of a text stands; None where there is none."""
    first = _RAHASIA.search(teks) if any(mark in teks for mark in _TANDA) else None
    found = [first.start()] if first else []
    folded = teks.lower()
    if any(word in folded for word in _KATA):
        found += [match.start("n") for match in _TERSEBUT.finditer(teks) if _acak(match["n"])]
    return min(found, default=None)


def _acak(kata: str) -> bool:
    """Whether a word looks like nobody's word: many different characters, letters and digits mixed."""
    letters, digits = sum(c.isalpha() for c in kata), sum(c.isdecimal() for c in kata)
    return letters >= 4 and digits >= 3 and len(set(kata)) >= _BERAGAM and "://" not in kata
