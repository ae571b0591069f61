"""A file that is too heavy ends its own process, never ours."""

from __future__ import annotations

import io
import mmap
import sys
import time
import zipfile

import pytest

from sakipgen.forms.baca import Kembali, baca_buku
from sakipgen.forms.catatan import beri_catatan
from sakipgen.forms.temuan import Temuan
from sakipgen.terkurung import TerlaluBeratError, terkurung
from tests.forms.kantor import bagian, meja


def _jumlah(a: int, b: int) -> int:
    return a + b


def _berputar() -> None:
    while True:
        pass


def _melahap() -> int:
    return len(bytearray(8 << 30))


def _menyalin() -> int:
    return len(bytearray(64 << 20))


def _salah() -> None:
    raise ValueError("salah")


def test_what_a_function_returns_or_raises_comes_back() -> None:
    assert terkurung(_jumlah, 1, 2) == 3
    with pytest.raises(ValueError, match="salah"):
        terkurung(_salah)


def test_what_never_ends_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(TerlaluBeratError):
        terkurung(_berputar, detik=1)
    assert time.monotonic() - began < 10


@pytest.mark.skipif(sys.platform != "linux", reason="only a copied process holds what its parent held")
def test_what_the_program_holds_already_is_not_counted() -> None:
    """A big program's copy begins with more addresses than the limit; that is no fault of the file."""
    with mmap.mmap(-1, 3 << 30):
        assert terkurung(_menyalin) == 64 << 20
        with pytest.raises(TerlaluBeratError):
            terkurung(_melahap)


def test_what_takes_all_memory_is_ended() -> None:
    with pytest.raises(TerlaluBeratError):
        terkurung(_melahap)


def test_a_workbook_with_one_area_as_large_as_the_sheet_is_ended() -> None:
    book = meja().buku()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml")
    joined = sheet.replace(b'<mergeCell ref="B2:I2"/>', b'<mergeCell ref="L300:XFD1048576"/>')
    assert joined != sheet
    heavy = bagian(book, {"xl/worksheets/sheet2.xml": joined})
    assert isinstance(terkurung(baca_buku, heavy), Kembali)
    with pytest.raises(TerlaluBeratError):
        terkurung(beri_catatan, heavy, [Temuan("X005", "Isi.", "H8")], detik=2)
