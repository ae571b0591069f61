"""The example that is shipped: no galat, nothing personal, and every file says which schema explains it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sakipgen.domain.dataset import LAYOUT
from sakipgen.project import Build, Project

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
FILES = sorted(DATA.rglob("*.yaml"))
BARIS_PERTAMA = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@pytest.fixture(scope="module")
def build() -> Build:
    return Project(ROOT).build()


def test_no_galat(build: Build) -> None:
    assert build.report.errors == ()
    assert build.report.exit_code == 0
    assert build.rekap is not None


def test_everything_is_read(build: Build) -> None:
    assert build.report.berkas == sum(path.is_file() for path in DATA.rglob("*"))
    assert len(FILES) > 100


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(DATA)))
def test_first_line_names_the_schema(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        first = file.readline()
    match = BARIS_PERTAMA.match(first)
    assert match, first
    schema = (path.parent / match[1]).resolve()
    assert schema.is_file()
    relative = path.relative_to(DATA).as_posix()
    (jenis,) = (jenis for jenis in LAYOUT if jenis.regex.fullmatch(relative))
    assert schema == ROOT / "schemas" / f"{jenis.skema}.schema.json"


def test_every_kind_of_file_has_an_example() -> None:
    relative = [path.relative_to(DATA).as_posix() for path in FILES]
    assert [j.skema for j in LAYOUT if not any(map(j.regex.fullmatch, relative))] == []


def test_the_example_says_that_it_is_one(build: Build) -> None:
    assert build.rekap is not None
    assert build.rekap.instansi.status_data == "contoh"
    assert build.rekap.instansi.posisi_contoh == build.rekap.posisi.per_tanggal


def test_nobody_can_be_recognised(build: Build) -> None:
    text = "\n".join(path.read_text("utf-8") for path in DATA.rglob("*") if path.is_file())
    assert re.findall(r"\b\d{16}\b|\b\d{18}\b", text) == []
    assert re.findall(r"\bNIP\b.{0,3}\d|@[a-z]+\.|\b08\d{8,}", text) == []
    assert build.rekap is not None
    assert [kode for kode, jabatan in build.rekap.instansi.jabatan.items() if jabatan.pejabat] == []
