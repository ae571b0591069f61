"""The tables of the pohon kinerja, filled with raw values in the order of `kolom_pohon.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.rekap import RekapPohon, SimpulPohon
from sakipgen.rendering import kolom_pohon as kolom
from sakipgen.rendering.tabel import Baris, Pengisi, at


def kunci(renstra: str, simpul: SimpulPohon) -> str:
    """Returns the key of a node's row."""
    return f"{renstra}:{simpul.tingkat}:{simpul.kode}"


def _pohon(pohon: RekapPohon) -> Iterator[Baris]:
    parents = {kunci(pohon.kode, child): kunci(pohon.kode, node) for node in pohon.simpul for child in node.anak}
    for node in pohon.simpul:
        key = kunci(pohon.kode, node)
        yield (
            key,
            pohon.kode,
            node.kode,
            node.tingkat,
            parents.get(key),
            node.kedalaman,
            node.uraian,
            " | ".join(node.csf) or None,
            node.unit,
            " ".join(node.indikator) or None,
            node.tahun,
            node.alasan,
            *at(node.rujukan),
        )


def _crosscutting(pohon: RekapPohon) -> Iterator[Baris]:
    for node in pohon.simpul:
        key = kunci(pohon.kode, node)
        for number, mitra in enumerate(node.crosscutting, start=1):
            yield (
                f"{key}:{number}",
                pohon.kode,
                key,
                mitra.unit,
                mitra.perangkat_daerah,
                mitra.peran,
                *at(node.rujukan),
            )


ISI: Final[tuple[Pengisi, ...]] = (
    (kolom.POHON, lambda rekap: (row for pohon in rekap.pohon for row in _pohon(pohon))),
    (kolom.CROSSCUTTING, lambda rekap: (row for pohon in rekap.pohon for row in _crosscutting(pohon))),
)
"""Every table with what fills it."""
