"""An office's repository with a base and one proposal, for tests that compare two trees."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import Final

from sakipgen.peninjauan import Permintaan, tinjau
from sakipgen.project import Project
from sakipgen.reviewing.tinjauan import Tinjauan
from tests.repo import Repo

CASES: Final = Path(__file__).parent / "cases"
CASES_TINJAU: Final = Path(__file__).parent / "cases_tinjau"
WAKTU: Final = "2024-04-09T09:00:00+07:00"

REALISASI: Final = "data/realisasi/2024/TW1/mutasi.yaml"
RENCANA: Final = "data/rencana-aksi/2024/mutasi.yaml"
PK: Final = "data/perjanjian-kinerja/2024/kepala/murni.yaml"
SIKLUS: Final = "data/siklus/2024/TW1.yaml"


class Kantor:
    """A repository whose base is the smallest office with a closed period, two units and accounts."""

    def __init__(self, folder: Path) -> None:
        self.repo = Repo(folder)
        self.folder = folder
        for layer in ("_dasar", "_lengkap"):
            shutil.copytree(CASES / layer / "data", folder / "data", dirs_exist_ok=True, copy_function=shutil.copy)
        self.lapis(CASES_TINJAU / "_dasar", "dasar")

    def lapis(self, case: Path, sisi: str) -> None:
        """Lays one side of a case over the files."""
        if (case / sisi).is_dir():
            shutil.copytree(case / sisi, self.folder, dirs_exist_ok=True, copy_function=shutil.copy)
        for name in _daftar(case / "hapus.txt") if sisi == "usulan" or case.name == "_dasar" else ():
            (self.folder / name).unlink()
        for name in _daftar(case / "program.txt") if sisi == "usulan" else ():
            (self.folder / name).chmod(0o755)

    def simpan(self, pesan: str = "Data utama") -> str:
        """Commits what lies there and returns the commit."""
        return self.repo.catat({}, WAKTU, pesan)

    def teks(self, nama: str) -> str:
        return (self.folder / nama).read_text("utf-8")

    def ganti(self, nama: str, lama: str, baru: str) -> None:
        """Changes a file; what is to be changed must be there."""
        text = self.teks(nama)
        assert lama in text
        (self.folder / nama).write_text(text.replace(lama, baru), "utf-8")

    def tulis(self, nama: str, teks: str) -> None:
        self.repo.tulis({nama: teks})

    def tinjau(
        self, dasar: str = "main", usulan: str | None = None, pengirim: str | None = None, dikirim: str | None = None
    ) -> Tinjauan:
        when = datetime.fromisoformat(dikirim) if dikirim else None
        wanted = Permintaan(dasar=dasar, usulan=usulan, pengirim=pengirim, dikirim=when)
        return tinjau(Project(self.folder), wanted)


def _daftar(path: Path) -> list[str]:
    return path.read_text("utf-8").split() if path.is_file() else []


def kode(tinjauan: Tinjauan) -> list[str]:
    """The codes of all that is new, in order of place."""
    return [d.code for d in tinjauan.report.diagnostics if d in tinjauan.baru]


def koreksi(lama: str | None, baru: str, indikator: str = "IKU-01", jenis: str = "koreksi_kesalahan") -> str:
    """A record of one correction."""
    before = f"nilai_lama: {lama}\n" if lama else ""
    return (
        f"jenis: {jenis}\nindikator: {indikator}\n{before}nilai_baru: {baru}\n"
        "alasan: Satu pegawai terlewat saat nilai dijumlahkan; angka baru diambil dari aplikasi pengukuran.\n"
        "tingkat: kecil\ntanggal: 2024-04-09\ndiminta_oleh: kabid-mutasi\ndisetujui_oleh: [kepala]\n"
        "bukti:\n  - {judul: Berita acara, jenis: berita acara, nomor_arsip: 800/15/2024}\n"
    )
