"""Kertas kerja pengukuran of one period, as `sakipgen ukur` shows it: table for the terminal, JSON, CSV.

JSON and CSV carry raw figures; `capaian_cetak` and the table are rounded once, half up, from the raw figure.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sakipgen.diagnostics import SakipgenError
from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import HasilKelompok
from sakipgen.rekap import BarisIndikator, Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering import kata_metode, sel_teks
from sakipgen.rendering.cetak import angka, persen, tanggal
from sakipgen.rendering.datajson import dumps
from sakipgen.rendering.kolom import KERTAS_KERJA
from sakipgen.rendering.opendata import render_csv as write_csv
from sakipgen.rendering.tabel import Baris as BarisCsv

VERSI: Final = 1
LEBAR: Final = 110
"""The widest line of the table, unless its figures alone ask for more."""


def render_json(rekap: Rekapitulasi, tahun: int, periode: Periode | None = None) -> str:
    """Returns the sheet as JSON; without a period the rows of the year."""
    year, sheet = bagian(rekap, tahun, periode)
    whole = sheet.perangkat_daerah
    content = {
        "versi": VERSI,
        "per_tanggal": rekap.posisi.per_tanggal,
        "tahun": year.tahun,
        "metode": year.metode.nama,
        "indikator": [_json_indikator(row) for row in sheet.indikator],
        "sasaran": [{"kode": row.kode, "periode": sheet.periode, **_json_kelompok(row.hasil)} for row in sheet.sasaran],
        "perangkat_daerah": {**_json_kelompok(whole), "cara": year.metode.agregasi_perangkat_daerah},
    }
    return dumps(content)


def _json_indikator(row: BarisIndikator) -> dict[str, object]:
    hasil = row.hasil
    capaian = hasil.capaian
    return {
        "kode": row.kode,
        "periode": hasil.periode,
        "target": hasil.target,
        "realisasi": hasil.realisasi,
        "capaian_mentah": capaian.mentah if capaian else None,
        "capaian": capaian.capaian if capaian else None,
        "capaian_agregat": capaian.agregat if capaian else None,
        "capaian_cetak": angka(capaian.capaian, 2) if capaian else None,
        "capaian_tahun": hasil.capaian_tahun,
        "kategori": capaian.kelas.label if capaian else None,
        "tercapai": capaian.tercapai if capaian else None,
        "status": hasil.status,
        "terukur": [hasil.terukur.ada, hasil.terukur.dari],
        "sumber": {"berkas": row.rujukan[-1].berkas, "baris": row.rujukan[-1].baris} if row.rujukan else None,
    }


def _json_kelompok(hasil: HasilKelompok) -> dict[str, object]:
    return {
        "capaian": hasil.capaian,
        "capaian_cetak": None if hasil.capaian is None else angka(hasil.capaian, 2),
        "kategori": hasil.kelas.label if hasil.kelas else None,
        "terukur": [hasil.terukur.ada, hasil.terukur.dari],
    }


def render_csv(rekap: Rekapitulasi, tahun: int, periode: Periode | None = None) -> str:
    """Returns the same rows flat; `jenis` says what a row is about."""
    year, sheet = bagian(rekap, tahun, periode)
    groups = [("sasaran", row.kode, row.hasil, None) for row in sheet.sasaran]
    cara = year.metode.agregasi_perangkat_daerah
    rows: list[BarisCsv] = [_csv_indikator(row) for row in sheet.indikator]
    for jenis, kode, hasil, how in (*groups, ("perangkat_daerah", None, sheet.perangkat_daerah, cara)):
        shown = None if hasil.capaian is None else angka(hasil.capaian, 2)
        label = hasil.kelas.label if hasil.kelas else None
        figures = (None, None, None, hasil.capaian, None, shown, None, label, None, None)
        measured = (hasil.terukur.ada, hasil.terukur.dari)
        rows.append((jenis, kode, str(sheet.periode), *figures, *measured, how, None, None))
    return "".join(write_csv(KERTAS_KERJA.kolom, rows))


def _csv_indikator(row: BarisIndikator) -> BarisCsv:
    hasil = row.hasil
    capaian = hasil.capaian
    return (
        "indikator",
        row.kode,
        str(hasil.periode),
        hasil.target,
        hasil.realisasi,
        capaian.mentah if capaian else None,
        capaian.capaian if capaian else None,
        capaian.agregat if capaian else None,
        angka(capaian.capaian, 2) if capaian else None,
        hasil.capaian_tahun,
        capaian.kelas.label if capaian else None,
        capaian.tercapai if capaian else None,
        hasil.status,
        hasil.terukur.ada,
        hasil.terukur.dari,
        None,
        str(row.rujukan[-1].berkas) if row.rujukan else None,
        row.rujukan[-1].baris if row.rujukan else None,
    )


def bagian(rekap: Rekapitulasi, tahun: int, periode: Periode | None) -> tuple[RekapTahun, RekapPeriode]:
    """Returns a year and one of its periods, without one the year itself; raises where the data has none."""
    year = next((row for row in rekap.tahun if row.tahun == tahun), None)
    sheet = year.pada(periode or Periode(tahun, "tahunan")) if year else None
    if year is None or sheet is None:
        raise SakipgenError(f"Periode {periode or tahun} tidak ada dalam rekapitulasi.")
    return year, sheet


# ── Terminal ──


@dataclass(frozen=True, slots=True)
class Kelompok:
    """A heading, its rows, and the line that closes it."""

    judul: str
    baris: tuple[BarisIndikator, ...]
    penutup: str | None = None


_KEPALA: Final = ("Kode", "Indikator", "Satuan", "Target", "Realisasi", "Capaian", "Kategori / status")
_RATA: Final[tuple[Callable[[str, int], str], ...]] = (*(str.ljust,) * 3, *(str.rjust,) * 3, str.ljust)
_SEMPIT: Final = 16
"""The narrowest column of names."""


def render_tabel(rekap: Rekapitulasi, tahun: int, periode: Periode | None = None) -> str:
    """Returns the sheet for a terminal, at most `LEBAR` columns wide."""
    year, sheet = bagian(rekap, tahun, periode)
    groups = [group for group in kelompok(sheet) if group.baris]
    cells = [[_cells(row) for row in group.baris] for group in groups]
    widths = _widths([_KEPALA, *(row for rows in cells for row in rows)])
    instansi = rekap.instansi
    lines = [
        "KERTAS KERJA PENGUKURAN KINERJA",
        f"{instansi.perangkat_daerah.nama} {instansi.daerah}",
        f"{sheet.periode.label}, data per {tanggal(rekap.posisi.per_tanggal)}"
        + ("" if sheet.selesai else " (periode belum berakhir)"),
        "",
        *_line(_KEPALA, widths),
        "─" * (sum(widths) + 2 * len(widths) - 2),
    ]
    for group, rows in zip(groups, cells, strict=True):
        lines += ["", *textwrap.wrap(group.judul, LEBAR, subsequent_indent="  ")]
        lines += [line for row in rows for line in _line(row, widths)]
        lines += textwrap.wrap(group.penutup, LEBAR) if group.penutup else []
    lines += ["", *_footer(year, sheet)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def kelompok(sheet: RekapPeriode) -> Iterator[Kelompok]:
    """Sasaran by sasaran, then what only a tujuan, program, kegiatan or sub kegiatan measures."""
    shown: set[str] = set()
    for sasaran in sheet.sasaran:
        shown |= {row.kode for row in sasaran.indikator}
        closing = f"Sasaran {sasaran.kode}: {_simpulan(sasaran.hasil)}"
        yield Kelompok(f"Sasaran {sasaran.kode}: {sasaran.uraian}", sasaran.indikator, closing)
    for tujuan in sheet.tujuan:
        rest = tuple(row for row in tujuan.indikator if row.kode not in shown)
        shown |= {row.kode for row in rest}
        yield Kelompok(f"Tujuan {tujuan.kode}: {tujuan.uraian}", rest)
    names = {row.kode: row.nama for row in sheet.anggaran.baris} if sheet.anggaran else {}
    others = [row for row in sheet.indikator if row.kode not in shown]
    levels = list(Tingkat)
    others.sort(key=lambda row: (levels.index(row.indikator.tingkat), row.induk))
    for (tingkat, induk), rows in groupby(others, key=lambda row: (row.indikator.tingkat, row.induk)):
        title = f"{sel_teks.TINGKAT[tingkat]} {induk}".rstrip()
        yield Kelompok(f"{title}: {names[induk]}" if induk in names else title, tuple(rows))


def _cells(row: BarisIndikator) -> tuple[str, ...]:
    return (
        row.kode,
        row.indikator.nama,
        row.indikator.satuan.nama,
        sel_teks.target(row),
        sel_teks.realisasi(row),
        sel_teks.capaian(row),
        sel_teks.kategori(row),
    )


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """As wide as the figures ask; words share what is left, names first."""
    widest = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    widest[0], widest[2], widest[6] = min(widest[0], 18), min(widest[2], 12), min(widest[6], 23)
    spare = LEBAR - 2 * (len(widest) - 1) - sum(widest) + widest[1]
    widest[1] = min(widest[1], max(spare, _SEMPIT))
    return widest


def _line(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The row as lines: what is too long for its column goes on below, figures stay on the first line."""
    parts = [textwrap.wrap(cell, width) or [""] for cell, width in zip(cells, widths, strict=True)]
    return [
        "  ".join(
            align(part[i] if i < len(part) else "", width)
            for part, width, align in zip(parts, widths, _RATA, strict=True)
        )
        for i in range(max(map(len, parts)))
    ]


def _simpulan(hasil: HasilKelompok) -> str:
    counted = f"{hasil.terukur.ada} dari {hasil.terukur.dari} indikator terukur"
    if hasil.capaian is None or hasil.kelas is None:
        return f"belum dapat disimpulkan, {counted}"
    return f"{persen(hasil.capaian)} ({hasil.kelas.label}), {counted}"


def _footer(year: RekapTahun, sheet: RekapPeriode) -> Iterator[str]:
    cara = kata_metode.PERANGKAT_DAERAH[year.metode.agregasi_perangkat_daerah]
    yield from textwrap.wrap(f"Perangkat daerah ({cara}): {_simpulan(sheet.perangkat_daerah)}", LEBAR)
    yield from textwrap.wrap(f"Metode: {year.metode.nama}", LEBAR, subsequent_indent="  ")
