"""`sakipgen bersihkan`: what is written, what is said, and where the data tells of the old sum."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from sakipgen.cli import cli
from tests import berkas_bukti as b
from tests.conftest import Indonesian

DATA = "data/realisasi/2024/TW1/mutasi.yaml"
BUKTI = "data/bukti/2024/TW1/rekap.pdf"


@pytest.fixture
def kantor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a piece of evidence whose sum its report tells."""
    (tmp_path / BUKTI).parent.mkdir(parents=True)
    (tmp_path / BUKTI).write_bytes(b.pdf(penulis=b.NAMA))
    (tmp_path / DATA).parent.mkdir(parents=True)
    (tmp_path / DATA).write_text(
        "butir:\n  IKU-01:\n    nilai: 77.5  # tetap\n    bukti:\n      - judul: Rekap\n        jenis: laporan\n"
        f"        berkas: bukti/2024/TW1/rekap.pdf\n        sha256: {sidik(tmp_path / BUKTI)}\n",
        "utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def sidik(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def jalankan(*kata: str) -> tuple[int, str]:
    """Exit code and all that was said."""
    done = CliRunner().invoke(cli, ["bersihkan", *kata], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value, done.output


def test_a_file_is_cleaned_in_place_and_its_old_sum_is_named(kantor: Path, indonesian: Indonesian) -> None:
    old = sidik(kantor / BUKTI)
    code, told = jalankan(BUKTI)
    assert code == 0
    assert sidik(kantor / BUKTI) != old
    assert indonesian(told) == (
        f"{BUKTI}: dihapus judul dan keterangan; nama pembuat; program pembuat; waktu perubahan; waktu pembuatan; "
        "XMP (riwayat penyuntingan, pembuat).\n"
        f"  sidik SHA-256 baru: {sidik(kantor / BUKTI)}\n"
        f"  sidik lama masih tertulis di {DATA}:8:17\n"
        "  Jalankan lagi dengan `--perbarui` untuk mengganti sidik itu.\n"
    )
    assert b.NAMA not in told


def test_the_sum_is_spliced_also_afterwards(kantor: Path) -> None:
    before = (kantor / DATA).read_text("utf-8")
    old = sidik(kantor / BUKTI)
    jalankan(BUKTI)
    code, told = jalankan("--perbarui", BUKTI)
    assert (code, told) == (0, f"{BUKTI}: sudah bersih.\n  sidik diperbarui di {DATA}:8:17\n")
    assert (kantor / DATA).read_text("utf-8") == before.replace(old, sidik(kantor / BUKTI))
    assert jalankan("--perbarui", BUKTI) == (0, f"{BUKTI}: sudah bersih.\n")


def test_a_copy_leaves_the_file_and_the_data_alone(kantor: Path) -> None:
    before = [(kantor / name).read_bytes() for name in (BUKTI, DATA)]
    code, told = jalankan("--ke", "bersih", BUKTI)
    assert code == 0
    assert told.startswith("bersih/rekap.pdf: dihapus ")
    assert [(kantor / name).read_bytes() for name in (BUKTI, DATA)] == before
    assert b.NAMA.encode() not in (kantor / "bersih/rekap.pdf").read_bytes()


def test_what_cannot_be_cleaned_stays_and_the_others_are_cleaned(kantor: Path) -> None:
    signed = kantor / "surat.pdf"
    signed.write_bytes(b.pdf_bertanda())
    before = signed.read_bytes()
    code, told = jalankan("surat.pdf", BUKTI)
    assert code == 1
    assert told.startswith("surat.pdf: berkas ini bertanda tangan elektronik;")
    assert f"{BUKTI}: dihapus" in told
    assert signed.read_bytes() == before


def test_outside_a_repository_a_file_is_cleaned_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "foto.jpg").write_bytes(b.jpeg(penulis=b.NAMA, lokasi=True))
    code, told = jalankan("foto.jpg")
    assert code == 0
    assert told.splitlines()[0] == "foto.jpg: dihapus Exif (kamera, waktu, tempat, pembuat); catatan teks."


@pytest.mark.parametrize(
    ("kata", "pesan"),
    [
        (["--ke", "x", "--perbarui", BUKTI], "`--perbarui` tidak berlaku dengan `--ke`"),
        (["--ke", "x", BUKTI, BUKTI], "dua berkas yang namanya sama"),
        (["tidak-ada.pdf"], "tidak dapat dibaca"),
    ],
)
def test_what_is_asked_wrongly_is_refused(kantor: Path, kata: list[str], pesan: str) -> None:
    with pytest.raises(Exception, match=pesan):
        jalankan(*kata)
