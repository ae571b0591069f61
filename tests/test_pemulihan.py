"""`sakipgen arsip --pulihkan`: what was archived comes back, and whatever was changed is named."""

from __future__ import annotations

import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sakipgen import mkdocs_plugin
from sakipgen.archiving.jumlah import sidik
from sakipgen.cli import cli
from sakipgen.diagnostics import PemakaianError
from sakipgen.pemulihan import Pemulihan, pulihkan
from sakipgen.project import Build, Project
from tests.archiving.kantor import (
    PERIODE,
    buat,
    catatan_usulan,
    isi_folder,
    jumlah_ulang,
    kantor_tertutup,
    percepat,
    situs_kecil,
)
from tests.conftest import Indonesian
from tests.salinan import copy_frame
from tests.usulan import Kantor

TENGAH, AKHIR = PERIODE[1:]


@pytest.fixture(autouse=True)
def _cepat(monkeypatch: pytest.MonkeyPatch) -> None:
    percepat(monkeypatch)


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    return kantor_tertutup(tmp_path_factory.mktemp("kantor"))


@pytest.fixture(scope="module")
def tiga(kantor: Kantor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three archives in one folder."""
    folder = tmp_path_factory.mktemp("arsip")
    with pytest.MonkeyPatch.context() as patch:
        percepat(patch)
        for periode in PERIODE:
            buat(kantor, periode, folder)
    return folder


@pytest.fixture
def arsip(tiga: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiga, tmp_path / "arsip")


@pytest.fixture
def ke(tmp_path: Path) -> Path:
    return tmp_path / "pulih"


def kode(told: Pemulihan) -> list[str]:
    """What is wrong: file and code, in order of place."""
    return [f"{d.path} {d.code}" for d in told.report.diagnostics]


# ── What holds ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_archived_comes_back(kantor: Kantor, arsip: Path, ke: Path, indonesian: Indonesian) -> None:
    before = isi_folder(arsip)
    told = pulihkan(arsip / AKHIR, ke, sidik(arsip / AKHIR / "SHA256SUMS")[:12])
    assert kode(told) == []
    assert [line for line in told.baris if line.startswith("✓")] == told.baris[:1] + told.baris[2:]
    assert indonesian("\n".join(told.baris)).splitlines()[0] == "✓ 8 berkas sama dengan daftar sidiknya"
    assert told.baris[-1] == "✓ situs terulang bita demi bita"
    assert isi_folder(arsip) == before
    tracked = {name: digest for name, digest in isi_folder(kantor.folder).items() if name != ".gitconfig"}
    assert isi_folder(ke / "sakip") == tracked
    with zipfile.ZipFile(arsip / AKHIR / "situs.zip") as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            str(p.relative_to(ke / "situs")): p.read_bytes() for p in (ke / "situs").rglob("*") if p.is_file()
        }
    assert sorted(path.name for path in ke.iterdir()) == ["KETERANGAN.md", "naskah", "sakip", "situs", "ukur.json"]


def test_an_archive_of_what_came_back_has_the_same_sum(arsip: Path, ke: Path, tmp_path: Path) -> None:
    pulihkan(arsip / TENGAH, ke)
    again = Kantor.__new__(Kantor)
    again.folder = ke / "sakip"
    buat(again, TENGAH, tmp_path / "lagi", sebelumnya=arsip / PERIODE[0])
    assert isi_folder(tmp_path / "lagi" / TENGAH) == isi_folder(arsip / TENGAH)


def test_the_verb_tells_and_answers(arsip: Path, ke: Path) -> None:
    words = ["arsip", "--pulihkan", str(arsip / AKHIR), "--ke", str(ke)]
    done = CliRunner().invoke(cli, words, standalone_mode=False, catch_exceptions=False)
    assert (done.return_value, done.stderr) == (0, "")
    assert done.stdout.endswith(f"Isi arsip ada di {ke}\nArsip utuh dan terulang sama.\n")
    (arsip / TENGAH / "ukur.json").unlink()
    words[-1] = str(ke / "lagi")
    done = CliRunner().invoke(cli, words, standalone_mode=False, catch_exceptions=False)
    assert done.return_value == 1
    assert f"{TENGAH}/ukur.json:1:1: galat[A001] berkas tercatat dalam arsip, tetapi tidak ada" in done.stderr
    assert "✗ rantai arsip tidak utuh\n" in done.stdout
    assert done.stdout.endswith("Arsip tidak sama dengan semula.\n")


def test_a_folder_that_is_not_new_is_refused(arsip: Path, tmp_path: Path) -> None:
    for to in (arsip, arsip / AKHIR / "pulih"):
        with pytest.raises(PemakaianError):
            pulihkan(arsip / AKHIR, to)
    with pytest.raises(PemakaianError, match="tidak ada; periksa jalurnya"):
        pulihkan(arsip / "2023", tmp_path / "x")


# ── What was changed ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "name",
    ["KETERANGAN.md", "SEBELUMNYA", "arsip.json", "data.zip", "naskah.zip", "riwayat.bundle", "situs.zip", "ukur.json"],
)
def test_a_bit_in_any_file_is_found(arsip: Path, ke: Path, name: str) -> None:
    path = arsip / AKHIR / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    told = pulihkan(arsip / AKHIR, ke)
    assert f"{AKHIR}/{name} A001" in kode(told)
    assert not ke.exists()
    assert told.baris[0] == "✗ arsip ini tidak utuh; tidak ada yang dipulihkan"


def test_all_of_it_is_named_at_once(arsip: Path, ke: Path) -> None:
    (arsip / AKHIR / "ukur.json").write_text("{}", "utf-8")
    (arsip / AKHIR / "data.zip").unlink()
    (arsip / AKHIR / "naskah.zip").unlink()
    (arsip / AKHIR / "naskah.zip").symlink_to(arsip / TENGAH / "naskah.zip")
    (arsip / AKHIR / "catatan.txt").write_text("x", "utf-8")
    told = pulihkan(arsip / AKHIR, ke)
    assert kode(told) == [f"{AKHIR}/{name} A001" for name in ("catatan.txt", "data.zip", "naskah.zip", "ukur.json")]


@pytest.mark.parametrize("text", ["", "x\n", f"{'0' * 64}  ../x\n", f"{'0' * 64}  b\n{'0' * 64}  a\n"])
def test_a_list_that_is_none_is_named(arsip: Path, ke: Path, text: str) -> None:
    (arsip / AKHIR / "SHA256SUMS").write_text(text, "utf-8")
    assert f"{AKHIR}/SHA256SUMS A009" in kode(pulihkan(arsip / AKHIR, ke))
    assert not ke.exists()


def test_another_archive_than_the_printed_one_is_named(arsip: Path, ke: Path) -> None:
    for printed in ("0123456789ab", sidik(arsip / AKHIR / "SHA256SUMS")[:11]):
        assert kode(pulihkan(arsip / AKHIR, ke, printed)) == [f"{AKHIR}/SHA256SUMS A001"]
        assert not ke.exists()


def test_an_archive_under_another_name_is_named(arsip: Path, ke: Path, tmp_path: Path) -> None:
    other = shutil.copytree(arsip / AKHIR, tmp_path / "lain" / "2024-TW4")
    told = pulihkan(other, ke)
    assert "2024-TW4/arsip.json A009" in kode(told)
    assert "ini arsip `2024-TW3`; kembalikan nama foldernya" in told.report.errors[0].message


def _ubah_json(folder: Path) -> None:
    path = folder / "arsip.json"
    path.write_text(path.read_text("utf-8").replace('"versi": 1,', '"versi": 1, "tambahan": 1,'), "utf-8")


def _ubah_revisi(folder: Path) -> None:
    about = json.loads((folder / "arsip.json").read_text("utf-8"))
    (folder / "arsip.json").write_text(json.dumps(about | {"revisi": "0" * 40}), "utf-8")


def _ubah_bundel(folder: Path) -> None:
    path = folder / "riwayat.bundle"
    path.write_bytes(path.read_bytes()[:-40])


def _ubah_zip(name: str, part: str, content: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with zipfile.ZipFile(folder / name) as archive:
            parts = {old: archive.read(old) for old in archive.namelist()} | {part: content.encode()}
        with zipfile.ZipFile(folder / name, "w") as archive:
            for old, bits in parts.items():
                archive.writestr(old, bits)

    return change


def _ubah_angka(folder: Path) -> None:
    path = folder / "ukur.json"
    sheet = json.loads(path.read_text("utf-8"))
    sheet["indikator"][0]["target"] = 1
    del sheet["perangkat_daerah"]
    path.write_text(json.dumps(sheet), "utf-8")


def _tambah_catatan(folder: Path) -> None:
    with zipfile.ZipFile(folder / "tinjauan.zip", "w") as archive:
        archive.writestr("2024/1.json", "{}")


def _hapus(folder: Path) -> None:
    (folder / "naskah.zip").unlink()


@pytest.mark.parametrize(
    ("change", "said", "restored"),
    [
        (_ubah_json, "arsip.json A009", False),
        (_ubah_revisi, "riwayat.bundle A004", False),
        (_ubah_bundel, "riwayat.bundle A004", False),
        (_hapus, "SHA256SUMS A009", False),
        (_ubah_zip("data.zip", "bukti/baru.csv", "a"), "data.zip A005", True),
        (_ubah_angka, "ukur.json A006", True),
        (_ubah_zip("situs.zip", "index.html", "<h1>Lain</h1>"), "situs.zip A007", True),
        (_ubah_zip("naskah.zip", "../../luar.txt", "a"), "naskah.zip A008", False),
        (_tambah_catatan, "tinjauan.zip A005", True),
    ],
)
def test_who_writes_the_sums_anew_is_found_too(
    arsip: Path, ke: Path, change: Callable[[Path], None], said: str, restored: bool
) -> None:
    change(arsip / AKHIR)
    jumlah_ulang(arsip / AKHIR)
    told = pulihkan(arsip / AKHIR, ke)
    assert {*kode(told)} == {f"{AKHIR}/{said}"}
    assert (told.ditulis, ke.exists()) == (restored, restored)
    assert [path.name for path in ke.parent.iterdir() if path.name.startswith(".")] == []


def test_records_of_reviews_come_back_and_are_compared(kantor: Kantor, ke: Path, tmp_path: Path) -> None:
    arsip = tmp_path / "dengan-catatan"
    commit = catatan_usulan(kantor)
    buat(kantor, AKHIR, arsip, catatan=commit)
    kantor.repo.git("update-ref", "-d", "refs/heads/tinjauan")
    assert kode(pulihkan(arsip / AKHIR, ke)) == []
    assert (ke / "tinjauan" / "2024" / "128.json").read_text("utf-8") == '{"versi": 1}\n'
    _ubah_zip("tinjauan.zip", "2024/128.json", "{}")(arsip / AKHIR)
    jumlah_ulang(arsip / AKHIR)
    assert kode(pulihkan(arsip / AKHIR, ke.with_name("lagi"))) == [f"{AKHIR}/tinjauan.zip A005"]


# ── The chain ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_middle_one_changed_breaks_the_chain_even_with_new_sums(arsip: Path, ke: Path) -> None:
    _ubah_angka(arsip / TENGAH)
    assert kode(pulihkan(arsip / AKHIR, ke)) == [f"{TENGAH}/ukur.json A001"]
    jumlah_ulang(arsip / TENGAH)
    told = pulihkan(arsip / AKHIR, ke.with_name("lagi"))
    assert kode(told) == [f"{AKHIR}/SEBELUMNYA A002"]
    assert "arsip `2024-TW2` berubah sesudah arsip ini dibuat" in told.report.errors[0].message


def test_one_that_is_missing_in_the_middle_is_a_galat_and_the_oldest_a_warning(arsip: Path, ke: Path) -> None:
    shutil.move(arsip / PERIODE[0], arsip.with_name("tua"))
    told = pulihkan(arsip / AKHIR, ke)
    assert (kode(told), told.report.exit_code) == ([f"{TENGAH}/SEBELUMNYA A003"], 0)
    shutil.move(arsip.with_name("tua"), arsip / PERIODE[0])
    shutil.rmtree(arsip / TENGAH)
    told = pulihkan(arsip / AKHIR, ke.with_name("lagi"))
    assert (kode(told), told.report.exit_code) == ([f"{AKHIR}/SEBELUMNYA A003"], 1)


def test_two_that_follow_the_same_are_named(arsip: Path, ke: Path) -> None:
    shutil.copy(arsip / TENGAH / "SEBELUMNYA", arsip / AKHIR / "SEBELUMNYA")
    jumlah_ulang(arsip / AKHIR)
    assert kode(pulihkan(arsip / AKHIR, ke)) == [f"{name}/SEBELUMNYA A002" for name in (TENGAH, AKHIR)]


def test_two_first_ones_and_one_that_says_nothing_are_named(arsip: Path, ke: Path) -> None:
    shutil.copy(arsip / PERIODE[0] / "SEBELUMNYA", arsip / AKHIR / "SEBELUMNYA")
    jumlah_ulang(arsip / AKHIR)
    (arsip / TENGAH / "SEBELUMNYA").write_text("entah\n", "utf-8")
    jumlah_ulang(arsip / TENGAH)
    told = pulihkan(arsip / PERIODE[0], ke)
    assert kode(told) == [f"{PERIODE[0]}/SEBELUMNYA A002", f"{TENGAH}/SEBELUMNYA A009", f"{AKHIR}/SEBELUMNYA A002"]


def test_a_notice_beside_it_is_told(arsip: Path, ke: Path) -> None:
    (arsip / "PEMBERITAHUAN-2024-TW3.md").write_text("x", "utf-8")
    assert "! Ada koreksi sesudah arsip ini dibuat; baca PEMBERITAHUAN-2024-TW3.md" in pulihkan(arsip / AKHIR, ke).baris


# ── Another version ──────────────────────────────────────────────────────────────────────────────────────────────


def _versi_lain(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    def build(project: Project, build: Build, to: Path) -> int:
        pages = situs_kecil(project, build, to)
        (to / "index.html").write_text((to / "index.html").read_text("utf-8") + "<p>Baru</p>", "utf-8")
        (to / "data" / "v1" / "capaian.csv").write_text(table, "utf-8")
        return pages

    monkeypatch.setattr(mkdocs_plugin, "build_site", build)
    monkeypatch.setattr("sakipgen.pengarsipan.__version__", "9.9")


def test_another_version_is_compared_by_its_open_data(arsip: Path, ke: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _versi_lain(monkeypatch, "id,baru,nilai\nIKU-01,x,1\n")
    told = pulihkan(arsip / AKHIR, ke)
    assert kode(told) == []
    assert told.baris[-2].startswith("– situs dibangun versi lain (sakipgen 0.1.0, Python 3.")
    assert told.baris[-1] == "✓ data terbuka terulang sama"


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("id,nilai\nIKU-01,2\n", "tabel `capaian.csv`: 1 dari 1 baris lain isinya"),
        ("id\nIKU-01\n", "tabel `capaian.csv` tidak lagi punya kolom nilai"),
    ],
)
def test_another_version_that_says_something_else_is_named(
    arsip: Path, ke: Path, monkeypatch: pytest.MonkeyPatch, table: str, said: str
) -> None:
    _versi_lain(monkeypatch, table)
    told = pulihkan(arsip / AKHIR, ke)
    assert kode(told) == [f"{AKHIR}/situs.zip A007"]
    assert said in told.report.errors[0].message


# ── With the engine itself ───────────────────────────────────────────────────────────────────────────────────────


def test_site_and_papers_of_the_engine_come_back_bit_by_bit(
    tmp_path: Path, ke: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    kantor = Kantor(tmp_path / "kantor")
    copy_frame(kantor.folder)
    kantor.simpan()
    buat(kantor, PERIODE[0], tmp_path / "arsip", per_tanggal=None)
    with zipfile.ZipFile(tmp_path / "arsip" / PERIODE[0] / "naskah.zip") as archive:
        kinds = {name.removesuffix(".pdf") for name in archive.namelist() if name.endswith(".pdf")}
        assert archive.testzip() is None
    assert kinds == {
        "formulir-2024-tw1-mutasi",
        "lembar-disposisi-pengumpulan-2024-tw1",
        "nota-dinas-pengumpulan-2024-tw1",
    }, "papers without a record are left out"
    told = pulihkan(tmp_path / "arsip" / PERIODE[0], ke)
    assert (kode(told), told.baris[-1]) == ([], "✓ situs terulang bita demi bita")
    check = ["sha256sum", "--check", "--quiet", "SHA256SUMS"]
    assert subprocess.run(check, cwd=ke / "situs", check=False, capture_output=True).stderr == b""
