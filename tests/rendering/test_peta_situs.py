"""The sitemap."""

from __future__ import annotations

from datetime import date

from sakipgen.rendering.peta_situs import peta_situs


def test_every_page_with_the_day_of_its_data() -> None:
    made = peta_situs("https://kinerja.go.id/", {"indikator/iku-01": date(2026, 10, 14), ".": None, "panduan": None})
    assert made.decode() == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        " <url>\n  <loc>https://kinerja.go.id/</loc>\n </url>\n"
        " <url>\n  <loc>https://kinerja.go.id/indikator/iku-01/</loc>\n  <lastmod>2026-10-14</lastmod>\n </url>\n"
        " <url>\n  <loc>https://kinerja.go.id/panduan/</loc>\n </url>\n"
        "</urlset>\n"
    )
