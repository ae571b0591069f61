"""What people wrote, where it is printed; what they did not write yet, red in its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sakipgen.domain.dataset import MURNI, UNIT_KEPALA
from sakipgen.rekap import BarisIndikator, Kekurangan, RekapNarasi, RekapTahun
from sakipgen.rendering.charts.spek import ChartSpec
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Belum, Blok, Gambar
from sakipgen.rendering.dokumen.teks import kalimat, paragraf
from sakipgen.rendering.kalimat import Kalimat

LEBAR: Final = 85
"""Percent of the page's text that a chart takes."""


def belum(kurang: Iterable[Kekurangan]) -> tuple[Belum, ...]:
    """Returns what is missing as blocks."""
    return tuple(Belum(row.apa, row.penanggung_jawab, str(row.berkas)) for row in kurang)


def setahun_penuh(year: RekapTahun) -> tuple[Belum, ...]:
    """Returns what a year lacks that has not ended; a report of it is never final."""
    if year.setahun.selesai:
        return ()
    apa = f"realisasi sampai akhir tahun {year.tahun}"
    return (Belum(apa, "semua unit kerja", f"data/realisasi/{year.tahun}"),)


def perjanjian(bahan: Bahan, year: RekapTahun) -> tuple[Belum, ...]:
    """Returns what a year lacks in which the Kepala promised nothing."""
    if any(pk.kepala for pk in year.pk):
        return ()
    path = f"data/perjanjian-kinerja/{year.tahun}/{UNIT_KEPALA}/{MURNI}.yaml"
    return (Belum(f"Perjanjian Kinerja tahun {year.tahun}", bahan.rekap.instansi.nama_jabatan("kepala"), path),)


def laporan(narasi: RekapNarasi, isian: str) -> tuple[Blok, ...]:
    """Returns a text of the report itself, or red what is missing, or nothing of what may be left out."""
    written = getattr(narasi.laporan.isi, isian)
    return paragraf(written) if isinstance(written, str) else belum(narasi.kurang_pada(None, isian))


def sasaran(narasi: RekapNarasi, kode: str, *isian: str) -> tuple[Blok, ...]:
    """Returns the same of a sasaran; of several fields all that are written, one after the other."""
    written = narasi.sasaran.get(kode)
    texts = [text for name in isian if written and (text := getattr(written.isi, name))]
    if texts:
        return tuple(blok for text in texts for blok in paragraf(text))
    return belum(narasi.kurang_pada(kode, *isian))


def waktu_data(bahan: Bahan, year: RekapTahun, rows: Sequence[BarisIndikator]) -> str:
    """Returns until when the figures of these rows reach; of rows without any, until when data was looked at."""
    given = any(lap.nilai is not None for row in rows for lap in row.laporan)
    return bahan.konteks.strip(year.setahun, rows).data_sampai if given else bahan.rekap.posisi.sampai.label


def ucapan(said: Iterable[Kalimat]) -> str:
    """Returns sentences as one paragraph."""
    return " ".join(map(str, said))


def gambar(spek: ChartSpec, judul: str, *, keterangan: bool = True) -> tuple[Blok, ...]:
    """Returns a chart with its caption, and above that what it shows and how it is to be read."""
    return (Gambar(spek, judul, lebar=LEBAR, catatan=kalimat(spek.sub) if keterangan else ()),)
