"""Zip files that nobody should open are not opened."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from sakipgen.archiving.buka import buka_zip, periksa_zip
from sakipgen.archiving.kemas import kemas


def _zip(path: Path, *parts: tuple[str | zipfile.ZipInfo, bytes], cara: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", cara) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize(
    "name", ["../a", "/a", "a/../b", "a//b", "a/./b", "C:/a", "a\\b", "a/", "a\x01b", "..", "a/.."]
)
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    said = periksa_zip(_zip(tmp_path / "x.zip", (name, b"x")))
    assert said is not None
    assert said.startswith("memuat jalur yang tidak diizinkan, `")


def test_a_link_is_refused(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("tautan")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert (
        periksa_zip(_zip(tmp_path / "x.zip", (entry, b"/etc/passwd"))) == "memuat tautan atau berkas khusus, `tautan`"
    )


def test_two_files_in_one_place_are_refused(tmp_path: Path) -> None:
    assert periksa_zip(_zip(tmp_path / "x.zip", ("a", b""), ("A", b""))) == "memuat dua berkas yang namanya sama"
    assert periksa_zip(_zip(tmp_path / "y.zip", ("a", b""), ("a/b", b""))) == "memuat `a/b` di dalam berkas lain"


def test_what_unfolds_too_far_is_refused(tmp_path: Path) -> None:
    bomb = _zip(tmp_path / "x.zip", ("nol", bytes(8 * 1024**2)))
    assert periksa_zip(bomb) == "mengembang tidak wajar, `nol` menjadi 8,0 MB"
    huge = bytearray(_zip(tmp_path / "y.zip", ("a", b"x"), cara=zipfile.ZIP_STORED).read_bytes())
    at = huge.index(b"PK\x01\x02") + 24
    huge[at : at + 4] = struct.pack("<I", 0xFFFFFFF0)
    many = b"".join(bytes(huge[huge.index(b"PK\x01\x02") : huge.index(b"PK\x05\x06")]) for _ in range(3))
    assert many  # three of these are more than any archive holds
    local = bytes(huge[: huge.index(b"PK\x01\x02")])
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 3, 3, len(many), len(local), 0)
    (tmp_path / "z.zip").write_bytes(local + many + end)
    assert periksa_zip(tmp_path / "z.zip") == "berlebihan: 3 berkas, 12.288,0 MB setelah dibuka"


def test_another_way_of_packing_and_a_password_are_refused(tmp_path: Path) -> None:
    other = _zip(tmp_path / "x.zip", ("a", b"x" * 100), cara=zipfile.ZIP_BZIP2)
    assert periksa_zip(other) == "memuat berkas tersandi atau dipadatkan dengan cara lain, `a`"
    locked = bytearray(_zip(tmp_path / "y.zip", ("a", b"x")).read_bytes())
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "y.zip").write_bytes(locked)
    assert periksa_zip(tmp_path / "y.zip") == "memuat berkas tersandi atau dipadatkan dengan cara lain, `a`"


@pytest.mark.parametrize("content", [b"", b"bukan zip", b"PK\x03\x04" + bytes(60)])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    assert periksa_zip(tmp_path / "x.zip") == "rusak dan tidak dapat dibuka"


def test_a_part_that_is_not_what_it_says_is_not_taken(tmp_path: Path) -> None:
    content = bytearray(_zip(tmp_path / "x.zip", ("a", b"isi"), cara=zipfile.ZIP_STORED).read_bytes())
    content[content.index(b"isi")] = 0
    (tmp_path / "x.zip").write_bytes(content)
    assert periksa_zip(tmp_path / "x.zip") is None
    assert not buka_zip(tmp_path / "x.zip", tmp_path / "ke")


def test_what_was_packed_comes_back(tmp_path: Path) -> None:
    (tmp_path / "dari" / "b").mkdir(parents=True)
    for name, content in (("b/1.txt", b"satu"), ("a.pdf", bytes(3000)), ("kosong", b"")):
        (tmp_path / "dari" / name).write_bytes(content)
    assert kemas(tmp_path / "dari", tmp_path / "x.zip", 0) == 3
    assert periksa_zip(tmp_path / "x.zip") is None
    assert buka_zip(tmp_path / "x.zip", tmp_path / "ke")
    assert (tmp_path / "ke" / "b" / "1.txt").read_bytes() == b"satu"
    with zipfile.ZipFile(io.BytesIO((tmp_path / "x.zip").read_bytes())) as archive:
        told = [(part.filename, part.date_time[0], part.compress_type) for part in archive.infolist()]
    assert told == [("a.pdf", 1980, 0), ("b/1.txt", 1980, 8), ("kosong", 1980, 8)]
