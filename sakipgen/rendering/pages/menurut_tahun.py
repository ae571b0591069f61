"""The years of an indikator, and its targets as every document states them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sakipgen.domain.indikator import Indikator
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapPeriode, RekapTahun
from sakipgen.rendering.cetak import angka_persen
from sakipgen.rendering.pages import alamat, arah, perjanjian, sel
from sakipgen.rendering.pages.konteks import Konteks, judul_waktu
from sakipgen.rendering.pages.menurut_periode import sumber
from sakipgen.rendering.pages.ucapan import nama_pk

_JENIS_TARGET = {"renstra": "Renstra", "rencana_aksi": "Rencana aksi"}


@dataclass(frozen=True, slots=True)
class BarisTahun:
    """A year on the page of an indikator."""

    tahun: int
    sampai: str | None
    """Until when an unfinished year is told; None of one that has ended."""
    alamat: str
    baris: sel.BarisTampil
    arah: Markup
    target_renstra: sel.Sel
    tahun_akhir: int | None
    """Of which year that target is, where the years of the table do not share one."""
    kemajuan: sel.Sel
    sumber: Markup


@dataclass(frozen=True, slots=True)
class TargetTampil:
    """A target as a document states it."""

    dokumen: str
    periode: str
    nilai: sel.Sel
    alasan: str | None
    sumber: Markup


Tahunan = Sequence[tuple[RekapTahun, BarisIndikator]]
"""The years of an indikator with its row in each."""


def dokumen_target(konteks: Konteks, tahun: RekapTahun, rows: Tahunan) -> tuple[TargetTampil, ...]:
    """Returns what the Renstra promises for each of its years, every PK of the years, and the year's rencana aksi."""
    kode = rows[0][1].kode
    renstra = konteks.target_renstra(tahun.renstra, kode)
    found = [t for year, _ in rows for t in konteks.target.get((year.tahun, kode), ())]
    pk = [t for t in found if t.jenis == "perjanjian_kinerja"]
    plan = (t for t in found if t.jenis == "rencana_aksi" and t.tahun == tahun.tahun)
    return tuple(_target(konteks, rows[0][1].indikator, t) for t in (*renstra.values(), *pk, *plan))


def _tanpa_target_akhir(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator) -> tuple[sel.Sel, str]:
    """What stands for the Renstra's last target in a year that is not compared with it, and why it is not."""
    plan = tahun.renstra
    last = konteks.target_renstra(plan, row.kode).get(plan.tahun_akhir) if plan else None
    if plan is None or last is None:
        return sel.tanpa("tidak ada"), "tidak ada target akhir"
    broken = row.indikator.putus_antara(tahun.tahun, plan.tahun_akhir)
    shown = sel.tanpa(f"seri baru {broken}") if broken else sel.target_tertulis(row.indikator, last)
    return shown, "tidak dibandingkan"


def _tanpa_kemajuan(prd: RekapPeriode, row: BarisIndikator) -> str:
    """Why a year has no capaian against the Renstra's last target."""
    if row.hasil.realisasi is None:
        return "belum dihitung"
    return perjanjian.nanti(selesai=prd.selesai) if sel.menunggu_setahun(row, None) else "tidak dihitung"


def baris_tahun(konteks: Konteks, rows: Tahunan) -> tuple[BarisTahun, ...]:
    """Returns the years as rows."""
    shared = len({year.renstra.tahun_akhir for year, _ in rows if year.renstra}) == 1
    return tuple(_baris(konteks, year, row, bersama=shared) for year, row in rows)


def _baris(konteks: Konteks, tahun: RekapTahun, row: BarisIndikator, *, bersama: bool) -> BarisTahun:
    """A row; it names the year of the Renstra's last target where the years do not share one."""
    hasil = row.hasil
    ref = f"capaian/{sel.kunci(hasil)}/"
    goal, progress = hasil.target_renstra, hasil.kemajuan_renstra
    if goal is None:
        last, why = _tanpa_target_akhir(konteks, tahun, row)
    else:
        last, why = sel.target(row, "renstra", goal, ref), _tanpa_kemajuan(tahun.setahun, row)
    return BarisTahun(
        tahun=tahun.tahun,
        sampai=None if tahun.setahun.selesai else judul_waktu(konteks, tahun.setahun),
        alamat=alamat.periode(tahun.setahun.periode),
        baris=konteks.baris(row),
        arah=arah.tampil(konteks, tahun, row),
        target_renstra=last,
        tahun_akhir=tahun.renstra.tahun_akhir if tahun.renstra and goal is not None and not bersama else None,
        kemajuan=sel.tanpa(why) if progress is None else angka_persen(progress, f"{ref}kemajuan_renstra"),
        sumber=sumber(konteks, row),
    )


def _target(konteks: Konteks, indikator: Indikator, target: BarisTarget) -> TargetTampil:
    name = nama_pk(target.versi) if target.jenis == "perjanjian_kinerja" else _JENIS_TARGET[target.jenis]
    return TargetTampil(
        dokumen=f"{name} {target.versi}" if target.jenis == "renstra" else name,
        periode=target.periode.label,
        nilai=sel.target_tertulis(indikator, target),
        alasan=target.alasan,
        sumber=konteks.sumber(target.rujukan),
    )
