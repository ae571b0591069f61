"""K101…: the papers agree: PK with Renstra, rencana aksi with PK, realisasi with a PK in force."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakipgen.checking._issue import galat, peringatan
from sakipgen.diagnostics import Issue
from sakipgen.domain.base import Frekuensi, Periode
from sakipgen.domain.dataset import UNIT_KEPALA, Dataset
from sakipgen.domain.indikator import Agregasi, Indikator, ModeTarget
from sakipgen.domain.perencanaan import ButirRencanaAksi
from sakipgen.measuring.hitung import jumlah


def pk_sama_dengan_renstra(dataset: Dataset) -> Iterator[Issue]:
    """K101 Target PK berbeda dari Renstra tanpa alasan.

    Target dalam Perjanjian Kinerja biasanya sama dengan target Renstra tahun itu. Bila berbeda, alasannya ditulis.

    Cara memperbaiki: samakan targetnya, atau tambahkan `alasan:` di bawah target itu.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        owner = dataset.renstra_tahun(tahun)
        for kode, row in pk.isi.butir.items() if owner else ():
            planned = owner[1].target.get(kode, {}).get(tahun) if owner else None
            if planned is not None and planned != row.target and row.alasan is None:
                message = (
                    f"target PK {_shown(row.target)} berbeda dari target Renstra {_shown(planned)}; "
                    "samakan, atau tulis `alasan:`."
                )
                yield galat(pk.path, ("butir", kode, "target"), "K101", message)


def rencana_aksi_sampai_pk(dataset: Dataset) -> Iterator[Issue]:
    """K102 Target rencana aksi tidak sampai pada target PK.

    Target periode terakhir dalam rencana aksi sama dengan target setahun dalam PK yang berlaku. Untuk indikator yang
    dijumlahkan dengan target per periode, jumlah semua periodenya yang sama.

    Cara memperbaiki: sesuaikan target periode, atau targetnya dalam PK.
    """
    for (tahun, _), plan in dataset.rencana_aksi.items():
        for kode, butir in plan.isi.butir.items():
            if kode not in dataset.indikator or not butir.target:
                continue
            pk = dataset.pk_berlaku(dataset.pemilik_target(kode), Periode(tahun, "tahunan"))
            promised = pk[1].isi.butir.get(kode) if pk else None
            planned = _planned(dataset.indikator[kode].isi, butir)
            if pk is None or promised is None or planned is None or planned[0] == promised.target:
                continue
            value, words, segment = planned
            message = (
                f"{words} {_shown(value)} tidak sama dengan target setahun {_shown(promised.target)} "
                f"dalam `{pk[1].path}`; samakan keduanya."
            )
            yield galat(plan.path, ("butir", kode, "target", segment), "K102", message)


def _planned(indikator: Indikator, butir: ButirRencanaAksi) -> tuple[Decimal, str, str] | None:
    """What the plan reaches by the end of the year, in words, and the segment that says it; None if it stops short."""
    last = indikator.frekuensi.segmen[-1]
    if last not in butir.target:
        return None
    if indikator.agregasi is Agregasi.JUMLAH and indikator.mode_target is ModeTarget.PER_PERIODE:
        return jumlah(butir.target.values()), "jumlah target periode", last
    return butir.target[last], f"target `{last}`", last


