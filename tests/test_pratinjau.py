"""The preview serves the newest site, says what is wrong in the browser too, and leaves nothing behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from sakipgen.cli import cli
from sakipgen.diagnostics import PemakaianError
from sakipgen.pratinjau import Pratinjau, layani
from sakipgen.project import Project
from sakipgen.publishing import publish
from tests.conftest import Indonesian
from tests.salinan import copy_repository

REALISASI = "data/realisasi/2024/TW1/mutasi.yaml"
SCRIPT = re.compile(rb"<script>\s*var livereload = .*?</script>", re.DOTALL)
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
"""It would forbid the script that the preview puts in."""
CATATAN = ("    bukti:", "    catatan: Berubah.\n    bukti:")
LIMIT = 180
"""Seconds that a busy machine may take."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_repository(tmp_path / "repo")


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# ── Without a server ──


@dataclass
class Layar:
    """A preview without a server, and what it told."""

    pratinjau: Pratinjau
    kata: list[str]

    def buka(self, path: str) -> bytes:
        self.pratinjau.siapkan(path)
        name = f"{path}index.html" if path.endswith("/") else path
        return self.pratinjau.hias((self.pratinjau.folder / name.lstrip("/")).read_bytes())


@pytest.fixture
def layar(root: Path, tmp_path: Path) -> Layar:
    (tmp_path / "kerja").mkdir()
    told: list[str] = []
    found = Layar(Pratinjau(root, tmp_path / "kerja", None, None, told.append), told)
    found.pratinjau.bangun()
    return found


def test_every_file_is_the_one_that_bangun_writes(root: Path, layar: Layar, tmp_path: Path) -> None:
    """First build, and again after a change in the data and a change in the templates."""
    for step in range(3):
        if step == 1:
            change(root, REALISASI, *CATATAN)
        if step == 2:
            change(root, "site_templates/halaman/indikator.html.j2", "Kamus indikator", "Kamus indikatornya")
        if step:
            layar.pratinjau.bangun()
        to = tmp_path / f"situs-{step}"
        project = Project(root)
        publish(project, project.build(), to)
        names = [path.relative_to(to).as_posix() for path in sorted(to.rglob("*")) if path.is_file()]
        names = [name for name in names if not name.startswith("pagefind/")]  # a preview has no index
        assert len(names) > 30
        other = {name for name in names if layar.buka(f"/{name}") != (to / name).read_bytes()}
        assert other <= {"SHA256SUMS"}
        sums = [line for line in (to / "SHA256SUMS").read_text("utf-8").splitlines() if "  pagefind/" not in line]
        assert layar.buka("/SHA256SUMS").decode().splitlines() == sums


def test_only_a_page_that_is_looked_at_is_made(layar: Layar) -> None:
    page = layar.pratinjau.folder / "indikator" / "iku-01" / "index.html"
    assert not page.exists()
    layar.buka("/indikator/iku-01/")
    assert page.exists()


def test_the_theme_is_not_built_again_for_a_change_in_a_figure(root: Path, layar: Layar) -> None:
    folder = layar.pratinjau.folder
    change(root, REALISASI, *CATATAN)
    layar.pratinjau.bangun()
    assert layar.pratinjau.folder == folder
    change(root, "docs/panduan/index.md", "# Panduan", "# Pedoman")
    layar.pratinjau.bangun()
    assert layar.pratinjau.folder != folder
    assert not folder.exists()
    assert b"Pedoman" in layar.buka("/panduan/")


def test_what_is_saved_during_the_first_build_is_built_too(root: Path, tmp_path: Path) -> None:
    def told(text: str) -> None:
        kata.append(text)
        if len(kata) == 1:
            change(root, REALISASI, *CATATAN)

    kata: list[str] = []
    layar = Layar(Pratinjau(root, tmp_path, None, None, told), kata)
    layar.pratinjau.mulai()
    assert b"Berubah." in layar.buka("/indikator/iku-01/")
    assert len(kata) == 2


def test_a_galat_stands_above_the_last_good_site(root: Path, layar: Layar, indonesian: Indonesian) -> None:
    good = layar.buka("/")
    change(root, REALISASI, "IKU-01", "IKU-77")
    layar.pratinjau.bangun()
    shown = layar.buka("/")
    assert b"Data memuat galat" in shown
    assert b"galat[R001]" in shown
    assert re.sub(rb'<aside role="alert".*?</aside>', b"", shown, flags=re.DOTALL) == good
    assert "galat[R001]" in layar.kata[-1]
    assert "situs terakhir yang baik tetap tampil" in indonesian(layar.kata[-1])
    change(root, REALISASI, "IKU-77", "IKU-01")
    layar.pratinjau.bangun()
    assert layar.buka("/") == good
    assert re.fullmatch(r"Data berubah; situs dibangun ulang dalam \d+,\d detik\.", layar.kata[-1])


