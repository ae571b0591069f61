"""A Git repository that a test makes commit by commit, at the times that it names."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
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
