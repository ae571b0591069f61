"""The preview of a proposal: every page says what it is, it opens from disk, and of the proposal only data are read."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from sakipgen.cli import cli
from sakipgen.pratinjau_usulan import BACA, siapkan_pratinjau
from tests.salinan import CONTOH, TERKECIL, copy_repository

TANDA: Final = "PRATINJAU USULAN #128 – BUKAN DATA RESMI"
KAIT: Final = "def on_config(config):\n    open(r'{}', 'w').close()\n    return config\n"

Jalan = Callable[..., tuple[int, str]]


def _jalan(*options: str) -> tuple[int, str]:
    done = CliRunner().invoke(cli, ["bangun", *options], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value, done.output


def _usulan(folder: Path, data: Path) -> Path:
    """What a proposal's checkout holds: data, and whatever its author would like us to run."""
    shutil.copytree(data, folder / "data")
    (folder / "mkdocs.yml").write_text("site_name: Jahat\nhooks: [kait.py]\ntheme: {name: material}\n", "utf-8")
    (folder / "kait.py").write_text(KAIT.format(folder / "dijalankan"), "utf-8")
    for name in ("main.html", "404.html"):
        (folder / "site_templates" / "rupa").mkdir(parents=True, exist_ok=True)
        (folder / "site_templates" / "rupa" / name).write_text("<h1>TEMPLAT JAHAT</h1>", "utf-8")
    (folder / "sakipgen.py").write_text(f"open(r'{folder / 'dijalankan'}', 'w').close()\n", "utf-8")
    (folder / "data" / "instansi.yaml").write_text(
        (folder / "data" / "instansi.yaml").read_text("utf-8")
        + "\nalamat_situs: https://kinerja.contoh.go.id\nrepositori: {alamat: https://git.contoh.go.id/a/b}\n",
        "utf-8",
    )
    return folder


