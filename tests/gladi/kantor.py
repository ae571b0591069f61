"""The office of the rehearsal: this repository's program and workflows over the smallest data, with two Bidang."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Final

from tests.gladi.forge import ROOT
from tests.usulan import CASES, CASES_TINJAU

_LAPIS: Final = (
    CASES / "_dasar" / "data",
    CASES / "_lengkap" / "data",
    CASES_TINJAU / "_dasar" / "dasar" / "data",
    ROOT / "tests" / "gladi" / "data",
)
_BUKAN_KANTOR: Final = ("data/", "tests/")


def _github(folder: Path) -> None:
    """The program, its workflows, and data."""
    listed = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    for name in subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split("\0"):
        if name and not name.startswith(_BUKAN_KANTOR) and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    config = folder / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("naskah: true", "naskah: false"), "utf-8")  # papers take long
    for layer in _LAPIS:
        shutil.copytree(layer, folder / "data", dirs_exist_ok=True, copy_function=shutil.copy)
    for name in (CASES_TINJAU / "_dasar" / "hapus.txt").read_text("utf-8").split():
        (folder / name).unlink()


def _forgejo(folder: Path) -> None:
    """As the guide says: the example for Forgejo lies at the root."""
    _github(folder)
    shutil.rmtree(folder / ".github" / "workflows")
    shutil.copytree(folder / "contoh" / "forgejo", folder, dirs_exist_ok=True)


DIRIKAN: Final = {"github": _github, "forgejo": _forgejo}
"""What an office begins with, by the kind of its forge."""
