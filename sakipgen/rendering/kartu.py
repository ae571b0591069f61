"""The picture that stands where an address of the site is shared: who, what, and the verdict in one sentence.

Drawn at build time as SVG with plain attributes and turned into PNG with the packaged font alone, so that the same data
give the same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.domain.organisasi import Instansi, StatusData
from sakipgen.rendering.cetak import aman
from sakipgen.rendering.charts.naskah import lambang
from sakipgen.rendering.charts.palet import FONTA, GARIS, LAUT, TINTA
from sakipgen.rendering.charts.png import raster
from sakipgen.rendering.page import Kartu

LEBAR: Final = 1200
TINGGI: Final = 630
"""Pixels, as the networks ask for a large card."""
SITUS: Final = "kartu/situs.png"
"""The card of every page that has none of its own."""
_TEPI: Final = 72
_ISI: Final = LEBAR - 2 * _TEPI
_PITA: Final = 104
"""Where the band at the top ends."""
_GARIS: Final = 524
"""The line above the marks."""
_JUDUL, _BARIS_JUDUL = 52, 62
_UCAPAN, _BARIS_UCAPAN = 38, 52
"""Sizes of letters and of lines."""
_JARAK: Final = 8

_LEBAR_HURUF: Final = {
    **dict.fromkeys("ijl|'", 222),
    **dict.fromkeys(" !,./:;I[]ft", 278),
    **dict.fromkeys("r()-", 333),
    **dict.fromkeys("cksvxyzJ", 500),
    **dict.fromkeys("abdeghnopquL0123456789–", 556),
    **dict.fromkeys("FTZ", 611),
    **dict.fromkeys("ABEKPSVXY&", 667),
    **dict.fromkeys("CDHNRUw", 722),
    **dict.fromkeys("GOQ", 778),
    **dict.fromkeys("mM", 833),
    "%": 889,
    "W": 944,
}
"""Widths of the font's letters in thousandths of its size; of others the widest is assumed."""
_TERLEBAR: Final = 1000
_LANGKAH, _SEMPIT = 16, 400
"""By so many pixels lines are made shorter to be alike, and never shorter than this."""
_TEBAL: Final = 1080
"""A bold letter in thousandths of a plain one, at most."""


def alt(kartu: Kartu) -> str:
    """Returns the words of a card for who does not see it."""
    return " ".join([f"{kartu.judul}.", kartu.ucapan, *(f"{words}." for _, words in kartu.tanda)])


def kartu_situs(instansi: Instansi) -> Kartu:
    """Returns the card that says whose site it is; it holds no figure and so changes with no report."""
    pd = instansi.perangkat_daerah
    return Kartu(f"Kinerja {pd.nama}", f"Apa yang dijanjikan dan apa yang dicapai {pd.singkatan}, dengan bukti.", ())


def png(kartu: Kartu, instansi: Instansi) -> bytes:
    """Returns the picture of a card."""
    return raster(svg(kartu, instansi))


def svg(kartu: Kartu, instansi: Instansi) -> str:
    """Returns the drawing of a card."""
    parts = (*_kepala(instansi), *_kata(kartu), *_kaki(kartu))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEBAR}" height="{TINGGI}" viewBox="0 0 {LEBAR} {TINGGI}" '
        f'font-family="{FONTA}"><rect width="{LEBAR}" height="{TINGGI}" fill="#ffffff"/>{"".join(parts)}</svg>\n'
    )


def _kepala(instansi: Instansi) -> Iterator[str]:
    """The band with the site's mark, its owner, and whether its figures are an example."""
    yield f'<rect width="{LEBAR}" height="{_PITA}" fill="{LAUT}"/>'
    yield '<g transform="translate(66 22) scale(2.5)"><path fill="#8fc1e8" d="M3 14h5v7H3z"/>'
    yield '<path fill="#ffffff" d="M9.5 9h5v12h-5zM16 3h5v18h-5z"/></g>'
    contoh = instansi.status_data is StatusData.CONTOH
    owner = f"{instansi.perangkat_daerah.singkatan} · {instansi.daerah}"
    (line,) = potong(owner, 32, _ISI - (350 if contoh else 90), 1)
    yield _tulis(150, 64, line, 32, "#ffffff", tebal=True)
    if contoh:
        yield '<rect x="898" y="28" width="230" height="48" rx="6" fill="#fdf3d7"/>'
        yield _tulis(918, 62, "DATA CONTOH", 27, "#6b4a00", tebal=True)


