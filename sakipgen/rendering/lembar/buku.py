"""What all workbooks of the papers share: the same bytes, looks, pages of F4, kop, signatures, the first sheet.

Text from data is written as text, whatever it starts with. A formula carries our own value, so that a reader without a
spreadsheet program sees the figures too.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from sakipgen.domain.organisasi import JenisUnit, StatusData
from sakipgen.rekap import Rekapitulasi
from sakipgen.rendering.berkas.buku_kerja import aman
from sakipgen.rendering.cetak import tanggal

BACA: Final = "Baca dahulu"
CONTOH: Final = "DATA CONTOH – bukan data resmi"
_FOLIO: Final = 14
"""F4 by its number in workbooks: 8.5 × 13 inches."""
_TERPANJANG: Final = 32_000
"""A cell holds no longer text."""
_NAMA_TERPANJANG: Final = 31
_KECIL: Final = '&"Arial,Regular"&8'
_PENDEK: Final = 75
"""So much of a text fits a third of a page's head or foot."""
_HURUF: Final = 1.3
"""So many letters of our size fit where a column counts one of its own."""
_TINGGI: Final = 12
"""Points that a line of text is high."""
_TERTINGGI: Final = 400
"""A row cannot be higher."""
_TITIK: Final = "…" * 24
_GARIS: Final = "#9AA5B1"
ISIAN_WARNA: Final = "#FFF4CC"
"""The tint of the cells that a reader may change."""
_RUPA: Final[Mapping[str, Mapping[str, Any]]] = {
    "kop": {"bold": True, "font_size": 10},
    "judul": {"bold": True, "font_size": 13},
    "redup": {"font_color": "#56616C"},
    "contoh": {"bold": True, "font_color": "#B00020"},
    "sel": {"border": 1, "border_color": _GARIS},
    "kepala": {"border": 1, "border_color": _GARIS, "bold": True, "bg_color": "#E8EEF4", "text_wrap": True},
    "kelompok": {"top": 1, "bottom": 1, "border_color": _GARIS, "bold": True, "bg_color": "#F3F6F9"},
    "isian": {"bg_color": ISIAN_WARNA},
    "jumlah": {"bold": True, "bg_color": "#F3F6F9", "top": 2},
    "jadwal": {"bg_color": "#7FA6C9"},
    "tautan": {"font_color": "#0B5394", "underline": 1},
    "tebal": {"bold": True},
    "bungkus": {"text_wrap": True},
    "tengah": {"align": "center"},
    "kanan": {"align": "right", "indent": 1},
    "vtengah": {"valign": "vcenter"},
}
"""Parts of a look; those of one cell are laid over each other."""
Angka = Decimal | int


def sel(baris: int, kolom: int, lembar: str | None = None, *, tetap: bool = False) -> str:
    """Returns the address of a cell, counted from 0; with the name of its sheet where it lies on another."""
    found = xl_rowcol_to_cell(baris, kolom, tetap, tetap)
    return f"'{lembar}'!{found}" if lembar else found


def rentang(awal: int, akhir: int, kolom: int, lembar: str | None = None, *, tetap: bool = False) -> str:
    """Returns the address of a column of cells."""
    return f"{sel(awal, kolom, lembar, tetap=tetap)}:{sel(akhir, kolom, tetap=tetap)}"


