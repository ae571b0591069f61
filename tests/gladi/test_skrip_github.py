"""Scripts of GitHub's workflows alone: what they do where the forge or a proposal is not as it should be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.gladi.forge import PALSU, REPOSITORI, ROOT, SERVER, Forge
from tests.gladi.isian import AKSI, ganti
from tests.repo import Repo

SKRIP = ROOT / ".github" / "skrip"


def skrip(forge: Forge, nama: str, *kata: str) -> subprocess.CompletedProcess[str]:
    """Runs a script in the working copy, with the program beside it."""
    folder = forge.kerja.folder
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "sakipgen").symlink_to(PALSU / "sakipgen")
    env = {
        "PATH": f"{PALSU}:{os.environ['PATH']}",
        "GH_TOKEN": "token-tugas",
        "GITHUB_REPOSITORY": REPOSITORI,
        "GITHUB_SERVER_URL": SERVER,
        "GIT_CONFIG_GLOBAL": str(forge.folder / "gitconfig"),
        "GLADI_AKAR": str(ROOT),
        "GLADI_FORGE": str(forge.folder),
        "GLADI_INDUK": str(forge.induk),
        "GLADI_PYTHON": sys.executable,
    }
    command = [str(SKRIP / f"{nama}.sh"), *kata]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_forges_button_that_updates_a_proposal_names_no_sender(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.catat({"a": "1"}, "2024-07-01T09:00:00+07:00")
    repo.git("switch", "-q", "-c", "formulir")
    repo.catat({"b": "1"}, "2024-07-01T09:00:00+07:00", "Angka\n\nDikirim-oleh: bk-mutasi")
    repo.git("switch", "-q", "main")
    repo.catat({"a": "2"}, "2024-07-01T09:00:00+07:00")
    repo.git("switch", "-q", "formulir")
    repo.git("merge", "-q", "-m", "Merge branch 'main' into formulir", "main")
    command = [str(SKRIP / "pengirim.sh"), str(tmp_path), "main", "HEAD", "github-actions[bot]"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "bk-mutasi\n"


def test_one_proposal_that_cannot_be_recorded_stops_no_other(forge: Forge) -> None:
    nomor = forge.usulkan("bk-mutasi", "Rencana aksi", ganti(AKSI, "40 pegawai", "45 pegawai"))
    trail = forge.folder / "catatan"
    subprocess.run(["git", "clone", "-q", str(forge.bare), str(trail)], check=True)
    subprocess.run(["git", "-C", str(trail), "switch", "-q", "--orphan", "tinjauan"], check=True)
    done = skrip(forge, "rekam", str(trail), "99", str(nomor))
    assert done.returncode == 0, done.stderr
    assert "::warning::#99 was not recorded; write a comment on it, and it is tried again\n" in done.stderr
    assert json.loads(forge.teks("tinjauan", f"2024/{nomor}.json"))["pengirim"] == "bk-mutasi"
