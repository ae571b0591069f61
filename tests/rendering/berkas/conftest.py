"""The example, published once for all tests of its files."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.rendering.berkas.terbit import baca, contoh, semua, tulis


@pytest.fixture(scope="session")
def berkas() -> Mapping[str, bytes]:
    return semua(contoh())


@pytest.fixture(scope="session")
def folder(berkas: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tulis(berkas, tmp_path_factory.mktemp("terbit"))


@pytest.fixture(scope="session")
def tabel(folder: Path) -> dict[str, dict[str, dict[str, str]]]:
    return baca(folder)


@pytest.fixture
def tanpa_jaringan(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may ask another machine."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a test asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