class Buku:
    """A workbook that is being written."""

    def __init__(self, workbook: Workbook, rekap: Rekapitulasi, judul: str, waktu: str) -> None:
        self.workbook = workbook
        self.rekap = rekap
        self.judul = judul
        self.waktu = waktu
        """Of which year or period."""
        self.contoh = rekap.instansi.status_data is StatusData.CONTOH
        self._rupa: dict[tuple[tuple[str, ...], str | None], Format] = {}
        self._nama: set[str] = set()

    # ── Looks ──

    def rupa(self, *nama: str, num: str | None = None) -> Format:
        """Returns the look that these parts make together; made once."""
        key = (nama, num)
        if key not in self._rupa:
            parts: dict[str, Any] = {"font_name": "Arial", "font_size": 9, "valign": "top"}
            for one in nama:
                parts |= _RUPA[one]
            if num:
                parts["num_format"] = num
            self._rupa[key] = self.workbook.add_format(parts)
        return self._rupa[key]

    # ── Sheets ──

    def lembar(self, nama: str, *, tegak: bool = False, tanda: str = "") -> Lembar:
        """Returns a new sheet that prints on F4, as wide as the paper, with page numbers; `tanda` marks every page."""
        sheet = self.workbook.add_worksheet(self._unik(nama))
        sheet.set_paper(_FOLIO)
        if not tegak:
            sheet.set_landscape()
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        marks = " · ".join(filter(None, (CONTOH if self.contoh else "", tanda)))
        pd = self.rekap.instansi.perangkat_daerah
        sheet.set_header(f"&L{_KECIL}{_pendek(pd.nama)}&R{_KECIL}{_pendek(marks)}")
        posisi = self.rekap.posisi
        told = f"Data per {tanggal(posisi.per_tanggal)}, revisi {self.rekap.revisi or 'tidak tercatat'}"
        title = _pendek(f"{self.judul}, {self.waktu}")
        sheet.set_footer(f"&L{_KECIL}{title}&C{_KECIL}Halaman &P dari &N&R{_KECIL}{_pendek(told)}")
        return Lembar(self, sheet)

    def _unik(self, nama: str) -> str:
        """A name that no other sheet has, as short as a workbook wants it."""
        short, n = nama[:_NAMA_TERPANJANG], 1
        while short.lower() in self._nama:
            n += 1
            short = f"{nama[: _NAMA_TERPANJANG - 3]} {n}"
        self._nama.add(short.lower())
        return short

    def baca_dahulu(self, tentang: Iterable[tuple[str, str]], *, tanda: str = "") -> None:
        """Writes the first sheet: what the workbook is, of which data, what its sheets hold, which cells may change."""
        page = self.lembar(BACA, tegak=True, tanda=tanda)
        page.lebar(24, 88)
        row = page.kop(self.judul, self.waktu, tanda)
        posisi, pd = self.rekap.posisi, self.rekap.instansi.perangkat_daerah
        facts = [("DATA CONTOH", "Angka di sini dibuat untuk peragaan dan bukan data resmi.")] if self.contoh else []
        facts += [
            ("Perangkat daerah", f"{pd.nama} {self.rekap.instansi.daerah}"),
            ("Data per", f"{tanggal(posisi.per_tanggal)}, dilihat sampai {posisi.sampai.label}"),
            ("Revisi data", self.rekap.revisi or "tidak tercatat"),
        ]
        for name, told in (*facts, *tentang):
            marked = name == "DATA CONTOH"
            page.teks(row, 0, name, "sel", "tebal", "bungkus", *(("contoh",) if marked else ()))
            page.teks(row, 1, told, "sel", "bungkus", *(("isian",) if name == "Sel kuning" else ()))
            row += 1


