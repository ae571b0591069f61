"""Bab III.A before its sasaran: all of them beside other years and the Renstra's end; programs and kegiatan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sakipgen.domain.anggaran import kode_di_atas
from sakipgen.domain.indikator import Tingkat
from sakipgen.measuring.hasil import Jenjang
from sakipgen.rekap import BarisIndikator, BarisKelompok, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Sel, Tabel
from sakipgen.rendering.dokumen.lkjip import prosa
from sakipgen.rendering.dokumen.lkjip.perbandingan import catatan_putus, kemajuan, target_akhir
from sakipgen.rendering.dokumen.tabel_kinerja import capaian_indikator, capaian_tujuan
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kelompok, kepala, sel
from sakipgen.rendering.pages.kelompok import tampil
from sakipgen.rendering.pages.konteks import waktu

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH
TAHUN_LALU = 2
"""So many earlier years stand at the left."""


def tujuan(year: RekapTahun) -> Tabel | None:
    """Returns the capaian of every tujuan; None where no tujuan has an indikator."""
    prd = year.setahun
    if not any(group.indikator for group in prd.tujuan):
        return None
    return capaian_tujuan(prd, f"Capaian tujuan tahun {year.tahun}")


def putusan_tujuan(bahan: Bahan, year: RekapTahun) -> str:
    """Returns the verdict on every tujuan that has an indikator."""
    prd = year.setahun
    return prosa.ucapan(
        tampil(
            bahan.konteks,
            group,
            Jenjang.TUJUAN,
            subjek=f"{waktu(prd, prosa.waktu_data(bahan, year, group.indikator))} tujuan {group.kode}",
        ).putusan
        for group in prd.tujuan
        if group.indikator
    )


def lintas_tahun(bahan: Bahan, year: RekapTahun) -> Tabel | None:
    """Returns every sasaran's indikator: earlier years at the left, the Renstra's end at the right; None alone."""
    before = [y for y in bahan.rekap.tahun if y.tahun < year.tahun][-TAHUN_LALU:]
    end = year.renstra.tahun_akhir if year.renstra else None
    if not before and end is None:
        return None
    rows = [line for group in year.setahun.sasaran for line in _sasaran(bahan, year, before, group)]
    return Tabel(
        kolom=(
            Kolom(30),
            *(Kolom(12, _KANAN) for _ in before for _ in range(2)),
            *(Kolom(12, _KANAN) for _ in range(3)),
            *((Kolom(12, _KANAN), Kolom(13, _KANAN)) if end else ()),
        ),
        kepala=kepala(
            (
                sel("Indikator", rata=_TENGAH, tinggi=2),
                *(sel(f"Tahun {y.tahun}", rata=_TENGAH, lebar=2) for y in before),
                sel(f"Tahun {year.tahun}", rata=_TENGAH, lebar=3),
                *((sel(f"Akhir Renstra ({end})", rata=_TENGAH, lebar=2),) if end else ()),
            ),
            (
                *(word for _ in before for word in ("Realisasi", "Capaian")),
                *("Target", "Realisasi", "Capaian"),
                *(("Target", "Tingkat kemajuan") if end else ()),
            ),
        ),
        baris=(*rows, _semua(year, before, ekor=end is not None)),
        judul=f"Kinerja tahun {year.tahun} dibanding tahun sebelumnya dan akhir Renstra",
        catatan=catatan_putus(
            (row for group in year.setahun.sasaran for row in group.indikator),
            min([year.tahun, *(y.tahun for y in before)]),
            max(year.tahun, end or 0),
        ),
        kecil=True,
    )


def _sasaran(bahan: Bahan, year: RekapTahun, before: Sequence[RekapTahun], group: BarisKelompok) -> Iterator[Baris]:
    ekor = year.renstra is not None
    yield kelompok(f"{group.kode} {group.uraian}", 4 + 2 * len(before) + 2 * ekor)
    for row in group.indikator:
        yield baris(
            f"{row.kode} {row.indikator.nama} ({row.indikator.satuan.nama})",
            *_lalu(before, row),
            sel_teks.target(row),
            sel_teks.realisasi(row),
            sel_teks.capaian(row),
            *((target_akhir(bahan, year, row), kemajuan(year, row)) if ekor else ()),
        )
    known = [next((g.hasil for g in y.setahun.sasaran if g.kode == group.kode), None) for y in before]
    means = [sel_teks.capaian_kelompok(hasil) if hasil else KOSONG for hasil in known]
    yield _rerata(f"Capaian sasaran {group.kode}", means, sel_teks.capaian_kelompok(group.hasil), ekor=ekor)


def _lalu(before: Sequence[RekapTahun], row: BarisIndikator) -> Iterator[str]:
    for year in before:
        found = year.setahun.menurut_kode.get(row.kode)
        yield sel_teks.realisasi(found) if found else KOSONG
        yield sel_teks.capaian(found) if found else KOSONG


def _semua(year: RekapTahun, before: Sequence[RekapTahun], *, ekor: bool) -> Baris:
    means = [sel_teks.capaian_kelompok(y.setahun.perangkat_daerah) for y in before]
    return _rerata(
        "Capaian perangkat daerah", means, sel_teks.capaian_kelompok(year.setahun.perangkat_daerah), ekor=ekor
    )


def _rerata(nama: str, lalu: Sequence[str], kini: str, *, ekor: bool) -> Baris:
    """Means under their columns of capaian, and nothing under the others."""
    empty: Sel = sel("")
    return baris(
        sel(nama, rata=Rata.KIRI),
        *(cell for mean in lalu for cell in (empty, mean)),
        *(empty, empty, kini),
        *((empty, empty) if ekor else ()),
        jenis=JenisBaris.JUMLAH,
    )


def program(year: RekapTahun) -> Tabel | None:
    """Returns the indikator of programs and kegiatan, each program with its own and those below it; None of none."""
    prd = year.setahun
    names = {row.kode: row.nama for row in prd.anggaran.baris if row.induk is None} if prd.anggaran else {}
    rows = sorted(
        (row for row in prd.indikator if row.indikator.tingkat in {Tingkat.PROGRAM, Tingkat.KEGIATAN}),
        key=lambda row: (row.induk, row.kode),
    )
    if not rows:
        return None
    plain = capaian_indikator(prd, rows, f"Capaian indikator program dan kegiatan tahun {year.tahun}")
    lines: list[Baris] = []
    root = None
    for row, line in zip(rows, plain.baris, strict=True):
        if (found := _program(row, names)) != root:
            root = found
            lines.append(kelompok(f"{root} {names.get(root, '')}".rstrip(), len(plain.kolom)))
        lines.append(line)
    return replace(plain, baris=tuple(lines), kecil=True)


def _program(row: BarisIndikator, program: Collection[str]) -> str:
    """The program that an indikator belongs to; where the programs are not known, what it measures itself."""
    return next((kode for kode in (row.induk, *kode_di_atas(row.induk)) if kode in program), row.induk)
