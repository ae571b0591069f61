"""A large job in two halves on two cores, where the system can copy a process; elsewhere in one."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
BESAR = 128
"""From so many parts on a job is worth a second process."""


def bersama(bagian: int, kerja: Callable[[int, int], T]) -> list[T]:
    """Returns `kerja(n, of)` for every n below `of`: each takes every of-th part of a job of so many parts.

    The work must depend on nothing but its parts. What the copy could not do is done again here, where its error is
    told.
    """
    if bagian < BESAR or not _two_cores():
        return [kerja(0, 1)]
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - the copy is not measured
        _copy(send, kerja)
    os.close(send)
    try:
        own = kerja(0, 2)
        with os.fdopen(receive, "rb") as pipe:
            answer = pipe.read()
    except BaseException:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        raise
    _, status = os.waitpid(child, 0)
    other: T = pickle.loads(answer) if status == 0 else kerja(1, 2)  # noqa: S301 - from our own copy
    return [own, other]


def _two_cores() -> bool:
    """A process with threads cannot be copied safely, and only Linux promises that one without can.

    Threads that Python does not know count too: those of Typst wait for ever in a copy.
    """
    return (
        sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and len([*Path("/proc/self/task").iterdir()]) == 1
    )


def _copy(send: int, kerja: Callable[[int, int], object]) -> None:  # pragma: no cover - the copy is not measured
    """The other half; it ends here whatever happens, and nothing of what the original began is finished twice."""
    code = 1
    try:
        with os.fdopen(send, "wb") as pipe:
            pickle.dump(kerja(1, 2), pipe)
        code = 0
    finally:
        os._exit(code)
