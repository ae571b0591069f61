"""A step of the SOP is recorded whole and right, or nothing is written."""

from __future__ import annotations

import hashlib
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.lama import Lama, SatuanLama
from sakipgen.domain.siklus import AlasanKembali, HasilReviu
from sakipgen.domain.waktu import Periode
from sakipgen.pencatatan import Catatan, usulkan
from sakipgen.project import Project
from tests.conftest import Indonesian

CASES = Path(__file__).parent / "cases"
TW2 = Periode(2024, "TW2")
DASAR = Catatan(langkah="pengumpulan 1", periode=TW2, tanggal=date(2024, 7, 1), oleh="kepala")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An office on 8 July 2024."""
    for layer in ("_dasar", "_lengkap"):
        shutil.copytree(CASES / layer / "data", tmp_path / "data", dirs_exist_ok=True)
    about = tmp_path / "data" / "instansi.yaml"
    about.write_text(about.read_text("utf-8").replace("2024-04-10", "2024-07-08"), "utf-8")
    return Project(tmp_path)


def codes(project: Project, catatan: Catatan) -> list[str]:
    return [f"{d.path}:{d.position.baris} {d.code}" for d in usulkan(project, catatan).report.diagnostics]


def test_a_period_without_a_record_gets_one(project: Project) -> None:
    proposal = usulkan(
        project,
        replace(
            DASAR,
            waktu=Lama(5, SatuanLama.MENIT),
            nomor="800/1: a",
            catatan="Baris satu.\nBaris dua.",
            dicatat_oleh="kabid-mutasi",
        ),
    )
    assert not proposal.ditolak
    assert proposal.sebelum == ""
    assert not proposal.path.exists()
    assert proposal.selisih.startswith("--- /dev/null\n+++ ")
    proposal.simpan()
    assert proposal.path == project.data_dir / "siklus" / "2024" / "TW2.yaml"
    assert proposal.path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../schemas/siklus.schema.json\n"
        "\n"
        "pengumpulan:\n"
        "  - langkah: 1\n"
        "    tanggal: 2024-07-01\n"
        "    oleh: kepala\n"
        "    waktu: 5 menit\n"
        '    nomor: "800/1: a"\n'
        "    catatan: >-\n"
        "      Baris satu.\n"
        "\n"
        "      Baris dua.\n"
        "    dicatat_oleh: kabid-mutasi\n"
    )
    assert not Project(project.root).periksa().has_errors


def test_one_more_step_changes_no_other_line(project: Project) -> None:
    path = project.data_dir / "siklus" / "2024" / "TW2.yaml"
    text = "# komentar\r\npengumpulan:\r\n- langkah: 1   # satu\r\n  tanggal: 2024-07-01\r\n  oleh: kepala\r\n"
    path.write_bytes(text.encode())
    row = replace(
        DASAR,
        langkah="pengumpulan.2",
        tanggal=date(2024, 7, 2),
        hasil=HasilReviu.DIKEMBALIKAN,
        alasan=AlasanKembali.BUKTI_KURANG,
    )
    proposal = usulkan(project, row)
    assert not proposal.ditolak
    proposal.simpan()
    more = "- langkah: 2\n  tanggal: 2024-07-02\n  oleh: kepala\n  hasil: dikembalikan\n  alasan: bukti_kurang\n"
    assert path.read_bytes().decode() == text + more.replace("\n", "\r\n")


def test_a_new_galat_is_told_at_its_line_and_refused(project: Project, indonesian: Indonesian) -> None:
    assert codes(project, replace(DASAR, oleh="lurah")) == ["data/siklus/2024/TW2.yaml:6 R014"]
    assert codes(project, replace(DASAR, langkah="pengumpulan 2")) == ["data/siklus/2024/TW2.yaml:4 S011"]
    assert codes(project, replace(DASAR, hasil=HasilReviu.DISETUJUI)) == ["data/siklus/2024/TW2.yaml:7 S011"]
    assert codes(project, replace(DASAR, nomor="\u200b1")) == ["data/siklus/2024/TW2.yaml:7 U002"]
    indonesian(usulkan(project, replace(DASAR, oleh="lurah")).report.diagnostics[0].message)
    assert not (project.data_dir / "siklus" / "2024" / "TW2.yaml").exists()


def test_old_galat_elsewhere_do_not_stand_in_the_way(project: Project) -> None:
    path = project.data_dir / "siklus" / "2024" / "TW2.yaml"
    path.write_text(
        "pengumpulan:\n  - langkah: 1\n    tanggal: 2024-07-01\n    oleh: kepala\n\n"
        "pengiriman:\n  lurah:\n    - dikirim: 2024-07-03\n",
        "utf-8",
    )
    assert Project(project.root).periksa().has_errors
    proposal = usulkan(project, DASAR)
    assert proposal.report.diagnostics == (), "the line of the old galat has moved; it is no new one"
    assert codes(project, replace(DASAR, oleh="lurah")) == ["data/siklus/2024/TW2.yaml:7 R014"]


def test_a_file_that_cannot_be_read_is_told(project: Project) -> None:
    path = project.data_dir / "siklus" / "2024" / "TW2.yaml"
    path.write_text("pengumpulan: [\n", "utf-8")
    proposal = usulkan(project, DASAR)
    assert proposal.ditolak
    assert {d.code for d in proposal.report.diagnostics} == {"Y010"}
    path.write_bytes(b"\xff")
    assert {d.code for d in usulkan(project, DASAR).report.diagnostics} == {"Y009"}
    path.unlink()
    (project.data_dir / "instansi.yaml").unlink()
    assert "R016" in {d.code for d in usulkan(project, DASAR).report.diagnostics}


def test_a_day_that_has_not_come_is_refused(project: Project, indonesian: Indonesian) -> None:
    today, tomorrow = (replace(DASAR, tanggal=date(2024, 7, day)) for day in (8, 9))
    assert not usulkan(project, today).ditolak
    with pytest.raises(PemakaianError) as caught:
        usulkan(project, tomorrow)
    assert indonesian(str(caught.value)) == (
        "`--tanggal` 2024-07-09 sesudah hari yang dilihat (2024-07-08), dan yang belum terjadi tidak dicatat; betulkan "
        "tanggalnya, atau bila langkahnya memang sudah dikerjakan, sebut hari ini dengan `--per-tanggal`."
    )
    assert not usulkan(project, tomorrow, date(2024, 7, 9)).ditolak


def test_official_data_may_be_older_than_today(project: Project) -> None:
    tomorrow = replace(DASAR, tanggal=date(2024, 7, 9))
    with pytest.raises(PemakaianError, match="sesudah hari yang dilihat"):
        usulkan(project, tomorrow, hari_ini=date(2026, 1, 1))  # an example keeps its day
    path = project.data_dir / "instansi.yaml"
    text = re.sub("posisi_contoh: .*\n", "", path.read_text("utf-8")).replace(
        "status_data: contoh", "status_data: resmi"
    )
    path.write_text(text, "utf-8")
    assert not usulkan(project, tomorrow, hari_ini=date(2024, 7, 9)).ditolak
    with pytest.raises(PemakaianError, match=r"sesudah hari yang dilihat \(2024-07-08\)"):
        usulkan(project, tomorrow, hari_ini=date(2024, 7, 8))


def test_a_record_that_a_model_refuses_is_not_written_over(project: Project) -> None:
    """Its steps are not known, so a new one would take the place of the first."""
    path = project.data_dir / "siklus" / "2024" / "TW2.yaml"
    rows = "pengumpulan:\n  - langkah: 1\n    tanggal: 2024-07-01\n    oleh: kepala\n"
    path.write_text(f"{rows}  - langkah: 2\n    tanggal: 2024-02-30\n    oleh: kepala\n", "utf-8")
    proposal = usulkan(project, replace(DASAR, langkah="pengumpulan 3", tanggal=date(2024, 7, 3)))
    assert proposal.ditolak
    assert {d.code for d in proposal.report.errors} == {"T001"}
    assert proposal.sesudah == ""


def test_a_paper_is_recorded_with_its_sum(project: Project) -> None:
    paper = project.data_dir / "bukti" / "2024" / "TW2" / "nota dinas.pdf"
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"%PDF")
    text = usulkan(project, replace(DASAR, naskah=paper)).sesudah
    assert text.endswith(
        "    naskah:\n"
        "      judul: Nota dinas langkah 1, Triwulan II 2024\n"
        "      jenis: nota dinas\n"
        "      berkas: bukti/2024/TW2/nota dinas.pdf\n"
        f"      sha256: {hashlib.sha256(b'%PDF').hexdigest()}\n"
    )
    assert "judul: Perintah\n" in usulkan(project, replace(DASAR, naskah=paper, judul="Perintah")).sesudah


@pytest.mark.parametrize("name", ["nota.pdf", "data/nota.pdf", "data/bukti/../nota.pdf", "data/bukti/tautan.pdf"])
def test_a_paper_elsewhere_is_refused(project: Project, name: str, indonesian: Indonesian) -> None:
    folder = project.data_dir / "bukti"
    folder.mkdir(exist_ok=True)
    for path in (project.root / "nota.pdf", project.data_dir / "nota.pdf"):
        path.write_bytes(b"x")
    (folder / "tautan.pdf").symlink_to(project.root / "nota.pdf")
    with pytest.raises(PemakaianError, match=r"salin dahulu ke `data/bukti/2024/TW2/`") as caught:
        usulkan(project, replace(DASAR, naskah=project.root / name))
    assert indonesian(str(caught.value).replace(str(project.root), ""))
    with pytest.raises(PemakaianError, match="tidak ada; periksa jalurnya"):
        usulkan(project, replace(DASAR, naskah=project.root / "lain.pdf"))


def test_a_step_that_the_sop_does_not_know(project: Project, indonesian: Indonesian) -> None:
    for langkah in ("pengumpulan 3", "9.1.1", "1", "pengumpulan", "", "pengumpulan 01"):
        with pytest.raises(PemakaianError) as caught:
            usulkan(project, replace(DASAR, langkah=langkah))
        assert indonesian(str(caught.value)).endswith(
            "pengumpulan.1 sampai pengumpulan.2; pengukuran.1 sampai pengukuran.1."
        )
    (project.data_dir / "sop.yaml").unlink()
    with pytest.raises(PemakaianError, match=r"sop\.yaml` belum ada"):
        usulkan(project, DASAR)


def test_a_step_is_named_as_in_the_sop(project: Project) -> None:
    path = project.data_dir / "sop.yaml"
    path.write_text(path.read_text("utf-8").replace("pengukuran:\n", 'pengukuran:\n  bagian: "9.2"\n'), "utf-8")
    assert "pengukuran:\n  - langkah: 1\n" in usulkan(project, replace(DASAR, langkah="9.2.1")).sesudah
