"""A year of reports in memory, for the benchmark of measuring alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from sakipgen.domain.dataset import Dataset
from sakipgen.domain.waktu import Frekuensi, Posisi, parse_tanggal
from sakipgen.measuring.terlihat import terlihat
from tests.measuring.builder import Susunan

BULANAN: Final = (Frekuensi.BULANAN,)
"""Everything is reported every month: the most rows that a year can have."""
KANTOR: Final = (Frekuensi.BULANAN, *(Frekuensi.TRIWULANAN,) * 6, Frekuensi.SEMESTERAN, *(Frekuensi.TAHUNAN,) * 2)
"""As offices report: most of it every quarter."""
_AGREGASI: Final = ("terakhir", "rerata", "jumlah", "maks")
_POLARITAS: Final = ("naik", "naik", "turun")


def posisi() -> Posisi:
    return Posisi.pada(parse_tanggal("2025-02-14"))


def dataset(indikator: int, frekuensi: Sequence[Frekuensi]) -> Dataset:
    """Returns a year in which every indikator reported whatever was due."""
    made = Susunan()
    for n in range(indikator):
        kode, often = f"IKU-{n:05}", frekuensi[n % len(frekuensi)]
        made.ukur(
            kode,
            frekuensi=often,
            agregasi=_AGREGASI[n % len(_AGREGASI)],
            polaritas=_POLARITAS[n % len(_POLARITAS)],
            mode_target="per_periode",
        )
        made.janji(kode, "90")
        targets: Mapping[str, str] = {
            segmen if segmen.isalpha() or segmen[0] in "TS" else f"b{segmen}": str(70 + place)
            for place, segmen in enumerate(often.segmen)
        }
        made.rencanakan(kode, **(targets if len(often.segmen) > 1 else {}))
        for place, segmen in enumerate(often.segmen):
            made.lapor(kode, segmen, f"{60 + (7 * n + 3 * place) % 50}.{n % 100:02}")
    return terlihat(made.dataset(), posisi())
