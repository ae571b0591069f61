"""What is published, whichever engine puts the frame around it: the site's content, its name and its address."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from jinja2 import Environment

from sakipgen import __version__, archiving, reviewing
from sakipgen.checking import manual
from sakipgen.domain.organisasi import Instansi
from sakipgen.forms.manual import MANUAL as MANUAL_FORMULIR
from sakipgen.reading.manual import MANUAL
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import kartu
from sakipgen.rendering.glosarium import baca
from sakipgen.rendering.page import Page
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.situs import Situs, render_situs

CARI: Final = "cari"
"""The page of the search, which does not find itself."""
PETA: Final = "sitemap.xml"
TERSEMBUNYI: Final = ("navigation",)
"""Parts of the theme that no page needs: its tabs are the menu."""
TERSEMBUNYI_DATA: Final = (*TERSEMBUNYI, "toc")
"""The same of a page made from data, which needs its whole width."""


def situs_of(
    rekap: Rekapitulasi, env: Environment, glosarium: str, *, parquet: bool = False, templat: Path | None = None
) -> Situs:
    """Returns the content of the site, with the manual of every rule and the terms of a glossary in Markdown.

    With the folder of the templates the office's papers are part of it.
    """
    rules = {**MANUAL, **manual(), **MANUAL_FORMULIR, **reviewing.manual(), **archiving.manual()}
    return render_situs(rekap, env, rules, __version__, baca(glosarium), parquet=parquet, templat=templat)


def nama_situs(instansi: Instansi) -> str:
    """Returns the name that stands behind every title."""
    return f"Kinerja {instansi.perangkat_daerah.singkatan}"


def alamat_situs(instansi: Instansi) -> str | None:
    """Returns the site's address with its slash at the end; None where it is not known yet."""
    return f"{instansi.alamat_situs.rstrip('/')}/" if instansi.alamat_situs else None


def kartu_bawaan(instansi: Instansi) -> dict[str, str]:
    """Returns picture and words of the card of pages without one, as the theme's `extra` names them.

    Nothing where the site's address is not known, which a picture needs.
    """
    if not instansi.alamat_situs:
        return {}
    return {"kartu": kartu.SITUS, "kartu_alt": kartu.alt(kartu.kartu_situs(instansi))}


def kartu_sendiri(page: Page) -> dict[str, str]:
    """Returns the same of a page with a card of its own, as its front matter names them."""
    return {"kartu": alamat.kartu(str(page.path)), "kartu_alt": kartu.alt(page.kartu)} if page.kartu else {}


def write_parts(path: Path, parts: Iterable[bytes]) -> None:
    """Writes a file, its folder too."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.writelines(parts)
