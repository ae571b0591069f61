"""The pages that the tests look at: one of each kind, in one table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

JENIS: Final = {
    "beranda": "",
    "daftar-sasaran": "sasaran/",
    "sasaran": "sasaran/s2/",
    "daftar-indikator": "indikator/",
    "indikator": "indikator/iku-03/",
    "indikator-terlambat": "indikator/isk-22/",
    "daftar-program": "program/",
    "program": "program/5.03.02/",
    "daftar-bidang": "bidang/",
    "bidang": "bidang/pka/",
    "daftar-periode": "periode/",
    "bulan": "periode/2026-10/",
    "triwulan": "periode/2026-tw3/",
    "tahun": "periode/2025/",
    "daftar-tindak-lanjut": "tindak-lanjut/",
    "tindak-lanjut": "tindak-lanjut/tl-2026-01/",
    "dokumen": "dokumen/",
    "data": "data/",
    "metodologi": "metodologi/2026/",
    "proses": "proses/",
    "aturan": "aturan/",
    "tentang": "tentang/",
    "glosarium": "glosarium/",
    "cara-membaca": "cara-membaca/",
    "panduan": "panduan/bidang/",
    "tidak-ada": "tidak/ada/",
}
"""Kind of page → address below the root; the last one does not exist and shows the page that says so."""

DICETAK: Final = ("beranda", "sasaran", "indikator", "program", "bidang", "triwulan", "tindak-lanjut", "dokumen")
"""Kinds that offices print."""

TELEPON: Final = 360
LAYAR: Final = 1280
LEBAR: Final = (TELEPON, LAYAR)
"""CSS pixels."""
TINGGI: Final = 800


def semua_halaman(situs: Path) -> dict[str, Path]:
    """Returns every page of a built site: address below the root → file."""
    files = {path.relative_to(situs).as_posix(): path for path in sorted(situs.rglob("*.html"))}
    return {name.removesuffix("index.html"): path for name, path in files.items()}
