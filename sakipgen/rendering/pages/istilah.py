"""Which terms each kind of page explains at its end, in the words of the glossary.

The terms are chosen by hand, in the order in which a reader meets them: a page that linked every word would be harder
to read, and one that listed all that occur would name half the glossary.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakipgen.rendering.glosarium import Istilah

_HASIL: Final = ("Target", "Realisasi", "Capaian", "Kategori")
_DAFTAR: Final = ("Sasaran", "Indikator", *_HASIL)
_UANG: Final = ("Pagu", "Realisasi anggaran", "Serapan")

ISTILAH: Final[Mapping[str, tuple[str, ...]]] = {
    "beranda": ("IKU", "Sasaran", "Target", "Realisasi", "Capaian", "Kategori", "Serapan", "Tindak lanjut"),
    "daftar_sasaran": ("Tujuan", *_DAFTAR),
    "sasaran": ("Tujuan", *_DAFTAR, "Rencana aksi", "Program", "Kegiatan", "Sub kegiatan", *_UANG),
    "daftar_indikator": ("Indikator", "IKU", "IKK", *_HASIL),
    "indikator": (
        *("Indikator", "IKU", "IKK", "Perjanjian Kinerja", "PK perubahan", *_HASIL, "Renstra", "Baseline"),
        *("Rencana aksi", "Tindak lanjut", "Kendala", "Komponen", "Bukti dukung", "Sidik", "Koreksi"),
    ),
    "daftar_program": ("Program", "Kegiatan", "Sub kegiatan", *_UANG, "Capaian", "DPA", "LRA"),
    "program": ("Program", "Kegiatan", "Sub kegiatan", *_UANG, "Indikator", *_HASIL, "DPA", "LRA"),
    "daftar_bidang": ("Unit kerja", "Indikator", "Target", "Jatuh tempo"),
    "bidang": ("Unit kerja", "Indikator", *_HASIL, "Jatuh tempo", "Pengiriman", "Tindak lanjut", "Koreksi"),
    "daftar_periode": ("Periode", "Rekapitulasi", "Target", "Penutupan"),
    "periode": ("Rekapitulasi", *_DAFTAR, *_UANG, "Penutupan", "Koreksi", "Tindak lanjut", "Nota dinas", "Notulen"),
    "daftar_tindak_lanjut": ("Tindak lanjut", "Rekomendasi", "Hasil evaluasi", "Inspektorat", "Rencana aksi"),
    "tindak_lanjut": ("Tindak lanjut", "Kendala", "Solusi", "Bukti dukung", "Rencana aksi"),
    "dokumen": ("Renstra", "Renja", "Perjanjian Kinerja", "Rencana aksi", "DPA", "LKjIP", "Hasil evaluasi", "Sidik"),
    "metodologi": (
        *("Metode", "Formula", "Polaritas", *_HASIL, "Skala", "Agregasi", "Batas agregat", "Kumulatif"),
        *("Sementara", "Dikoreksi", "Jatuh tempo", "PK perubahan"),
    ),
    "proses": ("Siklus", "Tim SAKIP", "Disposisi", "Nota dinas", "Kertas kerja", "Rekapitulasi", "Waktu baku"),
}
"""Names of the glossary by template."""


def istilah(templat: str, glosarium: Mapping[str, Istilah]) -> tuple[Istilah, ...]:
    """Returns the terms of a page, those that the glossary has."""
    return tuple(glosarium[name] for name in ISTILAH.get(templat, ()) if name in glosarium)
