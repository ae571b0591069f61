"""Parts of official papers that stand in tables without borders: signatures, fields with a colon, the cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from sakipgen.rendering.dokumen.blok import Medan, Penanda, Sampul, TandaTangan
from sakipgen.rendering.dokumen.docx_bagian import Bidang
from sakipgen.rendering.dokumen.docx_gaya import Gaya, Rupa
from sakipgen.rendering.dokumen.docx_tabel import baris_xml, bingkai, sel_xml
from sakipgen.rendering.dokumen.docx_xml import Alinea, isi_lari, kalimat

TITIK: Final = "…" * 12
"""A line to write on: the name of whoever signs."""
TITIK_PENDEK: Final = "…" * 9
RUANG_PARAF: Final = 1020
"""The height that a signature and a stamp take."""
JARAK: Final = 300
"""Above signatures."""
PENDEK: Final = 8
"""So many fields or entries of a list are never parted."""
_GARIS: Final = '<w:tblBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tblBorders>'
_HURUF: Final = {Rupa.MEDAN: 125, Rupa.KETERANGAN: 98}
"""About the width of a letter."""
_TITIK_DUA: Final = 240


# ── Signatures ───────────────────────────────────────────────────────────────────────────────────────────────────


def tanda_tangan(isi: TandaTangan, lebar: int, gaya: Gaya, *, lengket: bool = False) -> str:
    """Returns the signatures, at most three side by side; they are never parted from one another.

    `lengket` says that they stay with what follows too.
    """
    across = 2 if len(isi.penanda) in {1, 2, 4} else 3
    rows: list[tuple[Penanda | None, ...]] = []
    for start in range(0, len(isi.penanda), across):
        group = isi.penanda[start : start + across]
        rows.append((*(None,) * (across - len(group)), *group))
    widths = _bagi(lebar, across)
    text = [
        line
        for n, group in enumerate(rows)
        for line in _sebaris(isi, group, widths, gaya, lengket=lengket or n < len(rows) - 1)
    ]
    return bingkai(gaya[Rupa.TABEL_POLOS], widths, text)


def _bagi(lebar: int, banyak: int) -> tuple[int, ...]:
    marks = [n * lebar // banyak for n in range(banyak + 1)]
    return tuple(end - start for start, end in pairwise(marks))


def _sebaris(
    isi: TandaTangan, penanda: Sequence[Penanda | None], widths: Sequence[int], gaya: Gaya, *, lengket: bool
) -> Iterator[str]:
    """The rows of signatures that stand side by side; rows keep what is alike at one height."""
    style = gaya[Rupa.TANDA_TANGAN]

    def row(
        lines: Callable[[Penanda], Sequence[str]], *, lengket: bool = True, tinggi: str = "", jarak: int | None = None
    ) -> str:
        cells = (
            "".join(
                Alinea(style, text, lengket=lengket, jarak=jarak).xml for text in (lines(one) if one else ()) or ("",)
            )
            for one in penanda
        )
        return baris_xml("".join(map(sel_xml, widths, cells)), tinggi=tinggi)

    last = isi.penanda[-1]
    above: list[tuple[Callable[[Penanda], Sequence[str]], bool]] = [
        (lambda one: [isi_lari(isi.waktu)] if one is last else [], bool(isi.waktu) and last in penanda),
        (lambda one: [isi_lari(one.pengantar)] if one.pengantar else [], any(one.pengantar for one in penanda if one)),
        (lambda one: [isi_lari(one.jabatan)], True),
    ]
    shown = [lines for lines, wanted in above if wanted]
    for n, lines in enumerate(shown):
        yield row(lines, jarak=JARAK if n == 0 else None)
    yield row(lambda _: [], tinggi=f'<w:trHeight w:val="{RUANG_PARAF}" w:hRule="exact"/>')
    yield row(_nama, lengket=lengket)


def _nama(penanda: Penanda) -> list[str]:
    name = isi_lari(penanda.nama, '<w:b/><w:bCs/><w:u w:val="single"/>') if penanda.nama else isi_lari(TITIK)
    if not penanda.ber_nip:
        return [name]
    return [name, isi_lari(penanda.pangkat or TITIK), isi_lari(f"NIP {penanda.nip or TITIK_PENDEK}")]


# ── Fields ───────────────────────────────────────────────────────────────────────────────────────────────────────


def medan(isi: Medan, lebar: int, gaya: Gaya, rupa: Rupa) -> str:
    """Returns names with a colon and what they say, closed by a rule where it has one; few of them stay together."""
    longest = max((len(name) for name, _ in isi.baris), default=0) * _HURUF[rupa] + 240
    name = min(longest, lebar * 2 // 5)
    widths = (name, _TITIK_DUA, lebar - name - _TITIK_DUA)
    last = len(isi.baris) - 1
    rows = (
        baris_xml(
            "".join(map(sel_xml, widths, (Alinea(gaya[rupa], text, lengket=n < last < PENDEK).xml for text in texts)))
        )
        for n, texts in enumerate(
            (isi_lari(label), isi_lari(":"), kalimat(told, gaya[Rupa.BELUM])) for label, told in isi.baris
        )
    )
    return bingkai(gaya[Rupa.TABEL_POLOS], widths, tuple(rows), garis=_GARIS if isi.bergaris else "")


# ── The cover ────────────────────────────────────────────────────────────────────────────────────────────────────


def sampul(isi: Sampul, bidang: Bidang, gaya: Gaya, logo: str) -> str:
    """Returns a page: the logo above, the title in the middle, the publisher at the foot."""
    room = bidang.tinggi - 500
    parts = (
        (room * 24 // 100, "bottom", [Alinea(gaya[Rupa.SUBJUDUL_SAMPUL], logo)]),
        (room * 46 // 100, "center", _baris(isi.judul, gaya[Rupa.JUDUL_SAMPUL], isi.sub, gaya[Rupa.SUBJUDUL_SAMPUL])),
        (room * 30 // 100, "bottom", _baris(isi.penerbit, gaya[Rupa.PENERBIT_SAMPUL])),
    )
    rows = tuple(
        baris_xml(
            sel_xml(bidang.lebar, "".join(line.xml for line in lines), tegak=align),
            tinggi=f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>',
        )
        for height, align, lines in parts
    )
    return bingkai(gaya[Rupa.TABEL_SAMPUL], (bidang.lebar,), rows)


def _baris(judul: Sequence[str], gaya: str, sub: Sequence[str] = (), gaya_sub: str = "") -> list[Alinea]:
    lines = [Alinea(gaya, isi_lari(text)) for text in judul] + [Alinea(gaya_sub, isi_lari(text)) for text in sub]
    return lines or [Alinea(gaya)]
