"""The verbs: exit codes, what goes where, and not one English word."""

from __future__ import annotations

import csv
import gc
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Never

import pytest

import sakipgen
from sakipgen import cli_situs
from sakipgen.cli import cli, main
from sakipgen.diagnostics import MASIH_ADA, SakipgenError
from sakipgen.publishing import is_ours
from sakipgen.schema import render_schemas
from tests.conftest import Indonesian

ROOT = Path(__file__).parent.parent
CASES = Path(__file__).parent / "cases"
VERBS = sorted(cli.commands)
BINGKAI = re.compile(
    r"\b(Usage|Options?|Commands?|Error|Missing|Invalid|Show|Try|help for|default|Aborted|argument|PATH|TEXT|"
    r"INTEGER|CHOICE|No such|does not exist|Traceback)\b",
    re.IGNORECASE,
)


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr(sys, "argv", ["sakipgen", *map(str, arguments)])
        with pytest.raises(SystemExit) as caught:
            main()
        gc.enable()
        out, err = capsys.readouterr()
        assert isinstance(caught.value.code, int)
        return Ran(caught.value.code, out, err)

    return run


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    shutil.copytree(CASES / "_dasar" / "data", tmp_path / "data")
    return tmp_path


@pytest.fixture
def wrong(repo: Path) -> Path:
    """A repository with one galat."""
    shutil.copytree(CASES / "R001" / "data", repo / "data", dirs_exist_ok=True)
    return repo


@pytest.fixture
def warned(repo: Path) -> Path:
    """A repository with one peringatan."""
    shutil.copytree(CASES / "L002" / "data", repo / "data", dirs_exist_ok=True)
    return repo


def expected(code: str) -> str:
    return (CASES / code / "expected.txt").read_text("utf-8")


# ── periksa ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_periksa_of_sound_data(run: Run, repo: Path) -> None:
    assert run("periksa", "--akar", repo) == Ran(0, "0 galat, 0 peringatan dalam 7 berkas\n", "")


def test_periksa_says_all_that_is_wrong(run: Run, wrong: Path) -> None:
    found = run("periksa", "--akar", wrong)
    assert found == Ran(1, expected("R001") + f"2 galat, 0 peringatan dalam 7 berkas\n{MASIH_ADA}\n", "")


def test_periksa_is_content_with_a_warning(run: Run, warned: Path) -> None:
    found = run("periksa", "--akar", warned)
    assert found == Ran(0, expected("L002") + "0 galat, 1 peringatan dalam 7 berkas\n", "")


def test_periksa_for_a_forge(run: Run, wrong: Path) -> None:
    found = run("periksa", "--akar", wrong, "--format", "github")
    first, second, last, more = found.out.splitlines()
    assert (found.code, more) == (1, MASIH_ADA)
    assert first.startswith(
        "::error file=data/realisasi/2024/TW1/mutasi.yaml,line=8,col=3,title=galat[R001]::butir → IKU-10: "
    )
    assert second.startswith("::error file=data/renstra/2021-2026.yaml,line=12,col=25,title=galat[R001]::")
    assert last == "2 galat, 0 peringatan dalam 7 berkas"


def test_periksa_for_a_machine(run: Run, wrong: Path) -> None:
    found = run("periksa", "--akar", wrong, "--format", "json")
    content = json.loads(found.out)
    assert found.code == 1
    assert (content["versi"], content["berkas"], content["galat"], content["peringatan"]) == (1, 7, 2, 0)
    assert content["masalah"][0] == {
        "berkas": "data/realisasi/2024/TW1/mutasi.yaml",
        "baris": 8,
        "kolom": 3,
        "tingkat": "galat",
        "kode": "R001",
        "di": "butir → IKU-10",
        "pesan": (
            "indikator `IKU-10` tidak ada dalam kamus indikator; buat `data/indikator/IKU-10.yaml` atau hapus barisnya."
        ),
    }


