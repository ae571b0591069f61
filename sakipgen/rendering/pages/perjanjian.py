"""The year of an indikator against every version of the Perjanjian Kinerja that names it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from sakipgen.domain.dataset import MURNI
from sakipgen.domain.metode import FormulaCapaian
from sakipgen.domain.realisasi import Status
from sakipgen.rekap import BarisIndikator, BarisTarget, RekapPeriode
from sakipgen.rendering.cetak import angka_persen
from sakipgen.rendering.pages import sel
from sakipgen.rendering.pages.konteks import Konteks, judul_waktu
from sakipgen.rendering.pages.ucapan import nama_pk

_PK_PERUBAHAN: Final = Markup('menurut PK <span class="sk-utuh">Perubahan ke-{}</span>')


@dataclass(frozen=True, slots=True)
class BarisPk:
    """The year against one version of the PK."""

    nama: str
    target: sel.Sel
    capaian: sel.Sel
    berlaku: str


def singkat(versi: str | None) -> str:
    """Returns by which PK a period is measured, in a few words."""
    if versi is None:
        return "belum ada PK"
    return "menurut PK murni" if versi == MURNI else _PK_PERUBAHAN.format(versi.rpartition("-")[2])


def nanti(*, selesai: bool) -> str:
    """Returns when a sum that should stay low is compared with what is promised for a whole year."""
    return "dihitung sesudah laporan setahun lengkap" if selesai else "dihitung sesudah tahun berakhir"


def tabel(
    konteks: Konteks,
    prd: RekapPeriode,
    row: BarisIndikator,
    signed: Mapping[str, BarisTarget],
    dipakai: Collection[str | None],
) -> tuple[BarisPk, ...]:
    """Returns the year against every PK that names the indikator, in order of signing; empty where only one does.

    `dipakai` are the versions that stand behind the periods of the year.
    """
    if len(signed) < 2:
        return ()
    versions = list(signed)
    last = max((n for n, versi in enumerate(versions) if versi in dipakai), default=-1)
    until = f"dipakai {judul_waktu(konteks, prd)}" if last + 1 < len(versions) else "dipakai sejak ditandatangani"
    used = {row.hasil.versi_pk: until}
    return tuple(
        BarisPk(
            nama=f"{nama_pk(versi)} (murni)" if versi == MURNI else nama_pk(versi),
            target=sel.target_tertulis(row.indikator, target),
            capaian=_capaian(row, signed, target, selesai=prd.selesai),
            berlaku=_KELAK if n > last else used.get(versi) or _DULU.get(versi, _SEMENTARA),
        )
        for n, (versi, target) in enumerate(signed.items())
    )


_KELAK: Final = "ditandatangani sesudahnya; dipakai mulai periode berikutnya"
_DULU: Final = {MURNI: "dipakai pada periode yang berakhir sebelum perubahan"}
_SEMENTARA: Final = "dipakai sejak ditandatangani sampai diubah lagi"


def _capaian(row: BarisIndikator, signed: Mapping[str, BarisTarget], target: BarisTarget, *, selesai: bool) -> sel.Sel:
    """The year's capaian against a version: that of the first PK or of the one in force, where it promises the same."""
    hasil = row.hasil
    known = {hasil.versi_pk: ("tahun", hasil.capaian_tahun)} if hasil.versi_pk else {}
    if hasil.target_murni is not None:
        known[MURNI] = ("murni", hasil.capaian_murni)
    same = (versi for versi in known if not signed[versi].bentuk.berbeda(target.bentuk))
    versi = target.versi if target.versi in known else next(same, None)
    if versi is None:
        return sel.tanpa("tidak dibandingkan")
    name, capaian = known[versi]
    if capaian is None:
        return _tanpa_capaian(row, selesai=selesai)
    return angka_persen(capaian, f"capaian/{sel.kunci(hasil)}/capaian_{name}")


def _tanpa_capaian(row: BarisIndikator, *, selesai: bool) -> Markup:
    """Why a version of the PK has no capaian: nothing is reported, or its target cannot be divided by."""
    if row.hasil.status is not Status.ADA:
        return sel.kosong(row.hasil.status)
    if sel.menunggu_setahun(row, None):
        return sel.tanpa(nanti(selesai=selesai))
    stated = row.hasil.formula is FormulaCapaian.MANUAL
    return sel.tanpa(
        "hanya ditetapkan terhadap target periodenya" if stated else "tidak dapat dihitung dari target ini"
    )
