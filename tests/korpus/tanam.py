"""Plants a change in a copy of the smallest data folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

CASES: Final = Path(__file__).parent.parent / "cases"
DASAR: Final = ("_dasar",)
LENGKAP: Final = ("_dasar", "_lengkap")

REALISASI: Final = "realisasi/2024/TW1/mutasi.yaml"
TW2: Final = "realisasi/2024/TW2/mutasi.yaml"
IKU: Final = "indikator/IKU-01.yaml"
PK: Final = "perjanjian-kinerja/2024/kepala/murni.yaml"
RENCANA: Final = "rencana-aksi/2024/mutasi.yaml"
ANGGARAN: Final = "anggaran/2024/TW1.yaml"
NILAI: Final = "    nilai: 77.5\n"
BUKTI: Final = "    bukti:\n      - judul: Hasil pengukuran\n        jenis: laporan\n        nomor_arsip: 800/13/2024\n"


class Ubah(NamedTuple):
    """A text of a file replaced once; without an old text the whole file is the new one."""

    berkas: str
    lama: str
    baru: str


def tanam(folder: Path, lapisan: Iterable[str], perubahan: Iterable[Ubah]) -> Path:
    """Returns a folder with `data/` made of these layers and changed like this."""
    for layer in lapisan:
        shutil.copytree(CASES / layer / "data", folder / "data", dirs_exist_ok=True)
    for ubah in perubahan:
        path = folder / "data" / ubah.berkas
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((_tukar(path, ubah) if ubah.lama else ubah.baru).encode())
    return folder


def _tukar(path: Path, ubah: Ubah) -> str:
    text = path.read_text("utf-8")
    assert text.count(ubah.lama) == 1, f"{ubah.lama!r} stands {text.count(ubah.lama)} times in {ubah.berkas}"
    return text.replace(ubah.lama, ubah.baru)
