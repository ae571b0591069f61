"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.writing.berkas import tulis_aman, tulis_di_samping


def test_a_new_file_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "siklus" / "2026" / "TW3.yaml"
    tulis_aman(path, "a: 1\r\nb: é\n")
    assert path.read_bytes() == "a: 1\r\nb: é\n".encode()
    assert path.stat().st_mode & 0o400
    assert [p.name for p in path.parent.iterdir()] == ["TW3.yaml"]


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", "utf-8")
    path.chmod(0o640)
    tulis_aman(path, "a: 2\n")
    assert (path.read_text("utf-8"), path.stat().st_mode & 0o777) == ("a: 2\n", 0o640)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "asli.yaml").write_text("a: 1\n", "utf-8")
    link = tmp_path / "tautan.yaml"
    link.symlink_to("asli.yaml")
    tulis_aman(link, "a: 2\n")
    assert link.is_symlink()
    assert (tmp_path / "asli.yaml").read_text("utf-8") == "a: 2\n"


def test_beside_what_is_there_and_never_over_it(tmp_path: Path) -> None:
    wanted = tmp_path / "mp-diperiksa.xlsx"
    assert tulis_di_samping(wanted, b"a") == wanted
    assert tulis_di_samping(wanted, b"a") == wanted
    (tmp_path / "mp-diperiksa-2.xlsx").mkdir()
    assert tulis_di_samping(wanted, b"b").name == "mp-diperiksa-3.xlsx"
    assert (wanted.read_bytes(), (tmp_path / "mp-diperiksa-3.xlsx").read_bytes()) == (b"a", b"b")


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n", "utf-8")

    def fail(_: int) -> None:
        raise OSError("penuh")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PemakaianError, match=r"tidak dapat ditulis \(penuh\); yang lama tidak berubah"):
        tulis_aman(path, "a: 2\n")
    assert [(p.name, p.read_text("utf-8")) for p in tmp_path.iterdir()] == [("a.yaml", "a: 1\n")]


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x", "utf-8")
    with pytest.raises(PemakaianError, match="tidak dapat ditulis"):
        tulis_aman(tmp_path / "a" / "b.yaml", "a: 2\n")
