"""What a paper says of one indikator in a period: its figures, the verdict, what its unit wrote, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sakipgen.domain.waktu import JenisPeriode
from sakipgen.rekap import BarisIndikator, BarisTindakLanjut, Laporan, RekapPeriode
from sakipgen.rendering import kalimat, sel_teks
from sakipgen.rendering.cetak import alinea, persen, tanggal
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Belum, Blok, Judul, Lari, Medan, Paragraf
from sakipgen.rendering.dokumen.teks import kalimat as teks
from sakipgen.rendering.dokumen.teks import medan
from sakipgen.rendering.pages.ucapan import ucapkan


def uraian_indikator(bahan: Bahan, prd: RekapPeriode, row: BarisIndikator, tingkat: int) -> tuple[Blok, ...]:
    """Returns the blocks about one indikator, below a heading of its own."""
    return (
        Judul(tingkat, teks(f"{row.kode} {row.indikator.nama}")),
        _angka(prd, row),
        Paragraf(teks(ucapan(bahan, prd, row))),
        *_penjelasan(row),
        *_tindakan(prd, row),
    )


def ucapan(bahan: Bahan, prd: RekapPeriode, row: BarisIndikator) -> str:
    """Returns the verdict on an indikator, as the site says it."""
    targets = bahan.konteks.target.get((prd.periode.tahun, row.kode), ())
    return kalimat.teks(ucapkan(bahan.konteks, row, targets, selesai=prd.selesai))


def _angka(prd: RekapPeriode, row: BarisIndikator) -> Medan:
    hasil = row.hasil
    year = prd.periode.jenis is JenisPeriode.TAHUN
    reached = f"{sel_teks.capaian(row)} ({sel_teks.kategori(row)})" if hasil.capaian else sel_teks.kategori(row)
    return medan(
        ("Satuan", row.indikator.satuan.nama),
        ("Target tahun", sel_teks.target_tahun(row)),
        (f"Target s.d. {prd.periode.label}", None if year else sel_teks.target(row)),
        ("Realisasi", sel_teks.realisasi(row)),
        ("Capaian", reached),
        (
            "Capaian terhadap target tahun",
            None if year or hasil.capaian_tahun is None else persen(hasil.capaian_tahun),
        ),
        ("Penanggung jawab", row.unit.nama),
    )


def _penjelasan(row: BarisIndikator) -> Iterator[Blok]:
    """What the unit wrote with the last figure; what it owes of one below its target stands out."""
    last = laporan_terakhir(row)
    below = row.hasil.capaian is not None and not row.hasil.capaian.tercapai
    if last is None:
        return
    butir = last.butir
    if below and butir.kendala is None:
        yield Belum(f"kendala {row.kode}", row.unit.nama)
    if below and butir.solusi is None:
        yield Belum(f"solusi {row.kode}", row.unit.nama)
    for name, told in (
        ("Faktor pendorong", butir.faktor_pendorong),
        ("Kendala", butir.kendala),
        ("Solusi", butir.solusi),
        ("Catatan", butir.catatan),
    ):
        yield from bernama(name, told)


def laporan_terakhir(row: BarisIndikator) -> Laporan | None:
    """Returns the last report of the period that has a figure."""
    return next((lap for lap in reversed(row.laporan) if lap.nilai is not None), None)


def bernama(nama: str, isi: str | None) -> Iterator[Paragraf]:
    """Yields a long text as paragraphs, its name bold before the first."""
    for n, part in enumerate(alinea(isi or "")):
        yield Paragraf((Lari(f"{nama}. ", tebal=True), Lari(part)) if n == 0 else teks(part))


def _tindakan(prd: RekapPeriode, row: BarisIndikator) -> Iterator[Blok]:
    last = laporan_terakhir(row)
    for action in menurut_indikator(prd.tindak_lanjut, row.kode):
        yield from bernama(
            "Tindak lanjut",
            f"{action.isi.tindakan.rstrip('.')} ({action.unit.nama}, paling lambat {tanggal(action.isi.batas)}).",
        )
    if last and last.butir.tanpa_tindak_lanjut:
        yield from bernama("Tanpa tindak lanjut", last.butir.tanpa_tindak_lanjut)


def menurut_indikator(rows: Iterable[BarisTindakLanjut], kode: str) -> Iterator[BarisTindakLanjut]:
    """Yields the actions that are to mend an indikator."""
    return (row for row in rows if kode in row.isi.indikator)


def tercapai(rows: Sequence[BarisIndikator], *, ya: bool) -> tuple[BarisIndikator, ...]:
    """Returns the rows that are measured and reach their target, or those that do not."""
    return tuple(row for row in rows if row.hasil.capaian is not None and row.hasil.capaian.tercapai is ya)
