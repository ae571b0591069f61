"""K115: where a year's metode weighs, the Renstra that owns the year gives all the weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from sakipgen.checking._issue import angka, galat
from sakipgen.checking.keselarasan import pk_tak_terbaca
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.metode import AgregasiPerangkatDaerah, AgregasiSasaran
from sakipgen.domain.perencanaan import Renstra, Sasaran, Tujuan
from sakipgen.measuring.hitung import SERATUS, jumlah


def bobot_lengkap(dataset: Dataset) -> Iterator[Issue]:
    """K115 Bobot belum lengkap atau tidak berjumlah 100.

    Metode tahun itu menghitung capaian menurut bobot. Setiap anggota yang diukur tahun itu memerlukan bobot dalam
    Renstra. Bobot yang diukur tahun itu berjumlah 100, sehingga indikator yang diganti di tengah Renstra boleh sama
    bobotnya dengan penggantinya; atau bobot semua anggota berjumlah 100, dan yang belum diukur membawa bobotnya pergi.
    Anggota tanpa bobot tidak ikut dihitung sama sekali.

    Cara memperbaiki: lengkapi `bobot_indikator` pada sasaran dan tujuan, atau `bobot` pada sasaran, sampai berjumlah
    100; atau ganti cara agregasi dalam `data/metode/TAHUN.yaml`.
    """
    told: set[tuple[str, Loc]] = set()
    for tahun, metode in dataset.metode.items():
        owner = dataset.renstra_tahun(tahun)
        if owner is None or pk_tak_terbaca(dataset, tahun):
            continue
        path = dataset.renstra[owner[0]].path
        by_indikator = metode.isi.agregasi_sasaran is AgregasiSasaran.BERBOBOT
        by_sasaran = metode.isi.agregasi_perangkat_daerah is AgregasiPerangkatDaerah.BERBOBOT
        groups = [
            *(_indikator(dataset, owner[1], tahun) if by_indikator else ()),
            *(_sasaran(owner[1]) if by_sasaran else ()),
        ]
        for loc, where, due, weights in groups:
            if (owner[0], loc) not in told and (text := _kurang(where, due, weights)):
                told.add((owner[0], loc))
                message = f"menurut metode {tahun} capaian dihitung dengan bobot, tetapi {text}."
                yield galat(path, loc, "K115", message, at_key=True)


_Kelompok = tuple[Loc, str, Sequence[str], Mapping[str, Decimal | None]]
"""Where the weights of a group stand, in which field, the members that the year measures, and all the weights."""


def _kurang(field: str, due: Sequence[str], weights: Mapping[str, Decimal | None]) -> str | None:
    missing = [kode for kode in due if weights.get(kode) is None]
    if missing:
        return f"bobot {', '.join(f'`{kode}`' for kode in missing)} belum ada; tambahkan pada `{field}`"
    total = jumlah(weight for weight in weights.values() if weight is not None)
    own = jumlah(weight for kode in due if (weight := weights.get(kode)) is not None)
    if due and SERATUS not in {total, own}:
        return f"bobotnya berjumlah {angka(own)}, seharusnya 100; betulkan `{field}`"
    return None


def _indikator(dataset: Dataset, renstra: Renstra, tahun: int) -> Iterator[_Kelompok]:
    """Of each sasaran and tujuan the members that the year owes; of unknown ones R001 and R031 speak."""
    signed = [pk for (year, _, _), pk in dataset.perjanjian_kinerja.items() if year == tahun]
    promised = {kode for pk in signed for kode in pk.isi.butir}
    levels: tuple[tuple[str, Mapping[str, Sasaran | Tujuan]], ...] = (
        ("tujuan", renstra.tujuan),
        ("sasaran", renstra.sasaran),
    )
    for level, owners in levels:
        for owner, row in owners.items():
            if not row.bobot_indikator.keys() <= set(row.indikator) <= dataset.indikator.keys():
                continue
            due = [kode for kode in row.indikator if kode in promised or tahun in renstra.target.get(kode, {})]
            yield (level, owner, "bobot_indikator"), "bobot_indikator", due, row.bobot_indikator


def _sasaran(renstra: Renstra) -> Iterator[_Kelompok]:
    weights = {kode: row.bobot for kode, row in renstra.sasaran.items()}
    missing = next((kode for kode, weight in weights.items() if weight is None), None)
    yield ("sasaran", missing) if missing else ("sasaran",), "bobot", list(weights), weights


RULES: Final = (bobot_lengkap,)
