"""What a posisi sees of the data: the one place that leaves out what happened after its day.

Papers signed later, reports not yet approved, corrections, progress and ceilings of a later day are taken out, so that
everything behind it may use the dataset as it is. The dataset of a later commit then gives the picture of an earlier
day: what was due, what had come in, and which figure stood then.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.dokumen import RegisterDokumen
from sakipgen.domain.koreksi import DINYATAKAN, NILAI, JenisKoreksi, Koreksi, urutan_koreksi
from sakipgen.domain.perencanaan import Renstra
from sakipgen.domain.realisasi import ButirRealisasi, CapaianDinyatakan, LaporanRealisasi
from sakipgen.domain.siklus import HasilReviu, Siklus
from sakipgen.domain.tertulis import ISIAN
from sakipgen.domain.tindak_lanjut import TindakLanjutTahunan
from sakipgen.domain.waktu import Periode, Posisi
from sakipgen.measuring.hitung import NOL


def terlihat(dataset: Dataset, posisi: Posisi, *, menunggu: bool = False) -> Dataset:
    """Returns the dataset as the day of the posisi knew it; with `menunggu` also reports that wait for an answer.

    A report is known once its submission is approved. Where the period keeps no record of the unit's submissions,
    the report in the repository counts as approved.
    """
    hari = posisi.per_tanggal
    siklus = {periode: Berkas(b.path, b.isi.pada(hari)) for periode, b in dataset.siklus.items()}
    later = {key: b for key, b in dataset.koreksi.items() if b.isi.tanggal > hari}
    renstra = _renstra(dataset.renstra, hari)
    return replace(
        dataset,
        renstra=renstra,
        perjanjian_kinerja={k: b for k, b in dataset.perjanjian_kinerja.items() if b.isi.tanggal <= hari},
        realisasi={
            key: undone
            for key, berkas in dataset.realisasi.items()
            if _diterima(dataset, siklus, *key, menunggu=menunggu)
            and (undone := _tanpa(berkas, [(kode, b.isi) for (p, kode), b in later.items() if p == key[0]])) is not None
        },
        anggaran={periode: b for periode, b in dataset.anggaran.items() if b.isi.tanggal_data <= hari},
        siklus=siklus,
        koreksi={key: b for key, b in dataset.koreksi.items() if key not in later},
        tindak_lanjut=dict(_tindak_lanjut(dataset.tindak_lanjut, hari)),
        dokumen=_dokumen(dataset.dokumen, hari),
        pohon_kinerja={
            kode: b
            for kode, b in dataset.pohon_kinerja.items()
            if kode in renstra and (b.isi.tanggal is None or b.isi.tanggal <= hari)
        },
        dipulihkan=dataset.dipulihkan | frozenset((periode, b.isi.indikator) for (periode, _), b in later.items()),
    )


def ada_yang_menunggu(dataset: Dataset) -> bool:
    """Whether any report of a dataset as a posisi sees it waits for an answer."""
    return any(
        rows and rows[-1].hasil is None for berkas in dataset.siklus.values() for rows in berkas.isi.pengiriman.values()
    )


def _diterima(
    dataset: Dataset, siklus: Mapping[Periode, Berkas[Siklus]], periode: Periode, unit: str, *, menunggu: bool
) -> bool:
    """Whether a unit's report of a period counts on the day whose siklus these are."""
    recorded = dataset.siklus.get(periode)
    if recorded is None or unit not in recorded.isi.pengiriman:
        return True
    known = siklus[periode].isi.pengiriman[unit]
    return bool(known) and (known[-1].hasil is HasilReviu.DISETUJUI or (menunggu and known[-1].hasil is None))


def _tanpa(berkas: Berkas[LaporanRealisasi], later: list[tuple[str, Koreksi]]) -> Berkas[LaporanRealisasi] | None:
    """The report before these corrections were made, the latest taken back first; None if nothing is left of it."""
    if not later:
        return berkas
    butir = dict(berkas.isi.butir)
    for _, koreksi in sorted(later, key=lambda row: urutan_koreksi(*row), reverse=True):
        before = sebelum(butir.get(koreksi.indikator), koreksi)
        if before is None:
            butir.pop(koreksi.indikator, None)
        else:
            butir[koreksi.indikator] = before
    return Berkas(berkas.path, berkas.isi.model_copy(update={"butir": butir})) if butir else None


def sebelum(row: ButirRealisasi | None, koreksi: Koreksi) -> ButirRealisasi | None:
    """Returns a realisasi with its old figure, in its old form, in place of the corrected one; None of a late one.

    In place of one that was withdrawn stands a status, which goes; nothing stands there once what came after is taken
    back. Where the figure itself is official, late komponen and a late capaian only go from its side.
    """
    lama = koreksi.nilai_lama
    if koreksi.jenis is JenisKoreksi.PENCABUTAN:
        row = (row or ButirRealisasi()).model_copy(update={"status": None, "alasan": None})
    if row is None:
        return None
    if lama is None:
        if koreksi.bagian == NILAI or row.nilai is None:
            return None
        beside = "capaian_dinyatakan" if koreksi.bagian == DINYATAKAN else "komponen"
        return row.model_copy(update={beside: None})
    if koreksi.bagian == NILAI:
        return row.model_copy(update={name: getattr(lama, name) for name in ISIAN})
    if koreksi.bagian == DINYATAKAN:
        stated = row.capaian_dinyatakan
        if stated is None and koreksi.jenis is JenisKoreksi.PENCABUTAN:
            stated = CapaianDinyatakan(nilai=NOL, alasan=koreksi.alasan, disetujui_oleh=koreksi.disetujui_oleh[0])
        before = stated and stated.model_copy(update={"nilai": lama.nilai})
        return row.model_copy(update={"capaian_dinyatakan": before})
    return row.model_copy(update={"komponen": {**(row.komponen or {}), koreksi.isian: lama.nilai}})


def _renstra(plans: Mapping[str, Berkas[Renstra]], hari: date) -> dict[str, Berkas[Renstra]]:
    """The plans in force by a day; one without a date always was. The only plan there is stays."""
    known = {kode: b for kode, b in plans.items() if b.isi.tanggal is None or b.isi.tanggal <= hari}
    return known or dict(plans)


def _tindak_lanjut(
    files: Mapping[int, Berkas[TindakLanjutTahunan]], hari: date
) -> Iterator[tuple[int, Berkas[TindakLanjutTahunan]]]:
    for tahun, berkas in files.items():
        known = {kode: row.pada(hari) for kode, row in berkas.isi.butir.items() if row.ditetapkan <= hari}
        yield tahun, Berkas(berkas.path, berkas.isi.model_copy(update={"butir": known}))


def _dokumen(register: Berkas[RegisterDokumen] | None, hari: date) -> Berkas[RegisterDokumen] | None:
    if register is None:
        return None
    known = {kode: row for kode, row in register.isi.dokumen.items() if row.tanggal <= hari}
    return Berkas(register.path, register.isi.model_copy(update={"dokumen": known}))
