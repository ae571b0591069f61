"""P002…P006: a figure of a closed period changes only with a record that says from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sakipgen.checking._issue import KATA_TERSEDIKIT, galat, tertulis
from sakipgen.checking.bentuk import koreksi_keliru
from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import Berkas, Dataset
from sakipgen.domain.koreksi import DINYATAKAN, NILAI, JenisKoreksi, Koreksi, urutan_koreksi
from sakipgen.domain.realisasi import LaporanRealisasi
from sakipgen.domain.tertulis import ISIAN, Tertulis
from sakipgen.domain.waktu import Periode


def koreksi_bersambung(dataset: Dataset) -> Iterator[Issue]:
    """P002 Nilai lama koreksi tidak sama dengan angka sebelumnya.

    Bila satu angka dikoreksi lebih dari sekali, `nilai_lama` koreksi berikutnya sama dengan `nilai_baru` koreksi
    sebelumnya, bentuk dan predikatnya juga. Hanya `isian_terlambat` yang tidak punya nilai lama, juga sesudah angkanya
    dicabut, dan koreksi selalu mengubah sesuatu. Koreksi berurutan menurut tanggalnya; yang sehari menurut kodenya,
    `F9` sebelum `F10`.

    Cara memperbaiki: tulis `nilai_lama` menurut angka yang berlaku sebelum koreksi itu.
    """
    for (_, kode, _), records in _chains(dataset).items():
        kamus = dataset.indikator.get(kode)
        indikator = kamus.isi if kamus else None
        before: Tertulis | None = None
        withdrawn = False
        for berkas, last in zip(records, [None, *records[:-1]], strict=True):
            isi = berkas.isi
            if isi.jenis is not JenisKoreksi.ISIAN_TERLAMBAT and isi.nilai_lama is None:
                yield galat(berkas.path, ("jenis",), "P002", "`nilai_lama` belum diisi; tulis angka sebelum dikoreksi.")
            elif isi.jenis is JenisKoreksi.ISIAN_TERLAMBAT and isi.nilai_lama is not None:
                message = "`isian_terlambat` tidak punya nilai lama; hapus `nilai_lama`, atau ganti `jenis`."
                yield galat(berkas.path, ("nilai_lama",), "P002", message)
            elif withdrawn and isi.nilai_lama is not None:
                message = "angkanya sudah dicabut; hapus `nilai_lama` dan tulis `jenis: isian_terlambat`."
                yield galat(berkas.path, ("nilai_lama",), "P002", message)
            elif before and not _sama(isi.nilai_lama or Tertulis(), before):
                old = tertulis(isi.nilai_lama or Tertulis(), indikator)
                message = (
                    f"`nilai_lama` {old} tidak sama dengan hasil koreksi sebelumnya "
                    f"({tertulis(before, indikator)}); betulkan `nilai_lama`{_sehari(berkas, last)}."
                )
                yield galat(berkas.path, ("nilai_lama",), "P002", message)
            elif isi.nilai_lama is not None and isi.nilai_baru is not None and _sama(isi.nilai_lama, isi.nilai_baru):
                message = (
                    f"`nilai_lama` sama dengan `nilai_baru` ({tertulis(isi.nilai_baru, indikator)}); tulis angka "
                    "sebelum dikoreksi, atau hapus koreksi ini."
                )
                yield galat(berkas.path, ("nilai_lama",), "P002", message)
            before, withdrawn = isi.nilai_baru, isi.nilai_baru is None


def _sehari(berkas: Berkas[Koreksi], sebelumnya: Berkas[Koreksi] | None) -> str:
    """What to say of the order of two corrections of one day, for it hangs on their names."""
    if sebelumnya is None or sebelumnya.isi.tanggal != berkas.isi.tanggal:
        return ""
    return (
        f", atau beri `{sebelumnya.path.stem}` kode yang lebih besar daripada `{berkas.path.stem}` bila ia menyusul, "
        "sebab koreksi pada hari yang sama berurutan menurut kodenya"
    )


def koreksi_sama_dengan_data(dataset: Dataset) -> Iterator[Issue]:
    """P003 Nilai baru koreksi tidak sama dengan data.

    Koreksi terakhir sebuah angka menyebut angka yang sekarang tertulis dalam berkas realisasi, dalam bentuk yang sama:
    angkanya, predikatnya, harinya, atau semua tahapannya. Angka yang dicabut tidak tertulis lagi; di tempatnya ada
    `status` dengan alasannya.

    Cara memperbaiki: samakan `nilai_baru` dengan berkas realisasi, atau betulkan berkas realisasinya.
    """
    for (periode, kode, isian), records in _chains(dataset).items():
        berkas = records[-1]
        if kode not in dataset.indikator:
            continue
        unit = dataset.indikator[kode].isi.penanggung_jawab
        place = f"realisasi/{periode.tahun}/{periode.segmen}/{unit}.yaml"
        if unit not in dataset.instansi.isi.unit_kerja or dataset.ada(*place.split("/")):
            continue
        found = _figure(dataset, periode, unit, kode, isian)
        report = dataset.realisasi.get((periode, unit))
        if found is None and report and not report.isi.butir.keys() <= dataset.indikator.keys():  # R001 speaks
            continue
        new = berkas.isi.nilai_baru
        if new is None:
            if found is not None:
                now = tertulis(found, dataset.indikator[kode].isi)
                message = f"angka ini dicabut, tetapi `data/{place}` masih berisi {now}; hapus angkanya di sana."
                yield galat(berkas.path, ("jenis",), "P003", message)
            elif not _dinyatakan(report, kode):
                message = (
                    f"angka ini dicabut, tetapi `data/{place}` tidak mengatakan mengapa; tulis `status` dan `alasan` "
                    f"untuk `{kode}` di sana."
                )
                yield galat(berkas.path, ("jenis",), "P003", message)
        elif found is None:
            message = (
                f"`data/{place}` tidak memuat `{isian}` untuk `{kode}`; "
                "betulkan `indikator`, `isian`, atau folder periodenya, atau isi angkanya di sana."
            )
            yield galat(berkas.path, ("nilai_baru",), "P003", message)
        elif not _sama(found, new):
            said, now = (tertulis(value, dataset.indikator[kode].isi) for value in (new, found))
            message = f"`nilai_baru` {said}, tetapi `data/{place}` berisi {now}; samakan keduanya."
            yield galat(berkas.path, ("nilai_baru",), "P003", message)


def koreksi_sesudah_ditutup(dataset: Dataset) -> Iterator[Issue]:
    """P005 Koreksi atas periode yang belum ditutup.

    Koreksi hanya untuk periode yang sudah ditutup, sendiri atau bersama triwulan, semester, atau tahunnya. Sebelum itu
    angkanya diperbaiki langsung dalam berkas realisasi.

    Cara memperbaiki: catat `penutupan` periodenya dalam `data/siklus/`, betulkan `tanggal` koreksi, atau hapus
    koreksinya dan perbaiki angkanya langsung.
    """
    for (periode, _), berkas in dataset.koreksi.items():
        closing = dataset.penutupan(periode)
        unread = dataset.ada("siklus", str(periode.tahun), f"{periode.segmen}.yaml")
        if not unread and (closing is None or closing.tanggal > berkas.isi.tanggal):
            when = f"baru ditutup pada {closing.tanggal}" if closing else "belum ditutup"
            message = (
                f"{periode.label} {when}, padahal koreksi bertanggal {berkas.isi.tanggal}; "
                "betulkan tanggalnya, atau perbaiki angkanya tanpa koreksi."
            )
            yield galat(berkas.path, ("tanggal",), "P005", message)


def alasan_koreksi_cukup(dataset: Dataset) -> Iterator[Issue]:
    """P006 Alasan koreksi terlalu singkat.

    Pembaca harus mengerti apa yang keliru dan dari mana angka yang benar: sekurang-kurangnya sepuluh kata.

    Cara memperbaiki: lengkapi `alasan` dengan penyebab kekeliruan dan sumber angka yang baru.
    """
    for berkas in dataset.koreksi.values():
        words = len(berkas.isi.alasan.split())
        if words < KATA_TERSEDIKIT:
            message = (
                f"`alasan` hanya {words} kata; tulis sekurang-kurangnya {KATA_TERSEDIKIT} kata tentang penyebabnya "
                "dan sumber angka yang baru."
            )
            yield galat(berkas.path, ("alasan",), "P006", message)


def _chains(dataset: Dataset) -> dict[tuple[Periode, str, str], list[Berkas[Koreksi]]]:
    """The corrections of each figure in order of time.

    None of a period of which a correction could not be read, and none of a figure in a wrong form: another rule
    speaks.
    """
    found: dict[tuple[Periode, str, str], list[Berkas[Koreksi]]] = {}
    ordered = sorted(dataset.koreksi.items(), key=lambda row: urutan_koreksi(row[0][1], row[1].isi))
    for (periode, _), berkas in ordered:
        if any(path.parent == berkas.path.parent for path in dataset.tak_terbaca):
            continue
        found.setdefault((periode, berkas.isi.indikator, berkas.isi.bagian), []).append(berkas)
    return {
        key: records
        for key, records in found.items()
        if key[1] not in dataset.indikator
        or not any(koreksi_keliru(dataset.indikator[key[1]].isi, key[0].tahun, b.isi) for b in records)
    }


def _figure(dataset: Dataset, periode: Periode, unit: str, kode: str, bagian: str) -> Tertulis | None:
    report = dataset.realisasi.get((periode, unit))
    row = report.isi.butir.get(kode) if report else None
    if row is None:
        return None
    if bagian == NILAI:
        return row if row.terisi else None
    stated = row.capaian_dinyatakan
    value = (stated and stated.nilai) if bagian == DINYATAKAN else (row.komponen or {}).get(bagian)
    return None if value is None else Tertulis(nilai=value)


def _dinyatakan(report: Berkas[LaporanRealisasi] | None, kode: str) -> bool:
    """Whether a row that lost a figure says why, or has its figure still: only what stood beside that is gone."""
    row = report.isi.butir.get(kode) if report else None
    return row is not None and (row.status is not None or row.terisi or bool(row.komponen))


def _sama(one: Tertulis, other: Tertulis) -> bool:
    """Whether two figures say the same, milestones in any order."""
    return all(_sebanding(one, name) == _sebanding(other, name) for name in ISIAN)


def _sebanding(value: Tertulis, name: str) -> object:
    found = getattr(value, name)
    return frozenset(found) if isinstance(found, tuple) else found


RULES: Final = (koreksi_bersambung, koreksi_sama_dengan_data, koreksi_sesudah_ditutup, alasan_koreksi_cukup)
