"""Tables of performance that several papers print: the same rows, the same figures, the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.waktu import JenisPeriode
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import BarisIndikator, BarisKelompok, RekapPeriode, RekapTahun
from sakipgen.rendering import kata_metode, sel_teks
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.teks import baris, kalimat, kelompok, kepala, sel

KANAN, TENGAH = Rata.KANAN, Rata.TENGAH


def capaian_sasaran(year: RekapTahun, prd: RekapPeriode, judul: str) -> Tabel:
    """Returns target, realisasi, capaian and kategori of every sasaran's indikator, with their means."""
    cara = kata_metode.PERANGKAT_DAERAH[year.metode.agregasi_perangkat_daerah]
    total = rerata(f"Capaian perangkat daerah ({cara})", prd.perangkat_daerah, tebal=True)
    return _tabel(prd, (*_berkelompok("Capaian sasaran", prd.sasaran), total), judul, _anggota(prd.sasaran))


def capaian_tujuan(prd: RekapPeriode, judul: str) -> Tabel:
    """Returns the same of every tujuan that has indikator."""
    groups = [group for group in prd.tujuan if group.indikator]
    return _tabel(prd, tuple(_berkelompok("Capaian tujuan", groups)), judul, _anggota(groups))


def capaian_indikator(prd: RekapPeriode, rows: Sequence[BarisIndikator], judul: str) -> Tabel:
    """Returns the same of any indikator, without groups."""
    return _tabel(prd, tuple(_capaian(n, row) for n, row in enumerate(rows, 1)), judul, rows)


def capaian_jenjang(prd: RekapPeriode) -> tuple[Tabel, ...]:
    """Returns the same of programs, kegiatan and sub kegiatan: a table for each level that has indikator.

    What is measured by more than one indikator, or is a program or kegiatan, has its mean.
    """
    money = {row.kode: row for row in prd.anggaran.baris} if prd.anggaran else {}
    found: list[Tabel] = []
    for level in (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN):
        rows = [row for row in prd.indikator if row.indikator.tingkat is level]
        isi: list[Baris] = []
        for induk in sorted({row.induk for row in rows}):
            own = [row for row in rows if row.induk == induk]
            isi.append(kelompok(f"{induk} {money[induk].nama if induk in money else ''}".rstrip(), len(_KOLOM)))
            isi += (_capaian(n, row) for n, row in enumerate(own, 1))
            if induk in money and (len(own) > 1 or level is not Tingkat.SUB_KEGIATAN):
                isi.append(rerata(f"Rata-rata {induk}", money[induk].kinerja))
        if isi:
            title = f"Capaian {sel_teks.TINGKAT[level].lower()} {prd.periode.label}"
            found.append(_tabel(prd, tuple(isi), title, rows))
    return tuple(found)


def _tabel(prd: RekapPeriode, isi: tuple[Baris, ...], judul: str, rows: Sequence[BarisIndikator]) -> Tabel:
    return Tabel(
        kolom=_KOLOM,
        kepala=kepala(("No.", "Indikator", "Satuan", _target(prd), "Realisasi", "Capaian", "Kategori")),
        baris=isi,
        judul=judul,
        catatan=tuple(kalimat(text) for text in catatan_status(rows)),
    )


def _berkelompok(kata: str, groups: Sequence[BarisKelompok]) -> Iterator[Baris]:
    for group in groups:
        yield kelompok(f"{group.kode} {group.uraian}", len(_KOLOM))
        yield from (_capaian(n, row) for n, row in enumerate(group.indikator, 1))
        yield rerata(f"{kata} {group.kode}", group.hasil)


def _anggota(groups: Sequence[BarisKelompok]) -> list[BarisIndikator]:
    return [row for group in groups for row in group.indikator]


_KOLOM = (
    Kolom(6, TENGAH),
    Kolom(33),
    Kolom(12),
    Kolom(16, KANAN),
    Kolom(13, KANAN),
    Kolom(12, KANAN),
    Kolom(17),
)


def _target(prd: RekapPeriode) -> str:
    if prd.periode.jenis is JenisPeriode.TAHUN:
        return "Target" if prd.selesai else "Target sampai saat ini"
    return f"Target s.d. {prd.periode.label}"


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


def rerata(nama: str, hasil: HasilKelompok, *, tebal: bool = False) -> Baris:
    """Returns the mean of a group below seven columns; where it cannot be concluded, why, over the last two."""
    name = sel(nama, lebar=5, rata=Rata.KIRI, tebal=tebal)
    said = sel_teks.kategori_kelompok(hasil)
    if hasil.capaian is None or hasil.kelas is None:
        return baris(name, sel(said, lebar=2, rata=Rata.KIRI, tebal=tebal), jenis=JenisBaris.JUMLAH)
    mean = sel(sel_teks.capaian_kelompok(hasil), tebal=tebal)
    return baris(name, mean, sel(said, tebal=tebal), jenis=JenisBaris.JUMLAH)


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
