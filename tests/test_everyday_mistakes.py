"""The everyday mistakes in each file of the agency in motion: one message, at its line, and none that follows from it.

The nine are a misspelt field, a word outside a closed choice, a bad date, a missing field, a file in the wrong place,
an unknown unit (or jabatan), an unknown indikator, a key twice, and a number with a comma. Where a kind of file has
nothing that could be wrong in one of these ways, `TANPA` says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import pytest

from sakipgen.project import Project
from tests.conftest import Indonesian
from tests.korpus.tanam import CASES, LENGKAP, Ubah, tanam

SEMBILAN: Final = ("isian", "pilihan", "tanggal", "kurang", "tempat", "unit", "indikator", "ganda", "koma")
SOP: Final = "sop.yaml"
DOKUMEN: Final = "dokumen.yaml"
KODE_LAMA: Final = "kode-lama.yaml"
SIKLUS: Final = "siklus/2024/TW1.yaml"
KOREKSI: Final = "koreksi/2024/TW1/KOR-2024-01.yaml"
TINDAK: Final = "tindak-lanjut/2024.yaml"
LIBUR: Final = "libur/2024.yaml"


class Keliru(NamedTuple):
    """One mistake in one file: what is planted, and where and how it must be told."""

    lama: str
    baru: str
    tempat: str
    kode: str
    kata: str


KELIRU: Final[dict[tuple[str, str], Keliru]] = {
    # ── sop.yaml ──
    (SOP, "isian"): Keliru("pelaksana: tim_sakip", "pelaksna: tim_sakip", "25:7", "S001", "maksud Anda `pelaksana`?"),
    (SOP, "pilihan"): Keliru("kertas_kerja", "kertas kerja", "26:17", "S004", "maksud Anda `kertas_kerja`?"),
    (SOP, "tanggal"): Keliru("tahun: 2023", "tahun: 23", "2:8", "T004", "tulis empat angka"),
    (SOP, "kurang"): Keliru("      keluaran: kertas_kerja\n", "", "24:7", "S002", "isian wajib `keluaran` belum ada"),
    (SOP, "unit"): Keliru("lapor_kepada: kepala", "lapor_kepada: kepla", "3:15", "R014", "maksudnya `kepala`"),
    (SOP, "ganda"): Keliru("lapor_kepada:", "tahun: 2024\nlapor_kepada:", "3:1", "Y003", "ditulis dua kali"),
    (SOP, "koma"): Keliru("1 hari", "1,5 hari", "17:19", "T007", "bilangan bulat"),
    # ── dokumen.yaml ──
    (DOKUMEN, "isian"): Keliru("judul:", "judl:", "4:5", "S001", "maksud Anda `judul`?"),
    (DOKUMEN, "pilihan"): Keliru("jenis: dpa", "jenis: DPA", "3:12", "S004", "maksud Anda `dpa`?"),
    (DOKUMEN, "tanggal"): Keliru("2024-01-02", "02/01/2024", "6:14", "T003", "tulis tahun-bulan-hari"),
    (DOKUMEN, "kurang"): Keliru("    tahun: 2024\n", "", "3:5", "S002", "isian wajib `tahun` belum ada"),
    (DOKUMEN, "ganda"): Keliru(
        "    nomor_arsip", "    tahun: 2024\n    nomor_arsip", "7:5", "Y003", "ditulis dua kali"
    ),
    # ── kode-lama.yaml ──
    (KODE_LAMA, "isian"): Keliru("alasan:", "alsan:", "5:5", "S001", "maksud Anda `alasan`?"),
    (KODE_LAMA, "tanggal"): Keliru("2023", "2023-12", "4:21", "T004", "tulis empat angka"),
    (KODE_LAMA, "kurang"): Keliru("    tahun_terakhir: 2023\n", "", "3:5", "S002", "`tahun_terakhir` belum ada"),
    (KODE_LAMA, "indikator"): Keliru("pengganti: IKU-01", "pengganti: IKU-02", "6:16", "R001", "`IKU-02` tidak ada"),
    (KODE_LAMA, "ganda"): Keliru("    pengganti", "    nama: X\n    pengganti", "6:5", "Y003", "ditulis dua kali"),
    # ── siklus/ ──
    (SIKLUS, "isian"): Keliru("tanggal: 2024-04-01", "tangal: 2024-04-01", "3:5", "S001", "maksud Anda `tanggal`?"),
    (SIKLUS, "pilihan"): Keliru(
        "      hasil: disetujui", "      hasil: setuju", "19:14", "S004", "maksud Anda `disetujui`?"
    ),
    (SIKLUS, "tanggal"): Keliru("dikirim: 2024-04-03", "dikirim: 2024-04-31", "17:16", "T001", "berakhir tanggal 30"),
    (SIKLUS, "kurang"): Keliru("    oleh: kabid-mutasi\n", "", "11:5", "S002", "isian wajib `oleh` belum ada"),
    (SIKLUS, "unit"): Keliru("  mutasi:\n", "  mutsi:\n", "16:3", "R011", "maksudnya `mutasi`"),
    (SIKLUS, "ganda"): Keliru("penutupan:\n", "pengukuran: []\npenutupan:\n", "20:1", "Y003", "ditulis dua kali"),
    (SIKLUS, "koma"): Keliru("2 jam", "2,5 jam", "14:12", "T007", "`90 menit`"),
    # ── koreksi/ ──
    (KOREKSI, "isian"): Keliru("nilai_lama:", "nilai_lma:", "3:1", "S001", "maksud Anda `nilai_lama`?"),
    (KOREKSI, "pilihan"): Keliru("tingkat: kecil", "tingkat: ringan", "6:10", "S004", "kecil, sedang, serius"),
    (KOREKSI, "tanggal"): Keliru("2024-04-09", "9 April 2024", "7:10", "T003", "tulis tahun-bulan-hari"),
    (KOREKSI, "kurang"): Keliru("diminta_oleh: kabid-mutasi\n", "", "1:1", "S002", "`diminta_oleh` belum ada"),
    (KOREKSI, "unit"): Keliru("[kepala]", "[kepala, sekertaris]", "9:26", "R014", "`sekertaris` tidak terdaftar"),
    (KOREKSI, "indikator"): Keliru("indikator: IKU-01", "indikator: IKU-10", "2:12", "R001", "`IKU-10` tidak ada"),
    (KOREKSI, "ganda"): Keliru("alasan:", "nilai_lama: 77.3\nalasan:", "5:1", "Y003", "ditulis dua kali"),
    (KOREKSI, "koma"): Keliru("nilai_lama: 77.4", "nilai_lama: 77,4", "3:13", "N001", "tulis `77.4`"),
    # ── tindak-lanjut/ ──
    (TINDAK, "isian"): Keliru("batas:", "bats:", "9:5", "S001", "maksud Anda `batas`?"),
    (TINDAK, "pilihan"): Keliru(
        "analisis_periode", "analisis periode", "3:11", "S004", "maksud Anda `analisis_periode`?"
    ),
    (TINDAK, "tanggal"): Keliru("2024-06-28", "2024-06-31", "9:12", "T001", "berakhir tanggal 30"),
    (TINDAK, "kurang"): Keliru("    batas: 2024-06-28\n", "", "3:5", "S002", "isian wajib `batas` belum ada"),
    (TINDAK, "unit"): Keliru(
        "penanggung_jawab: mutasi", "penanggung_jawab: diklat", "7:23", "R011", "pilihannya: mutasi"
    ),
    (TINDAK, "indikator"): Keliru("[IKU-01]", "[IKU-01, IKU-10]", "5:25", "R001", "`IKU-10` tidak ada"),
    (TINDAK, "ganda"): Keliru("    kemajuan:", "    periode: TW2\n    kemajuan:", "10:5", "Y003", "ditulis dua kali"),
    (TINDAK, "koma"): Keliru("persen: 20", "persen: 20,5", "12:17", "N001", "tulis `20.5`"),
    # ── libur/ ──
    (LIBUR, "isian"): Keliru("dasar:", "dasr:", "1:1", "S001", "maksud Anda `dasar`?"),
    (LIBUR, "tanggal"): Keliru("2024-03-11", "2024-02-30", "4:3", "T001", "berakhir tanggal 29"),
    (LIBUR, "kurang"): Keliru(
        "dasar: Keputusan Bersama Tiga Menteri tentang Hari Libur 2024\n",
        "",
        "1:1",
        "S002",
        "isian wajib `dasar` belum ada",
    ),
    (LIBUR, "ganda"): Keliru("2024-03-11", "2024-01-01", "4:3", "Y003", "ditulis dua kali"),
}

SALAH_TEMPAT: Final = {
    SOP: ("sop/2023.yaml", "berkas ini tidak dikenal"),
    DOKUMEN: ("dokumen/2024.yaml", "berkas ini tidak dikenal"),
    KODE_LAMA: ("kode_lama.yaml", "ganti menjadi `data/kode-lama.yaml`"),
    SIKLUS: ("siklus/2024/tw2.yaml", "ganti menjadi `data/siklus/2024/TW2.yaml`"),
    KOREKSI: ("koreksi/2024/KOR-2024-02.yaml", 'periode "KOR-2024-02" tidak dikenal'),
    TINDAK: ("tindak_lanjut/2024.yaml", "ganti menjadi `data/tindak-lanjut/2024.yaml`"),
    LIBUR: ("libur/2024-1.yaml", 'tahun "2024-1" tidak dikenal'),
}

TANPA: Final = {
    (SOP, "indikator"): "no indikator is named",
    (DOKUMEN, "unit"): "neither unit nor jabatan is named",
    (DOKUMEN, "indikator"): "no indikator is named",
    (DOKUMEN, "koma"): "no number but a year",
    (KODE_LAMA, "pilihan"): "no closed choice",
    (KODE_LAMA, "unit"): "neither unit nor jabatan is named",
    (KODE_LAMA, "koma"): "no number but a year",
    (SIKLUS, "indikator"): "no indikator is named",
    (LIBUR, "pilihan"): "no closed choice",
    (LIBUR, "unit"): "neither unit nor jabatan is named",
    (LIBUR, "indikator"): "no indikator is named",
    (LIBUR, "koma"): "no number",
}


def told(folder: Path) -> list[str]:
    return [diagnostic.as_text() for diagnostic in Project(folder).build().report.diagnostics]


@pytest.mark.parametrize(("berkas", "jenis"), KELIRU)
def test_one_mistake_is_told_once_at_its_place(berkas: str, jenis: str, tmp_path: Path, indonesian: Indonesian) -> None:
    row = KELIRU[berkas, jenis]
    found = told(tanam(tmp_path, LENGKAP, [Ubah(berkas, row.lama, row.baru)]))
    assert len(found) == 1, found
    assert indonesian(found[0]).startswith(f"data/{berkas}:{row.tempat}: galat[{row.kode}] ")
    assert row.kata in found[0]


@pytest.mark.parametrize("berkas", SALAH_TEMPAT)
def test_a_file_in_the_wrong_place_is_shown_the_right_one(berkas: str, tmp_path: Path, indonesian: Indonesian) -> None:
    place, words = SALAH_TEMPAT[berkas]
    content = (CASES / "_lengkap" / "data" / berkas).read_text("utf-8")
    found = told(tanam(tmp_path, LENGKAP, [Ubah(place, "", content)]))
    assert len(found) == 1, found
    assert indonesian(found[0]).startswith(f"data/{place}:1:1: galat[R010] ")
    assert words in found[0]


def test_every_mistake_is_tried_in_every_file() -> None:
    tried = set(KELIRU) | {(berkas, "tempat") for berkas in SALAH_TEMPAT} | set(TANPA)
    assert tried == {(berkas, jenis) for berkas in SALAH_TEMPAT for jenis in SEMBILAN}
    assert set(KELIRU) & set(TANPA) == set()


UTUH: Final = sorted(
    {path.relative_to(CASES / layer / "data") for layer in LENGKAP for path in (CASES / layer / "data").rglob("*.yaml")}
)


@pytest.mark.parametrize("berkas", UTUH, ids=str)
def test_of_an_unread_file_nothing_else_is_said(berkas: Path, tmp_path: Path) -> None:
    folder = tanam(tmp_path, LENGKAP, [])
    path = folder / "data" / berkas
    path.write_text(path.read_text("utf-8") + "x: [\n", encoding="utf-8")
    found = told(folder)
    assert len(found) == 1, found
    assert found[0].startswith(f"data/{berkas}:")
    assert ": galat[Y" in found[0]
