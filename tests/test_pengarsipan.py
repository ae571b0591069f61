"""`sakipgen arsip`: what an archive holds, that it is the same every time, what is refused, what follows a koreksi."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from sakipgen.archiving.keterangan import baca_keterangan
from sakipgen.cli import cli
from sakipgen.diagnostics import PemakaianError
from sakipgen.domain.waktu import Periode
from sakipgen.pengarsipan import WAJIB
from sakipgen.project import Project
from sakipgen.publishing import publish
from sakipgen.rendering import kertas_kerja
from tests.archiving.kantor import HARI, PERIODE, TUTUP, buat, catatan_usulan, isi_folder, kantor_tertutup, percepat
from tests.conftest import Indonesian
from tests.usulan import REALISASI, WAKTU, Kantor, koreksi


@pytest.fixture(autouse=True)
def _cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    percepat(monkeypatch)


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    return kantor_tertutup(tmp_path / "kantor")


@pytest.fixture
def ke(tmp_path: Path) -> Path:
    return tmp_path / "arsip"


def _jalan(kantor: Kantor, *words: str) -> Result:
    options = ["arsip", *words, "--akar", str(kantor.folder), "--per-tanggal", str(HARI)]
    return CliRunner().invoke(cli, options, standalone_mode=False, catch_exceptions=False)


# ── What is in it ────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_archive_holds_all_of_a_period(kantor: Kantor, ke: Path) -> None:
    made = buat(kantor, "2024-TW1", ke)
    folder = ke / "2024-TW1"
    assert made.folder == folder.resolve()
    assert {path.name for path in folder.iterdir()} == WAJIB | {"SHA256SUMS"}
    assert [path.name for path in ke.iterdir()] == ["2024-TW1"], "nothing is left beside it"
    with zipfile.ZipFile(folder / "data.zip") as archive:
        tree = kantor.repo.git("ls-tree", "-r", "--name-only", "HEAD:data").splitlines()
        assert archive.namelist() == sorted(tree)
        path = REALISASI.removeprefix("data/")
        assert archive.read(path).decode() == kantor.teks(REALISASI)
        assert {part.date_time for part in archive.infolist()} == {(2024, 4, 9, 9, 0, 0)}
    with zipfile.ZipFile(folder / "situs.zip") as archive:
        assert archive.namelist() == ["data/v1/capaian.csv", "index.html", "versi.json"]
    with zipfile.ZipFile(folder / "naskah.zip") as archive:
        assert archive.namelist() == ["naskah-2024-tw1.pdf"]
    periode = Periode.parse("2024-TW1")
    rekap = Project(kantor.folder).build(HARI, periode).rekap
    assert rekap is not None
    assert (folder / "ukur.json").read_text("utf-8") == kertas_kerja.render_json(rekap, 2024, periode)


def test_coreutils_and_git_read_it_too(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    kantor.repo.git("tag", "-a", "-m", "Arsip", "periode/2023", waktu=WAKTU)
    with pytest.raises(PemakaianError, match="riwayat menyebut arsip 2023, tetapi tidak ada arsip di"):
        buat(kantor, "2024-TW1", ke)
    kantor.repo.git("tag", "-d", "periode/2023")
    kantor.repo.git("tag", "v1")
    for periode in PERIODE[:2]:
        buat(kantor, periode, ke)
    for name in PERIODE[:2]:
        done = subprocess.run(["sha256sum", "--check", "SHA256SUMS"], cwd=ke / name, check=False, capture_output=True)
        assert (done.returncode, done.stdout.count(b": OK\n")) == (0, 8)
    check = ["sha256sum", "--check", "SEBELUMNYA"]
    assert subprocess.run(check, cwd=ke / "2024-TW2", check=True, capture_output=True).returncode == 0
    clone = tmp_path / "klon"
    bundle = ke / "2024-TW2" / "riwayat.bundle"
    subprocess.run(["git", "clone", "-q", "--branch", "main", str(bundle), str(clone)], check=True)
    head = subprocess.run(["git", "-C", str(clone), "rev-parse", "HEAD", "v1"], check=True, capture_output=True)
    assert head.stdout.decode().split() == [kantor.repo.git("rev-parse", "HEAD")] * 2


def test_its_description_says_everything(kantor: Kantor, ke: Path, indonesian: Indonesian) -> None:
    first, second = (buat(kantor, periode, ke) for periode in PERIODE[:2])
    assert second.folder is not None
    about = baca_keterangan((second.folder / "arsip.json").read_bytes())
    assert about is not None
    assert (about.nama, about.periode, about.ditutup, about.oleh, about.per_tanggal) == (
        "2024-TW2",
        "2024-TW2",
        "2024-07-20",
        "Kepala Badan",
        "2024-11-01",
    )
    text = indonesian((second.folder / "KETERANGAN.md").read_text("utf-8").replace("certutil", ""))
    assert "| Periode | Triwulan II 2024, ditutup 20 Juli 2024 oleh Kepala Badan |" in text
    assert f"| Arsip sebelumnya | `2024-TW1`, sidik `{first.sidik}` |" in text
    assert f"| Revisi data | `{about.revisi}`, 9 April 2024 09.00 WIB |" in text
    assert all(f"| `{path.name}` |" in text for path in second.folder.iterdir())
    assert (second.folder / "SEBELUMNYA").read_text("utf-8") == f"{first.sidik}  ../2024-TW1/SHA256SUMS\n"
    assert first.folder is not None
    assert (first.folder / "SEBELUMNYA").read_text("utf-8") == "Arsip pertama: tidak ada arsip sebelumnya.\n"


def test_the_verb_prints_the_sum_and_writes_the_message_of_the_tag(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    done = _jalan(kantor, "2024-TW1", "--ke", str(ke), "--pesan-tag", str(tmp_path / "pesan.txt"))
    digest = subprocess.run(["sha256sum", str(ke / "2024-TW1" / "SHA256SUMS")], check=True, capture_output=True)
    sidik = digest.stdout.decode().split()[0]
    message = (tmp_path / "pesan.txt").read_text("utf-8")
    assert message == (
        "Arsip 2024-TW1\n\nPeriode: Triwulan I 2024\n"
        f"Revisi data: {kantor.repo.git('rev-parse', 'HEAD')}\nSidik arsip: {sidik}\n"
        "Arsip sebelumnya: tidak ada, arsip pertama\n"
    )
    assert done.return_value == 0
    assert f"Sidik arsip: {sidik}\nUntuk Berita Acara: {sidik[:12]}\n" in done.stdout
    assert done.stdout.endswith(message)


def test_records_of_reviews_go_with_it(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    commit = catatan_usulan(kantor, cabang="refs/remotes/origin/tinjauan")
    buat(kantor, "2024-TW1", ke)
    with zipfile.ZipFile(ke / "2024-TW1" / "tinjauan.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {"2024/128.json": b'{"versi": 1}\n'}
    heads = kantor.repo.git("bundle", "list-heads", str(ke / "2024-TW1" / "riwayat.bundle"))
    assert f"{commit} refs/heads/tinjauan" in heads
    buat(kantor, "2024-TW1", tmp_path / "sama", catatan=commit[:12])
    assert isi_folder(ke) == isi_folder(tmp_path / "sama")
    with pytest.raises(PemakaianError, match="revisi `catatan` tidak ada"):
        buat(kantor, "2024-TW2", ke, catatan="catatan")


# ── The same every time ──────────────────────────────────────────────────────────────────────────────────────────


def test_another_place_zone_and_hash_seed_give_the_same_bytes(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    program = (
        "import sys, pytest\nfrom pathlib import Path\nfrom tests.archiving.kantor import *\n"
        "kantor = Kantor.__new__(Kantor)\nkantor.folder = Path(sys.argv[1])\n"
        "with pytest.MonkeyPatch.context() as patch:\n    percepat(patch)\n"
        "    [buat(kantor, periode, Path(sys.argv[2])) for periode in PERIODE[:2]]\n"
    )
    other = tmp_path / "lain" / "salinan"
    shutil.copytree(kantor.folder, other)
    subprocess.run(["git", "-C", str(other), "gc", "-q", "--prune=now"], check=True)
    for place, to, zone, seed in ((kantor.folder, ke, "Asia/Jayapura", "1"), (other, tmp_path / "dua", "UTC", "77")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        subprocess.run([sys.executable, "-c", program, str(place), str(to)], check=True, env=environment)
    assert isi_folder(ke) == isi_folder(tmp_path / "dua")
    assert len(isi_folder(ke)) == 18


def test_what_git_does_not_hold_does_not_get_in(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    first = buat(kantor, "2024-TW1", ke)
    (kantor.folder / "catatan.txt").write_text("di luar data", "utf-8")
    kantor.repo.git("tag", "-a", "-m", "Arsip", "periode/2024-TW1", waktu=WAKTU)
    assert buat(kantor, "2024-TW1", tmp_path / "lagi").sidik == first.sidik, "its own tag comes later"
    kantor.repo.git("checkout", "-q", "--detach")
    kantor.repo.git("branch", "-q", "-D", "main")
    assert buat(kantor, "2024-TW1", tmp_path / "lepas").sidik == first.sidik, "a job has no branch"


# ── What is refused ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("periode", ["2024-01", "2024-TW4", "2024"])
def test_an_open_period_is_not_archived(kantor: Kantor, ke: Path, periode: str) -> None:
    with pytest.raises(PemakaianError, match=f"periode {periode} belum ditutup; arsip hanya untuk periode yang sudah"):
        buat(kantor, periode, ke)
    assert not ke.exists()


def test_a_period_that_nothing_is_measured_in_is_not_archived(kantor: Kantor, ke: Path) -> None:
    kantor.tulis("data/siklus/2024/01.yaml", TUTUP.format("2024-02-20"))
    kantor.simpan()
    with pytest.raises(PemakaianError, match="periode 2024-01 tidak diukur dalam data ini"):
        buat(kantor, "2024-01", ke)


def test_a_period_is_open_on_the_days_before_its_closing(kantor: Kantor, ke: Path) -> None:
    with pytest.raises(PemakaianError, match="periode 2024-TW2 baru ditutup 2024-07-20; pada 2024-07-19 masih terbuka"):
        buat(kantor, "2024-TW2", ke, per_tanggal=date(2024, 7, 19))


@pytest.mark.parametrize("name", ["data/siklus/2024/TW4.yaml", "data/sop.yaml", "site_templates/dokumen/arsip.j2"])
def test_what_is_not_committed_is_named(kantor: Kantor, ke: Path, name: str) -> None:
    (kantor.folder / name).write_text(TUTUP.format("2024-10-20"), "utf-8")
    with pytest.raises(PemakaianError, match=rf"ada perubahan yang belum dicatat \(`{name}`\)"):
        buat(kantor, "2024-TW1", ke)


def test_half_a_history_is_no_history(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    kantor.tulis("data/siklus/2024/TW4.yaml", TUTUP.format("2025-01-20"))
    kantor.simpan()
    shallow = Kantor.__new__(Kantor)
    shallow.folder = tmp_path / "dangkal"
    command = ["git", "clone", "-q", "--depth", "1", f"file://{kantor.folder}", str(shallow.folder)]
    subprocess.run(command, check=True)
    with pytest.raises(PemakaianError, match="salinan repositori ini tidak lengkap"):
        buat(shallow, "2024-TW1", ke)
    shutil.rmtree(shallow.folder / ".git")
    with pytest.raises(PemakaianError, match="bukan repositori Git"):
        buat(shallow, "2024-TW1", ke)


def test_nothing_is_written_over_and_nothing_into_the_data(kantor: Kantor, ke: Path) -> None:
    buat(kantor, "2024-TW1", ke)
    before = isi_folder(ke)
    with pytest.raises(PemakaianError, match=r"arsip 2024-TW1 sudah ada di .* dan tidak pernah ditimpa"):
        buat(kantor, "2024-TW1", ke)
    assert isi_folder(ke) == before
    with pytest.raises(PemakaianError, match="berada di dalam folder data"):
        buat(kantor, "2024-TW1", kantor.folder / "data" / "arsip")


def test_data_with_a_galat_is_told_and_not_archived(kantor: Kantor, ke: Path) -> None:
    kantor.ganti(REALISASI, "77.5", '"77,5"')
    kantor.simpan()
    done = _jalan(kantor, "2024-TW1", "--ke", str(ke))
    assert done.return_value == 1
    assert "galat[N001]" in done.stderr
    assert done.stderr.endswith("Arsip tidak dibuat: perbaiki galat di atas lebih dahulu.\n")
    assert not ke.exists()


def test_a_crash_leaves_nothing(kantor: Kantor, ke: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise OSError("penuh")

    monkeypatch.setattr("sakipgen.pengarsipan.write_sums", broken)
    with pytest.raises(OSError, match="penuh"):
        buat(kantor, "2024-TW1", ke)
    assert [*ke.iterdir()] == []


def test_a_finished_site_is_taken_if_it_is_the_same(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    project = Project(kantor.folder)
    site = tmp_path / "situs"
    publish(project, project.build(HARI), site)
    given = buat(kantor, "2024-TW1", ke, situs=site)
    assert given.sidik == buat(kantor, "2024-TW1", tmp_path / "lain").sidik
    kantor.tulis("data/siklus/2024/TW4.yaml", TUTUP.format("2025-01-20"))
    kantor.simpan()
    with pytest.raises(PemakaianError, match="dibangun dari revisi atau hari lain"):
        buat(kantor, "2024-TW2", ke, situs=site)
    with pytest.raises(PemakaianError, match="bukan situs buatan sakipgen"):
        buat(kantor, "2024-TW2", ke, situs=kantor.folder)


@pytest.mark.parametrize(
    "words",
    [
        ("--ke", "a"),
        ("2024-TW1", "--pulihkan", "x", "--ke", "a"),
        ("--pulihkan", "x", "--ke", "a", "--koreksi"),
        ("2024-TW1", "--ke", "a", "--sidik", "0123456789ab"),
        ("2024-TW9", "--ke", "a"),
        ("TW1", "--ke", "a"),
    ],
)
def test_words_that_do_not_fit_are_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError):
        CliRunner().invoke(cli, ["arsip", *words], standalone_mode=False, catch_exceptions=False)


# ── The chain ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_archive_before_may_lie_elsewhere_without_its_large_files(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    first = buat(kantor, "2024-TW1", tmp_path / "lama")
    assert first.folder is not None
    small = tmp_path / "kecil" / "2024-TW1"
    small.mkdir(parents=True)
    for name in ("arsip.json", "SEBELUMNYA", "SHA256SUMS"):
        shutil.copy(first.folder / name, small / name)
    second = buat(kantor, "2024-TW2", ke, sebelumnya=small)
    assert f"Arsip sebelumnya: 2024-TW1 {first.sidik}\n" in second.pesan
    (small / "SEBELUMNYA").write_text("Arsip kedua\n", "utf-8")
    third = buat(kantor, "2024-TW3", ke, sebelumnya=small)
    assert third.folder is None
    assert [d.as_text().partition(" isi")[0] for d in third.report.diagnostics] == [
        "2024-TW1/SEBELUMNYA:1:1: galat[A001]"
    ]
    with pytest.raises(PemakaianError, match="bukan folder arsip"):
        buat(kantor, "2024-TW3", ke, sebelumnya=tmp_path)


def test_nothing_is_added_to_a_chain_that_is_broken(kantor: Kantor, ke: Path) -> None:
    for periode in PERIODE[:2]:
        buat(kantor, periode, ke)
    with (ke / "2024-TW1" / "SHA256SUMS").open("a") as file:
        file.write(f"{'0' * 64}  zz\n")
    done = _jalan(kantor, "2024-TW3", "--ke", str(ke))
    assert done.return_value == 1
    assert "2024-TW2/SEBELUMNYA:1:1: galat[A002]" in done.stderr
    assert not (ke / "2024-TW3").exists()


# ── After a correction ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_correction_gets_a_notice_and_a_new_archive(kantor: Kantor, ke: Path, indonesian: Indonesian) -> None:
    first = buat(kantor, "2024-TW1", ke)
    assert first.folder is not None
    before = isi_folder(first.folder)
    with pytest.raises(PemakaianError, match="tidak ada koreksi yang belum ada dalam arsip 2024-TW1"):
        buat(kantor, "2024-TW1", ke, koreksi=True)
    with pytest.raises(PemakaianError, match="arsip 2024-TW2 belum ada di"):
        buat(kantor, "2024-TW2", ke, koreksi=True)
    kantor.ganti(REALISASI, "77.5", "78.25")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-07.yaml", koreksi("77.5", "78.25"))
    kantor.simpan()
    again = buat(kantor, "2024-TW1", ke, koreksi=True)
    assert again.folder is not None
    assert again.folder.name == "2024-TW1-koreksi-1"
    assert (again.folder / "SEBELUMNYA").read_text("utf-8") == f"{first.sidik}  ../2024-TW1/SHA256SUMS\n"
    assert json.loads((again.folder / "ukur.json").read_text("utf-8"))["indikator"][0]["realisasi"] == 78.25
    assert isi_folder(first.folder) == before
    (notice,) = again.pemberitahuan
    assert notice.name == "PEMBERITAHUAN-2024-TW1.md"
    text = indonesian(notice.read_text("utf-8"))
    assert f"Arsip `2024-TW1` (sidik `{first.sidik}`) tidak diubah." in text
    assert "## KOR-2024-07\n\n- Periode: Triwulan I 2024\n- Indikator: IKU-01 " in text
    assert "- Angka lama: 77,5\n- Angka baru: 78,25\n- Tanggal: 9 April 2024\n" in text
    later = buat(kantor, "2024-TW2", ke)
    assert [path.name for path in later.pemberitahuan] == ["PEMBERITAHUAN-2024-TW1.md"]
    assert f"{again.sidik}  ../2024-TW1-koreksi-1/SHA256SUMS\n" == (ke / "2024-TW2" / "SEBELUMNYA").read_text("utf-8")
    with pytest.raises(PemakaianError, match="tidak ada koreksi yang belum ada dalam arsip 2024-TW1"):
        buat(kantor, "2024-TW1", ke, koreksi=True)


def test_a_tag_knows_the_archives_that_lie_elsewhere(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    first = buat(kantor, "2024-TW1", tmp_path / "rilis")
    kantor.repo.git("tag", "-a", "-m", first.pesan, "periode/2024-TW1", waktu=WAKTU)
    kantor.ganti(REALISASI, "77.5", "78.25")
    kantor.tulis("data/koreksi/2024/TW1/KOR-2024-07.yaml", koreksi("77.5", "78.25"))
    kantor.simpan()
    kantor.repo.git("tag", "-a", "-m", "Tanda", "periode/2024-TW1-koreksi-1", waktu=WAKTU)
    again = buat(kantor, "2024-TW1", ke, koreksi=True, sebelumnya=first.folder)
    assert again.folder is not None
    assert again.folder.name == "2024-TW1-koreksi-1"
    kantor.tulis("data/siklus/2024/TW4.yaml", TUTUP.format("2025-01-20"))
    kantor.simpan()
    with pytest.raises(PemakaianError, match="tidak ada koreksi yang belum ada dalam arsip 2024-TW1"):
        buat(kantor, "2024-TW1", tmp_path / "kosong", koreksi=True, sebelumnya=again.folder)
