"""The bad inputs of the specification, families E and H, through the command line; and odd but good evidence.

Each is told once, at its place, with its words, and without the value that it is about.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from sakipgen.cli import main
from sakipgen.project import Project
from tests import berkas_bukti as b
from tests.conftest import Indonesian
from tests.korpus.tanam import REALISASI, Ubah, tanam

ARSIP: Final = "nomor_arsip: 800/12/2024"
LAPORAN: Final = f"data/{REALISASI}"
FOLDER: Final = "bukti/2024/TW1"
GHP: Final = "ghp_" + "a1B2c3D4e5" * 4


class Kasus(NamedTuple):
    """One input: what stands in place of the archive number, which evidence lies there, and what must be said."""

    id: str
    tempat: str
    kode: str
    kata: str
    isi: str = ARSIP
    berkas: tuple[tuple[str, bytes], ...] = ()
    rahasia: str = "\0"
    """What must not be shown."""
    siap: Callable[[Path], object] | None = None
    """Prepares what is no plain file, in the folder of the evidence."""


def berkas(name: str, klasifikasi: str = "publik") -> str:
    return f"berkas: {FOLDER}/{name}\n        klasifikasi: {klasifikasi}"


def kalimat(teks: str) -> str:
    return f"{ARSIP}\n    catatan: {teks}"


def _besar(folder: Path) -> None:
    (folder / "pindai.pdf").write_bytes(b.pdf())
    os.truncate(folder / "pindai.pdf", 80 * 1024 * 1024)


DI: Final = f"{LAPORAN}:7:17"
NIK_LAIN: Final = tuple(f"1301156503850{n:03}" for n in range(1, 38))
KASUS: Final = (
    Kasus("E-01", DI, "B002", "bukan jalur di bawah `bukti/`", "berkas: ../../etc/passwd"),
    Kasus("E-02/mutlak", DI, "B002", "bukan jalur di bawah `bukti/`", "berkas: /etc/passwd"),
    Kasus("E-02/windows", DI, "B002", "bukan jalur di bawah `bukti/`", "berkas: 'C:\\rekap.csv'"),
    Kasus("E-02/file", DI, "B002", "bukan jalur di bawah `bukti/`", "berkas: file:///etc/passwd"),
    Kasus(
        "E-03", f"data/{FOLDER}/x.pdf:1:1", "B003", "ini tautan simbolik", siap=lambda f: (f / "x.pdf").symlink_to("/x")
    ),
    Kasus(
        "E-04",
        f"{LAPORAN}:8:17",
        "B004",
        "berubah; sidiknya kini",
        f"berkas: {FOLDER}/a.csv\n        sha256: {'0' * 64}",
        (("a.csv", b"a,b\n"),),
    ),
    Kasus(
        "E-05",
        f"data/{FOLDER}/bukti.pdf:1:1",
        "B005",
        "hanya berbeda huruf besar dan kecil",
        berkas=(("Bukti.PDF", b.pdf()), ("bukti.pdf", b.pdf())),
    ),
    Kasus(
        "E-06/html", f"data/{FOLDER}/a.pdf:1:1", "B006", "isi berkas bukan PDF", berkas=(("a.pdf", b"<html></html>"),)
    ),
    Kasus("E-06/exe", f"data/{FOLDER}/a.pdf:1:1", "B006", "isi berkas bukan PDF", berkas=(("a.pdf", b"MZ\x90\0"),)),
    Kasus(
        "E-07",
        f"data/{FOLDER}/pindai.pdf:1:1",
        "B007",
        "80 MiB melebihi 10 MiB; pindai ulang dengan 150 dpi, atau titipkan di arsip",
        siap=_besar,
    ),
    Kasus("E-08", DI, "B008", "tulis alamat https yang dapat dibuka siapa pun", "tautan: http://10.0.0.5/"),
    Kasus("E-08/https", DI, "B008", "bukan alamat yang dapat dibuka dari luar kantor", "tautan: https://10.0.0.5/"),
    Kasus("H-01", f"{LAPORAN}:8:18", "D001", "diduga NIK", kalimat(f"NIK {b.NIK}"), rahasia=b.NIK),
    Kasus(
        "H-01/nama",
        f"data/{FOLDER}/….csv:1:1",
        "D001",
        "diduga memuat NIK",
        berkas=((f"{b.NIK}.csv", b"a\n"),),
        rahasia=b.NIK,
    ),
    Kasus("H-02", f"{LAPORAN}:8:19", "D002", "diduga NIP", kalimat("NIP. 19850325 201001 2 001"), rahasia="19850325"),
    Kasus(
        "H-03",
        DI,
        "D003",
        "memuat 37 NIK; hitamkan datanya, atau ganti klasifikasinya",
        berkas("daftar.pdf"),
        (("daftar.pdf", b.pdf("\n\n".join(NIK_LAIN))),),
        NIK_LAIN[0],
    ),
    Kasus(
        "H-04/rekening",
        f"{LAPORAN}:8:26",
        "D004",
        "nomor rekening",
        kalimat("ke rekening 1110012345678"),
        rahasia="11100",
    ),
    Kasus("H-04/telepon", f"{LAPORAN}:8:17", "D004", "nomor telepon", kalimat("WA 0812-3456-7890"), rahasia="0812"),
    Kasus("H-04/surel", f"{LAPORAN}:8:17", "D004", "alamat surel", kalimat("ke nama@contoh.id"), rahasia="nama@"),
    Kasus("H-04/npwp", f"{LAPORAN}:8:19", "D004", "NPWP", kalimat("NPWP 01.234.567.8-901.000"), rahasia="01.234"),
    Kasus(
        "H-05/xlsx",
        DI,
        "D005",
        "metadata berkas ini memuat nama orang; jalankan `sakipgen bersihkan`",
        berkas("a.xlsx"),
        (("a.xlsx", b.xlsx(penulis=b.NAMA)),),
        b.NAMA,
    ),
    Kasus(
        "H-05/foto", DI, "D005", "metadata berkas ini memuat lokasi", berkas("a.jpg"), (("a.jpg", b.jpeg(lokasi=True)),)
    ),
    Kasus("H-06", f"{LAPORAN}:8:14", "D006", "cabut kuncinya sekarang juga", kalimat(GHP), rahasia=GHP),
    Kasus(
        "H-06/kunci",
        f"data/{FOLDER}/a.csv:1:1",
        "D006",
        "cabut kuncinya sekarang juga",
        berkas=(("a.csv", b"-----BEGIN PRIVATE KEY-----\n"),),
    ),
)


def siapkan(folder: Path, kasus: Kasus) -> Path:
    root = tanam(folder, ("_dasar",), (Ubah(REALISASI, ARSIP, kasus.isi),))
    place = root / "data" / FOLDER
    place.mkdir(parents=True)
    for name, content in kasus.berkas:
        (place / name).write_bytes(content)
    if kasus.siap:
        kasus.siap(place)
    return root


@pytest.mark.parametrize("kasus", KASUS, ids=lambda kasus: kasus.id)
def test_a_bad_input_is_told_once_at_its_place_without_its_value(
    kasus: Kasus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    indonesian: Indonesian,
) -> None:
    root = siapkan(tmp_path, kasus)
    monkeypatch.setattr(sys, "argv", ["sakipgen", "periksa", "--akar", str(root)])
    with pytest.raises(SystemExit) as caught:
        main()
    gc.enable()
    said = capsys.readouterr().out
    told = [line for line in said.splitlines() if line.startswith("data/")]
    assert len(told) == 1, told
    assert told[0].startswith(f"{kasus.tempat}: galat[{kasus.kode}] ")
    assert kasus.kata in indonesian(told[0])
    assert kasus.rahasia not in said
    assert caught.value.code == 1


def test_no_bad_input_is_forgotten() -> None:
    wanted = {*(f"E-{n:02}" for n in range(1, 9)), *(f"H-{n:02}" for n in range(1, 7))}
    assert {kasus.id.partition("/")[0] for kasus in KASUS} == wanted


BAIK: Final[dict[str, tuple[str, bytes, str]]] = {
    "spasi dan tanda": ("Rekap (akhir) – 100%, Juli.pdf", b.pdf(), "publik"),
    "apostrof": ("Qur'an & hadis.png", b.png(), "publik"),
    "huruf beraksen": ("café.csv", b"a,b\n1,2\n", "publik"),
    "akhiran besar": ("REKAP.PDF", b.pdf(), "publik"),
    "jpeg": ("foto.JPEG", b.jpeg(putar=6), "publik"),
    "csv titik koma, dari Windows": ("a.csv", "nama;nilai\r\nCafé;2,5\r\n".encode("cp1252"), "publik"),
    "csv dengan BOM": ("a.csv", "\ufeffnama,nilai\n".encode(), "publik"),
    "csv dari Excel": ("a.csv", "nama\tnilai\n".encode("utf-16"), "publik"),
    "daftar NIK, internal": ("a.csv", "\n".join(NIK_LAIN).encode(), "internal"),
    "NIP penanda tangan": ("surat.pdf", b.pdf(f"Kepala Badan\n\nNIP. {b.NIP}"), "publik"),
    "rupiah 16 angka": ("a.csv", b"uraian,nilai\nAset,Rp1301156503850001\n", "publik"),
    "nomor surat dan kode belanja": ("a.csv", b"800/1234/BKPSDM/2024,5.1.02.02.01.0063,202401012024011001\n", "publik"),
    "kop surat": ("surat.pdf", b.pdf("Telepon (0756) 7464123, surel kantor\\@contoh.go.id"), "publik"),
    "pembuat kantornya sendiri": ("a.xlsx", b.xlsx(penulis="Bidang Mutasi"), "publik"),
    "pembuat orang, internal": ("a.docx", b.naskah(penulis=b.NAMA), "internal"),
    "bertanda tangan elektronik": ("surat.pdf", b.pdf_bertanda(), "publik"),
    "sidik dari namanya": (f"{hashlib.sha256(b'x').hexdigest()}.csv", b"a\n", "publik"),
}


@pytest.mark.parametrize("nama", BAIK)
def test_odd_but_good_evidence_passes_without_a_word(nama: str, tmp_path: Path) -> None:
    name, content, klasifikasi = BAIK[nama]
    quoted = berkas(name, klasifikasi).replace(f"{FOLDER}/{name}", '"' + f"{FOLDER}/{name}" + '"')
    root = siapkan(tmp_path, Kasus("", "", "", "", quoted, ((name, content),)))
    assert [diagnostic.as_text() for diagnostic in Project(root).build().report.diagnostics] == []
