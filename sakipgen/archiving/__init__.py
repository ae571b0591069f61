"""The archive of a closed period: how it is packed, described, chained to the one before, and opened again.

A check is a function whose docstring is its page in the manual, as in `checking`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, Final

from sakipgen.archiving import banding, buka, bundel, jumlah, rantai

_BERMANUAL: Final[tuple[Callable[..., Any], ...]] = (
    *(jumlah.periksa_jumlah, jumlah.keterangan_sah, rantai.rantai_utuh, rantai.rantai_lengkap, bundel.klon),
    *(banding.data_sama, banding.angka_sama, banding.situs_sama, buka.periksa_zip),
)


def manual() -> Mapping[str, str]:
    """Returns the manual page of every check by code: a title line, a blank line, cause and cure."""
    pages = ((inspect.getdoc(rule) or "").partition(" ") for rule in _BERMANUAL)
    return dict(sorted((code, text) for code, _, text in pages))
