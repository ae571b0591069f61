"""The floors of the house: imports point down, the core touches no file, and only `measuring` divides figures."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "sakipgen"

FLOORS = (
    {"diagnostics", "bersama", "jumlah_uji", "keamanan", "terkurung"},
    {"domain"},
    {"inspecting"},
    {"reading", "measuring"},
    {"checking", "writing", "forges"},
    {"rekap"},
    {"reviewing"},
    {"rendering", "schema"},
    {"forms", "archiving"},
    {"kiriman"},
    {"project"},
    {"terbitan", "pencatatan", "peninjauan", "perekaman", "pembersihan"},
    {"auditing", "pengiriman_usulan"},
    {"mkdocs_bingkai", "mkdocs_server", "bantuan", "indeks_tetap"},
    {"pencarian"},
    {"penulis"},
    {"mkdocs_plugin", "polos", "pratinjau_usulan"},
    {"publishing", "formulir"},
    {"pratinjau", "penilaian", "pengisian"},
    {"pengusulan"},
    {"pilihan", "susunan"},
    {"pengarsipan"},
    {"pemulihan"},
    {
        "cli_arsip",
        "cli_bukti",
        "cli_data",
        "cli_formulir",
        "cli_naskah",
        "cli_pengingat",
        "cli_rapikan",
        "cli_situs",
        "cli_tinjau",
        "cli_ukur",
        "cli_usulan",
    },
    {"cli_isi"},
    {"cli"},
)
PURE = {"diagnostics", "domain", "measuring", "checking", "rekap", "reviewing", "forges"}
FORBIDDEN = {"yaml", "jinja2", "click", "mkdocs", "os", "subprocess", "time", "random", "tempfile", "shutil"}
GEOMETRY = {"tata_waktu"}
"""Modules that divide to place marks on a drawing, never to make a figure."""

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "_bawaan" not in path.parts)


def _part(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


def _imports(tree: ast.AST) -> Iterator[str]:
    """Every imported name, those under TYPE_CHECKING and inside functions included."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _floor(part: str) -> int:
    return next(n for n, floor in enumerate(FLOORS) if part in floor)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_down(path: Path) -> None:
    part = _part(path)
    if part in {"__init__", "__main__"}:
        return
    for name in _imports(ast.parse(path.read_text("utf-8"))):
        root, *rest = name.split(".")
        if root == "sakipgen" and rest and rest[0] != "__version__":
            other = rest[0]
            assert other == part or _floor(other) < _floor(part), f"{part} imports {name}"


@pytest.mark.parametrize("path", [p for p in MODULES if _part(p) in PURE], ids=lambda p: str(p.relative_to(PACKAGE)))
def test_core_is_pure(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = list(_imports(tree))
    assert not {name.split(".")[0] for name in names} & FORBIDDEN
    assert "pathlib.Path" not in names
    calls = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert not calls & {"open", "print", "input", "eval", "exec", "float"}
    clock = {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)} & {"now", "today", "utcnow", "getcontext"}
    assert not clock
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, float)]


def _divides(node: ast.AST) -> bool:
    """A division that is no joining of paths, or a call of Decimal's own."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in {"divide", "divide_int", "__truediv__"}
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    return not re.search(r"root|folder|path|'", ast.unparse(node), re.IGNORECASE)


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if _part(p) in PURE - {"measuring"} | {"rendering"} and p.stem not in GEOMETRY],
    ids=lambda p: str(p.relative_to(PACKAGE)),
)
def test_only_measuring_divides(path: Path) -> None:
    """Drawings divide lengths; the other parts of the program divide nothing but paths."""
    assert [ast.unparse(n) for n in ast.walk(ast.parse(path.read_text("utf-8"))) if _divides(n)] == []
