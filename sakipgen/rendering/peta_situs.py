"""The sitemap: every page with the day on which the data behind it changed, where that is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_RUANG: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"


def peta_situs(alamat: str, halaman: Mapping[str, date | None]) -> bytes:
    """Returns `sitemap.xml`; `halaman` is when each page changed, by its folder below the site's address."""
    root = Element("urlset", {"xmlns": _RUANG})
    for path in sorted(halaman):
        url = SubElement(root, "url")
        folder = "" if path in {"", "."} else f"{path}/"
        SubElement(url, "loc").text = f"{alamat.rstrip('/')}/{folder}"
        if (day := halaman[path]) is not None:
            SubElement(url, "lastmod").text = day.isoformat()
    indent(root, " ")
    body: bytes = tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
