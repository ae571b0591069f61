"""A file that is too heavy ends its own process, never ours."""

from __future__ import annotations

import time

import pytest

from sakipgen.forms.terkurung import TerlaluBeratError, terkurung


def _jumlah(a: int, b: int) -> int:
    return a + b


def _berputar() -> None:
    while True:
        pass


def _melahap() -> int:
    return len(bytearray(8 << 30))


def _salah() -> None:
    raise ValueError("salah")


def test_what_a_function_returns_or_raises_comes_back() -> None:
    assert terkurung(_jumlah, 1, 2) == 3
    with pytest.raises(ValueError, match="salah"):
        terkurung(_salah)


def test_what_never_ends_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(TerlaluBeratError):
        terkurung(_berputar, detik=1)
    assert time.monotonic() - began < 10


def test_what_takes_all_memory_is_ended() -> None:
    with pytest.raises(TerlaluBeratError):
        terkurung(_melahap)
