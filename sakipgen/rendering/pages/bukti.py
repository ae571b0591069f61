"""What a unit handed in besides figures: its analysis, its sources and its evidence, period by period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from sakipgen.domain.bukti import Klasifikasi, Tempat
from sakipgen.rekap import BuktiTerbit, Laporan
from sakipgen.rendering.cetak import ukuran
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Konteks

_SIDIK = 12
"""Digits of a SHA-256 that a table shows."""


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """The words of one report."""

    periode: str
    unit: str
    hari: Markup | None
    """When it was handed in; None where nobody wrote that down."""
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


def berkata(laporan: Laporan) -> bool:
    """Returns whether a report says more than its figure."""
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
        Penjelasan(
            periode=lap.periode.label,
            unit=konteks.instansi.unit_kerja[lap.unit].nama,
            hari=_dikirim(konteks, lap),
            sumber=lap.butir.sumber,
            bagian=_bagian(konteks, lap),
            rujukan=konteks.sumber(lap.rujukan),
        )
        for lap in reversed(laporan)
        if berkata(lap)
    )


def _dikirim(konteks: Konteks, laporan: Laporan) -> Markup | None:
    sent = konteks.pengiriman.get((laporan.unit, laporan.periode))
    return sel.hari_pendek(sent.dikirim) if sent and sent.dikirim else None


@dataclass(frozen=True, slots=True)
class TahunBukti:
    """The evidence for the figures of one year."""

    tahun: int
    baris: tuple[BuktiTampil, ...]


def menurut_tahun(konteks: Konteks, kode: str) -> tuple[TahunBukti, ...]:
    """Returns the evidence of all reports of an indikator, the newest first."""
    found = (
        TahunBukti(year.tahun, semua(konteks, (b for lap in reversed(reports) for b in lap.bukti)))
        for year in reversed(konteks.rekap.tahun)
        if (reports := konteks.laporan.get((year.tahun, kode), ()))
    )
    return tuple(one for one in found if one.baris)


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
