"""A spreadsheet computes the published tables again: no figure differs that fifteen digits can tell."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.oracle.lembar import BAGIAN, Buku, hitung, jawaban
from tests.oracle.terbitan import Angka, Terbitan, perbedaan

xlsxwriter = pytest.importorskip("xlsxwriter", reason="xlsxwriter is not installed: no worksheet was computed")
SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="LibreOffice (soffice) is not installed: no worksheet was computed"
)


def bandingkan(terbitan: Terbitan, folder: Path) -> Angka:
    """Computes a workbook of all rows, compares, and returns what was compared."""
    path = folder / "uji.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        book = Buku(workbook, terbitan)
        book.tulis()
    hitung(str(SOFFICE), path)
    printed = {
        key: text
        for key, text in terbitan.tercetak().items()
        if (key.tabel, key.id) in book.dibandingkan and key.kolom in BAGIAN[key.tabel]
    }
    assert not perbedaan(printed, jawaban(path, book.dibandingkan))
    return printed


def test_the_whole_history_of_the_example(contoh: Terbitan, tmp_path: Path) -> None:
    printed = bandingkan(contoh, tmp_path)
    wanted = {key for key in contoh.tercetak() if key.kolom in BAGIAN.get(key.tabel, ()) and "terukur" not in key.kolom}
    assert wanted == printed.keys(), "every figure of the example fits a spreadsheet"


def test_ten_thousand_indikator(sampel: Terbitan, tmp_path: Path) -> None:
    assert len(bandingkan(sampel, tmp_path)) > 50_000
