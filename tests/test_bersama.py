"""A job in two halves gives what one gives, and an error of either half is told."""

from __future__ import annotations

import os
import sys

import pytest

from sakipgen import bersama as module
from sakipgen.bersama import BESAR, bersama


@pytest.fixture
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cores and no other thread, whatever runs the tests."""
    if sys.platform != "linux":
        pytest.skip("no copies of processes")
    monkeypatch.setattr(module, "_two_cores", lambda: True)


def test_a_small_job_is_done_in_one(two: None) -> None:
    assert bersama(BESAR - 1, lambda first, step: (first, step)) == [(0, 1)]


def test_without_a_second_core_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_two_cores", lambda: False)
    assert bersama(BESAR, lambda first, step: (first, step)) == [(0, 1)]


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_every_part_is_done_once_in_two_processes(two: None) -> None:
    parts = list(range(BESAR))
    done = bersama(BESAR, lambda first, step: (os.getpid(), parts[first::step], "x" * 200_000))
    assert done[0][0] == os.getpid() != done[1][0]
    assert sorted(done[0][1] + done[1][1]) == parts


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("bad", [0, 1])
def test_the_error_of_either_half_is_told(two: None, bad: int) -> None:
    def work(first: int, step: int) -> None:
        if first == bad:
            raise ValueError("tidak dapat")

    with pytest.raises(ValueError, match="tidak dapat"):
        bersama(BESAR, work)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_the_copy_could_not_do_is_done_again(two: None) -> None:
    here = os.getpid()

    def work(first: int, step: int) -> int:
        if os.getpid() != here:
            os._exit(9)
        return first

    assert bersama(BESAR, work) == [0, 1]
