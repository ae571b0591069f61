"""What people of the rehearsal do to files, and what they type into the forms of the repository's page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from sakipgen.kiriman.borang import BAGIAN, Jenis

AKSI: Final = "data/rencana-aksi/2024/mutasi.yaml"
Ubah = Callable[[Path], None]


def ganti(berkas: str, lama: str, baru: str) -> Ubah:
    """A change of one text in one file, which must be there."""

    def ubah(folder: Path) -> None:
        text = (folder / berkas).read_text("utf-8")
        assert lama in text
        (folder / berkas).write_text(text.replace(lama, baru), "utf-8")

    return ubah


def tulis(berkas: str, isi: str) -> Ubah:
    """A file with a text."""

    def ubah(folder: Path) -> None:
        (folder / berkas).parent.mkdir(parents=True, exist_ok=True)
        (folder / berkas).write_text(isi, "utf-8")

    return ubah


def borang(jenis: Jenis, **isian: str) -> str:
    """The text of a form as a forge writes it; a dot in the name of a field is `__` here."""
    said = {name.replace("__", "."): text for name, text in isian.items()}
    return "\n\n".join(f"### {row.judul}\n\n{said.get(row.kunci, '_No response_')}" for row in BAGIAN[jenis])


def angka(**isian: str) -> str:
    """The form for one figure, with what is mostly the same."""
    same = {"unit": "mutasi", "periode": "2024-TW2", "indikator": "IKU-01"}
    evidence = {"bukti__judul": "Hasil pengukuran triwulan II", "bukti__tempat": "800/22/2024"}
    return borang(Jenis.ANGKA, **(same | evidence | isian))


DIBUKA: Final = tulis(
    "data/siklus/2024/TW2.yaml",
    "pengumpulan:\n  - langkah: 1\n    tanggal: 2024-07-01\n    oleh: kepala\n    waktu: 5 menit\n",
)
"""The second quarter is open."""
