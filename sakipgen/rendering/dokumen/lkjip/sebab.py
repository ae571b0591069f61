"""Why a sasaran came out as it did, as its units reported, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sakipgen.domain.tindak_lanjut import AsalTindakLanjut, StatusTindakLanjut
from sakipgen.rekap import BarisIndikator, BarisTindakLanjut, Laporan, RekapTahun
from sakipgen.rendering.cetak import persen, tanggal
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.teks import baris, kelompok, kepala, sel_panjang
from sakipgen.rendering.kata_tindak_lanjut import KEADAAN
from sakipgen.rendering.pages.konteks import label
from sakipgen.rendering.pages.tindak_lanjut import ASAL


def dilaporkan(year: RekapTahun, rows: Sequence[BarisIndikator], judul: str) -> Tabel | None:
    """Returns what units wrote to their figures, by indikator and period; None where nobody wrote anything."""
    found: list[Baris] = []
    for row in rows:
        reports = [lap for lap in year.laporan_menurut_kode.get(row.kode, {}).values() if _berisi(lap)]
        if reports:
            found.append(kelompok(f"{row.kode} {row.indikator.nama}", 3))
            found += (_laporan(lap) for lap in reports)
    if not found:
        return None
    return Tabel(
        kolom=(Kolom(15), Kolom(45), Kolom(40)),
        kepala=kepala(("Periode", "Pendorong dan kendala", "Upaya yang dilakukan")),
        baris=tuple(found),
        judul=judul,
        kecil=True,
    )


def _berisi(lap: Laporan) -> bool:
    butir = lap.butir
    return any((butir.faktor_pendorong, butir.kendala, butir.solusi, butir.tanpa_tindak_lanjut))


def _laporan(lap: Laporan) -> Baris:
    butir = lap.butir
    return baris(
        lap.periode.label_pendek,
        sel_panjang(("Pendorong", butir.faktor_pendorong), ("Kendala", butir.kendala)),
        sel_panjang(("", butir.solusi), ("Tanpa tindak lanjut", butir.tanpa_tindak_lanjut)),
    )


def tindakan(bahan: Bahan, year: RekapTahun, kode: Iterable[str]) -> tuple[BarisTindakLanjut, ...]:
    """Returns the actions that the year's evaluations led to for some indikator, each once."""
    found = (row for k in kode for row in bahan.konteks.tindak_lanjut.get(k, ()) if row.periode.tahun == year.tahun)
    return tuple({row.kode: row for row in found}.values())


def tabel_tindakan(rows: Sequence[BarisTindakLanjut], judul: str) -> Tabel | None:
    """Returns actions with owner, day and state; None without any."""
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(13), Kolom(39), Kolom(21), Kolom(12, Rata.TENGAH), Kolom(15)),
        kepala=kepala(("Kode", "Tindakan", "Penanggung jawab", "Batas", "Keadaan")),
        baris=tuple(
            baris(row.kode, sel_panjang(("", row.isi.tindakan)), row.unit.nama, tanggal(row.isi.batas), _keadaan(row))
            for row in rows
        ),
        judul=judul,
        kecil=True,
    )


def _keadaan(row: BarisTindakLanjut) -> str:
    if row.status is StatusTindakLanjut.SELESAI and row.isi.selesai:
        return f"selesai {tanggal(row.isi.selesai)}"
    late = f" {row.hari_terlambat} hari" if row.hari_terlambat else ""
    return f"{KEADAAN[row.status]}{late}, kemajuan {persen(row.kemajuan, 0)}"


def rekomendasi(rows: Sequence[BarisTindakLanjut]) -> tuple[BarisTindakLanjut, ...]:
    """Returns those that an evaluation of SAKIP asked for."""
    return tuple(row for row in rows if row.isi.asal is AsalTindakLanjut.REKOMENDASI_LHE)


def semua(rows: Sequence[BarisTindakLanjut], judul: str) -> Tabel | None:
    """Returns every action with what led to it and what shows how far it came; None without any."""
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(13), Kolom(19), Kolom(32), Kolom(19), Kolom(12, Rata.TENGAH), Kolom(30)),
        kepala=kepala(("Kode", "Asal", "Tindakan", "Penanggung jawab", "Batas", "Keadaan")),
        baris=tuple(
            baris(
                row.kode,
                f"{ASAL[row.isi.asal]}, {label(row.periode)}",
                sel_panjang(("", row.isi.tindakan)),
                row.unit.nama,
                tanggal(row.isi.batas),
                sel_panjang(("", _keadaan(row)), *_terakhir(row)),
            )
            for row in rows
        ),
        judul=judul,
        kecil=True,
    )


def _terakhir(row: BarisTindakLanjut) -> Iterator[tuple[str, str]]:
    """The evidence of a closed action; of an open one what was done last."""
    if not row.terbuka:
        yield "Bukti", "; ".join(one.bukti.judul for one in row.bukti)
    elif row.isi.kemajuan:
        yield "Kemajuan", row.isi.kemajuan[-1].uraian
