"""Money of a year: by program, by sasaran, and against what it brought."""

from __future__ import annotations

from collections.abc import Iterator

from sakipgen.measuring.efisiensi import HasilEfisiensi
from sakipgen.rekap import BarisAnggaran, BarisKelompok, RekapPeriode, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import angka, persen, ringkas
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.tabel_uang import rupiah, serapan
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kepala, sel
from sakipgen.rendering.pages.efisiensi import CARA, SIMPULAN

_KANAN = Rata.KANAN


def program_penunjang(prd: RekapPeriode, kode: str, judul: str) -> Tabel | None:
    """Returns the programs of a sasaran with their kegiatan, their money and their own capaian; None without any."""
    money = prd.anggaran
    roots = [row for row in money.baris if kode in row.porsi and row.induk is None] if money else []
    if money is None or not roots:
        return None
    rows: list[Baris] = []
    for root in roots:
        rows.append(_program(root, JenisBaris.KELOMPOK, _bagian(root, kode)))
        rows += (_program(row, JenisBaris.ISI) for row in money.baris if row.induk == root.kode)
    return Tabel(
        kolom=(Kolom(14), Kolom(34), Kolom(15, _KANAN), Kolom(15, _KANAN), Kolom(10, _KANAN), Kolom(12, _KANAN)),
        kepala=kepala(("Kode", "Program, kegiatan", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Capaian kinerja")),
        baris=tuple(rows),
        judul=judul,
        catatan=(kalimat("Capaian kinerja adalah rata-rata capaian indikator program atau kegiatan itu sendiri."),),
        kecil=True,
    )


def _bagian(row: BarisAnggaran, kode: str) -> str:
    """Which part of a program belongs to a sasaran, where it is not all of it."""
    return "" if len(row.porsi) == 1 else f" ({ringkas(row.porsi[kode], 2)}% untuk sasaran ini)"


def _program(row: BarisAnggaran, jenis: JenisBaris, bagian: str = "") -> Baris:
    hasil = row.hasil
    return baris(
        row.kode,
        f"{row.nama}{bagian}",
        rupiah(hasil.pagu),
        rupiah(hasil.realisasi),
        serapan(hasil.serapan),
        KOSONG if row.kinerja.capaian is None else persen(row.kinerja.capaian),
        jenis=jenis,
    )


def per_sasaran(prd: RekapPeriode, judul: str) -> Tabel | None:
    """Returns pagu and realisasi of each sasaran, by the declared shares of its programs; None without money."""
    rows = [row for row in prd.sasaran if row.uang]
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(44), Kolom(19, _KANAN), Kolom(19, _KANAN), Kolom(12, _KANAN), Kolom(19, _KANAN)),
        kepala=kepala(("Sasaran strategis", "Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Sisa (Rp)")),
        baris=tuple(
            baris(
                f"{row.kode} {row.uraian}",
                rupiah(row.uang.pagu),
                rupiah(row.uang.realisasi),
                serapan(row.uang.serapan),
                rupiah(row.uang.sisa),
            )
            for row in rows
            if row.uang
        ),
        judul=judul,
    )


def efisiensi(year: RekapTahun, judul: str, kode: str | None = None) -> Tabel | None:
    """Returns capaian against money of a year that has ended, of one sasaran or of all; None where it is not known."""
    prd = year.setahun
    if not prd.dibandingkan:
        return None
    rows = tuple(_efisiensi(prd, kode))
    if not rows:
        return None
    heads = ("", "Capaian", "Serapan", "Selisih (poin)", "Sisa anggaran", "Rasio", "Nilai efisiensi", "Simpulan")
    return Tabel(
        kolom=(Kolom(24), *(Kolom(11, _KANAN) for _ in range(6)), Kolom(16)),
        kepala=kepala(heads),
        baris=rows,
        judul=judul,
        catatan=(kalimat(metode(year)),),
        kecil=True,
    )


def metode(year: RekapTahun) -> str:
    """Returns by which of the four methods the conclusion is drawn, and how all are counted."""
    chosen, _ = CARA[year.metode.efisiensi.cara]
    told = "; ".join(f"{name}: {symbols}" for name, symbols in CARA.values())
    return f"Simpulan ditarik menurut {chosen.lower()}. {told}."


def simpulan(row: BarisKelompok) -> str | None:
    """Returns the word of the year's method on a sasaran; None where there is none."""
    found = row.efisiensi.simpulan if row.efisiensi else None
    return SIMPULAN[found] if found else None


def _efisiensi(prd: RekapPeriode, kode: str | None) -> Iterator[Baris]:
    for row in prd.sasaran:
        if row.uang and kode in {None, row.kode}:
            shown = sel_teks.capaian_kelompok(row.hasil)
            yield baris(f"Sasaran {row.kode}", shown, serapan(row.uang.serapan), *_angka(row.efisiensi))
    if prd.anggaran and kode is None:
        money = prd.anggaran
        yield baris(
            sel("Perangkat daerah"),
            sel_teks.capaian_kelompok(prd.perangkat_daerah),
            serapan(money.hasil.jumlah.serapan),
            *_angka(money.efisiensi),
            jenis=JenisBaris.JUMLAH,
        )


def _angka(found: HasilEfisiensi | None) -> tuple[str, ...]:
    if found is None:
        return (KOSONG,) * 4 + ("belum dapat disimpulkan",)
    step = found.selisih
    plus = "+" if step is not None and step > 0 and angka(step, 2).strip("0,") else ""
    return (
        KOSONG if step is None else f"{plus}{angka(step, 2)}",
        KOSONG if found.sisa_anggaran is None else persen(found.sisa_anggaran),
        KOSONG if found.rasio is None else angka(found.rasio, 2),
        KOSONG if found.nilai_pmk is None else angka(found.nilai_pmk, 2),
        SIMPULAN[found.simpulan] if found.simpulan else "belum dapat disimpulkan",
    )
