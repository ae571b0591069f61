"""A forge for the rehearsal: a bare repository, people who propose, review and merge, and `act` for the workflows."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import yaml

from tests.gladi import api
from tests.gladi.api import Json, Keadaan
from tests.repo import Repo

ROOT: Final = Path(__file__).parents[2]
TIRUAN: Final = ROOT / "tests" / "gladi" / "tiruan"
PALSU: Final = ROOT / "tests" / "gladi" / "palsu"
REPOSITORI: Final = "kantor/sakip"
SERVER: Final = "https://github.com"

PERLU: Final = ("jq", "git", "make")


@dataclass(frozen=True)
class Jalan:
    """One run of a workflow."""

    kode: int
    log: str

    @property
    def langkah_gagal(self) -> list[str]:
        """The steps that failed."""
        return re.findall(r"❌  Failure - Main (.+?)(?: \[|$)", self.log, re.MULTILINE)


class Forge:
    """The office `kantor/sakip` on a forge."""

    def __init__(self, folder: Path, waktu: str, induk: Path, jenis: str = "github") -> None:
        self.folder = folder
        self.induk = induk
        self.jenis = jenis
        self.robot = api.ROBOT[jenis]
        self.bare = folder / "sakip.git"
        self.kerja = Repo(folder / "kerja")
        self.keadaan = Keadaan(folder)
        self.keadaan.mulai(jenis)
        self.jam = waktu
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(self.bare)], check=True)
        for key in ("uploadpack.allowAnySHA1InWant", "uploadpack.allowFilter"):
            subprocess.run(["git", "-C", str(self.bare), "config", key, "true"], check=True)
        (folder / "gitconfig").write_text(
            f'[url "file://{self.bare}"]\n\tinsteadOf = {SERVER}/{REPOSITORI}\n[init]\n\tdefaultBranch = main\n',
            "utf-8",
        )
        self.kerja.git("remote", "add", "origin", f"file://{self.bare}")
        self.pukul(waktu)

    # ── Time and files ──

    def pukul(self, waktu: str) -> None:
        """Sets the clock of the forge."""
        self.jam = waktu
        utc = datetime.fromisoformat(waktu).astimezone(UTC).isoformat().replace("+00:00", "Z")
        with self.keadaan.ubah() as isi:
            isi["waktu"] = utc

    def data_utama(self, ubah: Callable[[Path], None], pesan: str) -> str:
        """Commits straight to main, as who sets a repository up does, or who goes around the rules."""
        self._segarkan("main")
        ubah(self.kerja.folder)
        sha = self.kerja.catat({}, self.jam, pesan)
        self.kerja.git("push", "-q", "origin", "HEAD:refs/heads/main")
        return sha

    def _segarkan(self, cabang: str) -> None:
        """Brings the working copy to what the forge has of a branch."""
        git = self.kerja.git
        if git("ls-remote", "origin"):
            git("fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*")
            git("checkout", "-q", "--force", "-B", cabang, f"origin/{cabang}")
            git("clean", "-qfd")

    def teks(self, revisi: str, berkas: str) -> str:
        """The text of a file on the forge."""
        return self.git("show", f"{revisi}:{berkas}")

    def git(self, *words: str) -> str:
        """Asks the bare repository."""
        done = subprocess.run(["git", "-C", str(self.bare), *words], check=True, capture_output=True, text=True)
        return done.stdout

    # ── People ──

    def usulkan(self, akun: str, judul: str, ubah: Callable[[Path], None], cabang: str | None = None) -> int:
        """Somebody opens a proposal from a branch of this repository; returns its number."""
        name = cabang or f"usulan-{akun}-{self.keadaan.isi['nomor'] + 1}"
        self._segarkan("main")
        self.kerja.git("checkout", "-q", "-b", name)
        ubah(self.kerja.folder)
        self.kerja.catat({}, self.jam, judul)
        self.kerja.git("push", "-q", "origin", f"HEAD:refs/heads/{name}")
        with self.keadaan.ubah() as isi:
            repo = {"full_name": REPOSITORI}
            made = api.usulan(isi, judul, akun, {"ref": name, "repo": repo}, {"ref": "main", "repo": repo})
        number = int(made["number"])
        self.selaraskan(number)
        return number

    def perbaiki(self, nomor: int, ubah: Callable[[Path], None], pesan: str = "Perbaikan") -> None:
        """Adds to a proposal what was asked for."""
        name = self.usulan(nomor)["head"]["ref"]
        self._segarkan(name)
        ubah(self.kerja.folder)
        self.kerja.catat({}, self.jam, pesan)
        self.kerja.git("push", "-q", "origin", f"HEAD:refs/heads/{name}")
        self.selaraskan(nomor)

    def selaraskan(self, nomor: int) -> None:
        """Does what a forge does after a push: revisions, and the merge that checks look at."""
        git = self.kerja.git
        git("fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*")
        name = self.usulan(nomor)["head"]["ref"]
        head, base = git("rev-parse", f"origin/{name}"), git("rev-parse", "origin/main")
        git("checkout", "-q", "--force", "--detach", base)
        git("merge", "-q", "--no-ff", "-m", "Gabungan percobaan", head, waktu=self.jam)
        git("push", "-q", "--force", "origin", f"{head}:refs/pull/{nomor}/head", f"HEAD:refs/pull/{nomor}/merge")
        said = git("log", "--reverse", "--format=%H%x00%an%x00%cI%x00%B%x01", f"{base}..{head}")
        names = git("diff", "--name-only", f"{base}...{head}").splitlines()
        commits = [
            {"sha": sha, "commit": {"message": message.strip(), "committer": {"date": date}}, "author": None}
            for sha, _, date, message in (row.strip().split("\0") for row in said.split("\1") if row.strip())
        ]
        with self.keadaan.ubah() as isi:
            found = isi["usulan"][str(nomor)]
            found["head"]["sha"], found["base"]["sha"], found["_commits"] = head, base, commits
            found["commits"], found["_files"] = len(commits), [{"filename": name} for name in names]
            for commit in commits:
                commit["author"] = commit["committer"] = found["user"]
            found["updated_at"] = isi["waktu"]

    def usulan(self, nomor: int) -> Json:
        """A proposal as the API tells it."""
        found: Json = self.keadaan.isi["usulan"][str(nomor)]
        return found

    def putuskan(self, akun: str, nomor: int, putusan: str, isi: str = "") -> None:
        """Somebody approves (`APPROVED`) or returns (`CHANGES_REQUESTED`) a proposal."""
        with self.keadaan.ubah() as semua:
            found = semua["usulan"][str(nomor)]
            row = {"id": api.id_baru(semua), "user": api.akun(akun), "state": putusan, "body": isi}
            row |= {"submitted_at": semua["waktu"], "commit_id": found["head"]["sha"]}
            semua["tinjauan"].setdefault(str(nomor), []).append(row)
            semua["lini"].setdefault(str(nomor), []).append(row | {"event": "reviewed"})
            found["updated_at"] = semua["waktu"]

    def gabungkan(self, akun: str, nomor: int) -> str:
        """Somebody merges a proposal by the button of the forge; returns the merge."""
        found = self.usulan(nomor)
        self._segarkan("main")
        git = self.kerja.git
        title = (
            f"Merge pull request #{nomor} from {REPOSITORI.split('/')[0]}/{found['head']['ref']}\n\n{found['title']}"
        )
        git("merge", "-q", "--no-ff", "-m", title, found["head"]["sha"], waktu=self.jam)
        git("push", "-q", "origin", "HEAD:refs/heads/main")
        sha = git("rev-parse", "HEAD")
        with self.keadaan.ubah() as isi:
            when = isi["waktu"]
            isi["usulan"][str(nomor)] |= {"state": "closed", "merged": True, "merged_at": when, "closed_at": when} | {
                "updated_at": when,
                "merged_by": api.akun(akun),
                "merge_commit_sha": sha,
            }
            isi["lini"].setdefault(str(nomor), []).append(
                {"event": "merged", "actor": api.akun(akun), "created_at": when, "commit_id": sha}
            )
        return sha

    def komentar(self, nomor: int) -> list[tuple[str, str]]:
        """Author and text of the comments on a proposal or an issue."""
        return [(k["user"]["login"], k["body"]) for k in self.keadaan.isi["komentar"] if k["nomor"] == nomor]

    def berkomentar(self, akun: str, nomor: int, isi: str) -> None:
        """Somebody writes a comment."""
        with self.keadaan.ubah() as semua:
            api.komentar(semua, nomor, akun, isi)

    # ── Workflows ──

    def periksa(self, nomor: int, tindakan: str = "opened") -> Jalan:
        """What the forge starts when a proposal is opened or changed."""
        found = self.usulan(nomor)
        event = {"action": tindakan, "number": nomor, "pull_request": found}
        done = self.jalankan("periksa", "pull_request", event, f"refs/pull/{nomor}/merge")
        passed = "🏁  Job succeeded" in done.log.partition("[periksa/Komentar")[0]
        with self.keadaan.ubah() as isi:
            api.periksaan(isi, "Periksa usulan", found["head"]["sha"], "success" if passed else "failure")
        return done

    def kirim(self, akun: str, judul: str, label: str, isi: str, lampiran: Mapping[str, bytes] | None = None) -> int:
        """Somebody fills in a form of the repository's page; attachments lie at the addresses that its text names."""
        (self.folder / "unduhan").mkdir(exist_ok=True)
        for name, content in (lampiran or {}).items():
            (self.folder / "unduhan" / name).write_bytes(content)
        with self.keadaan.ubah() as semua:
            return int(api.isu(semua, judul, akun, isi, [label])["number"])

    def formulir(self, nomor: int, tindakan: str = "opened") -> Jalan:
        """What the forge starts when a form is sent or edited."""
        found = self.keadaan.isi["isu"][str(nomor)]
        done = self.jalankan("formulir", "issues", {"action": tindakan, "issue": found, "sender": found["user"]})
        for number, row in self.keadaan.isi["usulan"].items():
            if row["state"] == "open" and row["user"]["login"] == self.robot:
                self.selaraskan(int(number))
        return done

    def terbit(self) -> Jalan:
        """What the forge starts when main moves."""
        return self.jalankan("terbit", "push", {"before": "0" * 40})

    def jalankan(self, alur: str, peristiwa: str, isi: Mapping[str, object], ref: str = "refs/heads/main") -> Jalan:
        """Runs one workflow as it stands at a revision."""
        runner = self.folder / "pelari"
        shutil.rmtree(runner, ignore_errors=True)
        subprocess.run(["git", "init", "-q", str(runner)], check=True)
        fetch = ["git", "-C", str(runner), "fetch", "-q", f"file://{self.bare}", ref]
        subprocess.run(fetch, check=True)
        subprocess.run(["git", "-C", str(runner), "checkout", "-q", "--detach", "FETCH_HEAD"], check=True)
        file = runner / f".{self.jenis}" / "workflows" / f"{alur}.yml"
        (self.folder / "peristiwa.json").write_text(json.dumps({"ref": ref, **self._repositori(), **isi}), "utf-8")
        return self._act(runner, file, peristiwa, ref)

    def _act(self, runner: Path, file: Path, peristiwa: str, ref: str) -> Jalan:
        stubs = [f"--local-repository={uses}={TIRUAN / uses.split('@')[0].split('/')[1]}" for uses in dipakai(file)]
        waktu = datetime.fromisoformat(self.jam)
        env = {
            "GITHUB_REPOSITORY": REPOSITORI,
            "GITHUB_REF": ref,
            "GITHUB_RUN_ID": "1",
            "GIT_CONFIG_GLOBAL": str(self.folder / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": self.jam,
            "GIT_COMMITTER_DATE": self.jam,
            "GLADI_AKAR": str(ROOT),
            "GLADI_FORGE": str(self.folder),
            "GLADI_INDUK": str(self.induk),
            "GLADI_PYTHON": sys.executable,
            "GLADI_SEKARANG": waktu.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        }
        command = [
            str(Path(sys.executable).parent / "act"),
            peristiwa,
            f"--directory={runner}",
            f"--workflows={file}",
            f"--eventpath={self.folder / 'peristiwa.json'}",
            "--platform=ubuntu-latest=-self-hosted",
            "--no-skip-checkout",
            "--no-cache-server",
            f"--action-cache-path={self.folder / 'act'}",
            "--secret=GITHUB_TOKEN=token-tugas",
            f"--var=TUJUAN_SITUS={self.folder / 'terbit'}",
            "--var=ALAMAT_SITUS=https://kantor.example/sakip/",
            *stubs,
            *(f"--env={name}={value}" for name, value in env.items()),
        ]
        outside = {"PATH": f"{PALSU}:{os.environ['PATH']}", "HOME": str(self.folder)}
        done = subprocess.run(command, env=outside, capture_output=True, text=True, check=False)
        return Jalan(done.returncode, done.stdout + done.stderr)

    @staticmethod
    def _repositori() -> Json:
        about = {"full_name": REPOSITORI, "name": "sakip", "owner": {"login": "kantor"}, "default_branch": "main"}
        return {"repository": about | {"html_url": f"{SERVER}/{REPOSITORI}"}}


def dipakai(file: Path) -> list[str]:
    """The actions that a workflow uses, each with its revision."""
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
    return sorted({step["uses"] for job in jobs for step in job["steps"] if "uses" in step})
