"""A review in the forms that people and forges read: JSON first, everything else from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from sakipgen.diagnostics import printable
from sakipgen.rendering.tinjauan.github import render_github
from sakipgen.rendering.tinjauan.markdown import render_komentar, render_ringkasan
from sakipgen.rendering.tinjauan.susun import susun_laporan as susun_laporan
from sakipgen.rendering.tinjauan.teks import render_teks
from sakipgen.reviewing.laporan import LaporanTinjauan


class FormatTinjauan(StrEnum):
    TEKS = "teks"
    MARKDOWN = "markdown"
    """The comment on the proposal."""
    RINGKASAN = "ringkasan"
    """The whole of it, for the page of the run."""
    GITHUB = "github"
    """Notes at the lines of the proposal."""
    JSON = "json"


def _json(laporan: LaporanTinjauan) -> str:
    return laporan.model_dump_json(indent=2) + "\n"


_BENTUK: Final[Mapping[FormatTinjauan, Callable[[LaporanTinjauan], str]]] = {
    FormatTinjauan.TEKS: lambda laporan: "".join(f"{printable(line)}\n" for line in render_teks(laporan)),
    FormatTinjauan.MARKDOWN: render_komentar,
    FormatTinjauan.RINGKASAN: render_ringkasan,
    FormatTinjauan.GITHUB: render_github,
    FormatTinjauan.JSON: _json,
}


def render_tinjauan(laporan: LaporanTinjauan, fmt: FormatTinjauan) -> str:
    """Returns the review in one of its forms, ending in a newline."""
    return _BENTUK[fmt](laporan)
