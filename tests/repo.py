"""A Git repository that a test makes commit by commit, at the times that it names."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

_NAMA = ("-c", "user.name=uji", "-c", "user.email=uji@example.invalid", "-c", "commit.gpgsign=false")


class Repo:
    """A repository with one branch, `main`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, waktu: str = "2026-01-01T00:00:00+07:00", masukan: bytes = b"") -> str:
        """Runs Git with nothing of this machine's configuration, at a time."""
        environment = {
            "PATH": "/usr/bin:/bin:/usr/local/bin",
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": waktu,
            "GIT_COMMITTER_DATE": waktu,
        }
        done = subprocess.run(
            ["git", *_NAMA, "-C", str(self.folder), *arguments],
            check=True,
            capture_output=True,
            input=masukan,
            env=environment,
        )
        return done.stdout.decode().strip()

    def tulis(self, berkas: Mapping[str, str | None]) -> None:
        """Writes files, or deletes those whose text is None."""
        for name, text in berkas.items():
            path = self.folder / name
            if text is None:
                path.unlink()
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")

    def catat(self, berkas: Mapping[str, str | None], waktu: str, pesan: str = "Perubahan") -> str:
        """Commits files and returns the commit."""
        self.tulis(berkas)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", pesan, waktu=waktu)
        return self.git("rev-parse", "HEAD")

    def usul(self, langkah: Mapping[str, Mapping[str, str | None]], waktu: str, pesan: str) -> str:
        """Commits steps on a branch, by their message, merges it and returns the merge."""
        self.git("switch", "-q", "-c", "usulan")
        for message, berkas in langkah.items():
            self.catat(berkas, waktu, message)
        self.git("switch", "-q", "main")
        self.git("merge", "-q", "--no-ff", "-m", pesan, "usulan", waktu=waktu)
        self.git("branch", "-q", "-D", "usulan")
        return self.git("rev-parse", "HEAD")

    def impor(self, aliran: bytes) -> None:
        """Takes commits from a stream of `git fast-import`, and their files into the folder."""
        self.git("fast-import", "--quiet", masukan=aliran)
        self.git("reset", "-q", "--hard", "main")


class Aliran:
    """What `git fast-import` reads: hundreds of commits in one go."""

    def __init__(self) -> None:
        self.ujung = 0
        """The mark of the latest commit of the branch; 0 before the first."""
        self._parts: list[bytes] = []
        self._nomor = 0

    def catat(self, cabang: str, berkas: Mapping[str, str], waktu: datetime, pesan: str, induk: Sequence[int]) -> int:
        """Adds a commit of files and returns its mark; `induk` are the marks of its parents."""
        self._nomor += 1
        parents = [f"{'merge' if at else 'from'} :{mark}" for at, mark in enumerate(induk) if mark]
        head = (
            f"commit refs/heads/{cabang}",
            f"mark :{self._nomor}",
            f"committer uji <uji@example.invalid> {int(waktu.timestamp())} +0700",
        )
        self._parts += ["\n".join(head).encode(), self._data(pesan), "\n".join(parents).encode()]
        for name, text in berkas.items():
            self._parts += [f"M 100644 inline {name}".encode(), self._data(text)]
        return self._nomor

    @staticmethod
    def _data(text: str) -> bytes:
        content = text.encode()
        return f"data {len(content)}\n".encode() + content

    def isi(self) -> bytes:
        """Returns the stream."""
        return b"\n".join(part for part in self._parts if part) + b"\n"
