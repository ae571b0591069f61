"""Blocks to paragraphs and tables, and what stands between them: page breaks, distances, ends of sections."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sakipgen.rendering.dokumen import docx_gambar, docx_resmi, docx_rujukan, docx_tabel
from sakipgen.rendering.dokumen.blok import (
    Belum,
    Blok,
    Butir,
    Daftar,
    DaftarIsi,
    Gambar,
    Gaya,
    HalamanBaru,
    JenisDaftarIsi,
    Judul,
    Kolofon,
    Lari,
    Medan,
    Paragraf,
    Rata,
    Ruang,
    Sampul,
    Tabel,
    TandaTangan,
)
from sakipgen.rendering.dokumen.docx_bagian import Bidang
from sakipgen.rendering.dokumen.docx_butir import Penomor
from sakipgen.rendering.dokumen.docx_gaya import JUDUL, Rupa
from sakipgen.rendering.dokumen.docx_rujukan import Tanda
from sakipgen.rendering.dokumen.docx_templat import Kerangka
from sakipgen.rendering.dokumen.docx_xml import PUTUS, TAB, Alinea, isi_lari, kalimat

BARIS: Final = 320
"""The height of a line of empty room."""
TERTINGGI: Final = 12000
"""The height of empty room that still fits on a page."""
JARAK: Final = 120
"""Between a table and the text below it."""
JARAK_CATATAN: Final = 50
LOGO: Final = (3400, 1928)
"""The most room, across and down, of the logo on a cover."""
NOMOR_GAMBAR: Final = 5000
"""From here on the drawings of the blocks are numbered, clear of those of the template."""

_GAYA: Final = {
    Gaya.BIASA: Rupa.ISI,
    Gaya.KECIL: Rupa.KETERANGAN,
    Gaya.NASKAH: Rupa.NASKAH,
    Gaya.SUBNASKAH: Rupa.SUBNASKAH,
}


def _berhalaman(blok: Blok) -> bool:
    """Whether it begins on a new page, unless its section begins with it."""
    return isinstance(blok, HalamanBaru | DaftarIsi) or (isinstance(blok, Judul) and blok.tingkat <= 1)


@dataclass(frozen=True, slots=True)
class Kisi:
    """A finished table."""

    xml: str


Unsur = Alinea | Kisi


class Penyusun:
    """Writes the blocks of one document."""

    def __init__(
        self,
        kerangka: Kerangka,
        rupa_tabel: docx_tabel.RupaTabel,
        tanda: Tanda,
        halaman: Mapping[str, int | str],
    ) -> None:
        self._kerangka = kerangka
        self._gaya = kerangka.gaya
        self._rupa_tabel = rupa_tabel
        self._tanda = tanda
        self._belum_terpakai = dict(tanda)
        self._halaman = halaman
        self._penomor = Penomor(kerangka.dokumen)
        self._gambar = NOMOR_GAMBAR

    def bagian(self, isi: Sequence[Blok], bidang: Bidang, akhir: str, *, sesudah_tabel: bool) -> str:
        """Returns the blocks of a section as XML; `akhir` are its properties, empty if it is the last.

        They belong to a paragraph: neither to a table nor, for LibreOffice, to a line of a table of contents.
        """
        out = list(self._rangkai(isi, bidang, sesudah_tabel=sesudah_tabel))
        last = out.pop() if out else None
        if isinstance(last, Alinea) and last.tab_kanan is None:
            return "".join(part.xml for part in (*out, replace(last, bagian=akhir)))
        end = Alinea(self._gaya[Rupa.PEMBATAS], bagian=akhir)
        return "".join(part.xml for part in (*out, *([last] if last else ()), end))

    def _rangkai(self, isi: Sequence[Blok], bidang: Bidang, *, sesudah_tabel: bool) -> Iterator[Unsur]:
        """What the blocks become, in order, with what only neighbours decide."""
        before: Unsur | None = None
        table, fresh = sesudah_tabel, False
        for n, block in enumerate(isi):
            after = isi[n + 1] if n + 1 < len(isi) else None
            fresh = before is not None and (fresh or _berhalaman(block))
            if isinstance(block, HalamanBaru):
                continue
            for part in self._blok(block, bidang, after):
                if before is not None:
                    signed = isinstance(block, TandaTangan) and isinstance(before, Alinea)
                    yield replace(before, lengket=True) if signed and isinstance(before, Alinea) else before
                if isinstance(part, Kisi):
                    if table or fresh:
                        yield Alinea(self._gaya[Rupa.PEMBATAS], halaman_baru=fresh)
                    before = part
                else:
                    before = replace(part, halaman_baru=fresh, jarak=self._jarak(part) if table else part.jarak)
                table, fresh = isinstance(part, Kisi), False
        if before is not None:
            yield before

    def _jarak(self, alinea: Alinea) -> int | None:
        """The distance from the table above; headings and titles have their own."""
        if alinea.gaya == self._gaya[Rupa.KETERANGAN]:
            return JARAK_CATATAN
        return JARAK if alinea.gaya in {self._gaya[Rupa.ISI], self._gaya[Rupa.BUTIR]} else alinea.jarak

    # ── Blocks ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _blok(self, blok: Blok, bidang: Bidang, sesudah: Blok | None) -> Iterator[Unsur]:  # noqa: C901, PLR0912 - one case for each kind
        gaya = self._gaya
        match blok:
            case Judul():
                yield self._judul(blok)
            case Paragraf():
                side = None if blok.rata is Rata.PENUH else blok.rata
                yield Alinea(gaya[_GAYA[blok.gaya]], kalimat(blok.isi, gaya[Rupa.BELUM]), rata=side)
            case Daftar():
                signed = isinstance(sesudah, TandaTangan) and len(blok.isi) <= docx_resmi.PENDEK
                yield from self._daftar(blok, Rupa.BUTIR, lengket=signed)
            case Medan():
                if blok.baris:
                    yield Kisi(docx_resmi.medan(blok, bidang.lebar, gaya, Rupa.MEDAN))
            case Belum():
                yield Alinea(gaya[Rupa.KOTAK_BELUM], isi_lari(str(blok)))
            case Tabel():
                yield from self._tabel(blok, bidang)
            case Gambar():
                yield from self._gambar_bagan(blok, bidang)
            case TandaTangan():
                if blok.penanda:
                    told = isinstance(sesudah, Kolofon)
                    yield Kisi(docx_resmi.tanda_tangan(blok, bidang.lebar, gaya, lengket=told))
            case Sampul():
                yield Kisi(docx_resmi.sampul(blok, bidang, gaya, self._logo()))
            case DaftarIsi():
                yield from docx_rujukan.daftar_isi(blok, gaya, self._tanda, self._halaman, bidang.lebar)
            case Ruang():
                yield Alinea(gaya[Rupa.PEMBATAS], tinggi=min(max(blok.baris, 1) * BARIS, TERTINGGI))
            case Kolofon():
                yield from self._kolofon(blok, bidang)
            case HalamanBaru():
                raise AssertionError("a page break is no text")

    def _judul(self, judul: Judul) -> Alinea:
        style = JUDUL[min(max(judul.tingkat, 1), len(JUDUL)) - 1]
        between = PUTUS if style is Rupa.BAB else TAB
        number = f"{isi_lari(judul.nomor)}{between}" if judul.nomor else ""
        text = docx_rujukan.bertanda(f"{number}{kalimat(judul.isi, self._gaya[Rupa.BELUM])}", self._ambil(judul.id))
        return Alinea(self._gaya[style], text, lurus=not judul.nomor and style is not Rupa.BAB)

    def _ambil(self, id_: str) -> int | None:
        """The bookmark of an id, for the first that has it: a document names none twice."""
        return self._belum_terpakai.pop(id_, None)

    def _daftar(self, daftar: Daftar, rupa: Rupa, *, lengket: bool = False) -> Iterator[Alinea]:
        number = self._penomor.beri(daftar.butir)
        for entry in daftar.isi:
            yield Alinea(self._gaya[rupa], kalimat(entry, self._gaya[Rupa.BELUM]), nomor=number, lengket=lengket)

    def _tabel(self, tabel: Tabel, bidang: Bidang) -> Iterator[Unsur]:
        if tabel.judul:
            caption = docx_rujukan.bernomor(JenisDaftarIsi.TABEL, tabel.nomor, tabel.judul)
            yield Alinea(
                self._gaya[Rupa.JUDUL_TABEL], docx_rujukan.bertanda(caption, self._ambil(tabel.id)), lengket=True
            )
        yield Kisi(docx_tabel.tabel(tabel, bidang.lebar, self._rupa_tabel))
        for note in tabel.catatan:
            yield Alinea(self._gaya[Rupa.KETERANGAN], kalimat(note, self._gaya[Rupa.BELUM]))

    def _gambar_bagan(self, gambar: Gambar, bidang: Bidang) -> Iterator[Alinea]:
        raw = docx_gambar.titik(gambar.spek)
        reference, _ = self._kerangka.dokumen.part.get_or_add_image(io.BytesIO(raw))
        room = bidang.lebar * gambar.lebar // 100
        size = docx_gambar.muat(*docx_gambar.ukuran_png(raw), room, bidang.tinggi * 4 // 5)
        self._gambar += 1
        told = f"{gambar.spek.nama}. {gambar.spek.uraian}"
        drawing = docx_gambar.gambar(reference, self._gambar, size, gambar.nomor or gambar.judul, told)
        yield Alinea(self._gaya[Rupa.GAMBAR], drawing, lengket=bool(gambar.judul or gambar.catatan))
        if gambar.catatan:
            note = kalimat(gambar.catatan, self._gaya[Rupa.BELUM])
            yield Alinea(self._gaya[Rupa.KETERANGAN], note, rata=Rata.TENGAH, lengket=bool(gambar.judul))
        if gambar.judul:
            caption = docx_rujukan.bernomor(JenisDaftarIsi.GAMBAR, gambar.nomor, gambar.judul)
            yield Alinea(self._gaya[Rupa.JUDUL_GAMBAR], docx_rujukan.bertanda(caption, self._ambil(gambar.id)))

    def _logo(self) -> str:
        logo = self._kerangka.logo
        if logo is None:
            return ""
        self._gambar += 1
        return docx_gambar.lukis_logo(self._kerangka.dokumen.part, logo, LOGO, self._gambar)

    def _kolofon(self, kolofon: Kolofon, bidang: Bidang) -> Iterator[Unsur]:
        small, red = self._gaya[Rupa.KETERANGAN], self._gaya[Rupa.BELUM]
        yield Alinea(self._gaya[Rupa.GARIS_KOLOFON], lengket=True)
        if kolofon.medan.baris:
            yield Kisi(docx_resmi.medan(kolofon.medan, bidang.lebar, self._gaya, Rupa.KETERANGAN))
        if kolofon.belum:
            told = Lari(f"Belum lengkap ({len(kolofon.belum)}):", tebal=True, belum=True)
            yield Alinea(small, kalimat((told,), red), lengket=True)
            entries = tuple((Lari(f"{one.apa}, penanggung jawab {one.siapa}", belum=True),) for one in kolofon.belum)
            yield from self._daftar(Daftar(entries, Butir.TITIK), Rupa.KETERANGAN)
