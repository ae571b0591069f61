"""The rehearsal needs `act`, which comes with the test tools, and what runners of forges have."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gladi.forge import PERLU, ROOT, Forge
from tests.gladi.kantor import DIRIKAN


@pytest.fixture(scope="session")
def induk() -> Iterator[Path]:
    """The socket of a process that has the program loaded."""
    with tempfile.TemporaryDirectory() as folder:  # pytest's own folders have names too long for a socket
        socket = Path(folder) / "induk"
        command = [sys.executable, "-m", "tests.gladi.induk", str(socket)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            assert process.stdout.readline() == "siap\n"
            yield socket
            process.terminate()


@pytest.fixture(params=["github"])
def forge(request: pytest.FixtureRequest, tmp_path: Path, induk: Path) -> Forge:
    """An office on a forge, in the days in which reports of the second quarter are due."""
    if missing := [name for name in PERLU if not shutil.which(name)]:
        pytest.skip(f"the rehearsal needs {', '.join(missing)}")
    made = Forge(tmp_path, "2024-07-04T09:00:00+07:00", induk, request.param)
    made.data_utama(DIRIKAN[request.param], "Data awal")
    return made
