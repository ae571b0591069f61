"""L: what was handed in is complete, and what is due by the posisi is there or says why not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from sakipgen.checking._issue import angka, galat, nilai, peringatan
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.dataset import Dataset
from sakipgen.domain.dokumen import JenisDokumen
from sakipgen.domain.indikator import Agregasi, Indikator, TipeSatuan
from sakipgen.domain.realisasi import ButirRealisasi, Status
from sakipgen.domain.target import KATA_TANDA
from sakipgen.domain.tindak_lanjut import StatusTindakLanjut
from sakipgen.domain.waktu import Frekuensi, Periode
from sakipgen.measuring.hasil import Hasil, HasilIndikator

_TERLAMBAT: Final = frozenset({Status.TERLAMBAT, Status.DIKEMBALIKAN})
"""The states of a report that should be there by now."""


def analisis_bila_di_bawah_target(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L001 Target belum tercapai tanpa kendala dan solusi.

    Realisasi yang belum mencapai target selalu dijelaskan: apa kendalanya dan apa upaya mengatasinya. Angka yang
    kemudian dikoreksi tidak ditanya lagi pada hari sebelum koreksinya.

    Cara memperbaiki: isi `kendala:` dan `solusi:`, masing-masing dalam satu atau dua kalimat yang konkret.
    """
    for row, butir in _below_target(dataset, hasil):
        missing = [name for name in ("kendala", "solusi") if getattr(butir, name) is None]
        if missing and (row.periode, row.kode) not in dataset.dipulihkan:
            names = " dan ".join(f"`{name}`" for name in missing)
            indikator = dataset.indikator[row.kode].isi
            message = f"{_belum_tercapai(indikator, row)}, tetapi {names} belum diisi; tulis {names}."
            unit = indikator.penanggung_jawab
            path = dataset.realisasi[row.periode, unit].path
            yield galat(path, ("butir", row.kode), "L001", message, at_key=True)