@pytest.fixture(scope="module")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The preview of a proposal over the example, which has every kind of page."""
    base = copy_repository(tmp_path_factory.mktemp("dasar"), CONTOH, naskah=True)
    usulan = _usulan(tmp_path_factory.mktemp("usulan"), CONTOH)
    to = tmp_path_factory.mktemp("hasil") / "pratinjau"
    code, said = _jalan("--akar", str(base), "--usulan", "128", "--data", str(usulan / "data"), "--ke", str(to))
    assert (code, "Pratinjau usulan #128 selesai" in said) == (0, True)
    assert not (usulan / "dijalankan").exists(), "J-02: nothing of a proposal runs"
    return to


def _halaman(situs: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for path in sorted(situs.rglob("*.html")):
        yield path.relative_to(situs).as_posix(), LexborHTMLParser(path.read_bytes())


def test_every_page_says_that_it_is_no_official_data(situs: Path) -> None:
    folders = {name.partition("/")[0] for name, _ in _halaman(situs)}
    assert folders >= {"index.html", "indikator", "sasaran", "periode", "bidang", "program", "panduan", "dokumen"}
    for name, tree in _halaman(situs):
        (banner,) = tree.css("aside.sk-pratinjau")
        assert TANDA in banner.text(), name
        assert banner.attributes["aria-label"] == "Pratinjau usulan"
        assert [node.attributes["content"] for node in tree.css("meta[name=robots]")] == ["noindex"], name
        (title,) = tree.css("head > title")
        assert title.text().startswith("Pratinjau #128 – "), name


def test_j02_settings_and_templates_are_those_of_the_base(situs: Path) -> None:
    text = (situs / "index.html").read_text("utf-8")
    assert "JAHAT" not in text.upper()
    assert "<title>Pratinjau #128 – Kinerja BKPSDM" in text


def test_links_name_pages_and_lead_to_no_repository(situs: Path) -> None:
    """Nothing is found at an address that ends with a folder, and the pencil would open what is not proposed."""
    for name, tree in _halaman(situs):
        links = [node.attributes.get("href") or "" for node in tree.css("a, link")]
        inside = [link for link in links if not link.startswith(("http", "mailto:", "tel:", "#"))]
        assert not [link for link in inside if link.partition("#")[0].partition("?")[0].endswith(("/", "."))], name
        assert not [link for link in links if "git.contoh.go.id" in link or "kinerja.contoh.go.id" in link], name
        assert not tree.css("link[rel=canonical], link[rel=edit], form[role=search]"), name


def test_no_machine_takes_it_for_the_site(situs: Path) -> None:
    assert (situs / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert (situs / BACA).read_text("utf-8").startswith(TANDA)
    for name in ("404.html", "sitemap.xml", "_headers", "pagefind", "cari", "dokumen/naskah"):
        assert not (situs / name).exists(), name


def test_the_sums_are_those_of_what_is_there(situs: Path) -> None:
    told = (row.split("  ") for row in (situs / "SHA256SUMS").read_text("utf-8").splitlines())
    rows = {name: digest for digest, name in told}
    assert hashlib.sha256((situs / "index.html").read_bytes()).hexdigest() == rows["index.html"]
    assert BACA in rows


def test_the_site_itself_has_none_of_it(tmp_path: Path) -> None:
    base = copy_repository(tmp_path / "dasar", TERKECIL)
    assert _jalan("--akar", str(base), "--ke", str(tmp_path / "site"))[0] == 0
    text = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "pratinjau" not in text.lower()
    assert "noindex" not in text
    assert not (tmp_path / "site" / "stylesheets" / "pratinjau.css").exists()


def test_no_symlink_of_a_proposal_is_followed(tmp_path: Path) -> None:
    base = copy_repository(tmp_path / "dasar", TERKECIL)
    secret = tmp_path / "rahasia.csv"
    secret.write_text("RAHASIA\n", "utf-8")
    usulan = _usulan(tmp_path / "usulan", TERKECIL)
    (usulan / "data" / "bukti" / "2024").mkdir(parents=True)
    (usulan / "data" / "bukti" / "2024" / "x.csv").symlink_to(secret)
    code, said = _jalan(
        *("--akar", str(base), "--usulan", "128", "--data", str(usulan / "data"), "--ke", str(tmp_path / "hasil"))
    )
    assert (code, "galat[B003]" in said, "RAHASIA" in said) == (1, True, False)
    assert not (tmp_path / "hasil").exists()
    (tmp_path / "tautan").symlink_to(usulan / "data")
    with pytest.raises(Exception, match="bukan folder data usulan"):
        _jalan("--akar", str(base), "--usulan", "128", "--data", str(tmp_path / "tautan"))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--usulan", "128"), "memerlukan nomor dan folder"),
        (("--data", "."), "memerlukan nomor dan folder"),
        (("--usulan", "0", "--data", "."), "bukan nomor usulan"),
        (("--usulan", "128", "--data", "tidak-ada"), "bukan folder data usulan"),
        (("--usulan", "128", "--data", ".", "--polos"), "berkas polos"),
    ],
)
def test_wrong_usage_names_the_way_out(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    (tmp_path / "data").mkdir()
    with pytest.raises(Exception, match=said):
        _jalan("--akar", str(tmp_path), *options)


def test_a_preview_is_not_written_over_the_data_that_it_shows(tmp_path: Path) -> None:
    base = copy_repository(tmp_path / "dasar", TERKECIL)
    usulan = _usulan(tmp_path / "usulan", TERKECIL)
    for to in (usulan, usulan / "data", usulan / "data" / "x"):
        with pytest.raises(Exception, match="memuat repositori atau datanya"):
            _jalan("--akar", str(base), "--usulan", "128", "--data", str(usulan / "data"), "--ke", str(to))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../indikator/">', '<a href="../indikator/index.html">'),
        ('<a class="x" href="./#t">', '<a class="x" href="./index.html#t">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="">', '<a href="index.html">'),
        ('<form role="search" action="../cari/?kata=a">', '<form role="search" action="../cari/index.html?kata=a">'),
        ('<a href="#t">', '<a href="#t">'),
        ('<a href="../data/v1/target.csv">', '<a href="../data/v1/target.csv">'),
        ('<a href="https://a.go.id/">', '<a href="https://a.go.id/">'),
        ('<a href="mailto:a@b.go.id">', '<a href="mailto:a@b.go.id">'),
        ('<p>href="../x/"</p>', '<p>href="../x/"</p>'),
    ],
)
def test_a_link_names_the_page(tmp_path: Path, before: str, after: str) -> None:
    (tmp_path / "index.html").write_text(before, "utf-8")
    siapkan_pratinjau(tmp_path, 128)
    assert (tmp_path / "index.html").read_text("utf-8") == after
