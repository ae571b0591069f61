"""Shared by all tests: a folder from a mapping, golden texts, and the words that no reader may meet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code, and a commit is green or red for good: the examples are the same in every run.
_SABAR: Final = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("sakipgen", _SABAR, derandomize=True)
settings.register_profile("acak", _SABAR, print_blob=True)  # fresh examples: `make acak`
settings.load_profile("sakipgen")

Tree = Callable[[Mapping[str, str | bytes]], Path]
Indonesian = Callable[[str], str]
Golden = Callable[[Path, str], None]

_ENGLISH: Final = re.compile(
    r"\b(an|and|are|at least|be|but|cannot|could|did|does|duplicate|empty|error|expected|extra|field|file|for|found|"
    r"greater|has|have|in|instance|invalid|is|items?|keys?|least|length|less|line|list|long|mapping|match|missing|most|"
    r"must|not|of|or|permitted|required|scalar|sequence|short|should|strings?|than|that|the|this|to|type|unexpected|"
    r"unknown|valid|validation|values?|was|while|with|wrong)\b",
    re.IGNORECASE,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden texts anew; read the diff afterwards"
    )


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    """Writes files by path below a new folder and returns the folder."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture(scope="session")
def indonesian() -> Indonesian:
    """Returns a text after making sure that no English is left outside quotations of the file."""

    def check(text: str) -> str:
        prose = re.sub(r'`[^`]*`|"[^"\n]*"|«[^»]*»|pilihannya: [^;]*;|^\S+:\d+:\d+: ', " ", text, flags=re.MULTILINE)
        assert _ENGLISH.findall(prose) == [], text
        return text

    return check


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with a golden file, or writes the file when `--update-golden` is given."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return compare
