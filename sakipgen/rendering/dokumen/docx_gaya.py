"""The styles that the writer asks of a template, by the names that Word and LibreOffice show."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from docx.oxml.ns import qn

from sakipgen.diagnostics import SakipgenError


class Rupa(StrEnum):
    """A style; the value is its name in the file, which no translation of Word changes."""

    ISI = "body text"
    BAB = "heading 1"
    SUBBAB = "heading 2"
    SUBSUBBAB = "heading 3"
    RINCIAN = "heading 4"
    BUTIR = "list paragraph"
    KETERANGAN = "keterangan kecil"
    NASKAH = "judul naskah"
    SUBNASKAH = "subjudul naskah"
    MEDAN = "medan"
    JUDUL_TABEL = "caption"
    JUDUL_GAMBAR = "judul gambar"
    GAMBAR = "gambar"
    KEPALA = "kepala tabel"
    SEL = "isi tabel"
    KEPALA_KECIL = "kepala tabel kecil"
    SEL_KECIL = "isi tabel kecil"
    FORMULIR = "isi formulir"
    NOMOR_KOLOM = "nomor kolom"
    TANDA_TANGAN = "tanda tangan"
    JUDUL_SAMPUL = "judul sampul"
    SUBJUDUL_SAMPUL = "subjudul sampul"
    PENERBIT_SAMPUL = "penerbit sampul"
    JUDUL_DAFTAR = "toc heading"
    DAFTAR_1 = "toc 1"
    DAFTAR_2 = "toc 2"
    DAFTAR_3 = "toc 3"
    DAFTAR_GAMBAR = "table of figures"
    GARIS_KOLOFON = "garis kolofon"
    KOTAK_BELUM = "kotak belum"
    PEMBATAS = "pembatas"
    BELUM = "belum diisi"
    TABEL = "tabel naskah"
    TABEL_POLOS = "tabel polos"
    TABEL_SAMPUL = "tabel sampul"


JUDUL: Final = (Rupa.BAB, Rupa.SUBBAB, Rupa.SUBSUBBAB, Rupa.RINCIAN)
DAFTAR: Final = (Rupa.DAFTAR_1, Rupa.DAFTAR_2, Rupa.DAFTAR_3)
_JENIS: Final = {Rupa.BELUM: "character", **dict.fromkeys((Rupa.TABEL, Rupa.TABEL_POLOS, Rupa.TABEL_SAMPUL), "table")}

Gaya = Mapping[Rupa, str]
"""The id that each style has in a template."""


def baca_gaya(styles: Any, templat: str) -> Gaya:
    """Returns the ids of all styles; all that are missing are told at once."""
    known = {
        (_nama(style), style.get(qn("w:type"))): style.get(qn("w:styleId"))
        for style in styles.iterchildren(qn("w:style"))
    }
    found = {rupa: known.get((rupa.value, _JENIS.get(rupa, "paragraph"))) for rupa in Rupa}
    if lacking := [f"“{rupa.value}”" for rupa, style in found.items() if style is None]:
        raise SakipgenError(
            f"Templat {templat} tidak punya gaya (style) {', '.join(lacking)}. "
            "Buat gaya itu di Word atau LibreOffice, atau mulai lagi dari templat bawaan"
        )
    return {rupa: style for rupa, style in found.items() if style is not None}


def _nama(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"), "")).lower()


def arsiran(styles: Any, gaya: str, tipe: str) -> str:
    """Returns the shading that a table style gives one kind of row, as XML; empty if it gives none.

    Word itself gives it to one row of the head only, so the writer sets it in every cell.
    """
    for part in styles.iterfind(f"{qn('w:style')}[@{qn('w:styleId')}='{gaya}']/{qn('w:tblStylePr')}"):
        shading = part.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
        if part.get(qn("w:type")) == tipe and shading is not None:
            return f'<w:shd w:val="clear" w:color="auto" w:fill="{shading.get(qn("w:fill"), "auto")}"/>'
    return ""
