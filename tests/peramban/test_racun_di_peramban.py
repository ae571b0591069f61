"""Hostile text in a real browser: nothing runs, nothing is asked for, and no word is too long for a small screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.peramban.halaman import TINGGI, semua_halaman
from tests.peramban.server import layani
from tests.peramban.test_setiap_halaman import SEMPIT, kunjungi
from tests.racun.tabur import tabur
from tests.racun.teks import JAHAT, tanda
from tests.racun.test_racun import kecil
from tests.salinan import copy_frame


@pytest.fixture(scope="module")
def teracuni(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address and the folder of a small site, each field with another hostile text."""
    root = kecil(copy_frame(tmp_path_factory.mktemp("racun")))
    texts = list(JAHAT.values())
    panen = tabur(root, lambda number, field: tanda(number, texts[number % len(texts)], field))
    publish(Project(root), panen.build, root / "site")
    with layani(root / "site") as address:
        yield address, root / "site"


def test_nothing_runs_and_everything_fits(peramban: Browser, teracuni: tuple[str, Path]) -> None:
    address, site = teracuni
    with peramban.new_context(viewport={"width": SEMPIT, "height": TINGGI}) as context:
        assert kunjungi(context, address, semua_halaman(site)) == {}
