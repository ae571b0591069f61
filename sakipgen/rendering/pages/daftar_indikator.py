"""The list of all indikator: those of the main year by level, the retired ones, and the rest of the kamus."""

from __future__ import annotations

from dataclasses import dataclass

from sakipgen.domain.indikator import Tingkat
from sakipgen.domain.realisasi import Status
from sakipgen.rendering.page import Bagian, Page
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.indikator import TINGKAT
from sakipgen.rendering.pages.konteks import Isi, Konteks, judul_target, judul_waktu
from sakipgen.rendering.pages.pensiun import pensiun, tautan


@dataclass(frozen=True, slots=True)
class Kelompok:
    judul: str
    id: str
    baris: tuple[sel.BarisTampil, ...]


def daftar(konteks: Konteks) -> Page:
    """Returns the list of all indikator: those of the main year by level, then the rest of the kamus."""
    tahun = konteks.rekap.utama
    rows = tahun.setahun.indikator if tahun else ()
    groups = [
        Kelompok(f"{TINGKAT[level]}", f"tingkat-{level.value.replace('_', '-')}", konteks.semua_baris(found))
        for level in Tingkat
        if (found := [row for row in rows if row.indikator.tingkat is level])
    ]
    shown = {row.kode for row in rows}
    measured = [row for row in rows if row.hasil.status is not Status.TIDAK_BERLAKU]
    isi = Isi(
        templat="daftar_indikator",
        path="indikator",
        judul="Indikator",
        uraian=f"Semua indikator kinerja {konteks.pd.singkatan} dengan target, realisasi, dan capaiannya.",
        strip=konteks.strip(tahun.setahun if tahun else None, measured),
        bagian=tuple(Bagian(g.id, g.judul) for g in groups),
        jejak=(("Indikator", None),),
        berkas=tuple(konteks.rekap.rujukan_indikator[k].berkas for k in konteks.rekap.indikator),
        nilai={
            "tahun": tahun,
            "selesai": tahun is not None and tahun.setahun.selesai,
            "kelompok": tuple(groups),
            "kepala_target": judul_target(tahun.setahun) if tahun else "Target",
            "waktu": judul_waktu(konteks, tahun.setahun) if tahun else "",
            "pensiun": tuple(
                (tautan(konteks, kode), old)
                for kode in konteks.rekap.indikator
                if kode not in shown and (old := pensiun(konteks, kode))
            ),
            "lainnya": tuple(
                tautan(konteks, kode)
                for kode in konteks.rekap.indikator
                if kode not in shown and kode not in konteks.rekap.kode_lama
            ),
        },
    )
    return konteks.susun(isi)
