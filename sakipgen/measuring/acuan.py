"""What was measured of a dataset that is nearly the same: the base of a proposal hardly differs from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Final, NamedTuple

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.waktu import Posisi
from sakipgen.measuring.hasil import Hasil

_LAPORAN: Final = "realisasi"
_TAK_DIUKUR: Final = "bukti"


class Acuan(NamedTuple):
    """A dataset with its results."""

    dataset: Dataset
    hasil: Hasil

    def berbeda(self, dataset: Dataset, posisi: Posisi) -> frozenset[str] | None:
        """Returns the indikator whose rows may differ: those of reports that differ.

        None where anything else differs, of which nobody can say whom it touches.
        """
        rest = (f.name for f in fields(Dataset) if f.name not in {_LAPORAN, _TAK_DIUKUR})
        if posisi != self.hasil.posisi or any(getattr(dataset, n) != getattr(self.dataset, n) for n in rest):
            return None
        return frozenset(self._berbeda(dataset))

    def _berbeda(self, dataset: Dataset) -> Iterator[str]:
        before, after = self.dataset.realisasi, dataset.realisasi
        for key in before.keys() | after.keys():
            one, other = (files[key].isi.butir if key in files else {} for files in (before, after))
            if one is not other:
                yield from (kode for kode in one.keys() | other.keys() if one.get(kode) != other.get(kode))