def test_a_galat_from_the_start_is_a_page_of_its_own(root: Path, tmp_path: Path) -> None:
    change(root, REALISASI, "IKU-01", "IKU-77")
    told: list[str] = []
    layar = Layar(Pratinjau(root, tmp_path, None, None, told.append), told)
    layar.pratinjau.bangun()
    for path in ("/", "/indikator/iku-01/"):
        assert b"galat[R001]" in layar.buka(path)
    assert "belum ada situs" in told[-1]
    change(root, REALISASI, "IKU-77", "IKU-01")
    layar.pratinjau.bangun()
    assert b"galat" not in layar.buka("/indikator/iku-01/")


def test_a_broken_template_and_a_broken_page_are_told(root: Path, layar: Layar) -> None:
    change(root, "site_templates/halaman/indikator.html.j2", "{% block isi %}", "{% block isi %}{{ hilang.x }}")
    layar.pratinjau.bangun()
    assert b"tidak dapat dipakai" in layar.buka("/indikator/iku-01/")
    assert b"tidak dapat dipakai" not in layar.buka("/")
    (root / "docs" / "rusak.md").write_text("[x](hilang.md)")
    layar.pratinjau.bangun()
    assert "rusak.md" in layar.kata[-1]
    assert b"Situs tidak dapat dibangun" in layar.buka("/")


def test_it_works_without_site_and_never_makes_one(root: Path, layar: Layar) -> None:
    layar.buka("/")
    assert not (root / "site").exists()


# ── With a server ──


@dataclass
class Peramban:
    """A running preview in a process of its own."""

    porta: int
    proses: subprocess.Popen[str]

    def buka(self, path: str) -> bytes:
        with urlopen(f"http://127.0.0.1:{self.porta}{path}", timeout=LIMIT) as answer:
            content: bytes = answer.read()
        return content

    def tunggu(self, path: str, wanted: Callable[[bytes], bool]) -> bytes:
        """Looks until the page is as wanted."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            try:
                if wanted(content := self.buka(path)):
                    return content
            except OSError:
                assert self.proses.poll() is None
            time.sleep(0.05)
        pytest.fail(f"{path} did not become what was wanted")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


@pytest.fixture
def peramban(root: Path, tmp_path: Path) -> Iterator[Peramban]:
    (tmp_path / "sementara").mkdir()
    porta = free_port()
    command = [sys.executable, "-m", "sakipgen", "pratinjau", "--akar", str(root), "--porta", str(porta)]
    environment = os.environ | {"TMPDIR": str(tmp_path / "sementara")}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield Peramban(porta, process)
        if process.poll() is None:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_a_day_with_the_preview(root: Path, tmp_path: Path, peramban: Peramban) -> None:
    """It comes up, a change shows, a galat shows and heals, and Ctrl+C ends it without leftovers."""
    page = peramban.tunggu("/indikator/iku-01/", lambda html: b"sk--indikator" in html)
    project = Project(root)
    publish(project, project.build(), tmp_path / "situs")
    published = (tmp_path / "situs/indikator/iku-01/index.html").read_bytes()
    assert SCRIPT.sub(b"", page) == POLICY.sub(b"", published)
    assert POLICY.search(published)
    with pytest.raises(HTTPError, match="404"):
        peramban.buka("/tidak-ada/")
    assert peramban.buka("/data/v1/capaian.csv").startswith(b"id,")
    assert b"sk--daftar" in peramban.buka("/indikator")

    change(root, REALISASI, *CATATAN)
    peramban.tunggu("/indikator/iku-01/", lambda html: b"Berubah." in html)
    change(root, REALISASI, "IKU-01", "IKU-77")
    shown = peramban.tunggu("/panduan/", lambda html: b"galat[R001]" in html)
    assert b"Data memuat galat" in shown
    change(root, REALISASI, "IKU-77", "IKU-01")
    peramban.tunggu("/panduan/", lambda html: b"galat[R001]" not in html)

    peramban.proses.send_signal(signal.SIGINT)
    _, told = peramban.proses.communicate(timeout=LIMIT)
    assert peramban.proses.returncode == 0
    assert f"http://127.0.0.1:{peramban.porta}/" in told
    assert "Data berubah; situs dibangun ulang dalam" in told
    assert told.rstrip().endswith("Pratinjau berhenti.")
    assert "Traceback" not in told
    assert list((tmp_path / "sementara").iterdir()) == []
    assert not (root / "site").exists()


def test_a_busy_port(root: Path, indonesian: Indonesian) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        porta = taken.getsockname()[1]
        with pytest.raises(PemakaianError, match=f"--porta {porta + 1}") as raised:
            layani(root, None, None, "127.0.0.1", porta, print)
    indonesian(str(raised.value))


def test_an_address_of_another_machine(root: Path, indonesian: Indonesian) -> None:
    with pytest.raises(PemakaianError, match=r"192\.0\.2\.1") as raised:
        layani(root, None, None, "192.0.2.1", free_port(), print)
    indonesian(str(raised.value))


@pytest.mark.parametrize("porta", ["0", "70000", "satu", "-1"])
def test_a_port_that_is_none(root: Path, porta: str) -> None:
    done = CliRunner().invoke(cli, ["pratinjau", "--akar", str(root), f"--porta={porta}"])
    assert done.exit_code == 2
    assert "bukan nomor porta" in done.output
