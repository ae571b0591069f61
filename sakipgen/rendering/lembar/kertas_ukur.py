"""The sheet “Pengukuran”: one row an indikator, from target and realisasi to capaian and kategori by live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from sakipgen.domain.hari import hari_ke
from sakipgen.domain.indikator import TipeSatuan
from sakipgen.domain.metode import Metode, Polaritas
from sakipgen.measuring.hasil import Capaian
from sakipgen.measuring.skala import kelas
from sakipgen.rekap import BarisIndikator, RekapPeriode
from sakipgen.rendering import kata_rumus
from sakipgen.rendering.kertas_kerja import kelompok
from sakipgen.rendering.lembar import rumus_sel
from sakipgen.rendering.lembar.buku import Buku, sel
from sakipgen.rendering.lembar.kata import PERSEN, bertulis, format_angka, keterangan, sumber, target_tertulis
from sakipgen.rendering.lembar.kertas_data import LembarData
from sakipgen.rendering.lembar.kertas_skala import Acuan
from sakipgen.rendering.lembar.rumus_sel import TabelKelas
from sakipgen.rendering.nilai import di_tabel
from sakipgen.rendering.sel_teks import TINGKAT

PENGUKURAN: Final = "Pengukuran"


class Kolom(NamedTuple):
    """A column: its head, its width, and whether it is hidden where no row needs it."""

    nama: str
    lebar: int
    perlu: bool = True


_KOLOM: Final = (
    Kolom("Kode", 9),
    Kolom("Indikator", 27),
    Kolom("Tingkat", 9),
    Kolom("Satuan", 8),
    Kolom("Cara menghitung", 28),
    Kolom("Kondisi awal", 9, perlu=False),
    Kolom("Target tertulis", 11, perlu=False),
    Kolom("Target", 9),
    Kolom("Batas atas target", 9, perlu=False),
    Kolom("Realisasi", 10),
    Kolom("Realisasi tertulis", 11, perlu=False),
    Kolom("Formula capaian", 17),
    Kolom("Capaian dinyatakan (%)", 10, perlu=False),
    Kolom("Capaian mentah (%)", 9),
    Kolom("Capaian (%)", 9),
    Kolom("Capaian agregat (%)", 9),
    Kolom("Kategori", 11),
    Kolom("Target tercapai", 8),
    Kolom("Keterangan", 20),
    Kolom("Bukti", 6),
    Kolom("Sumber", 22),
)
(
    KODE,
    NAMA,
    TINGKAT_,
    SATUAN,
    CARA,
    BASELINE,
    TARGET_TERTULIS,
    TARGET,
    MAKS,
    REALISASI,
    REALISASI_TERTULIS,
    FORMULA,
    DINYATAKAN,
    MENTAH,
    CAPAIAN,
    AGREGAT,
    KATEGORI,
    TERCAPAI,
    KETERANGAN,
    BUKTI,
    SUMBER,
) = range(len(_KOLOM))
_AWAL_EXCEL: Final = date(1899, 12, 30)
"""The day that a workbook counts from."""


class LembarUkur:
    """The sheet while it is being written."""

    def __init__(self, buku: Buku, metode: Metode, periode: RekapPeriode) -> None:
        self._metode = metode
        self._periode = periode
        self._halaman = buku.lembar(PENGUKURAN)

    def tulis(self, data: LembarData, acuan: Acuan) -> dict[str, int]:
        """Writes the rows, and the blocks of “Data” that they rest on; returns the row of each indikator."""
        page = self._halaman
        self._lebar(self._periode.indikator)
        row = page.kop("Kertas kerja pengukuran kinerja", self._periode.periode.label)
        page.kepala(row, [column.nama for column in _KOLOM])
        page.sheet.freeze_panes(row + 1, 2)
        used: dict[str, int] = {}
        row += 1
        for group in kelompok(self._periode):
            if not group.baris:
                continue
            page.teks(row, 0, group.judul, "kelompok")
            page.kosong(row, range(1, len(_KOLOM)), "kelompok")
            row += 1
            for one in group.baris:
                used[one.kode] = row
                self._baris(row, one, data.tulis(one), acuan)
                row += 1
        page.tanda_tangan(row + 2, NAMA, FORMULA)
        return used

    def _lebar(self, rows: Sequence[BarisIndikator]) -> None:
        """As wide as each column asks; one that no row needs is hidden."""
        needed = {
            BASELINE: any(row.hasil.baseline is not None for row in rows),
            TARGET_TERTULIS: any(target_tertulis(row) for row in rows),
            MAKS: any(row.hasil.maks.target is not None for row in rows),
            REALISASI_TERTULIS: any(bertulis(row) for row in rows),
            DINYATAKAN: any(row.hasil.dinyatakan is not None for row in rows),
        }
        hidden = [n for n, column in enumerate(_KOLOM) if not column.perlu and not needed[n]]
        self._halaman.lebar(*(column.lebar for column in _KOLOM), sembunyi=hidden)

    def _baris(self, at: int, row: BarisIndikator, formula: str | None, acuan: Acuan) -> None:
        page, hasil, indikator = self._halaman, row.hasil, row.indikator
        num = format_angka(indikator)
        iku = ", IKU" if indikator.iku else ""
        page.teks(at, KODE, row.kode, "sel", "tebal")
        page.teks(at, NAMA, indikator.nama, "sel", "bungkus")
        page.teks(at, TINGKAT_, f"{TINGKAT[indikator.tingkat]}{iku}", "sel", "bungkus")
        page.teks(at, SATUAN, indikator.satuan.nama, "sel", "bungkus")
        page.teks(at, CARA, indikator.formula_teks, "sel", "bungkus")
        page.angka(at, BASELINE, hasil.baseline, *_masukan(hasil.baseline), num=num)
        page.teks(at, TARGET_TERTULIS, target_tertulis(row), "sel", "kanan", "bungkus")
        page.angka(at, TARGET, hasil.target, *_masukan(hasil.target), num=num)
        page.angka(at, MAKS, hasil.maks.target, *_masukan(hasil.maks.target), num=num)
        if formula:
            page.rumus(at, REALISASI, formula, hasil.realisasi, "sel", num=num)
        else:
            page.kosong(at, (REALISASI,), "sel")
        self._tertulis(at, row, acuan)
        page.teks(at, FORMULA, kata_rumus.kata(hasil)[1], "sel", "bungkus", "redup")
        page.angka(at, DINYATAKAN, hasil.dinyatakan, *_masukan(hasil.dinyatakan), num=PERSEN)
        self._hitung(at, row, acuan)
        page.teks(at, KETERANGAN, keterangan(row), "sel", "bungkus")
        page.angka(at, BUKTI, sum(len(one.bukti) for one in row.laporan), "sel", "tengah")
        page.teks(at, SUMBER, sumber(row), "sel", "bungkus", "redup")

    def _hitung(self, at: int, row: BarisIndikator, acuan: Acuan) -> None:
        """The three figures of capaian, its kategori, and whether the target is reached."""
        page, hasil, metode = self._halaman, row.hasil, self._metode
        sign = hasil.tanda_target.target
        cells = rumus_sel.Sel(
            target=sel(at, TARGET),
            maks=sel(at, TARGET if hasil.maks.target is None else MAKS),
            baseline=sel(at, BASELINE),
            realisasi=sel(at, REALISASI),
            dinyatakan=sel(at, DINYATAKAN),
            turun=row.indikator.polaritas is Polaritas.TURUN,
            tegas=sign is not None and sign.tegas,
        )
        raw, value = sel(at, MENTAH), sel(at, CAPAIAN)
        found = hasil.capaian
        page.rumus(at, MENTAH, rumus_sel.mentah(hasil.formula, cells), _mentah(found), "sel", num=PERSEN)
        shown = found.capaian if found else None
        page.rumus(at, CAPAIAN, rumus_sel.capaian(raw, metode), shown, "sel", "tebal", num=PERSEN)
        counted = found.agregat if found else None
        page.rumus(at, AGREGAT, rumus_sel.agregat(value, metode), counted, "sel", num=PERSEN)
        page.rumus(at, KATEGORI, acuan.kategori.kelas(value), found and found.kelas.label, "sel", "tengah", "bungkus")
        reached = None if found is None else "ya" if found.tercapai else "tidak"
        page.rumus(at, TERCAPAI, rumus_sel.tercapai(raw, cells), reached, "sel", "tengah")

    def _tertulis(self, at: int, row: BarisIndikator, acuan: Acuan) -> None:
        """What the number of the realisasi says: a rank, a predikat, a day, or yes and no."""
        page, indikator, hasil, cell = self._halaman, row.indikator, row.hasil, sel(at, REALISASI)
        ranks, scale = acuan.peringkat(indikator), acuan.predikat(indikator)
        value, look = hasil.realisasi, ("sel", "tengah", "bungkus")
        if value is None or not bertulis(row):
            page.kosong(at, (REALISASI_TERTULIS,), "sel")
        elif ranks:
            text = str(di_tabel(indikator, value, hasil.periode.tahun))
            page.rumus(at, REALISASI_TERTULIS, ranks.kode_dari(cell), text, *look)
        elif indikator.satuan.tipe is TipeSatuan.TANGGAL:
            day = hari_ke(value, hasil.periode.tahun)
            formula = f'IF({cell}="","",DATE({hasil.periode.tahun},1,1)+{cell}-1)'
            serial = (day - _AWAL_EXCEL).days if day else None
            page.rumus(at, REALISASI_TERTULIS, formula, serial, *look, num="dd/mm/yyyy")
        elif indikator.satuan.tipe is TipeSatuan.YA_TIDAK:
            text = str(di_tabel(indikator, value, hasil.periode.tahun))
            page.rumus(at, REALISASI_TERTULIS, f'IF({cell}="","",IF({cell}=0,"tidak","ya"))', text, *look)
        elif scale:
            self._predikat(at, row, scale)

    def _predikat(self, at: int, row: BarisIndikator, scale: TabelKelas) -> None:
        """The class of a score; what its owner said otherwise is only text."""
        said, value = row.predikat and scale.skala.menurut_kode(row.predikat), row.hasil.realisasi
        label, look = (said.label if said else row.predikat or ""), ("sel", "tengah", "bungkus")
        if value is not None and said == kelas(scale.skala, value):
            self._halaman.rumus(at, REALISASI_TERTULIS, scale.kelas(sel(at, REALISASI)), label, *look)
        else:
            self._halaman.teks(at, REALISASI_TERTULIS, label, *look)


def _masukan(nilai: Decimal | None) -> tuple[str, ...]:
    """The look of a cell that a reader may change, where there is something to change."""
    return ("sel",) if nilai is None else ("sel", "isian")


def _mentah(capaian: Capaian | None) -> Decimal | str | None:
    if capaian is None:
        return None
    return rumus_sel.TAK_TERBATAS if capaian.mentah is None else capaian.mentah
