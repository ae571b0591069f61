"""Layout of the labelled scatter: how much of its money each program used against how much of its target it reached.

Both lines that part the field stand in its middle, so that its four parts are equally large and hold their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.measuring.hitung import CONTEXT, SERATUS, bagi
from sakipgen.rendering.cetak import persen, ringkas
from sakipgen.rendering.charts import spek
from sakipgen.rendering.charts.spek import TANPA_KATEGORI, TitikSebaran
from sakipgen.rendering.charts.sumbu import Sumbu, langkah
from sakipgen.rendering.charts.unsur import KIRI, PENUH, Gambaran, Garis, Tulisan, Unsur, tanda

_TEPI: Final = Decimal(9)
"""The part of the width, on the left, that belongs to the numbers of the axis."""
_PUNCAK: Final = 24
_TINGGI: Final = 250
_SEDIKIT: Final = 7
"""More programs than these make the field higher, so that every kode finds a line of its own."""
_JARAK_LABEL: Final = 15
_DARI_TENGAH: Final = 10
"""A kode keeps so far from the line of the target."""
_HURUF: Final = Decimal("2.6")
"""The part of the narrowest phone that a letter of a kode takes."""
_LAPANG: Final = Decimal("1.5")
"""So many times the largest distance from the middle is shown, which leaves the corners to their words."""
_TERSEMPIT: Final = Decimal(10)
_SISI: Final = ("serapan lebih rendah", "serapan lebih tinggi")
_TENGAH: Final = _TEPI + bagi(SERATUS - _TEPI, Decimal(2))


def sebaran(isi: spek.Sebaran) -> Gambaran:
    """Returns the field with its four parts in words, and every mark with its kode."""
    across = _sumbu([t.serapan for t in isi.titik], isi.seluruhnya)
    up = _sumbu([t.capaian for t in isi.titik], SERATUS)
    height = _TINGGI + _JARAK_LABEL * 2 * max(len(isi.titik) - _SEDIKIT, 0)
    floor, middle = _PUNCAK + height, _PUNCAK + height // 2
    return Gambaran(
        floor + 42,
        (
            *_bidang(across, up, floor),
            *_sudut(floor),
            Tulisan(_x(across, isi.seluruhnya), _PUNCAK - 8, f"seluruhnya {persen(isi.seluruhnya)}", "tengah redup"),
            Tulisan(PENUH, middle - 5, "target 100%", "kanan redup"),
            *_titik(across, up, floor, isi.titik),
            Tulisan(PENUH, floor + 36, "serapan anggaran →", "kanan redup"),
            Tulisan(KIRI, _PUNCAK - 8, "↑ capaian", "redup"),
        ),
    )


def _sumbu(values: Sequence[Decimal], tengah: Decimal) -> Sumbu:
    """An axis that has `tengah` in its middle, marked at round numbers; nothing is spent or reached below zero."""
    far = max([_TERSEMPIT, *(abs(CONTEXT.subtract(v, tengah)) * _LAPANG for v in values)])
    start, end = tengah - far, tengah + far
    round_numbers = range(0, int(end) + 1, int(langkah(end - start)))
    return Sumbu(start, end, tuple((Decimal(n), ringkas(n, 0)) for n in round_numbers if n >= start))


def _x(axis: Sumbu, nilai: Decimal) -> Decimal:
    return _TEPI + bagi(axis.posisi(nilai) * (SERATUS - _TEPI), SERATUS)


def _y(axis: Sumbu, nilai: Decimal, floor: int) -> int:
    return int(floor - bagi(axis.posisi(nilai) * (floor - _PUNCAK), SERATUS))


def _bidang(across: Sumbu, up: Sumbu, floor: int) -> Iterator[Unsur]:
    """Grid, numbers, and the two lines that part the field."""
    for tick, text in up.tanda:
        y = _y(up, tick, floor)
        yield Garis(_TEPI, PENUH, y, y, "kisi")
        yield Tulisan(KIRI, y + 4, text, "sumbu")
    for tick, text in across.tanda:
        x = _x(across, tick)
        yield Garis(x, x, _PUNCAK, floor, "kisi")
        yield Tulisan(x, floor + 18, text, "tengah sumbu")
    half = (floor + _PUNCAK) // 2
    yield Garis(_TENGAH, _TENGAH, _PUNCAK, floor, "tangga")
    yield Garis(_TEPI, PENUH, half, half, "tangga")


def _sudut(floor: int) -> Iterator[Unsur]:
    """What each quarter of the field means."""
    for y, reached in ((_PUNCAK + 14, "target tercapai,"), (floor - 22, "target belum tercapai,")):
        for x, kelas, spent in ((_TEPI + 2, "redup", _SISI[0]), (PENUH - 1, "redup kanan", _SISI[1])):
            yield Tulisan(x, y, reached, kelas)
            yield Tulisan(x, y + 14, spent, kelas)


def _titik(across: Sumbu, up: Sumbu, floor: int, titik: Sequence[TitikSebaran]) -> Iterator[Unsur]:
    """The marks, each with its kode beside it, away from the middle where there is room; a kode moves up or down to a
    line that is free.
    """
    half = (floor + _PUNCAK) // 2
    taken: dict[bool, list[int]] = {True: [], False: []}
    for t in sorted(titik, key=lambda t: -t.capaian):
        x, y = _x(across, t.serapan), _y(up, t.capaian, floor)
        right = x > _TENGAH
        line = next(
            at
            for at in _baris(y, floor)
            if abs(at - half) >= _DARI_TENGAH and all(abs(at - other) >= _JARAK_LABEL for other in taken[right])
        )
        taken[right].append(line)
        room = _HURUF * (len(t.kode) + 2)
        before = right != (x + room <= SERATUS if right else x - room >= _TEPI)
        yield tanda(x, y, TANPA_KATEGORI)
        yield Tulisan(x, line + 5, t.kode, "tebal tepi kanan" if before else "tebal tepi", geser=-11 if before else 11)


def _baris(y: int, floor: int) -> Iterator[int]:
    """The lines of the field from a place outwards, nearest first."""
    for away in range(floor):
        yield from (at for at in dict.fromkeys((y - away, y + away)) if _PUNCAK < at < floor)
