"""Filling in a report by questions: every mistake is told and asked again, every indikator is saved whole or not."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest
from click.testing import CliRunner, Result

from sakipgen.cli import cli
from sakipgen.project import Project
from tests.conftest import Indonesian
from tests.salinan import ROOT
from tests.usulan import CASES, CASES_TINJAU

LAPORAN = "realisasi/2024/TW1/mutasi.yaml"
TW1 = ("--unit", "mutasi", "--periode", "2024-TW1")
BUKTI = ("Berita acara", "laporan", "800/15/2024")
TERMINAL = "import fcntl, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); from sakipgen.cli import main; main()"
"""What a shell does before it starts a program: the terminal is its own, so that Ctrl+C reaches it."""
PATIENCE = 60
"""Seconds that a session may take on a crowded machine."""
SEBAB = ("Satu pegawai belum dinilai.", "Penilaiannya diselesaikan pada Mei.")


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """The smallest office with an open period and nothing filled in."""
    for layer in (CASES / "_dasar" / "data", CASES / "_lengkap" / "data", CASES_TINJAU / "_dasar/dasar/data"):
        shutil.copytree(layer, tmp_path / "data", dirs_exist_ok=True, copy_function=shutil.copy)
    for name in (CASES_TINJAU / "_dasar/hapus.txt").read_text("utf-8").split():
        (tmp_path / name).unlink()
    (tmp_path / "data/siklus/2024/TW1.yaml").unlink()
    (tmp_path / "data" / LAPORAN).unlink()
    return tmp_path


def tanya(kantor: Path, *jawaban: str, args: tuple[str, ...] = TW1) -> Result:
    """The session of somebody who types these lines."""
    typed = "".join(f"{line}\n" for line in jawaban)
    result = CliRunner().invoke(cli, ["isi", "--akar", str(kantor), *args], input=typed, standalone_mode=False)
    if result.exception:
        raise result.exception
    return result


def teks(kantor: Path) -> str:
    return (kantor / "data" / LAPORAN).read_text("utf-8")


def test_a_figure_above_its_target_asks_for_evidence_alone(kantor: Path, indonesian: Indonesian) -> None:
    result = tanya(kantor, "90", *BUKTI)
    assert result.return_value == 0
    assert teks(kantor) == (
        "# yaml-language-server: $schema=../../../../schemas/realisasi.schema.json\n#\n"
        "# Realisasi Triwulan I 2024, Bidang Mutasi.\n\nbutir:\n  IKU-01:\n    nilai: 90\n    bukti:\n"
        "      - judul: Berita acara\n        jenis: laporan\n        nomor_arsip: 800/15/2024\n"
    )
    assert "  Tersimpan: data/realisasi/2024/TW1/mutasi.yaml\n" in indonesian(result.output)
    assert result.output.endswith("0 galat, 0 peringatan pada berkas ini.\nSemua indikator sudah terisi.\n")
    assert "\x1b" not in result.output
    assert max(map(len, result.output.splitlines())) <= 120
    assert Project(kantor).periksa().errors == ()


def test_a_figure_below_its_target_asks_why(kantor: Path) -> None:
    result = tanya(kantor, "60", *BUKTI, "", *SEBAB)
    assert result.return_value == 0
    assert "Target belum tercapai: tulis kendala dan solusinya." in result.output
    assert result.output.count("wajib diisi") == 1
    assert f"    kendala: {SEBAB[0]}\n    solusi: {SEBAB[1]}\n" in teks(kantor)


@pytest.mark.parametrize("wrong", ["77,5", "1.234,5", "90%", "tidak ada", "9\u200b0", "101"])
def test_a_mistake_is_told_and_asked_again(wrong: str, kantor: Path, indonesian: Indonesian) -> None:
    result = tanya(kantor, wrong, "90", *BUKTI)
    assert result.return_value == 0
    assert result.output.count("  ! ") == 1
    assert indonesian(result.output)
    assert "nilai: 90\n" in teks(kantor)


def test_a_question_mark_explains_and_asks_again(kantor: Path) -> None:
    result = tanya(kantor, "?", "90", "?", *BUKTI)
    assert result.output.count("Arti: Rata-rata nilai profesionalitas seluruh pegawai.") == 2
    assert "nilai: 90\n" in teks(kantor)


def test_a_dash_asks_why_there_is_no_figure(kantor: Path) -> None:
    result = tanya(kantor, "-", "", "entah", "menunggu rilis", "", "Aplikasi belum menutup triwulan.")
    assert result.return_value == 0
    assert teks(kantor).endswith(
        "  IKU-01:\n    status: menunggu_rilis\n    alasan: Aplikasi belum menutup triwulan.\n"
    )
    assert result.output.count("  ! ") == 3


@pytest.mark.parametrize("answers", [("",), ("-", "-"), ("90", "-"), ("60", *BUKTI, "-")])
def test_what_is_left_out_is_not_written(answers: tuple[str, ...], kantor: Path) -> None:
    result = tanya(kantor, *answers)
    assert result.return_value == 0
    assert "Dilewati; tidak ada yang ditulis untuk indikator ini." in result.output
    assert result.output.endswith("Belum ada yang disimpan.\n")
    assert not (kantor / "data" / LAPORAN).exists()


def test_who_breaks_off_keeps_what_was_saved_and_goes_on_later(kantor: Path) -> None:
    result = tanya(kantor, "90", BUKTI[0])  # then the input ends
    assert result.return_value == 130
    assert "Berhenti. Yang sudah disimpan tetap ada; jalankan lagi untuk melanjutkan." in result.output
    assert not (kantor / "data" / LAPORAN).exists()
    assert tanya(kantor, "90", *BUKTI).return_value == 0
    again = tanya(kantor)
    assert "0 dari 1 indikator akan ditanyakan." in again.output
    assert again.return_value == 0


def test_enter_keeps_what_stands_and_a_figure_takes_the_place_of_a_status(kantor: Path) -> None:
    tanya(kantor, "60", *BUKTI, *SEBAB)
    before = teks(kantor)
    kept = tanya(kantor, "", args=(*TW1, "--semua"))
    assert "  Realisasi [60]: \n  Tidak ada yang berubah.\n" in re.sub("  Capaian .*\n", "", kept.output)
    assert teks(kantor) == before
    tanya(kantor, "-", "2", "Alat ukurnya rusak.", args=(*TW1, "--indikator", "iku-01"))
    assert "    nilai:" not in teks(kantor)
    tanya(kantor, "90", args=(*TW1, "--indikator", "IKU-01"))
    assert "status" not in teks(kantor)
    assert "    nilai: 90\n" in teks(kantor)


def test_unit_and_period_are_asked_where_nobody_says_them(kantor: Path) -> None:
    result = tanya(kantor, "mutas", "mutasi", "TW9", "", "90", *BUKTI, args=())
    assert result.return_value == 0
    assert "  2024-TW1   Triwulan I 2024: 1 dari 1 indikator belum terisi\n" in result.output
    assert "  ! unit `mutas` tidak ada; tulis salah satu kode di atas.\n" in result.output
    assert result.output.count("  ! ") == 2


def test_the_account_says_the_unit(kantor: Path) -> None:
    assert tanya(kantor, "90", *BUKTI, args=("--akun", "@bk-mutasi", "--periode", "TW1")).return_value == 0


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--unit", "x"), "unit `x` tidak ada"),
        (("--akun", "siapa"), "tidak terdaftar"),
        (("--akun", "bk-lama"), "tidak berlaku lagi"),
        (("--akun", "bk-diklat", "--unit", "mutasi"), "milik unit `diklat`, bukan `mutasi`"),
        (("--unit", "mutasi", "--periode", "2031-TW1"), "belum punya metode"),
        (("--unit", "mutasi", "--periode", "2024-01"), "tidak ada indikator Bidang Mutasi"),
        ((*TW1, "--indikator", "IKU-09"), "tidak dilaporkan di sini; yang ada: IKU-01"),
    ],
)
def test_what_makes_no_sense_is_refused(args: tuple[str, ...], told: str, kantor: Path) -> None:
    with pytest.raises(Exception, match=told):
        tanya(kantor, args=args)


def test_a_closed_period_is_refused(kantor: Path) -> None:
    shutil.copy(CASES / "_lengkap/data/siklus/2024/TW1.yaml", kantor / "data/siklus/2024/TW1.yaml")
    with pytest.raises(Exception, match=r"sudah ditutup .*; angkanya hanya boleh diubah lewat koreksi"):
        tanya(kantor)


def test_data_with_a_galat_is_mended_first(kantor: Path) -> None:
    (kantor / "data/realisasi/2024/TW1").mkdir(parents=True, exist_ok=True)
    (kantor / "data" / LAPORAN).write_text("butir: [", "utf-8")
    assert tanya(kantor).return_value == 1


def test_a_real_terminal(kantor: Path) -> None:
    """Keys go through a pseudo terminal, Ctrl+C too."""
    first = _terminal(kantor, ["90", *BUKTI])
    assert "Semua indikator sudah terisi." in first
    (kantor / "data" / LAPORAN).unlink()
    second = _terminal(kantor, ["90", "\x03"])
    assert "Berhenti. Yang sudah disimpan tetap ada" in second
    assert not (kantor / "data" / LAPORAN).exists()


def _terminal(kantor: Path, keys: list[str]) -> str:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", TERMINAL, "isi", "--akar", str(kantor), *TW1]
    child = subprocess.Popen(
        command,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        cwd=ROOT,
    )
    os.close(theirs)
    seen, waiting = b"", list(keys)
    until = monotonic() + PATIENCE
    while monotonic() < until:
        if select.select([ours], [], [], 0.05)[0]:
            try:
                seen += os.read(ours, 4096)
            except OSError:  # Linux tells the end of a terminal by an error
                break
        elif waiting and seen.endswith(b": ") and _menunggu(child):
            key = waiting.pop(0)
            os.write(ours, key.encode() if key == "\x03" else f"{key}\n".encode())
            seen += b"\0"
    ended = _berakhir(child)
    os.close(ours)
    assert ended, f"it waits for something after:\n{seen.decode()}"
    return seen.decode()


def _menunggu(child: subprocess.Popen[bytes]) -> bool:
    """Whether a program sleeps: a key typed between its question and its waiting is lost, if the key is Ctrl+C."""
    return Path(f"/proc/{child.pid}/stat").read_text("ascii").rpartition(") ")[2].startswith("S")


def _berakhir(child: subprocess.Popen[bytes]) -> bool:
    """Whether a program ends by itself; one that does not is ended."""
    try:
        child.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        return False
    return True


def test_the_guide_shows_a_session_as_it_is(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    guide = (ROOT / "docs/panduan/bidang.md").read_text("utf-8")
    match = re.search(r"```console\n\$ sakipgen (isi [^\n]*)\n(.*?)```", guide, re.DOTALL)
    assert match
    typed = re.findall(
        r"^  (?:Realisasi|Kendala|Solusi|Alasan status|Judul bukti|(?:Jenis bukti|Tempat bukti|Status) \(.*\)): (.*)$",
        match[2],
        re.MULTILINE,
    )
    args = match[1].split()[1:]
    result = CliRunner().invoke(
        cli, ["isi", "--akar", str(tmp_path), *args], input="".join(f"{t}\n" for t in typed), standalone_mode=False
    )
    assert result.output == match[2]
