"""Tables as WordprocessingML: a fixed grid, spans both ways, a head repeated on every page, rows that stay whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.rendering.dokumen.blok import JenisBaris, Rata, Sel, Tabel
from sakipgen.rendering.dokumen.docx_gaya import Gaya, Rupa
from sakipgen.rendering.dokumen.docx_lebar import kata_terpanjang, lebar_kata, lebar_kolom
from sakipgen.rendering.dokumen.docx_xml import Alinea, aman, isi_lari, kalimat

UTUH: Final = 14
"""A row of at most so many lines is not parted between pages."""
HURUF: Final = 180
HURUF_KECIL: Final = 150
"""The size of a table's type in the template, ordinary and smaller."""
TEPI: Final = 90
TEPI_KECIL: Final = 50
"""What is free on both sides of a cell."""


@dataclass(frozen=True, slots=True)
class RupaTabel:
    """How the template shows tables: styles, and the shading of each kind of row."""

    gaya: Gaya
    kepala: str
    jenis: Mapping[JenisBaris, str]


def tabel(isi: Tabel, lebar: int, rupa: RupaTabel) -> str:
    """Returns a table, so wide."""
    widths = _lebar(isi, lebar)
    style = rupa.gaya[Rupa.TABEL if isi.bergaris else Rupa.TABEL_POLOS]
    sides = "".join(f'<w:{side} w:w="{TEPI_KECIL}" w:type="dxa"/>' for side in ("left", "right"))
    margin = f"<w:tblCellMar>{sides}</w:tblCellMar>" if isi.kecil else ""
    rows = (*_kepala(isi, widths, rupa), *_badan(isi, widths, rupa))
    return bingkai(style, widths, rows, margin=margin, judul=isi.judul)


def _lebar(isi: Tabel, lebar: int) -> tuple[int, ...]:
    """The widths of the columns, with room for the words of cells that are one column wide."""
    size, margin = (HURUF_KECIL, TEPI_KECIL) if isi.kecil else (HURUF, TEPI)
    needs = [0] * len(isi.kolom)
    for rows in (isi.kepala, [row.sel for row in isi.baris]):
        for place in (place for places in tata_letak(rows, len(isi.kolom)) for place in places):
            if place.sel.lebar == 1 and not place.lanjut:
                word = lebar_kata(kata_terpanjang(place.sel.isi), size)
                needs[place.kolom] = max(needs[place.kolom], word + 2 * margin)
    return lebar_kolom(isi.kolom, lebar, needs)


