"""Evaluasi hasil Renja by the form of Permendagri 86/2017 (E.81): performance (K) and money (Rp) quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.domain.indikator import Agregasi
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.waktu import JenisPeriode, Periode
from sakipgen.measuring.hitung import persen, rerata
from sakipgen.measuring.skala import kelas
from sakipgen.rekap import Rekapitulasi, RekapPeriode, RekapTahun
from sakipgen.rendering.kertas_kerja import bagian
from sakipgen.rendering.lembar import kertas_metode, rumus_sel
from sakipgen.rendering.lembar.buku import Buku, Lembar, rentang, sel, susun
from sakipgen.rendering.lembar.kata import PERSEN, format_angka
from sakipgen.rendering.lembar.kertas_skala import Acuan
from sakipgen.rendering.lembar.renja_baris import SASARAN, BarisRenja, Kinerja, Uang, baris

JUDUL: Final = "Evaluasi hasil Renja perangkat daerah"
_SATUAN_KEPALA: Final = ("No", "Sasaran", "Kode", "Program/Kegiatan/Sub kegiatan", "Indikator kinerja", "Satuan")
_PASANGAN: Final = (
    "Target Renstra akhir periode",
    "Realisasi Renstra s.d. tahun lalu",
    "Target Renja tahun berjalan",
    "Realisasi triwulan I",
    "Realisasi triwulan II",
    "Realisasi triwulan III",
    "Realisasi triwulan IV",
    "Realisasi Renja yang dievaluasi",
    "Tingkat capaian Renja (%)",
    "Realisasi Renstra s.d. tahun ini",
    "Tingkat capaian Renstra (%)",
)
NO, SASARAN_, KODE, NAMA, INDIKATOR, SATUAN = range(6)
RENSTRA, LALU, RENJA, TW1, TW2, TW3, TW4, REALISASI, CAPAIAN, SAMPAI, CAPAIAN_RENSTRA = range(6, 28, 2)
UNIT: Final = 28
_JENJANG, _MENTAH, _MAKS, _BASELINE = range(29, 33)
"""Hidden: what each line is, the raw capaian, and what else its formula asks for."""
_LEBAR: Final = (4, 17, 16, 30, 27, 8, *(8, 13) * 8, 8, 8, 8, 13, 8, 8, 8, *(9,) * 4)
_RP: Final = "#,##0"
_KOSONG: Final = (
    "sel kosong tidak diketahui dari data, dan tidak dikira-kira: target Renstra program dan kegiatan, pagu Renstra, "
    "serta realisasi tahun-tahun Renstra yang belum ada datanya. Isilah sel kuning dari dokumen Renstra bila ada."
)
_TERGABUNG: Final = frozenset({Agregasi.JUMLAH, Agregasi.TERAKHIR, Agregasi.MAKS, Agregasi.MIN})
"""What quarters make a year of; other figures are made of the reports behind them."""


def render(rekap: Rekapitulasi, tahun: int, periode: Periode | None = None) -> bytes:
    """Returns the form up to the end of a period; without one of the year."""
    year, sheet = bagian(rekap, tahun, periode)
    return susun(rekap, JUDUL, f"sampai dengan {sheet.periode.label}", lambda buku: _isi(buku, year, sheet))


def _isi(buku: Buku, year: RekapTahun, sheet: RekapPeriode) -> None:
    buku.baca_dahulu(_tentang())
    form = buku.lembar("Evaluasi Renja")
    scales = Acuan(buku, year.metode.skala, ())
    kertas_metode.tulis(buku, year.metode)
    _Formulir(form, year, sheet, scales).tulis(list(baris(buku.rekap, year, sheet)))


def _tentang() -> Iterator[tuple[str, str]]:
    yield "Dasar", "Permendagri 86 Tahun 2017, formulir evaluasi terhadap hasil Renja perangkat daerah (E.81)."
    yield "K dan Rp", "K: kinerja dalam satuan indikatornya. Rp: anggaran dalam rupiah, pada baris pertama setiap kode."
    yield "Sel kosong", _KOSONG[0].upper() + _KOSONG[1:]
    yield (
        "Realisasi triwulan",
        (
            "K: angka periode itu sendiri; indikator semesteran ditulis pada triwulan II dan IV, indikator tahunan "
            "pada triwulan IV. Rp: yang terpakai dalam triwulan itu saja."
        ),
    )
    yield (
        "Realisasi s.d. tahun lalu",
        (
            "K: bagi indikator yang dijumlahkan, jumlah sejak tahun pertama Renstra, hanya bila semua tahunnya ada; "
            "bagi yang lain angka tahun lalu, kecuali serinya putus. Rp: jumlah semua tahun, hanya bila semuanya ada."
        ),
    )
    yield (
        "Rata-rata",
        (
            "Rata-rata polos dari tingkat capaian Renja program, kegiatan, dan sub kegiatan yang terukur, menurut "
            "formulirnya. Ini bukan capaian perangkat daerah; yang itu ada pada kertas kerja pengukuran."
        ),
    )


class _Formulir:
    """The form while it is being written."""

    def __init__(self, page: Lembar, year: RekapTahun, sheet: RekapPeriode, scales: Acuan) -> None:
        self._page = page
        self._year = year
        self._sheet = sheet
        self._scales = scales

    def tulis(self, rows: Sequence[BarisRenja]) -> None:
        page = self._page
        page.lebar(*_LEBAR, sembunyi=range(_JENJANG, _BASELINE + 1))
        head = self._kepala()
        page.sheet.freeze_panes(head + 2, INDIKATOR)
        first, seen = head + 2, ""
        for n, row in enumerate(rows):
            new = f"{row.jenjang} {row.kode}" != seen
            seen = f"{row.jenjang} {row.kode}"
            self._baris(first + n, n + 1, row, new=new)
        last = first + len(rows) - 1
        at = self._penutup(first, last, rows)
        instansi = page.buku.rekap.instansi
        sop = page.buku.rekap.sop
        planner = (sop.diteruskan_ke if sop else None) or "Perangkat daerah perencana pembangunan"
        page.tanda_tangan(
            at + 1,
            NAMA,
            REALISASI,
            dari=("Disusun oleh", instansi.nama_jabatan("kepala")),
            oleh=("Dievaluasi oleh", f"Kepala {planner}"),
        )

    def _kepala(self) -> int:
        """Two rows of heads, the second with K and Rp; returns the first of them."""
        page = self._page
        at = page.kop(JUDUL, f"Sampai dengan {self._sheet.periode.label}")
        for n, name in enumerate(_SATUAN_KEPALA):
            page.tegak(at, at + 1, n, name, "kepala", "tengah", "vtengah")
        for n, name in enumerate(_PASANGAN):
            column = RENSTRA + 2 * n
            page.gabung(at, column, column + 1, name, "kepala", "tengah", "vtengah")
            page.teks(at + 1, column, "K", "kepala", "tengah")
            page.teks(at + 1, column + 1, "Rp", "kepala", "tengah")
        page.tegak(at, at + 1, UNIT, "Unit penanggung jawab", "kepala", "tengah", "vtengah")
        page.sheet.repeat_rows(at, at + 1)
        return at

    def _baris(self, at: int, nomor: int, row: BarisRenja, *, new: bool) -> None:
        page = self._page
        look = ("tebal",) if row.jenjang in {SASARAN, "Program"} else ()
        page.angka(at, NO, nomor, "sel", "tengah")
        page.teks(at, SASARAN_, row.sasaran if new else "", "sel", "bungkus", "redup")
        page.teks(at, KODE, row.kode, "sel", *look)
        page.teks(at, NAMA, row.nama if new else "", "sel", "bungkus", *look)
        page.kosong(at, range(INDIKATOR, UNIT), "sel")
        page.teks(at, UNIT, row.unit, "sel", "tengah")
        page.teks(at, _JENJANG, row.jenjang, "redup")
        if row.kinerja:
            self._kinerja(at, row.kinerja)
        if row.uang:
            self._uang(at, row.uang)

    def _kinerja(self, at: int, row: Kinerja) -> None:
        page, indikator, hasil = self._page, row.baris.indikator, row.baris.hasil
        num = format_angka(indikator)
        page.teks(at, INDIKATOR, f"{row.baris.kode} {indikator.nama}", "sel", "bungkus")
        page.teks(at, SATUAN, indikator.satuan.nama, "sel", "bungkus")
        page.angka(at, RENSTRA, row.renstra, "sel", "isian", num=num)
        page.angka(at, LALU, row.lalu, "sel", "isian", num=num)
        page.angka(at, RENJA, hasil.target_tahun, "sel", num=num)
        for column, value in zip((TW1, TW2, TW3, TW4), row.triwulan, strict=True):
            page.angka(at, column, value, "sel", num=num)
        joined = _gabung(indikator.agregasi, [sel(at, column) for column in (TW1, TW2, TW3, TW4)])
        quarterly = self._sheet.periode.jenis is not JenisPeriode.BULAN  # a month is not the join of whole quarters
        known = any(value is not None for value in row.triwulan)
        if joined and hasil.realisasi is not None and quarterly and known:
            page.rumus(at, REALISASI, joined, hasil.realisasi, "sel", num=num)
        else:
            page.angka(at, REALISASI, hasil.realisasi, "sel", num=num)
        self._capaian(at, row)
        if indikator.agregasi is Agregasi.JUMLAH:
            total = f'IF(COUNT({sel(at, LALU)},{sel(at, REALISASI)})<2,"",{sel(at, LALU)}+{sel(at, REALISASI)})'
            value = None if row.lalu is None or hasil.realisasi is None else row.lalu + hasil.realisasi
        else:
            total = f'IF({sel(at, REALISASI)}="","",{sel(at, REALISASI)})'
            value = hasil.realisasi
        page.rumus(at, SAMPAI, total, value, "sel", num=num)
        if hasil.kemajuan_renstra is not None and indikator.agregasi is not Agregasi.JUMLAH:
            page.angka(at, CAPAIAN_RENSTRA, hasil.kemajuan_renstra, "sel", num=PERSEN)

    def _capaian(self, at: int, row: Kinerja) -> None:
        """The year's capaian against its target, by the indikator's own formula; the raw one stands hidden beside."""
        page, hasil = self._page, row.baris.hasil
        if hasil.capaian_tahun is None or hasil.formula is FormulaCapaian.MANUAL:
            page.angka(at, CAPAIAN, hasil.capaian_tahun, "sel", num=PERSEN)
            return
        sign, upper = hasil.tanda_target.tahun, hasil.maks.tahun
        page.angka(at, _MAKS, upper, "redup")
        page.angka(at, _BASELINE, hasil.baseline, "redup")
        cells = rumus_sel.Sel(
            target=sel(at, RENJA),
            maks=sel(at, RENJA if upper is None else _MAKS),
            baseline=sel(at, _BASELINE),
            realisasi=sel(at, REALISASI),
            dinyatakan="",
            turun=row.baris.indikator.polaritas is Polaritas.TURUN,
            tegas=sign is not None and sign.tegas,
        )
        raw = sel(at, _MENTAH)
        page.rumus(at, _MENTAH, rumus_sel.mentah(hasil.formula, cells), hasil.capaian_tahun, "redup")
        shown = rumus_sel.capaian(raw, self._year.metode)
        page.rumus(at, CAPAIAN, shown, hasil.capaian_tahun, "sel", num=PERSEN)

    def _uang(self, at: int, uang: Uang) -> None:
        page = self._page
        page.angka(at, RENSTRA + 1, None, "sel", "isian", num=_RP)
        page.angka(at, LALU + 1, uang.lalu, "sel", "isian", num=_RP)
        page.angka(at, RENJA + 1, uang.pagu, "sel", num=_RP)
        quarters = (TW1, TW2, TW3, TW4)
        for column, value in zip(quarters, uang.triwulan, strict=True):
            page.angka(at, column + 1, value, "sel", num=_RP)
        known = [value for value in uang.triwulan if value is not None]
        spent = sel(at, REALISASI + 1)
        if uang.realisasi is not None and sum(known) == uang.realisasi:
            cells = ",".join(sel(at, column + 1) for column in quarters)
            page.rumus(at, REALISASI + 1, f"SUM({cells})", uang.realisasi, "sel", num=_RP)
        else:
            page.angka(at, REALISASI + 1, uang.realisasi, "sel", num=_RP)
        share = f'IF(OR({spent}="",{sel(at, RENJA + 1)}=0),"",{spent}/{sel(at, RENJA + 1)}*100)'
        used = None if uang.realisasi is None else persen(uang.realisasi, uang.pagu)
        page.rumus(at, CAPAIAN + 1, share, used, "sel", num=PERSEN)
        past = sel(at, LALU + 1)
        total = None if uang.lalu is None or uang.realisasi is None else uang.lalu + uang.realisasi
        page.rumus(at, SAMPAI + 1, f'IF(COUNT({past},{spent})<2,"",{past}+{spent})', total, "sel", num=_RP)
        goal, reached = sel(at, RENSTRA + 1), sel(at, SAMPAI + 1)
        percent = f'IF(COUNT({goal},{reached})<2,"",IF({goal}=0,"",{reached}/{goal}*100))'
        page.rumus(at, CAPAIAN_RENSTRA + 1, percent, None, "sel", num=PERSEN)

    def _penutup(self, first: int, last: int, rows: Sequence[BarisRenja]) -> int:
        """The mean, its predikat, and what helped, hindered and follows; returns the row below."""
        page, at = self._page, last + 1
        below = [row for row in rows if row.jenjang != SASARAN]
        figures: tuple[list[Decimal], list[Decimal]] = (
            [v for row in below if row.kinerja and (v := row.kinerja.baris.hasil.capaian_tahun) is not None],
            [v for row in below if row.uang and (v := _serapan(row.uang)) is not None],
        )
        for n, name in enumerate(("Rata-rata capaian kinerja (%)", "Predikat kinerja")):
            page.kosong(at + n, range(NO, UNIT + 1), "sel", "jumlah")
            page.teks(at + n, NAMA, name, "sel", "jumlah")
        levels = rentang(first, last, _JENJANG)
        for column, values in zip((CAPAIAN, CAPAIAN + 1), figures, strict=True):
            mean = rerata(values)
            cells = rentang(first, last, column)
            counted = f'SUMPRODUCT(--({levels}<>"{SASARAN}"),--ISNUMBER({cells}))'
            total = f'SUMIF({levels},"<>{SASARAN}",{cells})'
            formula = f'IF({counted}=0,"",{total}/{counted})' if rows else '""'
            page.rumus(at, column, formula, mean, "sel", "jumlah", num=PERSEN)
            found = None if mean is None else kelas(self._year.metode.skala, mean).label
            shown = self._scales.kategori.kelas(sel(at, column))
            page.rumus(at + 1, column, shown, found, "sel", "jumlah", "tengah", "bungkus")
        at += 2
        for name, told in self._kata(below):
            page.gabung(at, NO, NAMA, name, "sel", "tebal", "bungkus")
            page.gabung(at, INDIKATOR, UNIT, told, "sel", "bungkus")
            at += 1
        page.gabung(at, NO, UNIT, f"Catatan: {_KOSONG}", "redup", "bungkus")
        return at + 1

    def _kata(self, rows: Sequence[BarisRenja]) -> Iterator[tuple[str, str]]:
        reports = [one for row in rows if row.kinerja for one in row.kinerja.baris.laporan]
        helped = [f"{one.kode}: {one.butir.faktor_pendorong}" for one in reports if one.butir.faktor_pendorong]
        hindered = [f"{one.kode}: {one.butir.kendala}" for one in reports if one.butir.kendala]
        follow = [f"{row.kode}: {row.isi.tindakan}" for row in self._sheet.tindak_lanjut]
        yield "Faktor pendorong keberhasilan kinerja", _baris_kata(helped)
        yield "Faktor penghambat pencapaian kinerja", _baris_kata(hindered)
        yield "Tindak lanjut yang diperlukan dalam triwulan berikutnya", _baris_kata(follow)
        yield "Tindak lanjut yang diperlukan dalam Renja perangkat daerah berikutnya", ""


def _baris_kata(lines: Sequence[str]) -> str:
    return "\n".join(" ".join(line.split()) for line in dict.fromkeys(lines))


def _serapan(uang: Uang) -> Decimal | None:
    return None if uang.realisasi is None else persen(uang.realisasi, uang.pagu)


def _gabung(agregasi: Agregasi, cells: Sequence[str]) -> str | None:
    """How the quarters make a year; None where they do not. They stand apart, so the last known one is looked for."""
    if agregasi not in _TERGABUNG:
        return None
    if agregasi is not Agregasi.TERAKHIR:
        name = {Agregasi.JUMLAH: "SUM", Agregasi.MAKS: "MAX", Agregasi.MIN: "MIN"}[agregasi]
        return f"{name}({','.join(cells)})"
    found = '""'
    for cell in cells:
        found = f"IF(ISNUMBER({cell}),{cell},{found})"
    return found
