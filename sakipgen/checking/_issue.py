"""Two short ways to make an issue, shared by all rules."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import PurePosixPath

from sakipgen.diagnostics import Issue, Loc, Severity


def galat(path: PurePosixPath, loc: Loc, code: str, message: str, *, at_key: bool = False) -> Issue:
    """Returns an issue that blocks."""
    return Issue(path, loc, code, message, Severity.ERROR, at_key)


def peringatan(path: PurePosixPath, loc: Loc, code: str, message: str, *, at_key: bool = False) -> Issue:
    """Returns an issue that never blocks."""
    return Issue(path, loc, code, message, Severity.WARNING, at_key)


def saran(word: str, known: Iterable[str], otherwise: str) -> str:
    """Returns the cure: the known word that was probably meant, else what to do instead."""
    folded = {k.lower(): k for k in known}
    near = difflib.get_close_matches(word.lower(), folded, n=1)
    return f"mungkin maksudnya `{folded[near[0]]}`" if near else otherwise
