"""The docs keep up with the program: every verb, kind of file, schema and rule has its words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sakipgen.cli import cli
from sakipgen.diagnostics import Format
from sakipgen.domain.dataset import LAYOUT, Jenis
from sakipgen.project import Project

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PANDUAN = (ROOT / "docs" / "panduan.md").read_text("utf-8")


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_readme_names_every_verb(verb: str) -> None:
    assert f"| `sakipgen {verb}" in README


@pytest.mark.parametrize("jenis", LAYOUT, ids=lambda jenis: jenis.skema)
def test_panduan_names_every_kind_of_file(jenis: Jenis) -> None:
    pattern = re.sub(r"\{(\w+)\}", lambda m: "KODE" if m[1] in {"renstra", "kode"} else m[1].upper(), jenis.pola)
    assert f"| `{pattern}` |" in PANDUAN
    assert f"| `{jenis.skema}` |" in PANDUAN


def test_readme_links_exist() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_make_target_of_the_readme_exists() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"`?make (\w+)", README)) | set(re.findall(r"^\$ make (\w+)", README, re.MULTILINE))
    assert named >= {"site", "test", "check", "bench"}
    assert [target for target in named if not re.search(rf"^{target}:", makefile, re.MULTILINE)] == []


def test_the_mistake_in_the_readme_is_answered_as_the_readme_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    report = tmp_path / "data" / "realisasi" / "2024" / "TW3" / "pka.yaml"
    report.write_text(report.read_text("utf-8").replace("jp20: 2871\n", "jp20: 2871,5\n"), "utf-8")
    assert Project(tmp_path).periksa().render(Format.TEKS) in README


def test_decisions_are_numbered_without_gaps() -> None:
    names = sorted(path.name for path in (ROOT / "docs" / "pengembang" / "keputusan").glob("*.md"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


def test_docs_for_readers_speak_indonesian() -> None:
    english = re.compile(r"\b(the|with|this|that|which|file|folder of|error|warning)\b")
    for path in (ROOT / "docs").glob("*.md"):
        prose = re.sub(r"```.*?```|`[^`]*`", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert english.findall(prose) == [], path.name