def realisasi_punya_pk(dataset: Dataset) -> Iterator[Issue]:
    """K103 Realisasi tanpa Perjanjian Kinerja yang berlaku.

    SOP mensyaratkan Perjanjian Kinerja sebelum data dikumpulkan: indikator yang direalisasikan harus ada dalam PK yang
    sudah ditandatangani pada hari terakhir periodenya.

    Cara memperbaiki: tambahkan indikator itu ke PK, atau betulkan tanggal PK.
    """
    unread = {path.parent.parent.name for path in dataset.tak_terbaca if "perjanjian-kinerja" in path.parts}
    told: set[tuple[str, Periode]] = set()
    for (periode, _), report in dataset.realisasi.items():
        if str(periode.tahun) in unread:
            continue
        for kode in report.isi.butir:
            if kode not in dataset.indikator:
                continue
            owner = dataset.pemilik_target(kode)
            if owner != UNIT_KEPALA and owner not in dataset.instansi.isi.unit_kerja:
                continue
            pk = dataset.pk_berlaku(owner, periode)
            if pk is None:
                if (owner, periode) not in told:
                    told.add((owner, periode))
                    message = (
                        f"belum ada PK `{owner}` yang berlaku pada {periode.label}; "
                        f"tambahkan ke `data/perjanjian-kinerja/{periode.tahun}/{owner}/` atau betulkan tanggal PK-nya."
                    )
                    yield galat(report.path, ("butir", kode), "K103", message, at_key=True)
            elif kode not in pk[1].isi.butir:
                message = (
                    f"`{kode}` tidak ada dalam PK `{owner}` yang berlaku pada {periode.label}; "
                    f"tambahkan ke `data/perjanjian-kinerja/{periode.tahun}/{owner}/` atau betulkan tanggal PK-nya."
                )
                yield galat(report.path, ("butir", kode), "K103", message, at_key=True)


def pk_punya_rencana_aksi(dataset: Dataset) -> Iterator[Issue]:
    """K104 Janji dalam PK belum punya rencana aksi.

    Setiap indikator dalam PK diturunkan menjadi target periode dan kegiatan dalam rencana aksi unit penanggung
    jawabnya. Tanpa target periode, capaian triwulan tidak dapat dihitung. Ini peringatan dan tidak menghalangi
    penerbitan.

    Cara memperbaiki: tambahkan indikator itu ke `data/rencana-aksi/TAHUN/UNIT.yaml`.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        for kode in pk.isi.butir:
            if kode not in dataset.indikator:
                continue
            unit = dataset.indikator[kode].isi.penanggung_jawab
            if unit not in dataset.instansi.isi.unit_kerja:
                continue
            plan = dataset.rencana_aksi.get((tahun, unit))
            if dataset.ada("rencana-aksi", str(tahun), f"{unit}.yaml"):
                continue
            row = plan.isi.butir.get(kode) if plan else None
            if plan is None or row is None:
                message = f"`{kode}` belum punya rencana aksi; tambahkan ke `data/rencana-aksi/{tahun}/{unit}.yaml`."
                yield peringatan(pk.path, ("butir", kode), "K104", message, at_key=True)
            elif not row.target and dataset.indikator[kode].isi.frekuensi is not Frekuensi.TAHUNAN:
                message = f"rencana aksi `{kode}` belum punya target periode; tambahkan `target:`."
                yield peringatan(plan.path, ("butir", kode), "K104", message, at_key=True)


def renstra_dijanjikan_pk(dataset: Dataset) -> Iterator[Issue]:
    """K105 Target Renstra belum dijanjikan dalam PK Kepala.

    Indikator tujuan dan sasaran yang punya target Renstra tahun itu dijanjikan dalam Perjanjian Kinerja Kepala. Tanpa
    itu sasarannya dihitung belum lengkap dan tidak mendapat kategori. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan indikator itu ke `data/perjanjian-kinerja/TAHUN/kepala/`, atau hapus target Renstranya.
    """
    for tahun in dataset.tahun:
        owner = dataset.renstra_tahun(tahun)
        signed = dataset.pk_ditandatangani(UNIT_KEPALA, tahun)
        if owner is None or not signed:
            continue
        promised = {kode for _, pk in signed for kode in pk.isi.butir}
        for kode, targets in owner[1].target.items():
            if tahun in targets and kode in dataset.indikator and kode not in promised:
                message = (
                    f"`{kode}` punya target Renstra {tahun}, tetapi tidak ada dalam PK Kepala; "
                    f"tambahkan ke `data/perjanjian-kinerja/{tahun}/kepala/`."
                )
                path = dataset.renstra[owner[0]].path
                yield peringatan(path, ("target", kode, str(tahun)), "K105", message, at_key=True)


def _shown(value: Decimal) -> str:
    return format(value, "f").replace(".", ",")


RULES: Final = (
    pk_sama_dengan_renstra,
    rencana_aksi_sampai_pk,
    realisasi_punya_pk,
    pk_punya_rencana_aksi,
    renstra_dijanjikan_pk,
)
