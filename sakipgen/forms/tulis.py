"""The form as a workbook: only its input cells are unlocked, text is never a formula, same form, same bytes."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from sakipgen.domain.organisasi import Kertas
from sakipgen.forms.cek import Cek
from sakipgen.forms.isian import Kolom
from sakipgen.forms.kartu import PenulisKartu
from sakipgen.forms.lembar import KOL, LEBAR, Lembar, aman
from sakipgen.forms.lembar_petunjuk import tulis_petunjuk
from sakipgen.forms.letak import (
    BARIS_KOP,
    BARIS_KUNCI,
    HURUF,
    KOLOM,
    PENANDA,
    PETUNJUK,
    Letak,
    susun_letak,
)
from sakipgen.forms.rekaman import Rekaman, rekam
from sakipgen.forms.rupa import BAIK, PERLU
from sakipgen.forms.susun import Formulir
from sakipgen.rendering.cetak import tanggal

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_KERTAS: Final = {Kertas.F4: 14, Kertas.A4: 9}
"""The numbers of papers; F4 is Folio, 8.5 × 13 inches, as offices call it."""
_HALAMAN: Final = 590
"""How many points of rows stand on a page when the columns fill its width."""
_JUDUL: Final = "FORMULIR PENGUMPULAN DATA KINERJA"
_CONTOH: Final = "DATA CONTOH: angka di sini dibuat untuk peragaan dan bukan data resmi."


def render_formulir(formulir: Formulir) -> bytes:
    """Returns the workbook."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only who writes a workbook needs it

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as workbook:
        _Penulis(workbook, formulir).tulis()
    return made.getvalue()


