"""A kind of paper: its name on the command line, what it needs to know, and how its papers are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from sakipgen.rendering.dokumen.bahan import Bahan, Pilihan
from sakipgen.rendering.dokumen.blok import Dokumen


class Lingkup(StrEnum):
    """What a paper is about, beside the year."""

    TAHUN = "tahun"
    PERIODE = "periode"


@dataclass(frozen=True, slots=True)
class Jenis:
    """One kind of paper; `buat` yields every paper of that kind that the choice asks for."""

    kode: str
    nama: str
    langkah: str
    """The steps of the SOP that it belongs to, or what else asks for it, as printed in a list."""
    lingkup: Lingkup
    buat: Callable[[Bahan, Pilihan], Iterator[Dokumen]]
