"""The number behind what is no number: predikat, day, promise kept, milestones, by what the kamus says of them.

Everything that measures or checks works on the numbers; what was written stays beside them for the reader.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.hari import nomor_hari
from sakipgen.domain.indikator import Indikator
from sakipgen.domain.koreksi import NILAI, Koreksi
from sakipgen.domain.perencanaan import PerjanjianKinerja, RencanaAksi, Renstra
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.skala import KelasSkala, Skala
from sakipgen.domain.target import Target
from sakipgen.domain.tertulis import Tertulis
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hitung import CONTEXT, NOL, jumlah

_SATU: Final = Decimal(1)
_T = TypeVar("_T", bound=Tertulis)


def lengkapi(dataset: Dataset) -> Dataset:
    """Returns the dataset with the number of every target and figure that was written in another form.

    What the kamus cannot read keeps no number; N019 and R030 say so.
    """
    kamus = {kode: berkas.isi for kode, berkas in dataset.indikator.items()}
    return replace(
        dataset,
        indikator={kode: _kamus(berkas) for kode, berkas in dataset.indikator.items()},
        renstra={kode: _renstra(berkas, kamus) for kode, berkas in dataset.renstra.items()},
        perjanjian_kinerja={key: _pk(berkas, kamus, key[0]) for key, berkas in dataset.perjanjian_kinerja.items()},
        rencana_aksi={key: _rencana(berkas, kamus, key[0]) for key, berkas in dataset.rencana_aksi.items()},
        realisasi={key: _laporan(berkas, kamus, key[0].tahun) for key, berkas in dataset.realisasi.items()},
        koreksi={key: _koreksi(berkas, kamus, key[0]) for key, berkas in dataset.koreksi.items()},
    )


def angka(
    indikator: Indikator,
    tahun: int,
    *,
    predikat: str | None = None,
    tanggal: date | None = None,
    terpenuhi: bool | None = None,
    tahapan: tuple[str, ...] | None = None,
) -> Decimal | None:
    """Returns the number of the one form that is given; None where the kamus does not know it.

    A predikat is the score of its rank, or the lowest score of its class; a day is its number in the year; `ya` is 1;
    milestones are the sum of their weights.
    """
    if predikat is not None:
        if indikator.peringkat:
            rank = indikator.peringkat.menurut_kode(predikat)
            return rank.skor if rank else None
        found = indikator.skala.menurut_kode(predikat) if indikator.skala else None
        return terendah(indikator.skala, found) if indikator.skala and found else None
    if tanggal is not None:
        return nomor_hari(tanggal, tahun)
    if terpenuhi is not None:
        return _SATU if terpenuhi else NOL
    if tahapan is not None and set(tahapan) <= indikator.tahapan.keys():
        return jumlah(indikator.tahapan[kode].bobot for kode in set(tahapan))
    return None


def terendah(skala: Skala, kelas: KelasSkala) -> Decimal | None:
    """Returns the lowest score of a class at the decimals of its table; None of one that begins at 0 or nowhere."""
    if not kelas.min or kelas.min_termasuk:
        return kelas.min or None
    return CONTEXT.add(kelas.min, skala.langkah)


# ── File by file; one without such forms stays the same object ───────────────────────────────────────────────────


def _target(target: Target, indikator: Indikator | None, tahun: int) -> Target:
    if indikator is None or target.angka is not None:
        return target
    number = angka(
        indikator,
        tahun,
        predikat=target.predikat,
        tanggal=target.tanggal,
        terpenuhi=target.terpenuhi,
        tahapan=target.tahapan or None,
    )
    return target if number is None else target.model_copy(update={"nilai": number})


def _bernilai(row: _T, indikator: Indikator | None, tahun: int) -> _T:
    if indikator is None or row.nilai is not None or (row.predikat and not indikator.peringkat):
        return row  # a class of scores is no score
    number = angka(
        indikator, tahun, predikat=row.predikat, tanggal=row.tanggal, terpenuhi=row.terpenuhi, tahapan=row.tahapan
    )
    return row if number is None else row.model_copy(update={"nilai": number})


def _kamus(berkas: Berkas[Indikator]) -> Berkas[Indikator]:
    isi = berkas.isi
    found = {"baseline": isi.baseline, "standar_nasional": isi.standar_nasional}
    update = {name: new for name, row in found.items() if row and (new := _bernilai(row, isi, row.tahun)) is not row}
    return Berkas(berkas.path, isi.model_copy(update=update)) if update else berkas


def _koreksi(berkas: Berkas[Koreksi], kamus: Mapping[str, Indikator], periode: Periode) -> Berkas[Koreksi]:
    isi = berkas.isi
    if isi.bagian != NILAI:
        return berkas
    found = {"nilai_lama": isi.nilai_lama, "nilai_baru": isi.nilai_baru}
    update = {
        name: new
        for name, row in found.items()
        if row and (new := _bernilai(row, kamus.get(isi.indikator), periode.tahun)) is not row
    }
    return Berkas(berkas.path, isi.model_copy(update=update)) if update else berkas


def _renstra(berkas: Berkas[Renstra], kamus: Mapping[str, Indikator]) -> Berkas[Renstra]:
    targets = {
        kode: {tahun: _target(target, kamus.get(kode), tahun) for tahun, target in row.items()}
        for kode, row in berkas.isi.target.items()
        if any(target.angka is None for target in row.values())
    }
    if not targets:
        return berkas
    return Berkas(berkas.path, berkas.isi.model_copy(update={"target": {**berkas.isi.target, **targets}}))


def _pk(berkas: Berkas[PerjanjianKinerja], kamus: Mapping[str, Indikator], tahun: int) -> Berkas[PerjanjianKinerja]:
    butir = {
        kode: row.model_copy(update={"target": _target(row.target, kamus.get(kode), tahun)})
        for kode, row in berkas.isi.butir.items()
        if row.target.angka is None
    }
    if not butir:
        return berkas
    return Berkas(berkas.path, berkas.isi.model_copy(update={"butir": {**berkas.isi.butir, **butir}}))


def _rencana(berkas: Berkas[RencanaAksi], kamus: Mapping[str, Indikator], tahun: int) -> Berkas[RencanaAksi]:
    butir = {
        kode: row.model_copy(update={"target": {s: _target(t, kamus.get(kode), tahun) for s, t in row.target.items()}})
        for kode, row in berkas.isi.butir.items()
        if any(target.angka is None for target in row.target.values())
    }
    if not butir:
        return berkas
    return Berkas(berkas.path, berkas.isi.model_copy(update={"butir": {**berkas.isi.butir, **butir}}))


def _laporan(berkas: Berkas[LaporanRealisasi], kamus: Mapping[str, Indikator], tahun: int) -> Berkas[LaporanRealisasi]:
    rows = berkas.isi.butir
    butir = {k: new for k, row in rows.items() if (new := _bernilai(row, kamus.get(k), tahun)) is not row}
    if not butir:
        return berkas
    return Berkas(berkas.path, berkas.isi.model_copy(update={"butir": {**rows, **butir}}))
