"""Runs a function on a file that somebody sent in a process of its own, which may take so much time and memory."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final, TypeVar

DETIK: Final = 20
"""So long the processor may work on one file; by the clock it may take thrice that."""
_MEMORI: Final = 2 * 1024 * 1024 * 1024
"""Of addresses, beyond those that the program already holds when it begins."""

_T = TypeVar("_T")


class TerlaluBeratError(Exception):
    """The function took more than it may."""


def terkurung(fungsi: Callable[..., _T], *args: object, detik: int = DETIK) -> _T:
    """Returns what a function returns, or raises what it raises; `TerlaluBeratError` where it takes too much."""
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_kerjakan, args=(there, detik, fungsi, args), daemon=True)  # type: ignore[attr-defined]
    child.start()
    there.close()
    try:
        if not here.poll(3 * detik):
            raise TerlaluBeratError
        done, value = here.recv()
    except EOFError:
        raise TerlaluBeratError from None
    finally:
        child.kill()
        child.join()
        here.close()
    if done:
        found: _T = value
        return found
    raise TerlaluBeratError if isinstance(value, MemoryError) else value


def _kerjakan(pipa: Connection, detik: int, fungsi: Callable[..., Any], args: tuple[object, ...]) -> None:
    gc.enable()
    _batasi(detik)
    try:
        answer: tuple[bool, object] = True, fungsi(*args)
    except Exception as error:  # noqa: BLE001 - whoever asked raises it again
        answer = False, error
    pipa.send(answer)


def _batasi(detik: int) -> None:
    """Sets the limits where the system knows any; elsewhere the clock alone ends the process."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for kind, limit in ((resource.RLIMIT_CPU, detik), (resource.RLIMIT_AS, _sudah_terpakai() + _MEMORI)):
        most = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))


def _sudah_terpakai() -> int:
    """Returns the bytes of addresses that the copied program holds already; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
