"""What the rows of the workbooks say in words: how a target is written, why there is no figure, where one stands."""

from __future__ import annotations

from typing import Final

from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.realisasi import CapaianDinyatakan
from sakipgen.rekap import BarisIndikator, BarisTarget
from sakipgen.rendering import sel_teks
from sakipgen.rendering.kata_status import TANDA

PERSEN: Final = "#,##0.00"
RUPIAH: Final = '"Rp"#,##0'


def format_angka(indikator: Indikator) -> str:
    """Returns how many decimals a figure of an indikator shows; the figure itself keeps all of them."""
    places = f".{'0' * indikator.desimal}" if indikator.desimal else ""
    return f'"Rp"#,##0{places}' if indikator.satuan.tipe is TipeSatuan.RUPIAH else f"#,##0{places}"


def bertulis(row: BarisIndikator) -> bool:
    """Whether its figure is also said otherwise than by a number."""
    return row.indikator.skala is not None or row.indikator.satuan.tipe in _TERTULIS


_TERTULIS: Final = frozenset({TipeSatuan.PREDIKAT, TipeSatuan.TANGGAL, TipeSatuan.YA_TIDAK})


def target_tertulis(row: BarisIndikator) -> str:
    """The target as its document says it, where that is more than a number."""
    hasil = row.hasil
    plain = hasil.tanda_target.target is None and row.predikat_target is None
    if hasil.target is None or (plain and row.indikator.satuan.tipe not in _TERTULIS):
        return ""
    shown = sel_teks.target(row)
    return f"{row.predikat_target} ({shown})" if row.predikat_target and row.predikat_target != shown else shown


def target_dokumen(indikator: Indikator, target: BarisTarget) -> str | None:
    """Returns a target as its document writes it; None of a plain number."""
    shape = target.bentuk
    plain = not (shape.tanda or shape.predikat or shape.tanggal or shape.terpenuhi or shape.tahapan)
    return None if plain else sel_teks.janji(indikator, target)


def sumber(row: BarisIndikator) -> str:
    """Where the figures stand; of many the last."""
    places = [f"{r.berkas}:{r.baris}" for r in row.rujukan]
    if len(places) <= _SUMBER_TERBANYAK:
        return "\n".join(places)
    return f"{places[-1]}\ndan {len(places) - 1} lainnya"


_SUMBER_TERBANYAK: Final = 2


def keterangan(row: BarisIndikator) -> str:
    """Why there is no capaian, how a figure is marked, and what was noted beside it."""
    hasil = row.hasil
    parts = [] if hasil.capaian else [sel_teks.kategori(row)]
    parts += [hasil.alasan] if hasil.alasan else []
    parts += [TANDA[mark] for mark in hasil.tanda]
    if hasil.realisasi is not None and not hasil.terukur.lengkap:
        parts.append(f"{hasil.terukur.ada} dari {hasil.terukur.dari} periode dilaporkan")
    parts += [] if row.terhitung else ["tidak dihitung dalam rata-rata: baru dijanjikan PK sesudahnya"]
    parts += [one.butir.catatan for one in row.laporan[-1:] if one.butir.catatan]
    parts += [f"capaian dinyatakan: {said.alasan}" for said in _dinyatakan(row)]
    return "; ".join(parts)


def _dinyatakan(row: BarisIndikator) -> list[CapaianDinyatakan]:
    if row.hasil.dinyatakan is None:
        return []
    return [one.butir.capaian_dinyatakan for one in row.laporan if one.butir.capaian_dinyatakan][-1:]