def test_periksa_looks_from_the_day_it_is_told(run: Run, repo: Path) -> None:
    late = run("periksa", "--akar", repo, "--per-tanggal", "2024-08-20")
    assert (late.code, late.out) == (0, expected("L002") + "0 galat, 1 peringatan dalam 7 berkas\n")
    earlier = run("periksa", "--akar", repo, "--per-tanggal", "2024-08-20", "--sampai", "2024-TW1")
    assert earlier.out == "0 galat, 0 peringatan dalam 7 berkas\n"


def test_periksa_of_the_folder_it_stands_in(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repo)
    assert run("periksa").code == 0


# ── ukur ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_ukur_for_the_screen(run: Run, repo: Path, indonesian: Indonesian) -> None:
    found = run("ukur", "--akar", repo)
    assert (found.code, found.err) == (0, "")
    assert "IKU-01" in indonesian(found.out)


def test_ukur_for_a_machine_has_the_fields_of_decision_27(run: Run) -> None:
    found = run("ukur", "--akar", ROOT, "--tahun", "2024", "--format", "json")
    content = json.loads(found.out)
    assert list(content) == ["versi", "per_tanggal", "tahun", "metode", "indikator", "sasaran", "perangkat_daerah"]
    row = next(row for row in content["indikator"] if row["kode"] == "IKU-01")
    assert " ".join(row) == (
        "kode periode target realisasi capaian_mentah capaian capaian_agregat capaian_cetak capaian_tahun kategori "
        "tercapai status terukur sumber"
    )
    assert list(row["sumber"]) == ["berkas", "baris"]
    assert (row["periode"], row["capaian_cetak"], row["kategori"]) == ("2024", "102,03", "Sangat Tinggi")
    assert [list(row) for row in content["sasaran"]] == [
        ["kode", "periode", "capaian", "capaian_cetak", "kategori", "terukur"]
    ] * 3
    assert content["perangkat_daerah"] | {"capaian": None} == {
        "capaian": None,
        "capaian_cetak": "98,84",
        "kategori": "Sangat Tinggi",
        "terukur": [7, 7],
        "cara": "rerata_sasaran",
    }


def test_ukur_json_keeps_the_raw_figure(run: Run) -> None:
    out = run("ukur", "--akar", ROOT, "--tahun", "2024", "--format", "json").out
    content = json.loads(out, parse_float=str)
    row = next(row for row in content["indikator"] if row["kode"] == "IKU-03")
    assert (row["realisasi"], row["capaian_mentah"]) == (
        "52.36874072074503981643946551",
        "87.28123453457506636073244252",
    )


def test_ukur_as_a_table_of_commas(run: Run, repo: Path) -> None:
    found = run("ukur", "--akar", repo, "--format", "csv", "--sampai", "2024-TW1")
    rows = list(csv.DictReader(io.StringIO(found.out)))
    assert found.code == 0
    assert {row["kode"] for row in rows} >= {"IKU-01", "S1"}


@pytest.mark.parametrize("sampai", [("--sampai", "2024-TW1"), ("--tahun", "2024", "--sampai", "TW1")])
def test_ukur_of_a_period(run: Run, repo: Path, sampai: tuple[str, ...]) -> None:
    found = run("ukur", "--akar", repo, *sampai, "--format", "json")
    (row,) = json.loads(found.out)["indikator"]
    assert (row["periode"], row["capaian_cetak"]) == ("2024-TW1", "100,65")


def test_ukur_on_galat_says_why_and_measures_nothing(run: Run, wrong: Path) -> None:
    found = run("ukur", "--akar", wrong)
    assert found == Ran(1, "", expected("R001") + f"2 galat, 0 peringatan dalam 7 berkas\n{MASIH_ADA}\n")