class _Penulis:
    """One workbook while it is written."""

    def __init__(self, workbook: Workbook, formulir: Formulir) -> None:
        self.workbook, self.formulir = workbook, formulir
        self.letak: Letak = susun_letak(formulir)
        self.petunjuk: Worksheet = workbook.add_worksheet(PETUNJUK)
        self.lembar = Lembar(workbook, self.letak)
        self.sheet, self.bentuk = self.lembar.sheet, self.lembar.bentuk

    def tulis(self) -> None:
        form, book = self.formulir, self.workbook
        book.set_properties(
            {
                "title": f"Formulir pengumpulan data kinerja, {form.nama_unit}, {form.periode.label}",
                "author": form.kop[1],
                "created": datetime.combine(form.periode.akhir, time()),
            }
        )
        book.set_calc_mode("auto")
        tulis_petunjuk(self.petunjuk, form, self.bentuk)
        self.petunjuk.set_paper(_KERTAS[form.kertas])
        self._siapkan()
        self._kop()
        for kartu in form.kartu:
            PenulisKartu(self.lembar, form, kartu).tulis()
        self._tanda_tangan()
        self._halaman()
        self._rupa_bersyarat()
        self._rekam()
        self.sheet.activate()

    # ── The sheet ──

    def _siapkan(self) -> None:
        sheet = self.sheet
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 4, self.bentuk["kunci"], {"hidden": True})
        for kolom in KOLOM:
            hidden = {"hidden": True} if kolom in {Kolom.CAPAIAN, Kolom.TERISI} else {}
            sheet.set_column(KOL[kolom], KOL[kolom], LEBAR[kolom], None, hidden)
        sheet.set_row(BARIS_KUNCI, None, None, {"hidden": True})
        sheet.write_string(BARIS_KUNCI, 0, PENANDA, self.bentuk["kunci"])
        for kolom in KOLOM:
            sheet.write_string(BARIS_KUNCI, KOL[kolom], kolom.value, self.bentuk["kunci"])
        last = self.letak.akhir + 8
        sheet.set_landscape()
        sheet.set_paper(_KERTAS[self.formulir.kertas])
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(self.letak.kepala)
        sheet.print_area(BARIS_KOP, KOL[Kolom.KODE], last, KOL[Kolom.CEK])
        name = f"{self.formulir.nama_unit[:80]}, {self.formulir.periode.label}".replace("&", "&&")
        sheet.set_footer(f"&L&8{name}&C&8Halaman &P dari &N&R&8Formulir pengumpulan data, SOP langkah 5")
        sheet.freeze_panes(self.letak.kepala + 1, 0)
        sheet.protect("", {"format_rows": True, "format_columns": True, "select_locked_cells": True})
        sheet.set_zoom(100)

    def _kop(self) -> None:
        form, row = self.formulir, BARIS_KOP
        for n, line in enumerate(form.kop):
            text = line.upper() if n < 2 else line
            self.lembar.gabung(row + n, Kolom.KODE, Kolom.CEK, text, "kop_tebal" if n == 1 else "kop")
        row += len(form.kop)
        self.lembar.gabung(row, Kolom.KODE, Kolom.CEK, _JUDUL, "judul")
        self.lembar.atur_tinggi(row, 26)
        head = self.letak.kepala
        text = f"{form.nama_unit}  ·  {form.periode.label}  ·  kembali paling lambat {tanggal(form.tenggat)}"
        self.lembar.gabung(head, Kolom.KODE, Kolom.TARGET_PERIODE, text, "kepala")
        self._terisi(head)
        self.lembar.atur_tinggi(head, 24)
        below = _CONTOH if form.contoh else ""
        if below:
            self.lembar.gabung(head + 1, Kolom.KODE, Kolom.CEK, below, "contoh")
        self.lembar.atur_tinggi(head + 1, 22 if below else 8)

    def _terisi(self, head: int) -> None:
        """«3 dari 10 indikator terisi», counted while it is filled in."""
        form, column = self.formulir, HURUF[Kolom.TERISI]
        cells = f"${column}${head + 2}:${column}${self.letak.akhir + 1}"
        count = sum(int(Cek(kartu, self.letak).terisi().nilai) for kartu in form.kartu)
        sheet, shape = self.sheet, self.bentuk["kepala_kanan"]
        sheet.merge_range(head, KOL[Kolom.TERAKHIR], head, KOL[Kolom.CEK], "", shape)
        text = f"{count} dari {len(form.kartu)} indikator terisi"
        formula = f'=SUM({cells})&" dari {len(form.kartu)} indikator terisi"'
        sheet.write_formula(head, KOL[Kolom.TERAKHIR], formula, shape, text)

    # ── The end of the sheet ──

    def _tanda_tangan(self) -> None:
        form, row = self.formulir, self.letak.akhir + 1
        for n, (text, shape) in enumerate(
            (
                (f"{form.kota or '………………………'}, ……………………………………", "tanda_tangan"),
                (form.kepala, "tanda_tangan"),
                ("", "tanda_tangan"),
                ("", "tanda_tangan"),
                ("", "tanda_tangan"),
                (form.pejabat or "………………………………………………", "tanda_tangan_tebal" if form.pejabat else "tanda_tangan"),
                ("NIP ………………………………………", "tanda_tangan"),
            )
        ):
            self.lembar.gabung(row + n, Kolom.TARGET_PERIODE, Kolom.CEK, text, shape)

    def _halaman(self) -> None:
        """Keeps heading, figures and status of each card on one page, and the signature; sentences may flow over."""
        rows, head = self.letak.baris, self.letak.kepala
        blocks = {rows[f"{k.kode}:judul"]: rows[f"{k.kode}:status"] + 1 for k in self.formulir.kartu}
        blocks[self.letak.akhir] = self.letak.akhir + 9
        used, breaks = 0.0, []
        for row in range(BARIS_KOP, self.letak.akhir + 9):
            together = sum(self.lembar.tinggi.get(n, 15) for n in range(row, blocks.get(row, row + 1)))
            if used + together > _HALAMAN:
                used = self.lembar.tinggi[head]
                if row in blocks and row > head + 2:
                    breaks.append(row)
            used += self.lembar.tinggi.get(row, 15)
        self.sheet.set_h_pagebreaks(breaks)

    def _rupa_bersyarat(self) -> None:
        sheet, column = self.sheet, KOL[Kolom.CEK]
        first, last = self.letak.kepala + 2, self.letak.akhir
        need = self.workbook.add_format({"font_color": PERLU, "bold": True})
        good = self.workbook.add_format({"font_color": BAIK})
        for words, shape in (
            (("Wajib", "Belum", "Lengkapi", "Pilih", "Periksa", "Hanya"), need),
            (("Terisi", "Lengkap"), good),
        ):
            for word in words:
                rule = {"type": "text", "criteria": "begins with", "value": word, "format": shape, "stop_if_true": True}
                sheet.conditional_format(first, column, last, column, rule)

    def _rekam(self) -> None:
        """The hidden sheet and the document properties: what the form said when it was made."""
        record: Rekaman = rekam(self.formulir, self.lembar.tetap)
        sheet = self.lembar.hidden
        for n, row in enumerate(record.baris()):
            for m, text in enumerate(row):
                sheet.write_string(n, m, aman(text))
        sheet.very_hidden()
        sheet.protect("")
        for name, text in record.sifat():
            self.workbook.set_custom_property(name, text, "text")
