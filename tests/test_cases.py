"""Every code has a smallest wrong folder, and says exactly this about it, at exactly this place.

`cases/<code>/data/` is laid over `cases/_dasar/data/`, which has no galat; what cannot be kept as a text in Git is
made by the functions of `MADE`. Renew the expectations by `pytest tests/test_cases.py --update-golden` and read the
diff.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sakipgen.checking import manual
from sakipgen.diagnostics import Report
from sakipgen.reading import load
from sakipgen.reading.manual import MANUAL
from tests import berkas_bukti
from tests.conftest import Golden, Indonesian

CASES = Path(__file__).parent / "cases"
ROOT = CASES.parent.parent
UNREACHABLE = {"S099"}
"""The sentence for errors of Pydantic that no model of ours can raise."""

REALISASI = "realisasi/2024/TW1/mutasi.yaml"


def report(data_dir: Path) -> Report:
    """All that is said about a data folder."""
    loaded = load(data_dir)
    return Report.of(loaded.diagnostics, loaded.berkas)


def said(data_dir: Path) -> str:
    return "".join(f"{diagnostic.as_text()}\n" for diagnostic in report(data_dir).diagnostics)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the smallest folder without a galat."""
    shutil.copytree(CASES / "_dasar" / "data", tmp_path / "data")
    return tmp_path / "data"


def test_base_has_no_problem(data: Path) -> None:
    assert said(data) == ""


# ── Cases that are no texts ──────────────────────────────────────────────────────────────────────────────────────


def _write(content: bytes, name: str = REALISASI) -> Callable[[Path], None]:
    def make(data: Path) -> None:
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(content)

    return make


def _symlink(data: Path) -> None:
    (data / REALISASI).unlink()
    (data / REALISASI).symlink_to("/etc/passwd")


def _folder(data: Path) -> None:
    (data / REALISASI).unlink()
    (data / REALISASI).mkdir()


def _text(text: str) -> Callable[[Path], None]:
    return _write(f"butir:\n  IKU-01:\n    nilai: 77.5\n    catatan: {text}\n".encode())


def _bukti(name: str, content: bytes) -> Callable[[Path], None]:
    return _write(content, f"bukti/2024/TW1/{name}")


def _symlink_bukti(data: Path) -> None:
    _bukti("asli.csv", b"a,b\n1,2\n")(data)
    (data / "bukti/2024/TW1/x.pdf").symlink_to("/etc/passwd")


def _dua_nama(data: Path) -> None:
    for name in ("Bukti.PDF", "bukti.pdf"):
        _bukti(name, berkas_bukti.pdf())(data)


def _dua_folder(data: Path) -> None:
    for name in ("TW1/a.csv", "tw1/b.csv"):
        _write(b"a,b\n1,2\n", f"bukti/2024/{name}")(data)


def _pindai(data: Path) -> None:
    _bukti("pindai.pdf", b"%PDF-1.7\n")(data)
    os.truncate(data / "bukti/2024/TW1/pindai.pdf", 80 * 1024 * 1024)


MADE: dict[str, Callable[[Path], object]] = {
    "B003": _symlink_bukti,
    "B005": _dua_nama,
    "B005-folder": _dua_folder,
    "B006": _bukti("rekap.pdf", b"<!DOCTYPE html><html><body>Rekap</body></html>"),
    "B006-exe": _bukti("rekap.pdf", b"MZ\x90\0\3\0"),
    "B006-png": _bukti("foto.jpg", berkas_bukti.png()),
    "B007": _pindai,
    "B011": _bukti("rekap.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "B012": _bukti("rekap.pdf", berkas_bukti.pdf_dengan("/JavaScript")),
    "B012-lampiran": _bukti("rekap.pdf", berkas_bukti.pdf_dengan("lampiran")),
    "B012-sandi": _bukti("rekap.pdf", berkas_bukti.pdf_dengan("sandi")),
    "B013": _bukti("rekap.xlsx", berkas_bukti.sisipi(berkas_bukti.xlsx(), "xl/vbaProject.bin", b"x")),
    "B014": _bukti("rekap.pdf", berkas_bukti.pdf()[:300]),
    "B014-kosong": _bukti("rekap.pdf", b""),
    "D001-nama": _bukti(f"ktp_{berkas_bukti.NIK}.pdf", berkas_bukti.pdf()),
    "D006-bukti": _bukti("akses.csv", b"layanan,kunci\ncontoh,ghp_" + b"a1B2" * 9 + b"\n"),
    "R010-cadangan": _write(b"", "instansi.yaml~"),
    "R010-dokumen": _write(b"PK", "realisasi/2024/TW1/rekap.xlsx"),
    "R010-nama": _write(b"", "bukti/a\nb.csv"),
    "R010-sistem": _write(b"", "bukti/2024/TW1/Thumbs.db"),
    "R015": _write((CASES / "_dasar/data/indikator/IKU-01.yaml").read_bytes(), "indikator/iku-01.yaml"),
    "R016": lambda data: (data / "instansi.yaml").unlink(),
    "U001": _text("se\u202emua"),
    "U002": _text("se\u200bmua \u200bbaik"),
    "U002-bom": _write(b"\xef\xbb\xbf" + (CASES / "_dasar/data" / REALISASI).read_bytes()),
    "U003": _text("nilai K\u0456nerja"),
    "U004": _text("di cafe\u0301"),
    "Y007": _write(b"butir:\n  IKU-01:\n\tnilai: 77.5\n"),
    "Y008": _write(b"#" * (5 * 1024 * 1024)),
    "Y009": _write(b"butir:\n  IKU-01: {catatan: \xc2\xabcaf\xe9}\n"),
    "Y009-utf16": _write("butir: {}".encode("utf-16")),
    "Y012": _symlink,
    "Y012-folder": _folder,
    "Y013": _text("kata " * 400 + "."),
    "Y014": _write(b"butir:\n  IKU-01:\n    catatan: >-\n" + "      k\u0430ta\n".encode() * 101),
    "Y014-isian": _write(b"butir: {IKU-01: {bukti: [" + b"x, " * 102 + b"]}}\n"),
    "Y013-baris": _write(b"butir:\n  IKU-01:\n    nilai: 77.5\n" + b"#\n" * 5000),
}
OF_RULES = set(manual())
"""The codes that the rules give; `checking/test_cases.py` runs those."""
NAMES = sorted(
    {path.name for path in CASES.iterdir() if path.is_dir() and path.name[:4] not in {*OF_RULES, "_das", "_len"}}
    | set(MADE)
)


@pytest.mark.parametrize("name", NAMES)
def test_case(name: str, data: Path, golden: Golden, indonesian: Indonesian) -> None:
    if name in MADE:
        MADE[name](data)
    else:
        shutil.copytree(CASES / name / "data", data, dirs_exist_ok=True)
    text = indonesian(said(data))
    assert f"[{name[:4]}]" in text
    golden(CASES / name / "expected.txt", text)


def test_every_code_of_the_manual_has_a_case() -> None:
    assert set(MANUAL) - UNREACHABLE <= {name[:4] for name in NAMES}


def test_every_code_in_the_program_is_in_the_manual() -> None:
    modules = [*(ROOT / "sakipgen/reading").glob("*.py"), *(ROOT / "sakipgen/domain").glob("*.py")]
    codes = {code for path in modules for code in re.findall(r'"([A-Z]\d{3})"', path.read_text("utf-8"))}
    assert codes == set(MANUAL)
