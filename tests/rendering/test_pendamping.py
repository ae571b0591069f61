"""Files for machines: every byte, and what is left out where the data do not know it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

import pytest
from markupsafe import Markup

from sakipgen.domain.organisasi import Instansi
from sakipgen.rendering.page import Kartu, Lembar, Page
from sakipgen.rendering.pendamping import ROBOTS, SECURITY, pendamping, robots, security
from tests.rendering.test_opendata import rekap_of, small


def of(alamat: str | None, pengaduan: str | None) -> Instansi:
    instansi = rekap_of(small()).instansi
    pd = instansi.perangkat_daerah.model_copy(update={"pengaduan": pengaduan})
    return instansi.model_copy(update={"alamat_situs": alamat, "perangkat_daerah": pd})


@pytest.mark.parametrize("alamat", ["https://a.go.id/kinerja", "https://a.go.id/kinerja/"])
def test_with_an_address(alamat: str) -> None:
    instansi = of(alamat, "https://lapor.go.id")
    assert robots(instansi) == b"User-agent: *\nAllow: /\nSitemap: https://a.go.id/kinerja/sitemap.xml\n"
    assert security(instansi, date(2026, 11, 12)) == (
        b"Contact: https://lapor.go.id\nExpires: 2027-11-11T00:00:00Z\nPreferred-Languages: id\n"
        b"Canonical: https://a.go.id/kinerja/.well-known/security.txt\n"
    )


def test_without_an_address() -> None:
    instansi = of(None, "https://lapor.go.id")
    assert robots(instansi) == b"User-agent: *\nAllow: /\n"
    assert security(instansi, date(2024, 2, 29)) == (
        b"Contact: https://lapor.go.id\nExpires: 2025-02-27T00:00:00Z\nPreferred-Languages: id\n"
    )


def halaman(path: str, card: Kartu | None) -> Lembar:
    page = Page(PurePosixPath(path), "A", "B", Markup(), (), None, kartu=card)
    return Lembar(path, lambda: page, card is not None)


def test_what_is_there_follows_from_the_data() -> None:
    pages = [halaman(".", Kartu("A", "B", ())), halaman("data", None)]
    rekap = rekap_of(small())
    bare = pendamping(replace(rekap, instansi=of(None, None)), pages)
    assert list(bare) == [ROBOTS]
    full = pendamping(replace(rekap, instansi=of("https://a.go.id", "https://lapor.go.id")), pages)
    assert [str(path) for path in full] == [str(ROBOTS), str(SECURITY), "kartu/situs.png", "kartu/beranda.png"]
    for path, parts in full.items():
        content = b"".join(parts())
        assert content.startswith(b"\x89PNG" if path.suffix == ".png" else (b"User", b"Contact")), path
