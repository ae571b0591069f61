"""Prints the benchmarks: `python -m tests.bench [baca|situs]`. Nothing here is a test; walls differ, ratios tell.

Both sides of a ratio run in the same minute, each in processes of its own, in turn; the figure is the median of three.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.generate import indikator_for, write_tree

ROOT = Path(__file__).parents[2]
RUNS = 3
READ = (250, 1_000, 10_000)
PAGES = (250, 1_000)
PER_UNIT = 100
"""Indikator of one unit in the benchmark of the site: few units, as an office has."""


class Measured(NamedTuple):
    """Seconds of the work without the start of Python, and the peak of memory of the whole process."""

    seconds: float
    mebibytes: float


def main() -> None:
    wanted = set(sys.argv[1:]) or {"baca", "situs"}
    if "baca" in wanted:
        reading()
    if "situs" in wanted:
        site()


def reading() -> None:
    """Reading with every check, measuring and the Rekapitulasi, against PyYAML's C loader on the same files."""
    print("\n`periksa`: read + check + measure, against `yaml.load(…, CSafeLoader)` of the same files (median of 3)\n")
    print("| files | KB a file | ours s | MiB | C loader s | ratio | files/s |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for files in READ:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            paths = write_tree(root, indikator_for(files))
            size = sum(path.stat().st_size for path in paths) / len(paths) / 1000
            ours, yaml = _in_turn(partial(_run, "periksa", root), partial(_run, "yaml", root))
            print(
                f"| {len(paths):,} | {size:.2f} | {ours.seconds:.2f} | {ours.mebibytes:.0f} | {yaml.seconds:.2f} | "
                f"{ours.seconds / yaml.seconds:.2f} | {len(paths) / ours.seconds:,.0f} |",
                flush=True,
            )


def site() -> None:
    """The whole site with open data and link check, against MkDocs on as many empty pages in the same frame."""
    print("\n`bangun`: site, open data and link check, against MkDocs on as many empty pages (median of 3)\n")
    print("| indikator | pages | bangun s | MiB | of that pages | open data | links | MkDocs, empty s | ratio | MB |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for indikator in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_tree(root, indikator, PER_UNIT)
            for name in ("docs", "site_templates", "mkdocs.yml"):
                (root / name).symlink_to(ROOT / name)
            parts: list[list[float]] = []

            def ours(root: Path = root, parts: list[list[float]] = parts) -> Measured:
                measured, *rest = _figures("bangun", root)
                parts.append(rest)
                return Measured(measured, rest[0])

            bangun, empty = _in_turn(ours, partial(_run, "kosong", root))
            _, pages, made, data, links, size = (median(column) for column in zip(*parts, strict=True))
            print(
                f"| {indikator:,} | {pages:,.0f} | {bangun.seconds:.2f} | {bangun.mebibytes:.0f} | {made:.2f} | "
                f"{data:.2f} | {links:.2f} | {empty.seconds:.2f} | {bangun.seconds / empty.seconds:.2f} | {size:.1f} |",
                flush=True,
            )


def _in_turn(one: Callable[[], Measured], other: Callable[[], Measured]) -> tuple[Measured, Measured]:
    """Runs two jobs by turns, so that a busy minute of the machine hits both; returns the median of each."""
    pairs = [(one(), other()) for _ in range(RUNS)]
    return (
        Measured(*(median(column) for column in zip(*(a for a, _ in pairs), strict=True))),
        Measured(*(median(column) for column in zip(*(b for _, b in pairs), strict=True))),
    )


def _run(job: str, root: Path) -> Measured:
    seconds, mebibytes, *_ = _figures(job, root)
    return Measured(seconds, mebibytes)


def _figures(job: str, root: Path) -> list[float]:
    """Runs one job in a process of its own; it prints its figures on its last line."""
    command = [sys.executable, "-m", "tests.bench.jobs", job, str(root)]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1739491200"}
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{job}: {done.stderr or done.stdout}")
    return [float(figure) for figure in done.stdout.splitlines()[-1].split()]


if __name__ == "__main__":
    main()
