"""K106…K109, K116, R028: the cascade is complete from tujuan to sub kegiatan; parents agree with their children."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Final

from sakipgen.checking._issue import galat, peringatan, rupiah, saran
from sakipgen.checking.keselarasan import pk_tak_terbaca
from sakipgen.diagnostics import Issue, Loc
from sakipgen.domain.anggaran import ProgramTahunan, kode_di_atas
from sakipgen.domain.dataset import UNIT_KEPALA, Berkas, Dataset
from sakipgen.domain.indikator import Tingkat
from sakipgen.measuring.hitung import CONTEXT, jumlah

_TINGKAT: Final = (("program", "kegiatan"), ("kegiatan", "sub_kegiatan"), ("sub_kegiatan", None))
"""Levels of the plan, each with the one below."""


def iku_sama_dengan_pk(dataset: Dataset) -> Iterator[Issue]:
    """K106 IKU, Renstra, dan PK Kepala tidak sama.

    Indikator Kinerja Utama adalah indikator sasaran dalam Renstra, dan itulah yang dijanjikan dalam PK Kepala. Ini
    peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tandai `iku: ya` pada indikator yang dijanjikan, atau daftarkan IKU itu pada sasarannya.
    """
    listed: set[str] = set()
    for renstra in dataset.renstra.values():
        listed |= {kode for sasaran in renstra.isi.sasaran.values() for kode in sasaran.indikator}
        listed |= {kode for tujuan in renstra.isi.tujuan.values() for kode in tujuan.indikator}
    unread = any(path.parent == dataset.root / "renstra" for path in dataset.tak_terbaca)
    known = listed and listed <= dataset.indikator.keys() and not unread  # of an unknown one R001 speaks
    for kode, berkas in dataset.indikator.items():
        retired = dataset.indikator_lama(kode) is not None
        if berkas.isi.iku and kode not in listed and not retired and known:
            message = (
                f"`{kode}` ditandai IKU, tetapi tidak terdaftar pada tujuan atau sasaran mana pun dalam Renstra; "
                "daftarkan pada sasarannya, atau hapus `iku: ya`."
            )
            yield peringatan(berkas.path, ("iku",), "K106", message)
    for (_, unit, _), pk in dataset.perjanjian_kinerja.items():
        for kode in pk.isi.butir if unit == UNIT_KEPALA else ():
            kamus = dataset.indikator.get(kode)
            if kamus and kamus.isi.tingkat is Tingkat.SASARAN and not kamus.isi.iku:
                message = f"`{kode}` dijanjikan dalam PK Kepala, tetapi bukan IKU; tandai `iku: ya` dalam kamus."
                yield peringatan(pk.path, ("butir", kode), "K106", message, at_key=True)


def cascading_lengkap(dataset: Dataset) -> Iterator[Issue]:
    """K107 Cascading terputus.

    Setiap tujuan punya sasaran, setiap sasaran didukung program, setiap program punya kegiatan, setiap kegiatan punya
    sub kegiatan, dan masing-masing punya indikator. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan tingkat atau indikator yang belum ada, atau hapus yang tidak dipakai.
    """
    for renstra in dataset.renstra.values():
        served = {sasaran.tujuan for sasaran in renstra.isi.sasaran.values()}
        for kode in renstra.isi.tujuan if served <= renstra.isi.tujuan.keys() else ():  # else R012 speaks
            if kode not in served:
                message = f"tujuan `{kode}` belum punya sasaran; tambahkan sasarannya."
                yield peringatan(renstra.path, ("tujuan", kode), "K107", message, at_key=True)
    for tahun, program in dataset.program.items():
        owner = dataset.renstra_tahun(tahun)
        planned = owner[1].sasaran if owner else {}
        supported = {sasaran for row in program.isi.program.values() for sasaran in row.sasaran}
        for kode in planned if supported <= planned.keys() else ():  # else R012 speaks
            if kode not in supported:
                message = f"sasaran `{kode}` belum didukung program pada tahun {tahun}; tambahkan programnya."
                yield peringatan(program.path, ("program",), "K107", message, at_key=True)
        yield from _levels(program)


def _levels(program: Berkas[ProgramTahunan]) -> Iterator[Issue]:
    for level, below in _TINGKAT:
        rows = getattr(program.isi, level)
        above = [set(kode_di_atas(kode)) for kode in getattr(program.isi, below)] if below else []
        orphaned = any(not parents & rows.keys() for parents in above)  # R013 speaks
        children = set(rows) if below is None or orphaned else set().union(*above)
        name = level.replace("_", " ")
        for kode, row in rows.items():
            if below and kode not in children:
                what = below.replace("_", " ")
                message = f"{name} `{kode}` belum punya {what}; tambahkan {what}nya, atau hapus {name} itu."
                yield peringatan(program.path, (level, kode), "K107", message, at_key=True)
            if not row.indikator:
                message = f"{name} `{kode}` belum punya indikator; tambahkan `indikator:` berisi kode indikatornya."
                yield peringatan(program.path, (level, kode), "K107", message, at_key=True)


def program_dijanjikan(dataset: Dataset) -> Iterator[Issue]:
    """K108 Indikator program belum dijanjikan dalam PK unit.

    Indikator program, kegiatan, dan sub kegiatan dijanjikan dalam PK unit penanggung jawabnya; tanpa itu tidak ada
    target untuk mengukurnya. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: tambahkan indikator itu ke `data/perjanjian-kinerja/TAHUN/UNIT/`.
    """
    for tahun, program in dataset.program.items():
        promised = {
            kode for (year, _, _), pk in dataset.perjanjian_kinerja.items() if year == tahun for kode in pk.isi.butir
        }
        unknown = promised - dataset.indikator.keys()  # R001 speaks
        if not promised or unknown or pk_tak_terbaca(dataset, tahun):
            continue
        for level, _ in _TINGKAT:
            for owner, row in getattr(program.isi, level).items():
                for number, kode in enumerate(row.indikator):
                    if kode not in dataset.indikator or kode in promised:
                        continue
                    unit = dataset.indikator[kode].isi.penanggung_jawab
                    if unit not in dataset.instansi.isi.unit_kerja:  # R011 speaks
                        continue
                    message = (
                        f"`{kode}` belum dijanjikan dalam PK tahun {tahun}; "
                        f"tambahkan ke `data/perjanjian-kinerja/{tahun}/{unit}/`."
                    )
                    yield peringatan(program.path, (level, owner, "indikator", number), "K108", message)


def anggaran_pk_sama_dengan_pagu(dataset: Dataset) -> Iterator[Issue]:
    """K109 Anggaran program dalam PK tidak sama dengan jumlah pagunya.

    Lampiran PK mencantumkan anggaran setiap program. Jumlah pagu sub kegiatan di bawahnya, menurut pagu yang berlaku
    saat PK ditandatangani, harus sama. Ini peringatan dan tidak menghalangi penerbitan.

    Cara memperbaiki: betulkan anggaran dalam PK, atau pagu dalam `data/program/TAHUN.yaml`.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        program = dataset.program.get(tahun)
        for kode, value in pk.isi.anggaran.items() if program else ():
            if program is None or kode not in program.isi.program:
                continue
            below = [sub for sub in program.isi.sub_kegiatan if kode in kode_di_atas(sub)]
            total = jumlah(program.isi.pagu_pada(sub, pk.isi.tanggal)[0] for sub in below)
            if below and value != total:  # of a program without sub kegiatan R013 or K107 speaks
                message = (
                    f"anggaran {rupiah(value)} tidak sama dengan jumlah pagu sub kegiatan {rupiah(total)} "
                    f"pada {pk.isi.tanggal}; samakan keduanya."
                )
                yield peringatan(pk.path, ("anggaran", kode), "K109", message)


