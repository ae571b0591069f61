"""W: what is possible but unlikely. A peringatan is for the Sekretaris and the public; it never blocks."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakipgen.checking._issue import peringatan
from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import Dataset


def realisasi_dalam_pagu(dataset: Dataset) -> Iterator[Issue]:
    """W003 Realisasi anggaran melebihi pagu.

    Belanja di atas pagu hampir selalu salah ketik, kecuali pada BLUD.

    Cara memperbaiki: periksa angkanya; bila pagu berubah, isi `pagu: perubahan` dalam berkas program.
    """
    for periode, berkas in dataset.anggaran.items():
        program = dataset.program.get(periode.tahun)
        for kode, row in berkas.isi.butir.items() if program else ():
            sub = program.isi.sub_kegiatan.get(kode) if program else None
            if sub and row.realisasi > sub.pagu.berlaku:
                message = (
                    f"realisasi {_rupiah(row.realisasi)} melebihi pagu {_rupiah(sub.pagu.berlaku)}; periksa angkanya."
                )
                yield peringatan(berkas.path, ("butir", kode, "realisasi"), "W003", message)


def _rupiah(value: Decimal) -> str:
    return f"Rp{value:,.0f}".replace(",", ".")


RULES: Final = (realisasi_dalam_pagu,)
