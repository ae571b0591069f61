"""Tables of money that several papers print."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Final

from sakipgen.measuring.anggaran import HasilAnggaran, TingkatAnggaran
from sakipgen.rekap import BarisAnggaran, RekapAnggaran, RekapPeriode
from sakipgen.rendering.cetak import angka, persen
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kepala, sel

_KANAN = Rata.KANAN
_RINGKAS: Final = frozenset({TingkatAnggaran.PROGRAM, TingkatAnggaran.KEGIATAN})
_TINGKAT: Final = {
    TingkatAnggaran.PROGRAM: "Program",
    TingkatAnggaran.KEGIATAN: "kegiatan",
    TingkatAnggaran.SUB_KEGIATAN: "sub kegiatan",
}


def rupiah(nilai: Decimal | None) -> str:
    """Returns an amount for a column that says Rp once, in its head."""
    return KOSONG if nilai is None else angka(nilai, 0)


def bertanda(nilai: Decimal, desimal: int = 0) -> str:
    """Returns a difference with its sign; one that no printed digit shows has none."""
    text = angka(nilai, desimal)
    return f"+{text}" if nilai > 0 and text.strip("0,") else text


def serapan(nilai: Decimal | None) -> str:
    return KOSONG if nilai is None else persen(nilai)


def realisasi_anggaran(uang: RekapAnggaran, judul: str, tingkat: Collection[TingkatAnggaran]) -> Tabel:
    """Returns pagu, realisasi, serapan and what is left of programs down to the levels that are named.

    A kegiatan is bold above its sub kegiatan.
    """
    shown = [row for row in uang.baris if row.hasil.tingkat in tingkat]
    bold = {TingkatAnggaran.KEGIATAN} if TingkatAnggaran.SUB_KEGIATAN in tingkat else set()
    return Tabel(
        kolom=(Kolom(19), Kolom(37), Kolom(15, _KANAN), Kolom(15, _KANAN), Kolom(9, _KANAN), Kolom(15, _KANAN)),
        kepala=kepala(("Kode", _tingkat(tingkat), "Pagu (Rp)", "Realisasi (Rp)", "%", "Sisa (Rp)")),
        baris=(*(_baris(row, tebal=row.hasil.tingkat in bold) for row in shown), _jumlah(uang.hasil.jumlah)),
        judul=judul,
        catatan=(kalimat(f"Sumber: {sumber(uang)}."),),
        kecil=True,
    )


def anggaran_sasaran(prd: RekapPeriode, uang: RekapAnggaran, judul: str) -> Tabel:
    """Returns first pagu, pagu in force, realisasi and serapan of each sasaran, by the shares of its programs."""
    return Tabel(
        kolom=(Kolom(8), Kolom(34), *(Kolom(19, _KANAN),) * 3, Kolom(12, _KANAN)),
        kepala=kepala(("Kode", "Sasaran", "Pagu awal (Rp)", "Pagu berlaku (Rp)", "Realisasi (Rp)", "%")),
        baris=(
            *(baris(row.kode, row.uraian, *_pagu(row.uang)) for row in prd.sasaran),
            baris(sel("Jumlah", lebar=2), *_pagu(uang.hasil.jumlah), jenis=JenisBaris.JUMLAH),
        ),
        judul=judul,
        catatan=(kalimat(f"Sumber: {sumber(uang)}."),),
    )


def anggaran_periode(prd: RekapPeriode, uang: RekapAnggaran) -> tuple[Tabel, Tabel]:
    """Returns the money of a period by sasaran, and by program and kegiatan."""
    when = prd.periode.label
    return (
        anggaran_sasaran(prd, uang, f"Anggaran menurut sasaran sampai {when}"),
        realisasi_anggaran(uang, f"Anggaran menurut program dan kegiatan sampai {when}", _RINGKAS),
    )


def _tingkat(tingkat: Collection[TingkatAnggaran]) -> str:
    """The head of a column that names these levels."""
    return ", ".join(words for level, words in _TINGKAT.items() if level in tingkat)


def _pagu(hasil: HasilAnggaran | None) -> tuple[str, str, str, str]:
    if hasil is None:
        return KOSONG, KOSONG, KOSONG, KOSONG
    return rupiah(hasil.pagu_murni), rupiah(hasil.pagu), rupiah(hasil.realisasi), serapan(hasil.serapan)


def _baris(row: BarisAnggaran, *, tebal: bool) -> Baris:
    top = row.hasil.tingkat is TingkatAnggaran.PROGRAM
    named = (sel(text, tebal=tebal) for text in (row.kode, row.nama))
    return baris(*named, *_angka(row.hasil), jenis=JenisBaris.KELOMPOK if top else JenisBaris.ISI)


def _jumlah(hasil: HasilAnggaran) -> Baris:
    return baris(sel("Jumlah", lebar=2), *_angka(hasil), jenis=JenisBaris.JUMLAH)


def _angka(hasil: HasilAnggaran) -> tuple[str, str, str, str]:
    return rupiah(hasil.pagu), rupiah(hasil.realisasi), serapan(hasil.serapan), rupiah(hasil.sisa)


def sumber(uang: RekapAnggaran) -> str:
    """Returns which papers say these amounts: the one that changed the pagu only where it is in force."""
    changed = any(row.sumber_pagu and row.sumber_pagu.loc[-1] == "perubahan" for row in uang.hasil.baris)
    pagu = uang.program.perubahan.sumber if uang.program.perubahan and changed else uang.program.sumber
    return f"{pagu}, {uang.laporan.sumber}" if uang.laporan else pagu
