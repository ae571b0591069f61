"""What a form changes, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from sakipgen.diagnostics import PANAH, printable
from sakipgen.forms.beda import Beda
from sakipgen.forms.isian import Isian, JenisIsian
from sakipgen.rendering.cetak import ringkas

_TERPANJANG = 160


def perubahan(judul: str, beda: Sequence[Beda], nama: Mapping[str, str]) -> str:
    """Returns which form it is and what changes, before and after, indikator by indikator."""
    if not judul:
        return ""
    lines = [f"Formulir {judul}"]
    for kode, rows in groupby(beda, key=lambda row: row.isian.kode):
        lines += ["", f"{kode} {nama.get(kode, '')}".rstrip()]
        lines += [
            f"  {row.isian.nama}: {tampil(row.isian, row.lama)}{PANAH}{tampil(row.isian, row.baru)}" for row in rows
        ]
    count = len({row.isian.kode for row in beda})
    lines += ["", f"{len(beda)} isian pada {count} indikator berubah." if beda else "Tidak ada isian yang berubah."]
    return "".join(f"{printable(line)}\n" for line in lines)


def tampil(isian: Isian, teks: str | None) -> str:
    """Returns what a cell says on one line, shortened."""
    if teks is None:
        return "(kosong)"
    if isian.jenis is JenisIsian.ANGKA:
        return ringkas(Decimal(teks), 6)
    one = " ".join(isian.pilihan.get(teks, teks).split())
    return one if len(one) <= _TERPANJANG else f"{one[: _TERPANJANG - 1]}…"
