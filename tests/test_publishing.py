"""A site is published whole or not at all, and nothing in it leads nowhere."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sakipgen import mkdocs_plugin
from sakipgen.diagnostics import Report, SakipgenError
from sakipgen.keamanan import KEBIJAKAN
from sakipgen.project import Build, Project
from sakipgen.publishing import check_site, is_ours, publish
from tests.conftest import Indonesian, Tree
from tests.rendering.test_opendata import rekap_of, small

VERSI = json.dumps({"pembuat": "sakipgen"})
AMAN = f'<head><meta http-equiv="Content-Security-Policy" content="{KEBIJAKAN}"></head>'
"""What every page begins with."""
SITE = {"index.html": AMAN + '<h1 id="a">A</h1><a href="#a">a</a>', "versi.json": VERSI}

Engine = Callable[[Project, Build, Path], int]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def build() -> Build:
    return Build(Report.of((), 1), rekap_of(small()))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "repo" / "data").mkdir(parents=True)
    return Project(tmp_path / "repo")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Callable[[Engine], None]:
    """Puts another engine in the place of MkDocs."""

    def use(fake: Engine) -> None:
        monkeypatch.setattr(mkdocs_plugin, "build_site", fake)

    use(_writes(SITE))
    return use


def _writes(files: dict[str, str]) -> Engine:
    def fake(project: Project, build: Build, to: Path) -> int:
        write(to, files)
        return 1

    return fake


def dengan_kebijakan(files: dict[str, str]) -> dict[str, str]:
    """The same files, each page with the policy that every page has."""
    return {name: AMAN + text if name.endswith(".html") else text for name, text in files.items()}


def left_behind(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if "sakipgen" in path.name]


# ── Folders ──


def test_publishes_into_a_new_folder(project: Project, build: Build, engine: object, tmp_path: Path) -> None:
    to = tmp_path / "out" / "site"
    assert publish(project, build, to) == 1
    assert sorted(path.name for path in to.iterdir()) == ["index.html", "versi.json"]
    assert is_ours(to)
    assert to.stat().st_mode & 0o055 == 0o055
    assert left_behind(to.parent) == []


def test_replaces_an_older_site_as_a_whole(project: Project, build: Build, engine: object, tmp_path: Path) -> None:
    to = tmp_path / "site"
    write(to, {**SITE, "lama/index.html": "lama"})
    publish(project, build, to)
    assert not (to / "lama").exists()


def test_an_empty_folder_is_taken(project: Project, build: Build, engine: object, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(project, build, tmp_path / "site")
    assert is_ours(tmp_path / "site")


def test_a_link_to_a_folder_stays_a_link(project: Project, build: Build, engine: object, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "disk")
    publish(project, build, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert is_ours(tmp_path / "disk")


@pytest.mark.parametrize("versi", ["", "[]", "{}", '{"pembuat": "orang lain"}', "bukan json"])
def test_a_folder_of_someone_else_is_refused(
    versi: str, project: Project, build: Build, engine: object, tmp_path: Path, indonesian: Indonesian
) -> None:
    write(tmp_path / "site", {"penting.txt": "x", **({"versi.json": versi} if versi else {})})
    with pytest.raises(SakipgenError, match="tidak dibuat sakipgen") as raised:
        publish(project, build, tmp_path / "site")
    indonesian(str(raised.value))
    assert (tmp_path / "site" / "penting.txt").read_text() == "x"


@pytest.mark.parametrize("to", ["repo", ".", "repo/data/site", "repo/berkas"])
def test_the_repository_and_its_data_are_refused(
    to: str, project: Project, build: Build, engine: object, tmp_path: Path
) -> None:
    write(project.root, {"berkas": "x"})
    with pytest.raises(SakipgenError, match="pilih folder lain"):
        publish(project, build, tmp_path / to)
    assert (project.root / "berkas").read_text() == "x"


def test_a_galat_leaves_the_old_site(project: Project, engine: object, tmp_path: Path) -> None:
    write(tmp_path / "site", {**SITE, "index.html": "lama"})
    with pytest.raises(SakipgenError, match="galat"):
        publish(project, Build(Report.of((), 1), None), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "lama"


def test_a_broken_link_leaves_the_old_site(
    project: Project, build: Build, engine: Callable[[Engine], None], tmp_path: Path, indonesian: Indonesian
) -> None:
    write(tmp_path / "site", {**SITE, "index.html": "lama"})
    engine(_writes({**SITE, "index.html": AMAN + "".join(f'<a href="tidak-ada-{n}/">x</a>' for n in range(23))}))
    with pytest.raises(SakipgenError, match="tidak-ada-0/") as raised:
        publish(project, build, tmp_path / "site")
    assert indonesian(str(raised.value)).endswith("… dan 3 lagi")
    assert (tmp_path / "site" / "index.html").read_text() == "lama"
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize("error", [RuntimeError("rusak"), KeyboardInterrupt(), OSError("disk penuh")])
def test_a_crash_leaves_the_old_site(
    error: BaseException, project: Project, build: Build, engine: Callable[[Engine], None], tmp_path: Path
) -> None:
    def crash(project: Project, build: Build, to: Path) -> int:
        write(to, SITE)
        raise error

    write(tmp_path / "site", {**SITE, "index.html": "lama"})
    engine(crash)
    with pytest.raises((type(error), SakipgenError)):
        publish(project, build, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "lama"
    assert left_behind(tmp_path) == []


def test_a_failed_swap_is_undone(
    project: Project, build: Build, engine: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail_for_the_new(self: Path, target: Path) -> Path:
        if self.name == "baru":
            raise PermissionError("tidak boleh")
        return rename(self, target)

    write(tmp_path / "site", {**SITE, "index.html": "lama"})
    monkeypatch.setattr(Path, "rename", fail_for_the_new)
    with pytest.raises(SakipgenError, match="tidak dapat ditulis"):
        publish(project, build, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "lama"
    assert left_behind(tmp_path) == []


def test_what_a_killed_run_left_is_put_right(
    project: Project, build: Build, engine: Callable[[Engine], None], tmp_path: Path
) -> None:
    """Killed between the two renames: the old site comes back first, so even a failing run leaves it there."""
    write(tmp_path / ".site.sakipgen-abc" / "lama", {**SITE, "index.html": "lama"})
    write(tmp_path / ".site.sakipgen-abc" / "baru", {"index.html": "setengah"})
    write(tmp_path / ".lain.sakipgen-abc", {"x": "milik situs lain"})
    engine(_writes({"index.html": AMAN + '<a href="hilang/">x</a>'}))
    with pytest.raises(SakipgenError):
        publish(project, build, tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text() == "lama"
    assert left_behind(tmp_path) == [".lain.sakipgen-abc"]


def test_two_runs_do_not_meet(project: Project, build: Build, engine: Callable[[Engine], None], tmp_path: Path) -> None:
    def again(project: Project, build: Build, to: Path) -> int:
        engine(_writes(SITE))
        with pytest.raises(SakipgenError, match="proses lain"):
            publish(project, build, tmp_path / "site")
        write(to, SITE)
        return 1

    engine(again)
    assert publish(project, build, tmp_path / "site") == 1
    assert is_ours(tmp_path / "site")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(project: Project, build: Build, engine: object, tmp_path: Path) -> None:
    (tmp_path / "tutup").mkdir(mode=0o555)
    with pytest.raises(SakipgenError, match="tidak dapat ditulis"):
        publish(project, build, tmp_path / "tutup" / "site")


# ── Links ──

GOOD = {
    "index.html": '<h1 id="atas">x</h1><a href=".">x</a><a href="#">x</a><a href="indikator/#bagian">x</a>'
    '<a href="./">x</a><a href="data/v1/a%20b.csv?x=1">x</a><link rel="canonical" href="https://contoh.go.id/">'
    '<a href="https://ppid.contoh.go.id/">x</a><a href="mailto:a@b">x</a><script src="a.js"></script>',
    "indikator/index.html": '<h1 id="bagian">x</h1><a href="..">x</a><a href="../index.html#atas">x</a>',
    "404.html": '<a href="/indikator/">x</a>',
    "data/v1/a b.csv": "id",
    "a.js": "x",
    "css/a.css": "a{background:url(../a.js)}b{background:url('data:image/png;base64,x')}",
}


def test_good_links(tree: Tree) -> None:
    assert check_site(tree(dengan_kebijakan(GOOD))) == ()


@pytest.mark.parametrize(
    ("name", "html", "said"),
    [
        ("a/index.html", '<a href="../b/">x</a>', "a/index.html: `../b/` tidak menuju halaman atau berkas mana pun"),
        ("a/index.html", '<a href="../../">x</a>', "tidak menuju"),
        ("a/index.html", '<a href="../indikator">x</a>', "tidak menuju"),
        ("a/index.html", '<img src="x.png">', "tidak menuju"),
        ("a/index.html", '<a href="#b">x</a>', "`#b` menuju jangkar yang tidak ada"),
        ("a/index.html", '<a href="../indikator/#b">x</a>', "menuju jangkar yang tidak ada"),
        ("a/index.html", '<a href="/indikator/">x</a>', "mutlak"),
        ("a/index.html", '<a href="//contoh.id/">x</a>', "tidak diizinkan"),
        ("a/index.html", '<a href="javascript:alert(1)">x</a>', "tidak diizinkan"),
        ("a/index.html", '<a href="http://[">x</a><img src="http://contoh.id/a.png">', "dimuat dari situs lain"),
        ("a/index.html", '<a href="x[://">x</a>', "tidak"),
        ("a/index.html", '<script src="HTTPS://contoh.id/a.js"></script>', "dimuat dari situs lain"),
        ("a/index.html", '<link rel="stylesheet" href="https://contoh.id/a.css">', "dimuat dari situs lain"),
        ("a/index.html", '<link rel="preconnect canonical" href="https://contoh.id/">', "dimuat dari situs lain"),
        ("css/b.css", '@import "https://contoh.id/a.css";', "tidak diizinkan"),
        ("css/b.css", "a{background:url(hilang.png)}", "tidak menuju"),
        ("a/index.html", '<form action="../b/"></form>', "tidak menuju"),
    ],
)
def test_bad_links(tree: Tree, name: str, html: str, said: str, indonesian: Indonesian) -> None:
    problems = check_site(tree(dengan_kebijakan({**GOOD, name: html})))
    assert len(problems) == 1
    assert problems[0].startswith(f"{name}: `")
    assert said in indonesian(problems[0])
