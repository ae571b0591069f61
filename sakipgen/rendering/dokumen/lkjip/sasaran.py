"""Bab III.A: the seven analyses of each sasaran strategis (PermenPAN-RB 53/2014)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sakipgen.measuring.periode import GABUNGAN
from sakipgen.rekap import BarisIndikator, BarisKelompok, RekapTahun
from sakipgen.rendering import sel_teks
from sakipgen.rendering.cetak import DESIMAL_LENGKAP, ringkas
from sakipgen.rendering.dokumen.bahan import Bahan
from sakipgen.rendering.dokumen.blok import Blok, Lari, Paragraf, Tabel
from sakipgen.rendering.dokumen.lkjip import perbandingan, prosa, sebab, uang
from sakipgen.rendering.dokumen.lkjip.prosa import gambar
from sakipgen.rendering.dokumen.tabel_kinerja import capaian_indikator
from sakipgen.rendering.dokumen.teks import kapital
from sakipgen.rendering.jejak import hitungan, penggabungan
from sakipgen.rendering.kalimat import Kalimat
from sakipgen.rendering.kata_rumus import tulis
from sakipgen.rendering.pages import grafik, kelompok
from sakipgen.rendering.pages.konteks import waktu
from sakipgen.rendering.pages.ucapan import ucapkan
from sakipgen.rendering.ucap import Ucap, teks


@dataclass(frozen=True, slots=True)
class AnalisisSasaran:
    """What Bab III says of one sasaran, in the order of the regulation."""

    kode: str
    uraian: str
    putusan: str
    target: Tabel | None
    """1: target against realisasi; None of a sasaran that the year promises no indikator of."""
    gambar: tuple[Blok, ...]
    indikator: tuple[Blok, ...]
    """What is to be said of each indikator, with the calculation."""
    tahun: Tabel | None
    """2: this year against the years before."""
    gambar_tahun: tuple[Blok, ...]
    renstra: Tabel | None
    """3: against the target of the Renstra's last year."""
    tercapai_renstra: str
    standar: Tabel | None
    """4: against a standard."""
    pembanding: tuple[Blok, ...]
    penyebab: tuple[Blok, ...]
    """5: causes, and what was done."""
    solusi: tuple[Blok, ...]
    dilaporkan: Tabel | None
    tindak_lanjut: Tabel | None
    efisiensi: Tabel | None
    """6: use of resources."""
    simpulan_efisiensi: str | None
    prosa_efisiensi: tuple[Blok, ...]
    program: Tabel | None
    """7: programs that supported or hindered."""
    program_penunjang: tuple[Blok, ...]
    rekomendasi: tuple[Blok, ...]


def semua(bahan: Bahan, year: RekapTahun) -> tuple[AnalisisSasaran, ...]:
    """Returns the analyses of every sasaran of a year."""
    return tuple(_analisis(bahan, year, row) for row in year.setahun.sasaran)


def _analisis(bahan: Bahan, year: RekapTahun, row: BarisKelompok) -> AnalisisSasaran:
    prd, narasi, kode, rows = year.setahun, year.narasi, row.kode, row.indikator
    actions = sebab.tindakan(bahan, year, (r.kode for r in rows))
    return AnalisisSasaran(
        kode=kode,
        uraian=row.uraian,
        putusan=str(_putusan(bahan, year, row)),
        target=(
            capaian_indikator(prd, rows, f"Target dan realisasi sasaran {kode} tahun {year.tahun}") if rows else None
        ),
        gambar=tuple(_gambar(bahan, year, row)),
        indikator=tuple(blok for r in rows for blok in _indikator(bahan, year, r)),
        tahun=perbandingan.antar_tahun(bahan, year, rows, f"Realisasi dan capaian sasaran {kode} dari tahun ke tahun"),
        gambar_tahun=tuple(perbandingan.grafik_tahun(bahan, year, rows)),
        renstra=perbandingan.akhir_renstra(
            bahan, year, rows, f"Realisasi sasaran {kode} terhadap target akhir Renstra"
        ),
        tercapai_renstra=perbandingan.tercapai_renstra(year, rows),
        standar=perbandingan.standar(year, rows, f"Realisasi sasaran {kode} dan standar atau pembandingnya"),
        pembanding=prosa.sasaran(narasi, kode, "pembanding", "tanpa_pembanding"),
        penyebab=prosa.sasaran(narasi, kode, "penyebab"),
        solusi=prosa.sasaran(narasi, kode, "solusi"),
        dilaporkan=sebab.dilaporkan(year, rows, f"Penjelasan unit kerja atas indikator sasaran {kode}"),
        tindak_lanjut=sebab.tabel_tindakan(actions, f"Tindak lanjut atas evaluasi sasaran {kode}"),
        efisiensi=uang.efisiensi_sasaran(year, row, f"Efisiensi penggunaan anggaran sasaran {kode}"),
        simpulan_efisiensi=uang.simpulan(row),
        prosa_efisiensi=prosa.sasaran(narasi, kode, "efisiensi"),
        program=uang.program_penunjang(prd, kode, f"Program dan kegiatan penunjang sasaran {kode}"),
        program_penunjang=prosa.sasaran(narasi, kode, "program_penunjang"),
        rekomendasi=prosa.sasaran(narasi, kode, "rekomendasi"),
    )


