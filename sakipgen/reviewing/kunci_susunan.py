"""P021: who belongs to what in a closed year. No figure moves by it, but what was published of the group does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.diagnostics import Issue, Severity, printable
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran
from sakipgen.reviewing.perbandingan import Perbandingan

SUSUNAN: Final = "P021"
"""The code of a group of a closed year that is made up otherwise."""


def susunan_berubah(p: Perbandingan) -> Iterator[Issue]:
    """P021 Susunan tahun yang sudah ada periode tertutupnya berubah.

    Indikator yang masuk atau keluar dari sasaran atau tujuan, bobotnya, dan tanda `iku` mengubah capaian sasaran dan
    hitungan IKU yang sudah diumumkan, walaupun tidak ada angka yang berubah. Ini peringatan, dan usulannya perlu
    persetujuan Kepala.

    Cara memperbaiki: kembalikan isiannya. Susunan untuk tahun berikutnya ditulis sebagai Renstra perubahan dengan
    `tahun_awal` tahun itu; bila memang untuk tahun yang sudah berjalan, mintakan juga persetujuan Kepala.
    """
    for tahun in sorted({periode.tahun for periode in p.ditutup}):
        before, after = (_susunan(p, side.dataset, tahun) for side in (p.dasar, p.usulan))
        for jenis, kode in sorted(before.keys() | after.keys()) if before and after else ():
            changed = "; ".join(_lain(before.get((jenis, kode)), after.get((jenis, kode))))
            if changed:
                message = (
                    f"{jenis} `{printable(kode)}` {changed}, padahal {tahun} punya periode yang sudah ditutup; "
                    "kembalikan, atau mintakan juga persetujuan Kepala; bila hanya untuk tahun berikutnya, tulis "
                    "sebagai Renstra perubahan dengan `tahun_awal` tahun itu."
                )
                path = next(iter(after.values())).path
                yield Issue(path, (jenis, kode), SUSUNAN, message, Severity.WARNING)


def iku_berubah(p: Perbandingan) -> Iterator[Issue]:
    """Yields P021 for an indikator of a closed year that is counted as IKU, or is so no more."""
    before, after = (side.dataset.indikator if side.dataset else {} for side in (p.dasar, p.usulan))
    told = p.kode_terkunci.union(*(_dijanjikan(p, periode.tahun) for periode in p.ditutup))
    for kode in sorted(told & before.keys() & after.keys()):
        marked = after[kode].isi.iku
        if before[kode].isi.iku != marked:
            message = (
                f"indikator ini {'kini' if marked else 'tidak lagi'} ditandai IKU, padahal ada periode yang sudah "
                "ditutup dan hitungan IKU-nya sudah diumumkan; kembalikan `iku`, atau mintakan juga persetujuan Kepala."
            )
            yield Issue(after[kode].path, ("iku",), SUSUNAN, message, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class _Kelompok:
    """A sasaran or tujuan of one year."""

    path: PurePosixPath
    anggota: Mapping[str, Decimal | None]
    """Those of its indikator that the year owes, each with its weight where weights count."""
    bobot: Decimal | None


def _susunan(p: Perbandingan, dataset: Dataset | None, tahun: int) -> Mapping[tuple[str, str], _Kelompok]:
    """The groups of a year as the day looked from knows them; none of a year without a plan."""
    owner = dataset.renstra_pada(tahun, p.hari) if dataset else None
    if dataset is None or owner is None:
        return {}
    kode, plan = owner
    known = p.dasar.dataset.metode.get(tahun) if p.dasar.dataset else None
    inside = known is not None and known.isi.agregasi_sasaran is AgregasiSasaran.BERBOBOT
    above = known is not None and known.isi.agregasi_perangkat_daerah is AgregasiPerangkatDaerah.BERBOBOT
    due = _dijanjikan(p, tahun) | {k for k, targets in plan.target.items() if tahun in targets}
    path = dataset.renstra[kode].path

    def members(indikator: tuple[str, ...], bobot: Mapping[str, Decimal]) -> Mapping[str, Decimal | None]:
        return {k: bobot.get(k) if inside else None for k in indikator if k in due}

    groups: dict[tuple[str, str], _Kelompok] = {}
    for name, goal in plan.tujuan.items():
        groups["tujuan", name] = _Kelompok(path, members(goal.indikator, goal.bobot_indikator), None)
    for name, row in plan.sasaran.items():
        found = members(row.indikator, row.bobot_indikator)
        groups["sasaran", name] = _Kelompok(path, found, row.bobot if above else None)
    return {key: row for key, row in groups.items() if row.anggota}


def _dijanjikan(p: Perbandingan, tahun: int) -> frozenset[str]:
    """The indikator that a PK of a year promises on either side."""
    papers = (
        b.isi.butir
        for side in (p.dasar.dataset, p.usulan.dataset)
        for (of, _, _), b in (side.perjanjian_kinerja.items() if side else ())
        if of == tahun
    )
    return frozenset(kode for rows in papers for kode in rows)


def _lain(before: _Kelompok | None, after: _Kelompok | None) -> Iterator[str]:
    """The words for what of a group is otherwise."""
    old, new = (row.anggota if row else {} for row in (before, after))
    if gone := old.keys() - new.keys():
        yield f"tidak lagi memuat {_sebut(gone)}"
    if come := new.keys() - old.keys():
        yield f"kini memuat {_sebut(come)}"
    if other := {kode for kode in old.keys() & new.keys() if old[kode] != new[kode]}:
        yield f"memberi bobot lain kepada {_sebut(other)}"
    if before and after and before.bobot != after.bobot:
        yield "diberi bobot lain"


def _sebut(kode: set[str]) -> str:
    return ", ".join(f"`{printable(one)}`" for one in sorted(kode))
