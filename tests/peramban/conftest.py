"""The site in a browser: built once for all workers, served on this machine, read in the browser that is there."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.peramban.mesin import TIADA, buka_peramban, cari_peramban
from tests.peramban.server import layani

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the shipped data, with its history; the first worker that asks builds it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    site = shared / "situs-contoh"
    with (shared / "situs-contoh.kunci").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            project = Project(ROOT)
            publish(project, project.build(), site)
    return site


@pytest.fixture(scope="session")
def alamat(situs: Path) -> Iterator[str]:
    """The address of the served site, with a slash at the end."""
    with layani(situs) as address:
        yield address


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """The browser; without one the test is skipped and says why."""
    path = cari_peramban()
    if path is None:
        pytest.skip(TIADA)
    with buka_peramban(path) as browser:
        yield browser
