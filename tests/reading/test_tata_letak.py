"""Files without a place: the hint must lead to the right one."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from sakipgen.reading.tata_letak import explain_unknown, is_junk
from tests.conftest import Indonesian


def hint(path: str) -> str:
    return explain_unknown(PurePosixPath("data"), tuple(path.split("/")))


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("instansi.yml", "instansi.yaml"),
        ("Instansi.yaml", "instansi.yaml"),
        ("instansi", "instansi.yaml"),
        ("instansi.yaml.txt", "instansi.yaml"),
        ("indikator/IKU 01.yaml", "indikator/IKU-01.yaml"),
        ("Indikator/IKU_01.YAML", "indikator/IKU-01.yaml"),
        ("realisai/2024/TW3/mutasi.yaml", "realisasi/2024/TW3/mutasi.yaml"),
        ("realisasi/2024/tw3/mutasi.yaml", "realisasi/2024/TW3/mutasi.yaml"),
        ("realisasi/2024/triwulan3/mutasi.yaml", "realisasi/2024/TW3/mutasi.yaml"),
        ("realisasi/2024/Triwulan III/mutasi.yaml", "realisasi/2024/TW3/mutasi.yaml"),
        ("realisasi/2024/TW-IV/mutasi.yaml", "realisasi/2024/TW4/mutasi.yaml"),
        ("realisasi/2024/Q1/mutasi.yaml", "realisasi/2024/TW1/mutasi.yaml"),
        ("realisasi/2024/semester 2/mutasi.yaml", "realisasi/2024/S2/mutasi.yaml"),
        ("realisasi/2024/9/mutasi.yaml", "realisasi/2024/09/mutasi.yaml"),
        ("realisasi/2024/September/mutasi.yaml", "realisasi/2024/09/mutasi.yaml"),
        ("realisasi/2024/tahun/mutasi.yaml", "realisasi/2024/tahunan/mutasi.yaml"),
        ("perjanjian-kinerja/2024/kepala/Murni.yaml", "perjanjian-kinerja/2024/kepala/murni.yaml"),
        ("perjanjian-kinerja/2024/kepala/perubahan 2.yaml", "perjanjian-kinerja/2024/kepala/perubahan-2.yaml"),
        ("anggaran/2024/tw1.yml", "anggaran/2024/TW1.yaml"),
        ("narasi/2024/LKjIP.yml", "narasi/2024/lkjip.yaml"),
        ("Narasi/2024/sasaran/S 1.yaml", "narasi/2024/sasaran/S-1.yaml"),
        ("narasi/2024/Sasaran/S1.yml", "narasi/2024/sasaran/S1.yaml"),
    ],
)
def test_near_miss(path: str, meant: str, indonesian: Indonesian) -> None:
    assert indonesian(hint(path)).endswith(f"; ganti menjadi `data/{meant}`.")


@pytest.mark.parametrize(
    ("path", "start"),
    [
        (".DS_Store", "berkas ini dibuat oleh komputer dan bukan data;"),
        ("bukti/2024/Thumbs.db", "berkas ini dibuat oleh komputer dan bukan data;"),
        ("indikator/._IKU-01.yaml", "berkas ini dibuat oleh komputer dan bukan data;"),
        ("instansi.yaml~", "berkas ini cadangan atau sisa penyuntingan;"),
        ("indikator/IKU-01.yaml.bak", "berkas ini cadangan atau sisa penyuntingan;"),
        ("~$rekap.xlsx", "berkas ini cadangan atau sisa penyuntingan;"),
        ("bukti/.gitkeep", "berkas ini tersembunyi dan bukan data;"),
        ("indikator/\udcff.yaml", "nama berkas ini memuat karakter yang tidak dapat dicetak;"),
        ("a\nb", "nama berkas ini memuat karakter yang tidak dapat dicetak;"),
        ("realisasi/2024/TW3/rekap.xlsx", "berkas ini bukan data YAML;"),
        ("SK.PDF", "berkas ini bukan data YAML;"),
        ("realisasi/2024/TW5/mutasi.yaml", 'periode "TW5" tidak dikenal;'),
        ("realisasi/24/TW1/mutasi.yaml", 'tahun "24" tidak dikenal;'),
        ("metode/1999.yaml", 'tahun "1999" tidak dikenal;'),
        (
            "metode/2024/a.yaml",
            "berkas ini tidak menurut pola foldernya; isi folder `metode` berupa `data/metode/<tahun>",
        ),
        ("indikator/-.yaml", "berkas ini tidak menurut pola foldernya;"),
        (
            "narasi/2024/S1.yaml",
            (
                "berkas ini tidak menurut pola foldernya; isi folder `narasi` berupa "
                "`data/narasi/<tahun>/lkjip.yaml` atau `data/narasi/<tahun>/sasaran/<kode>.yaml`, dengan nama"
            ),
        ),
        ("narasi/24/sasaran/S1.yaml", 'tahun "24" tidak dikenal;'),
        ("narasi/lkjip.yaml", 'tahun "lkjip" tidak dikenal;'),
        (
            "indikatr/a/b.yaml",
            "folder `indikatr` tidak dikenal; nama folder harus tepat; pindahkan ke `data/indikator/`.",
        ),
        (
            "evaluasi/2024.yaml",
            "berkas ini tidak dikenal; di `data` hanya ada `instansi.yaml`, `pengguna.yaml`, `sop.yaml`, ",
        ),
        ("anggota.yaml", "berkas ini tidak dikenal;"),
        ("indikator/IKU-01.json", "berkas ini tidak menurut pola foldernya;"),
    ],
)
def test_other_files(path: str, start: str, indonesian: Indonesian) -> None:
    assert indonesian(hint(path)).startswith(start)


def test_junk() -> None:
    assert is_junk("~$a.xlsx")
    assert is_junk(".x")
    assert not is_junk("a.csv")
