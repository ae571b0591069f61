"""The values of the Rekapitulasi that tell a pohon kinerja: every node with its words, in display order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.pohon import Crosscutting, PohonKinerja, TingkatSimpul
from sakipgen.rekap.catatan import Rujukan


@dataclass(frozen=True, slots=True)
class SimpulPohon:
    """One node with all that hangs below it."""

    tingkat: TingkatSimpul
    kode: str
    uraian: str
    """From the Renstra, the list of programs, or the tree itself where it is a kondisi antara."""
    kedalaman: int
    """How many nodes stand above it."""
    unit: str | None
    """Kode of the unit in charge; None of a tujuan, and of a sasaran that names none."""
    indikator: tuple[str, ...]
    csf: tuple[str, ...]
    crosscutting: tuple[Crosscutting, ...]
    alasan: str | None
    """Why it hangs elsewhere than in the plan, where it does."""
    tahun: int | None
    """The latest year whose list of programs has it; None of what no list says."""
    rujukan: Rujukan
    """Where the tree names it, else where the list of programs does."""
    anak: tuple[SimpulPohon, ...]

    def semua(self) -> Iterator[SimpulPohon]:
        """Yields the node and all below it, from top to bottom."""
        yield self
        for child in self.anak:
            yield from child.semua()


@dataclass(frozen=True)
class RekapPohon:
    """The pohon kinerja of one Renstra."""

    kode: str
    """Of the Renstra."""
    renstra: Renstra
    pohon: PohonKinerja
    """As written: since when it is in force, by which paper."""
    tahun: int | None
    """The year whose list of programs it shows; None where there is none yet."""
    akar: tuple[SimpulPohon, ...]
    """The tujuan."""
    rujukan: Rujukan

    @cached_property
    def simpul(self) -> tuple[SimpulPohon, ...]:
        """All nodes from top to bottom."""
        return tuple(node for root in self.akar for node in root.semua())
