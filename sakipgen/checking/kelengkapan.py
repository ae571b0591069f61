"""L: what was handed in is complete, and what is due is there. The rules see what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.checking._issue import galat, peringatan
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.realisasi import Status
from sakipgen.measuring.hasil import Hasil, HasilIndikator


def analisis_bila_di_bawah_target(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L001 Target belum tercapai tanpa kendala dan solusi.

    Realisasi yang belum mencapai target selalu dijelaskan: apa kendalanya dan apa upaya mengatasinya.

    Cara memperbaiki: isi `kendala:` dan `solusi:`, masing-masing dalam satu atau dua kalimat yang konkret.
    """
    for row in _reported_rows(dataset, hasil):
        unit = dataset.indikator[row.kode].isi.penanggung_jawab
        berkas = dataset.realisasi.get((row.periode, unit))
        butir = berkas.isi.butir.get(row.kode) if berkas else None
        if berkas is None or butir is None or row.capaian is None or row.capaian.tercapai:
            continue
        missing = [name for name in ("kendala", "solusi") if getattr(butir, name) is None]
        if missing:
            names = " dan ".join(f"`{name}`" for name in missing)
            message = f"realisasi `{row.kode}` belum mencapai target, tetapi {names} belum diisi; tulis {names}."
            yield galat(berkas.path, ("butir", row.kode), "L001", message, at_key=True)


def laporan_jatuh_tempo(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L002 Laporan yang sudah jatuh tempo belum masuk.

    Rencana aksi atau PK menjanjikan angka untuk periode ini dan tenggatnya sudah lewat. Ini peringatan: situs tetap
    terbit dan menyebut laporan itu terlambat.

    Cara memperbaiki: isi realisasinya, atau tulis `status` dengan `alasan` bila angkanya memang belum ada.
    """
    for row in _reported_rows(dataset, hasil):
        if row.status is not Status.TERLAMBAT:
            continue
        unit = dataset.indikator[row.kode].isi.penanggung_jawab
        plan = dataset.rencana_aksi.get((row.periode.tahun, unit))
        place = f"data/realisasi/{row.periode.tahun}/{row.periode.segmen}/{unit}.yaml"
        message = (
            f"realisasi `{row.kode}` untuk {row.periode.label} belum ada; jatuh tempo {row.jatuh_tempo}, "
            f"terlambat {row.hari_terlambat} hari; isi di `{place}`."
        )
        loc: Loc = ("butir", row.kode, "target", row.periode.segmen)
        if plan and row.kode in plan.isi.butir:
            yield peringatan(plan.path, loc, "L002", message, at_key=True)
        elif pk := dataset.pk_berlaku(dataset.pemilik_target(row.kode), row.periode):
            yield peringatan(pk[1].path, ("butir", row.kode), "L002", message, at_key=True)


def _reported_rows(dataset: Dataset, hasil: Hasil) -> Iterator[HasilIndikator]:
    """The rows of the periods in which an indikator is itself reported, in order."""
    for year in hasil.tahun.values():
        for kode in year.kode:
            for periode in dataset.indikator[kode].isi.frekuensi.periode(year.tahun):
                row = year.indikator.get((kode, periode))
                if row:
                    yield row


RULES: Final = (analisis_bila_di_bawah_target, laporan_jatuh_tempo)