def laporan_jatuh_tempo(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L002 Laporan yang sudah jatuh tempo belum masuk.

    Rencana aksi atau PK menjanjikan angka untuk periode ini dan tenggatnya sudah lewat, tetapi laporannya belum masuk
    atau dikembalikan dan belum dikirim lagi. Ini peringatan: situs tetap terbit dan menyebut keadaan laporan itu.

    Cara memperbaiki: isi realisasinya, atau tulis `status` dengan `alasan` bila angkanya memang belum ada.
    """
    for row in _reported_rows(dataset, hasil):
        if row.status not in _TERLAMBAT or not row.hari_terlambat:
            continue
        unit = dataset.indikator[row.kode].isi.penanggung_jawab
        plan = dataset.rencana_aksi.get((row.periode.tahun, unit))
        place = f"data/realisasi/{row.periode.tahun}/{row.periode.segmen}/{unit}.yaml"
        returned = row.status is Status.DIKEMBALIKAN
        what, cure = ("dikembalikan", "lengkapi") if returned else ("belum ada", "isi di")
        message = (
            f"realisasi `{row.kode}` untuk {row.periode.label} {what}; jatuh tempo {row.jatuh_tempo}, "
            f"terlambat {row.hari_terlambat} hari; {cure} `{place}`."
        )
        loc: Loc = ("butir", row.kode, "target", row.periode.segmen)
        if plan and row.kode in plan.isi.butir:
            yield peringatan(plan.path, loc, "L002", message, at_key=True)
        elif pk := dataset.pk_berlaku(dataset.pemilik_target(row.kode), row.periode):
            yield peringatan(pk[1].path, ("butir", row.kode), "L002", message, at_key=True)


def tindak_lanjut_bila_di_bawah_target(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L003 IKU belum mencapai target dan belum ditindaklanjuti.

    SOP meminta hasil evaluasi IKU dituangkan menjadi rencana aksi tahap berikutnya. Setiap IKU yang belum mencapai
    target punya tindak lanjut yang masih terbuka, atau alasan mengapa tidak ada. Ini peringatan dan tidak menghalangi
    penerbitan.

    Cara memperbaiki: tambahkan tindak lanjut ke `data/tindak-lanjut/TAHUN.yaml`, atau tulis `tanpa_tindak_lanjut:`
    dengan alasannya pada realisasi itu.
    """
    for row, butir in _below_target(dataset, hasil):
        indikator = dataset.indikator[row.kode].isi
        if not indikator.iku or butir.tanpa_tindak_lanjut is not None or _followed_up(dataset, row):
            continue
        path = dataset.realisasi[row.periode, indikator.penanggung_jawab].path
        message = (
            f"IKU `{row.kode}` belum mencapai target dan belum punya tindak lanjut; tambahkan ke "
            f"`data/tindak-lanjut/{row.periode.tahun}.yaml`, atau tulis `tanpa_tindak_lanjut:` dengan alasannya."
        )
        yield peringatan(path, ("butir", row.kode), "L003", message, at_key=True)


def _followed_up(dataset: Dataset, row: HasilIndikator) -> bool:
    """Whether an action made for this or an earlier period was still open when the period ended."""
    for tahun, berkas in dataset.tindak_lanjut.items():
        for action in berkas.isi.butir.values():
            origin = Periode(tahun, action.periode)
            known = origin.memuat(row.periode) or origin.akhir <= row.periode.akhir
            still_open = action.selesai is None or action.selesai > row.periode.akhir
            if known and still_open and row.kode in action.indikator:
                return True
    return False


def anggaran_jatuh_tempo(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L004 Realisasi anggaran triwulan belum masuk.

    Setiap akhir triwulan realisasi anggaran dicatat, paling lambat pada tenggat triwulanan. Ini peringatan dan tidak
    menghalangi penerbitan.

    Cara memperbaiki: tambahkan `data/anggaran/TAHUN/PERIODE.yaml` dari laporan realisasi anggaran.
    """
    for tahun in hasil.tahun:
        berkas = dataset.program.get(tahun)
        for periode in Frekuensi.TRIWULANAN.periode(tahun) if berkas else ():
            there = any(p.akhir == periode.akhir for p in dataset.anggaran)
            if berkas and _overdue(dataset, hasil, periode) and not there:
                message = (
                    f"realisasi anggaran {periode.label} belum ada; "
                    f"tambahkan `data/anggaran/{tahun}/{periode.segmen}.yaml`."
                )
                yield peringatan(berkas.path, ("sub_kegiatan",), "L004", message, at_key=True)


def anggaran_lengkap(dataset: Dataset) -> Iterator[Issue]:
    """L010 Realisasi anggaran sebuah sub kegiatan belum tercatat.

    Laporan realisasi anggaran memuat semua sub kegiatan yang punya pagu. Yang tidak tercatat bukan nol: serapan
    kegiatan, program, dan sasaran di atasnya tidak dihitung sampai angkanya ada. Ini peringatan dan tidak menghalangi
    penerbitan.

    Cara memperbaiki: tambahkan sub kegiatan itu; bila memang belum ada belanja, tulis `realisasi: 0`.
    """
    for periode, berkas in dataset.anggaran.items():
        program = dataset.program.get(periode.tahun)
        if program is None or not berkas.isi.butir.keys() <= program.isi.sub_kegiatan.keys():
            continue  # of a kode that is not there, and may be a missing one misspelt, R013 speaks
        for kode in program.isi.sub_kegiatan:
            if kode not in berkas.isi.butir and program.isi.pagu_pada(kode, periode.akhir)[0]:
                message = (
                    f"realisasi `{kode}` belum tercatat, padahal punya pagu; tambahkan, atau tulis `realisasi: 0`."
                )
                yield peringatan(berkas.path, ("butir",), "L010", message, at_key=True)


def dokumen_jatuh_tempo(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L005 Dokumen tahunan belum terdaftar.

    LKjIP dan hasil evaluasi SAKIP setiap tahun didaftarkan paling lambat pada tanggal menurut `tenggat` tahun itu. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan dokumennya ke `data/dokumen.yaml`.
    """
    if dataset.dokumen is None:
        return
    known = {(row.jenis, row.tahun) for row in dataset.dokumen.isi.dokumen.values()}
    for tahun in hasil.tahun:
        metode = dataset.metode[tahun]
        deadlines = {
            JenisDokumen.LKJIP: ("lkjip", metode.isi.tenggat.lkjip),
            JenisDokumen.HASIL_EVALUASI: ("hasil_evaluasi", metode.isi.tenggat.hasil_evaluasi),
        }
        for jenis, (field, day) in deadlines.items():
            due = date.fromisoformat(f"{tahun + 1}-{day}")
            if due < hasil.posisi.per_tanggal and (jenis, tahun) not in known:
                message = (
                    f"{_NAMA_DOKUMEN[jenis]} {tahun} belum terdaftar; jatuh tempo {due}; tambahkan ke "
                    "`data/dokumen.yaml`."
                )
                yield peringatan(metode.path, ("tenggat", field), "L005", message, at_key=True)


_NAMA_DOKUMEN: Final = {JenisDokumen.LKJIP: "LKjIP", JenisDokumen.HASIL_EVALUASI: "hasil evaluasi SAKIP"}


def tindak_lanjut_lewat_batas(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L006 Tindak lanjut melewati batas waktunya.

    Tindak lanjut yang belum selesai sesudah `batas` disebut terlambat di situs. Ini peringatan dan tidak menghalangi
    penerbitan.

    Cara memperbaiki: selesaikan dan isi `selesai` beserta `bukti`, atau catat kemajuannya dan tetapkan batas baru
    dengan persetujuan Sekretaris.
    """
    today = hasil.posisi.per_tanggal
    for berkas in dataset.tindak_lanjut.values():
        for kode, action in berkas.isi.butir.items():
            if action.status(today) is StatusTindakLanjut.TERLAMBAT:
                late = (today - action.batas).days
                message = f"`{kode}` lewat batas {action.batas}, terlambat {late} hari; selesaikan dan isi buktinya."
                yield peringatan(berkas.path, ("butir", kode, "batas"), "L006", message)


def tindak_lanjut_selesai_berbukti(dataset: Dataset) -> Iterator[Issue]:
    """L007 Tindak lanjut selesai tanpa bukti.

    Tindak lanjut baru selesai bila ada buktinya; bukti tanpa tanggal `selesai` juga tidak dihitung.

    Cara memperbaiki: tambahkan `bukti:`, atau hapus `selesai` selama tindak lanjutnya masih berjalan.
    """
    for berkas in dataset.tindak_lanjut.values():
        for kode, action in berkas.isi.butir.items():
            if action.selesai is not None and not action.bukti:
                message = f"`{kode}` dinyatakan selesai {action.selesai}, tetapi belum ada `bukti`; tambahkan buktinya."
                yield galat(berkas.path, ("butir", kode, "selesai"), "L007", message, at_key=True)
            elif action.bukti and action.selesai is None:
                message = f"`{kode}` punya bukti, tetapi `selesai` belum diisi; tulis tanggal selesainya."
                yield galat(berkas.path, ("butir", kode, "bukti"), "L007", message, at_key=True)


def siklus_tercatat(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L008 Triwulan belum punya catatan siklus.

    Kantor yang mencatat pelaksanaan SOP mencatatnya setiap triwulan. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan `data/siklus/TAHUN/PERIODE.yaml` berisi langkah yang sudah dikerjakan.
    """
    recorded = {periode.tahun for periode in dataset.siklus}
    for tahun in hasil.tahun:
        for periode in Frekuensi.TRIWULANAN.periode(tahun) if tahun in recorded and dataset.sop else ():
            if dataset.sop and _overdue(dataset, hasil, periode) and periode not in dataset.siklus:
                message = (
                    f"pelaksanaan SOP {periode.label} belum tercatat; "
                    f"tambahkan `data/siklus/{tahun}/{periode.segmen}.yaml`."
                )
                yield peringatan(dataset.sop.path, ("pengumpulan",), "L008", message, at_key=True)


def periode_sudah_berakhir(dataset: Dataset, hasil: Hasil) -> Iterator[Issue]:
    """L009 Realisasi untuk periode yang belum berakhir.

    Dilihat dari hari ini periodenya belum berakhir, jadi angkanya belum diukur, belum diperiksa terhadap target, dan
    belum tampil di situs. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: kirim sesudah periodenya berakhir; untuk melihatnya sekarang, pakai `--per-tanggal` dengan hari
    sesudah periode itu.
    """
    today = hasil.posisi.per_tanggal
    for (periode, _), report in dataset.realisasi.items():
        if periode.akhir > today:
            after = periode.akhir + timedelta(days=1)
            message = (
                f"{periode.label} belum berakhir, dilihat per {today}; angkanya belum diukur, belum diperiksa terhadap "
                f"target, dan belum tampil; untuk melihatnya pakai `--per-tanggal {after}`."
            )
            yield peringatan(report.path, (), "L009", message)


def _belum_tercapai(indikator: Indikator, row: HasilIndikator) -> str:
    """What a row below its target comes to, in words."""
    if row.dinyatakan is not None:
        return f"capaian `{row.kode}` ditetapkan {angka(row.dinyatakan)} persen, jadi target belum tercapai"
    if indikator.satuan.tipe is TipeSatuan.YA_TIDAK:
        return f"`{row.kode}` belum terpenuhi, padahal ditargetkan terpenuhi"
    part = indikator.agregasi is Agregasi.JUMLAH and not row.terukur.lengkap
    which = "target periode yang dilaporkan," if part else "target"
    return f"realisasi `{row.kode}` {_figure(indikator, row)} belum mencapai {which} {_goal(indikator, row)}"


def _figure(indikator: Indikator, row: HasilIndikator) -> str:
    return "" if row.realisasi is None else nilai(indikator, row.periode.tahun, row.realisasi)


def _goal(indikator: Indikator, row: HasilIndikator) -> str:
    """The target s.d. periode with its sign or its upper bound."""
    if row.target is None:
        return ""
    text = nilai(indikator, row.periode.tahun, row.target)
    if row.maks.target is not None and row.maks.target != row.target:
        return f"{text} sampai {angka(row.maks.target)}"
    return f"{KATA_TANDA[row.tanda_target.target]} {text}" if row.tanda_target.target in KATA_TANDA else text


def _overdue(dataset: Dataset, hasil: Hasil, periode: Periode) -> bool:
    tenggat = dataset.metode[periode.tahun].isi.tenggat
    due = dataset.kalender.jatuh_tempo(tenggat, periode)
    return hasil.posisi.memuat(periode) and due < hasil.posisi.per_tanggal


def _reported_rows(dataset: Dataset, hasil: Hasil) -> Iterator[HasilIndikator]:
    """The rows of the periods in which an indikator is itself reported, in order."""
    for year in hasil.tahun.values():
        for kode in year.kode:
            for periode in dataset.indikator[kode].isi.frekuensi.periode(year.tahun):
                row = year.indikator.get((kode, periode))
                if row:
                    yield row


def _below_target(dataset: Dataset, hasil: Hasil) -> Iterator[tuple[HasilIndikator, ButirRealisasi]]:
    """Reported rows that do not reach their target, with what the unit handed in."""
    for row in _reported_rows(dataset, hasil):
        unit = dataset.indikator[row.kode].isi.penanggung_jawab
        berkas = dataset.realisasi.get((row.periode, unit))
        butir = berkas.isi.butir.get(row.kode) if berkas else None
        if butir is not None and row.capaian is not None and not row.capaian.tercapai:
            yield row, butir


RULES: Final = (tindak_lanjut_selesai_berbukti, anggaran_lengkap)
RULES_HASIL: Final = (
    analisis_bila_di_bawah_target,
    laporan_jatuh_tempo,
    tindak_lanjut_bila_di_bawah_target,
    anggaran_jatuh_tempo,
    dokumen_jatuh_tempo,
    tindak_lanjut_lewat_batas,
    siklus_tercatat,
    periode_sudah_berakhir,
)