def _kata(kartu: Kartu) -> Iterator[str]:
    """Title and verdict in the middle of what is left, each in as many lines as there is room for."""
    title = potong(kartu.judul, _JUDUL, _ISI, 3, tebal=True)
    room = (_GARIS if kartu.tanda else TINGGI) - _PITA
    said = potong(kartu.ucapan, _UCAPAN, _ISI, (room - 40 - len(title) * _BARIS_JUDUL) // _BARIS_UCAPAN)
    high = len(title) * _BARIS_JUDUL + _JARAK + len(said) * _BARIS_UCAPAN
    y = _PITA + (room - high) // 2 + _JUDUL
    for line in title:
        yield _tulis(_TEPI, y, line, _JUDUL, TINTA, tebal=True)
        y += _BARIS_JUDUL
    y += _JARAK
    for line in said:
        yield _tulis(_TEPI, y, line, _UCAPAN, TINTA)
        y += _BARIS_UCAPAN


def _kaki(kartu: Kartu) -> Iterator[str]:
    """Every kategori as its mark, its word and its colour."""
    if not kartu.tanda:
        return
    yield f'<rect x="{_TEPI}" y="{_GARIS}" width="{_ISI}" height="2" fill="{GARIS}"/>'
    x = _TEPI
    for pita, words in kartu.tanda:
        wide = _lebar(words, 30, tebal=True)
        if x + 48 + wide > LEBAR - _TEPI:
            return
        yield f'<g transform="translate({x + 16} 574) scale(2.2)">{lambang(pita)}</g>'
        yield _tulis(x + 44, 585, words, 30, TINTA, tebal=True)
        x += 84 + wide


def _tulis(x: int, y: int, teks: str, ukuran: int, warna: str, *, tebal: bool = False) -> str:
    weight = ' font-weight="700"' if tebal else ""
    return f'<text x="{x}" y="{y}" font-size="{ukuran}" fill="{warna}"{weight}>{aman(teks)}</text>'


# ── Lines ────────────────────────────────────────────────────────────────────────────────────────────────────────


def _lebar(teks: str, ukuran: int, *, tebal: bool = False) -> int:
    """How many pixels a line takes, or a little more."""
    letters = sum(_LEBAR_HURUF.get(letter, _TERLEBAR) for letter in teks)
    return -(-letters * ukuran * (_TEBAL if tebal else 1000) // 1_000_000)


def potong(teks: str, ukuran: int, lebar: int, baris: int, *, tebal: bool = False) -> list[str]:
    """Returns a text in at most so many lines of so many pixels; what does not fit is told by «…».

    The lines are about equally long, so that no word stands alone on the last.
    """
    penuh = lebar
    lines = _baris(teks, ukuran, lebar, tebal=tebal)
    if len(lines) > baris:
        lines[baris - 1 :] = [f"{lines[baris - 1]}…"]
    else:
        while len(closer := _baris(teks, ukuran, lebar - _LANGKAH, tebal=tebal)) == len(lines) and lebar > _SEMPIT:
            lines, lebar = closer, lebar - _LANGKAH
    return [_muat(line, ukuran, penuh, tebal=tebal) for line in lines]


def _baris(teks: str, ukuran: int, lebar: int, *, tebal: bool) -> list[str]:
    """As many words on each line as go there."""
    lines = [""]
    for word in teks.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if _lebar(joined, ukuran, tebal=tebal) <= lebar or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def _muat(line: str, ukuran: int, lebar: int, *, tebal: bool) -> str:
    """A line that fits: a word that alone is too long is cut."""
    while line and _lebar(line, ukuran, tebal=tebal) > lebar:
        line = f"{line.removesuffix('…')[:-1].rstrip()}…"
    return line