def test_ukur_shows_warnings_apart_from_figures(run: Run, warned: Path) -> None:
    found = run("ukur", "--akar", warned, "--format", "json")
    assert found.code == 0
    assert found.err.startswith(expected("L002"))
    assert json.loads(found.out)["tahun"] == 2024


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--tahun", "2023"), "tahun 2023 tidak ada dalam data; tahun yang ada: 2024."),
        (("--sampai", "2024-TW2", "--per-tanggal", "2024-07-01"), None),
        (
            ("--sampai", "2024-S1", "--per-tanggal", "2024-07-01"),
            "periode 2024-S1 tidak diukur; periode yang ada: 2024-TW1, 2024-TW2, 2024.",
        ),
        (
            ("--tahun", "2024", "--sampai", "2023-TW1"),
            "`--sampai` 2023-TW1 tidak berada dalam `--tahun` 2024; samakan tahunnya.",
        ),
    ],
)
def test_ukur_of_what_is_not_there(run: Run, repo: Path, arguments: tuple[str, ...], message: str | None) -> None:
    found = run("ukur", "--akar", repo, *arguments)
    if message is None:
        assert found.code == 0
    else:
        assert found == Ran(2, "", f"Pemakaian keliru: {message}\nBantuan: sakipgen ukur --help\n")


def test_a_period_that_has_not_ended_cannot_be_looked_at(run: Run, repo: Path) -> None:
    for verb in ("ukur", "periksa", "bangun"):
        assert run(verb, "--akar", repo, "--sampai", "2024-TW2", "--per-tanggal", "2024-06-29") == Ran(
            2,
            "",
            "Pemakaian keliru: periode 2024-TW2 berakhir 2024-06-30, sesudah hari yang dilihat (2024-06-29); "
            "pilih periode yang sudah berakhir, atau ubah `--per-tanggal`.\n",
        )


def test_ukur_explains_one_capaian(run: Run, repo: Path) -> None:
    found = run("ukur", "--akar", repo, "--jelaskan", "iku-01")
    assert found.code == 0
    assert "4. Capaian" in found.out
    assert run("ukur", "--akar", repo, "--jelaskan", "perangkat-daerah").out.startswith("perangkat-daerah Perangkat")
    assert json.loads(run("ukur", "--akar", repo, "--jelaskan", "S1", "--format", "json").out)["kode"] == "S1"


def test_ukur_explains_without_the_warnings_of_others(run: Run, repo: Path) -> None:
    shutil.copytree(CASES / "W012" / "data", repo / "data", dirs_exist_ok=True)
    own, total = (CASES / "W012" / "expected.txt").read_text("utf-8"), "0 galat, 1 peringatan dalam 7 berkas\n"
    found = run("ukur", "--akar", repo, "--jelaskan", "iku-01")
    assert (found.out.startswith("IKU-01 Profesionalitas ASN"), found.err) == (True, own + total)
    assert run("ukur", "--akar", repo, "--jelaskan", "perangkat-daerah").err == total
    assert run("ukur", "--akar", repo, "--jelaskan", "tujuan:T1").err == total
    shutil.copytree(CASES / "N001" / "data", repo / "data", dirs_exist_ok=True)
    assert "galat[N001]" in run("ukur", "--akar", repo, "--jelaskan", "S1").err


def test_ukur_explains_nothing_that_is_not_there(run: Run, repo: Path) -> None:
    assert run("ukur", "--akar", repo, "--jelaskan", "X") == Ran(
        2,
        "",
        "Pemakaian keliru: kode `X` tidak diukur pada tahun 2024; indikatornya: IKU-01.\n"
        "Bantuan: sakipgen ukur --help\n",
    )
    assert run("ukur", "--akar", repo, "--jelaskan", "IKU-01", "--format", "csv").code == 2


