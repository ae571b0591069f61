"""Money of a year: by program, by sasaran, and against what it brought."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sakipgen.domain.metode import CaraEfisiensi
from sakipgen.measuring.anggaran import HasilAnggaran
from sakipgen.measuring.efisiensi import HasilEfisiensi
from sakipgen.rekap import BarisAnggaran, BarisKelompok, RekapPeriode, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import angka, persen, ringkas, tanggal
from sakipgen.rendering.dokumen.blok import Baris, JenisBaris, Kolom, Rata, Tabel
from sakipgen.rendering.dokumen.tabel_uang import anggaran_sasaran, bertanda, rupiah, serapan
from sakipgen.rendering.dokumen.teks import KOSONG, baris, kalimat, kapital, kepala, sel
from sakipgen.rendering.pages.efisiensi import CARA, SIMPULAN
from sakipgen.rendering.pages.kebijakan import pernyataan

_KANAN, _TENGAH = Rata.KANAN, Rata.TENGAH


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


def perubahan_pagu(year: RekapTahun, judul: str) -> Tabel | None:
    """Returns the first pagu of each program and the one in force; None where no pagu was changed."""
    money = year.setahun.anggaran
    roots = [row.hasil for row in money.baris if row.induk is None] if money else []
    if money is None or all(row.hasil.pagu == row.hasil.pagu_murni for row in money.baris):
        return None
    names = {row.kode: row.nama for row in money.baris}
    changed = money.program.perubahan
    source = f"Semula menurut {money.program.sumber}"
    return Tabel(
        kolom=(Kolom(12), Kolom(40), *(Kolom(18, _KANAN) for _ in range(3))),
        kepala=kepala(("Kode", "Program", "Pagu awal (Rp)", "Pagu perubahan (Rp)", "Tambah/kurang (Rp)")),
        baris=(
            *(baris(row.kode, names[row.kode], *_pagu(row)) for row in roots),
            baris(sel("Jumlah", lebar=2, rata=Rata.KIRI), *_pagu(money.hasil.jumlah), jenis=JenisBaris.JUMLAH),
        ),
        judul=judul,
        catatan=(
            kalimat(
                f"{source}; menjadi menurut {changed.sumber}, {tanggal(changed.tanggal)}." if changed else f"{source}."
            ),
        ),
    )


def _pagu(hasil: HasilAnggaran) -> tuple[str, str, str]:
    return rupiah(hasil.pagu_murni), rupiah(hasil.pagu), bertanda(hasil.pagu - hasil.pagu_murni)


def per_sasaran(year: RekapTahun, judul: str) -> Tabel | None:
    """Returns the money of each sasaran by the declared shares of its programs; None where no sasaran has any."""
    prd = year.setahun
    money = prd.anggaran
    return anggaran_sasaran(prd, money, judul) if money and any(row.uang for row in prd.sasaran) else None


# ── Efficiency ───────────────────────────────────────────────────────────────────────────────────────────────────

_UKURAN: Final[Mapping[CaraEfisiensi, str]] = {
    CaraEfisiensi.SELISIH: "Selisih (poin)",
    CaraEfisiensi.SISA_ANGGARAN: "Sisa anggaran",
    CaraEfisiensi.RASIO: "Rasio",
    CaraEfisiensi.PMK: "Nilai efisiensi",
}
_TANPA: Final = "belum dapat disimpulkan"


def efisiensi(year: RekapTahun, judul: str) -> Tabel | None:
    """Returns capaian against money of a year that has ended, by every method; None where it is not known."""
    prd = year.setahun
    rows = tuple(_efisiensi(prd)) if prd.dibandingkan else ()
    if not rows:
        return None
    return Tabel(
        kolom=(Kolom(24), *(Kolom(11, _KANAN) for _ in range(6)), Kolom(16)),
        kepala=kepala(("Kelompok", "Capaian", "Serapan", *_UKURAN.values(), "Simpulan")),
        baris=rows,
        judul=judul,
        kecil=True,
    )


def metode(year: RekapTahun) -> str:
    """Returns by which of the methods the conclusion is drawn."""
    return f"{CARA[year.metode.efisiensi.cara][0].lower()}: {_dasar(year)}"


def _dasar(year: RekapTahun) -> str:
    """What the year's policy says of the use of money."""
    return pernyataan(year.metode)["Penggunaan anggaran"]


def cara_lain(year: RekapTahun) -> tuple[tuple[str, str], ...]:
    """Returns the other methods by name, and how each is counted."""
    return tuple(told for cara, told in CARA.items() if cara is not year.metode.efisiensi.cara)


def _efisiensi(prd: RekapPeriode) -> Iterator[Baris]:
    for row in prd.sasaran:
        if row.uang:
            shown = sel_teks.capaian_kelompok(row.hasil)
            yield baris(f"Sasaran {row.kode}", shown, serapan(row.uang.serapan), *_angka(row.efisiensi))
    if prd.anggaran:
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
        return (*(KOSONG for _ in _UKURAN), _TANPA)
    return (*(_ukuran(found, cara) for cara in _UKURAN), SIMPULAN[found.simpulan] if found.simpulan else _TANPA)


def _ukuran(found: HasilEfisiensi, cara: CaraEfisiensi) -> str:
    """One measure of efficiency as printed."""
    match cara:
        case CaraEfisiensi.SELISIH:
            return KOSONG if found.selisih is None else bertanda(found.selisih, 2)
        case CaraEfisiensi.SISA_ANGGARAN:
            return KOSONG if found.sisa_anggaran is None else persen(found.sisa_anggaran)
        case CaraEfisiensi.RASIO:
            return KOSONG if found.rasio is None else angka(found.rasio, 2)
        case CaraEfisiensi.PMK:
            return KOSONG if found.nilai_pmk is None else angka(found.nilai_pmk, 2)


def efisiensi_sasaran(year: RekapTahun, row: BarisKelompok, judul: str) -> Tabel | None:
    """Returns money and capaian of one sasaran with the year's own measure; None where it is not known."""
    if row.uang is None or not year.setahun.dibandingkan:
        return None
    chosen, found = year.metode.efisiensi.cara, row.efisiensi
    measure = _UKURAN[chosen]
    shown = _ukuran(found, chosen) if found else KOSONG
    return Tabel(
        kolom=(*(Kolom(20, _KANAN) for _ in range(2)), *(Kolom(14, _KANAN) for _ in range(3)), Kolom(22, _TENGAH)),
        kepala=kepala(("Pagu (Rp)", "Realisasi (Rp)", "Serapan", "Capaian", measure, "Simpulan")),
        baris=(
            baris(
                rupiah(row.uang.pagu),
                rupiah(row.uang.realisasi),
                serapan(row.uang.serapan),
                sel_teks.capaian_kelompok(row.hasil),
                shown,
                simpulan(row) or _TANPA,
            ),
        ),
        judul=judul,
        catatan=(kalimat(f"{kapital(_dasar(year))}."),),
    )


def simpulan(row: BarisKelompok) -> str | None:
    """Returns the word of the year's method on a sasaran; None where there is none."""
    found = row.efisiensi.simpulan if row.efisiensi else None
    return SIMPULAN[found] if found else None
