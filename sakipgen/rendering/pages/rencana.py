"""The rencana aksi: what is planned to be done for an indikator, when, and by whom."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sakipgen.domain.perencanaan import Aksi
from sakipgen.rekap import RekapTahun
from sakipgen.rendering.pages import alamat, sel
from sakipgen.rendering.pages.konteks import Konteks


@dataclass(frozen=True, slots=True)
class AksiTampil:
    """A planned action, with the indikator it serves."""

    uraian: str
    keluaran: str
    jadwal: str
    pelaksana: str
    kode: str
    alamat: str


def tampil(konteks: Konteks, kode: str, aksi: Aksi) -> AksiTampil:
    """Returns an action for an indikator as a row of a table."""
    return AksiTampil(
        uraian=aksi.uraian,
        keluaran=aksi.keluaran,
        jadwal=", ".join(map(sel.segmen, aksi.jadwal)),
        pelaksana=konteks.jabatan(aksi.pelaksana),
        kode=kode,
        alamat=alamat.indikator(kode),
    )


def aksi(konteks: Konteks, tahun: RekapTahun, kode: Iterable[str]) -> tuple[AksiTampil, ...]:
    """Returns what a year plans for these indikator, in their order."""
    plans = ((one, tahun.rencana_aksi.get(one)) for one in kode)
    return tuple(tampil(konteks, one, action) for one, plan in plans if plan for action in plan.aksi)
