"""A folder is there whole or as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.writing.folder import ganti_folder

INDEKS = "indeks.json"


def isi(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_was_there_is_gone_and_nothing_lies_beside(tmp_path: Path) -> None:
    to = tmp_path / "a" / "b"
    for files in ({INDEKS: b"1", "lama/x.txt": b"x"}, {INDEKS: b"2", "baru/y.txt": b"y"}):
        ganti_folder(to, files, INDEKS)
        assert isi(to) == files
    assert [path.name for path in to.parent.iterdir()] == ["b"]


def test_other_peoples_files_stay(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_bytes(b"penting")
    for to in (tmp_path, tmp_path / "surat.txt"):
        with pytest.raises(PemakaianError, match="berisi berkas lain; kosongkan dahulu"):
            ganti_folder(to, {INDEKS: b""}, INDEKS)
    assert isi(tmp_path) == {"surat.txt": b"penting"}


def test_a_second_rename_that_fails_brings_the_first_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    to = tmp_path / "a"
    ganti_folder(to, {INDEKS: b"1"}, INDEKS)
    rename = Path.rename

    def broken(self: Path, target: Path) -> Path:
        if self.name == "baru":
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(PemakaianError, match="tidak dapat ditulis"):
        ganti_folder(to, {INDEKS: b"2"}, INDEKS)
    assert isi(tmp_path) == {f"a/{INDEKS}": b"1"}
