"""Tables of money that several papers print."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from sakipgen.measuring.anggaran import HasilAnggaran, TingkatAnggaran
from sakipgen.rekap import BarisAnggaran, RekapAnggaran
from sakipgen.rendering.cetak import angka, persen
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kepala, sel

_KANAN = Rata.KANAN


def rupiah(nilai: Decimal | None) -> str:
    """Returns an amount for a column that says Rp once, in its head."""
    return KOSONG if nilai is None else angka(nilai, 0)


def serapan(nilai: Decimal | None) -> str:
    return KOSONG if nilai is None else persen(nilai)


def realisasi_anggaran(uang: RekapAnggaran, judul: str, tingkat: Collection[TingkatAnggaran]) -> Tabel:
    """Returns pagu, realisasi, serapan and what is left of programs down to the levels that are named."""
    shown = [row for row in uang.baris if row.hasil.tingkat in tingkat]
    return Tabel(
        kolom=(Kolom(15), Kolom(39), Kolom(16, _KANAN), Kolom(16, _KANAN), Kolom(10, _KANAN), Kolom(16, _KANAN)),
        kepala=kepala(("Kode", "Program, kegiatan, sub kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "%", "Sisa (Rp)")),
        baris=(*map(_baris, shown), _jumlah(uang.hasil.jumlah)),
        judul=judul,
        catatan=(kalimat(f"Sumber: {sumber(uang)}."),),
    )


def _baris(row: BarisAnggaran) -> Baris:
    top = row.hasil.tingkat is TingkatAnggaran.PROGRAM
    return baris(row.kode, row.nama, *_angka(row.hasil), jenis=JenisBaris.KELOMPOK if top else JenisBaris.ISI)


def _jumlah(hasil: HasilAnggaran) -> Baris:
    return baris(sel("Jumlah", lebar=2), *_angka(hasil), jenis=JenisBaris.JUMLAH)


def _angka(hasil: HasilAnggaran) -> tuple[str, str, str, str]:
    return rupiah(hasil.pagu), rupiah(hasil.realisasi), serapan(hasil.serapan), rupiah(hasil.sisa)


def sumber(uang: RekapAnggaran) -> str:
    """Returns which papers say these amounts."""
    pagu = uang.program.perubahan.sumber if uang.program.perubahan else uang.program.sumber
    return f"{pagu}, {uang.laporan.sumber}" if uang.laporan else pagu
