"""Where each node of a pohon kinerja hangs: under the parent it names, else under the one that the plan gives it.

The plan is the Renstra with the lists of programs of its years. Kegiatan and sub kegiatan of the latest of these lists
join by themselves under what stands above them; everything else is in the tree because the file names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from sakipgen.domain.anggaran import Kegiatan, Program, ProgramTahunan, SubKegiatan, kode_di_atas
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.pohon import KondisiAntara, PohonKinerja, Simpul, SimpulBerinduk, TingkatSimpul

Kunci = tuple[TingkatSimpul, str]
"""A node: its level and kode. A tujuan and a sasaran may share a kode."""

JENJANG_TERDALAM: Final = 12
"""So many nodes may stand above one another."""

_URUTAN_INDUK: Final = (
    TingkatSimpul.KONDISI,
    TingkatSimpul.SASARAN,
    TingkatSimpul.PROGRAM,
    TingkatSimpul.KEGIATAN,
    TingkatSimpul.SUB_KEGIATAN,
    TingkatSimpul.TUJUAN,
)
"""In which level a written `induk` is looked for: of a kode that tujuan and sasaran share the sasaran is meant."""
_IKUT: Final = (TingkatSimpul.KEGIATAN, TingkatSimpul.SUB_KEGIATAN)


@dataclass(frozen=True, slots=True)
class Rencana:
    """What the plan says of one of its members."""

    induk: tuple[Kunci, ...]
    """What stands above it; a program serves one or more sasaran, the one with the largest share first."""
    tahun: int | None = None
    """The latest year whose list of programs has it; None of tujuan and sasaran."""
    baris: Program | Kegiatan | SubKegiatan | None = None
    """As that list says it."""


@dataclass(frozen=True)
class Penjenjangan:
    """A pohon kinerja laid over its plan."""

    pohon: PohonKinerja
    rencana: Mapping[Kunci, Rencana]
    """All members of the plan."""
    terbaru: int | None
    """The latest year with a list of programs."""

    @cached_property
    def simpul(self) -> Mapping[Kunci, Simpul | None]:
        """All nodes: level by level, those that the file names first; None of one that joined by itself."""
        found: dict[Kunci, Simpul | None] = {}
        for tingkat in TingkatSimpul:
            found |= {(tingkat, kode): row for kode, row in self.pohon.tertulis(tingkat).items()}
            if tingkat in _IKUT:
                found |= {key: None for key in self._ikut(tingkat) if key not in found and self._di_bawah(key, found)}
        return found

    def _ikut(self, tingkat: TingkatSimpul) -> Iterator[Kunci]:
        return (key for key, row in self.rencana.items() if key[0] is tingkat and row.tahun == self.terbaru)

    def _di_bawah(self, key: Kunci, nodes: Mapping[Kunci, Simpul | None]) -> bool:
        return any(parent in nodes for parent in self.rencana[key].induk)

    @cached_property
    def induk(self) -> Mapping[Kunci, Kunci | None]:
        """The parent of every node; None of a tujuan, and where no such node is in the tree."""
        return {key: self._induk(key, row) for key, row in self.simpul.items()}

    def _induk(self, key: Kunci, row: Simpul | None) -> Kunci | None:
        if isinstance(row, SimpulBerinduk | KondisiAntara) and row.induk is not None:
            return next(((t, row.induk) for t in _URUTAN_INDUK if (t, row.induk) in self.simpul), None)
        plan = self.rencana.get(key)
        return next((parent for parent in plan.induk if parent in self.simpul), None) if plan else None

    def di_atas(self, key: Kunci) -> Iterator[Kunci]:
        """Yields the nodes above one, the nearest first; where they go in a circle, each once."""
        seen = {key}
        above = self.induk[key]
        while above is not None and above not in seen:
            yield above
            seen.add(above)
            above = self.induk[above]

    @cached_property
    def anak(self) -> Mapping[Kunci | None, tuple[Kunci, ...]]:
        """The children of every node that has some, in the order of `simpul`; under None those without a parent."""
        found: dict[Kunci | None, list[Kunci]] = {}
        for key, parent in self.induk.items():
            found.setdefault(parent, []).append(key)
        return {key: tuple(below) for key, below in found.items()}


def susun(dataset: Dataset, kode: str, tahun: Iterable[int] | None = None) -> Penjenjangan:
    """Returns the pohon kinerja of a Renstra laid over the plan of these years, else of all the Renstra owns.

    One that a later version took all years from keeps those that it spans. The Renstra must be there: R032 speaks where
    it is not.
    """
    renstra = dataset.renstra[kode].isi
    years = set(dataset.program) if tahun is None else set(tahun)
    lists = {year: berkas.isi for year, berkas in sorted(dataset.program.items()) if year in years}
    own = {year: isi for year, isi in lists.items() if (owner := dataset.renstra_tahun(year)) and owner[0] == kode}
    own = own or {year: isi for year, isi in lists.items() if renstra.tahun_awal <= year <= renstra.tahun_akhir}
    return Penjenjangan(dataset.pohon_kinerja[kode].isi, _rencana(renstra, own), max(own, default=None))


def _rencana(renstra: Renstra, program: Mapping[int, ProgramTahunan]) -> dict[Kunci, Rencana]:
    """The plan: tujuan and sasaran as the Renstra lists them, then what each year lists, the latest word last."""
    found: dict[Kunci, Rencana] = {(TingkatSimpul.TUJUAN, kode): Rencana(()) for kode in renstra.tujuan}
    for kode, sasaran in renstra.sasaran.items():
        found[TingkatSimpul.SASARAN, kode] = Rencana(((TingkatSimpul.TUJUAN, sasaran.tujuan),))
    for tahun, isi in program.items():
        for kode, row in isi.program.items():
            shares = sorted(row.sasaran.items(), key=lambda share: -share[1])
            parents = tuple((TingkatSimpul.SASARAN, goal) for goal, _ in shares)
            found[TingkatSimpul.PROGRAM, kode] = Rencana(parents, tahun, row)
        for kode, kegiatan in isi.kegiatan.items():
            above = _di_atas(TingkatSimpul.PROGRAM, kode, isi.program)
            found[TingkatSimpul.KEGIATAN, kode] = Rencana(above, tahun, kegiatan)
        for kode, sub in isi.sub_kegiatan.items():
            above = _di_atas(TingkatSimpul.KEGIATAN, kode, isi.kegiatan)
            found[TingkatSimpul.SUB_KEGIATAN, kode] = Rencana(above, tahun, sub)
    return found


def _di_atas(tingkat: TingkatSimpul, kode: str, known: Mapping[str, object]) -> tuple[Kunci, ...]:
    return tuple((tingkat, above) for above in kode_di_atas(kode) if above in known)[:1]
