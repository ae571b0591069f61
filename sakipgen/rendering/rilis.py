"""What every description of the open data says of it as a whole: name, version, licence, who, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from sakipgen.domain.organisasi import StatusData
from sakipgen.domain.waktu import Frekuensi
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering import opendata

ALAMAT_LISENSI: Final = "https://creativecommons.org/licenses/by/4.0/"
_FREKUENSI: Final = (Frekuensi.BULANAN, Frekuensi.TRIWULANAN, Frekuensi.SEMESTERAN, Frekuensi.TAHUNAN)
_CONTOH: Final = "DATA CONTOH, bukan data resmi. "


@dataclass(frozen=True, slots=True)
class Rilis:
    """The open data of one build."""

    nama: str
    """Of small letters, digits and hyphens: the same for every build of an instansi."""
    judul: str
    uraian: str
    versi: str
    penerbit: str
    alamat: str | None
    """Of the site, with a slash at its end."""
    awal: date | None
    """First day that any figure speaks of; None without any year."""
    akhir: date
    frekuensi: Frekuensi | None
    """How often the figures that come most often come."""
    kutipan: str


def rilis(rekap: Rekapitulasi) -> Rilis:
    """Returns what is said of the open data of a Rekapitulasi."""
    instansi, pd = rekap.instansi, rekap.instansi.perangkat_daerah
    example = instansi.status_data is StatusData.CONTOH
    title = f"Data kinerja {pd.singkatan} {instansi.daerah}"
    told = f"Target, realisasi, capaian, anggaran, dan pelaksanaan SAKIP {pd.nama} {instansi.daerah}."
    version = versi(rekap)
    found = {row.frekuensi for row in rekap.indikator.values()}
    site = f"{instansi.alamat_situs.rstrip('/')}/" if instansi.alamat_situs else None
    quoted = f"{pd.singkatan} {instansi.daerah} ({rekap.posisi.per_tanggal.year}). {title}, versi {version}"
    quoted += f", revisi {rekap.revisi}" if rekap.revisi else ""
    return Rilis(
        nama=re.sub(r"[^a-z0-9]+", "-", f"kinerja {pd.singkatan} {instansi.daerah}".lower()).strip("-"),
        judul=f"{title} (DATA CONTOH)" if example else title,
        uraian=f"{_CONTOH if example else ''}{told}",
        versi=version,
        penerbit=f"{pd.nama} {instansi.daerah}",
        alamat=site,
        awal=date(rekap.tahun[0].tahun, 1, 1) if rekap.tahun else None,
        akhir=rekap.posisi.sampai.akhir,
        frekuensi=next((f for f in _FREKUENSI if f in found), None),
        kutipan=f"{quoted}.{f' {site}' if site else ''}",
    )


def versi(rekap: Rekapitulasi) -> str:
    """Returns the version by the Data Package recipe: contract, periods with a report, corrections of closed periods.

    The last number grows where a figure that was published as final turned out wrong; the one before with each period.
    """
    periods = {row.periode for year in rekap.tahun for row in year.laporan}
    return f"{opendata.VERSI}.{len(periods)}.{len(rekap.koreksi)}"