def _putusan(bahan: Bahan, year: RekapTahun, row: BarisKelompok) -> Kalimat:
    """The verdict on the sasaran, as its page has it."""
    subject = f"{waktu(year.setahun, prosa.waktu_data(bahan, year, row.indikator))} sasaran ini"
    return kelompok.tampil(bahan.konteks, row, subjek=subject).putusan


def _gambar(bahan: Bahan, year: RekapTahun, row: BarisKelompok) -> Iterator[Blok]:
    """Several indikator on one axis; a single one against its target."""
    prd = year.setahun
    if not row.indikator:
        return
    if len(row.indikator) > 1:
        spek = grafik.capaian(bahan.konteks, prd, f"sasaran {row.kode}", row.indikator, (_putusan(bahan, year, row),))
    else:
        spek = grafik.peluru(bahan.konteks, row.indikator[0], _ucapan(bahan, year, row.indikator[0]))
    if spek:
        yield from gambar(spek, f"{spek.nama} sasaran {row.kode}" if len(row.indikator) == 1 else spek.nama)


def _indikator(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> Iterator[Blok]:
    said = prosa.ucapan(_ucapan(bahan, year, row))
    yield Paragraf((Lari(f"{row.kode} {row.indikator.nama}. ", tebal=True), Lari(said)))
    formula = " ".join(row.indikator.formula_teks.split())
    yield Paragraf((Lari("Cara menghitung: ", miring=True), Lari(" ".join(filter(None, (formula, _hitungan(row)))))))


def _ucapan(bahan: Bahan, year: RekapTahun, row: BarisIndikator) -> tuple[Kalimat, ...]:
    """The sentences of the site on an indikator in a year."""
    targets = bahan.konteks.target.get((year.tahun, row.kode), ())
    return ucapkan(bahan.konteks, row, targets, selesai=year.setahun.selesai)


def _hitungan(row: BarisIndikator) -> str:
    """How the figure and its capaian were computed, in words and numbers; nothing of a figure that stands alone."""
    counted = teks(hitungan(row) or ())
    parts = [part for part in (_dari(row), f"capaian {counted}" if counted else "") if part]
    return f"{kapital('; '.join(parts))}." if parts else ""


def _dari(row: BarisIndikator) -> str:
    """How the realisasi came about: from its komponen, or from several reports."""
    hasil, rumus = row.hasil, row.indikator.rumus
    if rumus and hasil.komponen and hasil.realisasi is not None and not row.indikator.nilai_resmi:
        figures: dict[str, Ucap] = {name: (ringkas(value, DESIMAL_LENGKAP),) for name, value in hasil.komponen.items()}
        return f"realisasi {teks(tulis(rumus, figures))} = {sel_teks.realisasi(row)}"
    joined = penggabungan(row)
    return f"realisasi {teks(joined)}" if joined and len(hasil.dari) > 1 and row.indikator.agregasi in GABUNGAN else ""
