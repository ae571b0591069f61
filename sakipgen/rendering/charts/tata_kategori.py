"""Layouts that tell kategori: the stacked bar of counts, the bullet, capaian on one axis, and the strip of reports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import accumulate
from textwrap import wrap
from typing import Final

from sakipgen.measuring.hitung import NOL, SERATUS, bagi
from sakipgen.rendering.charts import spek
from sakipgen.rendering.charts.spek import Kelas, Nilai, TitikCapaian
from sakipgen.rendering.charts.sumbu import Sumbu
from sakipgen.rendering.charts.unsur import (
    KIRI,
    PENUH,
    Batang,
    Gambaran,
    Garis,
    Tanda,
    Tulisan,
    Unsur,
    berkunci,
    bulat,
    tanda,
)

BATAS_SUMBU_CAPAIAN: Final = Decimal(120)
"""Where the axis of capaian ends; what lies beyond is drawn at its end with an arrow."""
SUMBU_CAPAIAN: Final = Sumbu(NOL, BATAS_SUMBU_CAPAIAN)

# ── Counts by kategori ───────────────────────────────────────────────────────────────────────────────────────────

SEL_TERBANYAK: Final = 40
"""Up to so many indikator the stacked bar shows each as a cell of its own."""
_RUAS_BERANGKA: Final = 4
_RUAS_BERTANDA: Final = 12
"""From so many percent of the width a part of the bar has room for its number, and for its mark besides."""


def hitungan(isi: spek.Hitungan, *, kunci: bool = True) -> Gambaran:
    """Returns one bar, parted wider between kategori than between cells; without `kunci` the page says the words."""
    known = [r for r in isi.ruas if r.jumlah]
    total = sum(r.jumlah for r in known)
    unit = bagi(SERATUS, Decimal(max(total, 1)))
    starts = [unit * n for n in accumulate((r.jumlah for r in known), initial=0)]
    bars = [Batang(at, 22, unit * r.jumlah, 38, f"p{r.kelas.pita}") for r, at in zip(known, starts, strict=False)]
    empty = [bar for bar in bars if bar.kelas == "p0"]  # whose edge is all there is to see: painted last
    parts: list[Unsur] = [bar for bar in bars if bar not in empty]
    for r, at in zip(known, starts, strict=False):
        width = unit * r.jumlah
        marked = width >= _RUAS_BERTANDA
        if marked:
            parts.append(tanda(at, 10, r.kelas, 8))
        if width >= _RUAS_BERANGKA:
            parts.append(Tulisan(at, 15, str(r.jumlah), "tebal besar", geser=20 if marked else 0))
    if total <= SEL_TERBANYAK:
        parts += [Garis(unit * n, unit * n, 21, 61, "sela") for n in range(1, total)]
    parts += [*(Garis(at, at, 21, 61, "celah") for at in starts[1:-1]), *empty]
    words = [Kelas(r.kelas.pita, f"{r.kelas.label}: {r.jumlah}") for r in known]
    return berkunci(parts, 62 + (10 if kunci else 0), words if kunci else ())


# ── Target against realisasi ─────────────────────────────────────────────────────────────────────────────────────


def peluru(isi: spek.Peluru) -> Gambaran:
    """Returns the bullet with the numbers of both, and the word of its kategori."""
    axis = isi.sumbu
    parts: list[Unsur] = [Batang(KIRI, 26, PENUH, 40, "alas")]
    if isi.target:
        parts += [*_palang(axis, isi.target), _label(axis, isi.target.atas, 17, f"Target {isi.target.teks}", "redup")]
    if isi.realisasi:
        x, width = _rentang(axis, axis.dasar, isi.realisasi.nilai)
        parts.append(Batang(x, 35, width, 22, f"p{isi.kelas.pita}"))
        parts.append(_label(axis, isi.realisasi.nilai, 85, f"Realisasi {isi.realisasi.teks}", "tebal"))
    else:
        parts.append(Tulisan(KIRI, 85, "Belum ada realisasi", "tebal"))
    parts += _tanda_sumbu(axis, 106)
    return berkunci(parts, 112, [isi.kelas] if isi.realisasi else ())


def _palang(axis: Sumbu, target: Nilai) -> Iterator[Unsur]:
    x, width = _rentang(axis, axis.dasar if target.maks is None else target.nilai, target.atas)
    yield Batang(x, 26, width, 40, "target", arsir=True)
    for bound in target.batas:
        at = axis.posisi(bound)
        yield Garis(at, at, 22, 70, "batas")


def _rentang(axis: Sumbu, one: Decimal, other: Decimal) -> tuple[Decimal, Decimal]:
    start, end = sorted((axis.posisi(one), axis.posisi(other)))
    return start, end - start


def _label(axis: Sumbu, nilai: Decimal, y: int, teks: str, kelas: str) -> Tulisan:
    """A text at a value's place, turned inwards on the right half."""
    at = axis.posisi(nilai)
    anchor = "kanan" if at > 55 else "kiri" if at < 20 else "tengah"
    return Tulisan(NOL if anchor == "kiri" and at < 5 else at, y, teks, f"{anchor} {kelas}")


