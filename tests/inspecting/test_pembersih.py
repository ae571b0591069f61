"""Cleaned files: nothing is told about them any more, what they show is the same, and real readers open them."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from sakipgen.domain.isi_bukti import Jejak
from sakipgen.inspecting.bersih import TakDapatDibersihkanError
from sakipgen.inspecting.gambar import EXIF, SISA, TEKS
from sakipgen.inspecting.isi import periksa_isi
from sakipgen.inspecting.pembersih import bersihkan
from tests import berkas_bukti as b

KOTOR: Mapping[str, bytes] = {
    "pdf": b.pdf("Rekap triwulan", penulis=b.NAMA),
    "jpeg": b.jpeg(penulis=b.NAMA, lokasi=True, putar=6) + b"ekor " + b.NAMA.encode(),
    "png": b.png(penulis=b.NAMA),
    "xlsx": b.xlsx("Rekap", penulis=b.NAMA, komentar=b.NAMA),
    "docx": b.naskah("triwulan", penulis=b.NAMA),
}


@pytest.mark.parametrize("nama", KOTOR)
def test_nothing_is_told_any_more_and_once_is_enough(nama: str) -> None:
    found = bersihkan(KOTOR[nama])
    assert found.dihapus
    assert periksa_isi([found.isi])[0].jejak == Jejak()
    assert b.NAMA.encode() not in b"".join(_bagian(found.isi))
    assert bersihkan(found.isi) == (found.isi, ())
    assert bersihkan(KOTOR[nama]) == found


def _bagian(isi: bytes) -> list[bytes]:
    if not isi.startswith(b"PK"):
        return [isi]
    with zipfile.ZipFile(io.BytesIO(isi)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def test_pages_of_a_pdf_stay(tmp_path: Path) -> None:
    clean = bersihkan(KOTOR["pdf"]).isi
    reader = PdfReader(io.BytesIO(clean))
    assert reader.pages[0].extract_text() == "Rekap triwulan"
    assert not reader.metadata
    with pikepdf.open(io.BytesIO(clean)) as other:
        assert len(other.pages) == 1
        assert "/Metadata" not in other.Root


def test_pixels_of_pictures_stay_and_the_way_up(tmp_path: Path) -> None:
    for name in ("jpeg", "png"):
        before, after = (Image.open(io.BytesIO(isi)) for isi in (KOTOR[name], bersihkan(KOTOR[name]).isi))
        assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None
        assert after.getexif().get(0x0112) == before.getexif().get(0x0112)
        assert not after.getexif().get_ifd(0x8825)
    assert bersihkan(KOTOR["jpeg"]).dihapus == (EXIF, TEKS, SISA)


def test_cells_and_paragraphs_stay() -> None:
    book = openpyxl.load_workbook(io.BytesIO(bersihkan(KOTOR["xlsx"]).isi))
    assert book.worksheets[0]["A1"].value == "Rekap"
    assert book.worksheets[0]["A1"].comment.text == "periksa"
    assert book.worksheets[0]["A1"].comment.author == "Penulis"
    assert book.properties.lastModifiedBy is None
    document = docx.Document(io.BytesIO(bersihkan(KOTOR["docx"]).isi))
    assert [p.text for p in document.paragraphs] == ["Rekap triwulan"]
    assert document.core_properties.author == ""


def test_names_of_tracked_changes_go() -> None:
    note = b'<w:x xmlns:w="u"><w:ins w:id="1" w:author="Contoh Nama" w:initials="CN"/></w:x>'
    clean = bersihkan(b.sisipi(b.naskah(), "word/comments.xml", note))
    assert "nama pada komentar dan perubahan terlacak" in clean.dihapus
    part = zipfile.ZipFile(io.BytesIO(clean.isi)).read("word/comments.xml")
    assert part == note.replace(b"Contoh Nama", b"Penulis").replace(b'"CN"', b'"Penulis"')


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b.pdf_bertanda(), "bertanda tangan elektronik"),
        (b.sisipi(b.naskah(), "_xmlsignatures/sig1.xml", b"<x/>"), "bertanda tangan elektronik"),
        (b.pdf_dengan("sandi"), "dikunci dengan kata sandi"),
        (b.pdf()[:300], "rusak"),
        (b"MZ\x90\0", "program tidak dapat dibersihkan"),
    ],
)
def test_what_cannot_be_cleaned_says_why(isi: bytes, kata: str) -> None:
    with pytest.raises(TakDapatDibersihkanError, match=kata):
        bersihkan(isi)


def test_a_text_is_all_that_it_says() -> None:
    assert bersihkan(b"a,b\n") == (b"a,b\n", ())


def test_libreoffice_opens_what_was_cleaned(tmp_path: Path) -> None:
    for name, suffix in (("xlsx", "xlsx"), ("docx", "docx")):
        path = tmp_path / f"bersih.{suffix}"
        path.write_bytes(bersihkan(KOTOR[name]).isi)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", "pdf", str(path)],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            timeout=180,
        )
        assert "Rekap" in PdfReader(tmp_path / "bersih.pdf").pages[0].extract_text()
        (tmp_path / "bersih.pdf").unlink()
