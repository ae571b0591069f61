"""Prints benchmarks: `python -m tests.bench [baca|riwayat|tinjau|audit|ukur|gambar|naskah|situs]`. No test; ratios.

Both sides of a ratio run in the same minute, each in processes of its own, in turn; the figure is the median of three.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.bench.generate import indikator_for, write_history, write_merges, write_proposal, write_tree
from tests.salinan import copy_frame

ROOT = Path(__file__).parents[2]
RUNS = 3
READ = (250, 1_000, 10_000)
VERSIONS = 2_400
MERGES = 60
PAGES = {250: RUNS, 1_000: RUNS, 4_000: 1}
"""How many indikator, and how often a site of so many is built."""
PER_UNIT = 100
"""Indikator of one unit in the benchmark of the site: few units, as an office has."""


class Limit(NamedTuple):
    """A figure beside the limit that the project has set itself."""

    job: str
    measured: float
    limit: float
    unit: str


class Measured(NamedTuple):
    """Seconds of the work without the start of Python, and the peak of memory of the whole process."""

    seconds: float
    mebibytes: float


def main() -> None:
    wanted = set(sys.argv[1:]) or {"baca", "riwayat", "tinjau", "audit", "ukur", "gambar", "naskah", "situs"}
    found = [
        *(reading() if "baca" in wanted else ()),
        *(history() if "riwayat" in wanted else ()),
        *(review() if "tinjau" in wanted else ()),
        *(verifying() if "audit" in wanted else ()),
        *(measuring() if "ukur" in wanted else ()),
        *(drawing() if "gambar" in wanted else ()),
        *(papers() if "naskah" in wanted else ()),
        *(site() if "situs" in wanted else ()),
    ]
    print("\nAgainst the limits, which hold on two cores of a quiet machine\n")
    print("| job | measured | limit | met |")
    print("|---|--:|--:|---|")
    for row in found:
        met = "yes" if row.measured <= row.limit else "no"
        print(f"| {row.job} | {row.measured:.2f} {row.unit} | ≤ {row.limit:g} {row.unit} | {met} |")


def reading() -> Iterator[Limit]:
    """Reading with every check, measuring and the Rekapitulasi, against PyYAML's C loader on the same files."""
    print("\n`periksa`: read + check + measure, against `yaml.load(…, CSafeLoader)` of the same files (median of 3)\n")
    print("| files | KB a file | ours s | MiB | C loader s | ratio | files/s |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    seconds = {250: 0.5, 1_000: 1.0, 10_000: 8.0}
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
        yield Limit(f"`periksa`, {files:,} files", ours.seconds, seconds[files], "s")
        if files == max(READ):
            yield Limit(f"`periksa`, {files:,} files", ours.mebibytes, 300, "MiB")


def history() -> Iterator[Limit]:
    """Git's history of the data, read and compared, against PyYAML's C loader on the same versions."""
    print(
        "\n`read_riwayat`: every version of every file, against `yaml.load(…, CSafeLoader)` of the same (median of 3)\n"
    )
    print("| versions | commits | ours s | MiB | C loader s | ratio |")
    print("|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        versions, commits = write_history(root, indikator_for(VERSIONS // 2), VERSIONS)
        ours, yaml = _in_turn(partial(_run, "riwayat", root), partial(_run, "yaml-versi", root))
    print(
        f"| {versions:,} | {commits:,} | {ours.seconds:.2f} | {ours.mebibytes:.0f} | {yaml.seconds:.2f} | "
        f"{ours.seconds / yaml.seconds:.2f} |",
        flush=True,
    )
    yield Limit(f"history of {VERSIONS:,} file versions", ours.seconds, 3, "s")


def review() -> Iterator[Limit]:
    """A proposal of 30 files in an agency of 1,000 indikator, from two revisions to the comment, against `periksa`."""
    print("\n`tinjau`: two trees read, checked, measured and compared, against `periksa` of one (median of 3)\n")
    print("| indikator | files changed | rows | tinjau s | MiB | periksa s | ratio |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        changed = write_proposal(root, 1_000, 30)
        write_tree(root, 1_000)
        rows: list[float] = []

        def ours() -> Measured:
            seconds, mebibytes, differ = _figures("tinjau", root)
            rows.append(differ)
            return Measured(seconds, mebibytes)

        one, other = _in_turn(ours, partial(_run, "periksa", root))
    print(
        f"| 1,000 | {changed} | {rows[0]:,.0f} | {one.seconds:.2f} | {one.mebibytes:.0f} | {other.seconds:.2f} | "
        f"{one.seconds / other.seconds:.2f} |",
        flush=True,
    )
    yield Limit("`tinjau`, 30 files, 1,000 indikator", one.seconds, 5, "s")


def verifying() -> Iterator[Limit]:
    """Every merge of the example verified again, against `periksa` of its data once."""
    print("\n`audit`: merges verified one after the other, against one `periksa` of the same data\n")
    print("| merges | audit s | MiB | s a merge | periksa s | ratio a merge |")
    print("|--:|--:|--:|--:|--:|--:|")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        merges = write_merges(root, ROOT / "data", MERGES)
        ours, one = _in_turn(partial(_run, "audit", root), partial(_run, "periksa", root), 1)
    each = ours.seconds / merges
    print(
        f"| {merges} | {ours.seconds:.1f} | {ours.mebibytes:.0f} | {each:.2f} | {one.seconds:.2f} | "
        f"{each / one.seconds:.2f} |",
        flush=True,
    )
    yield Limit(f"`audit`, {merges} merges of the example", ours.seconds, 60, "s")


def measuring() -> Iterator[Limit]:
    """Measuring alone, in memory, on one core; an indikator has twelve months a year however often it reports."""
    print("\n`measure`: a million indikator-months, against one bare quotient for every row (same process)\n")
    print("| reports | rows | measure s | MiB | bare s | ratio | µs a row |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for mix, words in (("kantor", "as offices report"), ("bulanan", "all every month")):
        seconds, memory, rows, bare = _figures("ukur", Path(mix))
        print(
            f"| {words} | {rows:,.0f} | {seconds:.2f} | {memory:.0f} | {bare:.2f} | {seconds / bare:.1f} | "
            f"{seconds / rows * 1e6:.1f} |",
            flush=True,
        )
        if mix == "kantor":
            yield Limit("`measure`, 1,000,000 indikator-months", seconds, 10, "s")


def drawing() -> Iterator[Limit]:
    """The tree of a pohon kinerja, laid out and drawn, without the page around it."""
    print("\npohon kinerja: a tree laid out and drawn (median of 15)\n")
    print("| nodes | ms | KB |")
    print("|--:|--:|--:|")
    seconds, _, nodes, size = _figures("pohon", Path("300"))
    print(f"| {nodes:,.0f} | {seconds * 1000:.1f} | {size / 1000:.0f} |", flush=True)
    yield Limit(f"pohon kinerja, {nodes:,.0f} nodes", seconds * 1000, 40, "ms")


def papers() -> Iterator[Limit]:
    """Papers of the example, each with the start of what writes it."""
    print("\nPapers of the example (median of 3)\n")
    print("| LKjIP, DOCX and PDF s | MiB | kertas kerja s | forms of a quarter, out and in s |")
    print("|--:|--:|--:|--:|")
    runs = [_figures("naskah", ROOT) for _ in range(RUNS)]
    report, memory, sheet, forms = (median(column) for column in zip(*runs, strict=True))
    print(f"| {report:.2f} | {memory:.0f} | {sheet:.2f} | {forms:.2f} |", flush=True)
    yield Limit("LKjIP of the example, DOCX and PDF", report, 5, "s")


def site() -> Iterator[Limit]:
    """The whole site with open data, search and check, against MkDocs on as many empty pages in the same frame."""
    print("\n`bangun`: site, open data, search and check, against MkDocs on as many empty pages")
    print("(median of 3; the largest once; the parts are measured after the build and add up to less)\n")
    print(
        "| indikator | pages | bangun s | MiB | pages s | open data | check | search | MkDocs, empty s | ratio | MB |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    limits = {250: (1.5, None), 1_000: (5.0, 150), 4_000: (20.0, 400)}
    seconds: dict[int, float] = {}
    weights: dict[int, list[float]] = {}
    for indikator, runs in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            root = _repository(Path(folder), indikator)
            parts: list[list[float]] = []

            def ours(root: Path = root, parts: list[list[float]] = parts) -> Measured:
                measured, *rest = _figures("bangun", root)
                parts.append(rest)
                return Measured(measured, rest[0])

            bangun, empty = _in_turn(ours, partial(_run, "kosong", root), runs)
            _, pages, made, data, links, search, size, *loads = (median(column) for column in zip(*parts, strict=True))
            again = _run("ulang", root) if indikator == 1_000 else None
        print(
            f"| {indikator:,} | {pages:,.0f} | {bangun.seconds:.2f} | {bangun.mebibytes:.0f} | {made:.2f} | "
            f"{data:.2f} | {links:.2f} | {search:.2f} | {empty.seconds:.2f} | "
            f"{bangun.seconds / empty.seconds:.2f} | {size:.1f} |",
            flush=True,
        )
        seconds[indikator] = bangun.seconds
        weights[indikator] = loads
        most_seconds, most_memory = limits[indikator]
        yield Limit(f"`bangun`, {indikator:,} indikator", bangun.seconds, most_seconds, "s")
        if most_memory:
            yield Limit(f"`bangun`, {indikator:,} indikator", bangun.mebibytes, most_memory, "MiB")
        if again:
            yield Limit("site, an indikator", size * 1000 / indikator, 40, "KB")
            yield Limit("rebuild after one file, 1,000 indikator, until its page is there", again.seconds, 0.8, "s")
            yield Limit("the same, of the full build", again.seconds / bangun.seconds, 0.25, "×")
    yield Limit("`bangun`, t(4,000) / t(1,000)", seconds[4_000] / seconds[1_000], 4.6, "×")
    yield from _loading(weights)


def _loading(weights: Mapping[int, Sequence[float]]) -> Iterator[Limit]:
    """What a reader loads; a page must not grow with the number of pages."""
    print("\nWhat a reader loads, packed: a page of an indikator, the search before its first query, a query at most\n")
    print("| indikator | page KB | search KB | query KB |")
    print("|--:|--:|--:|--:|")
    for indikator, (page, start, query) in weights.items():
        print(f"| {indikator:,} | {page:.1f} | {start:.1f} | {query:.1f} |", flush=True)
        yield Limit(f"search before its first query, {indikator:,} indikator", start, 150, "KB")
    yield Limit("page of an indikator, 4,000 / 250", weights[4_000][0] / weights[250][0], 1.1, "×")


def _repository(root: Path, indikator: int) -> Path:
    write_tree(root, indikator, PER_UNIT)
    return copy_frame(root)


def _in_turn(one: Callable[[], Measured], other: Callable[[], Measured], runs: int = RUNS) -> tuple[Measured, Measured]:
    """Runs two jobs by turns, so that a busy minute of the machine hits both; returns the median of each."""
    pairs = [(one(), other()) for _ in range(runs)]
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
