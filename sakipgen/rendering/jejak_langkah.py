"""What a trace is made of: its steps and lines, and what several of its steps say of a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.indikator import Agregasi, Indikator
from sakipgen.domain.realisasi import Status
from sakipgen.domain.waktu import Periode
from sakipgen.rekap import (
    BarisIndikator,
    Rujukan,
)
from sakipgen.rendering.cetak import (
    ringkas,
)
from sakipgen.rendering.ucap import Ucap

KEADAAN: Final[Mapping[Status, str]] = {
    Status.MENUNGGU_RILIS: "menunggu rilis",
    Status.TIDAK_TERSEDIA: "tidak tersedia",
    Status.TIDAK_BERLAKU: "tidak berlaku",
    Status.BELUM_JATUH_TEMPO: "belum waktunya",
    Status.TERLAMBAT: "terlambat",
    Status.MENUNGGU_PERSETUJUAN: "menunggu persetujuan",
    Status.DIKEMBALIKAN: "dikembalikan",
    Status.BELUM_DILAPORKAN: "belum dilaporkan",
    Status.TIDAK_DITARGETKAN: "tidak ditargetkan",
    Status.BELUM_DITETAPKAN: "target belum ditetapkan",
}
"""A state that leaves a row without a figure, in two words."""


@dataclass(frozen=True, slots=True)
class Baris:
    """One line of a step: words and figures, and where it is written."""

    ucap: Ucap
    sumber: Rujukan | None = None


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: what is done, in words and in symbols, then with the actual numbers."""

    judul: str
    kata: tuple[str, ...]
    rumus: str | None
    baris: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class Jejak:
    """How one figure came about."""

    kode: str
    nama: str
    periode: Periode
    sampai: Periode | None
    """The last period that had ended, where this one has not."""
    metode: str
    langkah: tuple[Langkah, ...]


def rujukan(row: BarisIndikator, kolom: str) -> str:
    """Returns the cell of the open data that holds a figure of a row."""
    return f"capaian/{row.kode}:{row.hasil.periode}/{kolom}"


def dasar(row: BarisIndikator) -> list[Periode]:
    """Returns the reported periods that a figure rests on: those of its period, of a sum all since January."""
    periode = row.hasil.periode
    ended = [p for p in row.indikator.frekuensi.periode(periode.tahun) if p.akhir <= periode.akhir]
    return ended if row.indikator.agregasi is Agregasi.JUMLAH else [p for p in ended if periode.memuat(p)]


def tanpa(row: BarisIndikator) -> str:
    """Returns why a row has no figure."""
    words = KEADAAN.get(row.hasil.status, "belum ada")
    return f"{words}. {row.hasil.alasan}" if row.hasil.alasan else words


def tahapan(indikator: Indikator, kode: Sequence[str]) -> str:
    """Returns milestones with their weights."""
    return ", ".join(f"{indikator.tahapan[k].uraian} ({ringkas(indikator.tahapan[k].bobot, 2)})" for k in kode)
