"""What a unit handed in besides figures: its analysis, its sources and its evidence, period by period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from sakipgen.domain.bukti import Klasifikasi, Tempat
from sakipgen.rekap import BuktiTerbit, Laporan
from sakipgen.rendering.cetak import ukuran
from sakipgen.rendering.pages import alamat
from sakipgen.rendering.pages.konteks import Konteks

_SIDIK = 12
"""Digits of a SHA-256 that a table shows."""


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """The words of one report."""

    periode: str
    sumber: str | None
    bagian: tuple[tuple[str, str], ...]
    """Heading and text."""
    rujukan: Markup


@dataclass(frozen=True, slots=True)
class BuktiTampil:
    judul: str
    jenis: str
    periode: str
    ukuran: str | None
    sidik: str | None
    klasifikasi: str
    tempat: Markup


def berisi(laporan: Sequence[Laporan]) -> bool:
    """Whether any report of these has words or evidence."""
    return any(_berkata(lap) or lap.bukti for lap in laporan)


def _berkata(laporan: Laporan) -> bool:
    """Whether a report says more than its figure."""
    butir = laporan.butir
    return any(
        (
            butir.sumber,
            butir.capaian_dinyatakan,
            butir.faktor_pendorong,
            butir.kendala,
            butir.solusi,
            butir.tanpa_tindak_lanjut,
            butir.catatan,
        )
    )


def _bagian(konteks: Konteks, laporan: Laporan) -> tuple[tuple[str, str], ...]:
    butir = laporan.butir
    stated = butir.capaian_dinyatakan
    parts = (
        ("Mengapa capaian ditetapkan, tidak dihitung", stated.alasan if stated else None),
        ("Capaian disetujui", konteks.jabatan(stated.disetujui_oleh) if stated else None),
        ("Faktor pendorong", butir.faktor_pendorong),
        ("Kendala", butir.kendala),
        ("Solusi", butir.solusi),
        ("Tanpa tindak lanjut", butir.tanpa_tindak_lanjut),
        ("Catatan", butir.catatan),
    )
    return tuple((heading, text) for heading, text in parts if text)


def penjelasan(konteks: Konteks, laporan: Sequence[Laporan]) -> tuple[Penjelasan, ...]:
    """Returns the words of all reports that have any, the newest first."""
    return tuple(
        Penjelasan(lap.periode.label, lap.butir.sumber, _bagian(konteks, lap), konteks.sumber(lap.rujukan))
        for lap in reversed(laporan)
        if _berkata(lap)
    )


def tabel(konteks: Konteks, laporan: Sequence[Laporan]) -> tuple[BuktiTampil, ...]:
    """Returns the evidence of all reports, the newest first."""
    return semua(konteks, (b for lap in reversed(laporan) for b in lap.bukti))


def semua(konteks: Konteks, bukti: Iterable[BuktiTerbit]) -> tuple[BuktiTampil, ...]:
    """Returns pieces of evidence as rows of a table."""
    return tuple(_tampil(konteks, b) for b in bukti)


def _tampil(konteks: Konteks, terbit: BuktiTerbit) -> BuktiTampil:
    bukti = terbit.bukti
    digest = terbit.berkas.sha256 if terbit.berkas else bukti.sha256
    public = bukti.klasifikasi is Klasifikasi.PUBLIK
    return BuktiTampil(
        judul=bukti.judul,
        jenis=bukti.jenis,
        periode=terbit.periode.label,
        ukuran=ukuran(terbit.berkas.ukuran) if terbit.berkas else None,
        sidik=digest[:_SIDIK] if digest else None,
        klasifikasi="Publik" if public else "Internal",
        tempat=tempat(konteks, bukti),
    )


def tempat(konteks: Konteks, bukti: Tempat) -> Markup:
    """Returns where a paper is found; the place of what is not public stays in the office."""
    public = bukti.klasifikasi is Klasifikasi.PUBLIK
    if public and bukti.tautan:
        return alamat.TAUTAN_LUAR % (bukti.tautan, "Lihat")
    if public and bukti.berkas:
        return konteks.sumber.berkas(PurePosixPath("data", bukti.berkas))
    if bukti.nomor_arsip:
        return Markup("Arsip nomor %s; minta lewat PPID") % bukti.nomor_arsip
    return Markup("Minta lewat PPID")
