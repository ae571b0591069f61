"""What is to be said of a year beside the year before it: how many indikator moved where, and the whole.

The same small grammar as in `kalimat.py`: guarded patterns of which exactly one speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.measuring.arah import Arah
from sakipgen.rendering.kalimat import Isian, Kalimat, Pola, berderet, pilih

ARAH: Final = {Arah.MEMBAIK: "membaik", Arah.MEMBURUK: "memburuk", Arah.TETAP: "relatif tetap"}


@dataclass(frozen=True, slots=True)
class FaktaBanding:
    """How many indikator moved where since the year before; `tanpa` cannot be compared."""

    membaik: int = 0
    memburuk: int = 0
    tetap: int = 0
    tanpa: int = 0

    @property
    def dari(self) -> int:
        return self.membaik + self.memburuk + self.tetap + self.tanpa


BANDING: Final[tuple[Pola[FaktaBanding], ...]] = (
    Pola("kosong", lambda f: f.dari == 0, "Belum ada {hal} yang dapat dibandingkan."),
    Pola(
        "tanpa",
        lambda f: 0 < f.dari == f.tanpa,
        "Belum ada {hal} yang dapat dibandingkan dengan tahun {lalu}.",
    ),
    Pola("membaik", lambda f: 1 < f.dari == f.membaik, "Dibanding tahun {lalu}, <b>semua {dari}</b> {hal} membaik."),
    Pola(
        "campuran",
        lambda f: f.dari > f.tanpa and not (1 < f.dari == f.membaik),
        "Dibanding tahun {lalu}, dari {dari} {hal}, <b>{deret}</b>.",
    ),
)
"""All indikator of a group: exactly one pattern speaks."""


def banding(fakta: FaktaBanding, hal: str, lalu: int) -> Kalimat:
    """Returns how many of these indikator moved where since a year."""
    isian = {"hal": hal, "lalu": lalu, "dari": fakta.dari, "deret": berderet(tuple(_deret(fakta)))}
    return Kalimat(pilih(BANDING, fakta).teks, isian)


def _deret(fakta: FaktaBanding) -> Iterator[str]:
    counts = (
        (fakta.membaik, ARAH[Arah.MEMBAIK]),
        (fakta.memburuk, ARAH[Arah.MEMBURUK]),
        (fakta.tetap, ARAH[Arah.TETAP]),
        (fakta.tanpa, "tidak dapat dibandingkan"),
    )
    return (f"{n} {word}" for n, word in counts if n)


CAPAIAN: Final[Sequence[Pola[Arah]]] = (
    Pola("naik", lambda f: f is Arah.MEMBAIK, "Capaian {hal} naik dari {semula} menjadi <b>{kini}</b>."),
    Pola("turun", lambda f: f is Arah.MEMBURUK, "Capaian {hal} turun dari {semula} menjadi <b>{kini}</b>."),
    Pola("tetap", lambda f: f is Arah.TETAP, "Capaian {hal} tetap <b>{kini}</b>."),
)
"""A capaian beside that of the year before; more of it is better. Exactly one pattern speaks."""


def capaian(arah: Arah, isian: Isian) -> Kalimat:
    """Returns how the capaian of a group moved."""
    return Kalimat(pilih(CAPAIAN, arah).teks, isian)