class Lembar:
    """A sheet that is being written; cells are counted from 0."""

    def __init__(self, buku: Buku, sheet: Worksheet) -> None:
        self.buku = buku
        self.sheet = sheet
        self.nama: str = sheet.get_name()
        self._lebar: dict[int, float] = {}
        self._baris: dict[int, int] = {}
        """How many lines of text each row holds."""

    def lebar(self, *widths: float, sembunyi: Collection[int] = ()) -> None:
        """Sets how many letters each column holds, before anything is written, and which of them are hidden."""
        for n, width in enumerate(widths):
            self._lebar[n] = width
            self.sheet.set_column(n, n, width, None, {"hidden": n in sembunyi})

    def _muat(self, baris: int, awal: int, akhir: int, isi: str) -> None:
        """Makes a row as high as a text asks that is wrapped in these columns."""
        letters = int(_HURUF * sum(self._lebar.get(n, 9) for n in range(awal, akhir + 1)))
        lines = sum(max(1, len(textwrap.wrap(line, letters))) for line in isi.split("\n"))
        if lines > self._baris.get(baris, 1):
            self._baris[baris] = lines
            self.sheet.set_row(baris, min(_TINGGI * lines + 3, _TERTINGGI))

    def teks(self, baris: int, kolom: int, isi: str, *rupa: str, sampai: int | None = None) -> None:
        """Writes text, never as a formula, a link or a number; `sampai` is the last column that it may fill."""
        text = isi if len(isi) <= _TERPANJANG else f"{isi[:_TERPANJANG]}…"
        form = self.buku.rupa(*rupa)
        if text:
            self.sheet.write_string(baris, kolom, aman(text), form)
            if "bungkus" in rupa or "kepala" in rupa:
                self._muat(baris, kolom, kolom if sampai is None else sampai, text)
        else:
            self.sheet.write_blank(baris, kolom, None, form)

    def tautan(self, baris: int, kolom: int, alamat: str, isi: str, *rupa: str) -> None:
        """Writes a link to a page of the site."""
        self.sheet.write_url(baris, kolom, alamat, self.buku.rupa(*rupa, "tautan"), aman(isi))
        self._muat(baris, kolom, kolom, isi)

    def angka(self, baris: int, kolom: int, isi: Angka | None, *rupa: str, num: str | None = None) -> None:
        """Writes a number, or an empty cell of the same look."""
        form = self.buku.rupa(*_rata(rupa), num=num)
        if isi is None:
            self.sheet.write_blank(baris, kolom, None, form)
        else:
            self.sheet.write_number(baris, kolom, float(isi), form)

    def hari(self, baris: int, kolom: int, isi: date, *rupa: str) -> None:
        form = self.buku.rupa(*rupa, num="dd/mm/yyyy")
        self.sheet.write_datetime(baris, kolom, datetime.combine(isi, time()), form)

    def rumus(
        self, baris: int, kolom: int, rumus: str, nilai: Angka | str | None, *rupa: str, num: str | None = None
    ) -> None:
        """Writes a formula with the value that it has; None is an empty text."""
        value = nilai if isinstance(nilai, str) else "" if nilai is None else float(nilai)
        form = self.buku.rupa(*(_rata(rupa) if num else rupa), num=num)
        self.sheet.write_formula(baris, kolom, f"={rumus}", form, value)

    def kosong(self, baris: int, kolom: Iterable[int], *rupa: str) -> None:
        for n in kolom:
            self.sheet.write_blank(baris, n, None, self.buku.rupa(*rupa))

    def gabung(self, baris: int, awal: int, akhir: int, isi: str, *rupa: str) -> None:
        """Writes text over several cells of a row."""
        if awal == akhir:
            self.teks(baris, awal, isi, *rupa)
            return
        self.sheet.merge_range(baris, awal, baris, akhir, "", self.buku.rupa(*rupa))
        self.teks(baris, awal, isi, *rupa, sampai=akhir)

    def tegak(self, awal: int, akhir: int, kolom: int, isi: str, *rupa: str) -> None:
        """Writes text over the cells of several rows."""
        self.sheet.merge_range(awal, kolom, akhir, kolom, "", self.buku.rupa(*rupa))
        self.sheet.write_string(awal, kolom, aman(isi), self.buku.rupa(*rupa))

    def kepala(self, baris: int, nama: Sequence[str]) -> None:
        """Writes a row of column heads, which every printed page repeats."""
        for n, name in enumerate(nama):
            self.teks(baris, n, name, "kepala", "tengah", "vtengah")
        self.sheet.repeat_rows(baris)

    def kop(self, judul: str, waktu: str, tanda: str = "") -> int:
        """Writes whose paper this is, what it is and of when; returns the row below."""
        instansi, pd = self.buku.rekap.instansi, self.buku.rekap.instansi.perangkat_daerah
        self.teks(0, 0, instansi.nama.upper(), "kop")
        self.teks(1, 0, pd.nama.upper(), "kop")
        self.teks(2, 0, pd.alamat or instansi.daerah, "redup")
        self.teks(3, 0, judul.upper(), "judul")
        self.sheet.set_row(3, 24)
        self.teks(4, 0, waktu, "tebal")
        marks = " · ".join(filter(None, (CONTOH if self.buku.contoh else "", tanda)))
        self.teks(5, 0, marks, "contoh")
        return 6 if not marks else 7

    def tanda_tangan(
        self, baris: int, kiri: int, kanan: int, *, dari: Penanda | None = None, oleh: Penanda | None = None
    ) -> None:
        """Writes who made the paper and who has seen it, by position: else the Tim SAKIP and the Sekretaris."""
        instansi = self.buku.rekap.instansi
        secretary = next(
            (unit.kepala for unit in instansi.unit_kerja.values() if unit.jenis is JenisUnit.SEKRETARIAT),
            instansi.tim_sakip.ketua,
        )
        left = dari or ("Disusun oleh", "Tim SAKIP")
        right = oleh or ("Mengetahui", instansi.nama_jabatan(secretary))
        place = f"{'…' * 12}, {'…' * 16}"
        for column, above, (word, who) in ((kiri, "", left), (kanan, place, right)):
            for n, line in enumerate((above, word, who, "", "", "", _TITIK, f"NIP {_TITIK}")):
                if line:
                    self.teks(baris + n, column, line)


Penanda = tuple[str, str]
"""What a signature says, and whose it is."""


def susun(rekap: Rekapitulasi, judul: str, waktu: str, isi: Callable[[Buku], None]) -> bytes:
    """Returns a workbook whose sheets `isi` writes; the same Rekapitulasi gives the same bytes."""
    made = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, plain) as workbook:
        pd = rekap.instansi.perangkat_daerah
        workbook.set_properties(
            {
                "title": f"{judul}, {waktu}",
                "author": f"{pd.nama} {rekap.instansi.daerah}",
                "comments": CONTOH if rekap.instansi.status_data is StatusData.CONTOH else "",
                "created": datetime.combine(rekap.posisi.per_tanggal, time()),
            }
        )
        isi(Buku(workbook, rekap, judul, waktu))
    return made.getvalue()


def _rata(rupa: tuple[str, ...]) -> tuple[str, ...]:
    """A number stands on the right, unless it is to stand in the middle."""
    return rupa if "tengah" in rupa else (*rupa, "kanan")


def _pendek(teks: str) -> str:
    """Text of a page's head or foot, which is short and in which `&` begins an order."""
    short = teks if len(teks) <= _PENDEK else f"{teks[: _PENDEK - 1]}…"
    return short.replace("&", "&&")