def bingkai(
    gaya: str, widths: Sequence[int], baris: Sequence[str], *, margin: str = "", judul: str = "", garis: str = ""
) -> str:
    """Returns rows in a table of fixed widths; LibreOffice looks at the grid, Word at the cells."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    caption = f'<w:tblCaption w:val="{aman(judul)}"/>' if judul else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{gaya}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{garis}<w:tblLayout w:type="fixed"/>{margin}'
        f'<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
        f'w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(baris)}</w:tbl>'
    )


def baris_xml(sel: str, *, utuh: bool = True, tinggi: str = "", kepala: bool = False) -> str:
    """Returns a row of finished cells."""
    marks = ("<w:cantSplit/>" if utuh else "") + tinggi + ("<w:tblHeader/>" if kepala else "")
    return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{sel}</w:tr>"


def sel_xml(lebar: int, isi: str, *, kolom: int = 1, gabung: str = "", arsir: str = "", tegak: str = "") -> str:
    """Returns a cell of finished paragraphs; `gabung` is `restart` or `continue` of one that is several rows high."""
    span = f'<w:gridSpan w:val="{kolom}"/>' if kolom > 1 else ""
    merge = f'<w:vMerge w:val="{gabung}"/>' if gabung else ""
    align = f'<w:vAlign w:val="{tegak}"/>' if tegak else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/>{span}{merge}{arsir}{align}</w:tcPr>{isi}</w:tc>'


# ── Where cells stand ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Petak:
    """A place of the grid: a cell, or the continuation of one that began in a row above."""

    kolom: int
    sel: Sel
    lanjut: bool = False


def tata_letak(baris: Sequence[Sequence[Sel]], kolom: int) -> Iterator[tuple[_Petak, ...]]:
    """Yields the places of each row; a row that is too short is filled up."""
    hanging: dict[int, tuple[int, Sel]] = {}
    for cells in baris:
        queue, places, at = list(cells), [], 0
        while at < kolom:
            left, above = hanging.get(at, (0, None))
            if left and above is not None:
                hanging[at] = (left - 1, above)
                places.append(_Petak(at, above, lanjut=True))
                at += above.lebar
                continue
            free = next((n for n in range(at + 1, kolom) if hanging.get(n, (0, None))[0]), kolom) - at
            cell = queue.pop(0) if queue else Sel((), lebar=free)
            if cell.lebar > free:
                raise ValueError(f"sel selebar {cell.lebar} kolom tidak muat dalam {free} kolom")
            hanging[at] = (cell.tinggi - 1, cell)
            places.append(_Petak(at, cell))
            at += cell.lebar
        if queue:
            raise ValueError(f"baris punya {len(queue)} sel lebih banyak daripada {kolom} kolom")
        yield tuple(places)


# ── Rows ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _kepala(isi: Tabel, widths: Sequence[int], rupa: RupaTabel) -> Iterator[str]:
    style = rupa.gaya[Rupa.KEPALA_KECIL if isi.kecil else Rupa.KEPALA]
    for places in tata_letak(isi.kepala, len(widths)):
        cells = (_sel(place, widths, rupa, style, lengket=True, arsir=rupa.kepala, tegak="center") for place in places)
        yield baris_xml("".join(cells), kepala=True)
    if isi.nomor_kolom:
        number, shading = rupa.gaya[Rupa.NOMOR_KOLOM], rupa.jenis[JenisBaris.KELOMPOK]
        texts = (Alinea(number, isi_lari(str(n)), lengket=True).xml for n in range(1, len(widths) + 1))
        yield baris_xml(
            "".join(sel_xml(w, text, arsir=shading) for w, text in zip(widths, texts, strict=True)), kepala=True
        )


def _badan(isi: Tabel, widths: Sequence[int], rupa: RupaTabel) -> Iterator[str]:
    """The rows below the head. A group stays with its first row, a sum with the row above, the last with the notes."""
    style = rupa.gaya[Rupa.SEL_KECIL if isi.kecil else Rupa.SEL if isi.bergaris else Rupa.FORMULIR]
    kinds = [row.jenis for row in isi.baris]
    following = [*kinds[1:], JenisBaris.JUMLAH if isi.catatan else JenisBaris.ISI][: len(kinds)]
    layout = tata_letak([row.sel for row in isi.baris], len(widths))
    for row, places, after in zip(isi.baris, layout, following, strict=True):
        stays = row.jenis is JenisBaris.KELOMPOK or after is JenisBaris.JUMLAH
        cells = (
            _sel(
                place,
                widths,
                rupa,
                style,
                lengket=stays,
                rata=_sisi(place, isi, row.jenis),
                arsir=rupa.jenis[row.jenis],
                tebal=row.jenis is not JenisBaris.ISI,
            )
            for place in places
        )
        yield baris_xml("".join(cells), utuh=_pendek(places, widths))


def _sisi(place: _Petak, isi: Tabel, jenis: JenisBaris) -> Rata:
    """The side of a cell that names none: its column's; over several columns left, the name of a sum in the middle."""
    if place.sel.lebar == 1:
        return isi.kolom[place.kolom].rata
    return Rata.TENGAH if jenis is JenisBaris.JUMLAH else Rata.KIRI


def _pendek(places: Sequence[_Petak], widths: Sequence[int]) -> bool:
    """Whether a row is short enough to be kept whole; what hangs in from above is not its own."""
    own = (place for place in places if not place.lanjut)
    return all(
        sum(
            1 + sum(len(run.teks) for run in line) * HURUF // (2 * sum(_bentang(place, widths)))
            for line in place.sel.isi
        )
        <= UTUH
        for place in own
    )


def _bentang(place: _Petak, widths: Sequence[int]) -> Sequence[int]:
    return widths[place.kolom : place.kolom + place.sel.lebar]


def _sel(
    place: _Petak,
    widths: Sequence[int],
    rupa: RupaTabel,
    gaya: str,
    *,
    lengket: bool = False,
    rata: Rata | None = None,
    arsir: str = "",
    tegak: str = "",
    tebal: bool = False,
) -> str:
    cell = place.sel
    side = cell.rata or rata
    lines = () if place.lanjut else cell.isi
    text = "".join(
        Alinea(gaya, kalimat(line, rupa.gaya[Rupa.BELUM], tebal=tebal), rata=side, lengket=lengket).xml
        for line in lines or ((),)
    )
    merge = "" if cell.tinggi == 1 else "continue" if place.lanjut else "restart"
    return sel_xml(sum(_bentang(place, widths)), text, kolom=cell.lebar, gabung=merge, arsir=arsir, tegak=tegak)
