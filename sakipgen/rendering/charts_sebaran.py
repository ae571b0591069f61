"""A labelled scatter: how much of its money each program used against how much of its target it reached.

Both lines that part the field stand in its middle, so that its four parts are equally large and hold their words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from sakipgen.measuring.hitung import CONTEXT, SERATUS, bagi
from sakipgen.rendering.cetak import aman, persen, ringkas
from sakipgen.rendering.charts import TANPA_KATEGORI, Judul, bingkai, bulat, tanda, tulis
from sakipgen.rendering.charts_sumbu import Sumbu, langkah

_KIRI: Final = Decimal(9)
"""The part of the width, on the left, that belongs to the numbers of the axis."""
_PUNCAK: Final = 24
_ALAS: Final = 274
_TENGAH: Final = 149
_JARAK_LABEL: Final = 15
_LAPANG: Final = Decimal("1.5")
"""So many times the largest distance from the middle is shown, which leaves the corners to their words."""
_TERSEMPIT: Final = Decimal(10)
_SUDUT: Final = (
    (_PUNCAK + 14, "target tercapai,"),
    (_ALAS - 22, "target belum tercapai,"),
)
_SISI: Final = ("serapan lebih rendah", "serapan lebih tinggi")


@dataclass(frozen=True, slots=True)
class TitikSebaran:
    """A program with both figures, raw, in percent."""

    kode: str
    serapan: Decimal
    capaian: Decimal


def sebaran(judul: Judul, titik: Sequence[TitikSebaran], seluruhnya: Decimal) -> Markup:
    """Returns one labelled mark for each program; the field is parted at `seluruhnya` and at a capaian of 100."""
    across = _sumbu([t.serapan for t in titik], seluruhnya)
    up = _sumbu([t.capaian for t in titik], SERATUS)
    parts = [*_bidang(across, up), *_sudut()]
    parts.append(tulis(_x(across, seluruhnya), _PUNCAK - 8, f"seluruhnya {persen(seluruhnya)}", "tengah redup"))
    parts.append(tulis("100%", _TENGAH - 5, "target 100%", "kanan redup"))
    parts += _titik(across, up, titik)
    parts.append(tulis("100%", _ALAS + 36, "serapan anggaran →", "kanan redup"))
    parts.append(tulis("0", _PUNCAK - 8, "↑ capaian", "redup"))
    return bingkai(judul, _ALAS + 42, parts)


def _sumbu(values: Sequence[Decimal], tengah: Decimal) -> Sumbu:
    """An axis that has `tengah` in its middle, marked at round numbers; nothing is spent or reached below zero."""
    far = max([_TERSEMPIT, *(abs(CONTEXT.subtract(v, tengah)) * _LAPANG for v in values)])
    start, end = tengah - far, tengah + far
    round_numbers = range(0, int(end) + 1, int(langkah(end - start)))
    return Sumbu(start, end, tuple((Decimal(n), ringkas(n, 0)) for n in round_numbers if n >= start))


def _x(axis: Sumbu, nilai: Decimal) -> str:
    return f"{bulat(_KIRI + bagi(axis.posisi(nilai) * (SERATUS - _KIRI), SERATUS))}%"


def _y(axis: Sumbu, nilai: Decimal) -> int:
    return int(_ALAS - bagi(axis.posisi(nilai) * (_ALAS - _PUNCAK), SERATUS))


def _bidang(across: Sumbu, up: Sumbu) -> Iterator[str]:
    """Grid, numbers, and the two lines that part the field."""
    left, middle = f"{bulat(_KIRI)}%", f"{bulat(_KIRI + bagi(SERATUS - _KIRI, Decimal(2)))}%"
    for tick, text in up.tanda:
        y = _y(up, tick)
        yield f'<line class="kisi" x1="{left}" x2="100%" y1="{y}" y2="{y}"/>'
        yield tulis("0", y + 4, text, "sumbu")
    for tick, text in across.tanda:
        x = _x(across, tick)
        yield f'<line class="kisi" x1="{x}" x2="{x}" y1="{_PUNCAK}" y2="{_ALAS}"/>'
        yield tulis(x, _ALAS + 18, text, "tengah sumbu")
    yield f'<line class="tangga" x1="{middle}" x2="{middle}" y1="{_PUNCAK}" y2="{_ALAS}"/>'
    yield f'<line class="tangga" x1="{left}" x2="100%" y1="{_TENGAH}" y2="{_TENGAH}"/>'


def _sudut() -> Iterator[str]:
    """What each quarter of the field means."""
    start = f"{bulat(_KIRI + 2)}%"
    for y, reached in _SUDUT:
        for x, kelas, spent in ((start, "redup", _SISI[0]), ("99%", "redup kanan", _SISI[1])):
            yield tulis(x, y, reached, kelas)
            yield tulis(x, y + 14, spent, kelas)


def _titik(across: Sumbu, up: Sumbu, titik: Sequence[TitikSebaran]) -> Iterator[str]:
    """The marks, each with its kode beside it; kode that would cover one another move down."""
    below = 0
    for t in sorted(titik, key=lambda t: -t.capaian):
        x, y = _x(across, t.serapan), _y(up, t.capaian)
        below = max(y, below + _JARAK_LABEL) if below else y
        right = t.serapan > across.awal + bagi(across.akhir - across.awal, Decimal(2))
        place = '-11" class="tebal tepi kanan' if right else '11" class="tebal tepi'
        yield tanda(x, y, TANPA_KATEGORI)
        yield f'<svg x="{x}" y="{below}" overflow="visible"><text x="{place}" y="5">{aman(t.kode)}</text></svg>'
