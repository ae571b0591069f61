"""Mutation tests of `sakipgen/measuring`: `python -m tests.mutasi`.

mutmut makes the mutants and runs the tests on each of them. Here its verdicts are counted by module, and the survivors
are held against those that docs/pengembang/mutasi.md knows.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
MEASURING: Final = ROOT / "sakipgen" / "measuring"
KNOWN: Final = ROOT / "docs" / "pengembang" / "mutasi.md"
LEAST: Final = 95
"""Percent of all mutants that the tests must kill."""

_KILLED: Final = {"killed", "timeout"}
_VERDICT: Final = re.compile(r"^ +(sakipgen\.measuring\.\S+): (.+)$", re.MULTILINE)
_NAME: Final = re.compile(r"sakipgen\.measuring\.(.+)\.x[_ǁ](.+)__mutmut_\d+")
_CELL: Final = re.compile(r"(?<!\\)\|")


class Mutasi(NamedTuple):
    """A survivor: the function it is in, its code, and what that was changed to without a test noticing."""

    letak: str
    kode: str
    mutasi: str

    def row(self) -> str:
        cells = (f"`{cell}`".replace("|", r"\|") for cell in self)
        return f"| {' | '.join(cells)} |"


def known() -> set[Mutasi]:
    """The survivors of the guide's table, whose last column is the reason."""
    rows = (_CELL.split(line)[1:-1] for line in KNOWN.read_text("utf-8").splitlines() if line.startswith("| `"))
    return {Mutasi(*(cell.strip().strip("`").replace(r"\|", "|") for cell in row[:3])) for row in rows}


def main() -> int:
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    subprocess.run([_mutmut(), "run"], cwd=ROOT, check=True)
    verdicts = dict(_VERDICT.findall(_say("results", "--all", "true")))
    survivors = [name for name, verdict in verdicts.items() if verdict not in _KILLED]
    score = _table(_by_module(verdicts), _by_module(survivors))
    print(f"\nNot mutated, for they are decorated: {', '.join(_decorated())}.")
    found, listed = {_survivor(name) for name in survivors}, known()
    for title, rows in (("Survivors without a reason", found - listed), ("Listed, but no survivors", listed - found)):
        if rows:
            print(f"\n{title} ({KNOWN.relative_to(ROOT)}):\n", *sorted(row.row() for row in rows), sep="\n")
    return int(score < LEAST or found != listed)


def _by_module(names: Collection[str]) -> Counter[str]:
    """How many mutants each module has, and all of them together."""
    return Counter([*(_parts(name)[0] for name in names), *("total" for _ in names)])


def _table(mutants: Counter[str], survivors: Counter[str]) -> float:
    """Prints a line for each module, and returns the score of all of them."""
    scores = {module: 100 * (count - survivors[module]) / count for module, count in mutants.items()}
    print("\n| module | mutants | killed | survivors | score |\n|---|--:|--:|--:|--:|")
    for module, score in scores.items():
        count, left = mutants[module], survivors[module]
        print(f"| {module} | {count} | {count - left} | {left} | {score:.1f} % |")
    return scores["total"]


def _parts(name: str) -> tuple[str, str]:
    """Module and function of a mutant's name."""
    match = _NAME.fullmatch(name)
    assert match, name
    return match[1], match[2].replace("ǁ", ".")


def _survivor(name: str) -> Mutasi:
    """What was changed, from a difference of two texts of its function."""
    lines = [line for line in _say("show", name).splitlines() if not line.startswith(("---", "+++"))]
    before, after = (" ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+")
    return Mutasi(".".join(_parts(name)), before, after)


def _decorated() -> Iterator[str]:
    for path in sorted(MEASURING.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.decorator_list:
                names = {ast.unparse(decorator) for decorator in node.decorator_list}
                if names not in ({"staticmethod"}, {"classmethod"}):
                    yield f"{path.stem}.{node.name}"


def _say(*arguments: str) -> str:
    return subprocess.run([_mutmut(), *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def _mutmut() -> str:
    return str(Path(sys.executable).with_name("mutmut"))


if __name__ == "__main__":
    sys.exit(main())
