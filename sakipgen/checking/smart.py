"""W011…W016: the SMART lint of indikator and targets. Each is a peringatan: quality is argued, never forced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sakipgen.checking import sebutan
from sakipgen.checking._issue import angka, nilai, peringatan
from sakipgen.checking._issue import target as kata_target
from sakipgen.checking.bentuk import nilai_keliru, target_keliru
from sakipgen.checking.isian import memuat
from sakipgen.diagnostics import Issue
from sakipgen.domain.dataset import UNIT_KEPALA, Dataset
from sakipgen.domain.hari import sebanding
from sakipgen.domain.indikator import Indikator, TipeSatuan
from sakipgen.domain.metode import FormulaCapaian, Polaritas
from sakipgen.domain.target import Target
from sakipgen.domain.waktu import Periode
from sakipgen.measuring.hasil import Hasil
from sakipgen.measuring.hitung import NOL

_INDUK: Final = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
"""Where an indikator is listed; a target or a report alone gives it no place."""
_UKURAN: Final = ("jumlah", "persentase", "kategori", "level", "tingkat", "rasio", "rata-rata", "indeks", "nilai")
_GANDA: Final = re.compile(rf"dan/atau|\b(?:dan|serta|atau|,)\s+(?:{'|'.join(_UKURAN)})\b", re.IGNORECASE)


def spesifik(dataset: Dataset) -> Iterator[Issue]:
    """W011 Satu indikator mengukur dua hal (SMART: spesifik).

    Nama yang memuat `dan/atau`, atau dua ukuran sekaligus seperti "jumlah … dan persentase …", membuat pembaca tidak
    tahu angka mana yang dimaksud. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: pecah menjadi dua indikator, atau pilih satu ukuran.
    """
    for berkas in dataset.indikator.values():
        if found := _GANDA.search(berkas.isi.nama):
            message = (
                f'nama memuat "{found[0]}", seolah mengukur dua hal; pecah menjadi dua indikator, '
                "atau pilih satu ukuran."
            )
            yield peringatan(berkas.path, ("nama",), "W011", message)


def terukur(dataset: Dataset) -> Iterator[Issue]:
    """W012 Nama indikator tidak menyebut ukurannya (SMART: terukur).

    Nama indikator diawali kata ukuran: jumlah, persentase, kategori, level, tingkat, rasio, rata-rata, indeks, atau
    nilai. Yang hasilnya predikat, tanggal, atau ya dan tidak boleh bernama lain, misalnya `Opini BPK`. Ini peringatan
    dan tidak menghalangi penerbitan.

    Cara memperbaiki: awali namanya dengan ukuran yang sesuai satuannya.
    """
    for berkas in dataset.indikator.values():
        first = berkas.isi.nama.split(maxsplit=1)[0]
        if first.lower() not in _UKURAN and _bertahap(berkas.isi):
            message = f'nama diawali "{first}", bukan kata ukuran; awali dengan salah satu dari {", ".join(_UKURAN)}.'
            yield peringatan(berkas.path, ("nama",), "W012", message)


def dapat_dicapai(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """W013 Target lebih rendah daripada hasil tahun lalu (SMART: dapat dicapai dan menantang).

    Target PK Kepala yang lebih mudah daripada realisasi tahun sebelumnya perlu dijelaskan. Ini peringatan dan tidak
    menghalangi penerbitan.

    Cara memperbaiki: tetapkan target yang lebih menantang, atau tulis `alasan:` di bawah target itu.
    """
    for (tahun, unit, _), pk in dataset.perjanjian_kinerja.items():
        before = hasil.tahun.get(tahun - 1)
        for kode, row in pk.isi.butir.items() if before and unit == UNIT_KEPALA else ():
            last = before.indikator.get((kode, Periode(tahun - 1, "tahunan"))) if before else None
            if last is None or last.realisasi is None or not last.terukur.lengkap or row.alasan is not None:
                continue
            indikator = dataset.indikator[kode].isi
            goal = row.target.angka
            standing = sebanding(indikator, last.realisasi, tahun - 1, tahun)
            if goal is not None and standing is not None and _worse(indikator, goal, standing):
                message = (
                    f"target {_dijanjikan(indikator, row.target)} lebih mudah daripada realisasi {tahun - 1} "
                    f"({_dicapai(indikator, tahun - 1, last.realisasi)}); tetapkan target yang lebih menantang, "
                    "atau tulis `alasan:`."
                )
                yield peringatan(pk.path, ("butir", kode, "target"), "W013", message)


def relevan(dataset: Dataset) -> Iterator[Issue]:
    """W014 Indikator tidak tergantung pada sasaran atau program mana pun (SMART: relevan).

    Setiap indikator dalam kamus terdaftar pada tujuan atau sasaran dalam Renstra, atau pada program, kegiatan, atau sub
    kegiatan. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: daftarkan pada induknya; bila sudah tidak dipakai, catat dalam `data/kode-lama.yaml`.
    """
    if dataset.tak_terbaca:
        return
    placed = {kode for _, loc, kode in sebutan.indikator(dataset) if loc[0] in _INDUK}
    if not placed <= dataset.indikator.keys():  # R001 speaks
        return
    for kode, berkas in dataset.indikator.items():
        known = kode in placed or berkas.isi.iku or dataset.indikator_lama(kode) is not None  # of an IKU K106 speaks
        if not known:
            message = f"`{kode}` tidak terdaftar pada tujuan, sasaran, atau program mana pun; daftarkan pada induknya."
            yield peringatan(berkas.path, ("tingkat",), "W014", message)


def berjangka(dataset: Dataset) -> Iterator[Issue]:
    """W015 Target tidak lengkap menurut waktu (SMART: berjangka).

    Sejak tahun target pertamanya, indikator dalam Renstra punya target setiap tahun sampai akhir Renstra. Dalam rencana
    aksi, setiap periode pelaporan punya target. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan target tahun atau periode yang disebut dalam pesan.
    """
    for renstra in dataset.renstra.values():
        for kode, targets in renstra.isi.target.items():
            years = range(renstra.isi.tahun_awal, renstra.isi.tahun_akhir + 1)
            if not targets or not all(tahun in years for tahun in targets):  # T006 speaks
                continue
            lama = dataset.indikator_lama(kode)
            last = min(years[-1], lama.tahun_terakhir) if lama else years[-1]
            missing = [str(tahun) for tahun in range(min(targets), last + 1) if tahun not in targets]
            if missing:
                message = f"target Renstra `{kode}` belum ada untuk {', '.join(missing)}; tambahkan targetnya."
                yield peringatan(renstra.path, ("target", kode), "W015", message, at_key=True)
    for plan in dataset.rencana_aksi.values():
        for kode, butir in plan.isi.butir.items():
            segments = dataset.indikator[kode].isi.frekuensi.segmen if kode in dataset.indikator else ()
            missing = [segment for segment in segments if segment not in butir.target]
            if butir.target and butir.target.keys() <= set(segments) and missing:  # another segment is R019's business
                message = f"target `{kode}` belum ada untuk {', '.join(missing)}; tambahkan targetnya."
                yield peringatan(plan.path, ("butir", kode, "target"), "W015", message, at_key=True)


def melangkah_dari_kondisi_awal(dataset: Dataset) -> Iterator[Issue]:
    """W016 Target pertama Renstra tidak masuk akal terhadap kondisi awal (SMART: dapat dicapai).

    Target pertama tidak lebih buruk daripada kondisi awal, dan tidak melompat lebih dari dua kali lipatnya. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: periksa target dan `baseline` dalam kamus; bila keduanya benar, jelaskan dalam `catatan_kualitas`.
    """
    for renstra in dataset.renstra.values():
        for kode, targets in renstra.isi.target.items():
            berkas = dataset.indikator.get(kode)
            base = berkas.isi.baseline if berkas else None
            if berkas is None or base is None or not targets or berkas.isi.catatan_kualitas is not None:
                continue
            tahun = min(targets)
            target = targets[tahun].angka
            if target is None or not memuat(berkas.isi.batas, target) or not _bertahap(berkas.isi):
                continue
            if target_keliru(berkas.isi, tahun, targets[tahun]) or berkas.isi.putus_antara(base.tahun, tahun):
                continue
            if base.nilai is None or nilai_keliru(berkas.isi, base.tahun, base, "kondisi awal"):
                continue
            worse = _worse(berkas.isi, target, base.nilai)
            leap = base.nilai != 0 and abs(target - base.nilai) > abs(base.nilai)
            if worse and berkas.isi.formula_sendiri is FormulaCapaian.LINTASAN:  # K117 speaks
                continue
            if base.tahun < tahun and (worse or leap):
                message = (
                    f"target tahun {tahun} ({_shown(target, berkas.isi)}) tidak wajar terhadap kondisi awal tahun "
                    f"{base.tahun} ({_shown(base.nilai, berkas.isi)}); periksa keduanya, atau jelaskan pada "
                    "`catatan_kualitas`."
                )
                yield peringatan(renstra.path, ("target", kode, str(tahun)), "W016", message)


def _bertahap(indikator: Indikator) -> bool:
    """Whether the step from one figure to another has a size."""
    return indikator.satuan.tipe not in {TipeSatuan.PREDIKAT, TipeSatuan.YA_TIDAK, TipeSatuan.TANGGAL}


def _worse(indikator: Indikator, target: Decimal, figure: Decimal) -> bool:
    """Whether a target asks for less than a figure that was reached; of a target to stay at, neither is less."""
    match indikator.polaritas:
        case Polaritas.NAIK:
            return target < figure
        case Polaritas.TURUN:
            return target > figure
        case _:
            return False


def _dijanjikan(indikator: Indikator, target: Target) -> str:
    """A target with its satuan, which only a number has."""
    if target.tahapan:
        return f"{angka(target.angka or NOL)} persen tahapan"
    plain = target.predikat or target.terpenuhi or target.tanggal
    return kata_target(target) if plain else f"{kata_target(target)} {indikator.satuan.nama}"


def _dicapai(indikator: Indikator, tahun: int, value: Decimal) -> str:
    if indikator.tahapan:
        return f"{angka(value)} persen tahapan"
    shown = nilai(indikator, tahun, value)
    return f"{shown} {indikator.satuan.nama}" if _bertahap(indikator) else shown


def _shown(value: Decimal, indikator: Indikator) -> str:
    return f"{angka(value)} {indikator.satuan.nama}"


RULES: Final = (spesifik, terukur, relevan, berjangka, melangkah_dari_kondisi_awal)
RULES_HASIL: Final = (dapat_dicapai,)
