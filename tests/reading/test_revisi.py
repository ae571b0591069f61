"""The revision of the data: of Git where there is one, else nothing."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

from sakipgen.reading.revisi import read_revisi


def _git(folder: Path, *arguments: str, **environment: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=uji", "-c", "user.email=uji@example.invalid", "-C", str(folder), *arguments],
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": str(folder), **environment},
    )


def _repository(folder: Path) -> Path:
    data = folder / "data"
    data.mkdir()
    (data / "a.yaml").write_text("a: 1\n", "utf-8")
    _git(folder, "init", "-q")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "x", GIT_COMMITTER_DATE="2024-10-14T18:30:00+0000")
    return data


def test_without_git_nothing_is_known(tmp_path: Path) -> None:
    assert read_revisi(tmp_path) is None


def test_the_day_is_that_of_jakarta(tmp_path: Path) -> None:
    revisi = read_revisi(_repository(tmp_path))
    assert revisi is not None
    assert revisi.tanggal == date(2024, 10, 15)
    assert revisi.bersih
    assert revisi.label == revisi.sha[:12]


def test_changed_data_is_said_and_other_changes_are_not(tmp_path: Path) -> None:
    data = _repository(tmp_path)
    (tmp_path / "lain.txt").write_text("x", "utf-8")
    untouched = read_revisi(data)
    assert untouched is not None
    assert untouched.bersih
    (data / "a.yaml").write_text("a: 2\n", "utf-8")
    changed = read_revisi(data)
    assert changed is not None
    assert changed.label == f"{changed.sha[:12]} dengan perubahan yang belum dicatat"


def test_a_repository_without_commits_has_no_revision(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    _git(tmp_path, "init", "-q")
    assert read_revisi(tmp_path / "data") is None