def program_pk_terdaftar(dataset: Dataset) -> Iterator[Issue]:
    """R028 Program dalam lampiran PK tidak terdaftar.

    Anggaran dalam PK ditulis menurut kode program yang ada dalam `data/program/TAHUN.yaml`.

    Cara memperbaiki: betulkan kode programnya, atau tambahkan program itu.
    """
    for (tahun, _, _), pk in dataset.perjanjian_kinerja.items():
        program = dataset.program.get(tahun)
        known = program.isi.program if program else {}
        for kode in () if dataset.ada("program", f"{tahun}.yaml") else pk.isi.anggaran:
            if kode not in known:
                cure = saran(
                    kode, known, f"betulkan kodenya atau tambahkan ke `data/program/{tahun}.yaml`", bernomor=True
                )
                message = f"program `{kode}` tidak ada dalam program tahun {tahun}; {cure}."
                yield galat(pk.path, ("anggaran", kode), "R028", message, at_key=True)


def jumlah_sama_dengan_rinciannya(dataset: Dataset) -> Iterator[Issue]:
    """K116 Jumlah tercetak tidak sama dengan rinciannya.

    Jumlah yang tercetak pada dokumen sumber menjadi pengendali: bila rincian yang disalin berjumlah lain, ada baris
    yang salah, terlewat, atau tertulis dua kali, atau jumlah pada dokumennya sendiri keliru.

    Cara memperbaiki: periksa rincian terhadap dokumen sumbernya. Bila jumlah pada dokumennya yang keliru, hapus isian
    jumlah itu dan sebut kekeliruannya pada `sumber`.
    """
    for berkas in dataset.anggaran.values():
        if berkas.isi.jumlah is not None:
            found = jumlah(row.realisasi for row in berkas.isi.butir.values())
            yield from _selisih(berkas.path, ("jumlah",), berkas.isi.jumlah, found, "realisasi butirnya")
    for program in dataset.program.values():
        total = program.isi.jumlah_pagu
        pagu = [sub.pagu for sub in program.isi.sub_kegiatan.values()]
        if total is not None:
            found = jumlah(row.murni for row in pagu)
            loc: Loc = ("jumlah_pagu", "murni")
            yield from _selisih(program.path, loc, total.murni, found, "pagu murni sub kegiatan")
        if total is not None and total.perubahan is not None:
            found = jumlah(row.murni if row.perubahan is None else row.perubahan for row in pagu)
            loc = ("jumlah_pagu", "perubahan")
            yield from _selisih(program.path, loc, total.perubahan, found, "pagu sub kegiatan sesudah perubahan")


def _selisih(path: PurePosixPath, loc: Loc, printed: Decimal, found: Decimal, what: str) -> Iterator[Issue]:
    if printed != found:
        gap = CONTEXT.subtract(printed, found)
        side = "lebih" if gap > 0 else "kurang"
        message = (
            f"jumlah tercetak {rupiah(printed)} tidak sama dengan jumlah {what} {rupiah(found)}, "
            f"{side} {rupiah(abs(gap))}; periksa rinciannya terhadap dokumen sumber."
        )
        yield galat(path, loc, "K116", message)


RULES: Final = (
    program_pk_terdaftar,
    iku_sama_dengan_pk,
    cascading_lengkap,
    program_dijanjikan,
    anggaran_pk_sama_dengan_pagu,
    jumlah_sama_dengan_rinciannya,
)
