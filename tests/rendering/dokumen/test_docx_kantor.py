"""Word documents as LibreOffice opens them: nothing is lost, every page has its size, a template may be saved there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from sakipgen.rendering.dokumen.docx import render_docx
from tests.rendering.dokumen.baca_docx import TEMPLAT, buat, teks
from tests.rendering.dokumen.contoh_blok import laporan, surat

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None or shutil.which("pdftotext") is None,
    reason="LibreOffice atau poppler tidak ada pada komputer ini",
)


def _ubah(berkas: Path, ke: str, folder: Path) -> Path:
    """What LibreOffice makes of a file, with a profile of its own so that runs do not wait for each other."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", ke, "--outdir", str(folder), str(berkas)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=180)
    made = folder / f"{berkas.stem}.{ke}"
    assert made.exists(), done.stderr
    return made


def _rapat(text: str) -> str:
    return re.sub(r"\s+", "", text.replace("\u200b", ""))


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    paper = folder / "laporan.docx"
    paper.write_bytes(render_docx(laporan(), TEMPLAT, {"j-1": 1, "t-capaian": 77}))
    return _ubah(paper, "pdf", folder)


def _halaman(pdf: Path) -> list[str]:
    out = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return out.split("\f")[:-1]


def test_pages_have_their_size_and_orientation(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        sizes = [tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in opened.pages]
    assert set(sizes) == {(215, 330), (330, 215)}
    assert sizes[0] == (215, 330)
    wide = [n for n, size in enumerate(sizes) if size == (330, 215)]
    assert wide == list(range(wide[0], wide[-1] + 1))
    assert wide[-1] < len(sizes) - 1


def test_every_text_is_there(pdf: Path) -> None:
    document: Any = buat(laporan(), {"j-1": 1, "t-capaian": 77})
    printed = _rapat("".join(_halaman(pdf)))
    for paragraph in document.paragraphs:
        # A line that is parted by a page has header and footer in between.
        for part in re.split(r"[\n\t]", teks(paragraph._p)):
            assert _rapat(part)[:40] in printed, part
    assert all(f"IKK-{n:03}" in printed for n in range(1, 201))
    assert "TabelL.1Daftarseluruhindikator" in printed
    assert "Gambar3.3Realisasipertriwulan" in printed


def test_pages_are_numbered_and_marked(pdf: Path) -> None:
    pages = [page.rstrip().splitlines() for page in _halaman(pdf)]
    assert all("DATA CONTOH" in page[0] for page in pages)
    last = [page[-1].split()[-1] for page in pages]
    assert last[0] == "2026"
    assert last[1:5] == ["i", "ii", "iii", "iv"]
    assert last[5:] == [str(n) for n in range(1, len(pages) - 4)]


def test_contents_show_the_pages_that_were_given(pdf: Path) -> None:
    contents = "".join(_halaman(pdf)[2:4])
    assert re.search(r"Pendahuluan\.+\s*1\n", contents)
    assert re.search(r"utama tahun 2025\.+\s*77\n", contents)


def test_a_template_saved_by_libreoffice_still_serves(tmp_path: Path) -> None:
    _ubah(TEMPLAT / "dasar.docx", "docx", tmp_path / "simpan")
    document = buat(surat(), templat=tmp_path / "simpan")
    assert "PEMERINTAH KABUPATEN CONTOH" in teks(document.element.body)
    assert [p.text for p in document.paragraphs if p.text][:2] == ["NOTA DINAS", "Nomor: 700/001/2026"]
    assert teks(document.sections[0].header._element) == "DATA CONTOH"
