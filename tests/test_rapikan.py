"""The verb that mends what nobody sees: what it says, what it writes, and that it cures what names it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sakipgen.cli import cli
from sakipgen.project import Project
from tests.conftest import Indonesian
from tests.test_cases import CASES, MADE, REALISASI

NAMA = "`sakipgen rapikan`"
DISEMBUHKAN = [p.parent.name for p in sorted(CASES.glob("*/expected.txt")) if NAMA in p.read_text("utf-8")]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "_dasar" / "data", tmp_path / "data")
    return tmp_path / "data"


def rapikan(data: Path, *args: str) -> Result:
    result = CliRunner().invoke(cli, ["rapikan", "--akar", str(data.parent), *args], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def test_clean_data_is_left(data: Path, indonesian: Indonesian) -> None:
    before = {path: path.stat().st_mtime_ns for path in data.rglob("*")}
    result = rapikan(data)
    assert (result.return_value, indonesian(result.output)) == (0, f"0 dari {_jumlah(data)} berkas dirapikan.\n")
    assert {path: path.stat().st_mtime_ns for path in data.rglob("*")} == before


def _jumlah(data: Path) -> int:
    return len(list(data.rglob("*.yaml")))


def test_the_cases_that_name_it() -> None:
    assert DISEMBUHKAN == ["U001", "U002", "U002-bom", "U004"]


@pytest.mark.parametrize("case", DISEMBUHKAN)
def test_what_names_the_verb_is_cured_by_it(case: str, data: Path) -> None:
    if (CASES / case / "data").is_dir():
        shutil.copytree(CASES / case / "data", data, dirs_exist_ok=True)
    if case in MADE:
        MADE[case](data)
    code = case[:4]
    assert code in {d.code for d in Project(data.parent).periksa().diagnostics}
    assert rapikan(data).return_value == 0
    assert code not in {d.code for d in Project(data.parent).periksa().diagnostics}


def test_a_look_writes_nothing_and_says_what_is_wrong(data: Path, indonesian: Indonesian) -> None:
    file = data / REALISASI
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    result = rapikan(data, "--periksa")
    assert (result.return_value, file.read_bytes()) == (1, before)
    assert f"{file}: perlu dirapikan: 7 akhir baris.\n1 dari {_jumlah(data)} berkas perlu dirapikan.\n" == result.output
    assert rapikan(data).return_value == 0
    assert file.read_bytes() == before.replace(b"\r\n", b"\n")
    assert rapikan(data, "--periksa").return_value == 0


def test_a_file_that_is_named_is_the_only_one(data: Path) -> None:
    one, other = data / REALISASI, data / "instansi.yaml"
    for file in (one, other):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert rapikan(data, str(one)).output == f"{one}: dirapikan: tanda BOM.\n1 dari 1 berkas dirapikan.\n"
    assert other.read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_file_that_is_left_is_named_with_the_reason(data: Path, indonesian: Indonesian) -> None:
    file = data / REALISASI
    file.write_bytes(b"butir:\n  IKU-01:\n\tnilai: 1\n")
    result = rapikan(data)
    assert result.return_value == 1
    said = "tidak dirapikan: lebar TAB-nya menentukan arti; ganti setiap TAB dengan spasi yang sesuai.\n"
    assert result.stderr == f"{file}: {indonesian(said)}"
    assert result.stdout.endswith("berkas dirapikan, 1 tidak dapat dirapikan.\n")
    assert file.read_bytes() == b"butir:\n  IKU-01:\n\tnilai: 1\n"


def test_evidence_and_links_are_never_touched(data: Path, tmp_path: Path) -> None:
    (data / "bukti").mkdir()
    (data / "bukti" / "x.yaml").write_bytes(b"a: 1\r\n")
    (tmp_path / "luar.yaml").write_bytes(b"a: 1\r\n")
    (data / "indikator" / "tautan.yaml").symlink_to(tmp_path / "luar.yaml")
    assert rapikan(data).return_value == 0
    assert (data / "bukti" / "x.yaml").read_bytes() == (tmp_path / "luar.yaml").read_bytes() == b"a: 1\r\n"


@pytest.mark.parametrize("name", ["tidak-ada.yaml", "bukti.csv", "folder.yaml"])
def test_what_is_no_yaml_file_is_refused(name: str, data: Path) -> None:
    (data / "folder.yaml").mkdir()
    (data / "bukti.csv").write_text("a")
    with pytest.raises(Exception, match=r"bukan berkas \.yaml"):
        rapikan(data, str(data / name))