# ── bangun ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_bangun(run: Run, tmp_path: Path) -> None:
    found = run("bangun", "--akar", ROOT, "--ke", tmp_path / "situs")
    assert found.code == 0
    assert "peringatan[L002]" in found.err, "what is late is told, and stops nothing"
    assert "galat[" not in found.err
    assert re.fullmatch(rf"Situs selesai: \d+ halaman di {re.escape(str(tmp_path / 'situs'))}{os.sep}\n", found.out)
    assert is_ours(tmp_path / "situs")
    assert (tmp_path / "situs" / "index.html").is_file()


def test_bangun_on_galat_leaves_the_old_site(run: Run, wrong: Path) -> None:
    site = wrong / "site"
    site.mkdir()
    (site / "index.html").write_text("lama", encoding="utf-8")
    found = run("bangun", "--akar", wrong)
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith(expected("R001"))
    assert found.err.endswith("Situs tidak dibangun: perbaiki galat di atas lebih dahulu. Situs lama tidak berubah.\n")
    assert [(path.name, path.read_text("utf-8")) for path in site.iterdir()] == [("index.html", "lama")]
    assert sorted(path.name for path in wrong.iterdir()) == ["data", "site"]


def test_bangun_into_site_unless_told_otherwise(run: Run, warned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []

    def fake(_project: object, _build: object, to: Path) -> int:
        asked.append(to)
        return 3

    monkeypatch.setattr(cli_situs, "publish", fake)
    found = run("bangun", "--akar", warned)
    assert (found.code, asked) == (0, [warned / "site"])
    assert found.out == f"Situs selesai: 3 halaman di {warned / 'site'}{os.sep}\n"
    assert found.err.startswith(expected("L002"))


# ── skema ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_skema_writes_and_compares(run: Run, tmp_path: Path) -> None:
    missing = run("skema", "--periksa", "--akar", tmp_path)
    assert missing.code == 1
    assert missing.out.count("jalankan `sakipgen skema`") == len(render_schemas())
    written = run("skema", "--akar", tmp_path)
    assert (written.code, written.out.count("Ditulis: ")) == (0, len(render_schemas()))
    assert run("skema", "--periksa", "--akar", tmp_path) == Ran(0, "", "")


# ── catat ────────────────────────────────────────────────────────────────────────────────────────────────────────

CATAT = (
    *("catat", "pengumpulan", "1", "--per-tanggal", "2024-07-01"),
    *("--periode", "2024-TW2", "--tanggal", "2024-07-01", "--oleh"),
)


@pytest.fixture
def sop(repo: Path) -> Path:
    """A repository with a SOP."""
    shutil.copytree(CASES / "_lengkap" / "data", repo / "data", dirs_exist_ok=True)
    return repo


def test_catat_shows_before_it_writes(run: Run, sop: Path) -> None:
    path = sop / "data" / "siklus" / "2024" / "TW2.yaml"
    shown = run(*CATAT, "kepala", "--waktu", "5 menit", "--akar", sop, "--lihat")
    assert (shown.code, shown.err, path.exists()) == (0, "", False)
    assert shown.out.endswith("+  - langkah: 1\n+    tanggal: 2024-07-01\n+    oleh: kepala\n+    waktu: 5 menit\n")
    done = run(*CATAT, "kepala", "--waktu", "5 menit", "--akar", sop)
    assert done == Ran(0, f"Dicatat: langkah pengumpulan 1 pada Triwulan II 2024 di {path}\n", "")
    assert path.read_text("utf-8").endswith("    waktu: 5 menit\n")


def test_catat_writes_nothing_that_is_wrong(run: Run, sop: Path, indonesian: Indonesian) -> None:
    found = run(*CATAT, "lurah", "--akar", sop)
    assert (found.code, found.out) == (1, "")
    assert "data/siklus/2024/TW2.yaml:6:11: galat[R014]" in indonesian(found.err)
    assert found.err.endswith("Tidak ada yang ditulis: betulkan isiannya atau berkasnya lebih dahulu.\n")
    assert not (sop / "data" / "siklus" / "2024" / "TW2.yaml").exists()


# ── Usage ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("arguments", [["--help"], *([verb, "--help"] for verb in VERBS)], ids=" ".join)
def test_help_is_indonesian(run: Run, arguments: list[str], indonesian: Indonesian) -> None:
    found = run(*arguments)
    assert (found.code, found.err) == (0, "")
    assert found.out.startswith("Pemakaian: sakipgen")
    assert BINGKAI.findall(indonesian(found.out)) == []
    assert "Tampilkan bantuan ini." in found.out


def test_help_names_every_verb(run: Run) -> None:
    assert [verb for verb in VERBS if not re.search(rf"^  {verb}  +\S", run("--help").out, re.MULTILINE)] == []


def test_the_help_says_what_a_verb_does_in_one_whole_sentence(run: Run) -> None:
    assert "..." not in run("--help").out + run("formulir", "--help").out + run("usulan", "--help").out


def test_only_the_verb_that_runs_is_imported() -> None:
    code = (
        "import sys; from sakipgen.cli import VERBA, cli; cli(['skema', '--help'], standalone_mode=False); "
        "print(*(p for p in {v.partition(':')[0] for v in VERBA.values()} if f'sakipgen.{p}' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "cli_data"


def test_without_a_verb_the_help_is_shown(run: Run) -> None:
    assert run() == Ran(2, "", run("--help").out)


def test_version(run: Run) -> None:
    assert run("--versi") == Ran(0, f"sakipgen {sakipgen.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("ngawur", "perintah 'ngawur' tidak ada."),
        ("--ngawur", "opsi `--ngawur` tidak dikenal."),
        ("periksa --ngawur", "opsi `--ngawur` tidak dikenal."),
        ("periksa --akra .", "opsi `--akra` tidak dikenal."),
        ("periksa a b", "ada kata yang tidak dikenal di belakang perintah."),
        ("periksa a", "ada kata yang tidak dikenal di belakang perintah."),
        ("ukur --tahun", "opsi `--tahun` memerlukan isi."),
        ("skema --periksa=ya", "opsi `--periksa` tidak menerima isi."),
        ("ukur --tahun abc", 'isi `--tahun` keliru: "abc" bukan tahun; tulis empat angka, misalnya `2024`.'),
        ("ukur --tahun 0", 'isi `--tahun` keliru: "0" bukan tahun; tulis empat angka, misalnya `2024`.'),
        ("ukur --tahun 2024-TW1", 'isi `--tahun` keliru: "2024-TW1" bukan tahun; tulis empat angka, misalnya `2024`.'),
        ("periksa --format xml", 'isi `--format` keliru: "xml" bukan pilihan; pilihannya: teks, github, json.'),
        ("ukur --format teks", 'isi `--format` keliru: "teks" bukan pilihan; pilihannya: tabel, json, csv.'),
        (
            "periksa --per-tanggal 2024-02-30",
            (
                "isi `--per-tanggal` keliru: tanggal 30 Februari 2024 tidak ada; Februari 2024 berakhir tanggal 29; "
                "perbaiki tanggalnya."
            ),
        ),
        (
            "periksa --per-tanggal besok",
            'isi `--per-tanggal` keliru: "besok" bukan tanggal; tulis tahun-bulan-hari, misalnya `2024-01-31`.',
        ),
        (
            "ukur --sampai TW9 --tahun 2024",
            'isi `--sampai` keliru: periode "TW9" tidak dikenal; tulis `2024-TW3`, `2024-09`, `2024-S1` atau `2024`.',
        ),
        ("periksa --sampai TW3", "isi `--sampai` keliru: tulis tahunnya juga, misalnya `2024-TW3`."),
        ("catat", "LANGKAH wajib disebut."),
        ("catat 9.1.1", "opsi `--periode` wajib diisi."),
        (
            "catat 9.1.1 --oleh kepala --tanggal 2024-07-01 --periode TW2",
            "isi `--periode` keliru: tulis tahunnya juga, misalnya `2024-TW2`.",
        ),
        (
            "catat 9.1.1 --oleh kepala --tanggal 2024-07-01 --periode 2024-TW2 --waktu 90",
            (
                'isi `--waktu` keliru: "90" bukan lama waktu; lama ditulis bilangan bulat dan satuannya (menit, jam, '
                "atau hari); tulis misalnya `90 menit` atau `1 hari`."
            ),
        ),
        (
            "catat 9.1.1 --oleh kepala --tanggal 2024-07-01 --periode 2024-TW2 --judul Nota",
            "`--judul` adalah nama naskah; tulis `--naskah` juga.",
        ),
        (
            "catat 9.1.1 --oleh kepala --tanggal 2024-07-01 --periode 2024-TW2",
            "`data/sop.yaml` belum ada atau masih keliru; langkah dicatat menurut SOP itu.",
        ),
        (
            "periksa --akar tidak-ada",
            "folder `tidak-ada/data` tidak ada; jalankan di akar repositori atau pakai `--akar`.",
        ),
    ],
)
def test_wrong_usage(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, message: str, indonesian: Indonesian
) -> None:
    monkeypatch.chdir(repo)
    found = run(*arguments.split())
    assert (found.code, found.out) == (2, "")
    first, *rest = found.err.splitlines()
    assert first == f"Pemakaian keliru: {message}"
    assert all(re.fullmatch(r"Bantuan: sakipgen( \w+)? --help", line) for line in rest)
    assert BINGKAI.findall(re.sub(r"`[^`]*`", "", indonesian(found.err))) == []


# ── Faults of the program ────────────────────────────────────────────────────────────────────────────────────────


def raising(error: BaseException) -> Callable[..., Never]:
    def fail(*_args: object, **_kwargs: object) -> Never:
        raise error

    return fail


@pytest.mark.parametrize("verb", ["periksa", "ukur", "bangun"])
def test_a_fault_of_the_program_says_so(
    run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch, verb: str, indonesian: Indonesian
) -> None:
    monkeypatch.setattr("sakipgen.project.load", raising(KeyError("rahasia")))
    found = run(verb, "--akar", repo)
    assert (found.code, found.out) == (3, "")
    assert re.fullmatch(
        r"Ini kesalahan program, bukan kesalahan Anda\. Kirim kode ini kepada pengelola: KeyError, test_cli\.py:\d+\n",
        indonesian(found.err),
    )
    assert "rahasia" not in found.err


def test_a_broken_surrounding_says_what_is_broken(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_situs, "publish", raising(SakipgenError("Folder templat hilang.")))
    found = run("bangun", "--akar", repo)
    assert found == Ran(
        3, "", "Folder templat hilang.\nIni kesalahan program atau pemasangannya, bukan kesalahan data Anda.\n"
    )


def test_an_interruption_is_no_fault(run: Run, repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli_situs, "publish", raising(KeyboardInterrupt()))
    assert run("bangun", "--akar", repo) == Ran(130, "", "\nDihentikan.\n")


# ── As a process ─────────────────────────────────────────────────────────────────────────────────────────────────


def process(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sakipgen", *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_old_terminal_gets_utf_8(wrong: Path, encoding: str) -> None:
    done = process("periksa", "--akar", wrong, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "butir → IKU-10".encode() in done.stdout


def test_a_reader_that_stops_reading_is_no_crash(repo: Path) -> None:
    command = f'"{sys.executable}" -m sakipgen ukur --akar "{ROOT}" --per-tanggal 2025-02-14 --format json | head -c 1'
    done = subprocess.run(command, shell=True, capture_output=True, check=False, cwd=ROOT)  # noqa: S602 - a pipe
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_the_same_data_gives_the_same_bytes() -> None:
    outputs = {
        process("ukur", "--akar", ".", "--format", "json", PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C").stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Kiritimati"))
    }
    assert len(outputs) == 1
    assert outputs != {b""}
