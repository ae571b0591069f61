"""The glossary: how its Markdown is read, and that pages ask for terms it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.rendering.glosarium import Istilah, baca
from sakipgen.rendering.pages.istilah import ISTILAH, istilah

NASKAH = """---
title: Glosarium
---

# Glosarium

Pengantar.

## Perjanjian Kinerja

Janji **tertulis** antara [Kepala](#kepala) dan
`Bupati`.

- **Istilah resmi:** PK.

## Singkatan

| PK | Perjanjian |
"""
PROYEK = Path(__file__).parents[2]


def test_a_term_is_its_first_paragraph_without_links_and_emphasis() -> None:
    assert baca(NASKAH) == {
        "Perjanjian Kinerja": Istilah(
            "Perjanjian Kinerja", "perjanjian-kinerja", "Janji tertulis antara Kepala dan Bupati."
        )
    }


def test_a_site_without_a_glossary_explains_nothing() -> None:
    assert not baca("")
    assert istilah("beranda", {}) == ()


@pytest.mark.parametrize("templat", ISTILAH)
def test_every_page_asks_for_terms_that_the_glossary_has_once(templat: str) -> None:
    known = baca((PROYEK / "docs" / "glosarium.md").read_text("utf-8"))
    names = ISTILAH[templat]
    assert [one.nama for one in istilah(templat, known)] == list(names)
    assert len(set(names)) == len(names)
    assert (PROYEK / "site_templates" / "halaman" / f"{templat}.html.j2").is_file()