def _tanda_sumbu(axis: Sumbu, y: int) -> Iterator[Unsur]:
    """Every mark that is a name; of numbers the two ends."""
    for value, text in axis.tanda if axis.bernama else (axis.tanda[0], axis.tanda[-1]):
        at = axis.posisi(value)
        yield Tulisan(at, y, text, "sumbu" if not at else "sumbu kanan" if at == SERATUS else "sumbu tengah")


# ── Several indikator on one axis ────────────────────────────────────────────────────────────────────────────────

_BARIS: Final = 46
_BARIS_NAMA: Final = 15
_NAMA: Final = 43
"""So many letters of kode and name fit on a line of the narrowest phone; a name takes two lines at most."""
_LEBAR_CAPAIAN: Final = Decimal(70)
"""The part of the width that the axis takes; the rest belongs to the numbers."""


def capaian(isi: spek.Capaian) -> Gambaran:
    """Returns one dot for each indikator with its number or its state in words, and the key of the marks."""
    goal = _pada(SERATUS)
    parts: list[Unsur] = [
        Tulisan(goal, 14, "target 100%", "tengah redup"),
        Tulisan(KIRI, 14, "0%", "sumbu"),
    ]
    y = 22
    for t in isi.titik:
        first, *more = wrap(f"{t.kode} {t.nama}", _NAMA, max_lines=2, placeholder="…")
        parts.append(Tulisan(KIRI, y + 16, first.removeprefix(t.kode), kepala=t.kode))
        parts += [Tulisan(KIRI, y + 16 + _BARIS_NAMA, line) for line in more]
        y += _BARIS_NAMA * len(more)
        parts.append(Garis(KIRI, _LEBAR_CAPAIAN, y + 30, y + 30, "kisi"))
        parts.append(Garis(goal, goal, y + 21, y + 39, "batas"))
        parts += _titik(t, y + 30)
        y += _BARIS
    return berkunci(parts, y + 12, [t.kelas for t in isi.titik if t.capaian is not None])


def _titik(t: TitikCapaian, y: int) -> Iterator[Unsur]:
    """The mark of an indikator with its number, or why it has none."""
    if t.capaian is None:
        yield tanda(KIRI, y, spek.KOSONG, 6)
        yield Tulisan(KIRI, y + 4, t.teks, "sumbu tepi", geser=16)
        return
    at = _pada(t.capaian)
    yield Garis(KIRI, at, y, y, "tangkai")
    yield tanda(at, y, t.kelas)
    if t.capaian > BATAS_SUMBU_CAPAIAN:
        yield Tanda(at, y, "lewat", 17)
    yield Tulisan(PENUH, y + 4, t.teks, "kanan tebal")


def _pada(nilai: Decimal) -> Decimal:
    return bagi(SUMBU_CAPAIAN.posisi(nilai) * _LEBAR_CAPAIAN, SERATUS)


# ── The strip of reports ─────────────────────────────────────────────────────────────────────────────────────────

_LAJUR: Final = 4
_SELA: Final = 6
_HURUF: Final = 22
"""So many letters of what became of a report fit on a line of its box."""


def strip(isi: spek.Strip) -> Gambaran:
    """Returns boxes in rows of four, the late ones with a dashed edge, so that words and edge say it without colour."""
    parts: list[Unsur] = []
    y, width = 1, bagi(SERATUS, Decimal(_LAJUR))
    for start in range(0, len(isi.kotak), _LAJUR):
        row = [(box, [line for text in box.isi for line in wrap(text, _HURUF)]) for box in isi.kotak[start:][:_LAJUR]]
        height = 26 + 14 * max(len(lines) for _, lines in row)
        for number, (box, lines) in enumerate(row):
            x = width * number
            parts.append(Batang(x, y, width - 1, height, "kotak kotak--putus" if box.lambat else "kotak"))
            parts.append(Tulisan(x, y + 17, box.label, "tebal", geser=8))
            parts += [Tulisan(x, y + 33 + 14 * n, line, "kecil", geser=8) for n, line in enumerate(lines)]
        y += height + _SELA
    return Gambaran(y, tuple(parts))


def lebar_capaian(nilai: Decimal) -> str:
    """Returns the width of a bar on the axis of capaian, in percent."""
    return bulat(SUMBU_CAPAIAN.posisi(nilai))
