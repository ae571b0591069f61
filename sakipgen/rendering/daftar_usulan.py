"""A list of proposals: where each stands, its rounds, and how long it waited against the SOP's standard."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sakipgen.domain.catatan_usulan import CatatanUsulan, KeadaanUsulan

VERSI: Final = 1
MENUNGGU: Final = frozenset({KeadaanUsulan.DIAJUKAN, KeadaanUsulan.GAGAL_PERIKSA, KeadaanUsulan.LULUS_PERIKSA})
"""The states in which the unit waits for an answer."""
SEBUTAN: Final = {keadaan: keadaan.value.replace("_", " ") for keadaan in KeadaanUsulan}


@dataclass(frozen=True, slots=True)
class BarisUsulan:
    """One proposal, with what follows from its trail."""

    catatan: CatatanUsulan
    keadaan: KeadaanUsulan
    putaran: int
    penyetuju: tuple[str, ...]
    menit: dict[KeadaanUsulan, int]
    """Working minutes in each state."""
    baku: int | None
    """Working minutes in which each round is to be answered, by the SOP."""

    @property
    def menunggu(self) -> int:
        return sum(minutes for state, minutes in self.menit.items() if state in MENUNGGU)

    @property
    def lewat(self) -> bool:
        """Whether it waited longer than the SOP allows for its rounds."""
        return self.baku is not None and self.menunggu > self.baku * max(self.putaran, 1)


_KEPALA: Final = ("Usulan", "Keadaan", "Pengirim", "Laporan", "Dikirim", "Putaran", "Menunggu (menit kerja)")


def render_teks(rows: Sequence[BarisUsulan]) -> str:
    """Returns the list as a table of plain text."""
    if not rows:
        return "Belum ada usulan yang tercatat.\n"
    table = [_KEPALA, *map(_sel, rows)]
    widths = [max(len(row[n]) for row in table) for n in range(len(_KEPALA))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    late = sum(row.lewat for row in rows)
    return "".join(
        f"{line}\n" for line in [*lines, "", f"{len(rows)} usulan; {late} menunggu lebih lama daripada waktu baku SOP."]
    )


def _sel(row: BarisUsulan) -> tuple[str, ...]:
    told = row.catatan
    reports = ", ".join(f"{one.unit} {one.periode}" for one in told.laporan) or told.jenis.value
    standard = f" dari {row.baku * max(row.putaran, 1)}" if row.baku else ""
    return (
        f"#{told.nomor}",
        SEBUTAN[row.keadaan],
        told.pengirim,
        reports,
        f"{told.dikirim:%Y-%m-%d %H.%M}" if told.dikirim else "belum",
        str(row.putaran),
        f"{row.menunggu}{standard}{' ▲ lewat' if row.lewat else ''}",
    )


def render_json(rows: Sequence[BarisUsulan]) -> str:
    """Returns the list for programs."""
    content = {
        "versi": VERSI,
        "usulan": [
            {
                "nomor": row.catatan.nomor,
                "berkas": row.catatan.nama,
                "forge": row.catatan.forge,
                "jenis": row.catatan.jenis,
                "keadaan": row.keadaan,
                "pengirim": row.catatan.pengirim,
                "dikirim": row.catatan.dikirim.isoformat() if row.catatan.dikirim else None,
                "laporan": [{"periode": one.periode, "unit": one.unit} for one in row.catatan.laporan],
                "putaran": row.putaran,
                "penyetuju": list(row.penyetuju),
                "gabungan": row.catatan.gabungan,
                "menit_kerja": {state.value: minutes for state, minutes in row.menit.items()},
                "menunggu": row.menunggu,
                "waktu_baku": row.baku,
                "lewat": row.lewat,
            }
            for row in rows
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
