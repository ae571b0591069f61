"""The verb `tinjau`: its answers, its exit codes, its refusals."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sakipgen.cli import cli
from sakipgen.rendering.tinjauan.markdown import PENANDA
from tests.usulan import REALISASI, RENCANA, Kantor

Jalan = Callable[..., tuple[int, str]]


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    made = Kantor(tmp_path)
    made.simpan()
    return made


@pytest.fixture
def jalan(kantor: Kantor) -> Jalan:
    def run(*options: str) -> tuple[int, str]:
        done = CliRunner().invoke(cli, ["tinjau", "--akar", str(kantor.folder), *options], standalone_mode=False)
        if done.exception:
            raise done.exception
        return done.return_value, done.output

    return run


def test_a_good_proposal_is_0_and_a_bad_one_1(kantor: Kantor, jalan: Jalan) -> None:
    kantor.ganti(RENCANA, "40 pegawai", "45 pegawai")
    code, said = jalan("--dasar", "main", "--pengirim", "bk-mutasi", "--format", "markdown")
    assert (code, said.startswith(PENANDA)) == (0, True)
    assert "### ✔ Lolos pemeriksaan. Keputusan ada pada Sekretaris.\n" in said
    code, said = jalan("--dasar", "main", "--pengirim", "bk-diklat")
    assert code == 1
    assert "galat[K001]" in said


def test_a_report_is_shaped_again_from_json(kantor: Kantor, jalan: Jalan, tmp_path: Path) -> None:
    kantor.ganti(REALISASI, "77.5", "78")
    code, json = jalan("--dasar", "main", "--format", "json")
    file = tmp_path / "laporan.json"
    file.write_text(json, "utf-8")
    again = jalan("--dari", str(file), "--format", "markdown")
    file.unlink()
    assert (code, again) == (1, jalan("--dasar", "main", "--format", "markdown"))


def test_a_forged_report_makes_no_comment(jalan: Jalan, tmp_path: Path) -> None:
    file = tmp_path / "laporan.json"
    file.write_text('{"versi": 1, "judul": "Semua baik"}', "utf-8")
    code, said = jalan("--dari", str(file), "--format", "markdown")
    assert code == 1
    assert "galat[K004]" in said
    assert PENANDA not in said


def test_a_preview_is_linked_and_never_taken_from_a_report(kantor: Kantor, jalan: Jalan, tmp_path: Path) -> None:
    """A report may be forged; where its preview lies only who calls knows."""
    kantor.ganti(REALISASI, "77.5", "78")
    link = "https://git.contoh.go.id/unduh/128?a=1&copy=2#hasil"
    options = ("--dasar", "main", "--pratinjau", link)
    said = jalan(*options, "--format", "markdown")[1]
    assert "#### Pratinjau" in said
    assert f"](<{link.replace('&', '&amp;')}>)" in said
    assert "**Bukan data resmi.**" in said
    assert f"Pratinjau, bukan data resmi: {link}\n" in jalan(*options)[1]
    json = jalan(*options, "--format", "json")[1]
    assert f'"pratinjau": "{link}"' in json
    file = tmp_path / "laporan.json"
    file.write_text(json, "utf-8")
    again = jalan("--dari", str(file), "--format", "markdown")[1]
    file.unlink()
    assert "Pratinjau" not in again


@pytest.mark.parametrize(
    "link",
    [
        "http://git.contoh.go.id/x",
        "javascript:alert(1)",
        "https://",
        "https://a@b.go.id/x",
        "https://b.go.id/x) [y](z",
        "https://b.go.id/<x>",
        "https://b.go.id/x\n- [ ] y",
        "https://b.go.id/x\n",
        "https://b.go.id/`x`",
        "https://b.go.id/|",
        "//b.go.id/x",
    ],
)
def test_an_address_that_could_do_anything_is_refused(jalan: Jalan, link: str) -> None:
    with pytest.raises(Exception, match="bukan alamat"):
        jalan("--dasar", "main", "--pratinjau", link)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "sebut satu"),
        (("--dasar", "main", "--dari", "x"), "sebut satu"),
        (("--dasar", "tidak-ada"), "tidak ada dalam repositori"),
        (("--dasar", "main", "--dikirim", "kemarin"), "beserta zonanya"),
        (("--dasar", "main", "--dikirim", "2024-04-10T10:00:00"), "beserta zonanya"),
        (("--dari", "tidak-ada.json"), "tidak dapat dibaca"),
    ],
)
def test_wrong_usage_names_the_way_out(jalan: Jalan, options: tuple[str, ...], said: str) -> None:
    with pytest.raises(Exception, match=said):
        jalan(*options)
