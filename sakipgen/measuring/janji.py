"""What a realisasi is compared with: the numbers of a target, and what the PK of a year promise over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from sakipgen.domain.dataset import MURNI, Berkas, Dataset
from sakipgen.domain.perencanaan import PerjanjianKinerja
from sakipgen.domain.target import TandaTarget, Target
from sakipgen.measuring.hasil import Sumber

Pk = tuple[str, Berkas[PerjanjianKinerja]]
"""Version and file."""


class Patokan(NamedTuple):
    """What a realisasi is compared with."""

    nilai: Decimal
    maks: Decimal | None
    tanda: TandaTarget | None
    tegas: bool
    """Whether the number itself is not enough."""


def patokan(target: Target | None) -> Patokan | None:
    """Returns the numbers of a target; None of one that the kamus cannot read."""
    number = target.angka if target else None
    return None if target is None or number is None else pada(number, target.maks, target.tanda)


def pada(nilai: Decimal, maks: Decimal | None, tanda: TandaTarget | None) -> Patokan:
    """Returns a target of these numbers, written with this word."""
    return Patokan(nilai, maks, tanda, tanda is not None and tanda.tegas)


class Janji(NamedTuple):
    """The yearly target of one indikator as the PK in force states it."""

    target: Patokan
    versi: str
    sumber: Sumber
    murni: Patokan | None
    """The first PK's target, where the PK in force is an amended one."""


class Perjanjian(NamedTuple):
    """The PK of one year, of every owner."""

    dataset: Dataset
    tahun: int

    def dijanjikan(self, kode: str) -> bool:
        """Whether any signed PK of the year promises an indikator."""
        owner = self.dataset.pemilik_target(kode)
        return any(kode in berkas.isi.butir for _, berkas in self.dataset.pk_ditandatangani(owner, self.tahun))

    def berlaku(self, pemilik: str, hari: date) -> Pk | None:
        """Returns an owner's PK that is in force on a day."""
        return self.dataset.pk_pada(pemilik, self.tahun, hari)

    def menjanjikan(self, pemilik: str, kode: str, hari: date) -> bool:
        """Whether the PK in force on a day promises an indikator; where none is in force yet, one will."""
        pk = self.berlaku(pemilik, hari)
        return pk is None or kode in pk[1].isi.butir

    def janji(self, pemilik: str, kode: str, berlaku: tuple[Pk | None, ...]) -> Iterator[Janji | None]:
        """Yields what each of the PK that are in force one after the other promises of an indikator."""
        known: dict[str, Janji | None] = {}
        for pk in berlaku:
            if pk is None:
                yield None
                continue
            if pk[0] not in known:
                known[pk[0]] = self._janji(pemilik, kode, *pk)
            yield known[pk[0]]

    def _janji(self, pemilik: str, kode: str, versi: str, berkas: Berkas[PerjanjianKinerja]) -> Janji | None:
        target = patokan(berkas.isi.butir[kode].target) if kode in berkas.isi.butir else None
        if target is None:
            return None
        murni = None
        if versi != MURNI:
            first = self.dataset.perjanjian_kinerja.get((self.tahun, pemilik, MURNI))
            row = first.isi.butir.get(kode) if first else None
            murni = patokan(row.target) if row else None
        return Janji(target, versi, Sumber(berkas.path, ("butir", kode, "target")), murni)
