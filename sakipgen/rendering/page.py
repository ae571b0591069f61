"""A generated page as a value; the site engine is a guest that puts a frame around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Bagian:
    """An entry of the page's own table of contents: anchor without `#`, and its text."""

    jangkar: str
    judul: str


@dataclass(frozen=True, slots=True)
class Kartu:
    """What the picture says that stands where the page's address is shared."""

    judul: str
    ucapan: str
    """The verdict in a sentence or two."""
    tanda: tuple[tuple[int, str], ...]
    """Bands of the palette with their words: the kategori, or how many indikator each holds."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the public site."""

    path: PurePosixPath
    """Address as a folder below the site's root: `indikator/iku-03`; `.` is the front page."""
    judul: str
    """Unique title."""
    uraian: str
    """One plain sentence for search engines and previews."""
    isi: Markup
    """Finished HTML, with one `h1`; every link in it is relative to the page's own folder."""
    bagian: tuple[Bagian, ...]
    sumber: PurePosixPath | None
    """The YAML file that the pencil opens, from the project's root."""
    diubah: date | None = None
    """When the data behind it changed last; None where Git cannot tell."""
    kartu: Kartu | None = None
    """None of a page that shares the site's."""
    skrip: str | None = None
    """The script that its frame loads, a file of `rupa/javascripts`; hardly any page has one."""


@dataclass(frozen=True, slots=True)
class Lembar:
    """An address of the site and how its page is made: nothing is made before somebody asks, nothing is kept."""

    path: str
    """As the page's own."""
    buat: Callable[[], Page]
    berkartu: bool = False
    """Whether the page has a card of its own."""
    sesudah: bool = False
    """Whether it tells of files, so that it is made after all of them."""
