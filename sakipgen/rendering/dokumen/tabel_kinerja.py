"""Tables of performance that several papers print: the same rows, the same figures, the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.waktu import JenisPeriode
from sakipgen.rekap import BarisIndikator, BarisKelompok, RekapPeriode, RekapTahun
from sakipgen.rendering import kata_metode, sel_teks
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.teks import baris, kalimat, kelompok, kepala, sel

KANAN, TENGAH = Rata.KANAN, Rata.TENGAH


def capaian_sasaran(year: RekapTahun, prd: RekapPeriode, judul: str) -> Tabel:
    """Returns target, realisasi, capaian and kategori of every sasaran's indikator, with their means."""
    rows: list[Baris] = []
    for group in prd.sasaran:
        rows.append(kelompok(f"{group.kode} {group.uraian}", 7))
        rows += (_capaian(n, row) for n, row in enumerate(group.indikator, 1))
        rows.append(_rerata(f"Capaian sasaran {group.kode}", group))
    whole = prd.perangkat_daerah
    cara = kata_metode.PERANGKAT_DAERAH[year.metode.agregasi_perangkat_daerah]
    rows.append(
        baris(
            sel(f"Capaian perangkat daerah ({cara})", lebar=5, tebal=True),
            sel(sel_teks.capaian_kelompok(whole), tebal=True),
            sel(sel_teks.kategori_kelompok(whole), tebal=True),
            jenis=JenisBaris.JUMLAH,
        )
    )
    return Tabel(
        kolom=_KOLOM,
        kepala=kepala(("No.", "Indikator", "Satuan", _target(prd), "Realisasi", "Capaian", "Kategori")),
        baris=tuple(rows),
        judul=judul,
        catatan=tuple(kalimat(text) for text in catatan_status([r for g in prd.sasaran for r in g.indikator])),
    )


def capaian_indikator(prd: RekapPeriode, rows: Sequence[BarisIndikator], judul: str) -> Tabel:
    """Returns the same of any indikator, without groups."""
    return Tabel(
        kolom=_KOLOM,
        kepala=kepala(("No.", "Indikator", "Satuan", _target(prd), "Realisasi", "Capaian", "Kategori")),
        baris=tuple(_capaian(n, row) for n, row in enumerate(rows, 1)),
        judul=judul,
        catatan=tuple(kalimat(text) for text in catatan_status(rows)),
    )


_KOLOM = (
    Kolom(5, TENGAH),
    Kolom(38),
    Kolom(13),
    Kolom(12, KANAN),
    Kolom(12, KANAN),
    Kolom(11, KANAN),
    Kolom(17),
)


def _target(prd: RekapPeriode) -> str:
    return "Target" if prd.periode.jenis is JenisPeriode.TAHUN else f"Target s.d. {prd.periode.label}"


def _capaian(n: int, row: BarisIndikator) -> Baris:
    return baris(
        str(n),
        f"{row.kode} {row.indikator.nama}",
        row.indikator.satuan.nama,
        sel_teks.target(row),
        sel_teks.realisasi(row),
        sel_teks.capaian(row),
        sel_teks.kategori(row),
    )


def _rerata(nama: str, group: BarisKelompok) -> Baris:
    return baris(
        sel(nama, lebar=5),
        sel_teks.capaian_kelompok(group.hasil),
        sel_teks.kategori_kelompok(group.hasil),
        jenis=JenisBaris.JUMLAH,
    )


def catatan_status(rows: Sequence[BarisIndikator]) -> Iterator[str]:
    """Yields why figures are missing, for those that say so."""
    for row in rows:
        if row.hasil.realisasi is None and row.hasil.alasan:
            yield f"{row.kode}: {row.hasil.alasan}"


def menurut_jenjang(prd: RekapPeriode) -> Iterator[tuple[str, tuple[BarisIndikator, ...]]]:
    """Yields what no sasaran measures, by tujuan, program, kegiatan and sub kegiatan, with their title."""
    shown = {row.kode for group in prd.sasaran for row in group.indikator}
    for group in prd.tujuan:
        rest = tuple(row for row in group.indikator if row.kode not in shown)
        shown |= {row.kode for row in rest}
        if rest:
            yield f"Tujuan {group.kode} {group.uraian}", rest
    names = {row.kode: row.nama for row in prd.anggaran.baris} if prd.anggaran else {}
    found: dict[tuple[int, str], list[BarisIndikator]] = {}
    levels = list(Tingkat)
    for row in prd.indikator:
        if row.kode not in shown:
            found.setdefault((levels.index(row.indikator.tingkat), row.induk), []).append(row)
    for (level, induk), rows in sorted(found.items()):
        yield f"{sel_teks.TINGKAT[levels[level]]} {induk} {names.get(induk, '')}".rstrip(), tuple(rows)
