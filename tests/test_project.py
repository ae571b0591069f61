"""The pipeline: what runs when, from which day it looks, and what never changes a figure."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from sakipgen.diagnostics import SakipgenError
from sakipgen.domain.waktu import Periode
from sakipgen.project import Project, default_date
from sakipgen.reading.revisi import Revisi
from sakipgen.rekap import BarisIndikator, Rekapitulasi
from tests.measuring.builder import Susunan, instansi

ROOT = Path(__file__).parent.parent
DASAR = Path(__file__).parent / "cases/_dasar/data"
LAPORAN = "realisasi/2024/TW1/mutasi.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    shutil.copytree(DASAR, tmp_path / "data")
    return Project(tmp_path)


def edit(project: Project, name: str, change: Callable[[str], str]) -> None:
    path = project.data_dir / name
    text = path.read_text("utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")


def codes(project: Project) -> list[str]:
    return [d.code for d in project.build().report.diagnostics]


def rekap(project: Project, per_tanggal: date | None = None, sampai: Periode | None = None) -> Rekapitulasi:
    found = project.build(per_tanggal, sampai).rekap
    assert found is not None
    return found


# ── What runs when ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_sound_folder_has_a_rekapitulasi(project: Project) -> None:
    build = project.build()
    assert (build.report.exit_code, build.report.berkas) == (0, 7)
    assert build.rekap is not None
    assert build.rekap.revisi is None


@pytest.mark.parametrize("code", ["R001", "L001", "L002", "Y003", "R024"])
def test_checking_alone_says_what_building_says(project: Project, code: str) -> None:
    shutil.copytree(DASAR.parent.parent / code / "data", project.data_dir, dirs_exist_ok=True)
    assert project.periksa() == project.build().report
    assert code in {d.code for d in project.periksa().diagnostics}


def test_without_a_data_folder_that_is_what_is_said(tmp_path: Path) -> None:
    build = Project(tmp_path).build()
    assert [d.code for d in build.report.errors] == ["R016"]
    assert build.rekap is None


def test_without_instansi_no_rule_speaks(project: Project) -> None:
    edit(project, "instansi.yaml", lambda text: text.replace("jenis: kabupaten", "jenis: kabupaten_besar"))
    edit(project, LAPORAN, lambda text: text.replace("IKU-01", "IKU-99"))
    assert codes(project) == ["S004"]


def test_rules_run_beside_errors_of_reading(project: Project) -> None:
    edit(project, LAPORAN, lambda text: text.replace("77.5", "77,5"))
    edit(project, "renstra/2021-2026.yaml", lambda text: text.replace("tujuan: T1", "tujuan: T9"))
    assert codes(project) == ["N001", "R012"]


def test_what_was_measured_is_checked_only_without_a_galat(project: Project) -> None:
    edit(project, LAPORAN, lambda text: text.replace("77.5", "70"))
    assert codes(project) == ["L001", "L003"]
    edit(project, "renstra/2021-2026.yaml", lambda text: text.replace("tujuan: T1", "tujuan: T9"))
    assert codes(project) == ["R012"]


def test_a_warning_stops_nothing(project: Project) -> None:
    (project.data_dir / LAPORAN).unlink()
    build = project.build(date(2024, 5, 1))
    assert [d.code for d in build.report.warnings] == ["L002"]
    assert build.report.exit_code == 0
    assert build.rekap is not None


def test_an_unreadable_file_makes_no_rule_call_its_content_missing(project: Project) -> None:
    for name in ("indikator/IKU-01.yaml", "perjanjian-kinerja/2024/kepala/murni.yaml", "metode/2024.yaml"):
        text = (project.data_dir / name).read_text("utf-8")
        (project.data_dir / name).write_text(text + "salah: [\n", encoding="utf-8")
        found = codes(project)
        assert found
        assert {code[0] for code in found} == {"Y"}, name
        (project.data_dir / name).write_text(text, encoding="utf-8")


# ── From which day ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_named_day_and_period_are_taken(project: Project) -> None:
    found = rekap(project, date(2024, 8, 1), Periode(2024, "TW1")).posisi
    assert (found.per_tanggal, found.sampai) == (date(2024, 8, 1), Periode(2024, "TW1"))


def test_the_example_stands_still(project: Project) -> None:
    found = rekap(project).posisi
    assert (found.per_tanggal, str(found.sampai)) == (date(2024, 4, 10), "2024-03")


COMMIT = Revisi("0" * 40, date(2024, 7, 7), bersih=True)


@pytest.mark.parametrize(
    ("fixed", "epoch", "revisi", "expected"),
    [
        ("2024-04-10", "1735689600", COMMIT, date(2024, 4, 10)),
        (None, "1735689600", COMMIT, date(2025, 1, 1)),
        (None, "1735664400", COMMIT, date(2025, 1, 1)),
        (None, "1735664399", COMMIT, date(2024, 12, 31)),
        (None, "kemarin", COMMIT, date(2024, 7, 7)),
        (None, "²", COMMIT, date(2024, 7, 7)),
        (None, "9" * 30, COMMIT, date(2024, 7, 7)),
        (None, "", COMMIT, date(2024, 7, 7)),
        (None, None, COMMIT, date(2024, 7, 7)),
        (None, None, None, date(2024, 6, 30)),
    ],
)
def test_the_day_comes_from_the_example_the_environment_the_commit_or_the_data(
    monkeypatch: pytest.MonkeyPatch, fixed: str | None, epoch: str | None, revisi: Revisi | None, expected: date
) -> None:
    if epoch is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    data = Susunan(instansi=instansi(posisi_contoh=fixed)).ukur("A").janji("A", "1")
    data.lapor("A", "TW1", "1").lapor("A", "TW2", "1")
    assert default_date(data.dataset(), revisi) == expected


def test_without_reports_the_day_comes_from_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert default_date(Susunan().ukur("A").janji("A", "1").dataset(), None) == date(2024, 1, 15)
    assert default_date(Susunan().dataset(), None) == date(2021, 1, 1)


def test_the_revision_is_that_of_the_data(project: Project) -> None:
    git = ["git", "-C", str(project.root), "-c", "user.name=u", "-c", "user.email=u@contoh.go.id"]
    stamp = {**os.environ, "GIT_COMMITTER_DATE": "2024-07-06T20:00:00+0000", "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z"}
    for command in (["init", "-q"], ["add", "data"], ["commit", "-q", "-m", "Data", "--no-gpg-sign"]):
        subprocess.run([*git, *command], check=True, env=stamp, capture_output=True)
    edit(project, "instansi.yaml", lambda text: text.replace("posisi_contoh: 2024-04-10\n", ""))
    found = rekap(project)
    assert found.posisi.per_tanggal == date(2024, 7, 7)
    assert found.revisi is not None
    assert found.revisi.endswith(" dengan perubahan yang belum dicatat")


# ── What changes no figure ───────────────────────────────────────────────────────────────────────────────────────


def figures(found: Rekapitulasi) -> list[object]:
    def of(row: BarisIndikator) -> object:
        return (row.kode, row.hasil.periode, row.hasil.realisasi, row.hasil.target, row.hasil.capaian, row.hasil.status)

    return [
        [[of(row) for row in period.indikator], period.perangkat_daerah, [s.hasil for s in period.sasaran]]
        for year in found.tahun
        for period in year.periode
    ]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (LAPORAN, lambda text: "# Catatan\n\n" + text.replace("nilai: 77.5", "nilai: 77.5  # dihitung ulang")),
        (LAPORAN, lambda text: text.replace("nilai: 77.5", 'nilai: "77.5"')),
        (LAPORAN, lambda text: text.replace("77.5", "77.50")),
        (LAPORAN, lambda text: text.replace("\n", "\r\n")),
        (LAPORAN, lambda text: text.rstrip("\n")),
        (
            "rencana-aksi/2024/mutasi.yaml",
            lambda text: text.replace("      TW1: 77\n      TW2: 78\n", "      TW2: 78\n      TW1: 77\n"),
        ),
        ("metode/2024.yaml", lambda text: text + "lantai: 0\nambang_kelengkapan: 80\n"),
    ],
)
def test_comments_quotes_order_and_defaults_change_no_figure(
    project: Project, name: str, change: Callable[[str], str]
) -> None:
    before = figures(rekap(project))
    edit(project, name, change)
    assert figures(rekap(project)) == before


def test_a_changed_figure_changes_the_result(project: Project) -> None:
    before = figures(rekap(project))
    edit(project, LAPORAN, lambda text: text.replace("77.5", "77.6"))
    assert figures(rekap(project)) != before


def test_the_order_in_which_a_disk_names_its_files_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = Project(ROOT).build()
    scandir = os.scandir

    @contextmanager
    def reversed_scandir(path: Path) -> Iterator[list[os.DirEntry[str]]]:
        with scandir(path) as entries:
            yield sorted(entries, key=lambda entry: entry.name, reverse=True)

    monkeypatch.setattr(os, "scandir", reversed_scandir)
    assert Project(ROOT).build() == expected


# ── Folders ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_templates_of_the_repository_come_first(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.root / "site_templates").mkdir()
    assert project.template_dir == project.root / "site_templates"
    assert project.schema_dir == project.root / "schemas"


def test_without_templates_the_program_is_at_fault(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sakipgen.project.__file__", str(project.root / "project.py"))
    with pytest.raises(SakipgenError, match="site_templates"):
        _ = project.template_dir
    packaged = project.root / "_bawaan" / "site_templates"
    packaged.mkdir(parents=True)
    assert project.template_dir == packaged
